"""Proofreading: looks at the words of a story for slips. Reading a story and placing its words in the file are left to `story`."""

FACE = ("copy", "order", "rule")
