"""A tiny built site for tests of publishing: sound as it stands, free to be broken."""

from __future__ import annotations

from pathlib import Path

URL = "https://thidua.example.vn"
ARTICLE = "tin/2020/07/so-ket/index.html"
STYLE = "main{color:#111}"


def page(body: str, url: str = URL, head: str = "") -> str:
    """A page with the site's one style block."""
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Tin</title>'
        f'<link rel="canonical" href="{url}/">{head}<style>{STYLE}</style></head>'
        f'<body><main id="noi-dung">{body}</main></body></html>'
    )


def feed(url: str = URL) -> str:
    """An Atom feed with one entry."""
    moment = "<updated>2020-07-31T09:54:00+07:00</updated>"
    return (
        f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>{url}/feed.atom</id>'
        f"<title>Tin</title>{moment}<entry><id>urn:1</id><title>Sơ kết</title>{moment}"
        f'<link href="{url}/tin/2020/07/so-ket/"/></entry></feed>'
    )


def sitemap(*paths: str, url: str = URL) -> str:
    """A sitemap of these addresses."""
    urls = "".join(f"<url><loc>{url}{path}</loc></url>" for path in paths)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'


def sound_site(url: str = URL, root: str = "") -> dict[str, str]:
    """A home page, an article, a feed, a sitemap and the build's marker."""
    return {
        ".newsroom": "marker",
        "index.html": page(f'<a href="{root}/tin/2020/07/so-ket/">Sơ kết</a>', url),
        ARTICLE: page(f'<a href="#noi-dung">Lên</a> <a href="{root}/">Trang chủ</a>', url),
        "sitemap.xml": sitemap("/tin/2020/07/so-ket/", url=url),
        "feed.atom": feed(url),
        "robots.txt": f"User-agent: *\nSitemap: {url}/sitemap.xml\n",
        ".well-known/security.txt": "Contact: mailto:a@example.vn\n",
    }


def lay(folder: Path, files: dict[str, str]) -> Path:
    """Write these files below the folder."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="")
    return folder
