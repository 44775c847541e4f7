"""The blocks of an editor's text, line by line, written anew so that Markdown reads what the editor and GitHub's preview mean.

Markdown's own rules nest lists by four blanks only, lose cells and numbers, and want an empty line before most things; they
are given each list, quote, table and paragraph in the one form that they read without loss. What holds other lines is
described in `containers`, rows of tables in `tables`, which lines of a block are paragraphs in `paragraphs`; the words
inside a line are left to Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from markdown.util import BLOCK_LEVEL_ELEMENTS

from ..typography import HAN
from . import containers, marks, paragraphs, tables
from .containers import BLANKS, DEEPEST, NOTE, NUMBER, QUOTE, Composition, Container, TooDeepError
from .fences import Fences
from .headings import skips
from .remarks import Change, Remark

_CODE = 4  # columns by which code is set in
_NOTE = re.compile(r"\[\^[^\]\n]+\]:[ ]*")
_DEFINITION = re.compile(r":[ ]+(?=\S)")
_HEADING = re.compile(r"(?P<level>#{1,6})(?!#)(?P<title>.*)")
_TOPIC_LINE = re.compile(r"#(?=[^#\s])(?:[0-9]|[^#]*#(?:\s*$|[ \u3000]*[^#\s]))")
_TOPIC = re.compile(
    rf"(?<![A-Za-z0-9_/&#?=])#(?=[^#\n]*[{HAN}])[^\s#\[\](){{}}<>](?:[^#\n\[\](){{}}<>]{{0,38}}[^\s#\[\](){{}}<>])?#(?!#)"
)
_GLUED_IDENTIFIER = re.compile(r"(\S)(\{:?[ ]*#[^}]*\}[ ]*)$")
_RULE = re.compile(r"(?:-[ ]*){3,}|(?:\*[ ]*){3,}|(?:_[ ]*){3,}")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*")
_HTML = re.compile(r"</?(?P<tag>[a-zA-Z][a-zA-Z0-9]*)|<[!?]")
_VERBATIM = {"pre": "</pre", "script": "</script", "style": "</style", "textarea": "</textarea"}
_NOT_TO_BE_READ = re.compile(
    r"[0-9]+(?=\.[ ])|(?=#)"
)  # at a line's start, what Markdown would take for more than words
_ODD_BLANKS = frozenset(" \u3000\xa0")
_WIDE = re.compile("[\u3000\xa0]")
_MARGIN = re.compile(r"[ \t]*[\u3000\xa0][ \t\u3000\xa0]*(?=[-*+][ \t]|[0-9]{1,9}[.)][ \t]|#{1,6}[ ]|>|\|)")
# A line that begins with none of these is text, unless it stands in something.
_MAY_BE_MORE = frozenset(" \t\u3000\xa0>-*+#=_`~<:：[|｜—－─0123456789") | {""}
_BLOCK_SIGNS = (" ", "#", ">", "|", "```", "~~~", ":", "[^")
_GAP = re.compile(r"[ ]{2,}(?=\S)")
_CHINESE = re.compile(f"[{HAN}]")
_TITLE_LENGTH = 40
_SENTENCE_ENDS = ("。", "！", "？", "；", "，", "：", "、", "…", "!", "?", ";", ",", ":", ".", "”", "）")
_FARTHEST_SIBLING = 40  # lines looked through for the number below


@dataclass(slots=True)
class _Line:
    number: int
    words: str
    has_tabs: bool = False


@dataclass(slots=True)
class _Table:
    """A table while its rows are read. changes: what puts signs of a Chinese keyboard right in it."""

    number: int
    head: list[tables.Cell]
    rule: list[tables.Cell]
    rows: list[list[tables.Cell]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    is_full_width: bool = False


def rewrite(text: str, source: str, keep_code: Callable[[str], str]) -> tuple[list[str], list[Remark]]:
    """The lines of `text` as Markdown shall see them, and what is to be told about them. Linear in the text.

    text: the body with notes of places; source: the same without; keep_code: code between fences -> its stand-in.
    Raises TooDeepError.
    """
    blocks = _Blocks(text.split("\n"), source.split("\n"), keep_code)
    return blocks.read(), sorted(blocks.remarks, key=lambda remark: (remark.line, remark.column))


class _Blocks:
    """One walk over the lines of a body, in the way of CommonMark's first phase; a block is written when it ends."""

    def __init__(self, lines: list[str], source: list[str], keep_code: Callable[[str], str]) -> None:
        self._with_tabs, self._source = lines, source
        self._lines = [_with_blanks(line) if line[:1] in _ODD_BLANKS or "\t" in line else line for line in lines]
        self._keep_code = keep_code
        self._page = Composition()
        self._open = self._page.containers
        self._fences = Fences(self._lines)
        self._paragraph: list[_Line] = []
        self._table: _Table | None = None
        self._html_end: str | None = None  # what ends the raw HTML that is passed over; "" for a blank line
        self._code_until, self._prose_until = 0, 0  # the lines set in like code before these are code, are text
        self._last_numbers: dict[int, int] = {}  # of the last ordered list at each depth
        self._levels: list[tuple[int, int]] = []  # of the headings, with their lines
        self._set_in: list[int] = []  # lines of text set in like code
        self.remarks: list[Remark] = []

    def read(self) -> list[str]:
        number = 0
        while number < len(self._lines):
            number = self._read(number)
        self._close(0)
        self._tell_set_in()
        self._tell_levels()
        return [*self._page.lines, "", ""]

    def _read(self, number: int) -> int:
        """Read the line of that number; returns the number of the next one to read."""
        line = self._lines[number]
        if self._html_end is not None and self._pass_over_html(line):
            return number + 1
        if line[:1] not in _MAY_BE_MORE and self._is_mere_text(number):
            self._paragraph.append(_Line(number, line))
            return number + 1
        if not line.strip(BLANKS):
            self._read_blank(0)
            return number + 1
        rows = tables.sheet(self._source, number) if not self._open and "\t" in self._source[number] else 0
        if rows:
            return self._read_sheet(number, rows)
        depth, rest = self._entered(line)
        if not rest.strip(BLANKS):
            self._read_blank(depth)
            return number + 1
        depth, rest, has_opened = self._opened(number, depth, rest)
        if not has_opened and depth < len(self._open):
            if self._is_lazy(number, rest):
                self._paragraph.append(_Line(number, rest.lstrip(" ")))
                return number + 1
            self._close(depth)
        return self._read_content(number, rest)

    def _is_mere_text(self, number: int) -> bool:
        """Whether a line that begins with a word goes on with a paragraph outside of any container, or begins one."""
        is_in_columns = "\t" in self._source[number] or (bool(self._paragraph) and self._paragraph[-1].has_tabs)
        return not self._open and self._table is None and not is_in_columns

    # -- Containers -------------------------------------------------------------------------------------------------

    def _entered(self, line: str) -> tuple[int, str]:
        """How many of the open containers a line stands in, and what of it is their content."""
        for depth, holder in enumerate(self._open):
            if holder.kind != QUOTE and not line.strip(BLANKS):
                continue
            inside = holder.inside(line)
            if inside is None:
                return depth, line
            line = inside
        return len(self._open), line

    def _opened(self, number: int, depth: int, rest: str) -> tuple[int, str, bool]:
        """Open the containers that begin with `rest`: the depth reached, the content left, whether there was any."""
        has_opened = False
        while True:
            found = self._container_at(number, depth, rest)
            if found is None:
                return depth, rest, has_opened
            holder, rest = found
            if depth == DEEPEST:
                raise TooDeepError
            if not has_opened:
                self._close(depth)
            self._open.append(holder)
            if holder.kind == NUMBER and _begins_as_block(rest):
                self._page.block([""])  # the number alone: what follows is no text it could stand in
            depth, has_opened = depth + 1, True

    def _container_at(self, number: int, depth: int, rest: str) -> tuple[Container, str] | None:
        words = rest.lstrip(" ")
        indent = len(rest) - len(words)
        if indent >= _CODE:
            is_text = depth == len(self._open) and bool(self._paragraph)
            if not containers.marker_kind(words) or not (is_text or self._is_prose(number)):
                return None
        if words.startswith(">"):
            return containers.quote(), words[2:] if words.startswith("> ") else words[1:]
        if words.startswith(("[^", ":")):
            return self._note_at(depth, words)
        return None if _RULE.fullmatch(words) else self._item_at(number, depth, indent, words)

    def _item_at(self, number: int, depth: int, indent: int, words: str) -> tuple[Container, str] | None:
        marker = containers.BULLET_SIGN.match(words) or containers.NUMBER_SIGN.match(words)
        if marker is None:
            return None
        holder, content = containers.item(marker, indent, words)
        sibling = self._open[depth] if depth < len(self._open) and self._open[depth].kind == holder.kind else None
        if sibling is None and not content:
            return None
        if holder.kind == NUMBER:
            if sibling is None and not self._begins_list(number, depth, indent, holder.number, content):
                return None
            self._count(number, depth, holder, sibling)
            holder.first = f"{holder.number}. {marks.note(marks.NUMBER, holder.number)}"
        return holder, content

    def _begins_list(self, line: int, depth: int, indent: int, number: int, content: str) -> bool:
        """Whether a number that follows no item begins a list; if not, it is a word of the text.

        A list begins with 1, goes on where the one above in the same place ended, or shows by the number below.
        """
        interrupts = depth == len(self._open) and bool(self._paragraph)
        is_figure = content[:1].isdecimal()  # `1. 5公里`, `8. 15日`: one number with a blank in it
        if number == 1 and not (interrupts and is_figure):
            return True
        if interrupts and number != 1:
            return False
        goes_on = self._last_numbers.get(depth) == number - 1 and not is_figure
        return goes_on or self._number_below(line, indent) == number + 1

    def _number_below(self, line: int, indent: int) -> int | None:
        """The number of the item below, or None when what follows at this margin is none."""
        for text in self._lines[line + 1 : line + _FARTHEST_SIBLING]:
            words = text.lstrip(" >")
            if not words.strip(BLANKS):
                continue
            marker = containers.NUMBER_SIGN.match(words)
            if marker is not None:
                return int(marker["number"])
            if len(text) - len(words) < indent + 2:
                return None
        return None

    def _count(self, line: int, depth: int, holder: Container, sibling: Container | None) -> None:
        """Tell when the number of an item does not follow that of the one before."""
        if sibling is not None and holder.number not in (1, sibling.number + 1):
            written = str(holder.number)
            column = max(0, self._source[line].find(written))
            self._tell("BD42", line, column, len(written), number=holder.number, before=sibling.number)
        self._last_numbers = {at: last for at, last in self._last_numbers.items() if at < depth}
        self._last_numbers[depth] = holder.number

    def _note_at(self, depth: int, words: str) -> tuple[Container, str] | None:
        """A footnote; or a definition, which stands below its terms or another definition of theirs."""
        note = _NOTE.match(words)
        if note is not None:
            return containers.note(note.group()), words[note.end() :]
        definition = _DEFINITION.match(words)
        if definition is None:
            return None
        has_terms = depth == len(self._open) and bool(self._paragraph)
        if not has_terms and not (depth < len(self._open) and self._open[depth].kind == NOTE):
            return None
        if has_terms:
            terms, self._paragraph = [line.words.strip(BLANKS) for line in self._paragraph], []
            self._page.block(terms)
        return containers.definition(), words[definition.end() :]

    def _close(self, depth: int) -> None:
        """Close the containers below that depth, and what stands in them."""
        self._end_block()
        while len(self._open) > depth:
            if self._open[-1].first is not None:
                self._page.block([""], is_glued=True)
            self._open.pop()

    def _is_lazy(self, number: int, rest: str) -> bool:
        """Whether a line outside of the innermost container goes on with the paragraph in it."""
        words = rest.lstrip(" ")
        if not self._paragraph or rest.startswith("\u3000\u3000") or _UNDERLINE.fullmatch(words):
            return False
        if self._begins_block(number, words):
            return False
        return self._open[-1].kind == NOTE or not paragraphs.opens_with_enumerator(words)

    def _begins_block(self, number: int, words: str) -> bool:
        if not words.startswith(("#", "`", "~", "<", "-", "*", "_")):
            return False
        if words.startswith("#"):
            return _HEADING.match(words) is not None and not _TOPIC_LINE.match(words)
        return _is_html_block(words) or _RULE.fullmatch(words) is not None or self._fence_end(number, words) is not None

    # -- What stands in them ----------------------------------------------------------------------------------------

    def _read_blank(self, depth: int) -> None:
        """An empty line: ends what stands above it, and the quotes it does not stand in."""
        self._end_block()
        for at in range(depth, len(self._open)):
            if self._open[at].kind == QUOTE:
                self._close(at)
                break
        self._page.is_blank_before = True

    def _read_content(self, number: int, rest: str) -> int:
        words = rest.lstrip(" ")
        indent = len(rest) - len(words)
        if self._read_row(number, words):
            return number + 1
        if indent >= _CODE and not self._paragraph and not self._is_prose(number):
            self._page.block([rest], is_glued=self._code_until > 0 and number > 0 and self._is_code(number - 1))
            return number + 1
        end = self._fence_end(number, words)
        if end is not None:
            return self._read_fence(number, end, indent)
        if not (self._read_rule(number, words) or self._read_heading(number, words) or self._read_html(words)):
            self._read_text(number, words, indent)
        return number + 1

    def _is_prose(self, number: int) -> bool:
        """Whether the lines set in like code, from this one to the next blank one, hold Chinese: then they are text."""
        if number >= max(self._code_until, self._prose_until):
            end, has_chinese = number, False
            while end < len(self._lines) and self._lines[end].strip(BLANKS):
                has_chinese = has_chinese or _CHINESE.search(self._lines[end]) is not None
                end += 1
            if has_chinese:
                self._prose_until = end
            else:
                self._code_until = end
        return number < self._prose_until

    def _is_code(self, number: int) -> bool:
        line = self._lines[number]
        return bool(line.strip(BLANKS)) and number >= self._prose_until and line.startswith(" " * _CODE)

    def _fence_end(self, number: int, words: str) -> int | None:
        if not words.startswith(("```", "~~~")):
            return None
        return self._fences.end_of(number, words, is_quoted=any(holder.kind == QUOTE for holder in self._open))

    def _read_fence(self, number: int, end: int, indent: int) -> int:
        """Code between two fences is taken out of the text whole."""
        self._end_block()
        code = []
        for line in self._lines[number + 1 : end]:
            _, rest = self._entered(line)
            blanks = len(rest) - len(rest.lstrip(" "))
            code.append(rest[min(indent, blanks) :])
        self._page.block([self._keep_code("".join(f"{line}\n" for line in code))])
        return end + 1

    def _read_rule(self, number: int, words: str) -> bool:
        """A line of signs: a heading's underline, or a rule between parts."""
        is_underline = words.startswith(("=", "-")) and _UNDERLINE.fullmatch(words) is not None
        if is_underline and self._paragraph:
            above = self._paragraph[-1]
            if len(self._paragraph) == 1 and _is_title(above.words):
                self._paragraph = []
                self._write_heading(above.number, 1 if words[0] == "=" else 2, above.words)
                return True
        if is_underline and len(words.rstrip()) < 3:
            self._end_block()
            return False
        if is_underline and (self._paragraph or words[0] == "="):
            self._tell_rule(number, words[0])
        elif not words.startswith(("-", "*", "_")) or not _RULE.fullmatch(words):
            return False
        self._end_block()
        self._page.block(["---"])
        return True

    def _tell_rule(self, number: int, sign: str) -> None:
        whole = (number, 0, len(self._source[number]), "\n---" if self._paragraph else "---")
        change = (number, 0, 0, "\n") if sign == "-" else whole
        self._tell("BD35", number, sign=sign * 3, changes=[change])

    def _read_heading(self, number: int, words: str) -> bool:
        heading = _HEADING.match(words) if words.startswith("#") and not _TOPIC_LINE.match(words) else None
        if heading is None:
            return False
        self._end_block()
        title = heading["title"]
        if not title.strip(BLANKS + "#"):
            self._tell("BD36", number, changes=[(number, 0, len(self._source[number]), "")])
            return True
        if title[0] != " ":
            after = self._source[number].index("#") + len(heading["level"])
            self._tell(
                "BD39",
                number,
                after - len(heading["level"]),
                len(heading["level"]),
                changes=[(number, after, after, " ")],
            )
        self._write_heading(number, len(heading["level"]), title)
        return True

    def _write_heading(self, number: int, level: int, title: str) -> None:
        self._levels.append((level, number))
        title = _GLUED_IDENTIFIER.sub(r"\1 \2", title.strip(BLANKS))
        self._page.block([f"{'#' * level} {title}"])

    def _read_html(self, words: str) -> bool:
        if not words.startswith("<") or not _is_html_block(words):
            return False
        self._end_block()
        tag = _HTML.match(words)
        name = (tag["tag"] or "") if tag else ""
        self._html_end = "-->" if words.startswith("<!--") else _VERBATIM.get(name.lower(), "")
        self._pass_over_html(self._page.prefix() + words)
        return True

    def _pass_over_html(self, line: str) -> bool:
        """Write a line of raw HTML as it is; False where the raw HTML is over."""
        if not self._html_end and not line.strip(BLANKS):
            self._html_end = None
            return False
        self._page.raw(line)
        if self._html_end and self._html_end in line.lower():
            self._html_end = ""
        return True

    def _read_text(self, number: int, words: str, indent: int) -> None:
        """A line of a paragraph. Where it is set in, or stood in columns, it begins one."""
        has_tabs = tables.tabs(self._source[number]) > 0
        above = self._paragraph[-1] if self._paragraph else None
        if above is not None and (self._is_begun(above, words, indent) or has_tabs or above.has_tabs):
            self._end_block()
            if has_tabs and above.has_tabs:
                self._tell("BD43", number)
        if not self._paragraph and indent >= _CODE and not self._open:
            self._set_in.append(number)
        if words.startswith(("```", "~~~")) and self._fences.opens(words):
            self._tell("BD46", number)
        if "\t" in self._source[number]:
            words = _GAP.sub(" ", words)
        self._paragraph.append(_Line(number, words, has_tabs))

    @staticmethod
    def _is_begun(above: _Line, words: str, indent: int) -> bool:
        """Whether a line that is set in begins a paragraph below another line."""
        if words.startswith("\u3000\u3000"):
            return True
        is_set_in = indent >= _CODE or words.startswith(("\u3000", "\xa0"))
        return is_set_in and paragraphs.ends_sentence(above.words)

    # -- Tables -----------------------------------------------------------------------------------------------------

    def _read_row(self, number: int, words: str) -> bool:
        """A row of a table, or the rule that makes the line above the head of one."""
        if self._table is None:
            return bool(self._paragraph) and self._begin_table(number, words)
        if self._table.is_full_width:
            words = self._mended(number, words)
        if "|" not in words:
            self._end_block()
            if not self._begins_block(number, words):
                self._tell("BD31", number, changes=[(number, 0, 0, "\n")])
            return False
        row = tables.cells(words)
        if len(row) > len(self._table.head):
            self._tell_cell(number, len(self._table.head))
        self._table.rows.append(row)
        return True

    def _begin_table(self, number: int, words: str) -> bool:
        head, rule = self._paragraph[-1].words, words
        is_full_width = tables.is_full_width_rule(words) or (tables.is_rule(words) and "|" not in head)
        if is_full_width:
            head, rule = head.replace("｜", "|"), tables.in_ascii(words)
        if "|" not in head or not tables.is_rule(rule):
            return False
        above = self._paragraph.pop()
        self._end_block()
        self._table = _Table(above.number, tables.cells(head), tables.cells(rule), is_full_width=is_full_width)
        if is_full_width:
            self._mended(above.number, above.words)
            source = self._source[number]
            self._table.changes.append((number, 0, len(source), tables.in_ascii(source)))
        if len(self._table.head) != len(self._table.rule):
            self._tell("BD44", number, head=len(self._table.head), rule=len(self._table.rule))
        return True

    def _mended(self, number: int, words: str) -> str:
        """A row with ASCII pipes; the mend is noted."""
        assert self._table is not None
        self._table.changes += [
            (number, at, at + 1, "|") for at, sign in enumerate(self._source[number]) if sign == "｜"
        ]
        return words.replace("｜", "|")

    def _tell_cell(self, number: int, width: int) -> None:
        """The first cell beyond the head of its table."""
        source = self._source[number]
        margin = len(source) - len(source.lstrip(" >"))
        column, words = tables.cells(source[margin:].replace("｜", "|"))[width]
        self._tell("BD30", number, margin + column, len(words), words=words, width=width)

    def _read_sheet(self, first: int, count: int) -> int:
        """Rows out of a spreadsheet, the first of which is the head."""
        self._end_block()
        rows = [tables.sheet_cells(line) for line in self._with_tabs[first : first + count]]
        rule = [(0, "---")] * len(rows[0])
        self._page.block(tables.as_markdown(rows[0], rule, rows[1:]))
        last = first + count - 1
        mended = [
            tables.as_markdown(tables.sheet_cells(self._source[number]), rule, []) for number in range(first, last + 1)
        ]
        changes = [(first + at, 0, len(self._source[first + at]), row) for at, (row, _) in enumerate(mended)]
        changes.insert(1, (first, len(self._source[first]), len(self._source[first]), "\n" + mended[0][1]))
        if first and self._source[first - 1].strip(BLANKS):
            changes.insert(0, (first, 0, 0, "\n"))
        if last + 1 < len(self._source) and self._source[last + 1].strip(BLANKS):
            changes.append((last, len(self._source[last]), len(self._source[last]), "\n"))
        self._tell("BD32", first, count=count, changes=changes)
        return first + count

    # -- Where a block ends -----------------------------------------------------------------------------------------

    def _end_block(self) -> None:
        """Write the paragraph or table that ends here."""
        if self._paragraph:
            self._write_paragraph(self._paragraph)
            self._paragraph = []
        if self._table is not None:
            table, self._table = self._table, None
            self._page.block(tables.as_markdown(table.head, table.rule, table.rows))
            self._page.is_blank_before = True
            if table.is_full_width:
                self._tell("BD45", table.number, changes=table.changes)

    def _write_paragraph(self, lines: list[_Line]) -> None:
        for line in lines:
            if line.words.count("#") > 1:
                self._tell_topics(line.number)
        lines[0].words = lines[0].words.lstrip(BLANKS)
        words = [line.words for line in lines]
        words[-1] = words[-1].rstrip(" ")
        if len(words) == 1:
            self._page.block([_guarded(words[0])])
            return
        may_be_sentences = not any(holder.kind != QUOTE for holder in self._open)
        starts, are_sentences = paragraphs.breaks(
            list(map(marks.without_places, words)), may_be_sentences=may_be_sentences
        )
        for start, end in pairwise((0, *starts, len(words))):
            self._page.block([_guarded(text) for text in words[start:end]])
        if are_sentences:
            changes = [(lines[at].number, 0, 0, self._empty_line(lines[at].number)) for at in starts]
            self._tell("BD33", lines[starts[0]].number, count=len(starts) + 1, changes=changes)

    def _empty_line(self, number: int) -> str:
        """What parts a line of the source from the one above it."""
        depth = sum(holder.kind == QUOTE for holder in self._open)
        return "> " * depth + "\n" if depth and self._source[number].lstrip().startswith(">") else "\n"

    # -- What is told -----------------------------------------------------------------------------------------------

    def _tell(
        self,
        code: str,
        line: int,
        column: int = 0,
        length: int = 0,
        /,
        *,
        changes: Iterable[Change] = (),
        **values: object,
    ) -> None:
        """Note a remark, by default of a whole line. Mends of what stands in lists or quotes are left to the editor."""
        source = self._source[line]
        if not length:
            column = len(source) - len(source.lstrip(BLANKS + ">"))
            length = max(1, len(source.rstrip(BLANKS)) - column)
        may_mend = all(holder.kind == QUOTE for holder in self._open) if code == "BD33" else not self._open
        self.remarks.append(Remark(code, line, column, length, values, tuple(changes) if may_mend else ()))

    def _tell_topics(self, number: int) -> None:
        for match in _TOPIC.finditer(self._source[number]):
            self._tell("BD40", number, match.start(), len(match.group()), words=match.group())

    def _tell_set_in(self) -> None:
        if self._set_in:
            first = self._set_in[0]
            changes = [
                (number, 0, len(self._source[number]) - len(self._source[number].lstrip(BLANKS)), "")
                for number in self._set_in
            ]
            self._tell("BD34", first, count=len(changes), changes=changes)

    def _tell_levels(self) -> None:
        for index in skips([level for level, _ in self._levels]):
            level, number = self._levels[index]
            self._tell("BD37", number, level=level, before=self._levels[index - 1][0])


