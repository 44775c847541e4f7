"""What the last build knew and made comes back as it was kept, or not at all."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.engine.build import build_state
from plugins.engine.build.build_state import BuildState, Columns, Files, Printed
from plugins.engine.build.page_frame import NO_BOUNDS
from plugins.engine.build.snapshot import Tree
from plugins.engine.cache import kept_files

_NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
_TIMES = st.integers(-(2**62), 2**62)
_ROWS = st.builds(
    Printed,
    st.sampled_from(["", "0123456789abcdef" * 2]),
    st.binary(min_size=32, max_size=32).map(bytes.hex),
    _TIMES,
    st.integers(0, 2**62),
    st.integers(0, 2**64 - 1),
    st.tuples(*[st.integers(0, 2**32 - 1)] * len(NO_BOUNDS)),
)
_STATS = st.tuples(_TIMES, _TIMES, st.integers(0, 2**62), st.integers(0, 2**64 - 1))
_TREES = st.builds(Tree, st.dictionaries(_NAMES, _STATS), st.dictionaries(_NAMES, _TIMES))


@given(st.dictionaries(_NAMES, _ROWS), _TREES, _TREES)
def test_what_is_kept_comes_back(tmp_path_factory, printed, content, house):
    path = tmp_path_factory.mktemp("ledger") / "ledger"
    build_state.write(
        path, BuildState(("order",), 1.5, None, content, house, {"a": "b"}, Files(printed), {"": 3}, b"told")
    )
    found = build_state.read(path)
    assert found.printed == printed
    assert (found.content, found.house, found.folders, found.summary) == (content, house, {"": 3}, b"told")
    assert list(found.printed) == list(printed) == found.files.columns.addresses


def test_there_is_an_empty_one_before_the_first_build(tmp_path: Path) -> None:
    assert build_state.read(tmp_path / "ledger").printed == {}


def test_columns_that_do_not_belong_together_are_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    build_state.write(path, BuildState(files=Files({"index.html": Printed("", "00" * 32, 1, 2, 3)})))
    values = list(marshal.loads(kept_files.get(path, build_state._KIND)))
    for column in range(len(Columns._fields)):
        spoilt = [*values]
        spoilt[6] = tuple(part[:0] if number == column else part for number, part in enumerate(values[6]))
        kept_files.put(path, build_state._KIND, marshal.dumps(spoilt))
        with pytest.raises(kept_files.Outdated):
            build_state.read(path)
