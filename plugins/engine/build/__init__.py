"""One build: what changed on disk, which output files are out of date, and how they are made and released."""

# The modules that other rooms may import.
FACE = (
    "build_state",
    "cached_library",
    "copies",
    "keys",
    "orders",
    "page_frame",
    "press",
    "release",
    "snapshot",
    "upkeep",
    "uptodate",
    "workers",
)
