"""What the newsroom knows: the site, sections, units, projects, people and terms, read from content/data/*.yaml.

`values` says what they are, `lookup` finds them by name, `files` makes them of what `forms` and `readers` read strictly,
`memberships` says who belongs where, `checks` holds the rules between entries. What a file may hold is said in `schema`.
"""

from .files import load
from .layout import LAYOUT
from .lookup import Registries
from .values import Membership, Person, Project, Section, Site, Term, Unit

__all__ = ["LAYOUT", "Membership", "Person", "Project", "Registries", "Section", "Site", "Term", "Unit", "load"]

# The modules that other rooms may import.
FACE = ("lookup",)
