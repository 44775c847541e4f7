"""Messy files as newsrooms get them: what stands in the head, what in the body, what is listed, what is asked."""

from datetime import date

import pytest

from plugins.newsroom.story.loading import parse
from plugins.newsroom.submission.tree import Look, Paragraph, Run

from .delivered import (
    AREA,
    REGISTRIES,
    SESSION,
    STUDY,
    WORKS,
    asked,
    bold,
    centred,
    composed,
    left_out,
    line,
    picture,
    plain,
    right,
    table,
    text,
)

HEADLINE = centred("拆迁清零　安置先行", 22)
BYLINE = centred("记者 冉红政 通讯员 姜璞 文/图")


def body(*words: str) -> str:
    return "\n\n".join(words) + "\n"


# -- Headline, kicker, decks ----------------------------------------------------------------------------------------


def test_headline_kicker_and_deck_are_told_by_their_look_and_place():
    story = composed(
        centred("贯彻全会精神 建设国家中心城市", 16),
        HEADLINE,
        centred("——商都历史文化区三项工作按节点推进", 16),
        BYLINE,
        *text(SESSION, STUDY),
    )
    assert story.head["标题"] == "拆迁清零　安置先行"
    assert story.head["引题"] == "贯彻全会精神　建设国家中心城市"
    assert story.head["副题"] == ["商都历史文化区三项工作按节点推进"]
    assert story.head["署名"] == "记者 冉红政 通讯员 姜璞 文/图"
    assert story.body == body(SESSION, STUDY)


@pytest.mark.parametrize(
    "lines",
    [
        (line("引题", style="引题"), line("拆迁清零", 18, "标题"), line("按节点推进", 16, "副标题")),
        (line("引题", style="肩题"), line("拆迁清零", 18, "Title"), line("按节点推进", 16, "Subtitle")),
        (line("引题：引题"), line("标题：拆迁清零"), line("副题：按节点推进")),
        (line("引题", 14), line("拆迁清零", 22), line("——按节点推进", 14)),
    ],
)
def test_styles_and_labels_say_what_a_line_is(lines):
    story = composed(*lines, BYLINE, *text(SESSION, STUDY))
    assert (story.head["标题"], story.head["引题"], story.head["副题"]) == ("拆迁清零", "引题", ["按节点推进"])
    assert story.is_whole


def test_a_headline_on_two_equal_lines_is_one_with_a_gap():
    story = composed(centred("坚决抓好片区建设\n积极投身城市建设", 22), BYLINE, *text(SESSION))
    assert story.head["标题"] == "坚决抓好片区建设　积极投身城市建设"
    assert "标题有两行" in asked(story)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("北下街街道办事处组织党员干部学习", "建设国家中心城市精神"),
        ("管城回族区人民政府", "关于做好安置工作的通知"),
    ],
)
def test_a_headline_too_long_for_one_line_is_one(first, second):
    story = composed(centred(first, 22), centred(second, 22), BYLINE, *text(SESSION))
    assert story.head["标题"].replace("\u3000", "") == first + second
    assert "标题有两行" in asked(story)


def test_two_versions_of_a_headline_are_a_question():
    story = composed(
        centred("北下街街道召开学习会", 22), centred("北下街街道召开党员干部学习会", 22), BYLINE, *text(SESSION)
    )
    assert story.head["标题"] == "北下街街道召开学习会"
    assert "另一行是“北下街街道召开党员干部学习会”" in asked(story)


def test_two_possible_headlines_are_a_question():
    other = "管城回族区委中心组召开第六次学习会传达全会精神"
    story = composed(centred("建设国家中心城市", 22), centred(other, 22), BYLINE, *text(SESSION))
    assert story.head["标题"] == "建设国家中心城市"
    assert f"另一行是“{other}”" in asked(story)


def test_a_headline_in_a_box_that_comes_late_is_found():
    boxed = Paragraph((Run("拆迁清零"),), Look(22), is_boxed=True)
    story = composed(*text(SESSION), boxed, *text(STUDY))
    assert story.head["标题"] == "拆迁清零"
    assert "在文本框里" in asked(story)
    assert story.body == body(SESSION, STUDY)


def test_without_a_line_above_the_text_the_file_names_the_story():
    assert composed(*text(SESSION, STUDY), file="三项清零.docx").head["标题"] == "三项清零"


