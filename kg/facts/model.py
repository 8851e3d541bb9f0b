"""What every fact has: polarity, certainty, period, and the exact words that say it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, ClassVar, Literal, TypeVar, cast

from kg.facts.values import TEXT, Token, Value

Result = TypeVar("Result")

Polarity = Literal["affirmed", "negated"]
Certainty = Literal["stated", "reported", "possible"]

POLARITIES: tuple[Polarity, ...] = ("affirmed", "negated")
CERTAINTIES: tuple[Certainty, ...] = ("stated", "reported", "possible")
"""From the strongest to the weakest."""


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Words of the document: offsets in Unicode code points into the stored text, end exclusive."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact: its name in the interchange format, its term in the ontology, and what identifies a fact of it."""

    name: str
    label: str
    definition: str
    example: str
    by_period: bool = False
    """True where the period is part of the identity."""
    by_words: bool = False
    """True where the quoted words are the identity."""
    first_of: tuple[str, ...] = ()
    """Fields of which only the first that is known is part of the identity."""

    @property
    def term(self) -> str:
        """The local name of the ontology class: ``country_role`` is ``CountryRole``."""
        return "".join(part.capitalize() for part in self.name.split("_"))


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing that a document says, with the words that say it."""

    kind: ClassVar[Kind]

    doc: str
    polarity: Polarity = "affirmed"
    certainty: Certainty = "stated"
    period: str | None = None
    """``2010``, ``2010-04``, ``2007/2010``, ``2013-01/2013-03``, ``reporting`` or ``previous``."""
    evidence: tuple[Evidence, ...] = ()
    rule: str | None = None
    """The name of the rule that read it."""
    page: int | None = None
    """The page of a paginated document on which the first evidence stands."""


def once(function: Callable[[type[Fact]], Result]) -> Callable[[type[Fact]], Result]:
    """Work out once for each kind; the cast is for mypy, which takes the class of a frozen dataclass for unhashable."""
    return cast(Callable[[type[Fact]], Result], cache(function))


@once
def declared(kind: type[Fact]) -> Mapping[str, Value]:
    """The declared fields of a kind of fact, in the order of declaration, without those that every fact has."""
    return {f.name: f.metadata["value"] for f in fields(kind) if "value" in f.metadata}


@once
def many(kind: type[Fact]) -> frozenset[str]:
    """The declared fields that hold sets."""
    return frozenset(f.name for f in fields(kind) if "value" in f.metadata and f.default == ())


COMMON: Mapping[str, Value] = {
    "polarity": Value(Token("polarity"), "Whether the text says that it is so, or that it is not so.", "negated"),
    "certainty": Value(Token("certainty"), "How sure the text is: stated, reported by somebody, or only possible.", "reported"),
    "period": Value(TEXT, "When it held or happened: a year, a month, a span of either, or the words reporting or previous.", "2010-04"),
    "rule": Value(TEXT, "The rule of the program that read the fact.", "flow.subjected_in", extra=True),
}
"""The fields that every fact has, declared like the others; evidence, page and document have terms of their own."""


def identity(fact: Fact) -> tuple[str, ...]:
    """What tells a fact from every other fact: kind, document, polarity and the identifying fields, as words.

    Two facts with one identity are one fact with two pieces of evidence.
    """
    kind = fact.kind
    values = [(name, getattr(fact, name)) for name, value in declared(type(fact)).items() if value.identifies]
    known = next(([pair] for pair in values if pair[0] in kind.first_of and pair[1] not in (None, ())), [])
    parts = [pair for pair in values if pair[0] not in kind.first_of] + known
    if kind.by_period:
        parts.append(("period", fact.period))
    if kind.by_words:
        parts.append(("words", " ".join(" ".join(e.quote for e in fact.evidence).lower().split())))
    return kind.name, fact.doc, fact.polarity, *(f"{name}={_words(value)}" for name, value in parts)


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return "|".join(sorted(value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def ordered(values: Iterable[str]) -> tuple[str, ...]:
    """A set as a fact holds it: sorted, without repetition."""
    return tuple(sorted(set(values)))


def field_values(fact: Fact) -> dict[str, Any]:
    """The declared fields of a fact and their values."""
    return {name: getattr(fact, name) for name in declared(type(fact))}
