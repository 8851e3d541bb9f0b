"""Sentences of running text that ask for something: "The government should …" is a recommendation wherever it stands."""

import re
from functools import cache

from kg.vocabulary.places import by_code

_LEAD = (
    r"(?:(?:to|in order to|moreover|in addition|finally|also|additionally|furthermore|nonetheless|nevertheless|therefore|accordingly|"
    r"in particular|in the (?:coming|next) years?|over the (?:coming|next) years?|going forward)\b[^.;:]{0,160}?,?\s+)?"
)
_WHO = r"(?:government|authorities|officials|police|prosecutors|courts|judges|judiciary|parliament|legislature|law enforcement)"
_ASKED = (
    r"(?:should|ought\s+to|needs?\s+to|(?:is|are)\s+(?:strongly\s+)?(?:urged|encouraged|called\s+(?:up)?on|advised)\s+to)"
    r"(?:\s+(?:also|now|further|instead|therefore|additionally))?(?=,?\s+(?!have\b|be\s+noted)[a-z])"
)


def asked(text: str, country: str | None, *, again: bool = False) -> int:
    """The end of the words with which a sentence asks the government of a country for something, or 0 where it does not begin so.

    ``again`` lets "it" and "they" stand for the government, as behind a sentence that asked it for something.

    >>> "The government should train its police."[asked("The government should train its police.", None) :]
    ' train its police.'
    """
    found = _begins(country, again=again).match(text)
    return found.end() if found else 0


@cache
def _begins(country: str | None, *, again: bool) -> re.Pattern[str]:
    known = by_code().get(country or "")
    names = "|".join(sorted(map(re.escape, known.names), key=len, reverse=True)) if known else "(?!)"
    whose = r"(?:(?-i:[A-Z])[\w'’-]+|local|national|relevant|central|federal)"
    pronoun = "|it|they" if again else ""
    subject = rf"(?:(?:the\s+)?(?:{whose}\s+){{0,2}}{_WHO}(?:\s+of\s+[\w'’ -]{{2,40}}?)?|(?:the\s+)?(?:{names}){pronoun})"
    return re.compile(rf"{_LEAD}{subject}\s+{_ASKED}", re.IGNORECASE)