# -- Byline, desk, day ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("blocks", "byline", "words"),
    [
        ((HEADLINE, *text(f"本报讯（记者 冉红政 通讯员 姜璞）{SESSION}")), "记者 冉红政 通讯员 姜璞", SESSION),
        ((HEADLINE, *text(f"本报郑州8月16日讯 记者冉红政 报道：{SESSION}")), "记者冉红政", SESSION),
        ((HEADLINE, *text(f"{SESSION}（记者 冉红政 摄影报道）")), "记者 冉红政 摄影报道", SESSION),
        ((HEADLINE, *text("三项工作按期完成（记者 冉红政）。")), "记者 冉红政", "三项工作按期完成。"),
        ((HEADLINE, *text(f"{SESSION} 记者 冉红政 通讯员 姜璞 文/图")), "记者 冉红政 通讯员 姜璞 文/图", SESSION),
        ((HEADLINE, *text(SESSION), right("冉红政 姜璞 文/图")), "冉红政 姜璞 文/图", SESSION),
        ((HEADLINE, centred("文丨冉红政 图丨姜璞"), *text(SESSION)), "文丨冉红政 图丨姜璞", SESSION),
        ((HEADLINE, centred("冉红政"), *text(SESSION)), "冉红政", SESSION),
        ((HEADLINE, centred("区委宣传部 姜璞"), *text(SESSION)), "区委宣传部 姜璞", SESSION),
        ((HEADLINE, *text(f"{SESSION}（冉红政 姜璞）")), "冉红政 姜璞", SESSION),
        ((HEADLINE, *text(SESSION), right("读者 姜璞")), "读者 姜璞", SESSION),
    ],
)
def test_the_byline_is_lifted_from_wherever_it_stands(blocks, byline, words):
    story = composed(*blocks)
    assert story.head["署名"] == byline
    assert story.body == body(words)
    assert story.is_whole


@pytest.mark.parametrize(
    "words",
    [
        "记者从管城区获悉，三项工作按节点推进。",
        "记者：工期怎样安排？",
        "城墙脚下的记者手记",
        "图为会议现场。",
        "文化馆里看展览的人不少。",
    ],
)
def test_words_that_only_look_like_a_byline_stay(words):
    story = composed(HEADLINE, BYLINE, *text(SESSION, words, STUDY))
    assert words in story.body
    assert story.head["署名"] == "记者 冉红政 通讯员 姜璞 文/图"


def test_a_byline_with_two_meanings_is_kept_as_written_and_a_question():
    story = composed(HEADLINE, line("本报记者 冉红政 郭海燕 摄影 姜璞"), *text(SESSION))
    assert story.head["署名"] == "本报记者 冉红政 郭海燕 摄影 姜璞"
    assert "副题" not in story.head
    assert "看不准谁写的" in asked(story)


def test_bylines_in_two_places_are_one_and_repeated_names_are_listed():
    story = composed(HEADLINE, *text(f"本报讯（记者 冉红政）{SESSION}", f"{STUDY}（冉红政）"), right("通讯员 姜璞"))
    assert story.head["署名"] == "记者 冉红政 通讯员 姜璞"
    assert story.body == body(SESSION, STUDY)
    assert "（冉红政）" in left_out(story)


def test_the_opening_of_the_paper_goes_that_of_an_agency_stays():
    story = composed(HEADLINE, *text(f"新华社郑州8月14日电（记者 冉红政）{SESSION}"))
    assert story.body.startswith(f"新华社郑州8月14日电　{SESSION}")
    assert "新华社的电讯" in asked(story)
    assert story.day == date(2017, 8, 14)


def test_facts_on_one_line_are_read_one_by_one_and_a_reprint_names_its_original():
    facts = centred("来源：某某日报　　发布时间：2017-08-18 09:20　　作者：记者 冉红政　浏览次数：12")
    story = composed(HEADLINE, facts, *text(SESSION, "原文链接：https://www.example.org/a.html"), line("编　辑：王 五"))
    assert (story.head["来源"], story.head["原文"]) == ("某某日报", "https://www.example.org/a.html")
    assert (story.head["署名"], story.head["责编"], story.day) == ("记者 冉红政", ["王五"], date(2017, 8, 18))
    assert story.body == body(SESSION)
    assert story.is_whole


