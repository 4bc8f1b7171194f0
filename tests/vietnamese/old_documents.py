"""The text of an office file from before Unicode, letters still in its own encoding.

Only what the tests need: RTF, Word 97 and .docx bodies, without styles, notes or pictures.
"""

import re
import struct
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import xlrd

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text_of(path: Path) -> str:
    """Return the text of the file, its old bytes as windows-1252 characters."""
    read = {".rtf": _rtf, ".doc": _doc, ".docx": _docx}[path.suffix]
    return read(path)


def cells_of(path: Path) -> list[str]:
    """Return the text of every cell of a workbook that holds text."""
    sheets = xlrd.open_workbook(path).sheets()
    rows = (row for sheet in sheets for row in sheet.get_rows())
    return [cell.value for row in rows for cell in row if cell.ctype == xlrd.XL_CELL_TEXT]


_RTF = re.compile(
    r"\\'([0-9a-fA-F]{2})|\\([a-z]+)(-?\d+)? ?|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_RTF_ASIDE = {
    "fonttbl", "colortbl", "stylesheet", "info", "header", "footer", "headerl", "headerr",
    "footerl", "footerr", "pict", "object", "fldinst", "pntxtb", "pntxta", "listtable", "footnote",
}  # fmt: skip
_RTF_SPACES = {"par": "\n", "line": "\n", "tab": "\t", "cell": "\t", "row": "\n", "sect": "\n"}
_RTF_SIGNS = {
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "endash": "–",
    "emdash": "—", "bullet": "•",
}  # fmt: skip


def _rtf(path: Path) -> str:
    text: list[str] = []
    aside = [False]
    for found in _RTF.finditer(path.read_bytes().decode("latin-1")):
        byte, word, number, sign, brace, plain = found.groups()
        if brace == "{":
            aside.append(aside[-1])
        elif brace:
            aside.pop()
        elif word in _RTF_ASIDE or sign == "*":
            aside[-1] = True
        elif not aside[-1]:
            text.append(_rtf_piece(byte, word, number, sign) or plain or "")
    return "".join(text)


def _rtf_piece(byte: str | None, word: str | None, number: str | None, sign: str | None) -> str:
    if byte:
        return bytes.fromhex(byte).decode("cp1252", "replace")
    if word == "u" and number:
        return chr(int(number) % 0x10000)
    if sign:
        return {"~": " ", "-": "\u00ad", "_": "-"}.get(sign, sign)
    return _RTF_SPACES.get(word or "", _RTF_SIGNS.get(word or "", ""))


def _docx(path: Path) -> str:
    with zipfile.ZipFile(path) as packed:
        body = ET.fromstring(packed.read("word/document.xml"))  # noqa: S314 - the tests own data
    paragraphs = body.iter(f"{_WORD}p")
    return "\n".join(
        "".join(node.text or "" if node.tag == f"{_WORD}t" else " " for node in paragraph.iter()
                if node.tag in (f"{_WORD}t", f"{_WORD}tab"))
        for paragraph in paragraphs
    )  # fmt: skip


def _doc(path: Path) -> str:
    """Follow the piece table ([MS-DOC] 2.4.1): each piece is windows-1252 or UTF-16."""
    streams = _streams(path.read_bytes())
    main = streams["WordDocument"]
    table = streams["1Table" if main[0x0B] & 2 else "0Table"]
    start, size = struct.unpack_from("<II", main, 0x01A2)
    pieces = _piece_table(table[start : start + size])
    count = (len(pieces) - 4) // 12
    places = struct.unpack_from(f"<{count + 1}I", pieces)
    text = ""
    for number in range(count):
        (offset,) = struct.unpack_from("<I", pieces, (count + 1) * 4 + number * 8 + 2)
        length = places[number + 1] - places[number]
        if offset & 0x40000000:
            begin = (offset & 0x3FFFFFFF) // 2
            text += main[begin : begin + length].decode("cp1252", "replace")
        else:
            text += main[offset : offset + 2 * length].decode("utf-16-le", "replace")
    (own,) = struct.unpack_from("<I", main, 0x4C)
    without_fields = re.sub("\x13[^\x13-\x15]*\x14|\x13[^\x13-\x15]*\x15|\x15", "", text[:own])
    return re.sub("[\x00-\x08\x0b-\x1e]", "\n", without_fields.replace("\x1f", "\u00ad"))


def _piece_table(clx: bytes) -> bytes:
    place = 0
    while clx[place] == 1:
        place += 3 + struct.unpack_from("<H", clx, place + 1)[0]
    (size,) = struct.unpack_from("<I", clx, place + 1)
    return clx[place + 5 : place + 5 + size]


def _streams(data: bytes) -> dict[str, bytes]:
    """Read the streams of a compound file ([MS-CFB]); short ones lie in the root's own stream."""
    sector = 1 << struct.unpack_from("<H", data, 0x1E)[0]
    (fat_count, directory) = struct.unpack_from("<II", data, 0x2C)
    fat_places = struct.unpack_from(f"<{min(fat_count, 109)}I", data, 0x4C)
    fat = _numbers(b"".join(_sector(data, place, sector) for place in fat_places))
    body = data[sector:]
    entries = _chain(body, fat, directory, sector)
    small_fat = _numbers(_chain(body, fat, struct.unpack_from("<I", data, 0x3C)[0], sector))
    small = _chain(body, fat, struct.unpack_from("<I", entries, 116)[0], sector)
    streams: dict[str, bytes] = {}
    for at in range(128, len(entries), 128):
        (name_size,) = struct.unpack_from("<H", entries, at + 64)
        (first, size) = struct.unpack_from("<II", entries, at + 116)
        is_long = size >= 4096
        chain = (body, fat, first, sector) if is_long else (small, small_fat, first, 64)
        if entries[at + 66] == 2:
            name = entries[at : at + name_size - 2].decode("utf-16-le")
            streams[name] = _chain(*chain)[:size]
    return streams


def _sector(data: bytes, place: int, size: int) -> bytes:
    return data[(place + 1) * size : (place + 2) * size]


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data)


def _chain(data: bytes, fat: tuple[int, ...], first: int, sector: int) -> bytes:
    found = b""
    while first < len(fat):
        found += data[first * sector : (first + 1) * sector]
        first = fat[first]
    return found
