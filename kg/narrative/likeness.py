"""Whether two documents tell the same narrative: the same country, year and report, and nearly the same words.

Words are compared by a sketch: of the hashes of all runs of three words the smallest, whose overlap estimates that of the whole
(bottom-k sketches: Cohen and Kaplan, "Summarizing data using bottom-k sketches", PODC 2007).
"""

import re
import unicodedata
from array import array
from base64 import b64decode, b64encode
from collections.abc import Mapping
from functools import cache
from heapq import nsmallest
from sys import byteorder
from zlib import crc32

from kg.narrative.model import Document
from kg.vocabulary.tables import rows

RUN = 3
"""How many words are compared in a row."""
KEPT = 256
"""How many hashes a sketch has at most."""
ALIKE = 0.8
"""The share of common runs from which two texts are one narrative: it bears 2 words in 100 that differ, or a fifth that is missing."""
DEFAULT = "tip"
"""The report of which a narrative is where no report is named."""

_OPENING = 1_000
_WORD = re.compile(r"\w+")

Sketch = frozenset[int]


@cache
def _reports() -> tuple[tuple[re.Pattern[str], str], ...]:
    named = ((r"\W+".join(map(re.escape, _WORD.findall(row["phrase"]))), row["report"]) for row in rows("reports"))
    return tuple((re.compile(words, re.IGNORECASE), name) for words, name in named)


def report(document: Document) -> str:
    """The report that a narrative is of, by title, source or what stands before it; the DEFAULT unless another is named."""
    begin = document.sections[0].start if document.sections else 0
    for text in (document.title, document.source, document.text[max(0, begin - _OPENING) : begin]):
        if text and (named := next((name for words, name in _reports() if words.search(text)), None)):
            return named
    return DEFAULT


def key(document: Document) -> str | None:
    """What two tellings of one narrative have in common beside their words; None without a year, for then nobody can say."""
    return f"{document.country}-{document.year}-{report(document)}" if document.year else None


def sketch(document: Document) -> Sketch:
    """The sketch of a narrative's words; headers and furniture have no part in it."""
    told = (document.text[s.start : s.end] for s in document.sections if s.name != "header")
    words = _WORD.findall(unicodedata.normalize("NFKC", " ".join(told)).casefold())
    runs = {" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))} if words else set()
    return frozenset(nsmallest(KEPT, {crc32(run.encode(errors="replace")) for run in runs}))


def likeness(first: Sketch, second: Sketch) -> float:
    """The share of common runs of words, estimated from the smallest hashes of both.

    >>> likeness(frozenset({1, 2, 3}), frozenset({2, 3, 4}))
    0.5
    """
    smallest = nsmallest(KEPT, first | second)
    return sum(one in first and one in second for one in smallest) / len(smallest) if smallest else 0.0


def copies(sketches: Mapping[str, Sketch]) -> dict[str, str]:
    """Which documents of one key are copies, by id, with the id of the first document that is no copy itself and is told in the same words.

    It follows from the sketches alone: in the order of the ids each is compared with those that are no copies.

    >>> copies({"c": frozenset({9}), "b": frozenset({1}), "a": frozenset({1})})
    {'b': 'a'}
    """
    first: list[str] = []
    found: dict[str, str] = {}
    for doc in sorted(name for name, sketch in sketches.items() if sketch):
        like = next((other for other in first if likeness(sketches[other], sketches[doc]) >= ALIKE), None)
        if like is None:
            first.append(doc)
        else:
            found[doc] = like
    return found


def packed(held: Sketch) -> str:
    """A sketch as text.

    >>> unpacked(packed(frozenset({7, 4_000_000_000}))) == frozenset({7, 4_000_000_000})
    True
    """
    numbers = array("I", sorted(held))
    if byteorder == "little":
        numbers.byteswap()
    return b64encode(numbers.tobytes()).decode()


def unpacked(words: str) -> Sketch:
    """The sketch of a text."""
    numbers = array("I", b64decode(words))
    if byteorder == "little":
        numbers.byteswap()
    return frozenset(numbers)
