"""The whole column: which stories there are, which may be seen at one instant, and the rules between them."""

# The modules that other rooms may import.
FACE = (
    "column",
    "content_files",
    "freshness",
    "library",
    "ownership",
    "promised_addresses",
    "redirects",
    "relations",
    "spelling",
    "visibility",
    "waiting",
)
