"""One page of every template of the sample province, and a host that shows them."""

from __future__ import annotations

import gzip
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

PREFIX = "/demo"
"""Where the sample province's site.yaml puts it on its host."""
ADDRESSES = {
    "accessibility": "tro-nang/",
    "archive": "luu-tru/",
    "article": "tin/2026/11/chin-so-dat-chi-tieu/",
    "award_index": "khen-thuong/2025/",
    "bloc": "khoi/tham-muu-tong-hop/",
    "bloc_index": "khoi/",
    "bloc_year": "khoi/tham-muu-tong-hop/2025/",
    "campaign": "phong-trao/dung-hen-voi-dan/",
    "campaign_index": "phong-trao/",
    "data": "du-lieu/",
    "data_dictionary": "du-lieu/tu-dien/",
    "corrections": "dinh-chinh/",
    "document": "van-ban/45-qd-ubnd-2021/",
    "document_index": "van-ban/",
    "english": "en/",
    "event": "lich/binh-xet-2026/",
    "event_index": "lich/",
    "event_month": "lich/thang/2026-11/",
    "home": "",
    "listing": "tin/trang/2/",
    "not_found": "404.html",
    "page": "lien-he/",
    "search": "tim-kiem/",
    "unit": "don-vi/so-noi-vu/",
    "unit_index": "don-vi/",
    "ways": "so-do-trang/",
    "withdrawn": "tin/2024/09/so-lieu-rut-lai/",
}
"""A page of each template, the fullest there is."""


def file_of(output: Path, address: str) -> Path:
    """The file behind an address of the site."""
    return (
        output / address / "index.html"
        if address.endswith("/") or not address
        else (output / address)
    )


@contextmanager
def serving(folder: Path, prefix: str) -> Iterator[str]:
    """A host with the site under `prefix`, which packs pages; the address of its home page."""

    class Host(SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            return super().translate_path(path.removeprefix(prefix))

        def send_head(self) -> BinaryIO | None:
            file = Path(self.translate_path(urlsplit(self.path).path))
            file = file / "index.html" if file.is_dir() else file
            if file.suffix != ".html" or not file.is_file():
                return super().send_head()
            body = gzip.compress(file.read_bytes(), 9, mtime=0)
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            return io.BytesIO(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}/"
    finally:
        server.shutdown()
        server.server_close()
