"""Gives stock Pelican's articles the shape our templates expect, so that both builds render the same theme."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

from jinja2.ext import Extension
from markupsafe import Markup
from pelican import signals
from pelican.contents import Article

from plugins.assets.bundle import bundle, recall, scripts
from plugins.assets.headers import policy
from plugins.heads.pages import PageHead
from plugins.newsroom.pages.scan_code import scan_code
from plugins.newsroom.registry import Site
from plugins.stories.filters import FILTERS

SITE = Site("测试专栏", "测试专栏全称", "用来测试的专栏。", source="测试专栏")


class NoHeads:
    """What `page_heads` is without our plugin: asked for every page, it has nothing to say."""

    def __getattr__(self, name: str) -> Any:
        return lambda *_: PageHead(())


class Each(Extension):
    """`{% once … %}` as it is without our engine: rendered each time."""

    tags: ClassVar[set[str]] = {"once"}

    def parse(self, parser: Any) -> list[Any]:
        next(parser.stream)
        while parser.stream.current.type != "block_end":
            next(parser.stream)
        return parser.parse_statements(("name:endonce",), drop_needle=True)


def _install(pelican: Any) -> None:
    settings = pelican.settings
    prefix = "/"
    settings["JINJA_ENVIRONMENT"]["autoescape"] = True
    settings["JINJA_FILTERS"] = {**settings["JINJA_FILTERS"], **FILTERS}
    first = recall(Path(settings["THEME"]))
    settings["JINJA_GLOBALS"] = {
        "site": SITE,
        "url": lambda address="": prefix + address,
        "absolute": lambda address="": settings["SITEURL"] + "/" + address,
        "url_of": lambda value: prefix + value.address,
        "static": lambda name: prefix + "theme/" + name,
        "stylesheet": prefix + bundle(Path(settings["THEME"])).name,
        "scripts": {name: prefix + one.name for name, one in scripts(Path(settings["THEME"])).items()},
        "preview": False,
        "recall": Markup(first),
        "policy": policy(first),
        "scan_code": lambda address: scan_code(settings["SITEURL"] + "/" + address),
        "page_heads": NoHeads(),
        "has_corrections": False,
        "sections": (),
        "pages": (),
        "listing_of": listing_of,
        "sheet_of": sheet_of,
    }


def _attach(generator: Any) -> None:
    for article in generator.articles:
        article.story = article.brief = _story(article)
        article.byline = tuple(SimpleNamespace(text=f"{author.name} ", person=None) for author in article.authors)
        article.figures, article.links, article.related, article.cover, article.preview_note = (), (), (), None, ""
    for _, articles in generator.categories:
        for number, article in enumerate(articles):
            article.newer = articles[number - 1] if number else None
            article.older = articles[number + 1] if number + 1 < len(articles) else None
    generator.env.globals["sections"] = tuple(
        listing_of("section", category, articles) for category, articles in generator.categories
    )


def _story(article: Article) -> SimpleNamespace:
    section = SimpleNamespace(id=article.category.slug, name=article.category.name, address=article.category.url)
    return SimpleNamespace(
        title=article.title, kicker="", decks=(), summary=article.summary, address=article.url, section=section,
        published=article.date, has_time=True, origin=SimpleNamespace(name="测试专栏", url="", is_repost=False),
        corrections=(), desk=(), projects=(), units=(), photos=(), withdrawal=None,
        tags=tuple(SimpleNamespace(name=tag.name, address=tag.url) for tag in article.tags),
        document=SimpleNamespace(parts=(Markup(article.content),), text=Markup(article.content).striptags()),
    )  # fmt: skip


def listing_of(kind: str, wrapper: Any, articles: list[Article]) -> SimpleNamespace:
    return SimpleNamespace(
        kind=kind,
        id=wrapper.slug,
        title=wrapper.name,
        address=wrapper.url,
        stories=articles,
        description="",
        subject=None,
    )


def sheet_of(page: Any) -> SimpleNamespace:
    neighbours = {
        "newer": page.paginator.page(page.number - 1).url if page.has_previous() else "",
        "older": page.paginator.page(page.number + 1).url if page.has_next() else "",
    }
    count = page.paginator.num_pages
    return SimpleNamespace(
        number=count + 1 - page.number, of=count, address=page.url, stories=page.object_list, **neighbours
    )


def register() -> None:
    signals.initialized.connect(_install)
    signals.article_generator_finalized.connect(_attach)
