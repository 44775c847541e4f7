"""What readers get: real builds of small columns, and what stands in the files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import html5lib
import pytest

from plugins.newsroom.pages.scan_code import scan_code
from tests.newsdesk import BODY, build, column, jpeg, run, story

LONG = "2017/08/21-changgao"
_SCAN_CODE = re.compile(rb'<svg class="g-whereabouts__code".*?</svg>', re.DOTALL)
FILES: dict[str, str | bytes] = {
    f"{LONG}/index.md": story(
        '开头一段，\n换了一行。\n\n![甲](甲.jpg)\n![乙](乙.jpg "李四 摄")\n\n见[好稿](../16-haogao/index.md#xiao)。\n',
        标题="拆迁清零\u3000安置先行",
        署名="记者 张三 通讯员 李四 文 张三 图",
        单位="北下街",
        话题="城市、诚实",
        旧址="xw/2017/0821.html",
    ),
    f"{LONG}/甲.jpg": jpeg(),
    f"{LONG}/乙.jpg": jpeg(900, 1200),
    "2017/08/22-gengzheng/index.md": story(更正="\n  - 日期: 2017-08-25\n    说明: 第一段的日期已改正。"),
    "2017/08/23-chegao/index.md": story(
        "这段正文不应再出现。\n", 状态="撤稿", 撤稿日期="2017-08-25", 撤稿说明="内容重复。"
    ),
    "2017/08/24-caogao/index.md": story("草稿里的秘密。\n", 状态="草稿", 标题="秘密的草稿"),
    "2017/08/25-daishen/index.md": story("待审里的秘密。\n", 状态="待审", 标题="秘密的待审稿"),
    "2099/01/01-weilai.md": story("将来的秘密。\n", 日期="2099-01-01", 标题="秘密的将来"),
    "2017/08/26-guoqi/index.md": story("过期的秘密。\n", 下线="2017-08-30", 标题="秘密的过期稿"),
    "2017/08/27-tongyin/index.md": story(署名="记者 章伟", 版块="项目建设"),
    "2017/08/28-tongyin2/index.md": story(署名="记者 张伟"),
}


@dataclass(frozen=True)
class Site:
    folder: Path
    printed: str

    def page(self, address: str) -> str:
        return (self.folder / address).read_text(encoding="utf-8")

    @property
    def pages(self) -> list[Path]:
        return sorted(self.folder.rglob("*.html"))


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Site:
    folder = tmp_path_factory.mktemp("site")
    done = build(column(folder / "content", FILES), folder / "output")
    assert done.returncode == 0, done.stdout
    return Site(folder / "output", done.stdout)


def test_the_summary_accounts_for_every_story(site):
    assert (
        "读到 10 篇 = 发布 5 + 暂不发布 5（草稿 1，待审 1，未到发布时间 1，已下线 1，撤稿 1） + 有错 0" in site.printed
    )


def test_every_kind_of_page_is_written(site):
    for address in (
        "index.html", "2017/08/changgao/index.html", "section/study/index.html", "unit/beixiajie/index.html",
        "person/zhang-san/index.html", "2017/08/index.html", "archives/index.html", "corrections/index.html",
        "about/index.html", "404.html", "feed.xml", "xw/2017/0821.html",
    ):  # fmt: skip
        assert (site.folder / address).is_file(), address
    assert len(list((site.folder / "tag").iterdir())) == 2


def test_nothing_held_back_stands_anywhere(site):
    for path in sorted(site.folder.rglob("*")):
        if path.suffix in (".html", ".xml", ".json"):
            text = path.read_text(encoding="utf-8")
            assert "秘密" not in text, path
            assert "不应再出现" not in text, path
            assert "caogao" not in text, path


def test_a_withdrawn_story_leaves_a_notice_at_its_address_and_no_trace_in_lists(site):
    notice = site.page("2017/08/chegao/index.html")
    assert "内容重复。" in notice
    assert "2017年8月25日" in notice
    assert "2017/08/chegao/" not in site.page("section/study/index.html")
    assert "2017/08/chegao/" not in site.page("feed.xml")
    assert "内容重复。" in site.page("corrections/index.html")


def test_people_and_tags_that_sound_alike_have_pages_of_their_own(site):
    people = [path.name for path in (site.folder / "person").iterdir()]
    assert sum(name.startswith("zhang-wei-") for name in people) == 2
    tags = [path.name for path in (site.folder / "tag").iterdir()]
    assert sum(name.startswith("cheng-shi-") for name in tags) == 2


def test_every_page_is_valid_html(site):
    for path in site.pages:
        parser = html5lib.HTMLParser(strict=True)
        parser.parse(path.read_text(encoding="utf-8"))


def test_every_internal_link_leads_to_a_file(site):
    for path in site.pages:
        for href in re.findall(r'(?:href|src)="(/[^"#?]*)', path.read_text(encoding="utf-8")):
            target = site.folder / href.lstrip("/")
            assert target.is_file() or (target / "index.html").is_file(), (path, href)


def test_every_figure_has_three_widths_a_size_and_a_credit(site):
    page = site.page("2017/08/changgao/index.html")
    figures = re.findall(r"<figure.*?</figure>", page, re.S)
    assert len(figures) == 2
    for figure in figures:
        widths = set(re.findall(r"-(\d+)\.jpg \1w", figure))
        assert len(widths) >= 3
        assert re.search(r'<img[^>]* width="\d+" height="\d+"', figure)
    assert "张三 摄" in figures[0]
    assert "李四 摄" in figures[1]


def test_only_the_lead_photo_is_loaded_at_once(site):
    images = re.findall(r"<img[^>]*photos/[^>]*>", site.page("2017/08/changgao/index.html"))
    assert ['loading="lazy"' in image for image in images] == [False, True]


def test_lines_of_a_chinese_paragraph_are_joined(site):
    assert "开头一段，换了一行。" in site.page("2017/08/changgao/index.html")


def test_links_between_stories_follow_the_address_and_the_fragment(site):
    assert 'href="/2017/08/haogao/#xiao"' in site.page("2017/08/changgao/index.html")


def test_a_former_address_sends_readers_on(site):
    assert 'content="0; url=/2017/08/changgao/"' in site.page("xw/2017/0821.html")


def test_the_feed_lists_stories_newest_first_with_all_authors_and_dates_in_our_time_zone(site):
    feed = feedparser.parse(site.page("feed.xml"))
    assert not feed.bozo
    order = [entry.link.rsplit("/", 2)[1] for entry in feed.entries]
    assert order == ["tongyin2", "tongyin", "gengzheng", "changgao", "haogao"]
    entry = next(entry for entry in feed.entries if "changgao" in entry.link)
    assert entry.author == "张三、李四"
    assert entry.published.endswith("+0800")
    assert not entry.guidislink


def test_the_feed_carries_the_whole_text_with_credits_and_absolute_pictures(site):
    text = _feed_texts(site)["https://guancheng.example/2017/08/changgao/"]
    assert "开头一段，换了一行。" in text
    assert len(re.findall(r'<img src="https://guancheng\.example/photos/[^"]+\.jpg"', text)) == 2
    assert "张三 摄" in text
    assert "记者 张三" in text
    assert "来源：某专栏" in text
    assert 'href="https://guancheng.example/2017/08/haogao/#xiao"' in text


def _feed_texts(site: Site) -> dict[str, str]:
    """link -> content:encoded, read by a namespace-aware XML parser."""
    items = ElementTree.fromstring(site.page("feed.xml").encode()).iter("item")
    content = "{http://purl.org/rss/1.0/modules/content/}encoded"
    return {item.findtext("link"): item.findtext(content) for item in items}


def test_a_correction_stands_at_the_top_of_the_feed_entry_and_on_its_page(site):
    assert "第一段的日期已改正。" in site.page("2017/08/gengzheng/index.html")
    text = _feed_texts(site)["https://guancheng.example/2017/08/gengzheng/"]
    assert text.startswith("<p><strong>更正（2017年8月25日）：")


def test_every_story_shows_the_code_of_its_own_address(site):
    code = scan_code("https://guancheng.example/2017/08/changgao/")
    assert code.path.encode() in _SCAN_CODE.search((site.folder / "2017/08/changgao/index.html").read_bytes())[0]


def test_no_published_file_knows_where_the_camera_was(tmp_path):
    from PIL import Image

    exif = Image.Exif()
    exif[0x010F] = "Kamera"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (34.0, 45.0, 0.0)
    files = {
        "2017/08/20-gps/index.md": story(BODY + '\n![图](01.jpg "张三 摄")\n'),
        "2017/08/20-gps/01.jpg": jpeg(exif=exif),
    }
    assert b"Kamera" in files["2017/08/20-gps/01.jpg"]
    done = build(column(tmp_path / "content", files), tmp_path / "output")
    assert done.returncode == 0, done.stdout
    published = list((tmp_path / "output/photos").iterdir())
    assert len(published) >= 6
    for path in published:
        assert b"Kamera" not in path.read_bytes()
        assert not Image.open(path).getexif()


def test_nothing_is_written_for_an_empty_column(tmp_path):
    content = column(tmp_path / "content")
    (content / "2017/08/16-haogao/index.md").unlink()
    (content / "2017/08/16-haogao/01.jpg").unlink()
    done = build(content, tmp_path / "output")
    assert done.returncode == 0, done.stdout
    for absent in ("section", "unit", "person", "tag", "archives", "corrections", "2017"):
        assert not (tmp_path / "output" / absent).exists()
    assert "archives/" not in (tmp_path / "output/index.html").read_text(encoding="utf-8")


def test_check_fix_mends_what_is_certain_shows_it_and_leaves_the_rest(tmp_path):
    slips = story(日期="2017年8月20日（星期日）", 标题=None).replace("版块: ", "版块：")
    content = column(tmp_path / "content", {"2017/08/20-xin/index.md": slips})
    done = run("check", "--content", content, "--fix")
    text = (content / "2017/08/20-xin/index.md").read_text(encoding="utf-8")
    assert done.returncode == 1
    assert "缺少标题" in done.stdout
    assert "+版块: 学习贯彻" in done.stdout
    assert "日期: 2017-08-20" in text
    assert "版块: 学习贯彻" in text
    again = run("check", "--content", content, "--fix")
    assert "+版块" not in again.stdout
