import json
from dataclasses import replace

from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Edit, Place
from plugins.newsroom.findings.report import as_github, as_json, as_text


def _problem(column=4, text="标题: 城墙", length=2, file="content/a/index.md"):
    return problem("ST01", Place(file, 2, column, length, text))


def test_a_finding_prints_its_place_the_line_a_caret_and_the_mend():
    lines = as_text([_problem(column=5)]).splitlines()
    assert lines[0] == "content/a/index.md:2:5: 错误 ST01 缺少标题"
    assert lines[1] == "  标题: 城墙"
    assert lines[2] == "  " + " " * 6 + "^^^^"
    assert lines[3].startswith("  改法：")


def test_the_caret_stands_under_the_place_even_after_wide_characters_and_a_cut():
    text = "很" * 100 + "坏" + "很" * 100
    lines = as_text([_problem(column=101, text=text, length=1)]).splitlines()
    shown, carets = lines[1][2:], lines[2][2:]
    before = shown[: shown.index("坏")]
    assert len(carets) - len(carets.lstrip()) == 2 * len(before)
    assert carets.strip() == "^^"


def test_findings_come_in_reading_order_and_each_once():
    second, first = _problem(file="content/b.md"), _problem(file="content/a.md")
    text = as_text([second, first, second])
    assert text.index("content/a.md") < text.index("content/b.md")
    assert text.count("content/b.md") == 1


def test_errors_come_before_reminders_and_what_nobody_sees_comes_last_under_its_own_words():
    reminder = problem("ST08", Place("content/a.md", 1, 1), {"name": "某报"})
    error, draft = _problem(file="content/b.md"), replace(_problem(file="content/0.md"), is_unseen=True)
    text = as_text([draft, reminder, error])
    assert (
        text.index("content/b.md")
        < text.index("content/a.md")
        < text.index("不影响发布：")
        < text.index("content/0.md")
    )
    assert "错误 ST01 缺少标题（不影响发布）" in text
    assert text.splitlines()[-1] == "共 1 处错误，1 处提醒。另有 1 处不影响发布。"
    assert as_github([draft]).startswith("::warning ")
    assert [row.get("unseen", False) for row in json.loads(as_json([draft, error]))] == [True, False]


def test_of_findings_that_weigh_the_same_those_of_the_files_just_saved_come_first():
    text = as_text([_problem(file="content/a.md"), _problem(file="content/b.md")], first={"content/b.md"})
    assert text.index("content/b.md") < text.index("content/a.md")


def test_the_last_line_counts_errors_reminders_and_what_can_be_mended():
    mendable = problem("ST08", Place("a.md", 1, 1), {"name": "某报"}, edits=(Edit(0, 1, "x"),))
    assert as_text([_problem(), mendable]).splitlines()[-1].startswith("共 1 处错误，1 处提醒。其中 1 处可以自动改好")


def test_where_to_read_what_a_code_means_is_said_once():
    text = as_text([_problem(), _problem(column=5)])
    assert text.splitlines()[-2] == "编号的意思和例子：python3 tasks.py check ST01"
    assert text.count("tasks.py check") == 1


def test_json_is_a_list_of_plain_records():
    rows = json.loads(as_json([_problem()]))
    assert set(rows[0]) == {"file", "line", "column", "code", "level", "message", "advice", "page"}
    assert (rows[0]["line"], rows[0]["level"], rows[0]["page"]) == (2, "error", "docs/codes/ST01.md")
    assert json.loads(as_json([])) == []


def test_annotations_escape_what_would_end_them():
    line = as_github([_problem(file="content/a,b:c.md")])
    assert line.startswith("::error file=content/a%2Cb%3Ac.md,line=2,col=4,title=ST01::缺少标题")
    assert line.count("\n") == 1
