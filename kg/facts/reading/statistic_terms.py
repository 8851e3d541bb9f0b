"""Prison terms that courts imposed, in months; terms that a law prescribes belong to the law."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.facts.reading.statistic_count import Count
from kg.facts.reading.statistic_links import Reading
from kg.facts.reading.statistic_making import direct
from kg.facts.reading.statistic_period import period
from kg.facts.reading.statistic_scene import Scene
from kg.language.model import Clause
from kg.vocabulary.count_words import count_words
from kg.vocabulary.measures import counted, term_words

LEAST_WHOLE: Final = 60
"""So many months are told as years."""
LONGEST: Final = 99
"""No bare number above this tells a term: three years and a fine of *200,000*."""
OTHERS: Final = 6
"""How many words may name another who was sentenced."""
MONTHS: Final = {"year": 12.0, "month": 1.0, "week": 7 / 30, "day": 1 / 30}
_DIRECT: Final = frozenset(
    {"sentenced", "received", "receiving", "got", "given", "jailed", "imprisoned", "imposed", "imposing", "meted", "handed", "doled"}
)
_COURTS: Final = count_words("court")
_OTHERS: Final = frozenset({"other", "others", "another", "second", "third", "fourth", "rest", "one"})
_PASSIVE: Final = frozenset({"was", "were", "been", "nevertheless", "subsequently", "then", "later", "also"})
_VICTIMS: Final = frozenset({"victim", "victims", "survivor", "survivors"})
_IMPOSED: Final = count_words("imposed")
_RANGING: Final = count_words("spanning")
_SERVING: Final = frozenset({"serve", "serving", "served"})
_FUTURE: Final = frozenset({"will", "could", "may", "faced"})
_SUPERLATIVES: Final = count_words("severest")
_PROVIDING: Final = count_words("prescribing")
_EXTREMES: Final = frozenset({"minimum", "maximum", "penalty", "penalties", "punishment", "punishments"})
_THEIRS: Final = frozenset({"their", "his", "her"})
_WAS: Final = frozenset({"was", "were", "being", "ranged", "ranging"})
_JUDGING: Final = count_words("judging")
_OWNING: Final = frozenset({"'", "’", "'s", "’s"})
_JOINING: Final = frozenset(
    {"to", "and", "-", "–", "'", "’", "'s", "’s", "between", "imprisonment", "in", "prison", "from", "with", "a", "fine", "fines"}
)


def terms(where: Scene) -> Iterator[Reading]:
    """The prison terms of a sentence, in months, each with both ends of a range."""
    durations: list[Count] = []
    for count in where.counts:
        if count.group == "time" and count.head is not None:
            last = durations[-1] if durations else None
            if last is not None and _completes(where, last, count):
                durations[-1] = _completed(where, last, count)
                continue
            goes_on = last is not None and ((last.min is None and _to(where, last, count)) or _again(where, last, count))
            durations.extend([_open(where, count)] if goes_on or _of_court(where, count) else [])
    skipped: Count | None = None
    for count, following in zip(durations, [*durations[1:], None], strict=False):
        if count is skipped:
            continue
        if shared := _shared(where, durations, count):
            yield from shared
            continue
        term = _in_months(where, count)
        if following and _to(where, count, following):
            skipped = following
            term = _ranged(where, count, following)
        yield _reading(where, term)
        yield from (_reading(where, c) for c in _elliptical(where, count))


def _completes(where: Scene, last: Count, count: Count) -> bool:
    """Whether months complete years: one year *and six months*."""
    between = [t.lower for t in where.tokens[last.last : count.first]]
    return between == ["and"] and _smaller(where, last, count) and count.value is not None and count.value < LEAST_WHOLE


def _completed(where: Scene, last: Count, count: Count) -> Count:
    """A term in the larger unit, with the part of it that the smaller unit tells."""
    more = (_months(where, count, count.value) or 0.0) / (_months(where, last, 1.0) or 1.0)
    if last.max is not None:
        return replace(last, max=last.max + more, last=count.last)
    return replace(last, value=None if last.value is None else last.value + more, last=count.last)


def _again(where: Scene, last: Count, count: Count) -> bool:
    """Whether a term is the next of a list, or that of another who was sentenced with the last: *and a woman to* 18 months."""
    between = where.tokens[last.last : count.first]
    listed = all(t.lower in {",", "and", "or"} or (n and t.pos == "NUM") for n, t in enumerate(between))
    other = bool(between) and between[-1].lower == "to" and not any(t.pos in {"VERB", "AUX"} for t in between) and len(between) <= OTHERS
    return listed or (other and where.tokens[last.first - 1].lower == "to")


def _open(where: Scene, count: Count) -> Count:
    """A term that *or more* leaves open."""
    after = [t.lower for t in where.tokens[count.last : min(count.last + 2, where.sentence.last)]]
    return replace(count, comparator="at_least") if after == ["or", "more"] and count.comparator == "exactly" else count


def _shared(where: Scene, durations: Sequence[Count], count: Count) -> list[Reading]:
    """How many got which term, of a list that looks like a range: one was sentenced to 10 years, *two to five years*."""
    tokens, before = where.tokens, [c for c in durations if c.first < count.first]
    if not before or count.min is None or count.max is None or tokens[count.first - 1].lower not in {",", "and"}:
        return []
    if tokens[before[0].first - 1].lower not in {"to", "between"} or not {t.lower for t in tokens[before[-1].last : count.first]} <= {
        ",",
        "and",
    }:
        return []
    number = replace(count, value=count.min, min=None, max=None, group="*", unit=None, head=None, last=count.first + 1)
    sentenced = next((i for i in range(before[0].first, where.sentence.first, -1) if tokens[i].lower == "sentenced"), count.first)
    people = direct(where, number, "sentences", sentenced, "part", unit="offenders")
    return [people, _reading(where, _in_months(where, replace(count, value=count.max, min=None, max=None)))]


def _reading(where: Scene, term: Count) -> Reading:
    clause = where.sentence.clause_of(term.first)
    told = term_words()["prison"] | term_words()["court"]
    at = next((i for i in range(term.first - 1, clause.first - 1, -1) if where.tokens[i].lower in told), term.first)
    when = period(where, term, "") or where.told()
    return direct(where, term, "sentences", at, "term", unit="months", exploitation=(), period=when)


def _of_court(where: Scene, count: Count) -> bool:
    """Whether a duration is a term that a court imposed: words of prison and of a court's act around it, none of a law."""
    clause, groups = where.sentence.clause_of(count.first), term_words()
    said = _words(where, clause) - _told_penalty(where, clause, count)
    just_before = _words(where, Clause(max(clause.first, count.first - 4), count.first))
    imposed = (
        bool(just_before & _DIRECT)
        or (where.tokens[count.first - 1].lower == "to" and "sentenced" in _words(where, Clause(clause.first, count.first)))
        or (where.tokens[count.first - 1].lower == "for" and _words(where, Clause(clause.first, count.first)) & {"imprisoned", "jailed"})
        or ("gave" in just_before and bool(said & _COURTS))
        or bool(just_before & _RANGING and said & _IMPOSED)
        or (bool(just_before & _SERVING) and _of_offenders(where))
    )
    if _words(where, Clause(where.sentence.first, clause.first)) & _PROVIDING or _of_victims(where, clause, count):
        return False
    if just_before & groups["granted"] and not said & groups["prison"]:
        return False
    if _of_something_else(where, count) or _or_both(where, count):
        return False
    if (not imposed and _judged(where)) or _general(where, count) or _never_imposed(where, count):
        return False
    if said & groups["law"] - (_EXTREMES if imposed or said & _IMPOSED else frozenset()) - (_FUTURE if said & _SERVING else frozenset()):
        return False
    if imposed or (just_before & _SUPERLATIVES and (_of_sentences(where) or _told_penalty(where, clause, count))):
        return True
    if just_before & _RANGING and _told_penalty(where, clause, count):
        return True
    near = _words(where, Clause(max(clause.first, count.first - 14), min(where.sentence.last, count.last + 5)))
    return bool(near & groups["prison"] and _words(where, Clause(where.sentence.first, clause.last)) & groups["court"])


