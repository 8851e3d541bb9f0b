"""Values for the parameters of a question, bound as RDF terms: nothing that a user writes is read as SPARQL."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from pyoxigraph import Literal, NamedNode

from kg.errors import UsageProblem
from kg.graph.questions import Parameter, Question
from kg.graph.questions.header import place_of
from kg.graph.terms import INTEGER
from kg.graph.values import Term
from kg.vocabulary.iris import place_iri, token_iri
from kg.vocabulary.places import by_code, places, regions
from kg.vocabulary.schemes import concepts

_REGION = re.compile(r"region:[a-z]+(-[a-z]+)*")


def bound(question: Question, values: Mapping[str, Sequence[str]]) -> str:
    """The question's SPARQL with values for its parameters; several values of one mean any of them.

    UsageProblem for a parameter that the question does not have and for a value that cannot be one.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    sparql = question.sparql
    for name, given in values.items():
        if name not in known:
            have = f"its parameters are {', '.join(f'--{p}' for p in known)}" if known else "it has none"
            raise UsageProblem(f"the question {question.name} has no parameter --{name}; {have}")
        terms = " ".join(str(_term(known[name], value)) for value in given)
        sparql = place_of(name).sub(partial(_line, terms), sparql)
    return sparql


def _line(terms: str, found: re.Match[str]) -> str:
    return f"{found['indent']}{found['before']} {terms} {found['after']}"


def _term(parameter: Parameter, value: str) -> Term:
    return TYPES.get(parameter.type, _token)(parameter, value)


def _place(parameter: Parameter, value: str) -> NamedNode:
    """A country or region by its code, name or demonym, in any case."""
    folded = value.strip().casefold().replace("’", "'")
    if value.upper() in by_code():
        return NamedNode(place_iri(value.upper()))
    if _REGION.fullmatch(folded):
        return NamedNode(place_iri(folded))
    known = [(form, place.code) for place in (*places(), *regions()) for form in place.names]
    known += [(form, place.code) for place in (*places(), *regions()) for form in place.demonyms]
    for form, code in known:
        if folded == form.casefold():
            return NamedNode(place_iri(code))
    raise _wrong(parameter, value, "a country by its ISO 3166-1 code or name, as LAO or Laos, or a region, as region:western-europe")


def _year(parameter: Parameter, value: str) -> Literal:
    if not re.fullmatch(r"\d{4}", value, re.ASCII):
        raise _wrong(parameter, value, "a year of four digits")
    return Literal(value, datatype=INTEGER)


def _number(parameter: Parameter, value: str) -> Literal:
    if not re.fullmatch(r"\d{1,9}", value, re.ASCII):
        raise _wrong(parameter, value, "a whole number from 0")
    return Literal(str(int(value)), datatype=INTEGER)


def _words(parameter: Parameter, value: str) -> Literal:
    return Literal(value)


def _token(parameter: Parameter, value: str) -> NamedNode:
    """A value of the vocabulary that the parameter's type names, by its token or label."""
    folded = value.casefold()
    for concept in concepts(parameter.type):
        if folded in (concept.token.casefold(), concept.label.casefold()):
            return NamedNode(token_iri(parameter.type, concept.token))
    raise _wrong(parameter, value, f"one of {', '.join(concept.token for concept in concepts(parameter.type))}")


def _wrong(parameter: Parameter, value: str, wanted: str) -> UsageProblem:
    return UsageProblem(f"--{parameter.name} {value!r} is not known: it must be {wanted}")


TYPES: dict[str, Callable[[Parameter, str], Term]] = {"place": _place, "year": _year, "number": _number, "words": _words}
"""How a value is read, by the type of its parameter; every other type is a vocabulary."""
