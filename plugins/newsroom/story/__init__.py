"""One story: its model, how it is read from a file, and the rules that hold within it."""

# The modules that other rooms may import.
FACE = (
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
