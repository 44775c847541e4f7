"""Each component is one folder, and what its `params.yaml` says of the parameters is what its macros take and are given."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from datetime import date, datetime
from inspect import Parameter, Signature
from types import UnionType
from typing import Any, get_args, get_origin

import pytest
from jinja2 import nodes
from jinja2.nodes import EvalContext
from jinja2.runtime import Macro

from plugins.lists.months import Month
from plugins.lists.profiles import Fact
from plugins.newsroom.media.attachment import Attachment
from plugins.newsroom.media.photo import Figure
from plugins.newsroom.pages.listing import Listing, Sheet, Signpost
from plugins.newsroom.registry import Section, Site
from plugins.newsroom.story.brief import Brief
from plugins.newsroom.story.model import DeskRole, Story

from .components import Param, attributions, documented, macros, names
from .gallery import examples
from .pages import THEME, environment, render_all
from .samples import SimpleNamespace
from .sheets import COMPONENTS

_OURS = (Attachment, Brief, DeskRole, Fact, Figure, Listing, Month, Section, Sheet, Signpost, Site, Story)
_TYPES: dict[str, Any] = {one.__name__: one for one in (*_OURS, Sequence, date, datetime)}
_TYPES |= {"Article": SimpleNamespace, "Listed": SimpleNamespace}  # as the samples have them


@pytest.mark.parametrize("component", names())
def test_a_folder_holds_the_files_of_its_component_and_no_others(component: str) -> None:
    found = {path.name for path in (COMPONENTS / component).iterdir() if path.is_file()}
    assert found <= {f"{component}.{ending}" for ending in ("html", "css", "js")} | {"examples.html", "params.yaml"}
    assert (f"{component}.html" in found) == ("params.yaml" in found)
    assert found & {f"{component}.html", f"{component}.css"}


@pytest.mark.parametrize("component", names())
def test_the_documented_parameters_are_those_of_the_macros(component: str) -> None:
    said = {macro: tuple((one.name, one.default) for one in params) for macro, params in documented(component).items()}
    assert list(said.items()) == list(attributions(component, environment()).items())


def test_every_macro_is_called_and_is_given_what_is_documented(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []
    call = Macro.__call__

    @functools.wraps(call)
    def recording(self: Macro, *args: Any, **given: Any) -> Any:
        calls.append((self.name, tuple(each for each in args if not isinstance(each, EvalContext)), given))
        return call(self, *args, **given)

    monkeypatch.setattr(Macro, "__call__", recording)
    examples.__wrapped__()
    render_all()
    known = dict(macros())
    assert known.keys() - {name for name, _, _ in calls} == set()
    slips = (slip for name, args, given in calls if name in known for slip in _slips(name, known[name], args, given))
    assert sorted(set(slips)) == []


def _slips(name: str, params: tuple[Param, ...], args: tuple[Any, ...], given: dict[str, Any]) -> list[str]:
    """The parameters that are given something else than their documented type."""
    signature = Signature([Parameter(one.name, Parameter.POSITIONAL_OR_KEYWORD) for one in params])
    types = {one.name: one.type for one in params}
    bound = signature.bind_partial(*args, **given).arguments
    return [
        f"{name}({key}: {types[key]}): {type(value).__name__}"
        for key, value in bound.items()
        if not _fits(value, eval(types[key], _TYPES))
    ]


def _fits(value: object, kind: Any) -> bool:
    """Whether the value is of the type, and of the type's elements when it is a sequence of them."""
    if isinstance(kind, UnionType):
        return any(_fits(value, each) for each in get_args(kind))
    of = get_args(kind) if get_origin(kind) is Sequence else ()
    return isinstance(value, get_origin(kind) or kind) and all(_fits(each, element) for element in of for each in value)


def test_what_only_its_own_file_uses_is_private() -> None:
    own = {macro for component in names() for macro in documented(component)}
    paths = [path for path in THEME.rglob("*.html") if path.name != "examples.html"]
    sources = [environment().parse(path.read_text(encoding="utf-8")) for path in paths]
    imported = {name for source in sources for each in source.find_all(nodes.FromImport) for name in each.names}
    assert own - imported == set()
