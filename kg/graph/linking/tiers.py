"""The tiers of a country over the years."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.linking.entities import grouped
from kg.graph.linking.members import Member, by_year
from kg.graph.terms import tip
from kg.vocabulary.schemes import tokens

RANKED = tokens("tier")[:4]
"""The tiers from the best to the worst; a special case is none of them."""


def tier_quads(members: Iterable[Member], graph: NamedNode) -> Iterator[Quad]:
    """Each ranking with that of the last report before it, and whether the tier is a better one."""
    affirmed = [m for m in members if (m.word("polarity") or "").endswith("/affirmed")]
    years = sorted(grouped(affirmed, _year).items())
    for (_, earlier), (_, later) in pairwise(years):
        before = by_year(earlier)[0]
        for ranking in later:
            yield Quad(ranking.node, tip("previousRanking"), before.node, graph)
            if change := _change(_tier(before), _tier(ranking)):
                yield Quad(ranking.node, tip("tierChange"), Literal(change), graph)


def _year(member: Member) -> int | None:
    own = member.word("year")
    return int(own) if own else member.source.year


def _tier(member: Member) -> str:
    return (member.word("tier") or "").rsplit("/", 1)[-1]


def _change(before: str, now: str) -> str | None:
    if before not in RANKED or now not in RANKED:
        return None
    step = RANKED.index(now) - RANKED.index(before)
    return "upgraded" if step < 0 else "downgraded" if step > 0 else "unchanged"
