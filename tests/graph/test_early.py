"""Links that are worked out before what they link is written: they are those that the store itself would have been asked for."""

from collections.abc import Generator, Iterable, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.facts.agreement import Agreement
from kg.facts.law import Law
from kg.facts.model import Fact
from kg.facts.organization import Organization
from kg.facts.recommendation import Recommendation
from kg.facts.tier_ranking import TierRanking
from kg.facts.unite import unite
from kg.graph.early import Share
from kg.graph.export import write
from kg.graph.linkers import forget, work_out_early
from kg.graph.linking import buckets
from kg.graph.linking.linking import Links
from kg.graph.mapping import quads
from kg.graph.nodes import gathered
from kg.graph.prepared import prepared
from kg.graph.store import Store, open_store
from kg.graph.writing import Writer
from kg.narrative.model import Document
from tests.graph.made import ACTIVITY, document, fact_lists, quoted

TEXT = "Laos. Convict traffickers. Train police to identify victims. Fund shelters.\n"

NARRATIVES = [(country, year) for year in (2010, 2011, 2012) for country in ("LAO", "THA")]


def report(country: str, year: int, text: str = TEXT) -> Document:
    return document(f"{country}-{year}", text=text, country=country, year=year)


def put(store: Store, item: Document, facts: Sequence[Fact]) -> bool:
    """Put a document as a build does."""
    said = list(quads(item, facts, ACTIVITY))
    return store.put(item, prepared(item, said, gathered(said)))


class Helper:
    """Works out shares in this process, and notes which buckets it was asked about, and which are left to the store."""

    def __init__(self) -> None:
        self.asked = list[buckets.Bucket]()
        self.left = list[buckets.Bucket]()

    def __call__(self, folder: Path, shares: Sequence[Share]) -> Generator[Links | None]:
        for share in shares:
            self.asked.extend(share.buckets)
            yield from work_out_early(folder, share)
        forget()

    def rest(self, marked: Iterable[buckets.Bucket]) -> Iterable[buckets.Bucket]:
        """Stands for the progress of the links that are still to be worked out."""
        self.left = list(marked)
        return self.left


def built(folder: Path, items: Iterable[tuple[Document, Sequence[Fact]]], early: Helper | None) -> bytes:
    """The store as it is exported, built with links worked out early or not."""
    with open_store(folder, write=True) as store:
        with store.together():
            for item, facts in items:
                put(store, item, facts)
            if early:
                store.link_early(early)
            store.write_out()
            store.link(early.rest if early else iter)
        assert not buckets.pending(store.oxigraph)
    body = BytesIO()
    with open_store(folder, write=False) as store:
        write(store, "nquads", body)
    return body.getvalue()


def a_few() -> list[tuple[Document, list[Fact]]]:
    """Two countries over three years that share bodies, laws and agreements, and repeat what they recommend."""
    found = []
    for country, year in NARRATIVES:
        doc, words = f"{country}-{year}", (quoted("Laos", TEXT),)
        facts: list[Fact] = [
            TierRanking(doc=doc, evidence=words, country=country, tier="2" if year < 2012 else "3", year=year),
            Law(doc=doc, evidence=words, title="Penal Code", country="LAO", provision="Article 134"),
            Organization(doc=doc, evidence=words, name="International Organization for Migration", acronym="IOM"),
            Organization(doc=doc, evidence=words, name="IOM"),
            Agreement(doc=doc, evidence=words, type="mou", parties=("LAO", "THA"), subject="trafficking", period="2005"),
            *(Recommendation(doc=doc, evidence=(quoted(asked, TEXT),)) for asked in ("Convict traffickers", "Fund shelters")),
        ]
        found.append((report(country, year), facts))
    return found


def test_all_links_of_a_new_store_are_worked_out_early_and_are_the_same(tmp_path: Path) -> None:
    early = Helper()
    assert built(tmp_path / "early", a_few(), early) == built(tmp_path / "late", a_few(), None)
    assert {sort for sort, _ in early.asked} == {buckets.COUNTRY, buckets.AGREEMENTS, buckets.ORGANIZATION}
    assert early.left == []


@given(st.tuples(*(fact_lists(f"{country}-{year}", TEXT) for country, year in NARRATIVES)))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_links_are_the_same_early_and_late_whatever_the_facts(lists: tuple[list[Fact], ...]) -> None:
    items = [(report(*narrative), unite(facts)) for narrative, facts in zip(NARRATIVES, lists, strict=True)]
    early = Helper()
    with TemporaryDirectory() as folder:
        assert built(Path(folder, "early"), items, early) == built(Path(folder, "late"), items, None)
    assert early.left == []


@pytest.mark.parametrize(("name", "limit"), [("SHARE", 1), ("BODIES", 1), ("MOST", 1_000), ("MOST", 1)])
def test_what_is_too_much_together_is_apart_and_what_is_too_much_alone_is_left_to_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, limit: int
) -> None:
    expected = built(tmp_path / "late", a_few(), None)
    monkeypatch.setattr(f"kg.graph.early.{name}", limit)
    early = Helper()
    assert built(tmp_path / "early", a_few(), early) == expected
    assert bool(early.left) == (name == "MOST")
    assert len(early.asked) + len(early.left) == len(set(early.asked) | set(early.left))


def test_a_store_that_had_something_is_asked_itself(tmp_path: Path) -> None:
    first, *more = a_few()
    early = Helper()
    built(tmp_path / "s", [first], None)
    assert built(tmp_path / "s", more, early) == built(tmp_path / "late", a_few(), None)
    assert early.asked == []


def test_a_narrative_told_twice_leaves_the_links_to_the_store(tmp_path: Path) -> None:
    long = " ".join(f"The authorities of district {n} convicted {n} traffickers and funded {n + 1} shelters." for n in range(60))
    twice = [(document(name, text=long, country="LAO", year=2010), [tier]) for name in "BA" if (tier := _tier(name))]
    early = Helper()
    assert built(tmp_path / "early", twice, early) == built(tmp_path / "late", twice, None)
    assert early.asked == []
    with open_store(tmp_path / "early", write=False) as store:
        assert store.copies() == {"B": "A"}


def _tier(doc: str) -> Fact:
    return TierRanking(doc=doc, evidence=(), country="LAO", tier="2", year=2010)


def test_a_document_put_after_the_early_links_is_linked_too(tmp_path: Path) -> None:
    *some, last = a_few()
    with open_store(tmp_path / "s", write=True) as store, store.together():
        for item, facts in some:
            put(store, item, facts)
        store.link_early(Helper())
        put(store, *last)
    assert built(tmp_path / "s", [], None) == built(tmp_path / "late", a_few(), None)


def test_what_cannot_be_read_any_more_is_left_to_the_store(tmp_path: Path) -> None:
    share = Share(((buckets.COUNTRY, "LAO"), (buckets.COUNTRY, "THA")), ((0, 10),))
    assert work_out_early(tmp_path, share) == [None, None]
    assert work_out_early(tmp_path, Share(((buckets.ORGANIZATION, "http://example.org/body"),), ((0, 10),))) == [None]


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("moment", ["_write_out", "finish"])
def test_who_is_killed_after_the_early_links_leaves_nothing_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    def killed(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as disturbed:
        disturbed.setattr(Writer, moment, killed)
        with pytest.raises(Killed):
            built(tmp_path / "s", a_few(), Helper())
    assert built(tmp_path / "s", [], None) == built(tmp_path / "late", a_few(), None)
