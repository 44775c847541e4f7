"""What a single value of a registry may look like: a line, a name, an id, a list, a date. What it is for is left to `files`.

Every reader here takes what was written, the field's Chinese name and the list of findings; it gives the value, or None
and a finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from ..findings.catalogue import problem
from ..findings.problems import Problem
from ..text import dates
from ..text.addresses import is_slug, pinyin
from ..text.marked import Marked
from ..text.names import closed_up

_BETWEEN_NAMES = re.compile(r"[^、，；;,]+")
_BETWEEN_WORDS = re.compile(r"[^、，；;,\s]+")

Findings = list[Problem]
Reader = Callable[[Marked, str, Findings], Any]


def text_line(mark: Marked, label: str, problems: Findings) -> str | None:
    """One line of text."""
    if mark.text is None or "\n" in mark.text.strip():
        problems.append(problem("RG09", mark.place, {"field": label, "shape": "一行文字"}))
        return None
    return mark.text.strip()


def name_line(mark: Marked, label: str, problems: Findings) -> str | None:
    """One name, spaced as names are looked up."""
    text = text_line(mark, label, problems)
    return None if text is None else closed_up(text)


def identity(mark: Marked, label: str, problems: Findings) -> str | None:
    """An id: what stands in addresses."""
    text = text_line(mark, label, problems)
    if text is None or is_slug(text):
        return text
    problems.append(
        problem("RG06", mark.place, {"field": label, "id": text, "suggestion": pinyin(text) or "beixiajie"})
    )
    return None


def word_list(mark: Marked, label: str, problems: Findings) -> tuple[str, ...] | None:
    """A list of words: a YAML list, or one line parted by 、，；;, or spaces."""
    found = pieces(mark, label, problems, _BETWEEN_WORDS)
    return None if found is None else tuple(dict.fromkeys(piece.text or "" for piece in found))


def name_list(mark: Marked, label: str, problems: Findings) -> tuple[str, ...] | None:
    """A list of names: the same, but spaces do not part them."""
    found = pieces(mark, label, problems)
    return None if found is None else tuple(dict.fromkeys(closed_up(piece.text or "") for piece in found))


def pieces(
    mark: Marked, label: str, problems: Findings, pattern: re.Pattern[str] = _BETWEEN_NAMES
) -> tuple[Marked, ...] | None:
    """The texts of a list, each with its place."""
    if mark.text is not None and "\n" not in mark.text:
        found = ((match, match.group().strip()) for match in pattern.finditer(mark.text))
        return tuple(
            Marked(mark.place.within(match.start() + match.group().index(text), len(text)), text=text)
            for match, text in found
            if text
        )
    if mark.items is not None and all(item.text is not None and item.text.strip() for item in mark.items):
        return mark.items
    problems.append(problem("RG09", mark.place, {"field": label, "shape": "一行，用、隔开"}))
    return None


def day(mark: Marked, label: str, problems: Findings) -> date | None:
    """A date, in any form that a story's date may have."""
    if text_line(mark, label, problems) is None:
        return None
    moment, findings = dates.parse(mark)
    problems.extend(findings)
    return moment.value.date() if moment else None


def matching(pattern: str, form: str) -> Callable[[Marked, str, Findings], str | None]:
    """A reader for one line that must match `pattern`; `form` tells the editor how it is written."""
    compiled = re.compile(pattern)

    def read(mark: Marked, label: str, problems: Findings) -> str | None:
        text = text_line(mark, label, problems)
        if text is None or compiled.fullmatch(text):
            return text
        problems.append(problem("RG17", mark.place, {"field": label, "value": text, "form": form}))
        return None

    return read
