"""The article of a story: headline group, byline, body, desk, corrections, references, and where it was first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from plugins.newsroom.body.document import AttachmentSlot, PhotoSlot
from plugins.newsroom.media.attachment import Attachment, Medium
from plugins.newsroom.media.photo import Figure
from plugins.newsroom.text.dates import chinese_date, chinese_datetime
from plugins.newsroom.text.typography import printable, split_at_gap

from .blocks import Blocks
from .markup import Node, element, parse
from .material import Material
from .strata import courses, mark
from .words import References, Words


def article(material: Material) -> Node:
    """The whole article, its classes not yet turned into styles. The outermost element says nothing: the editor drops what it says."""
    return _Article(material).whole()


def file_words(attachment: Attachment) -> str:
    """What is said of a file behind its words: its type and size, and where sound and film can be played."""
    if attachment.use.is_player:
        verb = "观看" if attachment.use.kind.medium is Medium.FILM else "收听"
        return f"（{attachment.about}，请点“阅读原文”{verb}）"
    return f"（{attachment.about}）"


class _Article:
    def __init__(self, material: Material) -> None:
        self._material, self._story = material, material.story
        self._references = References()
        self._files = material.files()
        self._blocks = Blocks(Words(self._references, self._file), self._photos, self._player)

    def whole(self) -> Node:
        return element("section", "", *self._head(), *self._body(), *self._end())

    # -- Above the text ------------------------------------------------------------------------------------------------

    def _head(self) -> list[Node]:
        story = self._story
        section = f" · {story.section.name}" if story.section else ""
        blocks = [_line("masthead", self._material.column + section), element("section", "rule", courses())]
        blocks += [_line("kicker", " ".join(story.kicker.split()))] if story.kicker else []
        blocks.append(Node("h1", {"class": "headline"}, _in_halves(story.title)))
        blocks += [element("section", "deck", *_in_halves(deck)) for deck in story.decks]
        blocks += [element("section", "about", *line) for line in self._about() if line]
        return blocks

    def _about(self) -> list[list[Node | str]]:
        """When and from where, then by whom."""
        story, origin = self._story, self._story.origin
        when = chinese_datetime(story.published) if story.has_time else chinese_date(story.published)
        first: list[Node | str] = [_span(when)]
        if origin.name:
            word = "转载自" if origin.is_repost else "来源"
            first.append(_span(f"　{word}：{origin.name}"))
        if origin.url:
            first += [_span("（原文）"), self._references.mark(origin.url)]
        signed = printable("".join(piece.text for piece in story.signed))
        return [first, [_span(signed)] if signed else []]

    # -- The text --------------------------------------------------------------------------------------------------------

    def _body(self) -> list[Node]:
        return self._blocks.of(parse("".join(map(self._filled, self._story.document.parts))).children)

    def _filled(self, part: object) -> str:
        """A part of the body as HTML, with elements of our own where photos and files stand."""
        if isinstance(part, str):
            return part
        if isinstance(part, PhotoSlot):
            return f'<wx-photos numbers="{" ".join(map(str, part.photos))}"></wx-photos>'
        if isinstance(part, AttachmentSlot):
            file = self._material.attachments[part.attachment]
            tag = "wx-player" if file.use.is_player else "wx-file"
            return f'<{tag} number="{part.attachment}">{part.words or escape(file.use.words)}</{tag}>'
        return self._linked(part.link) if hasattr(part, "link") else ""

    def _linked(self, link: int) -> str:
        written, target = self._story.document.links[link], self._material.relations.linked[link]
        return escape(self._material.urls.absolute_of_link(written, target)) if self._material.address else ""

    def _photos(self, numbers: Sequence[int]) -> list[Node]:
        shown = (number for number in numbers if number in self._files)
        return [block for number in shown for block in self._photo(number)]

    def _photo(self, number: int) -> list[Node]:
        use = self._material.figures[number].use
        below = [_span(use.caption)] if use.caption else []
        below += [element("span", "ai", "AI生成")] if use.ai_generated else []
        below += [element("span", "credit", words) for words in (use.credit, use.licence) if words]
        spaced = [piece for each in below for piece in (" ", each)][1:]
        return [self._picture(number, use.alternative), element("section", "caption", *spaced)][: 1 + bool(below)]

    def _picture(self, number: int, alternative: str) -> Node:
        picture = self._material.pictures.photos[number]
        image = element("img", "picture", src=self._files[number], alt=alternative, data_w=str(picture.width))
        image.attributes["data-ratio"] = f"{picture.height / picture.width:.4f}"
        return element("section", "photo", image)

    def _file(self, number: int, words: Sequence[Node | str]) -> list[Node | str]:
        file = self._material.attachments[number]
        return [*words, *self._about_file(file)] if file.address else [*words]

    def _about_file(self, file: Attachment) -> list[Node | str]:
        address = self._material.address and self._material.urls.absolute(file.address)
        return [_span(file_words(file)), *([self._references.mark(address)] if address else [])]

    def _player(self, number: int, words: Sequence[Node | str]) -> list[Node]:
        file = self._material.attachments[number]
        if not file.address:
            return self._blocks.of(words)
        poster = self._number_of(file.poster)
        blocks = [] if poster is None else [self._picture(poster, file.poster.use.alternative if file.poster else "")]
        below = self._blocks.of([*words], "caption")
        line = below[-1] if below else element("section", "caption")
        line.children += [" ", element("span", "credit", file.use.credit)] if file.use.credit else []
        line.children += self._about_file(file)
        blocks += below or [line]
        return [*blocks, *self._transcript(file)]

    def _number_of(self, poster: Figure | None) -> int | None:
        numbers = (number for number, figure in enumerate(self._material.figures) if figure is poster)
        return next((number for number in numbers if number in self._files), None)

    def _transcript(self, file: Attachment) -> list[Node]:
        lines = [_line("panel-text", paragraph) for paragraph in file.transcript]
        return [element("section", "panel", _line("label", "文字稿"), *lines)] if lines else []

    # -- Under the text --------------------------------------------------------------------------------------------------

    def _end(self) -> list[Node]:
        story = self._story
        blocks = [element("section", "end", mark())]
        desk = "　".join(f"{role.label}：{'、'.join(role.names)}" for role in story.desk)
        blocks += [_line("desk", desk)] if desk else []
        if story.corrections:
            lines = [_line("panel-text", f"{chinese_date(each.day)}　{each.text}") for each in story.corrections]
            blocks.append(element("section", "panel", _line("label", "更正"), *lines))
        if self._references.addresses:
            numbered = enumerate(self._references.addresses, 1)
            lines = [element("section", "address", _number(number), _span(address)) for number, address in numbered]
            blocks += [_line("label", "文中链接"), *lines]
        if self._material.address:
            blocks.append(element("section", "address", _number("阅读原文　"), _span(self._material.address)))
        return blocks


def _span(words: str) -> Node:
    return element("span", "", re.sub(r"\s+", lambda run: "　" if "　" in run[0] else " ", words))


def _number(number: int | str) -> Node:
    return element("span", "number", f"[{number}] " if isinstance(number, int) else number)


def _line(name: str, words: str) -> Node:
    return element("section", name, _span(words))


def _in_halves(headline: str) -> list[Node | str]:
    """A headline, broken where its author left a wide gap."""
    pieces: list[Node | str] = []
    for half in split_at_gap(headline):
        pieces += [element("br")] if pieces else []
        pieces.append(element("span", "", half))
    return pieces
