"""What the tests of the language layer share: one language model, and annotated words written in the test."""

from collections.abc import Callable

import pytest

from kg.language.annotate import annotate
from kg.language.model import Annotated
from kg.language.pipeline import Pipeline, load
from kg.narrative.model import Document, Section

Annotate = Callable[[str], Annotated]


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The language model, loaded once."""
    return load()


@pytest.fixture(scope="session")
def annotated(pipeline: Pipeline) -> Annotate:
    """Annotate a text about Thailand in 2014."""
    return lambda text: annotate(Document("x", text, "THA", 2014, None, (Section("prosecution", 0, len(text)),)), pipeline)
