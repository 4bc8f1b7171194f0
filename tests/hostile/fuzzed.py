"""Texts that hypothesis makes out of what attackers and careless keyboards write."""

from __future__ import annotations

import os

from hypothesis import settings
from hypothesis import strategies as st

from newsroom.reading.decoding import CONTROL
from tests.hostile.site import ROWS
from tests.hostile.tables.fields import PAYLOADS

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "60"))
"""How many texts each property is tried on: a few in the tests, many in `invoke fuzz`."""
tried = settings(max_examples=EXAMPLES, deadline=None, print_blob=True)

_BITS = (
    "<script>", "</script>", "<", ">", '"', "'", "`", "&", "&#106;", "&colon;", "&Tab;", "&#0;",
    "javascript:", "JaVa\tscript:", "data:text/html,", "vbscript:", "//x.invalid", "\\\\x",
    "href=",
    "src=", "srcset=", "onerror=", "onclick=alert(1)", "style=", "id=", "<a ", "<img ", "<svg ",
    "<math>", "<mtext>", "<style>", "</style>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>",
    "<p>", "</p>", "<b>", "<table>", "<td>", "<template>", "<noscript>", "<iframe ", "<xmp>",
    "[x](", ")", "![", "](", "[1]: ", "[^1]", "[^1]: ", "{: ", "}", "{#", "| a |\n", "| --- |\n",
    "## ", "- ", "1. ", "> ", "    ", "\t", "\n", "\n\n", "  \n", "\\", "*", "**", "_", "~~~\n",
    "photo:2020/07/x.jpg", "article:x", "unit:", "{static}", "{attach}../../", "|filename|",
    "số 05-CT/TW", "ngày 15/5/2016", "Đoạn", "\u202e", "\u200b", "\u2028", "\ufeff",
    "e\u0301\u0302",
    "klzzwxh:0", "wzxhzdk:1", "\u0002", "\u0003", "STX", "{{ 7*7 }}", "{% x %}",
)  # fmt: skip
_SEEDS = tuple(
    data.partition("---\n")[2].partition("---\n")[2][:2_000]
    for row in ROWS
    for data in row.files.values()
    if isinstance(data, str)
)
BODIES = st.one_of(
    st.lists(st.one_of(st.sampled_from(_BITS), st.text(max_size=6)), max_size=30).map("".join),
    st.lists(st.sampled_from(_SEEDS), min_size=1, max_size=3).map("\n".join),
    st.tuples(st.sampled_from(_SEEDS), st.integers(0, 2_000), st.sampled_from(_BITS)).map(
        lambda cut: cut[0][: cut[1]] + cut[2] + cut[0][cut[1] :]
    ),
)
"""Markdown and HTML: bits in any order, rows one after another, rows with a bit in them."""
WORDS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(tuple(PAYLOADS.values())),
    st.lists(st.sampled_from(_BITS), max_size=8).map("".join),
)
_YAML = (
    "title: ", "date: ", "tags: ", "- ", "  ", "[", "]", "{", "}", ": ", "&a ", "*a", "!!x ",
    "|\n",
    ">-\n", '"', "'", "\n", "\t", "# ", "---\n", "...\n", "? ", "%YAML", "\\u0000", "a",
    "2020-07-31",
    "null", "~", "<<: ", "\u00a0", "khóa", "photo: {file: x, alt: ", ",",
)  # fmt: skip
HEADERS = st.one_of(
    st.lists(st.one_of(st.sampled_from(_YAML), st.text(max_size=5)), max_size=30).map("".join),
    st.text(max_size=80),
).map(lambda text: CONTROL.sub("", text).translate(dict.fromkeys(b"\x0b\x0c", " ")))
"""Without the signs that are told of before a header is looked at."""
_DATES = ("31", "7", "2020", "/", "-", ".", " ", ":", "09", "54", "ngày ", "tháng ", "năm ", "h",
          "T", "+07:00", "Z", "H1", "Q3", "quý III", "..", "٣", "99999", "0")  # fmt: skip
DATES = st.one_of(
    st.lists(st.sampled_from(_DATES), max_size=10).map("".join),
    st.text(max_size=30),
    st.dates().map(str),
    st.datetimes().map(str),
)
_NUMBERS = ("số ", "05", "-", "/", "CT", "TW", "NĐ-CP", "2020", "QH15", "ngày 15/5/2016",
            " của ", "Bộ Chính trị", "Chỉ thị ", ",", " ",
            "\u2011", "Đ", "TTg", "1", "năm 2016")  # fmt: skip
REFERENCES = st.one_of(
    st.lists(st.sampled_from(_NUMBERS), max_size=14).map("".join), st.text(max_size=60)
)
