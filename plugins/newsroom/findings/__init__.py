"""Findings: what is wrong, where, and how to mend it; the catalogue of all sentences; how findings are printed."""

# The modules that other rooms may import.
FACE = (
    "catalogue",
    "problems",
    "progress",
    "refusals",
    "report",
    "width",
)
