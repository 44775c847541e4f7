"""What is asked for when publishing, and what people are told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.desk import build as builder
from plugins.desk import publish as desk
from plugins.desk.delivery import target as targets
from plugins.desk.delivery.release import Changes
from plugins.newsroom.findings.problems import Level, Place, Problem
from plugins.newsroom.findings.refusals import Refusal
from tests import newsdesk

from .delivery.shelves import FIRST, SECOND, SITE, release, texts


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
    with pytest.raises(Refusal) as refusal:
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
    with pytest.raises(Refusal, match=named):
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
    monkeypatch.setattr(desk, "PROMISED", tmp_path / "promised")
    return seen


def test_publishing_builds_with_production_settings_and_says_what_it_did(tmp_path, built):
    settings = desk.settings_from({**SITE, "PUBLISH_TO": str(tmp_path / "site")})
    published = desk.publish(tmp_path, settings)
    assert built["site_url"] == SITE["PUBLISH_SITE_URL"]
    assert built["settings"] == "publishconf.py"
    assert published.ok
    assert published.account.startswith(f"读到 1 篇\n已发布到 {tmp_path / 'site'}（版本 ")
    assert texts(tmp_path / "site/current") == FIRST


def test_a_build_to_be_published_is_held_against_what_readers_have(tmp_path, built):
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


@pytest.mark.slow
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
    assert refused.stdout.endswith("内容有错，没有发布。请改好上面的错误，再发布一次。\n")
    assert newsdesk.fingerprint(place) == before
