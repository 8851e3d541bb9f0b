"""Reading of statistic facts: each count of a sentence with what governs it, or with the count that it is compared to or a part of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.facts.model import Fact, ordered
from kg.facts.reading.evidence import of_tokens
from kg.facts.reading.statistic_actor import actor
from kg.facts.reading.statistic_counts import Count
from kg.facts.reading.statistic_events import Governed, governing
from kg.facts.reading.statistic_links import Reading, joined, link, reference
from kg.facts.reading.statistic_period import period
from kg.facts.reading.statistic_scene import Scene, scene
from kg.facts.statistic import Statistic
from kg.language.model import Annotated, Sentence
from kg.language.qualifiers import qualify
from kg.vocabulary.measures import Measure

UNITS: Final = {
    "investigations": "cases",
    "prosecutions": "cases",
    "convictions": "offenders",
    "acquittals": "offenders",
    "arrests": "offenders",
    "sentences": "offenders",
    "victims_identified": "victims",
    "victims_assisted": "victims",
    "victims_referred": "victims",
    "victims_repatriated": "victims",
    "calls": "calls",
}
"""What a measure counts where its words do not say it."""
NOUN_UNITS: Final = {**UNITS, "investigations": "investigations", "arrests": "arrests"}
MARKERS: Final = frozenset({"no", "none", "any", "single", "both"})


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read the statistics sentence by sentence; what a sentence says last is what the next may refer to."""
    before: list[Reading] = []
    for sentence in annotated.sentences:
        if sentence.section in {"recommendations", "header"} or not _worth(annotated, sentence):
            continue
        near = [r for r in before if sentence.index - r.sentence.index <= 2 and r.sentence.section == sentence.section]
        found = _sentence(scene(annotated, sentence), near)
        yield from (r.fact for r in found)
        if found:
            before = [r for r in near if r.sentence.group == sentence.group] + found


def _worth(annotated: Annotated, sentence: Sentence) -> bool:
    return bool(sentence.quantities) or any(t.lower in MARKERS for t in annotated.tokens[sentence.first : sentence.last])


def _sentence(where: Scene, near: Sequence[Reading]) -> list[Reading]:
    done: list[Reading] = []
    for count in where.counts:
        done.extend(_count(where, count, [*near, *done]))
    return done


def _count(where: Scene, count: Count, done: Sequence[Reading]) -> Iterator[Reading]:
    """What a count says: nothing, one fact, or one for each of several measures."""
    if count.money or count.group in {"time", "other"}:
        return
    how = link(where, count) or ("comparison" if count.group == "*" and joined(where, count, done) else "")
    governed = _measured(where, count) if count.nouns else governing(where, count)
    if how and any(g.measure.kind in {"of", "noun"} and g.at < count.first for g in governed):
        how = ""
    if governed and not (how == "comparison" and count.group == "*" and all(g.at < count.first for g in governed)):
        yield from (_direct(where, count, g, how, done) for g in governed if _allowed(where, count, g))
    elif not count.nouns and (base := reference(where, count, how, done)):
        yield _inherited(where, count, base, how)


def _measured(where: Scene, count: Count) -> tuple[Governed, ...]:
    """The measures that a counted noun is; convictions of which sentences are told are sentences."""
    if count.definite:
        return ()
    at = count.head or count.first
    if count.whole and (told := next((t for t in where.triggers.values() if t.measures[0].measure == "sentences"), None)):
        return (Governed(told.measures[0], told.first),)
    return tuple(Governed(m, at) for m in count.nouns)


def _allowed(where: Scene, count: Count, governed: Governed) -> bool:
    """Whether a zero is one: officials who were not punished are no statistic, and *any* needs a negation before it."""
    if not count.zero:
        return True
    if count.group == "official":
        return False
    if where.tokens[count.first].lower in {"any", "a", "one"}:
        at = min(governed.at, count.first)
        return qualify(where.annotated, where.sentence, at).polarity == "negated"
    return True


def _direct(where: Scene, count: Count, governed: Governed, how: str, done: Sequence[Reading]) -> Reading:
    qualified = qualify(where.annotated, where.sentence, governed.at)
    first, last = min(governed.at, count.first), max(governed.at + 1, count.last)
    comparison = how == "comparison"
    fact = Statistic(
        doc=where.annotated.document.id,
        measure=governed.measure.measure,
        **count.numbers,
        comparator=count.comparator,
        unit=_unit(count, governed.measure),
        actor=actor(where, governed, count),
        **_about(where, count),
        polarity="negated" if qualified.polarity == "negated" and not count.zero else "affirmed",
        certainty="stated" if comparison else qualified.certainty,
        period=period(where, count, how) or (None if comparison else _told(done, count)),
        evidence=(of_tokens(where.annotated, *_extent(where, first, last, count)),),
        rule=f"statistic.{'zero' if count.zero else governed.measure.kind}",
    )
    return Reading(count, fact, count.group, how if comparison else "", where.sentence)


def _told(done: Sequence[Reading], count: Count) -> str | None:
    """The period of the counts that a part refers to: of *the seven*, four."""
    return done[-1].fact.period if done and count.whole else None


def _unit(count: Count, measure: Measure) -> str | None:
    if count.unit:
        return count.unit
    if count.nouns:
        return None if count.zero else NOUN_UNITS.get(measure.measure)
    return UNITS.get(measure.measure)


def _inherited(where: Scene, count: Count, base: Reading, how: str) -> Reading:
    own = period(where, count, how)
    comparison = how == "comparison"
    fact = replace(
        base.fact,
        **count.numbers,
        comparator=count.comparator,
        unit=count.unit or base.fact.unit,
        **_about(where, count),
        certainty="stated" if comparison else base.fact.certainty,
        polarity="affirmed",
        period=own if comparison else own or base.fact.period,
        evidence=(of_tokens(where.annotated, *_extent(where, count.first, count.last, count)),),
        rule=f"statistic.{how or 'part'}",
    )
    return Reading(count, fact, base.group if count.group == "*" else count.group, how or "part", where.sentence)


def _extent(where: Scene, first: int, last: int, count: Count) -> tuple[int, int]:
    """From the first word that matters to where the next count begins, but not into another clause."""
    end = min(where.end(count), where.sentence.clause_of(last - 1).last)
    return first, max(last, end)


def _about(where: Scene, count: Count) -> dict[str, tuple[str, ...]]:
    """Exploitation, victims and nationality of what is counted."""
    sentence, end = where.sentence, where.end(count)
    inside = [m for m in sentence.mentions if count.first <= m.first < count.last]
    near = [m for m in sentence.of("exploitation") if count.first <= m.first < end]
    return {
        "exploitation": ordered(v for m in near for v in m.value.split(",")),
        "victims": ordered(v for m in inside if m.label == "victims" for v in m.value.split(",")),
        "nationality": ordered(m.value for m in inside if m.label == "place" and m.form == "demonym"),
    }
