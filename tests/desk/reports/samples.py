"""Papers with something of everything, all invented."""

from __future__ import annotations

from dataclasses import replace

from desk.reports.paper import Heading, Items, Letterhead, Paper, Signature, Table, Text

SIGNS = "Hồ sơ =1+1 | *đúng hẹn*"
PAPER = Paper(
    name="mau",
    kind="BÁO CÁO",
    subject="Sơ kết",
    letterhead=Letterhead(
        issuer="KHỐI MẪU",
        superior="HỘI ĐỒNG",
        number="Số:          /BC-",
        state="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        motto="Độc lập - Tự do - Hạnh phúc",
        place_and_day="…………, ngày …… tháng …… năm 2020",
    ),
    notice="Bản dự thảo.",
    grounds=("Căn cứ Quyết định số 1;",),
    body=(
        Heading(text="TỔ CHỨC", level=1),
        Items(items=("1. Đơn vị", "<script>alert(1)</script>")),
        Heading(text="KẾT QUẢ", level=1),
        Heading(text="Chỉ tiêu"),
        Table(head=("TT", "Chỉ tiêu"), rows=(("1", SIGNS),), shares=(1, 9), wide=frozenset((1,))),
        Text(text="2020. Chưa viết", open=True),
    ),
    signature=Signature(
        recipients_title="Nơi nhận:",
        recipients=("- Lưu: VT.",),
        signer=("TM. KHỐI", "TRƯỞNG KHỐI"),
    ),
    appendix=(Heading(text="PHỤ LỤC", level=1), Text(text="[1] Nguồn")),
)
WIDE = replace(PAPER, landscape=True, signature=None, appendix=())
