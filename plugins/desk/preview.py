"""The preview: builds, shows the site on this machine, builds again when a file is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


def preview(*, build: Callable[[], int], folder: Path, watched: Sequence[Path], port: int) -> None:
    """Serve `folder` on the loopback address until interrupted; a watched change builds."""
    from watchfiles import watch

    # Watching begins before the first build, so that no file saved meanwhile is missed.
    changes = watch(*watched, yield_on_timeout=True, rust_timeout=1000)
    next(changes)
    build()
    server = _server(folder, port)
    Thread(target=server.serve_forever, daemon=True).start()
    print(f"Xem trước ở http://localhost:{port}/ (dừng: Ctrl+C)", flush=True)
    try:
        for changed in changes:
            if changed:
                build()
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


def is_free(port: int) -> bool:
    """Whether a server could listen there now."""
    try:
        ThreadingHTTPServer(("127.0.0.1", port), _Pages).server_close()
    except OSError:
        return False
    return True


class _Pages(SimpleHTTPRequestHandler):
    """Serves the built files, with the site's own page for what is not there."""

    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet: an editor needs the problems, not the requests."""


def _server(folder: Path, port: int) -> ThreadingHTTPServer:
    folder.mkdir(parents=True, exist_ok=True)
    return ThreadingHTTPServer(("127.0.0.1", port), partial(_Pages, directory=str(folder)))
