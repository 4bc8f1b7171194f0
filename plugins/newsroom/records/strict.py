"""What every shape that an editor writes has in common: an unknown key is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar


class Strict:
    """Tells pydantic to refuse keys that the dataclass has not."""

    __slots__ = ()
    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "forbid"}
