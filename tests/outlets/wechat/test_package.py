"""Packages as files: pictures and covers within the limits, a set in its order, nothing that readers may not see, the same bytes again."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest
from PIL import Image

from plugins.desk import wechat
from plugins.newsroom.findings.refusals import Refusal
from plugins.outlets.wechat import limits
from plugins.photos import elsewhere
from tests.attachments.samples import film
from tests.newsdesk import column, jpeg, run, story

from .made import files, packages

pytestmark = pytest.mark.slow  # real pictures
HERE = "2017/08/16-haogao"


def noise(width: int, height: int) -> bytes:
    """A picture that no encoder makes small."""
    buffer = io.BytesIO()
    grains = [Image.effect_noise((width, height), 120) for _ in "RGB"]
    Image.merge("RGB", grains).save(buffer, "JPEG", quality=90)
    return buffer.getvalue()


def test_pictures_are_narrow_and_short_enough_and_carry_their_credit(tmp_path):
    body = '![墙](01.jpg "张三 摄")\n\n![噪点](02.jpg "李四 摄")\n\n![墙](01.jpg "张三 摄")\n'
    content = column(
        tmp_path / "content",
        {f"{HERE}/index.md": story(body), f"{HERE}/01.jpg": jpeg(3000, 2000), f"{HERE}/02.jpg": noise(1600, 6400)},
    )
    made = files(content)
    manifest = json.loads(made["manifest.json"])
    assert [image["file"] for image in manifest["images"]] == ["images/01.jpg", "images/02.jpg", "images/01.jpg"]
    assert [image["width"] for image in manifest["images"]] == [1080, 480, 1080]
    for image in manifest["images"]:
        data = made[image["file"]]
        assert len(data) == image["bytes"] < limits.PICTURE_BYTES
        assert Image.open(io.BytesIO(data)).size == (image["width"], image["height"])
        assert (
            f'src="{image["file"]}" alt="{image["caption"]}" data-w="{image["width"]}"'.encode() in made["article.html"]
        )
    assert "张三 摄".encode() in made["images/01.jpg"]


def test_both_covers_are_cut_around_the_focus(tmp_path):
    picture = Image.new("RGB", (2000, 1500), "white")
    picture.paste((200, 0, 0), (1600, 100, 1900, 400))
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=90)
    head = {"图片": "\n  01.jpg:\n    焦点: [0.88, 0.17]"}
    content = column(
        tmp_path / "content",
        {f"{HERE}/index.md": story('![墙](01.jpg "张三 摄")\n', **head), f"{HERE}/01.jpg": buffer.getvalue()},
    )
    made = files(content)
    for name, ratio in (("cover-wide.jpg", 2.35), ("cover-square.jpg", 1)):
        cover = Image.open(io.BytesIO(made[name])).convert("RGB")
        assert cover.width / cover.height == pytest.approx(ratio, abs=0.01)
        reds = [cover.getpixel((x, y)) for x in range(0, cover.width, 9) for y in range(0, cover.height, 9)]
        assert any(red > 150 and green < 80 for red, green, _ in reds)


def test_a_story_without_a_photo_has_its_headline_on_the_covers(tmp_path):
    made = files(column(tmp_path / "content", {f"{HERE}/index.md": story()}))
    for name, size in (("cover-wide.png", (1480, 630)), ("cover-square.png", (1200, 1200))):
        cover = Image.open(io.BytesIO(made[name])).convert("RGB")
        assert cover.size == size
        assert {(250, 247, 240), (35, 30, 24), (53, 96, 79)} <= {colour for _, colour in cover.getcolors()}
        paper = {cover.getpixel((x, y)) for x in (0, size[0] - 1) for y in (0, size[1] - 1)}
        assert paper == {(250, 247, 240)}
    assert json.loads(made["manifest.json"])["covers"] == {"wide": "cover-wide.png", "square": "cover-square.png"}


def test_a_picture_of_which_no_width_fits_is_told_and_not_shown(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "PICTURE_BYTES", 3000)
    made = packages(column(tmp_path / "content"), HERE)
    article = made.packages[0].files["article.html"].decode()
    assert "WX24" in {each.code for each in made.problems}
    assert "<img" not in article
    assert "城墙一角" not in article


def test_generated_pictures_are_labelled_and_films_are_left_to_the_editor(tmp_path):
    head = {"图片": "\n  01.jpg:\n    AI生成: 是"}
    laid = {
        f"{HERE}/index.md": story('![墙](01.jpg "张三 制图")\n\n[夜景](ye.mp4)\n', **head),
        f"{HERE}/ye.mp4": film(),
    }
    made = packages(column(tmp_path / "content", laid), HERE)
    assert {"WX29", "WX30"} <= {each.code for each in made.problems}
    assert ">AI生成</span>" in made.packages[0].files["article.html"].decode()


HIDDEN = {
    "草稿": {"状态": "草稿"},
    "待审": {"状态": "待审"},
    "未到发布时间": {"日期": "2017-12-01"},
    "撤稿": {"状态": "撤稿", "撤稿日期": "2017-08-20", "撤稿说明": "重复"},
    "已下线": {"下线": "2017-08-20"},
}


@pytest.mark.parametrize("reason", HIDDEN)
def test_what_readers_may_not_see_is_refused_in_one_sentence(tmp_path, reason):
    content = column(tmp_path / "content", {"2017/08/17-mi/index.md": story(标题="秘密的", **HIDDEN[reason])})
    with pytest.raises(Refusal) as refused:
        packages(content, "2017/08/17-mi")
    assert str(refused.value).startswith(f"《秘密的》现在是“{reason}”")


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (["pages/about"], "WX03"),
        (["data/site.yaml"], "WX03"),
        (["2017/08/17-cuo"], "WX02"),
        (["2017/08/18-xiang"], "WX02"),
        ([], "WX05"),
    ],
)
def test_what_cannot_be_made_is_refused(tmp_path, asked, code):
    laid = {
        "2017/08/17-cuo/index.md": story(标题="有错的", 版块="没有的版块"),
        "2017/08/18-xiang/index.md": story("![没有](99.jpg)\n", 标题="少照片的"),
    }
    with pytest.raises(Refusal) as refused:
        packages(column(tmp_path / "content", laid), *asked)
    assert [each.code for each in refused.value.problems] == [code]


def test_no_byte_of_a_hidden_story_or_a_lapsed_photo_is_in_a_package(tmp_path):
    head = {"图片": "\n  02.jpg:\n    到期: 2017-08-20"}
    laid = {
        f"{HERE}/index.md": story('![墙](01.jpg "张三 摄")\n\n![过期说明](02.jpg "李四 摄")\n', 封面="02.jpg", **head),
        f"{HERE}/02.jpg": jpeg(1000, 800),
        "2017/08/17-mi/index.md": story("绝密正文。\n", 标题="秘密的", 状态="草稿"),
    }
    for name, data in files(column(tmp_path / "content", laid)).items():
        for words in ("过期说明", "李四", "秘密的", "绝密正文", "17-mi", "02.jpg"):
            assert words.encode() not in data, (name, words)


def test_several_stories_are_one_set_in_their_order(tmp_path):
    content = column(
        tmp_path / "content", {f"2017/08/{day}-gao{day}/index.md": story(标题=f"第{day}篇") for day in range(18, 27)}
    )
    made = packages(content, "2017/08/20-gao20/index.md", HERE, "2017/08/20-gao20")
    folders = wechat.write(made, tmp_path / "out")
    told = json.loads((folders[-1] / "manifest.json").read_text("utf-8"))
    assert folders[-1].name == "2017-08-20-set"
    assert [(each["order"], each["title"]) for each in told["articles"]] == [(1, "第20篇"), (2, "一篇好稿")]
    assert all((folders[-1] / each["folder"] / "article.html").is_file() for each in told["articles"])
    since = packages(content, since=date(2017, 8, 24))
    assert [each.brief.title for each in since.packages] == ["第24篇", "第25篇", "第26篇"]
    both = packages(content, "2017/08/25-gao25", HERE, since=date(2017, 8, 25))
    assert [each.brief.title for each in both.packages] == ["第25篇", "一篇好稿", "第26篇"]
    with pytest.raises(Refusal, match="最多发 8 篇"):
        packages(content, since=date(2017, 8, 1))


def test_two_stories_of_one_name_have_two_folders(tmp_path):
    content = column(tmp_path / "content", {"2017/07/16-haogao/index.md": story(标题="上月的", 日期="2017-07-16")})
    assert [each.name for each in packages(content, HERE, "2017/07/16-haogao").packages] == [
        "haogao-2017-08",
        "haogao-2017-07",
    ]


def test_the_same_story_gives_the_same_bytes(tmp_path):
    content = column(tmp_path / "content")
    first = files(content)
    assert first == files(content)
    folder = wechat.write(packages(content, HERE), tmp_path / "out")[0]
    wechat.write(packages(content, HERE), tmp_path / "out")
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")} == first.keys()
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["haogao"]


def test_a_folder_of_somebody_else_is_not_touched(tmp_path):
    theirs = tmp_path / "out" / "haogao" / "manifest.json"
    theirs.parent.mkdir(parents=True)
    theirs.write_text('{"name": "app"}', encoding="utf-8")
    with pytest.raises(Refusal, match="没有动它"):
        wechat.write(packages(column(tmp_path / "content"), HERE), tmp_path / "out")
    assert theirs.read_text(encoding="utf-8") == '{"name": "app"}'


def test_what_is_made_elsewhere_is_no_wider_than_it_came(tmp_path):
    assert elsewhere.WECHAT.steps(640, elsewhere.WECHAT.encodings[0]) == (480, 640)
    assert elsewhere.WECHAT.steps(4000, elsewhere.WECHAT.encodings[0]) == (480, 720, 1080)


def test_the_task_writes_where_it_is_told_and_says_what_to_do_next(tmp_path):
    content, out = column(tmp_path / "content"), tmp_path / "out"
    result = run("wechat", content / HERE, "--content", content, "--output", out, "--site-url", "https://a.example/zt")
    assert result.returncode == 0
    assert f"{out}/haogao/copy.html" in result.stdout.replace("\n", "")
    assert json.loads((out / "haogao/check.json").read_text("utf-8"))["findings"] == []
    assert "https://a.example/zt/2017/08/haogao/" in (out / "haogao/article.html").read_text("utf-8")
    for wrong, sentence in (
        ("--since=昨天", "看不懂日期"),
        ("--site-url=example", "不是完整的网址"),
        ("", "没有要做的稿件"),
    ):
        refused = run("wechat", "--content", content, "--output", out, *filter(None, [wrong]))
        assert (refused.returncode, sentence in refused.stdout) == (1, True)
