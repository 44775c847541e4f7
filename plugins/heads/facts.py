"""Checks the facts that a published site must have, for labels and footer (网页标签规范; 国办秘函〔2019〕19号)."""

from __future__ import annotations

from plugins.newsroom.column.column import SITE_FILE
from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Place, Problem
from plugins.newsroom.registry import Site

_WANTED = (
    ("门户名称", "portal_name"),
    ("门户域名", "portal_domain"),
    ("网站标识码", "site_code"),
    ("主办", "host"),
    ("承办", "organiser"),
    ("联系方式", "contact"),
    ("ICP备案号", "icp"),
    ("公安备案号", "police"),
    ("找错网址", "error_report_url"),
)


def missing(site: Site) -> tuple[str, ...]:
    """The Chinese names of the missing facts, in the order of the file."""
    return tuple(label for label, field in _WANTED if not getattr(site, field))


def findings(site: Site, folder: str, *, production: bool) -> tuple[Problem, ...]:
    """One finding that names all missing facts: a reminder, or an error in a production build.

    folder: the content folder's name.
    """
    fields = missing(site)
    place = Place(f"{folder}/{SITE_FILE}")
    return (problem("GV02" if production else "GV01", place, {"fields": "、".join(fields)}),) if fields else ()
