"""The publishing lock: one publisher at a time per target, whether it is a local folder or reached over SSH.

A lock is a folder `.000042.lock` in `releases/`: it appears atomically with its owner's file in it, and the one with the highest
number counts. So a lock is never removed from its owner: a publisher that finds the owner gone takes the next number, and of two
that try, one succeeds. The owner's file is renamed every few seconds (`owner-1`, `owner-2` …) and finally to `done`; clocks are
never compared. The number is also that of the release, and of all files made on the way to it.

    gone    on this machine, the owner's process has ended; elsewhere, its file has not been renamed for a while
    free    there is no lock, or the newest says `done`
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
LEASE = 120.0  # seconds without one after which an owner on another machine counts as gone
DONE, OWNER = "done", "owner-"
_SEPARATOR = "\t"
_UNSAFE = re.compile(r"[^\w.@:+-]")

Tell = Callable[[str], None]


class Owner(NamedTuple):
    """who: user@host; pid; since: by its own clock, for display; machine: identifies the machine since its last boot; started:
    start time of the process there; both "" where unknown."""

    who: str
    pid: int
    since: str
    machine: str
    started: str

    def __str__(self) -> str:
        return f"{self.who}（进程 {self.pid}，{self.since} 开始）"


class Found(NamedTuple):
    """names: all entries of `releases/`, listed after the lock was read, so that the release of a finished lock is included;
    sign, text: name and content of the owner's file in the newest lock, "" without a lock or when a newer one appeared."""

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
    """A target with a lock. All methods may raise Refusal or OSError."""

    pause: float  # seconds between two calls of `look`

    def look(self) -> Found: ...

    def sweep(self, leftovers: list[str]) -> None:
        """Delete these names in `releases/`."""
        ...

    def take(self, number: int, text: str) -> bool:
        """Create the lock of this number, with `text` in its owner's file. False when somebody else has it, or a higher one."""
        ...

    def renew(self, number: int, beat: int) -> None:
        """Rename the owner's file to its next name."""
        ...

    def free(self, number: int) -> None:
        """Release the lock. If there is no release of this number, the lock is deleted and the one before it counts again: its
        owner was gone or had finished."""
        ...


@contextmanager
def held(place: Lockable, wait: float, tell: Tell) -> Iterator[int]:
    """Hold the lock of `place`; yields its number. wait: seconds to wait for others; tell: called with sentences for people.

    Raises Refusal when others take longer, and whatever the place raises.
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
    except (OSError, KeyError, ImportError):  # no user database, such as on Windows without its variables
        user = "?"
    since = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M:%S")
    machine = _machine()
    started = _started(os.getpid()) if machine else ""
    return Owner(f"{user}@{socket.gethostname()}", os.getpid(), since, machine, started)


def _machine() -> str:
    """Identifies this machine, its boot and its process namespace: containers may share a host name, but not all of these."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return _plain(f"{socket.gethostname()}:{boot}:{os.readlink('/proc/self/ns/pid')}")
    except OSError:
        return ""


def _started(pid: int) -> str:
    """Start time of a process in ticks (Linux only); "gone" when it has ended, "" when unknown. Not called on other systems: on
    Windows the check would end the process."""
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
    """Whether the owner's process has certainly ended."""
    if not owner.machine or owner.machine != _machine():
        return False
    started = _started(owner.pid)
    return bool(started) and started != owner.started


def _text(owner: Owner) -> str:
    """One line without characters that are special to a shell."""
    return _SEPARATOR.join(_plain(str(part)) for part in owner)


def _plain(text: str) -> str:
    return _UNSAFE.sub("_", text)


def _owner(text: str) -> Owner:
    parts = text.split(_SEPARATOR)
    if len(parts) != len(Owner._fields) or not parts[1].isdecimal():
        return Owner("另一位发布人", 0, "不知何时", "", "")
    return Owner(parts[0], int(parts[1]), parts[2].replace("_", " "), *parts[3:])