def test_a_letter_to_the_editor_begins_with_its_greeting():
    assert composed(HEADLINE, BYLINE, *text("编辑同志：", SESSION)).body == body("编辑同志：", SESSION)


def test_the_desk_stands_in_the_head():
    story = composed(
        HEADLINE, centred("记者 冉红政 编辑 王五"), *text(SESSION), right("责编：王五　校对：赵六 审核：孙七")
    )
    assert (story.head["署名"], story.head["责编"], story.head["校对"], story.head["审核"]) == (
        "记者 冉红政",
        ["王五"],
        ["赵六"],
        ["孙七"],
    )


@pytest.mark.parametrize(
    ("blocks", "file", "question"),
    [
        ((line("日期：2017年8月16日"), *text(SESSION)), "a.txt", ""),
        ((line("2017-08-16 商都管城", 12), *text(SESSION)), "a.html", ""),
        ((*text(SESSION, STUDY), right("区委宣传部"), right("二〇一七年八月十六日")), "a.docx", ""),
        (text(f"本报郑州8月16日讯（记者 冉红政）{SESSION}"), "a.docx", "没有写年份"),
        (text(SESSION), "20170816 三项清零.docx", "文件名"),
    ],
)
def test_the_day_is_found(blocks, file, question):
    story = composed(HEADLINE, *blocks, file=file)
    assert story.day == date(2017, 8, 16)
    assert story.head["日期"] == "2017-08-16"
    assert question in asked(story)
    assert "\n区委宣传部" not in story.body


def test_a_day_that_was_asked_for_goes_before_the_one_in_the_text():
    story = composed(HEADLINE, line("2017年8月15日", 12), *text(SESSION), day=date(2017, 8, 16))
    assert story.day == date(2017, 8, 16)
    assert "2017年8月15日" in asked(story)


# -- Debris ---------------------------------------------------------------------------------------------------------


def test_page_codes_and_running_heads_go_and_the_paragraph_they_broke_is_whole():
    first, last = SESSION[:20], SESSION[20:]
    story = composed(
        centred("管城区融媒体中心", 9),
        HEADLINE,
        BYLINE,
        *text(first),
        centred("— 1 —", 9),
        centred("管城区融媒体中心", 9),
        *text(last, STUDY),
        centred("第 2 页 共 3 页", 9),
        centred("管城区融媒体中心", 9),
        *text(AREA),
        centred("3/3", 9),
    )
    assert story.body == body(SESSION, STUDY, AREA)
    assert "引题" not in story.head
    assert left_out(story).count("管城区融媒体中心") == 3


def test_what_an_account_writes_around_a_text_is_listed():
    debris = ("点击上方蓝字关注我们", "来源：郑州日报", "原标题：三项清零", "— END —", "长按识别二维码关注", "阅读原文")
    story = composed(*text(debris[0]), HEADLINE, *text(*debris[1:3], SESSION, *debris[3:]))
    assert story.body == body(SESSION)
    assert sorted(left_out(story)) == sorted(debris)


def test_words_to_the_desk_are_listed_and_no_number_of_a_telephone_is_printed():
    story = composed(
        HEADLINE, *text("（请审核）", SESSION, STUDY, "供稿单位：区委宣传部", "联系人：王五 00000000000", "（完）")
    )
    assert story.body == body(SESSION, STUDY)
    assert len(story.left_out) == 4


# -- Broken paragraphs ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right_half"),
    [
        ("全区干部要主动学习，加快知", "识更新和能力提升，做好本职工作。"),
        ("王东亮强调，坚持“重", "实干、重实绩”的导向。"),
        ("做好签约、拆除和清运三项工作，", "五个片区早日交地。"),
        ("三项工作都要做好。安置房的进度和质量", "全程监控，确保按期完成。"),
        ("名录印在《郑州建设国家中心", "城市重大项目库》里。"),
    ],
)
def test_a_paragraph_broken_at_the_end_of_a_column_is_whole(left, right_half):
    story = composed(*plain(f"三项清零进行时\n{SESSION}\n\n{left}\n\n{right_half}\n{STUDY}"))
    assert left + right_half in story.body


@pytest.mark.parametrize(
    "blocks",
    [
        plain(f"三项清零进行时\n{SESSION}\n层层发动学习全会精神\n{STUDY}\n三项工作一抓到底\n{AREA}"),
        text("城墙高", "城墙长", "老街坊", "回家忙"),
        text("名单如下：", "张三 李四", "王五 赵六"),
        text("第一，签约。", "第二，拆除。"),
    ],
)
def test_lines_that_are_whole_are_not_joined(blocks):
    story = composed(HEADLINE, *blocks)
    assert not any("接" in done.sentence for done in (*story.done, *story.doubts))


