"""``kg flows``: the flow network, its measures, and the picture."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.output import emit, say
from kg.cli.parser import Commands, add_read_store, command, report_year

if TYPE_CHECKING:
    from kg.flows.filters import FlowFilter


FILTERS = {
    "year": "the report's year",
    "from": "where people are from: a country's code or name, region:…, or unknown",
    "to": "where people are exploited",
    "via": "a place on the way",
    "exploitation": "a form of exploitation: sex_trafficking, forced_labor, …",
    "certainty": "stated, reported (both by default) or possible",
    "polarity": "affirmed (the default) or negated",
}
"""The options that narrow the network, and what they hold."""


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = command(
        commands,
        "flows",
        run,
        "show the flow network and its measures, or draw it",
        "Show who is trafficked from where, through where, to where, or draw it. Flows that are denied or only possible are left out "
        "unless asked for. All numbers count statements in documents, never victims.",
    )
    add_read_store(parser)
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="draw (.html .svg .png) or write (.gexf .graphml .csv .json) instead of printing tables"
    )
    for option, meaning in FILTERS.items():
        parser.add_argument(
            f"--{option}", action="append", default=[], metavar=option.upper(), help=f"{meaning}; may be given several times"
        )


def run(arguments: argparse.Namespace) -> int:
    """Print the tables, or write a file and say so."""
    from kg.flows.command import write_flows

    wanted = _filter({option: frozenset(getattr(arguments, option)) for option in FILTERS})
    if arguments.output is None or arguments.output == "-":
        emit(write_flows(arguments.store, output=None, filters=wanted))
    else:
        say(write_flows(arguments.store, output=Path(arguments.output), filters=wanted).rstrip())
    return 0


def _filter(given: dict[str, frozenset[str]]) -> "FlowFilter":
    from kg.flows.command import FlowFilter, place_code

    everywhere = FlowFilter()
    return FlowFilter(
        years=frozenset(map(report_year, given["year"])),
        origins=frozenset(map(place_code, given["from"])),
        destinations=frozenset(map(place_code, given["to"])),
        via=frozenset(map(place_code, given["via"])),
        exploitation=given["exploitation"],
        certainty=given["certainty"] or everywhere.certainty,
        polarity=given["polarity"] or everywhere.polarity,
    )
