"""Settings that ask for it put the page for writing beside the site that is published."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from desk.admin.annex import annex_of
from newsroom.settings import Settings
from publishing.annex import Annex
from publishing.folder import FolderTarget
from publishing.hosts import Failed
from publishing.press import press
from publishing.publish import Order, Publishing
from tests.building import ROOT
from tests.desk.admin.editor import PATIENCE, need_bundle
from tests.desk.moving.sites import House as Content
from tests.programs import CHROMIUM, program
from tests.publishing.house import NINE

UNCHANGED = "Không có gì thay đổi"
HANDBOOK = ROOT / "docs" / "huong-dan"
ADMIN = {"backend": "gitlab", "host": "https://git.example.vn", "repo": "co-quan/tin"}
ARTICLE = '---\ntitle: Bài\ndate: "2020-07-31"\nsection: chinh-tri\n---\nNội dung.\n'


def asked(**more: Any) -> Annex:
    annex = annex_of(
        {"PUBLISH_ADMIN": True, "ADMIN": {**ADMIN, **more}}, HANDBOOK, ROOT / ".cache"
    )
    assert annex
    return annex


@pytest.mark.parametrize("conf", [{}, {"ADMIN": ADMIN}, {"ADMIN": ADMIN, "PUBLISH_ADMIN": False}])
def test_where_the_repository_lies_does_not_ask_for_it(conf: dict[str, Any]) -> None:
    assert annex_of(conf, HANDBOOK, ROOT / ".cache") is None


@pytest.mark.parametrize(
    ("admin", "said"), [({}, "ghi nơi giữ kho"), ({**ADMIN, "backend": "svn"}, "backend phải là")]
)
def test_settings_that_cannot_be_are_told_of(admin: dict[str, Any], said: str) -> None:
    with pytest.raises(Failed) as failed:
        annex_of({"PUBLISH_ADMIN": True, "ADMIN": admin}, HANDBOOK, ROOT / ".cache")

    assert said in str(failed.value.about["why"])


def test_its_policy_names_the_host_of_the_repository_and_no_other() -> None:
    policy = asked().policy

    assert "connect-src 'self' blob: data: https://git.example.vn;" in policy
    assert policy.endswith("frame-ancestors 'none'")


def test_a_window_for_signing_in_finds_back_only_where_there_is_one() -> None:
    assert dict(asked().headers)["Cross-Origin-Opener-Policy"] == "same-origin"
    assert dict(asked(app_id="x").headers)["Cross-Origin-Opener-Policy"] == "unsafe-none"


def test_without_node_it_says_so_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    annex = annex_of({"PUBLISH_ADMIN": True, "ADMIN": ADMIN}, HANDBOOK, tmp_path / "cache")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert annex

    with pytest.raises(Failed) as failed:
        annex.lay(tmp_path / "built")
    assert "cần Node.js" in str(failed.value.about["why"])
    assert not (tmp_path / "built").exists()


def test_a_page_of_the_content_at_its_address_is_not_written_over(tmp_path: Path) -> None:
    own = tmp_path / "admin" / "index.html"
    own.parent.mkdir()
    own.write_text("của nội dung")

    with pytest.raises(Failed) as failed:
        asked().lay(tmp_path)
    assert "/admin/" in str(failed.value.about["why"])
    assert own.read_text() == "của nội dung"


@pytest.mark.browser
def test_an_edition_with_it_opens_in_a_browser_under_its_headers(tmp_path: Path) -> None:
    need_bundle(ROOT / ".cache")
    public = published(tmp_path)
    assert "/admin/" not in "".join(each.read_text("utf-8") for each in public.glob("*.xml"))

    said: list[str] = []
    asked_for: list[str] = []
    from playwright.sync_api import sync_playwright

    with serving(public) as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program(*CHROMIUM), args=["--no-sandbox"])
        page = browser.new_page(locale="en-US")
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: said.append(message.text))
        page.on("request", lambda request: asked_for.append(request.url))
        answer = page.goto(f"{address}/admin/")
        page.get_by_role("button", name="kho mã nguồn cục bộ").wait_for()
        page.evaluate("document.fonts.ready")
        page.goto(f"{address}/admin/huong-dan/")
        assert page.locator("h1").count() == 1
        browser.close()

    assert answer
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert [line for line in said if "Content Security Policy" in line] == []
    assert [url for url in asked_for if not url.startswith((address, "data:", "blob:"))] == []


def published(folder: Path) -> Path:
    """A small site, published twice with the page beside it; the second time nothing is new."""
    content = Content(folder)
    content.put("articles/2020/07/bai.md", ARTICLE)
    public = folder / "public"
    target = FolderTarget(public, {}, folder / "cache")
    said: list[str] = []

    def settings(output: Path) -> Settings:
        return replace(content.settings, output=output, site_url="https://thu.example")

    for second in range(2):
        order = Order(
            press=press(settings),
            target=target,
            workshop=folder / "work",
            moment=NINE + timedelta(seconds=second),
            annex=asked(),
            say=said.append,
        )
        assert Publishing(order).run() == 0, said
    assert len(said) == 2
    assert said[1].startswith(UNCHANGED), said
    return public


@contextmanager
def serving(public: Path) -> Iterator[str]:
    """A host that reads `_headers` as Cloudflare Pages does: of all rules that match, in their
    order, "!" takes away, and two values are joined."""
    rules: list[tuple[str, list[str]]] = []
    for line in (public / "_headers").read_text("utf-8").splitlines():
        if line.startswith("/"):
            rules.append((line.removesuffix("*"), []))
        elif line.startswith("  "):
            rules[-1][1].append(line.strip())

    class Host(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            said: dict[str, list[str]] = {}
            for below, lines in rules:
                for line in lines if self.path.startswith(below) else ():
                    name, _, value = line.partition(": ")
                    if line.startswith("! "):
                        said.pop(line[2:], None)
                    else:
                        said.setdefault(name, []).append(value)
            for name, values in said.items():
                self.send_header(name, ", ".join(values))
            super().end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(public))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
