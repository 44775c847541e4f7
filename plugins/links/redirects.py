"""Orders redirects from former addresses (旧址) to current ones: a page for each, and redirect rules for web servers."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from plugins.newsroom.column import promised_addresses
from plugins.newsroom.column.column import Column
from plugins.newsroom.column.redirects import redirects
from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Place, Problem
from plugins.newsroom.text import addresses
from plugins.site.site import Site
from plugins.site.writer import Writer

from .rules import RULES


def survey(site: Site) -> Iterable[Problem]:
    """Findings about published addresses that this release would break."""
    previous = site.configuration.previous
    return _broken(previous, site.column, site.attachments) if previous else ()


def order(site: Site, writer: Writer) -> None:
    """A page for each alias of a public story or withdrawal notice; the rules; the list of promised addresses."""
    moved, urls = redirects(site.column), site.urls
    for redirect in moved:
        story = redirect.story
        writer.offer_page(redirect.former, "redirect", partial(dict, story=story), (story.reference_fingerprint,))
    depends = tuple(f"{redirect.former} {redirect.story.address}" for redirect in moved)
    for address, make in RULES.items() if moved else ():
        writer.offer(address, partial(make, moved, urls), depends)
    promised = promised_addresses.promise(site.column, site.attachments)
    names = (f"{address} {name}" for address, name in promised.lists.items())
    files = (f"{address} {page}" for address, page in promised.files.items())
    writer.offer(addresses.PERMANENT, promised.as_json, (*promised.pages, *sorted(names), *sorted(files)))


def _broken(file: Path, column: Column, attachments: promised_addresses.Attachments) -> tuple[Problem, ...]:
    """Findings about addresses promised in `file` that this release would break."""
    before = promised_addresses.read_file(file)
    if before is None:
        return (problem("AD20", Place(file.name), {"file": file.name}),)
    return tuple(promised_addresses.broken(before, column, attachments))
