"""Delivery to another host by rsync over SSH. The host needs only sh, standard tools, rsync and an account that may write there.

The shell code is in `scripts`; the decisions are made here, as in `folder`.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from plugins.newsroom.findings.refusals import Refusal

from . import carrying, names, scripts
from .carrying import Load
from .lock import Found, superseded
from .release import Changes, Release, compare
from .target import Target

# Unchanged files are hard links shared with the release before, so times must not be compared.
_RSYNC = ("rsync", "-rp", "--checksum", "--delete", "--chmod=D755,F644", "--timeout=120", "-8", "--protect-args")

# What ssh and rsync print, and the code of the sentence that helps. The first match counts.
_REASONS = (
    ("Host key verification failed", "TK71"),
    ("Permission denied (", "TK72"),
    ("Connection refused", "TK73"),
    ("Could not resolve hostname", "TK74"),
    ("timed out", "TK75"),
    ("No space left on device", "TK76"),
    ("Disk quota exceeded", "TK77"),
    ("Read-only file system", "TK78"),
    ("Permission denied", "TK79"),
    ("rsync: command not found", "TK80"),
    ("rsync: not found", "TK80"),
)


class There(NamedTuple):
    """shown: the release readers see, "" if there is none; names: all entries of `releases/`; carried: the load of `shown`."""

    shown: str
    names: frozenset[str]
    carried: Load


class Host:
    """One target folder on another host. ssh: the command and options that connect to it, without the host."""

    pause = 5.0

    def __init__(self, target: Target, ssh: Sequence[str]) -> None:
        self.target = target
        self.ssh = tuple(ssh)

    def compare(self, release: Release) -> Changes:
        """How `release` differs from what readers see now. Raises Refusal; touches nothing."""
        there = self._state()
        return _without(self._difference(release, there), there.carried)

    def promised(self) -> str:
        """The addresses.json of the release that readers see, "" when there is none. Raises Refusal."""
        return self._remote(scripts.PROMISED)

    def deliver(self, release: Release, keep: int, number: int) -> Changes:
        """Show `release` to readers and keep `keep` releases; returns what it changes for them.

        number: of the lock that is held. Raises Refusal.
        """
        there = self._state()
        carried, raw = there.carried, self._difference(release, there)
        changes = _without(raw, carried)
        if names.has_number(there.shown) and names.identity_of(there.shown) == release.id:
            if not changes and set(raw.removed) == carried.files.keys():
                return changes
        elif there.shown:
            carried = carrying.load_of(release, self._remote(scripts.MANIFEST, release=there.shown), carried)
        name = names.release(number, release.id)
        try:
            carried = self._put_together(name, release, carried, there.shown)
            self._switch(name, number, carried, names.too_old((*there.names, name), name, there.shown, keep))
        except BaseException:
            with suppress(Refusal):
                self.sweep([names.partial(name), *([] if name in self.look().names else [names.carried(name)])])
            raise
        return changes

    # -- The lock, see `lock` -------------------------------------------------------------------------------------

    def look(self) -> Found:
        there, lock, sign, text = set(), "", "", ""
        for line in self._remote(scripts.LOOK).splitlines():
            kind, _, rest = line.partition(" ")
            if kind == "name":
                there.add(rest)
            elif kind == "lock":
                lock = rest
            elif kind == "sign":
                sign, _, text = rest.partition(" ")
        number = names.newest_lock(there)
        return Found(frozenset(there), sign, text) if number and names.lock(number) == lock else Found(frozenset(there))

    def sweep(self, leftovers: list[str]) -> None:
        if leftovers:
            self._remote(scripts.DELETE, names=shlex.join(leftovers))

    def take(self, number: int, text: str) -> bool:
        lock, aside = names.lock(number), names.aside(number)
        return "taken" in self._remote(scripts.TAKE, lock=lock, aside=aside, text=shlex.quote(text)).split()

    def renew(self, number: int, beat: int) -> None:
        self._remote(scripts.RENEW, lock=names.lock(number), beat=beat + 1)

    def free(self, number: int) -> None:
        self._remote(scripts.FREE, lock=names.lock(number), number=names.padded(number), aside=names.aside(number))

    # -- The release ----------------------------------------------------------------------------------------------

    def _state(self) -> There:
        """The current state of the target. Raises Refusal when `current` is not ours."""
        shown, found, carried = "", set(), Load()
        for line in self._remote(scripts.FACTS).splitlines():
            kind, _, rest = line.partition(" ")
            if kind == "blocked":
                raise Refusal.of("TK61", link=f"{self.target}/current")
            if kind == "shown" and rest.startswith("releases/"):
                shown = rest.rpartition("/")[2]
            elif kind == "name":
                found.add(rest)
            elif kind == "carried" and shown:
                carried = carrying.read(rest)
        return There(shown, frozenset(found), carried)

    def _put_together(self, name: str, release: Release, carried: Load, shown: str) -> Load:
        """Assemble the release under its partial name and verify it; returns what it carries."""
        partial = names.partial(name)
        shared = (f"--link-dest=../{shown}",) if shown else ()
        self._rsync(release, f"{self.target.path}/releases/{partial}", *shared)
        script = scripts.CARRY + scripts.LISTING if carried.files else scripts.LISTING
        found = _listing(self._remote(script, stdin=_listed(carried.files), shown=shown, partial=partial))
        left = carried.only(path for path, digest in carried.files.items() if found.get(path) == digest)
        if dropped := [path for path in carried.files.keys() - left.files.keys() if path in found]:
            self._remote(scripts.DROP, stdin=_listed(dropped), partial=partial)
        found = {path: sign for path, sign in found.items() if path not in carried.files}
        is_summed = all(
            isinstance(sign, str) for sign in found.values()
        )  # else the host has no sha256sum, and lengths are compared
        compare(release.files if is_summed else release.lengths, found)
        return left

    def _switch(self, name: str, number: int, carried: Load, old: list[str]) -> None:
        """Let readers see the release, and delete the `old` ones."""
        output = self._remote(
            scripts.SWITCH,
            stdin=carried.as_json(),
            release=name,
            partial=names.partial(name),
            carried=names.carried(name),
            lock=names.lock(number),
            link=names.link(number),
            old=shlex.join(old),
        )
        if "switched" not in output.split():
            raise superseded()

    def _difference(self, release: Release, there: There) -> Changes:
        """The changes to the current release, in which carried files count as removed."""
        if not there.shown:
            return Changes.between({}, release.files)
        return _changes(self._rsync(release, f"{self.target.path}/current", "--dry-run", "--out-format=%i %n"))

    # -- The connection -------------------------------------------------------------------------------------------

    def _remote(self, script: str, stdin: str = "", **values: object) -> str:
        filled = script.format(path=shlex.quote(self.target.path), **values)
        return self._run([*self.ssh, self.target.host, shlex.join(["sh", "-c", filled])], stdin)

    def _rsync(self, release: Release, place: str, *options: str) -> str:
        address = f"{self.target.host}:{place}/"
        return self._run([*_RSYNC, "-e", shlex.join(self.ssh), *options, f"{release.folder}/", address])

    def _run(self, command: Sequence[str], stdin: str = "") -> str:
        try:
            done = subprocess.run(command, input=stdin, capture_output=True, encoding="utf-8", errors="replace")
        except FileNotFoundError as missing:
            raise Refusal.of("TK69", program=missing.filename) from missing
        if done.returncode:
            raise self._refusal(done.stderr)
        return done.stdout

    def _refusal(self, complaints: str) -> Refusal:
        for sign, code in _REASONS:
            if sign in complaints:
                return Refusal.of(code, host=self.target.host, path=self.target.path)
        lines = [line.strip() for line in complaints.splitlines() if line.strip()] or ["没有说明原因"]
        return Refusal.of("TK70", target=self.target, detail=lines[0])


_SUMMED = re.compile(r"(?P<digest>[0-9a-f]{64})  (?:\./)?(?P<path>.+)")
_COUNTED = re.compile(r" *(?P<length>\d+) \./(?P<path>.+)")


def _listing(text: str) -> dict[str, object]:
    """Parse LISTING: by path, the SHA-256 or the length in bytes; "" for what is not a regular file."""
    found: dict[str, object] = {}
    for line in text.splitlines():
        if summed := _SUMMED.fullmatch(line):
            found[summed["path"]] = summed["digest"]
        elif counted := _COUNTED.fullmatch(line):
            found[counted["path"]] = int(counted["length"])
        elif line.startswith("? ./"):
            found[line.removeprefix("? ./")] = ""
    return found


def _without(changes: Changes, carried: Load) -> Changes:
    extra = carried.files
    return Changes(changes.new, changes.changed, tuple(path for path in changes.removed if path not in extra))


def _listed(paths: Iterable[str]) -> str:
    return "".join(f"{path}\0" for path in paths)


def _changes(itemized: str) -> Changes:
    """Parse the output of a dry run of rsync (`--out-format=%i %n`), files only."""
    new, changed, removed = [], [], []
    for line in itemized.splitlines():
        what, _, path = line.partition(" ")
        path = path.strip()
        if path.endswith("/"):
            continue
        if what == "*deleting":
            removed.append(path)
        elif what.startswith("<f+"):
            new.append(path)
        elif what.startswith("<f"):
            changed.append(path)
    return Changes(tuple(sorted(new)), tuple(sorted(changed)), tuple(sorted(removed)))
