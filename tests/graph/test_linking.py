"""What facts of several documents have to do with each other, and that it follows from the facts alone."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import islice, permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.facts.agreement import Agreement
from kg.facts.facility import Facility
from kg.facts.law import Law
from kg.facts.model import Fact
from kg.facts.organization import Organization
from kg.facts.plan import Plan
from kg.facts.recommendation import Recommendation
from kg.facts.statistic import Statistic
from kg.facts.tier_ranking import TierRanking
from kg.facts.unite import unite
from kg.graph.export import write
from kg.graph.linkers import shares, work_out_apart
from kg.graph.linking import buckets
from kg.graph.linking.linking import Links
from kg.graph.query import select
from kg.graph.store import Store, open_store
from tests.graph.made import document, filled, put, quoted

TEXT = "Laos. Convict traffickers. Train police to identify victims. Train more police to identify victims among migrants. Fund shelters.\n"

ENTITIES = """
SELECT ?class ?name (COUNT(DISTINCT ?fact) AS ?mentions) ?country ?first ?last
  (GROUP_CONCAT(DISTINCT ?reason; separator="; ") AS ?why) (GROUP_CONCAT(DISTINCT ?other; separator="; ") AS ?also)
{
  ?entity a tip:Entity, ?class ; skos:prefLabel ?name ; tip:mention ?fact .
  FILTER(?class != tip:Entity)
  OPTIONAL { ?entity tip:country ?country }
  OPTIONAL { ?entity tip:firstReport ?first ; tip:lastReport ?last }
  OPTIONAL { ?entity tip:identifiedBy ?reason }
  OPTIONAL { ?entity skos:altLabel ?other }
} GROUP BY ?entity ?class ?name ?country ?first ?last ORDER BY ?name
"""


def said(kind: type[Fact], report_year: int, /, *, about: str = "LAO", words: str = "Laos", **fields: Any) -> Fact:
    """A fact in the report of a year about a country."""
    return kind(doc=f"{about}-{report_year}", evidence=(quoted(words, TEXT),), **fields)


def store_of(path: Path, facts: Sequence[Fact]) -> Path:
    """A store with one document for each that the facts name."""
    return filled(path, *[(report(doc), [f for f in facts if f.doc == doc]) for doc in sorted({f.doc for f in facts})])


def report(doc: str) -> Any:
    return document(doc, text=TEXT, country=doc[:3], year=int(doc[4:8]))


def things(path: Path) -> list[tuple[str, str, int]]:
    """The class, name and number of mentions of each thing over documents."""
    return [(row["class"].rsplit("/Known", 1)[1], row["name"], int(row["mentions"])) for row in select(path, ENTITIES)]


def reasons(path: Path) -> list[set[str]]:
    return [set(filter(None, row.get("why", "").split("; "))) for row in select(path, ENTITIES)]


def links(path: Path, property: str) -> set[tuple[str, str]]:
    """The links of a property between documents, or from a document to a value."""
    other = "OPTIONAL { ?o tip:doc/dcterms:identifier ?b } BIND(STR(?o) AS ?v)"
    rows = select(path, f"SELECT ?a ?b ?v {{ ?s tip:{property} ?o ; tip:doc/dcterms:identifier ?a . {other} }}")
    return {(row["a"], row.get("b", row["v"])) for row in rows}


def test_an_organization_is_one_over_years_with_its_names_and_the_reason(tmp_path: Path) -> None:
    facts = [
        said(Organization, 2010, name="Lao Ministry of Labour and Social Welfare", country="LAO"),
        said(Organization, 2011, name="Ministry of Labor and Social Welfare", acronym="MLSW", country="LAO"),
        said(Organization, 2012, name="the Ministry of Labor and Social Welfare", country="LAO"),
        said(Organization, 2013, name="MLSW", country="LAO"),
        said(Organization, 2013, name="Labor Ministry (Social Welfare)", acronym="MLSW", country="LAO"),
        said(Organization, 2013, about="THA", name="MLSW", country="THA"),
    ]
    path = store_of(tmp_path / "s", facts)
    assert things(path) == [("Organization", "Labor Ministry (Social Welfare)", 5), ("Organization", "MLSW", 1)]
    assert reasons(path) == [{"same name", "same acronym and words of the name", "named by its acronym"}, set()]
    (first, _) = select(path, ENTITIES)
    assert (first["first"], first["last"]) == ("2010", "2013")
    assert set(first["also"].split("; ")) == {
        "Lao Ministry of Labour and Social Welfare",
        "MLSW",
        "Ministry of Labor and Social Welfare",
        "the Ministry of Labor and Social Welfare",
    }


def test_two_ministries_with_one_acronym_stay_two_and_the_acronym_alone_is_neither(tmp_path: Path) -> None:
    facts = [
        said(Organization, 2010, name="Ministry of Interior", acronym="MOI", country="LAO"),
        said(Organization, 2010, name="Ministry of Information", acronym="MOI", country="LAO"),
        said(Organization, 2011, name="MOI", country="LAO"),
    ]
    names = [("Organization", name, 1) for name in ("MOI", "Ministry of Information", "Ministry of Interior")]
    assert things(store_of(tmp_path / "s", facts)) == names


def test_an_international_organization_is_one_in_the_narratives_of_all_countries(tmp_path: Path) -> None:
    facts = [
        said(Organization, 2010, name="International Organization for Migration", acronym="IOM"),
        said(Organization, 2010, about="THA", name="IOM"),
        said(Organization, 2012, about="THA", name="International Organisation for Migration"),
    ]
    assert things(store_of(tmp_path / "s", facts)) == [("Organization", "International Organisation for Migration", 3)]


def test_a_law_is_one_under_titles_with_and_without_the_year(tmp_path: Path) -> None:
    facts = [
        said(Law, 2010, title="2005 Anti-Trafficking Act", provision="Article 3", country="LAO", year=2005),
        said(Law, 2011, title="Anti-Trafficking Act of 2005", provision="Articles 3", country="LAO"),
        said(Law, 2011, about="THA", title="Anti-Trafficking Act", provision="Article 3", country="LAO"),
        said(Law, 2011, title="Anti-Trafficking Act", provision="Article 9", country="LAO"),
        said(Law, 2011, polarity="negated", prohibits=("all_forms",)),
    ]
    path = store_of(tmp_path / "s", facts)
    assert [(kind, n) for kind, _, n in things(path)] == [("Law", 3), ("Law", 1)]
    assert reasons(path) == [{"same title"}, set()]


def test_a_law_is_one_under_its_number_and_under_a_shorter_title_of_its_year(tmp_path: Path) -> None:
    facts = [
        said(Law, 2010, title="Law 137-03", country="LAO"),
        said(Law, 2011, title="Law 137-03 on Smuggling", country="LAO"),
        said(Law, 2010, title="Trafficking in Persons Act", country="LAO", year=2015),
        said(Law, 2011, title="Prevention of Trafficking in Persons Act", country="LAO", year=2015),
    ]
    path = store_of(tmp_path / "s", facts)
    assert [n for _, _, n in things(path)] == [2, 2]
    assert reasons(path) == [{"same number"}, {"title within the title and same year"}]


def test_plans_of_one_title_and_other_years_are_two_and_the_report_tells_which_is_meant(tmp_path: Path) -> None:
    facts = [
        said(Plan, 2008, title="National Action Plan", years="2005/2009"),
        said(Plan, 2009, title="national plan of action"),
        said(Plan, 2013, title="National Plan of Action", years="2012/2016"),
        said(Plan, 2015, title="National Action Plan"),
    ]
    assert [n for _, _, n in things(store_of(tmp_path / "s", facts))] == [2, 2]


def test_a_facility_is_one_by_name_else_place_else_operators(tmp_path: Path) -> None:
    facts = [
        said(Facility, 2010, type="shelter", name="Hope House", location="Vientiane"),
        said(Facility, 2011, type="shelter", name="the Hope House"),
        said(Facility, 2011, type="shelter", location="Pakse", operators=("ngo",)),
        said(Facility, 2012, type="shelter", location="Pakse"),
        said(Facility, 2012, type="shelter", operators=("Lao Women’s Union",)),
        said(Facility, 2012, type="shelter", operators=("ngo",), polarity="negated"),
    ]
    expected = [("Facility", "Hope House", 2), ("Facility", "shelter in Pakse", 2), ("Facility", "shelter of Lao Women’s Union", 1)]
    assert things(store_of(tmp_path / "s", facts)) == expected


def test_an_agreement_told_in_the_narratives_of_both_parties_is_one(tmp_path: Path) -> None:
    both = ("LAO", "VNM")
    facts = [
        said(Agreement, 2011, type="mou", parties=both, subject="victim repatriation", period="2010-04"),
        said(Agreement, 2011, about="VNM", type="mou", parties=both, subject="cooperation", period="reporting"),
        said(Agreement, 2014, type="mou", parties=both, subject="repatriation of victims"),
        said(Agreement, 2014, type="mou", parties=both, subject="labor migration", period="2013"),
        said(Agreement, 2014, type="treaty", parties=both, subject="extradition", period="2010"),
    ]
    path = store_of(tmp_path / "s", facts)
    assert [n for _, _, n in things(path)] == [3, 1, 1]
    assert reasons(path)[0] == {"same type and parties", "same year", "similar subject"}


def test_two_agreements_of_a_year_that_one_document_tells_apart_stay_two(tmp_path: Path) -> None:
    both = ("LAO", "VNM")
    facts = [said(Agreement, 2011, type="mou", parties=both, subject=s, period="2010") for s in ("extradition", "labor migration")]
    assert [n for _, _, n in things(store_of(tmp_path / "s", facts))] == [1, 1]


def figure(year: int, value: float, period: str | None, **fields: Any) -> Fact:
    return said(Statistic, year, **{"measure": "convictions", "value": value, "actor": "LAO", "period": period, **fields})


@pytest.mark.parametrize(
    ("later", "link"),
    [
        (figure(2012, 33, "previous"), "restates"),
        (figure(2012, 33, "2010"), "restates"),
        (figure(2012, 37, "previous"), "differsFrom"),
        (figure(2012, 37, "2010", comparator="exactly"), "differsFrom"),
        (figure(2012, 30, "2010", comparator="at_least"), None),
        (figure(2012, 35, "2010", comparator="approximately"), None),
        (figure(2012, 37, "reporting"), None),
        (figure(2012, 37, "2010", unit="cases"), None),
        (figure(2012, 33, "2010", unit="offenders"), "restates"),
        (figure(2012, 33, "2010", unit="convictions"), "restates"),
        (figure(2012, 37, "2010", exploitation=("slavery",)), None),
        (figure(2012, 37, "2010", polarity="negated"), None),
    ],
)
def test_a_later_figure_of_the_same_year_restates_or_differs(tmp_path: Path, later: Fact, link: str | None) -> None:
    path = store_of(tmp_path / "s", [figure(2011, 33, "reporting"), later])
    found = {name: links(path, name) for name in ("restates", "differsFrom")}
    assert {name for name, pairs in found.items() if pairs} == {link} - {None}
    assert all(pairs <= {("LAO-2012", "LAO-2011")} for pairs in found.values())
    assert ("LAO-2011", "2010") in links(path, "inYear")


def test_parts_of_a_figure_contradict_nothing(tmp_path: Path) -> None:
    facts = [figure(2011, 33, "reporting"), figure(2011, 4, "reporting"), figure(2012, 37, "previous")]
    assert links(store_of(tmp_path / "s", facts), "differsFrom") == set()


def test_a_recommendation_is_repeated_for_years_or_dropped(tmp_path: Path) -> None:
    facts = [
        said(Recommendation, 2010, words="Train police to identify victims."),
        said(Recommendation, 2010, words="Fund shelters."),
        said(Recommendation, 2011, words="Train more police to identify victims among migrants."),
        said(Recommendation, 2012, words="Train police to identify victims."),
        said(Recommendation, 2014, words="Train police to identify victims."),
    ]
    path = store_of(tmp_path / "s", facts)
    assert links(path, "repeats") == {("LAO-2011", "LAO-2010"), ("LAO-2012", "LAO-2011")}
    assert links(path, "droppedIn") == {("LAO-2010", "2011")}
    assert links(path, "yearsRunning") == {("LAO-2010", "1"), ("LAO-2011", "2"), ("LAO-2012", "3"), ("LAO-2014", "1")}


def test_a_ranking_knows_the_one_before_and_the_change(tmp_path: Path) -> None:
    tiers = {2009: "2", 2010: "2WL", 2012: "2WL", 2013: "1", 2014: "SC"}
    path = store_of(tmp_path / "s", [said(TierRanking, year, country="LAO", tier=tier, year=year) for year, tier in tiers.items()])
    pairs = [("LAO-2010", "LAO-2009"), ("LAO-2012", "LAO-2010"), ("LAO-2013", "LAO-2012"), ("LAO-2014", "LAO-2013")]
    assert links(path, "previousRanking") == set(pairs)
    assert links(path, "tierChange") == {("LAO-2010", "downgraded"), ("LAO-2012", "unchanged"), ("LAO-2013", "upgraded")}


def exported(path: Path) -> bytes:
    output = BytesIO()
    with open_store(path, write=False) as store:
        write(store, "nquads", output)
        assert buckets.pending(store.oxigraph) == []
    return output.getvalue()


NAMES = ["Ministry of Labor", "Lao Ministry of Labour", "Ministry of Labor and Welfare", "ML", "Ministry of Law", "MLW"]
SUBJECTS = [None, "repatriation", "victim repatriation", "labor"]
SENTENCES = [f"{words}." for words in TEXT.strip().removesuffix(".").split(". ")[1:]]


@st.composite
def comparable(draw: st.DrawFn, about: str, year: int) -> Fact:
    """A fact that may well be about the same as another one of a few countries and years."""
    kind = draw(st.sampled_from([Organization, Law, Plan, Facility, Agreement, Statistic, Recommendation, TierRanking]))
    country = draw(st.sampled_from([None, "LAO", "VNM"]))
    years = draw(st.sampled_from([None, "2009/2012", "2011", "2012/2014"]))
    fields: dict[type[Fact], dict[str, Any]] = {
        Organization: {"name": draw(st.sampled_from(NAMES)), "acronym": draw(st.sampled_from([None, "ML", "MLW"])), "country": country},
        Law: {
            "title": draw(st.sampled_from([None, "Act", "2005 Act", "Penal Act", "Law 3", "Law 3 on Ports"])),
            "provision": draw(st.sampled_from([None, "Article 1", "Articles 1"])),
            "country": country,
            "year": draw(st.sampled_from([None, 2005])),
        },
        Plan: {"title": draw(st.sampled_from(["action plan", "plan of action", "strategy"])), "years": years},
        Facility: {
            "type": "shelter",
            "location": draw(st.sampled_from([None, "Pakse"])),
            "operators": draw(st.sampled_from([(), ("ngo",)])),
        },
        Agreement: {
            "type": "mou",
            "parties": draw(st.sampled_from([(), ("LAO",), ("LAO", "VNM"), ("IOM", "VNM")])),
            "subject": draw(st.sampled_from(SUBJECTS)),
            "period": draw(st.sampled_from([None, "2010", "reporting"])),
        },
        Statistic: {
            "measure": "arrests",
            "value": draw(st.integers(0, 2)),
            "period": draw(st.sampled_from([None, "2010", "reporting", "previous"])),
        },
        Recommendation: {},
        TierRanking: {"country": about, "tier": draw(st.sampled_from(["1", "2", "3"])), "year": draw(st.sampled_from([None, year]))},
    }
    polarity = draw(st.sampled_from(["affirmed", "affirmed", "negated"]))
    return said(kind, year, about=about, words=draw(st.sampled_from(SENTENCES)), polarity=polarity, **fields[kind])


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, Sequence[Fact]]:
    """A version of one of a few documents."""
    about, year = draw(st.sampled_from(["LAO", "VNM"])), draw(st.integers(2010, 2012))
    return f"{about}-{year}", unite(draw(st.lists(comparable(about, year), max_size=5)))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(versions(), st.sampled_from(["put", "put", "remove"])), max_size=7))
def test_links_brought_up_to_date_equal_those_of_a_build_from_nothing(
    tmp_path_factory: pytest.TempPathFactory, history: list[tuple[tuple[str, Sequence[Fact]], str]]
) -> None:
    folder = tmp_path_factory.mktemp("links")
    held: dict[str, Sequence[Fact]] = {}
    filled(folder / "long")
    for (doc, facts), step in history:
        if step == "put":
            held[doc] = facts
            filled(folder / "long", (report(doc), facts))
        else:
            held.pop(doc, None)
            with open_store(folder / "long", write=True) as store:
                store.remove(doc)
    filled(folder / "direct", *[(report(doc), facts) for doc, facts in sorted(held.items(), reverse=True)])
    assert exported(folder / "long") == exported(folder / "direct")


def test_the_order_of_documents_does_not_matter(tmp_path: Path) -> None:
    facts = [
        said(Organization, year, name=name, acronym="MLW", country="LAO") for year, name in zip((2010, 2011, 2012), NAMES, strict=False)
    ]
    bodies = []
    for n, order in enumerate(permutations(facts)):
        bodies.append(exported(filled(tmp_path / str(n), *[(report(fact.doc), [fact]) for fact in order])))
    assert len(bodies) == 6
    assert len(set(bodies)) == 1


def marked(store: Store) -> list[buckets.Bucket]:
    return buckets.pending(store.oxigraph)


def test_only_the_countries_and_names_that_change_are_worked_out_again(tmp_path: Path) -> None:
    ministry, tier = (said(Organization, 2011, name="Ministry", country="LAO"), said(TierRanking, 2011, country="LAO", tier="1"))
    with open_store(tmp_path / "s", write=True) as store:
        put(store, report("LAO-2011"), [ministry, tier])
        assert [sort for sort, _ in marked(store)] == ["country", "organization"]
        assert store.link()
        assert not store.link()
        put(store, report("LAO-2011"), [ministry, said(TierRanking, 2011, country="LAO", tier="2")])
        assert marked(store) == [("country", "LAO")]
        put(store, report("THA-2011"), [said(TierRanking, 2011, about="THA", country="THA", tier="2")])
        assert marked(store) == [("country", "LAO"), ("country", "THA")]


@pytest.mark.parametrize("reading", [work_out_apart, lambda store, share: [None for _ in share]], ids=["apart", "nobody helps"])
def test_links_are_the_same_whoever_works_them_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reading: Callable[[Path, Sequence[buckets.Bucket]], list[Links | None]]
) -> None:
    monkeypatch.setattr("kg.graph.linking.linking.MANY", 2)
    monkeypatch.setattr("kg.graph.linkers.TOGETHER", 2)
    unions = [said(Organization, year, name="Lao Women’s Union", acronym="LWU", country="LAO") for year in (2010, 2011)]
    named = [said(Organization, 2011, name=name, country="LAO") for name in ("LWU", "Ministry of Labor")]
    tiers = [said(TierRanking, year, country="LAO", tier=tier, year=year) for year, tier in ((2010, "1"), (2011, "2"))]
    asked = list[buckets.Bucket]()

    def helpers(marked: Sequence[buckets.Bucket]) -> Generator[Links | None]:
        asked.extend(marked)
        return (links for share in shares(marked) for links in reading(tmp_path / "helped", share))

    for name, with_helpers in (("alone", None), ("helped", helpers)):
        with open_store(tmp_path / name, write=True) as store:
            for year in (2010, 2011):
                put(store, report(f"LAO-{year}"), [fact for fact in (*unions, *named, *tiers) if fact.doc == f"LAO-{year}"])
            assert store.link(helpers=with_helpers)
            assert not marked(store)
    assert [sort for sort, _ in asked] == ["country", "organization", "organization", "organization"]
    assert exported(tmp_path / "helped") == exported(tmp_path / "alone")


def test_those_who_help_are_told_when_nobody_waits_for_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.graph.linking.linking.MANY", 1)
    closed = list[str]()

    def helpers(marked: Sequence[buckets.Bucket]) -> Generator[Links | None]:
        try:
            yield from (None for _ in marked)
        finally:
            closed.append("helpers")

    def interrupted(marked: Iterable[buckets.Bucket]) -> Iterator[buckets.Bucket]:
        yield from islice(marked, 1)
        raise KeyboardInterrupt

    with open_store(tmp_path / "store", write=True) as store:
        for year in (2010, 2011):
            put(store, report(f"LAO-{year}"), [said(TierRanking, year, country="LAO", tier="1", year=year)])
        with pytest.raises(KeyboardInterrupt):
            store.link(interrupted, helpers)
        assert closed == ["helpers"]
        assert marked(store) == [("country", "LAO")]
        assert store.link()


def test_helpers_that_fall_silent_leave_the_rest_to_who_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.graph.linking.linking.MANY", 1)
    with open_store(tmp_path / "store", write=True) as store:
        put(store, report("LAO-2011"), [said(TierRanking, 2011, country="LAO", tier="1", year=2011)])
        put(store, report("THA-2011"), [said(TierRanking, 2011, about="THA", country="THA", tier="2")])
        assert store.link(helpers=lambda _: (links for links in list[Links | None]()))
        assert not marked(store)


def test_links_of_a_store_that_cannot_be_read_are_left_to_who_writes(tmp_path: Path) -> None:
    assert work_out_apart(tmp_path / "gone", [(buckets.COUNTRY, "LAO"), (buckets.COUNTRY, "THA")]) == [None, None]


def test_what_an_interrupted_program_owes_the_next_one_does(tmp_path: Path) -> None:
    facts = [said(TierRanking, year, country="LAO", tier="1", year=year) for year in (2010, 2011)]
    path = store_of(tmp_path / "whole", facts)
    store = open_store(tmp_path / "s", write=True)
    for fact in facts:
        put(store, report(fact.doc), [fact])
    store.close()
    with open_store(tmp_path / "s", write=True):
        pass
    assert exported(tmp_path / "s") == exported(path)


def test_links_of_facts_that_only_stand_elsewhere_in_the_text_are_not_worked_out_again(tmp_path: Path) -> None:
    later = "Much was done.\n" + TEXT
    before = [said(Organization, 2011, name="Women’s Union", country="LAO"), said(Law, 2011, title="Penal Code")]
    after = [replace(fact, evidence=(quoted(fact.evidence[0].quote, later),)) for fact in before]
    with open_store(tmp_path / "s", write=True) as store:
        put(store, report("LAO-2011"), before)
        assert store.link()
        assert put(store, replace(report("LAO-2011"), text=later), after)
        assert not store.link()
