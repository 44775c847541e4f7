"""What comes out of the vault is what was put there, or nothing: never halves, damage, or another program's matter."""

from __future__ import annotations

import os
import pickle
import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.engine.build import release
from plugins.engine.cache import vault
from plugins.engine.cache.vault import Damaged, Outdated, Unusable, get, packed, put, unpacked
from plugins.newsroom.column import column as columns
from plugins.newsroom.findings.problems import Edit, Level, Place, Problem
from plugins.newsroom.story.brief import brief_of
from plugins.newsroom.story.model import Status
from plugins.newsroom.text.dates import SHANGHAI
from plugins.photos.containers import Kind
from tests import newsdesk

KIND = "tests 1"


class Stranger:
    """A class that is not the house's."""


class StrangeStatus(Enum):
    DRAFT = "draft"


DATA = st.binary(max_size=300)
KINDS = st.text(max_size=30)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of the vault that is as it was put there."""
    put(tmp_path / "vault/file", KIND, b"matter" * 20)
    return tmp_path / "vault/file"


def kept(folder: str, kind: str, data: bytes) -> Path:
    put(Path(folder) / "file", kind, data)
    return Path(folder) / "file"


@given(KINDS, DATA, DATA)
def test_what_was_put_last_is_given_back(kind: str, before: bytes, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept(folder, kind, before)
        assert get(kept(folder, kind, data), kind) == data


def test_where_nothing_was_put_there_is_nothing(tmp_path: Path) -> None:
    assert get(tmp_path / "vault/file", KIND) is None


@given(DATA, st.data())
def test_any_byte_that_is_another_is_noticed(data: bytes, chosen: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = kept(folder, KIND, data)
        whole = bytearray(path.read_bytes())
        whole[chosen.draw(st.integers(0, len(whole) - 1))] ^= chosen.draw(st.integers(1, 255))
        path.write_bytes(whole)
        with pytest.raises(Unusable):
            get(path, KIND)


@given(DATA, st.data())
def test_a_file_cut_short_anywhere_is_noticed(data: bytes, chosen: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = kept(folder, KIND, data)
        whole = path.read_bytes()
        path.write_bytes(whole[: chosen.draw(st.integers(0, len(whole) - 1))])
        with pytest.raises(Damaged):
            get(path, KIND)


@given(DATA, st.binary(min_size=1, max_size=50))
def test_a_file_that_has_grown_is_noticed(data: bytes, more: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = kept(folder, KIND, data)
        path.write_bytes(path.read_bytes() + more)
        with pytest.raises(Damaged):
            get(path, KIND)


@given(KINDS, KINDS, DATA)
def test_a_file_of_another_kind_or_edition_is_not_taken_for_ours(kind: str, other: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = kept(folder, kind, data)
        if kind != other:
            with pytest.raises(Outdated):
                get(path, other)
            path.write_bytes(path.read_bytes() + b"!")
            with pytest.raises(Damaged):
                get(path, other)


@given(st.binary(max_size=300))
def test_a_file_of_another_program_is_not_taken_for_ours(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "file").write_bytes(data)
        with pytest.raises(Damaged):
            get(Path(folder) / "file", KIND)


def test_files_that_change_places_are_noticed(tmp_path: Path) -> None:
    for name in ("a", "b"):
        put(tmp_path / name, f"template {name}", name.encode())
    os.replace(tmp_path / "a", tmp_path / "b")
    with pytest.raises(Outdated):
        get(tmp_path / "b", "template b")


@pytest.mark.parametrize("stranger", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to(path)])
def test_what_is_no_file_is_as_good_as_damaged_and_gives_way(stranger: Callable[[Path], None], file: Path) -> None:
    file.unlink()
    stranger(file)
    with pytest.raises(Damaged):
        get(file, KIND)
    put(file, KIND, b"matter")
    assert get(file, KIND) == b"matter"


def test_a_file_that_one_may_not_read_is_not_damaged(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(Unusable) as met:
        get(file, KIND)
    assert type(met.value) is Unusable


def test_where_a_file_stands_in_the_way_of_the_folder_there_is_nothing(file: Path) -> None:
    assert get(file / "other", KIND) is None


def test_a_write_that_dies_leaves_what_was_there_and_no_rubbish(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = get(file, KIND)
    monkeypatch.setattr(os, "replace", die)
    with pytest.raises(OSError, match="No space"):
        put(file, KIND, b"other")
    assert get(file, KIND) == before
    assert [path.name for path in file.parent.iterdir()] == ["file"]


def test_what_a_killed_build_was_writing_is_never_read(file: Path) -> None:
    (file.parent / ".new-half").write_bytes(file.read_bytes()[:50])
    assert get(file, KIND) == b"matter" * 20


def test_many_builds_at_once_see_only_whole_files(tmp_path: Path) -> None:
    versions = [bytes([number]) * 50_000 for number in range(4)]

    def work(number: int) -> bool:
        put(tmp_path / "file", KIND, versions[number % 4])
        return get(tmp_path / "file", KIND) in versions

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(80)))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


# -- values -----------------------------------------------------------------------------------------------------------

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
    lambda folder: Call(shutil.rmtree, str(folder)), lambda folder: Call(put, folder / "x", KIND, b"")])  # fmt: skip
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
        (vault.__name__, "os.rmdir"),
        (release.__name__, "os.rmdir"),
        (release.__name__, "shutil.rmtree"),
        (vault.__name__, "Path.rmdir"),
        (vault.__name__, "packed"),
        (vault.__name__, "unpacked"),
        (release.__name__, "Path"),
        (vault.__name__, "nothing_of_this_name"),
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
