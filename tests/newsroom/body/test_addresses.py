"""Addresses and e-mails that are written out in a body."""

from __future__ import annotations

import re

import pytest

from tests.newsroom.bodies import check, codes, html


def addresses(body: str) -> list[str]:
    check(html(body))
    return re.findall('href="([^"]*)"', html(body))


@pytest.mark.parametrize(
    ("body", "address"),
    [
        ("官网是 https://a.gov.cn/a/index.html。邮箱", "https://a.gov.cn/a/index.html"),
        ("（https://a.cn/b_(c)）", "https://a.cn/b_(c)"),
        ("见https://a.cn/a_b_c，", "https://a.cn/a_b_c"),
        ("“https://a.cn/?x=1&y=2”", "https://a.cn/?x=1&amp;y=2"),
        ("(https://a.cn).", "https://a.cn"),
        ("网址www.a.cn/x官网", "http://www.a.cn/x"),
        ("邮箱：gc@example.gov.cn（工作日）", "mailto:gc@example.gov.cn"),
        ("**https://a.cn/**", "https://a.cn/"),
        ("- https://a.cn", "https://a.cn"),
    ],
)
def test_an_address_in_the_text_leads_there_up_to_the_sign_that_closes_it(body: str, address: str) -> None:
    assert addresses(body) == [address]
    assert codes(body) == []


@pytest.mark.parametrize("body", ["`https://a.cn`", "a@b", "http://", "3@5", "https://a.cn/wiki/郑州", "www.甲"])
def test_what_is_code_or_no_whole_address_stays_text(body: str) -> None:
    assert addresses(body) == []


def test_there_is_no_link_in_a_link() -> None:
    assert addresses("[见 https://a.cn](https://b.cn)") == ["https://b.cn"]
    assert addresses('<a href="https://b.cn">见 https://a.cn</a>') == ["https://b.cn"]
