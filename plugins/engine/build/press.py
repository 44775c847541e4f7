"""Carries out the orders whose files are missing or out of date, in parallel, and assembles the release."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.findings.progress import Progress
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.text.fingerprint import checksum

from . import page_frame, workers
from .build_state import Printed
from .copies import OutputData, put, sha256_of
from .keys import differ_in_frame_alone
from .manifest import declared, manifest
from .orders import PAGES, Order, Orders
from .release import MANIFEST, Release

_BATCH = 16
_FEWEST = 64  # pages below which a second process costs more than it saves


@dataclass
class Press:
    """Prints into `release`. before: the files of the last release; intact: those of them that are on disk as they were left;
    is_tidy: whether no other files are among them; goes_without: leave out what cannot be made, instead of releasing nothing.

    After `run`: problems: why something was left out; printed: all files of the new release; made: how many orders were
    carried out; written: how many files are new.
    """

    release: Release
    before: Mapping[str, Printed]
    intact: frozenset[str] | set[str]
    processors: int
    progress: Progress | None = None
    is_tidy: Callable[[], bool] = lambda: True
    goes_without: bool = False
    problems: tuple[Problem, ...] = ()
    printed: dict[str, Printed] = field(default_factory=dict)
    made: int = 0
    written: int = 0

    @cached_property
    def _reusable(self) -> dict[str, Printed]:
        return {address: self.before[address] for address in self.intact}

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self.before)

    def run(self, orders: Orders) -> None:
        """Raises Refusal with the findings of all orders that failed; the old release then remains as it was."""
        orders.check()
        self.problems = ()
        stale, kept = self._sorted_out(orders)
        fresh = {address for order in stale for address in order.addresses}
        self.made = len(stale)
        gone = self.before.keys() - fresh - kept.keys() - {MANIFEST}
        if not stale and not gone and self._is_listed(orders) and self.is_tidy():
            self.printed = dict(self.before)
            return
        self.release.prepare({address: printed.inode for address, printed in kept.items()}, fresh)
        made = self._made(stale)
        self.printed = {**kept, **made}
        self.release.settle(made)
        if self.release.has_manifest:
            self._write_manifest(orders)
        self.release.appear()

    def _sorted_out(self, orders: Iterable[Order]) -> tuple[list[Order], dict[str, Printed]]:
        """The orders that must be carried out, and the existing files of the others."""
        stale: list[Order] = []
        kept: dict[str, Printed] = {}
        there = self._reusable
        for order in orders:
            addresses = order.addresses
            if order.folder:
                in_order = self._in_order
                start = bisect_left(in_order, order.folder)
                addresses = tuple(in_order[start : bisect_left(in_order, f"{order.folder}\U0010ffff", start)])
            found = {address: there[address] for address in addresses if address in there}
            if order.key and found and [printed.key for printed in found.values()] == [order.key] * len(addresses):
                kept.update(found)
            else:
                stale.append(order)
        return stale, kept

    def _made(self, stale: list[Order]) -> dict[str, Printed]:
        printed: dict[str, Printed] = {}
        problems: list[Problem] = []
        done, saved = Counter[str](), Counter[str]()
        totals = {stage: sum(order.stage == stage for order in stale) for stage in {order.stage for order in stale}}
        heavy, light = list[int](), list[int]()
        for number, order in enumerate(stale):
            (light if order.stage == PAGES else heavy).append(number)
        work = [*workers.batches(heavy, 1), *workers.batches(light, _BATCH)]
        crew = self.processors if len(light) >= _FEWEST or len(heavy) > 1 else 1
        for number, (made, findings) in workers.shared(work, partial(self._carried_out, stale), crew):
            printed.update(made)
            problems += findings
            stage = stale[number].stage
            done[stage] += 1
            saved[stage] += _saved(stale[number], made)
            if self.progress:
                self.progress(done[stage], totals[stage], stage, saved[stage])
        if problems and not self.goes_without:
            raise Refusal(problems)
        self.problems = tuple(problems)
        self.written = sum(printed[address].inode != self._inode_before(address) for address in printed)
        return printed

    def _inode_before(self, address: str) -> int:
        return self.before[address].inode if address in self.before else -1

    def _carried_out(self, stale: list[Order], number: int) -> tuple[dict[str, Printed], tuple[Problem, ...]]:
        """Carry out one order, in whichever process this runs."""
        order = stale[number]
        try:
            if order.page:
                (address,) = order.addresses
                return {address: self._put(address, *order.page(self._kept(address, order.key)), order.key)}, ()
            return {
                address: self._put(address, data, page_frame.NO_BOUNDS, order.key) for address, data in order.files()
            }, ()
        except Refusal as refusal:
            return {}, refusal.problems

    def _kept(self, address: str, key: str) -> dict[str, str]:
        """The reusable parts of a page on disk, when nothing but its frame has changed."""
        before = self.before.get(address)
        if before is None or address not in self.intact or not differ_in_frame_alone(before.key, key):
            return {}
        with suppress(OSError):
            page = (self.release.output / address).read_bytes()
            if checksum(page) == before.sha256:
                return page_frame.cut(page, before.bounds)
        return {}

    def _put(self, address: str, data: OutputData, bounds: page_frame.Bounds, key: str) -> Printed:
        """Write a file, unless the last release has one with the same bytes: that one is kept."""
        sha256 = sha256_of(data)
        before = self.before.get(address)
        if before and before.sha256 == sha256 and address in self.intact:
            self.release.keep(address)
            return before._replace(key=key, bounds=bounds)
        stat = self.release.write(address, data)
        return Printed(key, sha256, stat.st_mtime_ns, stat.st_size, stat.st_ino, bounds)

    def _is_listed(self, orders: Orders) -> bool:
        """Whether the existing manifest, if one is needed, still matches `orders`."""
        if not self.release.has_manifest:
            return True
        return MANIFEST in self.intact and self.before[MANIFEST].key == declared(orders)

    def _write_manifest(self, orders: Orders) -> None:
        data = manifest({address: printed.sha256 for address, printed in self.printed.items()}, orders)
        self.printed[MANIFEST] = self._put(MANIFEST, data, page_frame.NO_BOUNDS, declared(orders))


def _saved(order: Order, made: Mapping[str, Printed]) -> int:
    """Bytes saved for readers: how much smaller the largest file made is than its source."""
    return order.weight - max(printed.size for printed in made.values()) if order.weight and made else 0


def into(folder: Path) -> Callable[[Orders], None]:
    """A press for Pelican's own command: makes every file anew in `folder`, one after the other."""

    def make(orders: Orders) -> None:
        findings: list[Problem] = []
        orders.check()
        for order in orders:
            try:
                for address, data in order.files():
                    _write_anew(folder / address, data)
            except Refusal as refusal:
                findings += refusal.problems
        if findings:
            raise Refusal(findings)

    return make


def _write_anew(path: Path, data: OutputData) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        path.unlink()
    with path.open("wb", buffering=0) as file:
        put(file.fileno(), data)
