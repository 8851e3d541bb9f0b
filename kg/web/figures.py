"""Figures of a country over the years, so that a zero, what was not reported, a year without a figure and a year without a report
are told apart.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from kg.facts.model import CERTAINTIES, declared
from kg.facts.statistic import Statistic
from kg.graph.linking.years import resolved, year_of
from kg.graph.wording import shown
from kg.vocabulary.schemes import tokens
from kg.web.holdings import Said, Source
from kg.web.wording import number

State = Literal["figure", "zero", "unreported", "silent", "unread"]
"""``unreported``: a report says that none was reported; ``silent``: a report covers the year and gives no such figure;
``unread``: the store has no report that covers it."""

CHARTED: Final = ("investigations", "prosecutions", "convictions", "victims_identified")
"""The measures that most reports give, drawn as columns."""

_TRIED: Final = frozenset({"offenders", "traffickers", "people", "persons", "individuals", "defendants", "suspects", "perpetrators"})
_FOUND: Final = frozenset({"victims", "people", "persons", "individuals"})

PLAIN: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(("arrests", "prosecutions", "convictions", "acquittals", "suspects"), _TRIED),
    **dict.fromkeys(("victims_identified", "victims_assisted", "victims_referred", "victims_repatriated"), _FOUND),
    "investigations": frozenset({"cases", "investigations"}),
}
"""The units that say no more than the measure: such a figure stands in one row with those that name no unit, as a zero mostly does."""

MOST: Final = 3
"""The figures of one cell that are written out."""

UNREPORTED: Final = "n/r"
"""What stands for a figure of which a report says that it was not reported."""


class Figure(NamedTuple):
    """A number in words and the fact that says it."""

    words: str
    said: Said
    unreported: bool

    @property
    def certainty(self) -> str:
        """``reported`` or ``possible`` where the text does not state the number; empty where that need not be told."""
        return "" if self.unreported or self.said.fact.certainty == "stated" else self.said.fact.certainty

    @property
    def height(self) -> float | None:
        """The number, for drawing."""
        assert isinstance(self.said.fact, Statistic)
        return None if self.unreported else self.said.fact.value


@dataclass(frozen=True, slots=True)
class Cell:
    """What is said of a measure in one year."""

    year: int
    state: State
    every: Sequence[Figure] = ()
    """The newest report's first, each number once."""

    @property
    def figures(self) -> Sequence[Figure]:
        """Those that are written out."""
        return self.every[:MOST]

    @property
    def more(self) -> int:
        """How many further numbers there are."""
        return len(self.every) - len(self.figures)

    @property
    def drawn(self) -> Figure | None:
        """The first figure, where it is a plain number, for drawing."""
        first = next((figure for figure in self.every if not figure.unreported), None)
        return first if first and first.height is not None else None

    @property
    def height(self) -> float | None:
        """The number that is drawn."""
        return self.drawn.height if self.drawn else None


@dataclass(frozen=True, slots=True)
class Row:
    """One measure over the years."""

    measure: str
    label: str
    about: str
    """What the figure is restricted to, and by whom it was counted, where that is not the country."""
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Figures:
    """The table, and the figures of no one year."""

    years: Sequence[int]
    rows: Sequence[Row]
    undated: Sequence[Figure]


def figures(country: str, said: Iterable[Said], reports: Iterable[Source], silent: Collection[str] = ()) -> Figures:
    """The figures of a country from what its reports say; ``silent`` are the IRIs of zeros that say that nothing was reported."""
    dated: dict[tuple[str, str], dict[int, list[Said]]] = {}
    undated: list[Said] = []
    for item in said:
        year = _year(item)
        if year is None:
            undated.append(item)
        else:
            dated.setdefault(_subject(item, country), {}).setdefault(year, []).append(item)
    covered = {int(period) for source in reports if source.year and (period := resolved("reporting", source.year))}
    every = covered.union(*dated.values()) if dated else set()
    years = list(range(min(every), max(every) + 1)) if every and max(every) - min(every) < 60 else sorted(every)
    order = {measure: n for n, measure in enumerate(tokens("measure"))}
    rows = [
        Row(measure, _label(measure), about, [_cell(year, _distinct(found.get(year, []), silent), covered) for year in years])
        for (measure, about), found in sorted(dated.items(), key=lambda pair: (order.get(pair[0][0], 99), pair[0][1] != "", pair[0][1]))
    ]
    return Figures(years, rows, [_figure(item, silent) for item in _newest(undated)])


