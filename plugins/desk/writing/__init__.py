"""Writing records as people write them, and files that are there whole or not at all: for every
tool that makes content (`new`, the imports, `check --fix`, `approve`)."""

from desk.writing.laying import NotWritten, Taken, why_not, write_all, write_new, write_over
from desk.writing.spelling import flow, record_text

__all__ = [
    "NotWritten",
    "Taken",
    "flow",
    "record_text",
    "why_not",
    "write_all",
    "write_new",
    "write_over",
]
