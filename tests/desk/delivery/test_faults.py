"""Disks that are full or may not be written to, and files that do not arrive as they were sent: the old site stays."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from plugins.desk.delivery import files, lock, scripts
from plugins.desk.delivery.host import Host
from plugins.desk.delivery.release import Release
from plugins.newsroom.findings.refusals import Refusal

from . import shelves
from .shelves import FIRST, SECOND, Shelf

# Stands in for ssh to this very machine: does something to the release before it is compared with its list.
MEDDLE = """\
#!/bin/sh
case "$*" in
*"-exec sha256sum"*) cd {place}/releases/.000002-*.partial && {act} ;;
esac
exec ssh "$@"
"""
ACTS = {"rm new.html": "少了 new.html", "echo . > index.html": "内容不对：index.html", "ln -s / more": "多了 more"}


def _full(after: int, number: int = errno.ENOSPC):
    copies = iter(range(after))

    def copy(source, place, whole=files.copy):
        whole(source, place)
        if next(copies, None) is None:
            raise OSError(number, "as the system says it", str(place))

    return copy


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "磁盘满了，没有发布，读者看到的还是原来的"),
        (errno.EROFS, "磁盘只能读"),
        (errno.EACCES, "没有权限写"),
        (errno.EIO, "系统报告：as the system says it"),
    ],
)
def test_a_disk_that_takes_no_more_is_one_sentence_and_half_a_release_goes_at_once(
    number, sentence, tmp_path, make, monkeypatch
):
    shelf = shelves.folder(tmp_path / "site")
    shelf.put(make(FIRST))
    before = shelf.names
    monkeypatch.setattr(files, "copy", _full(1, number))
    with pytest.raises(Refusal, match=sentence) as refusal:
        shelf.put(make(SECOND))
    assert "\n" not in str(refusal.value)
    assert shelf.names == before
    assert shelf.shown == FIRST
    monkeypatch.undo()
    shelf.put(make(SECOND))
    assert shelf.shown == SECOND


def test_what_windows_has_is_enough(tmp_path, make, monkeypatch):
    """Stands in for Windows: errors have its numbers, links need a privilege and do not take each other's place, no /proc."""

    def refuse(number):
        def call(*_, **__):
            error = OSError(errno.EACCES, "refused")
            error.winerror = number
            raise error

        return call

    shelf = shelves.folder(tmp_path / "site")
    shelf.put(make(FIRST))
    monkeypatch.setattr(lock, "_machine", lambda: "")
    monkeypatch.setattr(lock.os, "kill", refuse(0))
    monkeypatch.setattr(files.os, "link", refuse(1))
    with monkeypatch.context() as no_links:
        no_links.setattr(Path, "symlink_to", refuse(1314))
        with pytest.raises(Refusal, match="开发人员模式"):
            shelf.put(make(SECOND))
        assert shelf.shown == FIRST
    monkeypatch.setattr(Path, "replace", refuse(5))
    shelf.put(make(SECOND))
    assert shelf.shown == SECOND


def test_a_file_that_arrives_otherwise_than_it_was_sent_stops_the_switch(tmp_path, make, monkeypatch):
    shelf = shelves.folder(tmp_path / "site")
    shelf.put(make(FIRST))
    monkeypatch.setattr(files, "copy", lambda source, place: place.write_bytes(source.read_bytes()[:-1]))
    with pytest.raises(Refusal, match=r"内容不对：index\.html"):
        shelf.put(make(SECOND))
    assert shelf.shown == FIRST


@pytest.mark.slow
@pytest.mark.needs("sshd", "ssh", "rsync")
def test_the_same_on_a_host(tmp_path, make, server):
    shelf, meddler = shelves.host(tmp_path / "site", server), tmp_path / "meddling-ssh"
    bad = Shelf(shelf.path, Host(shelf.settings.target, (str(meddler), *shelf.settings.ssh[1:])), shelf.settings)
    shelf.put(make(FIRST))
    for act, sentence in ACTS.items():
        meddler.write_text(MEDDLE.format(place=shelf.path, act=act))
        meddler.chmod(0o755)
        with pytest.raises(Refusal, match=sentence):
            bad.put(make(SECOND))
        assert shelf.shown == FIRST
        assert not [name for name in shelf.names if name.endswith(".partial")]


@pytest.mark.slow
@pytest.mark.needs("sshd", "ssh", "rsync")
def test_a_host_without_sums_compares_names_and_lengths(tmp_path, make, server, monkeypatch):
    shelf = shelves.host(tmp_path / "site", server)
    monkeypatch.setattr(scripts, "LISTING", scripts.LISTING.replace("sha256sum", "no-such-program"))
    shelf.put(make(FIRST))
    assert shelf.shown == FIRST
    monkeypatch.setattr(Release, "lengths", {**make(SECOND).lengths, "index.html": 99})
    with pytest.raises(Refusal, match=r"内容不对：index\.html"):
        shelf.put(make(SECOND))


def test_a_build_that_is_not_what_its_manifest_says_is_not_published(tmp_path, make):
    built = make(FIRST, shown={})
    (built.folder / "index.html").write_text("别的")
    with pytest.raises(Refusal, match=r"内容不对：index\.html"):
        Release.of(built.folder)
