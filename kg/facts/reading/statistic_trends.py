"""Trends: *prosecutions went up from three to eight* gives two figures; *arrests doubled to 44* one."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.facts.reading.statistic_count import Count, laboring_young
from kg.facts.reading.statistic_links import Reading
from kg.facts.reading.statistic_making import direct
from kg.facts.reading.statistic_phrases import line, noun_measures, phrase
from kg.facts.reading.statistic_scene import Scene
from kg.facts.reading.statistic_triggers import Trigger
from kg.vocabulary.count_words import count_words
from kg.vocabulary.measures import trends as verbs

_UNLIKE: Final = frozenset({"time", "other", "difference"})
_ESTIMATING: Final = count_words("supposed")
_CHANGES: Final = count_words("change")
_IDENTIFYING: Final = frozenset({"identification", "identifications"})
_PUTTING: Final = frozenset({"put", "puts", "placed", "set"})
PUT: Final = 18
"""How far before what is counted the verb may stand that tells its number."""
REACH: Final = 8
"""How far after victims the clause may begin that describes them."""
_LEVELS: Final = frozenset({"to", "at", *verbs()})


def trend(where: Scene, count: Count, near: Sequence[Reading]) -> list[Reading]:
    """The two ends of a trend that begins at a count, or the level that the count is; none where it is neither."""
    if count.group in _UNLIKE or count.money or count.first <= where.sentence.first:
        return []
    subject = _subject(where, count)
    if subject is None:
        return []
    measure, at = subject
    if measure == "sentences":
        return []
    people = {"unit": "people"} if measure == "children_in_labor" else {}
    if ends := _ends(where, count, at):
        earlier, later = ends
        after = direct(where, later, measure, at, "trend", period=_period(where, later, near, ""), **people)
        known = people or {"period": "previous", "certainty": "stated"}
        when = {"period": dated} if (dated := _period(where, earlier, near, "comparison")) or people else {}
        before = direct(where, earlier, measure, at, "trend", **{**known, **when})
        return [after, replace(before, how="comparison")]
    if not (
        _level(where, count, at) or (not measure.startswith("victims") and _put(where, count, at)) or _level_again(where, count, at, near)
    ):
        return []
    told = direct(where, count, measure, at, "level", **people)
    within = next((m.value for m in where.sentence.of("period") if at < m.first < count.first), None)
    return [replace(told, fact=replace(told.fact, period=within or told.fact.period))]


def _ends(where: Scene, count: Count, at: int) -> tuple[Count, Count] | None:
    """The figures after *from* and after *to*; a range right after *from* is both."""
    tokens = where.tokens
    if "from" not in {tokens[count.first - 1].lower, tokens[count.first].lower}:
        return None
    if not any(t.lower in verbs() or t.lower in _CHANGES for t in tokens[at + 1 : count.first]) and at < count.first - 3:
        return None
    if at in where.triggers and tokens[at].pos == "VERB" and at >= count.first - 2:
        return None
    if count.min is not None and count.max is not None:
        low = replace(count, value=count.min, min=None, max=None)
        return low, replace(count, value=count.max, min=None, max=None)
    following = next((c for c in where.counts if c.first > count.first), None)
    if following and tokens[following.first - 1].lower == "to" and following.first - count.last <= 8:
        return count, following
    return None


def _level(where: Scene, count: Count, at: int) -> bool:
    """Whether a verb of trends, between the measure and a bare number, says that the measure is that number."""
    tokens = where.tokens
    between = tokens[at + 1 : count.first]
    verb = next((i for i in range(at + 1, count.first) if tokens[i].lower in verbs()), count.first)
    if any(t.text == "," or t.lower == "age" for t in tokens[at + 1 : verb]):
        return False
    bare = count.group == "*" and not count.whole
    before = next((t for t in reversed(between) if t.lower not in {"a", "mere", "only", "just"}), tokens[count.first - 1])
    return bare and before.lower in _LEVELS and any(t.lower in verbs() for t in between) and len(between) <= 10


def _put(where: Scene, count: Count, at: int) -> bool:
    """Whether somebody tells the number of what is counted: the ministry *put the number of* prosecutions at 40."""
    if count.group != "*" or count.whole or [t.lower for t in where.tokens[at + 1 : count.first]] != ["at"]:
        return False
    words = [t.lower for t in where.tokens[max(where.sentence.first, at - PUT) : at]]
    return any(a == "number" and b == "of" for a, b in pairwise(words)) and bool(_PUTTING & set(words))


def _level_again(where: Scene, count: Count, at: int, near: Sequence[Reading]) -> bool:
    """Whether the verb of a trend told just before is to be repeated: prosecutions fell to 24 and *convictions to 10*."""
    last = next((r for r in reversed(near) if r.sentence is where.sentence), None)
    told = last is not None and last.fact.rule in {"statistic.level", "statistic.trend"}
    return told and count.group == "*" and not count.whole and [t.lower for t in where.tokens[at + 1 : count.first]] in ([], ["to"], ["at"])


def _by(where: Scene, count: Count) -> bool:
    """Whether a number is only how much something changed: rose *by half* to 33."""
    return count.first > where.sentence.first and where.tokens[count.first - 1].lower == "by"


def _subject(where: Scene, count: Count) -> tuple[str, int] | None:
    """The measure whose trend it is, and its token: a counted noun, or the verb of *the number of victims identified*."""
    if count.nouns and where.tokens[count.first - 1].lower == "from":
        return count.nouns[0].measure, count.head or count.first
    counted = {i for c in where.counts if c.first < count.first and not _by(where, c) for i in range(c.first, c.last)}
    for i in range(count.first - 1, max(where.sentence.first, count.first - 16) - 1, -1):
        if i in counted:
            return None
        if where.tokens[i].lower == "victims" and _alone(where, i):
            if described := _described(where, i) or _relative(where, i, count):
                return described, i
            words = {t.lower for t in where.tokens[where.sentence.first : count.first]}
            return ("victims_estimated" if words & _ESTIMATING else "victims_identified"), i
        if where.tokens[i].lower in _IDENTIFYING and where.tokens[i - 1].lower == "victim":
            return "victims_identified", i
        if named := _named(where, i):
            return named, i
        trigger = where.triggers.get(i)
        if trigger and where.tokens[i].tag == "VBG" and (assisted := _undergoing(where, trigger, count)):
            return assisted, i
        if (
            trigger
            and trigger.bare
            and not _of_others(where, trigger)
            and (measure := next((m.measure for m in trigger.measures if m.kind == "verb" and m.counts & {"victim", "offender"}), None))
        ):
            return measure, i
    return None


def _named(where: Scene, i: int) -> str | None:
    """The measure of a noun that is counted itself, or of child laborers and working children."""
    if laboring_young(where.tokens, max(where.sentence.first, i - 3), i):
        return "children_in_labor"
    noun = noun_measures().get(where.tokens[i].lower)
    return noun.measure if noun else None


def _alone(where: Scene, victims: int) -> bool:
    """Whether victims themselves are counted, and nothing that is for them or done to them: assistance *for* victims is nil."""
    i = victims - 1
    if i in where.triggers or victims + 1 in where.triggers:
        return False
    while i > where.sentence.first and where.tokens[i].pos in {"NOUN", "ADJ"}:
        i -= 1
    return where.tokens[i].lower not in {"for", "to", "by"}


def _described(where: Scene, victims: int) -> str | None:
    """The measure of a participle that describes victims before other words do: the number of *assisted minor victims*."""
    i = victims - 1
    while i > where.sentence.first and where.tokens[i].pos in {"NOUN", "ADJ"}:
        i -= 1
    trigger = where.triggers.get(i)
    return next((m.measure for m in trigger.measures if m.kind == "verb" and "victim" in m.counts), None) if trigger else None


def _relative(where: Scene, victims: int, count: Count) -> str | None:
    """The measure of what victims are said to get: the number of victims of trafficking *who received assistance* fell to 59."""
    tokens = where.tokens
    at = next((i for i in range(victims + 1, min(victims + REACH, count.first)) if tokens[i].lower == "who"), None)
    trigger = next((where.triggers[i] for i in range(at, min(at + 4, count.first)) if i in where.triggers), None) if at else None
    if trigger is None:
        return None
    said = {t.lower for t in tokens[trigger.last : count.first]}
    kinds = {"verb"} if trigger.passive else {"subject"}
    fitting = (m for m in trigger.measures if m.kind in kinds and "victim" in m.counts and (not m.with_any or m.with_any & said))
    return next((m.measure for m in fitting), None)


def _of_others(where: Scene, trigger: Trigger) -> bool:
    """Whether a participle describes people whom its verb does not count: the number of *documented foreign workers*."""
    found = phrase(line(where.annotated, where.sentence), trigger.last)
    return found.head is not None and not any(found.group in m.counts for m in trigger.measures if m.kind == "verb")


def _undergoing(where: Scene, trigger: Trigger, count: Count) -> str | None:
    """The measure of a participle whose subject is counted: the number of victims *receiving assistance*."""
    said = {t.lower for t in where.tokens[trigger.last : count.first]}
    before = where.tokens[trigger.first - 1].lower
    fitting = (
        m.measure for m in trigger.measures if m.kind == "subject" and "victim" in m.counts and (not m.with_any or m.with_any & said)
    )
    return next(fitting, None) if before == "victims" else None


def _period(where: Scene, count: Count, near: Sequence[Reading], how: str) -> str | None:
    """The figure's own year, else that of the sentence's other figures; the earlier end has that of a comparison."""
    end = where.end(count)
    own = next((m.value for m in where.sentence.of("period") if count.last <= m.first < end), None)
    if own:
        return own
    return next((r.fact.period for r in reversed(near) if r.sentence is where.sentence and r.how == how), None)
