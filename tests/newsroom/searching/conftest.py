"""The fixed site that queries are judged on: the sample province with three laws, which no
copyright covers (Law on Intellectual Property 50/2005/QH11, article 15)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.building import ROOT, Build, build

ROOT_OF_DEMO = "/demo"
"""Where the sample province's site.yaml puts it on its host."""

SCORES = "search"
"""The property in which a test tells how well search did."""


@pytest.fixture(scope="session")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its built output."""
    content = tmp_path_factory.mktemp("searched") / "content"
    shutil.copytree(ROOT / "demo" / "content", content)
    for law in Path(__file__).with_name("laws").glob("*.md"):
        shutil.copy(law, content / "documents")
    built: Build = build(content, content.with_name("output"))
    assert built.status == 0, built.out + built.err
    return built.output


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how well the judged queries did."""
    reports = terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
    told = [text for each in reports for name, text in each.user_properties if name == SCORES]
    if told:
        terminalreporter.section("search, judged")
        for line in told:
            terminalreporter.line(line)
