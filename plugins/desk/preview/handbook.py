"""Shows the pages of `docs/`, those of codes among them, in the frame that the site has around its own pages."""

from __future__ import annotations

import html
import re

from plugins.desk.environment import HOUSE

DOCS = HOUSE / "docs"
_MAIN = re.compile(r"(<main\b[^>]*>).*</main>", re.DOTALL)
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)


def shown(name: str, frame: str) -> str:
    """The page `docs/<name>` as HTML, "" when there is none. frame: a page of the site, whose main part is replaced."""
    file = (DOCS / name).resolve()
    if file.suffix != ".md" or not file.is_relative_to(DOCS) or not file.is_file():
        return ""
    headline, _, body = file.read_text("utf-8").partition("\n")
    title = html.escape(re.sub(r"\\(.)", r"\1", headline.lstrip("# ")))
    page = _TITLE.sub(lambda _: f"<title>{title}</title>", frame, count=1)
    return _MAIN.sub(lambda main: f"{main[1]}\n{_article(title, body)}\n</main>", page, count=1)


def _article(title: str, body: str) -> str:
    from markdown import markdown  # noqa: PLC0415  most previews show no page of ours

    words = markdown(body, extensions=["fenced_code", "tables", "sane_lists"])
    words = words.replace("<pre>", '<pre tabindex="0">')  # what can be scrolled can be reached without a mouse
    words = words.replace("<table>", '<div class="table-wrap" tabindex="0"><table>').replace(
        "</table>", "</table></div>"
    )
    return (
        f'<article class="g-story"><header class="g-story__header"><h1 class="g-headline__main"><span class="g-headline__half">{title}</span></h1></header>\n'
        f'<div class="g-body">\n{words}\n</div></article>'
    )
