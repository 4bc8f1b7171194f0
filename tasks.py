"""What people and CI type: `invoke build`, `serve`, `check`, `demo`, `publish`, `test`."""

from __future__ import annotations

import sys
from pathlib import Path

from invoke.collection import Collection

sys.path.insert(0, str(Path(__file__).resolve().parent / "plugins"))

from desk.commands import (
    admin,
    development,
    importing,
    manual,
    moving,
    preview,
    publishing,
    report,
    site,
    writing,
)

namespace = Collection(
    # The site.
    site.build,
    site.impact,
    site.demo,
    preview.serve,
    # Writing.
    writing.new,
    writing.check,
    writing.approve,
    admin.admin,
    # What was made elsewhere.
    importing.import_word,
    importing.import_excel,
    importing.template_excel,
    moving.import_pelican,
    moving.import_wordpress,
    # What editors hand on.
    report.report,
    # The public.
    publishing.publish,
    publishing.withdraw,
    publishing.rollback,
    publishing.releases,
    publishing.host_config,
    # The manual.
    manual.manual,
    manual.reference,
    # The code.
    development.test,
    development.test_long,
    development.bench,
    development.fuzz,
    development.faults,
    development.gates,
    development.gallery,
    development.pack_search,
)
