"""One agreement over years and documents, in whosever narrative it is told: type, parties, and year or subject."""

from collections.abc import Iterable, Iterator

from kg.facts.agreement import Agreement
from kg.facts.model import declared
from kg.graph.linking.entities import Entity, grouped, in_years, united
from kg.graph.linking.members import Member, by_year
from kg.graph.linking.words import ALIKE, beginnings, likeness, nested, timeless
from kg.graph.linking.years import resolved, year_of
from kg.graph.terms import prop
from kg.graph.values import from_term
from kg.vocabulary.iris import place_of

PARTIES, YEAR, SUBJECT = "same type and parties", "same year", "similar subject"
PARTY = declared(Agreement)["parties"].type


def bucket(member: Member) -> str | None:
    """The country under which an agreement is kept: the first of the parties by code, else that of the narrative."""
    places = sorted(code for value in member.words("parties") if (code := place_of(value)))
    return places[0] if places else member.source.country


def agreements(country: str, members: Iterable[Member]) -> Iterator[Entity]:
    """The agreements that are kept under a country."""
    for (sort, *parties), held in sorted(grouped(by_year(members), _key).items()):
        for begun, dated in in_years(held, _year, _similar):
            told = [m.source.node for m in dated]
            one = begun is not None and len(parties) > 1 and len(told) == len(set(told))
            for facts, reasons in united(dated, _same_year if one else _same_subject):
                key = (country, sort, *parties, str(begun or ""), *min(timeless(m.word("subject") or "") for m in facts))
                why = reasons | {PARTIES} if len(facts) > 1 else frozenset()
                yield Entity(Agreement, key, facts, [(m, _name(m)) for m in facts], frozenset(why))


def _key(member: Member) -> tuple[str, ...] | None:
    parties, subject = member.words("parties"), member.word("subject")
    return (member.word("type") or "", *parties) if parties or subject else None


def _year(member: Member) -> int | None:
    return year_of(resolved(member.word("period"), member.source.year))


def _similar(member: Member, dated: list[Member]) -> bool:
    return any(_alike(member, other) for other in dated)


def _same_subject(one: Member, other: Member) -> str | None:
    return SUBJECT if _alike(one, other) else None


def _same_year(one: Member, other: Member) -> str | None:
    """Between the same parties there is one agreement a year, unless some document tells of two."""
    return _same_subject(one, other) or YEAR


def _alike(one: Member, other: Member) -> bool:
    a, b = (beginnings(" ".join(timeless(m.word("subject") or ""))) for m in (one, other))
    return a == b or nested(a, b) or likeness(a, b) >= ALIKE


def _name(member: Member) -> str:
    sort = (member.word("type") or "").rsplit("/", 1)[-1].replace("_", " ")
    parties = ", ".join(sorted(str(from_term(term, PARTY)) for term in member.fields.get(prop("parties"), ())))
    return ": ".join(filter(None, (sort, parties, member.word("subject"))))
