"""Who told a sentence that is named only around it: at its end, or at the head of a sentence whose parts semicolons divide."""

from collections.abc import Sequence
from itertools import pairwise

from kg.language.clauses import FINITE
from kg.language.model import Annotated, Sentence, Token
from kg.vocabulary.qualifiers import words_of

SOURCE = ("according", "to")
NO_SOURCE = words_of("statute")
"""According to these something is so, and nobody only tells it."""
_SAID = words_of("said_last")
_TELLERS = words_of("source") | words_of("authority") | words_of("audience") | words_of("teller")
_CONTRARY = frozenset({"while", "whereas", "although", "though", "but"})
_NAMED = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "PART", "CCONJ", "PRON"})
_LONGEST = 12
"""How many tokens at most name the one who told it, and say when."""


def source_around(annotated: Annotated, sentence: Sentence, last: int) -> str:
    """The words with which a source is named before or behind a sentence of which the tokens up to ``last`` are part, else none."""
    return _before(annotated, sentence) or _behind(annotated, sentence, last)


def _before(annotated: Annotated, sentence: Sentence) -> str:
    """The words with which the parts of a sentence before a semicolon name a source at its head: *According to* the police, …; 12 …"""
    at = sentence.index
    while at and annotated.sentences[at - 1].group == sentence.group:
        at -= 1
    first = annotated.sentences[at].first
    opening = [t.lower for t in annotated.tokens[first : first + 6]]
    headed = at < sentence.index and tuple(opening[:2]) == SOURCE and not NO_SOURCE & set(opening)
    return annotated.words(first, first + 2) if headed else ""


def _behind(annotated: Annotated, sentence: Sentence, last: int) -> str:
    """The words with which a source is named at the very end, of all that goes before: …, *according to* NGOs; …, a union leader *said*."""
    tokens = annotated.tokens
    end = sentence.last - (tokens[sentence.last - 1].text in {".", ";"})
    begun = max(last, end - _LONGEST)
    comma = next((i for i in range(end - 1, begun - 1, -1) if tokens[i].text == "," and _names(tokens, i + 1, end)), -1)
    if comma < 0 or _set_apart(tokens, last, comma):
        return ""
    return annotated.words(comma + 1, end)


def _names(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether nothing but a source stands between two tokens: *according to a union leader*, *a union leader said in May*."""
    words = [t.lower for t in tokens[first:end]]
    if tuple(words[:2]) == SOURCE:
        on = any(a.text == "," and b.pos in {"ADP", "SCONJ", "VERB"} for a, b in pairwise(tokens[first:end]))  # …, for $90,000
        return not (on or NO_SOURCE & set(words) or any(t.tag in FINITE for t in tokens[first:end]))
    said = next((i for i in range(first, end) if tokens[i].text in _SAID and tokens[i].tag in FINITE | {"VBN"}), end)
    named = said < end and said > first and all(t.pos in _NAMED for t in tokens[first:said])
    when = said + 1 >= end or (tokens[said + 1].pos == "ADP" and all(t.pos in _NAMED for t in tokens[said + 1 : end]))
    return named and when and (tokens[said - 1].pos == "PROPN" or tokens[said - 1].lower in _TELLERS)


def _set_apart(tokens: Sequence[Token], last: int, comma: int) -> bool:
    """Whether what is told begins behind the words: …, *but* few did, according to; 12 girls, *some of whom* were beaten, according to."""
    return any(
        t.lower in _CONTRARY or (t.lower in {"who", "whom", "which", "whose"} and "," in {tokens[i - 1].text, tokens[i - 3].text})
        for i, t in enumerate(tokens[last:comma], last)
    )


def leaving_them(tokens: Sequence[Token], last: int, cue: int) -> bool:
    """Whether a cue behind is of what follows only: is a transit point for migrants, *leaving them vulnerable*."""
    return any(a.text == "," and b.lower in words_of("leaving") for a, b in pairwise(tokens[last:cue]))


def subject_behind(tokens: Sequence[Token], first: int) -> bool:
    """Whether words are the subject of a verb that follows: although it reported cases, *no prosecutions* or convictions *took* place."""
    following = next((t for t in tokens[first + 1 :] if t.pos not in {"NOUN", "PROPN", "ADJ", "ADP", "DET", "CCONJ", "NUM", "ADV"}), None)
    return following is not None and following.tag in FINITE
