"""What an editor must know before an article is published: what does not fit, with a proposal, and what must be done by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Place, Problem
from plugins.newsroom.media.attachment import Attachment
from plugins.newsroom.story.model import Story

from . import limits, schemes, structure
from .markup import Node, written
from .material import Material


def findings(material: Material, styled: Node, content: str) -> tuple[Problem, ...]:
    """content: the name of the content folder."""
    return (
        *_of_fields(material, content),
        *_of_pictures(material),
        *_of_article(material.story, styled, content),
        *_by_hand(material, content),
    )


def measured(styled: Node) -> Mapping[str, object]:
    """The figures of an article, for check.json."""
    html, seen = written(styled), tuple(schemes.readings(styled))
    return {
        "characters": len(html),
        "bytes": len(html.encode()),
        "texts": len(seen),
        "contrast": {
            "light": round(min((text.light for text in seen), default=21), 2),
            "dark": round(min((text.dark for text in seen), default=21), 2),
        },
        "structure": list(structure.violations(styled)),
    }


def _at(story: Story, content: str, key: str = "") -> Place:
    return story.places.get(key, Place(f"{content}/{story.source}"))


def _of_fields(material: Material, content: str) -> Iterator[Problem]:
    story = material.story
    title, author, digest = limits.title_of(story), limits.author_of(story), limits.digest_of(story)
    if len(title) > limits.TITLE:
        values = {"count": len(title), "most": limits.TITLE, "editor": limits.TITLE_IN_EDITOR}
        yield problem("WX20", _at(story, content, "标题"), {**values, "proposal": limits.shorter_title(story.title)})
    if len(author) > limits.AUTHOR:
        values = {"count": len(author), "most": limits.AUTHOR}
        yield problem("WX21", _at(story, content, "署名"), {**values, "proposal": limits.shorter_author(author)})
    if len(digest) > limits.DIGEST:
        values = {"count": len(digest), "most": limits.DIGEST}
        yield problem("WX22", _at(story, content, "摘要"), {**values, "proposal": limits.shorter_digest(digest)})
    if not material.address:
        yield problem("WX23", _at(story, content))


def _of_pictures(material: Material) -> Iterator[Problem]:
    for number, figure in enumerate(material.figures):
        if figure.is_shown and number not in material.pictures.photos:
            yield problem("WX24", figure.use.place, {"file": figure.use.file})


def _of_article(story: Story, styled: Node, content: str) -> Iterator[Problem]:
    html = written(styled)
    if len(html) >= limits.CONTENT or len(html.encode()) >= limits.CONTENT_BYTES:
        yield problem("WX26", _at(story, content), {"count": len(html), "most": limits.CONTENT})
    for what in structure.violations(styled):
        yield problem("WX27", _at(story, content), {"what": what})
    for text in schemes.readings(styled):
        if min(text.light, text.dark) < schemes.LEAST:
            yield problem("WX28", _at(story, content), {"words": text.words[:20]})


def _by_hand(material: Material, content: str) -> Iterator[Problem]:
    story = material.story
    if any(figure.is_shown and figure.use.ai_generated for figure in material.figures):
        yield problem("WX29", _at(story, content))
    for file in filter(_is_played, material.attachments):
        yield problem("WX30", file.use.place, {"file": file.use.name})


def _is_played(file: Attachment) -> bool:
    return bool(file.address) and file.use.is_player
