"""Noun phrases after a number: where they end, which noun is the head, and what that noun is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.language.model import Annotated, Sentence, Token
from kg.vocabulary.measures import Measure, counted, measures, plurals

DETERMINERS: Final = frozenset({"the", "these", "those", "this", "its", "their", "his", "her", "our", "whose"})
TIMES: Final = frozenset({"year", "years", "month", "months", "week", "weeks", "day", "days"})
_NEARBY: Final = frozenset({"last", "this", "next"})
"""Words that open a time right after a number, or right after what is counted, and are no noun of it: as against nine *last year*."""
_NOUNLIKE: Final = frozenset({"NOUN", "PROPN", "ADJ"})
_MODIFYING: Final = frozenset({"VBN", "VBG", "JJ", "VBD"})
_PREDICATES: Final = frozenset({"was", "were", "had", "concerned", "involved", "came", "led", "resulted", "remained", "ended", "related"})
_DESCRIBING: Final = frozenset({"pending", "remaining"})
_JOINED_GROUPS: Final = frozenset({"person", "official", "offender"})
_LIST: Final = frozenset({",", "and", "or", "nor", "/"})
HABITUAL: Final = frozenset({"do", "does", "can", "could", "would", "will", "should", "may", "might", "must"})
_NO_EFFORT: Final = ("report", "efforts", "to")
_SOMETIMES: Final = frozenset({"always", "often", "sometimes"})
_PLAINLY: Final = frozenset({"formally", "officially", "ever", "yet", "specifically", "subsequently"})


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a document within one sentence, and which of them name a people: 11 *Kyrgyz*."""

    tokens: Sequence[Token]
    first: int
    last: int
    people: frozenset[int]
    exploited: frozenset[int]
    """Where words for exploitation begin."""

    def lower(self, i: int) -> str:
        """The word at a token, in lower case; empty outside the sentence."""
        return self.tokens[i].lower if self.first <= i < self.last else ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: the token after it, its head and what that head is."""

    last: int
    head: int | None
    group: str
    """The class of the head in ``counted.tsv``; ``event`` for a measure, ``other`` for anything else, ``*`` without a head."""
    unit: str | None
    nouns: tuple[Measure, ...]


def line(annotated: Annotated, sentence: Sentence) -> Line:
    """The line of a sentence."""
    people = frozenset(m.last - 1 for m in sentence.of("place") if m.form == "demonym")
    exploited = frozenset(m.first for m in sentence.of("exploitation"))
    return Line(annotated.tokens, sentence.first, sentence.last, people, exploited)


def phrase(text: Line, first: int) -> Phrase:
    """The noun phrase that begins at a token: its head is the last noun; known nouns joined by *and* or *or* go with it."""
    if text.lower(first) in {"and", "or"} or (text.lower(first) in _NEARBY and text.lower(first + 1) in {*TIMES, "period"}):
        return Phrase(first, None, "*", None, ())
    i, head = first, None
    while i < text.last and (step := _step(text, i, head)):
        head = i if step == "noun" else head
        i += 1
    if head is None:
        return Phrase(first, None, "*", None, ())
    group, unit, nouns = _meaning(text, head)
    if nouns:
        last, nouns = _joined(text, head + 1, nouns)
        return Phrase(last, head, group, unit, nouns)
    return Phrase(_past_list(text, head + 1, group), head, group, unit, ())


def _past_list(text: Line, i: int, group: str) -> int:
    """Past further people of a list that *and* ends: 60 judges, *prosecutors, and police officers*."""
    j, ends = i, False
    while group in {"official", "offender"} and not ends and text.lower(j) in {",", "and"}:
        while text.lower(j) in {",", "and"}:
            j, ends = j + 1, ends or text.lower(j) == "and"
        words = _nouns_from(text, j)
        known = counted().get(words[-1].lower) if words and text.tokens[j].pos not in {"NUM", "DET"} else None
        if known is None or known.group not in {group, "person"}:
            return i
        j += len(words)
    return j if ends else i


def _step(text: Line, i: int, head: int | None) -> str:
    """Whether a token goes on with a phrase, as a noun or as something between; empty where the phrase ends."""
    token = text.tokens[i]
    if text.lower(i) in _NEARBY and text.lower(i + 1) in {*TIMES, "period"}:
        return ""
    if _predicated(text, i) if head is None else _closes(text, head, i):
        return ""
    if _is_noun(text, i):
        return "noun"
    if token.lower in {"and", "or"}:
        return "joint" if _goes_on(text, i, head) else ""
    if token.text in {"-", "“", "”", '"', "‘"} or (token.pos == "ADV" and head is None) or _modifies(text, i):
        return "between"
    return "between" if token.pos == "ADJ" and (head is None or _is_noun(text, i + 1)) else ""


def _predicated(text: Line, i: int) -> bool:
    """Whether a word says what those counted did: 16 *stood* trial, not six *pending* court cases."""
    before_noun = i + 1 < text.last and text.tokens[i + 1].pos in _NOUNLIKE
    describes = before_noun and (text.lower(i) in _DESCRIBING or (text.tokens[i].tag == "NN" and text.tokens[i - 1].pos != "NUM"))
    return _predicates(text.lower(i)) and text.tokens[i - 1].text != "-" and not describes


def _closes(text: Line, head: int, i: int) -> bool:
    """Whether a noun ends its phrase: a time, and several people, whom the tagger may join to their verb: 12 *children* work."""
    word = text.lower(head)
    if word in TIMES:
        return True
    several = word in counted() and counted()[word].group in {"person", "victim", "offender"} and word in plurals_of_people()
    return several and text.lower(i) not in counted() and text.lower(i) not in noun_measures() and text.lower(i) not in {"and", "or"}


@cache
def plurals_of_people() -> frozenset[str]:
    """The plurals of counted nouns."""
    return frozenset(form for word in counted() for form in plurals(word)[1:] if form in counted())


def _is_noun(text: Line, i: int) -> bool:
    if i >= text.last:
        return False
    token = text.tokens[i]
    return token.pos in {"NOUN", "PROPN"} or i in text.people or (token.pos != "VERB" and token.lower in counted())


def _modifies(text: Line, i: int) -> bool:
    """Whether a participle, adjective or possessive stands before a noun of the same phrase."""
    token = text.tokens[i]
    if token.lower == "'s" or token.tag == "POS":
        return True
    if token.lower == "involving":
        return False
    if token.tag not in _MODIFYING or _predicated(text, i) or i + 1 >= text.last:
        return False
    return _is_noun(text, i + 1) or (text.tokens[i + 1].pos == "ADJ" and _is_noun(text, i + 2))


def _predicates(word: str) -> bool:
    """Whether a verb's subject is counted, so that it is no participle after a number: 16 *stood* trial."""
    return word in _PREDICATES or any(m.kind == "subject" for m in measures().get(word, ()))


def _goes_on(text: Line, i: int, head: int | None) -> bool:
    """Whether a conjunction joins modifiers, *sex and labor trafficking victims*, or people, *men and women*."""
    after = _nouns_from(text, i + 1)
    if not after:
        return False
    if head is None:
        return True
    left, right = counted().get(text.tokens[head].lower), counted().get(after[-1].lower)
    if left is None and text.tokens[head].lower not in noun_measures():
        return right is not None or after[-1].lower in noun_measures()
    return left is not None and right is not None and left.group == right.group and left.group in _JOINED_GROUPS


def _nouns_from(text: Line, first: int) -> Sequence[Token]:
    i = first
    while i < text.last and (text.tokens[i].pos in _NOUNLIKE or text.tokens[i].text == "-"):
        i += 1
    return text.tokens[first:i]


def _meaning(text: Line, head: int) -> tuple[str, str | None, tuple[Measure, ...]]:
    word = text.tokens[head].lower
    if head > text.first and (double := _double().get((text.lower(head - 1), word))):
        return "event", None, (double,)
    if found := noun_measures().get(word):
        return "event", None, (found,)
    if known := counted().get(word):
        return known.group, known.unit, ()
    name = text.tokens[head].text
    unknown = text.tokens[head].pos == "PROPN" and name[:1].isupper() and name[1:].islower() and text.tokens[head - 1].pos == "NUM"
    return ("person", "people", ()) if head in text.people or unknown else ("other", None, ())


@cache
def noun_measures() -> dict[str, Measure]:
    """The nouns that are counted themselves, by their written forms."""
    found: dict[str, Measure] = {}
    for form, held in measures().items():
        noun = next((m for m in held if m.kind == "noun" and len(m.words) == 1), None)
        if noun:
            found[form] = noun
    return found


@cache
def _double() -> dict[tuple[str, str], Measure]:
    """The counted nouns of two words that mean something other than their last word: a *preliminary proceeding*."""
    held = (
        (m, word) for forms in measures().values() for m in forms if m.kind == "noun" and len(m.words) == 2 for word in plurals(m.words[1])
    )
    return {(m.words[0], word): m for m, word in held}


def _joined(text: Line, i: int, nouns: tuple[Measure, ...]) -> tuple[int, tuple[Measure, ...]]:
    """Further nouns of a list, and where it ends: *investigations, prosecutions, or convictions*."""
    end = i
    while i < text.last:
        j = i
        while text.lower(j) in _LIST:
            j += 1
        words = _nouns_from(text, j)[:3]
        at = next((j + n for n, t in enumerate(words) if t.lower in noun_measures()), None)
        if j == i or at is None:
            break
        nouns, i = (*nouns, noun_measures()[text.lower(at)]), at + 1
        end = i
    return end, nouns


def simply_denied(text: Line, denial: int, i: int) -> bool:
    """Whether a negation denies a verb itself: not what is only done poorly, or habitually, nor efforts to do it, nor both of two."""
    between = text.tokens[denial + 1 : i]
    poorly = any(t.pos == "ADV" and t.lower.endswith("ly") and t.lower not in _PLAINLY for t in between)
    told = next((n + 3 for n in range(len(between) - 2) if tuple(t.lower for t in between[n : n + 3]) == _NO_EFFORT), 0)
    poorly = poorly or any(t.lower in _SOMETIMES for t in between)
    apart = any(t.pos in {"NOUN", "PROPN", "PRON"} or t.lower in {"and", "to"} for t in between[told:-1])
    return not poorly and not apart and text.lower(denial - 1) not in HABITUAL
