"""What a count is: a number, or a word for none, with the noun that it counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.facts.reading.statistic_phrases import DETERMINERS, Line, Phrase, phrase
from kg.language.model import Token
from kg.vocabulary.count_words import count_words
from kg.vocabulary.measures import Measure, counted, measures

PEOPLE: Final = frozenset({"offender", "victim", "person", "official"})
ENFORCED: Final = frozenset({"arrests", "prosecutions", "convictions", "acquittals", "sentences"})
REACH: Final = 12
DIFFERENCES: Final = frozenset({"more", "fewer", "less", "additional"})
POOR: Final = count_words("poor")
_PEOPLE_ONLY: Final = count_words("of_people")
_LABORERS: Final = count_words("laborer")
_YOUNG: Final = frozenset({"child", "underage", "minor"})
_WORKING_YOUNG: Final = count_words("young")
_AT_WORK: Final = count_words("at_work")
_BOUND: Final = count_words("bound")
_TOTALS: Final = frozenset({"total", "number", "figure", "lot"})
"""Words for all that were counted before, which say nothing of what they are: 12 *of the total*."""
_PARTS: Final = frozenset({"whom", "which", "them"})


@dataclass(frozen=True, slots=True)
class Count:
    """A number and the noun phrase that it opens; ``last`` is the token after the phrase."""

    value: float | None
    min: float | None
    max: float | None
    comparator: str
    money: str
    """``percent``, a currency's code, or empty."""
    first: int
    number_end: int
    last: int
    head: int | None = None
    """The token of the counted noun."""
    group: str = "*"
    """The class of the counted noun; ``*`` for a bare number, ``other`` for a noun that no statistic counts."""
    unit: str | None = None
    nouns: tuple[Measure, ...] = ()
    """The measures that the counted noun itself is: 13 *investigations*, no *prosecutions or convictions*."""
    whole: str = ""
    """How the number is a part of something: ``them`` in *five of them*, ``the`` in *seven of the 33 convictions*."""
    definite: bool = False
    zero: bool = False
    """True for words such as *no*, *none* and *any* after a negation."""


def child_laborers(tokens: Sequence[Token], count: Count) -> bool:
    """Whether those counted are *child laborers* or *working children*, who are no victims by that alone."""
    return count.head is not None and count.head > count.first and laboring_young(tokens, count.first, count.head)


def laboring_young(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Whether a noun whose phrase begins at a token is of child laborers, or of children who are said to work."""
    noun, before = tokens[head].lower, tokens[head - 1].lower
    labor = (noun in _LABORERS and before in _YOUNG) or (noun in _WORKING_YOUNG and before in _AT_WORK)
    return labor and not any(t.lower in _BOUND for t in tokens[first:head])


def filled(base: Count, found: Phrase) -> Count:
    """A number with what the noun phrase after it tells."""
    return replace(base, last=found.last, head=found.head, group=found.group, unit=found.unit, nouns=found.nouns)


def part(text: Line, base: Count, i: int) -> Count:
    """The count of a part, *five of them*, or of an open number, *hundreds of women*."""
    word = text.lower(i)
    if word in _PARTS or (word in {"these", "those"} and phrase(text, i + 1).head is None and not _numbered(text, i + 1)):
        return replace(base, last=i + 1, whole=word)
    if i in text.exploited:
        return base
    whole = ""
    if text.lower(i) == "the" and i + 2 < text.last and text.tokens[i + 2].tag == "POS":
        i, whole = i + 3, "the"
    while text.lower(i) in DETERMINERS or text.lower(i) in {"all", "other"} or (i < text.last and text.tokens[i].pos == "NUM"):
        i, whole = i + 1, "the"
    found = phrase(text, i)
    if whole and not base.money and found.head is not None and text.lower(found.head) in _TOTALS:
        return replace(base, last=found.last, whole="them")
    dated = found.head is not None and text.lower(found.head) in {"period", "year"}
    return base if dated and not base.money else replace(filled(base, found), whole=whole)


def names_officials(text: Line, first: int, last: int) -> bool:
    """Whether one of the tokens from one to another is a noun for officials."""
    return any((known := counted().get(text.lower(n))) and known.group == "official" for n in range(first, last))


def _numbered(text: Line, i: int) -> bool:
    return i < text.last and text.tokens[i].pos == "NUM"


def enforced(text: Line, i: int) -> bool:
    """Whether a verb of law enforcement stands at a token."""
    return (
        text.first <= i < text.last
        and text.tokens[i].pos == "VERB"
        and any(m.measure in ENFORCED for m in measures().get(text.lower(i), ()))
    )


def upon_people(text: Line, i: int) -> bool:
    """Whether a verb stands at a token whose object can be people only."""
    return text.first <= i < text.last and text.tokens[i].pos == "VERB" and text.tokens[i].lemma in _PEOPLE_ONLY


def nought(word: str) -> Measure | None:
    """The measure of a noun of which only none is counted: no *training*."""
    return next((m for m in measures().get(word, ()) if m.kind == "nought"), None)
