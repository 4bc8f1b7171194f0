"""The search page folds as the index does: the same vectors through both."""

import json
import subprocess
from pathlib import Path

import pytest

import vietnamese
from tests.programs import program

_HERE = Path(__file__).parent
_SCRIPT = _HERE.parents[1] / "theme" / "components" / "search" / "fold.js"
_VECTORS = json.loads((_HERE / "fold-vectors.json").read_text("utf-8"))
_PROJECT_VECTORS = json.loads((_HERE / "vi-vectors.json").read_text("utf-8"))["vectors"]
_RUN = """
import { pathToFileURL } from "node:url";
const { fold, foldKey } = await import(pathToFileURL(process.argv[1]).href);
let input = "";
for await (const chunk of process.stdin) input += chunk;
const texts = JSON.parse(input);
console.log(JSON.stringify(texts.map((text) => [fold(text), foldKey(text)])));
"""


@pytest.mark.parametrize(("text", "folded"), _VECTORS["fold"])
def test_python_folds_as_the_vectors_say(text: str, folded: str) -> None:
    assert vietnamese.fold(text) == folded


@pytest.mark.parametrize(("text", "key"), _VECTORS["fold_key"])
def test_python_makes_the_keys_that_the_vectors_say(text: str, key: str) -> None:
    assert vietnamese.fold_key(text) == key


def test_the_script_folds_every_text_as_python_does(tmp_path: Path) -> None:
    texts = [text for text, _ in [*_VECTORS["fold"], *_VECTORS["fold_key"]]]
    texts += [vector["input"] for vector in _PROJECT_VECTORS if isinstance(vector["input"], str)]
    texts += [_every_letter(), _every_letter().upper()]
    expected = [[vietnamese.fold(text), vietnamese.fold_key(text)] for text in texts]
    assert _in_script(texts, tmp_path) == expected


def _every_letter() -> str:
    blocks = (range(0x20, 0x250), range(0x1E00, 0x1F00), range(0x2010, 0x2060))
    return "a ".join(chr(code) for block in blocks for code in block)


def _in_script(texts: list[str], folder: Path) -> list[list[str]]:
    node = program("node", "nodejs")
    module = folder / "fold.mjs"
    module.write_bytes(_SCRIPT.read_bytes())
    done = subprocess.run(
        [node, "--input-type=module", "--eval", _RUN, str(module)],
        input=json.dumps(texts),
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    read: list[list[str]] = json.loads(done.stdout)
    return read
