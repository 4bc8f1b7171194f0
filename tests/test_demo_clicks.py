"""What only this field needs, in the sample province: a reader clicks from the home page to each
of it, and finds it said in words."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.building import Build

SEEN: dict[str, tuple[str, ...]] = {
    # Campaign life.
    "phong-trao/dung-hen-so-tai-chinh-2026/": (
        "Phong trào thi đua Phục vụ nhân dân “Đúng hẹn với dân” “Đúng hẹn” của Khối tham mưu",
        "đã qua hạn, chưa đạt",
    ),
    "phong-trao/dung-hen-voi-dan/": (
        "Đang diễn ra",
        "Phong trào thi đua chuyên đề",
        "Đang ở: Giai đoạn 2",
        "Phong trào thành phần",
        "Đã xong",
        "Quá hạn, chưa có kết quả",
        "Tiếp theo",
        "Sự kiện: ",
        "Tin: ",
        "Mức đầu kỳ",
        "Hạn đạt: 31/12/2026",
        "96,9 96/BC-SNV",
        "Tải số liệu (CSV)",
        "Tiêu chí",
        "Văn bản phát động",
        "Liên hệ Trần Mẫu Linh",
    ),
    "phong-trao/xa-so-dan-tien/": ("Đã kết thúc", "Kết quả"),
    "phong-trao/vung-nen-nep-2027/": ("Sắp diễn ra",),
    # Unit register.
    "don-vi/so-lao-dong/": (
        "Đơn vị đã kết thúc hoạt động ngày 28/02/2025",
        "Kết thúc hoạt động, sáp nhập vào Sở Nội vụ",
    ),
    "don-vi/huyen-hoa-khe/": ("các đơn vị kế thừa: Xã Đồi Mây , Xã Suối Trăng",),
    "don-vi/ban-tuyen-giao-dan-van/": ("Hợp nhất từ Ban Dân vận Tỉnh ủy Mẫu Giang",),
    "don-vi/xa-doi-may/": ("Tách ra từ Huyện Hoa Khê",),
    "don-vi/trung-tam-hanh-chinh-cong/": ("Đổi tên; tên trước đó: Trung tâm Hành chính công",),
    "don-vi/so-noi-vu/": (
        "Nhận sáp nhập Sở Lao động",
        "Phong trào đơn vị tham gia",
        "Năm 2025 Khối thi đua các cơ quan tham mưu tổng hợp , đơn vị trưởng khối",
        "đơn vị phó trưởng khối",
        "Văn bản đã ban hành",
        "Đơn vị cùng cấp trên",
        "Khen thưởng",
    ),
    # Blocs by year.
    "khoi/tham-muu-tong-hop/2025/": (
        "Đơn vị trưởng khối Sở Nội vụ",
        "Thay đổi so với năm 2024",
        "Mới tham gia",
        "Không còn tham gia",
        "Sơ kết, tổng kết",
        "Xếp hạng",
        "theo Quyết định 2290/QĐ-UBND",
        "Tải bảng điểm (CSV)",
    ),
    "khoi/tham-muu-tong-hop/2026/": ("Giao ước", "Quy chế", "Trả kết quả đúng hẹn từ 98,5%"),
    # Awards register.
    "khen-thuong/": ("Hình thức khen thưởng", "Cấp khen thưởng", "Theo phong trào", "Theo đơn vị"),
    "khen-thuong/2023/": ("Đã thu hồi 24/02/2025", "230/QĐ-UBND"),
    "don-vi/quy-phat-trien/": ("Đã thu hồi 24/02/2025",),
    "van-ban/230-qd-ubnd-2025/": ("Đã thu hồi 24/02/2025",),
    # Document register.
    "van-ban/": ("Loại văn bản", "Cơ quan ban hành", "Theo năm", "Tình trạng hiệu lực"),
    "van-ban/1310-qd-ubnd-2018/": ("Hết hiệu lực", "Được thay thế bởi 402/QĐ-UBND"),
    "van-ban/402-qd-ubnd-2023/": (
        "Thay thế văn bản 1310/QĐ-UBND",
        "Được sửa đổi, bổ sung bởi 511/QĐ-UBND",
        "Được dùng trong",
    ),
    "van-ban/511-qd-ubnd-2025/": ("Sửa đổi, bổ sung văn bản 402/QĐ-UBND",),
    "van-ban/45-qd-ubnd-2021/": ("PDF, ", "Phong trào", "Tin tức"),
    # Calendar.
    "lich/": ("Sắp diễn ra", "Theo tháng"),
    "lich/thang/2026-12/": ("Phiên bình xét",),
    # Open data.
    "du-lieu/": ("Giấy phép", "JSON", "CSV"),
    "du-lieu/tu-dien/": ("Từ điển dữ liệu", "recipient_type"),
    # Corrections and withdrawals.
    "dinh-chinh/": ("Đính chính", "Gỡ bài", "Một bài của chuyên mục"),
    "tin/2022/12/tong-ket-nam-2022/": ("Đính chính", "Lịch sử"),
    # English.
    "en/": ("News in English",),
    "en/about/": ("Bản tiếng Việt của trang này",),
    "en/tin/2025/03/departments-merged/": ("Bản tiếng Việt của trang này",),
}
"""By address, words that stand on its page."""
FILES = (
    "phong-trao/dung-hen-voi-dan/so-lieu.csv",
    "phong-trao/dung-hen-voi-dan/lich.ics",
    "khoi/tham-muu-tong-hop/2025/bang-diem.csv",
    "lich/lich.ics",
    "du-lieu/award-2025.csv",
    "du-lieu/award.schema.json",
)


@pytest.fixture(scope="module")
def reached(demo_site: Build) -> set[str]:
    """Every address that links lead to from the home page."""
    assert demo_site.status == 0, demo_site.out + demo_site.err
    found, waiting = {""}, deque([""])
    while waiting:
        for href in links(demo_site.output / waiting.popleft() / "index.html"):
            if href not in found:
                found.add(href)
                if href.endswith("/"):
                    waiting.append(href)
    return found


def links(page: Path) -> list[str]:
    """Where a page's links lead, below the folder that the sample lives under."""
    text = page.read_text("utf-8") if page.is_file() else ""
    return [html.unescape(href) for href in re.findall(r'<a [^>]*?href="/demo/([^"#?]*)', text)]


