import pytest

from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.registry import Person, Section


@pytest.mark.parametrize(
    ("site", "url", "absolute"),
    [
        ("https://a.example", "/2017/08/x/", "https://a.example/2017/08/x/"),
        ("https://a.example/zt/guancheng/", "/zt/guancheng/2017/08/x/", "https://a.example/zt/guancheng/2017/08/x/"),
        ("", "/2017/08/x/", "/2017/08/x/"),
    ],
)
def test_an_address_stands_under_any_path_prefix(site, url, absolute):
    assert Urls(site).url("2017/08/x/") == url
    assert Urls(site).absolute("2017/08/x/") == absolute


def test_everything_with_a_page_has_a_url():
    places = Urls("https://a.example/zt")
    assert places.url_of(Section("study", "学习贯彻", "")) == "/zt/section/study/"
    assert places.url_of(Person("zhang-wei", "张伟")) == "/zt/person/zhang-wei/"


def test_a_value_without_a_page_has_no_url():
    with pytest.raises(KeyError):
        Urls("").url_of("张伟")