def _with_blanks(line: str) -> str:
    """A line with blanks for its tabs, and for the wide ones before a sign that begins a block."""
    margin = _MARGIN.match(line)
    if margin is not None:
        is_item = line[margin.end()] not in "#>|"
        line = (_WIDE.sub(" ", margin.group()) if is_item else "") + line[margin.end() :]
    return line.expandtabs(4)


def _begins_as_block(words: str) -> bool:
    """Whether the first words of an item may be more than text."""
    is_marked = words.startswith(_BLOCK_SIGNS) or containers.marker_kind(words) != ""
    return is_marked or _is_html_block(words) or _RULE.fullmatch(words) is not None


def _is_html_block(words: str) -> bool:
    html = _HTML.match(words)
    return html is not None and (html["tag"] or "div").lower() in BLOCK_LEVEL_ELEMENTS


def _is_title(words: str) -> bool:
    """Whether the words above a line of signs can be a heading: short, no sentence, no photo."""
    words = words.strip(BLANKS)
    return len(words) <= _TITLE_LENGTH and not words.endswith(_SENTENCE_ENDS) and not words.startswith("![")


def _guarded(words: str) -> str:
    """A line of text that Markdown takes for nothing else."""
    sign = _NOT_TO_BE_READ.match(words)
    if sign is None:
        return words
    return words[: sign.end()] + marks.note(marks.GUARD, 0) + words[sign.end() :]
