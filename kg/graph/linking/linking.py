"""Work out the links of all buckets that documents have touched."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence, Set
from contextlib import closing
from itertools import chain, repeat
from typing import NamedTuple
from urllib.parse import quote

from pyoxigraph import NamedNode, Quad

from kg.facts.agreement import Agreement
from kg.facts.facility import Facility
from kg.facts.law import Law
from kg.facts.model import Fact
from kg.facts.plan import Plan
from kg.facts.recommendation import Recommendation
from kg.facts.statistic import Statistic
from kg.facts.tier_ranking import TierRanking
from kg.graph.linking import buckets
from kg.graph.linking.agreements import agreements, bucket
from kg.graph.linking.buckets import Bucket
from kg.graph.linking.entities import entity_quads
from kg.graph.linking.facilities import facilities
from kg.graph.linking.figures import figure_quads
from kg.graph.linking.laws import laws
from kg.graph.linking.members import Member, Reader
from kg.graph.linking.organizations import organization_quads
from kg.graph.linking.plans import plans
from kg.graph.linking.recommendations import recommendation_quads
from kg.graph.linking.tiers import tier_quads
from kg.graph.packing import Lines, packed, unpacked
from kg.graph.terms import prop
from kg.graph.writing import Writer
from kg.vocabulary.iris import AGREEMENTS, COUNTRIES, place_iri

TOGETHER = 250_000
"""How many quads of links are written together."""

Progress = Callable[[Iterable[Bucket]], Iterable[Bucket]]

MANY = 500
"""From how many buckets on the links are worked out in several processes, where there are some."""


class Links(NamedTuple):
    """The buckets that were worked out together, and how their links differ from what the store has."""

    worked: set[Bucket]
    gone: Lines
    come: Lines


Helpers = Callable[[Sequence[Bucket]], Generator[Links | None]]
"""Works out the links of buckets, in their order; None where that is still to be done. Closed early, it leaves nothing running."""


def link(writer: Writer, progress: Progress = iter, helpers: Helpers | None = None, over: Set[Bucket] = frozenset()) -> bool:
    """Work out what is marked; a bucket's mark goes once its links stand, so that an interrupted run is taken up again.

    Links that are only added are written together: no bucket reads what another one says. Of those that are ``over`` already only
    the marks are left. False where nothing was marked.
    """
    pending = buckets.pending(writer.settled())
    marked = [item for item in pending if item not in over]
    reader = Reader(writer.settled())
    done, worked, come, number = set[Bucket](), set(over), list[Lines](), 0
    with closing(helpers(marked) if helpers and len(marked) >= MANY else _alone()) as helped:
        for item, found in zip(progress(marked), chain(helped, repeat(None)), strict=False):
            if item not in done:
                links = found or work_out(reader, item)
                done |= links.worked
                if links.gone.number:
                    writer.write(set(unpacked([links.gone])), set(unpacked([links.come])))
                else:
                    come.append(links.come)
                    number += links.come.number
            worked.add(item)
            if number > TOGETHER:
                _settle(writer, come, worked)
                number = 0
    _settle(writer, come, worked)
    return bool(pending)


def foretell(writer: Writer, asked: Iterable[Bucket], found: Iterable[Links | None]) -> set[Bucket]:
    """Let the links of buckets wait that were worked out from what waits, given in the order of the buckets; which ones these are."""
    done = set[Bucket]()
    for item, links in zip(asked, found, strict=True):
        if links and item not in done:
            writer.add(links.come)
            done |= links.worked
    return done


def _alone() -> Generator[None]:
    """No help."""
    yield from ()


def _settle(writer: Writer, come: list[Lines], over: set[Bucket]) -> None:
    """Write links, and after them take the marks of their buckets away."""
    writer.add(*come)
    writer.write(set(buckets.mark(over)), set())
    come.clear()
    over.clear()


def work_out(reader: Reader, item: Bucket) -> Links:
    """The links of a bucket and of those that are worked out with it."""
    sort, name = item
    if sort == buckets.ORGANIZATION:
        bodies, old, new = organization_quads(reader, NamedNode(name))
        return Links({(buckets.ORGANIZATION, body.value) for body in bodies}, packed(old - new), packed(new - old))
    namespace, work = {buckets.COUNTRY: (COUNTRIES, _country), buckets.AGREEMENTS: (AGREEMENTS, _agreements)}[sort]
    graph = NamedNode(namespace + quote(name))
    old, new = set(reader.store.quads_for_pattern(None, None, None, graph)), set(work(reader, name, graph))
    return Links({item}, packed(old - new), packed(new - old))


def _country(reader: Reader, country: str, graph: NamedNode) -> Iterator[Quad]:
    """What the reports say of one country over the years."""
    about = reader.documents(country)

    def said(kind: type[Fact]) -> list[Member]:
        return [member for source in about for member in reader.said(source, kind)]

    for work, kind in ((laws, Law), (plans, Plan), (facilities, Facility)):
        members = _of_country(reader, kind, country, said(kind)) if kind is Law else said(kind)
        for entity in work(country, members):
            yield from entity_quads(entity, graph)
    yield from figure_quads(said(Statistic), graph)
    yield from recommendation_quads(said(Recommendation), reader, graph)
    yield from tier_quads(_of_country(reader, TierRanking, country, said(TierRanking)), graph)


def _of_country(reader: Reader, kind: type[Fact], country: str, said: list[Member]) -> list[Member]:
    """The facts of a kind that name the country, of whatever document, and those of its documents that name none."""
    named = reader.having(prop("country"), NamedNode(place_iri(country)), kind)
    return [*named, *(member for member in said if member.word("country") is None)]


def _agreements(reader: Reader, country: str, graph: NamedNode) -> Iterator[Quad]:
    """The agreements that are kept under a country."""
    named = list(reader.having(prop("parties"), NamedNode(place_iri(country)), Agreement))
    nodes = {member.node for member in named}
    said = (member for source in reader.documents(country) for member in reader.said(source, Agreement) if member.node not in nodes)
    for entity in agreements(country, [member for member in (*named, *said) if bucket(member) == country]):
        yield from entity_quads(entity, graph)
