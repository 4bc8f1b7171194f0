"""Which columns a kind of spreadsheet may have: what they are called, and how each is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from desk.excel.sheets import Cell
from desk.excel.values import day, number, period, text, whole

RecordKind = Literal["award", "unit", "document"]
SheetKind = Literal[RecordKind, "scores"]
KINDS: tuple[SheetKind, ...] = ("award", "unit", "document", "scores")


@dataclass(frozen=True, slots=True)
class Field:
    """A column: the key that it fills, its heading in our template, and what others call it."""

    key: str
    label: str
    names: tuple[str, ...] = ()
    """Other headings, folded; one that only begins or ends like it is met too."""
    read: Callable[[Cell], str] = text
    required: bool = False
    example: str = ""


FIELDS: dict[SheetKind, tuple[Field, ...]] = {
    "award": (
        Field("id", "Mã", ("ma so", "ma khen thuong"), example=""),
        Field(
            "name",
            "Họ và tên, tên tập thể",
            (
                "ho ten",
                "ho va ten",
                "ten tap the",
                "ten ca nhan",
                "tap the ca nhan",
                "don vi ca nhan",
                "ten don vi ca nhan",
                "don vi duoc khen",
                "tap the",
                "ca nhan",
                "nguoi duoc khen",
            ),
            required=True,
            example="Nguyễn Văn A (mẫu)",
        ),
        Field(
            "role", "Chức vụ", ("chuc danh", "chuc vu chuc danh", "vi tri"), example="Chuyên viên"
        ),
        Field(
            "unit",
            "Đơn vị",
            ("don vi cong tac", "co quan", "co quan don vi", "noi cong tac", "phong ban"),
            example="Sở Nội vụ",
        ),
        Field("type", "Đối tượng", ("loai doi tuong", "doi tuong khen"), example="cá nhân"),
        Field(
            "title",
            "Danh hiệu, hình thức khen thưởng",
            (
                "danh hieu",
                "hinh thuc khen thuong",
                "hinh thuc",
                "danh hieu thi dua",
                "noi dung khen",
                "hinh thuc khen",
                "khen thuong",
            ),
            required=True,
            example="Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
        ),
        Field("level", "Cấp khen", ("cap", "cap khen thuong", "cap quyet dinh"), example="Tỉnh"),
        Field(
            "period",
            "Thành tích năm",
            ("nam", "nam khen", "nam khen thuong", "giai doan", "thoi gian lap thanh tich"),
            period,
            example="2025",
        ),
        Field(
            "decision",
            "Số quyết định",
            ("quyet dinh", "quyet dinh so", "so qd", "so quyet dinh khen thuong", "qd so"),
            example="2315/QĐ-UBND",
        ),
        Field(
            "conferred",
            "Ngày quyết định",
            ("ngay qd", "ngay ky", "ngay khen", "ngay thang", "ngay trao", "ngay cong nhan"),
            day,
            example="22/12/2025",
        ),
        Field("campaign", "Phong trào", ("phong trao thi dua", "chuyen de"), example=""),
        Field("bloc", "Khối, cụm thi đua", ("khoi", "cum", "khoi thi dua", "cum thi dua")),
    ),
    "unit": (
        Field("id", "Mã", ("ma so", "ma don vi", "ma dinh danh")),
        Field(
            "name",
            "Tên đơn vị",
            (
                "ten day du",
                "ten co quan",
                "ten co quan don vi",
                "don vi",
                "co quan don vi",
                "co quan",
                "ten",
            ),
            required=True,
            example="Sở Nội vụ tỉnh Mẫu Giang (mẫu)",
        ),
        Field(
            "short_name", "Tên viết tắt", ("ten ngan", "viet tat", "ten thuong goi"), example="SNV"
        ),
        Field("kind", "Loại đơn vị", ("loai", "loai hinh", "nhom", "khoi"), example="nhà nước"),
        Field("level", "Cấp", ("cap don vi", "cap hanh chinh"), example="tỉnh"),
        Field(
            "parent",
            "Cơ quan cấp trên",
            ("truc thuoc", "co quan chu quan", "don vi chu quan", "don vi cap tren", "thuoc"),
            example="",
        ),
        Field("address", "Địa chỉ", ("dia chi tru so", "tru so"), example=""),
        Field("phone", "Điện thoại", ("so dien thoai", "dt", "dien thoai co quan"), example=""),
        Field("email", "Thư điện tử", ("email", "hop thu", "dia chi thu dien tu"), example=""),
        Field("website", "Trang thông tin điện tử", ("website", "trang web", "cong thong tin")),
        Field(
            "founded", "Ngày thành lập", ("thanh lap", "nam thanh lap"), day, example="1/7/2025"
        ),
        Field("ended", "Ngày kết thúc", ("ket thuc", "ngay giai the", "giai the"), day),
    ),
    "document": (
        Field("id", "Mã", ("ma so", "ma van ban")),
        Field(
            "number",
            "Số, ký hiệu",
            ("so van ban", "so ky hieu van ban", "so hieu", "so hieu van ban", "ky hieu", "so"),
            required=True,
            example="12/KH-UBND",
        ),
        Field("type", "Loại văn bản", ("loai", "ten loai", "the loai"), example="kế hoạch"),
        Field(
            "issuer",
            "Cơ quan ban hành",
            ("noi ban hanh", "don vi ban hanh", "co quan", "tac gia"),
            required=True,
            example="Ủy ban nhân dân tỉnh (mẫu)",
        ),
        Field(
            "issued",
            "Ngày ban hành",
            ("ngay thang", "ngay ky", "ngay van ban", "ngay thang nam", "ngay"),
            day,
            required=True,
            example="12/1/2026",
        ),
        Field(
            "abstract",
            "Trích yếu",
            ("trich yeu noi dung", "noi dung", "ve viec", "ten van ban", "ten loai va trich yeu"),
            example="Kế hoạch phát động phong trào thi đua (mẫu)",
        ),
        Field("signer", "Người ký", ("ho ten nguoi ky",), example=""),
        Field("signer_title", "Chức vụ người ký", ("chuc vu", "chuc danh nguoi ky"), example=""),
        Field("effective", "Ngày hiệu lực", ("hieu luc", "ngay co hieu luc", "hieu luc tu"), day),
        Field("expired", "Ngày hết hiệu lực", ("het hieu luc",), day),
        Field(
            "status", "Tình trạng", ("trang thai", "tinh trang hieu luc"), example="còn hiệu lực"
        ),
        Field("official_url", "Địa chỉ toàn văn", ("lien ket", "link", "duong dan", "url")),
    ),
    "scores": (
        Field(
            "unit",
            "Đơn vị",
            ("ten don vi", "co quan don vi", "don vi thanh vien", "thanh vien", "co quan", "ten"),
            required=True,
            example="Sở Nội vụ",
        ),
        Field(
            "self",
            "Tự chấm",
            ("diem tu cham", "don vi tu cham", "tu danh gia"),
            number,
            example="94",
        ),
        Field(
            "bloc",
            "Khối chấm",
            (
                "diem khoi cham",
                "cum cham",
                "diem tham dinh",
                "tham dinh",
                "hoi dong cham",
                "cham cheo",
            ),
            number,
            example="92,5",
        ),
        Field("bonus", "Điểm thưởng", ("thuong", "diem cong"), number, example="2"),
        Field("deduction", "Điểm trừ", ("tru", "tru diem"), number, example="0"),
        Field(
            "total",
            "Tổng điểm",
            ("tong", "tong cong", "tong so diem", "diem tong", "tong cong diem", "ket qua"),
            number,
            required=True,
            example="94,5",
        ),
        Field(
            "rank", "Xếp hạng", ("xep thu", "thu hang", "hang", "xep loai thu"), whole, example="1"
        ),
    ),
}
