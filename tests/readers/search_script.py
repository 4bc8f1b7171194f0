"""The modules of the search page in; the one script that browsers fetch out, packed by terser:
python -m tests.readers.search_script writes it where the theme has it."""

from __future__ import annotations

import subprocess

from tests.building import ROOT
from tests.programs import program
from tests.readers.node_packages import FOLDER, package

SCRIPTS = ROOT / "theme" / "components" / "search"
PACKED = SCRIPTS / "search.min.js"


def packed() -> bytes:
    """The script as the modules give it now."""
    node = program("node", "nodejs")
    package("terser")
    done = subprocess.run(
        [node, str(FOLDER / "pack_search.mjs"), str(SCRIPTS)], capture_output=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr.decode())
    return done.stdout


if __name__ == "__main__":
    PACKED.write_bytes(packed())
