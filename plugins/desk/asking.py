"""A question in Vietnamese and a default in; what the editor answered out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vietnamese import fold

Answer = Callable[[str], str]
"""Shows a question and gives the line that was typed; `input` is one."""
_YES = ("c", "co", "y", "yes", "x", "1")


class Asker:
    """Asks through `answer`; where nobody is there to answer, defaults stand."""

    def __init__(self, answer: Answer | None = None) -> None:
        self._answer = answer

    @property
    def asks(self) -> bool:
        """Whether there is somebody to ask."""
        return self._answer is not None

    def text(self, question: str, default: str = "") -> str:
        """A line of text; Enter takes the default."""
        shown = f"{question} [{default}]: " if default else f"{question}: "
        return self._ask(shown).strip() or default

    def agrees(self, question: str) -> bool:
        """Yes or no; Enter means no."""
        return fold(self._ask(f"{question} (c = có, Enter = không): ")) in _YES

    def choice(self, question: str, choices: Sequence[tuple[str, str]], default: str) -> str:
        """One of several, each an id and a name, by number, id or part of a name without marks."""
        if not self.asks:
            return default
        for number, (_, name) in enumerate(choices, 1):
            print(f"  {number}. {name}")
        for _ in range(5):
            typed = self.text(question, default)
            if (chosen := chosen_from(choices, typed)) is not None:
                return chosen
            print(f"  Không có lựa chọn “{typed}”.")
        return default

    def _ask(self, shown: str) -> str:
        if self._answer is None:
            return ""
        try:
            return self._answer(shown)
        except EOFError:
            self._answer = None
            return ""


def chosen_from(choices: Sequence[tuple[str, str]], typed: str) -> str | None:
    """The id of the choice that was meant; None where none or several are."""
    if typed.isascii() and typed.isdigit() and 0 < int(typed) <= len(choices):
        return choices[int(typed) - 1][0]
    if any(id == typed for id, _ in choices):
        return typed
    wanted = fold(typed)
    near = [id for id, name in choices if wanted and wanted in fold(name)]
    return near[0] if len(near) == 1 else None
