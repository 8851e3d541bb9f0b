"""Who the people told before were: *The 137 comprised* 58 girls, *among them were* 12 men, *a third of the suspects* were women."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import partial
from typing import Final

from kg.facts.reading.statistic_count import PEOPLE, Count
from kg.facts.reading.statistic_links import Reading
from kg.facts.reading.statistic_making import direct, linked
from kg.facts.reading.statistic_phrases import noun_measures
from kg.facts.reading.statistic_scene import Scene
from kg.facts.reading.statistic_triggers import BE, HAVE
from kg.language.clauses import FINITE
from kg.vocabulary.count_words import count_words
from kg.vocabulary.measures import PROCEEDINGS, Measure, counted, measures

_COMPOSING: Final = frozenset({"comprised", "included", "consisted", "numbered", "counted", "comprise", "include", "were", "was"})
_WHOLES: Final = frozenset(
    {"number", "figure", "total", "group", "caseload", "these", "those", "they", "others", "remainder", "rest", "them"}
)
_EVENTS: Final = count_words("proceeding")
_PREDICATES: Final = frozenset({*BE, *HAVE, "concerned", "involved", "came", "related", "dealt"})
_CONVICTED: Final = frozenset({"suspects", "investigations", "prosecutions", "convictions", "arrests", "acquittals", "sentences"})
_SUBJECT: Final = 12
"""How many words the subject of a composing verb may have."""


def composed(where: Scene, count: Count, done: Sequence[Reading]) -> Reading | None:
    """A count that says who some of the people, or what some of the cases, told before were; None for one that does not."""
    if count.zero or count.group in {"time", "other", "difference", "report"} or count.money not in {"", "percent"} or count.nouns:
        return None
    if (count.whole == "the" or count.money) and (base := _of_the_told(where, count, done)):
        return _made(where, count, base)
    if count.money or count.definite or count.whole:
        return None
    kind = "*" if _remaining(where, count) else _subject(where, count)
    if kind is None:
        return None
    base = _told(done, kind, where, _value(where, count))
    if base:
        return _made(where, count, base)
    at = _verb(where, count)
    return (
        direct(where, count, "victims_identified", at, "part") if kind == "victim" and at is not None and count.group == "person" else None
    )


def led_to(where: Scene, count: Count) -> tuple[str, int] | None:
    """The measure of a bare number whose verb was told before: six led to convictions and *two to acquittals*."""
    tokens, i = where.tokens, count.last
    if count.group != "*" or count.zero or i + 1 >= where.sentence.last or tokens[i].lower not in {"to", "in"}:
        return None
    noun = noun_measures().get(tokens[i + 1].lower)
    verb = any(t.lemma in {"lead", "result", "end"} for t in tokens[where.sentence.first : count.first])
    return (noun.measure, i + 1) if noun and verb else None


def done_to_part(where: Scene, count: Count) -> tuple[str, int, str] | None:
    """The measure of a part of victims or cases by what somebody did with them, its verb, and what is counted.

    34 victims, *21 of whom police had referred*; 27 cases, *13 of which it sent to court*.
    """
    tokens, first = where.tokens, count.last
    if count.whole not in {"whom", "which"} or count.zero or count.money:
        return None
    at = next((i for i in range(first, min(first + _SUBJECT, where.sentence.last)) if tokens[i].tag in FINITE | {"VBN"}), first)
    while at > first and tokens[at].lower in HAVE and at + 1 < where.sentence.last:
        at += 1
    before = tokens[first:at]
    subject = any(t.pos in {"NOUN", "PROPN", "PRON"} for t in before) and not any(t.text == "," or t.lower in BE for t in before)
    free = at + 1 >= where.sentence.last or tokens[at + 1].pos not in {"DET", "NUM", "NOUN", "PROPN", "PRON", "ADJ"}
    found = where.triggers.get(at) if subject and free else None
    if found is None or (found.passive and not (found.bare and tokens[at].tag == "VBD")):
        return None
    said = {t.lower for t in tokens[first : where.end(count)]}
    fits, unit = (_of_victims, "victims") if count.whole == "whom" else (partial(_of_cases, said=said), "cases")
    return next(((m.measure, at, unit) for m in found.measures if fits(m)), None)


def _of_victims(measure: Measure) -> bool:
    return measure.measure.startswith("victims") and "victim" in measure.counts and measure.kind == "verb" and not measure.with_any


def _of_cases(measure: Measure, said: Set[str]) -> bool:
    proceedings = measure.measure in {"investigations", *PROCEEDINGS} and "case" in measure.counts and measure.kind == "verb"
    return proceedings and (not measure.with_any or bool(measure.with_any & said))


def rest_of(where: Scene, count: Count, done: Sequence[Reading]) -> Count | None:
    """A count; of those to whom something did not happen, how many the others are: 28 were tried, and *all but five* were convicted.

    None where the figure of which they are a part was not told, or they are named by a noun.
    """
    tokens, i = where.tokens, count.last
    follows = i < where.sentence.last and (tokens[i].tag in FINITE or tokens[i].pos == "AUX")
    if [t.lower for t in tokens[max(where.sentence.first, count.first - 2) : count.first]] != ["all", "but"]:
        return count
    wholes = _wholes(where, count)
    before = tokens[max(where.sentence.first, count.first - 3)]
    governed = before.pos == "VERB" and before.lower in measures()
    if count.value is not None and count.whole == "the" and (follows or governed) and wholes and wholes[0] > count.value:
        return replace(count, value=wholes[0] - count.value)
    if not follows:  # «24 inquiries were begun, all but five of them under Article 9», not «it arrested all but five of them»
        return count if not governed and (count.whole == "the" or (count.whole and before.text in {",", ";"})) else None
    if count.value is None or count.whole == "the" or (count.group != "*" and not count.whole):
        return None
    whole = next((r.fact.value for r in reversed(done) if r.how != "comparison" and _of_people(r)), None)
    return replace(count, value=whole - count.value) if whole is not None and whole > count.value else None


def _wholes(where: Scene, count: Count) -> list[float]:
    """The numbers in the words of a count: five *of the 24*."""
    return [q.value for q in where.sentence.quantities if count.number_end <= q.first < count.last and q.value is not None]


def _of_people(reading: Reading) -> bool:
    """Whether a figure counts people or cases: neither money, nor a share, nor a term."""
    return _fits(reading, "*") and not reading.count.money and reading.fact.unit not in {"months", "percent"}


def _remaining(where: Scene, count: Count) -> bool:
    """Whether a sentence opens with those who remain: *The remaining* 11 were men."""
    tokens, first = where.tokens, where.sentence.first
    follows = tokens[count.last].lower if count.last < where.sentence.last else ""
    return first < count.first <= first + 2 and tokens[count.first - 1].lower in {"remaining", "other"} and follows in _PREDICATES


def _made(where: Scene, count: Count, base: Reading) -> Reading:
    unit = "percent" if count.money else count.unit if count.unit and not count.whole else base.fact.unit
    found = linked(where, count, base, "part", unit=unit)
    suspects = count.head is not None and where.tokens[count.head].lower == "suspects" and base.fact.measure == "investigations"
    return replace(found, fact=replace(found.fact, measure="suspects")) if suspects else found


def _of_the_told(where: Scene, count: Count, done: Sequence[Reading]) -> Reading | None:
    """The figure of which a number before *of the victims* is a part, where the sentence says what they were."""
    tokens, first = where.tokens, where.sentence.first
    opens = (
        count.first == where.sentence.clause_of(count.first).first or tokens[count.first - 1].text in {";", ","} or count.first <= first + 1
    )
    follows = tokens[count.last].lower if count.last < where.sentence.last else ""
    if not opens or count.group not in {*PEOPLE, "case"} or follows not in _PREDICATES:
        return None
    wholes = _wholes(where, count)
    named = next((r for r in reversed(done) if r.how != "comparison" and r.fact.value in wholes), None)
    return named or (None if wholes else _told(done, "offender" if count.group == "official" else count.group, where, None))


def _verb(where: Scene, count: Count) -> int | None:
    """The composing verb before a count, in its sentence, with nothing but other counts of people between them."""
    tokens = where.tokens
    for i in range(count.first - 1, where.sentence.first, -1):
        if tokens[i].lower in _COMPOSING and (tokens[i].lower not in BE or _counts_at(where, i + 1)):
            return i
        if tokens[i].text in {";", ":"} or (tokens[i].tag in FINITE and tokens[i].pos == "VERB"):
            return None
    return None


def _counts_at(where: Scene, i: int) -> bool:
    return any(c.first == i or (c.first == i + 1 and where.tokens[i].pos == "ADV") for c in where.counts)


def _subject(where: Scene, count: Count) -> str | None:
    """The class of what the subject of a composing verb names, or ``*`` for figures told before; None where it names something else."""
    at = _verb(where, count)
    if at is None:
        return None
    start = _begin(where, at)
    words = where.tokens[start:at]
    if not 0 < len(words) <= _SUBJECT or any(t.tag in FINITE and t.pos == "VERB" and t.tag != "VBD" for t in words):
        return None
    return next((kind for kind in _kinds(where, start, at)), None)


def _begin(where: Scene, at: int) -> int:
    """Where the subject of a verb begins: at the sentence's beginning, or after the last comma before it that closes an adverbial."""
    tokens = where.tokens
    comma = next((i for i in range(at - 1, where.sentence.first, -1) if tokens[i].text in {",", ";"}), None)
    return where.sentence.first if comma is None else comma + 1


