"""Decides when `*`, `_` and `~~` are emphasis, and when they are literal characters: 3*5米, 138****1234, 姓名：____.

Follows CommonMark ("process emphasis") with two exceptions. A star between two digits or Latin letters is literal. Chinese
has no spaces between words, so next to Han characters a mark may open before an opening quote and close after any
punctuation: 他说**“好”**。 Python-Markdown's own rule is not used: it loses letters where marks overlap.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX

from ..text.typography import HAN

SIGNS = ("*", "_", "~~")
NOT_BEFORE_WORDS = "，。；：、！？…）》〉」』】〕”’,.;:!?)]}"  # no mark opens before these within Chinese text
_NOTES = f"{STX}{ETX}\ufdd0-\ufdef"
_ASCII_PUNCTUATION = r"[!-)+-/:-@\[-^`{-~]"
_NOT_BEFORE = rf"\s*{re.escape(NOT_BEFORE_WORDS)}"
_OPENS = {
    "*": re.compile(rf"(?<![\w{_NOTES}])\*+(?![\s*])(?!\Z)|\*+(?![{_NOT_BEFORE}])(?!\Z)"),
    "_": re.compile(r"(?<!\w)_+(?![\s_])(?!\Z)"),
    "~": re.compile(r"~~(?![\s~])(?!\Z)"),
}
_CLOSES = {
    "*": re.compile(rf"(?<=[^\s*])(?:(?<!{_ASCII_PUNCTUATION})\*+(?!\*)|\*+(?![*A-Za-z0-9]))"),
    "_": re.compile(r"(?<=[^\s_])_+(?!\w)"),
    "~": re.compile(r"(?<=[^\s~])~~(?!~)"),
}
_RUN = re.compile(r"\*+|_+|~+")
_LONGEST_MARK = 3  # ***very strong***
_LATIN = re.compile("[A-Za-z0-9０-９]")
_HAN = re.compile(f"[{HAN}]")
_FIGURE_BEFORE = re.compile(rf"[0-9０-９](?:[{HAN}㎡]{{1,2}}|[a-z]{{1,2}})?\Z")
_FIGURE_BEHIND = re.compile(rf"[{HAN}]{{0,2}}[0-9０-９]")
_PAIR = re.compile(rf"\*(?![{_NOT_BEFORE}])(?P<between>[^*]+)\*(?!\*)")
_PAUSES = "，。；：、！？"
_HIDDEN_NAME = re.compile(rf"[{_PAUSES}和及与][{HAN}]\Z")
_SIGN = re.compile(r"[*_~]")


def register(markdown: Markdown) -> None:
    """Make `markdown` read emphasis by these rules."""
    markdown.inlinePatterns.register(_Emphasis(r"[*_~]+", markdown), "em_strong", 60)


@dataclass(slots=True)
class _Run:
    """A delimiter run: equal signs in a row, of which those from start to end are still unused."""

    start: int
    end: int
    sign: str
    length: int
    opens: bool
    closes: bool

    def may_pair(self, closer: _Run) -> bool:
        """CommonMark's "rule of three"."""
        if self.sign != closer.sign:
            return False
        is_ambiguous = self.closes or closer.opens
        return not (is_ambiguous and (self.length + closer.length) % 3 == 0 and (self.length % 3 or closer.length % 3))


@dataclass(slots=True)
class _Span:
    """Emphasized words: [start, end) including their marks, `size` signs on each side."""

    start: int
    end: int
    size: int
    tag: str
    inner: list[_Span] = field(default_factory=list)


