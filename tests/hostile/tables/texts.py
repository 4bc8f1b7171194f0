"""Titles, tags and texts that deceive the eye or swell: long, turned round, stacked."""

from __future__ import annotations

from tests.hostile.cases import Row, article, of_body, of_key, path_of

RIGHT_TO_LEFT = "\u202e\u202d\u202a\u202b\u2066\u2067\u2068\u200e\u200f\u061c"
"""Signs that turn the direction of what follows (UAX 9)."""

MANY: tuple[Row, ...] = (
    of_key("tags-ten-thousand", "tags", [f"thẻ {n}" for n in range(10_000)]),
    of_key("aliases-two-thousand", "aliases", [f"/cu/{n}/" for n in range(2_000)]),
)
"""Sound, but each makes thousands of pages: built apart, in the long run."""

SIZES: tuple[Row, ...] = (
    of_key("title-of-fifty-thousand-letters", "title", "Dài " * 12_500, "E139"),
    of_key("title-of-five-hundred-letters", "title", "Dài " * 125),
    of_key("title-of-one-long-word", "title", "x" * 50_000, "E139"),
    of_key("title-of-one-word-of-five-hundred-letters", "title", "x" * 500),
    of_key("summary-of-fifty-thousand-letters", "summary", "Dài " * 12_500, "E139"),
    of_key("summary-of-twenty-thousand-letters", "summary", "Dài " * 5_000),
    of_key("tag-of-twenty-thousand-letters", "tags", ["dài " * 5_000], "E139"),
    of_key("tag-of-signs-that-stand-for-more", "tags", ["㎯" * 100], "E139"),
    of_key("tag-without-a-letter", "tags", ["…!?"], "E221"),
    of_key("tag-of-marks-alone", "tags", ["\u0301\u0323"], "E221"),
    of_key(
        "corrections-two-thousand", "corrections", [{"date": "2020-07-21", "text": "x"}] * 2_000
    ),
    of_key(
        "attachments-a-thousand", "attachments", [{"file": "files/mau.pdf", "title": "x"}] * 1_000
    ),
    of_key("title-of-stacked-marks", "title", "Z" + "\u0300\u0301\u0327" * 3_000, "E139"),
    Row(
        name="file-of-ten-megabytes",
        files={path_of("file-of-ten-megabytes"): article("Đoạn.\n" * 1_500_000)},
        codes=("E109",),
    ),
    Row(
        name="file-of-nothing",
        files={path_of("file-of-nothing"): b""},
        codes=("E101",),
    ),
    Row(
        name="file-of-noise",
        files={path_of("file-of-noise"): bytes(range(256)) * 64},
        codes=("E114",),
    ),
)

DIRECTIONS: tuple[Row, ...] = (
    *(
        of_key(f"title-turned-{ord(sign):x}", "title", f"Tin {sign}txt.exe{sign} mới")
        for sign in RIGHT_TO_LEFT
    ),
    of_key("tag-turned", "tags", ["a\u202eb"]),
    of_body("link-text-turned", "[\u202ehttps://tin.example](https://a.example/)\n"),
    of_body("link-text-of-another-place", "[https://tin.example](https://a.example/)\n"),
    of_key("title-of-homoglyphs", "title", "\u0422\u0456n t\u04e9\u0441 Vi\u0435t"),
    of_body("link-to-a-homoglyph", "[x](https://t\u0456n.example/)\n"),
    of_body("link-to-punycode", "[x](https://xn--tn-vrb.example/)\n"),
    of_key("title-of-invisible-signs", "title", "T\u200bi\u2060n\u00ad m\ufeffới"),
    of_key("title-of-spaces-of-all-kinds", "title", "Tin\u00a0\u2003\u3000mới\u2028\u2029"),
    of_key("title-of-emoji", "title", "👩‍👩‍👧‍👦🏳️‍🌈" * 50),
    of_key("title-of-private-use", "title", "\ue000\uf8ff\U000f0000"),
    of_key("title-of-nothing-assigned", "title", "\u0378\U000e0fff"),
    of_key("title-of-a-half-pair", "title", "a\\ud800"),
    of_key("title-of-tag-characters", "title", "A\U000e0041\U000e007f"),
    of_key("title-decomposed", "title", "Tie\u0302\u0301ng Vie\u0323\u0302t"),
)

ISSUERS: tuple[Row, ...] = tuple(
    Row(
        name=f"issuer-{name}",
        files={
            f"documents/{name}.md": "---\nnumber: 1/KH\ntype: plan\nissued: 2020-01-02\n"
            f"issuer: {issuer!r}\n---\n"
        },
        codes=codes,
    )
    for name, issuer, codes in (
        ("of-signs-alone", "…!?", ()),
        ("of-dots", "../..", ()),
        ("long", "Cơ quan " * 300, ("E139",)),
    )
)
