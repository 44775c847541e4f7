"""Converts each value of a head to the shape its key requires: line, list, records or map. Mistakes in lines: see `slips`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..findings.catalogue import problem
from ..findings.problems import Edit, Place, Problem
from ..schema import FILE, NESTED, Key, find, nearest
from ..text.marked import Marked, join_lines
from ..text.typography import is_han
from .slips import in_list

CHINESE_COMMA = re.compile("[、，；]")
_COMMA = re.compile("[、，；;,]")
_CLOSED = r"（[^（）]*）|\([^()]*\)|《[^《》]*》|〈[^〈〉]*〉|“[^“”]*”|「[^「」]*」"
_BETWEEN_COMMAS = re.compile(rf"(?:{_CLOSED}|[^、，；;,])+")
_BETWEEN_SPACES = re.compile(rf"(?:{_CLOSED}|\S)+")
_BETWEEN_HASHES = re.compile(r"[#＃][^#＃]+[#＃]|[^#＃\s]+")
_PIECE = re.compile("[^,]+")
_SPACED_NAME = re.compile(r"(\S)\s+(\S)")

_EXPECTED = {
    "line": ("一行文字", "{key}: 文字"),
    "list": ("列表", "{key}: [甲, 乙]"),
    "records": ("一条一条的记录", "{key}: 下面另起一行写“- {first}: …”"),
    "map": ("按文件名写的说明", "{key}: 下面另起一行写“01.jpg:”，再下面写“{first}: …”"),
}


def split(key: Key, text: str) -> list[tuple[int, int]]:
    """The items of a list written on one line, as [start, end) offsets: split at 、，；; and commas, else at spaces.

    Text in brackets or quotation marks stays together, and so does a two-character name set with a space (姜 璞).
    """
    if key.sentences or key.kind != "list":
        return [(0, len(text))]
    if _COMMA.search(text):
        return _trimmed(_BETWEEN_COMMAS.finditer(text))
    is_glued = key.is_hashed and ("##" in text or "＃＃" in text)
    spans = _trimmed((_BETWEEN_HASHES if is_glued else _BETWEEN_SPACES).finditer(text))
    return _names_together(text, spans) if key.people else spans


def split_at_commas(text: str, start: int) -> list[tuple[int, int]]:
    """The items of a list whose bracket opens just before `start`: split at ASCII commas, without empty ones."""
    return _trimmed(_PIECE.finditer(text, start))


def _trimmed(matches: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    """The spans of the matches without surrounding spaces; matches of nothing but spaces are left out."""
    spans = []
    for match in matches:
        piece = match.group()
        start, end = match.start() + len(piece) - len(piece.lstrip()), match.start() + len(piece.rstrip())
        if start < end:
            spans.append((start, end))
    return spans


def _names_together(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    is_half = False
    for start, end in spans:
        single = end - start == 1 and is_han(text[start])
        if single and is_half:
            joined[-1] = (joined[-1][0], end)
            is_half = False
        else:
            joined.append((start, end))
            is_half = single
    return joined


def fitted(key: Key, value: Marked, problems: list[Problem]) -> Marked | None:
    """`value` in the shape `key` requires, or None with a finding. Texts are stripped; nested keys become Chinese."""
    match key.kind:
        case "line":
            return _line(key, value, problems)
        case "list":
            return _list(key, value, problems)
        case "records":
            return _records(key, value, problems)
        case _:
            return _map(key, value, problems)


def _line(key: Key, value: Marked, problems: list[Problem]) -> Marked | None:
    if value.text is None:
        _misfit(key, value, problems)
        return None
    text = value.text.strip()
    if "\n" in text:
        if not key.wraps:
            problems.append(problem("HD16", value.place, {"key": key.name}))
            return None
        text = join_lines([line.strip() for line in text.split("\n")])
    return _with_text(value, text)


def _with_text(value: Marked, text: str) -> Marked:
    """`value` with its text stripped to `text`; its place moves along."""
    if text == value.text:
        return value
    cut = len(value.text or "") - len((value.text or "").lstrip())
    place = value.place
    if cut and cut < place.length:
        place = Place(place.file, place.line, place.column + cut, max(1, place.length - cut), place.text)
    return Marked(place, text, span=value.span, style=value.style)


def _list(key: Key, value: Marked, problems: list[Problem]) -> Marked | None:
    if value.entries is not None:
        _misfit(key, value, problems)
        return None
    if value.items is None:
        return Marked(value.place, items=tuple(_split_up(key, value, problems)), span=value.span)
    items = []
    for item in value.items:
        if item.text is None:
            _misfit(key, item, problems)
            return None
        text = " ".join(item.text.split("\n")) if "\n" in item.text else item.text
        items.append(_with_text(item, _name(key, text.strip())))
    return Marked(value.place, items=tuple(item for item in items if item.text), span=value.span)


def _name(key: Key, text: str) -> str:
    """An item normalised: a two-character name without the space inside it, a tag without its # signs."""
    if key.is_hashed:
        return text.strip("#＃").strip() if text.startswith(("#", "＃")) else text
    match = _SPACED_NAME.fullmatch(text) if key.people else None
    return match.group(1) + match.group(2) if match and is_han(match.group(1)) and is_han(match.group(2)) else text


