"""What a page has of its own is taken over when only its frame has changed, and never otherwise."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment

from plugins.desk.build import BuildResult, build
from plugins.engine.build.page_frame import NO_BOUNDS, cut, rendered
from plugins.engine.pelican.templates import Theme
from tests.engine.editing import House
from tests.newsdesk import fingerprint

_FRAME = "<title>{{ title }}</title>{% block head %}{% endblock %}<body>{% block main %}{% endblock %}</body>"
_OTHER = "<b>{% block main %}{% endblock %}</b>{{ title }}{% block head %}{% endblock %}"
_PAGE = '{% extends "base.html" %}{% block head %}{{ said }}{% endblock %}{% block main %}{{ told }}{% endblock %}'
_WORDS = st.sampled_from(["", "管城", "<body>", "</title>", "a"]) | st.text(max_size=8)


def theme(**templates: str) -> Theme:
    """templates: sources by name, without ending; `base` and `page` are those above unless they are given."""
    made = Theme({})
    sources = {"base": _FRAME, "page": _PAGE, **templates}
    made.use(Environment(loader=DictLoader({f"{name}.html": source for name, source in sources.items()})))
    return made


@given(_WORDS, _WORDS, _WORDS)
def test_a_page_in_another_frame_is_what_it_would_be_made_anew(title, said, told):
    names = {"title": title, "said": said, "told": told}
    before, bounds = rendered(theme().template("page"), names, {})
    assert before == theme().template("page").render(names).encode()
    kept = cut(before, bounds)
    assert kept == {"head": said, "main": told}
    other = theme(base=_OTHER).template("page")
    assert rendered(other, {"title": title}, kept)[0] == other.render(names).encode()


@pytest.mark.parametrize(
    "frame",
    [
        "{% block head %}{% endblock %}",
        "{% block head %}{% endblock %}{% filter upper %}{% block main %}{% endblock %}{% endfilter %}",
    ],
    ids=["does not show them", "changes them"],
)
def test_nothing_is_taken_over_from_a_frame_that_does_not_show_the_parts_as_they_are(frame):
    page, bounds = rendered(theme(base=frame).template("page"), {"said": "a", "told": "b"}, {})
    assert (page, bounds, cut(page, bounds)) == (b"aB" if "upper" in frame else b"a", NO_BOUNDS, {})


def test_a_part_may_print_what_the_frame_has_in_its_place():
    frame = "{% block head %}{% endblock %}<main>{% block main %}管{% endblock %}</main>"
    page = _PAGE.replace("{{ told }}", "{{ super() }}城")
    template = theme(base=frame, page=page).template("page")
    assert rendered(template, {"said": ""}, {})[0].decode() == "<main>管城</main>"


_LENT = _PAGE.replace("{{ told }}", "{{ lent }}")
_INCLUDING = _PAGE.replace("{{ told }}", '{% include "part.html" %}')


@pytest.mark.parametrize(
    ("frame", "page", "is_own"),
    [
        (_FRAME, _PAGE, True),
        (f"{{% set other = 1 %}}{_FRAME}", _PAGE, True),
        (f"{{% set lent = 1 %}}{_FRAME}", _LENT, False),
        (f'{{% import "part.html" as lent %}}{_FRAME}', _LENT, False),
        (f'{{% from "part.html" import x as lent %}}{_FRAME}', _LENT, False),
        (f"{{% macro lent() %}}{{% endmacro %}}{_FRAME}", _LENT, False),
        (_FRAME.replace("{% block main", "{% for lent in '12' %}{% block main").replace("</body>", "{% endfor %}</body>"), _LENT, False),
        (f"{{% set lent = 1 %}}{_FRAME}", _INCLUDING, False),
        (_FRAME, _PAGE.replace("{{ told }}", "{{ super() }}"), False),
        (_FRAME, _PAGE.replace("{{ told }}", "{{ self.head() }}"), False),
        (_FRAME, _PAGE.replace("{{ told }}", "{% include told %}"), False),
    ],
)  # fmt: skip
def test_the_frame_counts_among_what_a_part_is_made_of_only_where_it_can_be_seen_there(frame, page, is_own):
    one = theme(base=frame, page=page, part="{{ lent }}")
    other = theme(base=f"{frame} ", page=page, part="{{ lent }}")
    assert one.versions.whole("page") != other.versions.whole("page")
    assert (one.versions.own("page") == other.versions.own("page")) is is_own


def test_a_part_changes_with_whatever_it_includes_or_imports():
    page = _PAGE.replace("{{ told }}", '{% from "part.html" import x %}{{ x() }}')
    one, other = (theme(page=page, part=f"{{% macro x() %}}{n}{{% endmacro %}}") for n in (1, 2))
    assert one.versions.own("page") != other.versions.own("page")


def test_a_part_asks_for_what_is_printed_in_it_however_far_away() -> None:
    page = _PAGE.replace("{{ told }}", '{% include "part.html" %}')
    made = theme(base=f"{_FRAME}{{{{ style }}}}", page=page, part="{{ script }}")
    assert made.versions.asked("page") == {"said", "script"}


def _build(house: House, cache: str) -> BuildResult:
    output = house.folder / cache / "output"
    result = build(house.content, output, cache=house.folder / cache, house=house.folder, now=house.now.isoformat())
    assert result.ok, result.problems
    return result


@pytest.mark.slow
@pytest.mark.parametrize("change", [House.frame, House.style])
def test_pages_in_a_new_frame_are_those_of_a_build_from_nothing_though_no_story_was_opened(
    change, tmp_path: Path
) -> None:
    """That none was opened shows in what is kept of them: it lies there spoilt, and nobody minds."""
    house = House(tmp_path, 12)
    time.sleep(0.2)  # files written a moment ago would be looked into again
    _build(house, "kept")
    for pack in (house.folder / "kept").rglob("pack-*"):
        pack.write_bytes(bytes(pack.stat().st_size))
    change(house, random.Random(1))
    again = _build(house, "kept")
    assert "缓存" not in again.summary
    assert again.written > 12
    _build(house, "clean")
    assert fingerprint(house.folder / "kept/output") == fingerprint(house.folder / "clean/output")
