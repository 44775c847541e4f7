"""The one published style sheet, and the files beside it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from plugins.assets import FEATURE
from plugins.assets.bundle import bundle, files, scripts
from plugins.assets.headers import RULES
from plugins.newsroom.findings.stop import Stop
from tests.sites import ordered, site
from tests.writers import Written

_MAIN = '/* order */\n@layer base, parts;\n\n@import url("base.css") layer(base);\n@import url("parts/a.css") layer(parts);\n'


@pytest.fixture
def static(tmp_path: Path) -> Path:
    folder = tmp_path / "theme" / "static"
    for name, text in {
        "css/main.css": _MAIN,
        "css/base.css": "/* bare\n elements */\na :focus {\n  color: red;\n}\n",
        "css/parts/a.css": '.g-a::before { content: "a ; /* b */  }"; }\n@media print { .g-a { inset: calc(1px + 2px); } }\n',
        "js/look.js": "look();",
        "js/inline/recall.js": "recall();\n",
        "img/ding.svg": "<svg/>",
        "img/.hidden": "x",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_imports_become_layers_in_their_order(static: Path) -> None:
    assert bundle(static).data.decode() == (
        "@layer base,parts;"
        "@layer base{a :focus{color:red}}"
        '@layer parts{.g-a::before{content:"a ; /* b */  }"}@media print{.g-a{inset:calc(1px + 2px)}}}\n'
    )


def test_the_name_changes_with_the_rules_and_only_then(static: Path) -> None:
    first = bundle(static)
    (static / "css/base.css").write_text("/* another word */ a :focus { color: red; }", encoding="utf-8")
    assert bundle(static) == first
    (static / "css/base.css").write_text("a :focus { color: blue; }", encoding="utf-8")
    assert bundle(static).name != first.name
    assert first.name.startswith("theme/style.")
    assert first.name.endswith(".css")


def test_a_missing_part_is_named_with_the_line_that_asks_for_it(static: Path) -> None:
    (static / "css/parts/a.css").unlink()
    with pytest.raises(Stop) as stop:
        bundle(static)
    (found,) = stop.value.problems
    assert (found.code, found.place.file, found.place.line) == ("PL10", "theme/static/css/main.css", 5)
    assert "css/parts/a.css" in found.message


def test_a_missing_entry_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Stop) as stop:
        bundle(tmp_path)
    assert "css/main.css" in stop.value.problems[0].message


@pytest.mark.parametrize("line", ['@import url("base.css");', '@import "base.css" layer(base);'])
def test_an_import_outside_the_layers_is_an_error(static: Path, line: str) -> None:
    (static / "css/main.css").write_text(_MAIN + line, encoding="utf-8")
    with pytest.raises(Stop) as stop:
        bundle(static)
    assert line in stop.value.problems[0].message


def test_an_import_inside_a_part_is_an_error(static: Path) -> None:
    (static / "css/base.css").write_text('@import url("x.css");', encoding="utf-8")
    with pytest.raises(Stop):
        bundle(static)


def test_a_script_is_named_by_what_it_says(static: Path) -> None:
    first = scripts(static)["look"]
    (static / "js/look.js").write_text("look(1);", encoding="utf-8")
    second = scripts(static)["look"]
    assert (first.data, second.data) == (b"look();", b"look(1);")
    assert first.name.startswith("theme/look.")
    assert first.name != second.name


def test_pictures_keep_their_names_and_the_rest_stays_at_home(static: Path) -> None:
    assert list(files(static)) == [("theme/img/ding.svg", static / "img/ding.svg")]


def test_the_generator_writes_sheet_scripts_and_pictures(static: Path) -> None:
    sheet, script = bundle(static), scripts(static)["look"]
    written = {name: data for name, data in _written(static).items() if name not in RULES}
    assert written == {sheet.name: sheet.data, script.name: script.data, "theme/img/ding.svg": b"<svg/>"}


def test_a_picture_is_written_anew_when_its_bytes_change_and_only_then(static: Path) -> None:
    before, same = _written(static).depends, _written(static).depends
    (static / "img/ding.svg").write_text("<svg></svg>", encoding="utf-8")
    after = _written(static).depends
    assert same == before
    assert {name for name in after if after[name] != before[name]} == {"theme/img/ding.svg"}


def _written(static: Path) -> Written:
    silent = SimpleNamespace(visible=(), visible_pages=(), attachments={})
    return ordered(FEATURE, site(silent, theme=static.parent, site_url="https://portal.example/zt"), Written())
