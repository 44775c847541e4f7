"""Slugs, ids and addresses of everything on the site, relative to its root. Which story may have which is left to `column`.

Addresses are permanent once published. Chinese becomes pinyin word by word, with hyphens between syllables; the same text
must give the same address on every machine and for ever, so nothing here may change its results.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from string import ascii_lowercase, digits
from typing import Protocol
from urllib.parse import unquote_to_bytes

from .fingerprint import sha256
from .folder_day import without_day
from .names import closed_up
from .pinyin_words import COMPOUND_SURNAMES, PHRASES, SURNAMES
from .typography import HAN

LONGEST_SLUG = 100  # characters; file systems allow 255 bytes

ARCHIVES = "archives/"
CORRECTIONS = "corrections/"
SEARCH = "search/"
SITE_MAP = "map/"
SUBSCRIBE = "subscribe/"
FEED, ATOM_FEED, JSON_FEED = "feed.xml", "atom.xml", "feed.json"  # of the column, and of each list below its address
FEEDS = "feeds.opml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
STATUS = "status.json"
PERMANENT = "addresses.json"
REDIRECTS = "redirects/"
FILES = "files/"  # attachments for readers to download
NOT_FOUND = "404.html"
_LISTS = ("section", "unit", "project", "person", "tag")
# Not available as slugs of standing pages; nor are numbers.
RESERVED = frozenset(
    {
        *_LISTS,
        "archives",
        "cards",
        "corrections",
        "files",
        "headers",
        "map",
        "photos",
        "redirects",
        "search",
        "subscribe",
        "theme",
    }
)
_FILES = frozenset(
    {FEED, ATOM_FEED, JSON_FEED, FEEDS, ROBOTS, STATUS, PERMANENT, NOT_FOUND, "manifest.json", "_headers", "_redirects"}
)

_USES = {
    "section": "版块的网页",
    "unit": "单位的网页",
    "project": "项目的网页",
    "person": "作者的网页",
    "tag": "话题的网页",
    "archives": "往期的网页",
    "corrections": "更正的网页",
    "search": "搜索的网页",
    "map": "网站地图的网页",
    "subscribe": "订阅的网页",
}

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORDS = re.compile(rf"([{HAN}]+)|([a-z0-9]+)")
_FORBIDDEN_IN_PATHS = frozenset('\\:?#%*<>|"')  # lead out of the site, or are not allowed in a file name
_PAGE_SUFFIXES = (".html", ".htm", ".shtml")  # what web servers send as text/html (nginx, mime.types)
_MONTH_FOLDER = re.compile(r"\d{4}(?:/\d{2})?/(?:page/\d+/)?")
_NAME = re.compile(rf"[{HAN}]{{2,4}}")


def is_slug(text: str) -> bool:
    """Whether `text` is a valid slug: lower-case letters, digits, single hyphens, at most LONGEST_SLUG characters."""
    return len(text) <= LONGEST_SLUG and bool(_SLUG.fullmatch(text))


@lru_cache(maxsize=32_768)
def pinyin(text: str) -> str:
    """A slug for `text`, or "" when nothing in it can be spelt: 商都 gives shang-du, 2017年A区 gives 2017-nian-a-qu.

    Polyphones are read by words (pypinyin, with our own list first), ü is v. Accents and full-width forms are made plain;
    anything else that is neither Chinese nor ASCII separates words. A slug that is too long is cut after a whole word.
    """
    syllables: list[str] = []
    for chinese, plain in _WORDS.findall(_plain(text)):
        syllables += _read(chinese) if chinese else (plain,)
    return _cut("-".join(syllables), LONGEST_SLUG)


@lru_cache(maxsize=32_768)
def pinyin_of_name(name: str) -> str:
    """Like `pinyin`, for a person's name: surnames have their own readings (单 is shan, 解 is xie), ü is yu (GB/T 28039-2011)."""
    name = closed_up(name)
    if not _NAME.fullmatch(name):
        return pinyin(name)
    length = 2 if len(name) > 2 and name[:2] in COMPOUND_SURNAMES else 1
    surname, given = name[:length], name[length:]
    reading = COMPOUND_SURNAMES.get(surname) or SURNAMES.get(surname)
    syllables = [*(reading.split() if reading else _read(surname)), *_read(given)]
    return "-".join(syllable.replace("v", "yu") for syllable in syllables)


def slug_of_folder(name: str) -> str:
    """The slug for a story's folder (or its file, without suffix): the name without the day, Chinese in pinyin.

    "16-shangdu" and "2017-08-16-shangdu" both give "shangdu"; a name that is only a day, such as "16", gives "".
    """
    return pinyin(without_day(name))


_people: dict[str, str] = {}
_tags: dict[str, str] = {}


def person_id(name: str) -> str:
    """The id of a person who is not registered: the name in pinyin plus four check letters, so that 张伟 and 章伟 differ."""
    return _people.get(name) or _people.setdefault(name, _with_check(pinyin_of_name(name), closed_up(name)))


def tag_id(name: str) -> str:
    """The id of a tag that is not registered, made like `person_id`."""
    return _tags.get(name) or _tags.setdefault(name, _with_check(pinyin(name), closed_up(name)))


