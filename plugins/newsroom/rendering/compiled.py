"""Compiled templates beside the theme, as Python keeps compiled modules beside their sources.

Compiling what one page needs takes longer than drawing it. They are code, so they lie where the
theme lies, which is trusted as it is, and never in the cache folder, which a stranger may hand to
CI. Why: docs/decisions/0014.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from pickle import UnpicklingError

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from newsroom.rendering.press import COMPILED

_COMPILER = ("compiling.py", "templates.py")


class Compiled(BytecodeCache):
    """One language's templates. What cannot be read is compiled anew; what cannot be written, as
    beside a theme that is installed for all, is compiled each time."""

    def __init__(self, theme: Path, language: str, words: str) -> None:
        """`words`: changes with any word, since texts that stand alone are compiled in."""
        self._folder = theme / COMPILED
        self._language = language
        self._words = words

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """A file's name for this template in this language."""
        return f"{self._language}-{super().get_cache_key(name, filename)}.template"

    def get_source_checksum(self, source: str) -> str:
        """It changes with all that a compiled template is made from."""
        whole = "\0".join((source, self._words, _compiler()))
        return blake2b(whole.encode(), digest_size=16).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read it, where it is there whole and of this source."""
        with suppress(OSError, ValueError, TypeError, EOFError, UnpicklingError):
            bucket.bytecode_from_string((self._folder / bucket.key).read_bytes())

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Leave it for the next process, whole or not at all."""
        staged = self._folder / f"{bucket.key}.{os.getpid()}"
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            staged.write_bytes(bucket.bytecode_to_string())
            staged.replace(self._folder / bucket.key)


@cache
def _compiler() -> str:
    here = Path(__file__).parent
    code = (jinja2.__version__.encode(), *((here / name).read_bytes() for name in _COMPILER))
    return blake2b(b"\0".join(code), digest_size=16).hexdigest()
