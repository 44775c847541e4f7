"""Putting a release where readers are: into a folder, or on a host by rsync over SSH.

Both places look alike, and `current` is what a web server shows:

    TARGET/releases/000042-<id>/    whole releases; the id is a hash of their content
    TARGET/current                  a symbolic link to one of them, switched in one step

Publishers take turns by a lock that is the same for both (`lock`); a release is compared with its list before readers see it; it
carries what pages of former ones still ask for (`carrying`); only what bears a name of ours is ever deleted (`names`).
"""
