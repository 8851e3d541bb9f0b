"""A verb in its statement, with what is said behind it."""

from collections.abc import Sequence
from typing import NamedTuple

from kg.facts.reading.flow_frames import Frame
from kg.facts.reading.flow_parts import Element
from kg.language.model import Annotated, Sentence, Token


class Case(NamedTuple):
    """A verb in its statement, with what is said behind it."""

    annotated: Annotated
    tokens: Sequence[Token]
    sentence: Sentence
    frame: Frame
    verb: Element
    after: Sequence[Element]
    home: str | None

    @property
    def kinds(self) -> set[str]:
        """The kinds of what is said behind the verb."""
        return {e.kind for e in self.after}
