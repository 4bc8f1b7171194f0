"""References that try to leave content/, in every place where a record may write one."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.cases import Row, of_body, of_key

OUTSIDE = "bi-mat.pdf"
"""A file beside content/, with words that must stand nowhere in the output."""

ESCAPES: tuple[tuple[str, str], ...] = (
    ("up", f"../{OUTSIDE}"),
    ("up-from-inside", f"files/../../{OUTSIDE}"),
    ("up-far", "../" * 30 + "etc/passwd"),
    ("absolute", "/etc/passwd"),
    ("home", "~/.ssh/id_ed25519"),
    ("encoded", f"files/%2e%2e/%2e%2e/{OUTSIDE}"),
    ("encoded-twice", f"files/%252e%252e/%252e%252e/{OUTSIDE}"),
    ("encoded-slash", f"files/..%2f..%2f{OUTSIDE}"),
    ("overlong", f"files/%c0%ae%c0%ae/{OUTSIDE}"),
    ("windows", f"files\\..\\..\\{OUTSIDE}"),
    ("drive", "files/C:/boot.ini"),
    ("stream", "files/mau.pdf::$DATA"),
    ("share", "\\\\may-chu\\chung\\x.pdf"),
    ("query", f"files/mau.pdf?/../../{OUTSIDE}"),
    ("hidden", "files/.env"),
    ("dot", "files/./mau.pdf"),
    ("empty-part", "files//mau.pdf"),
    ("trailing-space", "files/mau.pdf /x"),
    ("right-to-left", "files/\u202efdp.mau"),
    ("fullwidth-dots", f"files/\uff0e\uff0e/{OUTSIDE}"),
    ("scheme", "file:///etc/passwd"),
)


def _in_keys() -> Iterator[Row]:
    """What a header may not hold: a percent sign is none of a path's signs there."""
    for name, path in ESCAPES:
        code = "E401" if name in _LATER else "E133"
        attachments = [{"file": path, "title": "x"}]
        yield of_key(f"attachment-{name}", "attachments", attachments, code)
    for name, path in ESCAPES:
        code = "E401" if name in _LATER else "E132"
        path = path.replace("files/", "photos/").replace("files\\", "photos\\")
        yield of_key(f"photo-{name}", "photo", {"file": path, "alt": "x"}, code)


def _in_bodies() -> Iterator[Row]:
    inside = [(name, path) for name, path in ESCAPES if path.startswith("files")]
    for name, path in inside:
        code = _CODES_IN_BODIES.get(name, "E323")
        yield of_body(
            f"file-link-{name}", f"[x](<file:{path.removeprefix('files/')}>)\n", *code.split()
        )
    for what in ("filename", "static", "attach"):
        yield of_body(f"pelican-{what}-up", f"[x]({{{what}}}../../{OUTSIDE})\n", "E322")
        yield of_body(f"pelican-{what}-absolute", f"[x]({{{what}}}/etc/passwd)\n", "E322")
    yield of_body("pelican-old-form", f"[x](|static|../../{OUTSIDE})\n", "E322")
    yield of_body("pelican-file-up", f"[x]({{attach}}files/../../{OUTSIDE})\n", "E323")
    yield of_body("pelican-unknown", "[x]({include}/etc/passwd)\n", "E322")
    yield of_body("link-up", f"[x](../{OUTSIDE})\n", "E322")
    yield of_body("link-to-a-source", "[x](/site.yaml)\n", "E231")
    yield of_body("link-up-from-the-root", f"[x](/../{OUTSIDE})\n", "E231")
    yield of_body("link-encoded-up-from-the-root", "[x](/%2e%2e/%2e%2e/etc/passwd)\n", "E231")
    yield of_body("picture-up", "![x](photos/../../bi-mat.jpg)\n", "E333")
    yield of_body("picture-of-a-file", "![x](file:mau.pdf)\n", "E333")
    yield of_body("record-up", "[x](article:../../x)\n", "E204")
    yield of_body("record-with-script", "[x](article:<script>)\n", "E204")
    yield of_body("fragment-with-script", "[x](page:gioi-thieu#<script>)\n", "E225")


_LATER = ("fullwidth-dots", "right-to-left")
_CODES_IN_BODIES = {"overlong": "E401", **dict.fromkeys(_LATER, "E401"), "query": ""}
"""Sound as a path, so only the disk can say that there is no such file; what follows a question
mark is no part of a path."""
PATHS: tuple[Row, ...] = (*_in_keys(), *_in_bodies())

NAMES: tuple[Row, ...] = tuple(
    Row(name=f"file-name-{name}", files={f"articles/{file}": "---\ntitle: x\n---\n"}, codes=codes)
    for name, file, codes in (
        ("script", "<script>alert(1)<script>.md", ("E121", "E141")),
        ("quote", '"onload="x.md', ("E121", "E141")),
        ("capitals", "Tin.md", ("E121", "E141")),
        ("dots", "a..b.md", ("E121", "E141")),
        ("space", " .md", ("E121", "E141")),
        ("newline", "a\nb.md", ("E121", "E141")),
        ("right-to-left", "a\u202edm.md", ("E121", "E141")),
        ("homoglyph", "tin-m\u0430u.md", ("E121", "E141")),
        ("template", "{{ x }}.md", ("E121", "E141")),
        ("shell", "$(id);`id`.md", ("E121", "E141")),
        ("option", "--help.md", ("E121", "E141")),
        ("long", "a" * 200 + ".md", ("E121", "E141")),
        ("nothing", "-.md", ("E121", "E141")),
        ("other-ending", "x.html", ("E142",)),
        ("restructured", "x.rst", ("E142",)),
        ("double-ending", "x.md.exe", ("E142",)),
        ("deep", "a/" * 20 + "x.md", ("E145",)),
    )
)
STRAY: tuple[Row, ...] = tuple(
    Row(name=f"stray-{name}", files={path: "x"}, codes=(code,))
    for name, path, code in (
        ("environment", "articles/secret.env", "E142"),
        ("top", "robots.txt", "E143"),
        ("script", "x.js", "E143"),
        ("folder", "theme/templates/base.html", "E143"),
        ("plugin", "plugins/x.py", "E143"),
        ("settings", "pelicanconf.py", "E143"),
    )
)
