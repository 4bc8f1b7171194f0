"""A record in; what its keys, each sound alone, say against each other, out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from newsroom.reading.findings import Findings


def check_agreement(record: Any, findings: Findings) -> None:
    """Note what does not agree within one record."""
    check = _CHECKS.get(type(record).__name__)
    if check:
        check(record, findings)


_CHECKS: Mapping[str, Callable[[Any, Findings], None]] = {}
