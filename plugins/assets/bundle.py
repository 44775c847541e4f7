"""Bundles the theme's static files: one flattened style sheet and the scripts, with hashed names; pictures unchanged; and the
inline script of every page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Place
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.text.fingerprint import NAME, checksum

_ENTRY = "static/css/main.css"
_SCRIPTS = "components/*/*.js"
_RECALL = "components/switches/inline/recall.js"
FOLDER = "theme"  # folder of static files on the site
_IMPORT = re.compile(r"""@import\s+url\(["']?([^"')]+)["']?\)\s+layer\(([\w-]+)\)\s*;""")
_ANY_IMPORT = re.compile(r"@import\b[^;]*;?")
_STRING_OR_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/""", re.DOTALL)
_STRING_OR_SPACE = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\s*([{};,])\s*|(:)\s+|\s+""")


@dataclass(frozen=True, slots=True)
class Fingerprinted:
    """The style sheet or a script. name: site-relative address, which changes with the content; data: UTF-8."""

    name: str
    data: bytes


def bundle(theme: Path) -> Fingerprinted:
    """`static/css/main.css` with every `@import url("x") layer(y);` replaced by `@layer y{…}`. theme: its folder.

    Raises Refusal (PL10) when an imported file is missing or an import is written another way.
    """
    data = _squeeze(_flatten(theme)).encode("utf-8")
    return _fingerprinted("style", "css", data)


def scripts(theme: Path) -> dict[str, Fingerprinted]:
    """The script of every component that has one, as it was written, by component name, sorted."""
    paths = sorted(theme.glob(_SCRIPTS))
    return {path.stem: _fingerprinted(path.stem, "js", path.read_bytes()) for path in paths}


def recall(theme: Path) -> str:
    """The only inline script: one line, since every page contains it. Raises OSError."""
    return (theme / _RECALL).read_text(encoding="utf-8").strip()


def _fingerprinted(name: str, ending: str, data: bytes) -> Fingerprinted:
    return Fingerprinted(f"{FOLDER}/{name}.{checksum(data, NAME)}.{ending}", data)


def files(theme: Path) -> Iterator[tuple[str, Path]]:
    """(site-relative address, file) of every static file but style sheets, in order of address."""
    static = theme / "static"
    for path in sorted(static.rglob("*")):
        inside = path.relative_to(static)
        is_hidden = any(part.startswith(".") for part in inside.parts)
        if path.is_file() and inside.parts[0] != "css" and not is_hidden:
            yield f"{FOLDER}/{inside.as_posix()}", path


def _flatten(theme: Path) -> str:
    entry = f"{theme.name}/{_ENTRY}"
    text = _read(theme, _ENTRY, Place(entry))
    flat = _IMPORT.sub(lambda found: _layer(theme, found), text)
    if left := _ANY_IMPORT.search(flat):
        raise _broken(Place(entry), f"“{left[0].strip()}”应当写在 {_ENTRY} 里，并注明 layer(…)")
    return flat


def _layer(theme: Path, found: re.Match[str]) -> str:
    line = found.string.count("\n", 0, found.start()) + 1
    file = posixpath.normpath(posixpath.join(posixpath.dirname(_ENTRY), found[1]))
    part = _read(theme, file, Place(f"{theme.name}/{_ENTRY}", line, 1, len(found[0]), found[0]))
    return f"@layer {found[2]}{{{part}}}"


def _read(theme: Path, file: str, asked_at: Place) -> str:
    try:
        return _without_comments((theme / file).read_text(encoding="utf-8"))
    except OSError:
        raise _broken(asked_at, f"找不到样式文件 {file}") from None


def _broken(place: Place, detail: str) -> Refusal:
    return Refusal([problem("PL10", place, {"detail": detail})])


def _without_comments(text: str) -> str:
    return _STRING_OR_COMMENT.sub(lambda found: found[1] or _line_breaks(found[0]), text)


def _line_breaks(comment: str) -> str:
    """The replacement of a comment, so that line numbers stay the same and words stay apart."""
    return "\n" * comment.count("\n") or " "


def _squeeze(text: str) -> str:
    """The style sheet without superfluous white space. Strings are kept as they are."""
    tight = _STRING_OR_SPACE.sub(lambda found: found[1] or found[2] or found[3] or " ", text)
    return tight.replace(";}", "}").strip() + "\n"
