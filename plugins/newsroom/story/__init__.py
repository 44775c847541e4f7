"""One story: its model, loading it from a file, and the rules within it."""

# The modules that other rooms may import.
FACE = (
    "attribution",
    "brief",
    "changes",
    "credits",
    "filing",
    "loading",
    "model",
    "skeleton",
    "wording",
    "work",
)
