"""A question in Vietnamese and a default in; what the editor answered out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from vietnamese import fold

Answer = Callable[[str], str]
"""Shows a question and gives the line that was typed; `input` is one."""
Choices = Sequence[tuple[str, str]]
"""Ids and names."""
_YES = ("c", "co", "y", "yes", "x", "1")
_MOST_SHOWN = 12
_MOST_TRIES = 50


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

    def choice(self, question: str, choices: Choices, default: str) -> str:
        """One of several, each an id and a name, by number, id or part of a name without marks."""
        if not self.asks:
            return default
        _show(choices)
        offered = dict(choices).get(default, default)
        for _ in range(5):
            typed = self.text(question, offered)
            if typed == offered:
                return default
            if (chosen := chosen_from(choices, typed)) is not None:
                return chosen
            print(f"  Không có lựa chọn “{typed}”.")
        return default

    def one_of(self, question: str, choices: Choices) -> str:
        """One of many or none, found by typing part of its name without marks."""
        return next(iter(self.some_of(question, choices, most=1)), "")

    def some_of(self, question: str, choices: Choices, most: int = 0) -> list[str]:
        """Some of many, in the order chosen; at most `most` where that is given."""
        chosen: list[str] = []
        shown: Choices = choices if len(choices) <= _MOST_SHOWN else ()
        if not self.asks or not choices:
            return chosen
        _show(shown)
        for _ in range(_MOST_TRIES):
            typed = self.text(f"{question} (gõ số hoặc một phần tên, Enter = {_what(chosen)})")
            if not typed:
                break
            found = _found(choices, shown, typed)
            if len(found) != 1:
                shown = found[:_MOST_SHOWN]
                _tell_found(typed, found)
                continue
            id, name = found[0]
            if id not in chosen:
                chosen.append(id)
            print(f"  Đã chọn: {name}")
            if most and len(chosen) == most:
                break
        return chosen

    def _ask(self, shown: str) -> str:
        if self._answer is None:
            return ""
        try:
            return self._answer(shown)
        except EOFError:
            self._answer = None
            return ""


def typed_path(typed: str) -> str:
    """A path as it comes when a file is dragged into a command window: in quotes, with `& ` in
    front, or with a backslash before each space."""
    path = typed.strip().removeprefix("& ").strip()
    if len(path) > 1 and path[0] == path[-1] and path[0] in "\"'":
        return path[1:-1].replace("'\\''", "'")
    return path if re.match(r"[A-Za-z]:|\\\\", path) else re.sub(r"\\(.)", r"\1", path)


def chosen_from(choices: Choices, typed: str) -> str | None:
    """The id of the choice that was meant; None where none or several are."""
    found = _found(choices, choices, typed)
    return found[0][0] if len(found) == 1 else None


def _found(choices: Choices, shown: Choices, typed: str) -> Choices:
    """All that may be meant: the number of one that is shown, an id, or part of a name."""
    if typed.isascii() and typed.isdigit() and 0 < int(typed) <= len(shown):
        return [shown[int(typed) - 1]]
    if same := [one for one in choices if one[0] == typed]:
        return same
    wanted = fold(typed)
    same = [one for one in choices if fold(one[1]) == wanted]
    return same or [one for one in choices if wanted and wanted in fold(one[1])]


def _tell_found(typed: str, found: Choices) -> None:
    if not found:
        print(f"  Không có “{typed}”; gõ một phần khác của tên.")
        return
    _show(found[:_MOST_SHOWN])
    if len(found) > _MOST_SHOWN:
        print(f"  … và {len(found) - _MOST_SHOWN} nữa; gõ thêm vài chữ.")


def _what(chosen: Sequence[str]) -> str:
    return "xong" if chosen else "bỏ qua"


def _show(choices: Choices) -> None:
    for number, (_, name) in enumerate(choices, 1):
        print(f"  {number}. {name}")