def _newest(said: Iterable[Said]) -> list[Said]:
    return sorted(said, key=lambda s: (-s.year, s.iri))


def _figure(item: Said, silent: Collection[str]) -> Figure:
    assert isinstance(item.fact, Statistic)
    unreported = item.iri in silent
    return Figure(UNREPORTED if unreported else number(item.fact), item, unreported)


def _distinct(said: Iterable[Said], silent: Collection[str]) -> list[Figure]:
    """Each number once, as the newest report has it, and as the surest of several facts of one report."""
    found: dict[str, Figure] = {}
    for item in sorted(_newest(said), key=lambda s: (-s.year, CERTAINTIES.index(s.fact.certainty))):
        figure = _figure(item, silent)
        found.setdefault(figure.words, figure)
    return list(found.values())


def _year(item: Said) -> int | None:
    return year_of(resolved(item.fact.period, item.source.year))


def _subject(item: Said, country: str) -> tuple[str, str]:
    fact = item.fact
    assert isinstance(fact, Statistic)
    fields = declared(Statistic)
    by = "" if fact.actor in (None, country) else f"by {shown(fact.actor, fields['actor'].type)}"
    parts = [
        "" if fact.unit in PLAIN.get(fact.measure or "", ()) else fact.unit or "",
        *(shown(token, fields["exploitation"].type).lower() for token in fact.exploitation),
        *(shown(token, fields["victims"].type).lower() for token in fact.victims),
        *(shown(code, fields["nationality"].type) for code in fact.nationality),
        by,
        f"in {fact.place}" if fact.place else "",
    ]
    return fact.measure or "other", ", ".join(filter(None, parts))


def _label(measure: str) -> str:
    return shown(measure, declared(Statistic)["measure"].type)


def _cell(year: int, found: Sequence[Figure], covered: set[int]) -> Cell:
    if not found:
        return Cell(year, "silent" if year in covered else "unread")
    said = [figure for figure in found if not figure.unreported]
    zero = all(figure.height == 0 for figure in said)
    return Cell(year, "unreported" if not said else "zero" if zero else "figure", found)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a chart, in units of its box (100 high)."""

    cell: Cell
    x: float
    """Its middle."""
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Columns of one measure."""

    row: Row
    columns: Sequence[Column]
    most: float

    @property
    def width(self) -> int:
        """The width of the box."""
        return round(self.step * len(self.columns))

    @property
    def step(self) -> float:
        """From column to column."""
        return _step(len(self.columns))


STEP: Final = 16
"""The width of a column with its gap."""

NARROWEST: Final = 100
"""The width of a chart of few columns."""


def _step(columns: int) -> float:
    return max(STEP, NARROWEST / columns)


def charts(found: Figures) -> list[Chart]:
    """The measures that are drawn: of each the row with most figures."""
    best: Mapping[str, Row] = {}
    for measure in CHARTED:
        rows = [row for row in found.rows if row.measure == measure and _filled(row) > 1]
        if rows:
            best = {**best, measure: max(rows, key=_filled)}
    return [_chart(row) for row in best.values()]


def _filled(row: Row) -> int:
    return sum(cell.height is not None for cell in row.cells)


def _chart(row: Row) -> Chart:
    """From the first year with a figure to the last: the table shows the years before and after, in which a chart would be empty."""
    drawn = [n for n, cell in enumerate(row.cells) if cell.height is not None or cell.state == "unreported"]
    cells = row.cells[min(drawn) : max(drawn) + 1]
    most = max((cell.height or 0 for cell in cells), default=0) or 1
    step = _step(len(cells))
    return Chart(row, [Column(cell, (n + 0.5) * step, (cell.height or 0) / most * 100) for n, cell in enumerate(cells)], most)
