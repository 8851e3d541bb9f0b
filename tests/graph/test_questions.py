"""The shipped example questions: each runs as it is, and answers with the sentence."""

import re
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest
from rdflib import RDF, RDFS, SH, Dataset, Graph
from rdflib.query import ResultRow

from kg.errors import UsageProblem
from kg.facts.kinds import KINDS
from kg.graph.export import write
from kg.graph.query import run, select
from kg.graph.questions import Parameter, Question, list_questions, question
from kg.graph.questions.binding import bound
from kg.graph.questions.catalogue import catalogue
from kg.graph.sparql import must_be_allowed, prefixes
from kg.graph.store import open_store
from kg.vocabulary.schemes import tokens
from tests.graph.expected import EXPECTED, gold_store, normal, table
from tests.graph.made import FLOW_SENTENCE, document, example, filled, flow, quoted

NAMES = """
agreements
agreements-over-years
agreements-told-by-both
assessments
collaborations
complicity
complicity-unpunished
convictions
convictions-compared
corridor-sectors
corridor-years
corridors
documents
exploitation-forms
facilities
facilities-over-years
figures-contradicting
figures-of-zero
figures-restated
flows
flows-into-country
flows-out-of-country
flows-through-country
funding
hedged-facts
internal-trafficking
is-there-a-flow
laws
laws-over-years
memoranda
missing-facilities
negated-facts
organizations
organizations-over-years
partners
payments
penalties
plans
plans-over-years
plans-waiting
practices
recommendations
recommendations-dropped
recommendations-repeated
roles
roles-since
shelters
statistics
tier-history
tiers
unprotected-victims
victims-identified
""".split()

FACTS = "agreements assessments collaborations complicity convictions facilities flows laws organizations payments plans practices"
FACTS += " recommendations roles statistics tiers negated-facts hedged-facts flows-into-country flows-out-of-country flows-through-country"


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


@pytest.mark.parametrize("name", FACTS.split())
def test_a_question_finds_its_facts_with_the_sentence(path: Path, name: str) -> None:
    rows = select(path, question(name).sparql)
    assert rows
    assert {row["sentence"] for row in rows} == {FLOW_SENTENCE}


def sorted_sets(row: dict[str, str]) -> dict[str, str]:
    return {name: ", ".join(sorted(value.split(", "))) for name, value in row.items() if name != "sentence" and value}


