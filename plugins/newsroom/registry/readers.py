"""Parsers for single values of a registry: a line, a name, an id, a list, a date. The keys are defined in `schema`.

Each parser takes the key, the written value and the list of findings; it returns the value, or None and adds a finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from ..findings.catalogue import problem
from ..findings.problems import Problem
from ..schema import Key
from ..text import dates
from ..text.addresses import is_slug, pinyin
from ..text.marked import Marked
from ..text.names import closed_up

_BETWEEN_NAMES = re.compile(r"[^、，；;,]+")
_BETWEEN_WORDS = re.compile(r"[^、，；;,\s]+")

Findings = list[Problem]
Value = str | date | tuple[str, ...]


def read_value(key: Key, mark: Marked, problems: Findings) -> Value | None:
    """The value of a key without records below it."""
    if key.kind == "list":
        return _texts(key, mark, problems)
    return _READERS.get(key.form, _matching)(key, mark, problems)


def text_line(key: Key, mark: Marked, problems: Findings) -> str | None:
    """One line of text."""
    if mark.text is None or "\n" in mark.text.strip():
        problems.append(problem("RG09", mark.place, {"field": key.name, "shape": "一行文字"}))
        return None
    return mark.text.strip()


def name_line(key: Key, mark: Marked, problems: Findings) -> str | None:
    """One name, with spaces normalised as for lookup."""
    text = text_line(key, mark, problems)
    return None if text is None else closed_up(text)


def _identity(key: Key, mark: Marked, problems: Findings) -> str | None:
    """An id, as used in addresses."""
    text = text_line(key, mark, problems)
    if text is None or is_slug(text):
        return text
    values = {"field": key.name, "id": text, "suggestion": pinyin(text) or "beixiajie"}
    problems.append(problem("RG06", mark.place, values))
    return None


def _texts(key: Key, mark: Marked, problems: Findings) -> tuple[str, ...] | None:
    """A list of words or names: a YAML list, or one line split at 、，；;, and, for words, at spaces."""
    parts = pieces(key, mark, problems)
    normalised = closed_up if key.form == "name" else str
    return None if parts is None else tuple(dict.fromkeys(normalised(part.text or "") for part in parts))


def pieces(key: Key, mark: Marked, problems: Findings) -> tuple[Marked, ...] | None:
    """The texts of a list, each with its place."""
    if mark.text is not None and "\n" not in mark.text:
        pattern = _BETWEEN_WORDS if key.form == "text" else _BETWEEN_NAMES
        matches = ((match, match.group().strip()) for match in pattern.finditer(mark.text))
        return tuple(
            Marked(mark.place.within(match.start() + match.group().index(text), len(text)), text=text)
            for match, text in matches
            if text
        )
    if mark.items is not None and all(item.text is not None and item.text.strip() for item in mark.items):
        return mark.items
    problems.append(problem("RG09", mark.place, {"field": key.name, "shape": "一行，用、隔开"}))
    return None


def _day(key: Key, mark: Marked, problems: Findings) -> date | None:
    """A date, in any form allowed for a story's date."""
    if text_line(key, mark, problems) is None:
        return None
    moment, findings = dates.parse(mark)
    problems.extend(findings)
    return moment.value.date() if moment else None


def _matching(key: Key, mark: Marked, problems: Findings) -> str | None:
    """One line that must match the key's pattern, if it has one, or be one of its choices, and is then given in Chinese."""
    text = text_line(key, mark, problems)
    if text and key.choices:
        return _chosen(key, text, mark, problems)
    if text is None or not key.pattern or re.fullmatch(key.pattern, text):
        return text
    problems.append(problem("RG17", mark.place, {"field": key.name, "value": text, "form": key.pattern_help}))
    return None


def _chosen(key: Key, text: str, mark: Marked, problems: Findings) -> str | None:
    chosen = next((choice.name for choice in key.choices if text.casefold() in choice), None)
    if chosen is None:
        form = f"请写{'或'.join(f'“{choice.name}”' for choice in key.choices)}"
        problems.append(problem("RG17", mark.place, {"field": key.name, "value": text, "form": form}))
    return chosen


_READERS: dict[str, Callable[[Key, Marked, Findings], str | date | None]] = {
    "name": name_line,
    "id": _identity,
    "date": _day,
}
