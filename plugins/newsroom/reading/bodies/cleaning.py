"""HTML from an untrusted body in, HTML that may stand on a page out."""

from __future__ import annotations

from newsroom.reading.bodies.targets import SCHEMES
from newsroom.reading.decoding import CONTROL

INLINE = frozenset(
    [
        "a",
        "strong",
        "b",
        "em",
        "i",
        "u",
        "s",
        "del",
        "ins",
        "mark",
        "small",
        "sup",
        "sub",
        "abbr",
        "cite",
        "q",
        "code",
        "img",
        "br",
    ]
)
"""Part of a line: words go on through these tags, and end at any other."""
_BLOCKS = {
    "p",
    "pre",
    "hr",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "div",
    "figure",
    "figcaption",
}
_TABLES = {"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"}
TAGS = {*INLINE, *_BLOCKS, *_TABLES}
_GONE_WITH_TEXT = {
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "svg",
    "math",
    "noscript",
    "template",
    "textarea",
    "select",
    "title",
}
_ATTRIBUTES = {
    "*": {"lang", "id"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "title"},
    "li": {"value"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_CLASSES = {
    "a": {"footnote-ref", "footnote-backref"},
    "div": {"footnote"},
    "table": {"table"},
    "td": {"table__number", "table__center"},
    "th": {"table__number", "table__center"},
}


def cleaned(html: str, prefix: str) -> str:
    """Only what is named above; anchors begin with `prefix`, each stands once; web links say
    nothing of the page they were on (`rel`)."""
    import nh3

    taken: set[str] = set()

    def own_anchor(_tag: str, name: str, value: str) -> str | None:
        if name != "id":
            return value
        if not value or value in taken:
            return None
        taken.add(value)
        return f"{prefix}{value}"

    clean = nh3.clean(
        html,
        tags=TAGS,
        clean_content_tags=_GONE_WITH_TEXT,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer",
        attribute_filter=own_anchor,
        strip_comments=True,
    )
    return CONTROL.sub("", clean)  # an entity may spell one: &#1;
