"""The manual's pages in Markdown in; a folder with the same as a small site of its own, which
needs no server, out."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown import Markdown
from markupsafe import Markup

from vietnamese import heading_id

INDEX = "README"
PICTURES = "anh"
_HERE = Path(__file__).parent
_LINK = re.compile(r'href="([\w-]+)\.md(#[^"]*)?"')
_CODE = re.compile(r"[ENW]\d{3}\b")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name without ending, its title, its body as HTML, its headings with anchors."""

    name: str
    title: str
    body: Markup
    headings: Sequence[tuple[str, str]]

    @property
    def file(self) -> str:
        """The name under which it is written."""
        return f"{'index' if self.name == INDEX else self.name}.html"


def write_manual(source: Path, folder: Path) -> Path:
    """Write the site of the pages in `source`; answer with its first page. OSError where the
    folder cannot be written. What was there of an earlier manual goes."""
    pages = list(_in_order({path.stem: path for path in sorted(source.glob("*.md"))}))
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined
    )
    environment.globals["styles"] = Markup((_HERE / "manual.css").read_text("utf-8"))  # noqa: S704 - our own
    template = environment.get_template("page.html")
    made = {page.file: template.render(page=page, pages=pages) for page in pages}
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.html"):
        old.unlink()
    for name, html in made.items():
        (folder / name).write_text(html, "utf-8", newline="\n")
    shutil.rmtree(folder / PICTURES, ignore_errors=True)
    if (source / PICTURES).is_dir():
        shutil.copytree(
            source / PICTURES, folder / PICTURES, ignore=shutil.ignore_patterns("*.json")
        )
    return folder / "index.html"


def _in_order(files: Mapping[str, Path]) -> Iterator[Page]:
    """Each page once, the first first, the others in the order in which it links to them."""
    first = files[INDEX].read_text("utf-8")
    linked = re.findall(r"\]\(([\w-]+)\.md", first)
    for name in dict.fromkeys((INDEX, *(one for one in linked if one in files), *files)):
        yield _page(name, files[name].read_text("utf-8"))


def _page(name: str, text: str) -> Page:
    parser = Markdown(
        extensions=["tables", "fenced_code", "sane_lists", "attr_list", "toc"],
        extension_configs={"toc": {"slugify": _anchor}},
        output_format="html",
    )
    html = parser.convert(text)
    tokens = getattr(parser, "toc_tokens", [])
    title = tokens[0]["name"] if tokens else name
    headings = [(one["id"], one["name"]) for top in tokens[:1] for one in top["children"]]
    return Page(name, title, Markup(_finished(html)), headings)  # noqa: S704 - our own pages


def _anchor(text: str, _separator: str) -> str:
    """A problem's section is found by its code."""
    found = _CODE.match(text)
    return found[0] if found else heading_id(text)


def _finished(html: str) -> str:
    """Links between pages as the site has them; wide tables and blocks that scroll by keyboard."""
    html = _LINK.sub(_to_page, html)
    frame = '<div class="scroll" role="group" aria-label="Bảng" tabindex="0">'
    html = html.replace("<table>", f"{frame}<table>").replace("</table>", "</table></div>")
    html = (
        html.replace("<th></th>", "<td></td>")
        .replace("<th>", '<th scope="col">')
        .replace("<pre>", '<pre tabindex="0">')
    )
    return re.sub(r"<p>(<img [^>]*>)</p>", r"<figure>\1</figure>", html)


def _to_page(found: re.Match[str]) -> str:
    name = "index" if found[1] == INDEX else found[1]
    return f'href="{name}.html{found[2] or ""}"'
