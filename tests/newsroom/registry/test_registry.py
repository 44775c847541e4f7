"""The registries: read strictly, found by any name, never guessed."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom import registry
from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.findings.report import where
from plugins.newsroom.registry import (
    Membership,
    Office,
    Person,
    Project,
    Registries,
    Section,
    Site,
    Term,
    Unit,
    Wording,
    counts,
)

CONTENT = Path(__file__).parents[3] / "content"
SITE = "名称: 管城在行动\n说明: 一个专栏\n"
SECTIONS = "- {标识: study, 名称: 学习贯彻, 说明: 学了什么}\n"
UNITS = """\
- 标识: beixiajie
  名称: 北下街街道办事处
  简称: 北下街
- 标识: nanguan
  名称: 南关街道办事处
  简称: 南关
"""


@pytest.fixture
def read(tmp_path):
    """Writes files (by name without suffix) beside a good site and section file, and reads the folder."""

    def _read(**files: str | bytes | None) -> tuple[Registries, tuple[Problem, ...]]:
        folder = tmp_path / "data"
        folder.mkdir(exist_ok=True)
        for name, text in {"site": SITE, "sections": SECTIONS, **files}.items():
            if text is not None:
                data = text if isinstance(text, bytes) else text.encode()
                (folder / (name if "." in name else f"{name}.yaml")).write_bytes(data)
        return registry.load(folder, "content/data")

    return _read


def said(problems: tuple[Problem, ...]) -> list[tuple[str, str, str]]:
    return [(where(problem), problem.code, problem.message) for problem in problems]


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, said(problems)
    return problems[0]


# -- what is read --------------------------------------------------------------------------------------------------


def test_the_newsrooms_own_data_has_no_findings():
    found, problems = registry.load(CONTENT / "data", "content/data")
    assert said(problems) == []
    assert [section.name for section in found.sections] == [
        "学习贯彻",
        "方案落实",
        "项目建设",
        "商都文化片区",
        "作风保障",
    ]
    assert found.site.title == "建设国家中心城市·管城在行动"
    assert all(section.description and section.keywords for section in found.sections)
    assert found.unit("北下街") == found.unit("beixiajie") == found.unit("管城回族区北下街街道办事处")
    assert found.unit("十八里河镇").successor == found.unit("十八里河").id
    assert {"冉红政", "姜璞"} <= set(found.names("person"))


def test_numbers_nobody_has_given_are_not_invented():
    site = registry.load(CONTENT / "data", "content/data")[0].site
    given = (site.site_code, site.icp, site.police, site.contact, site.portal_url, site.error_report_url)
    assert given == ("",) * 6


def test_every_field_of_every_file_becomes_a_value(read):
    found, problems = read(
        site="""\
