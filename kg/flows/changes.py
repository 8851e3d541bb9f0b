"""What changes between the reports of one country: flows that it names anew, still, and no longer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kg.flows.network import corridor
from kg.flows.statements import FlowStatement

MEANING: Final = (
    "Flows that a report on a country names and its report before did not, that both name, and that the later one no longer names. It is "
    "the text that changed; that is no proof that the flow began or ended. Counts flows, never victims."
)


@dataclass(frozen=True, slots=True)
class Change:
    """Two reports of a country, one after the other, and the keys of the corridors in both, in the later and in the earlier alone."""

    country: str
    before: int
    after: int
    new: tuple[str, ...]
    still: tuple[str, ...]
    gone: tuple[str, ...]


def changes(statements: Iterable[FlowStatement]) -> list[Change]:
    """The changes of every country that has several reports with flows, ordered by country and year."""
    reports: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for statement in statements:
        if statement.country and statement.year and statement.polarity == "affirmed":
            reports[statement.country][statement.year].add(corridor(statement))
    return [
        _change(country, before, after, years) for country, years in sorted(reports.items()) for before, after in pairwise(sorted(years))
    ]


def _change(country: str, before: int, after: int, years: Mapping[int, set[str]]) -> Change:
    then, now = years[before], years[after]
    return Change(country, before, after, _sorted(now - then), _sorted(now & then), _sorted(then - now))


def _sorted(keys: set[str]) -> tuple[str, ...]:
    return tuple(sorted(keys))