def _told_penalty(where: Scene, clause: Clause, count: Count) -> frozenset[str]:
    """The words for a penalty that was imposed, not only prescribed: *the heaviest penalty was*, *their punishment ranged* from."""
    before = [t.lower for t in where.tokens[clause.first : count.first]]
    at = next((n for n, w in enumerate(before) if w in _EXTREMES - {"minimum", "maximum"}), None)
    if at is None or not at or not set(before[at + 1 :]) & _WAS:
        return frozenset()
    return _EXTREMES if before[at - 1] in _SUPERLATIVES | _THEIRS else frozenset()


def _of_something_else(where: Scene, count: Count) -> bool:
    """Whether a duration is that of what it owns, and that is no prison: *five days' notice*, *three months' salary*."""
    tokens, last = where.tokens, where.sentence.last
    if count.last >= last or tokens[count.last].lower not in _OWNING:
        return False
    j = count.last + 1
    while j < last and (tokens[j].pos == "ADJ" or (tokens[j].pos == "NOUN" and j + 1 < last and tokens[j + 1].pos == "NOUN")):
        j += 1
    return j < last and tokens[j].lower in term_words()["granted"]


def _or_both(where: Scene, count: Count) -> bool:
    """Whether a choice of penalties is told, which a law leaves: a fine, imprisonment for ten years, *or both*."""
    return any(
        a.lower == "or" and b.lower == "both" for a, b in pairwise(where.tokens[count.last : min(count.last + 8, where.sentence.last)])
    )


def _judged(where: Scene) -> bool:
    """Whether a sentence judges the penalties that a law prescribes: *penalties* of up to ten years *were sufficient*."""
    said = _words(where, Clause(where.sentence.first, where.sentence.last))
    return bool(said & {"penalties", "penalty", "punishments"} and said & _JUDGING)


