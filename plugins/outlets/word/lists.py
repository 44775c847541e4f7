"""The part of lists: one form with signs, one with numbers, and a use of it for each list of a story."""

from __future__ import annotations

from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from .parts import element

_DEEPEST = 9
_SIGNS = "●○■"


class Lists:
    """root: of the part."""

    def __init__(self, root: BaseOxmlElement) -> None:
        self._root = root
        self._count = 0

    def add(self, depth: int, *, is_ordered: bool, start: int = 1) -> str:
        """The id of a list of its own, for items `depth` lists deep."""
        self._count += 1
        use = element(
            "w:num", element("w:abstractNumId", **{"w:val": str(int(is_ordered))}), **{"w:numId": str(self._count)}
        )
        if is_ordered:
            first = element("w:startOverride", **{"w:val": str(start)})
            use.append(element("w:lvlOverride", first, **{"w:ilvl": str(depth)}))
        self._root.append(use)
        return str(self._count)


def within(depth: int) -> int:
    """Lists deeper than Word can number share its deepest level."""
    return min(depth, _DEEPEST - 1)


def numbering() -> str:
    """The part without any list."""
    return f"<w:numbering {nsdecls('w')}>{_form(0, 'bullet')}{_form(1, 'decimal')}</w:numbering>"


def _form(key: int, how: str) -> str:
    rows = "".join(_level(depth, how) for depth in range(_DEEPEST))
    return f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="multilevel"/>{rows}</w:abstractNum>'


def _level(depth: int, how: str) -> str:
    label = _SIGNS[depth % len(_SIGNS)] if how == "bullet" else f"%{depth + 1}."
    sign = '<w:rPr><w:sz w:val="18"/></w:rPr>' if how == "bullet" else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{how}"/><w:lvlText w:val="{label}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{1120 + 480 * depth}" w:hanging="480"/></w:pPr>{sign}</w:lvl>'
    )
