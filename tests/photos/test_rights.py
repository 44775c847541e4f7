"""The right to show a photo: over before its story is an error, over later and it leaves the site by itself; credits agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.desk.build import BuildResult, build
from tests.newsdesk import BODY, column, jpeg, story

pytestmark = pytest.mark.slow  # real photos, published whole

LAST = "2017-08-31"
BEFORE, AFTER = "2017-08-31T23:59:59", "2017-09-01T00:00:00"
SOURCE = "2017/08/20-tu"
TWO = BODY + '\n![甲图](01.jpg "张三 摄")\n\n中间一段。\n\n![乙图](02.jpg "李四 摄")\n'
PICTURES = {f"{SOURCE}/01.jpg": jpeg(700, 500), f"{SOURCE}/02.jpg": jpeg(800, 500)}
ENDS = f"\n  01.jpg:\n    到期: {LAST}"


class Desk:
    """A column that is built again and again, at whatever moment is asked for."""

    def __init__(self, folder: Path, files: dict[str, str | bytes]) -> None:
        self.folder, self.cache = folder, folder.parent / "rights-cache"  # one for all tests: few photos, made once
        self.content = column(folder / "content", files)

    def build(self, now: str, *, preview: bool = False) -> BuildResult:
        return build(self.content, self.folder / "output", now=now, cache=self.cache, preview=preview)

    def page(self, address: str) -> str:
        return (self.folder / "output" / address).read_text(encoding="utf-8")

    @property
    def photos(self) -> set[str]:
        return {path.name for path in (self.folder / "output/photos").iterdir()}


def _codes(result: BuildResult) -> list[str]:
    return [problem.code for problem in result.problems]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, {**PICTURES, f"{SOURCE}/index.md": story(TWO, 日期="2017-08-20", 图片=ENDS)})


def test_a_photo_is_shown_to_the_end_of_its_last_day_and_then_leaves_page_list_feed_and_disk(desk):
    assert _codes(desk.build(BEFORE)) == []
    before, files = desk.page("2017/08/tu/index.html"), desk.photos
    assert "甲图" in before
    after = desk.build(AFTER)
    page, feed, home = (desk.page(address) for address in ("2017/08/tu/index.html", "feed.xml", "index.html"))
    assert _codes(after) == ["CR18"]
    assert ("甲图" in page, "乙图" in page, "中间一段" in page) == (False, True, True)
    assert ("甲图" in feed, "乙图" in feed) == (False, True)
    gone = files - desk.photos
    assert gone
    assert not any(name in page + feed + home for name in gone)
    assert desk.build(AFTER).made == 0


def test_the_next_photo_of_the_story_becomes_its_cover(desk):
    desk.build(BEFORE)
    first = desk.page("section/study/index.html")
    desk.build(AFTER)
    second = desk.page("section/study/index.html")
    assert first.count("<picture>") == second.count("<picture>") == 2
    assert first != second


def test_a_story_that_loses_its_only_photo_is_listed_without_one(tmp_path):
    text = story(BODY + '\n![甲图](01.jpg "张三 摄")\n', 日期="2017-08-20", 图片=ENDS)
    desk = Desk(tmp_path, {f"{SOURCE}/01.jpg": jpeg(700, 500), f"{SOURCE}/index.md": text})
    desk.build(AFTER)
    assert "<figure" not in desk.page("2017/08/tu/index.html")
    assert desk.page("section/study/index.html").count("<picture>") == 1


def test_a_gallery_closes_its_ranks(tmp_path):
    body = BODY + '\n![甲图](01.jpg "张三 摄")\n![乙图](02.jpg "李四 摄")\n'
    desk = Desk(tmp_path, {**PICTURES, f"{SOURCE}/index.md": story(body, 日期="2017-08-20", 图片=ENDS)})
    desk.build(BEFORE)
    assert "组图，共 2 幅" in desk.page("2017/08/tu/index.html")
    desk.build(AFTER)
    page = desk.page("2017/08/tu/index.html")
    assert ("组图" in page, page.count("<figure")) == (False, 1)


def test_the_reminder_points_at_the_day_and_says_how_to_mend(desk):
    (found,) = desk.build(AFTER).problems
    assert (found.place.line, found.place.column) == (8, 9)
    assert "2017年8月31日" in found.message
    assert "续了期" in found.advice


def test_a_renewed_photo_comes_back(desk):
    desk.build(AFTER)
    text = desk.content / SOURCE / "index.md"
    text.write_text(text.read_text(encoding="utf-8").replace(LAST, "2018-08-31"), encoding="utf-8")
    assert _codes(desk.build(AFTER)) == []
    assert "甲图" in desk.page("2017/08/tu/index.html")


def test_the_file_of_a_lapsed_photo_may_be_thrown_away(desk):
    (desk.content / SOURCE / "01.jpg").unlink()
    assert _codes(desk.build(AFTER)) == ["CR18"]


def test_a_preview_shows_it_no_longer_either(tmp_path):
    text = story(TWO, 日期="2017-08-20", 状态="草稿", 图片=ENDS)
    desk = Desk(tmp_path, {**PICTURES, f"{SOURCE}/index.md": text})
    assert _codes(desk.build(AFTER, preview=True)) == ["CR18"]
    assert "甲图" not in desk.page("2017/08/tu/index.html")


@pytest.mark.parametrize(("day", "is_error"), [("2017-08-31 23:59", False), ("2017-09-01 00:00", True)])
def test_a_photo_that_was_over_when_its_story_appeared_is_an_error_whatever_day_it_is(tmp_path, day, is_error):
    desk = Desk(tmp_path, {**PICTURES, f"{SOURCE}/index.md": story(TWO, 日期=day, 图片=ENDS)})
    result = desk.build("2017-08-01T08:00")
    assert result.ok is not is_error
    places = [(one.place.line, one.place.column) for one in result.problems if one.code == "CR17"]
    assert places == [(8, 9)] * is_error


def test_a_time_of_day_is_kept_to_the_minute(tmp_path):
    ends = "\n  01.jpg:\n    到期: 2017-08-31 12:00"
    desk = Desk(tmp_path, {**PICTURES, f"{SOURCE}/index.md": story(TWO, 日期="2017-08-20", 图片=ends)})
    assert _codes(desk.build("2017-08-31T11:59")) == []
    assert _codes(desk.build("2017-08-31T12:00")) == ["CR18"]


def test_one_photo_under_two_credits_is_a_reminder_that_names_both_places(tmp_path):
    data = jpeg(700, 500)
    files = {
        f"2017/08/{day}-{name}/index.md": story(f'{BODY}\n![图]({name}.jpg "{credit}")\n', 日期=f"2017-08-{day}")
        for day, name, credit in (("20", "a", "张三 摄"), ("21", "b", "李四 摄"), ("22", "c", "摄影：张三"))
    }
    files |= {f"2017/08/{day}-{name}/{name}.jpg": data for day, name in (("20", "a"), ("21", "b"), ("22", "c"))}
    (found,) = Desk(tmp_path, files).build(AFTER).problems
    assert (found.code, found.place.file, found.place.line) == ("PH19", "content/2017/08/21-b/index.md", 10)
    assert "content/2017/08/20-a/index.md:10" in found.message
    assert "张三 摄" in found.message
    assert "李四 摄" in found.message


def test_within_one_story_too(tmp_path):
    body = BODY + '\n![甲](01.jpg "张三 摄")\n\n段。\n\n![乙](02.jpg "李四 摄")\n'
    files = {f"{SOURCE}/index.md": story(body), f"{SOURCE}/01.jpg": jpeg(700, 500), f"{SOURCE}/02.jpg": jpeg(700, 500)}
    assert _codes(Desk(tmp_path, files).build(AFTER)) == ["PH19"]


def test_one_photo_with_two_ends_is_a_reminder(tmp_path):
    body = BODY + '\n![甲](01.jpg "张三 摄")\n'
    files = {
        "2017/08/20-a/index.md": story(body, 日期="2017-08-20", 图片="\n  01.jpg:\n    到期: 2017-12-31"),
        "2017/08/21-b/index.md": story(body, 日期="2017-08-21"),
    }
    files |= {name.replace("index.md", "01.jpg"): jpeg(700, 500) for name in files}
    (found,) = Desk(tmp_path, files).build(AFTER).problems
    assert found.code == "PH20"
    assert "2017年12月31日" in found.message


def test_a_label_in_the_file_is_printed_wherever_the_photo_is(tmp_path):
    source = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    packet = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- {source} --></x:xmpmeta>'.encode()
    body = BODY + '\n![甲图](01.jpg "制图 张三")\n'
    files = {f"{SOURCE}/index.md": story(body, 日期="2017-08-20"), f"{SOURCE}/01.jpg": jpeg(700, 500, xmp=packet)}
    desk = Desk(tmp_path, files)
    assert _codes(desk.build(AFTER)) == ["PH21"]
    for address in ("2017/08/tu/index.html", "section/study/index.html", "index.html", "feed.xml"):
        assert desk.page(address).count("AI生成") == 1, address


def test_no_file_of_the_site_tells_of_a_photo_once_its_time_is_over(tmp_path):
    body = BODY + '\n![饕餮纹样](taotie.jpg "夔旭 摄")\n\n![乙图](02.jpg "李四 摄")\n'
    rights = f"\n  taotie.jpg:\n    替代文字: 貔貅一对\n    到期: {LAST}"
    pictures = {f"{SOURCE}/taotie.jpg": jpeg(700, 500), f"{SOURCE}/02.jpg": jpeg(800, 500)}
    desk = Desk(tmp_path, {**pictures, f"{SOURCE}/index.md": story(body, 日期="2017-08-20", 图片=rights)})
    words = ("饕餮", "夔旭", "貔貅", "taotie")  # pairs of characters: a search index holds no longer ones

    def told() -> set[str]:
        data = b"".join(path.read_bytes() for path in (desk.folder / "output").rglob("*") if path.is_file())
        return {word for word in words if word.encode() in data or word.encode("unicode_escape") in data}

    desk.build(BEFORE)
    assert told() == set(words[:3])
    desk.build(AFTER)
    assert told() == set()
