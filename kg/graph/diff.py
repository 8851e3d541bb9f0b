"""What changed from one store to another, in facts: what a document says now and did not say before, or says otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from kg.facts.interchange import to_json
from kg.facts.model import Fact, declared, field_values
from kg.graph.recall import facts_in
from kg.graph.store import Store
from kg.graph.stored import StoredDocument, stored_document

Sort = Literal["added", "removed", "changed"]

COMPARED = ("polarity", "certainty", "period")
"""The fields of every fact that say what the document says; the rule that read it and the page say how it was found."""


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that came, went, or is the same fact with other attributes."""

    id: str
    sort: Sort
    before: Fact | None
    after: Fact | None
    fields: tuple[str, ...] = ()
    """The fields that differ; ``evidence`` where other words say it."""

    @property
    def fact(self) -> Fact:
        """The fact as it is now, or was."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A document that came, went or changed; ``fields`` are those of the document itself that differ."""

    doc: str
    sort: Sort
    fields: tuple[str, ...]
    facts: tuple[FactChange, ...]


def diff(old: Store, new: Store) -> Iterator[DocumentChange]:
    """The documents that differ, ordered by id; those that say the same in the same words are passed over."""
    before, after = set(old.ids()), set(new.ids())
    for doc in sorted(before | after):
        was, now = (set(store.graph(doc)) if doc in ids else set() for store, ids in ((old, before), (new, after)))
        if was != now:
            fields = _document_fields(stored_document(was), stored_document(now))
            facts = tuple(_facts(facts_in(was), facts_in(now)))
            if fields or facts or doc not in before & after:
                yield DocumentChange(doc, "added" if doc not in before else "removed" if doc not in after else "changed", fields, facts)


def _document_fields(was: StoredDocument | None, now: StoredDocument | None) -> tuple[str, ...]:
    if was is None or now is None:
        return ()
    names = ("country", "year", "tier", "title", "source", "media_type", "sha256")
    return tuple("text" if name == "sha256" else name for name in names if getattr(was, name) != getattr(now, name))


def _facts(was: Sequence[tuple[str, Fact]], now: Sequence[tuple[str, Fact]]) -> Iterator[FactChange]:
    """What came and changed in the order of the new text, then what went in the order of the old one."""
    before, after = dict(was), dict(now)
    for name, fact in now:
        if name not in before:
            yield FactChange(name, "added", None, fact)
        elif fields := _differing(before[name], fact):
            yield FactChange(name, "changed", before[name], fact, fields)
    for name, fact in was:
        if name not in after:
            yield FactChange(name, "removed", fact, None)


def _differing(was: Fact, now: Fact) -> tuple[str, ...]:
    """The fields in which two versions of a fact differ; words that stand elsewhere in the text are the same words."""
    names = [name for name in (*declared(type(now)), *COMPARED) if getattr(was, name) != getattr(now, name)]
    quotes = [[" ".join(piece.quote.split()) for piece in fact.evidence] for fact in (was, now)]
    return tuple(names) if quotes[0] == quotes[1] else (*names, "evidence")


def rows(change: DocumentChange) -> Iterator[dict[str, Any]]:
    """A document's changes as JSON objects: one for the document where it came, went or changed itself, and one a fact."""
    if change.sort != "changed" or change.fields:
        yield {"doc": change.doc, "change": f"document_{change.sort}", "fields": list(change.fields)}
    for fact in change.facts:
        versions = {name: to_json(held, id=fact.id) for name, held in (("before", fact.before), ("after", fact.after)) if held}
        yield {"doc": change.doc, "change": fact.sort, "fields": list(fact.fields), **versions}


def identifying(fact: Fact) -> dict[str, Any]:
    """The fields that tell a fact from others, with their values, those that are unknown left out."""
    values = field_values(fact)
    return {name: values[name] for name, value in declared(type(fact)).items() if value.identifies and values[name] not in (None, ())}