class _Emphasis(InlineProcessor):
    """Gives Markdown the outermost spans of a text one by one. Offsets count from its end, which does not change."""

    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self._text = ""
        self._spans: list[_Span] = []  # those not yet given, the next one last

    def handleMatch(  # type: ignore[override]  # noqa: N802 - name and signature given by Markdown's InlineProcessor
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        left = len(data) - m.start()
        if not self._spans or self._text[-left:] != data[-left:]:
            self._text, self._spans = data, _outermost(_spans(_runs(data, m.start())))[::-1]
        if not self._spans:
            return None, m.start(), len(data)
        span = self._spans[-1]
        moved = len(data) - len(self._text)
        if m.end() <= span.start + moved:
            return None, m.start(), m.end()
        self._spans.pop()
        return _element(span, self._text), span.start + moved, span.end + moved


# -- Which signs are delimiters ------------------------------------------------------------------------------------


def _runs(text: str, start: int) -> list[_Run]:
    """The runs of signs that may be delimiters."""
    found: list[_Run] = []
    passed_over, is_open = 0, False
    for match in _RUN.finditer(text, start):
        sign, at, length = match.group()[0], match.start(), len(match.group())
        if sign == "*" and length == 1 and at >= passed_over:
            pair = _PAIR.match(text, at)
            if pair is not None and _hides_names(pair, text):
                continue
            passed_over = pair.end() if pair else passed_over
        if sign == "*" and length == 2:
            is_open = not is_open
        if sign == "*" and length == 4 and is_open and not _is_in_latin(match, text):  # **甲****乙**
            found += (_Run(at, at + 2, sign, 2, False, True), _Run(at + 2, at + 4, sign, 2, True, False))
        elif not _is_mere_sign(match, text):
            opens, closes = (bool(rule[sign].match(text, at)) for rule in (_OPENS, _CLOSES))
            found.append(_Run(at, match.end(), sign, length, opens, closes))
    return found


def _is_mere_sign(signs: re.Match[str], text: str) -> bool:
    """Whether signs are literal in any context: between Latin letters or digits, or too many in a row."""
    sign, length = signs.group()[0], len(signs.group())
    if sign != "*":
        return length > _LONGEST_MARK if sign == "_" else length != 2
    if length > _LONGEST_MARK or _is_in_latin(signs, text):
        return True
    return length == 1 and _is_between_figures(signs, text)


def _is_in_latin(signs: re.Match[str], text: str) -> bool:
    return bool(signs.start() and _LATIN.match(text[signs.start() - 1]) and _LATIN.match(text, signs.end()))


def _is_between_figures(star: re.Match[str], text: str) -> bool:
    """Whether a star means multiplication, as in 5米*宽3米."""
    before = text[max(0, star.start() - 3) : star.start()]
    return bool(_FIGURE_BEFORE.search(before) and _FIGURE_BEHIND.match(text, star.end()))


def _hides_names(pair: re.Match[str], text: str) -> bool:
    """Whether two stars mask characters of names, with punctuation between them, as in 张*明、李*华、王*。"""
    if pair.start() == 0 or not _HAN.match(text[pair.start() - 1]):
        return False
    between = pair["between"]
    is_inside = _HAN.match(text, pair.end()) is not None and any(pause in between for pause in _PAUSES)
    return is_inside or _HIDDEN_NAME.search(between) is not None


# -- Which words they emphasize ------------------------------------------------------------------------------------


def _spans(runs: list[_Run]) -> list[_Span]:
    """All spans, each closing run paired with the nearest matching opener. Linear: no opener is tried twice in vain."""
    found: list[_Span] = []
    openers: list[_Run] = []
    floors: dict[tuple[str, bool, int], int] = {}  # depth below which no opener matches a closing run of that kind
    for run in runs:
        key = (run.sign, run.opens, run.length % 3)
        while run.closes and run.start < run.end:
            floor = min(floors.get(key, 0), len(openers))
            depth = next((at for at in range(len(openers) - 1, floor - 1, -1) if openers[at].may_pair(run)), None)
            if depth is None:
                floors[key] = len(openers)
                break
            opener = openers[depth]
            size = 2 if min(opener.end - opener.start, run.end - run.start) > 1 else 1
            tag = "del" if run.sign == "~" else ("em", "strong")[size - 1]
            found.append(_Span(opener.end - size, run.start + size, size, tag))
            opener.end, run.start = opener.end - size, run.start + size
            del openers[depth + (opener.end > opener.start) :]
            floors = {kind: min(lowest, len(openers)) for kind, lowest in floors.items()}
        if run.opens and run.start < run.end:
            openers.append(run)
    return found


def _outermost(spans: list[_Span]) -> list[_Span]:
    """The spans that are not nested in others, in order, each with the spans nested in it."""
    found: list[_Span] = []
    around: list[_Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        while around and around[-1].end <= span.start:
            around.pop()
        (around[-1].inner if around else found).append(span)
        around.append(span)
    return found


def _element(span: _Span, text: str) -> Element:
    root = Element(span.tag)
    _fill(root, span, text)
    return root


def _fill(element: Element, span: _Span, text: str) -> None:
    """Put the words of a span into its element. Remaining signs among them are escaped so that they are not parsed again."""
    last, at = None, span.start + span.size
    for inner in [*span.inner, None]:
        words = text[at : inner.start if inner else span.end - span.size]
        words = _SIGN.sub(lambda match: f"{STX}{ord(match.group())}{ETX}", words)
        if last is None:
            element.text = words
        else:
            last.tail = words
        if inner is not None:
            last, at = SubElement(element, inner.tag), inner.end
            _fill(last, inner, text)
