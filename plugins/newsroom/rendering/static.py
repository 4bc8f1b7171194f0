"""Static files of the theme: icons and fonts, copied as they are, each planned as a copy."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from newsroom.planning.output import Output
from newsroom.planning.views.standing import CopyView


def static_outputs(theme: Path) -> tuple[Output, ...]:
    """Every file under theme/static as an output at the same path, in a fixed order; dot-files and
    links are passed over."""
    folder = theme / "static"
    files = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    paths = sorted((file.relative_to(folder).as_posix(), file) for file in files)
    return tuple(_copy(path, file) for path, file in paths if "/." not in f"/{path}")


def _copy(path: str, file: Path) -> Output:
    digest = blake2b(file.read_bytes(), digest_size=16).hexdigest()
    return Output(path=path, renderer="copy", view=CopyView(path=str(file), digest=digest))
