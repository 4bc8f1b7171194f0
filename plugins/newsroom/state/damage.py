"""A checksum for each row, and what is raised where a row is not what was written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b


class Damaged(Exception):
    """The state does not hold what it must: the build starts from nothing.

    The text is why, as `State.reason` gives it.
    """


def checksum(key: tuple[object, ...], packed: bytes) -> bytes:
    """What a row's check must be: it covers the key too, so that rows cannot change places."""
    check = blake2b(repr(key).encode(errors="surrogatepass"), digest_size=8)
    check.update(packed)
    return check.digest()


def sound(key: tuple[object, ...], packed: object, check: object) -> bytes:
    """The bytes of a row, or Damaged where they are not those that were written."""
    if not isinstance(packed, bytes) or check != checksum(key, packed):
        raise Damaged("damaged")
    return packed


@contextmanager
def damage_told() -> Iterator[None]:
    """Whatever SQLite and the decoders say of a broken file is Damaged."""
    try:
        yield
    except (sqlite3.Error, ValueError, TypeError, AttributeError, OverflowError) as error:
        raise Damaged("damaged") from error
