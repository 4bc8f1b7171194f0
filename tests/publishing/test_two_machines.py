"""Two machines that publish at once to one target: one wins, the other says so, nothing is
mixed."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from publishing import claim
from publishing.shelf import CLAIM
from tests.building import tree
from tests.publishing.house import House
from tests.publishing.one_publishing import SAID
from tests.publishing.server import Server
from tests.publishing.store import BUCKET, Store, refusal
from tests.publishing.test_killed import start
from tests.publishing.test_s3_trouble import edition, pages_without_assets

ONE, OTHER = "anh/b-4567cdef-400.jpg", "anh/c-89ab0123-400.jpg"
FIRST = "anh/a-0123abcd-400.jpg"


def machines(store: Store, work: Path) -> tuple[House, House]:
    """Two checkouts, each with a cache of its own, after a first edition."""
    one, other = (House(store.target(work / name), work / name) for name in ("one", "other"))
    assert one.publish(edition(FIRST)) == 0
    one.moment += timedelta(minutes=1)
    other.moment = one.moment + timedelta(minutes=1)
    return one, other


def test_a_machine_that_comes_while_another_changes_a_bucket_goes_away(
    store: Store, tmp_path: Path
) -> None:
    one, other = machines(store, tmp_path)
    statuses: list[int] = []

    def meanwhile(method: str, path: str) -> None:
        if method == "PUT" and path.endswith(ONE):
            store.line.spoil = lambda _method, _path: None
            statuses.append(other.publish(edition(OTHER)))

    store.line.spoil = meanwhile
    assert one.publish(edition(ONE)) == 0, one.said

    assert statuses == [1]
    assert "một máy khác" in other.said[-1]
    assert shown(store) == {ONE}
    assert other.publish(edition(OTHER)) == 0, other.said
    assert shown(store) == {OTHER}
    assert CLAIM not in store.all()


def test_a_machine_whose_live_release_is_no_longer_live_changes_nothing(
    store: Store, tmp_path: Path
) -> None:
    one, other = machines(store, tmp_path)

    def slow(built: Path) -> None:
        assert other.publish(edition(OTHER)) == 0
        (other.work / "site").rename(built)

    assert one.publish_from(slow) == 1

    assert "máy khác" in one.said[-1]
    assert shown(store) == {OTHER}


def test_a_claim_of_a_machine_that_was_killed_is_waited_for_and_then_taken(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = machines(store, tmp_path)
    store.client.put_object(Bucket=BUCKET, Key=CLAIM, Body=b"another machine's")

    assert one.publish(edition(ONE)) == 1
    assert "300 giây" in one.said[-1]
    monkeypatch.setattr(claim, "PATIENCE", 0)

    assert one.publish(edition(ONE)) == 0, one.said
    assert CLAIM not in store.all()


def test_a_machine_does_not_wait_for_its_own_claim(store: Store, tmp_path: Path) -> None:
    one, _ = machines(store, tmp_path)
    one.target.claim.held().__enter__()  # type: ignore[attr-defined]  # and it is killed
    again = House(store.target(tmp_path / "one"), tmp_path / "one", moment=one.moment)

    assert again.publish(edition(ONE)) == 0, again.said


def test_a_machine_whose_claim_was_taken_never_says_that_it_is_live(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a store does not know the condition, or a claim was not renewed in time."""
    monkeypatch.setattr(claim, "RENEWED", -1)
    one, _ = machines(store, tmp_path)
    before = one.release

    def meanwhile(method: str, path: str) -> None:
        if method == "PUT" and path.endswith(ONE):
            store.client.put_object(Bucket=BUCKET, Key=CLAIM, Body=b"another machine's")

    store.line.spoil = meanwhile
    assert one.publish(edition(ONE)) == 1

    assert "máy khác" in one.said[-1]
    assert one.release == before
    assert CLAIM in store.all()
    assert pages_without_assets(store.public()) == []


def test_a_store_that_knows_no_condition_is_published_to_all_the_same(
    store: Store, tmp_path: Path
) -> None:
    one, _ = machines(store, tmp_path)
    seen = [0]

    def spoil(method: str, path: str) -> bytes | None:
        if method == "PUT" and path.endswith(CLAIM):
            seen[0] += 1
            if seen[0] == 1:
                return refusal("501 Not Implemented", "NotImplemented")
        return None

    store.line.spoil = spoil

    assert one.publish(edition(ONE)) == 0, one.said
    assert seen == [2]


