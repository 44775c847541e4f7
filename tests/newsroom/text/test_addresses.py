"""Slugs, ids and addresses: valid, stable, by words; former paths stay inside the site."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.text import addresses
from plugins.newsroom.text.names import closed_up
from plugins.newsroom.text.pinyin_words import COMPOUND_SURNAMES, PHRASES, SURNAMES

few = settings(max_examples=150)
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
NAMES = st.text(HAN, min_size=2, max_size=4)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("商都历史文化区", "shang-du-li-shi-wen-hua-qu"),
        ("商都管城", "shang-du-guan-cheng"),
        ("圃田乡", "pu-tian-xiang"),
        ("二里岗", "er-li-gang"),
        ("重大项目", "zhong-da-xiang-mu"),
        ("重新出发", "chong-xin-chu-fa"),
        ("还迁安置房", "huan-qian-an-zhi-fang"),
        ("副乡长", "fu-xiang-zhang"),
        ("长葛", "chang-ge"),
        ("绿城", "lv-cheng"),
        ("2017年A区", "2017-nian-a-qu"),
        ("Ｓｈａｎｇ　都城", "shang-du-cheng"),
        ("Café  100%", "cafe-100"),
        ("——！？", ""),
        ("かな", ""),
        ("", ""),
    ],
)
def test_text_is_spelt_by_words(text, slug):
    assert addresses.pinyin(text) == slug


@pytest.mark.parametrize(("words", "reading"), sorted(PHRASES.items()))
def test_every_phrase_of_our_own_is_used(words, reading):
    assert addresses.pinyin(words) == reading.replace(" ", "-")


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("单伟", "shan-wei"),
        ("解玉秀", "xie-yu-xiu"),
        ("区 明", "ou-ming"),
        ("曾任", "zeng-ren"),
        ("仇长江", "qiu-chang-jiang"),
        ("查重阳", "zha-chong-yang"),
        ("任重", "ren-zhong"),
        ("华山", "hua-shan"),
        ("尉迟恭", "yu-chi-gong"),
        ("尉明", "wei-ming"),
        ("吕腾龙", "lyu-teng-long"),
        ("姜　璞", "jiang-pu"),
        ("阿卜杜拉·艾山", "a-bo-du-la-ai-shan"),
        ("John Smith", "john-smith"),
    ],
)
def test_a_persons_name_is_spelt_with_the_readings_of_surnames(name, spelt):
    assert addresses.pinyin_of_name(name) == spelt


@pytest.mark.parametrize(("surname", "reading"), sorted({**SURNAMES, **COMPOUND_SURNAMES}.items()))
def test_every_surname_is_read_as_a_surname(surname, reading):
    assert addresses.pinyin_of_name(f"{surname}一明") == f"{reading.replace(' ', '-').replace('v', 'yu')}-yi-ming"


@pytest.mark.parametrize(
    ("folder", "slug"),
    [
        ("16-shangdu", "shangdu"),
        ("6-shangdu", "shangdu"),
        ("2017-08-16-shangdu", "shangdu"),
        ("2017.8.16 商都", "shang-du"),
        ("20170816-shangdu", "shangdu"),
        ("08-16-shangdu", "shangdu"),
        ("16日商都", "shang-du"),
        ("8月16日 商都", "shang-du"),
        ("2017年8月16日商都", "shang-du"),
        ("１６－商都", "shang-du"),
        ("16_商都 文化", "shang-du-wen-hua"),
        ("16号线", "16-hao-xian"),
        ("16-2018", "2018"),
        ("66-shangdu", "66-shangdu"),
        ("2017-shangdu", "2017-shangdu"),
        ("Shangdu Area", "shangdu-area"),
        ("商都", "shang-du"),
    ],
)
def test_a_folder_gives_its_name_without_the_day(folder, slug):
    assert addresses.slug_of_folder(folder) == slug


@pytest.mark.parametrize("folder", ["16", "16-", "2017-08-16", "20170816", "16日", "……", ""])
def test_a_folder_that_is_only_a_day_gives_no_slug(folder):
    assert addresses.slug_of_folder(folder) == ""


@pytest.mark.parametrize("good", ["a", "2017", "shang-du", "a1-2b", "x" * addresses.LONGEST_SLUG])
def test_slugs_are_lower_case_words_with_single_hyphens(good):
    assert addresses.is_slug(good)


@pytest.mark.parametrize(
    "bad",
    ["", "-a", "a-", "a--b", "A", "a_b", "a.b", "a/b", "商", "a\n", "x" * (addresses.LONGEST_SLUG + 1), "a b", "é"],
)
def test_nothing_else_is_a_slug(bad):
    assert not addresses.is_slug(bad)


@few
@given(st.text(max_size=60))
def test_pinyin_gives_a_slug_or_nothing_and_leaves_slugs_alone(text):
    slug = addresses.pinyin(text)
    assert slug == "" or addresses.is_slug(slug)
    assert addresses.pinyin(slug) == slug
    folder = addresses.slug_of_folder(text)
    assert folder == "" or addresses.is_slug(folder)


@few
@given(st.text(HAN, min_size=1, max_size=80))
def test_every_chinese_text_becomes_a_slug_of_bounded_length(text):
    assert addresses.is_slug(addresses.pinyin(text + "城"))


def test_a_long_text_is_cut_at_a_whole_word():
    slug = addresses.pinyin("建设国家中心城市" * 10)
    assert len(slug) <= addresses.LONGEST_SLUG
    assert set(slug.split("-")) <= {"jian", "she", "guo", "jia", "zhong", "xin", "cheng", "shi"}


@few
@given(st.text(min_size=1, max_size=30))
def test_ids_of_the_unregistered_are_slugs(name):
    assert addresses.is_slug(addresses.person_id(name))
    assert addresses.is_slug(addresses.tag_id(name))


@few
@given(NAMES, NAMES)
def test_two_names_never_share_an_id(one, other):
    same = closed_up(one) == closed_up(other)
    assert (addresses.person_id(one) == addresses.person_id(other)) == same
    assert (addresses.tag_id(one) == addresses.tag_id(other)) == same


def test_homophones_stay_two():
    names = ["张伟", "章伟", "张玮", "章玮", "张炜", "章炜", "张纬", "彰伟"]
    assert len({addresses.person_id(name) for name in names}) == len(names)
    assert addresses.tag_id("城市") != addresses.tag_id("诚实")


def test_the_space_inside_a_name_makes_no_other_person():
    assert addresses.person_id("姜 璞") == addresses.person_id("姜　璞") == addresses.person_id("姜璞")


def test_ids_are_the_same_for_ever():
    assert addresses.person_id("冉红政") == "ran-hong-zheng-2yk1"
    assert addresses.person_id("张伟") == "zhang-wei-dgc1"
    assert addresses.tag_id("三个一") == "san-ge-yi-w0xk"


def test_pypinyin_is_not_imported_for_plain_slugs():
    program = "import sys; from plugins.newsroom.text import addresses as a; a.slug_of_folder('16-x'); print('pypinyin' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"


def test_addresses_end_in_a_slash_and_months_have_two_digits():
    assert addresses.story_address(date(2017, 8, 6), "shangdu") == "2017/08/shangdu/"
    assert addresses.month_address(2017, 8) == "2017/08/"
    assert addresses.page_address("about") == "about/"
    assert addresses.section_address("study") == "section/study/"
    assert addresses.unit_address("nanguan") == "unit/nanguan/"
    assert addresses.project_address("x") == "project/x/"
    assert addresses.person_address("jiang-pu") == "person/jiang-pu/"
    assert addresses.tag_address("san-ge-yi") == "tag/san-ge-yi/"


def test_a_standing_page_may_not_take_what_the_site_writes():
    own = {addresses.section_address("x"), addresses.tag_address("x"), addresses.ARCHIVES, addresses.CORRECTIONS}
    assert {address.split("/")[0] for address in own} <= addresses.RESERVED
    assert {"photos", "theme", "unit", "project", "person"} <= addresses.RESERVED
    assert all(addresses.is_slug(slug) for slug in addresses.RESERVED)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("/xw/2017/08/123.html", "xw/2017/08/123.html"),
        ("xw/123.htm", "xw/123.htm"),
        ("xw/123.SHTML", "xw/123.SHTML"),
        ("old/path/", "old/path/"),
        ("old/path", "old/path/"),
        ("old/list.jsp", "old/list.jsp/"),
        ("old/index.html", "old/"),
        ("2017/08/old-slug/", "2017/08/old-slug/"),
        ("2017/08/page/", "2017/08/page/"),
        ("%e5%95%86%e9%83%bd.html", "商都.html"),
        ("a%20b.html", "a b.html"),
        ("  /a/ ", "a/"),
    ],
)
def test_a_former_path_is_kept_as_a_page_or_a_folder(written, kept):
    assert addresses.check_alias(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        *("", "/", "index.html", "..", "../x", "a/../b", "a/./b", "a//b", "//host/a", "a\\b", "\\\\host\\a"),
        *(
            "http://x.cn/a",
            "javascript:alert(1)",
            "C:/x",
            "C:\\x",
            "a?b=1",
            "a#b",
            "a\x00b",
            "a\u200bb",
            "a\nb",
            "a\u2028b",
        ),
        *(
            "%2e%2e/x",
            "%2E%2E%2Fx",
            "%252e%252e/x",
            "a%2fb",
            "a%5cb",
            "a%00b",
            "%ff.html",
            "100%",
            "a*b",
            "a|b",
            '"a"',
            "<a>",
        ),
        *(".htaccess", "a/.git/", "a./b", "a /b", "x" * 201, "城" * 70, "\ud800"),
        *(
            "feed.xml",
            "FEED.xml",
            "404.html",
            "section/x/",
            "Theme/x.html",
            "photos/",
            "tag",
            "archives/",
            "corrections/",
        ),
        *("2017/", "2017/08/", "2017/08", "2017/08/page/2/", "2017/index.html"),
    ],
)
def test_a_former_path_that_leaves_the_site_or_takes_its_files_is_refused(written):
    assert addresses.check_alias(written) is None


PARTS = st.sampled_from(
    ["..", ".", "%2e%2e", "%2f", "%5c", "\\", "a", "城", "x.html", "index.html", "", "//", "section", "%25", " "]
)


@few
@given(
    st.one_of(st.text(max_size=30), st.lists(PARTS, max_size=6).map("/".join), st.lists(PARTS, max_size=6).map("".join))
)
def test_a_kept_path_stays_inside_the_site_and_is_kept_again(written):
    kept = addresses.check_alias(written)
    if kept is None:
        return
    path = PurePosixPath(kept)
    assert not path.is_absolute()
    assert not {"..", "."} & set(kept.split("/"))
    assert addresses.check_alias(kept) == kept == addresses.check_alias(quote(kept))


def test_ids_that_were_given_before_may_be_told_but_registered_ones_are_not_taken_for_them():
    given = addresses.tag_id("安置房源")
    addresses.remember({}, {"安置房源": given, "登记过的话题": "deng-ji"})
    assert addresses.tag_id("安置房源") == given
    assert addresses.tag_id("登记过的话题").startswith("deng-ji-guo-de-hua-ti-")
