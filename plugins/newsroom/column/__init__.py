"""The whole column: which stories exist, which of them are visible at a given moment, and the rules between them."""

# The modules that other rooms may import.
FACE = (
    "column",
    "content_files",
    "counting",
    "freshness",
    "library",
    "ownership",
    "pieces",
    "promised_addresses",
    "redirects",
    "relations",
    "spelling",
    "visibility",
    "waiting",
)
