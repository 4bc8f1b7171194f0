"""What a disk can hide in a content folder: links out of it, names that clash, things that are no
files. Each is refused with its code, and nothing of it is opened."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.broken import lay
from tests.building import build, tree
from tests.hostile.cases import article, refused_with

WORDS = "bi-mat-cua-may"
Lay = Callable[[Path, Path], None]


def put(path: Path, data: str | bytes = "") -> Path:
    """Write a file, its folders too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def link(to: str, from_: str) -> Lay:
    """A symlink in content/ to something outside it."""

    def laid(content: Path, outside: Path) -> None:
        place = content / from_
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(outside / to if to[:1] != "/" else Path(to))

    return laid


def hard(to: str, from_: str, text: str = "") -> Lay:
    """A hard link in content/ to a file outside it, and an article that offers it."""

    def laid(content: Path, outside: Path) -> None:
        put(content / from_, "").unlink()
        (content / from_).hardlink_to(outside / to)
        put(content / "articles" / "hard.md", text)

    return laid


def both(one: str, other: str, text: str = "") -> Lay:
    """Two files whose names differ in capitals, or in the form of their letters."""

    def laid(content: Path, _: Path) -> None:
        for name in (one, other):
            put(content / name, text)

    return laid


def offering(file: str) -> str:
    return article(attachments=[{"file": file, "title": "x"}])


def showing(file: str) -> str:
    return article(photo={"file": file, "alt": "x"})


def a_pipe(content: Path, _: Path) -> None:
    os.mkfifo(content / "articles" / "ong.md")


def a_socket(content: Path, _: Path) -> None:
    here = os.getcwd()  # noqa: PTH109 - an address of a socket is short
    os.chdir(content / "articles")
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind("o.md")
    finally:
        os.chdir(here)


def a_folder_called_like_a_file(content: Path, _: Path) -> None:
    (content / "pages" / "x.md").mkdir()


def a_name_that_is_no_text(content: Path, _: Path) -> None:
    with open(os.fsencode(content / "articles") + b"/\xff\xfe.md", "wb") as file:  # noqa: PTH123 - bytes
        file.write(article().encode())


def linked(path: str) -> Lay:
    """A folder on the way to a photo is a symlink."""

    def laid(content: Path, outside: Path) -> None:
        (content / "photos" / "la").symlink_to(outside, target_is_directory=True)
        put(content / "articles" / "x.md", showing(path))

    return laid


def a_site_file_elsewhere(content: Path, outside: Path) -> None:
    (content / "site.yaml").unlink()
    (content / "site.yaml").symlink_to(put(outside / "site.yaml", "name: x\nowner: y\n"))


def linked_file(to: str, from_: str, text: str) -> Lay:
    """A photo or file that is a symlink, and an article that wants it."""

    def laid(content: Path, outside: Path) -> None:
        (content / from_).symlink_to(outside / to)
        put(content / "articles" / "x.md", text)

    return laid


def photos_elsewhere(content: Path, outside: Path) -> None:
    (content / "photos").rename(outside / "photos")
    (content / "photos").symlink_to(outside / "photos", target_is_directory=True)


def a_photo_in_other_capitals(content: Path, _: Path) -> None:
    put(content / "articles" / "x.md", showing(CAPITALS))


PDF, CAPITALS = "files/x.pdf", "photos/2020/07/Hoi-truong.jpg"
DISKS: dict[str, tuple[Lay, tuple[str, ...]]] = {
    "an article that is a symlink": (link("x.md", "articles/x.md"), ("E144",)),
    "a symlink to a folder": (link("", "articles/la"), ("E144",)),
    "a symlink to the root": (link("/", "articles/goc"), ("E144",)),
    "a symlink to itself": (link("/nowhere", "articles/vong.md"), ("E144",)),
    "a symlink at the top": (link("", "la"), ("E144",)),
    "a hidden symlink": (link("", "articles/.la"), ("E144",)),
    "a site.yaml that is a symlink": (a_site_file_elsewhere, ("E140", "E144")),
    "a photo behind a symlink": (linked("photos/la/anh.jpg"), ("E403",)),
    "a photo that is a symlink": (
        linked_file("anh.jpg", "photos/x.jpg", showing("photos/x.jpg")),
        ("E403",),
    ),
    "a file that is a symlink": (linked_file("x.pdf", PDF, offering(PDF)), ("E403",)),
    "a file that is a hard link": (hard("x.pdf", PDF, offering(PDF)), ("E413",)),
    "a text that is a hard link": (
        hard("x.txt", "files/x.txt", offering("files/x.txt")),
        ("E413",),
    ),
    "a photo that is a hard link": (
        hard("anh.jpg", "photos/x.jpg", showing("photos/x.jpg")),
        ("E413",),
    ),
    "a folder that is a symlink to files": (photos_elsewhere, ("E144",)),
    "two articles that differ in capitals": (
        both("articles/a/tin.md", "articles/b/tin.md", article()),
        ("E201",),
    ),
    "two names that differ in capitals": (
        both("articles/tin.md", "articles/TIN.md", article()),
        ("E141", "E201"),
    ),
    "a photo in other capitals": (a_photo_in_other_capitals, ("E402",)),
    "a pipe": (a_pipe, ("E142",)),
    "a socket": (a_socket, ("E142",)),
    "a folder called like a file": (a_folder_called_like_a_file, ("E145",)),
    "a name that is no text": (a_name_that_is_no_text, ("E141",)),
}


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="disks there have other traps")
@pytest.mark.parametrize("name", DISKS)
def test_it_is_refused_and_not_opened(name: str, tmp_path: Path) -> None:
    content, outside = tmp_path / "content", tmp_path / "outside"
    lay("", content)
    put(outside / "x.md", article(WORDS))
    put(outside / "x.txt", WORDS)
    put(outside / "x.pdf", (content / "files" / "mau.pdf").read_bytes())
    put(outside / "anh.jpg", next(content.glob("photos/**/*.jpg")).read_bytes())
    make, codes = DISKS[name]
    make(content, outside)

    found = refused_with(content)

    assert found == codes


@pytest.mark.skipif(sys.platform == "win32", reason="links are others there")
def test_what_is_left_out_of_a_build_that_goes_on_is_in_no_file(tmp_path: Path) -> None:
    content, outside = tmp_path / "content", tmp_path / "outside"
    lay("", content)
    put(outside / "x.md", article(WORDS, title=WORDS))
    link("x.md", "articles/x.md")(content, outside)
    hard("x.txt", "files/x.txt", offering("files/x.txt"))(
        content, put(outside / "x.txt", WORDS).parent
    )

    built = build(content, tmp_path / "output", keep_going="true")

    assert built.status == 3, built.err
    assert [path for path, data in tree(built.output).items() if WORDS.encode() in data] == []


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names there are always text")
def test_a_name_that_is_no_text_is_told_of_all_the_same(tmp_path: Path) -> None:
    lay("", tmp_path / "content")
    a_name_that_is_no_text(tmp_path / "content", tmp_path)

    built = build(tmp_path / "content", tmp_path / "output")

    assert (built.status, "E141" in built.out) == (2, True), built.err
