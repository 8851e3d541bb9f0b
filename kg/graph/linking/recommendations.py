"""Recommendations of one country's report in the next one: repeated, for how many years running, or dropped."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from kg.graph.linking.entities import grouped
from kg.graph.linking.members import Member, Reader, by_year
from kg.graph.linking.words import ALIKE, beginnings, likeness
from kg.graph.terms import integer, tip

Said = tuple[Member, frozenset[str]]


def recommendation_quads(members: Iterable[Member], reader: Reader, graph: NamedNode) -> Iterator[Quad]:
    """Which recommendation repeats which, and which ones the next report leaves out."""
    years = {
        year: [(m, beginnings(reader.quotes(m))) for m in by_year(held)]
        for year, held in sorted(grouped(members, lambda m: m.source.year).items())
    }
    running: dict[NamedNode, int] = {}
    for year, said in years.items():
        before = years.get(year - 1, [])
        kept = {member.node: earlier for member, words in said if (earlier := _repeated(words, before))}
        for member, _ in said:
            earlier = kept.get(member.node)
            running[member.node] = running[earlier] + 1 if earlier else 1
            yield Quad(member.node, tip("yearsRunning"), integer(running[member.node]), graph)
            if earlier:
                yield Quad(member.node, tip("repeats"), earlier, graph)
        for member, _ in before:
            if member.node not in kept.values():
                yield Quad(member.node, tip("droppedIn"), integer(year), graph)


def _repeated(words: frozenset[str], before: list[Said]) -> NamedNode | None:
    """The recommendation of the year before that is most like the words, if one is like enough."""
    scored = [(likeness(words, others), member.node) for member, others in before]
    best = max(scored, key=lambda pair: (pair[0], pair[1].value), default=None)
    return best[1] if best and best[0] >= ALIKE else None
