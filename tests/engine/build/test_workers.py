"""Work shared over processes comes to the same as work done alone, and whatever goes wrong in a process is told here."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.engine.build import workers
from plugins.engine.build.workers import HelperProcess, WorkerDied, batches, shared

CREWS = pytest.mark.parametrize("crew", [1, 2, 8])
PATIENCE = 20  # seconds after which a test that hangs is ended


@pytest.fixture(autouse=True)
def no_child_is_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test ends in good time, without a process of its own and without an open pipe."""
    started: list[int] = []
    fork = os.fork
    monkeypatch.setattr(os, "fork", lambda: started.append(fork()) or started[-1])
    before = open_files()
    former = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, former)
    for process in started:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)
    assert open_files() == before


def give_up(*_: object) -> None:
    raise TimeoutError("the processes wait for each other")


def open_files() -> int:
    return len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else 0


def squares(piece: int) -> tuple[int, str, bytes]:
    return piece * piece, "城" * (piece % 7), bytes(piece % 5)


def done(work: list[workers.Batch], crew: int, do=squares) -> dict[int, object]:
    results = list(shared(work, do, crew))
    assert max(Counter(piece for piece, _ in results).values(), default=1) == 1
    return dict(results)


@CREWS
def test_shared_work_comes_to_the_same_as_work_done_alone(crew: int) -> None:
    pieces = range(500)
    assert done(batches(pieces, 7), crew) == {piece: squares(piece) for piece in pieces}


@settings(max_examples=25)
@given(st.lists(st.integers(0, 9), max_size=12), st.sampled_from([1, 2, 8]))
def test_every_piece_of_every_batch_is_done_once(sizes: list[int], crew: int) -> None:
    pieces = iter(range(sum(sizes)))
    work = [[next(pieces) for _ in range(size)] for size in sizes]
    assert done(work, crew) == {piece: squares(piece) for piece in range(sum(sizes))}


@given(st.integers(0, 200_000), st.integers(1, 100))
def test_batches_hold_every_piece_in_order_and_are_never_too_many_for_a_pipe(number: int, size: int) -> None:
    cut = batches(range(number), size)
    assert [piece for batch in cut for piece in batch] == list(range(number))
    assert len(cut) <= workers._MOST_BATCHES
    assert all(len(batch) >= min(size, number) for batch in cut[:-1])


@CREWS
def test_a_result_may_be_larger_than_any_pipe(crew: int) -> None:
    sizes = [0, 1, 3_000_000, 70_000, 5]
    assert done([[number] for number in range(5)], crew, lambda piece: bytes(sizes[piece])) == {
        number: bytes(size) for number, size in enumerate(sizes)
    }


def test_the_work_is_done_in_other_processes_and_only_in_them() -> None:
    at_work = set(done(batches(range(200), 1), 2, lambda _: time.sleep(0.002) or os.getpid()).values())
    assert len(at_work) == 2
    assert os.getpid() not in at_work


