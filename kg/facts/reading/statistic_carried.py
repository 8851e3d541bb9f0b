"""The period of a figure whose own words give none: that of the figures just told, where the text goes on with them."""

from collections.abc import Sequence
from typing import Final

from kg.facts.reading.statistic_count import Count
from kg.facts.reading.statistic_links import Reading, link
from kg.facts.reading.statistic_scene import Scene
from kg.language.clauses import FINITE
from kg.language.model import Mention
from kg.vocabulary.count_words import count_words

_ENSUING: Final = count_words("ensuing")
_COMPARING: Final = frozenset({"compared", "than", "from", "over", "against", "versus", "opposed", "since", "until", "by"})
_RELATIVE: Final = frozenset({"that", "which", "who", "whom", "whose"})
_SPANS: Final = frozenset({"year", "period", "months"})
_NEXT: Final = frozenset({"following", "next", "subsequent", "ensuing"})
_FURTHER: Final = frozenset({"another", "further", "additional"})
"""Opening a sentence of the human rights reports: a further figure of the period before."""
_OBJECT: Final = 8
"""How many words may stand before a number after the verb whose object it is."""
_ADVERBIAL: Final = 14
"""How many words may stand between a verb and its date."""


def carried_over(where: Scene, count: Count, at: int, done: Sequence[Reading]) -> str | None:
    """The period of the figures that a figure goes on from: after a semicolon, by *and*, by a bare number, or in the next sentence."""
    last = _last(done)
    if last is not None and (again := _at_that_time(where, count, last)):
        return again
    if last is not None and (
        _listed_noun(where, count, last)
        or (_of_these(where) and last.sentence.index >= where.sentence.index - 1)
        or _after_semicolon(where, last)
        or _bare(where, count, last)
        or _ensuing(where, count, at, last)
        or _next_sentence(where, count, at, last)
    ):
        return last.fact.period
    return _of_joined_verb(where, count)


def with_those_told(where: Scene, count: Count, done: Sequence[Reading]) -> str | None:
    """The period of the figures told before, for a number without a noun that goes on with them: *Eleven* were convicted."""
    last = _last(done)
    return last.fact.period if last is not None and _bare(where, count, last) else None


def compared_alike(where: Scene, done: Sequence[Reading]) -> str | None:
    """The period of the comparison before, if the figures compared are of one: 64 in 2013, against 40 *in 2012*, and 37, *against 19*."""
    here = [r for r in done if r.sentence.group == where.sentence.group]
    figures = [i for i, r in enumerate(here) if r.how != "comparison"]
    if len(figures) < 2:
        return None
    compared = next((i for i in range(figures[-1] - 1, 0, -1) if here[i].how == "comparison" and here[i].fact.period), None)
    first = next((i for i in reversed(figures) if compared is not None and i < compared), None)
    if compared is None or first is None or here[first].fact.period != here[figures[-1]].fact.period:
        return None
    return here[compared].fact.period


def alike_told(base: Reading, done: Sequence[Reading]) -> list[Reading]:
    """What a number that is compared with another is a number of: all that the other was: *identified and referred* 20, up from 12."""
    told = [r for r in done if r.sentence is base.sentence and r.count.first == base.count.first and not r.how]
    return told if base in told else [base]


def _last(done: Sequence[Reading]) -> Reading | None:
    return next((r for r in reversed(done) if r.how != "comparison"), None)


def _after_semicolon(where: Scene, last: Reading) -> bool:
    """Whether the figure just told is before a semicolon; a part that says anew what the government did stands alone."""
    words = [t.lower for t in where.tokens[where.sentence.first : where.sentence.last]]
    if words[:2] == ["the", "government"] or {"has", "have"} & set(words):
        return False
    return last.sentence is not where.sentence and last.sentence.group == where.sentence.group


def _bare(where: Scene, count: Count, last: Reading) -> bool:
    if count.group != "*" or count.zero:
        return False
    return count.first - where.sentence.first <= 1 or _of_these(where) or last.sentence is where.sentence


def _of_these(where: Scene) -> bool:
    """Whether a sentence opens with those told before: *Of these,* seven were convicted."""
    words = [t.lower for t in where.tokens[where.sentence.first : where.sentence.first + 3]]
    return words[0] in {"of", "among"} and (words[1] in {"these", "those", "them"} or words[1:] == ["the", "total"])


