"""One thing over years and documents: its names as labels, the facts that mention it, and why they are held to be about one thing."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pyoxigraph import Literal, NamedNode, Quad

from kg.facts.model import Fact
from kg.graph.linking.members import Member, by_year
from kg.graph.terms import integer, skos, tip, type_
from kg.vocabulary.iris import ENTITY, hashed, place_iri

Item = TypeVar("Item")
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Entity:
    """One organization, law, agreement, plan or facility."""

    kind: type[Fact]
    key: tuple[str, ...]
    """What identifies it among those of its kind; the same members give the same key."""
    members: Sequence[Member]
    names: Sequence[tuple[Member, str]]
    """Each name with the fact that uses it."""
    reasons: frozenset[str]
    """Why the facts are held to be about one thing, in words."""
    country: str | None = None
    also: frozenset[str] = frozenset()
    """Names that are not the one to show."""

    @property
    def node(self) -> NamedNode:
        """Its node: the hash of kind and key."""
        return NamedNode(hashed(ENTITY, self.kind.kind.name, *self.key))


def known(kind: type[Fact]) -> NamedNode:
    """The class of the things that facts of a kind mention."""
    return tip(f"Known{kind.kind.term}")


def entity_quads(entity: Entity, graph: NamedNode) -> Iterator[Quad]:
    """All that is said of an entity."""
    node = entity.node
    yield Quad(node, type_, tip("Entity"), graph)
    yield Quad(node, type_, known(entity.kind), graph)
    shown, *others = by_use(entity.names)
    yield Quad(node, skos("prefLabel"), Literal(shown), graph)
    for name in {*others, *entity.also} - {shown}:
        yield Quad(node, skos("altLabel"), Literal(name), graph)
    for member in entity.members:
        yield Quad(node, tip("mention"), member.node, graph)
    for reason in entity.reasons if len(entity.members) > 1 else ():
        yield Quad(node, tip("identifiedBy"), Literal(reason), graph)
    if entity.country:
        yield Quad(node, tip("country"), NamedNode(place_iri(entity.country)), graph)
    years = sorted(m.source.year for m in entity.members if m.source.year is not None)
    if years:
        yield Quad(node, tip("firstReport"), integer(years[0]), graph)
        yield Quad(node, tip("lastReport"), integer(years[-1]), graph)


def by_use(names: Iterable[tuple[Member, str]]) -> list[str]:
    """Names, the one of most documents first, of equal ones the first in the alphabet."""
    uses = Counter(name for _, name in {(member.source.node, name) for member, name in names})
    return sorted(uses, key=lambda name: (-uses[name], name))


def grouped(items: Iterable[Item], key: Callable[[Item], Key | None]) -> dict[Key, list[Item]]:
    """Items by key, without those that have none."""
    found: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        value = key(item)
        if value is not None:
            found[value].append(item)
    return found


def united(items: Sequence[Item], why: Callable[[Item, Item], str | None]) -> list[tuple[list[Item], frozenset[str]]]:
    """Items in classes, two in one class where a chain of reasons joins them; the classes and their items in the order given."""
    parent = list(range(len(items)))
    reasons: dict[int, set[str]] = defaultdict(set)

    def top(n: int) -> int:
        while parent[n] != n:
            n = parent[n]
        return n

    for later in range(len(items)):
        for earlier in range(later):
            if reason := why(items[earlier], items[later]):
                reasons[later].add(reason)
                first, second = sorted((top(earlier), top(later)))
                parent[second] = first
    classes = grouped(range(len(items)), top)
    return [([items[n] for n in held], frozenset().union(*(reasons[n] for n in held))) for _, held in sorted(classes.items())]


def in_years(
    members: Iterable[Member], start: Callable[[Member], int | None], fits: Callable[[Member, list[Member]], bool]
) -> list[tuple[int | None, list[Member]]]:
    """Facts of one name by the year in which the thing begins; those that name no year go to the thing that they fit.

    Of several that fit it is the last that began by the report's year, else the first; those that fit none are together.
    """
    dated = grouped(by_year(members), start)
    classes: dict[int | None, list[Member]] = {year: list(held) for year, held in sorted(dated.items())}
    for member in by_year(members):
        if start(member) is None:
            year = member.source.year
            fitting = [begun for begun in sorted(dated) if fits(member, dated[begun])]
            before = [begun for begun in fitting if year is None or begun <= year]
            chosen = before[-1] if before else fitting[0] if fitting else None
            classes.setdefault(chosen, []).append(member)
    return list(classes.items())
