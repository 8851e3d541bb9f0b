"""Collaboration: two or more bodies work together, or one relies on another."""

from dataclasses import dataclass
from typing import ClassVar

from kg.facts.model import Fact, Kind
from kg.facts.values import PARTY, Token, has_many


@dataclass(frozen=True, kw_only=True)
class Collaboration(Fact):
    """Two or more bodies work together, or one relies on another."""

    kind: ClassVar[Kind] = Kind(
        name="collaboration",
        label="Collaboration",
        definition="Two or more bodies work together, or one relies on another.",
        example="The ministry works with UNICEF.",
    )

    actors: tuple[str, ...] = has_many(PARTY, "Who works together.", "UNICEF", identifies=True)
    topics: tuple[str, ...] = has_many(Token("topic"), "The areas of anti-trafficking work that it concerns.", "protection")
