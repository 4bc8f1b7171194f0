"""A real Pelican blog, moved in whole."""

from __future__ import annotations

import os
import re
import tarfile
from collections import Counter
from typing import Any

import pytest
from bs4 import BeautifulSoup

from desk.moving.pelican.site import PelicanSite
from desk.word.texts import words_of
from newsroom.reading import read
from tests.desk.moving.sites import House, told
from tests.shared_data import shared


@pytest.fixture(scope="module")
def canux(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A real Pelican blog of 218 files, moved in."""
    archive = shared("data/markdown/pelican-canux.tar.gz")
    house = House(tmp_path_factory.mktemp("canux"))
    with tarfile.open(archive) as tar:
        tar.extractall(house.folder, filter="data")
    house.old = house.folder / "pelican-canux" / "content"
    report = house.pelican()
    assert report.status == 0, told(report)
    return house


def test_a_real_pelican_site_builds_with_every_old_address(canux: House) -> None:
    """A dead internal link stops a build, so that one which was not dead before would show."""
    built = canux.build()

    assert built.status == 0, built.out
    site = PelicanSite(canux.old)
    addresses = {address for one in site.outlines() for address in one.addresses}
    assert len(addresses) > 190
    missing = [one for one in addresses if not (built.output / one.lstrip("/")).exists()]
    assert missing == []


def test_every_link_of_a_real_site_that_led_somewhere_still_does(canux: House) -> None:
    site = PelicanSite(canux.old)
    list(site.outlines())
    records: Any = read(canux.settings).records
    ids = canux.settings.content.parent / "pelican-canux" / "content.ids.json"
    assert ids.exists()
    before: Counter[str] = Counter()
    for old in site.texts():
        soup = BeautifulSoup(old.html, "html.parser")
        found = [str(tag.get("src")) for tag in soup.find_all("img")]
        found += [str(tag.get("href")) for tag in soup.find_all("a", href=True)]
        before.update(site.point(old.key, address).what for address in found)
    bodies = [one.body for one in (*records.article.values(), *records.page.values())]
    slots = Counter(slot.kind for body in bodies for slot in body.slots if slot.what == "photo")

    assert before["asset"] == slots["photo"] > 10
    assert before["dead"] <= 5


def test_no_word_of_a_real_site_is_lost(canux: House) -> None:
    """Ten of 52,804 words differ: signs of code and addresses are cut in other places."""
    site = PelicanSite(canux.old)
    list(site.outlines())
    records: Any = read(canux.settings).records
    bodies = {
        re.sub(r"^\d+", "", one.id): one.body.text
        for one in (*records.article.values(), *records.page.values())
    }
    source: Counter[str] = Counter()
    for old in site.texts():
        soup = BeautifulSoup(old.html, "html.parser")
        for script in soup.find_all(["script", "style"]):
            script.decompose()
        source += words_of(soup.get_text(" "))
    there = words_of(os.linesep.join(bodies.values()))

    assert source.total() > 50_000
    assert (source - there).total() < source.total() // 1000