def _never_imposed(where: Scene, count: Count) -> bool:
    """Whether it is only said that nobody was so sentenced: the maximum of 15 years *was never imposed*."""
    after = [t.lower for t in where.tokens[count.last : min(count.last + 5, where.sentence.last)]]
    return bool({"never", "not"} & {*after}) and bool(_IMPOSED & {*after})


def _general(where: Scene, count: Count) -> bool:
    """Whether a report on other matters says what holds for whoever is so sentenced: *Persons sentenced to* three years *may* appeal."""
    at = next((i for i in range(count.first - 1, where.sentence.first, -1) if where.tokens[i].lower == "sentenced"), None)
    if where.sentence.section != "other" or at is None or any(t.pos == "AUX" for t in where.tokens[max(where.sentence.first, at - 3) : at]):
        return False
    said = _words(where, Clause(where.sentence.first, where.sentence.last))
    return bool(said & {"may", "if", "applies", "apply", "anyone", "whoever"})


def _of_victims(where: Scene, clause: Clause, count: Count) -> bool:
    """Whether a victim is who was sentenced: *two victims were sentenced* to six months for theft."""
    tokens = where.tokens
    at = next((i for i in range(clause.first, count.first) if tokens[i].lower in _DIRECT and tokens[i - 1].lower in _PASSIVE), None)
    begin = where.sentence.first
    return at is not None and bool({t.lower for t in tokens[begin:at]} & _VICTIMS) and not _of_offenders(where)


def _of_offenders(where: Scene) -> bool:
    """Whether the sentence names offenders, who alone serve a term: one trafficker *will serve eight years*."""
    tokens = where.tokens[where.sentence.first : where.sentence.last]
    return any((known := counted().get(t.lower)) and known.group == "offender" for t in tokens)


def _of_sentences(where: Scene) -> bool:
    """Whether the sentence, or the part of it before a semicolon, tells prison terms."""
    index = where.sentence.index
    near = [s for s in where.annotated.sentences[max(0, index - 1) : index + 1] if s.group == where.sentence.group]
    return any(where.tokens[i].lower in term_words()["prison"] for s in near for i in range(s.first, s.last))


def _words(where: Scene, span: Clause) -> set[str]:
    return {t.lower for t in where.tokens[span.first : span.last] if t.text != "May"}


def _to(where: Scene, low: Count, high: Count) -> bool:
    """Whether two durations are the ends of one range: *six years' to* over 16 years."""
    between = [t.lower for t in where.tokens[low.last : high.first]]
    ranging = (
        any(w in {"to", "-", "–"} for w in between) or _between(where, low) or (between[-1:] == ["and"] and _smaller(where, low, high))
    )
    return 0 < len(between) <= 5 and ranging and all(w in _JOINING for w in between)


def _between(where: Scene, low: Count) -> bool:
    return any(t.lower == "between" for t in where.tokens[max(where.sentence.first, low.first - 2) : low.first + 1])


def _smaller(where: Scene, low: Count, high: Count) -> bool:
    """Whether the second time is counted in a smaller unit: one year and six months."""
    units = [MONTHS[where.tokens[c.head].lower.rstrip("s")] for c in (low, high) if c.head is not None]
    return units[0] > units[-1]


def _in_months(where: Scene, count: Count) -> Count:
    value, low, high = (_months(where, count, n) for n in (count.value, count.min, count.max))
    return replace(count, value=value, min=low, max=high)


def _ranged(where: Scene, low: Count, high: Count) -> Count:
    least = _months(where, low, low.value if low.value is not None else low.min)
    most = _months(where, high, high.value if high.value is not None else high.max)
    if least is not None and most is not None and least > most and _and(where, low, high):
        return replace(low, value=least + most, min=None, max=None, last=high.last)
    comparator = high.comparator if high.comparator != "exactly" else low.comparator
    return replace(low, value=None, min=least, max=most, comparator=comparator, last=high.last)


def _and(where: Scene, low: Count, high: Count) -> bool:
    return any(t.lower == "and" for t in where.tokens[low.last : high.first])


def _months(where: Scene, count: Count, value: float | None) -> float | None:
    if value is None or count.head is None:
        return None
    return round(value * MONTHS[where.tokens[count.head].lower.rstrip("s")], 1)


def _elliptical(where: Scene, term: Count) -> Sequence[Count]:
    """A bare number after a term, whose unit and verb it shares: the officer received six years, and *the driver four*."""
    following = [c for c in where.counts if c.first > term.last]
    if not following or following[0].group != "*" or following[0].money or following[0].first - term.last > 16:
        return ()
    bare = following[0]
    if (bare.value or 0) > LONGEST:
        return ()
    after = where.tokens[bare.last].lower if bare.last < where.sentence.last else ""
    if after in {"were", "was", "of", "in"} or not _of_another(where, bare.first - 1):
        return ()
    return (_in_months(where, replace(bare, head=term.head)),)


def _of_another(where: Scene, at: int) -> bool:
    """Whether another who was sentenced is named at a token, or before a *to* there: *the driver* four, *the other to* six."""
    to = where.tokens[at].lower == "to"
    token = where.tokens[at - to]
    return (to or token.lower == "another") and token.lower in _OTHERS if token.pos not in {"NOUN", "PROPN"} else True
