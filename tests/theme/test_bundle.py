"""The one published style sheet, and the files beside it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from plugins.assets import FEATURE
from plugins.assets.bundle import bundle, files, scripts
from plugins.assets.headers import RULES
from plugins.newsroom.findings.refusals import Refusal
from tests.sites import ordered, site
from tests.writers import Written

_MAIN = '/* order */\n@layer base, parts;\n\n@import url("base.css") layer(base);\n@import url("../../components/a/a.css") layer(parts);\n'


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    folder = tmp_path / "theme"
    for name, text in {
        "static/css/main.css": _MAIN,
        "static/css/base.css": "/* bare\n elements */\na :focus {\n  color: red;\n}\n",
        "components/a/a.css": '.g-a::before { content: "a ; /* b */  }"; }\n@media print { .g-a { inset: calc(1px + 2px); } }\n',
        "components/look/look.js": "look();",
        "components/switches/inline/recall.js": "recall();\n",
        "static/img/ding.svg": "<svg/>",
        "static/img/.hidden": "x",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_imports_become_layers_in_their_order(theme: Path) -> None:
    assert bundle(theme).data.decode() == (
        "@layer base,parts;"
        "@layer base{a :focus{color:red}}"
        '@layer parts{.g-a::before{content:"a ; /* b */  }"}@media print{.g-a{inset:calc(1px + 2px)}}}\n'
    )


def test_the_name_changes_with_the_rules_and_only_then(theme: Path) -> None:
    first = bundle(theme)
    (theme / "static/css/base.css").write_text("/* another word */ a :focus { color: red; }", encoding="utf-8")
    assert bundle(theme) == first
    (theme / "static/css/base.css").write_text("a :focus { color: blue; }", encoding="utf-8")
    assert bundle(theme).name != first.name
    assert first.name.startswith("theme/style.")
    assert first.name.endswith(".css")


def test_a_missing_part_is_named_with_the_line_that_asks_for_it(theme: Path) -> None:
    (theme / "components/a/a.css").unlink()
    with pytest.raises(Refusal) as stop:
        bundle(theme)
    (found,) = stop.value.problems
    assert (found.code, found.place.file, found.place.line) == ("PL10", "theme/static/css/main.css", 5)
    assert "components/a/a.css" in found.message


def test_a_missing_entry_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as stop:
        bundle(tmp_path)
    assert "static/css/main.css" in stop.value.problems[0].message


@pytest.mark.parametrize("line", ['@import url("base.css");', '@import "base.css" layer(base);'])
def test_an_import_outside_the_layers_is_an_error(theme: Path, line: str) -> None:
    (theme / "static/css/main.css").write_text(_MAIN + line, encoding="utf-8")
    with pytest.raises(Refusal) as stop:
        bundle(theme)
    assert line in stop.value.problems[0].message


def test_an_import_inside_a_part_is_an_error(theme: Path) -> None:
    (theme / "static/css/base.css").write_text('@import url("x.css");', encoding="utf-8")
    with pytest.raises(Refusal):
        bundle(theme)


def test_a_script_is_named_by_what_it_says(theme: Path) -> None:
    first = scripts(theme)["look"]
    (theme / "components/look/look.js").write_text("look(1);", encoding="utf-8")
    second = scripts(theme)["look"]
    assert (first.data, second.data) == (b"look();", b"look(1);")
    assert first.name.startswith("theme/look.")
    assert first.name != second.name


def test_pictures_keep_their_names_and_the_rest_stays_at_home(theme: Path) -> None:
    assert list(files(theme)) == [("theme/img/ding.svg", theme / "static/img/ding.svg")]


def test_the_generator_writes_sheet_scripts_and_pictures(theme: Path) -> None:
    sheet, script = bundle(theme), scripts(theme)["look"]
    written = {name: data for name, data in _written(theme).items() if name not in RULES}
    assert written == {sheet.name: sheet.data, script.name: script.data, "theme/img/ding.svg": b"<svg/>"}


def test_a_picture_is_written_anew_when_its_bytes_change_and_only_then(theme: Path) -> None:
    before, same = _written(theme).depends, _written(theme).depends
    (theme / "static/img/ding.svg").write_text("<svg></svg>", encoding="utf-8")
    after = _written(theme).depends
    assert same == before
    assert {name for name in after if after[name] != before[name]} == {"theme/img/ding.svg"}


def _written(theme: Path) -> Written:
    silent = SimpleNamespace(visible=(), visible_pages=(), attachments={})
    return ordered(FEATURE, site(silent, theme=theme, site_url="https://portal.example/zt"), Written())
