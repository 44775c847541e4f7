"""The catalogue of all messages, one table per domain. Codes are stable; texts may be improved.

A text may name values in braces; `example` gives one set of them, so that a test can print every message.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from ..problems import Edit, Place, Problem
from .message import NO_VALUES as NO_VALUES
from .message import Message

PROOFREADING = "PF"  # the domain of findings about wording

# The first two letters of a code name its domain, so no code can be in two tables.
DOMAINS = {
    "FI": "files",
    "HD": "head",
    "ST": "story",
    "DT": "dates",
    "AD": "addresses",
    "RG": "registry",
    "BL": "byline",
    "CR": "credits",
    "BD": "body",
    PROOFREADING: "proofreading",
    "LK": "links",
    "AT": "attachments",
    "PH": "photos",
    "GV": "government",
    "IN": "intake",
    "SB": "submission",
    "PL": "program",
    "WX": "wechat",
    "TK": "tasks",
}


@cache
def messages(domain: str) -> Mapping[str, Message]:
    """All messages of one domain by their codes. A table is imported when first wanted: most builds find nothing.

    Raises KeyError for an unknown domain.
    """
    table: dict[str, Message] = import_module(f".{DOMAINS[domain]}", __name__).MESSAGES
    return table


def problem(
    code: str,
    place: Place,
    values: Mapping[str, object] = NO_VALUES,
    *,
    edits: tuple[Edit, ...] = (),
    advice: str = "",
    reencode: bool = False,
) -> Problem:
    """The finding `code` at `place`, its texts filled with `values`. `advice`, if given, replaces the standard advice.

    Raises KeyError for an unknown code or for a value that the text needs and did not get: both are bugs.
    """
    message = messages(code[:2])[code]
    return Problem(
        code,
        message.level,
        place,
        message.text.format_map(values),
        advice or message.advice.format_map(values),
        edits,
        reencode,
    )
