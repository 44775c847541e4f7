"""The head of a story: parsed leniently into values with places, written from values, edited without touching the rest."""

from .editing import edit as edit
from .frontmatter import Body as Body
from .frontmatter import Head as Head
from .frontmatter import read as read
from .layout import LAYOUT as LAYOUT
from .writing import on_one_line as on_one_line
from .writing import value_of as value_of
from .writing import write as write

# The modules that other rooms may import.
FACE = (
    "fences",
    "slips",
)
