"""The files of a package, as bytes: article, pictures, covers, what to fill in, what was measured, and the page to copy from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.text.fingerprint import checksum

from . import checking, limits
from .article import article
from .copying import page
from .markup import written
from .material import Material, Picture
from .styling import styled

ARTICLE, MANIFEST, CHECK, COPY = "article.html", "manifest.json", "check.json", "copy.html"
KIND = "wechat-article"  # how a manifest of ours begins
KIND_OF_SET = "wechat-set"

Manifest = Mapping[str, object]


def packed(material: Material, content: str) -> dict[str, bytes]:
    """All files by their path in the package. content: the name of the content folder."""
    made = styled(article(material))
    found = checking.findings(material, made, content)
    images, covers = _images(material), _covers(material)
    described = _manifest(material, covers)
    return {
        ARTICLE: written(made).encode(),
        **images,
        **covers,
        MANIFEST: _json(described),
        CHECK: _json({**checking.measured(made), "findings": [_told(each) for each in found]}),
        COPY: page(made, described, images | covers, found).encode(),
    }


def found_in(material: Material, content: str) -> tuple[Problem, ...]:
    """What an editor must know of the package."""
    return checking.findings(material, styled(article(material)), content)


def set_of(manifests: Sequence[tuple[str, Manifest]]) -> bytes:
    """The manifest of several articles that are published together, in this order. manifests: each with the folder it is in."""
    keys = ("title", "author", "digest", "content_source_url")
    numbered = enumerate(manifests, 1)
    listed = [{"order": n, "folder": folder, **{key: each[key] for key in keys}} for n, (folder, each) in numbered]
    return _json({"kind": KIND_OF_SET, "articles": listed})


def _images(material: Material) -> dict[str, bytes]:
    return {name: material.pictures.photos[number].data for number, name in sorted(material.files().items())}


def _covers(material: Material) -> dict[str, bytes]:
    named = (("cover-wide", material.pictures.wide), ("cover-square", material.pictures.square))
    return {name + picture.suffix: picture.data for name, picture in named}


def _manifest(material: Material, covers: Mapping[str, bytes]) -> Manifest:
    story, pictures = material.story, material.pictures
    shown = [(number, name) for number, name in sorted(material.files().items())]
    return {
        "kind": KIND,
        "title": limits.title_of(story),
        "author": limits.author_of(story),
        "digest": limits.digest_of(story),
        "content": ARTICLE,
        "content_source_url": material.address,
        "source": story.source,
        "published": story.published.isoformat(),
        "covers": dict(zip(("wide", "square"), covers, strict=True)),
        "images": [_image(material, name, number, pictures.photos[number]) for number, name in shown],
    }


def _image(material: Material, name: str, number: int, picture: Picture) -> Manifest:
    use = material.figures[number].use
    return {
        "file": name,
        "width": picture.width,
        "height": picture.height,
        "bytes": len(picture.data),
        "sha256": checksum(picture.data),
        "caption": use.caption,
        "credit": use.credit,
        "ai_generated": use.ai_generated,
    }


def _told(found: Problem) -> Manifest:
    return {"code": found.code, "level": found.level.value, "message": found.message, "advice": found.advice}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
