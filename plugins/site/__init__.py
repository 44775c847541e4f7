"""The one value on which all features meet, and what a feature is. It knows the newsroom only: no Pelican, no templates."""

# The modules that other rooms may import.
FACE = (
    "configuration",
    "feature",
    "loading",
    "site",
    "writer",
)
