"""Tables for the host: what a site's pages say in; its `_headers` and `_redirects` out, as
Pages-type hosts read them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from urllib.parse import urlsplit

from publishing.pages import Page

FIRST_LINE = (
    "# Written by Tin Thi Dua when it published this folder; the next edition replaces it."
)
"""By this line a folder is known as one that we published before."""
FOR_EVER = "public, max-age=31536000, immutable"
"""For files whose names change with their bytes."""
HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    ),
)
"""The same for every file, beside the content security policy."""


def headers_file(pages: Iterable[Page], site_url: str) -> str:
    """The `_headers` of the whole site."""
    root = urlsplit(site_url).path.rstrip("/")
    policy = ("Content-Security-Policy", content_security_policy(pages))
    lines = [FIRST_LINE, f"{root}/*", *map(_line, (policy, *HEADERS))]
    for folder in ("anh", "tep"):
        lines += [f"{root}/{folder}/*", _line(("Cache-Control", FOR_EVER))]
    return "\n".join(lines) + "\n"


def _line(header: tuple[str, str]) -> str:
    return "  {}: {}".format(*header)


def content_security_policy(pages: Iterable[Page]) -> str:
    """Nothing but the site's own files, and those inline blocks that its pages really have, by
    their hashes (CSP 3, 2.3.1)."""
    pages = tuple(pages)
    styles = _hashes(text for page in pages for text in page.styles)
    scripts = _hashes(text for page in pages for text in page.scripts)
    if any(page.script_files for page in pages):
        scripts = ["'self'", *scripts]
    inline = any(link.startswith("data:") for page in pages for link in page.links)
    pictures = "'self' data:" if inline else "'self'"  # such as the empty icon, data:,
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["style-src 'self'", *styles]),
            " ".join(["script-src", *(scripts or ["'none'"])]),
            f"img-src {pictures}",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ]
    )


def _hashes(texts: Iterable[str]) -> list[str]:
    digests = {sha256(text.encode()).digest() for text in texts}
    return sorted(f"'sha256-{b64encode(digest).decode()}'" for digest in digests)


def redirects_file(pages: dict[str, Page], site_url: str) -> str:
    """The `_redirects`: an old address leads on at the host, before its stub page is asked for;
    so do its sub-addresses, where the new one has any."""
    root = urlsplit(site_url).path.rstrip("/")
    rules = (rule for path, page in pages.items() for rule in _rules(path, page, root, pages))
    return "".join(f"{rule}\n" for rule in rules)


def _rules(path: str, page: Page, root: str, pages: dict[str, Page]) -> Iterator[str]:
    if not page.redirect:
        return
    old = f"{root}/{path.removesuffix('index.html')}"
    new = urlsplit(page.redirect).path
    yield f"{old} {new} 301"
    below = new.removeprefix(f"{root}/")
    has_more = any(other.startswith(below) and other != f"{below}index.html" for other in pages)
    if old.endswith("/") and new.endswith("/") and below and has_more:
        yield f"{old}* {new}:splat 301"
