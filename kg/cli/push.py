"""``kg push``: a store to a SPARQL 1.1 server."""

import argparse

from kg.cli.output import counted, progress, say
from kg.cli.parser import Commands, add_store, command


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = command(
        commands,
        "push",
        run,
        "send a store to a SPARQL 1.1 server",
        "Send a store to a SPARQL 1.1 server, graph by graph, and verify it by counts. Graphs that the server has already are passed over, "
        "so that the same command goes on after an interruption.",
    )
    add_store(parser)
    parser.add_argument("endpoint", metavar="ENDPOINT", help="the address of its Graph Store Protocol, or of its updates")
    parser.add_argument("--protocol", choices=("graph-store", "update"), help="what the endpoint speaks, where its address does not tell")
    parser.add_argument("--query", metavar="URL", help="where the server answers queries, where the endpoint's address does not tell")
    parser.add_argument("--user", metavar="NAME[:PASSWORD]", help="who pushes (default: KG_USER and KG_PASSWORD of the environment)")
    parser.add_argument("--token", metavar="TOKEN", help="the bearer token of who pushes (default: KG_TOKEN of the environment)")
    parser.add_argument("--remove", action="store_true", help="remove the graphs that the store has no longer from the server")


def run(arguments: argparse.Namespace) -> int:
    """Push, and say what was sent."""
    from kg.graph.endpoint import login_of
    from kg.graph.push import push, target
    from kg.graph.store import open_store

    to = target(arguments.endpoint, login_of(arguments.user, arguments.token), protocol=arguments.protocol, query=arguments.query)
    with open_store(arguments.store, write=False) as store:
        done = push(store, to, remove=arguments.remove, progress=lambda names: progress(names, unit="graphs"))
    say(f"{counted(len(done.sent), 'graph')} sent ({done.triples:,} triples), {len(done.held):,} were there already")
    if done.removed:
        say(f"{counted(len(done.removed), 'graph')} removed that the store has no longer")
    if done.strange:
        say(f"warning: the server has {counted(len(done.strange), 'graph')} that the store has not; --remove takes them away")
    return 0
