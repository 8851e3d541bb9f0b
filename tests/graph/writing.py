"""A program of its own that writes made documents into a store, one after the other, and says after each that it is there."""

import sys
from pathlib import Path

from kg.facts.model import Fact
from kg.graph.store import open_store
from kg.narrative.model import Document
from tests.graph.made import document, example, examples, put

DOCUMENTS = 24


def documents() -> list[tuple[Document, list[Fact]]]:
    """What is written: documents about three countries over the years, so that much is linked."""
    found = []
    for n in range(DOCUMENTS):
        country, year = ("LAO", "THA", "VNM")[n % 3], 2001 + n // 3
        name = f"{country}-{year}"
        facts = [*examples(name), example(type(examples()[2]), name, origin=country, destination="KHM")]
        found.append((document(name, country=country, year=year), facts))
    return found


def main(path: Path) -> None:
    """Write what the store does not have."""
    with open_store(path, write=True) as store:
        for item, facts in documents():
            put(store, item, facts)
            print(item.id, flush=True)  # noqa: T201 - who reads it knows that the document is there


if __name__ == "__main__":
    main(Path(sys.argv[1]))
