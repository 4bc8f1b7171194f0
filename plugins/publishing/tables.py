"""Tables for the host, the same for every kind of host: what a site's pages say in; headers,
types, lifetimes and redirects out."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from publishing.pages import Page

FIRST_LINE = (
    "# Written by Tin Thi Dua when it published this folder; the next edition replaces it."
)
"""By this line a folder is known as one that we published before."""
FOR_EVER = "public, max-age=31536000, immutable"
"""For files whose names change with their bytes."""
SHORTLY = "public, max-age=300"
"""For pages and feeds: a reader sees a new edition within five minutes, behind a CDN too."""
LASTING_FOLDERS = ("anh", "tep")
"""Whose files are all named by their bytes (content-format.md, Addresses)."""
_LASTING_NAME = re.compile(r"(?:^|[-.])[0-9a-f]{8,64}(?:-\d+)?\.[a-z0-9]+$")
_ALWAYS_LIVING = frozenset((".html", ".xml", ".atom", ".ics", ".csv", ".txt"))
TYPES = {
    "html": "text/html; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    # Not application/atom+xml: Chromium shows that as source text, without the feed's style sheet.
    "atom": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "avif": "image/avif",
    "webp": "image/webp",
    "gif": "image/gif",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "bin": "application/octet-stream",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
"""Content types by ending (IANA media types). A site may hold these files and no other."""
WASM = "application/wasm"
"""The program by which the page for writing makes photos smaller; no page of the site has one."""
COMPRESSIBLE = frozenset(
    ("html", "xml", "atom", "txt", "ics", "csv", "json", "webmanifest", "css", "js", "svg")
)
"""Endings of files that are text, and so worth compressing."""
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
Headers = tuple[tuple[str, str], ...]


def ending(path: str) -> str:
    """The last ending of a path without its dot, in small letters: pdf."""
    return PurePosixPath(path).suffix.removeprefix(".").lower()


def content_type(path: str) -> str:
    """What the host must call the file; text says its charset, for no host adds one."""
    return {**TYPES, "wasm": WASM}.get(ending(path), "application/octet-stream")


def is_lasting(path: str) -> bool:
    """Whether the file is named by its bytes, and so may be kept for ever; a page, feed, sitemap
    or export never is, whatever digits its address has."""
    if path.split("/")[0] in LASTING_FOLDERS:
        return True
    name = PurePosixPath(path)
    return name.suffix not in _ALWAYS_LIVING and bool(_LASTING_NAME.search(name.name))


def cache_control(path: str) -> str:
    """For how long a reader's browser, or a CDN, may keep the file."""
    return FOR_EVER if is_lasting(path) else SHORTLY


def headers_file(
    pages: Iterable[Page],
    site_url: str,
    paths: Collection[str] = (),
    own: Mapping[str, Headers] | None = None,
) -> str:
    """The `_headers` of the whole site. `paths` are its files: a folder that holds none but such
    as may be kept for ever has a rule of its own. `own` are the headers of folders that say other
    than the site's."""
    root = urlsplit(site_url).path.rstrip("/")
    policy = ("Content-Security-Policy", content_security_policy(pages))
    lines = [FIRST_LINE, f"{root}/*", *map(_line, (policy, *HEADERS))]
    wide = [f"{folder}/*" for folder in LASTING_FOLDERS]
    single = {
        f"{PurePosixPath(path).parent.as_posix()}/*"
        for path in paths
        if is_lasting(path) and path.split("/")[0] not in LASTING_FOLDERS
    }
    for rule in (*wide, *sorted(single - _mixed(paths))):
        lines += [f"{root}/{rule}", _line(("Cache-Control", FOR_EVER))]
    for folder, headers in (own or {}).items():
        lines += [f"{root}/{folder}/*", *_instead(headers, (policy, *HEADERS))]
    return "\n".join(lines) + "\n"


def _instead(own: Headers, wide: Headers) -> Iterator[str]:
    """Of two rules for one address both hold, their values joined by a comma: "!" takes the
    wider one away (Cloudflare Pages, "Detach a header")."""
    names = {name for name, _ in wide}
    for name, value in own:
        if name in names:
            yield f"  ! {name}"
        yield _line((name, value))


def _mixed(paths: Collection[str]) -> set[str]:
    """Folders that hold a file which may not be kept for ever."""
    return {
        f"{parent.as_posix()}/*"
        for path in paths
        if not is_lasting(path)
        for parent in PurePosixPath(path).parents
    }


def _line(header: tuple[str, str]) -> str:
    return "  {}: {}".format(*header)


def content_security_policy(pages: Iterable[Page]) -> str:
    """Nothing but the site's own files, and those inline blocks that its pages really have, by
    their hashes (CSP 3, 2.3.1)."""
    pages = tuple(pages)
    styles = [f"'{name}'" for name in hashes(text for page in pages for text in page.styles)]
    scripts = [f"'{name}'" for name in hashes(text for page in pages for text in page.scripts)]
    if any(page.script_files for page in pages):
        scripts = ["'self'", *scripts]
    inline = any(link.startswith("data:") for page in pages for link in page.links)
    pictures = "'self' data:" if inline else "'self'"  # such as the empty icon, data:,
    return policy_of(
        "".join(f" {name}" for name in styles),
        " " + " ".join(scripts or ["'none'"]),
        f" {pictures}",
    )


def policy_of(styles: str, scripts: str, pictures: str) -> str:
    """The policy with these sources of styles (beside the site's own), scripts and pictures, each
    with a space before it; a host's own variables may stand in them."""
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src 'self'{styles}",
            f"script-src{scripts}",
            f"img-src{pictures}",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ]
    )


def hashes(texts: Iterable[str]) -> list[str]:
    """Inline blocks by the names that a policy has for them: sha256-…, sorted."""
    digests = {sha256(text.encode()).digest() for text in texts}
    return sorted(f"sha256-{b64encode(digest).decode()}" for digest in digests)


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
