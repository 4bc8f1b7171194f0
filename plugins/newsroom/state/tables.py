"""The SQLite file itself: its tables, and whether one that is found can be used."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from newsroom.state.damage import Damaged, damage_told

VERSION = "2"
TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    "CREATE TABLE note (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    """CREATE TABLE source (file TEXT PRIMARY KEY, size INT, mtime INT, ctime INT,
    inode INT, digest TEXT, packed BLOB, sum BLOB) WITHOUT ROWID""",
    """CREATE TABLE asset (file TEXT PRIMARY KEY, size INT, mtime INT, ctime INT,
    inode INT, packed BLOB, sum BLOB) WITHOUT ROWID""",
    "CREATE TABLE body (digest TEXT PRIMARY KEY, packed BLOB, sum BLOB)",
    """CREATE TABLE output (path TEXT PRIMARY KEY, view TEXT, maker TEXT,
    size INT, mtime INT) WITHOUT ROWID""",
    "CREATE TABLE fact (kind TEXT, key TEXT, packed BLOB, sum BLOB, PRIMARY KEY (kind, key))",
)


def unfit(path: Path, expected: Mapping[str, str]) -> str:
    """Why the file cannot be used: missing, damaged, or the name of what is not as expected."""
    if not path.is_file():
        return "missing"
    try:
        with damage_told():
            connection = connect(path)
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
    if sorted(sql for (sql,) in schema) != sorted(TABLES):
        raise Damaged("damaged")


def connect(path: Path) -> sqlite3.Connection:
    """The file, opened; each statement is its own transaction unless one is begun."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection
