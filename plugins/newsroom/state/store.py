"""The SQLite file: opened and checked at the start of a build, written in one transaction at its
end."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

import msgspec

from newsroom.records.body import Text
from newsroom.settings import Settings
from newsroom.state.change import Change, Lesson
from newsroom.state.damage import Damaged, damage_told, sound
from newsroom.state.marks import AssetMark, OutputMark, SourceMark, Stamp

VERSION = "1"
_TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    "CREATE TABLE note (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    """CREATE TABLE source (file TEXT PRIMARY KEY, size INT, mtime INT, ctime INT,
    inode INT, digest TEXT, packed BLOB, sum BLOB) WITHOUT ROWID""",
    """CREATE TABLE asset (file TEXT PRIMARY KEY, size INT, mtime INT, ctime INT,
    inode INT, packed BLOB, sum BLOB) WITHOUT ROWID""",
    "CREATE TABLE body (digest TEXT PRIMARY KEY, packed BLOB, sum BLOB)",
    """CREATE TABLE output (path TEXT PRIMARY KEY, view TEXT, maker TEXT,
    size INT, mtime INT) WITHOUT ROWID""",
)


def open_state(settings: Settings, environment: Mapping[str, str]) -> State:
    """The state of this output folder; call it within the lock.

    `environment` holds digests by name (code, settings): where one differs from the last build's,
    as where the file cannot be used, the state is begun anew and `reason` says why. OSError where
    the cache folder cannot be written.
    """
    output = _name_of(settings)
    path = settings.cache / f"state-{output}.sqlite"
    path.parent.mkdir(parents=True, exist_ok=True)
    expected = {"version": VERSION, "output": output, **environment}
    reason = _unfit(path, expected)
    state = State(path, expected, reason)
    if reason:
        state.begin_anew(reason)
    return state


def forget(settings: Settings) -> None:
    """Remove the state of this output folder, if there is one; call it within the lock, or where
    nobody else builds."""
    _remove(settings.cache / f"state-{_name_of(settings)}.sqlite")


def _name_of(settings: Settings) -> str:
    root = os.fsencode(os.path.realpath(settings.output))
    return blake2b(root, digest_size=8).hexdigest()


def _remove(path: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _unfit(path: Path, expected: Mapping[str, str]) -> str:
    """Why the file cannot be used: missing, damaged, or the name of what is not as expected."""
    if not path.is_file():
        return "missing"
    try:
        with damage_told():
            connection = _connect(path)
            try:
                _check(connection, expected)
            finally:
                connection.close()
    except Damaged as error:
        return str(error)
    return ""


def _check(connection: sqlite3.Connection, expected: Mapping[str, str]) -> None:
    """Damaged unless it has our tables and nothing else (a view or trigger could do anything)."""
    found = dict(connection.execute("SELECT key, value FROM meta"))
    for key, value in expected.items():
        if found.get(key) != value:
            raise Damaged(key if key in found else "damaged")
    schema = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
    if sorted(sql for (sql,) in schema) != sorted(_TABLES):
        raise Damaged("damaged")


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


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
            for table in _TABLES:
                connection.execute(table)
            connection.executemany("INSERT INTO meta VALUES (?, ?)", self._meta.items())

    def sources(self) -> dict[str, SourceMark]:
        """Every content file of the last build, by its path under content/. Raises Damaged."""
        with damage_told():
            return {
                file: SourceMark(
                    Stamp(*stamp), digest, sound((file, *stamp, digest), packed, check)
                )
                for file, *stamp, digest, packed, check in self._all("source")
            }

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
            for table, key, gone in change.gone():
                forget = f"DELETE FROM {table} WHERE {key} = ?"  # noqa: S608 our own names
                connection.executemany(forget, ((one,) for one in gone))
            for table, columns, rows in change.rows():
                places = ", ".join("?" * columns)
                put = f"INSERT OR REPLACE INTO {table} VALUES ({places})"  # noqa: S608 our own
                connection.executemany(put, rows)

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
            self._opened = os.getpid(), _connect(self.path)
        return self._opened[1]

    def _writing(self) -> _Transaction:
        return _Transaction(self._connection())


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
