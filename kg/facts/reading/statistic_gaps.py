"""Numbers that share the verb of the number before them, which is not said again."""

from typing import Final

from kg.facts.reading.statistic_count import Count
from kg.facts.reading.statistic_scene import Scene
from kg.language.model import Mention
from kg.vocabulary.count_words import count_words

_BESIDE: Final = frozenset({"only", "just", "merely", "a", "mere", "there", "it", "were", "was", "had", "been"})
"""What may stand between a period and the number that is told of it."""
_BOUNDS: Final = frozenset({",", ";", ":", "(", "—", "–", "and", "but", "while", "whereas", "though", "although"})
_ENDS: Final = frozenset({".", ",", ";", ")", "and", "but", "—", "–"})
_AUTHORITIES: Final = count_words("authority")
_AGAIN: Final = 80
"""How many words back a verb may stand that is said again of another time."""


def preposed(where: Scene, count: Count) -> Mention | None:
    """The period before a bare number of which no more is said: *the year before, 19*; *in 2010, only six*; *and in 2009 none*."""
    tokens, first = where.tokens, where.sentence.first
    if count.group != "*" or count.money or (count.last < where.sentence.last and tokens[count.last].lower not in _ENDS):
        return None
    j = count.first
    while j > first and (tokens[j - 1].pos == "ADV" or tokens[j - 1].lower in _BESIDE):
        j -= 1
    j -= j > first and tokens[j - 1].text == ","
    told = next((m for m in where.sentence.of("period") if m.last == j), None)
    if told is None:
        return None
    i = told.first
    while i > first and tokens[i - 1].pos == "ADP":
        i -= 1
    adverbial = i < told.first or not told.value[:1].isdigit() or tokens[i].pos == "ADP"
    return told if i == first or (adverbial and tokens[i - 1].lower in _BOUNDS) else None


def reprised(where: Scene, count: Count) -> bool:
    """Whether a verb is said again of a bare number and another time: filed charges in nine cases; it *had filed 12 the year before*."""
    tokens, verb = where.tokens, count.first - 1
    if count.group != "*" or count.zero or count.money or verb < where.sentence.first or tokens[verb].tag not in {"VBD", "VBN"}:
        return False
    dated = next((m for m in where.sentence.of("period") if 0 <= m.first - count.last <= 1), None)
    if dated is None or (dated.last < where.sentence.last and tokens[dated.last].lower not in _ENDS):
        return False
    return any(t.pos == "VERB" and t.lemma == tokens[verb].lemma for t in tokens[max(0, verb - _AGAIN) : verb])


def gapped(where: Scene, last: Count, count: Count) -> bool:
    """Whether a verb is to be repeated for another who acted: IOM assisted 44, *the Red Cross 12*."""
    between = where.tokens[last.last : count.first]
    after = where.tokens[count.last].text if count.last < where.sentence.last else "."
    named = all(t.pos in {"DET", "PROPN", "NOUN", "ADJ"} for t in between[1:] if t.lower != "and") and any(
        t.pos == "PROPN" for t in between
    )
    placed = [t.lower for t in between[:3]] in (["and", "the", "one"], ["and", "that", "in"], ["and", "the", "other"])
    placed = placed or (len(between) == 2 and between[0].lower == "and" and between[1].tag in {"NNS", "NNPS", "NNP"})
    acting = named and any(t.lower in _AUTHORITIES for t in between)
    same = count.group == "*" and (last.group == "*" or placed or acting)
    opens = 2 <= len(between) <= 6 and ((between[0].text == "," and named) or (placed and between[-1].pos in {"PROPN", "NOUN"}))
    return same and bool(opens) and after in {",", ".", ";", "more"}


def alone(where: Scene, count: Count) -> bool:
    """Whether a part of a sentence is no more than a number and a period: 60 were opened; *48 in 2012*."""
    rest = [i for i in range(count.last, where.sentence.last) if where.tokens[i].pos not in {"ADP", "PUNCT"}]
    dated = [m for m in where.sentence.of("period") if m.first >= count.last]
    return count.group == "*" and bool(dated) and all(dated[0].first <= i < dated[0].last for i in rest)
