from __future__ import annotations

from newsroom.planning.views.news import Download
from newsroom.planning.views.standing import CopyView
from tests.newsroom.builders import CLOSE, article, attached_file, document, link_to
from tests.newsroom.planning.plans import planned


def test_an_attachment_is_copied_to_an_address_named_for_its_content() -> None:
    made = article("a", attachments=[{"file": "files/Biểu 1.PDF", "title": "Biểu mẫu"}])

    plan = planned(made, attached_file("files/Biểu 1.PDF", digest="0123456789", size=2048))

    assert plan.view("/tin/2020/07/a/").attachments == (
        Download(href="/tep/bieu-1-01234567.pdf", title="Biểu mẫu", format="PDF", size=2048),
    )
    assert plan.view("/tep/bieu-1-01234567.pdf") == CopyView(
        path="files/Biểu 1.PDF", digest="0123456789"
    )


def test_a_documents_file_without_a_title_is_called_by_its_number() -> None:
    made = document("d", number="34-CT/TW", files=[{"file": "files/x.pdf"}])

    (download,) = planned(made, attached_file()).view("/van-ban/d/").files

    assert download.title == "34-CT/TW"


def test_a_link_in_a_body_offers_its_file() -> None:
    made = article("a", "<p>", link_to("file:x.pdf"), "Tải", CLOSE, "</p>")

    plan = planned(made, attached_file(digest="01234567"))

    opened, closed = plan.view("/tin/2020/07/a/").prose.fills
    assert opened.href == closed.href == "/tep/x-01234567.pdf"
    assert "/tep/x-01234567.pdf" in plan


def test_a_file_that_nothing_offers_is_not_planned() -> None:
    assert not [path for path in planned(attached_file()).outputs if path.startswith("tep/")]
