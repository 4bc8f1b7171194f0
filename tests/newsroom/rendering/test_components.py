"""Every component is documented, stands alone, and draws well-formed HTML from its examples."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment, nodes

from tests.newsroom.rendering.component_examples import Example, components, draw, examples
from tests.newsroom.rendering.theme_under_test import THEME, Page

EXAMPLES = list(examples())
TEMPLATES = sorted(THEME.rglob("*.html")) + sorted(THEME.rglob("*.xml"))


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_every_example_draws_well_formed_html(example: Example) -> None:
    html = draw(example)
    page = Page(html)

    assert page.wrong == []
    assert re.findall(r"<(?:p|h\d|li|dt|dd|ul|ol)\b[^>]*>\s*</", html) == []
    assert page.attributes("style") == []


@pytest.mark.parametrize("path", components(), ids=lambda path: path.name)
def test_a_component_is_a_macro_of_its_own_name_with_its_examples(path: Path) -> None:
    macros = _macros((path / f"{path.name}.html").read_text("utf-8"))
    told = yaml.safe_load((path / f"{path.name}.yaml").read_text("utf-8"))

    assert [path.name] == list(macros)
    assert macros[path.name][0] == "view"
    assert list(told["params"]) == macros[path.name]
    assert told["what"].strip()
    assert any(not each.get("hidden") for each in told["examples"])


def test_components_are_imported_and_never_included() -> None:
    included = [path.name for path in TEMPLATES if re.search(r"{%-?\s*include", _text(path))]

    assert included == []


def test_no_template_is_named_by_a_value() -> None:
    """So that all sources of a template can be known, and it is drawn again when one changes."""
    dynamic = [
        f"{path.name}: {found}"
        for path in TEMPLATES
        for found in re.findall(r"{%-?\s*(?:from|import|extends)\s+([^\"\s]\S*)", _text(path))
    ]

    assert dynamic == []


def test_no_import_sees_the_page_it_stands_in() -> None:
    seeing = [path.name for path in TEMPLATES if "with context" in _text(path)]

    assert seeing == []


def test_no_template_marks_text_as_safe() -> None:
    marking = [path.name for path in TEMPLATES if re.search(r"\|\s*safe\b", _text(path))]

    assert marking == []


def test_an_award_table_leaves_out_what_its_page_is_about() -> None:
    html = _drawn_example("award_table", "on the page of the one that received them")

    assert "Được khen thưởng" not in html
    assert "Sở Mẫu" not in html
    assert "12/QĐ-MẪU" in html


def test_a_table_of_the_newest_awards_leads_to_all() -> None:
    html = _drawn_example("award_table", "on the page of the one that received them")

    assert '<a class="more" href="/khen-thuong/don-vi/mau/">Tất cả khen thưởng</a>' in html
    assert "Tất cả khen thưởng" not in _drawn_example(
        "award_table", "one that stands, one revoked"
    )


def test_a_time_without_an_end_says_from_when() -> None:
    assert ">Từ 29/07/2026<" in _drawn_example("span", "without an end")
    assert ">29/07/2026<" in _drawn_example("span", "one day")


def test_an_address_is_shown_without_its_scheme() -> None:
    html = _drawn_example("site_link", "a page")

    assert 'href="https://mau.example/van-ban/12-mau"' in html
    assert ">mau.example/<wbr>van-ban/<wbr>12-mau<" in html


def _drawn_example(component: str, name: str) -> str:
    [found] = [
        each for each in EXAMPLES if each.component == component and each.name.startswith(name)
    ]
    return draw(found)


def _text(path: Path) -> str:
    return path.read_text("utf-8")


def _macros(source: str) -> dict[str, list[str]]:
    tree = Environment(autoescape=True).parse(source)
    return {
        each.name: [str(argument.name) for argument in each.args]
        for each in tree.find_all(nodes.Macro)
    }
