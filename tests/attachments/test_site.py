"""Files that readers may take with them, on a whole site: real builds, looked at as files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from plugins.desk.build import BuildResult, build
from plugins.desk.check import check
from tests.feeds.rules import atom as atom_rules
from tests.feeds.rules import rss as rss_rules
from tests.newsdesk import NOW, column, common_cache, jpeg, story

from .samples import MP3, PDF, VTT, film, office

BODY = '附件：[实施方案](实施方案.pdf)，[登记表](<登记 表.docx>)。\n\n[城墙夜景](ye.mp4 "李四 摄像")\n\n[采访录音](lu.mp3)\n'
HERE = "2017/08/20-fu"
FILES: dict[str, str | bytes] = {
    f"{HERE}/index.md": story(BODY, 标题="带附件的", 署名="记者 张三"),
    f"{HERE}/实施方案.pdf": PDF,
    f"{HERE}/登记 表.docx": office("word"),
    f"{HERE}/ye.mp4": film(),
    f"{HERE}/ye.jpg": jpeg(640, 360),
    f"{HERE}/ye.vtt": VTT,
    f"{HERE}/ye.txt": "夜里的城墙<很>静。\n\n没有人说话。\n",
    f"{HERE}/lu.mp3": MP3,
    f"{HERE}/lu.txt": "问：哪天开工？\n",
    # Nothing of these may be known before their day.
    "2017/08/21-cao/index.md": story(
        "[机密](jimi.pdf)\n\n同一份：[共用](gongyong.zip.pdf)\n", 标题="草稿的", 状态="草稿"
    ),
    "2017/08/21-cao/jimi.pdf": PDF + b"%secret",
    "2017/08/21-cao/gongyong.zip.pdf": PDF + b"%shared",
    "2017/08/22-wei/index.md": story("[未来](weilai.mp4)\n", 标题="未到的", 日期="2017-12-01"),
    "2017/08/22-wei/weilai.mp4": film(640, 360),
    "2017/08/22-wei/weilai.txt": "未来的话。\n",
    "2017/08/23-tong/index.md": story("[共用](gongyong.pdf)\n", 标题="用同一份的"),
    "2017/08/23-tong/gongyong.pdf": PDF + b"%shared",
}


def make(folder: Path, **wishes: object) -> BuildResult:
    facts = {"now": NOW, "cache": common_cache(folder), "processors": 1, **wishes}
    return build(folder / "content", folder / "output", "https://a.example/zt/gc", **facts)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("attachments")
    column(folder / "content", FILES)
    result = make(folder)
    assert result.ok, result.problems
    return folder


@pytest.fixture(scope="module")
def page(folder: Path) -> str:
    return (folder / "output/2017/08/fu/index.html").read_text(encoding="utf-8")


def test_every_link_leads_to_the_file_as_it_was_and_says_its_type_and_size(folder, page):
    links = re.findall(r'<a class="g-attachment" href="/zt/gc/([^"]+)" download="([^"]+)">(.*?)</a>', page)
    assert [(name, re.sub("<[^>]+>", "", words)) for _, name, words in links] == [
        ("实施方案.pdf", f"实施方案（PDF，{len(PDF)} B）"),
        ("登记 表.docx", f"登记表（Word，{len(FILES[f'{HERE}/登记 表.docx'])} B）"),
        ("ye.mp4", f"下载影片（MP4，{len(film())} B）"),
        ("lu.mp3", f"下载录音（MP3，{len(MP3)} B）"),
    ]
    for address, name, _ in links:
        assert (folder / "output" / unquote(address)).read_bytes() == FILES[f"{HERE}/{name}"]


def test_a_film_waits_for_the_reader_with_its_picture_its_size_and_its_words(folder, page):
    video = re.search(r"<video .*?</video>", page, re.DOTALL).group()
    assert 'preload="none"' in video
    assert "autoplay" not in page
    assert ' width="1280" height="720"' in video
    poster, source, captions = (
        re.search(rf'<?{name}="/zt/gc/([^"]+)"', video).group(1) for name in ("poster", "source src", '"字幕" src')
    )
    assert poster.startswith("photos/")
    assert (folder / "output" / captions).read_text(encoding="utf-8") == VTT
    assert (folder / "output" / source).read_bytes() == film()
    assert "<p>夜里的城墙&lt;很&gt;静。</p>" in page
    assert "media-src &#39;self&#39;" in page
    assert 'class="g-lightbox"' not in page  # a poster is no photo to be opened


def test_nothing_of_a_story_that_readers_may_not_see_is_on_the_site(folder):
    whole = b"".join(path.read_bytes() for path in (folder / "output").rglob("*") if path.is_file())
    names = "\n".join(map(str, (folder / "output").rglob("*")))
    for word in ("secret", "jimi", "weilai", "未来", "机密", "gongyong.zip"):
        assert word not in names
        assert word.encode() not in whole
    assert film(640, 360) not in whole
    assert whole.count(b"%shared") == 1
    pages = [
        path for path in (folder / "output").rglob("*.html") if "media-src" not in path.read_text(encoding="utf-8")
    ]
    assert pages == []


def test_feeds_bring_every_file_with_its_true_length_and_type(folder):
    output = folder / "output"
    items = json.loads((output / "feed.json").read_text(encoding="utf-8"))["items"]
    (item,) = (one for one in items if one["title"] == "带附件的")
    told = [(one["mime_type"], one["size_in_bytes"], one["title"]) for one in item["attachments"]]
    assert told == [
        ("application/pdf", len(PDF), "实施方案"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", len(FILES[f"{HERE}/登记 表.docx"]), "登记表"),
        ("video/mp4", len(film()), "城墙夜景"),
        ("audio/mpeg", len(MP3), "采访录音"),
    ]  # fmt: skip
    assert '<video controls preload="none" src="https://a.example/zt/gc/files/' in item["content_html"]
    rss_rules((output / "feed.xml").read_bytes(), "https://a.example/zt/gc/feed.xml")
    atom_rules((output / "atom.xml").read_bytes(), "https://a.example/zt/gc/atom.xml")
    assert '<enclosure url="https://a.example/zt/gc/files/' in (output / "feed.xml").read_text(encoding="utf-8")
    assert (output / "atom.xml").read_text(encoding="utf-8").count(
        'rel="enclosure"'
    ) == 4 + 1 + 1  # a photo, and another story's


def test_search_engines_are_told_what_can_be_seen_heard_and_taken(page):
    graph = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL).group(1))
    (told,) = (node for node in graph["@graph"] if node["@type"] == "NewsArticle")
    assert [one["encodingFormat"] for one in (*told["associatedMedia"], *told["video"], *told["audio"])] == [
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "video/mp4",
        "audio/mpeg",
    ]
    assert told["video"][0]["thumbnailUrl"].startswith("https://a.example/zt/gc/photos/")


def test_a_file_that_is_linked_is_used_and_one_that_is_not_is_named(tmp_path):
    content = column(tmp_path / "content", {**FILES, f"{HERE}/没人用.docx": office("word")})
    found = [one for one in check(content) if one.code in ("FI11", "FI12")]
    assert [one.place.file for one in found] == [f"content/{HERE}/没人用.docx"]


def test_what_is_wrong_with_a_file_stops_the_build_at_the_line_that_links_it(tmp_path):
    column(tmp_path / "content", {f"{HERE}/index.md": story("一\n\n[方案](a.docx)\n"), f"{HERE}/a.docx": b"<html>"})
    result = make(tmp_path)
    assert not result.ok
    assert [(one.code, one.place.line) for one in result.problems if one.is_error] == [("AT03", 10)]
    assert not (tmp_path / "output").exists()


def test_a_file_that_was_published_is_not_taken_from_readers_in_silence(tmp_path):
    content = column(tmp_path / "content", {f"{HERE}/index.md": story("[方案](方案.pdf)\n"), f"{HERE}/方案.pdf": PDF})
    assert make(tmp_path).ok
    promised = tmp_path / "promised.json"
    promised.write_bytes((tmp_path / "output/addresses.json").read_bytes())
    (address,) = json.loads(promised.read_bytes())["files"]
    (content / HERE / "方案.pdf").write_bytes(PDF + b"%2")
    result = make(tmp_path, previous=promised)
    assert [(one.code, address in one.message) for one in result.problems if one.is_error] == [("AT18", True)]
    corrected = story("[方案](方案.pdf)\n", 更正="[{日期: 2017-08-25, 说明: 附件“方案”第二页的数字已更正。}]")
    (content / HERE / "index.md").write_text(corrected, encoding="utf-8")
    assert make(tmp_path, previous=promised).ok
    assert not (tmp_path / "output" / address).exists()
    withdrawn = story("[方案](方案.pdf)\n", 状态="撤稿", 撤稿日期="2017-08-26", 撤稿说明="有误。")
    (content / HERE / "index.md").write_text(withdrawn, encoding="utf-8")
    assert make(tmp_path, previous=promised).ok
    assert not list((tmp_path / "output").rglob("*.pdf"))


def test_a_file_that_changes_while_the_site_is_made_never_comes_online_by_halves(tmp_path, monkeypatch):
    content = column(tmp_path / "content", {f"{HERE}/index.md": story("[方案](a.pdf)\n"), f"{HERE}/a.pdf": PDF})
    from plugins.engine.build.press import Press

    run = Press.run

    def late(press: Press, orders: object) -> None:
        (content / HERE / "a.pdf").write_bytes(PDF + b"%later")
        run(press, orders)

    monkeypatch.setattr(Press, "run", late)
    result = make(tmp_path)
    assert [one.code for one in result.problems if one.is_error] == ["AT15"]
    assert not (tmp_path / "output").exists()


def test_a_second_build_copies_nothing_again(tmp_path):
    column(tmp_path / "content", FILES)
    assert make(tmp_path).ok
    before = {path: path.stat().st_ino for path in (tmp_path / "output/files").rglob("*.*")}
    text = tmp_path / "content" / HERE / "index.md"
    text.write_text(text.read_text(encoding="utf-8") + "\n又一段。\n", encoding="utf-8")
    assert make(tmp_path).ok
    assert {path: path.stat().st_ino for path in (tmp_path / "output/files").rglob("*.*")} == before
