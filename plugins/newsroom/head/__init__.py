"""The head of a story as a form: which keys there are, where they stand, and slips whose meaning is certain."""

from .editing import edit as edit
from .frontmatter import Body as Body
from .frontmatter import Head as Head
from .frontmatter import read as read
from .layout import LAYOUT as LAYOUT
from .writing import value_of as value_of
from .writing import write as write

# The modules that other rooms may import.
FACE = (
    "fences",
    "slips",
)
