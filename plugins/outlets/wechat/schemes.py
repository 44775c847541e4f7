"""What the colours of a finished article become in the light and in the dark: its contrasts, and the article as a phone shows it at night."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from . import colours
from .colours import Colour
from .markup import Node

LEAST = 4.5  # WCAG 1.4.3, GB/T 37668-2019
_COLOUR = re.compile("#[0-9a-f]{6}|#[0-9a-f]{3}")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its contrasts in both schemes."""

    words: str
    light: float
    dark: float


@dataclass(frozen=True, slots=True)
class _Look:
    """The colours that hold for the text of an element; at night those of the ground have been changed already."""

    text: Colour
    ground: Colour
    night_text: Colour
    night_ground: Colour

    def within(self, style: dict[str, str]) -> _Look:
        """The look in an element of this style; a new ground changes the colour of text that has none of its own."""
        look = self
        if "background-color" in style:
            ground = colours.read(style["background-color"])
            look = replace(look, ground=ground, night_ground=colours.dark_ground(ground))
        if "color" in style:
            look = replace(look, text=colours.read(style["color"]))
        return look if look is self else replace(look, night_text=colours.dark_text(look.text, look.night_ground))


_UNSAID = _Look(*map(colours.read, (colours.LIGHT_TEXT, colours.LIGHT_GROUND, colours.DARK_TEXT, colours.DARK_GROUND)))


def style_of(node: Node) -> dict[str, str]:
    """The declarations of an element, by property."""
    pairs = (declaration.partition(":") for declaration in node.get("style").split(";") if declaration)
    return {name.strip(): value.strip() for name, _, value in pairs}


def readings(article: Node) -> Iterator[Reading]:
    """All texts of an article whose sheet is in its elements, in their order."""
    return _readings(article, _UNSAID)


def _readings(node: Node, around: _Look) -> Iterator[Reading]:
    look = around.within(style_of(node))
    for child in node.children:
        if isinstance(child, Node):
            yield from _readings(child, look)
        elif child.strip():
            light = colours.contrast(look.text, look.ground)
            yield Reading(child, light, colours.contrast(look.night_text, look.night_ground))


def at_night(article: Node) -> Node:
    """The same article in the colours that the platform gives it in the dark."""
    return _at_night(article, _UNSAID)


def _at_night(node: Node, around: _Look) -> Node:
    style = style_of(node)
    look = around.within(style)
    changed = {name: _changed(name, value, look) for name, value in style.items()}
    if look is not around:
        changed["color"] = colours.written(look.night_text)
    attributes = dict(node.attributes)
    if changed:
        attributes["style"] = ";".join(f"{name}:{value}" for name, value in changed.items())
    return Node(
        node.tag, attributes, [child if isinstance(child, str) else _at_night(child, look) for child in node.children]
    )


def _changed(name: str, value: str, look: _Look) -> str:
    if name == "background-color":
        return colours.written(look.night_ground)
    night = colours.read(colours.DARK_GROUND)
    return _COLOUR.sub(lambda found: colours.written(colours.dark_text(colours.read(found[0]), night)), value)
