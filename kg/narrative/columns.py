"""The lines of a PDF's pages in the order in which they are read: columns told apart, running heads and page numbers left out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from statistics import median

from kg.narrative.glyphs import Word

_SAME_LINE = 0.35
_FEW = 120
"""A page with fewer words has its gutter where the page before has it."""
_EDGES = 2
_SHORT = 12
_CROSSED = 0.06
_NARROWEST = 0.7
_SIDE = 0.12
_NUMBER = re.compile(r"\W*(?:page\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
Gutters = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column; ``block`` is the number of the column that it is in, counted through the whole file, ``page`` is from 0."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    page: int
    block: int


Row = tuple[Word, ...]
"""The words on one height of a page, from left to right."""


def ordered(pages: Sequence[Sequence[Word]]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The lines of all pages in the order of reading, and what the running heads and feet say, the most frequent first."""
    rows = [_rows(words) for words in pages]
    heads = _running(rows)
    said = Counter(" ".join(_text(row).split()) for _, row in sorted(heads, key=lambda head: head[0]) if not _NUMBER.fullmatch(_text(row)))
    found: list[Line] = []
    block = 0
    gutters: list[Gutters] = []
    for page, here in enumerate(rows):
        kept = [row for row in here if (page, row) not in heads]
        gutters.append(_gutters(kept, gutters))
        for column in _blocks(kept, gutters[-1]):
            found.extend(_line(row, page, block) for row in _rows(column))
            block += 1
    return tuple(found), tuple(text for text, _ in said.most_common(20))


def _rows(words: Sequence[Word]) -> list[Row]:
    """Words by their height, from the top of the page down."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (-w.base, w.left)):
        if found and found[-1][0].base - word.base <= _SAME_LINE * min(word.size, found[-1][0].size):
            found[-1].append(word)
        else:
            found.append([word])
    return [tuple(sorted(row, key=lambda w: w.left)) for row in found]


def _text(row: Row) -> str:
    return " ".join(word.text for word in row)


def _running(pages: Sequence[Sequence[Row]]) -> set[tuple[int, Row]]:
    """Running heads and feet and page numbers, each with its page: they stand at the edge of pages, and return or are but a number."""
    edges = [(page, row) for page, rows in enumerate(pages) for row in _edges(rows) if len(row) <= _SHORT]
    places = Counter((round(row[0].base / 4), words) for _, row in edges for words in [_bare(row)])
    return {
        (page, row)
        for page, row in edges
        if _NUMBER.fullmatch(_text(row)) or max(places[round(row[0].base / 4) + n, _bare(row)] for n in (-1, 0, 1)) > 1
    }


def _edges(rows: Sequence[Row]) -> Iterator[Row]:
    """The first and last rows of a page as far as a gap parts them from the rest."""
    steps = [a[0].base - b[0].base for a, b in pairwise(rows)]
    usual = median(steps) if steps else 0.0
    for near in (list(rows[: _EDGES + 1]), list(reversed(rows[-_EDGES - 1 :]))):
        for at in range(min(_EDGES, len(near) - 1)):
            if abs(near[at][0].base - near[at + 1][0].base) > 1.25 * usual:
                yield from near[: at + 1]


def _bare(row: Row) -> str:
    return " ".join(re.sub(r"[\d|]+", "", _text(row)).casefold().split())


def _gutters(rows: Sequence[Row], before: Sequence[Gutters]) -> Gutters:
    """The empty strips between the columns of a page."""
    words = [*chain.from_iterable(rows)]
    if len(words) < _FEW:
        usual = next((g for g in [*reversed(before[-2:])] if g), ())
        return usual if sum(_across(row, usual) for row in rows) <= 2 else ()
    size = median(w.size for w in words)
    left, right = min(w.left for w in words), max(w.right for w in words)
    covered = [0] * (int(right - left) + 2)
    for w in words:
        for x in range(int(w.left - left), int(w.right - left) + 1):
            covered[x] += 1
    most = _CROSSED * median(covered)
    found: list[tuple[float, float]] = []
    start: int | None = None
    for x, n in enumerate([*covered, most + 1]):
        if n <= most:
            start = x if start is None else start
        elif start is not None:
            if x - start >= _NARROWEST * size and _sided(words, left + start, left + x):
                found.append((left + start, left + x))
            start = None
    return tuple(found)


def _sided(words: Sequence[Word], start: float, end: float) -> bool:
    """Whether a good part of the words is on either side of a strip."""
    least = _SIDE * len(words)
    return sum(w.right <= start + 1 for w in words) >= least and sum(w.left >= end - 1 for w in words) >= least


def _across(row: Row, gutters: Gutters) -> bool:
    """Whether a row goes over a gutter: a word stands in it, or no more than a blank parts the words on its sides."""
    for start, end in gutters:
        middle = (start + end) / 2
        before = max((w.right for w in row if w.left < middle), default=None)
        after = min((w.left for w in row if w.left >= middle), default=None)
        if before is not None and (before > middle or (after is not None and after - before < 0.8 * (end - start))):
            return True
    return False


def _blocks(rows: Sequence[Row], gutters: Gutters) -> Iterator[list[Word]]:
    """The words of each column in the order of reading; a row across the columns ends those above it."""
    columns: list[list[Word]] = [[] for _ in range(len(gutters) + 1)]
    wide: list[Word] = []
    for row in rows:
        if _across(row, gutters):
            yield from filter(None, columns)
            columns = [[] for _ in columns]
            wide.extend(row)
            continue
        if wide:
            yield wide
            wide = []
        for word in row:
            columns[sum(word.left >= (start + end) / 2 for start, end in gutters)].append(word)
    yield from filter(None, (wide, *columns) if wide else columns)


def _line(row: Row, page: int, block: int) -> Line:
    size = max(row, key=lambda w: len(w.text)).size
    return Line(_text(row), row[0].left, max(w.right for w in row), row[0].base, size, all(w.bold for w in row), page, block)
