"""The head of a story: keys, shapes, slips."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.head import LAYOUT, read
from plugins.newsroom.schema import KEYS, NESTED
from plugins.newsroom.text.marked import Marked
from plugins.newsroom.text.source import Source, decode


def head_of(lines: str, closing: str = "---\n正文。\n"):
    head, _, problems = read(Source("a.md", f"---\n{lines}\n{closing}"))
    return head, problems


def plain(value: Marked):
    if value.text is not None:
        return value.text
    if value.items is not None:
        return [plain(item) for item in value.items]
    return {key.text: plain(item) for key, item in value.entries}


def at(value: Marked) -> str:
    return value.place.text[value.place.column - 1 : value.place.column - 1 + value.place.length]


def found(problems) -> list[tuple[str, int, int]]:
    return [(p.code, p.place.line, p.place.column) for p in problems]


WHOLE = """---
标题: 商都历史文化区　三清零
kicker: 建设国家中心城市
副题:
  - 第一行副题
  - 第二行副题
日期: 2017-08-16 09:30
Section: 项目建设
署名: 记者 冉红政 通讯员 姜璞 文/图
单位: [北下街, "南关"]
更正:
  - 日期: 2017-08-20
    说明: 第三段“西大街”应为“东大街”
图片:
  01.jpg:
    说明: 城墙遗址
    焦点: [0.5, 0.3]
    ai_generated: 是
