"""Reading of statistic facts: each count of a sentence with what governs it, or with the count that it is compared to or a part of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.facts.model import Fact
from kg.facts.reading.relevance import about_trafficking
from kg.facts.reading.statistic_actor import actor
from kg.facts.reading.statistic_carried import alike_told, carried_over, compared_alike, with_those_told
from kg.facts.reading.statistic_comparatives import comparative, of_untold_number
from kg.facts.reading.statistic_composition import composed, done_to_part, led_to, rest_of
from kg.facts.reading.statistic_count import ENFORCED, PEOPLE, Count
from kg.facts.reading.statistic_course import in_course
from kg.facts.reading.statistic_estimates import cases_of_child_labor, estimates, further_estimates
from kg.facts.reading.statistic_events import Governed, governing
from kg.facts.reading.statistic_gaps import reprised
from kg.facts.reading.statistic_involved import accompanies, involved, of_cases_told
from kg.facts.reading.statistic_links import Reading, enumerated, joined, link, reference
from kg.facts.reading.statistic_making import UNITS, direct, heard, linked
from kg.facts.reading.statistic_money import funding, shares, unfunded
from kg.facts.reading.statistic_period import period, same_figure
from kg.facts.reading.statistic_refused import only_planned, refused
from kg.facts.reading.statistic_regrouped import of_calls, regrouped
from kg.facts.reading.statistic_respective import respective
from kg.facts.reading.statistic_scene import Scene, scene
from kg.facts.reading.statistic_terms import terms
from kg.facts.reading.statistic_told import done_to_all, in_both_years, newly_told, retold
from kg.facts.reading.statistic_trends import trend
from kg.facts.reading.statistic_zeros import once, zero_allowed
from kg.language.model import Annotated, Sentence
from kg.vocabulary.count_words import count_words
from kg.vocabulary.measures import Measure

MARKERS: Final = frozenset(
    "no none any another single both lone sole solitary neither nobody nothing first without nil not never yet failed resources budget "
    "funds funding".split()
)
_CONCERNING: Final = frozenset({"concerned", "involved", "related", "dealt", "concern", "involve"})
_UNTOLD: Final = count_words("untold")
"""What is not done about those of whom a figure tells all the same: 20 whose age was *not recorded*."""
_GONE: Final = count_words("at_large")
"""What became of those with whom nothing of what was counted was done: *four remained at large*."""
_TRIED: Final = frozenset({"arrested", "convicted", "acquitted", "indicted", "charged", "prosecuted", "detained", "apprehended"})
"""Verbs of what courts and police did, whose object may be one without a number: *convicted* a woman."""
_ABOUT: Final = frozenset({"about", "roughly", "nearly", "almost", "approximately", "virtually", "essentially"})
NEAR: Final = 2
"""How many sentences back a count may refer."""


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read the statistics sentence by sentence; what a sentence says last is what the next may refer to."""
    before: list[Reading] = []
    periods: dict[float, str] = {}
    for sentence in annotated.sentences:
        if (
            sentence.section in {"recommendations", "header"}
            or not _worth(annotated, sentence)
            or not about_trafficking(annotated, sentence, one_paragraph=True)
        ):
            continue
        near = [r for r in before if sentence.index - r.sentence.index <= NEAR and r.sentence.section == sentence.section]
        where = scene(annotated, sentence, periods)
        found = in_course(where, _sentence(where, near), near)
        yield from (r.fact for r in found if not only_planned(annotated, r))
        periods.update({r.fact.value: r.fact.period for r in found if r.fact.value and r.fact.period})
        if found:
            before = [*near, *found]


def _worth(annotated: Annotated, sentence: Sentence) -> bool:
    tokens = annotated.tokens[sentence.first : sentence.last]
    opens = tokens[0].lower in {"a", "an", "all", "they"}
    return bool(sentence.quantities) or opens or any(t.lower in MARKERS or (t.lower in _TRIED and t.pos == "VERB") for t in tokens)


