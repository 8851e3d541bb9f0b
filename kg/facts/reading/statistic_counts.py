"""Counts: the numbers of a sentence, and the words for zero, each with the noun that it counts."""

from dataclasses import replace
from typing import Final

from kg.facts.reading.statistic_count import DIFFERENCES, PEOPLE, Count, enforced, filled, part, upon_people
from kg.facts.reading.statistic_denied import bare
from kg.facts.reading.statistic_named import named
from kg.facts.reading.statistic_none import zeros
from kg.facts.reading.statistic_phrases import DETERMINERS, TIMES, Line, line, phrase
from kg.facts.reading.statistic_unpunished import unpunished
from kg.language.model import Annotated, Quantity, Sentence
from kg.vocabulary.count_words import count_words
from kg.vocabulary.measures import counted

_LABELS: Final = count_words("label")

_GROWN: Final = 30
"""Ages that are told of victims are lower."""
_ELDEST: Final = frozenset({"youngest", "oldest", "eldest"})
_LIST: Final = frozenset({",", "and", "or", "to"})
_NAMING: Final = frozenset({"NOUN", "PROPN", "ADJ"})


def counts(annotated: Annotated, sentence: Sentence) -> tuple[Count, ...]:
    """The counts of a sentence in order; years and labels are none."""
    text = line(annotated, sentence)
    dated = {i for m in sentence.of("period") for i in range(m.first, m.last)}
    found = [_counted(text, q) for q in sentence.quantities if q.first not in dated and not _label(text, q)]
    found.extend([*unpunished(text), *zeros(text)])
    found.extend([*bare(text), *named(annotated, sentence, text)])
    kept: list[Count] = []
    for count in sorted(found, key=lambda c: (c.first, -c.last)):
        if not kept or count.first >= (kept[-1].last if kept[-1].whole == "the" and not kept[-1].money else kept[-1].number_end):
            kept.append(count)
    return tuple(_sorted(text, _timed(text, kept)))


def _sorted(text: Line, found: list[Count]) -> list[Count]:
    """Numbers of a list whose noun comes last, each with what it is about: *nine sex trafficking* and two labor trafficking cases."""
    for i in range(len(found) - 1, 0, -1):
        before, after = found[i - 1], found[i]
        if before.group != "*" or before.money or before.zero or before.number_end not in text.exploited:
            continue
        between = [t for t in text.tokens[before.number_end : after.first] if t.pos not in _NAMING and t.tag != "VBN" and t.text != "-"]
        about = after.number_end in text.exploited and after.group in {"event", "case", *PEOPLE}
        if about and between and all(t.lower in _LIST for t in between):
            found[i - 1] = replace(before, group=after.group, unit=after.unit, nouns=after.nouns, head=after.head, last=after.first - 1)
    return found


def _timed(text: Line, found: list[Count]) -> list[Count]:
    """Bare numbers of a list that ends with a time share its noun: terms of *10, eight*, and five years."""
    for i in range(len(found) - 1, 0, -1):
        between = [t.lower for t in text.tokens[found[i - 1].number_end : found[i].first]]
        opens = text.lower(found[i - 1].first - 1) in {"from", "between"}
        backward = not opens and between == ["to"] and (found[i - 1].value or 0.0) > (found[i].value or found[i].max or 0.0)
        if found[i].group == "time" and found[i - 1].group == "*" and between and all(w in _LIST for w in between) and not backward:
            found[i - 1] = replace(found[i - 1], group="time", head=found[i].head, unit=found[i].unit)
    for i in range(1, len(found)):
        if found[i - 1].group == "time" and found[i].group == "*" and not found[i].money and _upper_end(text, found[i - 1], found[i]):
            found[i] = replace(found[i], group="time", head=found[i - 1].head, unit=found[i - 1].unit)
    return found


def _upper_end(text: Line, low: Count, high: Count) -> bool:
    """Whether a bare number is the upper end of a range of times, whose unit is told only once: *from seven years to 23*."""
    opens = {text.lower(low.first - 1), text.lower(low.first)}
    joint = "to" if "from" in opens else "and" if "between" in opens else ""
    return low.max is None and high.first - low.last == 1 and text.lower(high.first - 1) == joint


def _label(text: Line, q: Quantity) -> bool:
    """Whether a number is a label, an age, or part of a longer word: Article 134, aged 14, two-hour."""
    before, after, word = text.lower(q.first - 1), text.lower(q.last), text.lower(q.first)
    if before in _LABELS or after == "/" or (before == "of" and text.lower(q.first - 2) == "capacity"):
        return True
    if _age(text, q, before):
        return True
    if before in {"/", "-"} and text.tokens[q.first - 1].end == text.tokens[q.first].start:
        return True
    if after in {"-", "–"} and text.tokens[q.last].start == text.tokens[q.last - 1].end:
        return not _term(text, q)
    return word == "one" and before in {"the", "no", "another", "any", "each", "this", "that"}


