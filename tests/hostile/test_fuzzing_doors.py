"""What holds for any words that come by another door: a Word file, the search box.

`invoke fuzz` tries many more.
"""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from docx import Document
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desk.office import CannotImport
from newsroom.reading.files import FileReader
from tests.building import Build
from tests.desk.word.documents import Desk
from tests.hostile.fuzzed import EXAMPLES, WORDS, tried
from tests.hostile.living import live_in
from tests.newsroom.searching.asking import ask

READER = FileReader()
UNSHRUNK = [phase for phase in Phase if phase is not Phase.shrink]
"""Where each try takes long."""


@settings(tried, max_examples=max(EXAMPLES // 10, 5), phases=UNSHRUNK)
@given(title=WORDS, texts=st.lists(WORDS, max_size=4))
def test_any_words_of_a_word_file_come_in_as_words(
    title: str, texts: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    desk = Desk(tmp_path_factory.mktemp("word"))
    document = Document()
    try:
        document.add_heading(title, 1)
        for text in texts:
            document.add_paragraph(text)
        document.save(BytesIO())
    except ValueError:
        return  # XML holds no such character, so no Word file does
    try:
        imported = desk.bring(document)
    except CannotImport:
        assert desk.is_untouched()
        return

    read = READER.read("article", imported.path.stem, "articles/x.md", imported.path.read_bytes())
    codes = {found.code for found in read.problems if found.severity == "error"}
    assert codes <= ALLOWED_OF_IMPORTS, (codes, imported.path.read_text("utf-8"))
    if read.record is not None:
        assert live_in("".join(read.record.body.parts)) == []  # type: ignore[union-attr]


ALLOWED_OF_IMPORTS = {"E121", "E139", "E151", "E152", "E153", "E154"}
"""What an editor has to see to: a title that is missing or too long, private data."""


@pytest.mark.browser
@settings(tried, max_examples=max(EXAMPLES // 20, 3))
@given(queries=st.lists(WORDS, min_size=10, max_size=40))
def test_any_words_can_be_searched_for(queries: list[str], seed_site: Build) -> None:
    """The page's own script, in Node."""
    queries = [query.encode("utf-8", "replace").decode() for query in queries]

    answers = ask(seed_site.output, queries)

    assert [answer.query for answer in answers] == json.loads(json.dumps(queries))