def _sentence(where: Scene, near: Sequence[Reading]) -> list[Reading]:
    done: list[Reading] = []
    told: set[int] = set()
    money = list(funding(where, near))
    for number in (once(where, c) for c in where.counts):
        if number.first in told or (count := rest_of(where, number, [*near, *done])) is None:
            continue
        done.extend(m for m in money if m.count.first < count.first and m not in done)
        found = trend(where, count, [*near, *done]) or list(_count(where, count, [*near, *done]))
        told.update(r.count.first for r in found)
        done.extend([*found, *(s for r in found[-1:] if (s := _same_as(where, r)))])
    done.extend(_of_the_sentenced(r, done) for r in terms(where))
    done.extend(list(done_to_all(where, [*near, *done])))
    done.extend(estimates(where, done))
    done.extend([*further_estimates(where, done), *cases_of_child_labor(where, done)])
    done.extend(m for m in money if m not in done)
    done.extend([*shares(where, done), *unfunded(where, [*near, *done])])
    done.extend(list(in_both_years(where, done)))
    return done


def _of_the_sentenced(term: Reading, done: Sequence[Reading]) -> Reading:
    """A prison term with the period of those of whom the same sentence says that they were sentenced to it."""
    when = next((r.fact.period for r in done if r.sentence is term.sentence and r.fact.measure == "sentences" and r.fact.period), None)
    return term if term.fact.period or when is None else replace(term, fact=replace(term.fact, period=when))


def _count(where: Scene, count: Count, done: Sequence[Reading]) -> Iterator[Reading]:
    """What a count says: nothing, one fact, or one for each of several measures."""
    if _uncounted(where, count, done):
        return
    count = _of_those_told(where, count, done)
    if (told := _by_its_place(where, count, done) or retold(where, count, done)) is not None:
        yield told
        return
    if (first := newly_told(where, count, done)) is not None:
        yield first
    how = link(where, count) or ("comparison" if joined(where, count, done) else "")
    governed = _measures_of(where, count, how, done)
    how = how or ("comparison" if not governed and reprised(where, count) else "")
    if how and not count.definite and any(g.measure.kind in {"of", "noun"} and g.at < count.first for g in governed):
        how = ""
    if governed and not (how == "comparison" and count.group == "*" and all(g.at < count.first for g in governed)):
        yield from (
            r
            for g in governed
            if g.measure.measure != "none" and zero_allowed(where, count, g) and (r := _governed(where, count, g, how, done))
        )
    elif not governed and (made := composed(where, count, done)):
        yield made
    elif not count.nouns and (base := reference(where, count, how, done)) and _linked(where, count, how, done):
        for each in alike_told(base, done) if how == "comparison" else [base]:
            found = linked(where, count, each, how)
            alike = compared_alike(where, done) if how == "comparison" and found.fact.period is None else None
            yield replace(found, fact=replace(found.fact, period=found.fact.period or alike))
    elif not governed:
        untold = of_untold_number(where, count) if how == "comparison" else None
        yield from [untold] if untold else _ungoverned(where, count)


def _measures_of(where: Scene, count: Count, how: str, done: Sequence[Reading]) -> tuple[Governed, ...]:
    """What governs a count: nothing of a part of calls, and of those who stand with cases that they are suspects."""
    if of_calls(count, done):
        return ()
    governed = _measured(where, count, how) if count.nouns else governing(where, count)
    if count.nouns and count.money:
        governed = governing(where, replace(count, group="case")) or governed
    if not accompanies(where, count):
        return governed
    return tuple(
        replace(g, measure=replace(g.measure, measure="suspects")) if g.measure.measure == "investigations" else g for g in governed
    )


def _by_its_place(where: Scene, count: Count, done: Sequence[Reading]) -> Reading | None:
    """What a number says by its place in a list, beside the cases counted, or after a verb told before."""
    if (one := respective(where, count, done)) is not None:
        when = period(where, one[1], "comparison") or period(where, count, "")
        return linked(where, count, one[0], "comparison", period=when)
    if (with_them := involved(where, count, done)) is not None:
        return with_them
    if (part := done_to_part(where, count)) is not None:
        measure, at, unit = part
        return direct(where, count, measure, at, "verb", unit=unit)
    ended = led_to(where, count) if count.first > where.sentence.first + 1 else None
    when = ended and (period(where, count, "") or with_those_told(where, count, done))
    return direct(where, count, *ended, "led", unit="cases", period=when) if ended else None


