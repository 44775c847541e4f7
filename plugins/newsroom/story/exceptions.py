"""What a story excepts from the rules of proofreading, by the head key 校对例外: each with its reason, and told when it is outdated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from os.path import commonprefix

from ..findings.catalogue import messages, problem
from ..findings.problems import Edit, Exempted, Level, Problem
from ..head import Head, value_of
from ..head import edit as edit_head
from ..head import read as read_head
from ..proofreading.copy import Copy
from ..proofreading.rule import DOUBT, Rule, Slip
from ..text.marked import Marked
from ..text.source import Source

KEY = "校对例外"
Found = tuple[Rule, Slip]


@dataclass(frozen=True, slots=True)
class Result:
    """found: the slips that are left; problems: about the exceptions themselves; exempted: what they keep from being reported."""

    found: tuple[Found, ...]
    problems: tuple[Problem, ...] = ()
    exempted: tuple[Exempted, ...] = ()


@dataclass(frozen=True, slots=True)
class _Exception:
    """One record. index: among all records; words: "" for the whole story."""

    index: int
    record: Marked
    code: str
    words: str
    reason: str

    def covers(self, rule: Rule, slip: Slip, copy: Copy) -> bool:
        """Whether the slip lies within these words somewhere in its passage, or around them."""
        return rule.code == self.code and (not self.words or any(self._overlaps(slip, copy)))

    def _overlaps(self, slip: Slip, copy: Copy) -> Iterator[bool]:
        passage, length = copy.passage_at(slip.start), len(self.words)
        start = copy.text.find(self.words, max(passage.start, slip.start - length), passage.end)
        while start >= 0:
            yield start <= slip.start and slip.end <= start + length
            yield slip.start <= start and start + length <= slip.end
            start = copy.text.find(self.words, start + 1, min(passage.end, slip.end + length))


def apply(
    source: Source, head: Head, copy: Copy, found: Sequence[Found], asked: Sequence[Rule], *, has_all: bool
) -> Result:
    """What is left of `found`, the slips that the rules `asked` found.

    has_all: whether the whole story was read, so that an exception without a slip is outdated.
    """
    mark = head.values.get(KEY)
    if mark is None or mark.is_empty:
        return Result(tuple(found))
    rules = {rule.code: rule for rule in asked}
    valid, problems = _valid(mark, rules)
    covering = [[each for each in valid if each.covers(rule, slip, copy)] for rule, slip in found]
    used = [each for some in covering for each in some]
    if has_all:
        problems += _outdated(source, [each for each in valid if each not in used and each.code in rules])
    left = (pair for pair, some in zip(found, covering, strict=True) if not some)
    return Result(tuple(left), tuple(problems), tuple(_told(each, used.count(each)) for each in valid if each in used))


def _told(each: _Exception, count: int) -> Exempted:
    return Exempted(each.record.place, each.code, each.words, each.reason, count)


def _valid(mark: Marked, rules: Mapping[str, Rule]) -> tuple[list[_Exception], list[Problem]]:
    """The exceptions that count, and a finding for each of the others."""
    valid: list[_Exception] = []
    problems: list[Problem] = []
    for index, record in enumerate(mark.items or ()):
        code, reason = record.text_of("规则").strip().upper(), record.text_of("理由").strip()
        wrong = _wrong(record, code, reason, rules)
        problems += wrong
        if not wrong:
            valid.append(_Exception(index, record, code, record.text_of("文字").strip(), reason))
    return valid, problems


def _wrong(record: Marked, code: str, reason: str, rules: Mapping[str, Rule]) -> Iterable[Problem]:
    missing = "、".join(name for name, value in (("规则", code), ("理由", reason)) if not value)
    if missing:
        return [problem("PF91", record.place, {"missing": missing})]
    place = (record.get("规则") or record).place
    if code == DOUBT:
        return []
    if code not in rules:
        near = get_close_matches(code, sorted(rules), n=1)
        return [problem("PF90", place, {"code": code, "hint": f"是不是“{near[0]}”？" if near else ""})]
    if messages(code[:2])[code].level is Level.ERROR and not rules[code].may_be_excepted:
        return [problem("PF92", place, {"code": code})]
    return []


def _outdated(source: Source, unused: Sequence[_Exception]) -> Iterator[Problem]:
    """The findings about exceptions for which there is no slip, all with the one edit that removes them together."""
    edit = _removal(source, [each.index for each in unused]) if unused else None
    for each in unused:
        words = f"“{each.words}”" if each.words else "全文"
        yield problem("PF93", each.record.place, {"code": each.code, "words": words}, edits=(edit,) if edit else ())


def _removal(source: Source, indexes: Sequence[int]) -> Edit | None:
    """The edit that removes these records from the head, None unless everything else stays as it is."""
    text = source.text
    try:
        for index in sorted(indexes, reverse=True):
            text = edit_head(text, (KEY, index), None)
    except ValueError:
        return None
    before, after = (read_head(each)[0] for each in (source, Source(source.file, text)))
    return _difference(source.text, text) if before and after and _others(before) == _others(after) else None


def _others(head: Head) -> dict[str, object]:
    return {key: value_of(mark) for key, mark in head.values.items() if key != KEY}


def _difference(before: str, after: str) -> Edit:
    """The shortest edit that makes `after` of `before`."""
    start = len(commonprefix((before, after)))  # noqa: RUF071 - characters are what is to be compared
    rest = before[start:], after[start:]
    end = len(commonprefix([text[::-1] for text in rest]))  # noqa: RUF071
    return Edit(start, len(before) - end, after[start : len(after) - end])
