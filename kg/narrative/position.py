"""How far the reading of inputs has come, for those who want to know how much is left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.narrative.inputs import Input
from kg.narrative.model import Document, Issue, Same

GUESS = 20_000
"""The bytes that an address or standard input counts for, whose size nobody knows beforehand."""


@dataclass(slots=True)
class Position:
    """A place in the inputs, counted in bytes of files; the text of a narrative stands for the bytes that held it."""

    total: int = 0
    done: int = 0
    """The bytes of the inputs that were read to their end."""
    part: int = 0
    """The bytes of the input at hand."""
    size: int = 0
    """How many bytes the input at hand has."""

    @property
    def share(self) -> float:
        """How much of everything was read, from 0 to 1."""
        return (self.done + min(self.part, self.size)) / self.total if self.total else 0.0

    def begin(self, inputs: Sequence[Input]) -> None:
        """Stand before the first of some inputs."""
        self.total, self.done, self.part, self.size = sum(map(_size, inputs)), 0, 0, 0

    def follow(self, one: Input, found: Iterator[Document | Same | Issue]) -> Iterator[Document | Same | Issue]:
        """What is read from one input, while the position moves on with it."""
        self.size = _size(one)
        for item in found:
            self.part += len(item.text) if isinstance(item, Document) else 0
            yield item
        self.done, self.part, self.size = self.done + self.size, 0, 0


def _size(one: Input) -> int:
    if one.form == "unknown":
        return 0
    try:
        return one.path.stat().st_size if one.path else GUESS
    except OSError:
        return 0
