"""A part of a Word file in; the same with its text boxes in their places among the paragraphs,
and its tracked changes as if accepted, out: in place."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from desk.word.styles import W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_UNWRAPPED = {f"{W}{name}" for name in ("fldSimple", "moveTo", "customXml", "dir", "bdo")}
_GONE = {f"{W}{name}" for name in ("del", "moveFrom")}
_BOX = f"{W}txbxContent"


def flatten(root: Element) -> int:
    """Bring text that stands aside into the flow; the number of tracked deletions left out."""
    deleted = _unwrap(root)
    _place_boxes(root)
    return deleted


def _unwrap(element: Element) -> int:
    """Fields, moved and other wrapped text become plain; what was deleted goes."""
    deleted = 0
    kept: list[Element] = []
    changed = False
    for child in element:
        if child.tag in _GONE:
            deleted += 1
            changed = True
            continue
        deleted += _unwrap(child)
        if child.tag in _UNWRAPPED:
            changed = True
            kept.extend(part for part in child if not part.tag.endswith("Pr"))
        elif child.tag == f"{_MC}AlternateContent":
            changed = True
            kept.extend(_chosen(child))
        else:
            kept.append(child)
    if changed:
        element[:] = kept
    return deleted


def _chosen(alternatives: Element) -> list[Element]:
    """Of the same thing drawn in two ways: the one with a picture or with text."""
    choices = [one for one in alternatives if len(one)]
    for choice in choices:
        if any(part.tag == _BLIP for part in choice.iter()):
            return list(choice)
    for choice in choices:
        if any(part.tag == f"{W}t" for part in choice.iter()):
            return list(choice)
    return list(choices[-1]) if choices else []


def _place_boxes(root: Element) -> None:
    """What is written in boxes follows the paragraph that holds them."""
    for holder in list(root.iter()):
        paragraphs = [child for child in holder if child.tag == f"{W}p"]
        for paragraph in paragraphs:
            boxes = list(_taken_boxes(paragraph))
            place = list(holder).index(paragraph) + 1
            holder[place:place] = [inner for box in boxes for inner in box]


def _taken_boxes(element: Element) -> Iterator[Element]:
    for child in list(element):
        if child.tag == _BOX:
            element.remove(child)
            yield from _boxes_inside(child)
            yield child
        else:
            yield from _taken_boxes(child)


def _boxes_inside(box: Element) -> Iterator[Element]:
    for child in box:
        yield from _taken_boxes(child)
