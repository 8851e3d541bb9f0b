"""Numbers that take up what was told before: what was done to *all of them*, *none* of the calls, *Nigerians (61)*."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.facts.reading.statistic_actor import actor
from kg.facts.reading.statistic_count import PEOPLE, Count
from kg.facts.reading.statistic_links import Reading
from kg.facts.reading.statistic_making import direct, linked
from kg.facts.reading.statistic_period import period
from kg.facts.reading.statistic_scene import Scene
from kg.facts.reading.statistic_triggers import BE, HAVE, Trigger
from kg.language.clauses import FINITE
from kg.language.qualifiers import qualify
from kg.vocabulary.count_words import count_words
from kg.vocabulary.measures import Measure, counted, measures

_ALL: Final = (
    ("all", "of", "them"),
    ("all", "victims"),
    ("all", "the", "victims"),
    ("all", "identified", "victims"),
    ("all", "victims", "identified"),
    ("all",),
)
_THEM: Final = (*_ALL, ("each", "of", "them"), ("both", "of", "them"), ("them",), ("them", "all"), ("the", "victims"))
"""Objects that are all those told before."""
_WHO: Final = (*_ALL, ("all", "of", "whom"), ("each", "of", "whom"), ("both", "of", "whom"), (",", "who"), ("they",))
"""Subjects that are all those told before."""
_BARE: Final = frozenset({("all",), ("they",)})
"""Those that are so only where a part of a sentence opens with them."""
_GIVING: Final = frozenset({"provide", "offer", "give", "extend", "deliver", "grant", "render"})
_CARE: Final = frozenset({"victims_referred", "victims_assisted", "victims_repatriated"})
_TAKING: Final = count_words("answering")
_CONCERNING: Final = frozenset({"concerned", "involved", "related", "dealt", "recorded", "about"})
_LINES: Final = count_words("line") | {"line", "lines", "another"}
_NEAR: Final = 4
"""How many words may stand between a subject and its verb."""
_ASKING: Final = frozenset({"whether", "if", "how", "unless"})
_BEFORE_DATE: Final = 3
"""How many words may stand between a number and its year."""
_SUBJECT: Final = 14
"""How many words before a verb its subject may begin."""


def done_to_all(where: Scene, done: Sequence[Reading]) -> Iterator[Reading]:
    """What was done to all who were counted before: identified 34 victims and *referred them* to shelters, *all of whom received* care."""
    for trigger in where.triggers.values() if any(_of_victims(reading) for reading in done) else ():
        at = _object(where, trigger) or _subject(where, trigger)
        base = at and _whole(where, at[0], done)
        measure = base and next((m for m in trigger.measures if _fits(where, trigger, m, base)), None)
        if not (at and base and measure) or qualify(where.annotated, where.sentence, trigger.first).polarity == "negated":
            continue
        fact = base.fact
        if any(r.fact.measure == measure.measure and r.fact.value == fact.value for r in done if r.sentence is where.sentence):
            continue
        count = Count(fact.value, fact.min, fact.max, fact.comparator or "exactly", "", at[0], at[1], at[1], group=base.group)
        known = {"unit": fact.unit, "victims": fact.victims, "nationality": fact.nationality, "exploitation": fact.exploitation}
        yield direct(where, count, measure.measure, trigger.first, "all", period=period(where, count, "") or fact.period, **known)


def _object(where: Scene, trigger: Trigger) -> tuple[int, int] | None:
    """The tokens right behind an active verb that mean all those told before, of whom no number or noun follows."""
    begin = trigger.last
    if any(m.kind == "of" for m in trigger.measures) and _given(where, trigger.first):
        begin += begin < where.sentence.last and where.tokens[begin].lower in {"to", "for"}
    elif trigger.passive or where.tokens[trigger.first - 1].lower == "to":
        return None
    for words in _THEM:
        end = begin + len(words)
        if tuple(t.lower for t in where.tokens[begin:end]) == words and _closed(where, end, words):
            return begin, end
    return None


def _given(where: Scene, noun: int) -> bool:
    """Whether a noun is what somebody gives: *provided* medical care and *shelter*."""
    clause = where.sentence.clause_of(noun)
    return any(t.lemma in _GIVING and t.tag in FINITE | {"VBG", "VBN"} for t in where.tokens[max(clause.first, noun - 7) : noun])


def _closed(where: Scene, end: int, words: tuple[str, ...]) -> bool:
    after = where.tokens[end] if end < where.sentence.last else None
    return words[-1] in {"them", "victims"} or after is None or after.pos in {"ADP", "PUNCT", "CCONJ", "PART"}


def _subject(where: Scene, trigger: Trigger) -> tuple[int, int] | None:
    """The tokens before a passive verb, or one that its subject counts by, that mean all those told before."""
    if not trigger.passive and not any(m.kind == "subject" for m in trigger.measures):
        return None
    for words in _WHO:
        for end in range(trigger.first, max(where.sentence.first + len(words), trigger.first - _NEAR) - 1, -1):
            begin = end - len(words)
            between = where.tokens[end : trigger.first]
            if tuple(t.lower for t in where.tokens[begin:end]) == words and all(t.pos in {"AUX", "ADV"} for t in between):
                return (begin, end) if words not in _BARE or _opens(where, begin) else None
    return None


def _opens(where: Scene, i: int) -> bool:
    return i == where.sentence.first or where.tokens[i - 1].text in {",", ";", ":"}


def _kinds(where: Scene, trigger: Trigger) -> frozenset[str]:
    """The kinds of measures that a verb or noun with people told before may be, by where they stand."""
    if found := _object(where, trigger):
        return frozenset({"of" if found[0] > trigger.last else "verb"})
    return frozenset({"verb", "subject"} if trigger.passive else {"subject"})


def _of_victims(reading: Reading) -> bool:
    """Whether those who were found or helped are counted."""
    return reading.fact.measure in {"victims_identified", *_CARE} and reading.group in {"victim", "person"}


def _whole(where: Scene, at: int, done: Sequence[Reading]) -> Reading | None:
    """The people counted last before a token, with no others between."""
    before = [r for r in done if r.sentence is not where.sentence or r.count.first < at]
    last = next((r for r in reversed(before) if not r.how), None)
    if last is None or not _of_victims(last):
        return None
    goes_on = at == where.sentence.first and last.sentence.index == where.sentence.index - 1
    if where.tokens[at].lower == "they":
        goes_on = goes_on and last.sentence.group == where.sentence.group
    if not (goes_on or last.sentence is where.sentence) or not last.fact.value:
        return None
    begin = last.count.last if last.sentence is where.sentence else where.sentence.first
    if any(t.lower in _ASKING for t in where.tokens[begin:at]):
        return None
    parts = {i for r in done if r.how and r.sentence is where.sentence for i in range(r.count.first, r.count.last + _NEAR)}
    others = (counted().get(where.tokens[i].lower) for i in range(begin, at) if i not in parts)
    return None if any(o is not None and o.group in PEOPLE - {"victim"} for o in others) else last


def _fits(where: Scene, trigger: Trigger, measure: Measure, base: Reading) -> bool:
    """Whether a measure is of care for people such as those told before, other than what was told of them."""
    if measure.measure not in _CARE or measure.measure == base.fact.measure or measure.kind not in _kinds(where, trigger):
        return False
    if base.group not in measure.counts:
        return False
    if not measure.with_any:
        return True
    last = min(where.sentence.last, max(where.sentence.clause_of(trigger.first).last, trigger.last + 8))
    return any(t.lower in measure.with_any for t in where.tokens[trigger.first : last])


def in_both_years(where: Scene, done: Sequence[Reading]) -> Iterator[Reading]:
    """The same figure of a further year: compared with 12 *in both 2012 and 2011*."""
    dates = where.sentence.of("period")
    if any(t.lower == "respectively" for t in where.tokens[where.sentence.first : where.sentence.last]):
        return
    for reading in done:
        if reading.sentence is not where.sentence or reading.fact.period is None:
            continue
        first = next((m for m in dates if m.first >= reading.count.last and m.value == reading.fact.period), None)
        further = first and next((m for m in dates if m.first == first.last + 1 and where.tokens[first.last].lower == "and"), None)
        if not (first and further) or not (reading.how == "comparison" or where.tokens[first.first - 1].lower == "both"):
            continue
        alone = not any(reading.count.last <= c.first < first.first or c.first == further.last for c in where.counts)
        near = first.first - reading.count.last <= _BEFORE_DATE
        if alone and near and first.value.isdigit() and further.value.isdigit():
            yield replace(reading, fact=replace(reading.fact, period=further.value), how="comparison")


def newly_told(where: Scene, count: Count, done: Sequence[Reading]) -> Reading | None:
    """A definite number that nobody told before, by its own words: Of *the 900 calls*, 40 …; *the 61 identified victims* …"""
    if not count.definite or count.zero or count.money or count.head is None:
        return None
    told: tuple[str, int] | None = None
    opens = count.first == where.sentence.first + 2 and where.tokens[where.sentence.first].lower in {"of", "among"}
    if opens and count.nouns and count.nouns[0].measure == "calls":
        told = ("calls", count.head)
    elif count.group == "victim":
        inside = range(count.number_end, count.head)
        found = ((m.measure, i) for i in inside if where.tokens[i].lower == "identified" for m in measures()["identified"])
        told = next(((measure, i) for measure, i in found if measure == "victims_identified"), None)
    if told is None or any(r.fact.measure == told[0] and r.fact.value == count.value for r in done):
        return None
    return direct(where, count, told[0], told[1], "definite")


def retold(where: Scene, count: Count, done: Sequence[Reading]) -> Reading | None:
    """A bare number of what was counted before, by its place: of calls that another line took, of none of them, of people of a country."""
    if count.group != "*" or count.money or count.definite or count.whole:
        return None
    last = next((r for r in reversed(done) if r.how != "comparison"), None)
    if last is None:
        return None
    if last.fact.measure == "calls" and last.sentence.index >= where.sentence.index - 1:
        if count.zero:
            return linked(where, count, last, "part") if _of_none(where, count) else None
        return _of_another_line(where, count, last)
    if not count.zero and _given_too(where, count, last):
        return linked(where, count, last, "part")
    if not count.zero and last.fact.measure in {"victims_identified", "victims_assisted"}:
        return _from_country(where, count, done)
    return None


def _given_too(where: Scene, count: Count, last: Reading) -> bool:
    """Whether a number is of those to whom something else was given: gave shelter to 66 victims *and job training to 24*."""
    if last.fact.measure != "victims_assisted" or last.sentence is not where.sentence or where.tokens[count.first - 1].lower != "to":
        return False
    between = where.tokens[last.count.last : count.first]
    joined = bool(between) and (between[0].lower == "and" or between[0].text == ",") and where.tokens[last.count.first - 1].lower == "to"
    after = where.tokens[count.last] if count.last < where.sentence.last else None
    return joined and not any(t.tag in FINITE for t in between) and (after is None or after.pos in {"PUNCT", "CCONJ"})


def _of_none(where: Scene, count: Count) -> bool:
    """Whether *none* is none of the calls: *but none concerned* trafficking, *none was about* it."""
    after = [t.lower for t in where.tokens[count.last : count.last + 3]]
    after = after[1:] if after[:1] and after[0] in {*BE, *HAVE} else after
    return where.tokens[count.first].lower == "none" and bool(after) and after[0] in _CONCERNING


def _of_another_line(where: Scene, count: Count, last: Reading) -> Reading | None:
    """A number of calls that another hotline took: and *a second line, run by an NGO, received 206*."""
    verb = count.first - 1
    if verb <= where.sentence.first or where.tokens[verb].lower not in _TAKING or where.tokens[verb].pos != "VERB":
        return None
    after = where.tokens[count.last] if count.last < where.sentence.last else None
    begin = max(where.sentence.first, verb - _SUBJECT, last.count.last if last.sentence is where.sentence else 0)
    named = any(t.lower in _LINES for t in where.tokens[begin:verb])
    plain = after is None or after.pos in {"ADP", "PUNCT", "CCONJ"}
    return linked(where, count, last, "part", actor=actor(where, verb, count.last)) if named and plain else None


def _from_country(where: Scene, count: Count, done: Sequence[Reading]) -> Reading | None:
    """A number in brackets behind a country or people of those told before: victims from *Nigeria (44)*, *Togo (23)*."""
    opening, tokens = count.first - 1, where.tokens
    if tokens[opening].text != "(" or count.last >= where.sentence.last or tokens[count.last].text not in {")", ","}:
        return None
    place = next((m for m in where.sentence.of("place") if m.last == opening), None)
    victims = any((known := counted().get(t.lower)) and known.group == "victim" for t in tokens[where.sentence.first : opening])
    base = next((r for r in reversed(done) if not r.how and str(r.fact.measure).startswith("victims_")), None)
    if place is None or not victims or base is None or place.value.startswith("region:"):
        return None
    found = linked(where, count, base, "part", unit=base.fact.unit)
    return replace(found, fact=replace(found.fact, nationality=(place.value,)))
