"""Feeds, sitemaps, linked data and the policy: what machines would stumble over is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from publishing.guard import guard
from publishing.refusals import Candidate
from publishing.tables import hashes
from tests.built_site import STYLE, URL, feed, page, sitemap

Built = Callable[..., Path]
NO_ENTRIES = feed().partition("<entry>")[0] + "</feed>"
ENTRY = feed()[feed().index("<entry>") : feed().index("</feed>")]
MAP = "/tin/2020/07/so-ket/"


def data(text: str) -> str:
    return page(f'<script type="application/ld+json">{text}</script>')


def reasons(folder: Path, **more: Any) -> list[str]:
    return [refusal.id for refusal in guard(Candidate(built=folder, given_url=URL, **more))]


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"feed.atom": NO_ENTRIES}, "refused.no_feed"),
        ({"feed.atom": feed().replace("<id>urn:1</id>", "")}, "refused.feed"),
        ({"feed.atom": feed().replace("<title>Sơ kết</title>", "")}, "refused.feed"),
        ({"feed.atom": feed().replace("2020-07-31T09", "31/7/2020 09")}, "refused.feed"),
        ({"x.atom": feed().replace("http://www.w3.org/2005/Atom", "urn:x")}, "refused.feed"),
        ({"x.atom": feed().replace("<feed ", "<news ").replace("</feed>", "</news>")},
         "refused.feed"),
        ({"x.atom": feed().replace("</feed>", ENTRY + "</feed>")}, "refused.feed"),
        ({"x.atom": feed().replace("</feed>", "")}, "refused.dead_link"),
        ({"sitemap.xml": sitemap()}, "refused.sitemap"),
        ({"sitemap.xml": sitemap(MAP).replace("urlset", "urls")}, "refused.sitemap"),
        ({"sitemap.xml": sitemap(MAP, url="")}, "refused.sitemap"),
        ({"sitemap.xml": sitemap(MAP).replace("</loc>", "</loc><lastmod>hôm qua</lastmod>")},
         "refused.sitemap"),
        ({"x/index.html": data('{"@context": "https://schema.org", "@type": "NewsArticle"')},
         "refused.json_ld"),
        ({"x/index.html": data('{"@type": "NewsArticle"}')}, "refused.json_ld"),
        ({"x/index.html": data('{"@context": "https://schema.org"}')}, "refused.json_ld"),
        ({"x/index.html": data('{"@context": "https://schema.org", "@graph": []}')},
         "refused.json_ld"),
        ({"x/index.html": page('<p style="margin:0">x</p>')}, "refused.inline"),
        ({"x/index.html": page('<p onclick="x()">x</p>')}, "refused.inline"),
        ({"x/index.html": page("", head='<meta http-equiv="Content-Security-Policy" '
          "content=\"style-src 'sha256-AAAA='\">")}, "refused.own_policy"),
    ],
)  # fmt: skip
def test_each_reason_is_named(built: Built, files: dict[str, str], reason: str) -> None:
    assert set(reasons(built(files))) == {reason}


@pytest.mark.parametrize(
    ("missing", "reason"),
    [("feed.atom", "refused.no_feed"), ("sitemap.xml", "refused.no_sitemap")],
)
def test_the_main_feed_and_sitemap_must_be_there(built: Built, missing: str, reason: str) -> None:
    assert reason in reasons(built(without=missing))


def test_a_block_that_the_theme_never_wrote_is_refused(built: Built) -> None:
    planned = frozenset(hashes([STYLE]))

    assert reasons(built(), planned=planned) == []
    strange = built({"x/index.html": page("<script>steal()</script>")})
    assert reasons(strange, planned=planned) == ["refused.policy"]
    styled = built({"x/index.html": page("<style>p{}</style>")})
    assert reasons(styled, planned=planned) == ["refused.policy"]


def test_linked_data_as_schema_org_has_it_is_no_reason(built: Built) -> None:
    sound = '{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle"}]}'

    assert reasons(built({"x/index.html": data(sound)})) == []
