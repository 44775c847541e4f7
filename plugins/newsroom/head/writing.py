"""Formats values as the head of a story, the inverse of reading one. Changing an existing head is left to `editing`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..schema import FILE, KEYS, Key
from ..text.marked import Marked, is_null
from .shapes import CHINESE_COMMA, split
from .slips import DASHES, Shape, is_troubled_in_list, quoted, shape_of, without_note

# A text; a list of texts or records; or mappings by name. The keys of records and mappings are Chinese.
Value = str | Sequence["Value"] | Mapping[str, "Value"]

_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# What any version of YAML takes for a number, a date, a boolean or null.
_NO_TEXT = re.compile(
    r"[-+]?\.?[0-9][0-9a-fxot_.:+\- ]*z?|[-+]?\.inf|\.nan|true|false|yes|no|on|off|y|n|null|~|=|<<", re.IGNORECASE
)
_AS_IT_STANDS = frozenset({"date", "moment", "number", "yes"})  # forms in which just that is meant


def write(values: Mapping[str, Value]) -> str:
    """The head with `values` (by Chinese key), in the order of the schema, between its fences.

    Reading it gives the same values without findings, provided texts are as reading returns them: without spaces around
    them, names without spaces inside. Empty values are left out. Raises ValueError for an unknown key and for a text that
    cannot be written on one line.
    """
    unknown = values.keys() - {key.name for key in KEYS}
    if unknown:
        raise ValueError(f"no such key: {', '.join(sorted(unknown))}")
    lines = [line for key in KEYS if values.get(key.name) for line in lines_of(key, values[key.name])]
    return "\n".join(["---", *lines, "---", ""])


def lines_of(key: Key, value: Value, indent: str = "") -> list[str]:
    """The lines of one key with its value."""
    if key.kind in ("line", "list") and not (key.sentences and not isinstance(value, str) and len(value) > 1):
        return [f"{indent}{key.name}: {on_one_line(key, value)}"]
    return [f"{indent}{key.name}:", *(f"{indent}  {line}" for line in _below(key, value))]


def _below(key: Key, value: Value) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, record in value.items():
            yield from lines_of_photo(key, name, record)
        return
    for item in value:
        first, *rest = lines_of_item(key, item)
        yield from (f"- {first}", *(f"  {line}" for line in rest))


def lines_of_photo(key: Key, name: str, record: Value) -> list[str]:
    """The lines of one file with its record."""
    return [f"{name_of_photo(name)}:", *(f"  {line}" for line in _lines_of_record(key, record))]


def lines_of_item(key: Key, item: Value) -> list[str]:
    """The lines of one item of a list, without its dash."""
    if key.kind == "list" and isinstance(item, str):
        return [as_text(key, item)]
    return _lines_of_record(key, item)


def _lines_of_record(key: Key, record: Value) -> list[str]:
    """The keys of a record, in the order of the schema."""
    return [line for nested, value in _fields(key, record) for line in lines_of(nested, value)]


def _fields(key: Key, record: Value) -> list[tuple[Key, Value]]:
    if not isinstance(record, Mapping) or not key.keys:
        raise ValueError(f"{key.name}: not a record")
    unknown = record.keys() - {nested.name for nested in key.keys}
    if unknown:
        raise ValueError(f"{key.name}: no such key: {', '.join(sorted(unknown))}")
    return [(nested, record[nested.name]) for nested in key.keys if record.get(nested.name)]


def in_brackets(key: Key, value: Value) -> str:
    """A value inside a list or mapping that is written in brackets."""
    if isinstance(value, str):
        return as_text(key, value, in_list=True)
    if isinstance(value, Mapping):
        return (
            "{" + ", ".join(f"{nested.name}: {in_brackets(nested, item)}" for nested, item in _fields(key, value)) + "}"
        )
    return f"[{', '.join(in_brackets(key, item) for item in value)}]"


def on_one_line(key: Key, value: Value) -> str:
    """A text or a list as written after the colon."""
    if isinstance(value, str):
        return as_text(key, value)
    texts = [item if isinstance(item, str) else "" for item in value]
    if len(texts) != 1:
        return in_brackets(key, texts)
    (text,) = texts
    return as_text(key, text, style="" if split(key, text) == [(0, len(text))] else '"')


def as_text(key: Key, text: str, style: str = "", *, in_list: bool = False) -> str:
    """A text in a form that YAML reads back, quoted only if necessary or if `style` is a quotation mark."""
    if not text or _UNWRITABLE.search(text):
        raise ValueError(f"{key.name}: no text for one line")
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    is_other = key.form not in _AS_IT_STANDS and _NO_TEXT.fullmatch(text)
    is_troubled = shape_of(text) is not Shape.PLAIN
    if in_list:  # in brackets a Chinese comma could be taken to separate items
        is_troubled = is_troubled_in_list(text) or bool(CHINESE_COMMA.search(text))
    return quoted(text) if style == '"' or is_troubled or is_other or is_null(text) or _loses(key, text) else text


def _loses(key: Key, text: str) -> bool:
    """Whether reading would take a part of the text for a note or an item's dash, or would strip spaces around it."""
    is_dashed = key.kind == "list" and text[0] in DASHES
    return is_dashed or without_note(text, key) != text or text != text.strip()


def name_of_photo(name: str) -> str:
    """The name of a file as a key."""
    return as_text(Key(FILE, ""), name)


def value_of(mark: Marked) -> Value:
    """The value that was read, without its places."""
    if mark.items is not None:
        return [value_of(item) for item in mark.items]
    if mark.entries is not None:
        return {name.text or "": value_of(value) for name, value in mark.entries}
    return mark.text or ""
