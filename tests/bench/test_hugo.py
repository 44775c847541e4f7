"""Hugo's peer has the duties of our site: page by page what ours tells machines and shows readers, file by file what stands beside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.columns import make
from tests.conftest import NOT_RUN
from tests.newsdesk import ROOT, build

from .hugo import sources
from .measure import run

_STORIES = 80  # enough that everybody wrote one, and few enough that every list is one sheet on both sides
_INSTALL = "装上就会运行：.venv/bin/pip install --require-hashes -r requirements-bench.txt"
_PAGES = {
    "home": "index.html",
    "story": "2014/01/story-15/index.html",
    "section": "section/xuexi/index.html",
    "unit": "unit/jiedao-1/index.html",
    "person": "person/ren-1/index.html",
    "tag": "tag/dao-lu-fte5/index.html",
    "month": "2014/01/index.html",
    "archives": "archives/index.html",
    "standing page": "about/index.html",
    "subscribe": "subscribe/index.html",
    "map": "map/index.html",
    "not found": "404.html",
}
_DRAWN = re.compile("og:image|twitter:card")  # share cards, which Hugo's peer does not draw

pytestmark = pytest.mark.skipif(not sources.executable(), reason=f"{NOT_RUN}：缺少 Hugo。{_INSTALL}")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same stories as our site and as Hugo's."""
    folder = tmp_path_factory.mktemp("peers")
    ours, theirs = folder / "ours", folder / "theirs"
    assert build(make(folder / "content", _STORIES), ours).returncode == 0
    run(sources.command(sources.write(folder / "hugo", _STORIES), theirs), ROOT)
    return ours, theirs


class _Duties(HTMLParser):
    """What a page carries: its labels and properties, its links to feeds, its structured data by name, its parts by class."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.carried: set[str] = set()
        self._is_data = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self._is_data = said.get("type") == "application/ld+json"
        self.carried.update(f".{name}" for name in (said.get("class") or "").split())
        if tag == "meta":
            name = said.get("name") or said.get("property") or said.get("http-equiv") or "charset"
            self.carried.add(f"{name}={said.get('content') or said.get('charset')}")
        if tag == "link" and said.get("rel") in {"alternate", "canonical"}:
            self.carried.add(f"{said['rel']} {said.get('type', '')} {said['href']}")

    def handle_data(self, data: str) -> None:
        if self._is_data:
            self.carried.update(_leaves(json.loads(data)))
            self._is_data = False


def _leaves(data: object, path: str = "") -> Iterator[str]:
    """Each value of structured data with the names that lead to it."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _leaves(value, f"{path}/{name}")
    elif isinstance(data, list):
        for value in data:
            yield from _leaves(value, path)
    else:
        yield f"{path}={data}"


@pytest.mark.parametrize("address", _PAGES.values(), ids=_PAGES)
def test_a_page_of_each_kind_carries_what_ours_does(sites: tuple[Path, Path], address: str) -> None:
    ours, theirs = (_Duties((site / address).read_text(encoding="utf-8")).carried for site in sites)
    assert {duty for duty in ours if not _DRAWN.match(duty)} == theirs


def test_the_search_page_asks_and_names_every_volume(sites: tuple[Path, Path]) -> None:
    _, theirs = sites
    page = (theirs / "search/index.html").read_text(encoding="utf-8")
    volumes = re.search('data-volumes="([^"]*)"', page)[1].split()
    stories = [story for volume in volumes for story in json.loads((theirs / volume[1:]).read_text(encoding="utf-8"))]
    assert 'name="q"' in page
    assert len(stories) == _STORIES
    assert all(len(story["text"]) > 1000 for story in stories)


def test_every_feed_of_ours_is_there_with_as_many_entries(sites: tuple[Path, Path]) -> None:
    ours, theirs = ({path.relative_to(site).as_posix(): _entries(path) for path in _feeds(site)} for site in sites)
    assert theirs == ours
    assert all(ours.values())


def _feeds(site: Path) -> Iterator[Path]:
    for pattern in ("feed.xml", "atom.xml", "feed.json", "feeds.opml"):
        yield from site.rglob(pattern)


def _entries(feed: Path) -> tuple[str, ...]:
    """The addresses of the stories in it, or of the feeds."""
    if feed.suffix == ".json":
        return tuple(item["url"] for item in json.loads(feed.read_bytes())["items"])
    root = ElementTree.parse(feed).getroot()
    atom = "{http://www.w3.org/2005/Atom}"
    return (
        *(link.text or "" for link in root.iterfind("channel/item/link")),
        *(link.get("href", "") for link in root.iterfind(f"{atom}entry/{atom}link[@rel='alternate']")),
        *(outline.get("xmlUrl", "") for outline in root.iter("outline")),
    )


def test_sitemap_status_and_robots_say_the_same(sites: tuple[Path, Path]) -> None:
    ours, theirs = sites
    assert _places(*ours.glob("sitemap-*.xml")) == _places(theirs / "sitemap.xml")
    assert not _places(theirs / "sitemap-news.xml")  # the stories are years old
    assert (ours / "robots.txt").read_text(encoding="utf-8") == (theirs / "robots.txt").read_text(encoding="utf-8")
    said = json.loads((theirs / "status.json").read_bytes())
    assert said.items() <= json.loads((ours / "status.json").read_bytes()).items()


def _places(*sitemaps: Path) -> set[str]:
    return {
        place.text or "" for file in sitemaps for place in ElementTree.parse(file).iter() if place.tag.endswith("loc")
    }


def test_each_code_to_be_scanned_is_a_file(sites: tuple[Path, Path]) -> None:
    _, theirs = sites
    page = (theirs / _PAGES["story"]).read_text(encoding="utf-8")
    assert (theirs / re.search('g-whereabouts__code" src="/([^"]+)"', page)[1]).read_bytes().startswith(b"\x89PNG")
