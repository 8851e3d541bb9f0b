"""One facility over years and documents: its name, else where it is, else who runs it, where that is a body with a name."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal

from kg.facts.facility import Facility
from kg.facts.model import declared
from kg.graph.linking.entities import Entity, grouped
from kg.graph.linking.members import Member, by_year
from kg.graph.linking.words import words
from kg.graph.terms import prop
from kg.graph.values import from_term

PARTY = declared(Facility)["operators"].type


def facilities(country: str, members: Iterable[Member]) -> Iterator[Entity]:
    """The facilities of a country; that there is none of a sort is no facility."""
    for (sort, field, *key), held in sorted(grouped(by_year(members), _key).items()):
        names = [(m, _name(m, sort)) for m in held]
        yield Entity(Facility, (country, sort, field, *key), held, names, frozenset({f"same type and {field}"}), country)


def _key(member: Member) -> tuple[str, ...] | None:
    sort = (member.word("type") or "").rsplit("/", 1)[-1]
    for field in ("name", "location"):
        if found := words(member.word(field) or ""):
            return (sort, field, *found) if field == "name" or _is_there(member) else None
    operators = _operators(member) if all(isinstance(term, Literal) for term in member.fields.get(prop("operators"), ())) else []
    return (sort, "operators", *(" ".join(words(name)) or name for name in operators)) if operators and _is_there(member) else None


def _is_there(member: Member) -> bool:
    return (member.word("polarity") or "").endswith("/affirmed")


def _operators(member: Member) -> list[str]:
    return sorted(str(from_term(term, PARTY)) for term in member.fields.get(prop("operators"), ()))


def _name(member: Member, sort: str) -> str:
    place, operators = member.word("location"), ", ".join(_operators(member))
    what = sort.replace("_", " ")
    return member.word("name") or (f"{what} in {place}" if place else f"{what} of {operators}")
