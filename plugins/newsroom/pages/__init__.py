"""What all kinds of pages share: listings, URLs, share images and QR codes."""

# The modules that other rooms may import.
FACE = (
    "listing",
    "scan_code",
    "share_image",
    "site_url",
    "typeface",
    "urls",
)