def _age(text: Line, q: Quantity, before: str) -> bool:
    """Whether a number is an age: younger than 15, girls under 18, half of them under 12, ages five to 17."""
    if before in {"than", "and", "of"} and {text.lower(q.first - n) for n in (2, 3, 4)} & {"younger", "older", "ages", "age"}:
        return True
    if before == "of" and _young(text, q):
        return True
    if text.lower(q.first - 1) in _ELDEST or (before in {"them", "whom", "which"} and text.lower(q.first - 3) in _ELDEST):
        return True
    bare = q.first > text.first and text.lower(q.first) in {"under", "over", "below", "above"} and phrase(text, q.last).head is None
    return bare and text.tokens[q.first - 1].pos in {"NOUN", "ADJ", "PRON"} and not q.unit


def _young(text: Line, q: Quantity) -> bool:
    """Whether a bare number tells how old one person is: a girl *of 17*."""
    one = counted().get(text.lower(q.first - 2)) if text.tokens[q.first - 2].tag == "NN" else None
    return one is not None and one.group == "person" and (q.value or 0) < _GROWN and phrase(text, q.last).head is None


def _term(text: Line, q: Quantity) -> bool:
    """Whether a number is the length of a sentence: a *ten-year* prison term."""
    following = {text.lower(i) for i in range(q.last + 2, q.last + 5)}
    return text.lower(q.last + 1) in TIMES and bool(following & {"sentence", "sentences", "term", "terms"})


def _counted(text: Line, q: Quantity) -> Count:
    before = text.lower(q.first - 1)
    base = Count(q.value, q.min, q.max, q.comparator, q.unit, q.first, q.last, q.last, definite=before in DETERMINERS, zero=q.value == 0)
    after = text.lower(q.last)
    if before == "(" and after == ")" and (named := _named_before(text, base)):
        return named
    if after == "-" and text.lower(q.last + 1) in TIMES:
        return replace(base, head=q.last + 1, last=q.last + 2, group="time", unit="months")
    less = after in {"fewer", "less"} and text.lower(q.last + 1) in {",", ";", "and", "or", ".", ""}
    if less or (after in DIFFERENCES and text.lower(q.last + 1) == "than"):
        return replace(base, group="difference")
    if before == "not" and text.lower(q.first) == "one":
        base = replace(base, value=0.0, zero=True)
    if after in {"more", "others", "additional"}:
        return filled(base, phrase(text, q.last + 1))
    if after == "of":
        return part(text, base, q.last + 1)
    if q.unit and q.unit != "percent":
        return base
    if before in {"were", "was"} and text.lower(q.first - 2) == "there" and after in {"participants", "attendees"}:
        return replace(base, last=q.last + 1, head=q.last, unit="people")
    found = _acted_on(text, filled(base, phrase(text, q.last)))
    return base if found.group == "other" and q.last in text.exploited else _summed(text, found)


def _acted_on(text: Line, count: Count) -> Count:
    """A count of people whom only the verb shows to be some: arrested *three overseers*, *two abbots* were jailed."""
    if count.group != "other" or count.head is None or text.tokens[count.head].pos != "NOUN":
        return count
    i = count.first
    if text.lower(i - 1) == "and":
        i = next((n for n in range(i - 2, max(text.first, i - 8), -1) if text.lower(n) in {"a", "an"}), i)
    undergone = count.last + 1 < text.last and text.lower(count.last) in {"were", "was"} and upon_people(text, count.last + 1)
    return replace(count, group="person", unit="people") if upon_people(text, i - 1) or undergone else count


def _named_before(text: Line, base: Count) -> Count | None:
    """A number in brackets right after the noun that it counts, which no other number does: *more victims (24)* than in 2012."""
    head = base.first - 2
    if base.money or head <= text.first or text.tokens[head].tag != "NNS":
        return None
    i = head
    while i > text.first and (text.tokens[i - 1].pos in {"ADJ", "NOUN"} or text.lower(i - 1) == "-"):
        i -= 1
    before = text.tokens[i - 1]
    if before.pos in {"NUM", "DET", "PRON"} or before.lower in DETERMINERS or before.text in {",", "("}:
        return None
    found = phrase(text, i)
    counted = found.head == head and found.group not in {"*", "other", "time"}
    return replace(filled(base, found), first=i, last=base.number_end + 1) if counted else None


def _summed(text: Line, count: Count) -> Count:
    """Several people named one by one after a verb are as many: arrested *a driver and two guards*, sentenced *three men and a woman*."""
    if count.value is None or count.group not in PEOPLE - {"victim"}:
        return count
    if text.lower(count.last) == "and" and text.lower(count.last + 1) in {"a", "an"}:
        other = phrase(text, count.last + 2)
        befell = text.lower(other.last) == "were" and enforced(text, other.last + 1)
        befell = befell and not text.people & {*range(count.first, other.last)}
        if other.group not in PEOPLE or not (befell or enforced(text, count.first - 1)):
            return count
        return replace(count, value=count.value + 1, last=other.last, number_end=other.last, unit="people")
    if text.lower(count.first - 1) != "and":
        return count
    for i in range(count.first - 2, max(text.first, count.first - 8), -1):
        if text.lower(i) in {"a", "an"}:
            other = phrase(text, i + 1)
            people = other.group in PEOPLE or (other.group == "other" and upon_people(text, i - 1))
            fits = other.last == count.first - 1 and people and enforced(text, i - 1)
            return replace(count, value=count.value + 1, first=i, unit="people") if fits else count
    return count
