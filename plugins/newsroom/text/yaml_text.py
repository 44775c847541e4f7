"""Reads YAML into values with source positions. What the keys mean is left to others.

Imported only for YAML beyond what the head's own grammar reads: the library takes a while to load.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import yaml

from ..findings.catalogue import problem
from ..findings.problems import Place, Problem
from .marked import Locate, Marked, is_null, join_lines
from .typography import printable

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 20
_MANY_DASHES = re.compile(r"^[ ]*(?:[-?:][ \t]+){20}", re.MULTILINE)


def parse(
    text: str, locate: Locate, offset: Callable[[int, int], int] | None = None
) -> tuple[Marked | None, tuple[Problem, ...]]:
    """The YAML document in `text`, or None if it cannot be read; a repeated key is a finding, and the first one wins.

    offset: turns a 0-based (line, column) of `text` into an offset of the whole file; without it no value has a span.
    """
    if _is_too_deep(text):  # libyaml and its Python side would overflow the stack
        return None, (problem("HD01", locate(0, 0), {"detail": "嵌套过深，一层里面套了太多层"}),)
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return None, (_broken(error, text.split("\n"), locate),)
    except (yaml.YAMLError, UnicodeError, RecursionError):
        return None, (problem("HD01", locate(0, 0), {"detail": "有不能识别的字符"}),)
    if node is None:
        return None, ()
    reading = _Reading(text.split("\n"), text, locate, offset)
    return reading.value(node, depth=0), tuple(reading.problems)


def _broken(error: yaml.MarkedYAMLError, lines: list[str], locate: Locate) -> Problem:
    """Where YAML gave up, in Chinese; for an unclosed quote or bracket, where it was opened."""
    english = error.problem or error.context or ""
    mark = (
        error.context_mark if "unexpected end of stream" in english or "did not find expected ','" in english else None
    )
    mark = mark or error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines):
        line, column = len(lines) - 1, len(lines[-1])
    return problem("HD01", locate(line, column), {"detail": _in_chinese(english)})


def _is_too_deep(text: str) -> bool:
    if _MANY_DASHES.search(text):
        return True
    if text.count("[") + text.count("{") <= _DEEPEST:
        return False
    depth = 0
    for bracket in re.findall(r"[\[\]{}]", text):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        if depth > _DEEPEST:
            return True
    return False


@dataclass(slots=True)
class _Reading:
    """The conversion of one document from YAML nodes to Marked values."""

    lines: list[str]
    text: str
    locate: Locate
    offset: Callable[[int, int], int] | None
    problems: list[Problem] = field(default_factory=list)
    known: dict[int, Marked] = field(default_factory=dict)  # a node reached again through an alias is read once
    open: set[int] = field(default_factory=set)  # a node that contains itself is an error

    def value(self, node: yaml.Node, depth: int) -> Marked:
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if id(node) in self.known:
            return self.known[id(node)]
        place, span = self._place(node), self._span(node)
        if depth > _DEEPEST or id(node) in self.open:
            self.problems.append(problem("HD01", place, {"detail": "嵌套过深，一层里面套了太多层"}))
            return Marked(place, text="")
        self.open.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            items = tuple(self.value(item, depth + 1) for item in node.value)
            marked = Marked(place, items=items, span=span)
        else:
            assert isinstance(node, yaml.MappingNode)
            marked = Marked(place, entries=self._entries(node, depth), span=span)
        self.known[id(node)] = marked
        return marked

    def _entries(self, node: yaml.MappingNode, depth: int) -> tuple[tuple[Marked, Marked], ...]:
        entries: dict[str | None, tuple[Marked, Marked]] = {}
        for key_node, value_node in node.value:
            key = self.value(key_node, depth + 1)
            value = self.value(value_node, depth + 1)
            if key.text in entries:
                first = entries[key.text][0].place.line
                self.problems.append(problem("HD02", key.place, {"key": key.text, "first": first}))
                continue
            entries[key.text] = (key, value)
        return tuple(entries.values())

    def _scalar(self, node: yaml.ScalarNode) -> Marked:
        style = node.style or ""
        text = "" if not style and is_null(node.value) else node.value
        if node.end_mark.line > node.start_mark.line and style != "|":
            text = self._joined(node, text)
        if printable(text) != text:  # written as "\u0007": not allowed in a page or a feed
            self.problems.append(
                problem("HD01", self._place(node), {"detail": "英文双引号里的反斜杠 \\ 写出了看不见的字符"})
            )
        return Marked(self._place(node), text=text, span=self._span(node), style=style)

    def _place(self, node: yaml.Node) -> Place:
        start, end = node.start_mark, node.end_mark
        style = node.style if isinstance(node, yaml.ScalarNode) else None
        if style in ("|", ">"):
            line = start.line + 1
            written = self.lines[line] if line < len(self.lines) else ""
            return self.locate(line, len(written) - len(written.lstrip(" ")), max(1, len(written.strip())))
        quote = 1 if style in ("'", '"') else 0
        length = end.column - start.column - 2 * quote if end.line == start.line else 1
        return self.locate(start.line, start.column + quote, max(1, length))

    def _span(self, node: yaml.Node) -> tuple[int, int] | None:
        start, end = node.start_mark, node.end_mark
        if self.offset is None:
            return None
        return self.offset(start.line, start.column), self.offset(end.line, end.column)

    def _joined(self, node: yaml.ScalarNode, text: str) -> str:
        """`text`, folded by YAML, without the spaces that folding put between Chinese characters."""
        written = self.text[node.start_mark.index : node.end_mark.index]
        if node.style == ">":
            written = written.partition("\n")[2]
        pieces = [piece.strip(" \t") for piece in written.strip("\n").split("\n")]
        if node.style in ("'", '"'):
            pieces[0], pieces[-1] = pieces[0][1:], pieces[-1][:-1]
        return join_lines(pieces) if " ".join(pieces) == text.strip("\n") else text


_YAML_IN_CHINESE = (
    ("could not find expected ':'", "这一行缺少英文冒号"),
    ("mapping values are not allowed", "值里又出现了冒号"),
    ("found character that cannot start any token", "有不能放在开头的符号（如 @ ` % 或制表符）"),
    ("found unexpected end of stream", "引号只有一半"),
    ("while scanning a quoted scalar", "引号只有一半"),
    ("found unknown escape character", "英文双引号里的反斜杠 \\ 要写成两个"),
    ("did not find expected ',' or ']'", "方括号里的列表没有写完"),
    ("did not find expected ',' or '}'", "花括号里的内容没有写完"),
    ("did not find expected key", "缩进不齐，或者引号、括号后面多了字"),
    ("did not find expected '-' indicator", "列表的缩进不齐"),
    ("did not find expected node content", "括号不配对，或者逗号的位置不对"),
    ("did not find expected comment or line break", "竖线 | 或大于号 > 后面不能写字"),
    ("did not find expected <document start>", "括号不配对，或者引号、括号后面多了字"),
    ("block sequence entries are not allowed", "列表的每一项要另起一行"),
    ("mapping keys are not allowed", "值以英文问号开头"),
    ("found undefined alias", "值以 * 开头，会被当成引用别处的记号"),
    ("found duplicate anchor", "值以 & 开头，会被当成别的意思"),
    ("while scanning a tag", "值以 ! 开头，会被当成别的意思"),
    ("expected the node content", "方括号或花括号里的内容没有写完"),
    ("expected ',' or ']'", "方括号里的列表没有写完"),
    ("expected ',' or '}'", "花括号里的内容没有写完"),
    ("expected <block end>", "缩进不齐，或者这一行不是“键: 值”"),
)


def _in_chinese(english: str) -> str:
    return next((chinese for part, chinese in _YAML_IN_CHINESE if part in english), "格式不完整")
