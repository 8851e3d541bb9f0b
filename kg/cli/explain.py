"""``kg explain``: one fact, the sentences that say it with the roles marked, and the rule that read it."""

import argparse
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.cli.output import emit
from kg.cli.parser import Commands, add_output, add_read_store, command

if TYPE_CHECKING:
    from kg.graph.explain import Explanation, Passage

WIDTH = 100


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = command(commands, "explain", run, "show one fact, its sentence with the roles marked, and the rule that read it")
    add_read_store(parser)
    parser.add_argument(
        "fact", metavar="FACT|WORDS", help="the fact's IRI, the part of it after fact/, or the beginning of that; or words of its sentence"
    )
    add_output(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the fact in words."""
    from kg.graph.explain import explain, is_name, saying
    from kg.graph.remote import open_to_read

    with open_to_read(arguments.store) as store:
        names = [arguments.fact] if is_name(arguments.fact) else saying(store, arguments.fact)
        found = [explain(store, name) for name in names]
    emit("\n".join("".join(f"{line}\n" for line in _lines(one)) for one in found), arguments.output)
    return 0


def _lines(found: "Explanation") -> Iterator[str]:
    kind, document = found.fact.kind, found.document
    yield f"{kind.label}: {kind.definition}"
    yield found.iri
    yield ""
    for name, value in (*found.fields, ("document", document.id), ("title", document.title or ""), ("source", document.source or "")):
        if value:
            yield f"  {name:16}{value}"
    for passage in found.passages:
        yield ""
        yield f"  characters {passage.start + passage.quote[0]} to {passage.start + passage.quote[1]}:"
        yield from textwrap.wrap(
            marked(passage), WIDTH, initial_indent="    ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
        )


def marked(passage: "Passage") -> str:
    """The sentence, with the quoted words between guillemets and each role named after the words that stand for it."""
    notes = [(passage.quote[0], "«"), *((mark.end, f" [{mark.field}]") for mark in passage.marks), (passage.quote[1], "»")]
    text, at = "", 0
    for place, note in notes:
        text += passage.text[at:place] + note
        at = place
    return text + passage.text[at:]
