"""The value of a fact's field as an RDF term, and back, by the declared type of the value."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from pyoxigraph import Literal, NamedNode

from kg.errors import DataProblem
from kg.facts.values import Token, ValueType
from kg.graph.terms import BOOLEAN, DECIMAL, INTEGER
from kg.vocabulary.iris import place_iri, place_of, token_iri, token_of
from kg.vocabulary.places import by_code
from kg.vocabulary.schemes import tokens

Term = NamedNode | Literal

Statement = tuple[NamedNode, NamedNode, Term]
"""A subject, a property and a value, before they belong to a graph: the store library makes its own only where it must."""


class Form(NamedTuple):
    """How a type of value is written as a term and read back; both are exact inverses."""

    write: Callable[[Any, ValueType], Term]
    read: Callable[[Term, ValueType], Any]


def to_term(value: Any, type: ValueType) -> Term:
    """The RDF term that holds a value."""
    return FORMS[type.name].write(value, type)


def from_term(term: Term, type: ValueType) -> Any:
    """The value that a term holds; DataProblem where it cannot be one of the type."""
    return FORMS[type.name].read(term, type)


def _number(value: float, _: ValueType) -> Literal:
    if isinstance(value, float) and not value.is_integer():
        return Literal(format(Decimal(repr(value)), "f"), datatype=DECIMAL)
    return Literal(str(int(value)), datatype=INTEGER)


def _read_number(term: Term, _: ValueType) -> float:
    try:
        return int(term.value) if "." not in term.value else float(term.value)
    except ValueError:
        raise DataProblem(f"{term.value!r} stands in the graph where a number must be") from None


def _boolean(value: bool, _: ValueType) -> Literal:
    return Literal("true" if value else "false", datatype=BOOLEAN)


def _read_boolean(term: Term, _: ValueType) -> bool:
    return term.value in ("true", "1")


def _text(value: str, _: ValueType) -> Literal:
    return Literal(value)


def _read_text(term: Term, _: ValueType) -> str:
    return term.value


def _place(value: str, _: ValueType) -> NamedNode:
    return NamedNode(place_iri(value))


def _read_place(term: Term, _: ValueType) -> str:
    return _known(place_of(term.value), term, "a place")


def _token(value: str, type: ValueType) -> NamedNode:
    return NamedNode(token_iri(_scheme(type), value))


def _read_token(term: Term, type: ValueType) -> str:
    scheme = _scheme(type)
    return _known(token_of(scheme, term.value), term, f"a value of the vocabulary {scheme}")


def _party(value: str, type: ValueType) -> Term:
    """A place or a token of ``party`` is an IRI; a name as written is a literal, so that each reads back as it was."""
    if value.startswith("region:") or value in by_code():
        return _place(value, type)
    return NamedNode(token_iri("party", value)) if value in tokens("party") else Literal(value)


def _read_party(term: Term, _: ValueType) -> str:
    if isinstance(term, Literal):
        return term.value
    return _known(place_of(term.value) or token_of("party", term.value), term, "a party")


def _scheme(type: ValueType) -> str:
    assert isinstance(type, Token)
    return type.scheme


def _known(value: str | None, term: Term, what: str) -> str:
    if value is None:
        raise DataProblem(f"{term.value!r} stands in the graph where {what} must be")
    return value


FORMS = {
    "text": Form(_text, _read_text),
    "integer": Form(_number, _read_number),
    "number": Form(_number, _read_number),
    "year": Form(_number, _read_number),
    "boolean": Form(_boolean, _read_boolean),
    "place": Form(_place, _read_place),
    "token": Form(_token, _read_token),
    "party": Form(_party, _read_party),
}
