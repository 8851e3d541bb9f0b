"""What a reader wants to see: the filters that stand in the address, so that a link shows the same to another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import quote, urlencode

from starlette.datastructures import QueryParams

from kg.facts.model import CERTAINTIES, Fact
from kg.flows.filters import FlowFilter, matching
from kg.flows.grouping import BY, By
from kg.flows.looks import SHOWS, Show
from kg.flows.statements import FlowStatement
from kg.vocabulary.schemes import tokens

USUAL: Final = ("stated", "reported")
"""How sure a text must be of a flow unless a reader asks for more or less."""

DENIED: Final = "denied"

EVERY: Final = (*CERTAINTIES, DENIED)
"""How sure a text may be of other facts: pages of facts show all unless a reader asks for less."""

NAMES: Final = frozenset({"year", "exploitation", "certainty", "least", "by", "show"})
"""The fields of an address that are filters."""


@dataclass(frozen=True, slots=True)
class View:
    """The filters; an empty field does not restrict."""

    years: tuple[int, ...] = ()
    exploitation: tuple[str, ...] = ()
    certainty: tuple[str, ...] = ()
    """Of ``stated``, ``reported``, ``possible`` and ``denied``."""
    least: int = 1
    """How many statements a flow must have."""
    by: By = "country"
    """Whether flows lead between countries or regions."""
    show: Show = "map"
    """How flows are drawn."""
    unknown: tuple[str, ...] = field(default=(), compare=False)
    """What stood in the address and means nothing, as ``name=value``."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The certainties of flows that are shown."""
        return self.certainty or USUAL

    @property
    def flows(self) -> FlowFilter:
        """The filter of flows."""
        wanted = self.lines
        certain = frozenset(wanted) & frozenset(CERTAINTIES)
        return FlowFilter(
            years=frozenset(self.years),
            exploitation=frozenset(self.exploitation),
            certainty=certain or frozenset(CERTAINTIES),
            polarity=frozenset((["affirmed"] if certain else []) + (["negated"] if DENIED in wanted else [])),
            least=self.least,
            by=self.by,
        )

    def matching(self, statements: Iterable[FlowStatement]) -> list[FlowStatement]:
        """The statements of flows that are shown; what is denied is, however sure the denial."""
        wanted = self.flows
        if DENIED not in self.lines or wanted.certainty == frozenset(CERTAINTIES):
            return matching(statements, wanted)
        every = list(statements)
        denied = replace(wanted, certainty=frozenset(CERTAINTIES), polarity=frozenset({"negated"}))
        return [*matching(every, replace(wanted, polarity=frozenset({"affirmed"}))), *matching(every, denied)]

    @property
    def facts(self) -> "View":
        """The same on a page of facts, where flows too are shown however sure the texts are, unless the address says otherwise."""
        return replace(self, certainty=self.certainty or EVERY)

    def shows(self, fact: Fact, year: int | None) -> bool:
        """Whether a fact of a report is shown."""
        said = getattr(fact, "exploitation", None)
        return (
            (not self.years or year in self.years)
            and (not self.exploitation or said is None or not set(said).isdisjoint(self.exploitation))
            and (not self.certainty or (DENIED if fact.polarity == "negated" else fact.certainty) in self.certainty)
        )

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The filters as fields of an address."""
        return [
            *(("year", str(year)) for year in self.years),
            *(("exploitation", token) for token in self.exploitation),
            *(("certainty", token) for token in self.certainty),
            *self.drawing,
        ]

    @property
    def drawing(self) -> list[tuple[str, str]]:
        """What says how flows are gathered and drawn, as fields of an address."""
        usual = View()
        held = (("least", str(self.least)), ("by", self.by), ("show", self.show))
        return [(name, value) for name, value in held if value != str(getattr(usual, name))]

    @property
    def plain(self) -> "View":
        """The same filters for flows between countries, however few statements tell of them, on a map."""
        return replace(self, least=1, by="country", show="map")

    def link(self, path: str, **more: str | Sequence[str]) -> str:
        """The address of a page with these filters and fields of its own."""
        own = [(name, value) for name, held in more.items() for value in ([held] if isinstance(held, str) else held)]
        words = urlencode([*own, *self.pairs], quote_via=quote, safe=":")
        return f"{path}?{words}" if words else path

    def of_any_certainty(self) -> "View":
        """The same for whatever the texts say, be it denied."""
        return replace(self.plain, certainty=EVERY)

    def of_everything(self) -> "View":
        """No filter at all, so that what is denied or only possible is shown too."""
        return View(certainty=EVERY)


def read_view(fields: QueryParams) -> View:
    """The view of an address; values that mean nothing are kept apart, and the usual ones need not stand there."""
    years = {int(year) for year in _values(fields, "year") if year.isascii() and year.isdecimal() and len(year) == 4}
    found = View(
        years=tuple(sorted(years)),
        exploitation=_known(_values(fields, "exploitation"), tokens("exploitation")),
        certainty=_known(_values(fields, "certainty"), EVERY),
        least=_count(fields.get("least", "")),
        by=next((by for by in BY if by == fields.get("by")), "country"),
        show=next((show for show in SHOWS if show == fields.get("show")), "map"),
    )
    understood = {*found.pairs, *((name, str(value)) for name, value in (("least", found.least), ("by", found.by), ("show", found.show)))}
    named = [(name, value) for name in dict.fromkeys(fields) if name in NAMES for value in _values(fields, name) if value]
    unknown = tuple(f"{name}={value}" for name, value in named if (name, value.lstrip("0") if name == "least" else value) not in understood)
    return replace(found, unknown=unknown)


def _values(fields: QueryParams, name: str) -> list[str]:
    """The values of a field, also where several stand in one with commas, as in the choice of a form that has several."""
    return [value for given in fields.getlist(name) for value in given.split(",")]


def _count(words: str) -> int:
    return max(1, int(words)) if words.isascii() and words.isdecimal() and len(words) < 6 else 1


def _known(given: Iterable[str], known: Sequence[str]) -> tuple[str, ...]:
    wanted = set(given)
    return tuple(token for token in known if token in wanted)
