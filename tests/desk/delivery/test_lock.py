"""Who may publish, who waits, and what they are told."""

from __future__ import annotations

import os

import pytest

from plugins.desk.delivery import lock, names
from plugins.newsroom.findings.refusals import Refusal

from . import shelves
from .shelves import FIRST, SECOND

ELSEWHERE = "wang-wu@other\t4711\t2017-08-16_09:30:00\tother:machine\t1"  # an owner whose process cannot be looked at


@pytest.fixture
def site(tmp_path):
    return shelves.folder(tmp_path / "site")


def test_whoever_waits_is_told_once_by_whom_and_since_when_and_gives_up_in_time(site, make):
    site.put(make(FIRST))
    assert site.destination.take(2, ELSEWHERE)
    told = []
    with (
        pytest.raises(Refusal, match="等了 1 秒，wang-wu@other（进程 4711，2017-08-16 09:30:00 开始）还在"),
        lock.held(site.destination, 1, told.append),
    ):
        pytest.fail("two at once")
    assert told == [
        "wang-wu@other（进程 4711，2017-08-16 09:30:00 开始）正在往同一个地方发布，等它结束再发布，最多等 1 秒。"
    ]
    site.destination.free(2)
    site.put(make(SECOND))
    assert site.shown == SECOND


def test_an_owner_elsewhere_who_gives_no_sign_of_life_is_succeeded(site, make, monkeypatch):
    monkeypatch.setattr(lock, "LEASE", 0.5)
    site.destination.take(1, ELSEWHERE)
    (site.path / "releases/.000001-0123456789abcdef.partial").mkdir()
    told = []
    with lock.held(site.destination, 30, told.append) as number:
        site.destination.deliver(make(FIRST), 3, number)
    assert number == 2
    assert told[-1].endswith("的发布没有做完就断了，这次接着发布。")
    assert site.shown == FIRST
    assert not [name for name in site.names if name.endswith(".partial")]


@pytest.mark.slow
def test_an_owner_who_lives_shows_it(site, monkeypatch):
    monkeypatch.setattr(lock, "BEAT", 0.05)
    monkeypatch.setattr(lock, "LEASE", 2)
    with (
        lock.held(site.destination, 0, print),
        pytest.raises(Refusal, match="还在往同一个地方发布"),
        lock.held(site.destination, 4, print),
    ):
        pytest.fail("two at once")


def test_a_lock_without_an_owner_is_held_by_somebody_until_its_time_is_over(site, monkeypatch):
    (site.path / "releases/.000007.lock").mkdir(parents=True)
    with pytest.raises(Refusal, match="另一位发布人"), lock.held(site.destination, 0, print):
        pytest.fail("two at once")
    monkeypatch.setattr(lock, "LEASE", 0.3)
    with lock.held(site.destination, 5, print) as number:
        assert number == 8
    assert site.destination.look().is_free


def test_whoever_was_given_up_changes_nothing_when_coming_back(shelf, make):
    shelf.put(make(FIRST))
    assert shelf.destination.take(2, ELSEWHERE)
    assert shelf.destination.take(3, ELSEWHERE)
    with pytest.raises(Refusal, match="被另一次发布接过去了"):
        shelf.destination.deliver(make(SECOND), 3, 2)
    assert shelf.shown == FIRST
    assert not shelf.destination.take(2, ELSEWHERE)
    shelf.destination.renew(3, 5)
    assert shelf.destination.look()[1:] == ("owner-6", ELSEWHERE)
    shelf.destination.free(3)
    assert not [name for name in shelf.names if name.endswith((".partial", "3.lock"))]


def test_a_lock_of_which_nothing_came_leaves_nothing(shelf):
    with lock.held(shelf.destination, 0, print):
        assert shelf.path.exists()
    assert not shelf.path.exists()


def test_a_process_that_ended_is_known_on_its_own_machine_only(site):
    me = lock._me()
    assert not lock._is_gone(me)
    child = os.fork()
    if child == 0:
        os._exit(0)
    ended = me._replace(pid=child)
    assert lock._is_gone(ended)  # also while nobody has asked how it ended
    os.waitpid(child, 0)
    assert lock._is_gone(ended)
    assert lock._is_gone(me._replace(started="1"))  # another process has its number now
    assert not lock._is_gone(ended._replace(machine="another"))
    assert not lock._is_gone(ended._replace(machine=""))
    assert lock._owner(lock._text(me)) == me


def test_numbers_alone_say_what_is_old_and_only_names_of_ours_count():
    old, new, first = "000009-0123456789abcdef", "000010-0123456789abcdef", "0123456789abcdef"
    there = [old, new, first, "notes", "000011.tar", "000012-notes", ".000003.lock"]
    assert names.highest(there) == 10
    assert (
        names.highest([*there, f".000011.{'0' * 32}.aside"]) == 10
    )  # who is about to take 11 has no more than the others yet
    assert names.newest_lock(there) == 3
    assert names.too_old(there, new, "", keep=1) == [old, first]
    assert names.too_old(there, old, first, keep=2) == [new]
    assert names.leftovers(
        [".000003-0123456789abcdef.partial", ".000004-0123456789abcdef.partial", ".x.partial"], 3
    ) == [".000003-0123456789abcdef.partial"]
