"""Photos and attachments as values: how a story uses them and what a page prints of them. Opens no image."""

# The modules that other rooms may import.
FACE = (
    "attachment",
    "attachment_archive",
    "attachment_film",
    "attachment_scan",
    "attachment_signs",
    "photo",
    "placeholder",
)
