"""The theme's components on one page, each with its parameters and the examples of its folder. `python -m tests.theme.gallery FOLDER` writes it.

The page is for those who build the theme. It lies in a folder of its own, opens from there, and is never published.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from plugins.assets.bundle import bundle, files, scripts
from plugins.feeds.qr import qr

from . import components, samples
from .pages import COMMON, PAGES, THEME, draw_photos, environment

PAGE = "gallery.html"
_FILES = {
    "stylesheet": bundle(THEME).name,
    "scripts": {name: script.name for name, script in scripts(THEME).items()},
}


@dataclass(frozen=True, slots=True)
class Example:
    """One component in one case. name: of the case, in Chinese; within: the classes of what it stands in; is_empty: nothing is shown."""

    component: str
    name: str
    html: Markup
    within: str
    is_empty: bool


@cache
def examples() -> tuple[Example, ...]:
    """All examples, by component in alphabetical order."""
    found: list[Example] = []
    for name in components.names():
        matter = {**COMMON, **_FILES, "s": samples, "example": _taker(name, found)}
        _environment().get_template(f"components/{name}/examples.html").render(matter)
    return tuple(found)


def _taker(component: str, found: list[Example]) -> Callable[..., str]:
    def example(name: str, *, caller: Callable[[], Markup], within: str = "", is_empty: bool = False) -> str:
        found.append(Example(component, name, caller(), within, is_empty))
        return ""

    return example


def _environment() -> Environment:
    """As `pages.environment`, with addresses beside the page, so that it can be opened as a file."""
    made = environment()
    made.globals.update(url=lambda address: address or PAGE, url_of=lambda _: PAGE, static="theme/{}".format)
    return made


def render() -> str:
    """The page with every example in a frame of its own."""
    frame = _environment().get_template("gallery/example.html")
    pages = [(one, frame.render({**COMMON, **_FILES, "example": one})) for one in examples()]
    shown = [
        (name, components.documented(name), [(one, page) for one, page in pages if one.component == name])
        for name in components.names()
    ]
    return _environment().get_template("gallery/page.html").render({**COMMON, **_FILES, "components": shown})


def write(folder: Path) -> Path:
    """The page and all it shows, in `folder`. Returns the page."""
    absolute = environment().globals["absolute"]
    matter = {named.name: named.data for named in (bundle(THEME), *scripts(THEME).values())}
    matter |= {address: path.read_bytes() for address, path in files(THEME)}
    matter |= {file: qr(absolute(address)) for address, file in PAGES["subscribe/"][1]["codes"].items()}
    matter |= {PAGE: render().encode()}
    for name, data in matter.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    draw_photos(folder)
    return folder / PAGE


if __name__ == "__main__":
    write(Path(sys.argv[1]))
