"""What an editor types at each question; and a copy of the project's own content."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from desk.asking import Asker
from tests.building import ROOT


def typed(answers: Mapping[str, Sequence[str]]) -> Asker:
    """Answers the questions that begin so, a list one after another; Enter for all others."""
    left = {
        question: [given] if isinstance(given, str) else list(given)
        for question, given in answers.items()
    }

    def answer(shown: str) -> str:
        for question, given in left.items():
            if shown.startswith(question) and given:
                return given.pop(0)
        return ""

    return Asker(answer)


def copied(folder: Path) -> Path:
    """A copy of the project's own content that may be written to."""
    return Path(shutil.copytree(ROOT / "content", folder / "content"))
