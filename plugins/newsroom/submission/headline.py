"""Finds the headline, the kicker above it and the decks below it among the lines at the top, by their look and their place."""

from __future__ import annotations

import re

from ..text.typography import HAN, one_line
from . import cuts
from .cuts import words_of
from .draft import Draft
from .shapes import skeleton
from .top import Line, line_in_box, lines_at_top
from .tree import Paragraph

_DASHES = re.compile(r"^(?:——|—|--+|－－?|──?)\s*")
_NARROW_GAP = re.compile(rf"(?<=[{HAN}）》”！]{{4}}) (?=[{HAN}（《“]{{4}})|(?<=[！？：”》]) (?=[{HAN}（《“]{{4}})")
_HALVES_DIFFER = 2  # characters at most between the halves of a headline in two parts
_SHORTER_LINE = 0.5  # of the longer one: the shorter line of a headline that was too long for one
_SAME_BEGINNING = 4  # characters by which two versions of one headline are known
_SUBHEAD = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部]"
)
_NAMELESS = "稿件"
_LONGEST_SUBHEAD = 40
_MOST_DECKS = 2
_NEAR = 3  # parts between the last line at the top and the byline, which parts decks from text
_CAPTION_SIGNS = re.compile(r"[▲△▼▽↑↓]|图[为片①-⑩\d：:]|[（(]图")


def lift(draft: Draft) -> None:
    lines = [line for line in lines_at_top(draft) if not _CAPTION_SIGNS.match(line.text)]
    titles = _titles(lines)
    boxed = None if titles and titles[0].is_set else line_in_box(draft)
    if boxed is not None:
        lines, titles = [boxed], [boxed]
        draft.doubt("SB78", boxed.paragraph.place, {"title": boxed.text})
    if not titles or not (titles[0].is_set or len(draft.paragraphs()) > len(lines)):
        _name_after_file(draft)
    else:
        _lift_lines(draft, lines, titles)
    draft.parts = [cuts.stripped(part) if isinstance(part, Paragraph) else part for part in draft.parts]
    draft.tidy()


def _lift_lines(draft: Draft, lines: list[Line], titles: list[Line]) -> None:
    gap = "\u3000" if len(titles) < 2 or _are_as_long(*titles) else ""
    draft.head["标题"] = two_parts(gap.join(line.text for line in titles))
    _tell_of_title(draft, lines, titles)
    _lift_kicker(draft, lines[: lines.index(titles[0])])
    _lift_decks(draft, lines[lines.index(titles[-1]) + 1 :])
    for line in titles:
        draft.empty(line.at)


def two_parts(text: str) -> str:
    """A headline on one line. A single blank between two halves of four characters and more was a wide gap."""
    return one_line(_NARROW_GAP.sub("\u3000", _NARROW_GAP.sub("\u3000", text)))


def _titles(lines: list[Line]) -> list[Line]:
    """The line that is the headline, or two lines set alike that are its halves."""
    possible = [
        line
        for line in lines
        if line.role in ("", "title") and not _DASHES.match(line.text) and not _SUBHEAD.match(line.text)
    ]
    if not possible:
        return []
    heaviest = max(line.weight for line in possible)
    first = next(line for line in possible if line.weight == heaviest)
    second = next(iter(lines[lines.index(first) + 1 :]), None)
    if second is None or not first.is_set or not _are_halves(first, second):
        return [first]
    return [first, second]


def _are_halves(first: Line, second: Line) -> bool:
    is_alike = (
        first.weight == second.weight and first.role == second.role and first.paragraph.look == second.paragraph.look
    )
    shorter, longer = sorted((len(first.text), len(second.text)))
    is_other_version = first.text[:_SAME_BEGINNING] == second.text[:_SAME_BEGINNING]
    is_one = _are_as_long(first, second) or (shorter >= _SHORTER_LINE * longer and not is_other_version)
    return is_alike and is_one and not (_SUBHEAD.match(second.text) or _DASHES.match(second.text))


