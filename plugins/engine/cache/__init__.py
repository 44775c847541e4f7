"""What is kept between builds, and how it is stored on disk."""

# The modules that other rooms may import.
FACE = (
    "codec",
    "kept_files",
    "memos",
    "store",
)
