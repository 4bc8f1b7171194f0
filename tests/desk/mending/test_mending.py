from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from desk.mending import mend, mendings
from desk.writing import NotWritten
from tests.building import tree
from tests.desk.checking.desks import BODY, codes, desk, put, told, write
from tests.desk.checking.test_rules import photo

HEAD = "---\ntitle: Hội nghị sơ kết\ndate: 2020-07-31\nsection: chinh-tri\n---\n"
TCVN3 = (
    b"---\ntitle: H\xe9i ngh\xde s\xac k\xd5t\ndate: 2020-07-31\nsection: chinh-tri\n---\n"
    b"C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca Vi\xd6t Nam\n"
)


def mended(content: Path, text: str | bytes, file: str = "articles/hoi-nghi.md") -> str:
    """What a file holds after mending."""
    path = content / file
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    mend(content, mendings(content))
    return path.read_bytes().decode()


def test_sound_content_is_not_touched(tmp_path: Path) -> None:
    content = desk(tmp_path)
    write(content, "crlf", BODY.replace("\n", "\r\n"), title="Bài lưu trên Windows")
    write(content, "ngat", "Dòng một  \ndòng hai\\\ndòng ba\n", title="Bài có chỗ ngắt dòng")
    before = tree(content)

    assert mendings(content) == []
    assert tree(content) == before


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            unicodedata.normalize("NFD", HEAD + BODY),
            HEAD + BODY,
        ),
        (HEAD.replace("\n", "  \n") + BODY, HEAD + BODY),
        ("\n\n" + HEAD + BODY, HEAD + BODY),
        (HEAD + "Sáng\u00a029/7, hội\u200bnghị.\n", HEAD + "Sáng 29/7, hộinghị.\n"),
        (
            HEAD.replace("Hội nghị sơ kết", "Kết quả: tốt") + BODY,
            HEAD.replace("Hội nghị sơ kết", '"Kết quả: tốt"') + BODY,
        ),
        (
            HEAD.replace("Hội nghị sơ kết", "*Hội nghị*") + BODY,
            HEAD.replace("Hội nghị sơ kết", '"*Hội nghị*"') + BODY,
        ),
        (
            HEAD.replace("Hội nghị sơ kết", "[Ảnh] Đại hội") + BODY,
            HEAD.replace("Hội nghị sơ kết", '"[Ảnh] Đại hội"') + BODY,
        ),
        (
            HEAD + "| Đơn vị | Điểm |\n| Sở Mẫu | 96 |\n",
            HEAD + "| Đơn vị | Điểm |\n| --- | --- |\n| Sở Mẫu | 96 |\n",
        ),
        (
            HEAD + "Céng hßa x· héi chñ nghÜa ViÖt Nam\n",
            HEAD + "Cộng hòa xã hội chủ nghĩa Việt Nam\n",
        ),
        ((HEAD + BODY).encode("utf-16"), HEAD + BODY),
        (
            (HEAD + BODY).replace("\n", "\r\n").encode("utf-16"),
            (HEAD + BODY).replace("\n", "\r\n"),
        ),
        (b"\xef\xbb\xbf" + (HEAD + BODY).encode(), HEAD + BODY),
        (
            TCVN3,
            HEAD + "Cộng hòa xã hội chủ nghĩa Việt Nam\n",
        ),
    ],
)
def test_what_is_safe_is_mended_and_nothing_else(
    text: str | bytes, wanted: str, tmp_path: Path
) -> None:
    content = desk(tmp_path)
    others = {name: data for name, data in tree(content).items() if "hoi-nghi" not in name}

    assert mended(content, text) == wanted
    assert codes(content) == ["W501"]  # only an author can write the summary
    assert {name: data for name, data in tree(content).items() if "hoi-nghi" not in name} == others
    assert mendings(content) == []


@pytest.mark.parametrize(
    "text",
    [
        HEAD + BODY.replace("đã", "đã hòa hoà"),  # which style is the author's choice
        HEAD.replace("sơ kết", "sơ kết # một") + BODY,  # a comment may be meant
        HEAD.replace("section", "sectoin") + BODY,
        HEAD.replace("2020-07-31", "07/31/2020") + BODY,
        HEAD + "Hội ngh\ufffd sơ kết.\n",
        HEAD + "Cộng hòa và céng hßa x· héi chñ nghÜa.\n",  # both in one line
        HEAD + "    Đoạn thụt vào.\n",
    ],
)
def test_what_may_be_meant_otherwise_stays(text: str, tmp_path: Path) -> None:
    content = desk(tmp_path)

    assert mended(content, text) == text


