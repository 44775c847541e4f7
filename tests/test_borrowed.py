"""docs/borrowed.md names what we hold inside other packages: it is there, and nothing else is held."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER

import plugins
from plugins.newsroom.body import dialect

HOUSE = Path(__file__).resolve().parents[1]
OURS_BY_PYTHON = {
    "_replace",
    "_fields",
    "_asdict",
    "_exit",
    "_name_",
    "_value_",
    "_Hash",
}  # documented, despite their names


def _rows() -> dict[str, tuple[str, str]]:
    """What is held, by its dotted name: what for, and what happens without it."""
    text = (HOUSE / "docs/borrowed.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w.]+)` \| (.+?) \| (.+?) \|$", text, re.MULTILINE)
    return {name: (use, loss) for name, use, loss in rows}


def _missing(name: str, use: str, loss: str) -> str:
    """A sentence when `name` cannot be found, else ""."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:length]))
        except ImportError:
            continue
        for part in parts[length:]:
            if not (hasattr(found, part) or part in getattr(found, "__annotations__", {}) or _is_set_in(found, part)):
                break
            found = getattr(found, part, None)
        else:
            return ""
        break
    return f"{name} has moved. We need it so that {use}; without it: {loss}. Find its new place, then mend docs/borrowed.md."


def _is_set_in(kind: object, name: str) -> bool:
    """Whether instances of a class get an attribute of this name when they are made."""
    return inspect.isclass(kind) and re.search(rf"self\.{name}\b.*=", inspect.getsource(kind)) is not None


@pytest.mark.parametrize("name", _rows())
def test_what_we_hold_inside_other_packages_is_where_it_was(name):
    sentence = _missing(name, *_rows()[name])
    assert not sentence, sentence


def test_what_has_moved_is_said_in_one_sentence():
    assert "pelican.Pelican._nothing has moved" in _missing("pelican.Pelican._nothing", "a", "b")
    assert "no_such_package.Thing has moved" in _missing("no_such_package.Thing", "a", "b")


def _modules() -> Iterator[ModuleType]:
    for module in pkgutil.walk_packages(plugins.__path__, "plugins."):
        yield importlib.import_module(module.name)


def _overridden(module: ModuleType) -> Iterator[str]:
    """Private methods of other people's classes that a class of ours replaces or calls on itself."""
    for kind in vars(module).values():
        if inspect.isclass(kind) and kind.__module__ == module.__name__:
            named = {*vars(kind), *re.findall(r"\b(?:self|super\(\))\.(_\w+)", inspect.getsource(kind))}
            for above in filter(_is_other_peoples, kind.__mro__):
                yield from (name for name in named if _is_private(name) and name in vars(above))


def _is_other_peoples(kind: type) -> bool:
    return kind.__module__.partition(".")[0] not in {"plugins", *sys.stdlib_module_names}


def _asked_for(module: ModuleType) -> Iterator[str]:
    """Private names that a module asks something else for than itself and its own classes."""
    tree = ast.parse(inspect.getsource(module) or "pass")
    own = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and _is_private(node.attr):
            if node.attr not in own and not (isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")):
                yield node.attr
        elif isinstance(node, ast.ImportFrom) and not node.level and not (node.module or "").startswith("plugins"):
            yield from (alias.name for alias in node.names if _is_private(alias.name))


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in OURS_BY_PYTHON


def test_nothing_is_held_that_is_not_listed():
    listed = {name.rpartition(".")[2] for name in _rows()}
    held = {(module.__name__, name) for module in _modules() for name in (*_overridden(module), *_asked_for(module))}
    assert {(module, name) for module, name in held if name not in listed} == set()


def test_markdowns_rules_have_the_names_by_which_we_know_them():
    markdown = dialect._Dialect().markdown
    known = {*markdown.inlinePatterns._data, *dialect.Markdown().parser.blockprocessors._data}
    known |= {rule.name for rule in dialect._Dialect().footnotes.md.parser.blockprocessors._priority}
    assert {*dialect._NEEDS, *dialect._INLINE_NEEDS} <= known
    passes = {rule.name for rule in markdown.treeprocessors._priority}
    assert {"inline", "footnote", "footnote-duplicate", "attr_list"} <= passes


def test_what_is_stashed_stands_in_the_text_as_we_look_for_it():
    assert Markdown().htmlStash.store("x") == HTML_PLACEHOLDER % 0
    assert dialect._PLACEHOLDER.fullmatch(HTML_PLACEHOLDER % 0)
