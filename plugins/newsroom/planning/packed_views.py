"""An output's view to bytes and back, for the build state: so that a later build can show another
text in it without planning the site.

Bytes are JSON (msgspec writes views without help, and keeps the offset of a moment); the frame
around pages stands in thousands of views, so it is packed once and named by its digest. A view
that comes back is to be trusted only where its digest is the one that its output was made from.
"""

from __future__ import annotations

import zlib
from base64 import b64decode
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from hashlib import blake2b
from importlib import import_module
from typing import Any, cast

import msgspec

from newsroom.planning.output import Output
from newsroom.planning.views.page import Chrome, PageView
from newsroom.records.body import Body, Text
from newsroom.records.packing import Packer, Rebuild

_MODULES = ("campaigns", "documents", "news", "register", "standing")
"""Where the views are that show a text."""
_AROUND = ("head", "current", "crumbs")


class ViewPacker:
    """Packs and unpacks the views of outputs. `texts` answers with a body's text by its digest."""

    def __init__(self, texts: Callable[[str], Text]) -> None:
        self._values = _Values(texts)
        self._encode = msgspec.json.Encoder(enc_hook=_body).encode
        self._names: dict[int, str] = {}
        self.chromes: dict[str, bytes] = {}
        """The frames of what was packed, by their names."""

    def frame(self, outputs: Iterable[Output]) -> None:
        """Pack the frames around these outputs alone."""
        for output in outputs:
            if type(output.view) is PageView:
                self._name(output.view.chrome)

    def pack(self, output: Output) -> bytes:
        """The output without the text of its bodies, and without its frame."""
        view: Any = output.view
        around: list[object] = []
        if type(view) is PageView:
            around = [self._name(view.chrome), *(getattr(view, name) for name in _AROUND)]
            view = view.view
        plain = [output.renderer, output.template, type(view).__name__, around, view]
        return zlib.compress(self._encode(plain), 1)

    def unpack(self, path: str, packed: bytes, chrome_of: Callable[[str], bytes]) -> Output:
        """The output at the path. Raises ValueError for bytes that `pack` did not make."""
        try:
            renderer, template, name, around, plain = msgspec.json.decode(zlib.decompress(packed))
            view = self._values.rebuilt(view_classes()[name], plain)
            if around:
                view = self._page(view, around, chrome_of)
        except (zlib.error, msgspec.DecodeError, KeyError, TypeError, ValueError) as error:
            raise ValueError("not a packed view") from error
        return Output(path=path, renderer=renderer, template=template, view=view)

    def _name(self, chrome: Chrome) -> str:
        """A site has one frame for each language: it is packed when first met."""
        if id(chrome) not in self._names:
            packed = self._encode(chrome)
            name = blake2b(packed, digest_size=16).hexdigest()
            self._names[id(chrome)], self.chromes[name] = name, packed
        return self._names[id(chrome)]

    def _page(self, view: object, around: list[Any], chrome_of: Callable[[str], bytes]) -> object:
        named = dict(zip(_AROUND, around[1:], strict=True))
        page = self._values.rebuilt(
            PageView, {**named, "chrome": msgspec.json.decode(chrome_of(around[0])), "view": None}
        )
        return PageView(
            head=page.head,
            chrome=page.chrome,
            current=page.current,
            crumbs=page.crumbs,
            view=view,
        )


@cache
def view_classes() -> dict[str, type[Any]]:
    """The views that can be packed, by their names."""
    modules = [import_module(f"newsroom.planning.views.{name}") for name in _MODULES]
    return {
        each.__name__: each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type) and is_dataclass(each) and fields(each)
    }


class _Values(Packer):
    """Values as JSON holds them."""

    def _rebuilder(self, hint: Any) -> Rebuild | None:
        if hint is datetime:
            return datetime.fromisoformat
        if hint is bytes:
            return b64decode
        return _or_none(super()._rebuilder(hint))


def _or_none(rebuild: Rebuild | None) -> Rebuild | None:
    """A view is packed with what is not there, too."""
    return rebuild and (lambda packed: None if packed is None else rebuild(packed))


def _body(value: object) -> object:
    return cast("Body", value).packed()
