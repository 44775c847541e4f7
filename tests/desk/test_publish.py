"""Publishing for real: into a folder, and by rsync over SSH to a server on this machine's loopback."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.desk import build as builder
from plugins.desk import publish as desk
from plugins.desk.delivery import folder as folders
from plugins.desk.delivery import target as targets
from plugins.desk.delivery.host import Host
from plugins.desk.delivery.release import CannotPublish, Changes, Release
from plugins.newsroom.problems import Level, Place, Problem
from tests import newsdesk
from tests.desk import sshd

SITE = {"PUBLISH_SITE_URL": "https://www.example.org/zt/guancheng"}
FIRST = {"index.html": "一", "2017/08/商都 1/index.html": "故事", "photos/a.jpg": "x" * 50_000}
SECOND = {**FIRST, "index.html": "二", "new.html": "新"}
del SECOND["2017/08/商都 1/index.html"]

# Stands in for ssh; the connection of rsync gets 20,000 bytes through and then dies.
CUT = """\
#!/bin/sh
case "$*" in
*"rsync --server"*) exec timeout 2 sh -c 'head -c 20000 | ssh "$@"' sh "$@" ;;
*) exec ssh "$@" ;;
esac
"""


def release(folder: Path, files: dict[str, str]) -> Release:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Release.of(folder)


def shown(target: Path) -> dict[str, str]:
    """The files readers see."""
    current = target / "current"
    return {
        path.relative_to(current).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(current.rglob("*"))
        if path.is_file()
    }


def releases(target: Path) -> set[str]:
    return {path.name for path in (target / "releases").iterdir()}


@dataclass
class Shelf:
    """A place to publish to and the folder it really is."""

    path: Path
    destination: desk.Destination
    settings: desk.Settings


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    with sshd.running(tmp_path_factory.mktemp("sshd")) as variables:
        yield variables


def _shelf(path: Path, variables: dict[str, str]) -> Shelf:
    settings = desk.settings_from({**SITE, **variables})
    return Shelf(path, desk.reach(settings), settings)


@pytest.fixture(
    params=["folder", pytest.param("host", marks=[pytest.mark.slow, pytest.mark.needs("sshd", "ssh", "rsync")])]
)
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Shelf:
    path = tmp_path / "网站"
    if request.param == "folder":
        return _shelf(path, {"PUBLISH_TO": str(path)})
    variables = request.getfixturevalue("server")
    return _shelf(path, {**variables, "PUBLISH_TO": variables["PUBLISH_TO"][:-1] + str(path)})


@pytest.fixture
def make(tmp_path: Path) -> Callable[[dict[str, str]], Release]:
    """A finished build of the given files, in a new folder each time."""
    made: list[Release] = []

    def _make(files: dict[str, str]) -> Release:
        made.append(release(tmp_path / f"built-{len(made)}", files))
        return made[-1]

    return _make


def test_the_first_release_is_put_up_whole(shelf, make):
    first = make(FIRST)
    shelf.destination.deliver(first, keep=3)
    assert shown(shelf.path) == FIRST
    assert os.readlink(shelf.path / "current") == f"releases/{first.id}"
    assert releases(shelf.path) == {first.id}


def test_the_next_release_replaces_it_and_the_former_stays_to_go_back_to(shelf, make):
    first, second = make(FIRST), make(SECOND)
    shelf.destination.deliver(first, keep=3)
    shelf.destination.deliver(second, keep=3)
    assert shown(shelf.path) == SECOND
    assert releases(shelf.path) == {first.id, second.id}
    assert Release.of(shelf.path / "releases" / first.id).files == first.files


def test_unchanged_files_are_shared_with_the_release_before(shelf, make):
    first, second = make(FIRST), make(SECOND)
    shelf.destination.deliver(first, keep=3)
    shelf.destination.deliver(second, keep=3)
    photo, home = (
        [(shelf.path / "releases" / each.id / name).stat() for each in (first, second)]
        for name in ("photos/a.jpg", "index.html")
    )
    assert photo[0].st_ino == photo[1].st_ino
    assert home[0].st_ino != home[1].st_ino


def test_the_web_server_may_read_what_was_built_with_a_strict_umask(shelf, make):
    built = make(FIRST)
    for path in built.folder.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
    shelf.destination.deliver(built, keep=3)
    for path in (shelf.path / "current").rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644)


def test_publishing_the_same_again_changes_nothing(shelf, make):
    shelf.destination.deliver(make(FIRST), keep=3)
    before = (shelf.path / "current/index.html").stat()
    again = make(FIRST)
    assert not shelf.destination.compare(again)
    shelf.destination.deliver(again, keep=3)
    assert (shelf.path / "current/index.html").stat().st_ino == before.st_ino
    assert releases(shelf.path) == {again.id}


def test_a_release_that_was_tampered_with_is_mended(shelf, make):
    built = make(FIRST)
    shelf.destination.deliver(built, keep=3)
    (shelf.path / "current/index.html").write_text("改")
    (shelf.path / "current/extra.html").write_text("多")
    shelf.destination.deliver(make(FIRST), keep=3)
    assert shown(shelf.path) == FIRST


def test_only_the_newest_releases_are_kept(shelf, make):
    built = [make({**FIRST, "index.html": str(number)}) for number in range(5)]
    for each in built:
        shelf.destination.deliver(each, keep=3)
    assert releases(shelf.path) == {each.id for each in built[2:]}


def test_going_back_to_a_kept_release_keeps_it_longest(shelf, make):
    built = [make({**FIRST, "index.html": str(number)}) for number in range(4)]
    for each in (*built[:3], built[0], built[3]):
        shelf.destination.deliver(each, keep=2)
    assert shown(shelf.path)["index.html"] == "3"
    assert releases(shelf.path) >= {built[3].id}
    assert len(releases(shelf.path)) == 2


def test_a_comparison_says_what_would_change_and_touches_nothing(shelf, make):
    assert shelf.destination.compare(make(FIRST)) == Changes(new=tuple(sorted(FIRST)))
    assert not shelf.path.exists()
    shelf.destination.deliver(make(FIRST), keep=3)
    before = {path: path.lstat().st_mtime_ns for path in shelf.path.rglob("*")}
    changes = shelf.destination.compare(make(SECOND))
    assert changes == Changes(("new.html",), ("index.html",), ("2017/08/商都 1/index.html",))
    assert {path: path.lstat().st_mtime_ns for path in shelf.path.rglob("*")} == before


def test_the_release_that_readers_see_says_which_addresses_it_promised(shelf, make):
    assert shelf.destination.promised() == ""
    shelf.destination.deliver(make({**FIRST, "addresses.json": "甲"}), keep=3)
    shelf.destination.deliver(make({**FIRST, "addresses.json": "乙"}), keep=3)
    assert shelf.destination.promised() == "乙"


def test_a_real_folder_called_current_is_not_touched(shelf, make):
    (shelf.path / "current").mkdir(parents=True)
    (shelf.path / "current/index.html").write_text("别人的")
    with pytest.raises(CannotPublish, match="不是发布程序建的链接"):
        shelf.destination.deliver(make(FIRST), keep=3)
    assert shown(shelf.path) == {"index.html": "别人的"}


def test_a_delivery_that_breaks_off_leaves_the_old_release_and_can_be_repeated(tmp_path, make, monkeypatch):
    shelf = _shelf(tmp_path / "site", {"PUBLISH_TO": str(tmp_path / "site")})
    shelf.destination.deliver(make(FIRST), keep=3)
    put, done = folders._put, []

    def break_off(*arguments, **options):
        if done:
            raise OSError("disk full")
        done.append(put(*arguments, **options))

    monkeypatch.setattr(folders, "_put", break_off)
    with pytest.raises(OSError, match="disk full"):
        shelf.destination.deliver(make(SECOND), keep=3)
    assert shown(shelf.path) == FIRST
    monkeypatch.undo()
    shelf.destination.deliver(make(SECOND), keep=3)
    assert shown(shelf.path) == SECOND
    assert not [name for name in releases(shelf.path) if name.startswith(".")]


@pytest.mark.needs("sshd", "ssh", "rsync")
def test_a_connection_that_breaks_off_leaves_the_old_release_and_can_be_repeated(tmp_path, make, server):
    path = tmp_path / "site"
    whole = _shelf(path, {**server, "PUBLISH_TO": server["PUBLISH_TO"][:-1] + str(path)})
    whole.destination.deliver(make(FIRST), keep=3)
    big = {**SECOND, "photos/b.bin": "".join(f"{number:x} " for number in range(200_000))}
    cut = tmp_path / "cut-ssh"
    cut.write_text(CUT)
    cut.chmod(0o755)
    broken = Host(whole.settings.target, (str(cut), *whole.settings.ssh[1:]))
    with pytest.raises(CannotPublish, match="没有发布到"):
        broken.deliver(make(big), keep=3)
    assert shown(path) == FIRST
    whole.destination.deliver(make(big), keep=3)
    assert shown(path) == big
    assert not [name for name in releases(path) if name.startswith(".")]


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
    from subprocess import run

    run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / "other_key"], check=True)
    (tmp_path / "empty").touch()
    given = {name: str(tmp_path / value) if (tmp_path / value).exists() else value for name, value in changed.items()}
    variables = {**server, "PUBLISH_TO": server["PUBLISH_TO"][:-1] + str(tmp_path / "site"), **given}
    with pytest.raises(CannotPublish, match=sentence) as refusal:
        desk.reach(desk.settings_from({**SITE, **variables})).deliver(make(FIRST), keep=3)
    assert "\n" not in str(refusal.value)


def test_a_missing_program_is_one_sentence(make):
    host = Host(targets.parse("host:/srv/www/site"), ("no-such-ssh",))
    with pytest.raises(CannotPublish, match="这台电脑没有 no-such-ssh"):
        host.compare(make(FIRST))


@pytest.mark.parametrize(
    "place",
    [
        "/", "/srv", "/home/anna", "/root", "~", "host:/", "host:/srv", "host:/home/anna", "host:", "host:site",
        "host:/srv/../etc", "host:/srv/www/a b", "host:/srv/www/$(id)", "-oProxyCommand=x:/srv/www/site", "", "   ", "content",
        ".", "..", "content/2017", "ho st:/srv/www/site",
    ],
)  # fmt: skip
def test_a_dangerous_or_unclear_place_is_refused_in_one_sentence(place, monkeypatch):
    monkeypatch.chdir(builder.ROOT)
    with pytest.raises(CannotPublish) as refusal:
        targets.parse(place)
    assert str(refusal.value).endswith("。")
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("written", "host", "path"),
    [
        ("host:/srv/www/site/", "host", "/srv/www/site"),
        ("anna@www.example.org:/srv/www/site", "anna@www.example.org", "/srv/www/site"),
        ("/srv/www/site", "", "/srv/www/site"),
    ],
)
def test_a_place_is_read_as_rsync_reads_it(written, host, path):
    assert targets.parse(written) == targets.Target(host, path)


@pytest.mark.parametrize(
    ("variables", "named"),
    [
        ({}, "PUBLISH_TO"),
        ({"PUBLISH_TO": "/srv/www/site"}, "PUBLISH_SITE_URL"),
        ({"PUBLISH_TO": "/srv/www/site", **SITE, "PUBLISH_SSH_PORT": "ssh"}, "PUBLISH_SSH_PORT"),
        ({"PUBLISH_TO": "/srv/www/site", **SITE, "PUBLISH_KEEP": "-1"}, "PUBLISH_KEEP"),
        ({"PUBLISH_TO": "/srv/www/site", **SITE, "PUBLISH_SSH_IDENTITY": "/no/such"}, "PUBLISH_SSH_IDENTITY"),
    ],
)
def test_a_missing_or_wrong_setting_is_named(variables, named):
    with pytest.raises(CannotPublish, match=named):
        desk.settings_from(variables)


def test_the_place_on_the_command_line_goes_before_the_environment():
    settings = desk.settings_from({**SITE, "PUBLISH_TO": "/srv/www/old"}, to="host:/srv/www/new")
    assert settings.target == targets.Target("host", "/srv/www/new")
    assert settings.keep == 3


def test_ssh_never_asks_a_question_and_takes_its_options_from_the_environment(tmp_path):
    (tmp_path / "key").touch()
    settings = desk.settings_from(
        {
            **SITE,
            "PUBLISH_TO": "h2:/srv/www/x",
            "PUBLISH_SSH_PORT": "2222",
            "PUBLISH_SSH_IDENTITY": str(tmp_path / "key"),
        }
    )
    assert settings.ssh[0] == "ssh"
    assert "BatchMode=yes" in settings.ssh
    assert settings.ssh[-4:] == ("-p", "2222", "-o", f"IdentityFile={tmp_path / 'key'}")


def test_the_id_depends_on_names_and_content_only(tmp_path):
    ids = [
        release(tmp_path / str(number), files).id
        for number, files in enumerate([FIRST, dict(reversed(FIRST.items())), SECOND, {"a": "x"}, {"b": "x"}])
    ]
    assert ids[0] == ids[1]
    assert len(set(ids)) == 4


def test_a_long_listing_is_cut():
    text = Changes(new=tuple(f"{number:03}.html" for number in range(30))).listing()
    assert text.splitlines()[0] == "  新增  000.html"
    assert text.splitlines()[-1] == "  新增  ……另有 10 个"


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, object]:
    """Stands in for Pelican: writes FIRST, or reports `problems` when there are any. Remembers how it was called."""
    seen: dict[str, object] = {"problems": ()}

    def build(content, output, site_url, **options):
        seen.update(options, content=content, site_url=site_url)
        if seen["problems"]:
            return builder.BuildResult(ok=False, problems=seen["problems"])
        release(output, FIRST)
        return builder.BuildResult(ok=True, problems=(), summary="读到 1 篇")

    monkeypatch.setattr(builder, "build", build)
    monkeypatch.setattr(desk, "BUILT", tmp_path / "built")
    return seen


def test_publishing_builds_with_production_settings_and_says_what_it_did(tmp_path, built):
    settings = desk.settings_from({**SITE, "PUBLISH_TO": str(tmp_path / "site")})
    published = desk.publish(tmp_path, settings)
    assert built["site_url"] == SITE["PUBLISH_SITE_URL"]
    assert built["settings"] == "publishconf.py"
    assert published.ok
    assert published.account.startswith(f"读到 1 篇\n已发布到 {tmp_path / 'site'}（版本 ")
    assert shown(tmp_path / "site") == FIRST


def test_a_build_to_be_published_is_held_against_what_readers_have(tmp_path, built, monkeypatch):
    monkeypatch.setattr(desk, "PROMISED", tmp_path / "promised/addresses.json")
    settings = desk.settings_from({**SITE, "PUBLISH_TO": str(tmp_path / "site")})
    desk.publish(tmp_path, settings)
    assert built["previous"] is None
    (tmp_path / "site/current/addresses.json").write_text("甲", encoding="utf-8")
    desk.publish(tmp_path, settings)
    assert built["previous"].read_text(encoding="utf-8") == "甲"


def test_a_dry_run_says_what_would_change_and_touches_nothing(tmp_path, built):
    settings = desk.settings_from({**SITE, "PUBLISH_TO": str(tmp_path / "site")})
    published = desk.publish(tmp_path, settings, dry_run=True)
    assert published.ok
    assert "试运行，没有改动" in published.account
    assert "  新增  2017/08/商都 1/index.html\n" in published.account
    assert not (tmp_path / "site").exists()


def test_a_bad_build_publishes_nothing(tmp_path, built):
    built["problems"] = (Problem("ST01", Level.ERROR, Place("content/a.md", 1), "缺少标题", "请加上。"),)
    settings = desk.settings_from({**SITE, "PUBLISH_TO": str(tmp_path / "site")})
    published = desk.publish(tmp_path, settings)
    assert (published.ok, published.problems) == (False, built["problems"])
    assert not (tmp_path / "site").exists()


@pytest.mark.needs("sshd", "ssh", "rsync")
def test_the_task_publishes_a_real_column_on_a_host(tmp_path, server):
    content, place = newsdesk.column(tmp_path / "content"), tmp_path / "site"
    variables = {**SITE, **server, "PUBLISH_TO": server["PUBLISH_TO"][:-1] + str(place)}
    tried = newsdesk.run("publish", "--content", content, "--dry-run", **variables)
    assert tried.returncode == 0, tried.stdout
    assert "  新增  2017/08/haogao/index.html\n" in tried.stdout
    assert not place.exists()
    done = newsdesk.run("publish", "--content", content, **variables)
    assert done.returncode == 0, done.stdout
    page = (place / "current/2017/08/haogao/index.html").read_text(encoding="utf-8")
    assert SITE["PUBLISH_SITE_URL"] in page
    (content / "2017/08/16-haogao/index.md").write_text(newsdesk.story(版块="没有的版块"), encoding="utf-8")
    before = newsdesk.fingerprint(place)
    refused = newsdesk.run("publish", "--content", content, **variables)
    assert refused.returncode == 1
    assert refused.stdout.endswith("内容有错，没有发布。\n")
    assert newsdesk.fingerprint(place) == before
