"""The one definition of every key of a story's head and every field of a registry: names, kind, choices, example, help.

Parsers, hints, the handbook's tables, the JSON Schemas and forms are all derived from it. Reading values is left to `head`
and `registry`.
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
