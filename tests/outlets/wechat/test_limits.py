"""What does not fit is never cut: the whole stands in the manifest, and a proposal beside it."""

from __future__ import annotations

import json

import pytest

from plugins.outlets.wechat import limits
from tests.newsdesk import column, story

from .made import SITE, packages

HERE = "2017/08/16-haogao/index.md"
LONG = "管城回族区召开专题会议，安排商都历史文化区建设，要求三项清零按期完成并且人人有责"


def packed(folder, **head):
    made = packages(column(folder / "content", {HERE: story("正文写清楚事情。\n", **head)}), "2017/08/16-haogao")
    return json.loads(made.packages[0].files["manifest.json"]), {each.code: each for each in made.problems}


def test_a_long_title_stays_whole_and_a_shorter_one_is_proposed(tmp_path):
    manifest, found = packed(tmp_path, 标题=LONG)
    assert manifest["title"] == LONG
    assert "“管城回族区召开专题会议，安排商都历史文化区建设”" in found["WX20"].advice
    assert found["WX20"].place.line == 2
    assert "WX20" not in packed(tmp_path / "short", 标题="城墙" * 16)[1]


@pytest.mark.parametrize(
    ("title", "shorter"),
    [
        ("三项清零在前　" + "五个片区在后" * 5, "三项清零在前"),
        ("一" * 40, "一" * 30 + "……"),
        ("甲" * 20 + "，" + "乙" * 20, "甲" * 20),
    ],
)
def test_a_title_is_shortened_at_its_gap_or_a_pause(title, shorter):
    assert limits.shorter_title(title) == shorter
    assert len(shorter) <= limits.TITLE


def test_the_author_is_who_wrote_the_words(tmp_path):
    manifest, found = packed(tmp_path, 署名="记者 张三 通讯员 李四 文 王五 图")
    assert manifest["author"] == "张三 李四"
    assert "WX21" not in found
    many = packed(tmp_path / "many", 署名="记者 张三 李四 王五六 赵七八 钱九十 孙十一 文")
    assert len(many[0]["author"]) > limits.AUTHOR
    assert "“张三 李四 王五六 赵七八等”" in many[1]["WX21"].advice
    assert limits.shorter_author("某省某市某某某区人民政府办公室宣传科") == "某省某市某某某区人民政府办公室宣"
    assert packed(tmp_path / "none", 署名=None, 来源="某报", 原文="https://b.example/1")[0]["author"] == "某报"


def test_a_long_digest_is_proposed_in_whole_sentences(tmp_path):
    summary = "城墙很老。" * 30
    manifest, found = packed(tmp_path, 摘要=summary)
    assert manifest["digest"] == summary
    assert "城墙很老。" * 24 + "”" in found["WX22"].advice


def test_a_summary_that_nobody_wrote_fits_in_whole_sentences(tmp_path):
    body = "第1句里有数字20170816和abcdefgh。" * 3 + "城墙很老，立在居民楼之间，来往的人从旁边走过。" * 3
    laid = {HERE: story(body + "\n")}
    made = packages(column(tmp_path / "long", laid), "2017/08/16-haogao")
    digest = json.loads(made.packages[0].files["manifest.json"])["digest"]
    assert 60 < len(digest) <= limits.DIGEST
    assert body.startswith(digest)
    assert "WX22" not in {each.code for each in made.problems}


def test_a_story_whose_site_has_no_address_yet_says_so(tmp_path):
    content = column(
        tmp_path / "content",
        {HERE: story("见[另一篇](../17-ling/index.md)。\n"), "2017/08/17-ling/index.md": story(标题="另一篇")},
    )
    made = packages(content, "2017/08/16-haogao", site_url="")
    article = made.packages[0].files["article.html"].decode()
    assert "WX23" in {each.code for each in made.problems}
    assert "阅读原文" not in article
    assert "[1]" not in article
    assert (
        f"{SITE}/2017/08/haogao/" in packages(content, "2017/08/16-haogao").packages[0].files["article.html"].decode()
    )


def test_an_article_too_long_for_the_interface_is_told(tmp_path):
    made = packages(column(tmp_path / "content", {HERE: story("城墙很老，写满一页。\n\n" * 200)}), "2017/08/16-haogao")
    assert {each.code for each in made.problems} == {"WX26"}
