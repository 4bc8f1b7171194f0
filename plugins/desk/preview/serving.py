"""The built files, and news of each edition, over HTTP on the loopback address alone."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

from desk.preview.watching import News

OWN = "/__xem-truoc/"
"""Addresses of the preview itself; no page of a site begins so."""
SCRIPT = f'<script src="{OWN}page.js" defer></script>'.encode()
_HERE = Path(__file__).parent
_PATIENCE = 15.0
"""Seconds after which a waiting browser gets a sign of life."""


def serve(folder: Path, port: int, news: News) -> ThreadingHTTPServer:
    """Serve the folder until `shutdown`; it may be built only later."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = partial(_Pages, news=news, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", port), pages)
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def is_free(port: int) -> bool:
    """Whether a server could listen there now."""
    try:
        ThreadingHTTPServer(("127.0.0.1", port), SimpleHTTPRequestHandler).server_close()
    except (OSError, OverflowError):
        return False
    return True


class _Pages(SimpleHTTPRequestHandler):
    """Serves the built files, with the site's own page for what is not there."""

    def __init__(self, *given: object, news: News, directory: str) -> None:
        self._news = news
        super().__init__(*given, directory=directory)  # type: ignore[arg-type] # a request's own

    def do_GET(self) -> None:
        """A file, a page with the preview's script in it, or news."""
        asked = urlsplit(self.path)
        path = asked.path
        if self.headers.get("Host", "").rpartition(":")[0] not in ("localhost", "127.0.0.1"):
            self.send_error(403)  # another site's name was made to point here
        elif path == f"{OWN}news":
            self._send_news(parse_qs(asked.query).get("page", [""])[0])
        elif path == f"{OWN}page.js":
            self._send(200, "text/javascript; charset=utf-8", (_HERE / "page.js").read_bytes())
        elif (page := self._page(path)) is not None:
            self._send(200, "text/html; charset=utf-8", _with_script(page))
        else:
            super().do_GET()

    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> None:
        """The site's own page for an address that it does not have."""
        page = Path(self.directory) / "404.html"
        if code == 404 and page.is_file():
            self._send(404, "text/html; charset=utf-8", _with_script(page.read_bytes()))
        elif code == 404:
            self._send(404, "text/html; charset=utf-8", _with_script(_NOTHING_YET))
        else:
            super().send_error(code, message, explain)

    def end_headers(self) -> None:
        """Nothing is kept by the browser: the next edition may differ."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet: an editor needs the problems, not the requests."""

    def _page(self, path: str) -> bytes | None:
        """The page at this address, if it is one."""
        file = Path(self.translate_path(path))
        if path.endswith("/"):
            file = file / "index.html"
        if file.suffix != ".html" or not file.is_file():
            return None
        return file.read_bytes()

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _send_news(self, address: str) -> None:
        """Server-sent events for who looks at this address, until the browser goes away."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        turn = -1
        with suppress(OSError), self._news.looking_at(address):
            while True:
                turn, told = self._news.after(turn, _PATIENCE, address)
                self.wfile.write(f"data: {json.dumps(told)}\n\n".encode())
                self.wfile.flush()


_NOTHING_YET = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Xem trước</title>
<body><p>Trang này chưa có. Nếu đang dựng lần đầu, hãy chờ trong giây lát.</p></body></html>
""".encode()


def _with_script(page: bytes) -> bytes:
    """The page with the preview's script at its end; the file itself never has it."""
    head, end, tail = page.rpartition(b"</body>")
    return head + SCRIPT + end + tail if end else page + SCRIPT
