"""The period of a clause: the first one that it names."""

import re
from collections.abc import Sequence
from typing import Final

from kg.language.model import Annotated, Clause, Mention, Sentence, Token
from kg.language.periods import MONTHS
from kg.vocabulary.law_words import law_words

_SOURCE_YEAR: Final = re.compile(r"\s*\)\s*;?\.?\s*$")

REPORTED_TO: Final = 3
"""The month with which the period of a trafficking report ends."""
_DATING: Final = frozenset({"of", "and", "to", "through", "-", "–"})
"""What may stand between a month and its year, or another month."""
_WHEN: Final = frozenset({"in", "during", "since", "by", "until", "for", "of"})
"""Before a year that tells when."""
_IN_NAME: Final = frozenset({"NOUN", "PROPN", "ADJ"})


def period_in(annotated: Annotated, sentence: Sentence, clause: Clause) -> str | None:
    """The first period inside a clause; a year in brackets at its end, which tells which report it comes from, is none."""
    told = (m.value for m in periods(annotated, sentence, clause) if not _names(annotated.tokens, m, clause.last))
    return next(told, None) or _month(annotated, sentence, clause)


def _names(tokens: Sequence[Token], mention: Mention, last: int) -> bool:
    """Whether a year is only that by which a law or a plan is called: «under *the 2009 anti-trafficking act*»."""
    if not mention.value[:1].isdigit() or tokens[mention.first - 1].lower in _WHEN:
        return False
    i = mention.last
    while i < last and (tokens[i].pos in _IN_NAME or tokens[i].lower in {"-", "in"}):
        if re.fullmatch(law_words("dated"), tokens[i].lower):
            return True
        i += 1
    return False


def in_year(annotated: Annotated, sentence: Sentence, month: str) -> str | None:
    """A month that is named without its year, with the year.

    A report on a year's trafficking covers the months up to March of the year of its title; others cover the calendar year.
    """
    year = annotated.document.year
    return f"{year - (sentence.section != 'other' and int(month) > REPORTED_TO)}-{month}" if year else None


def _month(annotated: Annotated, sentence: Sentence, clause: Clause) -> str | None:
    """The month, without a year, *in* which a clause says that something happened."""
    tokens = annotated.tokens
    for i in range(clause.first + 1, clause.last):
        month = MONTHS.get(tokens[i].lower) if tokens[i - 1].lower == "in" and tokens[i].text[:1].isupper() else None
        dated = i + 1 < clause.last and (tokens[i + 1].pos == "NUM" or tokens[i + 1].lower in _DATING)
        if month and not dated:
            return in_year(annotated, sentence, month)
    return None


def periods(annotated: Annotated, sentence: Sentence, clause: Clause) -> list[Mention]:
    """The periods that a clause names, without that of the report that it comes from."""
    text = annotated.document.text
    inside = [m for m in sentence.of("period") if clause.first <= m.first < clause.last]
    return [m for m in inside if not (text[m.start - 1 : m.start] == "(" and _SOURCE_YEAR.match(text[m.end : sentence.end]))]
