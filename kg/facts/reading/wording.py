"""Searching the words of a sentence: the same length as the text, so that a match gives offsets."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from re import Match, Pattern
from typing import Final

from kg.facts.model import Evidence
from kg.facts.reading.evidence import evidence
from kg.language.model import Annotated, Clause, Sentence

_BEHIND: Final = re.compile(r"\(\?<[=!][^()]*\)")
_PLAIN = str.maketrans("’‘‑\xa0\n\t“”", "''-   \"\"")


@lru_cache(maxsize=512)
def folded(text: str) -> str:
    """Lower case with typewriter's signs, code point by code point, so that offsets stay."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    return lower.translate(_PLAIN)


def words_of(annotated: Annotated, sentence: Sentence) -> str:
    """The folded words of a sentence; add ``sentence.start`` to an offset in them for one in the document."""
    return folded(annotated.document.text[sentence.start : sentence.end])


def _single(found: re.Match[str]) -> str:
    """A look-behind with one white space for a blank: it must have one width."""
    return found.group().replace(" ", r"\s")


@cache
def pattern(*alternatives: str) -> Pattern[str]:
    """Regular expressions joined as alternatives between word boundaries.

    A blank stands for any white space, one with ``?`` for none or any.
    """
    joined = "|".join(_BEHIND.sub(_single, a).replace(" ?", r"\s*").replace(" ", r"\s+") for a in alternatives)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)


def clause_at(annotated: Annotated, sentence: Sentence, offset: int) -> Clause:
    """The clause in which an offset of the document lies."""
    return sentence.clause_of(annotated.token_at(offset))


def clause_evidence(annotated: Annotated, clause: Clause) -> Evidence:
    """A clause as evidence, without a conjunction or relative at its beginning."""
    tokens, first = annotated.tokens, clause.first
    while first < clause.last - 1 and (tokens[first].pos in {"CCONJ", "SCONJ", "PUNCT"} or tokens[first].lower in {"however", "therefore"}):
        first += 1
    end = tokens[clause.last - 1].end
    return evidence(annotated, tokens[first].start, end - (tokens[clause.last - 1].text == "."))


def matches(annotated: Annotated, sentence: Sentence, wanted: Pattern[str]) -> Iterator[tuple[Match[str], int]]:
    """Each match in the sentence's folded words, with its offset in the document."""
    yield from ((m, sentence.start + m.start()) for m in wanted.finditer(words_of(annotated, sentence)))
