"""From the lines of print to running text: lines joined to paragraphs, broken words mended, and where each page begins."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from kg.narrative.columns import Line
from kg.narrative.lines import bullet, closed, sentence_like

_BROKEN = re.compile(r"(?P<first>[^\W\d_]{2,})[-\u00ad\u2010]$")
_NEXT = re.compile(r"[^\W\d_]+")
_PARTED = 1.3
_LARGER = 1.12
_LONGEST_TITLE = 25


@dataclass(frozen=True, slots=True)
class Paper:
    """The text of a PDF: where each page begins in it, and the offsets of its headings."""

    text: str
    pages: tuple[int, ...]
    titles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Measures:
    """What is usual in a file."""

    body: float
    """The size of most letters."""
    leading: float
    """From line to line, in shares of the size."""
    indented: bool
    """Whether paragraphs begin with an indent."""
    bounds: Mapping[int, tuple[float, float]]
    """The left and right edge of each block."""


@dataclass(slots=True)
class _Written:
    """A text in the making."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    pages: list[int] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def begin(self, page: int) -> None:
        """What comes now stands on this page."""
        self.pages += [self.length] * (page + 1 - len(self.pages))


def typeset(lines: Sequence[Line], pages: int) -> Paper:
    """The text of lines that are in the order of reading; ``pages`` is how many pages the file has."""
    measures, known = _measures(lines), _vocabulary(lines)
    out = _Written()
    titles: list[int] = []
    for paragraph in _paragraphs(lines, measures):
        if out.length:
            out.add("\n\n")
        out.begin(paragraph[0].page)
        if _titled(paragraph, measures):
            titles.append(out.length)
        _write(out, paragraph, known)
    out.add("\n")
    out.begin(pages - 1)
    return Paper("".join(out.pieces), tuple(out.pages), tuple(titles))


def _measures(lines: Sequence[Line]) -> _Measures:
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    steps = [(a.base - b.base) / a.size for a, b in pairwise(lines) if a.block == b.block and a.base > b.base]
    blocks: dict[int, list[Line]] = {}
    for line in lines:
        blocks.setdefault(line.block, []).append(line)
    bounds = {block: (_left(held), max(line.right for line in held)) for block, held in blocks.items()}
    starts = [_indent(b, bounds) for a, b in pairwise(lines) if a.block == b.block and not bullet(b.text) and _indent(a, bounds) < 0.3]
    indented = sum(0.6 <= indent <= 3 for indent in starts) > 0.03 * len(starts)
    return _Measures(sizes.most_common(1)[0][0] if sizes else 1.0, median(steps) if steps else 1.2, indented, bounds)


def _left(held: Sequence[Line]) -> float:
    """The left edge of most lines of a block."""
    return min(Counter(round(line.left) for line in held).most_common(2), key=lambda pair: (-pair[1], pair[0]))[0]


def _indent(line: Line, bounds: Mapping[int, tuple[float, float]]) -> float:
    """How far a line stands to the right of its block's edge, in shares of its size."""
    return (line.left - bounds[line.block][0]) / line.size


def _paragraphs(lines: Sequence[Line], measures: _Measures) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not _goes_on(paragraph, line, measures):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _goes_on(paragraph: Sequence[Line], line: Line, measures: _Measures) -> bool:
    """Whether a line goes on with a paragraph."""
    before = paragraph[-1]
    if before.bold != line.bold or not 1 / _LARGER < line.size / before.size < _LARGER or bullet(line.text):
        return False
    if line.text[0].islower() or _BROKEN.search(before.text):
        return before.block != line.block or before.base - line.base < 2 * _PARTED * measures.leading * line.size
    item = bool(bullet(paragraph[0].text))
    if not item and measures.indented and _indent(line, measures.bounds) >= 0.6 and _indent(before, measures.bounds) < 3:
        return len(paragraph) > 1 and _indent(before, measures.bounds) >= 0.6
    short = closed(before.text) and _fits(before, line, measures)
    if before.block == line.block:
        return not short and before.base - line.base <= _PARTED * measures.leading * line.size
    return not closed(before.text) or (measures.indented and not short and not item)


def _fits(before: Line, line: Line, measures: _Measures) -> bool:
    """Whether the first word of a line had still had room on the line before."""
    word = line.text.split(maxsplit=1)[0]
    width = (line.right - line.left) * len(word) / len(line.text)
    return before.right + 1.5 * width < measures.bounds[before.block][1]


def _titled(paragraph: Sequence[Line], measures: _Measures) -> bool:
    """Whether a paragraph is a heading: bold or large, short, and no sentence."""
    text = " ".join(line.text for line in paragraph)
    apart = all(line.bold for line in paragraph) or paragraph[0].size > _LARGER * measures.body
    return apart and len(text.split()) <= _LONGEST_TITLE and not sentence_like(text)


def _write(out: _Written, paragraph: Sequence[Line], known: Counter[str]) -> None:
    """Write the lines of a paragraph as one, words that were broken at their ends in one piece."""
    carried = ""
    for line, after in zip(paragraph, [*paragraph[1:], None], strict=True):
        text = line.text
        if carried:
            head, _, text = text.partition(" ")
            out.add(head + (" " if text else ""))
        if text:
            out.begin(line.page)
        carried = _carried(text, after.text, known) if after else ""
        out.add(carried or (f"{text} " if after and text else text))


def _carried(text: str, after: str, known: Counter[str]) -> str:
    """The line as it goes on without a blank, with the hyphen if it belongs to the word; nothing if no word is broken at its end."""
    broken, following = _BROKEN.search(text), _NEXT.match(after)
    if not broken or not following or not following[0][0].islower():
        return text if broken else ""
    first, second = broken["first"].casefold(), following[0].casefold()
    compound = known[f"{first}-{second}"] > known[first + second] or (not known[first + second] and known[first] > 0 and known[second] > 0)
    return text if compound else text[:-1]


def _vocabulary(lines: Sequence[Line]) -> Counter[str]:
    """How often each word, and each compound with its hyphen, stands inside lines."""
    known = Counter[str]()
    for line in lines:
        for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*(?!-$)", line.text.casefold()):
            known[word] += 1
            if "-" in word:
                known.update(word.split("-"))
    return known
