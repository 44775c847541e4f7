"""The JSON Schemas and the handbook's tables say what the schema of heads and registries says, and samples keep to them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from plugins.desk import schemas
from plugins.newsroom.schema import KEYS, REGISTRIES, Key

HOUSE = Path(__file__).resolve().parents[2]
CONTENT = HOUSE / "content"
STORIES = sorted(CONTENT.rglob("*.md"))
NAMES = sorted(schemas.schemas())
UNIT = {"标识": "beixiajie", "名称": "北下街"}
STORY = {"标题": "甲", "日期": "2017-08-16"}


class _Yaml12(yaml.SafeLoader):
    """YAML as editors of text read it: days are texts."""


_Yaml12.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(name: str, value: object) -> list[str]:
    return [fault.message for fault in Draft202012Validator(schemas.schemas()[name]).iter_errors(value)]


def head_of(path: Path) -> str:
    return path.read_text("utf-8").split("---\n")[1]


def test_the_handbook_has_every_table():
    handbook = (HOUSE / "docs/handbook.md").read_text("utf-8")
    assert [name for name in schemas.tables() if f"<!-- 表：{name} -->\n" not in handbook] == []


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_schema_of_the_draft_it_names(name):
    schema = schemas.schemas()[name]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("loader", [_Yaml12, yaml.BaseLoader])
def test_the_heads_of_the_sample_keep_to_it(path, loader):
    assert faults("head.json", yaml.load(head_of(path), loader)) == []


@pytest.mark.parametrize("registry", REGISTRIES, ids=lambda registry: registry.file)
def test_the_registries_of_the_sample_keep_to_it_and_name_it(registry):
    text = (CONTENT / "data" / registry.file).read_text("utf-8")
    name = registry.file.replace(".yaml", ".json")
    assert faults(name, yaml.load(text, _Yaml12)) == []
    place = f"../../docs/schema/{name}"
    assert text.startswith(f"# $schema: {place}\n# yaml-language-server: $schema={place}\n")
    assert (CONTENT / "data" / place).is_file()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("head.json", {**STORY, "题目": "甲"}),
        ("head.json", {"标题": "甲"}),
        ("head.json", {**STORY, "标题": None}),
        ("head.json", {**STORY, "标题": ["甲"]}),
        ("head.json", {**STORY, "状态": "完稿"}),
        ("head.json", {**STORY, "单位": {"甲": "乙"}}),
        ("head.json", {**STORY, "更正": "甲"}),
        ("head.json", {**STORY, "更正": [{"日期": "2017-08-18"}]}),
        ("head.json", {**STORY, "审签": [{"环节": "复核", "姓名": "甲"}]}),
        ("head.json", {**STORY, "图片": {"01.jpg": {"作者": "甲"}}}),
        ("head.json", {**STORY, "图片": [{"说明": "甲"}]}),
        ("units.json", [{**UNIT, "全名": "甲"}]),
        ("units.json", [{"名称": "甲"}]),
        ("units.json", [{**UNIT, "起": ["2017"]}]),
        ("units.json", UNIT),
        ("people.json", [{**UNIT, "单位": [{"起": "2017-01-01"}]}]),
        ("site.json", {"名称": "甲"}),
        ("site.json", {"名称": "甲", "说明": "乙", "门户网址": "www.example.gov.cn"}),
    ],
)
def test_a_planted_fault_fails(name, value):
    assert faults(name, value) != []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("head.json", {"title": "甲", "date": "2017-08-16", "byline": "记者 甲", "deck": ["一", "二"]}),
        ("head.json", {**STORY, "图片": {"01.jpg": None, "02.jpg": {"焦点": [0.5, 0.3], "AI生成": True}}}),
        (
            "head.json",
            {**STORY, "图片": [{"文件": "01.jpg", "署名": "甲"}], "更正": {"日期": "2017-08-18", "说明": "乙"}},
        ),
        ("people.json", [{**UNIT, "单位": [{"单位": "beixiajie", "from": "2017-01-01"}, "xidajie"]}]),
        ("people.json", [{**UNIT, "单位": "beixiajie、xidajie", "别名": "甲"}]),
        ("terms.json", None),
    ],
)
def test_other_ways_of_writing_are_taken(name, value):
    assert faults(name, value) == []


def test_each_key_has_its_help_and_an_example():
    keys = [*KEYS, *(key for registry in REGISTRIES for key in registry.keys)]
    keys += [nested for key in keys for nested in key.keys]
    assert [key.name for key in keys if not (key.help and key.example)] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_keep_to_the_schema(name):
    keys = next((one.keys for one in REGISTRIES if one.file == name.replace(".json", ".yaml")), KEYS)
    entry = {key.name: _example(key) for key in keys}
    assert faults(name, entry if name in ("head.json", "site.json") else [entry]) == []


def _example(key: Key):
    if not key.keys:
        return yaml.load(key.example, _Yaml12)
    record = {nested.name: _example(nested) for nested in key.keys}
    return {"01.jpg": record} if key.kind == "map" else [record]
