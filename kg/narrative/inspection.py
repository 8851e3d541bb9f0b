"""What reading would make of a document, for ``kg inspect``: whose it is, its sections, and what is doubtful."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kg.narrative import likeness
from kg.narrative.likeness import Sketch
from kg.narrative.model import Document, SectionName
from kg.vocabulary.places import name_of

_TIP: tuple[SectionName, ...] = ("recommendations", "prosecution", "protection", "prevention")
_FULL = 1200
_RECOMMENDING = 2008
"""Since this year's report every narrative of the ordinary kind has recommendations."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """A document's outline: sizes of sections are in words, ``furniture`` is in characters."""

    id: str
    country: str
    name: str
    year: int | None
    tier: str | None
    sections: tuple[tuple[SectionName, int], ...]
    """Each section with its number of words, those of one name that follow each other taken together."""
    words: int
    furniture: int
    doubts: tuple[str, ...]
    pages: tuple[int, int] | None = None
    """The first and last page of a paginated form on which the narrative stands."""


def inspect(document: Document) -> Inspection:
    """Say what was read of a document."""
    sizes: list[tuple[SectionName, int]] = []
    for section in document.sections:
        words = len(document.text[section.start : section.end].split())
        if sizes and sizes[-1][0] == section.name:
            sizes[-1] = (section.name, sizes[-1][1] + words)
        else:
            sizes.append((section.name, words))
    return Inspection(
        id=document.id,
        country=document.country,
        name=name_of(document.country),
        year=document.year,
        tier=document.tier,
        sections=tuple(sizes),
        words=sum(words for _, words in sizes),
        furniture=_furniture(document),
        doubts=tuple(_doubts(document, sum(words for _, words in sizes))),
        pages=_pages(document),
    )


class Copies:
    """Documents that tell one narrative, found while one document after the other is looked at, of which sketches alone are kept."""

    def __init__(self) -> None:
        self._sketches: defaultdict[str, dict[str, Sketch]] = defaultdict(dict)

    def add(self, document: Document) -> None:
        """Note a document."""
        if key := likeness.key(document):
            self._sketches[key][document.id] = likeness.sketch(document)

    def found(self) -> dict[str, str]:
        """The copies by id, each with the id of the document that a build would count."""
        return dict(sorted(pair for sketches in self._sketches.values() for pair in likeness.copies(sketches).items()))


def _pages(document: Document) -> tuple[int, int] | None:
    if not document.sections:
        return None
    first, last = document.page(document.sections[0].start), document.page(document.sections[-1].end - 1)
    return (first, last) if first and last else None


def _furniture(document: Document) -> int:
    """The characters in no section, white space aside."""
    inside = sum(_solid(document.text[s.start : s.end]) for s in document.sections)
    return _solid(document.text) - inside


def _solid(text: str) -> int:
    return len("".join(text.split()))


def _doubts(document: Document, words: int) -> Iterator[str]:
    names = {section.name for section in document.sections}
    if document.year is None:
        yield "no year found"
    if not words:
        yield "no narrative found"
        return
    if words < 40:
        yield f"the narrative has {words} words only"
    solid = _solid(document.text)
    if _furniture(document) * 2 >= solid:
        yield "half of the text is on other subjects" if names == {"other"} else "half of the page is furniture"
    if not document.tier and "header" not in names and names & {*_TIP}:
        yield "no header line with country and tier found"
    if document.tier and solid > _FULL:
        expected = _TIP if (document.year or _RECOMMENDING) >= _RECOMMENDING else _TIP[1:]
        yield from (f"no {name} section" for name in expected if name not in names)
    if "�" in document.text:
        yield "some letters were lost in an earlier conversion (�)"
