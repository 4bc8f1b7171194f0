"""nginx: the tables in; the configuration that serves what the ssh target lays out.

A release is a folder: site.…/ is public; gone/ and moved/ beside it say what nginx shall answer
with 410 and 301. Nothing of a release stands in the configuration, so one switch of one link
changes pages, policy, redirects and all, and nginx is never reloaded.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from publishing.annex import FOLDER, Annex
from publishing.edition import Edition
from publishing.tables import (
    COMPRESSIBLE,
    FOR_EVER,
    HEADERS,
    LASTING_FOLDERS,
    SHORTLY,
    TYPES,
    WASM,
    policy_of,
)

MOST_BLOCKS = 4
"""Inline blocks that a folder's name can carry: a name may have 255 bytes."""


class TooMany(Exception):
    """More inline blocks than a folder's name can carry."""


def folder_name(styles: Iterable[str], scripts: Iterable[str]) -> str:
    """A name that carries the inline blocks of the site: site.s<hash>.j<hash>, in base64url,
    which a policy may spell them in too (CSP 3, 2.3.1)."""
    named = [f"s{_safe(name)}" for name in sorted(styles)]
    named += [f"j{_safe(name)}" for name in sorted(scripts)]
    if len(named) > MOST_BLOCKS:
        raise TooMany(len(named))
    return ".".join(["site", *named])


def _safe(name: str) -> str:
    digest = name.removeprefix("sha256-")
    return digest.rstrip("=").replace("+", "-").replace("/", "_")


def lay_host_files(edition: Edition, release: Path) -> None:
    """Lay what nginx asks beside the public folder: gone/<path>, an empty file for every withdrawn
    page; moved/<address>/to, a link to the file that an old address leads to."""
    about = edition.manifest.about
    root = root_of(about.url)
    for name in ("gone", "moved"):
        (release / name).mkdir(parents=True, exist_ok=True)
    for path, entry in edition.manifest.files.items():
        if entry.kind == "page:withdrawn":
            empty = release / "gone" / root / path
            empty.parent.mkdir(parents=True, exist_ok=True)
            empty.touch()
    for old, new in moves(edition).items():
        link = release / "moved" / root / old / "to"
        link.parent.mkdir(parents=True, exist_ok=True)
        target = release / about.folder / root / new
        if not link.is_symlink():
            link.symlink_to(os.path.relpath(target, link.parent))


def moves(edition: Edition) -> dict[str, str]:
    """Old addresses, without slashes at their ends, and the files that they lead to; those below
    them too, where the new place has such."""
    root, files = root_of(edition.manifest.about.url), edition.manifest.used
    found: dict[str, str] = {}
    for path, page in edition.pages.items():
        if not page.redirect:
            continue
        old = path.removesuffix("index.html").strip("/")
        new = urlsplit(page.redirect).path.strip("/").removeprefix(root).strip("/")
        below = f"{new}/" if new else ""
        if f"{below}index.html" not in files:
            continue
        found[old] = f"{below}index.html"
        if path.endswith("/index.html") and new:
            for file in files:
                if file.startswith(below) and file != f"{below}index.html":
                    under = file.removeprefix(below).removesuffix("/index.html")
                    found.setdefault(f"{old}/{under}", file)
    return found


def root_of(url: str) -> str:
    """The folder of its host that a site stands in, without slashes at its ends."""
    return urlsplit(url).path.strip("/")


def nginx_conf(host: str, path: str, root: str = "", annex: Annex | None = None) -> str:
    """The configuration for a site at https://<host>/<root>/ whose releases stand below `path`."""
    root = f"/{root.strip('/')}" if root.strip("/") else ""
    policy = policy_of("$styles", " 'self'$scripts", " 'self' data:")
    wide = {**dict(HEADERS), "Content-Security-Policy": policy}
    own = {name: f"$own_{number}" for number, (name, _) in enumerate(_own(annex))}
    said = {**wide, **own}
    return TEMPLATE.format(
        host=host,
        path=path.rstrip("/"),
        root=root,
        types="\n".join(_types({**TYPES, "wasm": WASM} if annex else TYPES)),
        text=" ".join(sorted({_bare(TYPES[each]) for each in COMPRESSIBLE} - {"text/html"})),
        headers="\n".join(f'    add_header {name} "{said[name]}" always;' for name in said),
        maps="".join(
            MAP.format(
                name=own[name], wide=wide.get(name, ""), root=root, folder=FOLDER, value=value
            )
            for name, value in _own(annex)
        ),
        lasting="|".join(LASTING_FOLDERS),
        for_ever=FOR_EVER,
        shortly=SHORTLY,
    )


