"""The words about facilities, each role of their table as one expression."""

import re
from functools import cache

from kg.facts.reading.wording import pattern
from kg.vocabulary.facility_words import facility_words


@cache
def cue(role: str) -> re.Pattern[str]:
    """The words of a role between word boundaries; where they stand before or behind a noun they end or begin with blanks themselves."""
    return pattern(*(p for _, p in facility_words(role)))
