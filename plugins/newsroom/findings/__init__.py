"""Findings: what is wrong, where, and how to fix it; the catalogue of all messages; how findings are printed."""

# The modules that other rooms may import.
FACE = (
    "catalogue",
    "problems",
    "progress",
    "refusals",
    "report",
    "width",
)
