"""Text and names, independent of any story: files as text, typography, dates, addresses, fingerprints."""

# The modules that other rooms may import.
FACE = (
    "addresses",
    "alignment",
    "conflicts",
    "dates",
    "encodings",
    "filenames",
    "files",
    "fingerprint",
    "folder_day",
    "likeness",
    "marked",
    "memory",
    "names",
    "nearness",
    "patterns",
    "placed",
    "raw_markup",
    "reading_time",
    "soft_returns",
    "source",
    "typography",
    "yaml_text",
)
