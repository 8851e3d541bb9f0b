"""Documents and facts made for the tests of the graph: by hand, from the examples of the declarations, and generated."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from kg.facts.flow import Flow
from kg.facts.kinds import KINDS
from kg.facts.model import CERTAINTIES, POLARITIES, Evidence, Fact, declared, identity, many, ordered
from kg.facts.values import Token, Value
from kg.graph.mapping import quads
from kg.graph.provenance import Activity
from kg.graph.store import Store, open_store
from kg.narrative.model import Document, Section
from kg.vocabulary.places import by_code
from kg.vocabulary.schemes import tokens

TEXT = (
    "Laos is a source country for women. Lao women are trafficked to Thailand through Burma. "
    "Authorities did not report convicting any offender – “none” was tried.\n"
    "The Women’s Union (WU) runs three shelters. Train police.\n"
)
FLOW_SENTENCE = "Lao women are trafficked to Thailand through Burma."
ACTIVITY = Activity("made_model", "1.0.0", "0" * 64, version="0.0.1")


def document(id: str = "LAO-2011", *, text: str = TEXT, country: str = "LAO", year: int | None = 2011) -> Document:
    """A document with two sections."""
    sections = (Section("header", 0, 5), Section("profile", 6, len(text)))
    return Document(id, text, country, year, "2WL", sections, title="A made narrative", source="https://example.org/a b")


def quoted(words: str, text: str = TEXT) -> Evidence:
    """The first place where the words stand in the text."""
    start = text.index(words)
    return Evidence(start, start + len(words), words)


def flow(origin: str | None = "LAO", destination: str | None = "THA", *, doc: str = "LAO-2011", **fields: Any) -> Flow:
    """A flow said by the sentence about it."""
    return Flow(doc=doc, origin=origin, destination=destination, evidence=(quoted(FLOW_SENTENCE),), **fields)


READERS: dict[str, Callable[[str], Any]] = {
    "integer": int,
    "number": int,
    "year": int,
    "boolean": lambda word: word == "true",
}


def example(kind: type[Fact], doc: str = "LAO-2011", **fields: Any) -> Fact:
    """A fact with the example of each declared field; a set of parties has a second member."""
    values: dict[str, Any] = {}
    for name, value in declared(kind).items():
        item = READERS.get(value.type.name, str)(value.example)
        values[name] = (ordered([item, "ngo"]) if value.type.name == "party" else (item,)) if name in many(kind) else item
    common = {"doc": doc, "period": "2010", "rule": "made.rule", "page": 1, "evidence": (quoted(FLOW_SENTENCE),)}
    return kind(**{**common, **values, **fields})


def examples(doc: str = "LAO-2011") -> list[Fact]:
    """One fact of each kind."""
    return [example(kind, doc) for kind in KINDS]


def filled(path: Path, *pairs: tuple[Document, Sequence[Fact]]) -> Path:
    """A store with documents and their facts, closed again."""
    with open_store(path, write=True) as store:
        for item, facts in pairs:
            put(store, item, facts)
    return path


def put(store: Store, item: Document, facts: Sequence[Fact]) -> bool:
    """Put a document and its facts into a store."""
    return store.put(item, quads(item, facts, ACTIVITY))


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
NUMBERS = st.integers(0, 10**9) | st.floats(0, 1e9, allow_nan=False).map(lambda x: int(x) if x.is_integer() else x)
REGIONS = st.from_regex(r"region:[a-z]{2,6}(-[a-z]{2,6})?", fullmatch=True)
PERIODS = st.sampled_from(["2010", "2010-04", "2007/2010", "2013-01/2013-03", "reporting", "previous"])


def places() -> st.SearchStrategy[str]:
    """Countries and regions."""
    return st.sampled_from(sorted(by_code())) | REGIONS


VALUES: dict[str, Callable[[], st.SearchStrategy[Any]]] = {
    "text": lambda: WORDS,
    "integer": lambda: st.integers(0, 10**6),
    "number": lambda: NUMBERS,
    "year": lambda: st.integers(1900, 2099),
    "boolean": st.booleans,
    "place": places,
    "party": lambda: places() | st.sampled_from(tokens("party")) | WORDS,
}


def values(value: Value) -> st.SearchStrategy[Any]:
    """Values that a field may hold."""
    if isinstance(value.type, Token):
        return st.sampled_from(tokens(value.type.scheme, value.type.besides))
    return VALUES[value.type.name]()


@st.composite
def pieces(draw: st.DrawFn, text: str) -> Evidence:
    """A non-empty part of the text."""
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return Evidence(start, end, text[start:end])


def facts_of_kind(kind: type[Fact], doc: str, text: str) -> st.SearchStrategy[Fact]:
    """Facts of a kind, any of whose fields may be unknown."""
    fields: dict[str, st.SearchStrategy[Any]] = {
        name: st.lists(values(value), max_size=3).map(ordered) if name in many(kind) else st.none() | values(value)
        for name, value in declared(kind).items()
    }
    return st.builds(
        kind,
        doc=st.just(doc),
        polarity=st.sampled_from(POLARITIES),
        certainty=st.sampled_from(CERTAINTIES),
        period=st.none() | PERIODS,
        evidence=st.lists(pieces(text), min_size=1, max_size=3).map(lambda found: tuple(sorted(set(found)))),
        rule=st.none() | WORDS,
        page=st.none() | st.integers(1, 400),
        **fields,
    )


def fact_lists(doc: str, text: str = TEXT, *, max_size: int = 12) -> st.SearchStrategy[list[Fact]]:
    """Facts of one document, no two with one identity."""
    any_kind = st.one_of([facts_of_kind(kind, doc, text) for kind in KINDS])
    return st.lists(any_kind, max_size=max_size, unique_by=identity)
