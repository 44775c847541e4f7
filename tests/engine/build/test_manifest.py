"""What a release says of itself: its files, which of them may outlive it, what may be seen."""

from __future__ import annotations

import json
from pathlib import Path

from plugins.engine.build.build_state import Printed
from plugins.engine.build.manifest import declared, manifest
from plugins.engine.build.orders import Orders
from plugins.engine.build.press import Press
from plugins.engine.build.release import MANIFEST, Release

FILES = {"a.html": "1", "photos/a.jpg": "2", "photos/b.jpg": "3", "search/x/1.json": "4", "search/table.json": "5"}


def _orders(owner: str = "2017/08/a/", **shown: tuple[str, ...] | None) -> Orders:
    orders = Orders(lambda: shown)
    orders.add(("photos/b.jpg", "photos/a.jpg"), "key", lambda: (b"", b""), belongs_to=(owner,))
    orders.add(("a.html",), "key", lambda: (b"",))
    orders.add_folder("search/", "key", lambda: {"x/1.json": b"", "table.json": b""}, "", (), belongs_to=())
    return orders


def test_it_names_what_belongs_to_what_and_says_nothing_of_files_that_go_with_their_release():
    said = json.loads(manifest(dict(reversed(FILES.items())), _orders(b=None, a=("1",))))
    assert list(said["files"].items()) == sorted(FILES.items())
    assert said["lasting"] == [[[], ["search/x/1.json"]], [["2017/08/a/"], ["photos/b.jpg", "photos/a.jpg"]]]
    assert said["shown"] == {"a": ["1"], "b": None}


def test_it_can_be_empty():
    assert json.loads(manifest({}, Orders())) == {"files": {}, "lasting": [], "shown": {}}


def test_it_is_written_anew_when_only_what_is_declared_has_changed(tmp_path: Path):
    release = Release(tmp_path / "output")
    before: dict[str, Printed] = {}
    for orders in (_orders(a=None), _orders(a=None), _orders("2017/08/b/", a=None), _orders("2017/08/b/")):
        press = Press(release, before, set(before), 1)
        press.run(orders)
        before, said = press.printed, json.loads((tmp_path / "output" / MANIFEST).read_text(encoding="utf-8"))
        assert said["lasting"][1][0] == list(next(iter(orders)).belongs_to)
        assert said["shown"] == orders.shown()
        assert before[MANIFEST].key == declared(orders)
