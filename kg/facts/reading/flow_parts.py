"""The parts of a statement on trafficking."""

from collections.abc import Sequence
from typing import NamedTuple

from kg.language.model import Token
from kg.language.people import Group
from kg.language.whereabouts import Places


class Element(NamedTuple):
    """A part of a statement; ``kind`` is group, verb, exploitation, service, sector, means or place."""

    kind: str
    first: int
    last: int
    value: str = ""
    """The class of a verb, the tokens of a vocabulary, or the cue of places (from, to, in, via)."""
    voice: str = ""
    group: Group | None = None
    places: Places | None = None

    @property
    def values(self) -> tuple[str, ...]:
        """The tokens of a vocabulary."""
        return tuple(self.value.split(",")) if self.value else ()


def behind_receiver(tokens: Sequence[Token], i: int, end: int) -> int:
    """Behind those to whom somebody is brought: "bring *them* girls", "supply *them with* girls"."""
    if i >= end or tokens[i].tag != "PRP":
        return i
    return i + 1 + (i + 1 < end and tokens[i + 1].lower == "with")
