"""How long each function of `vietnamese` takes on a body of 8 kB, in milliseconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from timeit import repeat

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "plugins"))

import vietnamese

_SENTENCE = (
    "Ngày 29/7, tại Nhà khách Tỉnh ủy, Khối thi đua các cơ quan Đảng tỉnh đã tổ chức Hội nghị "
    "sơ kết công tác 6 tháng đầu năm theo Chỉ thị số 34-CT/TW ngày 7/4/2014 của Bộ Chính trị; "
    "phấn đấu 100% cán bộ, công chức “hưởng ứng” các phong trào thi đua. "
)
_BYTES = 8192
_FUNCTIONS: tuple[Callable[[str], object], ...] = (
    vietnamese.fold,
    vietnamese.fold_key,
    vietnamese.slug,
    vietnamese.clean,
    vietnamese.canonical_tones,
    vietnamese.sort_key,
    vietnamese.nbsp,
    vietnamese.smart_quotes,
    vietnamese.upper,
    vietnamese.find_document_references,
    vietnamese.detect_legacy,
)


def main() -> None:
    """Print the best of twenty runs of each function, in milliseconds."""
    size = len(_SENTENCE.encode())
    body = (_SENTENCE * (_BYTES // size + 1)).encode()[:_BYTES].decode(errors="ignore")
    for function in _FUNCTIONS:
        best = min(repeat(lambda call=function: call(body), number=1, repeat=20))  # type: ignore[misc] # a default binds the loop's value
        print(f"{function.__name__:26}{best * 1000:8.3f} ms")


if __name__ == "__main__":
    main()
