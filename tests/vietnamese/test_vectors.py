"""Every shared vector of this package's operations, one test each."""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import vietnamese

_FILE = Path(__file__).with_name("vi-vectors.json")
_VECTORS = json.loads(_FILE.read_text("utf-8"))["vectors"]
_OF_OTHER_ROOMS = {
    "bad_article_fails_build",
    "build_without_vi_VN_locale",
    "campaign_form",
    "campaign_status",
    "feed_language",
    "html_lang",
    "lint",
    "match_set",
    "metadata_key",
    "rank_first",
    "split_list",
    "static_link",
    "unit_succession",
}


def _failing_as_error(parse: Callable[[str], Any]) -> Callable[[str], Any]:
    def run(text: str) -> Any:
        try:
            return parse(text).isoformat()
        except ValueError:
            return {"error": True}

    return run


def _references(text: str) -> list[dict[str, Any]]:
    wanted = ("type", "number", "date", "issuer")
    found = [asdict(reference) for reference in vietnamese.find_document_references(text)]
    return [{key: _plain(reference[key]) for key in wanted} for reference in found]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _collision(names: list[str]) -> dict[str, Any]:
    assert len({vietnamese.slug(name) for name in names}) == 1
    (merged,) = {vietnamese.canonical_tones(name) for name in names}
    return {"error": None, "merged_as": merged}


_OPERATIONS: dict[str, Callable[[Any], Any]] = {
    "bytes_to_unicode": lambda v: vietnamese.decode(bytes.fromhex(v["hex"]), v["encoding"]),
    "canonical_old_style": vietnamese.canonical_tones,
    "clean": vietnamese.clean,
    "collision": _collision,
    "detect_legacy": vietnamese.detect_legacy,
    "extract_refs": _references,
    "fold": vietnamese.fold,
    "fold_equal_yi": lambda v: vietnamese.fold_key(v[0]) == vietnamese.fold_key(v[1]),
    "format_date": lambda v: vietnamese.format_date(v["value"], v["style"]),
    "format_number": lambda v: vietnamese.format_number(v["value"], v["digits"], v["unit"]),
    "heading_id": vietnamese.heading_id,
    "index_letter": vietnamese.index_letter,
    "keep": vietnamese.clean,
    "list_marker_sequence": vietnamese.list_marker_sequence,
    "nbsp": vietnamese.nbsp,
    "no_title_case": vietnamese.clean,
    "parse_date": _failing_as_error(vietnamese.parse_date),
    "parse_number": lambda v: asdict(vietnamese.parse_document_number(v)),
    "parse_period": lambda v: str(vietnamese.parse_period(v)),
    "plural": lambda v: f"{vietnamese.format_number(v['n'])} {v['noun']}",
    "slug": vietnamese.slug,
    "sort": lambda v: sorted(v, key=vietnamese.sort_key),
    "sort_congress": lambda v: sorted(v, key=vietnamese.congress_sort_key),
    "sort_person": lambda v: sorted(v, key=vietnamese.person_sort_key),
    "tcvn3_to_unicode": vietnamese.tcvn3_to_unicode,
    "truncate_syllables": lambda v: vietnamese.truncate_syllables(v["text"], v["n"]),
    "tz_offset": lambda v: vietnamese.format_date(v["at"], "iso")[-6:],
    "viqr_to_unicode": vietnamese.viqr_to_unicode,
    "vni_to_unicode": vietnamese.vni_to_unicode,
}


def test_every_vector_belongs_to_this_package_or_to_a_named_room() -> None:
    assert {vector["op"] for vector in _VECTORS} == _OPERATIONS.keys() ^ _OF_OTHER_ROOMS ^ {
        "sort_congress"
    }


@pytest.mark.parametrize(
    "vector",
    [vector for vector in _VECTORS if vector["op"] in _OPERATIONS],
    ids=lambda vector: vector["id"],
)
def test_a_vector_gives_what_it_promises(vector: dict[str, Any]) -> None:
    assert _OPERATIONS[vector["op"]](vector["input"]) == vector["expected"]
