"""Words that promise a fact, from ``triggers.tsv``, so that what was not understood can be listed."""

import re
from dataclasses import dataclass
from functools import cache

from kg.vocabulary.tables import rows


@dataclass(frozen=True, slots=True)
class Trigger:
    """A sort of words, and the kinds of fact of which one should say something of a sentence that has them."""

    name: str
    kinds: frozenset[str]
    pattern: re.Pattern[str]


@cache
def triggers() -> tuple[Trigger, ...]:
    """All triggers, in the order of the table."""
    return tuple(
        Trigger(row["trigger"], frozenset(row["kinds"].split(",")), re.compile(rf"(?<!\w)(?:{row['pattern']})(?!\w)"))
        for row in rows("triggers")
    )
