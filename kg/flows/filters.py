"""Which statements of flows are wanted: by the report's year, by place, by exploitation, and how sure the text is."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.errors import UsageProblem
from kg.facts.model import CERTAINTIES, POLARITIES
from kg.flows.grouping import BY, By, grouped, region_of
from kg.flows.statements import FlowStatement
from kg.vocabulary.places import places, regions
from kg.vocabulary.relative import area_code, area_name, words_of
from kg.vocabulary.schemes import tokens

UNKNOWN = "unknown"
"""Stands for an end of a flow that the text does not name: "foreign victims", "abroad"."""


SURE: Final = {
    "stated": "stated as a fact",
    "reported": "reported or alleged",
    "possible": "possible, at risk",
    "denied": "denied by the text",
}
"""How sure a text is of a flow, in words."""

USUAL: Final = frozenset({"stated", "reported"})
"""The certainties of what is shown unless told."""


@dataclass(frozen=True, slots=True)
class FlowFilter:
    """Statements by what they say; an empty field does not restrict. Denied and merely possible flows are off unless asked for."""

    years: frozenset[int] = frozenset()
    origins: frozenset[str] = frozenset()
    destinations: frozenset[str] = frozenset()
    via: frozenset[str] = frozenset()
    exploitation: frozenset[str] = frozenset()
    certainty: frozenset[str] = USUAL
    polarity: frozenset[str] = frozenset({"affirmed"})
    least: int = 1
    """How many statements that pass the rest a flow must have."""
    by: By = "country"
    """Whether flows lead between countries or between the regions that these belong to."""

    def __post_init__(self) -> None:
        _must_be_known("exploitation", self.exploitation, tokens("exploitation"))
        _must_be_known("certainty", self.certainty, CERTAINTIES)
        _must_be_known("polarity", self.polarity, POLARITIES)
        _must_be_known("kind of end", frozenset({self.by}), BY)

    def of_any_certainty(self) -> "FlowFilter":
        """The same filter for statements of every certainty and polarity, by country, and for flows however seldom they are stated."""
        return replace(self, certainty=frozenset(CERTAINTIES), polarity=frozenset(POLARITIES), least=1, by="country")


def _must_be_known(what: str, given: frozenset[str], known: Sequence[str]) -> None:
    if unknown := sorted(given - set(known)):
        raise UsageProblem(f"the {what} {unknown[0]!r} is not known; use one of {', '.join(known)}")


def place_code(words: str) -> str:
    """The code of a place given by its code or by a name, whatever the case; UsageProblem where there is none.

    The words of a relative area, or its code without a country, stand for those of all countries.

    >>> place_code("lao"), place_code("South Africa"), place_code("region:western-europe"), place_code("unknown")
    ('LAO', 'ZAF', 'region:western-europe', 'unknown')
    >>> place_code("neighboring countries"), place_code("region:neighboring-countries:lao")
    ('region:neighboring-countries', 'region:neighboring-countries:LAO')
    """
    wanted = words.strip().casefold()
    if wanted == UNKNOWN:
        return wanted
    if area := area_code(wanted):
        return area
    for place in (*places(), *regions()):
        if wanted == place.code.casefold() or wanted in map(str.casefold, place.names):
            return place.code
    raise UsageProblem(f"the place {words!r} is not known; use a country's ISO code (LAO), its name, region:… or {UNKNOWN}")


def matching(statements: Iterable[FlowStatement], wanted: FlowFilter) -> list[FlowStatement]:
    """The statements that are wanted, in their order, with regions in the place of countries where these are wanted."""
    found = grouped((statement for statement in statements if _is_wanted(statement, wanted)), wanted.by)
    often = Counter(map(corridor, found))
    return [statement for statement in found if often[corridor(statement)] >= wanted.least]


def corridor(statement: FlowStatement) -> str:
    """The key of the corridor that a statement speaks of.

    >>> corridor(FlowStatement(fact="", doc="", origin="VNM", via=("LAO",), destination="THA"))
    'VNM>LAO>THA'
    >>> corridor(FlowStatement(fact="", doc="", origin="LAO", polarity="negated"))
    'not LAO>unknown'
    """
    ends = (statement.origin or UNKNOWN, "+".join(statement.via), statement.destination or UNKNOWN)
    return ("" if statement.polarity == "affirmed" else "not ") + ">".join(filter(None, ends))


def _is_wanted(statement: FlowStatement, wanted: FlowFilter) -> bool:
    return (
        (not wanted.years or statement.year in wanted.years)
        and (not wanted.origins or _is_among(statement.origin, wanted.origins, wanted.by))
        and (not wanted.destinations or _is_among(statement.destination, wanted.destinations, wanted.by))
        and (not wanted.via or any(_is_among(place, wanted.via, wanted.by) for place in statement.via))
        and (not wanted.exploitation or not wanted.exploitation.isdisjoint(statement.exploitation))
        and statement.certainty in wanted.certainty
        and statement.polarity in wanted.polarity
    )


def _is_among(place: str | None, wanted: frozenset[str], by: By) -> bool:
    """Whether a place is wanted; where regions are shown, also for the region that it belongs to."""
    return is_at(place, wanted) or (by == "region" and region_of(place) in wanted)


def is_at(place: str | None, wanted: Collection[str]) -> bool:
    """Whether an end of a flow is one of some places; the code of a relative area without a country is that of all countries.

    >>> is_at("region:neighboring-countries:LAO", ["region:neighboring-countries"]), is_at(None, ["LAO"]), is_at(None, ["unknown"])
    (True, False, True)
    """
    code = place or UNKNOWN
    return code in wanted or words_of(code) in wanted


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
        f"flows with {wanted.least} or more statements" if wanted.least > 1 else "",
        _joined("what is ", _sure(wanted)),
    ]
    return "; ".join(part for part in parts if part)


def _sure(wanted: FlowFilter) -> Iterator[str]:
    """What is wanted, in words, where that is less than what is shown unless told: some of what is affirmed, or only what is denied."""
    if wanted.polarity == {"negated"}:
        yield "denied by the text"
    elif not wanted.certainty >= USUAL:
        yield from (SURE[certainty] for certainty in CERTAINTIES if certainty in wanted.certainty)


def further(wanted: FlowFilter) -> list[str]:
    """What is wanted, in words, beside what is shown unless told.

    >>> further(FlowFilter(certainty=frozenset(CERTAINTIES), polarity=frozenset(POLARITIES)))
    ['possible, at risk', 'denied by the text']
    """
    possible = [SURE["possible"]] if wanted.certainty > USUAL and wanted.polarity != {"negated"} else []
    return possible + ([SURE["denied"]] if wanted.polarity == set(POLARITIES) else [])


def end_name(code: str) -> str:
    """The name to show for a place or for an end that the text does not name."""
    return "place not named" if code == UNKNOWN else area_name(code)


def _joined(head: str, words: Iterable[str]) -> str:
    listed = " or ".join(words)
    return f"{head}{listed}" if listed else ""
