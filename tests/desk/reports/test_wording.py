"""Every sentence of a report is in its catalogue, and none praises or ranks."""

from __future__ import annotations

import re

from desk.reports.wording import HERE
from newsroom.catalogue import read_catalogue
from vietnamese import fold

CODE = "\n".join(path.read_text("utf-8") for path in HERE.glob("*.py"))
WORDS = read_catalogue(HERE / "translations", "reports", "vi")
ROOMS = {id.split(".")[0] for id in WORDS.texts if "." in id}
JUDGING = (
    "xuất sắc|tiêu biểu|tích cực|nổi bật|hiệu quả|thành công|tốt đẹp|sôi nổi|rực rỡ|vượt bậc"
    "|ấn tượng|xếp hạng|dẫn đầu|đứng đầu|nhất|cao nhất|thấp nhất|yếu kém|đáng khen|phấn khởi"
)


def test_no_sentence_praises_or_ranks() -> None:
    judging = re.compile(rf"\b(?:{'|'.join(fold(each) for each in JUDGING.split('|'))})\b")
    told = {id: fold(text.replace("gần nhất", "")) for id, text in WORDS.texts.items()}

    assert {id: text for id, text in told.items() if judging.search(text)} == {}


def test_every_word_that_is_asked_for_is_there_and_none_is_idle() -> None:
    plain = set(re.findall(r"""["']([a-z_]+(?:\.[a-z_]+)*)["']""", CODE))
    asked = {id for id in plain if id in WORDS or (id.split(".")[0] in ROOMS and "." in id)}
    begun = tuple(re.findall(r"""f["']([a-z_]+(?:\.[a-z_]+)*\.)\{""", CODE))
    tables = {f"table.{name}" for name in plain}

    assert asked - WORDS.texts.keys() == set()
    idle = {id for id in WORDS.texts.keys() - asked - tables if not _is_begun(id, begun)}
    assert idle == set()


def _is_begun(id: str, begun: tuple[str, ...]) -> bool:
    """Words looked up by a choice: group.bloc, sign.for.cluster. Tables are looked up by name."""
    return not id.startswith("table.") and any(
        id.startswith(start) and "." not in id.removeprefix(start) for start in begun
    )
