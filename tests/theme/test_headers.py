"""What hosts are told to send with our files: the policy of the pages, and a long life for files whose names change."""

from __future__ import annotations

import re
from base64 import b64decode
from hashlib import sha256

import pytest

from plugins.assets.bundle import bundle, scripts
from plugins.assets.headers import RULES, policy
from plugins.newsroom.pages.urls import Urls
from plugins.photos.recipe import STANDARD

from .pages import COMMON, THEME

_PLACES = Urls("https://portal.example/zt/guancheng")
_RULES = {name: rules(_PLACES, COMMON["policy"]).decode() for name, rules in RULES.items()}
_UNCHANGING = (
    bundle(THEME).name,
    scripts(THEME)["lightbox"].name,
    *(f"photos/0a1b2c3d4e5f-card-480.{encoding.extension}" for encoding in STANDARD.encodings),
)
_CHANGING = (
    "",
    "2017/08/shangdu/",
    "2017/08/shangdu/index.html",
    "theme/img/ding.svg",
    "feed.xml",
    "photos/x/",
    "404.html",
)


def test_the_policy_lets_in_this_host_and_one_line_by_its_hash() -> None:
    said = dict(part.split(" ", 1) for part in COMMON["policy"].split("; "))
    (line,) = re.findall("'sha256-([^']+)'", said.pop("script-src").removeprefix("'self' "))
    assert b64decode(line) == sha256(COMMON["recall"].encode()).digest()
    assert said.pop("img-src") == "'self' data:"
    assert set(said.values()) == {"'none'", "'self'"}


@pytest.mark.parametrize("name", RULES)
def test_every_host_sends_the_policy_of_the_pages_and_the_word_that_only_a_header_may_say(name: str) -> None:
    assert f"{COMMON['policy']}; frame-ancestors 'self'" in _RULES[name]
    assert "nosniff" in _RULES[name]


@pytest.mark.parametrize("address", _UNCHANGING)
def test_files_whose_names_change_with_them_may_be_kept_for_a_year(address: str) -> None:
    assert re.search(_nginx_pattern(), f"/zt/guancheng/{address}")
    assert re.search(_apache_pattern(), address.rpartition("/")[2])


@pytest.mark.parametrize("address", _CHANGING)
def test_files_that_keep_their_names_are_asked_after(address: str) -> None:
    assert not re.search(_nginx_pattern(), f"/zt/guancheng/{address}")
    assert not re.search(_apache_pattern(), address.rpartition("/")[2])


def test_a_file_to_take_along_keeps_its_name_and_may_be_kept_for_a_year() -> None:
    assert re.search(_nginx_pattern(), "/zt/guancheng/files/0123456789ab/实施方案.pdf")
    assert not re.search(_nginx_pattern(), "/zt/guancheng/2017/files/0123456789ab/index.html")
    (pattern,) = re.findall(r'<If "%\{REQUEST_URI\} =~ m#(.+)#">', _RULES["headers/apache.conf"])
    assert re.search(pattern, "/zt/guancheng/files/0123456789ab/实施方案.pdf")


def test_pages_may_play_something_where_there_is_something_to_play() -> None:
    assert "media-src" not in policy("")
    assert "media-src 'self'; " in policy("", has_players=True)


def test_rules_for_the_column_do_not_catch_the_portal_around_it() -> None:
    assert not re.search(_nginx_pattern(), f"/other/{_UNCHANGING[0]}")
    assert _RULES["_headers"].startswith("/zt/guancheng/*\n")


def _nginx_pattern() -> str:
    return re.findall(r'location ~ "(.+)" {', _RULES["headers/nginx.conf"])[0]


def _apache_pattern() -> str:
    return re.findall(r'<FilesMatch "(.+)">', _RULES["headers/apache.conf"])[0]
