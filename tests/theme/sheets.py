"""Reads the theme's style sheets for the tests: the tokens of every colour scheme, the rules of every file."""

from __future__ import annotations

import re
from pathlib import Path

from .pages import THEME

CSS = THEME / "static" / "css"
COMPONENTS = THEME / "components"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ROOT = re.compile(r"(?:@media \(prefers-contrast: (more)\) \{\s*)?:root(?:[^{}]*\[data-(\w+)=[^{}]*)?\s*\{([^{}]*)\}")
_TOKEN = re.compile(r"--([\w-]+):\s*([^;]+);")


def text_of(path: Path) -> str:
    """One style sheet without its comments."""
    return _COMMENT.sub("", path.read_text(encoding="utf-8"))


def all_sheets() -> tuple[Path, ...]:
    return tuple(sorted((*CSS.glob("*.css"), *COMPONENTS.glob("*/*.css"))))


def roots() -> list[tuple[str, dict[str, str]]]:
    """(what the reader or the system asked for, tokens) of every rule for the root: "", "size", "scheme", "contrast" or "more"."""
    found = _ROOT.findall(text_of(CSS / "tokens.css"))
    return [(system or switch, dict(_TOKEN.findall(body))) for system, switch, body in found]


def schemes() -> dict[str, dict[str, str]]:
    """Tokens as each reader gets them: light, dark, and both with more contrast."""
    light: dict[str, str] = {}
    more: dict[str, str] = {}
    for asked, tokens in roots():
        light.update(tokens if asked == "" else {})
        more.update(tokens if asked == "contrast" else {})
    return {
        f"{scheme}{manner}": {name: _in_scheme(value, at) for name, value in tokens.items()}
        for at, scheme in enumerate(("light", "dark"))
        for manner, tokens in (("", light), (", more contrast", light | more))
    }


def _in_scheme(value: str, at: int) -> str:
    pair = re.fullmatch(r"light-dark\((.+), (.+)\)", value)
    return pair[at + 1] if pair else value


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two hex colours, 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    red, green, blue = (_linear(int(digits[n : n + 2], 16) / 255) for n in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
