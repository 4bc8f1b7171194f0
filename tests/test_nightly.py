"""What is tried each night: bounded, with few rights, and never the same."""

from __future__ import annotations

import re

from tests.test_workflows import GITLAB, NIGHTLY, NIGHTLY_TASKS, read


def test_each_night_is_bounded_and_no_night_is_like_another() -> None:
    jobs, job = read(NIGHTLY)["jobs"], read(GITLAB)["nightly"]

    assert jobs.keys() == NIGHTLY_TASKS
    for text in (NIGHTLY.read_text("utf-8"), "\n".join(job["script"])):
        assert int(re.findall(r"fuzz --examples (\d+)", text)[0]) >= 1000
        assert "faults --count 500 --only SIGKILL,SIGTERM" in text
        assert len(re.findall(r'--first "\$\(\(1000 \* \w+(?: \+ 500)?\)\)"', text)) == 2
    assert all(one["permissions"] == {"contents": "read"} for one in jobs.values())
    assert all(one["timeout-minutes"] <= 120 for one in jobs.values())
    assert job["timeout"] == "4 hours"
    assert job["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule" && $NIGHTLY == "yes"'}]
