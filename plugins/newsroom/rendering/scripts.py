"""The theme's script files in; the one script of the search page out, without its comments."""

from __future__ import annotations

import re
from pathlib import Path

ORDER = ("fold", "lookup", "query", "rank", "page")
"""The modules in components/search, each only using those before it."""
_IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|function) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^\s*//[^\n]*\n", re.MULTILINE)
_MARGIN = re.compile(r"\n\s*")


def search_script(theme: Path) -> bytes:
    """One module of all: comments that have a line of their own, and margins, are left out."""
    folder = theme / "components" / "search"
    texts = [(folder / f"{name}.js").read_text("utf-8") for name in ORDER]
    script = "".join(map(_scoped, texts))
    return f"// SPDX-License-Identifier: MIT\n{script}".encode()


def _scoped(text: str) -> str:
    """A module in a scope of its own: each has names that others have too."""
    names = ", ".join(_EXPORT.findall(text))
    for what in (_IMPORT, _COMMENT, _EXPORT):
        text = what.sub("", text)
    inner = _MARGIN.sub("\n", text).strip()
    return f"const {{ {names} }} = (() => {{\n{inner}\nreturn {{ {names} }};\n}})();\n"
