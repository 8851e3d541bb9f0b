"""How long recommendations stand: as the graph has it, and over years of which the store has no report or whose report leaves them out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.facts.model import Fact
from kg.facts.recommendation import Recommendation
from kg.graph.linking.words import ALIKE, beginnings, likeness
from kg.vocabulary.iris import COUNTRIES
from kg.web.holdings import Holdings, Said
from kg.web.things import of_kind

RUNNING = """
SELECT ?fact ?years ?dropped WHERE {
  GRAPH <%s> {
    ?fact tip:yearsRunning ?years .
    OPTIONAL { ?fact tip:droppedIn ?dropped }
  }
}
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """A recommendation, for how many years running it stands, and in which report it is gone."""

    said: Said
    years: int
    dropped: int | None
    also: Sequence[int] = ()
    """The years of earlier reports that have one like it, where the run does not reach back to the first of them."""
    left_out: Sequence[int] = ()
    """The years since the first of them whose reports have none like it."""
    unread: Sequence[int] = ()
    """The years since the first of them of which the store has no report."""


def standing(held: Holdings, code: str, said: Iterable[Said]) -> list[Standing]:
    """The recommendations with how long they stand, those that stand longest first."""
    rows = {row["fact"]: row for row in held.select(RUNNING % (COUNTRIES + code))}
    reports = {source.year for source in held.about(code) if source.year}
    every: dict[int, list[frozenset[str]]] = {}
    for item in of_kind(held.said_about(code), Recommendation):
        every.setdefault(item.year, []).append(_words(item.fact))
    found = [_standing(item, rows.get(item.iri, {}), every, reports) for item in of_kind(said, Recommendation)]
    return sorted(found, key=lambda s: (-s.said.year, -s.years, s.said.fact.evidence))


def _standing(said: Said, row: Mapping[str, str], every: Mapping[int, Sequence[frozenset[str]]], reports: set[int]) -> Standing:
    years = int(row.get("years", 1))
    dropped = int(row["dropped"]) if "dropped" in row else None
    words, run = _words(said.fact), set(range(said.year - years + 1, said.year + 1))
    alike = {year for year, others in every.items() if 0 < year < said.year and any(likeness(words, other) >= ALIKE for other in others)}
    if not alike - run:
        return Standing(said, years, dropped)
    also = sorted((alike | run) - {said.year})
    missing = [year for year in range(also[0] + 1, said.year) if year not in also]
    return Standing(
        said, years, dropped, also, [year for year in missing if year in reports], [year for year in missing if year not in reports]
    )


def _words(fact: Fact) -> frozenset[str]:
    return beginnings(" … ".join(piece.quote for piece in fact.evidence))
