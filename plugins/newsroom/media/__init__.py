"""Photos and attachments: how a story uses them, and what a page shows of them. Opens no image."""

# The modules that other rooms may import.
FACE = (
    "attachment",
    "attachment_archive",
    "attachment_film",
    "attachment_scan",
    "file_signatures",
    "photo",
    "placeholder",
)
