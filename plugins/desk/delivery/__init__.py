"""Putting a release where readers are: into a folder, or on a host by rsync over SSH.

Both places look alike, and `current` is what a web server shows:

    TARGET/releases/<id>/    whole releases; the id is a hash of their content
    TARGET/current           a symbolic link to one of them, switched in one step
"""
