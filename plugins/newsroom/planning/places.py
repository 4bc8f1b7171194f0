"""Addresses under the site in; hrefs, whole addresses and output paths out."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

LOCAL = "http://localhost:8000"
"""Where a site without a url is built for; the publishing guard refuses it."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the site stands: `origin` is https://host, `path` is "" or /folder."""

    origin: str
    path: str = ""

    @classmethod
    def of(cls, url: str) -> Places:
        """From the site's url, with or without a slash at its end."""
        parts = urlsplit(url or LOCAL)
        return cls(f"{parts.scheme}://{parts.netloc}", parts.path.rstrip("/"))

    @property
    def host(self) -> str:
        """The host's name and port."""
        return self.origin.partition("://")[2]

    def href(self, address: str) -> str:
        """What a link to the address says: /folder/tin/2020/07/x/."""
        return self.path + address

    def whole(self, address: str) -> str:
        """The address as feeds, sitemaps and machines need it: https://host/folder/tin/…/."""
        return self.origin + self.path + address

    def absolute(self, href: str) -> str:
        """The whole address of an href; one that leads elsewhere stays."""
        return self.origin + href if href.startswith("/") else href


def output_path(address: str) -> str:
    """The file that answers the address: tin/2020/07/x/index.html, feed.atom."""
    address = address.partition("#")[0]
    plain = address.strip("/")
    if not plain:
        return "index.html"
    if address.endswith("/") or "." not in plain.rpartition("/")[2]:
        return f"{plain}/index.html"
    return plain
