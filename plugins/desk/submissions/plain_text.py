"""Reads text files: each line is a paragraph, for where lines belong together is a question of grammar."""

from __future__ import annotations

import re

from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.submission.tree import Doubt, Paragraph, Run, Submission
from plugins.newsroom.text import encodings

from .ledger import sentence

MOST_CHARACTERS = 1_000_000  # of one text: more is a book, not a story
_LINE_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def read(file: str, data: bytes) -> Submission:
    """The lines of a text in any Chinese encoding that our rule knows. Raises Refusal for any other."""
    text, doubts = decode(file, data)
    lines = enumerate(text.split("\n"), start=1)
    blocks = tuple(
        Paragraph((Run(line),), place=f"第 {number} 行") for number, line in lines if line.strip(" \t\u3000\xa0")
    )
    return Submission(file, blocks, doubts=doubts)


def decode(file: str, data: bytes) -> tuple[str, tuple[Doubt, ...]]:
    """The text with line feeds, and what is doubtful about it. Raises Refusal when it is of no known encoding."""
    found = encodings.read_bytes(data)
    if found.text is None:
        raise Refusal.of("IN61", file=file)
    if len(found.text) > MOST_CHARACTERS:
        raise Refusal.of("IN79", file=file, count=len(found.text))
    count = found.text.count("\ufffd")
    broken = (Doubt(sentence("IN74", count=count)),) if found.is_damaged else ()
    return _LINE_BREAK.sub("\n", found.text), broken
