"""Exports the schema of heads and registries: JSON Schemas for text editors, and tables for the handbook.

The schema itself is defined in `newsroom.schema`; here it is only converted. Writing the files is left to `generated`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from plugins.newsroom.schema import FILE, KEYS, REGISTRIES, Key

Json = str | bool | Sequence["Json"] | Mapping[str, "Json"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALAR = ("string", "number", "boolean")  # the types YAML may give to one line of text
_TABLE = re.compile(r"<!-- 表：(\S+) -->\n.*?<!-- 表完 -->", re.DOTALL)


def files() -> dict[str, str]:
    """The text of every JSON Schema, by file name."""
    return {name: _as_text(schema) for name, schema in schemas().items()}


def _as_text(schema: Json) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


# -- JSON Schema --------------------------------------------------------------------------------------------------------


def schemas() -> dict[str, Json]:
    """All JSON Schemas, by file name: head.json and one for each registry."""
    made: dict[str, Json] = {"head.json": _schema("稿件的开头", _record(KEYS), KEYS)}
    for registry in REGISTRIES:
        record = _record(registry.keys)
        whole: Json = {"type": ["array", "null"], "items": record} if registry.is_list else record
        made[registry.file.replace(".yaml", ".json")] = _schema(f"登记簿：{registry.about}", whole, registry.keys)
    return made


def _schema(title: str, whole: Json, keys: Iterable[Key]) -> Json:
    assert isinstance(whole, Mapping)
    return {"$schema": _DIALECT, "title": title, **whole, "$defs": dict(_definitions(keys))}


def _definitions(keys: Iterable[Key], parent: str = "") -> Iterator[tuple[str, Json]]:
    """Every key by its English name, and the keys of its records, prefixed with its name."""
    for key in keys:
        yield parent + key.alias, definition(key)
        yield from _definitions(key.keys, f"{key.alias}.")


def definition(key: Key) -> Json:
    """The schema of one key; those of keys in its records are referenced."""
    needed = f"{key.needed}。" if key.needed else ""
    return {"description": f"{needed}{key.help}", "examples": [key.example], **_value(key)}


def _record(keys: Iterable[Key], parent: str = "") -> dict[str, Json]:
    """The schema of a mapping. Only the first spelling of a key is offered for completion, all are accepted."""
    places: dict[str, Json] = {key.name: {"$ref": f"#/$defs/{parent}{key.alias}"} for key in keys}
    others = {f"^({'|'.join(map(re.escape, key.spellings[1:]))})$": places[key.name] for key in keys}
    needed: list[Json] = [
        {"anyOf": [{"required": [name]} for name in key.spellings]} for key in keys if key.is_required
    ]
    return {
        "type": "object",
        "properties": places,
        "patternProperties": others,
        "additionalProperties": False,
        **({"allOf": needed} if needed else {}),
    }


def _value(key: Key) -> dict[str, Json]:
    text = _text(key)
    if key.kind == "line":
        return text
    record = _record(key.keys, f"{key.alias}.")
    or_nothing = {**record, "type": ["object", "null"]}
    if key.kind == "list":
        records: list[Json] = [record] if key.keys else []
        return {"anyOf": [text, {"type": "array", "items": {"anyOf": [text, *records]}}, *records]}
    if key.kind == "records":
        return {"anyOf": [or_nothing, {"type": "array", "items": or_nothing}]}
    listed: Json = {"type": "array", "items": {**or_nothing, "required": [FILE]}}
    return {"anyOf": [{"type": ["object", "null"], "additionalProperties": or_nothing}, listed]}


def _text(key: Key) -> dict[str, Json]:
    types: tuple[str, ...] = _SCALAR if key.is_required else (*_SCALAR, "null")
    words = [word for choice in key.choices for word in choice if word]
    if words:
        return {"enum": words} if key.is_required else {"anyOf": [{"enum": words}, {"type": "null"}]}
    pattern = {"pattern": f"^(?:{key.pattern})?$"} if key.pattern else {}
    return {"type": list(types), **pattern}


# -- the handbook's tables ----------------------------------------------------------------------------------------------


def with_tables(handbook: str) -> str:
    """The handbook with every table between `<!-- 表：… -->` and `<!-- 表完 -->` regenerated from the schema."""
    return _TABLE.sub(lambda found: f"<!-- 表：{found[1]} -->\n{tables()[found[1]]}\n<!-- 表完 -->", handbook)


def tables() -> dict[str, str]:
    """All tables by name: 开头, the keys with records of their own, and the registries' files."""
    records = {key.name: key.keys for key in KEYS if key.keys}
    registries = {registry.file: registry.keys for registry in REGISTRIES}
    return {name: _table(keys) for name, keys in {"开头": KEYS, **records, **registries}.items()}


def _table(keys: Iterable[Key]) -> str:
    rows = (f"| {key.name} | {key.alias} | {key.needed or '随意'} | {key.help} | {_example(key)} |" for key in keys)
    return "\n".join(("| 键 | 英文名 | 要不要写 | 怎么写 | 例子 |", "|---|---|---|---|---|", *rows))


def _example(key: Key) -> str:
    return f"`{key.example}`"
