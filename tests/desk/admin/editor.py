"""The CMS in Chromium, with a folder of the browser's own in place of the editor's disk."""

from __future__ import annotations

import base64
import functools
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desk.admin.making import NotMade, bundled
from tests.programs import CHROMIUM, program

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PATIENCE = 60_000
"""Milliseconds: a busy machine takes its time."""
_PICKER = """
window.showDirectoryPicker = async () => {
  const root = await navigator.storage.getDirectory();
  root.requestPermission = root.queryPermission = async () => "granted";
  return root;
};
"""
_SEED = """
async (files) => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/");
    const name = parts.pop();
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writer.write(text);
    await writer.close();
  }
}
"""
_ALL = """
async () => {
  const found = {};
  const walk = async (folder, before) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, `${before}${name}/`);
      else {
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        found[before + name] = btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(""));
      }
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return found;
}
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        pass


class Editor:
    """Somebody who writes in the page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def field(self, key: str) -> Locator:
        return self.page.locator(f'section[aria-label][data-key-path="{key}"]').first

    def write(self, key: str, text: str) -> None:
        self.field(key).locator("input, textarea").first.fill(text)

    def pick(self, key: str, name: str) -> None:
        self.field(key).locator("[role=combobox]").first.click()
        self.page.get_by_role("option", name=name).first.click()

    def save(self) -> None:
        self.page.get_by_role("button", name="Lưu", exact=True).first.click()
        self.page.wait_for_url("**/collections/articles", timeout=PATIENCE)

    def files(self) -> dict[str, bytes]:
        found: dict[str, str] = self.page.evaluate(_ALL)
        return {path: base64.b64decode(data) for path, data in found.items()}


@contextmanager
def editing(site: Path, content: Path) -> Iterator[tuple[Editor, list[str]]]:
    """The page open on a folder that holds `content`; and every address that was asked for."""
    from playwright.sync_api import sync_playwright

    handler = functools.partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as play:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = play.chromium.launch(executable_path=program(*CHROMIUM), args=["--no-sandbox"])
        # As in an office: a browser in English, a clock far from Vietnam's.
        context = browser.new_context(
            locale="en-US",
            timezone_id="America/New_York",
            viewport={"width": 1280, "height": 3000},
        )
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.add_init_script(_PICKER)
        page.goto(f"http://localhost:{server.server_port}/admin/huong-dan/")
        page.evaluate(_SEED, _texts(content))
        page.goto(f"http://localhost:{server.server_port}/admin/")
        page.get_by_role("button", name="kho mã nguồn cục bộ").click()
        yield Editor(page), asked
        browser.close()
        server.shutdown()


def need_bundle(cache: Path) -> None:
    """Make the bundle. Without npm or the network the test is skipped with a reason, and fails
    where CI promised both."""
    program("npm")
    try:
        bundled(cache)
    except NotMade as why:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(why))


def _texts(content: Path) -> dict[str, str]:
    files = (path for path in content.rglob("*") if path.suffix in (".md", ".yaml"))
    seed = {f"content/{path.relative_to(content).as_posix()}": path.read_text() for path in files}
    return {**seed, ".git/HEAD": "ref: refs/heads/main\n"}
