"""The live host is asked whether it serves what was published."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from publishing.afterwards import look_after
from publishing.publish import words_in
from tests.built_site import ARTICLE, page
from tests.publishing.house import House


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def host(public: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(public)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def asked(house: House, host: str) -> list[str]:
    assert house.last
    assert house.last.after
    return list(look_after(host, house.last.before, house.last.after, words_in("vi")))


def test_a_host_that_serves_the_release_is_said_to(house: House, host: str) -> None:
    house.publish()

    assert asked(house, host) == [f"Đã hỏi 2 trang ở {host}: máy chủ trả đúng bản này"]


def test_a_page_that_the_host_answers_otherwise_is_named(
    house: House, host: str, public: Path
) -> None:
    house.publish()
    house.publish({ARTICLE: page("mới")})
    (public / ARTICLE).write_text(page("cũ"), "utf-8")

    (line,) = asked(house, host)

    assert line.startswith("200 /tin/2020/07/so-ket/ — máy chủ chưa trả bản này")


def test_a_host_that_does_not_answer_is_named(house: House) -> None:
    house.publish()

    assert all(line.startswith("0 /") for line in asked(house, "http://127.0.0.1:1"))