@pytest.mark.parametrize(("work", "crew"), [([], 8), ([[1, 2, 3]], 8), ([[1], [2]], 1)])
def test_for_one_batch_or_one_worker_no_process_is_started(
    work: list[workers.Batch], crew: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fork", None)
    assert done(work, crew).keys() == {piece for batch in work for piece in batch}


def test_where_there_is_no_fork_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert set(done(batches(range(9), 2), 8, lambda _: os.getpid()).values()) == {os.getpid()}


def fail_at_seven(piece: int) -> bytes:
    if piece == 7:
        raise LookupError("第七件做不了")
    return bytes(100)


@CREWS
def test_an_exception_is_raised_here(crew: int) -> None:
    with pytest.raises(LookupError, match="第七件做不了"):
        done(batches(range(50), 1), crew, fail_at_seven)


@pytest.mark.parametrize("crew", [2, 8])
def test_an_exception_from_a_process_says_where_it_happened(crew: int) -> None:
    with pytest.raises(LookupError) as raised:
        done(batches(range(50), 1), crew, fail_at_seven)
    assert "in fail_at_seven" in "".join(raised.value.__notes__)


class Peculiar(Exception):
    """An exception that cannot be sent from one process to another."""

    def __init__(self, one: object, other: object) -> None:
        super().__init__("nothing of use")
        self.matter = (one, other, lambda: None)


def fail_peculiarly(_: int) -> None:
    raise Peculiar("甲", "乙")


def test_an_exception_that_cannot_travel_is_told_in_words_with_its_place() -> None:
    with pytest.raises(RuntimeError, match="Peculiar: nothing of use") as raised:
        done([[1], [2]], 2, fail_peculiarly)
    assert "in fail_peculiarly" in "".join(raised.value.__notes__)


def test_a_result_that_cannot_travel_is_an_exception() -> None:
    with pytest.raises(Exception, match=r"pickle|lambda"):
        done([[1], [2]], 2, lambda _: lambda: None)


@pytest.mark.parametrize("crew", [2, 8])
def test_after_an_exception_nobody_waits_for_workers_that_have_much_to_say(crew: int) -> None:
    """More than fits into a pipe, from every worker, while nobody reads any longer."""

    def do(piece: int) -> bytes:
        if piece == 0:
            time.sleep(0.3)
            raise LookupError("nothing to be done")
        return bytes(1_000_000)

    with pytest.raises(LookupError):
        done([[piece] for piece in range(200)], crew, do)


@pytest.mark.parametrize("crew", [2, 8])
def test_a_caller_who_has_enough_ends_the_work(crew: int) -> None:
    results = shared([[piece] for piece in range(200)], lambda _: bytes(1_000_000), crew)
    next(results)
    results.close()


def die(piece: int) -> int:
    if piece == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return piece


@pytest.mark.parametrize("crew", [2, 8])
def test_a_killed_worker_is_told_and_ends_the_work(crew: int) -> None:
    with pytest.raises(WorkerDied):
        done(batches(range(50), 1), crew, die)


@pytest.mark.parametrize("crew", [2, 8])
def test_a_worker_killed_in_the_middle_of_a_word_is_told(crew: int, monkeypatch: pytest.MonkeyPatch) -> None:
    send = workers._send

    def half(writing: int, message: object) -> None:
        if message == workers._DONE:
            os.write(writing, workers._LENGTH.pack(1000) + b"half a word")
            os.kill(os.getpid(), signal.SIGKILL)
        send(writing, message)

    monkeypatch.setattr(workers, "_send", half)
    with pytest.raises(WorkerDied):
        done(batches(range(50), 1), crew)


@pytest.mark.parametrize("crew", [2, 8])
def test_a_worker_never_does_what_comes_after_the_work(crew: int, tmp_path: Path) -> None:
    """A fork that came back from `shared` would run the rest of the program a second time."""
    log = tmp_path / "log"
    with log.open("a") as file:
        file.write("before\n")
        file.flush()
        done(batches(range(20), 1), crew)
        file.write(f"after {os.getpid()}\n")
    assert log.read_text() == f"before\nafter {os.getpid()}\n"


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="the system binds no process to processors")
def test_a_process_that_may_use_one_processor_counts_one() -> None:
    allowed = os.sched_getaffinity(0)
    assert workers.processors() == len(allowed)
    os.sched_setaffinity(0, {min(allowed)})
    try:
        assert workers.processors() == 1
    finally:
        os.sched_setaffinity(0, allowed)


@pytest.fixture
def beside() -> Iterator[HelperProcess]:
    made = HelperProcess(lambda: (os.getpid(), bytes(1_000_000)))
    yield made
    made.leave()


def test_a_process_beside_this_one_does_one_piece_of_work(beside: HelperProcess) -> None:
    maker, data = beside.result()
    assert (maker == os.getpid(), data) == (False, bytes(1_000_000))


def test_a_process_beside_this_one_may_be_left_without_its_result(beside: HelperProcess) -> None:
    assert beside._process


def test_what_goes_wrong_beside_is_told_here() -> None:
    failing = HelperProcess(partial(int, "管"))
    with pytest.raises(ValueError, match="管"):
        failing.result()
    failing.leave()


def test_where_there_is_no_fork_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    alone = HelperProcess(os.getpid)
    assert alone.result() == os.getpid()
    alone.leave()
