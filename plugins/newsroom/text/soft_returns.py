"""Resolves Word's manual line breaks (soft returns, vertical tabs): some end a line, others only split one in two.

In text pasted from Word, a line of a head may end in one, or a headline may be split by one; in a body they are line breaks.
What the lines of a file mean is defined by its `Layout`; the packages `head` and `registry` each have their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..findings.width import width

SOFT = re.compile("[\x0b\x0c\x85\u2028\u2029]")  # VT, FF, NEL, LS, PS
_IN_LINES = "\x0b\x85\u2028"  # break a line inside a paragraph; the others end the paragraph
_ANY_BREAK = re.compile(f"(\n|{SOFT.pattern}+)")
_COMMAS = "、，；,;["


@dataclass(frozen=True, slots=True)
class Layout:
    """What the lines of one kind of file mean.

    keys: the lines with keys, as [start, end), when every break ends a line. joint: what joins a line to the text that a
    soft return split from it ("" joins them like lines of a paragraph), or None for a line that does not start an entry;
    its second argument is whether all lines with keys end in soft returns.
    """

    keys: Callable[[list[str]], tuple[int, int]]
    joint: Callable[[str, bool], str | None]


PLAIN = Layout(lambda lines: (0, 0), lambda line, is_pasted: None)


def settled(text: str, layout: Layout = PLAIN) -> tuple[str, tuple[int, ...], bool]:
    """`text` without soft returns; the numbers (from 1) of the lines that were split by one; whether one ended a line.

    text: with LF for every other line break. The halves of a headline get a wide gap between them, list items a 、;
    everything else is joined like the lines of a paragraph.
    """
    lines, breaks, last = _parted(text, layout)
    done, joined, ends = [lines[0]], [], False
    joints = _joints(lines, breaks, layout)
    for index, (line, sign, joint) in enumerate(zip(lines[1:], breaks, joints, strict=True), start=1):
        if joint is not None:
            done[-1] = _together(done[-1].rstrip(), line.strip(), joint)
            joined.append(len(done))
        else:
            ends |= sign != "\n"
            if sign != "\n" and index > last + 1 and line.strip():
                sign += _part(done, sign)
            done += [""] * (len(sign) - 1) + [line]
    return "\n".join(done), tuple(dict.fromkeys(joined)), ends


def flattened(text: str, layout: Layout) -> str:
    """`text` with LF for breaks that end a line and spaces for those that only split one; its length, and so offsets, stay."""
    lines, breaks, _ = _parted(text, layout)
    joints = _joints(lines, breaks, layout)
    ends = (("\n" if joint is None else " ") * len(sign) for sign, joint in zip(breaks, joints, strict=True))
    return lines[0] + "".join(end + line for end, line in zip(ends, lines[1:], strict=True))


def _parted(text: str, layout: Layout) -> tuple[list[str], list[str], int]:
    """The pieces of the text, the breaks between them, and the index after the last piece with a key."""
    pieces = _ANY_BREAK.split(text)
    return pieces[::2], pieces[1::2], layout.keys(pieces[::2])[1]


def _joints(lines: list[str], breaks: list[str], layout: Layout) -> Iterator[str | None]:
    """For every break: what replaces it, or None if it ends a line."""
    first, last = layout.keys(lines)
    is_pasted = "\n" not in breaks[first : last - 1]
    joint, has_text = layout.joint(lines[0], is_pasted) or "", bool(lines[0].strip())
    for index, (line, sign) in enumerate(zip(lines[1:], breaks, strict=True), start=1):
        own = layout.joint(line, is_pasted)
        joint = own if own is not None else joint
        if sign != "\n" and first < index < last and own is None and has_text:
            yield joint
        else:
            has_text = bool(line.strip())
            yield None


def _part(lines: list[str], sign: str) -> str:
    """Keep the next line of a body separate from the last of `lines`; returns the line breaks needed besides `sign`."""
    if sign in _IN_LINES and lines[-1].strip():
        lines[-1] = lines[-1].rstrip() + "  "
        return ""
    return "\n" if len(sign) == 1 and sign not in _IN_LINES else ""


def _together(one: str, other: str, joint: str) -> str:
    if not other:
        return one
    if joint == "、" and (one[-1] in _COMMAS or other[0] in _COMMAS):
        return one + other
    return one + (joint or ("" if 2 in (width(one[-1]), width(other[0])) else " ")) + other
