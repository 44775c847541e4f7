"""The files that machines read beside the pages, of real builds: sitemaps, robots.txt, the map for people."""

from __future__ import annotations

import re
import time
from pathlib import Path
from xml.etree import ElementTree

import lxml.etree
import pytest

from plugins.desk.build import BuildResult, build
from plugins.heads.sitemaps import MOST_URLS, Part, Spot, parts, urls
from plugins.newsroom.pages.urls import Urls
from tests.newsdesk import ROOT, column, common_cache, jpeg, story

SCHEMAS = Path(__file__).parent / "schemas"
SITE = "https://guancheng.example"
HOSTILE = "\"引号'与<b>&]]>𠮷😀"
_NS = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}
FILES: dict[str, str | bytes] = {
    "2017/08/30-xin/index.md": story(
        '新稿。\n\n![图](01.jpg "张三 摄")\n', 日期="2017-08-30 12:00", 标题=f"'{HOSTILE.replace(chr(39), chr(39) * 2)}'", 署名="记者 张三 图"
    ),
    "2017/08/30-xin/01.jpg": jpeg(800, 600),
    "2017/08/22-gai/index.md": story(更正="\n  - 日期: 2017-08-25\n    说明: 已改正。", 日期="2017-08-22"),
    "2017/08/23-che/index.md": story(状态="撤稿", 撤稿日期="2017-08-25", 撤稿说明="重复。", 标题="秘密的撤稿"),
    "2017/08/24-cao/index.md": story(状态="草稿", 标题="秘密的草稿"),
    "2099/01/01-wei.md": story(日期="2099-01-01", 标题="秘密的将来"),
    "2017/08/26-guo/index.md": story(下线="2017-08-30", 标题="秘密的过期稿"),
}  # fmt: skip


def same(spot: Spot) -> Spot:
    return spot


def make(folder: Path, now: str = "2017-09-01T08:00:00+08:00", **wishes) -> BuildResult:
    return build(folder / "content", folder / "output", now=now, cache=common_cache(folder), processors=1, **wishes)


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("machines")
    column(folder / "content", FILES)
    result = make(folder)
    assert result.ok, result.problems
    return folder / "output"


def _obeys(name: str, data: bytes) -> ElementTree.Element:
    """The root of a file of the sitemap that a schema (libxml2) finds no fault with, and no crawler finds too large."""
    lxml.etree.XMLSchema(file=SCHEMAS / name).assertValid(lxml.etree.fromstring(data))
    root = ElementTree.fromstring(data)
    assert 1 <= len(root) <= MOST_URLS
    assert len(data) <= 50 * 1024 * 1024
    return root


def _urls(data: bytes) -> dict[str, ElementTree.Element]:
    """The pages of one file by address."""
    found = {url.findtext("s:loc", namespaces=_NS): url for url in _obeys("sitemap.xsd", data)}
    assert all(loc.startswith(SITE + "/") for loc in found)
    return found


def _whole(site: Path) -> dict[str, ElementTree.Element]:
    index = _obeys("index.xsd", (site / "sitemap.xml").read_bytes())
    names = [loc.text.removeprefix(SITE + "/") for loc in index.iterfind("s:sitemap/s:loc", _NS)]
    assert sorted(names) == sorted(path.name for path in site.glob("sitemap-*.xml"))
    return {loc: url for name in names for loc, url in _urls((site / name).read_bytes()).items()}


def _kept(site: Path) -> set[str]:
    """Every page that search engines may keep, as it names itself."""
    kept = set()
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        canonical = re.search(r'<link rel="canonical" href="([^"]+)"', text)
        if canonical and 'content="noindex"' not in text:
            kept.add(canonical[1])
    return kept


def test_the_sitemap_names_every_page_that_search_engines_may_keep_and_nothing_else(site):
    listed = set(_whole(site))
    assert listed == _kept(site)
    assert not any(word in loc for loc in listed for word in ("/che/", "/cao/", "/wei/", "/guo/"))


def test_a_page_is_as_young_as_its_story_or_its_last_correction(site):
    found = _whole(site)
    assert found[f"{SITE}/2017/08/gai/"].findtext("s:lastmod", namespaces=_NS) == "2017-08-25T00:00:00+08:00"
    assert found[f"{SITE}/2017/08/haogao/"].findtext("s:lastmod", namespaces=_NS) == "2017-08-16T09:30:00+08:00"
    assert found[f"{SITE}/"].findtext("s:lastmod", namespaces=_NS) == "2017-08-30T12:00:00+08:00"


def test_photos_are_named_and_lie_there(site):
    (image,) = _whole(site)[f"{SITE}/2017/08/haogao/"].iterfind("image:image/image:loc", _NS)
    assert (site / image.text.removeprefix(SITE + "/")).is_file()


def test_news_is_what_was_published_in_the_two_days_before_the_pinned_instant(site):
    found = _urls((site / "sitemap-news-1.xml").read_bytes())
    assert list(found) == [f"{SITE}/2017/08/xin/"]
    news = found[f"{SITE}/2017/08/xin/"].find("news:news", _NS)
    assert news.findtext("news:title", namespaces=_NS) == HOSTILE
    assert news.findtext("news:publication/news:name", namespaces=_NS) == "某地·某专栏"
    assert news.findtext("news:publication/news:language", namespaces=_NS) == "zh-cn"
    assert news.findtext("news:publication_date", namespaces=_NS) == "2017-08-30T12:00:00+08:00"


