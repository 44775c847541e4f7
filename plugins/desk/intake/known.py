"""Which stories were made of which delivered files: a line of comment in the head keeps the file's checksum, whatever is edited.

A text that came another way (as .docx and as .txt) is known by its letters, as long as nobody has edited its story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from plugins.newsroom.column.content_files import find
from plugins.newsroom.text import encodings, fingerprint
from plugins.newsroom.text.typography import printable

_LINE = re.compile(rf"^#[ \t]{{0,4}}交稿[：:].*[ \t]([0-9a-f]{{{fingerprint.SHORT}}})[ \t]*$", re.MULTILINE)
_HEADLINE = re.compile(r"^标题[：:](.*)$", re.MULTILINE)
_LETTERS = re.compile(r"[^\W_]+")
_FEWEST = 60  # letters of a body by which a story is known


def checksum(data: bytes) -> str:
    """The checksum of a delivered file as it stands in heads."""
    return fingerprint.checksum(data, fingerprint.SHORT)


def marked(text: str, file: str, sum: str) -> str:
    """The text of a story with the line that tells which file it was made of, first in its head."""
    opening, rest = text.split("\n", 1)
    return f"{opening}\n# 交稿: {' '.join(printable(file).split())} {sum}\n{rest}"


class Taken:
    """The stories of a column by the files they were made of. Reads every story once, when first asked."""

    def __init__(self, content: Path) -> None:
        self._content = content
        self._by_sum: dict[str, str] = {}

    @cached_property
    def _texts(self) -> dict[str, str]:
        """The texts of all stories; whoever asks for them first also fills `_by_sum`."""
        texts = dict(self._stories())
        for story, text in texts.items():
            self._by_sum |= {line[1]: story for line in _LINE.finditer(text[: _end_of_head(text)])}
        return texts

    def story_of(self, sum: str) -> str:
        """The story that was made of a file, as a path below the content folder, "" when there is none."""
        return self._by_sum.get(sum, "") if self._texts else ""

    def story_like(self, text: str) -> str:
        """The story whose headline and body have the letters of those of `text`, "" when there is none or the body is short."""
        clauses = _clauses_of(text)
        if sum(map(len, clauses[1:])) < _FEWEST:
            return ""
        longest = max(clauses[1:], key=len)
        alike = (story for story, other in self._texts.items() if longest in other and _clauses_of(other) == clauses)
        return next(alike, "")

    def add(self, story: str, text: str, sum: str) -> None:
        """Remember a story that was just made."""
        self._texts[story] = text
        self._by_sum[sum] = story

    def _stories(self) -> Iterator[tuple[str, str]]:
        for story in find(self._content).stories:
            try:
                text = encodings.read_bytes((self._content / story).read_bytes()).text or ""
            except OSError:  # `check` tells of it
                continue
            yield story, text.replace("\r\n", "\n")


def _end_of_head(text: str) -> int:
    closing = re.search(r"^-{3,}[ \t]*$", text[3:], re.MULTILINE)
    return closing.start() + 3 if closing else 0


def _clauses_of(text: str) -> list[str]:
    """The letters of the headline, then the runs of letters in the body."""
    end = _end_of_head(text)
    headline = _HEADLINE.search(text[:end])
    return ["".join(_LETTERS.findall(headline[1] if headline else "")), *_LETTERS.findall(text[end:])]
