from __future__ import annotations

from newsroom.planning.clashes import CLASH, without_clashes
from newsroom.planning.output import Output
from newsroom.problems import Problem
from tests.newsroom.planning.plans import ROOT


def output(path: str, source: str = "") -> Output:
    return Output(path=path, renderer="text", view=None, source=source)


def clash(*outputs: Output) -> Problem:
    kept, (problem,) = without_clashes(outputs)
    assert len(kept) == len(outputs) - 1
    return problem


def test_two_outputs_of_one_path_name_both_sources() -> None:
    problem = clash(output("x/index.html", "units/b.md"), output("x/index.html", "units/a.md"))

    assert (problem.file, problem.code) == ("units/b.md", CLASH)
    assert dict(problem.params) == {"address": "/x/", "other": "", "other_file": "units/a.md"}


def test_paths_that_differ_only_in_case_clash() -> None:
    problem = clash(output("tep/A.pdf", "files/A.pdf"), output("tep/a.pdf", "files/a.pdf"))

    assert problem.file == "files/a.pdf"


def test_a_folder_that_differs_only_in_case_is_the_same_folder() -> None:
    problem = clash(output("tep/A/b", "files/1"), output("tep/a/B", "files/2"))

    assert problem.file == "files/2"


def test_a_file_cannot_be_the_folder_of_another() -> None:
    problem = clash(output("x.html", "pages/x.md"), output("x.html/index.html", "units/u.md"))

    assert problem.file == "units/u.md"


def test_where_the_site_itself_is_in_the_way_the_record_has_the_problem() -> None:
    problem = clash(output("tin/index.html"), output("tin/index.html", "pages/tin.md"))

    assert problem.file == "pages/tin.md"
    assert dict(problem.params)["other"] == "/tin/"


def test_where_only_the_first_has_a_source_it_has_the_problem() -> None:
    problem = clash(output("tin", "pages/tin.md"), output("tin/index.html"))

    assert problem.file == "pages/tin.md"
    assert dict(problem.params) == {"address": "/tin/", "other": "/tin", "other_file": ""}


def test_outputs_that_stand_apart_are_kept_in_order() -> None:
    kept, problems = without_clashes([output("b/x"), output("a"), output("b/y")])

    assert [each.path for each in kept] == ["a", "b/x", "b/y"]
    assert problems == ()


def test_both_catalogues_can_tell_of_a_clash() -> None:
    for language in ("vi", "en"):
        path = ROOT / f"plugins/newsroom/translations/{language}/LC_MESSAGES/problems.po"
        assert f'msgid "{CLASH}"' in path.read_text("utf-8")
