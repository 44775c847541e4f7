"""Compares two checkouts of this project: the bytes of their sites, their findings, what they mend, and the CPU they take."""
