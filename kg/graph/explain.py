"""One fact explained: its fields in words, and the sentence that says it with the words that led to each field marked."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from kg.errors import UsageProblem
from kg.facts.model import COMMON, Evidence, Fact, declared
from kg.facts.values import ValueType
from kg.graph.query import select
from kg.graph.recall import facts_in
from kg.graph.store import Store
from kg.graph.stored import StoredDocument
from kg.graph.wording import forms, shown
from kg.vocabulary.iris import DOCUMENT, FACT

HASH = re.compile(r"[0-9a-f]{20}")
"""The part of a fact's IRI after ``fact/``."""

NAME = re.compile(r"[0-9a-f]{1,20}")
"""The beginning of such a part."""

SAYING = """
SELECT ?fact {
  GRAPH <https://w3id.org/tip-kg/derived/sentences> { ?fact tip:sentence ?sentence ; tip:offset ?offset }
  FILTER(CONTAINS(LCASE(REPLACE(?sentence, "\\\\s+", " ")), LCASE(%s)))
  ?fact tip:doc/dcterms:identifier ?document
}
ORDER BY ?document ?offset ?fact
"""

_END = re.compile(r"[.!?;][\"”’')\]]*(?=\s|$)|\n")

SEVERAL = 10
"""How many facts are named where the beginning of an IRI fits more than one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a passage that stand for a field; offsets into the passage's text, end exclusive."""

    start: int
    end: int
    field: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence around a piece of evidence."""

    text: str
    start: int
    """The offset of the text in the document."""
    quote: tuple[int, int]
    """Where the evidence is in the text."""
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A fact, what its fields mean, and the passages that say it."""

    iri: str
    fact: Fact
    document: StoredDocument
    fields: tuple[tuple[str, str], ...]
    """The names and values of the fields that are known, in words, the rule that read the fact among them."""
    passages: tuple[Passage, ...]


def explain(store: Store, name: str) -> Explanation:
    """The fact of an IRI, of ``fact:`` and the hash, of the hash, or of its beginning.

    UsageProblem where no fact, or more than one, has such a name.
    """
    iri, doc = _found(store, name)
    document = store.document(doc)
    fact = next(fact for found, fact in facts_in(store.graph(doc)) if found == iri)
    return Explanation(iri, fact, document, tuple(_fields(fact)), tuple(_passage(fact, e, document) for e in fact.evidence))


def saying(store: Store, words: str) -> list[str]:
    """The IRIs of the facts in whose evidence the words stand, in the order of the documents; UsageProblem where none or too many are."""
    sought = " ".join(words.split()).casefold()
    hits = [row["fact"] for row in select(store, SAYING % json.dumps(sought, ensure_ascii=False))]
    if not hits:
        raise UsageProblem(
            f"the store {store.path} has no fact in whose sentence “{words}” stands; the words must follow each other as there"
        )
    if len(hits) > SEVERAL:
        raise UsageProblem(f"“{words}” stands in the sentences of {len(hits)} facts; give more of the sentence")
    return hits


def is_name(words: str) -> bool:
    """Whether words can be the name of a fact, by which ``explain`` finds it, rather than words of a sentence."""
    return bool(NAME.fullmatch(_key(words)))


def _key(name: str) -> str:
    return name.strip("<>").removeprefix("fact:").removeprefix(FACT)


def _found(store: Store, name: str) -> tuple[str, str]:
    """The IRI of the one fact that is meant, and the id of its document."""
    key = _key(name)
    hits = store.facts_like(FACT + key, whole=bool(HASH.fullmatch(key))) if NAME.fullmatch(key) else []
    if not hits:
        raise UsageProblem(f"the store {store.path} has no fact {name!r}; the IRIs of facts are in: kg export --format jsonl")
    if len(hits) > 1:
        names = [iri.removeprefix(FACT) for iri, _ in hits]
        more = ", …" if len(names) > SEVERAL else ""
        raise UsageProblem(f"{name!r} is the beginning of {len(hits)} facts: {', '.join(names[:SEVERAL])}{more}; give more of it")
    ((iri, document),) = hits
    return iri, unquote(document.removeprefix(DOCUMENT))


def _fields(fact: Fact) -> Iterator[tuple[str, str]]:
    for name, value in {**declared(type(fact)), **COMMON}.items():
        held = getattr(fact, name)
        if held not in (None, ()):
            items = held if isinstance(held, tuple) else (held,)
            yield name.replace("_", " "), ", ".join(shown(item, value.type) for item in items)
    if fact.page is not None:
        yield "page", str(fact.page)


def _passage(fact: Fact, evidence: Evidence, document: StoredDocument) -> Passage:
    text = document.text
    start, end = (evidence.start, evidence.end) if text is None else sentence(text, evidence.start, evidence.end)
    words = evidence.quote if text is None else text[start:end]
    inside = (evidence.start - start, evidence.end - start)
    return Passage(words, start, inside, tuple(_marks(fact, words, *inside)))


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence or sentences around a part of a text.

    >>> sentence("One. Two and three. Four.", 9, 12)
    (5, 19)
    """
    begin = max((m.end() for m in _END.finditer(text, 0, start)), default=0)
    while begin < start and text[begin].isspace():
        begin += 1
    following = _END.search(text, max(start, end - 1))
    stop = following.end() if following else len(text)
    return begin, max(end, stop - (text[stop - 1 : stop] == "\n"))


def _marks(fact: Fact, words: str, start: int, end: int) -> list[Mark]:
    """The words within the evidence that stand for a field's value; of two that overlap, the longer."""
    found = [
        Mark(*span, name.replace("_", " "))
        for name, value in declared(type(fact)).items()
        for item in _items(getattr(fact, name))
        for span in _spans(item, value.type, words, start, end)
    ]
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda m: (m.start - m.end, m.start, m.field)):
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda m: m.start)


def _items(held: object) -> tuple[object, ...]:
    return held if isinstance(held, tuple) else (held,)


def _spans(item: object, type: ValueType, words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for form in forms(item, type):
        for match in re.compile(rf"(?<!\w){form}(?!\w)", re.IGNORECASE).finditer(words, start, end):
            yield match.span()
