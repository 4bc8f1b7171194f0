"""Problems of `invoke check --format json` in; GitLab's code quality report out, which it shows
beside changed lines (GitLab, "Code Quality report format"). Standard input and output."""

# ruff: noqa: INP001 a script, in no package
from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

SEVERITIES = {"error": "major", "warning": "minor"}


def report(lines: Iterable[str]) -> list[dict[str, Any]]:
    """An entry for each line that is a problem; what else a check says is passed over."""
    problems = [json.loads(line) for line in lines if line.startswith("{")]
    return [
        {
            "description": " ".join(filter(None, (each["message"], each.get("hint")))),
            "check_name": each["code"],
            "fingerprint": sha256(json.dumps(each, sort_keys=True).encode()).hexdigest(),
            "severity": SEVERITIES.get(each["severity"], "info"),
            "location": {"path": each["file"], "lines": {"begin": max(1, each["line"] or 1)}},
        }
        for each in problems
    ]


if __name__ == "__main__":
    json.dump(report(sys.stdin), sys.stdout, ensure_ascii=False, indent=1)
