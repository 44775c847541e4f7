"""Findings: what is wrong, where, and how to mend it; the catalogue of all sentences; how findings are printed."""
