"""Submissions: text delivered by reporters, as one tree whatever the file was, and the grammar that makes a story of it.

Opening files is left to `desk.submissions`.
"""

FACE = ("alternatives", "audit", "composing", "tree")