def test_bytes_of_no_known_encoding_stay(tmp_path: Path) -> None:
    content = desk(tmp_path)
    data = b"---\ntitle: \x81\x8d\x8f\x90\n---\n"
    (content / "articles/hoi-nghi.md").write_bytes(data)

    mend(content, mendings(content))

    assert (content / "articles/hoi-nghi.md").read_bytes() == data


def test_names_become_plain_and_links_follow(tmp_path: Path) -> None:
    content = desk(tmp_path)
    photo(content, "photos/2020/Ảnh Đại hội (1).jpg")
    photo(content, "photos/2020/" + unicodedata.normalize("NFD", "Tượng đài.jpg"))
    photo(content, "photos/2020/IMG_01.jpg")
    put(content, "files/Kế hoạch.PDF", "%PDF-1.4\n")
    put(content, "units/Sở Nội vụ.md", "---\nname: Sở Nội vụ\nkind: government\n---\n")
    put(content, "units/phong.md", "---\nname: Phòng\nkind: other\nparent: Sở Nội vụ\n---\n")
    write(
        content,
        "hoi-nghi",
        "Xem [kế hoạch](file:K%E1%BA%BF%20ho%E1%BA%A1ch.PDF) và [sở](<unit:Sở Nội vụ>).\n\n"
        '![Hội trường](photo:2020/IMG_01.jpg "Ảnh: A")\n\n'
        '![Tượng](<photo:2020/Tượng đài.jpg> "Ảnh: A")\n',
        photo="{file: photos/2020/Ảnh Đại hội (1).jpg, alt: Hội trường, credit: A}",
        units="[Sở Nội vụ]",
    )

    mend(content, mendings(content))

    article = (content / "articles/hoi-nghi.md").read_text("utf-8")
    assert "{file: photos/2020/anh-dai-hoi-1.jpg, alt" in article
    assert "(file:ke-hoach.pdf)" in article
    assert "(<unit:so-noi-vu>)" in article
    assert "units: [so-noi-vu]" in article
    assert "(photo:2020/IMG_01.jpg " in article
    assert "(<photo:2020/tuong-dai.jpg> " in article
    assert "parent: so-noi-vu" in (content / "units/phong.md").read_text("utf-8")
    assert sorted(path.name for path in content.rglob("*.*") if not path.name.isascii()) == []
    assert [one.code for one in told(content) if one.severity == "error"] == []
    assert mendings(content) == []


def test_a_name_that_another_file_bears_is_not_taken(tmp_path: Path) -> None:
    content = desk(tmp_path)
    photo(content, "photos/Ảnh.jpg")
    put(content, "photos/anh.jpg", "another")

    mend(content, mendings(content))

    assert (content / "photos/anh.jpg").read_text("utf-8") == "another"
    assert (content / "photos/Ảnh.jpg").exists()


def test_one_file_is_mended_alone_and_under_its_name(tmp_path: Path) -> None:
    content = desk(tmp_path)
    photo(content, "photos/Ảnh.jpg")
    put(content, "articles/mot.md", HEAD.replace("Hội nghị", "Một: hội nghị") + BODY)
    put(content, "articles/hai.md", HEAD.replace("Hội nghị", "Hai: hội nghị") + BODY)

    changes = mendings(content, ["articles/mot.md"])

    assert [one.old for one in changes] == ["articles/mot.md"]
    diff = list(changes[0].diff())
    assert "-title: Một: hội nghị sơ kết" in diff
    assert '+title: "Một: hội nghị sơ kết"' in diff


def test_a_file_that_was_saved_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    content = desk(tmp_path)
    put(content, "articles/mot.md", HEAD.replace("Hội nghị", "Một: hội nghị") + BODY)
    changes = mendings(content)
    put(content, "articles/mot.md", "vừa lưu")

    with pytest.raises(NotWritten, match="vừa được sửa"):
        mend(content, changes)

    assert (content / "articles/mot.md").read_text("utf-8") == "vừa lưu"
