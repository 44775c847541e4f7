"""The list of features: what is wrong with it is one sentence each, and every feature can be left out or says who needs it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import unquote

import pytest

from plugins.desk.build import build
from plugins.features import FEATURES
from plugins.site.feature import Feature, Need
from plugins.site.loading import load
from tests.newsdesk import NOW, column, common_cache

FILES = {
    "2017/08/20-a/index.md": "---\n标题: 另一篇\n日期: 2017-08-20\n版块: 学习贯彻\n署名: 记者 张三\n旧址: [old/a/]\n话题: [道路]\n---\n\n"
    "见[好稿](../16-haogao/index.md)和[附件](表.pdf)。\n",
    "2017/08/20-a/表.pdf": b"%PDF-1.4\n%%EOF\n",
}
OPTIONAL = {"plugins.photos", "plugins.attachments", "plugins.links"}  # all else is needed by somebody, who says why


def _made_up(monkeypatch: pytest.MonkeyPatch, **features: Feature) -> list[str]:
    """Packages of these features, by names of their own."""
    for name, feature in features.items():
        monkeypatch.setitem(sys.modules, f"made_up_{name}", SimpleNamespace(FEATURE=feature))
    return [f"made_up_{name}" for name in features]


def test_the_list_of_this_site_is_whole():
    features, problems = load(FEATURES)
    assert [f"plugins.{feature.name}" for feature in features] == list(FEATURES)
    assert problems == ()


def test_who_offers_something_stands_before_those_who_need_it_unless_pages_need_each_other():
    features, _ = load(FEATURES)
    places = {feature.name: place for place, feature in enumerate(features)}
    late = {
        (feature.name, need.feature)
        for feature in features
        for need in feature.needs
        if places[need.feature] > places[feature.name]
    }
    # Needs of pages: a link from one to the other. What is offered to be worked with is not among them.
    assert {needed for _, needed in late} <= {"assets", "lists", "feeds", "heads", "search", "share_images"}


def test_a_feature_that_cannot_be_imported_is_said_by_name():
    _, (problem,) = load([*FEATURES, "plugins.nothing"])
    assert (problem.code, "plugins.nothing" in problem.message) == ("PL01", True)


def test_two_features_of_one_name_are_said_once(monkeypatch):
    packages = _made_up(monkeypatch, one=Feature(name="same"), other=Feature(name="same"))
    _, problems = load(packages)
    assert [problem.code for problem in problems] == ["PL12"]


def test_a_need_that_nobody_meets_is_one_sentence_with_the_reason(monkeypatch):
    packages = _made_up(monkeypatch, one=Feature(name="one", needs=(Need("gone", "要有它才能排版"),)))
    _, (problem,) = load(packages)
    assert problem.code == "PL11"
    assert "要有它才能排版" in problem.message
    assert "gone" in problem.advice


@pytest.mark.parametrize("out", FEATURES)
def test_each_feature_can_be_taken_out_or_one_sentence_says_who_needs_it(out, tmp_path, monkeypatch):
    monkeypatch.setattr("plugins.features.FEATURES", tuple(name for name in FEATURES if name != out))
    content, output = column(tmp_path / "content", FILES), tmp_path / "output"
    result = build(content, output, now=NOW, cache=common_cache(tmp_path))
    if out in OPTIONAL:
        assert result.ok, result.problems
        assert _dead(output) == set()
    else:
        assert not result.ok
        assert {problem.code for problem in result.problems} == {"PL11"}
        assert not output.exists()


def _dead(output: Path) -> set[str]:
    """Addresses that pages, feeds and sitemaps name and nobody made."""
    named: set[str] = set()
    for file in output.rglob("*"):
        if file.suffix in (".html", ".xml", ".json", ".opml"):
            text = file.read_text(encoding="utf-8")
            named |= set(
                re.findall(r'(?:href|src|content|xmlUrl|htmlUrl)="(?:https://guancheng\.example)?/([^"#?]*)', text)
            )
            named |= set(re.findall(r"<loc>https://guancheng\.example/([^<]*)", text))
    files = {
        unquote(address) + "index.html" if address.endswith("/") or not address else unquote(address)
        for address in named
    }
    return {file for file in files if not (output / file).is_file()}


def test_the_reader_of_links_finds_a_dead_one(tmp_path):
    (tmp_path / "index.html").write_text('<a href="/gone/">x</a><a href="/">y</a>', encoding="utf-8")
    assert _dead(tmp_path) == {"gone/index.html"}
