"""What is kept between builds, and how it is stored."""

# The modules that other rooms may import.
FACE = (
    "codec",
    "kept_files",
    "memos",
    "store",
)
