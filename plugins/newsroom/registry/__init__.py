"""The registries of the newsroom: site, sections, units, projects, people, terms and wording, read from content/data/*.yaml.

`values` defines them, `lookup` finds them by name, `files` loads them with the strict parsers of `forms` and `readers`,
`memberships` reads who belongs where, `offices` who held which title, `counts` how many things a name counts, `checks` has
the rules between entries. The fields are defined in `schema`.
"""

from .files import load
from .layout import LAYOUT
from .lookup import Registries
from .values import Membership, Office, Person, Project, Section, Site, Term, Unit, Wording

__all__ = [
    "LAYOUT",
    "Membership",
    "Office",
    "Person",
    "Project",
    "Registries",
    "Section",
    "Site",
    "Term",
    "Unit",
    "Wording",
    "load",
]

# The modules that other rooms may import.
FACE = ("counts", "lookup")
