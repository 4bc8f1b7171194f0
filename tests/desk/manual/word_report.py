"""The Word report of the manual: what an office sends, in the invented province."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm
from PIL import Image, ImageDraw

from tests.desk.word.documents import CENTER, RIGHT, paragraph

TITLE = "Sở Nội vụ (mẫu) tổng kết tháng cao điểm “Đúng hẹn với dân”"


def report(path: Path) -> Path:
    """Write the report as a .docx."""
    document: Any = Document()
    paragraph(document, TITLE, bold=True, align=CENTER)
    paragraph(
        document,
        "Ngày 20/11/2026, Sở Nội vụ tỉnh Mẫu Giang tổ chức hội nghị tổng kết tháng cao điểm của "
        "phong trào “Đúng hẹn với dân”, công khai số hồ sơ trả đúng hẹn của từng phòng.",
        bold=True,
    )
    document.add_picture(_photo(), width=Cm(12))
    paragraph(document, "Toàn cảnh hội nghị. Ảnh: Ban biên tập mẫu", italic=True, align=CENTER)
    paragraph(document, "KẾT QUẢ THÁNG CAO ĐIỂM", bold=True)
    paragraph(
        document,
        "Trong tháng, bộ phận một cửa của Sở tiếp nhận 640 hồ sơ. Số hồ sơ trả đúng hẹn là 618, "
        "trễ hẹn là 22. Nguyên nhân trễ hẹn được ghi trong từng hồ sơ.",
    )
    table = document.add_table(rows=0, cols=3, style="Table Grid")
    for row in (
        ("Phòng", "Tiếp nhận", "Đúng hẹn"),
        ("Phòng Tổ chức", "280", "271"),
        ("Phòng Văn thư", "360", "347"),
    ):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    paragraph(document, "NHIỆM VỤ THỜI GIAN TỚI", bold=True)
    for task in ("Trả lời mọi phản ánh trong 5 ngày làm việc.", "Số hóa xong hồ sơ còn lại."):
        paragraph(document, task, style="List Bullet")
    paragraph(document, "Phòng Tổng hợp (mẫu)", bold=True, align=RIGHT)
    document.save(str(path))
    return path


def _photo() -> BytesIO:
    """A drawn hall: no real place or person."""
    image = Image.new("RGB", (960, 540), "#d9c7a3")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 380, 960, 540), fill="#8a3d16")
    draw.rectangle((300, 60, 660, 200), fill="#971b1e")
    for seat in range(12):
        x = 40 + seat * 76
        draw.ellipse((x, 300, x + 44, 344), fill="#221b17")
        draw.rectangle((x - 6, 344, x + 50, 400), fill="#2f6130")
    data = BytesIO()
    image.save(data, "JPEG", quality=85)
    data.seek(0)
    return data
