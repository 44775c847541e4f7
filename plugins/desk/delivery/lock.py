"""One publisher at a time for one place, whether it is reached as a folder or over SSH.

A lock is a folder `.000042.lock` in `releases/`: it appears in one step with its owner in it, and the one with the highest number
counts. So a lock is never taken away from anybody: whoever finds the owner gone makes the next number, and of two who do, one
succeeds. The owner's file changes its name every few seconds (`owner-1`, `owner-2` …) and ends as `done`; no clock is compared.
The number is also that of the release, and of all that is made on the way to it.

    gone    the process is not there, if it ran on this machine; elsewhere, when its file has kept its name for a while
    free    without a lock, or with one that says `done`
"""

from __future__ import annotations

import getpass
import os
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from plugins.newsroom.findings.refusals import Refusal

from . import names

BEAT = 20.0  # seconds between two signs of life
LEASE = 120.0  # seconds without one after which an owner on another machine is gone
DONE, OWNER = "done", "owner-"
_BETWEEN = "\t"
_MEANT = re.compile(r"[^\w.@:+-]")

Tell = Callable[[str], None]


class Owner(NamedTuple):
    """who: user@host; pid; since: its own clock, for people to read; machine, started: the machine as it runs now and the start of
    the process on it, "" where that is not known."""

    who: str
    pid: int
    since: str
    machine: str
    started: str

    def __str__(self) -> str:
        return f"{self.who}（进程 {self.pid}，{self.since} 开始）"


class Found(NamedTuple):
    """names: of everything in `releases/`, seen after the lock: what a lock that is done came to is among them; sign, text: name and
    content of the owner's file in the newest lock, "" without one, and where another came meanwhile."""

    names: frozenset[str] = frozenset()
    sign: str = ""
    text: str = ""

    @property
    def number(self) -> int:
        return names.newest_lock(self.names)

    @property
    def is_free(self) -> bool:
        return not self.number or self.sign == DONE


class Lockable(Protocol):
    """A place with a lock. All may raise Refusal or OSError."""

    pause: float  # seconds between two looks

    def look(self) -> Found: ...

    def sweep(self, leftovers: list[str]) -> None:
        """Delete these names in `releases/`."""
        ...

    def take(self, number: int, text: str) -> bool:
        """Make the lock of this number, with `text` as its owner's. False when somebody else has it, or a higher one."""
        ...

    def renew(self, number: int, beat: int) -> None:
        """Give the owner's file its next name."""
        ...

    def free(self, number: int) -> None:
        """Give it up. Where no release of this number came of it, nothing of the lock stays, and the one before it counts again: its
        owner was found gone, or had done."""
        ...


@contextmanager
def held(place: Lockable, wait: float, tell: Tell) -> Iterator[int]:
    """The number under which one may publish to `place`. wait: seconds to wait for others; tell: takes a sentence for people.

    Raises Refusal when others take longer, and what the place raises.
    """
    number = _taken(place, wait, tell)
    over = threading.Event()
    beating = threading.Thread(target=_beat, args=(place, number, over), daemon=True)
    beating.start()
    try:
        yield number
    finally:
        over.set()
        beating.join()
        with suppress(Refusal, OSError):
            place.free(number)


def superseded() -> Refusal:
    return Refusal.of("TK62")


def _taken(place: Lockable, wait: float, tell: Tell) -> int:
    begun = still = time.monotonic()
    found, told = place.look(), ""
    while True:
        owner, now = _owner(found.text), time.monotonic()
        if found.is_free or _is_gone(owner) or now - still >= LEASE:
            if not found.is_free:
                tell(f"{owner}的发布没有做完就断了，这次接着发布。")
            number = names.highest(found.names) + 1
            place.sweep(names.leftovers(found.names, found.number))
            if place.take(number, _text(_me())):
                return number
        elif told != found.text:
            told = found.text
            tell(f"{owner}正在往同一个地方发布，等它结束再发布，最多等 {wait:.0f} 秒。")
        if now - begun >= wait:
            raise Refusal.of("TK63", seconds=f"{wait:.0f}", owner=owner)
        time.sleep(place.pause)
        before, found = found, place.look()
        if (found.number, found.sign) != (before.number, before.sign):
            still = time.monotonic()


def _beat(place: Lockable, number: int, over: threading.Event) -> None:
    beat = 0
    while not over.wait(BEAT):
        with suppress(Refusal, OSError):  # a connection may be back the next time
            place.renew(number, beat)
            beat += 1


def _me() -> Owner:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):  # a machine without a list of users, such as Windows without its variables
        user = "?"
    since = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M:%S")
    machine = _machine()
    started = _started(os.getpid()) if machine else ""
    return Owner(f"{user}@{socket.gethostname()}", os.getpid(), since, machine, started)


def _machine() -> str:
    """This machine since it was started, and which processes it sees: containers may share a name and none of these."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return _plain(f"{socket.gethostname()}:{boot}:{os.readlink('/proc/self/ns/pid')}")
    except OSError:
        return ""


def _started(pid: int) -> str:
    """When a process of this Linux began, in ticks; "gone" when it has ended, "" when that cannot be seen. Elsewhere nobody may
    ask: on Windows the question would end the process."""
    try:
        state, *fields = (
            Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        )
        return "gone" if state in "ZX" else fields[18]
    except OSError:
        pass
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return "gone"
    except OSError:
        pass
    return ""


def _is_gone(owner: Owner) -> bool:
    """Whether it is certain that the owner's process is not there."""
    if not owner.machine or owner.machine != _machine():
        return False
    started = _started(owner.pid)
    return bool(started) and started != owner.started


def _text(owner: Owner) -> str:
    """One line without signs that a shell could mind."""
    return _BETWEEN.join(_plain(str(part)) for part in owner)


def _plain(text: str) -> str:
    return _MEANT.sub("_", text)


def _owner(text: str) -> Owner:
    parts = text.split(_BETWEEN)
    if len(parts) != len(Owner._fields) or not parts[1].isdecimal():
        return Owner("另一位发布人", 0, "不知何时", "", "")
    return Owner(parts[0], int(parts[1]), parts[2].replace("_", " "), *parts[3:])
