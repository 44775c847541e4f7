"""Writes the generated stories in the form stock Pelican's Markdown reader understands, and names the command that builds them."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.columns import Sample, samples

LEFT_OUT = (
    "labels, Open Graph, JSON-LD, related stories, units, feeds of units and as JSON, OPML, subscribe page, "
    "archives, calendars, site map, sitemaps, status, search, share cards, headers for hosts"
)


def write(folder: Path, stories: int, seed: int = 1) -> Path:
    """The same stories as `columns.make`, in the form stock Pelican's Markdown reader understands."""
    for sample in samples(stories, seed):
        path = folder / f"{sample.folder}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_stock_text(sample), encoding="utf-8")
    return folder


def _stock_text(sample: Sample) -> str:
    slug = sample.folder.rsplit("-", 1)[-1]
    head = (
        f"Title: {sample.title}\nDate: {sample.published:%Y-%m-%d %H:%M}\nCategory: {sample.section}\n"
        f"Authors: {', '.join(sample.people)}\nTags: {', '.join(sample.tags)}\nSlug: story-{slug}\n"
    )
    body = "\n\n".join(sample.paragraphs).replace("/index.md)", ".md)").replace("](../../../", "](../../")
    return f"{head}\n{body}\n"


def command(source: Path, output: Path) -> list[str]:
    settings = ["-s", "tests/bench/stock/pelicanconf.py", "--fatal", "errors", "-q"]
    return [sys.executable, "-m", "pelican", str(source), "-o", str(output), *settings]
