"""The registries of the newsroom: site, sections, units, projects, people and terms, read from content/data/*.yaml.

`values` defines them, `lookup` finds them by name, `files` loads them with the strict parsers of `forms` and `readers`,
`memberships` reads who belongs where, `checks` has the rules between entries. The fields are defined in `schema`.
"""

from .files import load
from .layout import LAYOUT
from .lookup import Registries
from .values import Membership, Person, Project, Section, Site, Term, Unit

__all__ = ["LAYOUT", "Membership", "Person", "Project", "Registries", "Section", "Site", "Term", "Unit", "load"]

# The modules that other rooms may import.
FACE = ("lookup",)
