"""The address of the whole site: one normal form that machines take, and a finding for what cannot be one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.pages.site_url import read
from plugins.newsroom.pages.urls import Urls


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("HTTP://EXAMPLE.org//zt//管城/", "http://example.org/zt/%E7%AE%A1%E5%9F%8E"),
        ("https://管城.中国:443/", "https://xn--uisp74f.xn--fiqs8s"),
        (" https://a.example:8443/zt/%e7%ae%a1 ", "https://a.example:8443/zt/%E7%AE%A1"),
        ("https://[::1]:8000/a b".replace(" ", "%5F"), "https://[::1]:8000/a_b"),
        ("http://localhost", "http://localhost"),
        ("", ""),
    ],
)
def test_an_address_has_one_form(written: str, normal: str) -> None:
    assert read(written) == (normal, "")
    assert read(normal) == (normal, "")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("www.example.org/zt", "PL09"),
        ("https:///zt", "PL09"),
        ("ftp://example.org", "PL09"),
        ("https://exa mple.org", "PL09"),
        ("https://example..org", "PL09"),
        ("https://example.org:99999", "PL09"),
        ("https://example.org/a/../b", "PL09"),
        ("https://example.org/a%2Fb", "PL09"),
        ('https://example.org/a"b', "PL09"),
        ("https://example.org/%ff", "PL09"),
        ("https://zhang:mi-ma@example.org/", "PL45"),
        ("ftp://zhang@example.org", "PL45"),
        ("https://example.org/zt?from=wx", "PL46"),
        ("https://example.org/#", "PL46"),
    ],
)
def test_what_cannot_be_one_is_told(written: str, code: str) -> None:
    assert read(written) == ("", code)


@given(st.text(), st.sampled_from(["", "https://", "https://a.example/", "http://管城"]))
def test_whatever_is_written_gives_ascii_or_one_finding(text: str, before: str) -> None:
    normal, code = read(before + text)
    assert normal.isascii()
    assert not (normal and code)
    if normal:
        assert read(normal) == (normal, "")


def test_all_that_is_made_of_it_can_stand_in_any_file_for_machines() -> None:
    places = Urls("HTTPS://管城.中国//专栏/")
    assert places.absolute("2017/08/x/") == "https://xn--uisp74f.xn--fiqs8s/%E4%B8%93%E6%A0%8F/2017/08/x/"
    assert places.url() == "/%E4%B8%93%E6%A0%8F/"
    assert places.decoded_prefix == "/专栏"
