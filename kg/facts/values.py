"""What a field of a fact may hold, so that JSON, CSV, RDF, ontology and shapes all follow one declaration."""

from dataclasses import dataclass, field
from typing import Any

__all__ = ["BOOLEAN", "INTEGER", "NUMBER", "PARTY", "PLACE", "TEXT", "YEAR", "Token", "Value", "ValueType", "has", "has_many"]


@dataclass(frozen=True, slots=True)
class ValueType:
    """A type of value; ``name`` is one of ``text integer number year boolean place party token``."""

    name: str


@dataclass(frozen=True, slots=True)
class Token(ValueType):
    """A value of the closed vocabulary ``scheme`` (a table in ``kg/vocabulary/schemes``)."""

    name: str = field(default="token", init=False)
    scheme: str = ""
    besides: tuple[str, ...] = ()
    """Tokens of the scheme that only this field may hold (their rows have a word in the column ``only``)."""


TEXT = ValueType("text")
"""Words of the document, or a short title in its words."""
INTEGER = ValueType("integer")
NUMBER = ValueType("number")
"""An integer or a decimal."""
YEAR = ValueType("year")
BOOLEAN = ValueType("boolean")
PLACE = ValueType("place")
"""ISO 3166-1 alpha-3, or ``region:`` and words in kebab case."""
PARTY = ValueType("party")
"""A place, a token of the scheme ``party`` (government, ngo, international_organization), or a name as written."""


@dataclass(frozen=True, slots=True)
class Value:
    """The declaration of one field of a kind of fact."""

    type: ValueType
    definition: str
    example: str
    identifies: bool = False
    extra: bool = False
    """True for fields that the interchange format lists as extras, which a scorer ignores."""


def has(type: ValueType, definition: str, example: str, *, identifies: bool = False, extra: bool = False) -> Any:
    """Declare a field that may be unknown (None)."""
    return field(default=None, metadata={"value": Value(type, definition, example, identifies, extra)})


def has_many(type: ValueType, definition: str, example: str, *, identifies: bool = False, extra: bool = False) -> Any:
    """Declare a field that holds a set, kept as a sorted tuple without repetition."""
    return field(default=(), metadata={"value": Value(type, definition, example, identifies, extra)})
