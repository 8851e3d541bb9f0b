"""Numbers set behind a comparative that tells what is counted: convicted *twice as many traffickers* as before: 18 against nine."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.facts.reading.statistic_count import PEOPLE, Count
from kg.facts.reading.statistic_events import governing
from kg.facts.reading.statistic_links import Reading
from kg.facts.reading.statistic_making import direct
from kg.facts.reading.statistic_period import period
from kg.facts.reading.statistic_phrases import line, noun_measures, phrase
from kg.facts.reading.statistic_scene import Scene
from kg.vocabulary.count_words import count_words

_COMPARING: Final = frozenset({"more", "fewer", "many", "number"})
_OPENING: Final = frozenset({"(", ":", "—", "–", "--"})
_CHANGES: Final = count_words("change")
_REACH: Final = 16
_NAMED: Final = 6
"""Within how many words before a comma it is said what changed."""


def comparative(where: Scene, count: Count) -> Reading | None:
    """What a bare number behind a bracket or colon counts, where a comparative before it says so; None without one."""
    tokens, first = where.tokens, where.sentence.first
    if count.group == "*" and not count.money and (instead := _changed(where, count)):
        return instead
    if count.group != "*" or count.zero or count.money or tokens[count.first - 1].text not in _OPENING:
        return None
    begin = max([first, count.first - _REACH, *(c.last for c in where.counts if c.last <= count.first)])
    at = next((i for i in range(count.first - 1, begin - 1, -1) if tokens[i].lower in _COMPARING), None)
    if at is None:
        return None
    found = phrase(line(where.annotated, where.sentence), at + 1 + (tokens[at + 1].lower == "of"))
    if found.head is None or not (found.nouns or found.group in {*PEOPLE, "case"}):
        return None
    told = replace(count, first=at, number_end=at + 1, last=found.last, head=found.head, group=found.group, unit=found.unit)
    governed = [(m.measure, found.head) for m in found.nouns] or [(g.measure.measure, g.at) for g in governing(where, told)]
    if not governed or governed[0][0] in {"none", "same"}:
        return None
    return direct(where, replace(count, group=found.group, unit=found.unit), *governed[0], "comparative")


def _changed(where: Scene, count: Count) -> Reading | None:
    """A bare number of the proceedings that a sentence says to have changed: a decline *in prosecutions, with 17* in 2015."""
    tokens, comma = where.tokens, count.first - 2
    if comma <= where.sentence.first + 1 or tokens[comma].text != "," or tokens[comma + 1].lower != "with":
        return None
    noun = noun_measures().get(tokens[comma - 1].lower)
    between = tokens[max(where.sentence.first, comma - _NAMED) : comma - 1]
    changed = any(a.lower in _CHANGES and b.lower in {"in", "of"} for a, b in pairwise(between))
    return direct(where, count, noun.measure, comma - 1, "comparative") if noun and changed else None


def of_untold_number(where: Scene, count: Count) -> Reading | None:
    """A bare number compared with one that nobody gave: did not report *the number of convictions*, compared with *11* in 2012."""
    words = [t.lower for t in where.tokens[where.sentence.first : count.first]]
    at = next((n + 2 for n, pair in enumerate(pairwise(words)) if pair == ("number", "of")), len(words))
    until = next((n for n in range(at, len(words)) if words[n] in {",", ";"}), len(words))
    found = next((n for n in range(at, until) if words[n] in noun_measures()), None)
    if count.group != "*" or count.zero or count.money or found is None:
        return None
    noun = noun_measures()[words[found]]
    when = period(where, count, "comparison")
    told = direct(
        where, count, noun.measure, where.sentence.first + found, "comparison", certainty="stated", polarity="affirmed", period=when
    )
    return replace(told, how="comparison")
