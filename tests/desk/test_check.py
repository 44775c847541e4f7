"""`check FILE…`: only these are looked at and touched, with the rules between stories, out of the records of the last build."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path

import pytest

from plugins.desk import front
from plugins.desk.check import check, check_files
from plugins.desk.choosing import choose
from plugins.desk.mending import mend
from plugins.engine.build.cached_library import CachedLibrary
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.text.dates import SHANGHAI
from tests import newsdesk
from tests.newsdesk import story

NOW = datetime(2017, 9, 1, tzinfo=SHANGHAI)
GOOD = "content/2017/08/16-haogao/index.md"
FILES = {
    "2017/08/20-a/index.md": story(版块="没有的版块"),
    "2017/08/21-b/index.md": story('![图](01.jpg "张三 摄")\n').replace("标题: ", "标题："),
    "2017/08/21-b/01.jpg": newsdesk.jpeg(200, 100),
    "2017/08/22-c/index.md": story("见[乙](../21-b/index.md)和[丁](../20-d/index.md)。\n", 网址="haogao"),
    "2017/08/23-kong/初稿.docx": b"PK\x03\x04",
    "data/units.yaml": newsdesk.UNITS + "  farbe: 红\n",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return newsdesk.column(tmp_path / "content", FILES)


def _found(content: Path, *written: str) -> list[tuple[str, str]]:
    chosen = choose(content, written, content.parent)
    found = check_files(content, chosen, NOW, cache=content.parent / "cache")
    return [(problem.code, problem.place.file.split("/")[-2]) for problem in found]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (["content/2017/08/20-a/index.md"], [("ST04", "20-a")]),
        (["2017/08/20-a/index.md:4:5"], [("ST04", "20-a")]),  # as a finding names it, from the content folder
        (["content/2017/08/21-b/01.jpg"], [("HD04", "21-b"), ("PH05", "21-b")]),
        (["content/2017/08/22-c"], [("AD14", "22-c"), ("LK01", "22-c")]),
        ([GOOD], [("AD14", "22-c")]),  # as much its own as the other's
        (["content/pages", "content/2017/08/20-a"], [("ST04", "20-a")]),
        (["content/data"], [("RG03", "data")]),
    ],
)
def test_only_what_is_chosen_is_told_with_the_rules_between_stories(content, written, found):
    told = _found(content, *written)
    assert [(code[:2], folder) for code, folder in told] == [(code[:2], folder) for code, folder in found]
    assert not {code for code, _ in told} - {problem.code for problem in check(content, NOW)}


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("content/2017/08/16-haogoa/index.md", "没有“content/2017/08/16-haogoa/index.md”这个文件。"),
        ("/", "“/”不在内容文件夹“content”里"),
        ("content/2017/08/23-kong", "这个文件夹里没有稿件。"),
    ],
)
def test_a_path_that_means_nothing_is_one_sentence(content, written, sentence):
    with pytest.raises(Refusal) as refusal:
        choose(content, [written], content.parent)
    assert sentence in str(refusal.value)


def test_only_the_chosen_files_are_mended(content):
    other = content / "2017/08/24-e/index.md"
    other.parent.mkdir()
    other.write_text(story().replace("标题: ", "标题："), encoding="utf-8")
    before = newsdesk.fingerprint(content)
    shown = mend(content, choose(content, ["content/2017/08/21-b"], content.parent))
    changed = {name for name, digest in newsdesk.fingerprint(content).items() if before[name] != digest}
    assert changed == {"2017/08/21-b/index.md"}
    assert "+标题: 一篇好稿" in shown


def test_what_was_read_before_is_taken_from_the_records(content, monkeypatch):
    read: list[int] = []
    catalogue = CachedLibrary.catalogue

    def counted(self, *given):
        found = catalogue(self, *given)
        read.append(self.anew)
        return found

    monkeypatch.setattr(CachedLibrary, "catalogue", counted)
    time.sleep(0.2)  # what was written this very moment is never taken for known
    _found(content, GOOD)
    (content / "2017/08/20-a/index.md").write_text(story(标题=None, 日期="2017-08-20"), encoding="utf-8")
    assert _found(content, "content/2017/08/20-a") == [("ST01", "20-a")]
    assert read == [5, 1]


def test_on_the_command_line_bare_words_are_files_and_only_their_errors_count(content):
    at = ["--content", content, "--format", "github"]
    bad = newsdesk.run("check", content / "2017/08/20-a/index.md", *at, content / "pages")
    assert (bad.returncode, bad.stdout.count("::error")) == (1, 1)
    good = newsdesk.run("check", *at, content / "pages/about/index.md")
    assert (good.returncode, "::" in good.stdout) == (0, False)
    nothing = newsdesk.run("check", *at, "nix.md")
    assert (nothing.returncode, nothing.stdout.count("\n")) == (1, 1)
    assert nothing.stdout.startswith("没有“nix.md”这个文件。")


def test_what_is_missing_of_the_sites_facts_is_said_once_a_day_and_by_no_build_that_fails(tmp_path, capsys):
    content = newsdesk.column(tmp_path / "content", {"data/site.yaml": newsdesk.SITE.replace("icp: 某ICP备0号\n", "")})

    def said(now: str) -> bool:
        front.build(newsdesk.ROOT, str(content), str(tmp_path / "output"), now=now)
        return "GV01" in capsys.readouterr().err

    bad = content / "2017/08/20-a/index.md"
    bad.parent.mkdir()
    bad.write_text(story(标题=None), encoding="utf-8")
    assert not said("2017-09-01T08:00:00")
    bad.unlink()
    told = [said(f"2017-09-0{now}:00") for now in ("1T08:00", "1T09:00", "2T00:00", "2T23:59")]
    assert told == [True, False, True, False]
    assert "GV01" not in [problem.code for problem in check(content, NOW)]
