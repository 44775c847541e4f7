"""Word's manual line breaks (soft returns, vertical tabs) in heads and registries: what each of them means there.

Pasted from Word, a line of a head may end in one, or a headline may be broken in two by one. In a body they break one.
"""

from __future__ import annotations

import re
from functools import partial

from ..findings.width import width

SOFT = re.compile("[\x0b\x0c\x85\u2028\u2029]")  # VT, FF, NEL, LS, PS
_IN_LINES = "\x0b\x85\u2028"  # what breaks a line inside of a paragraph; the others end it
_ANY_BREAK = re.compile(f"(\n|{SOFT.pattern}+)")
_REGISTRY_KEY = re.compile(r"\s*(?:-\s+)?([^\s:：]+)\s*:(?:\s|$)")
_ITEM = re.compile(r"\s*(?:[-－–—]\s|#|$)")
_HEADLINES = frozenset({"标题", "引题", "副题"})
_SPACED = frozenset({"署名", "日期"})
_LISTS = frozenset({"曾用名", "别名", "names", "other_names", "关键词", "keywords"})  # of registries
_COMMAS = "、，；,;["


def settled(text: str, file: str) -> tuple[str, tuple[int, ...], bool]:
    """`text` without soft returns; the numbers of the lines that were joined by one, from 1; whether one ended a line.

    text: with LF for every other line break. A headline's halves get a wide gap between them, the items of a list a 、,
    all else is joined as the lines of a paragraph are.
    """
    pieces = _ANY_BREAK.split(text)
    lines, breaks = pieces[::2], pieces[1::2]
    is_registry = file.endswith((".yaml", ".yml"))
    first, last = (0, len(lines)) if is_registry else _head(lines, file)
    is_pasted = "\n" not in breaks[first : last - 1]
    name_of = _registry_name if is_registry else partial(_head_name, is_pasted=is_pasted)
    done, joined, ends, name = [lines[0]], [], False, name_of(lines[0])
    for index, (line, sign) in enumerate(zip(lines[1:], breaks, strict=True), start=1):
        own = name_of(line)
        name = own if own is not None else name
        if sign != "\n" and first < index < last and own is None and done[-1].strip():
            done[-1] = _together(done[-1].rstrip(), line.strip(), name or "")
            joined.append(len(done))
        else:
            ends |= sign != "\n"
            if sign != "\n" and index > last + 1 and line.strip():
                sign += _part(done, sign)
            done += [""] * (len(sign) - 1) + [line]
    return "\n".join(done), tuple(dict.fromkeys(joined)), ends


def _part(lines: list[str], sign: str) -> str:
    """Keep what follows the last of the lines of a body apart from it; returns what parts the two besides `sign`."""
    if sign in _IN_LINES and lines[-1].strip():
        lines[-1] = lines[-1].rstrip() + "  "
        return ""
    return "\n" if len(sign) == 1 and sign not in _IN_LINES else ""


def _head(lines: list[str], file: str) -> tuple[int, int]:
    """The lines of the head, as [start, end), when every break ends a line."""
    from ..head import fences  # noqa: PLC0415  heads are read from sources, and sources call this
    from .source import Source  # noqa: PLC0415

    span, _ = fences.find(Source(file, "\n".join(lines)))
    return (span.start, span.end) if span else (0, 0)


def _head_name(line: str, *, is_pasted: bool) -> str | None:
    """The key with which a line begins, "" for an item, a note, a word that is no key; None when it begins with nothing of its own.

    is_pasted: whether all lines of the head end in soft returns: then any word and a colon begin a line, known or not.
    """
    from ..head import keys, slips  # noqa: PLC0415  as above

    if _ITEM.match(line) and line.strip():
        return ""
    tables = keys.NESTED.values() if line[:1].isspace() else (keys.TOP,)
    for table in tables:
        found = slips.take_apart(line, 0, table, slips.prefix_end(line, with_dashes=False))
        if found and (found.key or is_pasted or found.written.isascii()):
            return found.key.name if found.key else ""
    return None


def _registry_name(line: str) -> str | None:
    key = _REGISTRY_KEY.match(line)
    return key.group(1) if key else "" if _ITEM.match(line) and line.strip() else None


def _together(one: str, other: str, name: str) -> str:
    from ..head import keys  # noqa: PLC0415  as above

    if not other:
        return one
    key = keys.find(name)
    if name in _HEADLINES:
        return f"{one}\u3000{other}"
    if name in _SPACED:
        return f"{one} {other}"
    if name in _LISTS or (key and key.kind == "list"):
        return one + ("" if one[-1] in _COMMAS or other[0] in _COMMAS else "、") + other
    return one + ("" if 2 in (width(one[-1]), width(other[0])) else " ") + other
