"""``kg flows``: the flow network, its measures, and the picture."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.output import emit, say
from kg.cli.parser import Commands, add_read_store, command, report_year
from kg.errors import UsageProblem

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
    parser.add_argument(
        "--show",
        choices=("map", "matrix", "sankey", "years"),
        default="map",
        help="what a picture is: a map (the default), a table of who goes where, bands from end to end, or a small map for each year",
    )
    parser.add_argument(
        "--theme", choices=("light", "dark"), default="light", help="the colours of .svg and .png (a page takes its reader's)"
    )
    parser.add_argument("--least", metavar="N", default="1", help="leave out flows that fewer than N statements tell of (default 1)")
    parser.add_argument(
        "--by",
        choices=("country", "region"),
        default="country",
        help="gather countries into regions, for what is too dense (default country)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the tables, or write a file and say so."""
    from kg.flows.command import write_flows

    chosen = _filter({option: frozenset(getattr(arguments, option)) for option in FILTERS})
    wanted = replace(chosen, least=_least(arguments.least), by=arguments.by)
    if arguments.output is None or arguments.output == "-":
        emit(write_flows(arguments.store, output=None, filters=wanted))
    else:
        say(
            write_flows(arguments.store, output=Path(arguments.output), filters=wanted, show=arguments.show, theme=arguments.theme).rstrip()
        )
    return 0


def _least(words: str) -> int:
    """How many statements a flow must have; UsageProblem for what is no count."""
    if not words.isascii() or not words.isdecimal() or not int(words):
        raise UsageProblem(f"--least {words!r} is no number of statements; give a whole number from 1 on")
    return int(words)


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
