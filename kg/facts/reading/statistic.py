"""Reading of statistic facts: each count of a sentence with what governs it, or with the count that it is compared to or a part of."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from kg.facts.model import Fact, ordered
from kg.facts.reading.evidence import of_tokens
from kg.facts.reading.statistic_actor import actor
from kg.facts.reading.statistic_counts import Count, counts
from kg.facts.reading.statistic_events import Governed, Trigger, governing, triggers
from kg.facts.reading.statistic_links import link, reference
from kg.facts.reading.statistic_period import period
from kg.facts.statistic import Statistic
from kg.language.model import Annotated, Sentence
from kg.language.qualifiers import qualify
from kg.vocabulary.measures import Measure

NOUN_UNITS: Final = {
    "investigations": "investigations", "prosecutions": "cases", "convictions": "offenders", "acquittals": "offenders", "arrests": "arrests",
    "sentences": "offenders", "calls": "calls",
}  # fmt: skip
ZERO_MEASURES: Final = frozenset(
    "investigations prosecutions convictions acquittals arrests suspects sentences victims_identified victims_assisted victims_referred victims_repatriated people_trained deportations calls".split()
)
MARKERS: Final = frozenset("no none any single zero both".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """A count that was understood: a fact, and how it was."""

    count: Count
    fact: Statistic
    group: str
    direct: bool
    sentence: Sentence


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read the statistics sentence by sentence; what a sentence says last is what the next may refer to."""
    before: list[Reading] = []
    for sentence in annotated.sentences:
        if sentence.section in {"recommendations", "header"} or not _worth(annotated, sentence):
            continue
        near = [r for r in before if sentence.index - r.sentence.index <= 2 and r.sentence.section == sentence.section]
        found = list(_sentence(annotated, sentence, near))
        yield from (r.fact for r in found)
        if found:
            before = [r for r in near if r.sentence.group == sentence.group] + found


def _worth(annotated: Annotated, sentence: Sentence) -> bool:
    return bool(sentence.quantities) or any(t.lower in MARKERS for t in annotated.tokens[sentence.first : sentence.last])


def _sentence(annotated: Annotated, sentence: Sentence, near: list[Reading]) -> Iterator[Reading]:
    all_counts = counts(annotated, sentence)
    found = triggers(annotated, sentence)
    done: list[Reading] = []
    for index, count in enumerate(all_counts):
        end = all_counts[index + 1].first if index + 1 < len(all_counts) else sentence.last
        read = list(_count(annotated, sentence, count, end, found, all_counts, [*near, *done]))
        done.extend(read)
        yield from read


def _count(
    annotated: Annotated,
    sentence: Sentence,
    count: Count,
    end: int,
    found: dict[int, Trigger],
    others: tuple[Count, ...],
    done: list[Reading],
) -> Iterator[Reading]:
    if count.money or count.group in {"time", "other"}:
        return
    how = link(annotated, sentence, count)
    if count.nouns:
        if not count.definite:
            yield from (
                _reading(annotated, sentence, count, end, Governed(m, count.head or count.first), how, done)
                for m in count.nouns
                if _allowed(annotated, sentence, count, m, count.first)
            )
        return
    governed = governing(annotated, sentence, count, found, others)
    if governed and not (how == "comparison" and count.group == "*" and all(g.at < count.first for g in governed)):
        yield from (
            _reading(annotated, sentence, count, end, g, how, done)
            for g in governed
            if _allowed(annotated, sentence, count, g.measure, g.at)
        )
        return
    if base := reference(annotated, sentence, count, how, done):
        yield _inherited(annotated, sentence, count, end, base, how)


def _allowed(annotated: Annotated, sentence: Sentence, count: Count, measure: Measure, at: int) -> bool:
    """Whether a zero is one: officials who were not punished are no statistic, and *any* needs a negation before it."""
    if not count.zero:
        return True
    if count.group == "official" or measure.measure not in ZERO_MEASURES:
        return False
    word = annotated.tokens[count.first].lower
    if word in {"any", "a", "one"}:
        return qualify(annotated, sentence, at if at < count.first else count.first).polarity == "negated"
    return True


def _reading(
    annotated: Annotated, sentence: Sentence, count: Count, end: int, governed: Governed, how: str, done: list[Reading]
) -> Reading:
    qualified = qualify(annotated, sentence, governed.at)
    measure = governed.measure.measure
    unit = count.unit or (None if count.zero else NOUN_UNITS.get(measure) if count.nouns else None)
    first = min(governed.at, count.first)
    fact = Statistic(
        doc=annotated.document.id,
        measure=measure,
        **count.numbers,
        comparator=count.comparator,
        unit=unit or _unit(done, measure),
        actor=actor(annotated, sentence, first, max(governed.at, count.last)),
        exploitation=_exploitation(sentence, count, end),
        victims=_victims(sentence, count),
        nationality=_nationality(sentence, count),
        polarity="negated" if qualified.polarity == "negated" and not count.zero else "affirmed",
        certainty="stated" if how == "comparison" else qualified.certainty,
        period=period(annotated, sentence, count, end, how),
        evidence=(of_tokens(annotated, *_extent(sentence, first, max(governed.at + 1, count.last), end)),),
        rule=f"statistic.{'zero' if count.zero else governed.measure.kind}",
    )
    return Reading(count, fact, count.group, how != "comparison", sentence)


def _unit(done: list[Reading], measure: str) -> str | None:
    return next((r.fact.unit for r in reversed(done) if r.fact.measure == measure), None)


def _inherited(annotated: Annotated, sentence: Sentence, count: Count, end: int, base: Reading, how: str) -> Reading:
    own = period(annotated, sentence, count, end, how)
    fact = replace(
        base.fact,
        **count.numbers,
        comparator=count.comparator,
        unit=count.unit or base.fact.unit,
        exploitation=_exploitation(sentence, count, end),
        victims=_victims(sentence, count),
        nationality=_nationality(sentence, count),
        certainty="stated" if how == "comparison" else base.fact.certainty,
        polarity="affirmed",
        period=own if how == "comparison" else own or base.fact.period,
        evidence=(of_tokens(annotated, *_extent(sentence, count.first, count.last, end)),),
        rule=f"statistic.{how or 'part'}",
    )
    return Reading(count, fact, base.group if count.group == "*" else count.group, False, sentence)


def _extent(sentence: Sentence, first: int, last: int, end: int) -> tuple[int, int]:
    """From the first word that matters to where the next count begins, but not into another clause."""
    stop = min(max(last, end), max(last, sentence.clause_of(last - 1).last))
    return first, stop


def _exploitation(sentence: Sentence, count: Count, end: int) -> tuple[str, ...]:
    return ordered(v for m in sentence.of("exploitation") if count.first <= m.first < end for v in m.value.split(","))


def _victims(sentence: Sentence, count: Count) -> tuple[str, ...]:
    return ordered(v for m in sentence.of("victims") if count.first <= m.first < count.last for v in m.value.split(","))


def _nationality(sentence: Sentence, count: Count) -> tuple[str, ...]:
    return ordered(m.value for m in sentence.of("place") if m.form == "demonym" and count.first <= m.first < count.last)
