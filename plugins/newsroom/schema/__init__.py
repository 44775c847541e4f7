"""What editors may write: every key of a head and every field of a registry, with names, kind, choices, example and help, said once.

Readers, hints, the handbook's tables, the JSON Schemas and forms all come from here. How values are read is left to `head` and
`registry`.
"""

from .head import FILE as FILE
from .head import KEYS as KEYS
from .head import NESTED as NESTED
from .head import TOP as TOP
from .key import Choice as Choice
from .key import Key as Key
from .key import find as find
from .key import nearest as nearest
from .key import table_of as table_of
from .registries import REGISTRIES as REGISTRIES
from .registries import Registry as Registry
