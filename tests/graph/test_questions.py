"""The shipped example questions: each runs as it is, and answers with the sentence."""

import re
from pathlib import Path

import pytest

from kg.errors import UsageProblem
from kg.facts.kinds import KINDS
from kg.graph.query import select
from kg.graph.questions import Question, list_questions, question
from kg.graph.sparql import must_be_allowed
from tests.graph.made import FLOW_SENTENCE, document, example, filled, flow

NAMES = [
    "agreements",
    "assessments",
    "collaborations",
    "complicity",
    "convictions",
    "corridors",
    "documents",
    "facilities",
    "flows",
    "flows-into-country",
    "flows-out-of-country",
    "flows-through-country",
    "hedged-facts",
    "laws",
    "negated-facts",
    "organizations",
    "payments",
    "plans",
    "practices",
    "recommendations",
    "roles",
    "statistics",
    "tiers",
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a fact of each kind, a denied one and a doubtful one."""
    facts = [example(kind) for kind in KINDS]
    facts += [flow("VNM", "THA", polarity="negated"), flow("KHM", "THA", certainty="possible", via=("LAO", "VNM"))]
    return filled(tmp_path_factory.mktemp("questions") / "s", (document(), facts))


def test_the_questions_are_known_by_name() -> None:
    assert [q.name for q in list_questions()] == NAMES


@pytest.mark.parametrize("asked", list_questions(), ids=lambda q: q.name)
def test_a_question_says_in_a_line_what_it_asks(asked: Question) -> None:
    assert re.fullmatch(r"[A-Z][^\n\t]+[.]", asked.description)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", asked.name)
    must_be_allowed(asked.sparql)


@pytest.mark.parametrize("asked", list_questions(), ids=lambda q: q.name)
def test_a_question_finds_its_facts_with_the_sentence(path: Path, asked: Question) -> None:
    rows = select(path, asked.sparql)
    assert rows
    if asked.name != "documents":
        assert {row["sentence"] for row in rows} == {FLOW_SENTENCE}


def sorted_sets(row: dict[str, str]) -> dict[str, str]:
    return {name: ", ".join(sorted(value.split(", "))) for name, value in row.items() if name != "sentence"}


def test_flows_are_rows_with_all_their_fields(path: Path) -> None:
    rows = select(path, question("flows").sparql)
    assert sorted([sorted_sets(row) for row in rows], key=lambda row: row["origin"]) == [
        {
            "document": "LAO-2011",
            "origin": "KHM",
            "destination": "THA",
            "through": "LAO, VNM",
            "victims": "",
            "exploitation": "",
            "sectors": "",
            "certainty": "possible",
        },
        {
            "document": "LAO-2011",
            "origin": "LAO",
            "destination": "THA",
            "through": "LAO",
            "victims": "women",
            "exploitation": "forced_labor",
            "sectors": "fishing",
            "certainty": "stated",
        },
    ]


def test_flows_through_a_country_name_the_whole_way(path: Path) -> None:
    rows = select(path, question("flows-through-country").sparql)
    assert {(row["origin"], sorted_sets(row)["through"]) for row in rows} == {("LAO", "LAO"), ("KHM", "LAO, VNM")}


def test_denied_facts_are_told_by_kind(path: Path) -> None:
    assert [(row["document"], row["kind"]) for row in select(path, question("negated-facts").sparql)] == [("LAO-2011", "Flow")]


def test_hedged_facts_are_told_by_kind_and_certainty(path: Path) -> None:
    assert [(row["kind"], row["certainty"]) for row in select(path, question("hedged-facts").sparql)] == [("Flow", "possible")]


def test_zero_is_a_number_of_convictions(tmp_path: Path) -> None:
    fact = example(KINDS[3], value=0, min=None, max=None)
    assert fact.kind.name == "statistic"
    (row,) = select(filled(tmp_path / "s", (document(), [fact])), question("convictions").sparql)
    assert (row["value"], row["period"], row["actor"]) == ("0", "2010", "LAO")


def test_a_party_is_shown_by_code_token_or_name(tmp_path: Path) -> None:
    fact = example(KINDS[13], actors=("LAO", "ngo", "Office of Labor/Welfare"))
    (row,) = select(filled(tmp_path / "s", (document(), [fact])), question("collaborations").sparql)
    assert sorted(row["actors"].split("; ")) == ["LAO", "Office of Labor/Welfare", "ngo"]


def test_an_unknown_question_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(UsageProblem, match="there is no question 'weather'; the questions are agreements, assessments"):
        question("weather")
