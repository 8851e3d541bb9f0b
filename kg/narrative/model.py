"""What reading yields: documents with their narrative's sections, those that are known already, and issues."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from kg.errors import harmless

SectionName = Literal["header", "profile", "recommendations", "prosecution", "protection", "prevention", "other"]
Severity = Literal["violation", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Section:
    """A run of the narrative's text under one heading; the heading's own line is not part of it, except in ``header``."""

    name: SectionName
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One narrative: its text as stored, whose it is, and which parts of the text are narrative.

    Offsets are Unicode code points into ``text``, end exclusive. Sections are in order and do not overlap; what is in
    no section (menus, download lists, headings) is furniture, from which no fact may come. ``header`` is the line
    that names country and tier.
    """

    id: str
    text: str
    country: str
    """ISO 3166-1 alpha-3."""
    year: int | None
    """The year of the report."""
    tier: str | None
    """As the header says it: ``1``, ``2``, ``2WL``, ``3`` or ``SC``."""
    sections: tuple[Section, ...]
    title: str | None = None
    source: str | None = None
    """A URL or a citation; never a path of this machine."""
    media_type: str = "text/plain"
    pages: tuple[int, ...] = ()
    """Where each page of a paginated form begins in the text; pages before the one on which it begins are at 0 too."""

    def page(self, offset: int) -> int | None:
        """The number of the page (from 1) on which an offset lies, or None without pages."""
        return bisect_right(self.pages, offset) or None


@dataclass(frozen=True, slots=True)
class Same:
    """A document that need not be read, as its input is known to be the same as before."""

    id: str


@dataclass(frozen=True, slots=True)
class Issue:
    """Something the user must know about an input: what, where, and what to do."""

    severity: Severity
    where: str
    """The input's name, with a line where there is one."""
    message: str

    def __str__(self) -> str:
        return harmless(f"{self.severity}: {self.where}: {self.message}")
