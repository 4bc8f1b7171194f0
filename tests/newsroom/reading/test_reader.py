from __future__ import annotations

import os
import unicodedata
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest

from newsroom.problems import problem
from newsroom.reading import Reading, jobs, locate, looking, read
from newsroom.reading.moment import at_one_moment
from tests import broken

ARTICLE = "articles/2020/07/hoi-nghi-so-ket.md"
PHOTO = "photos/2020/07/hoi-truong.jpg"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    broken.lay("", tmp_path / "content")
    return tmp_path / "content"


def reading(content: Path) -> Reading:
    return read(broken.settings(content))


def codes(content: Path) -> list[tuple[str, str]]:
    return [(found.file, found.code) for found in reading(content).problems]


def with_photo(content: Path, file: str = PHOTO) -> None:
    path = content / ARTICLE
    photo = f"photo: {{file: {file}, alt: Hội trường}}\n---\n"
    path.write_text(path.read_text("utf-8").replace("---\n", photo, 2).replace(photo, "---\n", 1))


def test_every_kind_is_read_in_the_order_of_files(content: Path) -> None:
    (content / "units" / "ban-mau.md").write_text("---\nname: Ban\nkind: party\n---\n", "utf-8")

    records = reading(content).records

    assert records is not None
    assert [kind for kind, _ in records.all()] == [
        "article",
        "campaign",
        "unit",
        "unit",
        "bloc",
        "document",
        "event",
        "section",
        "page",
    ]
    assert list(records.unit) == ["ban-mau", "so-mau"]
    assert records.site.name == "Trang mẫu"


def test_a_broken_record_is_left_out_and_named(content: Path) -> None:
    (content / "units" / "so-mau.md").write_text("không có gì\n", "utf-8")

    found = reading(content)

    assert found.records is not None
    assert "so-mau" not in found.records.unit
    assert list(found.broken) == [("unit", "so-mau")]
    assert "hoi-nghi-so-ket" in found.records.article


def test_without_site_yaml_there_are_no_records_but_all_problems(content: Path) -> None:
    (content / "site.yaml").unlink()
    (content / "units" / "so-mau.md").write_text("không có gì\n", "utf-8")

    found = reading(content)

    assert found.records is None
    assert [one.code for one in found.problems] == ["E140", "E101"]


def test_an_empty_content_folder_has_no_site(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()

    assert codes(tmp_path / "content") == [("site.yaml", "E140")]


def test_a_content_folder_that_is_not_there_has_no_site(tmp_path: Path) -> None:
    assert codes(tmp_path / "content") == [("site.yaml", "E140")]


def test_both_of_two_records_with_one_id_are_left_out(content: Path) -> None:
    other = content / "articles" / "hoi-nghi-so-ket.md"
    other.write_bytes((content / ARTICLE).read_bytes())

    found = reading(content)

    assert [one.code for one in found.problems] == ["E201"]
    assert found.records is not None
    assert found.records.article == {}


def test_ids_that_differ_only_in_case_are_one(content: Path) -> None:
    (content / "units" / "So-Mau.md").write_text("---\nname: A\nkind: party\n---\n", "utf-8")

    assert codes(content) == [("units/So-Mau.md", "E141"), ("units/so-mau.md", "E201")]


@pytest.mark.parametrize(
    "name",
    [".gitkeep", ".DS_Store", "Thumbs.db", "~$so-mau.docx", "so-mau.md~", "x.bak", ".x.md.swp"],
)
def test_what_programs_leave_behind_is_passed_over(content: Path, name: str) -> None:
    (content / "units" / name).write_bytes(b"\x00")

    assert codes(content) == []


def test_symlinks_are_refused_wherever_they_lead(content: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("---\ntitle: Mật\n---\n", "utf-8")
    (content / "pages" / "mat.md").symlink_to(secret)
    (content / "articles" / "ngoai").symlink_to(tmp_path, target_is_directory=True)
    (content / "awards").symlink_to(tmp_path, target_is_directory=True)

    assert codes(content) == [
        ("articles/ngoai", "E144"),
        ("awards", "E144"),
        ("pages/mat.md", "E144"),
    ]


def test_a_photo_behind_a_symlink_is_refused(content: Path, tmp_path: Path) -> None:
    (tmp_path / "ngoai").mkdir()
    (tmp_path / "ngoai" / "a.jpg").write_bytes((content / PHOTO).read_bytes())
    (content / "photos" / "ngoai").symlink_to(tmp_path / "ngoai", target_is_directory=True)
    with_photo(content, "photos/ngoai/a.jpg")

    assert codes(content) == [(ARTICLE, "E403")]


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_read(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(path: str, read: Any) -> Any:
        if path.endswith("so-mau.md"):
            raise PermissionError(13, "Permission denied")
        return at_one_moment(path, read)

    monkeypatch.setattr(jobs, "at_one_moment", refusing)

    assert codes(content) == [("units/so-mau.md", "E146")]


def test_a_pipe_among_the_records_does_not_hold_up_the_reading(content: Path) -> None:
    os.mkfifo(content / "units" / "ong.md")

    assert codes(content) == [("units/ong.md", "E142")]


def test_a_name_that_macos_decomposed_meets_its_composed_link(content: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "hội-trường.jpg")
    (content / PHOTO).rename(content / "photos" / decomposed)
    with_photo(content, "photos/hội-trường.jpg")

    records = reading(content).records

    assert records is not None
    photo = records.photos["photos/hội-trường.jpg"]
    assert Path(photo.path).name == decomposed


def test_a_photo_is_known_by_its_bytes_and_its_size(content: Path) -> None:
    with_photo(content)

    records = reading(content).records

    assert records is not None
    photo = records.photos[PHOTO]
    assert (photo.width, photo.height, photo.format) == (30, 20, "jpeg")
    data = (content / PHOTO).read_bytes()
    assert photo.digest == blake2b(data, digest_size=16).hexdigest()


def test_only_photos_and_files_that_something_refers_to_are_looked_at(content: Path) -> None:
    (content / "photos" / "rac.txt").write_text("x", "utf-8")

    records = reading(content).records

    assert records is not None
    assert (records.photos, records.files) == ({}, {})
    assert codes(content) == []


def test_a_file_for_download_has_its_size(content: Path) -> None:
    page = content / "pages" / "gioi-thieu.md"
    page.write_text("---\ntitle: A\n---\n[x](file:mau.pdf)\n", "utf-8")

    records = reading(content).records

    assert records is not None
    assert records.files["files/mau.pdf"].size == (content / "files" / "mau.pdf").stat().st_size


def test_a_photo_that_is_too_heavy_is_not_even_read(content: Path) -> None:
    with (content / PHOTO).open("r+b") as photo:
        photo.truncate((25 << 20) + 1)
    with_photo(content)

    assert codes(content) == [(ARTICLE, "E407")]


def test_a_photo_that_cannot_be_read_is_told(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(*_: object) -> Any:
        raise PermissionError(13, "Permission denied")

    with_photo(content)
    monkeypatch.setattr(looking, "at_one_moment", refusing)

    assert codes(content) == [(ARTICLE, "E410")]


def test_problems_of_later_stages_get_their_place(content: Path) -> None:
    found = locate(
        [
            problem("blocs/khoi-mau.md", "E203", keys=("years", 0, "members", 0)),
            problem("site.yaml", "E203", keys=("navigation", 0)),
            problem("units/so-mau.md", "E204", line=7),
            problem("units/khong-co.md", "E203", keys=("name",)),
        ],
        content,
    )

    assert [(one.line, one.column) for one in found] == [(6, 15), (1, 1), (7, 0), (0, 0)]
