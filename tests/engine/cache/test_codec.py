"""What was packed comes back, and nothing that is neither plain nor ours is ever made or called."""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.engine.build import release
from plugins.engine.cache import codec
from plugins.engine.cache.codec import packed, unpacked
from plugins.engine.cache.kept_files import Outdated, put
from plugins.newsroom.column import column as columns
from plugins.newsroom.findings.problems import Edit, Level, Place, Problem
from plugins.newsroom.story.brief import brief_of
from plugins.newsroom.story.model import Status
from plugins.newsroom.text.dates import SHANGHAI
from plugins.photos.containers import Kind
from tests import newsdesk


class Stranger:
    """A class that is not the house's."""


class StrangeStatus(Enum):
    DRAFT = "draft"


_PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary()
    | st.datetimes(timezones=st.sampled_from([None, UTC, SHANGHAI])) | st.dates() | st.timedeltas()
    | st.sampled_from(Status),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner)
    | st.frozensets(st.text()) | st.sets(st.integers()),
    max_leaves=12,
)  # fmt: skip


@given(_PLAIN)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    back = unpacked(packed(value))
    assert back == value
    assert type(back) is type(value)


def test_a_whole_story_a_brief_and_a_finding_come_back_as_they_were(tmp_path: Path) -> None:
    text = newsdesk.story(
        "第一段。\n\n## 小标题 {#a}\n\n见[好稿](../16-haogao/index.md)。\n", 话题="城墙", 下线="2018-01-01"
    )
    files = {"2017/08/20-a/index.md": text}
    read = columns.load(newsdesk.column(tmp_path / "content", files), datetime(2017, 9, 1, tzinfo=SHANGHAI))
    for brief in read.everything:
        story = read.story(brief.source)
        for value in (story, brief, brief_of(story, "edition"), read.registries):
            assert unpacked(packed(value)) == value
        assert unpacked(packed(story)).places == story.places
    finding = Problem("ST01", Level.ERROR, Place("content/a.md", 1, 2), "缺少标题", "请加上。", (Edit(0, 1, "x"),))
    assert unpacked(packed(finding)) == finding


@pytest.mark.parametrize("member", [*Status, *Level, *Kind])
def test_a_member_comes_back_as_itself_however_its_python_would_pickle_it(
    member: Enum, monkeypatch: pytest.MonkeyPatch
) -> None:
    """3.11.0 to 3.11.3 make it a call of getattr, which no file may ask for."""
    monkeypatch.setattr(type(member), "__reduce_ex__", lambda self, _: (getattr, (type(self), self.name)))
    assert unpacked(packed(member)) is member
    with pytest.raises(Outdated):
        unpacked(pickle.dumps(member))


@pytest.mark.parametrize("value", [Stranger(), Path("a"), [object()], StrangeStatus.DRAFT])
def test_what_could_not_be_read_again_is_not_even_put_down(value: object) -> None:
    with pytest.raises(TypeError, match="cannot be kept"):
        packed(value)


def test_a_time_zone_comes_back_as_the_same_one() -> None:
    assert unpacked(packed(datetime(2017, 8, 16, tzinfo=SHANGHAI))).tzinfo is SHANGHAI


class Call:
    """Pickles itself as the call of whatever is given."""

    def __init__(self, call: Callable[..., object], *arguments: object) -> None:
        self.call, self.arguments = call, arguments

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self.call, self.arguments


@pytest.mark.parametrize("of", [lambda folder: Call(os.mkdir, str(folder / "x")), lambda folder: Call(eval, "1 + 1"),
    lambda folder: Call(getattr, "x", "upper"), lambda _: Stranger(), lambda _: Stranger, lambda folder: folder,
    lambda folder: Call(shutil.rmtree, str(folder)), lambda folder: Call(put, folder / "x", "kind", b"")])  # fmt: skip
def test_what_is_neither_plain_nor_ours_is_never_made_or_called(of: Callable[[Path], object], tmp_path: Path) -> None:
    with pytest.raises(Outdated):
        unpacked(pickle.dumps(of(tmp_path), protocol=5))
    assert list(tmp_path.iterdir()) == []


def call_of(module: str, name: str, argument: str) -> bytes:
    """The bytes that make an unpickler call `name` of `module` with one text."""

    def text(value: str) -> bytes:
        return pickle.SHORT_BINUNICODE + bytes([len(value.encode())]) + value.encode()

    reached = text(module) + text(name) + pickle.STACK_GLOBAL
    return pickle.PROTO + b"\x05" + reached + text(argument) + pickle.TUPLE1 + pickle.REDUCE + pickle.STOP


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("os", "rmdir"),
        (codec.__name__, "os.rmdir"),
        (release.__name__, "os.rmdir"),
        (release.__name__, "shutil.rmtree"),
        (codec.__name__, "Path.rmdir"),
        (codec.__name__, "packed"),
        (codec.__name__, "unpacked"),
        (release.__name__, "Path"),
        (codec.__name__, "nothing_of_this_name"),
        ("plugins.engine.nothing_of_this_name", "Story"),
        ("plugins.newsroom", "Story"),
        ("plugins.desk.build", "build"),
    ],
)
def test_nothing_is_reached_through_our_modules_but_the_classes_they_make(
    module: str, name: str, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(Outdated):
        unpacked(call_of(module, name, str(tmp_path / "folder")))
    assert (tmp_path / "folder").is_dir()


@pytest.mark.parametrize("data", [b"", b"x", b"\x80\x05.", b"\x80\x09N.", b"N", b"\x82\x01.", b"(lp0\n"])
def test_bytes_that_are_no_value_are_of_another_program(data: bytes) -> None:
    with pytest.raises(Outdated):
        unpacked(data)


def test_a_value_cut_short_anywhere_is_none() -> None:
    data = packed(Problem("ST01", Level.ERROR, Place("content/a.md", 1), "缺少标题", "请加上。"))
    for end in range(len(data)):
        with pytest.raises(Outdated):
            unpacked(data[:end])
