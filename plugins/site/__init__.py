"""The Site, one typed value that all features share, and the definition of a feature. Depends on newsroom only: no Pelican, no templates."""

# The modules that other rooms may import.
FACE = (
    "configuration",
    "feature",
    "loading",
    "site",
    "writer",
)