def test_lines_of_one_width_are_paragraphs_again():
    story = composed(
        *plain(
            """
三项清零进行时
　　管城回族区委中心组第六次学习会在礼堂会议室召开，中心组
全体成员出席。区委书记王东亮传达全会精神，并安排当前工作。
随后，各单位发言。
　　会议要求，宣传部门牵头负责，各级各部门积极配合，用多种
形式组织党员干部学习全会精神。"""
        )
    )
    assert [paragraph[:4] for paragraph in story.body.split("\n\n")] == ["管城回族", "会议要求"]


# -- Photos ---------------------------------------------------------------------------------------------------------

SIGNED = '![城墙遗址](01.jpeg "姜璞 摄")'


@pytest.mark.parametrize(
    "blocks",
    [
        (picture(), centred("▲城墙遗址  姜璞 摄", 9)),
        (picture(), *text("↑ 城墙遗址（姜璞 摄）")),
        (picture(), centred("城墙遗址", 9), right("姜璞 摄", 9)),
        (*text("▼ 城墙遗址 姜璞 摄"), picture()),
        (*text("▼ 城墙遗址"), picture(), right("（姜璞 摄）", 9)),
        (table((picture(),), ("城墙遗址 姜璞 摄",)),),
        (table((picture(), "城墙遗址　姜璞 摄")),),
        (table(((picture(), line("城墙遗址 姜璞 摄")),)),),
        (picture(is_floating=True), Paragraph((Run("城墙遗址 姜璞 摄"),), Look(9), is_boxed=True)),
    ],
)
def test_a_caption_stands_with_its_photo_and_the_credit_is_split_off(blocks):
    story = composed(HEADLINE, BYLINE, *text(SESSION), *blocks, *text(STUDY))
    assert story.body == body(SESSION, SIGNED, STUDY)
    assert [(photo.name, photo.caption, photo.credit) for photo in story.photos] == [("01.jpeg", "城墙遗址", "姜璞 摄")]


def test_two_photos_in_a_row_of_a_table_have_the_captions_below_them():
    story = composed(HEADLINE, *text(SESSION), table((picture(), picture()), ("城墙 姜璞 摄", "公园 冉红政 摄")))
    assert [(photo.caption, photo.credit) for photo in story.photos] == [("城墙", "姜璞 摄"), ("公园", "冉红政 摄")]


def test_photos_that_share_a_caption_share_its_credit():
    story = composed(HEADLINE, *text(SESSION), picture(), picture(), centred("左图为城墙，右图为公园。姜璞 摄", 9))
    assert [(photo.caption, photo.credit) for photo in story.photos] == [
        ("", "姜璞 摄"),
        ("左图为城墙，右图为公园。", "姜璞 摄"),
    ]
    assert "2 张照片共用一条说明" in asked(story)


def test_a_photo_of_nobody_is_kept_where_readers_do_not_see_it():
    story = composed(HEADLINE, centred("记者 冉红政"), *text(SESSION), picture(), *text(STUDY))
    assert "<!-- 下面的照片没有写明是谁拍的" in story.body
    assert '![](01.jpeg "　摄") -->' in story.body
    assert "没有说明" in asked(story)


def test_the_photographers_of_the_byline_need_not_be_named_again():
    story = composed(HEADLINE, BYLINE, *text(SESSION), picture(), centred("城墙遗址", 9))
    assert "![城墙遗址](01.jpeg)" in story.body


def test_one_photo_delivered_twice_stands_once_with_the_words_of_both():
    twice, caption = picture(), centred("图为城墙遗址。姜璞 摄", 9)
    for first, second in (((), (caption,)), ((caption,), ()), ((caption,), (caption,))):
        story = composed(HEADLINE, BYLINE, *text(SESSION), twice, *first, *text(STUDY), twice, *second)
        assert story.body == body(SESSION, '![图为城墙遗址。](01.jpeg "姜璞 摄")', STUDY)
        assert "放了两次" in asked(story)
        assert story.is_whole


