"""Delivered files as submissions: a gate that says what a file is by its bytes, and one reader per kind of file.

The grammar of news is left to `newsroom.submission`, writing the story to the desk's task.
"""
