"""Estimates of how many people are exploited, which nobody counted one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.facts.model import ordered
from kg.facts.reading.statistic_actor import named_before, named_source
from kg.facts.reading.statistic_count import PEOPLE, Count, child_laborers
from kg.facts.reading.statistic_links import Reading
from kg.facts.reading.statistic_making import direct, linked
from kg.facts.reading.statistic_scene import Scene
from kg.language.clauses import FINITE
from kg.vocabulary.count_words import count_words
from kg.vocabulary.measures import counted

_ESTIMATING: Final = count_words("estimating")
_RANGING: Final = count_words("ranging")
_FIGURES: Final = count_words("figures")
_FACING: Final = count_words("facing")
_SUFFERED: Final = count_words("suffered")
_SUFFERING: Final = count_words("suffering")
_YOUNG: Final = frozenset({"children", "minors", "child"})
_MINORS: Final = frozenset({"children", "minors", "girls", "boys"})
_ENSLAVED: Final = count_words("enslaved")
_OTHERS: Final = count_words("kin")
_LABOR: Final = count_words("labor")
_ENGAGED: Final = count_words("engaged")
_POINTING: Final = frozenset({"this", "such", "these"})
_OF_SOME: Final = (["some", "of", "them"], ["many", "of", "them"], ["some", "of", "whom"], ["many", "of", "whom"])
"""What is told of only some of those counted: 40,000 children work, *some of them* in forced labor."""
_PUTTING: Final = frozenset({"put", "puts", "putting", "place", "places", "placed", "set", "sets"})
_TELLING: Final = frozenset({"VBD", "VBZ", "VBP", "NN", "NNS"})
"""Verbs and nouns with which somebody gives a number: a *study*, somebody *estimates*; not *an estimated* 500."""
_STATING: Final = count_words("stating")
_COUNTING: Final = count_words("counter")


def estimates(where: Scene, done: Sequence[Reading]) -> Iterator[Reading]:
    """Counts of people that nothing governs, where the clause says that they are exploited."""
    taken = {r.count.first for r in done}
    yield from (r for c in where.counts if c.first not in taken and (r := _number_at(where, c)))
    for count in where.counts:
        if count.first in taken or count.zero or count.definite or count.group not in PEOPLE - {"official", "offender"}:
            continue
        at = _estimated(where, count)
        if at is not None and (_exploited(where, count) or _figures(where, count)):
            source = _source(where, at)
            found = direct(where, count, _measure(where, count), at, "estimate", actor=source)
            if _may_be(where, count):
                yield replace(found, fact=replace(found.fact, certainty="possible"))
                continue
            said = where.tokens[at].lower in _ESTIMATING and where.tokens[at].tag in _TELLING
            told = (source or said) and found.fact.certainty == "stated"
            yield replace(found, fact=replace(found.fact, certainty="reported")) if told else found


def further_estimates(where: Scene, done: Sequence[Reading]) -> Iterator[Reading]:
    """Numbers that share the verb of an estimate, which is not said again: 30,000 children worked on farms, *5,100 in mines*."""
    taken = {r.count.first for r in done}
    told = [r for r in done if r.sentence is where.sentence and r.fact.rule == "statistic.estimate"]
    for count in where.counts if told else ():
        base = next((r for r in reversed(told) if r.count.last <= count.first), None)
        if count.first in taken or base is None or not (_shares_verb(where, base, count) or _part_of(where, count)):
            continue
        comparator = base.fact.comparator if count.comparator == "exactly" and base.fact.comparator == "approximately" else count.comparator
        found = linked(where, count, base, "part")
        yield replace(found, fact=replace(found.fact, comparator=comparator, certainty=base.fact.certainty))


def cases_of_child_labor(where: Scene, done: Sequence[Reading]) -> Iterator[Reading]:
    """Cases of child labor that are only said to be there, which is no estimate: *There were 200 cases of child labor*."""
    taken = {r.count.first for r in done}
    yield from (
        direct(where, c, "children_in_labor", c.head or c.first, "cases")
        for c in where.counts
        if c.first not in taken and not c.zero and c.group == "case" and _of_child_labor(where, c)
    )


def _shares_verb(where: Scene, base: Reading, count: Count) -> bool:
    """Whether a bare number goes on a list of where those of an estimate work: *, 5,100 in* mines*, and 900 in* hotels."""
    tokens, i = where.tokens, count.last
    listed = tokens[count.first - 1].text == "," or (tokens[count.first - 1].lower == "and" and tokens[count.first - 2].text == ",")
    if count.group != "*" or count.money != base.count.money or not listed or i + 1 >= where.sentence.last:
        return False
    dated = any(m.first <= i + 1 < m.last for m in where.sentence.of("period"))
    between = tokens[base.count.last : count.first]
    return tokens[i].lower in {"in", "on", "as"} and not dated and sum(t.tag in FINITE for t in between) <= 1


def _part_of(where: Scene, count: Count) -> bool:
    """Whether a number is a part of those of an estimate, of which no verb tells: 120,000 worked, *40,000 of them in* mines."""
    i = count.last
    bare = i + 1 < where.sentence.last and where.tokens[i].lower in {"in", "on", "as", "under"}
    return bare and count.whole in {"them", "whom"} and where.tokens[count.first - 1].text == ","


def _of_child_labor(where: Scene, count: Count) -> bool:
    """Whether a sentence says that there were so many cases of child labor."""
    tokens, first = where.tokens, where.sentence.first
    before = [t.lower for t in tokens[max(first, count.first - 5) : count.first]]
    head = count.head or count.first
    kind = [t.lower for t in (*tokens[head - 2 : head], *tokens[head + 1 : min(head + 4, where.sentence.last)])]
    return "there" in before and any(a == "child" and b in {"labor", "labour"} for a, b in pairwise(kind))


def _number_at(where: Scene, count: Count) -> Reading | None:
    """A bare number at which somebody puts *the number of* exploited people."""
    tokens, first = where.tokens, where.sentence.first
    if (
        count.group != "*"
        or count.zero
        or count.money
        or count.first <= first
        or not {tokens[count.first - n].lower for n in (0, 1, 2)} & {"at", "from", "between"}
    ):
        return None
    begin = next((i for i in range(count.first - 1, max(first, count.first - 14), -1) if tokens[i].lower == "number"), None)
    named = {t.lower for t in tokens[begin or 0 : count.first]}
    about = named & (_SUFFERING | _LABOR | _ENSLAVED if named & _YOUNG else _SUFFERING)
    if begin is None or not (about or any(begin < m.first < count.first for m in where.sentence.of("exploitation"))):
        return None
    said = ordered(v for m in where.sentence.of("exploitation") if begin < m.first < count.first for v in m.value.split(","))
    words = {t.lower for t in tokens[begin : count.first]}
    if "at" not in words and not words & _RANGING:
        return None
    measure = "children_in_labor" if words & _YOUNG and words & _LABOR else "victims_estimated"
    put = {"certainty": "reported"} if _told_by_others({t.lower for t in tokens[first:begin]}) else {}
    return direct(where, count, measure, begin, "estimate", actor=named_before(where, begin), exploitation=said, unit="people", **put)


def _estimated(where: Scene, count: Count) -> int | None:
    """The token that makes a count an estimate: a verb of estimating, or the number itself where it is open or rounded."""
    found = next((i for i in range(where.sentence.first, count.last) if where.tokens[i].lower in _ESTIMATING), None)
    if found is not None:
        return found
    if named_source(where) or _according(where, count):
        return count.first
    large = (count.value or count.min or 0) >= 100
    return count.first if large and (count.comparator != "exactly" or count.min is not None) else None


def _according(where: Scene, count: Count) -> bool:
    """Whether a sentence opens with a source that is named for its figure: *According to a 2016 index,* 40,000 people …"""
    return [t.lower for t in where.tokens[where.sentence.first : where.sentence.first + 2]] == ["according", "to"] and not count.whole


def _told_by_others(before: set[str]) -> bool:
    """Whether somebody is said to put a number at a figure, and not a census or an office of the state."""
    return bool(before & _PUTTING) and not before & _COUNTING


def _may_be(where: Scene, count: Count) -> bool:
    """Whether the people counted only may be what is said of them: up to 300 women *may be* victims."""
    end = where.sentence.clause_of(count.last - 1).last
    comma = next((i for i in range(count.last, end) if where.tokens[i].text == ","), end)
    behind = where.tokens[count.last : comma]
    verb = next((t for t in behind if t.pos in {"VERB", "AUX"}), None)
    return verb is not None and verb.lower in {"may", "might", "could"}


def _figures(where: Scene, count: Count) -> bool:
    """Whether a narrative on trafficking tells figures or estimates of people: *figures of* between 500 and 2,000 women."""
    before = {t.lower for t in where.tokens[max(where.sentence.first, count.first - 5) : count.first]}
    return where.sentence.section != "other" and bool(before & _FIGURES)


def _facing(where: Scene, count: Count) -> bool:
    """Whether exploitation right before the number is said to be suffered: forced labor *facing* thousands of workers."""
    word = where.tokens[count.first - 1].lower if count.first > where.sentence.first else ""
    by = word == "by" and where.tokens[count.first - 2].lower in _SUFFERED
    return (word in _FACING or by) and any(0 < count.first - m.last <= 4 for m in where.sentence.of("exploitation"))


def _past_people(where: Scene, count: Count) -> int:
    """The token after a list of people that begins with a count: several hundred men*, women, and children*."""
    tokens, last = where.tokens, count.last
    i = last
    while i < where.sentence.last and (tokens[i].lower in {",", "and"} or tokens[i].lower in counted()):
        i += 1
        last = i if tokens[i - 1].lower in counted() else last
    return last


def _attendant(where: Scene, count: Count) -> bool:
    """Whether the number stands in words without a verb before the statement: *With* millions of migrants, forced labor is …"""
    tokens, first = where.tokens, where.sentence.clause_of(count.first).first
    comma = next((i for i in range(count.last, where.sentence.last) if tokens[i].text == ","), where.sentence.last)
    return tokens[first].lower == "with" and not any(t.pos in {"VERB", "AUX"} for t in tokens[first:comma])


def _exploited(where: Scene, count: Count) -> bool:
    if _attendant(where, count):
        return False
    if _facing(where, count) or child_laborers(where.tokens, count):
        return True
    end = _end(where, _past_people(where, count))
    if any(count.first <= m.first < end for m in where.sentence.of("exploitation")):
        return True
    if count.unit in {"children", "minors", "girls"} and any(t.lower in _ENSLAVED for t in where.tokens[count.last : end]):
        return True
    if count.unit in _MINORS and (_working(where, count, end) or _engaged(where, count)):
        return True
    begin = max(where.sentence.first, count.first - 5)
    if any(t.lower == "traffickers" for t in where.tokens[begin : count.first]):
        return True
    return any(t.lower in _SUFFERING for t in where.tokens[begin:end])


def _working(where: Scene, count: Count, end: int) -> bool:
    """Whether words of work follow people, before any of others: not 700 children whose *parents* work abroad."""
    said = [t.lower for t in where.tokens[count.last : end]]
    others = next((i for i, w in enumerate(said) if w in _OTHERS), len(said))
    return any(w in _LABOR for w in said[:others])


def _engaged(where: Scene, count: Count) -> bool:
    """Whether people are engaged in what was told before: 17,000 children *are engaged in this practice*."""
    said = [t.lower for t in where.tokens[count.last : min(count.last + 6, where.sentence.last)]]
    at = next((n for n, w in enumerate(said) if w in _ENGAGED), len(said))
    return at < 3 and said[at + 1 : at + 2] == ["in"] and bool({*said[at + 2 : at + 3]} & _POINTING)


def _end(where: Scene, last: int) -> int:
    """Where the clause of people that end before a token ends; one that is cut off before its verb goes on to the next one's end."""
    end = where.sentence.clause_of(last - 1).last
    if [t.lower for t in where.tokens[last : last + 2]] == [",", "or"]:
        closing = next((i for i in range(last + 1, where.sentence.last) if where.tokens[i].text == ","), last - 1)
        return where.sentence.clause_of(closing + 1).last if closing + 1 < where.sentence.last else end
    if end >= where.sentence.last or any(t.pos in {"VERB", "AUX"} or t.text in {",", ";"} for t in where.tokens[last:end]):
        return end
    return where.sentence.clause_of(end).last


def _measure(where: Scene, count: Count) -> str:
    """Children who work, if nothing says that they are exploited, are children in labor."""
    end = _end(where, count.last)
    end = next((i for i in range(count.last, end) if [t.lower for t in where.tokens[i : i + 3]] in _OF_SOME), end)
    exploited = any(count.first <= m.first < end for m in where.sentence.of("exploitation"))
    exploited = exploited or any(t.lower in _ENSLAVED for t in where.tokens[count.last : end])
    working = _working(where, count, end)
    young = count.unit in _MINORS and (working or _engaged(where, count))
    return "children_in_labor" if (young or child_laborers(where.tokens, count)) and not exploited else "victims_estimated"


def _source(where: Scene, at: int) -> str | None:
    """Who estimated, or stated the number; nobody, where the sentence names no source."""
    if where.tokens[at].lower in _ESTIMATING:
        return named_before(where, at)
    stated = (i for i in range(where.sentence.first, at) if where.tokens[i].pos == "VERB" and where.tokens[i].lemma in _STATING)
    return named_before(where, next(stated, where.sentence.first))