def test_flows_are_rows_with_all_their_fields(path: Path) -> None:
    rows = select(path, question("flows").sparql)
    assert sorted([sorted_sets(row) for row in rows], key=lambda row: row["origin"]) == [
        {
            "document": "LAO-2011",
            "origin": "KHM",
            "destination": "THA",
            "through": "LAO, VNM",
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
    with pytest.raises(UsageProblem, match="there is no question 'weather'; the questions are agreements, agreements-over-years, "):
        question("weather")


@pytest.mark.parametrize("asked", ["flows", "roles", "tiers"])
def test_answers_come_in_the_order_of_the_text(tmp_path: Path, asked: str) -> None:
    sentences = ["Train police.", "Laos is a source country for women.", FLOW_SENTENCE]
    kind, field = {"flows": (KINDS[2], "origin"), "roles": (KINDS[1], "country"), "tiers": (KINDS[0], "country")}[asked]
    places = ("LAO", "VNM", "KHM")
    facts = [example(kind, evidence=(quoted(words),), **{field: place}) for words, place in zip(sentences, places, strict=True)]
    rows = select(filled(tmp_path / "s", (document(), facts)), question(asked).sparql)
    assert [row["sentence"] for row in rows] == sorted(sentences, key=lambda words: quoted(words).start)


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The facts that were annotated by hand."""
    return gold_store(tmp_path_factory.mktemp("gold") / "s")


@pytest.fixture(scope="module")
def dataset(gold: Path) -> Dataset:
    """The graphs of the store as another library reads them."""
    output = BytesIO()
    with open_store(gold, write=False) as store:
        write(store, "trig", output)
    found = Dataset(default_union=True)
    found.parse(data=output.getvalue(), format="trig")
    return found


SELECTS = [q for q in list_questions() if q.is_select]


def test_every_question_with_rows_has_a_written_answer() -> None:
    assert len(SELECTS) >= 50
    assert sorted(path.stem for path in EXPECTED.glob("*.tsv")) == sorted(q.name for q in SELECTS)
    assert [path.stem for path in EXPECTED.glob("*.tsv") if path.read_text(encoding="utf-8").count("\n") < 2] == []


@pytest.mark.parametrize("asked", SELECTS, ids=lambda q: q.name)
def test_the_answer_is_the_written_one(gold: Path, asked: Question) -> None:
    assert table(select(gold, asked.sparql)) == (EXPECTED / f"{asked.name}.tsv").read_text(encoding="utf-8")


@pytest.mark.parametrize("asked", SELECTS, ids=lambda q: q.name)
def test_another_engine_gives_the_same_rows(gold: Path, dataset: Dataset, asked: Question) -> None:
    answer = dataset.query(asked.sparql, initNs=prefixes())
    names = [str(name) for name in answer.vars or ()]
    rows = [{n: str(v) for n, v in zip(names, cast(ResultRow, row), strict=True) if v is not None} for row in answer]
    assert sorted(map(alike, rows)) == sorted(map(alike, select(gold, asked.sparql)))


def alike(row: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """A row in which the order of the values in a cell does not count."""
    return tuple(sorted(normal(row).items()))


@pytest.mark.parametrize("asked", list_questions(), ids=lambda q: q.name)
def test_a_question_declares_each_parameter_where_it_acts(asked: Question) -> None:
    acting = set(re.findall(r"\} ?.*# ([a-z]+)$", asked.sparql, re.MULTILINE))
    assert acting == {parameter.name for parameter in asked.parameters}
    assert asked.tags
    assert all(re.fullmatch(r"[a-z]+", tag) for tag in asked.tags)


VALUES = {"place": "MWI", "year": "2020", "number": "1", "words": "Flow"}


@pytest.mark.parametrize(("asked", "parameter"), [(q, p) for q in list_questions() for p in q.parameters], ids=lambda x: x.name)
def test_a_parameter_narrows_the_answer_to_what_has_the_value(gold: Path, asked: Question, parameter: Parameter) -> None:
    value = VALUES[parameter.type] if parameter.type in VALUES else tokens(parameter.type)[0]
    sparql = bound(asked, {parameter.name: [value]})
    must_be_allowed(sparql)
    if asked.is_select and parameter.default is None:
        rows, every = (sorted(map(alike, select(gold, query))) for query in (sparql, asked.sparql))
        counted = {"corridors", "corridor-sectors", "corridor-years", "exploitation-forms", "partners", "roles-since"}
        assert set(rows) <= set(every) or asked.name in counted
        assert len(rows) <= len(every)


def test_flows_into_a_country_of_a_year(gold: Path) -> None:
    sparql = bound(question("flows-into-country"), {"destination": ["Mozambique"], "year": ["2020"]})
    assert [normal(row) for row in select(gold, sparql)] == [
        {
            "document": "MWI-2020",
            "origin": "MWI",
            "destination": "MOZ",
            "victims": "men",
            "exploitation": "forced_labor",
            "sectors": "agriculture",
            "certainty": "stated",
            "sentence": "men to Mozambique for work on farms",
        }
    ]


def test_several_values_of_a_parameter_mean_any_of_them(gold: Path) -> None:
    sparql = bound(question("tiers"), {"country": ["Malawi", "zmb"], "year": ["2019"]})
    assert [(row["document"], row["tier"]) for row in select(gold, sparql)] == [("MWI-2019", "2WL"), ("ZMB-2019", "3")]


def test_recommendations_repeated_for_as_many_years_as_are_asked_for(gold: Path) -> None:
    rows = [select(gold, bound(question("recommendations-repeated"), {"least": [n]})) for n in ("1", "2", "3", "4")]
    assert [len(found) for found in rows] == [24, 5, 2, 0]


def test_a_yes_or_no_question_is_answered_for_its_values(gold: Path) -> None:
    asked = question("is-there-a-flow")
    answers = [run(gold, sparql).body for sparql in (asked.sparql, bound(asked, {"origin": ["THA"], "destination": ["LAO"]}))]
    assert answers == [b"yes\n", b"no\n"]


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("tiers", {"via": "LAO"}, "the question tiers has no parameter --via; its parameters are --tier, --country, --year"),
        ("tiers", {"year": "11"}, "--year '11' is not known: it must be a year of four digits"),
        ("tiers", {"tier": "4"}, "--tier '4' is not known: it must be one of 1, 2, 2WL, 3, SC"),
        ("tiers", {"country": "Atlantis"}, "--country 'Atlantis' is not known: it must be a country by its ISO 3166-1 code or name"),
        ("recommendations-repeated", {"least": "-1"}, "--least '-1' is not known: it must be a whole number from 0"),
    ],
)
def test_a_parameter_or_value_that_is_not_known_is_refused(name: str, given: dict[str, str], message: str) -> None:
    with pytest.raises(UsageProblem, match=re.escape(message)):
        bound(question(name), {key: [value] for key, value in given.items()})


@pytest.mark.parametrize("words", ['x" } . ?s ?p ?o . # kind', "}\n SERVICE <http://example.org/> {", "\\", "Flow"])
def test_words_are_bound_as_a_string_whatever_they_hold(gold: Path, words: str) -> None:
    sparql = bound(question("negated-facts"), {"kind": [words]})
    assert sparql.count("\n") == question("negated-facts").sparql.count("\n")
    assert {row["kind"] for row in select(gold, sparql)} <= {words}


def test_places_are_known_by_code_name_demonym_and_region(gold: Path) -> None:
    given = ["lao", "Laos", "Laotian", "region:western-europe", "Western Europe"]
    sparql = bound(question("flows"), {"origin": given})
    (line,) = (line for line in sparql.splitlines() if line.endswith("# origin"))
    assert re.findall(r"tip-kg/([a-z/A-Z-]+)>", line) == ["place/LAO"] * 3 + ["region/western-europe"] * 2


def test_the_catalogue_is_what_the_files_give_and_describes_every_question_in_rdf() -> None:
    kept = files("kg.graph.questions") / "catalogue.ttl"
    assert kept.read_text(encoding="utf-8") == catalogue()
    graph = Graph().parse(data=catalogue(), format="turtle")
    described = {
        str(graph.value(s, RDFS.label)): str(graph.value(s, SH.select) or graph.value(s, SH.ask)) for s in graph.subjects(SH.parameter)
    }
    assert described == {q.name.replace("-", " "): q.sparql for q in list_questions()}
    assert {str(o) for o in graph.objects(None, SH.nodeKind)} == {str(SH.IRI)}
    assert set(graph.subjects(RDF.type, SH.SPARQLAskExecutable)) == set(graph.subjects(SH.ask))