def _are_as_long(first: Line, second: Line) -> bool:
    return abs(len(first.text) - len(second.text)) <= _HALVES_DIFFER


def _tell_of_title(draft: Draft, lines: list[Line], titles: list[Line]) -> None:
    if len(titles) > 1:
        draft.doubt("SB11", titles[0].paragraph.place, {"title": draft.head["标题"]})
    rivals = [
        line for line in lines if line not in titles and line.weight == titles[0].weight and line.role == titles[0].role
    ]
    rival = next((line for line in rivals if titles[0].is_set and not _SUBHEAD.match(line.text)), None)
    if rival:
        values = {"title": draft.head["标题"], "other": rival.text}
        draft.doubt("SB12", rival.paragraph.place, values)
    if not titles[0].is_set:
        draft.doubt("SB13", titles[0].paragraph.place, {"title": draft.head["标题"]})


def _name_after_file(draft: Draft) -> None:
    """Without any line above the text: the title of the file's properties is a hint, else its name."""
    names = (draft.submission.title, draft.submission.file.rpartition(".")[0], draft.submission.file)
    name = next((name.strip() for name in names if any(map(str.isalnum, name))), _NAMELESS)
    draft.head["标题"] = one_line(" ".join(name.split("\n")))
    first = next(iter(draft.paragraphs()), None)
    if first and words_of(first[1]) == name:
        draft.empty(first[0])
    else:
        draft.doubt("SB10", "", {"title": draft.head["标题"]})


# -- Kicker and decks -----------------------------------------------------------------------------------------------


def _lift_kicker(draft: Draft, above: list[Line]) -> None:
    if not above:
        return
    kicker = next((line for line in above if line.role == "kicker"), above[-1])
    draft.head["引题"] = two_parts(kicker.text)
    is_sure = kicker.is_set or bool(kicker.role)
    (draft.did if is_sure else draft.doubt)(
        "SB14" if is_sure else "SB77", kicker.paragraph.place, {"key": "引题", "words": kicker.text}
    )
    draft.empty(kicker.at)
    for line in above:
        if line is not kicker:
            draft.doubt("SB16", line.paragraph.place, {"words": line.text})


def _lift_decks(draft: Draft, below: list[Line]) -> None:
    decks: list[str] = []
    for line in below:
        if line.role == "kicker" and "引题" not in draft.head:
            draft.head["引题"] = two_parts(line.text)
            draft.empty(line.at)
            continue
        certainty = _deck(draft, line, below)
        if certainty == "no":
            break
        decks.append(_DASHES.sub("", two_parts(line.text)))
        draft.empty(line.at)
        (draft.did if certainty == "yes" else draft.doubt)(
            "SB14" if certainty == "yes" else "SB15", line.paragraph.place, {"key": "副题", "words": line.text}
        )
    if decks:
        draft.head["副题"] = decks


def _deck(draft: Draft, line: Line, below: list[Line]) -> str:
    """Whether a line below the headline is a deck: yes, perhaps or no."""
    if line.role == "deck" or _DASHES.match(line.text):
        return "yes"
    if _SUBHEAD.match(line.text) or line.paragraph.is_boxed:
        return "no"
    if draft.signed_at is not None and draft.signed_at <= below[-1].at + _NEAR:
        return "yes" if line.at < draft.signed_at else "no"
    if line.paragraph.heading or _is_like_later_ones(draft, line) or len(below) > _MOST_DECKS:
        return "no"
    return "yes" if line.is_set and line.paragraph.look.alignment == "center" else "perhaps"


def _is_like_later_ones(draft: Draft, line: Line) -> bool:
    """Whether later lines of their own are made like this one, as subheads are."""
    look = line.paragraph.look
    for part in draft.parts[line.at + 1 :]:
        if not isinstance(part, Paragraph):
            continue
        text = words_of(part)
        is_line = 0 < len(text) <= _LONGEST_SUBHEAD and not text.endswith(("。", "；", "：", "，", "、"))
        if is_line and part.look == look and skeleton(text) == skeleton(line.text) and (line.is_set or skeleton(text)):
            return True
    return False
