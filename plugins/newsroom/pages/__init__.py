"""What pages share: lists, URLs, share images and scan codes."""

# The modules that other rooms may import.
FACE = (
    "listing",
    "scan_code",
    "share_image",
    "site_url",
    "typeface",
    "urls",
)
