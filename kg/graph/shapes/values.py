"""The constraints that a declared type of value puts on a property, and how they read."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from kg.facts.values import Token, ValueType
from kg.graph.turtle import listed
from kg.vocabulary.iris import BASE
from kg.vocabulary.places import places
from kg.vocabulary.schemes import tokens

Properties = Sequence[tuple[str, str | Sequence[str]]]


class Constraint(NamedTuple):
    """What values must be: as SHACL, and as the end of the sentence “It must be …”."""

    properties: Properties
    words: str


def constraint(type: ValueType) -> Constraint:
    """The constraint that a declared type means."""
    return TYPES[type.name](type)


def place_pattern(*more: str) -> str:
    """The regular expression of the IRIs of known countries, of any region, and of what else is given."""
    codes = "|".join(sorted(place.code for place in places()))
    return "^" + BASE + "(" + "|".join([f"place/({codes})", "region/[a-z0-9]+(-[a-z0-9]+)*", *more]) + ")$"


def _text(_: ValueType) -> Constraint:
    return Constraint((("sh:datatype", "xsd:string"), ("sh:minLength", "1")), "some words")


def _integer(_: ValueType) -> Constraint:
    return Constraint((("sh:datatype", "xsd:integer"), ("sh:minInclusive", "0")), "a whole number, zero or more")


def _number(_: ValueType) -> Constraint:
    return Constraint((("sh:or", listed(["shape:Integer", "shape:Decimal"])), ("sh:minInclusive", "0")), "a number, zero or more")


def _year(_: ValueType) -> Constraint:
    between = (("sh:datatype", "xsd:integer"), ("sh:minInclusive", "1700"), ("sh:maxInclusive", "2199"))
    return Constraint(between, "a year of four digits")


def _boolean(_: ValueType) -> Constraint:
    return Constraint((("sh:datatype", "xsd:boolean"),), "true or false")


def _place(_: ValueType) -> Constraint:
    words = "a country by its ISO 3166-1 alpha-3 code, or a region in kebab case"
    return Constraint((("sh:node", "shape:Place"),), words)


def _party(_: ValueType) -> Constraint:
    return Constraint((("sh:or", listed(["shape:Party", "shape:Name"])),), f"a country, a region, a name, or one of {_names('party', ())}")


def _token(type: ValueType) -> Constraint:
    assert isinstance(type, Token)
    allowed = tokens(type.scheme, type.besides)
    return Constraint((("sh:in", listed(f"{type.scheme}:{token}" for token in allowed)),), f"one of {_names(type.scheme, type.besides)}")


def _names(scheme: str, besides: tuple[str, ...]) -> str:
    return ", ".join(tokens(scheme, besides))


TYPES: dict[str, Callable[[ValueType], Constraint]] = {
    "text": _text,
    "integer": _integer,
    "number": _number,
    "year": _year,
    "boolean": _boolean,
    "place": _place,
    "party": _party,
    "token": _token,
}
