"""Real documents of 1998 to 2008 in TCVN3 and VNI fonts convert to their Unicode truth."""

from difflib import SequenceMatcher

import pytest

import vietnamese
from tests.shared_data import shared
from tests.vietnamese.old_documents import cells_of, text_of

_TCVN3 = [
    "2003-02144qd.doc", "2003-A-15.rtf", "2003-A06.rtf", "2003-A30.rtf", "2004-0328NDCP.doc",
    "2004-13-t-Phuluc3.doc", "2004-A33.rtf", "2004-NghiDinh29_1998.doc", "2005-QDSUA522.doc",
]  # fmt: skip
_VNI = ["vni/2008-23.QD-991-UBND.doc", "synthetic-vni/synthetic-vni-2003-02144qd.docx",
        "synthetic-vni/synthetic-vni-2004-0328NDCP.docx"]  # fmt: skip
_FILES = [("tcvn3", f"tcvn3/{name}") for name in _TCVN3] + [("vni", name) for name in _VNI]


@pytest.mark.parametrize(("encoding", "name"), _FILES)
def test_a_real_document_is_told_and_converts_word_for_word(encoding: str, name: str) -> None:
    """Words on one side alone are page numbers and frames, which one of the readers leaves out.

    Letters may differ in case only: the fonts drew the capitals that TCVN3 does not have.
    """
    path = shared(f"data/legacy/{name}")
    truth = shared(f"data/legacy/truth/{path.stem}.txt").read_text("utf-8")
    old = text_of(path)
    convert = {"tcvn3": vietnamese.tcvn3_to_unicode, "vni": vietnamese.vni_to_unicode}[encoding]
    ours, theirs = (vietnamese.clean(text).split() for text in (convert(old), truth))
    changes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    replaced = [
        (ours[i:j], theirs[k:m])
        for kind, i, j, k, m in changes
        if kind == "replace" and _small(ours[i:j]) != _small(theirs[k:m])
    ]
    alone = sum(j - i + m - k for kind, i, j, k, m in changes if kind in ("insert", "delete"))
    assert vietnamese.detect_legacy(old) == encoding
    assert replaced == []
    assert alone <= 0.015 * len(theirs)


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("tcvn3", "tcvn3/2005-FDILangson.xls"), ("vni", "vni/2006-Mau21_CKTC_NSH.xls")],
)
def test_every_cell_of_a_real_workbook_converts(encoding: str, name: str) -> None:
    path = shared(f"data/legacy/{name}")
    truth = shared(f"data/legacy/truth/{path.stem}.txt").read_text("utf-8")
    convert = {"tcvn3": vietnamese.tcvn3_to_unicode, "vni": vietnamese.vni_to_unicode}[encoding]

    cells = [_words(convert(cell)) for cell in cells_of(path)]

    known = _words(truth)
    assert cells
    assert [cell for cell in cells if cell not in known] == []


def _words(text: str) -> str:
    return _small(vietnamese.clean(text).split())


def _small(words: list[str]) -> str:
    return " ".join(words).lower()
