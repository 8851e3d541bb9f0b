"""Zeros: whether what there was none of is a figure."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.facts.reading.relevance import about_trafficking, names_other_matter, under_labor
from kg.facts.reading.statistic_count import PEOPLE, Count
from kg.facts.reading.statistic_events import Governed
from kg.facts.reading.statistic_scene import Scene
from kg.language.qualifiers import qualify
from kg.vocabulary.count_words import count_words
from kg.vocabulary.measures import PROCEEDINGS, counted

_TRIED: Final = frozenset({"arrests", "acquittals", "prosecutions"})
_ENFORCING: Final = count_words("enforcing")
_MODAL: Final = frozenset({"can", "could", "would", "should", "may", "might", "must", "will", "shall"})
_FINDING: Final = count_words("finding")


def zero_allowed(where: Scene, count: Count, governed: Governed) -> bool:
    """Whether a zero is one: officials who were not punished are no statistic, and *any* needs a negation before it."""
    if not count.zero:
        return True
    if count.group == "official" and governed.measure.measure != "people_trained":
        return count.whole == "the" or _only_investigated(where, governed)
    if _of_other_matters(where, count, governed) or _bounded(where, governed) or _of_officials(where, count, governed):
        return False
    if count.whole == "bare" or where.tokens[count.first].lower in {"any", "anyone", "anybody", "a", "an", "one"}:
        if where.tokens[count.first - 1].lower == "not":
            return True
        at = min(governed.at, count.first)
        return not _unable(where, at) and qualify(where.annotated, where.sentence, at).polarity == "negated"
    return True


def once(where: Scene, count: Count) -> Count:
    """*A single conviction*, which is none where it is denied, and one where it is not; one of cases is only where something happened."""
    tokens, first = where.tokens, count.first
    if _one_tried(where, count):
        return replace(count, value=1.0, zero=False)
    if not count.zero or [t.lower for t in tokens[first : first + 2]] not in (["a", "single"], ["one", "single"]):
        return count
    denied = tokens[first - 1].lower in {"not", "without"} or qualify(where.annotated, where.sentence, first).polarity == "negated"
    placed = count.group == "case" and first > where.sentence.first and tokens[first - 1].pos == "ADP"
    return count if denied or placed else replace(count, value=1.0, zero=False)


def _one_tried(where: Scene, count: Count) -> bool:
    """Whether *a* stands before one of whom an active verb says what courts or police did: the court *acquitted a recruiter*."""
    tokens, first = where.tokens, count.first
    single = count.zero and count.head is not None and tokens[first].lower in {"a", "an"} and tokens[count.head].tag == "NN"
    if not single or count.group not in {"offender", "person"} or tokens[first - 1].tag != "VBD":
        return False
    if _of_several(where, count) or _at_a_deed(where, count):
        return False
    trigger = where.triggers.get(first - 1)
    tried = trigger is not None and any(m.measure in _TRIED and count.group in m.counts and not m.with_any for m in trigger.measures)
    return tried and qualify(where.annotated, where.sentence, first - 1).polarity == "affirmed"


def _of_several(where: Scene, count: Count) -> bool:
    """Whether it is not one that is told: *a couple*, *a trafficker or two*, *a driver and a guard*."""
    several = count.head is not None and where.tokens[count.head].lower in {"couple", "pair"}
    after = [t.lower for t in where.tokens[count.last : min(count.last + 2, where.sentence.last)]]
    return several or after[:1] == ["or"] or after in (["and", "a"], ["and", "an"])


def _at_a_deed(where: Scene, count: Count) -> bool:
    """Whether somebody is told of by a deed, which may be any: police captured a man *defacing* a wall."""
    return count.group == "person" and count.last < where.sentence.last and where.tokens[count.last].tag == "VBG"


def _of_officials(where: Scene, count: Count, governed: Governed) -> bool:
    """Whether *none* is none of the officials named right before: no reports of officials who took part, *and none was charged*."""
    proceedings = governed.measure.measure in PROCEEDINGS | {"investigations", "sentences"}
    if not proceedings or count.head is not None or where.tokens[count.first].lower not in {"none", "neither"} or count.whole:
        return False
    if any(c.group == "official" and not c.zero and c.first < count.first for c in where.counts):
        return False
    whole = (s.first for s in where.annotated.sentences[max(0, where.sentence.index - 1) :] if s.group == where.sentence.group)
    before = where.tokens[next(whole, where.sentence.first) : count.first]
    named = (known.group for t in reversed(before) if (known := counted().get(t.lower)) and known.group in PEOPLE)
    return next(named, None) == "official"


def _bounded(where: Scene, governed: Governed) -> bool:
    """Whether only the length of sentences is denied: none *served more than* five years."""
    at = governed.at + 1
    near = where.tokens[at : min(at + 3, where.sentence.last)]
    bounds = {t.lower for t, after in pairwise(near) if t.lower not in {"over", "under"} or after.pos == "NUM"}
    return governed.measure.measure == "sentences" and bool(bounds & {"more", "less", "longer", "over", "under", "fewer"})


def _of_other_matters(where: Scene, count: Count, governed: Governed) -> bool:
    """Whether what there was none of is no crime of trafficking, no case that was found, no call, and nothing that was to be done."""
    if governed.measure.words[0] in _FINDING and count.group == "case":
        return True
    if governed.measure.measure == "calls" and where.tokens[count.first - 1].pos != "VERB":
        return True
    if where.sentence.section == "other" and count.group == "person" and count.head is None and not _enforcing(where, governed):
        return True
    if count.nouns and _without(where, count):
        return True
    proceedings = any(m.measure in PROCEEDINGS | {"investigations", "sentences"} for m in count.nouns)
    told = proceedings and where.sentence.section != "other"
    return count.whole == "bare" and not told and not about_trafficking(where.annotated, where.sentence, strict=True)


def _only_investigated(where: Scene, governed: Governed) -> bool:
    """Whether it is said of officials that they were not so much as investigated, and nothing else."""
    others = (m.measure for t in where.triggers.values() for m in t.measures if t.first != governed.at)
    passive = governed.measure.kind == "verb" and where.triggers[governed.at].passive
    return governed.measure.measure == "investigations" and passive and not set(others) & PROCEEDINGS


def _unable(where: Scene, at: int) -> bool:
    """Whether it is only said what cannot or may not be done: *cannot* prosecute any."""
    before = [t.lower for t in where.tokens[max(where.sentence.first, at - 6) : at]]
    return any(w in _MODAL and n + 1 < len(before) and before[n + 1] == "not" for n, w in enumerate(before))


def _enforcing(where: Scene, governed: Governed) -> bool:
    """Whether a sentence of a report on other matters too is about trafficking itself, or about inspections and the like.

    Of what police and courts did it is enough that it goes on from such a sentence, or stands under a heading on forced or child labor.
    """
    annotated, sentence = where.annotated, where.sentence
    if about_trafficking(annotated, sentence, strict=True):
        return True
    tried = governed.measure.measure in PROCEEDINGS and not _officials_told(where)
    if tried and (under_labor(annotated, sentence) or _follows_crime(where)):
        return True
    return any(t.lower in _ENFORCING for t in where.tokens[where.sentence.first : where.sentence.last])


def _officials_told(where: Scene) -> bool:
    """Whether the sentence before names officials, so that nobody who was charged may be none of them."""
    before = where.annotated.sentences[max(0, where.sentence.index - 1) : where.sentence.index]
    words = (counted().get(t.lower) for s in before for t in where.tokens[s.first : s.last])
    return any(known is not None and known.group == "official" for known in words)


def _follows_crime(where: Scene) -> bool:
    """Whether the sentence before tells of trafficking, and of no other crime, in the same paragraph."""
    before = where.annotated.sentences[max(0, where.sentence.index - 1) : where.sentence.index]
    return any(
        where.follows(s) and about_trafficking(where.annotated, s, strict=True) and not names_other_matter(where.annotated, s)
        for s in before
    )


def _without(where: Scene, count: Count) -> bool:
    """Whether it is only said how something was done: expelled *without any inquiry*."""
    singular = count.head is not None and where.tokens[count.head].tag == "NN"
    return singular and where.tokens[count.first].lower == "any" and where.tokens[count.first - 1].lower == "without"
