"""A key-value store in one SQLite file, for data kept between builds that changes in small pieces.

Whatever state the file is in, a build goes on: what cannot be read is made anew. A killed build leaves the file as it was before
(SQLite's journal), so nothing waits for the disk. Each value carries its checksum, since SQLite has none; a damaged file is
deleted and started afresh. Kept as files instead, by measurement (`kept_files`): the build state, since importing SQLite alone
would cost the build that finds nothing changed 3 ms of 80; compiled templates, which columns share; photos, since at 150 KB
SQLite is not faster (0.26 s against 0.38 s CPU to put 500, 0.11 s against 0.10 s to get them), every process writes its own
without a lock, and a deleted one frees its disk space at once.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from weakref import WeakSet

from plugins.newsroom.text.fingerprint import sha256

from . import kept_files

_STAMP = ""  # the key under which a table keeps its own stamp
_TIMEOUT = 10.0  # seconds to wait for another process that holds the file
_ERRNOS = {sqlite3.SQLITE_FULL: errno.ENOSPC, sqlite3.SQLITE_READONLY: errno.EROFS, sqlite3.SQLITE_PERM: errno.EACCES}
_INACCESSIBLE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
}  # held by another process, or not accessible to us


class Store:
    """The SQLite file at `path`, opened on first use. Reading never raises; writing raises OSError."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open: sqlite3.Connection | None = None
        self._was_damaged = False
        self.times_begun = 0  # how often this process deleted the file after damage
        _STORES.add(self)

    @property
    def _mark(self) -> Path:
        """A marker file, created by any process that met damage: the next build then starts with an empty store."""
        return self._path.with_name("damaged")

    @property
    def is_damaged(self) -> bool:
        """Whether this build met damage, in any of its processes."""
        return self._was_damaged or self.is_marked

    @property
    def is_marked(self) -> bool:
        """Whether damage was met since the file was created."""
        return self._mark.exists()

    def table(self, name: str, stamp: str) -> Table:
        """name: an identifier; stamp: a string for everything the values depend on besides their keys."""
        return Table(self, name, stamp)

    def begin_anew_after_damage(self) -> None:
        """Delete the file if this build or the last met damage in it. Callers must discard what they have read from it."""
        if self.is_marked:
            self._was_damaged = True
            self.times_begun += 1
            self.close()
            for path in (self._path, self._path.with_name(f"{self._path.name}-journal"), self._mark):
                kept_files.drop(path)

    def close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None

    def note_damage(self) -> None:
        self._was_damaged = True
        with suppress(OSError):
            self._mark.touch()

    def rows(self, query: str, values: tuple[str, ...] = ()) -> list[tuple[str, bytes, bytes]]:
        """(key, checksum, data) of every row found; an empty list when the file cannot be read."""
        try:
            kept_files.check_file(self._path)
            return self._connection().execute(query, values).fetchall()
        except (FileNotFoundError, NotADirectoryError, PermissionError):
            return []
        except OSError:
            self.note_damage()
        except sqlite3.Error as error:
            if not _is_missing_table(error) and _code(error) not in _INACCESSIBLE:
                self.note_damage()
        return []

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """A connection in a transaction, which stays open until `commit`. Raises OSError; the transaction is then rolled back."""
        try:
            connection = self._connection()
            if not connection.in_transaction:
                connection.execute("BEGIN IMMEDIATE")
            yield connection
        except sqlite3.Error as error:
            self.close()
            raise _as_os_error(error, self._path) from error

    def commit(self) -> None:
        """Commit everything put since the last commit. Raises OSError."""
        if self._open is not None and self._open.in_transaction:
            with self.changing() as connection:
                connection.execute("COMMIT")

    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._open = sqlite3.connect(self._path, timeout=_TIMEOUT, isolation_level=None, check_same_thread=False)
            self._open.execute("PRAGMA synchronous = OFF")
        return self._open


class Table:
    """The values of one kind. Values of another stamp count as missing, and are deleted when the first value is put."""

    def __init__(self, store: Store, name: str, stamp: str) -> None:
        self._store, self._name, self._stamp = store, name, stamp
        self.stamp_before = (self._found("WHERE key = ?", _STAMP).get(_STAMP) or b"").decode()
        self._ours_since = store.times_begun if self.stamp_before == stamp else -1

    @property
    def _is_ours(self) -> bool:
        """Whether the values in the file have this stamp."""
        return self._ours_since == self._store.times_begun

    def get(self, key: str) -> bytes | None:
        return self._found("WHERE key = ?", key).get(key) if self._is_ours else None

    def all(self) -> Mapping[str, bytes]:
        found = self._found("") if self._is_ours else {}
        found.pop(_STAMP, None)
        return found

    def put(self, values: Iterable[tuple[str, bytes]], gone: Iterable[str] = ()) -> None:
        """Insert or replace values and delete the keys in `gone`; takes effect when the store commits. Raises OSError."""
        with self._store.changing() as connection:
            if not self._is_ours:
                self._begin(connection)
            connection.executemany(f"DELETE FROM {self._name} WHERE key = ?", ((key,) for key in gone))
            connection.executemany(f"INSERT OR REPLACE INTO {self._name} VALUES (?, ?, ?)", map(_row, values))

    def _begin(self, connection: sqlite3.Connection) -> None:
        connection.execute(f"DROP TABLE IF EXISTS {self._name}")
        connection.execute(f"CREATE TABLE {self._name} (key TEXT PRIMARY KEY, sum BLOB, data BLOB)")
        connection.execute(f"INSERT INTO {self._name} VALUES (?, ?, ?)", _row((_STAMP, self._stamp.encode())))
        self._ours_since = self._store.times_begun

    def _found(self, which: str, *values: str) -> dict[str, bytes]:
        found = {}
        for key, kept, data in self._store.rows(f"SELECT key, sum, data FROM {self._name} {which}", values):
            if not isinstance(data, bytes) or sha256(data) != kept:
                self._store.note_damage()
            else:
                found[key] = data
        return found


def _row(value: tuple[str, bytes]) -> tuple[str, bytes, bytes]:
    key, data = value
    return key, sha256(data), data


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 for an error raised by Python's binding."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _is_missing_table(error: sqlite3.Error) -> bool:
    return _code(error) == sqlite3.SQLITE_ERROR and "no such table" in str(error)


def _as_os_error(error: sqlite3.Error, path: Path) -> OSError:
    return OSError(_ERRNOS.get(_code(error), errno.EIO), str(error), str(path))


_STORES: WeakSet[Store] = WeakSet()


def _close_all() -> None:
    """Close every connection before a fork: a forked process using one would corrupt the file. It is reopened on demand."""
    for store in list(_STORES):
        store.close()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_close_all)
