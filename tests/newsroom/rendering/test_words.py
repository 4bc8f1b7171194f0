"""Every word that templates and planning ask for is in both catalogues, and none is idle."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from babel.messages.pofile import read_po

from newsroom.planning import export_parts
from newsroom.planning.views.campaigns import MilestoneState, TargetState
from newsroom.planning.views.shared import State
from newsroom.records import article, award, campaign, document, parts, unit
from tests.newsroom.rendering.theme_under_test import THEME, words

PLUGIN = THEME.parent / "plugins" / "newsroom"
ID = r"[a-z0-9]+(?:\.[a-z0-9_]+)+"
TEMPLATES = "\n".join(path.read_text("utf-8") for path in THEME.rglob("*.html"))
TEMPLATES += "\n".join(path.read_text("utf-8") for path in THEME.rglob("*.xml"))
CHOICES: dict[str, Any] = {
    "article.genre": article.Genre,
    "award.kind": award.AwardKind,
    "campaign.group": State,
    "campaign.scope": campaign.Scope,
    "campaign.status": State,
    "data.role": export_parts.MemberRole,
    "document.role": campaign.DocumentRole,
    "document.status": document.DocumentStatus,
    "document.type": document.DocumentType,
    "milestone": parts.MilestoneKind,
    "milestone.state": MilestoneState,
    "target.count": TargetState,
    "unit.kind": unit.UnitKind,
}
"""Choices whose words templates look up by value."""


@pytest.mark.parametrize("kind", CHOICES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_choice_has_its_word(kind: str, language: str) -> None:
    missing = [
        value for value in get_args(CHOICES[kind]) if f"{kind}.{value}" not in words(language)
    ]

    assert missing == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_word_that_is_asked_for_is_there(language: str) -> None:
    asked = {*re.findall(rf'\bt\("({ID})"', TEMPLATES), *_asked_by_code()}

    assert sorted(id for id in asked if id not in words(language)) == []


def test_both_languages_have_the_same_words_with_the_same_blanks() -> None:
    blanks = [
        {id: sorted(re.findall(r"{(\w+)}", text)) for id, text in words(language).texts.items()}
        for language in ("vi", "en")
    ]

    assert blanks[0] == blanks[1]


def test_no_word_is_idle() -> None:
    """Words of the field's own vocabulary may wait for a page; they are marked as such."""
    with (THEME / "translations/vi/LC_MESSAGES/theme.po").open("rb") as file:
        own = {str(each.id) for each in read_po(file) if "vocabulary" not in each.auto_comments}
    named = set(re.findall(rf'"({ID})"', TEMPLATES)) | set(_literals())
    begun = set(re.findall(rf'label\("({ID}|\w+)"\)', TEMPLATES))
    begun |= {each.rstrip(".") for each in re.findall(rf'"({ID}\.)" ~', TEMPLATES)}
    begun |= {"campaign.status", "data.role", "document.status", *_beginnings()}

    idle = {id for id in own - named if id and id.rpartition(".")[0] not in begun}

    assert idle == set()


def _asked_by_code() -> Iterator[str]:
    for call in _nodes(ast.Call):
        assert isinstance(call, ast.Call)
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        first = call.args[0] if call.args else None
        if name in ("words", "t", "say") and isinstance(first, ast.Constant):
            yield str(first.value)


def _literals() -> Iterator[str]:
    for each in _nodes(ast.Constant):
        assert isinstance(each, ast.Constant)
        if isinstance(each.value, str) and re.fullmatch(ID, each.value):
            yield each.value


def _beginnings() -> Iterator[str]:
    """What f-strings that end in a value begin with: f"article.genre.{genre}"."""
    for each in _nodes(ast.JoinedStr):
        assert isinstance(each, ast.JoinedStr)
        first = each.values[0]
        if isinstance(first, ast.Constant) and str(first.value).endswith("."):
            yield str(first.value).rstrip(".")


def _nodes(kind: type[ast.AST]) -> Iterator[ast.AST]:
    for folder in ("planning", "rendering"):
        for path in (PLUGIN / folder).rglob("*.py"):
            yield from (each for each in ast.walk(_tree(path)) if isinstance(each, kind))


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))