@pytest.mark.parametrize(
    ("words", "captions"),
    [
        ("左图：城墙。右图：公园。 姜璞 摄", ("城墙。", "公园。")),
        ("图①：城墙 图②：公园 姜璞 摄", ("图①：城墙", "图②：公园")),
    ],
)
def test_one_line_for_two_photos_is_a_caption_for_each(words, captions):
    story = composed(HEADLINE, *text(SESSION), picture(), picture(), centred(words, 9))
    assert [(photo.caption, photo.credit) for photo in story.photos] == [(each, "姜璞 摄") for each in captions]
    assert story.is_whole


@pytest.mark.parametrize("words", ["本版图片 冉红政 摄", "（本组图片均由冉红政摄）", "文中图片：冉红政 摄"])
def test_a_credit_for_all_photos_is_that_of_those_without_one(words):
    blocks = (picture(), centred("▲城墙 姜璞 摄", 9), *text(SESSION), picture(), centred("▲公园", 9), *text(STUDY))
    story = composed(HEADLINE, *blocks, right(words))
    assert [photo.credit for photo in story.photos] == ["姜璞 摄", "冉红政 摄"]
    assert left_out(story) == [words]


def test_a_caption_in_a_box_goes_to_the_photo_nearby():
    box = Paragraph((Run("图为城墙遗址。 姜璞 摄"),), Look(9), is_boxed=True)
    story = composed(HEADLINE, *text(SESSION), picture(is_floating=True), *text(STUDY), box, *text(WORKS))
    assert story.body == body(SESSION, '![图为城墙遗址。](01.jpeg "姜璞 摄")', STUDY, WORKS)
    assert "位置可能不对" in asked(story)


def test_text_beside_a_photo_with_a_caption_of_its_own_stays_text():
    shown = (picture(), line("▲城墙 姜璞 摄"))
    story = composed(HEADLINE, BYLINE, *text(SESSION), table((STUDY, shown)))
    assert story.body == body(SESSION, STUDY, '![城墙](01.jpeg "姜璞 摄")')


def test_words_that_cannot_stand_in_the_mark_of_a_photo_stand_in_the_head():
    story = composed(HEADLINE, BYLINE, *text(SESSION), picture("一段土墙"), centred("▲城墙[一]_段_ 姜璞 摄", 9))
    assert story.head["图片"] == {"01.jpeg": {"说明": "城墙[一]_段_", "替代文字": "一段土墙"}}
    assert '![](01.jpeg "姜璞 摄")' in story.body


# -- Subheads, lists, tables, notes ---------------------------------------------------------------------------------


def test_levels_of_subheads_are_consistent_whatever_made_them():
    story = composed(
        HEADLINE,
        BYLINE,
        *text(SESSION, "一、签约清零", STUDY, "（一）东片区", AREA, "二、拆除清零", WORKS),
        bold("干部下沉一线"),
        *text(STUDY),
    )
    heads = [row for row in story.body.split("\n") if row.startswith("#")]
    assert heads == ["## 一、签约清零", "### （一）东片区", "## 二、拆除清零", "### 干部下沉一线"]


def test_heading_styles_begin_at_the_second_level():
    story = composed(
        line("重大项目这样推进", 16, "heading 1", heading=1),
        BYLINE,
        line("续建项目", 14, "heading 2", heading=2),
        *text(SESSION),
        line("工期", 12, "heading 4", heading=4),
        *text(WORKS),
    )
    assert story.head["标题"] == "重大项目这样推进"
    assert "## 续建项目\n" in story.body
    assert "### 工期\n" in story.body


def test_poems_questions_and_small_lines_are_no_heads():
    verses = ("晨光照着城墙", "夯土里有三千年", "炊烟从街口升起")
    assert "##" not in composed(HEADLINE, centred("冉红政"), *map(centred, verses)).body
    questions = (bold("问：工期怎样安排？"), *text(SESSION), bold("问：何时回迁？"), *text(STUDY, AREA, WORKS))
    assert "##" not in composed(HEADLINE, BYLINE, *questions).body
    assert "##" not in composed(HEADLINE, BYLINE, *text(SESSION), centred("居民在公园里散步", 9), *text(STUDY)).body


def test_bold_words_are_marked_inside_a_paragraph_only():
    lead = Paragraph((Run("一是签约。", is_bold=True), Run(AREA)), Look(12))
    story = composed(HEADLINE, BYLINE, bold(SESSION), lead)
    assert story.body == body(SESSION, f"**一是签约。**{AREA}")


