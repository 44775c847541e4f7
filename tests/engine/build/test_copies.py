"""Files of the site that lie somewhere already: copied in pieces, whole or not at all."""

from __future__ import annotations

import hashlib
import tracemalloc

import pytest

from plugins.engine.build.copies import FileCopy, sha256_of
from plugins.engine.build.orders import Orders
from plugins.engine.build.press import into
from plugins.newsroom.findings.refusals import Refusal


def _ordered(copy: FileCopy) -> Orders:
    orders = Orders()
    orders.add(("files/a.bin",), "", lambda: (copy,))
    return orders


def test_a_large_file_is_copied_without_ever_being_in_memory(tmp_path):
    data = bytes(range(256)) * 4096 * 24
    (tmp_path / "a.bin").write_bytes(data)
    copy = FileCopy(tmp_path / "a.bin", hashlib.sha256(data).hexdigest())
    tracemalloc.start()
    into(tmp_path / "site")(_ordered(copy))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (tmp_path / "site/files/a.bin").read_bytes() == data
    assert sha256_of(copy) == sha256_of(data)
    assert peak < len(data) / 4


@pytest.mark.parametrize("is_gone", [True, False])
def test_a_file_that_is_not_what_it_was_stops_the_build(tmp_path, is_gone):
    if not is_gone:
        (tmp_path / "a.bin").write_bytes(b"other")
    with pytest.raises(Refusal) as stop:
        into(tmp_path / "site")(_ordered(FileCopy(tmp_path / "a.bin", "0" * 64)))
    assert [problem.code for problem in stop.value.problems] == ["AT15"]
