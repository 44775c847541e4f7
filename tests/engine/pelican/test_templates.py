"""Compiled templates are kept from build to build, and never those of another program."""

from __future__ import annotations

from pathlib import Path

from jinja2 import DictLoader, Environment
from jinja2.ext import Extension

from plugins.engine.pelican.once_tag import Once
from plugins.engine.pelican.templates import KeptBytecode

_PAGE = "{% once 1 %}{{ 'a' | loud }}{% endonce %}"


class Moved(Once):
    """The same tag by another path, as after an upgrade."""

    identifier = "plugins.elsewhere.Moved"


def _rendered(folder: Path, extension: type[Extension], version: str, sign: str = "!") -> str:
    bytecode = KeptBytecode(folder, version)
    environment = Environment(loader=DictLoader({"page": _PAGE}), extensions=[extension], bytecode_cache=bytecode)
    environment.filters["loud"] = lambda text: text + sign
    return environment.get_template("page").render()


def test_an_extension_that_moved_is_found_where_it_stands_now(tmp_path):
    assert _rendered(tmp_path, Moved, "old") == "a!"
    assert _rendered(tmp_path, Once, "new") == "a!"


def test_what_a_filter_made_of_constants_is_made_anew_by_another_program(tmp_path):
    assert _rendered(tmp_path, Once, "old") == "a!"
    assert _rendered(tmp_path, Once, "new", "?") == "a?"


def test_the_same_program_compiles_once(tmp_path, monkeypatch):
    _rendered(tmp_path, Once, "same")
    monkeypatch.setattr(Environment, "_compile", None)
    assert _rendered(tmp_path, Once, "same") == "a!"
