"""What every picture has around it: title and subtitle above, notes below, in lines no wider than the page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.flows.labels import Measure
from kg.flows.marks import INK, QUIET
from kg.flows.projection import WIDTH
from kg.flows.selection import READABLE
from kg.flows.shapes import Text
from kg.flows.words import Words

LEFT: Final = 20.0
LINE: Final = 17.0
BOLD: Final = 1.15
"""How much wider a bold text is than a plain one, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How wide a picture is, in pixels, and how much can be read on it."""

    width: float
    flows: int
    """The flows of a map."""
    bands: int
    """The flows of a picture of bands."""
    rows: int
    """The rows of a table."""
    columns: int
    """The columns of a table."""
    names: float
    """The room for names beside a table or bands, in pixels."""
    across: int
    """Small maps side by side."""

    @property
    def inner(self) -> float:
        """The width of what is written."""
        return self.width - 2 * LEFT


WIDE: Final = Sheet(width=WIDTH, flows=READABLE, bands=80, rows=60, columns=60, names=232.0, across=3)
"""That of files, and of a window on a desk."""

MEDIUM: Final = Sheet(width=740.0, flows=36, bands=50, rows=40, columns=30, names=160.0, across=2)
"""That of a small window, or of one whose text is magnified."""

NARROW: Final = Sheet(width=380.0, flows=14, bands=24, rows=24, columns=12, names=104.0, across=1)
"""That of a telephone."""


def head(words: Words, measure: Measure, sheet: Sheet = WIDE) -> list[Text]:
    """The title and the lines below it."""
    return list(_head(words, sheet.inner, measure))


def _head(words: Words, width: float, measure: Measure) -> Iterator[Text]:
    y = 6.0
    for line in wrapped(words.title, width / BOLD, 19, measure):
        y += 24
        yield Text(at=(LEFT, y), text=line, size=19, colour=INK, bold=True)
    y += 4
    for n, text in enumerate(words.subtitle):
        for line in wrapped(text, width, 12, measure):
            y += LINE
            yield Text(at=(LEFT, y), text=line, size=12, colour=QUIET if n else INK)


def foot(notes: Sequence[str], top: float, measure: Measure, sheet: Sheet = WIDE) -> list[Text]:
    """The notes that say something, and the source, which never is empty."""
    return list(_foot([note for note in notes if note], top, sheet.inner, measure))


def _foot(notes: Sequence[str], top: float, width: float, measure: Measure) -> Iterator[Text]:
    y = top
    for note in notes:
        for line in wrapped(note, width, 10.5, measure):
            y += 14
            yield Text(at=(LEFT, y), text=line, size=10.5, colour=QUIET)


NEARLY: Final = 0.9
"""A line whose words together take less of the width than this is not too wide, however its letters are set."""


def wrapped(text: str, width: float, size: float, measure: Measure) -> list[str]:
    """The text in lines no wider than ``width``; a line is measured as a whole only where its words together come near that."""
    lines: list[str] = []
    about, blank = 0.0, measure(" ", size)
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        wider = about + blank + measure(word, size)
        if lines and (wider < NEARLY * width or measure(longer, size) <= width):
            lines[-1], about = longer, wider
        else:
            lines.append(word)
            about = measure(word, size)
    return lines


def shortened(text: str, width: float, size: float, measure: Measure) -> str:
    """The text, cut where it is wider than ``width``."""
    if measure(text, size) <= width:
        return text
    while text and measure(text + "…", size) > width:
        text = text[:-1]
    return text.rstrip() + "…"


def abbreviations(short: Mapping[str, str]) -> str:
    """What codes in the place of names stand for, in one line; the codes of a map in their order."""
    return "; ".join(f"{code}: {name}" for code, name in sorted(short.items()))