def _of_those_told(where: Scene, count: Count, done: Sequence[Reading]) -> Count:
    """A bare number of people told before, with their class: shelter *to all 137*, care *to 102*."""
    if count.group == "*" and count.first > where.sentence.first and where.tokens[count.first - 1].lower == "whom":
        return _of_whom(where, count)
    if count.group != "*" or count.zero or count.money or not done or count.first == where.sentence.first:
        return count
    before, last = where.tokens[count.first - 1].lower, next((r for r in reversed(done) if r.how != "comparison"), done[-1])
    again = before in {"all", "the", "those", "these"} and any(r.fact.value == count.value for r in done)
    preposition = where.tokens[count.first - 2].lower if before == "all" else before
    given = preposition in {"to", "for"} and bool(governing(where, replace(count, group="victim"))) and not governing(where, count)
    told = str(last.fact.measure).startswith("victims") and (again or given)
    return replace(count, group="victim") if told else count


def _of_whom(where: Scene, count: Count) -> Count:
    """A number after *of whom* with the class of the people before it, if its verb counts them: 312, of whom 290 *were given* food."""
    people = next((c for c in reversed(where.counts) if c.last <= count.first and c.group in PEOPLE), None)
    if people is None or count.zero or count.money or governing(where, count):
        return count
    classed = replace(count, group=people.group)
    return classed if governing(where, classed) else count


def _uncounted(where: Scene, count: Count, done: Sequence[Reading]) -> bool:
    """Whether a number counts nothing that a statistic does: money, times, differences, shares of nobody told before."""
    if count.money not in {"", "percent"} or count.group in {"time", "other", "difference"} or _whole(where, count):
        return True
    if _unrelated(where, count) or _not_all(where, count):
        return True
    share = _share_of_told(where, count, done) or _of_those_done_to(where, count)
    return bool(count.money and count.group == "*" and not share) or _in_two_currencies(where, count)


def _unrelated(where: Scene, count: Count) -> bool:
    """Whether those counted are said to have to do with another matter: prosecuted two clerks for fraud *unrelated to trafficking*."""
    after = [t.lower for t in where.tokens[count.last : where.end(count)]]
    said = after[: next((n for n, w in enumerate(after) if w in {",", ";", "and", "but"}), len(after))]
    at = next((n for n, w in enumerate(said) if w == "unrelated" or said[n : n + 2] == ["not", "related"]), None)
    return at is not None and "trafficking" in said[at:]


def _not_all(where: Scene, count: Count) -> bool:
    """Whether it is only said that fewer than so many were: *not all of the 16* were tried."""
    before = [t.lower for t in where.tokens[max(where.sentence.first, count.first - 4) : count.first]]
    return before[:2] == ["not", "all"] or before[1:3] == ["not", "all"]


def _whole(where: Scene, count: Count) -> bool:
    """Whether a number is only that of which a share is told: two-thirds *of the 279* were women."""
    before = [t.lower for t in where.tokens[max(where.sentence.first, count.first - 2) : count.first]]
    told = count.last in where.triggers and where.triggers[count.last].bare
    return (
        not told and before == ["of", "the"] and any(q.unit == "percent" and q.last == count.first - 2 for q in where.sentence.quantities)
    )


def _of_those_done_to(where: Scene, count: Count) -> bool:
    """Whether a percentage is of those of whom a participle tells what befell them: 90 percent *of those convicted* were fined."""
    trigger = where.triggers.get(count.last)
    return count.whole == "those" and trigger is not None and trigger.bare and any("offender" in m.counts for m in trigger.measures)


def _share_of_told(where: Scene, count: Count, done: Sequence[Reading]) -> bool:
    """Whether a percentage of people told before is the subject of a verb: *25 percent were* in the end confirmed as victims."""
    follows = count.number_end < where.sentence.last and where.tokens[count.number_end].lower in {"were", "was"}
    return bool(follows and ((done and done[-1].group in PEOPLE) or _of_measured(where, count)))


