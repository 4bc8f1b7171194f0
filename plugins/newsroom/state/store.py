"""The SQLite file: opened and checked at the start of a build, written in one transaction at its
end."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from newsroom.records.body import Text
from newsroom.settings import Settings
from newsroom.state.change import Change, FactKey, Lesson
from newsroom.state.damage import damage_told, sound
from newsroom.state.marks import AssetMark, OutputMark, SourceMark, Stamp
from newsroom.state.tables import TABLES, VERSION, connect, unfit


def open_state(settings: Settings, environment: Mapping[str, str]) -> State:
    """The state of this output folder; call it within the lock.

    `environment` holds digests by name (code, settings): where one differs from the last build's,
    as where the file cannot be used, the state is begun anew and `reason` says why. OSError where
    the cache folder cannot be written.
    """
    output = _name_of(settings)
    path = _path(settings)
    path.parent.mkdir(parents=True, exist_ok=True)
    expected = {"version": VERSION, "output": output, **environment}
    reason = unfit(path, expected)
    state = State(path, expected, reason)
    if reason:
        state.begin_anew(reason)
    return state


def weight(settings: Settings) -> int:
    """How many bytes the state of this output folder has; none where there is none."""
    try:
        return _path(settings).stat().st_size
    except OSError:
        return 0


def forget(settings: Settings) -> None:
    """Remove the state of this output folder, if there is one; call it within the lock, or where
    nobody else builds."""
    _remove(_path(settings))


def _path(settings: Settings) -> Path:
    return settings.cache / f"state-{_name_of(settings)}.sqlite"


def _name_of(settings: Settings) -> str:
    root = os.fsencode(os.path.realpath(settings.output))
    return blake2b(root, digest_size=8).hexdigest()


def _remove(path: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


class State:
    """What the last build knew. `reason` says why it knows nothing: missing, damaged, version,
    output, or what of the environment changed; it is empty where it knows."""

    def __init__(self, path: Path, meta: Mapping[str, str], reason: str = "") -> None:
        self.path = path
        self.reason = reason
        self.began = time.time_ns()
        """When this build began (ns since 1970): what changed later may have changed unseen."""
        self._meta = meta
        self._opened: tuple[int, sqlite3.Connection] | None = None

    def begin_anew(self, reason: str) -> None:
        """Forget everything, as where a row proved damaged half-way."""
        self.close()
        self.reason = reason
        _remove(self.path)
        with self._writing() as connection:
            for table in TABLES:
                connection.execute(table)
            connection.executemany("INSERT INTO meta VALUES (?, ?)", self._meta.items())

    def sources(self) -> dict[str, SourceMark]:
        """Every content file of the last build, by its path under content/. Raises Damaged."""
        with damage_told():
            return {str(row[0]): _source_mark(*row) for row in self._all("source")}

    def assets(self) -> dict[str, AssetMark]:
        """Every photo and attachment of the last build, by its path under content/. Raises
        Damaged."""
        with damage_told():
            return {
                file: AssetMark(Stamp(*stamp), sound((file, *stamp), packed, check))
                for file, *stamp, packed, check in self._all("asset")
            }

    def outputs(self) -> dict[str, OutputMark]:
        """Every output of the last build, by its path under the output folder. Raises Damaged."""
        with damage_told():
            return {path: OutputMark(*mark) for path, *mark in self._all("output")}

    def notes(self) -> dict[str, str]:
        """Single facts of the last build, by name. Raises Damaged."""
        with damage_told():
            return {str(key): str(value) for key, value in self._all("note")}

    def fact(self, key: FactKey) -> bytes | None:
        """What an earlier build left under this key, if it did. Raises Damaged."""
        with damage_told():
            query = "SELECT packed, sum FROM fact WHERE kind = ? AND key = ?"
            row = self._connection().execute(query, key).fetchone()
            return sound(key, *row) if row else None

    def stamps(self) -> dict[str, Stamp]:
        """The stamp of every content file, by its path under content/. A damaged one fits no
        file. Raises Damaged."""
        with damage_told():
            rows = self._connection().execute("SELECT file, size, mtime, ctime, inode FROM source")
            return {file: Stamp(*stamp) for file, *stamp in rows}

    def source(self, file: str) -> SourceMark | None:
        """What was read of one content file. Raises Damaged."""
        with damage_told():
            query = "SELECT * FROM source WHERE file = ?"
            row = self._connection().execute(query, (file,)).fetchone()
            return _source_mark(*row) if row else None

    def looks(self) -> dict[str, tuple[int, int]]:
        """The size and mtime (ns) of every output, by its path. Raises Damaged."""
        with damage_told():
            rows = self._connection().execute("SELECT path, size, mtime FROM output")
            return {path: (size, mtime) for path, size, mtime in rows}

    def output(self, path: str) -> OutputMark | None:
        """One output of the last build. Raises Damaged."""
        with damage_told():
            query = "SELECT view, maker, size, mtime FROM output WHERE path = ?"
            row = self._connection().execute(query, (path,)).fetchone()
            return OutputMark(*row) if row else None

    def text(self, digest: str) -> Text:
        """The text of the body with this digest. Raises Damaged where it is not there whole."""
        with damage_told():
            query = "SELECT packed, sum FROM body WHERE digest = ?"
            row = self._connection().execute(query, (digest,)).fetchone() or (None, None)
            return msgspec.msgpack.decode(sound((digest,), *row), type=Text)

    def learn(self, lesson: Lesson) -> bool:
        """Take over what reading learned, before anything is made of it: whether it is kept."""
        try:
            self.commit(Change.learned(lesson))
        except sqlite3.Error:
            return False
        return True

    def commit(self, change: Change) -> None:
        """Take over all that a build learned, or nothing of it. Raises sqlite3.Error."""
        with self._writing() as connection:
            for which, gone in change.gone():
                connection.executemany(f"DELETE FROM {which}", gone)  # noqa: S608 our own names
            for table, columns, rows in change.rows():
                places = ", ".join("?" * columns)
                put = f"INSERT OR REPLACE INTO {table} VALUES ({places})"  # noqa: S608 our own
                connection.executemany(put, rows)
            for which, gone in change.spare():
                connection.executemany(f"DELETE FROM {which}", gone)  # noqa: S608 our own names

    def let_go(self) -> None:
        """Close the file before a fork; it is opened again, in each process, when next asked."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._opened is not None and self._opened[0] == os.getpid():
            self._opened[1].close()
        self._opened = None

    def _all(self, table: str) -> sqlite3.Cursor:
        return self._connection().execute(f"SELECT * FROM {table}")  # noqa: S608 our own names

    def _connection(self) -> sqlite3.Connection:
        """This process's own: a handle must not cross a fork."""
        if self._opened is None or self._opened[0] != os.getpid():
            self._opened = os.getpid(), connect(self.path)
        return self._opened[1]

    def _writing(self) -> _Transaction:
        return _Transaction(self._connection())


def _source_mark(file: str, *rest: Any) -> SourceMark:
    *stamp, digest, packed, check = rest
    return SourceMark(Stamp(*stamp), digest, sound((file, *stamp, digest), packed, check))


class _Transaction:
    """All that is executed within, or nothing of it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> sqlite3.Connection:
        self._connection.execute("BEGIN IMMEDIATE")
        return self._connection

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._connection.execute("COMMIT")
        elif self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