def _kinds(where: Scene, start: int, at: int) -> Iterator[str]:
    tokens = where.tokens
    for i in range(start, at):
        word, known = tokens[i].lower, counted().get(tokens[i].lower)
        if word in _WHOLES and (word not in {"these", "those"} or i + 1 == at or tokens[i + 1].pos not in {"NOUN", "NUM", "ADJ"}):
            yield "*"
        elif word in _EVENTS or (known and known.group == "case"):
            yield "case"
        elif known and known.group in {"victim", "offender"} and tokens[i].tag in {"NNS", "NNPS"}:
            yield known.group
        elif tokens[i].pos == "NUM" and i + 1 == at and i > start and tokens[i - 1].lower in {"the", "these", "those"}:
            yield "*"
        elif tokens[i].pos not in {"DET", "ADJ", "NUM", "VERB", "PART", "ADV"} and word not in {"among", "of", "-"}:
            return


def _value(where: Scene, count: Count) -> float | None:
    """The number that the subject repeats: *the 137* comprised."""
    at = _verb(where, count)
    quantities = (q.value for q in where.sentence.quantities if at is not None and q.last <= at)
    return next((v for v in quantities if v is not None), None)


def _told(done: Sequence[Reading], kind: str, where: Scene, value: float | None) -> Reading | None:
    """The last figure of a class that is no comparison and no part, or else a part; one of the value that is repeated comes first."""
    fitting = [
        r for r in done if r.how != "comparison" and r.fact.value != 0 and r.fact.unit not in {"months", "percent"} and _fits(r, kind)
    ]
    if value is not None and (same := [r for r in fitting if r.fact.value == value]):
        return same[-1]
    whole = [r for r in fitting if not r.how]
    return next(reversed(whole or fitting), None)


def _fits(reading: Reading, kind: str) -> bool:
    measure = str(reading.fact.measure)
    if kind == "victim":
        return measure.startswith("victims") and measure != "victims_estimated"
    if kind == "offender":
        return measure in _CONVICTED and reading.group not in {"case", "event"}
    if kind == "case":
        return measure in _CONVICTED and reading.group in {"case", "event"}
    return measure != "funding"
