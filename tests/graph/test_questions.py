"""The shipped example questions: each runs as it is, and answers with the sentence."""

import re
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest
from rdflib import Dataset
from rdflib.query import ResultRow

from kg.errors import UsageProblem
from kg.facts.kinds import KINDS
from kg.graph.export import write
from kg.graph.query import select
from kg.graph.questions import Question, list_questions, question
from kg.graph.sparql import must_be_allowed, prefixes
from kg.graph.store import open_store
from tests.graph.made import FLOW_SENTENCE, document, example, filled, flow, quoted

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


@pytest.mark.parametrize("asked", ["flows", "roles", "tiers"])
def test_answers_come_in_the_order_of_the_text(tmp_path: Path, asked: str) -> None:
    sentences = ["Train police.", "Laos is a source country for women.", FLOW_SENTENCE]
    kind, field = {"flows": (KINDS[2], "origin"), "roles": (KINDS[1], "country"), "tiers": (KINDS[0], "country")}[asked]
    places = ("LAO", "VNM", "KHM")
    facts = [example(kind, evidence=(quoted(words),), **{field: place}) for words, place in zip(sentences, places, strict=True)]
    rows = select(filled(tmp_path / "s", (document(), facts)), question(asked).sparql)
    assert [row["sentence"] for row in rows] == sorted(sentences, key=lambda words: quoted(words).start)


def alike(row: dict[str, str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A row in which the order of the values in a cell does not count."""
    return tuple(sorted((name, tuple(sorted(re.split(", |; | … ", value)))) for name, value in row.items() if value))


@pytest.fixture(scope="module")
def dataset(path: Path) -> Dataset:
    """The graphs of the store as another library reads them."""
    output = BytesIO()
    with open_store(path, write=False) as store:
        write(store, "trig", output)
    found = Dataset(default_union=True)
    found.parse(data=output.getvalue(), format="trig")
    return found


@pytest.mark.parametrize("asked", list_questions(), ids=lambda q: q.name)
def test_another_engine_gives_the_same_rows(path: Path, dataset: Dataset, asked: Question) -> None:
    answer = dataset.query(asked.sparql, initNs=prefixes())
    names = [str(name) for name in answer.vars or ()]
    rows = [{n: str(v) for n, v in zip(names, cast(ResultRow, row), strict=True) if v is not None} for row in answer]
    assert sorted(map(alike, rows)) == sorted(map(alike, select(path, asked.sparql)))
