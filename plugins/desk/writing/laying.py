"""Texts and bytes in; files in their places, whole or not at all, never over what is there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from errno import errorcode
from pathlib import Path
from tempfile import NamedTemporaryFile


class NotWritten(Exception):
    """A file that could not be written; says why in one line of Vietnamese."""


class Taken(FileExistsError):
    """A file is there already."""


def write_new(path: Path, text: str) -> None:
    """Lay a new text down, whole or not at all. Raises NotWritten, and Taken where there is a
    file already: that is never written over."""
    write_all({path: text.encode()})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Lay new files down, all or none, in the order given: what names others stands last.

    All bytes are on disk under other names before the first gets its own. Folders are made, and
    taken back with the rest. Raises as `write_new`.
    """
    made: list[Path] = []
    waiting: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            made += [one for one in reversed((path.parent, *path.parents)) if not one.exists()]
            path.parent.mkdir(parents=True, exist_ok=True)
            waiting[path] = _lay(path, data)
        for path, laid in waiting.items():
            _name(laid, path)
            made.append(path)
    except BaseException as error:
        _take_back(waiting.values(), made)
        if isinstance(error, OSError) and not isinstance(error, Taken):
            raise NotWritten(why_not(path, error)) from error
        raise
    _take_back(waiting.values(), ())


def write_over(path: Path, text: str, *, seen: bytes) -> None:
    """Put a text in the place of the one that was `seen` there, at once. Raises NotWritten, also
    where another hand has changed the file since."""
    laid = None
    try:
        if path.read_bytes() != seen:
            raise NotWritten(f"{path}: tệp vừa được sửa ở nơi khác, chưa ghi đè; hãy chạy lại")
        laid = _lay(path, text.encode())
        laid.chmod(path.stat().st_mode)
        laid.replace(path)
    except OSError as error:
        raise NotWritten(why_not(path, error)) from error
    finally:
        if laid is not None:
            laid.unlink(missing_ok=True)


def why_not(path: Path, error: OSError) -> str:
    """One line on a file that the disk refused."""
    reasons = {
        "ENOSPC": "ổ đĩa đã đầy",
        "EDQUOT": "hết dung lượng được cấp",
        "EFBIG": "tệp quá lớn so với giới hạn của máy",
        "EACCES": "không có quyền ghi vào thư mục này",
        "EPERM": "không có quyền ghi vào thư mục này",
        "EROFS": "thư mục này chỉ cho đọc",
        "EEXIST": "một phần của đường dẫn không phải là thư mục",
        "ENOTDIR": "một phần của đường dẫn không phải là thư mục",
    }
    name = errorcode.get(error.errno or 0, "")
    return f"Không ghi được {path}: {reasons.get(name) or error.strerror or error}"


def _lay(path: Path, data: bytes) -> Path:
    """The bytes beside their place, under a name that reading passes over."""
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".tmp", delete=False) as file:
        laid = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            laid.unlink(missing_ok=True)
            raise
    laid.chmod(0o666 & ~_umask())
    return laid


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _name(laid: Path, path: Path) -> None:
    """Give it its name unless something has that; disks without hard links rename."""
    try:
        path.hardlink_to(laid)
    except FileExistsError:
        raise Taken(path) from None
    except OSError:
        if path.exists():
            raise Taken(path) from None
        laid.rename(path)


def _take_back(waiting: Iterable[Path], made: Sequence[Path]) -> None:
    for laid in waiting:
        with suppress(OSError):
            laid.unlink(missing_ok=True)
    for path in reversed(made):
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()
