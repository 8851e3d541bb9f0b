"""Triggers: the verbs and nouns of ``measures.tsv`` in a sentence, and whether a verb is active or passive there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.language.model import Annotated, Sentence, Token
from kg.vocabulary.measures import Measure, measures

BE: Final = frozenset({"be", "is", "are", "was", "were", "been", "being", "get", "got"})
HAVE: Final = frozenset({"have", "has", "had", "having"})
JOINTS: Final = frozenset({",", "and", "or", "nor", "/", "and/or", "then"})
_NOUNS: Final = frozenset({"NOUN", "PROPN", "ADJ"})
_OBJECTS: Final = frozenset({"DET", "NOUN", "PROPN", "ADJ", "PRON"})
_COUNTING: Final = frozenset({"any", "no", "approximately", "about", "around", "some"})
_OPENING: Final = frozenset({"at", "more", "over", "only", "up", "fewer", "less", "not", "just", "twice"})
_BOUNDING: Final = frozenset({"nearly", "almost", "roughly", "from", "between", "not", "anything", "anywhere", "only", "just", "another"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that may govern a count; ``passive`` where its object stands before it."""

    first: int
    last: int
    measures: tuple[Measure, ...]
    passive: bool
    bare: bool
    """A participle without an auxiliary: the 18 *convicted* the year before."""


def triggers(annotated: Annotated, sentence: Sentence) -> dict[int, Trigger]:
    """The triggers of a sentence by their first token; the participle that names exploitation is none: cases of *forced* labor."""
    tokens, table = annotated.tokens, measures()
    naming = {m.first for m in sentence.of("exploitation") if m.last - m.first > 1 and tokens[m.first + 1].pos == "NOUN"}
    found: dict[int, Trigger] = {}
    for i in range(sentence.first, sentence.last):
        held = None if i in naming else table.get(tokens[i].lower)
        if held and (fitting := [m for m in held if _stands(tokens, i, sentence.last, m)]):
            longest = max(len(m.words) for m in fitting)
            found[i] = Trigger(i, i + longest, tuple(fitting), *_voice(tokens, i, i + longest, sentence))
    return found


def _stands(tokens: Sequence[Token], i: int, last: int, m: Measure) -> bool:
    """Whether a measure's words stand at a token, as the part of speech that the measure wants."""
    if len(m.words) > 1:
        if i + 1 >= last or tokens[i + 1].lower != m.words[1]:
            return False
        if len(m.words) > 2 and tuple(t.lower for t in tokens[i + 2 : min(last, i + len(m.words))]) != m.words[2:]:
            return False
    if tokens[i].lower == "reporting" and i + 1 < last and tokens[i + 1].lower in {"period", "year", "periods"}:
        return False
    nominal = tokens[i].pos in _NOUNS
    if m.kind in {"noun", "of", "nought"}:
        return nominal and not _compounded(tokens, i, last)
    return not (nominal and tokens[i].tag in {"NNS", "NN", "NNP"} and not tokens[i].lower.endswith(("ed", "ing")))


def _compounded(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a noun is the second half of an adjective: a *long-term* shelter."""
    return tokens[i - 1].text == "-" and i + 1 < last and tokens[i + 1].pos in {"NOUN", "PROPN"}


def _voice(tokens: Sequence[Token], i: int, after: int, sentence: Sentence) -> tuple[bool, bool]:
    """Whether the verb is passive, and whether it is a participle without an auxiliary."""
    token = tokens[i]
    if token.tag in {"VB", "VBP", "VBZ", "VBG"}:
        return False, False
    j = i - 1
    while j >= sentence.first and i - j < 9:
        t = tokens[j]
        if t.lower in BE:
            return True, False
        if t.lower in {"who", "which", "that"}:
            return False, False
        if t.lower in HAVE or t.lower in {"to", "did", "does"} or t.tag == "MD":
            return False, False
        joined = t.lower in JOINTS or t.lower in {"both", "either", "neither"} or (t.tag in {"VBN", "VBD"} and t.lower in measures())
        if not (t.pos == "ADV" or t.lower in {"not", "n't"} or joined):
            break
        j -= 1
    following = _past_joined(tokens, after, sentence.last)
    takes = following < sentence.last and _opens_object(tokens, following, token.tag == "VBN")
    return (False, False) if takes else (True, True)


def _past_joined(tokens: Sequence[Token], i: int, last: int) -> int:
    """The token after the verbs that are joined to a verb: identified *and repatriated* 145."""
    j = i
    while j < last and (
        tokens[j].lower in JOINTS or (tokens[j].tag in {"VBN", "VBD"} and (tokens[j - 1].lower in JOINTS or tokens[j].lower in measures()))
    ):
        j += 1
    return j if j > i and tokens[j - 1].lower not in JOINTS else i


def _opens_object(tokens: Sequence[Token], i: int, participle: bool) -> bool:
    """Whether a token begins the object of the verb before it; after a participle only a number does."""
    token = tokens[i]
    counting = token.pos == "NUM" or token.lower in _COUNTING or (token.lower in _BOUNDING and _number(tokens, i + 1))
    return counting or (not participle and (token.pos in _OBJECTS or token.lower in _OPENING))


def _number(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token is a number that is no year: housed *from 30* to 40."""
    return i < len(tokens) and tokens[i].pos == "NUM" and not (len(tokens[i].text) == 4 and tokens[i].text[:2] in {"19", "20"})
