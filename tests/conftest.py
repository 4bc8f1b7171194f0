"""The two real sites, each built once for all tests that read them."""

from __future__ import annotations

import signal

import pytest

from tests.building import ROOT, Build, build

# A shell that starts the tests behind it has them ignore Ctrl-C, and so all that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def seed_site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The site of content/: the report of 31/07/2020."""
    return build(ROOT / "content", tmp_path_factory.mktemp("seed") / "output")


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The site of demo/content/: the sample province, at its fixed moment."""
    return build(ROOT / "demo" / "content", tmp_path_factory.mktemp("demo") / "output")
