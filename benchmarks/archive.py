"""Makes an archive of any size in our content format: archive.py FOLDER ARTICLES.

40 campaigns, 120 units, 12 blocs, 60 documents, ten years of articles with bodies of 3 to 4 kB.
The same size gives the same bytes. Everything in it is sample text made of neutral phrases.
"""

from __future__ import annotations

import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

CAMPAIGNS, UNITS, BLOCS, DOCUMENTS, SECTIONS = 40, 120, 12, 60, 6
FIRST_DAY = datetime(2016, 1, 4, 7, 30)  # noqa: DTZ001 - printed without an offset
DAYS = 3650

SUBJECTS = (
    "các cơ quan, đơn vị trong khối",
    "ban tổ chức phong trào",
    "cán bộ, công chức, người lao động",
    "đại diện các đơn vị thành viên",
    "tổ giúp việc của khối",
    "các phòng chuyên môn",
    "bộ phận một cửa cấp xã",
    "công đoàn cơ sở",
    "đoàn thanh niên cơ quan",
    "hội đồng thi đua, khen thưởng",
)
VERBS = (
    "đã rà soát",
    "thống nhất",
    "gửi báo cáo về",
    "thảo luận",
    "công bố",
    "triển khai",
    "tổng hợp",
    "cập nhật",
    "lấy ý kiến về",
)
OBJECTS = (
    "chương trình công tác quý",
    "bảng tiêu chí chấm điểm",
    "kế hoạch thực hiện chỉ tiêu",
    "nội dung giao ước thi đua",
    "số liệu hồ sơ trả đúng hẹn",
    "lịch kiểm tra chéo giữa các đơn vị",
    "danh sách sáng kiến đã công nhận",
    "quy chế phối hợp trong khối",
    "kết quả khảo sát mức hài lòng",
    "tiến độ số hóa hồ sơ",
)
ENDINGS = (
    "trước ngày 25 hằng tháng",
    "theo kế hoạch đã ban hành",
    "để các đơn vị đối chiếu",
    "trong kỳ họp gần nhất",
    "và đăng công khai trên trang tin",
    "theo đúng thời hạn đã nêu",
    "trong 6 tháng đầu năm",
    "trong 6 tháng cuối năm",
)
TAGS = (
    "cải cách hành chính",
    "chuyển đổi số",
    "giao ước thi đua",
    "sáng kiến",
    "sơ kết",
    "tổng kết",
    "nông thôn mới",
    "gia đình văn hóa",
    "an toàn giao thông",
    "môi trường",
)


def main() -> None:
    """Make the archive that the command line asks for."""
    make(Path(sys.argv[1]), int(sys.argv[2]))


def make(content: Path, articles: int, seed: int = 2020) -> None:
    """Write the archive into a folder that does not exist yet."""
    chance = random.Random(seed)  # noqa: S311 - sample text, no secret
    content.mkdir(parents=True)
    _records(content, chance)
    for number in range(articles):
        _article(content, number, articles, chance)


def _records(content: Path, chance: random.Random) -> None:
    _put(
        content / "site.yaml",
        "name: Tin mẫu\nowner: Cơ quan mẫu\nurl: https://mau.example\nsample: true\n",
    )
    for number in range(SECTIONS):
        _put(
            content / f"sections/muc-{number}.yaml",
            f"name: Chuyên mục {number}\norder: {number}\n",
        )
    for number in range(UNITS):
        _put(
            content / f"units/don-vi-{number}.md",
            _front(name=f"Đơn vị số {number}", kind="government"),
        )
    for number in range(DOCUMENTS):
        head = _front(
            number=f"{number + 1}/KH-UBND",
            type="plan",
            issuer="Cơ quan mẫu",
            issued=f"{_issued(number)}-02-01",
        )
        _put(content / f"documents/{_document(number)}.md", head)
    for number in range(BLOCS):
        members = ", ".join(f"don-vi-{number * 10 + member}" for member in range(10))
        years = "".join(
            f"\n  - {{year: {year}, head: don-vi-{number * 10}, members: [{members}]}}"
            for year in range(2016, 2026)
        )
        _put(
            content / f"blocs/khoi-{number}.md",
            _front(name=f"Khối thi đua số {number}", years=years),
        )
    for number in range(CAMPAIGNS):
        _put(content / f"campaigns/phong-trao-{number}.md", _campaign(number, chance))


def _campaign(number: int, chance: random.Random) -> str:
    start = 2016 + number % 10
    progress = "".join(
        f"\n      - {{date: {start}-{month:02}-28, value: {chance.randint(10, 99)}}}"
        for month in (3, 6, 9)
    )
    units = ", ".join(f"don-vi-{unit}" for unit in sorted(chance.sample(range(UNITS), 12)))
    return _front(
        name=f"Phong trào mẫu số {number}",
        short_name=f"Mẫu {number}",
        form="thematic",
        scope="province",
        start=f"{start}-01-15",
        end=f"{start + 1}-12-31",
        units=f"[{units}]",
        targets=(
            "\n  - label: Hồ sơ trả đúng hẹn\n    value: 98\n    unit: '%'"
            f"\n    progress:{progress}"
        ),
        milestones=(
            f"\n  - {{kind: launch, date: {start}-01-15}}"
            f"\n  - {{kind: final_review, date: {start + 1}-12-20}}"
        ),
    )


def _document(number: int) -> str:
    return f"{number + 1}-kh-ubnd-{_issued(number)}"


def _issued(number: int) -> int:
    return 2016 + number % 10


def _article(content: Path, number: int, articles: int, chance: random.Random) -> None:
    day = FIRST_DAY + timedelta(days=number * DAYS // articles, minutes=number % 600)
    head = _front(
        title=f"{_sentence(chance).rstrip('.')}, tin số {number}",
        date=f"{day:%Y-%m-%d %H:%M}",
        section=f"muc-{chance.randrange(SECTIONS)}",
        summary=_sentence(chance),
        campaigns=f"[phong-trao-{chance.randrange(CAMPAIGNS)}]",
        units="[don-vi-{}, don-vi-{}]".format(*chance.sample(range(UNITS), 2)),
        blocs=f"[khoi-{chance.randrange(BLOCS)}]",
        documents=f"[{_document(chance.randrange(DOCUMENTS))}]",
        tags=f"[{', '.join(chance.sample(TAGS, 2))}]",
    )
    paragraphs = [
        " ".join(_sentence(chance) for _ in range(chance.randint(5, 7)))
        for _ in range(chance.randint(5, 6))
    ]
    body = "\n\n".join([*paragraphs[:2], "## Việc tiếp theo", *paragraphs[2:]])
    _put(content / f"articles/{day:%Y/%m}/tin-{number}.md", f"{head}{body}\n")


def _sentence(chance: random.Random) -> str:
    words = (
        chance.choice(SUBJECTS),
        chance.choice(VERBS),
        chance.choice(OBJECTS),
        chance.choice(ENDINGS),
    )
    sentence = " ".join(words)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _front(**keys: str) -> str:
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + "---\n"


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