def test_a_story_leaves_the_news_after_two_days_and_no_build_before_is_stale(tmp_path):
    column(tmp_path / "content", FILES)
    time.sleep(0.1)  # so that the clock of the file system has moved on
    assert make(tmp_path).ok
    assert "没有变化" in make(tmp_path, "2017-09-01T11:59:00+08:00").summary
    later = make(tmp_path, "2017-09-01T12:00:00+08:00")
    assert later.ok
    assert later.made > 0
    assert not (tmp_path / "output/sitemap-news-1.xml").exists()
    assert "news" not in (tmp_path / "output/sitemap.xml").read_text()
    assert "没有变化" in make(tmp_path, "2017-12-01T12:00:00+08:00").summary


def test_a_part_never_holds_more_than_it_may_and_a_new_page_changes_the_last_one_only():
    spots = tuple(Spot(f"{n}/") for n in range(7))
    cut = parts("stories", spots, same, 3)
    assert [len(part.pages) for part in cut] == [3, 3, 1]
    assert parts("stories", (*spots, Spot("7/")), same, 3)[:2] == cut[:2]
    assert parts("news", (), same, 3) == ()


def test_hostile_words_and_addresses_stay_inside_their_elements():
    spot = Spot("a&b/<c>/", "2017-08-16", ("photos/&.jpg",), HOSTILE + "\u0001", "2017-08-16")
    found = _urls(urls(Part("sitemap-x-1.xml", (spot,), same), Urls(SITE), HOSTILE))
    (url,) = found.values()
    assert url.findtext("news:news/news:title", namespaces=_NS) == HOSTILE


def test_robots_may_read_everything_and_learn_of_the_sitemap(site):
    assert (site / "robots.txt").read_text() == f"User-agent: *\nDisallow:\n\nSitemap: {SITE}/sitemap.xml\n"


def test_no_file_for_machines_holds_a_chinese_address_when_host_and_path_are_chinese(tmp_path):
    files = {
        "2017/08/22-yi/index.md": story("[旧稿](../16-haogao/index.md)。\n", 旧址="旧闻/一.html", 日期="2017-08-22")
    }
    column(tmp_path / "content", files)
    assert make(tmp_path, site_url="HTTPS://某地.例//专栏/").ok
    output = tmp_path / "output"
    whole = "https://xn--cest00b.xn--fsq/%E4%B8%93%E6%A0%8F/"
    assert f"Sitemap: {whole}sitemap.xml" in (output / "robots.txt").read_text("utf-8")
    for part in output.glob("sitemap-*.xml"):
        _obeys("sitemap.xsd", part.read_bytes())
    for path in output.rglob("*"):
        if path.suffix in (".html", ".xml", ".json", ".txt", ".opml") or path.name in ("_redirects", "_headers"):
            found = re.findall(
                r"""(?:https?://|href="|src="|content="/)[^"'<>\s]*[^\x00-\x7f"'<>\s]""", path.read_text("utf-8")
            )
            assert found == [], path


def test_the_map_for_people_leads_to_every_list_and_is_in_every_footer(site):
    page = (site / "map/index.html").read_text(encoding="utf-8")
    for address in ("section/study/", "person/zhang-san/", "2017/08/", "archives/", "corrections/", "about/"):
        assert f'href="/{address}"' in page, address
    assert all(
        'href="/map/"' in path.read_text() for path in site.rglob("index.html") if "noindex" not in path.read_text()
    )


def test_nothing_held_back_stands_in_any_file(site):
    for path in site.rglob("*"):
        if path.suffix in (".html", ".xml", ".json", ".txt", ".opml"):
            text = path.read_text(encoding="utf-8")
            assert "秘密的草稿" not in text, path
            assert "秘密的将来" not in text, path
            assert "秘密的过期稿" not in text, path


def test_long_lists_stand_in_the_sitemap_with_every_sheet_and_parts_are_as_small_as_was_asked_for(tmp_path):
    house = tmp_path / "house"
    house.mkdir()
    for name in ("theme", "plugins"):
        (house / name).symlink_to(ROOT / name)
    settings = (ROOT / "pelicanconf.py").read_text(encoding="utf-8")
    small = settings.replace("sitemap_size=1000", "sitemap_size=2").replace("list_size=20", "list_size=1")
    (house / "pelicanconf.py").write_text(small, "utf-8")
    column(tmp_path / "content", FILES)
    assert make(tmp_path, house=house).ok
    output = tmp_path / "output"
    assert (output / "sitemap-stories-2.xml").exists()
    listed = _whole(output)
    assert listed.keys() == _kept(output)
    oldest = listed[f"{SITE}/section/study/page/1/"]
    assert oldest.findtext("s:lastmod", namespaces=_NS) == "2017-08-16T09:30:00+08:00"


@pytest.mark.parametrize(
    "row",
    [
        "<url><loc>/a/</loc></url>",
        "<url><lastmod>2017-08-16</lastmod><loc>https://a.example/</loc></url>",
        "<url><loc>https://a.example/中/</loc></url>",
        "<url><loc>https://a.example/</loc><lastmod>2017-08-16T09:30:00</lastmod></url>",
        "<url><loc>https://a.example/</loc></url><url><loc>https://a.example/</loc></url>",
        "<url><loc>https://a.example/</loc><image:image><image:loc>1.jpg</image:loc></image:image></url>",
        "<url><loc>https://a.example/</loc><news:news><news:title>题</news:title></news:news></url>",
        "",
    ],
)
def test_the_schemas_refuse_what_the_protocol_refuses(row):
    data = urls(Part("sitemap-x-1.xml", (), same), Urls(SITE), "").replace(b"</urlset>", f"{row}</urlset>".encode())
    with pytest.raises(lxml.etree.DocumentInvalid):
        _obeys("sitemap.xsd", data)
