"""Two builds of one output folder never run at once."""

from __future__ import annotations

import os
import sys
from dataclasses import replace

import pytest

from newsroom.settings import Settings
from newsroom.writing import LockHeld, lock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no flock there")


def test_a_second_build_of_the_same_output_is_told_who_holds_it(settings: Settings) -> None:
    with lock(settings), pytest.raises(LockHeld) as held, lock(settings):
        pass

    assert held.value.pid == str(os.getpid())
    assert held.value.since
    assert held.value.pid in str(held.value)
    assert "\n" not in str(held.value)


def test_the_same_folder_by_another_name_is_the_same_output(settings: Settings) -> None:
    settings.output.mkdir()
    other_name = settings.output.with_name("link")
    other_name.symlink_to(settings.output, target_is_directory=True)

    with lock(settings), pytest.raises(LockHeld), lock(replace(settings, output=other_name)):
        pass


def test_another_cache_is_no_way_round_the_lock(settings: Settings) -> None:
    other = replace(settings, cache=settings.cache.with_name("other-cache"))

    with lock(settings), pytest.raises(LockHeld), lock(other):
        pass


def test_another_output_may_be_built_at_the_same_time(settings: Settings) -> None:
    other = replace(settings, output=settings.output.with_name("other"))

    with lock(settings), lock(other):
        pass


def test_the_lock_is_free_again_after_a_build_even_one_that_failed(settings: Settings) -> None:
    with pytest.raises(OSError, match="disk"), lock(settings):
        raise OSError("disk")

    with lock(settings):
        pass
