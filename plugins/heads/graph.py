"""Structured data for search engines, in schema.org terms, as plain dictionaries. Writing them is left to `script`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from plugins.newsroom.byline import Contributor, is_institution
from plugins.newsroom.media.attachment import Attachment, Medium
from plugins.newsroom.media.photo import Credit, Figure
from plugins.newsroom.pages.listing import Listed
from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.registry import Project, Site, Term, Unit
from plugins.newsroom.story.changes import day_or_instant, last_changed
from plugins.newsroom.story.model import Attribution, Story
from plugins.newsroom.text.typography import one_line

from .script import Json

Node = Mapping[str, Json]
Trail = tuple[tuple[str, str], ...]  # (words, absolute URL) from the home page down

_MEDIA = {
    Medium.FILM: ("video", "VideoObject"),
    Medium.SOUND: ("audio", "AudioObject"),
    Medium.DOCUMENT: ("associatedMedia", "MediaObject"),
}
_BODIES = ("provider", "agency", "source")  # roles whose names are institutions rather than people
_LOGO = "theme/img/ding.svg"  # the emblem in masthead and icon


class Graph:
    """Makes the nodes of one site. Nodes shared by pages are referenced by @id."""

    def __init__(self, site: Site, places: Urls) -> None:
        self._places = places
        self._own = frozenset({site.name, site.title, site.source, site.portal_name, site.host, site.organiser})
        home = places.absolute()
        self._publisher = {"@id": f"{home}#publisher"}
        self.publisher: Node = _full(
            {
                "@type": "Organization",
                "@id": f"{home}#publisher",
                "name": site.host or site.portal_name or site.title,
                "url": site.portal_url or home,
                "logo": {"@type": "ImageObject", "url": places.absolute(_LOGO)},
            }
        )
        self._site: Node = {"@type": "WebSite", "@id": f"{home}#site", "name": site.title, "url": home}

    def whole(self, *nodes: Node) -> Node:
        return {"@context": "https://schema.org", "@graph": [*nodes, self.publisher]}

    def story(self, story: Story, figures: Iterable[Figure], url: str, attachments: Sequence[Attachment] = ()) -> Node:
        """A NewsArticle; empty properties are left out."""
        return _full(
            {
                "@type": "NewsArticle",
                "@id": f"{url}#article",
                "url": url,
                "mainEntityOfPage": url,
                **_from_head(story),
                "about": self._about(story),
                "author": [self._person(s) for s in story.attributions if "text" in s.contributor.does],
                "contributor": [self._person(s) for s in story.attributions if _only_contributed(s.contributor)],
                "editor": [_named(self._kind("", name), name) for name in story.editors],
                **self._media(attachments),
                "image": [self._image(figure) for figure in figures if figure.is_shown],
                "sourceOrganization": _named("Organization", story.origin.name),
                "isBasedOn": story.origin.url,
                "publisher": self._publisher,
                "isPartOf": self._site,
            }
        )

    def collection(self, name: str, description: str, url: str, stories: Iterable[Listed]) -> Node:
        """A CollectionPage with its stories, in order."""
        items: list[Node] = [
            {
                "@type": "ListItem",
                "position": number,
                "name": one_line(listed.brief.title),
                "url": self._places.absolute(listed.brief.address),
            }
            for number, listed in enumerate(stories, start=1)
        ]
        return _full(
            {
                "@type": "CollectionPage",
                "@id": f"{url}#page",
                "url": url,
                "name": name,
                "description": description,
                "inLanguage": "zh-CN",
                "isPartOf": self._site,
                "publisher": self._publisher,
                "mainEntity": {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}
                if items
                else None,
            }
        )

    def trail(self, steps: Trail) -> Node:
        """A BreadcrumbList: the path from the home page to this one."""
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": number, "name": words, "item": url}
                for number, (words, url) in enumerate(steps, start=1)
            ],
        }

    def _about(self, story: Story) -> list[Node]:
        groups: tuple[tuple[str, Sequence[Project | Unit | Term]], ...] = (
            ("Project", story.projects),
            ("Organization", story.units),
            ("Thing", story.tags),
        )
        return [self._subject(kind, value) for kind, values in groups for value in values]

    def _subject(self, kind: str, value: Project | Unit | Term) -> Node:
        return {"@type": kind, "name": value.name, "url": self._places.absolute_of(value)}

    def _person(self, signature: Attribution) -> Node:
        """A contributor with their role in the byline."""
        who, person = signature.contributor, signature.person
        kind = self._kind(who.role, who.name)
        url = self._places.absolute_of(person) if person else ""
        return _full(
            {
                "@type": kind,
                "name": who.name,
                "url": url,
                "jobTitle": f"{who.rank}{who.title}" or who.craft if kind == "Person" else "",
                "affiliation": _named("Organization", who.org),
            }
        )

    def _media(self, attachments: Iterable[Attachment]) -> dict[str, list[Node]]:
        """Attachments, by the schema.org property for their kind."""
        media: dict[str, list[Node]] = {}
        for file in {file.address: file for file in attachments if file.address}.values():
            name, kind = _MEDIA[file.use.kind.medium]
            media.setdefault(name, []).append(self._medium(kind, file))
        return media

    def _medium(self, kind: str, file: Attachment) -> Node:
        poster = file.poster.fallback.address if file.poster else ""
        return _full(
            {
                "@type": kind,
                "name": file.use.words,
                "contentUrl": self._places.absolute(file.address),
                "encodingFormat": file.use.kind.media_type,
                "contentSize": f"{file.size} B",
                "width": file.width or None,
                "height": file.height or None,
                "thumbnailUrl": self._places.absolute(poster) if poster else "",
                "creditText": file.use.credit,
                "transcript": "\n".join(file.transcript),
            }
        )

    def _image(self, figure: Figure) -> Node:
        use, shown = figure.use, figure.fallback
        url = self._places.absolute(shown.address)
        return _full(
            {
                "@type": "ImageObject",
                "url": url,
                "contentUrl": url,
                "width": shown.width,
                "height": shown.height,
                "encodingFormat": shown.media_type,
                "caption": use.caption or use.alternative,
                "creditText": use.credit,
                "copyrightNotice": use.licence,
                "creator": [_named(self._kind(role, name), name) for role, name in creators(use.credited)],
            }
        )

    def _kind(self, role: str, name: str) -> str:
        """The schema.org type of a name: besides people, also the column, outlets and public bodies sign."""
        return "Organization" if role in _BODIES or name in self._own or is_institution(name) else "Person"


def creators(credit: Credit) -> tuple[tuple[str, str], ...]:
    """(role, name) of everybody named in a photo's credit; empty when the line is ambiguous."""
    if credit.is_doubtful:
        return ()
    return tuple((maker.role, maker.name) for maker in credit.makers if maker.role != "stock")


def _from_head(story: Story) -> Node:
    """Words and dates from a story's head."""
    return {
        "headline": one_line(story.title),
        "alternativeHeadline": " ".join(one_line(line) for line in (story.kicker, *story.decks) if line),
        "description": story.summary,
        "inLanguage": "zh-CN",
        "datePublished": day_or_instant(story.published, has_time=story.has_time),
        "dateModified": last_changed(story),
        "articleSection": story.section.name if story.section else "",
        "keywords": [term.name for term in story.tags],
        "correction": [_correction(each.text, each.day.isoformat()) for each in story.corrections],
    }


def _only_contributed(person: Contributor) -> bool:
    return bool(person.does) and "text" not in person.does


def _correction(text: str, day: str) -> Node:
    return {"@type": "CorrectionComment", "text": text, "datePublished": day}


def _named(kind: str, name: str) -> Node | None:
    return {"@type": kind, "name": name} if name else None


def _full(node: Node) -> Node:
    """`node` without its empty properties."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}
