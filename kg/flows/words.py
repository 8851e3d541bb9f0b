"""What a picture says in words: title, subtitle, source."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.flows.filters import FlowFilter, described, further
from kg.flows.network import Network
from kg.flows.statements import FlowStatement

GROUPED: Final = (
    "Countries are gathered into regions (United Nations M49); what stays within a region is a loop, be it between countries or not."
)


@dataclass(frozen=True, slots=True)
class Words:
    """The texts around a map."""

    title: str
    subtitle: tuple[str, ...]
    source: str


def words(graph: Network, statements: Sequence[FlowStatement], wanted: FlowFilter, *, counted: bool = True, marks: str = "Arrows") -> Words:
    """The texts for a network made from these statements; a page that counts what its filters leave has no other count.

    ``marks`` are what the picture has for flows.
    """
    documents = graph.graph["documents"]
    years = graph.graph["years"]
    what = "the report says" if documents == 1 else "the reports say"
    number = graph.graph["statements"]
    count = f"{number} statement{'' if number == 1 else 's'} in {_documents(documents)}" if counted else _documents(documents)
    caution = f"What {what}; one government's assessment. {marks} count statements, not victims."
    restricted = described(wanted)
    only = [GROUPED] if wanted.by == "region" else []
    only += [f"Only {restricted}."] if restricted else []
    only += [f"Also what is {' or '.join(more)}."] if counted and (more := further(wanted)) else []
    none = [] if statements else ["No statement matches."]
    return Words(
        _title(_flows(wanted), statements, years),
        (caution, *only, *none),
        f"Source: {count}{_reports(spans(years), len(years))}. Map: Natural Earth.",
    )


ONLY: Final = {"stated": "Trafficking flows", "reported": "Reported trafficking flows", "possible": "Possible trafficking flows"}
"""What flows are called of which all are of one certainty."""


def _flows(wanted: FlowFilter) -> str:
    if wanted.polarity == {"negated"}:
        return "Denied trafficking flows"
    return ONLY[next(iter(wanted.certainty))] if len(wanted.certainty) == 1 else "Trafficking flows"


def _title(flows: str, statements: Sequence[FlowStatement], years: Sequence[int]) -> str:
    names = {statement.heading for statement in statements}
    if len(names) == 1:
        return f"{flows}: {names.pop()}"
    return f"{flows}{_reports(f'{min(years)}–{max(years)}' if len(years) > 1 else str(years[0]), len(years))}" if years else flows


def _reports(years: str, count: int) -> str:
    return f", report{'' if count == 1 else 's'} of {years}" if count else ""


def _documents(count: int) -> str:
    return f"{count} document{'' if count == 1 else 's'}"


def spans(years: Sequence[int]) -> str:
    """Years in words, runs of three or more as a span.

    >>> spans([2004, 2009, 2010, 2011, 2019])
    '2004, 2009–2011, 2019'
    """
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)
