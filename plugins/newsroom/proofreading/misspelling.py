"""Whether a written name is a known one misspelt: by sound, by look, or with its characters in another order."""

from __future__ import annotations

from collections.abc import Iterator

from ..text.likeness import differences, sound_alike, taken_for
from ..text.patterns import Pattern
from ..text.typography import HAN

_NAME = Pattern(f"[{HAN}]+")


def is_person(written: str, name: str, *, is_sure: bool = False) -> bool:
    """Whether `written` is the person's `name` misspelt. is_sure: nobody else of that surname can be meant, so any
    character of the given name may be wrong."""
    if len(written) != len(name) or written == name or not _NAME.fullmatch(written):
        return False
    if len(name) > 2 and sorted(written) == sorted(name):
        return True
    wrong = [(written[at], name[at]) for at in differences(written, name)]
    if len(wrong) == 1:
        return (is_sure and len(name) > 2 and written[0] == name[0]) or taken_for(*wrong[0], nearly=len(name) > 2)
    return len(wrong) == 2 < len(name) and written[0] == name[0] and all(sound_alike(*pair) for pair in wrong)


def is_telling(name: str) -> bool:
    """Whether what resembles a name is hardly another one: it has three characters, or one that is not among the usual ones."""
    return len(name) > 2 or not all(map(_is_usual, name))


def _is_usual(character: str) -> bool:
    """Whether it is among the 3,755 usual characters of GB 2312 (its rows 16 to 55)."""
    return b"\xb0" <= character.encode("gb2312", "ignore")[:1] <= b"\xd7"


def lacks_one(written: str, name: str) -> bool:
    """Whether one character of a given name of two is missing."""
    return len(name) == 3 and written in (name[0] + name[1], name[0] + name[2])


def variants(text: str, name: str) -> Iterator[tuple[int, str]]:
    """Where the text has something that differs from a name of three or more characters by one that sounds or looks the same."""
    for at in range(len(name)):
        head, tail = name[:at], name[at + 1 :]
        for start in _places(text, head, tail):
            written = text[start : start + len(name)]
            if written != name and _differs_at(written, head, tail) and taken_for(written[at], name[at]):
                yield start, written


def _differs_at(written: str, head: str, tail: str) -> bool:
    """Whether there is one Han character between the two parts."""
    is_whole = len(written) == len(head) + 1 + len(tail) and bool(_NAME.fullmatch(written))
    return is_whole and written.startswith(head) and written.endswith(tail)


def _places(text: str, head: str, tail: str) -> Iterator[int]:
    """Where a name may begin: found by the longer of the two parts that are right."""
    part, offset = (head, 0) if len(head) >= len(tail) else (tail, len(head) + 1)
    found = text.find(part)
    while found >= 0:
        if found >= offset:
            yield found - offset
        found = text.find(part, found + 1)
