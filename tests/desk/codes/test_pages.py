"""Every code has a page, and what a page shows is true: a real check says so of each example."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from plugins.desk.codes import examples, looking_up, pages, trial
from plugins.desk.codes.examples import Explained
from plugins.newsroom.findings.catalogue import DOMAINS, messages
from plugins.newsroom.findings.report import page_of
from tests import newsdesk

HOUSE = Path(__file__).resolve().parents[3]
ALL = {example.code: example for domain in examples.domains() for example in domain.codes}
CODES = {code for domain in DOMAINS for code in messages(domain)}
TRIED = sorted(code for code, example in ALL.items() if example.wrong)


def test_each_code_has_either_an_example_or_words_for_what_no_text_shows_and_a_source():
    assert ALL.keys() == CODES
    untold = [code for code, example in ALL.items() if bool(example.wrong) == bool(example.when) or not example.source]
    assert untold == [], "写进 plugins/desk/codes/tables 里它那一类的表"


def test_the_tables_tell_nothing_of_codes_that_are_gone():
    tables = {letters: yaml.safe_load((examples.TABLES / f"{letters}.yaml").read_text("utf-8")) for letters in DOMAINS}
    assert {code for table in tables.values() for code in table["codes"]} <= CODES


@pytest.mark.parametrize("code", TRIED)
def test_the_wrong_text_has_this_finding_alone_and_the_right_one_none(code):
    tried, example = trial.tried(ALL[code]), ALL[code]
    assert {problem.code for problem in tried.wrong} == {code, *example.also}
    assert tried.right == ()
    found = next(problem for problem in tried.wrong if problem.code == code)
    assert Path(found.place.file).parent == trial.file_of(Path("content"), example).parent
    assert tried.diff or not found.is_mendable


def test_most_codes_that_editors_meet_are_shown():
    assert len(TRIED) > 150


def test_a_wrong_example_would_be_noticed():
    example = Explained("BD39", "x", wrong="## 工期\n\n大约一年。\n", right="##工期\n\n大约一年。\n")
    tried = trial.tried(example)
    assert (tried.wrong, [problem.code for problem in tried.right]) == ((), ["BD39"])


@pytest.mark.parametrize("code", ["HD05", "BD32", "PF15", "TK01"])
def test_a_page_names_the_code_its_advice_and_its_source(code):
    page = (looking_up.PAGES / f"{code}.md").read_text("utf-8")
    assert page.startswith(f"# {code} ")
    assert "**怎样改**：" in page
    assert "## 依据" in page
    assert f"[{code}]({code}.md)" in (looking_up.PAGES / pages.INDEX).read_text("utf-8")


def test_links_between_pages_and_into_the_handbook_lead_somewhere():
    for file in looking_up.PAGES.iterdir():
        words = re.sub(r"^```.*?^```", "", file.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
        addresses = re.findall(r"(?<!\\)\]\(([^)#:\s]+\.md)\)", words)
        assert all((file.parent / address).is_file() for address in addresses), file.name


def test_on_a_terminal_a_page_has_no_signs_of_markdown():
    shown = looking_up.told("bd03")
    assert shown.startswith("BD03 图片不能用 <img> 来写\n")
    assert "【对（正文）】" in shown
    assert '    ![城墙遗址东南角](01.jpg "张三 摄")\n' in shown
    assert "```" not in shown


def test_check_says_what_codes_mean():
    told = newsdesk.run("check", "hd05", "ST04")
    assert (told.returncode, told.stdout.count("【依据】")) == (0, 2)
    assert (HOUSE / page_of("HD05")).is_file()
