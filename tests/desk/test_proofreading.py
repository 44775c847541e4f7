"""Slips of wording as editors meet them: the same in every report and in the preview, and put right by `check --fix` alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plugins.desk.build import Assignment, build
from plugins.desk.check import look
from plugins.desk.choosing import choose
from plugins.desk.mending import mend
from plugins.desk.resident import Resident
from plugins.newsroom.findings import report
from plugins.newsroom.findings.catalogue import proofreading as catalogue
from plugins.newsroom.findings.catalogue.message import Message, W
from plugins.newsroom.proofreading import order
from tests.newsdesk import NOW, column, jpeg, story
from tests.newsroom.proofreading.sheets import matching

COMMA, TWICE = "PF01", "PF02"
STORY = "2017/08/20-a/index.md"
EXCEPTED = "2017/08/21-b/index.md"


@pytest.fixture(autouse=True)
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rules: half-width commas are mended, doubled words are told."""
    monkeypatch.setattr(order, "RULES", (matching(COMMA, "(?<=[一-龥])[,;]", "，"), matching(TWICE, "进行进行")))
    for code in (COMMA, TWICE):
        monkeypatch.setitem(catalogue.MESSAGES, code, Message(W, "“{words}”不对", "请改正。", {"words": ","}))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    excepted = story("正在进行进行中。\n", 校对例外=f"[{{规则: {TWICE}, 理由: 原话}}]")
    return column(tmp_path / "content", {STORY: story("第一段,正在进行进行中。\n"), EXCEPTED: excepted})


def test_the_same_is_told_by_every_command_and_in_every_form(content: Path, tmp_path: Path):
    whole, told = look(content), [(COMMA, STORY), (TWICE, STORY)]
    one = look(content, choose(content, [STORY], tmp_path), cache=tmp_path / "cache")
    made = build(content, tmp_path / "output", now=NOW, cache=tmp_path / "cache")
    shown = Resident(Assignment(content, tmp_path / "shown", preview=True, cache=tmp_path / "cache", now=NOW)).build()
    assert (made.ok, shown.ok) == (True, True)
    for problems in (whole.problems, one.problems, made.problems, shown.problems):
        found = [problem for problem in problems if problem.code.startswith("PF")]
        assert [(problem.code, problem.place.file.removeprefix("content/")) for problem in found] == told
    rows = json.loads(report.as_json(whole.problems, whole.exempted))
    assert [(row["code"], row["line"], row["column"], row["level"]) for row in rows] == [
        (COMMA, 8, 4, "warning"),
        (TWICE, 8, 7, "warning"),
        (TWICE, 6, 8, "exempted"),
    ]
    assert report.as_github(whole.problems).count("::warning file=content/2017/08/20-a/index.md,line=8") == 2


def test_what_is_excepted_is_listed_with_its_reason_and_is_not_counted(content: Path, tmp_path: Path):
    whole = look(content)
    text = report.as_text(whole.problems, exempted=whole.exempted)
    assert f"  content/{EXCEPTED}:6:8: {TWICE} 全文（1 处）按校对例外放过：原话\n" in text
    assert "共 0 处错误，2 处提醒。其中 1 处可以自动改好" in text
    assert look(content, choose(content, [STORY], tmp_path), cache=tmp_path / "cache").exempted == ()
    chosen = look(content, choose(content, [EXCEPTED], tmp_path), cache=tmp_path / "cache")
    assert (chosen.problems, [each.reason for each in chosen.exempted]) == ((), ["原话"])


def test_a_preview_that_remakes_only_words_tells_their_slips_anew(content: Path, tmp_path: Path):
    resident = Resident(Assignment(content, tmp_path / "shown", preview=True, cache=tmp_path / "cache", now=NOW))
    resident.build()
    file = content / STORY
    for before, after, told in (("段,正", "段，正", [TWICE]), ("进行进行", "进行", []), ("段，", "段;", [COMMA])):
        file.write_text(file.read_text("utf-8").replace(before, after), encoding="utf-8")
        result = resident.build([file])
        assert "只改了文字" in result.summary
        assert [problem.code for problem in result.problems if problem.code.startswith("PF")] == told


RICH = """　　第一段,有**重,点**、*轻,读*、[链,接](https://a.cn/甲,乙 "题,名")和`代,码`，\\*星,号\\*，&lt;角,标&gt;。

## 小标题,甲 {#jia}

- 第一项,乙
    - 套着的,丙
1. 编号,丁

> 引文,原样

| 单位,名 | 数,量 |
|---|---:|
| 北下街,甲 | 1,234 |

正文,有注[^1]，见[上,文](#jia)，写信给 jia,yi@a.cn。

![说明,戊](01.jpg "张三 摄")

```
代码,不动
```

<div>网页,代码 <b>粗,体</b></div>

[^1]: 注释,己
"""


def test_a_body_of_every_construct_is_put_right_and_nothing_else_is_touched(tmp_path: Path):
    head = {
        "标题": "甲,乙",
        "副题": "[丙,丁, '戊,己']",
        "摘要": "庚,辛",
        "图片": "{01.jpg: {替代文字: '壬,癸', 许可: '原,话'}}",
    }
    content = column(tmp_path / "content", {STORY: story(RICH, **head), "2017/08/20-a/01.jpg": jpeg()})
    before = (content / STORY).read_text("utf-8")
    others = {path: path.read_bytes() for path in content.rglob("*") if path.is_file() and path != content / STORY}
    kept = ("a.cn/甲,乙", "题,名", "代,码", "引文,原", "代码,不", "原,话", "[丙,丁, ", "癸', 许")
    wanted = before.replace(",", "，").replace("1，234", "1,234").replace("jia，yi", "jia,yi")
    for words in kept:
        wanted = wanted.replace(words.replace(",", "，"), words)
    mend(content)
    assert (content / STORY).read_text("utf-8") == wanted
    assert mend(content) == ""
    assert {path: path.read_bytes() for path in others} == others
