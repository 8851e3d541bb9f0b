"""``kg serve``: the explorer in a browser, and a SPARQL endpoint."""

import argparse
from pathlib import Path

from kg.cli.output import say
from kg.cli.parser import Commands, add_store, command, natural, seconds

PORT = 8000
LOOPBACK = ("localhost", "127.0.0.1", "::1")


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = command(
        commands,
        "serve",
        run,
        "explore the graph in a browser, and answer SPARQL at /sparql",
        "Explore the graph in a browser, and answer the SPARQL 1.1 Protocol at /sparql. The store is only read. Ends with Ctrl-C.",
    )
    add_store(parser)
    parser.add_argument("--port", type=natural, default=PORT, metavar="N", help=f"where to listen (default {PORT}; 0 for any that is free)")
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="NAME", help="the address to listen at (default 127.0.0.1, this machine alone)"
    )
    parser.add_argument("--timeout", type=seconds, default=30.0, metavar="SECONDS", help="stop a query after so long (default 30)")
    parser.add_argument(
        "--cors",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="let pages of this origin ask /sparql; * for all; may be given several times",
    )


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted."""
    from kg.graph.store import open_store
    from kg.web.app import Settings
    from kg.web.server import address_of, listening, serve

    open_store(arguments.store, write=False).close()
    listener = listening(arguments.host, arguments.port)
    settings = Settings(
        Path(arguments.store),
        timeout=arguments.timeout,
        origins=tuple(arguments.cors),
        hosts=LOOPBACK if arguments.host in LOOPBACK else (),
    )
    here = address_of(listener)
    serve(settings, listener, lambda: say(f"{arguments.store} is at {here}, for SPARQL at {here}sparql; Ctrl-C ends"))
    say("stopped")
    return 0
