"""One law over years and documents: the words of its title without years, or its number, and the provision."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.law import Law
from kg.graph.linking.entities import Entity, grouped, united
from kg.graph.linking.members import Member, by_year
from kg.graph.linking.words import nested, timeless, without_country, words

NAME, NUMBER, YEAR = "same title", "same number", "title within the title and same year"


@dataclass(frozen=True, slots=True)
class _Named:
    """The facts with one title and provision."""

    title: frozenset[str]
    provision: tuple[str, ...]
    members: tuple[Member, ...]

    @property
    def years(self) -> set[str]:
        return {year for m in self.members if (year := m.word("year"))}

    @property
    def numbers(self) -> set[str]:
        return {word for word in self.title if any(c.isdigit() for c in word)}

    @property
    def key(self) -> tuple[str, ...]:
        return ("title", *sorted(self.title), "provision", *self.provision)


def laws(country: str, members: Iterable[Member]) -> Iterator[Entity]:
    """The laws of a country."""
    keyed = grouped(by_year(members), lambda m: _key(m, country))
    named = [_Named(frozenset(title), provision, tuple(held)) for (title, provision), held in sorted(keyed.items())]
    for held, reasons in united(named, _why):
        facts = by_year(m for one in held for m in one.members)
        alone = frozenset({NAME}) if any(len(one.members) > 1 for one in held) else frozenset()
        yield Entity(Law, (country, *min(one.key for one in held)), facts, [(m, _name(m)) for m in facts], reasons | alone, country)


def _why(one: _Named, other: _Named) -> str | None:
    if one.provision != other.provision:
        return None
    if one.numbers & other.numbers:
        return NUMBER
    return YEAR if one.years & other.years and nested(one.title, other.title) else None


def _key(member: Member, country: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    title, provision = member.word("title"), member.word("provision")
    if not title and not provision:
        return None
    own = timeless(" ".join(without_country(words(title), country))) if title else ()
    return own, tuple(sorted({_singular(word) for word in timeless(provision or "")}))


def _singular(word: str) -> str:
    """The kind of provision in the singular: one article or several of them are of one family.

    >>> _singular("articles"), _singular("134bis")
    ('article', '134bis')
    """
    return word.removesuffix("s") if word.isalpha() else word


def _name(member: Member) -> str:
    return ", ".join(filter(None, (member.word("title"), member.word("provision"))))
