"""Publishers that meet, and publishers that are killed: readers always have a whole site, and every repeat succeeds.

Real processes; with KILLS=100 RACES=100 in the environment as many as one likes.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from plugins.desk.delivery.release import Release
from tests.newsdesk import ROOT

from . import shelves
from .shelves import Shelf

KILLS, RACES = int(os.environ.get("KILLS", "8")), int(os.environ.get("RACES", "4"))

# A publisher that ends itself at the Nth operation on a file, 0: never; it says how many there were.
PUBLISH = """
import os, signal, sys
from pathlib import Path
from plugins.desk import publish
from plugins.desk.delivery import lock
from plugins.desk.delivery.release import Release
release, last, seen = Release.of(Path(sys.argv[1])), int(sys.argv[2]), 0
destination = publish.reach(publish.settings_from(os.environ))
destination.pause = 0.05
def watch(event, arguments):
    global seen
    if event in ("open", "os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink"):
        seen += 1
        if seen == last:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
with lock.held(destination, 120, print) as number:
    destination.deliver(release, 2, number)
print(seen)
"""


def begin(shelf: Shelf, release: Release, last: int = 0, **variables: str) -> subprocess.Popen[str]:
    environment = {**os.environ, **shelves.SITE, "PUBLISH_TO": str(shelf.settings.target), **variables}
    command = [sys.executable, "-c", PUBLISH, str(release.folder), str(last)]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def races(shelf: Shelf, pairs: Sequence[Sequence[Release]], **variables: str) -> None:
    for pair in pairs:
        for one in [begin(shelf, release, **variables) for release in pair]:
            _, complaint = one.communicate(timeout=240)
            assert one.returncode == 0, complaint
        whole = {release.id: release.files for release in pair}
        shown = (shelf.path / "current").resolve()
        assert Release.of(shown).files == whole[shown.name.partition("-")[2]]
        assert not [name for name in shelf.names if name.endswith((".partial", ".aside"))]


def _pair(folder: Path, number: int) -> list[Release]:
    pages = {f"{place}/index.html": "字" * 500 for place in range(20)}
    return [
        shelves.release(folder / f"{number}-{who}", {**pages, "index.html": f"{number}{who}", f"{who}.html": who})
        for who in "甲乙"
    ]


@pytest.mark.slow
def test_of_publishers_that_meet_each_has_its_turn(tmp_path):
    shelf = shelves.folder(tmp_path / "site")
    races(shelf, [_pair(tmp_path, number) for number in range(RACES)])


def test_several_that_find_a_dead_publishers_lock_do_not_take_it_from_each_other(tmp_path):
    shelf, pair = shelves.folder(tmp_path / "site"), _pair(tmp_path, 0)
    dead = begin(shelf, pair[0], last=40)
    dead.communicate()
    assert dead.returncode == -signal.SIGKILL
    races(shelf, [(*pair, *pair)])


@pytest.mark.slow
@pytest.mark.needs("sshd", "ssh", "rsync")
def test_whoever_comes_over_ssh_and_whoever_is_there_wait_for_each_other(tmp_path, server):
    shelf, here = shelves.host(tmp_path / "site", server), shelves.folder(tmp_path / "site")
    one, other = _pair(tmp_path, 0)
    both = [begin(shelf, one, **{**server, "PUBLISH_TO": str(shelf.settings.target)}), begin(here, other)]
    for publisher in both:
        _, complaint = publisher.communicate(timeout=240)
        assert publisher.returncode == 0, complaint
    assert shelf.shown in (shelves.texts(one.folder), shelves.texts(other.folder))
    assert sorted(shelf.ids) == sorted((one.id, other.id))


@pytest.mark.slow
def test_a_publisher_may_be_killed_at_any_operation(tmp_path):
    shelf, chance = shelves.folder(tmp_path / "site"), random.Random(1)
    old, new = _pair(tmp_path, 0)
    whole = begin(shelf, old)
    operations = int(whole.communicate()[0].split()[-1])
    for number in range(KILLS):
        last = operations - chance.randrange(30) if number % 2 else chance.randrange(1, operations)
        killed = begin(shelf, new, last)
        killed.communicate()
        assert killed.returncode in (-signal.SIGKILL, 0)
        assert shelf.shown in (shelves.texts(old.folder), shelves.texts(new.folder)), last
        shelf.put(new, keep=2)
        assert shelf.shown == shelves.texts(new.folder)
        assert not [name for name in shelf.names if name.endswith(".partial")]
        assert shelf.destination.look().is_free
        old, new = new, shelves.release(tmp_path / f"next-{number}", {**shelf.shown, "index.html": str(number)})
