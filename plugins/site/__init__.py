"""The Site, the typed value shared by all features, and what a feature is. Depends on newsroom only: no Pelican, no templates."""

# The modules that other rooms may import.
FACE = (
    "configuration",
    "feature",
    "loading",
    "site",
    "writer",
)