def at_once(options: Mapping[str, object], work: Path, seed: int) -> list[int]:
    """Two processes, each with a cache of its own, begun within a moment: how they ended."""
    first = start(options, work / "one", edition(ONE), number=60)
    time.sleep(Random(seed).uniform(0, 0.4))  # noqa: S311 - no secret
    second = start(options, work / "other", edition(OTHER), number=120)
    return [first.wait(), second.wait()]


def said(work: Path) -> list[str]:
    """What each of the two said."""
    return [(work / name / SAID).read_text("utf-8") for name in ("one", "other")]


SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 25))]


@pytest.mark.parametrize("seed", SEEDS)
def test_two_at_once_leave_one_edition_in_a_bucket(
    store: Store, tmp_path: Path, seed: int
) -> None:
    one, _ = machines(store, tmp_path)

    statuses = at_once(options_of(store), tmp_path, seed)

    assert 0 in statuses, said(tmp_path)
    assert set(statuses) <= {0, 1}
    left = shown(store)
    assert left == ({OTHER} if statuses[1] == 0 and statuses[0] else left)
    assert left == ({ONE} if statuses[0] == 0 and statuses[1] else left)
    one.moment += timedelta(hours=5)
    assert one.publish(edition(ONE) | {"x.txt": "x"}) == 0, one.said
    assert shown(store) == {ONE}


@pytest.mark.parametrize("seed", SEEDS)
def test_two_at_once_leave_one_edition_on_a_server(
    server: Server, tmp_path: Path, seed: int
) -> None:
    """Where both stall, both may be told to run again: what was live is live."""
    house = House(server.target(tmp_path / "one"), tmp_path / "one")
    assert house.publish(edition(FIRST)) == 0

    statuses = at_once(server.options(), tmp_path, seed)

    assert set(statuses) <= {0, 1}, said(tmp_path)
    live = {p: data for p, data in tree(server.current).items() if p[-3:] not in (".br", ".gz")}
    left = pictures_of(live)
    assert len(left) == 1
    if 0 not in statuses:
        assert left == {FIRST}
    elif 1 in statuses:
        assert left == {(ONE, OTHER)[statuses.index(0)]}
    house.moment += timedelta(hours=5)
    assert house.publish(edition(ONE) | {"x.txt": "x"}) == 0, house.said


def test_two_that_are_about_to_switch_see_each_other(server: Server, tmp_path: Path) -> None:
    """Both have looked, both have sent: without a word to each other both would switch."""
    houses = [House(server.target(tmp_path / name), tmp_path / name) for name in ("one", "other")]
    assert houses[0].publish(edition(FIRST)) == 0
    meeting, statuses = threading.Barrier(2, timeout=300), {}
    for number, house in enumerate(houses):
        house.moment += timedelta(minutes=1 + number)
        plain = house.target._switch  # type: ignore[attr-defined]

        def switch(about: object, plain: object = plain) -> None:
            meeting.wait()
            plain(about)  # type: ignore[operator]

        house.target._switch = switch  # type: ignore[attr-defined]

    def run(number: int, picture: str) -> None:
        statuses[number] = houses[number].publish(edition(picture))

    threads = [threading.Thread(target=run, args=each) for each in enumerate((ONE, OTHER))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(statuses.values()) == [0, 1], [house.said for house in houses]
    winner = [ONE, OTHER][[statuses[0], statuses[1]].index(0)]
    assert f"/{winner}" in (server.current / "index.html").read_text("utf-8")


def options_of(store: Store) -> dict[str, object]:
    endpoint = f"http://127.0.0.1:{store.line.port}"
    return {"kind": "s3", "bucket": BUCKET, "endpoint": endpoint, "workers": 2}


def shown(store: Store) -> set[str]:
    """The pictures that the bucket's pages show; none of them is missing."""
    public = store.public()
    assert pages_without_assets(public) == []
    return pictures_of(public)


def pictures_of(public: Mapping[str, bytes]) -> set[str]:
    whole = b"".join(data for path, data in public.items() if path.endswith(".html"))
    return {each for each in (FIRST, ONE, OTHER) if f"/{each}".encode() in whole}
