"""A story as a Word file for the paper's desk and for leaders who review it. Pixels, disk and network are left to the desk."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.story.brief import Brief
from plugins.site.site import Site

from .material import Picture, gathered
from .writing import findings, written


def package(site: Site, brief: Brief, pictures: Mapping[int, Picture]) -> dict[str, bytes]:
    """The file by its name. pictures: by their index in the story, those that may be shown. The story may be hidden from readers."""
    material = gathered(site, brief, pictures)
    return {material.name: written(material)}


def check(site: Site, brief: Brief, pictures: Mapping[int, Picture]) -> tuple[Problem, ...]:
    """What is not in the file though it belongs to the story."""
    return findings(gathered(site, brief, pictures))
