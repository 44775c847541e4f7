"""`intake`: delivered files become drafts, each whole or not at all, and what became of each is told."""

from __future__ import annotations

import json
from datetime import date
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from plugins.desk.intake import front, shelving
from plugins.newsroom.findings.refusals import Refusal
from tests import newsdesk

TODAY = date(2017, 8, 20)
STORY = (
    "古城公园添新绿\n记者 张三 文/图\n"
    "　　8月16日，记者在城东路看到，新建的公园里种下了三百棵树，附近居民傍晚都来这里散步。\n"
    "　　街道办事处负责人介绍，今年还要再建两处游园，让居民出门就能见到绿地。\n"
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return newsdesk.column(tmp_path / "content")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "来稿").mkdir()
    return tmp_path / "来稿"


class Desk:
    """Runs the task on a content folder and keeps what it said."""

    def __init__(self, content: Path, capsys: pytest.CaptureFixture[str], cache: Path) -> None:
        self.content, self.capsys, self.cache = content, capsys, cache
        self.code = 0

    def text(self, *paths: Path, day: date | None = None, section: str = "") -> str:
        return self._run(paths, day, section, "text")

    def rows(self, *paths: Path, day: date | None = None, section: str = "") -> list[dict]:
        return json.loads(self._run(paths, day, section, "json"))

    def _run(self, paths: tuple[Path, ...], day: date | None, section: str, format: str) -> str:
        self.capsys.readouterr()
        self.code = front.intake(
            paths, self.content, day=day, section=section, today=TODAY, format=format, cache=self.cache
        )
        return self.capsys.readouterr().out


def _stories(content: Path) -> list[str]:
    return sorted(
        path.relative_to(content).as_posix() for path in content.rglob("index.md") if "pages" not in path.parts
    )


