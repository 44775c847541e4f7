"""Photos that are written almost right: what the page shows is what `check --fix` writes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.body.markup import to_document
from plugins.newsroom.body.slips import correct
from plugins.newsroom.findings.problems import Place
from tests.newsroom.bodies import FOLDER, html, junk, marked, read

modest = settings(max_examples=200)


def mended(body: str) -> str:
    """The body after the mends of all its findings."""
    edits = sorted({edit for problem in read(body)[1] for edit in problem.edits})
    pieces, done = [], 0
    for edit in edits:
        if edit.start >= done:
            pieces += [body[done : edit.start], edit.replacement]
            done = edit.end
    return "".join([*pieces, body[done:]])


def photos(body: str) -> list[tuple[str, str, str]]:
    return [(photo.file, photo.caption, photo.credit) for photo in read(body)[0].photos]


def found(body: str) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line) for problem in read(body)[1]]


@pytest.mark.parametrize(
    ("written", "right", "code"),
    [
        ("![入户](01.jpg “张三 摄”)", '![入户](01.jpg "张三 摄")', "BD05"),
        ('![入户] (01.jpg "张三 摄")', '![入户](01.jpg "张三 摄")', "BD50"),
        ("！[入户](01.jpg)", "![入户](01.jpg)", "BD50"),
        ("！【入户】（01.jpg　“张三 摄”）", '![入户](01.jpg "张三 摄")', "BD50"),
        ("![入户](01.jpg 张三 摄)", '![入户](01.jpg "张三 摄")', "BD50"),
        ('![入户](01.jpg "张三 摄)', '![入户](01.jpg "张三 摄")', "BD50"),
        ('![入户](01.jpg，"张三 摄"', '![入户](01.jpg "张三 摄")', "BD50"),
        ('[入户](01.jpg "张三 摄")', '![入户](01.jpg "张三 摄")', "BD50"),
        ("![[01.jpg|入户]]", "![入户](01.jpg)", "BD50"),
        ("![入户](images\\01.jpg)", "![入户](images/01.jpg)", "BD51"),
        ("![入户](.\\01.jpg)", "![入户](01.jpg)", "BD51"),
        ("![入户](./01.jpg)", "![入户](01.jpg)", "BD51"),
    ],
)
def test_a_mark_that_is_almost_right_is_understood_told_and_mended(written: str, right: str, code: str) -> None:
    body = f"前文。\n\n{written}\n\n后文。"
    assert found(body) == [(code, 3)]
    assert mended(body) == body.replace(written, right)
    assert html(body) == html(body.replace(written, right))


def test_words_behind_a_file_that_are_no_credit_are_an_error_and_stay() -> None:
    body = "前文。\n\n![入户](01.jpg 城墙)"
    (problem,) = read(body)[1]
    assert (problem.code, problem.is_error, marked(problem), mended(body)) == ("BD52", True, "城墙", body)


@pytest.mark.parametrize("code", ["`![入户] (01.jpg)`", "<!-- ![入户] (01.jpg) -->", "```\n![入户] (01.jpg)\n```"])
def test_what_stands_in_code_or_a_remark_is_no_photo(code: str) -> None:
    assert correct(code) is None


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("![城墙 张三 摄](01.jpg)", '![城墙](01.jpg "张三 摄")'),
        ("![城墙](01.jpg)\n张三 摄", '![城墙](01.jpg "张三 摄")'),
        ("![城墙](01.jpg) （张三 摄）\n\n后文。", '![城墙](01.jpg "张三 摄")\n\n后文。'),
        ("![城墙](01.jpg)\n\n*张三 摄*\n\n后文。", '![城墙](01.jpg "张三 摄")\n\n后文。'),
        ("![城墙](01.jpg)\n图为城墙。张三 摄\n\n后文。", '![城墙](01.jpg "张三 摄")\n图为城墙。\n\n后文。'),
        ("前文。\n![](01.jpg)\n图为城墙。张三 摄\n后文。", '前文。\n![](01.jpg "张三 摄")\n图为城墙。\n后文。'),
        ("前文。\n\n张三 摄\n\n![城墙](01.jpg)", '前文。\n\n![城墙](01.jpg "张三 摄")'),
        ("![甲](01.jpg)\n![乙](02.jpg)\n张三 摄", '![甲](01.jpg "张三 摄")\n![乙](02.jpg "张三 摄")'),
        ("![甲](01.jpg)\n张三 摄\n\n![乙](02.jpg)\n李四 摄", '![甲](01.jpg "张三 摄")\n\n![乙](02.jpg "李四 摄")'),
        ('![城墙 张三 摄](01.jpg "张三 摄")', '![城墙](01.jpg "张三 摄")'),
    ],
)
def test_who_is_named_beside_a_photo_made_it_and_is_named_once(body: str, right: str) -> None:
    assert mended(body) == right
    assert html(body) == html(right)
    assert photos(body) == photos(right)
    assert {code for code, _ in found(body)} <= {"CR20", "CR24", "BD33"}
    assert {problem.code for problem in read(right)[1]} <= {"BD33"}  # lines that are sentences


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('![城墙](01.jpg "李四 摄")\n张三 摄', "CR23"),
        ("张三 摄\n\n![城墙](01.jpg)\n\n李四 摄\n\n![墙](02.jpg)", "CR25"),
        ("![甲](01.jpg)\n![乙](02.jpg)\n张三 摄\n李四 摄", "CR23"),
        ("![李四 张三 摄](01.jpg)", "CR21"),
    ],
)
def test_names_that_contradict_each_other_or_are_unclear_are_an_error_and_stay(body: str, code: str) -> None:
    (problem,) = (problem for problem in read(body)[1] if problem.is_error)
    assert (problem.code, problem.edits) == (code, ())
    assert marked(problem) in mended(body)


@pytest.mark.parametrize(
    ("body", "code"),
    [("![城墙遗址张三摄](01.jpg)", "CR22"), ("![城墙](01.jpg)\n\n正文。\n\n（张三 摄）", "CR27")],
)
def test_what_may_be_a_credit_is_told_and_stays(body: str, code: str) -> None:
    (problem,) = read(body)[1]
    assert (problem.code, problem.is_error, mended(body)) == (code, False, body)


def test_other_findings_still_point_at_what_the_editor_wrote() -> None:
    _, problems = read("张三 摄\n![城墙](01.jpg)\n\n[甲](/x/)")
    there = next(problem for problem in problems if problem.code == "BD08")
    assert (there.place.line, marked(there)) == (4, "/x/")


PIECES = st.sampled_from(
    [
        *(
            "![城墙](01.jpg)",
            '![墙](02.jpg "张三 摄")',
            "![城墙 李四 摄](01.jpg)",
            "！[墙]（01.jpg “王五 摄”）",
            "![[01.jpg]]",
        ),
        *(
            "张三 摄",
            "（李四 摄）",
            "正文。",
            "图为城墙。张三 摄",
            "\n",
            "\n\n",
            " ",
            "> ",
            "- ",
            "`",
            "<!--",
            "-->",
            "](",
            "01.jpg",
            '"',
        ),
    ]
)


@modest
@given(st.lists(PIECES, max_size=14).map("".join) | junk)
def test_the_page_shows_what_the_mends_write(body: str) -> None:
    document, problems = read(body)
    after = body
    for _ in range(4):
        after = mended(after)
    if not any(problem.is_error and problem.code.startswith(("BD", "CR")) for problem in problems):
        again, left = read(after)
        assert (again.parts, again.text) == (document.parts, document.text)
        assert not any(problem.edits for problem in left), after


def test_many_photos_are_read_in_linear_time() -> None:
    for piece in ("![", "![x](", "！[x]（01.jpg", "![x](01.jpg)\n张三 摄\n\n", "`", "<!--", "![】(", "张三 摄\n"):
        body = piece * 1000
        correct(body)
        assert to_document(body[:2000], lambda *_: Place("x"), FOLDER)