def remember(people: Mapping[str, str], tags: Mapping[str, str]) -> None:
    """Preload ids that an earlier run computed, by name: spelling even one name anew loads a whole dictionary of Chinese.

    Registered ids were not computed here and are skipped.
    """
    for known, given in ((_people, people), (_tags, tags)):
        known.update((name, id_) for name, id_ in given.items() if id_.endswith(_check_letters(closed_up(name))))


def story_address(day: date, slug: str) -> str:
    return f"{month_address(day.year, day.month)}{slug}/"


def page_address(slug: str) -> str:
    return f"{slug}/"


def section_address(identity: str) -> str:
    return f"section/{identity}/"


def unit_address(identity: str) -> str:
    return f"unit/{identity}/"


def project_address(identity: str) -> str:
    return f"project/{identity}/"


def person_address(identity: str) -> str:
    return f"person/{identity}/"


def tag_address(identity: str) -> str:
    return f"tag/{identity}/"


def month_address(year: int, month: int) -> str:
    return f"{year:04}/{month:02}/"


def index_address(volume: str) -> str:
    """The folder of one volume of the search index."""
    return f"{SEARCH}index/{volume}/"


def check_alias(text: str) -> str | None:
    """A former path of this site in its normal form ("xw/2017/123.html", "old/path/"), or None if it cannot be one.

    Percent-encoding is decoded once. Refused: full URLs, ways out of the site (.., //, \\, C:), hidden names, invisible
    characters, queries, and paths that the site itself uses. A last part without a page suffix becomes a folder.
    """
    alias = _inside(text)
    return alias if alias and not _used_for(alias) else None


def use_of_alias(text: str) -> str:
    """What the site itself publishes, in Chinese, at a path that `check_alias` refuses; "" for nothing."""
    alias = _inside(text)
    return "" if alias is None else _used_for(alias)


def _inside(text: str) -> str | None:
    """A path inside the site in its normal form, "" for the front page; None when it is not such a path."""
    path = _unquoted(text.strip())
    if not path or path.startswith("//") or not all(map(_is_fit_for_paths, path)):
        return None
    parts = path.removeprefix("/").split("/")
    is_folder = not parts[-1].lower().endswith(_PAGE_SUFFIXES)
    if parts[-1] in ("", "index.html"):
        parts, is_folder = parts[:-1], True
    if not all(map(_is_fit_for_files, parts)):
        return None
    return "/".join(parts) + ("/" if is_folder and parts else "")


def _used_for(alias: str) -> str:
    name = alias.partition("/")[0].lower()
    if name in RESERVED or name in _FILES or (name.startswith("sitemap") and name.endswith(".xml")):
        return _USES.get(name, "网站自己的文件")
    if _MONTH_FOLDER.fullmatch(alias):
        return "月份的网页"
    return "" if alias else "首页"


def _unquoted(path: str) -> str | None:
    """`path` with its percent-encoding decoded, or None when that hides slashes or is not UTF-8."""
    try:
        plain = unquote_to_bytes(path).decode("utf-8")
    except UnicodeError:
        return None
    hides = plain.count("/") != path.count("/")
    return None if hides else unicodedata.normalize("NFC", plain)


def _is_fit_for_paths(character: str) -> bool:
    if character in _FORBIDDEN_IN_PATHS:
        return False
    return character == " " or unicodedata.category(character)[0] not in "CZ"


def _is_fit_for_files(part: str) -> bool:
    return bool(part) and part[0] not in ". " and part[-1] not in ". " and len(part.encode()) <= 200


def _plain(text: str) -> str:
    """Lower-cased, with full-width and other compatibility forms made plain and accents removed."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(character for character in decomposed if not unicodedata.combining(character)).lower()


def _read(chinese: str) -> list[str]:
    """The syllables of a run of Chinese characters; those without a known reading are left out."""
    syllables = (_plain(syllable) for syllable in _reader()(chinese, errors="ignore"))
    return [syllable for syllable in syllables if syllable.isascii() and syllable.isalpha()]


class _Reader(Protocol):
    def __call__(self, hans: str, *, errors: str) -> list[str]: ...


@cache
def _reader() -> _Reader:
    """pypinyin with our own phrases. Imported only when the first Chinese character must be read: it takes 0.14 s."""
    from pypinyin import lazy_pinyin, load_phrases_dict  # noqa: PLC0415

    load_phrases_dict({words: [[syllable] for syllable in reading.split()] for words, reading in PHRASES.items()})
    return lazy_pinyin


def _cut(slug: str, length: int) -> str:
    """`slug`, cut at a hyphen to at most `length` characters; a single longer word is cut in the middle."""
    if len(slug) <= length:
        return slug
    return slug[:length].rstrip("-") if slug[length] == "-" else slug[:length].rpartition("-")[0] or slug[:length]


def _with_check(spelt: str, name: str) -> str:
    letters = _check_letters(name)
    return f"{_cut(spelt, LONGEST_SLUG - len(letters) - 1)}-{letters}" if spelt else letters


def _check_letters(name: str) -> str:
    """Four letters or digits that depend on every character of `name`: 1.7 million ways to tell namesakes apart."""
    number = int.from_bytes(sha256(name.encode("utf-8", "surrogatepass"))[:8], "big")
    letters = ""
    for _ in range(4):
        number, rest = divmod(number, 36)
        letters += (digits + ascii_lowercase)[rest]
    return letters