名称: 管城在行动
全称: 建设国家中心城市·管城在行动
说明: 一个专栏
关键词: 城市、管城 行动
来源: 本专栏
门户名称: 某门户
门户域名: www.example.gov.cn
门户网址: https://www.example.gov.cn/
网站标识码: bm12345678
主办: 甲
承办: 乙
联系方式: 丙
ICP备案号: 丁
公安备案号: 戊
找错网址: https://example.gov.cn/zc?id=1
""",
        sections="- {标识: study, 名称: 学习贯彻, 说明: 学, 关键词: [学, 习], 栏目类型: 政策文件}\n",
        units="- {标识: zhen, 名称: 某某镇, 简称: 某镇, 起: 2001-02-03, 止: 2016-12-31, 后继: jiedao}\n"
        "- {标识: jiedao, 名称: 某某街道办事处}\n",
        projects="- {标识: area, 名称: 商都历史文化区, 说明: 老城}\n",
        people="- {标识: jiang-pu, 名称: 姜 璞, 曾用名: 姜 朴、江璞, 单位: [某某日报, {单位: 某镇, 起: 2010-01-01}],"
        " 职务: [主任, {职务: 书记, 起: 2011-01-01, 止: 2012-12-31, 位次: 7, 出处: 某报}]}\n",
        terms="- {标识: san-ge-yi, 名称: 三个一, 别名: 三个一机制, 内容: [项目、企业, 班子, 专案], 出处: 某报}\n",
        wording="- {错: 甲、乙, 对: 丙, 例外: 甲甲, 起: 2001-02-03, 止: 2016-12-31, 出处: 标准, 出处日期: 2001-01-01}\n",
    )
    assert said(problems) == []
    assert found == Registries(
        Site(
            "管城在行动", "建设国家中心城市·管城在行动", "一个专栏", ("城市", "管城", "行动"), "本专栏", "某门户",
            "www.example.gov.cn", "https://www.example.gov.cn/", "bm12345678", "甲", "乙", "丙", "丁", "戊",
            "https://example.gov.cn/zc?id=1",
        ),
        (Section("study", "学习贯彻", "学", ("学", "习"), "政策文件"),),
        (
            Unit("zhen", "某某镇", "某镇", date(2001, 2, 3), date(2016, 12, 31), "jiedao"),
            Unit("jiedao", "某某街道办事处", "某某街道办事处"),
        ),
        (Project("area", "商都历史文化区", "老城"),),
        (
            Person(
                "jiang-pu", "姜璞", ("姜朴", "江璞"),
                (Membership("某某日报"), Membership("zhen", date(2010, 1, 1))),
                offices=(Office("主任"), Office("书记", date(2011, 1, 1), date(2012, 12, 31), 7, "某报")),
            ),
        ),
        (Term("san-ge-yi", "三个一", ("三个一机制",), ("项目、企业", "班子", "专案"), "某报"),),
        (
            Wording(
                ("甲", "乙"), "丙", "标准", ("甲甲",), date(2001, 2, 3), date(2016, 12, 31), date(2001, 1, 1),
            ),
        ),
    )  # fmt: skip


def test_english_spellings_say_the_same(read):
    chinese = read(
        units="- {标识: a, 名称: 甲, 简称: 乙, 起: 2017-01-01, 止: 2017-12-31, 后继: b}\n- {标识: b, 名称: 丙}\n",
        people="- {标识: p, 名称: 姜璞, 曾用名: [江璞], 单位: {单位: a, 起: 2017-01-01}}\n",
    )
    english = read(
        site="name: 管城在行动\ndescription: 一个专栏\n",
        sections="- {id: study, name: 学习贯彻, description: 学了什么}\n",
        units="- {id: a, name: 甲, short: 乙, from: 2017-01-01, until: 2017-12-31, successor: b}\n- {ID: b, Name: 丙}\n",
        people="- {id: p, name: 姜璞, names: [江璞], units: {unit: a, from: 2017-01-01}}\n",
    )
    assert english == chinese
    assert said(english[1]) == []


def test_optional_files_may_be_absent_or_hold_only_comments(read):
    found, problems = read(people="# 还没有人\n", terms="[]\n")
    assert said(problems) == []
    assert (found.units, found.projects, found.people, found.terms) == ((), (), (), ())


def test_the_title_is_the_name_unless_it_is_given(read):
    assert read()[0].site.title == "管城在行动"


def test_a_chinese_date_is_understood_and_can_be_mended(read):
    found, problems = read(units="- {标识: a, 名称: 甲, 起: 2017年8月16日}\n")
    assert found.unit("a").since == date(2017, 8, 16)
    assert not any(problem.is_error for problem in problems)
    assert [problem.is_mendable for problem in problems] == [True]


# -- what is wrong with a file -------------------------------------------------------------------------------------


def test_a_missing_site_or_section_file_is_an_error(read):
    _, problems = read(site=None, sections=None)
    assert said(problems) == [
        ("content/data/site.yaml", "RG01", "data 文件夹里缺少 site.yaml，不知道本专栏的名称和归属"),
        ("content/data/sections.yaml", "RG01", "data 文件夹里缺少 sections.yaml，不知道有哪些版块"),
    ]


def test_a_missing_folder_is_not_the_end(tmp_path):
    found, problems = registry.load(tmp_path / "nowhere", "content/data")
    assert [problem.code for problem in problems] == ["RG01", "RG01"]
    assert found.names("section") == ()


def test_a_site_file_without_anything_lacks_name_and_description(read):
    _, problems = read(site="# 空的\n")
    assert said(problems) == [
        ("content/data/site.yaml:1", "RG05", "这里缺少“名称”"),
        ("content/data/site.yaml:1", "RG05", "这里缺少“说明”"),
    ]


@pytest.mark.parametrize("text", ["# 没有\n", "[]\n"])
def test_a_column_without_sections_is_an_error(read, text):
    problem = only(read(sections=text)[1])
    assert (where(problem), problem.code) == ("content/data/sections.yaml:1", "RG18")


@pytest.mark.parametrize(
    ("name", "hint"),
    [("unit.yaml", "是不是 units.yaml？"), ("people.yml", "是不是 people.yaml？"), ("weather.yaml", "")],
)
def test_a_file_that_nobody_reads_is_an_error(read, name, hint):
    problem = only(read(**{name: "- {}\n"})[1])
    assert (where(problem), problem.code) == (f"content/data/{name}", "RG02")
    assert problem.message == f"data 文件夹里的 {name} 不是本站认识的文件，里面写的都不起作用"
    assert problem.advice.startswith(f"{hint}请改成")


def test_lock_files_and_other_kinds_of_file_are_passed_over(read):
    assert read(**{".units.yaml.swp": "x", ".hidden.yaml": "x", "~units.yaml": "x", "说明.txt": "x"})[1] == ()


def test_a_file_that_cannot_be_opened_is_an_error(read, tmp_path):
    (tmp_path / "data" / "units.yaml").mkdir(parents=True)
    problem = only(read()[1])
    assert (where(problem), problem.code) == ("content/data/units.yaml", "RG03")


def test_broken_yaml_is_reported_at_its_place(read):
    problem = only(read(units="- 标识: a\n  名称: [甲\n")[1])
    assert problem.code == "HD01"
    assert problem.place.file == "content/data/units.yaml"
    assert problem.place.line


def test_a_repeated_key_is_reported(read):
    problem = only(read(units="- 标识: a\n  名称: 甲\n  名称: 乙\n")[1])
    assert (where(problem), problem.code) == ("content/data/units.yaml:3:3", "HD02")


def test_an_unreadable_encoding_is_reported_once_and_nothing_else(read):
    problems = read(units=b"\x89PNG\r\n\x1a\n\x00\x00")[1]
    assert [problem.place.file for problem in problems] == ["content/data/units.yaml"]
    assert problems[0].is_error


def test_a_file_in_gb18030_is_read_and_can_be_mended(read):
    found, problems = read(units=UNITS.encode("gb18030"))
    assert found.unit("北下街")
    assert [(problem.is_error, problem.reencode) for problem in problems] == [(False, True)]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"units": "标识: a\n名称: 甲\n"}, ("content/data/units.yaml:1:1", "RG10", "这里的写法读不懂")),
        ({"units": "- 甲\n"}, ("content/data/units.yaml:1:3", "RG10", "这里的写法读不懂")),
        ({"site": "- 名称\n"}, ("content/data/site.yaml:1:1", "RG10", "这里的写法读不懂")),
    ],
)
def test_a_file_of_another_shape_is_an_error(read, files, expected):
    assert expected in said(read(**files)[1])


# -- what is wrong with a record -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "place", "code", "message"),
    [
        ({"units": "- 标识: a\n  名子: 甲\n  名称: 乙\n"}, "units.yaml:2:3", "RG04", "这里没有“名子”这一项"),
        ({"units": "- 名称: 甲\n"}, "units.yaml:1:3", "RG05", "这里缺少“标识”"),
        ({"units": "- 标识: a\n"}, "units.yaml:1:3", "RG05", "这里缺少“名称”"),
        ({"units": "- 标识: a\n  名称: ' '\n"}, "units.yaml:2:8", "RG05", "这里缺少“名称”"),
        ({"sections": "- 标识: a\n  名称: 甲\n"}, "sections.yaml:1:3", "RG05", "这里缺少“说明”"),
        ({"site": "名称: 甲\n"}, "site.yaml:1:1", "RG05", "这里缺少“说明”"),
        (
            {"units": "- 标识: 北下街\n  名称: 甲\n"},
            "units.yaml:1:7",
            "RG06",
            "标识“北下街”只能用小写英文字母、数字和连字符",
        ),
        ({"units": "- {标识: A-1, 名称: 甲}\n"}, "units.yaml:1:8", "RG06", "标识“A-1”只能用小写英文字母、数字和连字符"),
        (
            {"people": "- {标识: a, 名称: 甲}\n- {标识: a, 名称: 乙}\n"},
            "people.yaml:2:8",
            "RG07",
            "标识“a”用了两次，第一次在第 1 行",
        ),
        (
            {"terms": "- {标识: a, 名称: 甲}\n- {标识: b, 名称: 乙, 别名: 丙、甲}\n"},
            "terms.yaml:2:24",
            "RG08",
            "“甲”已经是“a”的名称，见第 1 行",
        ),
        ({"units": "- {标识: a, 名称: [甲]}\n"}, "units.yaml:1:15", "RG09", "“名称”的写法读不懂"),
        ({"site": SITE + "关键词: {甲: 乙}\n"}, "site.yaml:3:6", "RG09", "“关键词”的写法读不懂"),
        ({"site": SITE + "关键词: [甲, [乙]]\n"}, "site.yaml:3:6", "RG09", "“关键词”的写法读不懂"),
        ({"site": "名称: 甲\n说明: |\n  一\n  二\n"}, "site.yaml:3:3", "RG09", "“说明”的写法读不懂"),
        (
            {"units": "- {标识: a, 名称: 甲, 起: 2017-08-16, 止: 2016-08-16}\n"},
            "units.yaml:1:36",
            "RG11",
            "“止”的日期 2016年8月16日 早于“起”的日期 2017年8月16日",
        ),
        (
            {"people": "- 标识: a\n  名称: 甲\n  单位:\n    - {单位: 某日报, 起: 2017-08-16, 止: 2016-08-16}\n"},
            "people.yaml:4:35",
            "RG11",
            "“止”的日期 2016年8月16日 早于“起”的日期 2017年8月16日",
        ),
        (
            {"people": "- {标识: a, 名称: 甲, 单位: [{起: 2017-08-16}]}\n"},
            "people.yaml:1:23",
            "RG05",
            "这里缺少“单位”",
        ),
        ({"people": "- {标识: a, 名称: 甲, 单位: ['']}\n"}, "people.yaml:1:24", "RG05", "这里缺少“单位”"),
        (
            {"units": "- {标识: nanguan, 名称: 甲}\n- {标识: b, 名称: 乙, 后继: nangan}\n"},
            "units.yaml:2:22",
            "RG12",
            "后继“nangan”没有登记",
        ),
        ({"units": "- {标识: a, 名称: 甲, 后继: a}\n"}, "units.yaml:1:22", "RG13", "后继绕成了一个圈：a → a"),
        (
            {"units": "- {标识: a, 名称: 甲, 后继: b}\n- {标识: b, 名称: 乙, 后继: a}\n"},
            "units.yaml:1:22",
            "RG13",
            "后继绕成了一个圈：a → b → a",
        ),
        (
            {"units": UNITS, "people": "- {标识: a, 名称: 甲, 单位: 某日报、nangan}\n"},
            "people.yaml:1:26",
            "RG14",
            "单位“nangan”没有登记",
        ),
        (
            {"units": "- {标识: a, 名称: 甲, 止: 2016-12-31}\n- {标识: b, 名称: 乙, 简称: 甲, 起: 2016-12-31}\n"},
            "units.yaml:2:22",
            "RG15",
            "同一时间有两个单位叫“甲”：另一个是“a”，见第 1 行",
        ),
        ({"units": "- 标识: a\n  名称: 甲\n  name: 乙\n"}, "units.yaml:3:3", "RG16", "“name”和第 2 行的“名称”是同一项"),
        ({"site": SITE + "网站标识码: 41010400\n"}, "site.yaml:3:8", "RG17", "网站标识码“41010400”的写法不对"),
        ({"site": SITE + "门户网址: www.x.cn\n"}, "site.yaml:3:7", "RG17", "门户网址“www.x.cn”的写法不对"),
        (
            {"site": SITE + "找错网址: javascript:alert(1)\n"},
            "site.yaml:3:7",
            "RG17",
            "找错网址“javascript:alert(1)”的写法不对",
        ),
        ({"site": SITE + "门户域名: https://x.cn\n"}, "site.yaml:3:7", "RG17", "门户域名“https://x.cn”的写法不对"),
        (
            {"people": "- {标识: a, 名称: 甲, 职务: [{起: 2017-08-16}]}\n"},
            "people.yaml:1:23",
            "RG05",
            "这里缺少“职务”",
        ),
        (
            {"people": "- {标识: a, 名称: 甲, 职务: {职务: 主任, 位次: 第一}}\n"},
            "people.yaml:1:35",
            "RG17",
            "位次“第一”的写法不对",
        ),
        (
            {"people": "- {标识: a, 名称: 甲, 职务: [{职务: 主任, 起: 2017-08-16, 止: 2016-08-16}]}\n"},
            "people.yaml:1:50",
            "RG11",
            "“止”的日期 2016年8月16日 早于“起”的日期 2017年8月16日",
        ),
        ({"wording": "- {错: 甲, 对: 乙}\n"}, "wording.yaml:1:3", "RG05", "这里缺少“出处”"),
        ({"wording": "- {错: 甲, 对: 甲, 出处: 丙}\n"}, "wording.yaml:1:13", "RG19", "“甲”同时写在“错”和“对”里"),
        (
            {"wording": "- {错: 甲, 对: 乙, 例外: 丁, 出处: 丙}\n"},
            "wording.yaml:1:20",
            "RG20",
            "例外“丁”里没有这一条的任何一个“错”，写了不起作用",
        ),
        (
            {"terms": "- {标识: a, 名称: 四重点一稳定, 内容: [甲, 乙, 丙]}\n"},
            "terms.yaml:1:27",
            "RG21",
            "“四重点一稳定”下面列了 3 项内容，和名称里的数对不上",
        ),
    ],
)
def test_each_slip_is_one_error_at_its_place(read, files, place, code, message):
    problem = only(read(**files)[1])
    assert (where(problem), problem.code, problem.message) == (f"content/data/{place}", code, message)
    assert problem.is_error


@pytest.mark.parametrize(
    ("files", "advice"),
    [
        ({"units": "- {标识: a, 名称: 甲, 简秤: 乙}\n"}, "是不是“简称”？这里可以写：标识、名称、简称、起、止、后继。"),
        (
            {"units": "- {标识: a, 名称: 甲, sucessor: b}\n"},
            "是不是“successor”？这里可以写：标识、名称、简称、起、止、后继。",
        ),
        ({"units": "- {标识: a, 名称: 甲, 天气: 晴}\n"}, "这里可以写：标识、名称、简称、起、止、后继。"),
        ({"units": "- {标识: 北下街, 名称: 甲}\n"}, "请改成例如 bei-xia-jie；定下以后不要再改，它是网址的一部分。"),
        ({"units": "- {标识: nanguan, 名称: 甲, 后继: nangan}\n"}, "是不是“nanguan”？请写一个已经登记的单位的标识。"),
        ({"units": "- {标识: nanguan, 名称: 甲, 后继: 甲}\n"}, "是不是“nanguan”？请写一个已经登记的单位的标识。"),
        ({"units": "- {标识: a, 名称: [甲]}\n"}, "请写成一行文字。"),
        (
            {"site": SITE + "网站标识码: 一二\n"},
            "网站标识码是 10 位数字，或者 bm 加 8 位数字；还不知道的话就空着，不要编造。",
        ),
    ],
)
def test_the_advice_says_what_to_write(read, files, advice):
    assert only(read(**files)[1]).advice == advice


def test_an_impossible_date_is_an_error_and_counts_as_not_given(read):
    found, problems = read(units="- {标识: a, 名称: 甲, 起: 2017-02-30}\n")
    problem = only(problems)
    assert problem.is_error
    assert problem.place.line == 1
    assert found.unit("a").since is None


def test_all_findings_of_all_files_come_together(read):
    _, problems = read(site="名称: 甲\n", units="- 标识: a\n- 名称: 乙\n", people="- {}\n", terms="- [\n")
    assert {problem.place.file.rpartition("/")[2] for problem in problems} == {
        "site.yaml", "units.yaml", "people.yaml", "terms.yaml",
    }  # fmt: skip


def test_an_entry_with_a_slip_elsewhere_is_still_known(read):
    found, problems = read(sections="- {标识: study, 名称: 学习贯彻}\n")
    assert [problem.code for problem in problems] == ["RG05"]
    assert found.section("学习贯彻").description == ""


def test_the_first_of_two_with_one_id_stays(read):
    found, _ = read(units="- {标识: a, 名称: 甲}\n- {标识: a, 名称: 乙}\n")
    assert found.names("unit") == ("甲",)


def test_ids_of_different_files_do_not_clash(read):
    same = "- {标识: shangdu, 名称: 商都}\n"
    assert read(units=same, projects=same, terms=same)[1] == ()


def test_a_chain_of_successors_is_no_loop(read):
    units = (
        "".join(f"- {{标识: {a}, 名称: {a}{a}, 后继: {b}}}\n" for a, b in ("ab", "bc", "cd"))
        + "- {标识: d, 名称: 丁}\n"
    )
    assert read(units=units)[1] == ()


def test_a_unit_that_leads_into_a_loop_is_not_blamed_for_it(read):
    units = "- {标识: x, 名称: 甲, 后继: a}\n- {标识: a, 名称: 乙, 后继: b}\n- {标识: b, 名称: 丙, 后继: a}\n"
    problem = only(read(units=units)[1])
    assert (where(problem), problem.code) == ("content/data/units.yaml:2:22", "RG13")


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("三个一", {3}),
        ("六个定位", {6}),
        ("十二项任务", {12}),
        ("二十大工程", {20}),
        ("四重点一稳定一保证", {4, 5, 6}),
        ("五比五看五加快", {5, 10, 15}),
        ("两学一做", {2, 3}),
        ("五位一体", {5, 6}),
        ("国家中心城市", set(range(1, 30))),
    ],
)
def test_a_name_with_numbers_says_how_many_things_it_counts(name, allowed):
    assert {items for items in range(1, 30) if counts.fits(name, items)} == allowed


# -- how entries are found -----------------------------------------------------------------------------------------


@pytest.fixture
def known() -> Registries:
    return Registries(
        Site("甲", "甲", "乙"),
        (Section("study", "学习贯彻", ""), Section("shangdu", "商都文化片区", "")),
        (
            Unit("zhen", "十八里河镇", "十八里河", until=date(2016, 12, 31), successor="jiedao"),
            Unit("jiedao", "十八里河街道办事处", "十八里河", since=date(2017, 1, 1)),
            Unit("dongdajie", "东大街街道办事处", "东大街"),
            Unit("xidajie", "西大街街道办事处", "西大街"),
        ),
        (Project("area", "商都历史文化区"),),
        (
            Person("zhang-wei-1", "张伟", (), (Membership("zhen", until=date(2016, 12, 31)),)),
            Person("zhang-wei-2", "张伟", (), (Membership("某日报", since=date(2017, 1, 1)),)),
            Person("jiang-pu", "姜璞", ("江璞",)),
            Person("li-na", "李娜", (), (Membership("某日报", until=date(2016, 1, 1)),)),
        ),
        (Term("san-ge-yi", "三个一", ("三个一机制",)),),
    )


@pytest.mark.parametrize("text", ["jiang-pu", "姜  ", "璞", ""])
def test_nobody_is_found_by_id_or_half_a_name(known, text):
    assert known.people_named(text, date(2017, 8, 16)) == ()


@pytest.mark.parametrize("text", ["姜璞", "姜 璞", "姜　璞", " 姜璞 ", "江璞"])
def test_a_person_is_found_by_any_name_however_spaced(known, text):
    assert [person.id for person in known.people_named(text, date(2017, 8, 16))] == ["jiang-pu"]


def test_of_two_namesakes_the_one_about_on_the_day_is_meant(known):
    assert [person.id for person in known.people_named("张伟", date(2016, 12, 31))] == ["zhang-wei-1"]
    assert [person.id for person in known.people_named("张伟", date(2017, 1, 1))] == ["zhang-wei-2"]


def test_two_namesakes_about_on_one_day_are_both_named(read):
    found, problems = read(people="- {标识: a, 名称: 张伟}\n- {标识: b, 名称: 张伟, 曾用名: 张伟}\n")
    assert said(problems) == []
    assert [person.id for person in found.people_named("张伟", date(2017, 8, 16))] == ["a", "b"]


def test_namesakes_are_told_apart_by_where_they_belong(known):
    told = [known.qualified_name(person) for person in known.people]
    assert told == ["张伟（十八里河）", "张伟（某日报）", "姜璞", "李娜"]
    assert known.qualified_name(Person("zhao-liu-1", "赵六", is_registered=False)) == "赵六"


def test_somebody_whose_membership_has_ended_is_still_that_person(known):
    assert [person.id for person in known.people_named("李娜", date(2017, 8, 16))] == ["li-na"]


def test_a_unit_is_found_by_id_full_and_short_name(known):
    for text in ("dongdajie", "东大街街道办事处", "东大街", "东 大 街"):
        assert known.unit(text).id == "dongdajie"
    assert known.unit("南大街") is None


def test_a_name_borne_by_two_units_in_turn_is_decided_by_the_day(known):
    assert known.unit("十八里河") is None
    assert [unit.id for unit in known.units_named("十八里河")] == ["zhen", "jiedao"]
    assert known.unit_on("十八里河", date(2016, 12, 31)).id == "zhen"
    assert known.unit_on("十八里河", date(2017, 1, 1)).id == "jiedao"


def test_a_unit_is_not_found_outside_its_time(known):
    assert known.unit_on("十八里河镇", date(2017, 8, 16)) is None
    assert known.unit_on("十八里河镇", date(2016, 8, 16)).successor == "jiedao"


def test_sections_projects_and_terms_are_found_by_id_and_name(known):
    assert known.section("学习贯彻") is known.section("study") is known.sections[0]
    assert known.project("商都历史文化区") is known.project("area") is known.projects[0]
    assert known.term("三个一机制") is known.term("san-ge-yi") is known.term("三个一") is known.terms[0]
    assert (known.section("学"), known.project(""), known.term("四个一")) == (None, None, None)


def test_names_are_listed_once_in_the_order_of_the_file(known):
    assert known.names("section") == ("学习贯彻", "商都文化片区")
    assert known.names("unit") == ("十八里河", "东大街", "西大街")
    assert known.names("person") == ("张伟", "姜璞", "李娜")


@pytest.mark.parametrize(
    ("kind", "text", "near"),
    [
        ("section", "学习贯切", "学习贯彻"),
        ("section", "商都片区", "商都文化片区"),
        ("section", "天气", ""),
        ("unit", "南大街", ""),
        ("unit", "东大街办事处", "东大街"),
        ("unit", "十八里", "十八里河"),
        ("project", "商都历史文化片区", "商都历史文化区"),
        ("person", "姜朴", "姜璞"),
        ("person", "章伟", "张伟"),
        ("term", "", ""),
    ],
)
def test_the_nearest_name_is_told_only_when_one_is_close(known, kind, text, near):
    assert known.nearest(kind, text) == near


def test_registries_are_values(read):
    one, other = read(units=UNITS)[0], read(units=UNITS)[0]
    again = pickle.loads(pickle.dumps(one))
    assert one == other == again
    assert hash(one) == hash(other) == hash(again)
    assert again.unit("北下街") == one.unit("北下街")
    assert pickle.dumps(one) == pickle.dumps(other)


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["标识", "名称", "name", "起", "止", "后继", "天气"]),
            st.text("ab-甲[]{}:'\n 2017", max_size=8),
        ),
        max_size=8,
    )
)
def test_whatever_stands_in_a_file_there_are_only_findings(tmp_path_factory, lines):
    folder = tmp_path_factory.mktemp("data")
    text = "".join(f"{'- ' if n % 3 == 0 else '  '}{key}: {value}\n" for n, (key, value) in enumerate(lines))
    (folder / "units.yaml").write_text(text, "utf-8")
    (folder / "people.yaml").write_text(text.replace("后继", "单位"), "utf-8")
    found, problems = registry.load(folder, "content/data")
    assert all(problem.place.file.startswith("content/data/") for problem in problems)
    assert all(found.units_named(unit.id) for unit in found.units)
