"""Statements of flows are read from the graph with their documents and quotes."""

from pathlib import Path

from kg.facts.flow import Flow
from kg.facts.law import Law
from kg.facts.model import Evidence
from kg.flows.statements import FlowStatement, read_statements
from kg.graph.mapping import fact_node, quads
from kg.graph.store import open_store
from kg.narrative.model import Document, Section
from tests.graph.made import ACTIVITY

TEXT = "Lao women are trafficked to Thailand through Burma. Foreign men may be exploited in Laos."


def quoted(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(start, start + len(words), words)


FIRST = Flow(
    doc="LAO-2011",
    origin="LAO",
    destination="THA",
    via=("MMR",),
    victims=("women",),
    exploitation=("forced_labor", "sex_trafficking"),
    sectors=("fishing",),
    evidence=(quoted("Lao women are trafficked to Thailand"), quoted("through Burma")),
)
SECOND = Flow(
    doc="LAO-2011", destination="LAO", certainty="possible", victims=("men",), evidence=(quoted("Foreign men may be exploited in Laos"),)
)
DENIED = Flow(doc="KHM-2012", origin="KHM", destination="region:western-europe", polarity="negated", evidence=(quoted("Lao women"),))


def store(path: Path) -> Path:
    law = Law(doc="LAO-2011", title="Penal Code", evidence=(quoted("Laos"),))
    first = Document("LAO-2011", TEXT, "LAO", 2011, "2WL", (Section("profile", 0, len(TEXT)),), title="Laos: a report")
    second = Document("KHM-2012", TEXT, "KHM", None, None, (Section("profile", 0, len(TEXT)),))
    with open_store(path, write=True) as opened:
        opened.put(first, quads(first, [SECOND, law, FIRST], ACTIVITY))
        opened.put(second, quads(second, [DENIED], ACTIVITY))
    return path


def test_every_flow_is_read_with_its_document_and_its_quotes_in_the_order_of_the_text(tmp_path: Path) -> None:
    assert read_statements(store(tmp_path / "store")) == [
        FlowStatement(
            fact=fact_node(DENIED).value,
            doc="KHM-2012",
            country="KHM",
            origin="KHM",
            destination="region:western-europe",
            polarity="negated",
            quotes=("Lao women",),
        ),
        FlowStatement(
            fact=fact_node(FIRST).value,
            doc="LAO-2011",
            title="Laos: a report",
            country="LAO",
            year=2011,
            origin="LAO",
            destination="THA",
            via=("MMR",),
            victims=("women",),
            exploitation=("forced_labor", "sex_trafficking"),
            sectors=("fishing",),
            quotes=("Lao women are trafficked to Thailand", "through Burma"),
        ),
        FlowStatement(
            fact=fact_node(SECOND).value,
            doc="LAO-2011",
            title="Laos: a report",
            country="LAO",
            year=2011,
            destination="LAO",
            victims=("men",),
            certainty="possible",
            quotes=("Foreign men may be exploited in Laos",),
        ),
    ]


def test_an_open_store_is_read_like_its_folder(tmp_path: Path) -> None:
    path = store(tmp_path / "store")
    with open_store(path, write=False) as opened:
        assert read_statements(opened) == read_statements(path)


def test_a_document_is_called_by_its_title_or_its_country_and_year_or_its_id() -> None:
    assert FlowStatement(fact="f", doc="d", title="A title", country="LAO", year=2011).heading == "A title"
    assert FlowStatement(fact="f", doc="d", country="LAO", year=2011).heading == "Laos, 2011"
    assert FlowStatement(fact="f", doc="d", country="LAO").heading == "Laos"
    assert FlowStatement(fact="f", doc="d").heading == "d"