def _split_up(key: Key, value: Marked, problems: list[Problem]) -> list[Marked]:
    """The items of a text written where a list is required."""
    text = value.text or ""
    if key.sentences:
        return [_with_text(value, line.strip()) for line in text.split("\n") if line.strip()]
    if value.style:
        return [_with_text(value, _name(key, text.strip()))] if text.strip() else []
    if "\n" in text:
        text = join_lines(text.split("\n"))
        value = Marked(value.place, text)
    spans = split(key, text)
    items = [_part(key, value, start, end) for start, end in spans]
    if [text[start:end] for start, end in spans] != [text] and text:
        form = in_list([item.text or "" for item in items])
        edits = (Edit(*value.span, form),) if value.span and value.place.length == len(text) else ()
        problems.append(problem("HD08", value.place, {"key": key.name, "count": len(items), "form": form}, edits=edits))
    return items


def _part(key: Key, value: Marked, start: int, end: int) -> Marked:
    """One item of a list written on one line, at its own place; if the text is folded over lines, at that of the whole."""
    text = _name(key, (value.text or "")[start:end])
    if value.place.length != len(value.text or ""):
        return Marked(value.place, text)
    origin = value.span[0] + start if value.span and value.span[1] - value.span[0] == len(value.text or "") else None
    span = (origin, origin + end - start) if origin is not None else None
    return Marked(value.place.within(start, end - start), text, span=span)


def _records(key: Key, value: Marked, problems: list[Problem]) -> Marked | None:
    if value.text == "":
        return Marked(value.place, items=())
    records = (value,) if value.entries is not None else value.items
    if records is None:
        _misfit(key, value, problems)
        return None
    fit = tuple(_record(key, record, problems) for record in records if not record.is_empty)
    return Marked(value.place, items=tuple(record for record in fit if record), span=value.span)


def _record(key: Key, record: Marked, problems: list[Problem]) -> Marked | None:
    """One mapping with Chinese keys and values in the right shapes; wrong keys and values are left out."""
    if record.entries is None:
        _misfit(key, record, problems)
        return None
    table = NESTED[key.name]
    known: dict[str, tuple[Marked, Marked]] = {}
    for name, value in record.entries:
        nested = find(name.text, table) if name.text else None
        if nested is None:
            problems.append(_unknown(key, name))
        elif nested.name in known:
            first = known[nested.name][0].place.line
            problems.append(problem("HD02", name.place, {"key": name.text, "first": first}))
        else:
            fit = fitted(nested, value, problems)
            known[nested.name] = (Marked(name.place, nested.name, span=name.span), fit or Marked(value.place, ""))
    return Marked(record.place, entries=tuple(known.values()), span=record.span)


def _unknown(parent: Key, name: Marked) -> Problem:
    table = NESTED[parent.name]
    near = nearest(name.text or "", table)
    names = "、".join(dict.fromkeys(key.name for key in table.values()))
    advice = f"请改成“{near.name}”。" if near else ""
    return problem("HD13", name.place, {"parent": parent.name, "key": name.text or "?", "names": names}, advice=advice)


def _map(key: Key, value: Marked, problems: list[Problem]) -> Marked | None:
    if value.text == "":
        return Marked(value.place, entries=())
    if value.items is not None:
        return _map_of_records(key, value, problems)
    if value.entries is None:
        _misfit(key, value, problems)
        return None
    entries = []
    for name, record in value.entries:
        if not name.text:
            _misfit(key, name, problems)
            continue
        fit = _record(key, record, problems) if not record.is_empty else Marked(record.place, entries=())
        if fit:
            entries.append((name, fit))
    return Marked(value.place, entries=tuple(entries), span=value.span)


def _map_of_records(key: Key, value: Marked, problems: list[Problem]) -> Marked | None:
    """图片 written as a list in which each record names its 文件."""
    entries: dict[str | None, tuple[Marked, Marked]] = {}
    for record in value.items or ():
        fit = _record(key, record, problems)
        if fit is None:
            continue
        name = fit.get(FILE)
        if name is None or not name.text:
            _misfit(key, record, problems)
        elif name.text in entries:
            first = entries[name.text][0].place.line
            problems.append(problem("HD02", name.place, {"key": name.text, "first": first}))
        else:
            rest = tuple(entry for entry in fit.entries or () if entry[0].text != FILE)
            entries[name.text] = (name, Marked(fit.place, entries=rest, span=fit.span))
    return Marked(value.place, entries=tuple(entries.values()), span=value.span)


def _misfit(key: Key, value: Marked, problems: list[Problem]) -> None:
    """Reports that `value` does not have the shape `key` requires."""
    found = "文字" if value.text is not None else "列表" if value.items is not None else "一组“键: 值”"
    expected, sample = _EXPECTED[key.kind]
    first = key.keys[0].name if key.keys else ""
    sample = sample.format(key=key.name, first=first)
    problems.append(
        problem("HD14", value.place, {"key": key.name, "expected": expected, "found": found, "sample": sample})
    )
