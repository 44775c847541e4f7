"""The style sheets: readable in every scheme, raw values in one file, small, and with nothing left over."""

from __future__ import annotations

import gzip
import re

import pytest

from plugins.assets.bundle import bundle
from plugins.newsroom.media.placeholder import PALETTE

from .pages import THEME, render_all
from .sheets import CSS, all_sheets, contrast, roots, schemes, text_of

_TEXT = ("ink", "quiet", "cinnabar", "bronze")
_GROUNDS = ("paper", "sunk")
_COMPONENTS = tuple(sheet for sheet in all_sheets() if sheet.name not in ("tokens.css", "tones.css", "print.css"))


def test_black_on_white_has_the_contrast_wcag_gives_it() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("ground", _GROUNDS)
@pytest.mark.parametrize("text", _TEXT)
@pytest.mark.parametrize("scheme", schemes())
def test_every_text_can_be_read_on_every_ground(scheme: str, text: str, ground: str) -> None:
    tokens = schemes()[scheme]
    wanted = 7 if "more" in scheme else 4.5
    assert contrast(tokens[text], tokens[ground]) >= wanted


def test_more_contrast_is_the_same_whether_the_system_asks_for_it_or_the_reader() -> None:
    asked = dict(roots())
    assert asked["contrast"] == asked["more"] != {}


def test_browsers_without_light_dark_get_the_light_page() -> None:
    fallback, modern = (tokens for asked, tokens in roots() if asked == "")
    assert {name: value for name, value in fallback.items() if name in modern} == {
        name: schemes()["light"][name] for name in modern
    }


@pytest.mark.parametrize("scheme", schemes())
def test_words_on_a_filled_button_can_be_read(scheme: str) -> None:
    tokens = schemes()[scheme]
    assert contrast(tokens["paper"], tokens["cinnabar"]) >= 4.5
    assert contrast(tokens["paper"], tokens["bronze"]) >= 4.5


def test_the_browsers_frame_has_the_colour_of_the_paper() -> None:
    head = (THEME / "templates" / "base.html").read_text(encoding="utf-8")
    for scheme in ("light", "dark"):
        assert f'content="{schemes()[scheme]["paper"]}" media="(prefers-color-scheme: {scheme})"' in head


@pytest.mark.parametrize("sheet", _COMPONENTS, ids=lambda sheet: sheet.name)
def test_raw_values_stand_only_in_the_tokens(sheet) -> None:
    rules = re.sub(r"@(media|container)[^{]*", "", text_of(sheet))
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|[\d.]+(?:px|rem)\b", rules) == []


@pytest.mark.parametrize("sheet", all_sheets(), ids=lambda sheet: sheet.name)
def test_no_rule_shouts_or_hangs_on_an_id(sheet) -> None:
    selectors = re.sub(r"\{[^{}]*\}", "{}", text_of(sheet))
    assert "!important" not in text_of(sheet)
    assert not re.search(r"#[a-z]", selectors)


def test_pages_change_their_shape_at_five_widths_only_counted_in_the_readers_own_text() -> None:
    queries = {
        kind: {query for sheet in all_sheets() for query in re.findall(rf"@{kind} ([^{{]+) {{", text_of(sheet))}
        for kind in ("media", "container")
    }
    assert queries["container"] == {f"(min-width: {width}rem)" for width in (20, 30, 34, 48, 64)}
    assert {query for query in queries["media"] if "prefers" not in query} == {"print", "(scripting: enabled)"}


@pytest.mark.parametrize("sheet", all_sheets(), ids=lambda sheet: sheet.name)
def test_every_token_that_is_used_is_there(sheet) -> None:
    assert set(re.findall(r"var\(--([\w-]+)", text_of(sheet))) <= set(schemes()["light"])


def test_every_token_is_used() -> None:
    used = set(re.findall(r"var\(--([\w-]+)", bundle(THEME).data.decode()))
    assert set(schemes()["light"]) - used == set()


def test_no_rule_is_for_a_class_that_no_page_has() -> None:
    styled = {name for sheet in all_sheets() for name in re.findall(r"\.(g-[a-z][\w-]*)", text_of(sheet))}
    worn = {
        name
        for html in render_all().values()
        for value in re.findall(r'class="([^"]*)"', html)
        for name in value.split()
        if name.startswith("g-")
    }
    assert {name for name in styled - worn if not name.startswith("g-tone--")} == set()


def test_there_is_a_rule_for_every_colour_that_may_hold_a_photos_place() -> None:
    rules = re.findall(r"\.g-tone--(\w+) \{ background-color: (#\w+); \}", text_of(CSS / "tones.css"))
    assert dict(rules) == PALETTE


def test_every_style_sheet_is_in_the_entry_file() -> None:
    named = re.findall(r'url\("([^"]+)"\)', text_of(CSS / "main.css"))
    assert {(CSS / name).resolve() for name in named} == set(all_sheets()) - {CSS / "main.css"}
    assert len(set(named)) == len(named)


def test_the_style_sheet_is_small() -> None:
    assert len(gzip.compress(bundle(THEME).data)) < 9 * 1024
