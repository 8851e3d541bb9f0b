"""A statement on trafficking with what its reading needs: the document, what was said before, and the evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.facts.model import Certainty
from kg.facts.reading.flow_frames import Frame
from kg.facts.reading.flow_parts import Element
from kg.facts.reading.flow_routes import Route
from kg.facts.reading.roles import Called
from kg.language.model import Annotated, Sentence
from kg.language.people import Group
from kg.language.whereabouts import Whereabout

POINTING = frozenset({"there", "deixis"})


class Received(NamedTuple):
    """People who are exploited in the narrative's country: the sentence that says so, the sort of people and of exploitation."""

    sentence: int
    victims: Sequence[str]
    exploitation: Sequence[str]
    certainty: Certainty = "stated"
    """How sure the text is of it."""


@dataclass(slots=True)
class Memory:
    """What was spoken of before: people, and places with a name."""

    people: Sequence[Group] = ()
    places: Sequence[Whereabout] = ()
    way: Sequence[Element] = ()
    """The places of the last statement, with their cues."""
    index: int = -2
    """The index of its sentence."""
    group: int = -1
    """The sentence of the text that it is part of."""
    roles: frozenset[str] = frozenset()
    """What the text calls the narrative's country: source, transit, destination."""
    called_for: tuple[Sequence[str], Sequence[str]] = ((), ())
    """The people of whom it is called so, and how they are exploited."""
    counted: int = -10
    """The index of the last sentence that counts victims."""
    exploited: bool = False
    """True where the people were said to be exploited or trafficked."""
    path: Sequence[Whereabout] = ()
    """The places that they have come through and to."""
    received: Received | None = None
    """Who was last said to be exploited in the narrative's country."""
    found: Sequence[Element] = ()
    """What showed the last exploitation."""
    told: Sequence[Element] = ()
    """What was said of it."""


class Ends(NamedTuple):
    """One origin, one destination and the places between; ``doubtful`` where a hedge stands before one of them."""

    origin: str | None
    destination: str | None
    via: tuple[str, ...]
    doubtful: bool


Resolved = list[tuple[str | None, bool]]
"""Codes, and whether a hedge stands before them."""


Told = tuple[Route, Sequence[Element]]
"""A route and what is said of exploitation and trades on it."""


class Context(NamedTuple):
    """A statement with all that its reading needs."""

    annotated: Annotated
    sentence: Sentence
    frame: Frame
    role: Called | None
    memory: Memory
    evidence: Sequence[Element]

    @property
    def home(self) -> str:
        """The narrative's country."""
        return self.annotated.document.country
