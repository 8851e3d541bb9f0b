"""One plan over years and documents: the words of its title, and the years that it covers."""

from collections.abc import Iterable, Iterator

from kg.facts.plan import Plan
from kg.graph.linking.entities import Entity, grouped, in_years
from kg.graph.linking.members import Member, by_year
from kg.graph.linking.words import timeless, without_country, words
from kg.graph.linking.years import span

TITLE, YEARS = "same title", "same years"


def plans(country: str, members: Iterable[Member]) -> Iterator[Entity]:
    """The plans of a country."""
    keyed = grouped(by_year(members), lambda m: timeless(" ".join(without_country(words(m.word("title") or ""), country))) or None)
    for title, held in sorted(keyed.items()):
        for begun, facts in in_years(held, _begun, _within):
            several = sum(_begun(m) is not None for m in facts) > 1
            reasons = frozenset({TITLE, YEARS} if several else {TITLE})
            names = [(m, m.word("title") or "") for m in facts]
            yield Entity(Plan, (country, *title, str(begun or "")), by_year(facts), names, reasons, country)


def _begun(member: Member) -> int | None:
    years = span(member.word("years"))
    return years[0] if years else None


def _within(member: Member, dated: list[Member]) -> bool:
    """Whether a report that names no years can mean a plan: it is there in the report's year or was in the year before, or is drawn up."""
    year = member.source.year
    last = max(end for m in dated if (years := span(m.word("years"))) for end in years)
    return year is None or year - 1 <= last
