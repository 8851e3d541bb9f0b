"""Questions with parameters on the command line."""

from pathlib import Path

import pytest

from tests.conftest import Kg
from tests.graph.expected import gold_store


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return gold_store(tmp_path_factory.mktemp("gold") / "s")


@pytest.mark.parametrize("given", [["--country", "Malawi", "--year", "2020"], ["--country=mwi", "--year=2020"]])
def test_parameters_follow_the_question(kg: Kg, gold: Path, given: list[str]) -> None:
    ran = kg("query", "--store", gold, "tiers", *given, "--format", "csv")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == ["document,country,tier,year,sentence", "MWI-2020,MWI,2,2020,MALAWI: TIER 2"]


def test_a_parameter_given_twice_means_either(kg: Kg, gold: Path) -> None:
    ran = kg("query", "--store", gold, "tiers", "--year", "2004", "--year", "2011", "--format", "csv")
    assert [line.split(",")[0] for line in ran.out.splitlines()[1:]] == ["ECU-2004", "LAO-2011"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["tiers", "--via", "LAO"], "kg: the question tiers has no parameter --via; its parameters are --tier, --country, --year\n"),
        (["tiers", "--year"], "kg: --year needs a value\n"),
        (["tiers", "--year", "--tier", "2"], "kg: --year needs a value\n"),
        (["tiers", "2011"], "kg: '2011' is one word too many; a parameter is given as --name value, after the question\n"),
        (["ASK {}", "--year", "2011"], "kg: the question as written has no parameter --year; it has none\n"),
    ],
)
def test_what_is_no_parameter_is_refused(kg: Kg, gold: Path, given: list[str], message: str) -> None:
    assert kg("query", "--store", gold, *given) == (2, "", message)


def test_other_commands_refuse_what_they_do_not_know(kg: Kg, gold: Path) -> None:
    ran = kg("text", "--store", gold, "LAO-2011", "--year", "2011")
    assert (ran.code, ran.err) == (2, "kg: unrecognized arguments: --year 2011; see kg --help\n")


def test_a_file_of_the_same_form_has_parameters_too(kg: Kg, gold: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    head = "# Mine.\n# parameter year (year): of the report\n\n"
    file.write_text(head + "SELECT ?y {\n  VALUES ?y { 2011 } # year\n  ?d tip:year ?y ; a tip:Document\n}\n")
    assert kg("query", "--store", gold, file, "--year", "2004", "--format", "csv").out.splitlines() == ["y", "2004"]


def test_the_list_tells_a_questions_parameters(kg: Kg) -> None:
    ran = kg("query", "--list", "recommendations-repeated")
    assert ran.out.splitlines() == [
        "Recommendations made three years running, or as many as are asked for, with the words of the last year.",
        "--least\tnumber\t3\thow many years running at least",
        "--country\tplace\tany\tthe country that the narrative is about",
        "--year\tyear\tany\tthe year of the last report",
    ]
