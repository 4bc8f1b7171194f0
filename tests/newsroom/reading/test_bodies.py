from __future__ import annotations

import pytest

from newsroom.reading.bodies import BodyRead, BodyReader
from newsroom.reading.bodies.targets import target_of
from newsroom.reading.findings import Findings
from newsroom.records.body import Heading, Slot


def read(text: str) -> BodyRead:
    findings = Findings("x.md")
    made = BodyReader().read(text, 10, findings)
    assert findings.problems == []
    return made


def html(text: str) -> str:
    """The body's HTML with each slot shown as ⟨what kind:target⟩."""
    body = read(text).body
    shown = [f"⟨{slot.what} {slot.kind}:{slot.target}⟩" for slot in body.slots]
    return "".join(
        part + slot for part, slot in zip(body.parts, [*shown, ""], strict=True)
    ).strip()


def test_a_link_to_a_record_is_a_pair_of_slots() -> None:
    body = read('Theo [Sở](unit:so-mau#lich "Tên").').body

    assert body.parts == ("<p>Theo ", "Sở", ".</p>")
    assert body.slots == (
        Slot(
            what="open",
            kind="unit",
            target="so-mau",
            fragment="muc-lich",
            text="Tên",
            line=10,
            column=11,
        ),
        Slot(what="close"),
    )


def test_slots_know_their_place_in_the_file() -> None:
    body = read("Một.\n\n[a](unit:x) hai\n[b](unit:x)\n\n![c](photo:a.jpg)").body

    places = [(slot.line, slot.column) for slot in body.slots if slot.what != "close"]
    assert places == [(12, 5), (13, 5), (15, 6)]


@pytest.mark.parametrize(
    ("address", "kind", "target"),
    [
        ("article:a", "article", "a"),
        ("photo:2020/07/x.jpg", "photo", "2020/07/x.jpg"),
        ("photo:photos/2020/07/x.jpg", "photo", "2020/07/x.jpg"),
        ("photos/2020/07/x.jpg", "photo", "2020/07/x.jpg"),
        ("../../photos/x.jpg", "photo", "x.jpg"),
        ("/photos/x.jpg", "photo", "x.jpg"),
        ("file:a%20b.pdf", "file", "a b.pdf"),
        ("{static}/files/a.pdf", "file", "a.pdf"),
        ("{attach}/files/a.pdf", "file", "a.pdf"),
        ("{filename}/units/so-mau.md", "unit", "so-mau"),
        ("{filename}../../documents/d.md", "document", "d"),
        ("|filename|bai-cu.md", "article", "bai-cu"),
        ("bai-cu.md", "article", "bai-cu"),
        ("/don-vi/", "path", "/don-vi/"),
        ("file:ho\u0323p.pdf", "file", "họp.pdf"),
    ],
)
def test_an_address_of_ours_is_understood_however_it_is_spelled(
    address: str, kind: str, target: str
) -> None:
    found = target_of(address)

    assert (found.what, found.kind, found.id) == ("slot", kind, target)


@pytest.mark.parametrize(
    "address",
    [
        "photo:../site.yaml",
        "photo:/etc/passwd",
        "photo:a\\b.jpg",
        "photo:%2e%2e/x.jpg",
        "photos/../../.env",
        "file:.htaccess",
        "{static}../../pelicanconf.py",
        "{attach}/../../../../etc/hostname",
        "{category}x",
        "//evil.example/x",
        "../bai.html",
        "C:\\anh.jpg",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "ftp://x.example",
    ],
)
def test_an_address_that_leaves_content_or_runs_code_leads_nowhere(address: str) -> None:
    assert target_of(address).what == "wrong"


@pytest.mark.parametrize("address", ["https://a.example/?x=1&y=2", "mailto:a@b.vn", "#muc"])
def test_an_address_on_the_web_or_in_the_body_stays(address: str) -> None:
    assert target_of(address).what == "plain"


def test_an_image_alone_in_a_paragraph_is_a_figure_with_its_title_as_caption() -> None:
    assert html('![Hội trường](photo:a.jpg "Toàn cảnh. Ảnh: A & B")') == (
        "<figure>⟨photo photo:a.jpg⟩<figcaption>Toàn cảnh. Ảnh: A &amp; B</figcaption></figure>"
    )


def test_an_image_within_a_line_is_no_figure() -> None:
    assert html("Xem ![x](photo:a.jpg) đây") == "<p>Xem ⟨photo photo:a.jpg⟩ đây</p>"


