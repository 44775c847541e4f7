"""Delivers a release to its target: a folder on this machine, or one on another host by rsync over SSH.

The layout is the same, and a web server serves `current`:

    TARGET/releases/000042-<id>/    whole releases; the id is a hash of their content
    TARGET/current                  a symbolic link to one of them, switched in one step

A lock, the same for both, admits one publisher at a time (`lock`); a release is verified against its manifest before readers
see it; it carries files that open pages of former releases still request (`carrying`); only names of ours are ever deleted
(`names`).
"""
