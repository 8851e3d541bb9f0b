"""Work out the links of all buckets that documents have touched."""

from collections.abc import Callable, Iterable, Iterator
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
from kg.graph.terms import prop
from kg.graph.writing import TOGETHER, Writer
from kg.vocabulary.iris import AGREEMENTS, COUNTRIES, place_iri

Progress = Callable[[Iterable[Bucket]], Iterable[Bucket]]


def link(writer: Writer, progress: Progress = iter) -> bool:
    """Work out what is marked; a bucket's mark goes once its links stand, so that an interrupted run is taken up again.

    Links that are only added are written together: no bucket reads what another one says. False where nothing was marked.
    """
    marked = buckets.pending(writer.settled())
    reader = Reader(writer.settled())
    done, over, come = set[Bucket](), set[Bucket](), set[Quad]()
    for item in progress(marked):
        if item not in done:
            worked, old, new = _work_out(reader, item)
            done |= worked
            if old - new:
                writer.write(old - new, new - old)
            else:
                come |= new - old
        over.add(item)
        if len(come) > TOGETHER:
            _settle(writer, come, over)
    _settle(writer, come, over)
    return bool(marked)


def _settle(writer: Writer, come: set[Quad], over: set[Bucket]) -> None:
    """Write links, and after them take the marks of their buckets away."""
    writer.write(set(), come)
    writer.write(set(buckets.mark(over)), set())
    come.clear()
    over.clear()


def _work_out(reader: Reader, item: Bucket) -> tuple[set[Bucket], set[Quad], set[Quad]]:
    """The buckets that are worked out with one, what the store has of their links, and what it should have."""
    sort, name = item
    if sort == buckets.ORGANIZATION:
        bodies, old, new = organization_quads(reader, NamedNode(name))
        return {(buckets.ORGANIZATION, body.value) for body in bodies}, old, new
    namespace, work = {buckets.COUNTRY: (COUNTRIES, _country), buckets.AGREEMENTS: (AGREEMENTS, _agreements)}[sort]
    graph = NamedNode(namespace + quote(name))
    return {item}, set(reader.store.quads_for_pattern(None, None, None, graph)), set(work(reader, name, graph))


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
