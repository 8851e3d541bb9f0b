"""What changed from one store to another, in facts: what a document says now and did not say before, or says otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from kg.facts.interchange import to_json
from kg.facts.model import Fact, declared, field_values
from kg.graph.mapping import fact_node
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
    copy_of: str | None = None
    """The document that says its facts now, where it tells the same narrative."""
    compared: str | None = None
    """The document that said these facts before, where it was another one that tells the same narrative."""


def diff(old: Store, new: Store) -> Iterator[DocumentChange]:
    """The documents that differ, ordered by id; those that say the same in the same words are passed over."""
    before, after = _Held(old, frozenset(old.ids()), old.copies()), _Held(new, frozenset(new.ids()), new.copies())
    for doc in sorted(before.ids | after.ids):
        was, now = (set(held.store.graph(doc)) if doc in held.ids else set() for held in (before, after))
        if was != now:
            fields = _document_fields(stored_document(was), stored_document(now))
            said, says = before.teller(doc, after), after.teller(doc, before)
            facts = tuple(_facts(before.facts(said, doc), after.facts(says, doc))) if _compared(doc, before, after) else ()
            sort: Sort = "added" if doc not in before.ids else "removed" if doc not in after.ids else "changed"
            if fields or facts or sort != "changed":
                other = said if said != doc and doc not in after.copies and sort != "removed" else None
                yield DocumentChange(doc, sort, fields, facts, after.copies.get(doc), other)


def _compared(doc: str, before: "_Held", after: "_Held") -> bool:
    """Whether what a document says is compared: it says facts itself in one of the stores, and nothing else is compared with them."""
    head = after.copies.get(doc)
    told = head is not None and before.teller(head, after) == doc
    return not told and any(doc in held.ids and doc not in held.copies for held in (before, after))


@dataclass(frozen=True, slots=True)
class _Held:
    """A store with its documents and copies."""

    store: Store
    ids: frozenset[str]
    copies: Mapping[str, str]

    def teller(self, doc: str, other: "_Held") -> str | None:
        """The document that says here what a document says: itself, that which it is a copy of, or one that is a copy of it elsewhere."""
        if doc in self.ids:
            return self.copies.get(doc, doc)
        return next((self.copies.get(copy, copy) for copy, head in other.copies.items() if head == doc and copy in self.ids), None)

    def facts(self, teller: str | None, doc: str) -> list[tuple[str, Fact]]:
        """What a document says, as if another one said it."""
        said = facts_in(self.store.graph(teller)) if teller else []
        if teller == doc:
            return said
        own = [replace(fact, doc=doc) for _, fact in said]
        return [(fact_node(fact).value, fact) for fact in own]


def _document_fields(was: StoredDocument | None, now: StoredDocument | None) -> tuple[str, ...]:
    if was is None or now is None:
        return ()
    names = ("country", "year", "tier", "title", "source", "media_type", "sha256", "copy_of")
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
        others = {name: other for name, other in (("copy_of", change.copy_of), ("compared", change.compared)) if other}
        yield {"doc": change.doc, "change": f"document_{change.sort}", "fields": list(change.fields), **others}
    for fact in change.facts:
        versions = {name: to_json(held, id=fact.id) for name, held in (("before", fact.before), ("after", fact.after)) if held}
        yield {"doc": change.doc, "change": fact.sort, "fields": list(fact.fields), **versions}


def identifying(fact: Fact) -> dict[str, Any]:
    """The fields that tell a fact from others, with their values, those that are unknown left out."""
    values = field_values(fact)
    return {name: values[name] for name, value in declared(type(fact)).items() if value.identifies and values[name] not in (None, ())}