def _ungoverned(where: Scene, count: Count) -> Iterator[Reading]:
    """What a number says that neither a word nor another number explains: by a comparative before it, or by those of whom it is a part."""
    if compared := comparative(where, count):
        yield compared
    elif not count.nouns and (told := _of_measured(where, count)):
        found = direct(where, count, *told, "part")
        dated = next((m.value for m in where.sentence.of("period") if told[1] < m.first < count.first), None)
        yield replace(found, fact=replace(found.fact, period=found.fact.period or dated))


def _of_measured(where: Scene, count: Count) -> tuple[str, int] | None:
    """The measure of those of whom a bare number is a part, which nothing told before: *Of those identified,* 260 were women."""
    tokens, first = where.tokens, where.sentence.first
    if (at := _included(where, count)) is not None:
        return "victims_identified", at
    of_those = [t.lower for t in tokens[first : first + 2]]
    if count.group != "*" or count.zero or not (of_those[0] in {"of", "among"} and of_those[-1] in {"the", "those"}):
        return None
    comma = next((i for i in range(first, count.first) if tokens[i].text == ","), first)
    opens = comma > first and count.last < where.sentence.last and tokens[count.last].lower in {"were", "was", "had"}
    found = (t for i, t in where.triggers.items() if i < comma and tokens[i].tag in {"VBN", "VBD", "JJ"})
    return next(((m.measure, t.first) for t in found for m in t.measures if m.kind == "verb" and _of_people(m)), None) if opens else None


def _of_people(measure: Measure) -> bool:
    """Whether a measure is of victims, or of those who were trained."""
    return "victim" in measure.counts or measure.measure == "people_trained"


def _included(where: Scene, count: Count) -> int | None:
    """The verb by which a sentence tells who the victims were: foreign victims *included* two Filipinas."""
    clause = where.sentence.clause_of(count.first)
    at = next((i for i in range(clause.first, count.first) if where.tokens[i].lower == "included"), None)
    if at is None or count.group != "person" or count.zero:
        return None
    said = [t.lower for t in where.tokens[clause.first : at] if t.lower not in {"have", "has", "had"}]
    return at if said and said[-1] == "victims" and len(said) <= 4 else None


def _same_as(where: Scene, reading: Reading) -> Reading | None:
    """The same figure for another period: 12 convictions, *the same number as in 2014*."""
    count = reading.count
    end = where.end(count)
    at = next((i for i in range(count.last, end) if same_figure(where, i)), None)
    named = None if at is None else next((m for m in where.sentence.of("period") if at < m.first < end), None)
    if at is None or named is None or _nearly(where, at):
        return None
    fact = reading.fact
    own = next((m.value for m in where.sentence.of("period") if count.first <= m.first < at), None)
    return (
        replace(reading, fact=replace(fact, period=named.value, certainty="stated", rule="statistic.same"), how="comparison")
        if own != named.value
        else None
    )


def _nearly(where: Scene, at: int) -> bool:
    """Whether a figure was only about the same: 23, *roughly the same* as in 2014."""
    return any(t.lower in _ABOUT for t in where.tokens[max(where.sentence.first, at - 2) : at])


def _linked(where: Scene, count: Count, how: str, done: Sequence[Reading]) -> bool:
    """Whether a number may be one of those that another counts; of calls also none may be."""
    return (of_calls(count, done) or _linkable(where, count, how)) and _in_list(where, count, done)


def _in_list(where: Scene, count: Count, done: Sequence[Reading]) -> bool:
    """Whether one named without a number, *and a boy*, ends a list of parts."""
    last = done[-1]
    return count.whole != "one" or (last.how == "part" and last.sentence is where.sentence and 0 < count.first - last.count.last <= 2)


def _linkable(where: Scene, count: Count, how: str) -> bool:
    """Whether a part is one: *none* only in a comparison, and no part of which something is denied."""
    if count.group == "report" or _for_whom(where, count):
        return False
    if how == "comparison" or enumerated(where, count):
        return True
    if count.zero:
        dated = where.tokens[count.first].lower == "none" and any(m.first - count.last in {0, 1} for m in where.sentence.of("period"))
        around = [where.tokens[i].lower for i in (count.first - 1, count.last)] if count.last < where.sentence.last else []
        about = any(m.first - count.last == 1 for m in where.sentence.of("exploitation"))
        gapped = about and around in (["and", "for"], ["but", "for"])
        return dated or gapped or (count.last < where.sentence.last and where.tokens[count.last].lower in _CONCERNING)
    after = where.tokens[count.last : where.end(count)]
    if any(t.lower in _GONE for t in after):
        return False
    return not any(t.lower in {"not", "n't"} and next_.lower not in _UNTOLD for t, next_ in pairwise((*after, *after[-1:])))


