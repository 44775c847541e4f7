"""Random heads for property tests: values of every key, as reading leaves them."""

from __future__ import annotations

from hypothesis import strategies as st

from plugins.newsroom.head.writing import as_text
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
    if key.form == "number":
        return st.sampled_from(("0", "0.5", "1", "30%"))
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

Path = tuple[str | int, ...]
Piece = tuple[Path | None, str]  # a stretch of the file, and the place of the value that is written in it


@st.composite
def files(draw: st.DrawFn) -> tuple[dict[str, object], list[Piece]]:
    """The values of a head, and a file that says them in an editor's own way: as pieces, each value in one of its own."""
    said = draw(HEADS.filter(bool))
    end = draw(st.sampled_from(("\n", "\r\n")))
    pieces: list[Piece] = [(None, draw(st.sampled_from(("", "\ufeff"))) + "---" + end)]
    for name in draw(st.permutations(sorted(said))):
        key = next(key for key in KEYS if key.name == name)
        pieces += [(None, draw(st.sampled_from(("", "", "# 先问一下: 王五" + end, end))))]
        pieces += [(path, text.replace("\n", end)) for path, text in _written(draw, key, (name,), said[name], "")]
    return said, [*pieces, (None, f"---{end}正文。{end}# 标题: 不是{end}")]


def _written(draw: st.DrawFn, key: Key, path: Path, value: object, margin: str) -> list[Piece]:
    """One key with its value; ends with a line break."""
    head = [(None, f"{margin}{key.name}: ")]
    if key.kind == "line":
        return [*head, (path, _scalar(draw, key, value)), (None, _note(draw, key) + "\n")]
    if key.kind == "list" and draw(st.booleans()):
        items = [(path + (i,), _scalar(draw, key, item, in_list=True)) for i, item in enumerate(value)]
        commas = [piece for item in items for piece in ((None, draw(st.sampled_from((", ", ",  ")))), item)][1:]
        return [*head, (None, "["), *commas, (None, "]" + draw(st.sampled_from(("", " # 备注"))) + "\n")]
    pieces: list[Piece] = [(None, f"{margin}{key.name}:\n")]
    for name, record in value.items() if isinstance(value, dict) else enumerate(value):
        if draw(st.booleans()) and not margin:
            pieces.append((None, draw(st.sampled_from(("# 备注\n", f"{margin}  # 备注\n", "\n")))))
        if isinstance(record, str):
            note = _note(draw, key)
            pieces += [(None, f"{margin}  - "), ((*path, name), _scalar(draw, key, record)), (None, note + "\n")]
            continue
        if isinstance(name, str):
            pieces.append((None, f"  {_scalar(draw, Key(FILE, ''), name)}:\n"))
        lines = [_written(draw, field(key, each), (*path, name, each), record[each], "    ") for each in record]
        if isinstance(name, int):
            lines[0][0] = (None, "  - " + lines[0][0][1].lstrip())
        pieces += [piece for line in lines for piece in line]
    return pieces


def field(key: Key, name: str) -> Key:
    return next(nested for nested in key.keys if nested.name == name)


def _note(draw: st.DrawFn, key: Key) -> str:
    return "" if key.is_prose else draw(st.sampled_from(("", "", " # 备注", "  # 另问: 李四")))


def _scalar(draw: st.DrawFn, key: Key, text: str, *, in_list: bool = False) -> str:
    return as_text(key, text, draw(st.sampled_from(("", "", '"', "'"))), in_list=in_list)


@st.composite
def changes(draw: st.DrawFn) -> tuple[dict[str, object], list[Piece], Path, object]:
    """A file with one place in it, and what shall stand there from now on."""
    said, pieces = draw(files())
    path = draw(st.sampled_from([path for path, _ in pieces if path]))
    key = next(key for key in KEYS if key.name == path[0])
    return said, pieces, path, draw(texts(field(key, path[2]) if len(path) > 2 else key))