def _own(annex: Annex | None) -> tuple[tuple[str, str], ...]:
    return annex.headers if annex else ()


def _types(types: Mapping[str, str]) -> Iterable[str]:
    by_type: dict[str, list[str]] = {}
    for each, kind in types.items():
        by_type.setdefault(_bare(kind), []).append(each)
    for kind, endings in by_type.items():
        yield f"        {kind} {' '.join(endings)};"


def _bare(kind: str) -> str:
    return kind.partition(";")[0]


MAP = """\
map $uri {name} {{
    default "{wide}";
    "~^{root}/{folder}/" "{value}";
}}
"""
"""What the annex says in place of the site."""
TEMPLATE = """\
# Written by `invoke host-config` from the tables of plugins/publishing: change those, not this.
# Include it in nginx's http block (Debian: /etc/nginx/conf.d/). `invoke publish --to ssh` lays
# below {path}: current -> releases/<id>/site.<hashes of the inline blocks>.
# It is never reloaded for a release: one switch of that link changes everything.

# The policy names the inline blocks of the very release that is served, as its folder does.
map $edition $styles {{
    default "";
    "~/site\\.s(?<s1>[\\w-]{{43}})\\.s(?<s2>[\\w-]{{43}})" " 'sha256-$s1=' 'sha256-$s2='";
    "~/site\\.s(?<s1>[\\w-]{{43}})" " 'sha256-$s1='";
}}
map $edition $scripts {{
    default "";
    "~/site.*\\.j(?<j1>[\\w-]{{43}})\\.j(?<j2>[\\w-]{{43}})" " 'sha256-$j1=' 'sha256-$j2='";
    "~/site.*\\.j(?<j1>[\\w-]{{43}})" " 'sha256-$j1='";
}}
# Files named by their bytes are kept for ever, everything else for five minutes, an error never.
map $uri $lifetime {{
    default "{shortly}";
    "~^{root}/({lasting})/" "{for_ever}";
    "~\\.(html|xml|atom|ics|csv|txt)$" "{shortly}";
    "~[-./][0-9a-f]{{8,64}}(-[0-9]+)?\\.[a-z0-9]+$" "{for_ever}";
}}
{maps}map $status $kept {{
    default $lifetime;
    "~^[45]" "no-cache";
}}
# moved/<old address>/to is a link; the file that it leads to has the new address.
map $realpath_root $new_address {{
    default "";
    "~/releases/[\\dTZ]+-[0-9a-f]+/site[^/]*(?<new>/.*?)index\\.html$" "$new";
    "~/releases/[\\dTZ]+-[0-9a-f]+/site[^/]*(?<new>/.+)$" "$new";
}}

server {{
    # With a certificate: listen 443 ssl; see docs/publishing.md.
    listen 80;
    server_name {host};
    server_tokens off;
    absolute_redirect off;
    charset utf-8;
    charset_types {text};
    types {{
{types}
    }}
    default_type application/octet-stream;

{headers}
    add_header Cache-Control $kept always;

    gzip_static on;
    gzip_vary on;
    brotli_static on; # Debian: libnginx-mod-http-brotli-static; without it, remove this line

    # Asked once for each request: a switch half-way cannot mix two releases in one answer.
    root {path}/current;
    set $edition $realpath_root;
    set $release $edition/..;

    error_page 404 {root}/404.html;
    error_page 403 =404 {root}/404.html;
    error_page 410 /.gone$uri;

    location = {root}/404.html {{
        internal;
        root $edition;
    }}
    location ~ ^/\\.gone(?<stub>/.*)$ {{
        internal;
        root $edition;
        try_files $stub $stub/index.html =404;
    }}
    location ~ (/\\.(?!well-known/)|\\.(gz|br)$) {{
        return 404; # hidden files; copies that only content negotiation may choose
    }}
    location / {{
        root $edition;
        index index.html;
        if (-f $release/gone$uri/index.html) {{
            return 410;
        }}
        if (-f $release/gone$uri) {{
            return 410;
        }}
        if (-f $release/moved$uri/to) {{
            root $release/moved$uri/to;
            return 301 $new_address$is_args$args;
        }}
    }}
}}
"""
