"""Colours as numbers, how well two of them can be told apart, and what WeChat's dark mode makes of one.

Sources: WCAG 2.2 (relative luminance, contrast ratio); the platform's own algorithm as published in wechatjs/mp-darkmode 1.2:
nearly white grounds are turned round, light ones dimmed, text is made lighter or darker until it stands out from its ground.
"""

from __future__ import annotations

import colorsys

Colour = tuple[float, float, float]  # red, green, blue, 0..255

LIGHT_GROUND, LIGHT_TEXT = "#ffffff", "#191919"  # what the platform shows where an article says nothing
DARK_GROUND, DARK_TEXT = "#191919", "#a3a3a3"

_WHITE = 250  # perceived brightness from which a colour counts as white
_MOST_OF_GROUND = 190
_LEAST_APART = 65
_LIGHT_GROUND_FROM = 100
_DARK_TONE, _BLACK_TONE = 40, 22  # lightness in percent
_TURN = 90


def read(written: str) -> Colour:
    """`#rrggbb` or `#rgb`. Raises ValueError for anything else."""
    digits = written.removeprefix("#")
    whole = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    if not written.startswith("#") or len(whole) != 6:
        raise ValueError(written)
    red, green, blue = bytes.fromhex(whole)
    return red, green, blue


def written(colour: Colour) -> str:
    return "#" + "".join(f"{min(255, max(0, round(part))):02x}" for part in colour)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio, 1..21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


# -- The platform's dark mode ------------------------------------------------------------------------------------------


def dark_ground(colour: Colour) -> Colour:
    """What becomes of a background."""
    hue, tone, strength = _tones(colour)
    bright = _brightness(colour)
    if (strength == 0 and tone > _DARK_TONE) or bright > _WHITE:
        return _toned(0, min(100, 100 + _tones(_NIGHT)[1] - tone), 0)
    if bright > _MOST_OF_GROUND:
        return _brought_to(_MOST_OF_GROUND, colour)
    return _toned(hue, _BLACK_TONE, strength) if tone < _BLACK_TONE else colour


def dark_text(colour: Colour, ground: Colour) -> Colour:
    """What becomes of text, or of a border, on a ground that is dark already."""
    below, own = _brightness(ground), _brightness(colour)
    apart = abs(below - own)
    if own >= _WHITE:
        return colour
    if apart > _MOST_APART and below <= _brightness(_NIGHT) + 2:
        return _brought_to(_MOST_APART + below, colour)
    return colour if apart >= _LEAST_APART else _set_apart(colour, ground)


def _set_apart(colour: Colour, ground: Colour) -> Colour:
    hue, tone, strength = _tones(colour)
    below = _brightness(ground)
    is_light = below >= _LIGHT_GROUND_FROM
    if tone > _TURN - _DARK_TONE if is_light else tone <= _DARK_TONE:
        return dark_text(_toned(hue, _TURN - tone, strength), ground)
    return _brought_to(min(_MOST_APART, below - _LEAST_APART if is_light else below + _LEAST_APART), colour)


def _brightness(colour: Colour) -> float:
    """Perceived brightness (W3C, AERT)."""
    red, green, blue = colour
    return (299 * red + 587 * green + 114 * blue) / 1000


def _brought_to(bright: float, colour: Colour) -> Colour:
    """The colour in another perceived brightness; a part that would be beyond the scale gives way to another."""
    own = _brightness(colour)
    red, green, blue = (min(255.0, part * bright / own) for part in colour)
    if green == 0 or 255 in (red, blue):
        green = (1000 * bright - 299 * red - 114 * blue) / 587
    elif red == 0:
        red = (1000 * bright - 587 * green - 114 * blue) / 299
    elif blue == 0 or green == 255:
        blue = (1000 * bright - 299 * red - 587 * green) / 114
    return red, green, blue


def _tones(colour: Colour) -> tuple[float, float, float]:
    """Hue, lightness and saturation: degrees and percents."""
    hue, tone, strength = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    return 360 * hue, 100 * tone, 100 * strength


def _toned(hue: float, tone: float, strength: float) -> Colour:
    red, green, blue = colorsys.hls_to_rgb(hue / 360, tone / 100, strength / 100)
    return 255 * red, 255 * green, 255 * blue


_NIGHT = read(DARK_GROUND)
_MOST_APART = _brightness(read(DARK_TEXT)) - _brightness(_NIGHT)