def _for_whom(where: Scene, count: Count) -> bool:
    """Whether a part is of what is for people, and not of people: 44 homes, *one of which was for* men."""
    after = [t.lower for t in where.tokens[count.last : count.last + 2]]
    return count.whole == "which" and after in (["was", "for"], ["were", "for"], ["is", "for"], ["are", "for"])


def _in_two_currencies(where: Scene, count: Count) -> bool:
    """Whether an amount of money follows a number in brackets, so that the number is money too."""
    opens = count.number_end < where.sentence.last and where.tokens[count.number_end].text == "("
    return opens and any(c.money and c.first == count.number_end + 1 for c in where.counts)


def _governed(where: Scene, count: Count, governed: Governed, how: str, done: Sequence[Reading]) -> Reading | None:
    """A governed count; one that is part of counts told before has their period if it has none."""
    if governed.measure.measure == "same":
        return _again(where, count, governed, done)
    governed = regrouped(where, count, governed)
    rule = "zero" if count.zero else governed.measure.kind
    if how == "comparison":
        sure = "reported" if heard(where, count) else "stated"
        found = direct(where, count, governed.measure.measure, governed.at, rule, certainty=sure, period=period(where, count, how))
        return replace(found, how=how)
    if refused(where, count, governed, done):
        return None
    found = direct(where, count, governed.measure.measure, governed.at, rule)
    if (told := of_cases_told(where, count, governed, done)) is not None:
        found = replace(found, fact=replace(found.fact, period=told))
    if found.fact.polarity == "negated" and ((not count.definite and governed.at >= count.last) or found.fact.measure == "suspects"):
        return None
    if count.definite and found.fact.period == "previous" and any(r.sentence is where.sentence for r in done):
        return replace(found, how="comparison")
    when = found.fact.period or where.told() or carried_over(where, count, governed.at, done)
    return replace(found, fact=replace(found.fact, period=when))


def _again(where: Scene, count: Count, governed: Governed, done: Sequence[Reading]) -> Reading | None:
    """What was counted before, counted by somebody else: an organization *put its own count at* 37."""
    base = next((r for r in reversed(done) if r.how != "comparison"), None)
    if base is None or count.zero:
        return None
    who = actor(where, governed.at, count.last)
    found = linked(where, count, base, "part", actor=who, certainty="reported", unit=UNITS.get(str(base.fact.measure), base.fact.unit))
    return replace(found, how="")


def _measured(where: Scene, count: Count, how: str) -> tuple[Governed, ...]:
    """The measures that a counted noun is; convictions of which sentences are told are sentences."""
    if (count.definite and how != "comparison") or _undone(where, count):
        return ()
    at = count.head or count.first
    if count.whole not in {"", "bare"} and (
        told := next((t for t in where.triggers.values() if t.measures[0].measure == "sentences"), None)
    ):
        return (Governed(told.measures[0], told.first),)
    return tuple(Governed(m, at) for m in count.nouns if not m.with_any or m.measure in ENFORCED or _told_of(where, count, m))


def _undone(where: Scene, count: Count) -> bool:
    """Whether what is counted was undone: *three convictions were overturned*."""
    undoing = (t for t in where.triggers.values() if any(m.measure == "none" and "event" in m.counts for m in t.measures))
    behind = (t.first - count.last if t.first >= count.last and t.passive else count.first - t.last for t in undoing)
    return any(0 <= n <= 3 for n in behind)


def _told_of(where: Scene, count: Count, measure: Measure) -> bool:
    """Whether the words that a noun wants stand around it, and labor is told of: no *reports of child labor*."""
    said = {t.lower for t in where.tokens[count.number_end : where.end(count)]}
    return bool(said & measure.with_any) and bool(said & count_words("at_work"))
