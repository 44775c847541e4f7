"""The labels a government page must carry, as (name, content) in the prescribed order (网页标签规范, annex to 国办发〔2017〕47号).

A label without content is left out; what is missing on the whole site is a finding of `facts`.
"""

from __future__ import annotations

from collections.abc import Iterable

from plugins.newsroom.registry import Section, Site
from plugins.newsroom.story.model import Story
from plugins.newsroom.text.typography import one_line, printable

Labels = tuple[tuple[str, str], ...]

HOME, NEWS = "首页", "工作动态"  # ColumnType


def site_labels(site: Site) -> Labels:
    """SiteName, SiteDomain, SiteIDCode: those of the portal that hosts the column."""
    return _present(("SiteName", site.portal_name), ("SiteDomain", site.portal_domain), ("SiteIDCode", site.site_code))


def column_labels(name: str, description: str, keywords: Iterable[str], column_type: str = NEWS) -> Labels:
    """For a page that lists stories, and for the stories of a section."""
    return _present(
        ("ColumnName", name),
        ("ColumnDescription", description or name),
        ("ColumnKeywords", ",".join(keywords) or name),
        ("ColumnType", column_type),
    )


def section_labels(section: Section) -> Labels:
    return column_labels(section.name, section.description, section.keywords, section.column_type or NEWS)


def story_labels(story: Story, url: str, image: str) -> Labels:
    """url: canonical and absolute; image: absolute, "" without a photo. A story without a time of day counts from midnight,
    as everywhere in this project."""
    return _present(
        ("ArticleTitle", one_line(story.title)),
        ("PubDate", f"{story.published:%Y-%m-%d %H:%M}"),
        ("ContentSource", story.origin.name),
        ("Keywords", ",".join(_keywords(story))),
        ("Author", "、".join(_authors(story))),
        ("Description", story.summary or one_line(story.title)),
        ("Image", image),
        ("Url", url),
    )


def _keywords(story: Story) -> tuple[str, ...]:
    """The tags; without any, projects and units of the story, or else its section."""
    belonging = [*(project.name for project in story.projects), *(unit.name for unit in story.units)]
    words = [term.name for term in story.tags] or belonging
    return tuple(dict.fromkeys(words or ([story.section.name] if story.section else [])))


def _authors(story: Story) -> tuple[str, ...]:
    """Who wrote the text; without a byline, who edited it."""
    wrote = (signature.contributor.name for signature in story.attributions if "text" in signature.contributor.does)
    return tuple(dict.fromkeys(wrote)) or tuple(dict.fromkeys(story.editors))


def _present(*labels: tuple[str, str]) -> Labels:
    cleaned = ((name, " ".join(printable(content).split(" ")).strip()) for name, content in labels)
    return tuple((name, content) for name, content in cleaned if content)
