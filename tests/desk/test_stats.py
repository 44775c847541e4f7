"""The monthly count: held against a recount of the files by other code, and the forms in which it is handed in."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from plugins.desk.stats import plain
from plugins.desk.stats.front import stats
from plugins.desk.stats.span import span_of
from plugins.desk.stats.workbook import as_xlsx
from plugins.newsroom.column import column as columns
from plugins.newsroom.column.counting import By
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.findings.width import width
from plugins.newsroom.text.dates import SHANGHAI
from tests.newsdesk import SITE, UNITS, column, run, story

NOW = datetime(2017, 9, 20, 8, 0, tzinfo=SHANGHAI)
AUGUST = span_of("2017-08", "", "", date(2017, 9, 1))
NAMES = ("张三", "李四", "王五", "赵六", "孙七")
NOBODY = ("新华社发", "资料图片", "本专栏 制图")
HEADS = ("稿件", "照片", "制图", "视频", "转载稿件", "转载照片", "转载制图", "转载视频")
MADE_BY = {"摄": "照片", "制图": "制图", "摄像": "视频"}


def counted(content: Path, which=tuple(By), fees: Path | None = None, span=AUGUST):
    return stats(content, span, which, fees, NOW)


def rows(report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(plain.as_csv(report).decode("utf-8-sig"), newline="")))


# -- the recount: reads the generated files with patterns of its own, and adds up ----------------------------------------


def recounted(content: Path, is_shared: bool) -> dict[str, Counter[tuple[str, str]]]:
    totals: dict[str, Counter[tuple[str, str]]] = {by.value: Counter() for by in By}
    for file in sorted(content.glob("2017/*/*/index.md")):
        text = file.read_text("utf-8")
        head = dict(re.findall(r"^(\S+?): (.+)$", text.split("---")[1], re.MULTILINE))
        if head["日期"].startswith("2017-08") and "状态" not in head:
            _recount(text, head, totals, is_shared)
    return totals


def _recount(text, head, totals, is_shared) -> None:
    roles = _roles(head["署名"])
    pieces = [("稿件", list(roles))]
    for line in re.findall(r'\.(?:jpg|mp4) "(.+?)"\)', text):
        names = [] if line in NOBODY else line.split(" ")[:-1]
        kind = "制图" if line.endswith("制图") else MADE_BY.get(line.rsplit(" ", 1)[-1], "照片")
        pieces.append((kind, names))
    for kind, names in pieces:
        shown = f"转载{kind}" if "原文" in head else kind
        for name in names:
            part = Fraction(1, len(names)) if is_shared else 1
            totals["作者"][name, shown] += part
            totals["身份"][roles.get(name, {"制图": "制图", "视频": "摄像"}.get(kind, "摄影")), shown] += part
        for unit in head.get("单位", "（没有写单位）").split("、"):
            totals["单位"][unit, shown] += 1
        totals["版块"][head["版块"], shown] += 1
        totals["来源"][head.get("来源", "某专栏"), shown] += 1


def _roles(byline: str) -> dict[str, str]:
    roles, role = {}, ""
    for word in byline.split(" "):
        if word in ("记者", "通讯员"):
            role = word
        else:
            roles[word] = role
    return roles


SOME_NAMES = st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)
CREDITS = st.one_of(
    st.sampled_from(NOBODY),
    st.builds(lambda names, craft: " ".join([*names, craft]), SOME_NAMES, st.sampled_from(("摄", "制图"))),
)


@st.composite
def stories(draw) -> str:
    reporters, correspondents = draw(SOME_NAMES), draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True))
    others = [name for name in correspondents if name not in reporters]
    gallery = "".join(
        f'![图{n}](p{n}.jpg "{credit}")\n' for n, credit in enumerate(draw(st.lists(CREDITS, max_size=5)))
    )
    film = draw(st.one_of(st.just(""), SOME_NAMES.map(lambda names: f'\n[夜景](f.mp4 "{" ".join(names)} 摄像")\n')))
    repost = draw(st.booleans())
    units = draw(st.lists(st.sampled_from(("北下街", "南关")), max_size=2, unique=True))
    return story(
        f"写清楚事情。\n\n{gallery}{film}",
        署名=" ".join(["记者", *reporters, *(["通讯员", *others] if others else [])]),
        版块=draw(st.sampled_from(("学习贯彻", "项目建设"))),
        单位="、".join(units) or None,
        来源="某日报" if repost else None,
        原文="https://www.example.org/a.html" if repost else None,
        状态=draw(st.sampled_from((None, None, None, "草稿", "待审"))),
    )


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from((8, 8, 9)), stories()), max_size=8), st.sampled_from(("", "各计一次", "平分"))
)
def test_sums_equal_a_recount_of_the_files_by_other_code(tmp_path_factory, drafts, rule):
    files: dict[str, str | bytes] = {
        "data/site.yaml": f"{SITE}共同署名: {rule}\n",
        "data/units.yaml": UNITS + "- {id: nanguan, name: 南关街道, short: 南关}\n",
        "2017/08/16-haogao/index.md": story(署名="记者 张三"),
    }
    for number, (month, text) in enumerate(drafts):
        folder = f"2017/{month:02}/20-gao{number}"
        files[f"{folder}/index.md"] = text.replace("2017-08-16", f"2017-{month:02}-20")
        files |= {f"{folder}/{name}": b"" for name in ("f.mp4", *(f"p{n}.jpg" for n in range(5)))}
    content = column(tmp_path_factory.mktemp("stats") / "content", files)
    expected = recounted(content, rule == "平分")
    listed = rows(counted(content))
    for by in By:
        mine = [row for row in listed if row["统计"] == by.value]
        got = {(row["名称"], head): Fraction(row[head]) for row in mine[:-1] for head in HEADS if row[head] != "0"}
        assert got.keys() == expected[by.value].keys()
        assert all(abs(got[key] - expected[by.value][key]) < Fraction(1, 10_000) for key in got)
        sums = {head: sum(number for (_, kind), number in expected[by.value].items() if kind == head) for head in HEADS}
        assert all(abs(Fraction(mine[-1][head]) - sums[head]) < Fraction(1, 10_000) for head in HEADS)


# -- who is who, and what is not counted ---------------------------------------------------------------------------------


def test_people_are_told_apart_as_on_the_site_and_only_what_readers_see_counts(tmp_path):
    files = {
        "data/people.yaml": "- {id: zw-a, name: 张伟, units: beixiajie}\n- {id: zw-b, name: 张伟, units: 某日报社}\n- {id: li-si, name: 李四, other_names: 木子}\n",
        "2017/08/16-haogao/index.md": story('稿。\n\n![甲](01.jpg "张伟 摄")\n', 署名="记者 张伟（北下街） 木子"),
        "2017/08/17-b/index.md": story('稿。\n\n![乙](02.jpg "李四 摄")\n', 署名="某日报社记者 张伟"),
        "2017/08/17-b/02.jpg": b"",
        "2017/08/18-c/index.md": story(
            '稿。\n\n![丙](03.jpg "李四 摄")\n', 图片="{03.jpg: {到期: 2017-09-01}}", 署名="记者 李四"
        ),
        "2017/08/18-c/03.jpg": b"",
        "2017/08/19-d/index.md": story("稿。\n", 署名="王五 文 李四 视频"),
        "2017/08/20-e/index.md": story(状态="撤稿", 撤稿日期="2017-08-21", 撤稿说明="重复。"),
        "2017/08/21-f/index.md": story(状态="草稿"),
        "2017/08/22-g/index.md": story(下线="2017-09-01"),
    }
    report = counted(column(tmp_path / "content", files), (By.PERSON,))
    assert [[row[head] for head in ("名称", "身份", *HEADS[:4])] for row in rows(report)] == [
        ["李四", "记者、摄像、摄影", "2", "1", "0", "1"],
        ["张伟（北下街）", "记者", "1", "1", "0", "0"],
        ["王五", "作者", "1", "0", "0", "0"],
        ["张伟（某日报社）", "记者", "1", "0", "0", "0"],
        ["合计", "", "5", "2", "0", "1"],
    ]
    assert report.facts[-1] == "没有计入：草稿 1 篇，已下线 1 篇，撤稿 1 篇。"


def test_a_rule_about_co_authors_that_is_none_is_an_error_that_names_both(tmp_path):
    content = column(tmp_path / "content", {"data/site.yaml": f"{SITE}共同署名: 对半\n"})
    (found,) = (problem for problem in columns.load(content, NOW).problems if problem.code == "RG17")
    assert "对半" in found.message
    assert "“各计一次”或“平分”" in found.advice


# -- fees ----------------------------------------------------------------------------------------------------------------


def test_fees_go_by_role_then_section_then_in_general_and_reposts_earn_nothing(tmp_path):
    files = {
        "data/site.yaml": f"{SITE}共同署名: 平分\n",
        "2017/08/16-haogao/index.md": story('稿。\n\n![甲](01.jpg "张三 摄")\n', 署名="记者 张三 李四 通讯员 王五"),
        "2017/08/17-b/index.md": story(版块="项目建设", 署名="记者 张三"),
        "2017/08/18-c/index.md": story(署名="记者 张三", 来源="某日报", 原文="https://www.example.org/a.html"),
    }
    fees = tmp_path / "稿酬.yaml"
    fees.write_text(
        "稿件: 50\n照片: 20.5\n版块:\n  项目建设: {稿件: 80}\n身份:\n  通讯员: {稿件: 40}\n", encoding="utf-8"
    )
    report = counted(column(tmp_path / "content", files), (By.PERSON, By.ROLE), fees)
    paid = {row["名称"]: Decimal(row["稿酬（元）"]) for row in rows(report) if row["统计"] == "作者"}
    assert paid == {
        "张三": Decimal("117.17"),
        "李四": Decimal("16.67"),
        "王五": Decimal("13.33"),
        "合计": Decimal("147.17"),
    }


@pytest.mark.parametrize(
    ("written", "code", "named"),
    [
        ("稿件: 五十\n", "TK18", "五十"),
        ("稿件: -1\n", "TK18", "-1"),
        ("文章: 50\n", "TK18", "文章"),
        ("版块:\n  没有: {稿件: 1}\n", "TK18", "没有"),
        ("- 稿件\n", "TK18", "键: 值"),
        ("{", "TK18", "YAML"),
    ],
)
def test_a_file_of_fees_that_is_not_understood_is_refused(tmp_path, written, code, named):
    fees = tmp_path / "fees.yaml"
    fees.write_text(written, encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        counted(column(tmp_path / "content"), fees=fees)
    assert refused.value.problems[0].code == code
    assert named in str(refused.value)


@pytest.mark.parametrize("place", ["content/fees.yaml", "repository/fees.yaml"])
def test_fees_that_others_may_get_to_see_are_refused(tmp_path, place):
    import subprocess

    (tmp_path / "repository").mkdir()
    subprocess.run(["git", "init", "-q", tmp_path / "repository"], check=True)
    content = column(tmp_path / "content")
    (tmp_path / place).write_text("稿件: 50\n", encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        counted(content, fees=tmp_path / place)
    assert refused.value.problems[0].code == "TK17"
    (tmp_path / "repository/.gitignore").write_text("fees.yaml\n", encoding="utf-8")
    if place.startswith("repository"):
        assert counted(content, fees=tmp_path / place).has_fees


# -- the stretch ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "name", "first", "last"),
    [
        (("", "", ""), "2020年2月", "2020-02-01", "2020-02-29"),
        (("2017-12", "", ""), "2017年12月", "2017-12-01", "2017-12-31"),
        (("", "2017-q3", ""), "2017年第3季度", "2017-07-01", "2017-09-30"),
        (("", "", "2017"), "2017年", "2017-01-01", "2017-12-31"),
    ],
)
def test_a_stretch_is_a_month_a_quarter_or_a_year(written, name, first, last):
    span = span_of(*written, date(2020, 2, 3))
    assert (span.name, str(span.first), str(span.last)) == (name, first, last)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (("2017-13", "", ""), "TK15"),
        (("２０１７-08", "", ""), "TK15"),
        (("", "2017-Q5", ""), "TK15"),
        (("", "", "0000"), "TK15"),
        (("2017-08", "", "2017"), "TK16"),
    ],
)
def test_a_stretch_that_is_none_is_refused(written, code):
    with pytest.raises(Refusal) as refused:
        span_of(*written, date(2020, 2, 3))
    assert refused.value.problems[0].code == code


# -- the forms -----------------------------------------------------------------------------------------------------------


def test_the_workbook_adds_up_by_itself_prints_well_and_is_the_same_each_time(tmp_path):
    files = {
        "data/site.yaml": f"{SITE}共同署名: 平分\n".replace("source: 某专栏", "source: =1+1"),
        "2017/08/17-b/index.md": story(署名="记者 张三 李四 王五"),
    }
    report = counted(column(tmp_path / "content", files))
    data = as_xlsx(report)
    assert data == as_xlsx(report)
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["按作者", "按身份", "按单位", "按版块", "按来源"]
    for sheet, table in zip(book.worksheets, report.tables, strict=True):
        head = next(row for row in range(1, 9) if sheet.cell(row, 1).value == table.by.value)
        last = head + len(table.rows)
        stories = next(at for at in range(1, 9) if sheet.cell(head, at).value == "稿件")
        total = sheet.cell(last + 1, stories)
        assert total.value == f"=SUM({total.column_letter}{head + 1}:{total.column_letter}{last})"
        summed = sum(sheet.cell(row, stories).value for row in range(head + 1, last + 1))
        assert summed == pytest.approx(float(table.total.count(("稿件", False))))
        assert sheet.print_title_rows == f"${head}:${head}"
        assert sheet.print_area.startswith(f"'{sheet.title}'!$A$1:$")
        assert sheet.column_dimensions["A"].width >= max(width(row.label) for row in table.rows)
    assert [cell.data_type for cell in book["按来源"]["A"] if cell.value == "=1+1"] == ["s"]


def test_the_task_prints_tables_that_line_up_and_writes_files_that_excel_opens(tmp_path):
    content = column(tmp_path / "content", {"2017/08/17-b/index.md": story(署名="通讯员 欧阳小北")})
    sheet, book = tmp_path / "八月.csv", tmp_path / "八月.xlsx"
    done = run("stats", "--content", content, "--month", "2017-08", "--person", "--csv", sheet, "--xlsx", book)
    assert done.returncode == 0, done.stdout
    assert "发布 2 篇，其中原创 2 篇，转载 0 篇。\n没有计入：没有。" in done.stdout
    table = done.stdout.split("按作者\n")[1].split("\n\n")[0].splitlines()
    assert [line.split() for line in table] == [
        ["作者", "身份", "稿件", "照片", "制图", "视频"],
        ["张三", "记者", "1", "1", "0", "0"],
        ["欧阳小北", "通讯员", "1", "0", "0", "0"],
        ["合计", "2", "1", "0", "0"],
    ]
    assert len({width(line) for line in table}) == 1
    assert sheet.read_bytes().startswith(b"\xef\xbb\xbf" + "统计,名称,身份,稿件".encode())
    assert b"\r\n" in sheet.read_bytes()
    assert load_workbook(book).sheetnames == ["按作者"]
