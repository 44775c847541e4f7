"""Forms of words that the newsroom does not use, from its own table."""

from __future__ import annotations

from collections.abc import Iterator

from ...registry import Registries, Wording
from ..copy import Copy
from ..lexicon import Lexicon, once, stands
from ..rule import Rule, Slip, Source
from ..samples import TABLES
from ..sentences import tells_of_another_time


@once
def _table(registries: Registries) -> Lexicon[Wording]:
    return Lexicon((form, row) for row in registries.wording for form in row.wrong)


def _find(copy: Copy) -> Iterator[Slip]:
    for start, form, row in _table(copy.registries).every(copy.text):
        if not stands(row, copy.day) or _is_in_exception(copy.text, start, form, row):
            continue
        if not (copy.day and (row.since or row.until) and tells_of_another_time(copy.text, start, copy.day)):
            yield Slip(start, start + len(form), {"wrong": form, "right": row.right, "source": row.source})


def _is_in_exception(text: str, start: int, form: str, row: Wording) -> bool:
    """Whether the form is only a part of a longer word in which it is right, or of the right form itself."""
    return any(
        text.startswith(word, start - at)
        for word in (*row.unless, row.right)
        for at in range(len(word) - len(form) + 1)
        if word.startswith(form, at) and at <= start
    )


RULE = Rule(
    code="PF70",
    find=_find,
    wrong="回族管城区召开会议。",
    right="管城回族区召开会议。",
    silent=("管城回族区召开会议。", "管城区召开会议。"),
    source=Source("本站 data/wording.yaml，每条各有出处"),
    tables=TABLES,
)