---
第一段。
"""


def test_a_head_is_read_by_chinese_and_english_keys():
    head, body, problems = read(Source("a.md", WHOLE))
    assert problems == ()
    assert {key: plain(value) for key, value in head.values.items()} == {
        "标题": "商都历史文化区　三清零",
        "引题": "建设国家中心城市",
        "副题": ["第一行副题", "第二行副题"],
        "日期": "2017-08-16 09:30",
        "版块": "项目建设",
        "署名": "记者 冉红政 通讯员 姜璞 文/图",
        "单位": ["北下街", "南关"],
        "更正": [{"日期": "2017-08-20", "说明": "第三段“西大街”应为“东大街”"}],
        "图片": {"01.jpg": {"说明": "城墙遗址", "焦点": ["0.5", "0.3"], "AI生成": "是"}},
    }
    assert (body.text, body.first_line, body.offset) == ("第一段。\n", 20, WHOLE.index("第一段"))


def test_every_value_and_key_knows_its_place():
    head, _, _ = read(Source("a.md", WHOLE))
    assert (head.place("版块").line, head.place("版块").column, head.place("版块").length) == (8, 1, 7)
    assert [at(item) for item in head.values["单位"].items] == ["北下街", "南关"]
    assert at(head.values["更正"].items[0].get("说明")) == "第三段“西大街”应为“东大街”"
    key, details = head.values["图片"].entries[0]
    assert (at(key), at(details.get("焦点").items[1])) == ("01.jpg", "0.3")


def test_the_place_of_a_key_that_is_not_there_is_the_first_line_of_the_head():
    head, _, _ = read(Source("a.md", WHOLE))
    assert (head.place("摘要").line, head.place("摘要").column) == (1, 0)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.alias)
def test_each_key_is_known_by_name_alias_and_capitalised_alias(key):
    for name in (key.name, key.alias, key.alias.capitalize(), key.alias.upper()):
        head, problems = head_of(f"{name}:")
        assert problems == ()
        assert list(head.values) == [key.name]
        assert head.values[key.name].is_empty


@pytest.mark.parametrize("parent", NESTED)
def test_each_nested_key_is_known_by_name_and_alias(parent):
    for key in set(NESTED[parent].values()):
        for name in (key.name, key.alias):
            head, problems = head_of(
                f"{parent}:\n  - 文件: 01.jpg\n    {name}: 1"
                if parent == "图片" and key.name != "文件"
                else f"{parent}:\n  - {name}: 1"
            )
            assert problems == ()
            assert key.name in str(plain(head.values[parent])) or key.name == "文件"


@pytest.mark.parametrize(
    ("line", "code", "key", "value", "written"),
    [
        ("标题：商都", "HD05", "标题", "商都", "商都"),
        ("标题:商都", "HD05", "标题", "商都", "商都"),
        ("标题 ：　商都", "HD05", "标题", "商都", "商都"),
        ("title：商都", "HD05", "标题", "商都", "商都"),
        ("标题:　商都", "HD06", "标题", "商都", "商都"),
        ("标题:\t商都", "HD06", "标题", "商都", "商都"),
        ("　标题: 商都", "HD06", "标题", "商都", "商都"),
        ("\t标题: 商都", "HD06", "标题", "商都", "商都"),
        ("标 题: 商都", "HD06", "标题", "商都", "商都"),
        ("标　题: 商都", "HD06", "标题", "商都", "商都"),
        ("标题: 商都　", "HD06", "标题", "商都", "商都"),
        ("标题: 推进: 三清零", "HD07", "标题", "推进: 三清零", "推进: 三清零"),
        ("标题: 推进:", "HD07", "标题", "推进:", "推进:"),
        ('标题: "三个一"机制', "HD07", "标题", '"三个一"机制', '"三个一"机制'),
        ("标题: '三个一'机制", "HD07", "标题", "'三个一'机制", "'三个一'机制"),
        ("标题: #管城在行动#", "HD07", "标题", "#管城在行动#", "#管城在行动#"),
        ("标题: 地铁 #3 号线", "HD07", "标题", "地铁 #3 号线", "地铁 #3 号线"),
        ("标题: [组图] 城墙", "HD07", "标题", "[组图] 城墙", "[组图] 城墙"),
        ("标题: {一} 城墙", "HD07", "标题", "{一} 城墙", "{一} 城墙"),
        ("标题: - 城墙", "HD07", "标题", "- 城墙", "- 城墙"),
        ("副题: a, b: c", "HD07", "副题", ["a, b: c"], "a, b: c"),
        ("单位: 北下街、南关", "HD08", "单位", ["北下街", "南关"], "北下街、南关"),
        ("单位: 北下街，南关；", "HD08", "单位", ["北下街", "南关"], "北下街，南关；"),
        ("单位: 北下街, 南关", "HD08", "单位", ["北下街", "南关"], "北下街, 南关"),
        ("单位: 北下街 南关　西大街", "HD08", "单位", ["北下街", "南关", "西大街"], "北下街 南关　西大街"),
        ("单位: [北下街、南关]", "HD08", "单位", ["北下街", "南关"], "[北下街、南关]"),
        ("单位: [北下街,, 南关]", "HD08", "单位", ["北下街", "南关"], "[北下街,, 南关]"),
        ("话题: #城墙# #安置#", "HD08", "话题", ["城墙", "安置"], "#城墙# #安置#"),
        ("话题: #城墙##安置#", "HD08", "话题", ["城墙", "安置"], "#城墙##安置#"),
        ("话题: [#城墙#, 安置]", "HD07", "话题", ["城墙", "安置"], "[#城墙#, 安置]"),
        ("责编: 姜 璞 冉红政", "HD08", "责编", ["姜璞", "冉红政"], "姜 璞 冉红政"),
        ("项目: 《甲、乙》、丙", "HD08", "项目", ["《甲、乙》", "丙"], "《甲、乙》、丙"),
    ],
)
def test_a_slip_is_understood_and_reported_as_mendable(line, code, key, value, written):
    head, problems = head_of(line)
    assert plain(head.values[key]) == value
    assert [(p.code, p.is_error, p.is_mendable) for p in problems] == [(code, False, True)]
    assert problems[0].place.line == 2
    if isinstance(value, str):
        assert at(head.values[key]) == written


@pytest.mark.parametrize(
    ("lines", "key", "value"),
    [
        ("责编: 王五 # 值班", "责编", ["王五"]),
        ("署名: 记者 张三 #补", "署名", "记者 张三"),
        ("责编: # 待定", "责编", []),
        ("话题: 拆迁 # 常用", "话题", ["拆迁"]),
        ("单位: # 两个\n  - 北下街 # 东\n  - 南关", "单位", ["北下街", "南关"]),
        ("更正:\n  - 日期: 2017-08-20 # 补登\n    说明: 改", "更正", [{"日期": "2017-08-20", "说明": "改"}]),
        ("图片:\n  01.jpg: # 首图\n    署名: 张三 摄 # 供图", "图片", {"01.jpg": {"署名": "张三 摄"}}),
    ],
)
def test_a_note_behind_a_value_is_not_part_of_it(lines, key, value):
    head, problems = head_of(lines)
    assert problems == ()
    assert plain(head.values[key]) == value


def test_a_note_stays_when_the_line_before_it_is_mended():
    _, problems = head_of("责编：姜璞、冉红政　# 值班")
    text, done = "---\n责编：姜璞、冉红政　# 值班\n---\n正文。\n", 0
    mended = ""
    for edit in sorted(edit for problem in problems for edit in problem.edits):
        mended, done = mended + text[done : edit.start] + edit.replacement, edit.end
    assert (mended + text[done:]).split("\n")[1] == "责编: [姜璞, 冉红政] # 值班"


@pytest.mark.parametrize("line", ["标题: 地铁 # 3 号线", "摘要: 第 # 3 号线", "状态: # 草稿"])
def test_a_sign_in_running_text_and_a_hidden_state_are_no_notes(line):
    head, _ = head_of(line)
    (value,) = head.values.values()
    assert value.text == line.partition(": ")[2]


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("categories: 项目建设", "“版块: 项目建设”"),
        ("author: admin", "“署名: 记者 张三 文/图”"),
        ("draft: true", "“状态: 草稿”"),
        ("draft: false", "请删去这一行"),
        ("published: false", "“状态: 草稿”"),
        ("published: 2017-09-01", "“日期: 2017-09-01”"),
        ("password: abc", "草稿、待审"),
        ("last-modified-at: 2017-09-02", "“更正”"),
        ("permalink: shiqian", "“网址: shiqian”"),
        ("permalink: /2017/shiqian.html", "“旧址: /2017/shiqian.html”"),
        ("thumbnail: /img/01.jpg", "“封面”"),
        ("lastmod: 2017-09-02", "“更正”"),
        ("Excerpt: 甲", "“摘要”"),
        ("layout: post", "请删去这一行"),
    ],
)
def test_a_key_of_another_generator_is_told_what_to_write_here(line, advice):
    _, problems = head_of(line)
    assert [(p.code, p.place.line) for p in problems] == [("HD12", 2)]
    assert advice in problems[0].advice
    assert "可以用的键" not in problems[0].advice


@pytest.mark.parametrize(
    "text", ['+++\ntitle = "甲"\n+++\n\n正文。\n', '{\n  "title": "甲"\n}\n\n正文。\n', '{"title": "甲"}\n正文。\n']
)
def test_a_head_in_toml_or_json_is_one_clear_error(text):
    head, _, problems = read(Source("a.md", text))
    assert head is None
    assert found(problems) == [("HD21", 1, 1)]


@pytest.mark.parametrize("sign", ["#", "@", "%", "*", "&", "!", "|", ">", "`", "]", "}", ","])
def test_a_sign_that_yaml_trips_over_is_only_text(sign):
    head, problems = head_of(f"标题: {sign}城墙")
    assert head.values["标题"].text == f"{sign}城墙"
    assert [p.code for p in problems] == ["HD07"]


@pytest.mark.parametrize(
    "text", ["“三个一”机制", "‘三个一’机制", "《规划》：解读", "时间定在09:30", "——写在前面", "C#入门", "100%", "？"]
)
def test_chinese_punctuation_needs_no_quotes(text):
    head, problems = head_of(f"标题: {text}")
    assert problems == ()
    assert head.values["标题"].text == text


@pytest.mark.parametrize(
    ("lines", "key", "value"),
    [
        ('标题: "推进: 三清零"', "标题", "推进: 三清零"),
        ("标题: 'it''s'", "标题", "it's"),
        ('标题: "a\\"b"', "标题", 'a"b'),
        ('状态: "草稿" # 等图', "状态", "草稿"),
        ("标题:\n  商都", "标题", "商都"),
        ("摘要: |\n  第一句。\n  第二句: 完。", "摘要", "第一句。第二句: 完。"),
        ("摘要: >-\n  第一句。\n  来源: 正文", "摘要", "第一句。来源: 正文"),
        ("摘要: 第一句。\n  第二句。", "摘要", "第一句。第二句。"),
        ('摘要: "第一句。\n  第二句。"', "摘要", "第一句。第二句。"),
        ("副题: 一，二、三", "副题", ["一，二、三"]),
        ("副题: |\n  第一行\n  第二行", "副题", ["第一行", "第二行"]),
        ("单位: 北下街", "单位", ["北下街"]),
        ("单位: [北下街]", "单位", ["北下街"]),
        ("单位: []", "单位", []),
        ("单位:\n- 北下街\n- 南关", "单位", ["北下街", "南关"]),
        ("单位: [北下街,\n  南关]", "单位", ["北下街", "南关"]),
        ('单位: ["北下街、南关", 西大街]', "单位", ["北下街、南关", "西大街"]),
        ("项目:\n  - 道路、管网改造", "项目", ["道路、管网改造"]),
        ("责编: [姜 璞]", "责编", ["姜璞"]),
        ("更正: {日期: 2017-08-20, 说明: 改}", "更正", [{"日期": "2017-08-20", "说明": "改"}]),
        ("更正:\n  日期: 2017-08-20\n  说明: 改", "更正", [{"日期": "2017-08-20", "说明": "改"}]),
        ("图片:\n  - 文件: 01.jpg\n    说明: 图", "图片", {"01.jpg": {"说明": "图"}}),
        ("图片:\n  01.jpg:", "图片", {"01.jpg": {}}),
    ],
)
def test_what_yaml_allows_is_read_without_a_word(lines, key, value):
    head, problems = head_of(lines)
    assert problems == ()
    assert plain(head.values[key]) == value


@pytest.mark.parametrize(
    ("lines", "code", "value"),
    [
        ("更正:\n  - 日期：2017-08-20\n    说明: 改", "HD05", "2017-08-20"),
        ("更正:\n　- 日期: 2017-08-20\n　　说明: 改", "HD06", "2017-08-20"),
        ("更正:\n  －　日期: 2017-08-20\n    说明: 改", "HD06", "2017-08-20"),
        ("更正:\n  - 日期: 2017-08-20\n    说明: 第三段: 改", "HD07", "第三段: 改"),
        ("图片:\n  01.jpg：\n    说明: 图", "HD05", "图"),
        ("图片:\n  01.jpg:\n    焦点: 0.5，0.3", "HD08", "0.3"),
        ("副题:\n  - 解读: 六个定位", "HD07", "解读: 六个定位"),
        ("话题:\n  - #城墙#", "HD07", "城墙"),
        ("摘要: |\n　　第一句。\n　　第二句。", "HD06", "第一句。第二句。"),
    ],
)
def test_slips_below_a_key_are_understood_too(lines, code, value):
    head, problems = head_of(lines)
    assert value in str(plain(next(iter(head.values.values()))))
    assert {(p.code, p.is_mendable) for p in problems} == {(code, True)}


def test_places_stay_true_behind_mended_slips():
    head, _ = head_of('　标 题　：　　推进: "三"\n更正：\n　－　日期：２０１７\n　　　说明：#a: \\b　')
    assert at(head.values["标题"]) == '推进: "三"'
    assert (head.values["标题"].place.line, head.values["标题"].place.column) == (2, 9)
    record = head.values["更正"].items[0]
    assert (at(record.get("日期")), record.get("日期").place.line) == ("２０１７", 4)
    assert (at(record.get("说明")), record.get("说明").place.column) == ("#a: \\b", 7)


def test_spans_cover_what_was_written():
    text = '---\n日期: "2017年"\n单位: [北下街, 南关]\n更正:\n　- 日期：2018年\n---\n'
    head, _, _ = read(Source("a.md", text))
    values = [head.values["日期"], head.values["单位"].items[1], head.values["更正"].items[0].get("日期")]
    assert [text[slice(*value.span)] for value in values] == ['"2017年"', "南关", "2018年"]


# -- fences -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fence", ["———", "－－－", "——", "----", "–––", " ---", "---　"])
def test_a_fence_of_other_dashes_is_understood(fence):
    head, body, problems = read(Source("a.md", f"{fence}\n标题: 甲\n{fence}\n正文。\n"))
    assert head.values["标题"].text == "甲"
    assert body.text == "正文。\n"
    assert found(problems) == [("HD04", 1, 1), ("HD04", 3, 1)]


def test_a_missing_opening_fence_is_understood():
    head, body, problems = read(Source("a.md", "标题：甲\n日期: 2017-08-16\n---\n正文。\n"))
    assert list(head.values) == ["标题", "日期"]
    assert body.text == "正文。\n"
    assert found(problems) == [("HD03", 1, 1), ("HD05", 1, 3)]


def test_blank_lines_before_the_head_are_understood():
    head, _, problems = read(Source("a.md", "\n　\n---\n标题: 甲\n---\n"))
    assert list(head.values) == ["标题"]
    assert found(problems) == [("HD09", 1, 0)]


def test_a_text_without_a_head_is_an_error():
    head, body, problems = read(Source("a.md", "# 商都\n\n正文：一段。\n"))
    assert head is None
    assert body.text.startswith("# 商都")
    assert found(problems) == [("HD10", 1, 1)]


@pytest.mark.parametrize(
    "rest",
    [
        "\n王东亮传达了精神。\n\n第二段。\n",
        "\n　　会议要求：层层传达。\n",
        "\n## 小标题\n\n---\n\n第二段。\n",
        "王东亮传达了精神。\n",
    ],
)
def test_a_missing_closing_fence_is_an_error_that_says_where_the_head_seems_to_end(rest):
    head, body, problems = read(Source("a.md", f"---\n标题: 甲\n日期: 2017-08-16\n{rest}"))
    assert list(head.values) == ["标题", "日期"]
    assert body.text.strip() == rest.strip()
    assert found(problems) == [("HD11", 3, 1)]
    assert "第 3 行" in problems[0].message


def test_a_rule_or_a_table_in_the_body_is_not_taken_for_a_fence():
    text = "---\n标题: 甲\n---\n正文。\n\n---\n\n----\n"
    _, body, problems = read(Source("a.md", text))
    assert problems == ()
    assert body.text == "正文。\n\n---\n\n----\n"


def test_a_head_with_blank_lines_and_comments_is_one_head():
    head, problems = head_of("标题: 甲\n\n# 待补\n日期: 2017-08-16\n  \n单位:\n\n  - 北下街\n  # 注\n  - 南关")
    assert problems == ()
    assert plain(head.values["单位"]) == ["北下街", "南关"]


# -- errors -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ("标提: 甲", "标题"),
        ("责任编辑: 甲", "责编"),
        ("作者：甲", "署名"),
        ("titel: 甲", "标题"),
        ("发布时间: 甲", "日期"),
        ("栏目: 甲", "版块"),
        ("撤稿时间: 甲", "撤稿日期"),
    ],
)
def test_an_unknown_key_is_an_error_with_the_nearest_key(line, near):
    head, problems = head_of(f"日期: 2017-08-16\n{line}")
    assert found(problems) == [("HD12", 3, 1)]
    assert problems[0].advice == f"请改成“{near}”。"
    assert list(head.values) == ["日期"]


@pytest.mark.parametrize("line", ["天气: 晴", "题: 甲", "xyz: 1"])
def test_an_unknown_key_without_one_nearest_lists_all(line):
    _, problems = head_of(line)
    assert [p.code for p in problems] == ["HD12"]
    assert "标题、引题" in problems[0].advice


@pytest.mark.parametrize("second", ["标题: 乙", "title: 乙", "标　题：乙"])
def test_a_repeated_key_is_an_error_naming_the_first_line(second):
    head, problems = head_of(f"标题: 甲\n日期: 2017-08-16\n{second}")
    assert ("HD02", 4, 1) in found(problems)
    assert "第 2 行" in problems[0].message
    assert head.values["标题"].text == "甲"


def test_an_unknown_nested_key_is_an_error_with_what_there_is():
    head, problems = head_of("更正:\n  - 日期: 2017-08-20\n    说名: 改")
    assert found(problems) == [("HD13", 4, 5)]
    assert problems[0].advice == "请改成“说明”。"
    assert plain(head.values["更正"]) == [{"日期": "2017-08-20"}]


def test_a_nested_key_given_in_both_languages_is_an_error():
    _, problems = head_of("更正:\n  - 日期: 2017-08-20\n    date: 2017-08-21")
    assert found(problems) == [("HD02", 4, 5)]


@pytest.mark.parametrize(
    ("lines", "line", "word"),
    [
        ("标题: [甲, 乙]", 2, "一行文字"),
        ("标题:\n  - 甲", 3, "一行文字"),
        ("单位: {甲: 乙}", 2, "列表"),
        ("单位:\n  - [甲]", 3, "列表"),
        ("更正: 第三段改了", 2, "记录"),
        ("更正:\n  - 第三段改了", 3, "记录"),
        ("图片: 01.jpg", 2, "文件名"),
        ("图片:\n  01.jpg: 城墙", 3, "文件名"),
        ("图片:\n  - 说明: 城墙", 3, "文件名"),
    ],
)
def test_a_wrong_shape_is_an_error_that_says_the_right_one(lines, line, word):
    _, problems = head_of(lines)
    assert [(p.code, p.is_error, p.place.line) for p in problems] == [("HD14", True, line)]
    assert word in problems[0].message


def test_a_line_that_belongs_nowhere_is_an_error_and_costs_only_itself():
    head, problems = head_of("标题: 甲\n随手一行\n单位: 北下街\n  - 南关\n日期: 2017-08-16")
    assert found(problems) == [("HD15", 3, 1), ("HD15", 5, 1)]
    assert {key: plain(value) for key, value in head.values.items()} == {
        "标题": "甲",
        "单位": ["北下街"],
        "日期": "2017-08-16",
    }


@pytest.mark.parametrize(
    "lines",
    ["标题: 建设国家中心城市\n  管城在行动", "标题: |\n  建设国家中心城市\n  管城在行动", "署名: 记者 甲\n  通讯员 乙"],
)
def test_a_headline_over_two_lines_is_an_error_and_not_joined(lines):
    head, problems = head_of(lines)
    assert [p.code for p in problems] == ["HD16"]
    assert head.values == {}


def test_an_unknown_key_set_in_below_a_value_is_not_taken_for_text():
    head, problems = head_of("标题: 甲\n　作者：乙")
    assert [p.code for p in problems] == ["HD12"]
    assert head.values["标题"].text == "甲"


@pytest.mark.parametrize(
    "lines", ['标题: "商都', "标题: '商都", '标题: "a\\q"', "单位:\n  - 甲\n - 乙", "摘要: #一\n  二"]
)
def test_what_is_not_certain_stays_an_error(lines):
    _, problems = head_of(lines)
    assert [p.code for p in problems] == ["HD01"]


def test_one_broken_value_costs_only_itself():
    head, problems = head_of('标题: "甲\n日期: 2017-08-16\n话题: [a, {b\n  c]\n版块：项目建设')
    assert sorted(p.code for p in problems) == ["HD01", "HD01", "HD05"]
    assert sorted(head.values) == ["日期", "版块"]


# -- properties -------------------------------------------------------------------------------------------------------

_SCRAPS = st.sampled_from(
    [
        "---",
        "———",
        "标题",
        "单位",
        "更正",
        "图片",
        "摘要",
        "日期",
        ": ",
        "：",
        "\n",
        "\n  ",
        "\n  - ",
        "\n　",
        "\t",
        '"',
        "'",
        "[",
    ]
    + [
        "]",
        "{",
        "}",
        "#",
        "|",
        ">",
        "&a",
        "*a",
        "!",
        "- ",
        "、",
        "，",
        "甲",
        "乙丙",
        "01.jpg",
        "\\",
        "~",
        "\u200b",
        "\ufeff",
        "\r",
    ]
)


@settings(max_examples=400)
@given(st.one_of(st.text(max_size=80), st.lists(_SCRAPS, max_size=40).map("".join)), st.booleans())
def test_any_text_is_read_and_every_place_lies_inside_its_line(text, fenced):
    source, problems = decode((f"---\n{text}\n---\n" if fenced else text).encode(), "a.md", LAYOUT)
    head, body, findings = read(source)
    assert source.text[body.offset :] == body.text
    values = head.values.values() if head else ()
    places = [p.place for p in (*problems, *findings)] + [place for value in values for place in _places(value)]
    for place in places:
        assert 0 <= place.column <= len(place.text) + 1
        assert place.column - 1 + place.length <= max(len(place.text), place.column)


def _places(value: Marked):
    yield value.place
    for item in value.items or ():
        yield from _places(item)
    for key, item in value.entries or ():
        yield key.place
        yield from _places(item)


@settings(max_examples=200)
@given(st.text("商都 a:#\"'[]{}-,、|>&*!%@\\?~", min_size=1, max_size=20).map(str.strip).filter(bool))
def test_a_headline_is_the_text_on_its_line_or_what_yaml_says_it_is(text):
    head, problems = head_of(f"标题: {text}")
    if any(p.is_error for p in problems):
        assert text[0] in "\"'[{"
    elif any(p.code == "HD07" for p in problems):
        assert head.values["标题"].text == text
    else:
        assert head.values["标题"].text in (text, text.strip("\"'"), "") or text[0] in "\"'"
