"""The walls of the house, held by reading every import: tasks -> desk -> features, engine -> site -> newsroom, and the floors of the newsroom."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
PLUGINS = HOUSE / "plugins"
ROOMS = ("newsroom", "site", "engine", "outlets", "desk")  # all others are features
FEATURES = sorted(
    folder.name for folder in PLUGINS.iterdir() if folder.is_dir() and folder.name not in (*ROOMS, "__pycache__")
)
MODULES = sorted(PLUGINS.rglob("*.py"))
LONGEST = 300  # lines; longer modules have more than one reason to change
# Tables, not code: one row per message, word or example.
TABLES = {"newsroom/text/pinyin_words.py", "newsroom/byline/words.py"}
# The floors of the newsroom, lowest first: a wing knows those below its own floor and nobody beside it.
FLOORS = (
    ("findings", "schema"),
    ("text",),
    ("byline", "head", "media", "registry"),
    ("body", "proofreading"),
    ("story",),
    ("column", "pages", "submission"),
)
ONLY_IN = {
    "PIL": ("photos", "share_images"),
    "pillow_heif": ("photos",),
    "css_inline": ("outlets",),
    "feedgen": ("feeds",),
    "jinja2": ("engine", "desk"),
    "markupsafe": ("assets", "heads"),
    "numpy": ("search", "share_images"),
    "pelican": ("engine/pelican", "desk"),
    "rich": ("desk",),
    "starlette": ("desk",),
    "uvicorn": ("desk",),
    "watchfiles": ("desk",),
}
NEWSROOM_MAY_USE = {"markdown", "nh3", "yaml", "pypinyin", "zxingcpp"}


def imports_of(module: Path) -> set[str]:
    """Absolute dotted names of everything `module` imports, wherever in the file."""
    package = module.relative_to(HOUSE).with_suffix("").parts[:-1]
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            origin = ".".join((*base, *filter(None, (node.module,))))
            found |= {f"{origin}.{alias.name}" for alias in node.names}
    return found


def name_of(module: Path) -> str:
    return module.relative_to(PLUGINS).as_posix()


def room_of(module: Path) -> str:
    """newsroom, desk or a feature; "" for plugins/__init__.py."""
    parts = module.relative_to(PLUGINS).parts
    return parts[0] if len(parts) > 1 else ""


def rooms_imported(module: Path) -> set[str]:
    """The store of what is kept between builds counts as a room of its own: features may keep things in it."""
    names = [name for name in imports_of(module) if name.startswith("plugins.")]
    return {"store" if f"{name}.".startswith("plugins.engine.cache.") else name.split(".")[1] for name in names}


def packages_imported(module: Path) -> set[str]:
    """Third-party packages by their import names."""
    return {name.split(".")[0] for name in imports_of(module)} - sys.stdlib_module_names - {"plugins"}


def test_the_reader_of_imports_sees_relative_and_late_ones(tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "HOUSE", tmp_path)
    file = tmp_path / "plugins/photos/plan.py"
    file.parent.mkdir(parents=True)
    file.write_text(
        "import os.path\nfrom ..newsroom import photo\nfrom . import cache\ndef f():\n    from plugins.desk import x\n"
    )
    assert imports_of(file) == {"os.path", "plugins.newsroom.photo", "plugins.photos.cache", "plugins.desk.x"}


def test_there_are_rooms_to_hold_apart():
    assert len(FEATURES) >= 5
    assert len(MODULES) > len(FEATURES)


def test_no_room_is_imported_from_below():
    wrong = {name_of(module): rooms_imported(module) - may_import(room_of(module)) for module in MODULES}
    assert offenders(wrong) == {}


def may_import(room: str) -> set[str]:
    all_rooms = {*ROOMS, "store", "features", *FEATURES}
    below = {"newsroom": set(), "site": {"newsroom"}, "desk": all_rooms}
    return below.get(room, {"newsroom", "site", "store"}) | {room}


def test_a_wing_of_the_newsroom_knows_only_the_floors_below():
    floor_of = {wing: number for number, wings in enumerate(FLOORS) for wing in wings}
    wings = {folder.name for folder in (PLUGINS / "newsroom").iterdir() if (folder / "__init__.py").is_file()}
    assert wings == floor_of.keys()
    wrong = {
        name_of(module): {other for other in wings_imported(module) if floor_of[other] >= floor_of[wing_of(module)]}
        for module in MODULES
        if wing_of(module)
    }
    assert offenders(wrong) == {}


def wing_of(module: Path) -> str:
    """The wing of the newsroom in which a module stands, "" elsewhere."""
    parts = module.relative_to(PLUGINS).parts
    return parts[1] if parts[0] == "newsroom" and len(parts) > 2 else ""


def wings_imported(module: Path) -> set[str]:
    names = (name.split(".") for name in imports_of(module) if name.startswith("plugins.newsroom."))
    return {parts[2] for parts in names} - {wing_of(module)}


def test_outsiders_use_only_what_a_face_shows():
    wrong = {name_of(module): {name for name in imports_of(module) if _is_hidden(name, module)} for module in MODULES}
    assert offenders(wrong) == {}


def _is_hidden(name: str, module: Path) -> bool:
    """Whether a dotted name of the house is neither defined in the face of its wing nor in a module that the face lists.

    A room without such a list shows all of its modules.
    """
    parts = name.split(".")
    face = PLUGINS.joinpath(*parts[1:3], "__init__.py")
    if parts[0] != "plugins" or len(parts) < 4 or not face.is_file() or face.parent in module.parents:
        return False
    tree = ast.parse(face.read_text(encoding="utf-8"))
    shown = {
        alias.asname or alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    listed = _listed(tree)
    return bool(listed) and parts[3] not in {*shown, *_named(tree), *listed}


def _named(tree: ast.Module) -> set[str]:
    """Functions, classes and constants defined at the top of a module."""
    targets = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return targets | {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}


def _listed(tree: ast.Module) -> tuple[str, ...]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "FACE":
            return ast.literal_eval(node.value)
    return ()


def test_nobody_but_the_house_itself_imports_tasks_tests_or_settings():
    outside = {"tasks", "tests", "pelicanconf", "publishconf"}
    assert offenders({name_of(module): packages_imported(module) & outside for module in MODULES}) == {}


def test_a_library_stays_in_its_room():
    wrong = {
        name_of(module): {each for each in packages_imported(module) if not _is_at_home(each, name_of(module))}
        for module in MODULES
    }
    assert offenders(wrong) == {}


def _is_at_home(package: str, module: str) -> bool:
    rooms = ONLY_IN.get(package)
    return rooms is None or module.startswith(tuple(f"{room}/" for room in rooms))


def test_the_newsroom_needs_neither_pelican_nor_templates_nor_pixels():
    newsroom = [module for module in MODULES if room_of(module) == "newsroom"]
    assert offenders({name_of(module): packages_imported(module) - NEWSROOM_MAY_USE for module in newsroom}) == {}


def test_a_module_has_one_reason_to_change():
    lines = {name_of(module): len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES}
    assert {name: count for name, count in lines.items() if count > LONGEST and name not in TABLES} == {}


def test_a_module_opens_with_one_sentence_that_says_what_it_is():
    openings = {name_of(module): ast.get_docstring(ast.parse(module.read_text("utf-8"))) or "" for module in MODULES}
    assert [name for name, text in openings.items() if not text.split("\n\n")[0].strip().endswith((".", ":"))] == []


def offenders(found: dict[str, set[str]]) -> dict[str, list[str]]:
    return {name: sorted(names) for name, names in found.items() if names}


def test_every_feature_is_in_the_list_and_has_a_door():
    assert sorted(_list_in(PLUGINS / "features.py", "FEATURES")) == [f"plugins.{name}" for name in FEATURES]
    for name in FEATURES:
        tree = ast.parse((PLUGINS / name / "__init__.py").read_text(encoding="utf-8"))
        assert "FEATURE" in _named(tree), name


def _list_in(file: Path, name: str) -> list[str]:
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == name:
            return list(ast.literal_eval(node.value))
    raise AssertionError(f"{file.name} has no {name}")
