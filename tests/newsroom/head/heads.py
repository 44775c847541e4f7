"""Random heads for property tests: values of every key, as reading leaves them."""

from __future__ import annotations

from hypothesis import strategies as st

from plugins.newsroom.schema import FILE, KEYS, Key
from plugins.newsroom.text.typography import is_han

_TRICKY = (
    "yes",
    "no",
    "~",
    "null",
    "0816",
    "2017-08-16",
    "1e3",
    "12:30",
    "[组图]",
    "'引'",
    '"引"',
    "- 甲",
    "*",
    "&a",
    "真",
)
_SIGNS = "商都城墙甲乙 a1:：#＃\"'[]{}-,、，；|>&*!%@\\?~　（）《》。"


def texts(key: Key) -> st.SearchStrategy[str]:
    """A text of the key: one line without spaces around it."""
    whole = st.one_of(st.sampled_from(_TRICKY), st.text(_SIGNS, min_size=1, max_size=16)).map(str.strip)
    return whole.filter(bool).filter(lambda text: _is_as_read(key, text))


def _is_as_read(key: Key, text: str) -> bool:
    """Whether reading leaves an item so: names without spaces inside, tags without their signs."""
    if key.kind == "list" and key.is_hashed:
        return not text.startswith(("#", "＃"))
    pieces = text.split()
    return not (key.people and len(pieces) == 2 and all(len(piece) == 1 and is_han(piece) for piece in pieces))


def values(key: Key) -> st.SearchStrategy[object]:
    """What may stand under the key."""
    if key.kind == "line":
        return texts(key)
    if key.kind == "list":
        return st.lists(texts(key), min_size=1, max_size=4)
    if key.kind == "records":
        return st.lists(records(key), min_size=1, max_size=3)
    return st.dictionaries(FILES, records(key), min_size=1, max_size=3)


FILES = st.one_of(
    st.sampled_from(("01.jpg", "签约 现场.png", "a: b.jpg", "#1.webp", "02.JPG")),
    st.text("甲乙a1- ", min_size=1, max_size=6).map(lambda name: f"x{name.strip()}.jpg"),
)


def records(key: Key) -> st.SearchStrategy[dict[str, object]]:
    """One record below the key."""
    fields = {nested.name: values(nested) for nested in key.keys if nested.name != FILE}
    return st.fixed_dictionaries({}, optional=fields).filter(bool)


HEADS = st.fixed_dictionaries({}, optional={key.name: values(key) for key in KEYS})
