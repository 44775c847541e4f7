"""A finding is wired once: what a feature says without a page being made is said by every command."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from types import SimpleNamespace

import pytest

import tasks
from plugins.desk import check as desk
from plugins.desk.build import Assignment, build
from plugins.desk.choosing import choose
from plugins.desk.resident import Resident
from plugins.features import FEATURES
from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Place
from plugins.newsroom.text.dates import SHANGHAI
from plugins.site.feature import Feature
from tests.newsdesk import NOW, column, common_cache

CODE = "GV01"
FILE = "content/2017/08/16-haogao/index.md"


@pytest.fixture
def content(tmp_path, monkeypatch):
    made_up = Feature(name="made_up", survey=lambda _: [problem(CODE, Place(FILE, 3), {"fields": "凭空"})])
    monkeypatch.setitem(sys.modules, "made_up_feature", SimpleNamespace(FEATURE=made_up))
    monkeypatch.setattr("plugins.features.FEATURES", (*FEATURES, "made_up_feature"))
    return column(tmp_path / "content")


def _codes(problems):
    return [found.code for found in problems]


def test_check_says_it(content):
    assert _codes(desk.check(content, datetime(2017, 9, 1, tzinfo=SHANGHAI))) == [CODE]


def test_check_of_one_file_says_it_for_that_file_alone(content, tmp_path):
    def found(written):
        chosen = choose(content, [written], tmp_path)
        return _codes(desk.check_files(content, chosen, cache=tmp_path / "cache"))

    assert found(FILE) == [CODE]
    assert found("content/pages/about/index.md") == []


def test_a_list_of_features_that_is_not_whole_is_said_by_every_check(content, tmp_path, monkeypatch):
    monkeypatch.setattr("plugins.features.FEATURES", (*FEATURES, "plugins.nothing"))
    assert _codes(desk.check(content)) == ["PL01"]
    chosen = choose(content, [FILE], tmp_path)
    assert _codes(desk.check_files(content, chosen, cache=tmp_path / "cache")) == ["PL01"]


def test_build_says_it(content, tmp_path):
    assert _codes(build(content, tmp_path / "output", now=NOW, cache=common_cache(tmp_path)).problems) == [CODE]


def test_the_preview_says_it(content, tmp_path):
    assignment = Assignment(content, tmp_path / "output", preview=True, now=NOW, cache=common_cache(tmp_path))
    assert _codes(Resident(assignment).build().problems) == [CODE]


def test_json_for_programs_says_it(content, capsys):
    now = datetime(2017, 9, 1, tzinfo=SHANGHAI)
    assert tasks.check(str(content), file=[], fix=False, format="json", inspection=False, now=now, doubts=False) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["code"], row["file"].endswith("16-haogao/index.md")) == (CODE, True)
