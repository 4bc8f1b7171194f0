"""One small style block, whose layers, colours and classes are what the theme says they are."""

from __future__ import annotations

import gzip
import re
from base64 import b64decode
from hashlib import sha256
from pathlib import Path

from newsroom.rendering.styles import (
    assemble,
    in_one_layer,
    minify,
    with_plain_colours,
    with_short_names,
)
from tests.newsroom.rendering.theme_under_test import THEME

STYLES = assemble(THEME)
LAYERS = "@layer tokens,base,compositions,components,utilities,print;"


def test_the_block_is_under_five_kilobytes() -> None:
    assert len(gzip.compress(STYLES.text.encode(), 9, mtime=0)) <= 5_000


def test_the_block_opens_with_the_order_of_its_layers() -> None:
    assert STYLES.text.startswith(LAYERS)


def test_every_style_file_opens_its_own_layer() -> None:
    expected = {path: path.stem for path in (THEME / "styles").glob("*.css")}
    expected |= dict.fromkeys((THEME / "components").glob("*/*.css"), "components")
    wrong = [
        path.name
        for path, layer in expected.items()
        if layer != "main" and not path.read_text("utf-8").startswith(f"@layer {layer} {{")
    ]

    assert wrong == []


def test_the_hash_is_that_of_the_text() -> None:
    kind, _, digest = STYLES.hash.partition("-")

    assert kind == "sha256"
    assert b64decode(digest) == sha256(STYLES.text.encode()).digest()


def test_the_block_loads_nothing_and_cannot_end_its_element() -> None:
    assert re.findall(r"url\(|@import|@font-face|<", STYLES.text) == []


def test_only_meanings_name_the_palette() -> None:
    """Colours are raw only in tokens, and in print, which is black on white by nature."""
    raw = [
        path.name
        for path in [*(THEME / "styles").glob("*.css"), *(THEME / "components").glob("*/*.css")]
        if path.stem not in ("tokens", "print")
        and re.search(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", path.read_text("utf-8"))
    ]

    assert raw == []


def test_every_class_in_a_style_is_set_by_some_template() -> None:
    selectors = re.sub(r'"[^"]*"|\{[^{}]*\}', " ", STYLES.text)
    styled = set(re.findall(r"\.([a-z][\w-]*)", selectors))
    drawn = _sources() + Path(THEME.parent / "plugins/newsroom/rendering/prose.py").read_text()
    unused = {
        name
        for name in styled
        if name not in drawn and not any(f"{stem}{{{{" in drawn for stem in _stems(name))
    }

    assert unused == set()


def test_every_palette_is_read_as_easily_as_the_page() -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1 for text, on the page and on its tint, light and dark."""
    tokens = (THEME / "styles" / "tokens.css").read_text("utf-8")
    raw = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", tokens))
    light, dark = tokens.split("@media (prefers-color-scheme: dark)")
    poor = [
        (accent, ground)
        for part, grounds in ((light, ("paper", "silk")), (dark, ("night", "dusk")))
        for accent in re.findall(r"--accent: var\(--(\w+)\)", part)
        for ground in grounds
        if _contrast(raw[accent], raw[ground]) < 4.5
    ]

    assert poor == []
    assert len(re.findall(r"\.palette--", light)) == len(re.findall(r"\.palette--", dark)) == 3


def test_comments_and_spaces_are_dropped_and_strings_kept() -> None:
    css = """
    /* one */ @layer a, b;
    .a  > .b::before { content: " ( ; } "; color : red; /* two */ margin: 0 auto; }
    """

    assert minify(css) == (
        '@layer a,b;.a > .b::before{content:" ( ; } ";color :red;margin:0 auto}'
    )


def test_a_colour_of_the_palette_is_said_where_it_is_used() -> None:
    css = ":root{--ink:#111;--bg:var(--paper);--paper:#fff}p{color:var(--ink)}"

    assert with_plain_colours(css) == ":root{--bg:#fff;}p{color:#111}"


def test_a_colour_that_has_two_values_keeps_its_name() -> None:
    css = ":root{--bg:#fff}@media print{:root{--bg:#000}}p{color:var(--bg)}"

    assert with_plain_colours(css) == css


def _sources() -> str:
    return "\n".join(path.read_text("utf-8") for path in THEME.rglob("*.html"))


def _stems(name: str) -> list[str]:
    """A class may be put together: `status--` and a state."""
    block, mark, _ = name.rpartition("--")
    return [f"{block}{mark}"] if mark else [name.rpartition("__")[0] + "__"]


def _contrast(one: str, other: str) -> float:
    """How far apart two colours are, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    dim, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_custom_properties_get_short_names_and_classes_keep_theirs() -> None:
    css = ":root{--bg:#fff;--space-1:1px}.entry--bg{margin:var(--space-1) var(--space-1)}"

    assert with_short_names(css) == ":root{--b:#fff;--a:1px}.entry--bg{margin:var(--a) var(--a)}"


def test_more_properties_than_letters_still_have_names_of_their_own() -> None:
    css = ";".join(f"--of-{number:02}:{number}" for number in range(60))

    short = re.findall(r"--([a-z]+):", with_short_names(css))
    assert len(set(short)) == 60


def test_the_short_names_say_the_same_styles() -> None:
    long, short = assemble(THEME, as_written=True).text, assemble(THEME).text
    names = re.compile(r"(?<![\w-])--[a-z][a-z0-9-]*")

    assert names.sub("--x", long) == names.sub("--x", short)
    assert len(short) < len(long)


def test_the_layer_of_components_is_opened_once() -> None:
    files = (
        "@layer base{a{b:c}}@layer components{d{e:f}}@layer components{g{h:i}}@layer print{j{}}"
    )

    assert in_one_layer(files) == (
        "@layer base{a{b:c}}@layer components{d{e:f}g{h:i}}@layer print{j{}}"
    )
    assert in_one_layer("@layer base{a{b:c}}") == "@layer base{a{b:c}}"
    assert STYLES.text.count("@layer components{") == 1
    assert STYLES.text.count("{") == STYLES.text.count("}")