def test_lists_by_style_and_by_hand():
    from plugins.newsroom.submission.tree import ListItem

    items = [line(word, 12, item=ListItem(depth, True)) for word, depth in (("签约", 0), ("拆除", 0), ("东片区", 1))]
    story = composed(HEADLINE, BYLINE, *text(SESSION), *items, *text("• 进度", "● 质量", "编者按：" + STUDY))
    assert story.body == body(SESSION, "1. 签约\n2. 拆除\n    1. 东片区", "- 进度\n- 质量", f"> 编者按：{STUDY}")


def test_tables_of_figures_are_tables_and_forms_are_heads():
    form = table(("标题", "三项清零进行时"), ("作者", "冉红政"), ("日期", "2017年8月16日"), ("正文", SESSION))
    figures = table(("类别", "意思"), ("续建", "继续|建设"))
    story = composed(form, figures)
    assert (story.head["标题"], story.head["署名"], story.day) == ("三项清零进行时", "作者：冉红政", date(2017, 8, 16))
    assert story.body == body(SESSION, "| 类别 | 意思 |\n| --- | --- |\n| 续建 | 继续&#124;建设 |")
    assert story.is_whole


def test_notes_links_and_small_signs():
    runs = (
        Run("见名录"),
        Run("", note="7"),
        Run("和"),
        Run("区政府网", link="http://www.example.gov.cn/a b"),
        Run("。H"),
        Run("2", position="sub"),
        Run("O。"),
    )
    story = composed(HEADLINE, BYLINE, Paragraph(runs, Look(12)), *text(SESSION), notes={"7": (line("征求意见稿。"),)})
    assert story.body == body(
        "见名录[^1]和[区政府网](http://www.example.gov.cn/a%20b)。H<sub>2</sub>O。", SESSION, "[^1]: 征求意见稿。"
    )


# -- A scan, broken in all ways -------------------------------------------------------------------------------------

SCAN = """
三项清零按节点推进 五个片区早日具备条件

管城回族区召开现场会,安排商都历史文化区各项工作

倒排工期,盯住节点 签约拆除一起抓

会议要求,各项目单位倒排工期(含安置房)，做到“一个项目、一套

班子、一个专案”,紧盯不放。

跟踪督查,不留死角 进度质量一起管

区督查办跟踪进度、细节和质量,各级干部要加快知

识更新,到一线去。现场会开到工地上,问题解决在工地上。 记者 冉红政 通讯员 姜璞 文/图

搬得出来,住得进去,让居民早日回迁

安置房的进度和质量全程监控,居民早日回迁。五个片区要充分发

挥好各自的作用,早日具备交地条件,使之成为商都历史文化区的重要支撑,让老城更有样子,也让居民住得更好。
"""


def test_a_scan_is_a_story_again():
    story = composed(*plain(SCAN), file="scan.txt")
    assert story.head["标题"] == "三项清零按节点推进　五个片区早日具备条件"
    assert story.head["副题"][0].startswith("管城回族区召开现场会")
    assert story.head["署名"] == "记者 冉红政 通讯员 姜璞 文/图"
    heads = [row for row in story.body.split("\n") if row.startswith("## ")]
    assert [head[3:7] for head in heads] == ["倒排工期", "跟踪督查", "搬得出来"]
    for whole in ("一套班子", "加快知识更新", "充分发挥好各自"):
        assert whole in story.body
    assert story.is_whole
    assert "没有找到稿件的日期" in asked(story)


def test_a_byline_amid_the_text_asks_for_the_order_of_the_parts():
    story = composed(HEADLINE, *text(SESSION * 2, f"{STUDY * 2} 记者 冉红政 文/图", AREA * 2, WORKS * 3))
    assert "后面还有 2 段，各部分的先后可能乱了" in asked(story)


def test_the_reader_of_stories_finds_nothing_to_say_about_a_clean_one():
    story = composed(
        HEADLINE, BYLINE, *text(SESSION), picture(), centred("▲城墙遗址", 9), *text(STUDY), day=date(2017, 8, 16)
    )
    loaded = parse(story.text.encode(), "content/a/index.md", "a/index.md", False, REGISTRIES)
    assert not loaded.problems
    assert loaded.story is not None
    assert loaded.story.title == "拆迁清零　安置先行"
