"""The adapter to Pelican: its class, writer, templates and settings. Nothing outside it uses Pelican's signals."""

# The modules that other rooms may import.
FACE = (
    "pelican_class",
    "quick_import",
    "run",
    "template_versions",
)
