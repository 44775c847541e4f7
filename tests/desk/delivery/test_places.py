"""Publishing for real: into a folder, and by rsync over SSH to a server on this machine's loopback."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from plugins.desk import publish as desk
from plugins.desk.delivery import target as targets
from plugins.desk.delivery.host import Host
from plugins.desk.delivery.release import Changes, Release
from plugins.newsroom.findings.refusals import Refusal
from tests.desk import sshd

from . import shelves
from .shelves import FIRST, SECOND, SITE, Shelf

# Stands in for ssh; the connection of rsync gets 20,000 bytes through and then dies.
CUT = """\
#!/bin/sh
case "$*" in
*"rsync --server"*) exec timeout 2 sh -c 'head -c 20000 | ssh "$@"' sh "$@" ;;
*) exec ssh "$@" ;;
esac
"""


def test_the_first_release_is_put_up_whole(shelf, make):
    first = make(FIRST)
    shelf.put(first)
    assert shelf.shown == FIRST
    assert os.readlink(shelf.path / "current") == f"releases/000001-{first.id}"
    assert shelf.ids == [first.id]


def test_the_next_release_replaces_it_and_the_former_stays_to_go_back_to(shelf, make):
    first, second = make(FIRST), make(SECOND)
    shelf.put(first)
    shelf.put(second)
    assert shelf.shown == SECOND
    assert shelf.ids == [first.id, second.id]
    assert Release.of(shelf.path / f"releases/000001-{first.id}").files == first.files


def test_unchanged_files_are_shared_with_the_release_before(shelf, make):
    first, second = make(FIRST), make(SECOND)
    shelf.put(first)
    shelf.put(second)
    photo, home = (
        [(shelf.path / f"releases/{number:06}-{each.id}" / name).stat() for number, each in ((1, first), (2, second))]
        for name in ("photos/a.jpg", "index.html")
    )
    assert photo[0].st_ino == photo[1].st_ino
    assert home[0].st_ino != home[1].st_ino


def test_the_web_server_may_read_all_whatever_the_umask_but_what_the_operator_closed_stays_closed(shelf, make):
    built, strict = make(FIRST), os.umask(0o077)
    try:
        for path in built.folder.rglob("*"):
            path.chmod(0o700 if path.is_dir() else 0o600)
        shelf.put(built)
        (shelf.path / "current/photos/a.jpg").chmod(0o600)  # as an older program left it
        (shelf.path / "releases").chmod(0o2750)
        shelf.put(make(SECOND))
    finally:
        os.umask(strict)
    assert shelf.path.stat().st_mode & 0o777 == 0o755
    assert (shelf.path / "releases").stat().st_mode & 0o7777 == 0o2750
    place = (shelf.path / "current").resolve()
    for path in (place, *place.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644)


def test_publishing_the_same_again_changes_nothing(shelf, make):
    shelf.put(make(FIRST))
    before = (shelf.path / "current/index.html").stat()
    again = make(FIRST)
    assert not shelf.destination.compare(again)
    shelf.put(again)
    assert (shelf.path / "current/index.html").stat().st_ino == before.st_ino
    assert shelf.ids == [again.id]


def test_a_release_that_was_tampered_with_is_mended(shelf, make):
    built = make(FIRST)
    shelf.put(built)
    (shelf.path / "current/index.html").write_text("改")
    (shelf.path / "current/extra.html").write_text("多")
    shelf.put(make(FIRST))
    assert shelf.shown == FIRST
    assert shelf.ids == [built.id, built.id]  # what readers see is never written to


def test_only_the_newest_releases_are_kept(tmp_path, make):
    shelf = shelves.folder(tmp_path / "site")
    built = [make({**FIRST, "index.html": str(number)}) for number in range(5)]
    for each in built:
        shelf.put(each)
    assert shelf.ids == [each.id for each in built[2:]]


def test_the_newest_release_is_the_one_of_the_highest_number_whatever_the_clocks_say(shelf, make):
    built = [make({**FIRST, "index.html": str(number)}) for number in range(4)]
    for each in built[:2]:
        shelf.put(each, keep=2)
    for path in (shelf.path / "releases").iterdir():
        os.utime(path, (4e9, 4e9))  # a machine whose clock stood in the year 2096
    for number in (2, 3):
        shelf.put(built[number], keep=2)
        assert shelf.shown["index.html"] == str(number)
    assert shelf.ids == [each.id for each in built[2:]]


def test_who_goes_back_by_hand_does_not_lose_that_release_next(tmp_path, make):
    shelf = shelves.folder(tmp_path / "site")
    built = [make({**FIRST, "index.html": str(number)}) for number in range(4)]
    for each in built[:3]:
        shelf.put(each)
    (shelf.path / "current").unlink()
    (shelf.path / "current").symlink_to(f"releases/000001-{built[0].id}")
    shelf.put(built[3], keep=2)
    assert shelf.ids == [built[0].id, built[3].id]


def test_releases_without_numbers_are_older_than_any_and_go_in_their_turn(shelf, make):
    old = [make({**FIRST, "index.html": str(number), "manifest.json": ""}) for number in range(3)]
    for each in old:
        shutil.copytree(each.folder, shelf.path / "releases" / each.id)
        os.utime(shelf.path / "releases" / each.id, (4e9, 4e9))
    (shelf.path / "releases" / f".{old[0].id}.partial").mkdir()
    (shelf.path / "current").symlink_to(f"releases/{old[1].id}")
    new = make(SECOND)
    shelf.put(new, keep=2)
    assert shelf.shown == SECOND
    assert {name for name in shelf.names if not name.endswith(".lock")} - {f".000001-{new.id}.carried"} == {
        old[1].id,
        f"000001-{new.id}",
    }


def test_what_others_put_beside_releases_stays_and_disturbs_nothing(shelf, make):
    first = make(FIRST)
    shelf.put(first)
    place = shelf.path / "releases"
    foreign = [place / "备份.tar", place / "999999-notes", place / "0123456789abcdef", place / ".partial"]
    foreign[0].write_text("别人的")
    for folder in foreign[1:]:
        folder.mkdir()  # one is called as releases once were, but has no manifest
    foreign += [place / "000000-0123456789abcdef", shelf.path / ".current.old"]
    for link in foreign[4:]:
        link.symlink_to(place)
    shelf.put(make({"index.html": "二"}), keep=1)
    assert all(path.exists() for path in foreign)
    assert not (place / f"000001-{first.id}").exists()
    assert shelf.shown == {"index.html": "二"}


def test_a_comparison_says_what_would_change_and_touches_nothing(shelf, make):
    assert shelf.destination.compare(make(FIRST)) == Changes(new=tuple(sorted(FIRST)))
    assert not shelf.path.exists()
    shelf.put(make(FIRST))
    before = {path: path.lstat().st_mtime_ns for path in shelf.path.rglob("*")}
    changes = shelf.destination.compare(make(SECOND))
    assert changes == Changes(("new.html",), ("index.html",), ("2017/08/商都 1/index.html",))
    assert {path: path.lstat().st_mtime_ns for path in shelf.path.rglob("*")} == before


def test_the_release_that_readers_see_says_which_addresses_it_promised(shelf, make):
    assert shelf.destination.promised() == ""
    shelf.put(make({**FIRST, "addresses.json": "乙"}))
    assert shelf.destination.promised() == "乙"


def test_a_real_folder_called_current_is_not_touched(shelf, make):
    (shelf.path / "current").mkdir(parents=True)
    (shelf.path / "current/index.html").write_text("别人的")
    with pytest.raises(Refusal, match="不是发布程序建的链接"):
        shelf.put(make(FIRST))
    assert shelf.shown == {"index.html": "别人的"}


@pytest.mark.slow
@pytest.mark.needs("sshd", "ssh", "rsync")
def test_a_connection_that_breaks_off_leaves_the_old_release_and_can_be_repeated(tmp_path, make, server):
    whole = shelves.host(tmp_path / "site", server)
    whole.put(make(FIRST))
    big = {**SECOND, "photos/b.bin": "".join(f"{number:x} " for number in range(200_000))}
    cut = tmp_path / "cut-ssh"
    cut.write_text(CUT)
    cut.chmod(0o755)
    broken = Shelf(whole.path, Host(whole.settings.target, (str(cut), *whole.settings.ssh[1:])), whole.settings)
    with pytest.raises(Refusal, match="没有发布到"):
        broken.put(make(big))
    assert whole.shown == FIRST
    assert not [name for name in whole.names if name.endswith(".partial")]
    whole.put(make(big))
    assert whole.shown == big


@pytest.mark.needs("sshd", "ssh", "rsync")
@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"PUBLISH_SSH_PORT": "1"}, "拒绝连接"),
        ({"PUBLISH_SSH_KNOWN_HOSTS": "empty"}, "主机密钥不在 known_hosts 里"),
        ({"PUBLISH_SSH_IDENTITY": "other_key"}, "不让登录"),
    ],
)
def test_a_host_that_cannot_be_reached_is_one_sentence(changed, sentence, tmp_path, make, server):
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / "other_key"], check=True)
    (tmp_path / "empty").touch()
    given = {name: str(tmp_path / value) if (tmp_path / value).exists() else value for name, value in changed.items()}
    alone = {"PUBLISH_TO": server["PUBLISH_TO"][:-1] + str(tmp_path / "site"), "PUBLISH_SSH_COMMAND": sshd.SSH}
    variables = {**server, **alone, **given}
    with pytest.raises(Refusal, match=sentence) as refusal:
        desk.reach(desk.settings_from({**SITE, **variables})).deliver(make(FIRST), keep=3, number=1)
    assert "\n" not in str(refusal.value)


def test_a_missing_program_is_one_sentence(make):
    host = Host(targets.parse("host:/srv/www/site"), ("no-such-ssh",))
    with pytest.raises(Refusal, match="这台电脑没有 no-such-ssh"):
        host.compare(make(FIRST))
