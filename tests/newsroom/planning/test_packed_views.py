"""A view that was packed comes back as it was, whatever it shows."""

from __future__ import annotations

from dataclasses import MISSING, fields, replace
from typing import Any
from zlib import compress

import pytest

from newsroom.planning.output import Output, digest_of
from newsroom.planning.packed_views import ViewPacker, view_classes
from newsroom.planning.texts_shown import bodies_in
from newsroom.planning.views.page import PageView
from newsroom.records.body import Text
from tests.newsroom.planning.full_views import full
from tests.newsroom.planning.full_views import view_classes as all_views


def no_text(digest: str) -> Text:
    raise AssertionError(digest)


def back(output: Output) -> Output:
    packer = ViewPacker(no_text)
    packed = packer.pack(output)
    return packer.unpack(output.path, packed, packer.chromes.__getitem__)


def views_with_a_text() -> list[type]:
    found = [each for each in all_views() if each.__name__ in view_classes()]
    return [each for each in found if list(bodies_in(full(each)))]


@pytest.mark.parametrize("view", views_with_a_text(), ids=lambda view: str(view.__name__))
def test_a_view_comes_back_as_it_was(view: type[Any]) -> None:
    page = PageView(**{**_parts(full(PageView)), "view": full(view)})

    for given in (page, full(view)):
        output = Output(path="x/index.html", renderer="page", template="pages/x.html", view=given)
        assert back(output) == output
        assert digest_of(back(output).view) == digest_of(given)


def test_a_view_without_all_that_may_be_left_out_comes_back_too() -> None:
    views = [replace(full(view), **dict(_defaults(view))) for view in views_with_a_text()]

    for view in views:
        output = Output(path="x", renderer="page", template="pages/x.html", view=view)
        assert back(output) == output


def test_every_view_that_shows_a_text_can_be_packed() -> None:
    classes = view_classes().values()

    assert [
        each
        for each in all_views()
        if each is not PageView
        and each not in classes
        and each.__module__.rpartition(".")[2] != "search"
        and list(bodies_in(full(each)))
    ] == []


def test_bytes_that_were_never_packed_are_a_value_error() -> None:
    for packed in (b"", b"{}", b"[1, 2]", b'["page", "", "NoView", [], {}]'):
        for given in (packed, compress(packed)):
            with pytest.raises(ValueError, match="not a packed view"):
                ViewPacker(no_text).unpack("x", given, lambda _: b"{}")


def _defaults(view: type[Any]) -> list[tuple[str, object]]:
    given = [(field.name, field.default) for field in fields(view)]
    return [(name, default) for name, default in given if default is not MISSING]


def _parts(page: PageView) -> dict[str, object]:
    names = ("head", "chrome", "current", "crumbs")
    return {name: getattr(page, name) for name in names}
