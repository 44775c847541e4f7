"""The task `intake`: delivered files become stories of the column, each whole or not at all, and what became of them is told.

Reading files is left to `desk.submissions`, making a story of what was read to `newsroom.submission`.
"""
