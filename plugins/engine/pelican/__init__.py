"""The adapter to Pelican: its class, writer, templates and settings. No signal is used outside of it."""

# The modules that other rooms may import.
FACE = (
    "pelican_class",
    "quick_import",
    "run",
    "template_versions",
)
