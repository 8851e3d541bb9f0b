"""Lines and paragraphs of a text, with their offsets."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import pairwise

BLANK = "".join(map(chr, [*range(9, 14), *range(28, 33), 0xA0, *range(0x2000, 0x2010), 0x202F, 0x2060, 0x3000, 0xFEFF]))
_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_BULLET = re.compile(r"[•▪●◦‣·*■□➢✓]\s+(?=\S)|(?:[-–—o]|\(?\d{1,2}[.)])\s+(?=[A-Z])")
_CLOSED = re.compile(r"[.!?;:][)\]\"'”’*†\d]*$")
_WIDEST = 140
_SAMPLE = 2000


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it."""

    start: int
    end: int
    text: str
    apart: bool
    """Whether a blank line, or the beginning of the text, comes before it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line, or several that were wrapped from one; ``text`` is as it stands, line breaks and all."""

    start: int
    end: int
    text: str


def lines(text: str) -> tuple[Line, ...]:
    """All lines of a text that are not blank, in order."""
    found: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        if bare := raw.strip(BLANK):
            start = match.start() + len(raw) - len(raw.lstrip(BLANK))
            found.append(Line(start, start + len(bare), bare, not found or _breaks(text, last, start)))
            last = start + len(bare)
    return tuple(found)


def _breaks(text: str, last: int, start: int) -> bool:
    between = text[last:start]
    return between.count("\n") > 1 or any(mark in between for mark in "\f\x85\u2029") or between.count("\r") > 1


def paragraphs(text: str, found: tuple[Line, ...], alone: Container[int], first: Container[int] = ()) -> Iterator[Paragraph]:
    """Join wrapped lines to paragraphs; a line whose start is in ``alone`` is one by itself, one in ``first`` begins one.

    Lines were wrapped where a block of them, the last aside, is about equally wide and some end inside a sentence, and
    where one begins in lower case after one that ends in none.
    """
    block: list[Line] = []
    for line in found:
        if block and (line.apart or line.start in alone or line.start in first or block[-1].start in alone):
            yield from _joined(text, block)
            block = []
        block.append(line)
    yield from _joined(text, block)


def _joined(text: str, block: list[Line]) -> Iterator[Paragraph]:
    widest = _wrapped(block)
    part = block[:1]
    for before, line in pairwise(block):
        if bullet(line.text) or not _goes_on(before, line, widest):
            yield _one(text, part)
            part = []
        part.append(line)
    if part:
        yield _one(text, part)


def _goes_on(before: Line, line: Line, widest: int) -> bool:
    """Whether a line goes on with the paragraph of the line before it.

    A line that ends a sentence ends the paragraph if the next word had still fitted on it.
    """
    if not closed(before.text):
        return widest > 0 or line.text[0].islower()
    fits = len(before.text) + 1 + len(line.text.split(maxsplit=1)[0]) <= widest
    return widest > 0 and not (fits and line.text[0].isupper())


def _one(text: str, part: list[Line]) -> Paragraph:
    return Paragraph(part[0].start, part[-1].end, text[part[0].start : part[-1].end])


def _wrapped(block: list[Line]) -> int:
    """How wide the lines of a block are if they were wrapped, else 0."""
    if len(block) < 2:
        return 0
    body = [len(line.text) for line, after in pairwise(block) if not bullet(after.text)]
    widest = max(body, default=0)
    if not 30 <= widest <= _WIDEST:
        return 0
    full = sum(length >= 0.66 * widest for length in body)
    wrapped = full >= 0.8 * len(body) and any(not closed(line.text) for line in block[:-1]) and _prosy(block)
    return widest if wrapped else 0


def _prosy(block: list[Line]) -> bool:
    """Whether most words begin in lower case, as in sentences, and unlike titles in a list."""
    return lower_share(" ".join(line.text for line in block[:20])) >= 0.55


def lower_share(text: str) -> float:
    """The share of the words, at the beginning of a long text, that do not begin with a capital."""
    words = [word if word[0].isalpha() else word.lstrip("“\"'‘([") for word in text[:_SAMPLE].split()]
    first = [word[0] for word in words if word and (word[0].isalpha() or any(c.isalpha() for c in word))]
    return sum(not letter.isupper() for letter in first) / max(1, len(first))


def bullet(text: str) -> int:
    """How many characters the bullet or number takes with which a list item begins, 0 without one."""
    found = _BULLET.match(text)
    return found.end() if found else 0


def closed(text: str) -> bool:
    """Whether a line ends as a sentence, an item or an introduction ends."""
    return bool(_CLOSED.search(text))


def sentence_like(text: str) -> bool:
    """Whether a paragraph reads as prose: it ends as sentences do, or it is long, and most words are in lower case."""
    words = len(text.split())
    if words >= 20:
        return lower_share(text) >= 0.45
    broken_off = words < 12 and text.endswith(("...", "…"))
    return words >= 2 and not broken_off and bool(re.search(r"[.!?;][)\]\"'”’*\d]*$", text)) and lower_share(text) >= 0.4
