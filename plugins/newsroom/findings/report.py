"""Prints findings: as text for people, as JSON for programs, as annotations for a code host. Decides nothing."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence

from .problems import Exempted, Level, Place, Problem, in_order
from .width import width

LEVELS = {Level.ERROR: "错误", Level.WARNING: "提醒"}
_COLOUR = {Level.ERROR: "\x1b[31m", Level.WARNING: "\x1b[33m"}
_UNSEEN = "（不影响发布）"
_EXEMPTED = "下面这些写在稿头的“校对例外”里，没有算进去："
_PLAIN, _BOLD, _GREEN = "\x1b[0m", "\x1b[1m", "\x1b[32m"


def as_text(
    problems: Iterable[Problem],
    *,
    colour: bool = False,
    first: Collection[str] = (),
    exempted: Sequence[Exempted] = (),
) -> str:
    """All findings, each as `file:line:column: 错误 CODE …`, the line, a caret under the place, and 改法; then a count.

    Errors come first, then warnings; findings in stories that readers cannot see come last, under a heading of their own.
    first: files, named as in Place.file, whose findings come before others of their kind and never move to the end;
    exempted: listed before the count, a line each.
    """

    def is_apart(problem: Problem) -> bool:
        return problem.is_unseen and problem.place.file not in first

    listed = sorted(in_order(problems), key=lambda p: (is_apart(p), not p.is_error, p.place.file not in first))
    if not listed and not exempted:
        return ""
    blocks = [_block(problem, colour) for problem in listed]
    together = sum(not is_apart(problem) for problem in listed)
    if together < len(blocks):
        blocks.insert(together, "下面这些在读者看不到的内容里（草稿、待审、已撤的正文），不影响发布：")
    blocks += ["\n".join([_EXEMPTED, *map(_exemption, exempted)])] if exempted else []
    more = [f"编号的意思和例子：python3 tasks.py check {listed[0].code}"] if listed else []
    return "\n\n".join([*blocks, "\n".join([*more, count(listed)])]) + "\n"


def page_of(code: str) -> str:
    """Where the page of a code lies, as a POSIX path in the house."""
    return f"docs/codes/{code}.md"


def count(problems: Iterable[Problem]) -> str:
    """One line: how many errors and warnings there are, and how many of them `check --fix` can fix."""
    listed = tuple(problems)
    errors, unseen = sum(problem.stops for problem in listed), sum(problem.is_unseen for problem in listed)
    mendable = sum(problem.is_mendable for problem in listed)
    line = f"共 {errors} 处错误，{len(listed) - errors - unseen} 处提醒。"
    line += f"另有 {unseen} 处不影响发布。" if unseen else ""
    return line + (f"其中 {mendable} 处可以自动改好：python3 tasks.py check --fix" if mendable else "")


def as_json(problems: Iterable[Problem], exempted: Iterable[Exempted] = ()) -> str:
    """A list of {file, line, column, code, level, message, advice, page}, in reading order; `"unseen": true` if it stops nothing.

    After them what stories except: their level is "exempted", with {words, reason, count} besides.
    """
    rows = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "code": problem.code,
            "level": problem.level.value,
            "message": problem.message,
            "advice": problem.advice,
            "page": page_of(problem.code),
            **({"unseen": True} if problem.is_unseen else {}),
        }
        for problem in in_order(problems)
    ]
    return json.dumps([*rows, *map(_exemption_row, exempted)], ensure_ascii=False, indent=2) + "\n"


def _exemption_row(exempted: Exempted) -> dict[str, object]:
    return {
        "file": exempted.place.file,
        "line": exempted.place.line,
        "column": exempted.place.column,
        "code": exempted.code,
        "level": "exempted",
        "message": _exempted(exempted),
        "advice": "",
        "words": exempted.words,
        "reason": exempted.reason,
        "count": exempted.count,
    }


def as_github(problems: Iterable[Problem]) -> str:
    """GitHub workflow commands (`::error file=…`), one per line, escaped as GitHub's documentation requires."""
    return "".join(_annotation(problem) + "\n" for problem in in_order(problems))


def where(problem: Problem) -> str:
    """`file:line:column`, without the parts that are unknown."""
    return _at(problem.place)


def _at(place: Place) -> str:
    known = [place.file] + [str(number) for number in (place.line, place.column) if number]
    return ":".join(known)


def _block(problem: Problem, colour: bool) -> str:
    level, message = LEVELS[problem.level], problem.message + _UNSEEN * problem.is_unseen
    if colour:
        heading = (
            f"{_BOLD}{where(problem)}{_PLAIN}: {_COLOUR[_weight(problem)]}{level} {problem.code}{_PLAIN} {message}"
        )
        advice = f"  {_GREEN}改法：{_PLAIN}{problem.advice}"
    else:
        heading = f"{where(problem)}: {level} {problem.code} {message}"
        advice = f"  改法：{problem.advice}"
    return "\n".join([heading, *_excerpt(problem), advice])


def _exemption(exempted: Exempted) -> str:
    return f"  {_at(exempted.place)}: {exempted.code} {_exempted(exempted)}"


def _exempted(exempted: Exempted) -> str:
    words = f"“{exempted.words}”" if exempted.words else "全文"
    return f"{words}（{exempted.count} 处）按校对例外放过：{exempted.reason}"


def _excerpt(problem: Problem) -> list[str]:
    """The source line, cut to a readable length around the place, and a caret line that allows for wide characters."""
    place = problem.place
    if not place.line or not place.column or not place.text.strip():
        return []
    start = place.column - 1
    begin = max(0, start - 40)
    shown = place.text[begin : start + 60].replace("\t", " ")
    lead = ("…" if begin else "") + place.text[begin:start].replace("\t", " ")
    marked = place.text[start : start + place.length]
    tail = "…" if start + 60 < len(place.text) else ""
    carets = "^" * max(1, min(width(marked), 60))
    return [f"  {'…' if begin else ''}{shown}{tail}".rstrip(), f"  {' ' * width(lead)}{carets}"]


def _weight(problem: Problem) -> Level:
    return Level.ERROR if problem.stops else Level.WARNING


def _annotation(problem: Problem) -> str:
    place = problem.place
    fields = [f"file={_escape(place.file, in_field=True)}"]
    if place.line:
        fields.append(f"line={place.line}")
    if place.column:
        fields.append(f"col={place.column}")
    fields.append(f"title={problem.code}")
    return f"::{_weight(problem).value} {','.join(fields)}::{_escape(problem.message + ' 改法：' + problem.advice)}"


def _escape(text: str, *, in_field: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_field else text
