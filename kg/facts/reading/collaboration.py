"""Reading of collaboration facts."""

from collections.abc import Iterator

from kg.facts.model import Fact
from kg.language.model import Annotated


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read the facts of this kind."""
    yield from ()