def test_anchors_cannot_take_those_of_the_page() -> None:
    body = read("## Kết quả {#main}\n\n[về](#main)\n\n## Đại hội Đảng").body

    assert body.headings == (
        Heading(level=2, anchor="muc-main", text="Kết quả"),
        Heading(level=2, anchor="muc-dai-hoi-dang", text="Đại hội Đảng"),
    )
    assert 'href="#muc-main"' in body.parts[0]


def test_right_aligned_cells_hold_numbers() -> None:
    made = html("| a | b |\n| --- | ---: |\n| x | 7 |")

    assert '<td class="table__number">7</td>' in made
    assert "style" not in made


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1) alt=x>",
    '<svg onload="alert(1)"><a href="javascript:alert(1)">x</a></svg>',
    '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    '<iframe src="https://evil.example"></iframe>',
    '<p style="position:fixed" onclick="alert(1)">x</p>',
    '<a href="javascript&#58;alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    "<style>body{display:none}</style>",
    "<form action=//evil.example><input name=x></form>",
    '<base href="//evil.example">',
    '<meta http-equiv="refresh" content="0;url=//evil.example">',
    "x\n{: onclick=alert(1) style=color:red }",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<textarea><img title='</textarea><img src=x onerror=alert(1)>'>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_runs_code_gets_out(text: str) -> None:
    body = BodyReader().read(f"Mở đầu.\n\n{text}\n\nHết.", 1, Findings("x.md")).body
    made = "".join(body.parts).lower()

    forbidden = ("script", "onerror", "onclick", "onload", "style", "iframe", "svg", "evil")
    assert [word for word in forbidden if word in made] == []
    assert "hết." in made


def test_web_links_do_not_say_where_they_were() -> None:
    assert 'rel="noopener noreferrer"' in html("[x](https://a.example)")


def test_a_year_at_the_start_of_a_line_begins_no_list() -> None:
    assert html("2020. Đó là năm của đại hội.") == "<p>2020. Đó là năm của đại hội.</p>"


def test_an_indent_of_wide_spaces_is_no_code() -> None:
    assert html("\u3000\u3000Một.\n\n\u00a0\u00a0\u00a0\u00a0Hai.") == "<p>Một.</p>\n<p>Hai.</p>"


def test_text_is_composed_and_its_invisible_characters_go() -> None:
    assert html("Ho\u0323\u0302i\u200b nghi\u0323\ufeff") == "<p>Hội nghị</p>"


def test_the_words_are_plain_and_the_lead_is_the_first_paragraph() -> None:
    made = read(
        "## Mở đầu\n\n> Lời dẫn\n\nA &amp; B [Sở](unit:x)[^1].\n\n- một\n- hai\n\n[^1]: Nguồn."
    )

    assert made.body.text.split("\n") == [
        "Mở đầu",
        "Lời dẫn",
        "A & B Sở.",
        "một",
        "hai",
        "Nguồn.",
    ]
    assert made.lead == "A & B Sở."


def test_one_body_leaves_nothing_for_the_next() -> None:
    reader, findings = BodyReader(), Findings("x.md")
    first = "## Một\n\nChữ[^1] [x][y]\n\n[^1]: Ghi chú\n\n[y]: unit:so-mau"
    alone = BodyReader().read("## Một\n\n[x][y]", 1, findings)

    reader.read(first, 1, findings)

    assert reader.read("## Một\n\n[x][y]", 1, findings).body == alone.body


def test_a_converter_that_failed_is_not_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, findings = BodyReader(), Findings("x.md")
    reader.read("*Một*", 1, findings)
    failed = reader._markdown
    assert failed is not None
    monkeypatch.setattr(failed, "convert", lambda _: [][1])

    reader.read("*Hai*", 1, findings)

    assert [found.code for found in findings.problems] == ["E311"]
    assert reader.read("*Ba*", 1, findings).body.parts == ("<p><em>Ba</em></p>",)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("chữ\n\n" * 3 + "chữ " * 4_999 + "\n" + ("chữ " * 4_000 + "\n") * 40, "E301"),
        (("chữ " * 4_000 + "\n") * 4, "E304"),
    ],
)
def test_a_body_beyond_a_limit_is_not_parsed(text: str, code: str) -> None:
    findings = Findings("x.md")

    made = BodyReader().read(text, 1, findings)

    assert [found.code for found in findings.problems] == [code]
    assert not made.body