def words(page: Path) -> str:
    """A page's words, with single spaces between them."""
    text = page.read_text("utf-8").replace("\u00a0", " ")
    body = re.sub(r"<(style|script).*?</\1>", " ", text, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.mark.parametrize("address", SEEN)
def test_a_reader_clicks_from_home_to_what_the_field_needs(
    address: str, reached: set[str], demo_site: Build
) -> None:
    assert address in reached
    told = words(demo_site.output / address / "index.html")
    assert [each for each in SEEN[address] if each not in told] == []


@pytest.mark.parametrize("path", FILES)
def test_a_reader_clicks_from_home_to_files_to_take_away(
    path: str, reached: set[str], demo_site: Build
) -> None:
    assert path in reached
    data = (demo_site.output / path).read_bytes()
    if path.endswith(".csv"):
        assert data.startswith('\ufeff"'.encode())
        assert b'";"' in data
    elif path.endswith(".ics"):
        assert Calendar.from_ical(data).walk("VEVENT")
    else:
        assert json.loads(data)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_news_of_a_unit_that_was_merged_is_marked_with_its_name_of_then(
    reached: set[str], demo_site: Build
) -> None:
    pages = [each for each in reached if each.startswith("don-vi/so-noi-vu/tin/")]
    told = [words(demo_site.output / page / "index.html") for page in pages]

    assert any("Sở Lao động – Thương binh và Xã hội tỉnh Mẫu Giang" in each for each in told)


def test_an_english_page_and_its_counterpart_name_each_other(demo_site: Build) -> None:
    for address in ("en/about/", "gioi-thieu/"):
        page = (demo_site.output / address / "index.html").read_text("utf-8")
        assert set(
            re.findall(r'hreflang="(\w+)" href="[^"]*?/(en/about/|gioi-thieu/)"', page)
        ) == {
            ("vi", "gioi-thieu/"),
            ("en", "en/about/"),
        }


def test_a_withdrawn_article_is_led_to_from_nowhere(reached: set[str], demo_site: Build) -> None:
    stub = "tin/2024/09/so-lieu-rut-lai/"

    assert stub not in reached
    page = (demo_site.output / stub / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in page
