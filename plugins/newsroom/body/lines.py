"""Rewrites an editor's text line by line, so that Python-Markdown reads it as the editor and GitHub's preview mean it.

Python-Markdown nests lists by four spaces only, loses table cells and list numbers, and wants an empty line before most
blocks; so it is given each list, quote, table and paragraph in the one form that it reads without loss. `openings` decides
where containers begin, `rows` reads table rows, `paragraphs` decides which lines of a block are paragraphs; the words inside
a line are left to Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from . import line_starts, marks, paragraphs, tables
from .containers import BLANKS, NOTE, QUOTE
from .fences import Fences
from .headings import skips
from .manuscript import CODE, Line, Manuscript
from .openings import Openings
from .remarks import Remark
from .rows import Rows

# A line that begins with none of these is text, unless it is inside a container.
_MAY_BE_MORE = frozenset(" \t\u3000\xa0>-*+#=_`~<:：[|｜—－─0123456789") | {""}
_GAP = re.compile(r"[ ]{2,}(?=\S)")


def rewrite(text: str, source: str, keep_code: Callable[[str], str]) -> tuple[list[str], list[Remark]]:
    """The lines of `text` rewritten for Markdown, and remarks about them. Linear in the text.

    text: the body with notes of positions; source: the same without; keep_code: fenced code -> its placeholder.
    Raises TooDeepError.
    """
    work = Manuscript(text, source)
    _Blocks(work, keep_code).read()
    return [*work.page.lines, "", ""], sorted(work.remarks, key=lambda remark: (remark.line, remark.column))


class _Blocks:
    """One pass over the lines of a body, like CommonMark's first phase; a block is written when it ends."""

    def __init__(self, work: Manuscript, keep_code: Callable[[str], str]) -> None:
        self._work, self._keep_code = work, keep_code
        self._openings = Openings(work, self._close)
        self._rows = Rows(work, self._end_block, self._begins_block)
        self._fences = Fences(work.lines)
        self._html_end: str | None = None  # what ends the raw HTML that is being copied; "" for a blank line
        self._levels: list[tuple[int, int]] = []  # of the headings, with their lines
        self._indented: list[int] = []  # lines of text indented like code

    def read(self) -> None:
        number = 0
        while number < len(self._work.lines):
            number = self._read(number)
        self._close(0)
        self._remark_indented()
        self._remark_levels()

    def _read(self, number: int) -> int:
        """Read line `number`; returns the number of the next line to read."""
        line = self._work.lines[number]
        if self._html_end is not None and self._pass_over_html(line):
            return number + 1
        if line[:1] not in _MAY_BE_MORE and self._is_mere_text(number):
            self._work.paragraph.append(Line(number, line))
            return number + 1
        if not line.strip(BLANKS):
            self._read_blank(0)
            return number + 1
        rows = 0 if self._work.open else tables.sheet(self._work.source, number)
        if rows:
            return self._rows.read_sheet(number, rows)
        depth, rest = self._openings.entered(line)
        if not rest.strip(BLANKS):
            self._read_blank(depth)
            return number + 1
        depth, rest, has_opened = self._openings.opened(number, depth, rest)
        if has_opened and not rest.strip(BLANKS):  # the container is still empty
            return number + 1
        if not has_opened and depth < len(self._work.open):
            if self._is_lazy(number, rest):
                self._work.paragraph.append(Line(number, rest.lstrip(" ")))
                return number + 1
            self._close(depth)
        return self._read_content(number, rest)

    def _is_mere_text(self, number: int) -> bool:
        """Whether a line that begins with a word continues or begins a paragraph outside of any container."""
        work = self._work
        is_in_columns = "\t" in work.source[number] or (bool(work.paragraph) and work.paragraph[-1].has_tabs)
        return not work.open and not self._rows.is_open and not is_in_columns

    # -- Containers -------------------------------------------------------------------------------------------------

    def _close(self, depth: int) -> None:
        """Close the containers from that depth on, with their content."""
        self._end_block()
        while len(self._work.open) > depth:
            if self._work.open[-1].first is not None:
                self._work.page.block([""], is_glued=True)
            self._work.open.pop()

    def _is_lazy(self, number: int, rest: str) -> bool:
        """Whether a line outside of the innermost container is a lazy continuation of the paragraph in it."""
        words = rest.lstrip(" ")
        if not self._work.paragraph or rest.startswith("\u3000\u3000") or line_starts.UNDERLINE.fullmatch(words):
            return False
        if self._begins_block(number, words):
            return False
        return self._work.open[-1].kind == NOTE or not paragraphs.opens_with_enumerator(words)

    def _begins_block(self, number: int, words: str) -> bool:
        if not words.startswith(("#", "`", "~", "<", "-", "*", "_")):
            return False
        if words.startswith("#"):
            return line_starts.heading(words) is not None
        is_sign = line_starts.is_html_block(words) or line_starts.RULE.fullmatch(words) is not None
        return is_sign or self._fence_end(number, words) is not None

    # -- Content of containers --------------------------------------------------------------------------------------

    def _read_blank(self, depth: int) -> None:
        """An empty line: ends the block above it, and the quotes it is not part of."""
        self._end_block()
        for at in range(depth, len(self._work.open)):
            if self._work.open[at].kind == QUOTE:
                self._close(at)
                break
        self._work.page.is_blank_before = True

    def _read_content(self, number: int, rest: str) -> int:
        words = rest.lstrip(" ")
        indent = len(rest) - len(words)
        if self._rows.read(number, words):
            return number + 1
        if indent >= CODE and not self._work.paragraph and not self._work.is_prose(number):
            self._work.page.block([rest], is_glued=self._work.is_code(number - 1))
            return number + 1
        end = self._fence_end(number, words)
        if end is not None:
            return self._read_fence(number, end, indent)
        if not (self._read_rule(number, words) or self._read_heading(number, words) or self._read_html(words)):
            self._read_text(number, words, indent)
        return number + 1

    def _fence_end(self, number: int, words: str) -> int | None:
        if not words.startswith(("```", "~~~")):
            return None
        is_quoted = any(holder.kind == QUOTE for holder in self._work.open)
        return self._fences.end_of(number, words, is_quoted=is_quoted)

    def _read_fence(self, number: int, end: int, indent: int) -> int:
        """Replace fenced code as a whole by a placeholder."""
        self._end_block()
        code = []
        for line in self._work.lines[number + 1 : end]:
            _, rest = self._openings.entered(line)
            blanks = len(rest) - len(rest.lstrip(" "))
            code.append(rest[min(indent, blanks) :])
        self._work.page.block([self._keep_code("".join(f"{line}\n" for line in code))])
        return end + 1

    def _read_rule(self, number: int, words: str) -> bool:
        """Read a line of signs: a heading's underline, or a thematic break."""
        is_underline = words.startswith(("=", "-")) and line_starts.UNDERLINE.fullmatch(words) is not None
        if is_underline and self._work.paragraph:
            above = self._work.paragraph[-1]
            if len(self._work.paragraph) == 1 and line_starts.is_title(above.words):
                self._work.paragraph = []
                self._write_heading(above.number, 1 if words[0] == "=" else 2, above.words)
                return True
        if is_underline and len(words.rstrip()) < 3:
            self._end_block()
            return False
        if is_underline and (self._work.paragraph or words[0] == "="):
            self._remark_rule(number, words[0])
        elif not words.startswith(("-", "*", "_")) or not line_starts.RULE.fullmatch(words):
            return False
        self._end_block()
        self._work.page.block(["---"])
        return True

    def _remark_rule(self, number: int, sign: str) -> None:
        whole = (number, 0, len(self._work.source[number]), "\n---" if self._work.paragraph else "---")
        change = (number, 0, 0, "\n") if sign == "-" else whole
        self._work.tell("BD35", number, sign=sign * 3, changes=[change])

    def _read_heading(self, number: int, words: str) -> bool:
        heading = line_starts.heading(words)
        if heading is None:
            return False
        self._end_block()
        title, level = heading["title"], len(heading["level"])
        if not title.strip(BLANKS + "#"):
            self._work.tell("BD36", number, changes=[(number, 0, len(self._work.source[number]), "")])
            return True
        if title[0] != " ":
            start = self._work.source[number].index("#")
            change = (number, start + level, start + level, " ")
            self._work.tell("BD39", number, start, level, changes=[change])
        self._write_heading(number, level, title)
        return True

    def _write_heading(self, number: int, level: int, title: str) -> None:
        self._levels.append((level, number))
        self._work.page.block([f"{'#' * level} {line_starts.title(title)}"])

    def _read_html(self, words: str) -> bool:
        if not words.startswith("<") or not line_starts.is_html_block(words):
            return False
        self._end_block()
        self._html_end = line_starts.end_of_html(words)
        self._pass_over_html(self._work.page.prefix() + words)
        return True

    def _pass_over_html(self, line: str) -> bool:
        """Copy a line of raw HTML unchanged; False where the raw HTML has ended."""
        if not self._html_end and not line.strip(BLANKS):
            self._html_end = None
            return False
        self._work.page.raw(line)
        if self._html_end and self._html_end in line.lower():
            self._html_end = ""
        return True

    def _read_text(self, number: int, words: str, indent: int) -> None:
        """Read a line of a paragraph. If it is indented or in columns, it begins one."""
        has_tabs = tables.tabs(self._work.source[number]) > 0
        above = self._work.paragraph[-1] if self._work.paragraph else None
        if above is not None and (self._is_begun(above, words, indent) or has_tabs or above.has_tabs):
            self._end_block()
            if has_tabs and above.has_tabs:
                self._work.tell("BD43", number)
        if not self._work.paragraph and indent >= CODE and not self._work.open:
            self._indented.append(number)
        if words.startswith(("```", "~~~")) and self._fences.opens(words):
            self._work.tell("BD46", number)
        if "\t" in self._work.source[number]:
            words = _GAP.sub(" ", words)
        self._work.paragraph.append(Line(number, words, has_tabs))

    @staticmethod
    def _is_begun(above: Line, words: str, indent: int) -> bool:
        """Whether an indented line begins a new paragraph below another line."""
        if words.startswith("\u3000\u3000"):
            return True
        is_indented = indent >= CODE or words.startswith(("\u3000", "\xa0"))
        return is_indented and paragraphs.ends_sentence(above.words)

    # -- Ends of blocks ---------------------------------------------------------------------------------------------

    def _end_block(self) -> None:
        """Write the paragraph or table that ends here."""
        if self._work.paragraph:
            self._write_paragraph(self._work.paragraph)
            self._work.paragraph = []
        self._rows.end()

    def _write_paragraph(self, lines: list[Line]) -> None:
        for line in lines:
            if line.words.count("#") > 1:
                self._remark_topics(line.number)
        lines[0].words = lines[0].words.lstrip(BLANKS)
        words = [line.words for line in lines]
        words[-1] = words[-1].rstrip(" ")
        if len(words) == 1:
            self._work.page.block([line_starts.guarded(words[0])])
            return
        may_be_sentences = not any(holder.kind != QUOTE for holder in self._work.open)
        starts, are_sentences = paragraphs.breaks(
            list(map(marks.without_places, words)), may_be_sentences=may_be_sentences
        )
        for start, end in pairwise((0, *starts, len(words))):
            self._work.page.block([line_starts.guarded(text) for text in words[start:end]])
        if are_sentences:
            changes = [(lines[at].number, 0, 0, self._empty_line(lines[at].number)) for at in starts]
            self._work.tell("BD33", lines[starts[0]].number, count=len(starts) + 1, changes=changes)

    def _empty_line(self, number: int) -> str:
        """The text to insert before a line of the source to separate it from the one above."""
        depth = sum(holder.kind == QUOTE for holder in self._work.open)
        return "> " * depth + "\n" if depth and self._work.source[number].lstrip().startswith(">") else "\n"

    # -- Remarks ----------------------------------------------------------------------------------------------------

    def _remark_topics(self, number: int) -> None:
        for match in line_starts.TOPIC.finditer(self._work.source[number]):
            self._work.tell("BD40", number, match.start(), len(match.group()), words=match.group())

    def _remark_indented(self) -> None:
        if self._indented:
            lines = [(number, self._work.source[number]) for number in self._indented]
            changes = [(number, 0, len(line) - len(line.lstrip(BLANKS)), "") for number, line in lines]
            self._work.tell("BD34", self._indented[0], count=len(changes), changes=changes)

    def _remark_levels(self) -> None:
        for index in skips([level for level, _ in self._levels]):
            level, number = self._levels[index]
            self._work.tell("BD37", number, level=level, before=self._levels[index - 1][0])
