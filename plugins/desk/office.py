"""A file that is said to be of Word or Excel in; its bytes or the members of its archive out, or
one line on why not."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

LARGEST = 100 << 20
"""Bytes of the file as it lies on disk."""
LARGEST_UNPACKED = 400 << 20
LARGEST_MEMBER_OF_TEXT = 40 << 20
"""Bytes of one XML member: a law of 200 articles has three million."""
MOST_MEMBERS = 3_000
_ZIP, _OLE, _RTF, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf", b"%PDF"
_SAVE_AS = "hãy mở bằng Word và lưu lại kiểu “Word Document (.docx)”"
_SAVE_AS_EXCEL = "hãy mở bằng Excel và lưu lại kiểu “Excel Workbook (.xlsx)”"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SECONDS_OF_OFFICE = 120


class CannotImport(Exception):
    """A file that cannot be imported; says why in one line of Vietnamese."""


def members_of(path: Path) -> dict[str, bytes]:
    """Every member of a .docx by name; an older .doc or .rtf goes through LibreOffice where that
    is installed. Raises CannotImport."""
    data = _converted(path, bytes_of(path), "docx:MS Word 2007 XML", _SAVE_AS)
    return unpacked(path.name, data, "word/document.xml", _SAVE_AS)


def workbook_of(path: Path) -> bytes:
    """The bytes of an .xlsx, looked over; an older .xls goes through LibreOffice where that is
    installed. Raises CannotImport."""
    data = _converted(path, bytes_of(path), "xlsx:Calc MS Excel 2007 XML", _SAVE_AS_EXCEL)
    unpacked(path.name, data, "xl/workbook.xml", _SAVE_AS_EXCEL)
    return data


def _converted(path: Path, data: bytes, filter: str, save_as: str) -> bytes:
    if not data.startswith((_OLE, _RTF)):
        return data
    if _ENCRYPTED in data:
        raise CannotImport(f"{path.name}: tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi lưu lại")
    return _through_office(path, filter, save_as)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file of a fair size. Raises CannotImport."""
    try:
        if path.is_dir():
            raise CannotImport(f"{path}: đây là thư mục, không phải tệp")
        size = path.stat().st_size
        if size > LARGEST:
            raise CannotImport(
                f"{path.name}: tệp nặng {size >> 20} MB, nhiều nhất {LARGEST >> 20} MB; "
                "hãy giảm cỡ ảnh (Word: Picture Format › Compress Pictures)"
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise CannotImport(f"{path}: không có tệp này") from None
    except OSError as error:
        raise CannotImport(f"{path}: không đọc được ({error.strerror or error})") from None
    if not data:
        raise CannotImport(f"{path.name}: tệp rỗng")
    return data


def unpacked(name: str, data: bytes, heart: str, save_as: str) -> dict[str, bytes]:
    """The members of an Office archive that holds `heart`, within limits. Raises CannotImport.

    Sizes are counted while unpacking: what an archive says of itself may be a lie.
    """
    if not data.startswith(_ZIP):
        raise CannotImport(f"{name}: {_what_it_is(data, save_as)}")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if heart not in archive.namelist():
                raise CannotImport(f"{name}: tệp nén này không phải là tệp Office; {save_as}")
            return _members(name, archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise CannotImport(
            f"{name}: tệp hỏng hoặc chưa tải về hết; hãy chép lại tệp gốc"
        ) from error
    except zipfile.LargeZipFile as error:
        raise CannotImport(f"{name}: tệp quá lớn") from error


def _members(name: str, archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MOST_MEMBERS:
        raise CannotImport(f"{name}: trong tệp có tới {len(entries)} phần; không phải tệp thường")
    members: dict[str, bytes] = {}
    left = LARGEST_UNPACKED
    for entry in entries:
        most = min(left, LARGEST_MEMBER_OF_TEXT if entry.filename.endswith(".xml") else left)
        with archive.open(entry) as member:
            content = member.read(most + 1)
        if len(content) > most:
            raise CannotImport(f"{name}: tệp nở ra quá lớn khi mở, không phải tệp Office thường")
        left -= len(content)
        members[entry.filename] = content
    return members


def _what_it_is(data: bytes, save_as: str) -> str:
    if data.startswith(_PDF):
        return "đây là tệp PDF đổi đuôi; hãy lấy tệp gốc"
    if data.startswith((b"\xff\xd8", b"\x89PNG", b"GIF8")):
        return "đây là một tấm ảnh đổi đuôi; chép ảnh vào thư mục photos/"
    if data.lstrip()[:5].lower() in (b"<html", b"<!doc", b"<?xml"):
        return f"đây là trang web đổi đuôi; {save_as}"
    return f"không phải tệp Word, Excel kiểu mới; {save_as}"


def _through_office(path: Path, filter: str, save_as: str) -> bytes:
    """The same in today's form, converted by LibreOffice in a profile of its own."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        raise CannotImport(f"{path.name}: đây là kiểu tệp cũ (.doc, .rtf, .xls); {save_as}")
    with TemporaryDirectory() as folder:
        # The name is not passed on: one that begins with a hyphen would be an option.
        copy = Path(folder) / f"x{path.suffix.lower() if path.suffix.isascii() else '.doc'}"
        shutil.copyfile(path, copy)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", filter]
        try:
            subprocess.run(  # noqa: S603 - the program found on PATH, and names of our own
                [*command, "--outdir", folder, str(copy)],
                capture_output=True,
                timeout=_SECONDS_OF_OFFICE,
                check=False,
            )
            return (Path(folder) / f"x.{filter[:4]}").read_bytes()
        except (OSError, subprocess.TimeoutExpired):
            raise CannotImport(f"{path.name}: LibreOffice không mở được; {save_as}") from None
