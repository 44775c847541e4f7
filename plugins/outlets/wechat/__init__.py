"""The WeChat package of a story: an article that the editor of public accounts keeps as it is, its pictures and covers, what to fill in.

Files and findings are made from the site, the story and its pictures as bytes. Making the pictures is left to `photos`, writing the files
to `desk.wechat`. The way of a story: `article` and `blocks` set it, `styling` writes the sheet into it, `schemes` and `structure` check it.
"""

from __future__ import annotations

from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.story.brief import Brief
from plugins.site.site import Site

from . import material, packaging
from .material import Pictures


def package(site: Site, brief: Brief, pictures: Pictures) -> dict[str, bytes]:
    """The files of the package by their path in it. The story must be one that readers may see."""
    return packaging.packed(material.gathered(site, brief, pictures), site.column.content.name)


def check(site: Site, brief: Brief, pictures: Pictures) -> tuple[Problem, ...]:
    """What an editor must know before publishing it: what exceeds a limit, with a proposal, and what must be done by hand."""
    return packaging.found_in(material.gathered(site, brief, pictures), site.column.content.name)
