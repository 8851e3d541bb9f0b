"""The period of a clause: the first one that it names."""

import re
from typing import Final

from kg.language.model import Annotated, Clause, Mention, Sentence

_SOURCE_YEAR: Final = re.compile(r"\s*\)\s*;?\.?\s*$")


def period_in(annotated: Annotated, sentence: Sentence, clause: Clause) -> str | None:
    """The first period inside a clause; a year in brackets at its end, which tells which report it comes from, is none."""
    return next((m.value for m in periods(annotated, sentence, clause)), None)


def periods(annotated: Annotated, sentence: Sentence, clause: Clause) -> list[Mention]:
    """The periods that a clause names, without that of the report that it comes from."""
    text = annotated.document.text
    inside = [m for m in sentence.of("period") if clause.first <= m.first < clause.last]
    return [m for m in inside if not (text[m.start - 1 : m.start] == "(" and _SOURCE_YEAR.match(text[m.end : sentence.end]))]
