"""Inputs that were read before: what they hold need not be worked out again, only whether they are the same."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Protocol

from kg import __version__
from kg.narrative.model import Document


class Memory(Protocol):
    """What is remembered of inputs by their digests."""

    def same(self, digest: str) -> Sequence[str] | None:
        """The ids of the documents of an input that need not be read, or None where it must be."""

    def keep(self, digest: str, documents: Sequence[Document]) -> None:
        """Remember the documents of an input that holds nothing else."""


class Forgetful:
    """Remembers nothing, so that all is read."""

    def same(self, digest: str) -> None:
        """Nothing is known."""

    def keep(self, digest: str, documents: Sequence[Document]) -> None:
        """Nothing is kept."""


def digest(data: bytes, *circumstances: object) -> str:
    """The SHA-256 of an input's bytes, of all that decides how they are read, and of the program's version."""
    whole = sha256(repr((__version__, circumstances)).encode(errors="surrogatepass"))
    whole.update(data)
    return whole.hexdigest()