@pytest.fixture
def desk(content: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Desk:
    return Desk(content, capsys, tmp_path / "cache")


def delivered(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode("gb18030") if isinstance(data, str) else data)
    return path


def test_a_text_becomes_a_draft_that_passes_the_check(desk, inbox):
    (row,) = desk.rows(delivered(inbox, "稿件.txt", STORY))
    assert (desk.code, row["title"], row["whole"], row["findings"]) == (0, "古城公园添新绿", True, [])
    text = (desk.content.parent / row["story"]).read_text(encoding="utf-8")
    head, body = text.split("\n---\n", 1)
    assert "状态: 草稿" in head
    assert "署名: 记者 张三 文/图" in head
    assert "日期: 2017-08-20" in head  # nothing in the text says the day
    assert row["story"] == "content/2017/08/20-gu-cheng-gong-yuan-tian-xin-lv/index.md"
    assert body.strip().split("\n\n") == [line.strip() for line in STORY.split("\n")[2:4]]


def test_the_day_and_the_section_are_those_asked_for(desk, inbox):
    (row,) = desk.rows(delivered(inbox, "a.txt", STORY), day=date(2017, 8, 3), section="works")
    text = (desk.content.parent / row["story"]).read_text(encoding="utf-8")
    assert "/2017/08/03-" in row["story"]
    assert "日期: 2017-08-03\n版块: 项目建设" in text
    with pytest.raises(Refusal, match="没有叫“体育”的版块"):
        desk.rows(delivered(inbox, "b.txt", STORY), section="体育")


def test_the_section_is_guessed_by_its_keywords_and_said(desk, inbox):
    (desk.content / "data/sections.yaml").write_text(
        newsdesk.SECTIONS + "- id: parks\n  name: 园林绿化\n  description: 绿。\n  keywords: [游园, 绿地]\n",
        encoding="utf-8",
    )
    (row,) = desk.rows(delivered(inbox, "a.txt", STORY))
    assert "版块: 园林绿化" in (desk.content.parent / row["story"]).read_text(encoding="utf-8")
    assert any("“游园”、“绿地”" in doubt["sentence"] for doubt in row["doubts"])


def test_the_same_file_twice_makes_no_second_story_even_when_it_was_edited_and_moved(desk, inbox):
    file = delivered(inbox, "a.txt", STORY)
    (first,) = desk.rows(file)
    story = desk.content.parent / first["story"]
    edited = story.read_text(encoding="utf-8").replace("三百棵", "三百多棵").replace("状态: 草稿", "状态: 待审")
    story.write_text(edited, encoding="gb18030", newline="\r\n")  # as an old Notepad saves it
    moved = story.parent.rename(story.parent.with_name("19-gongyuan"))
    told = desk.text(file, delivered(inbox, "复件.txt", STORY))
    assert desk.code == 0
    assert told.count("content/2017/08/19-gongyuan/index.md，没有再建") == 2
    assert (moved / "index.md").read_text(encoding="gb18030") == edited
    assert len(_stories(desk.content)) == 2


def test_the_same_words_in_another_file_make_no_second_story(desk, inbox):
    desk.rows(delivered(inbox, "a.txt", STORY))
    paragraphs = "".join(f"<p>{line}</p>" for line in STORY.split("\n"))
    (row,) = desk.rows(delivered(inbox, "b.html", f"<html>{paragraphs}</html>"))
    assert row["known"]
    assert len(_stories(desk.content)) == 2


def test_the_same_body_below_another_headline_is_another_story(desk, inbox):
    other = STORY.replace("古城公园添新绿", "城东路又有一处公园")
    first, second = desk.rows(delivered(inbox, "a.txt", STORY), delivered(inbox, "b.txt", other))
    assert first["story"] != second["story"]
    assert not second["known"]


def test_a_text_that_is_named_as_a_word_file_is_taken_and_told(desk, inbox):
    (row,) = desk.rows(delivered(inbox, "稿件.docx", STORY.encode("gb18030")))
    assert row["title"] == "古城公园添新绿"
    assert "里面其实是文本文件" in row["doubts"][0]["sentence"]
    assert "其实是" not in desk.text(delivered(inbox, "另一篇.txt", STORY.replace("古城", "新城")))


def test_a_file_that_cannot_be_taken_costs_only_itself(desk, inbox):
    delivered(inbox, "1.txt", STORY)
    delivered(inbox, "2.docx", b"PK\x03\x04broken")
    delivered(inbox, "3.pdf", b"%PDF-1.7 x")
    delivered(inbox, "4.txt", STORY.replace("古城公园", "城南游园").replace("三百", "五百"))
    delivered(inbox, "~$1.docx", b"lock")
    delivered(inbox, "Thumbs.db", b"\xd0\xcf\x11\xe0")
    delivered(inbox, "下层/5.txt", STORY.replace("古城公园", "城北游园").replace("三百", "八百"))
    told = desk.text(inbox, inbox / "没有.txt")
    assert desk.code == 1
    assert told.count("√ ") == 3
    refused = [line for line in told.split("\n") if line.startswith("× ")]
    assert [next(name for name in ("2.docx", "3.pdf", "没有.txt") if name in line) for line in refused] == [
        "2.docx",
        "3.pdf",
        "没有.txt",
    ]
    assert "收了 3 篇，3 个没有收" in told
    assert len(_stories(desk.content)) == 4


def test_loose_photos_join_the_only_story_with_what_their_files_say(desk, inbox):
    photo = newsdesk.jpeg()
    delivered(inbox, "稿件.txt", STORY.replace(" 文/图", ""))
    delivered(inbox, "居民在游园散步 李四摄.jpg", photo)
    (row,) = desk.rows(inbox)
    story = desk.content.parent / row["story"]
    assert (story.parent / "01.jpg").read_bytes() == photo
    assert '![居民在游园散步](01.jpg "李四 摄")' in story.read_text(encoding="utf-8")
    assert row["findings"] == []


@pytest.mark.parametrize("credit", ["李四 摄", "（李四 摄）"])
def test_a_caption_at_the_end_of_a_text_goes_to_the_photo_that_lies_beside_it(desk, inbox, credit):
    delivered(inbox, "稿件.txt", f"{STORY}图为居民在新建的公园里散步。　{credit}\n责编 王五\n")
    delivered(inbox, "DSC_0001.jpg", newsdesk.jpeg())
    (row,) = desk.rows(inbox)
    text = (desk.content.parent / row["story"]).read_text(encoding="utf-8")
    assert '![图为居民在新建的公园里散步。](01.jpg "李四 摄")' in text
    assert row["findings"] == []


def test_loose_photos_of_several_stories_join_the_one_that_names_them_and_the_rest_is_told(desk, inbox):
    first, second, third = (newsdesk.jpeg(width) for width in (1200, 1300, 1400))
    delivered(inbox, "公园.txt", STORY + "（附照片：DSC_1.jpg）\n")
    delivered(inbox, "游园.txt", STORY.replace("古城公园", "城南游园").replace("三百", "五百"))
    delivered(inbox, "DSC_1.jpg", first)
    delivered(inbox, "游园1.jpg", second)
    delivered(inbox, "DSC_2.jpg", third)
    park, garden, lost = desk.rows(inbox)
    assert [(desk.content.parent / row["story"]).with_name("01.jpg").read_bytes() for row in (park, garden)] == [
        first,
        second,
    ]
    assert "DSC_2.jpg" in lost["refusal"]
    assert desk.code == 1


def test_a_photo_that_comes_later_is_told_and_one_that_the_story_has_is_not(desk, inbox):
    delivered(inbox, "稿件.txt", STORY)
    delivered(inbox, "公园.jpg", newsdesk.jpeg())
    assert "√ 稿件.txt" in desk.text(inbox)
    delivered(inbox, "后来.jpg", newsdesk.jpeg(1300))
    told = desk.text(inbox)
    assert "后来.jpg 没有收，旁边的稿件以前收过" in told
    assert "公园.jpg" not in told


def test_an_empty_folder_and_a_text_without_words_are_said(desk, inbox):
    with pytest.raises(Refusal, match="没有可以收的文件"):
        desk.text(inbox)
    told = desk.text(
        delivered(inbox, "空.html", b"<html><p>&nbsp;</p></html>"),
        delivered(inbox, "图.html", b'<html><img src="a.jpg"></html>'),
        delivered(inbox, "a.jpg", newsdesk.jpeg(300, 200)),
    )
    assert "“空.html”是空的" in told
    assert "“图.html”里只有图片" in told


def test_the_same_photo_in_a_page_and_beside_it_is_stored_once(desk, inbox):
    photo = newsdesk.jpeg()
    lines = "".join(f"<p>{line}</p>" for line in STORY.split("\n"))
    delivered(
        inbox, "稿件.html", f'<html>{lines}<p><img src="稿件_files/a.jpg"></p><p>图为新建的公园</p></html>'.encode()
    )
    delivered(inbox, "稿件_files/a.jpg", photo)
    delivered(inbox, "原图.jpg", photo)
    (row,) = desk.rows(inbox)
    folder = (desk.content.parent / row["story"]).parent
    assert sorted(path.name for path in folder.iterdir()) == ["01.jpg", "index.md"]
    assert (folder / "01.jpg").read_bytes() == photo


def test_a_picture_may_have_any_name(desk, inbox):
    lines = "".join(f"<p>{line}</p>" for line in STORY.split("\n"))
    message = MIMEMultipart("related")
    address = f"https://pic.example/%00:{'长' * 300}/..%5Ca?b=.jpg"
    message.attach(MIMEText(f'<html>{lines}<p><img src="{address}"></p><p>图为新建的公园</p></html>', "html", "utf-8"))
    picture = MIMEImage(newsdesk.jpeg(), "jpeg")
    picture["Content-Location"] = address
    message.attach(picture)
    (row,) = desk.rows(delivered(inbox, "稿件.mht", message.as_bytes()))
    assert (desk.content.parent / row["story"]).with_name("01.jpg").read_bytes() == newsdesk.jpeg()


def test_a_story_of_ours_is_taken_as_it_is_and_its_head_completed(desk, inbox):
    body = '  第一段 ，照原样。\n\n![城墙](墙.jpg "张三 摄")\n'
    delivered(inbox, "古城.md", f"---\n标题: 古城新貌\n署名: 记者 张三\n# 备注\n---\n{body}".encode())
    photo = delivered(inbox, "墙.jpg", newsdesk.jpeg()).read_bytes()
    (row,) = desk.rows(inbox)
    story = desk.content.parent / row["story"]
    head, kept = story.read_text(encoding="utf-8").split("---\n")[1:]
    assert kept == body
    assert (story.parent / "墙.jpg").read_bytes() == photo
    assert {"标题: 古城新貌", "日期: 2017-08-20", "版块: 学习贯彻", "状态: 草稿", "# 备注"} <= set(head.split("\n"))
    assert desk.rows(inbox)[0]["known"]


def test_a_story_that_says_it_is_public_is_told(desk, inbox):
    (row,) = desk.rows(delivered(inbox, "a.md", newsdesk.story(状态="发布").encode()))
    assert any("读者就能看到" in doubt["sentence"] for doubt in row["doubts"])


def test_a_story_of_the_column_is_not_taken_in_again(desk):
    told = desk.text(desk.content / "2017")
    assert "“content/2017/08/16-haogao/index.md”已经在内容文件夹里" in told
    assert _stories(desk.content) == ["2017/08/16-haogao/index.md"]


def test_a_second_story_of_the_same_headline_and_day_gets_a_folder_of_its_own(desk, inbox):
    first = delivered(inbox, "a.txt", STORY)
    second = delivered(inbox, "b.txt", STORY.replace("三百", "九百"))
    names = [row["story"].split("/")[-2] for row in desk.rows(first, second)]
    assert names[1] == f"{names[0]}-2"


def test_nothing_is_left_behind_when_the_disk_fails(desk, inbox, monkeypatch):
    before = newsdesk.fingerprint(desk.content)
    real = Path.write_bytes

    def failing(path: Path, data: bytes) -> int:
        if path.name == "index.md":
            raise OSError(28, "No space left on device")
        return real(path, data)

    monkeypatch.setattr(shelving.Path, "write_bytes", failing)
    with pytest.raises(OSError, match="No space"):
        desk.rows(delivered(inbox, "a.txt", STORY), day=date(2019, 1, 2))
    assert newsdesk.fingerprint(desk.content) == before
    assert not (desk.content / "2019").exists()
    assert not [path for path in desk.content.iterdir() if path.name.startswith(".")]


def test_a_fault_of_the_program_in_one_file_is_one_sentence_and_the_others_are_taken(desk, inbox, monkeypatch):
    from plugins.desk.submissions import comma_table

    monkeypatch.setattr(comma_table, "read", lambda file, data: 1 / 0)
    told = desk.text(delivered(inbox, "a.csv", "甲,乙\n1,2\n"), delivered(inbox, "b.txt", STORY))
    assert "收“a.csv”的时候程序出了错" in told
    assert "收了 1 篇，1 个没有收" in told


def test_no_file_and_no_content_folder_are_said(desk, inbox, tmp_path):
    with pytest.raises(Refusal, match="没有写要收哪些文件"):
        desk.text()
    desk.content = tmp_path / "nowhere"
    with pytest.raises(Refusal, match="没有“"):
        desk.text(inbox)


def test_the_command_prints_the_account(content, inbox):
    ran = newsdesk.run("intake", delivered(inbox, "稿件.txt", STORY), "--content", content, "--date", "2017-08-16")
    assert ran.returncode == 0
    assert "√ 稿件.txt → content/2017/08/16-gu-cheng-gong-yuan-tian-xin-lv/index.md" in ran.stdout
    assert "状态都是草稿" in ran.stdout