def _listed_noun(where: Scene, count: Count, last: Reading) -> bool:
    """Whether a noun of a list is counted together with the figure just told: seven investigations in 2012 *and four convictions*."""
    if not count.nouns or last.sentence is not where.sentence or last.how not in {"", "part"} or last.count.last >= count.first:
        return False
    between = where.tokens[last.count.last : count.first]
    return between[-1].lower in {"and", ","} and not any(t.tag in FINITE or t.text == ";" for t in between)


def _at_that_time(where: Scene, count: Count, last: Reading) -> str | None:
    """The period of the figures just told, or the year after it, to which words refer: *in the same year*, *the following year*."""
    tokens, sentence = where.tokens, where.sentence
    begins = {sentence.first, sentence.clause_of(count.first).first}
    for i in (*(n for b in begins for n in range(b, min(b + 4, count.first))), *range(count.last, where.end(count))):
        if i + 1 >= sentence.last or tokens[i + 1].lower not in _SPANS or last.fact.period is None:
            continue
        if tokens[i].lower == "same" or (tokens[i].lower == "that" and tokens[i + 1].lower == "year"):
            return last.fact.period
        if tokens[i].lower in _NEXT and tokens[i + 1].lower == "year" and last.fact.period.isdigit():
            return str(int(last.fact.period) + 1)
    return None


def _ensuing(where: Scene, count: Count, at: int, last: Reading) -> bool:
    """Whether a figure followed from the one just told: arrested 25 in 2013 *and charged nine*, *resulting in six convictions*."""
    if last.sentence is not where.sentence or last.how not in {"", "part"}:
        return False
    before = {t.lower for t in where.tokens[max(where.sentence.first, count.first - 4) : count.first]}
    return bool(before & _ENSUING) or where.tokens[at - 1].lower == "and" or _joined_verb(where, count) is not None


def _joined_verb(where: Scene, count: Count) -> int | None:
    """The *and* by which the verb whose object a number is goes on from another verb with its subject: *and delivered* 12 convictions."""
    tokens, first = where.tokens, where.sentence.first
    verb = next((i for i in range(count.first - 1, max(first, count.first - _OBJECT), -1) if tokens[i].pos == "VERB"), None)
    if verb is None or any(t.text in {",", ";", "("} for t in tokens[verb : count.first]):
        return None
    j = verb - 1
    while j > first and (tokens[j].pos in {"ADV", "PART"} or tokens[j].lower in {"did", "not"}):
        j -= 1
    past = tokens[verb].tag in {"VBD", "VBN"} or (tokens[verb].tag == "VB" and any(t.lower == "did" for t in tokens[j:verb]))
    return j if past and tokens[j].lower == "and" else None


def _of_joined_verb(where: Scene, count: Count) -> str | None:
    """The date of the verb from which a figure's verb goes on: inspected factories *in 2017* and found 32 cases."""
    tokens, sentence = where.tokens, where.sentence
    joint = _joined_verb(where, count)
    if joint is None or any(count.first <= m.first for m in sentence.of("period")):
        return None
    verb = next((i for i in range(joint - 1, sentence.first, -1) if tokens[i].tag == "VBD" and tokens[i].pos == "VERB"), joint)
    mention = next((m for m in sentence.of("period") if verb < m.first < joint), None)
    if mention is None or mention.first - verb > _ADVERBIAL or not mention.value.isdigit() or mention.last < joint - 1:
        return None
    between = {t.lower for t in tokens[verb : mention.first]}
    dating = {tokens[mention.first].lower, tokens[mention.first - 1].lower} & {"in", "during"}
    return mention.value if dating and not between & (_COMPARING | _RELATIVE) else None


def _next_sentence(where: Scene, count: Count, at: int, last: Reading) -> bool:
    """Whether a sentence without a date tells more of what the one before dates: what *they also* did."""
    tokens, sentence = where.tokens, where.sentence
    if count.zero or last.count.zero or not where.follows(last.sentence):
        return False
    if any(not _of_comparison(where, m) for m in sentence.of("period")) or any(
        t.lower in {"has", "have"} for t in tokens[sentence.first : at]
    ):
        return False
    opening = [t.lower for t in tokens[sentence.first : count.first + 1]]
    if "also" in opening:
        return True
    return sentence.section == "other" and bool({opening[0], *(opening[1:2] if opening[0] in {"a", "an"} else ())} & _FURTHER)


def _of_comparison(where: Scene, mention: Mention) -> bool:
    """Whether a period is that of a number with which another is compared."""
    before = [c for c in where.counts if c.last <= mention.first]
    return bool(before) and link(where, before[-1]) == "comparison"
