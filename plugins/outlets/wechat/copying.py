"""The page that an editor copies an article from: the article as a phone shows it, light and dark, beside what is to be filled in.

The page needs nothing but itself: pictures stand in it, because the editor fetches none from a folder.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template

from plugins.newsroom.findings.problems import Problem

from .markup import Node, written
from .schemes import at_night

_HERE = Path(__file__).parent
_FIELDS = (("title", "标题"), ("author", "作者"), ("digest", "摘要"), ("content_source_url", "阅读原文"))
_COVERS = (("cover-wide", "首条封面（2.35:1）"), ("cover-square", "次条封面（1:1）"))


def page(article: Node, manifest: Mapping[str, object], files: Mapping[str, bytes], found: Sequence[Problem]) -> str:
    """article: styled; files: pictures and covers by their names in the package; found: what the editor must know."""
    addresses = {path: _as_address(path, data) for path, data in files.items()}
    light = embedding(article, addresses)
    return Template(_read("copy.html")).substitute(
        name=escape(str(manifest["title"])),
        style=_read("copy.css"),
        script=_read("copy.js"),
        light=written(light),
        dark=written(at_night(embedding(article, dict.fromkeys(addresses, "")))),
        fields="".join(_field(key, label, str(manifest[key])) for key, label in _FIELDS),
        covers="".join(_cover(label, path, addresses[path]) for path, label in _covers(files)),
        findings=_listed(found),
    )


def embedding(node: Node, addresses: Mapping[str, str]) -> Node:
    """The article with other addresses of its pictures, by their present ones."""
    attributes = {
        name: addresses.get(value, value) if name == "src" else value for name, value in node.attributes.items()
    }
    children = [child if isinstance(child, str) else embedding(child, addresses) for child in node.children]
    return Node(node.tag, attributes, children)


def _read(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


def _as_address(path: str, data: bytes) -> str:
    kind = "png" if path.endswith(".png") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def _field(key: str, label: str, value: str) -> str:
    button = f'<button type="button" data-copies="{key}">复制</button>' if value else ""
    return f'<div class="field"><dt>{label}</dt><dd><span id="{key}">{escape(value)}</span>{button}</dd></div>'


def _covers(files: Iterable[str]) -> list[tuple[str, str]]:
    return [(path, label) for name, label in _COVERS for path in files if path.rpartition(".")[0] == name]


def _cover(label: str, path: str, address: str) -> str:
    return (
        f'<figure><a href="{address}" download="{path}"><img src="{address}" alt="{label}"></a>'
        f"<figcaption>{label}</figcaption></figure>"
    )


def _listed(found: Sequence[Problem]) -> str:
    lines = "".join(f"<li><b>{escape(each.message)}。</b>{escape(each.advice)}</li>" for each in found)
    return f"<ul>{lines}</ul>" if lines else "<p>没有要改的：字数、图片、结构和两种配色的对比度都符合公众号的要求。</p>"
