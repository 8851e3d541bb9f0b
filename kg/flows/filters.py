"""Which statements of flows are wanted: by the report's year, by place, by exploitation, and how sure the text is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.errors import UsageProblem
from kg.facts.model import CERTAINTIES, POLARITIES
from kg.flows.statements import FlowStatement
from kg.vocabulary.places import name_of, places, regions
from kg.vocabulary.schemes import tokens

UNKNOWN = "unknown"
"""Stands for an end of a flow that the text does not name: "foreign victims", "abroad"."""


@dataclass(frozen=True, slots=True)
class FlowFilter:
    """Statements by what they say; an empty field does not restrict. Denied and merely possible flows are off unless asked for."""

    years: frozenset[int] = frozenset()
    origins: frozenset[str] = frozenset()
    destinations: frozenset[str] = frozenset()
    via: frozenset[str] = frozenset()
    exploitation: frozenset[str] = frozenset()
    certainty: frozenset[str] = frozenset({"stated", "reported"})
    polarity: frozenset[str] = frozenset({"affirmed"})

    def __post_init__(self) -> None:
        _must_be_known("exploitation", self.exploitation, tokens("exploitation"))
        _must_be_known("certainty", self.certainty, CERTAINTIES)
        _must_be_known("polarity", self.polarity, POLARITIES)

    def of_any_certainty(self) -> "FlowFilter":
        """The same filter for statements of every certainty and polarity."""
        return replace(self, certainty=frozenset(CERTAINTIES), polarity=frozenset(POLARITIES))


def _must_be_known(what: str, given: frozenset[str], known: Sequence[str]) -> None:
    if unknown := sorted(given - set(known)):
        raise UsageProblem(f"the {what} {unknown[0]!r} is not known; use one of {', '.join(known)}")


def place_code(words: str) -> str:
    """The code of a place given by its code or by a name, whatever the case; UsageProblem where there is none.

    >>> place_code("lao"), place_code("South Africa"), place_code("region:western-europe"), place_code("unknown")
    ('LAO', 'ZAF', 'region:western-europe', 'unknown')
    """
    wanted = words.strip().casefold()
    if wanted.startswith("region:") or wanted == UNKNOWN:
        return wanted
    for place in (*places(), *regions()):
        if wanted == place.code.casefold() or wanted in map(str.casefold, place.names):
            return place.code
    raise UsageProblem(f"the place {words!r} is not known; use a country's ISO code (LAO), its name, region:… or {UNKNOWN}")


def matching(statements: Iterable[FlowStatement], wanted: FlowFilter) -> list[FlowStatement]:
    """The statements that are wanted, in their order."""
    return [statement for statement in statements if _is_wanted(statement, wanted)]


def _is_wanted(statement: FlowStatement, wanted: FlowFilter) -> bool:
    return (
        (not wanted.years or statement.year in wanted.years)
        and (not wanted.origins or (statement.origin or UNKNOWN) in wanted.origins)
        and (not wanted.destinations or (statement.destination or UNKNOWN) in wanted.destinations)
        and (not wanted.via or not wanted.via.isdisjoint(statement.via))
        and (not wanted.exploitation or not wanted.exploitation.isdisjoint(statement.exploitation))
        and statement.certainty in wanted.certainty
        and statement.polarity in wanted.polarity
    )


def described(wanted: FlowFilter) -> str:
    """The restrictions in words, or an empty string where there is none.

    >>> described(FlowFilter(origins=frozenset({"LAO"}), exploitation=frozenset({"forced_labor"})))
    'from Laos; forced labor'
    """
    parts = [
        _joined("reports of ", map(str, sorted(wanted.years))),
        _joined("from ", map(end_name, sorted(wanted.origins))),
        _joined("to ", map(end_name, sorted(wanted.destinations))),
        _joined("via ", map(end_name, sorted(wanted.via))),
        _joined("", (token.replace("_", " ") for token in sorted(wanted.exploitation))),
    ]
    return "; ".join(part for part in parts if part)


def end_name(code: str) -> str:
    """The name to show for a place or for an end that the text does not name."""
    return "place not named" if code == UNKNOWN else name_of(code)


def _joined(head: str, words: Iterable[str]) -> str:
    listed = " or ".join(words)
    return f"{head}{listed}" if listed else ""
