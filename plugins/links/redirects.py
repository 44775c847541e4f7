"""Former addresses (旧址) lead readers to where the story stands now: a page at each, and rules for web servers that spare the detour."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from plugins.newsroom.column import promised_addresses
from plugins.newsroom.column.column import Column
from plugins.newsroom.column.redirects import redirects
from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Place, Problem
from plugins.newsroom.pages.urls import Places
from plugins.newsroom.text import addresses

from .rules import RULES


class RedirectsGenerator:
    """Makes files only: a page an alias of a story that readers may see, or of the notice in its place; rules; what is promised."""

    def __init__(self, context: dict[str, Any], settings: dict[str, Any], *_: Any, **__: Any) -> None:
        self.settings = settings
        self.column: Column = settings["COLUMN"]

    def generate_context(self) -> None:
        if self.settings["PREVIOUS"]:
            self.settings["PROBLEMS"].extend(
                _broken(Path(self.settings["PREVIOUS"]), self.column, self.settings["ATTACHMENTS"])
            )

    def generate_output(self, writer: Any) -> None:
        told, places = redirects(self.column), Places(self.settings["SITEURL"])
        for redirect in told:
            story = redirect.story
            writer.offer_page(redirect.former, "redirect", partial(dict, story=story), (story.mention,))
        depends = tuple(f"{redirect.former} {redirect.story.address}" for redirect in told)
        for address, make in RULES.items() if told else ():
            writer.offer(address, partial(make, told, places), depends)
        promised = promised_addresses.promise(self.column, self.settings["ATTACHMENTS"])
        names = (f"{address} {name}" for address, name in promised.lists.items())
        files = (f"{address} {page}" for address, page in promised.files.items())
        writer.offer(addresses.PERMANENT, promised.as_json, (*promised.pages, *sorted(names), *sorted(files)))


def _broken(file: Path, column: Column, attachments: promised_addresses.Attachments) -> tuple[Problem, ...]:
    """What the release whose promise lies in `file` would lose by this one."""
    before = promised_addresses.read_file(file)
    if before is None:
        return (problem("AD20", Place(file.name), {"file": file.name}),)
    return tuple(promised_addresses.broken(before, column, attachments))
