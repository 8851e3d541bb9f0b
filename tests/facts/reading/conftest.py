"""What the tests of readers share: one language model, and facts read from words written in the test."""

from collections.abc import Callable

import pytest

from kg.facts.model import Fact
from kg.facts.reading import read_facts
from kg.language.annotate import annotate
from kg.language.pipeline import Pipeline, load
from kg.narrative.model import Document, Section, SectionName

Read = Callable[..., tuple[Fact, ...]]


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The language model, loaded once."""
    return load()


@pytest.fixture(scope="session")
def read(pipeline: Pipeline) -> Read:
    """Read the facts of a text about a country in a year, as a section of a narrative."""

    def reading(country: str, year: int, text: str, section: SectionName = "prosecution") -> tuple[Fact, ...]:
        document = Document("x", text, country, year, None, (Section(section, 0, len(text)),))
        return read_facts(annotate(document, pipeline))

    return reading
