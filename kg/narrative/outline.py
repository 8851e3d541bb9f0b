"""The outline of a text: what each of its paragraphs is, before anything is said about whose narrative it is."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from typing import Literal

from kg.narrative import furniture, headings, naming
from kg.narrative.labelling import opens_efforts
from kg.narrative.lines import Line, bullet, closed, lines, paragraphs, sentence_like

_OPENING = 120
Kind = Literal["header", "tier", "heading", "title", "furniture", "stop", "prose", "item", "short"]


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, or the heading that runs into one.

    ``header`` names a country, ``tier`` a tier alone, ``heading`` opens a section and ``title`` is any other heading;
    ``stop`` is furniture after which more follows; ``item`` has a bullet; ``short`` is neither sentence nor furniture for sure.
    """

    start: int
    end: int
    text: str
    kind: Kind
    opens: headings.Opening | None = None
    header: naming.Header | None = None

    @property
    def body(self) -> bool:
        """Whether it may be part of a narrative's prose."""
        return self.kind in {"prose", "item"}


def outline(text: str, titles: Collection[int] = ()) -> tuple[Part, ...]:
    """The parts of a text in order; ``titles`` are the offsets of lines known to be headings."""
    found = lines(text)
    running = furniture.repeated(found)
    alone = {line.start: parts for line, then in zip_longest(found, found[1:]) if (parts := _line(line, then, running, titles))}
    first = {line.start for before, line in pairwise(found) if line.start not in alone and _first(text, before, line)}
    outlined: list[Part] = []
    for paragraph in paragraphs(text, found, alone, first):
        outlined.extend(alone.get(paragraph.start) or _paragraph(paragraph.start, paragraph.end, paragraph.text))
    return tuple(_menus(outlined))


def _first(text: str, before: Line, line: Line) -> bool:
    """Whether a line begins a paragraph although no blank line is before it."""
    return bool(headings.before_prose(line.text)) or (
        not line.apart and closed(before.text) and opens_efforts(text[line.start : line.start + _OPENING])
    )


def _line(line: Line, then: Line | None, running: Collection[str], titles: Collection[int]) -> tuple[Part, ...]:
    """The parts of a line that stands by itself wherever it is; none for a line that may be one of a paragraph."""
    start, end, text = line.start, line.end, line.text
    inside = text[0].islower() and not line.apart
    goes_on = then is not None and not then.apart and then.text[0].islower()
    if not (inside or goes_on) and (opens := headings.alone(text)) is not None:
        return (Part(start, end, text, "heading", opens=opens),)
    if naming.tier_line(text):
        return (Part(start, end, text, "tier"),)
    if (named := _header(line)) is not None:
        return named
    if running and furniture.running(text) in running:
        return (Part(start, end, text, "furniture"),)
    if drops := furniture.shape(text) if inside else furniture.drops(text):
        return (Part(start, end, text, "stop" if drops == "rest" else "furniture"),)
    if headings.marked(text) or start in titles:
        return (Part(start, end, text, "title"),)
    return ()


def _header(line: Line) -> tuple[Part, ...] | None:
    bare = line.text.lstrip("#*_ ").rstrip("*_ ")
    shift = line.text.find(bare)
    named = naming.header(bare) if bare else None
    if named is None:
        return None
    start, cut = line.start + shift, line.start + shift + named.end
    part = Part(start, min(cut, line.end), bare[: named.end], "header", header=named)
    rest = line.text[shift + named.end :]
    if not rest.strip(" *_"):
        return (part,)
    begin = cut + len(rest) - len(rest.lstrip())
    return (part, *(replace(p, kind="prose") if p.kind == "short" else p for p in _paragraph(begin, line.end, rest.lstrip())))


def _paragraph(start: int, end: int, text: str) -> Iterator[Part]:
    if opened := headings.before_prose(text):
        opens, cut = opened
        yield Part(start, start + len(text[:cut].rstrip()), text[:cut].rstrip(), "heading", opens=opens)
        start, text = start + cut, text[cut:]
    if not opened and (drops := furniture.drops(text)):
        yield Part(start, end, text, "stop" if drops == "rest" else "furniture")
    elif bullet(text) and len(text.split()) > 3:
        yield Part(start, end, text, "item")
    else:
        yield Part(start, end, text, "prose" if sentence_like(text) or opened else "short")


def _menus(parts: list[Part]) -> Iterator[Part]:
    """Turn runs of three or more short lines, such as menus and lists of links, into furniture."""
    at = 0
    while at < len(parts):
        last = at
        while last < len(parts) and _linklike(parts[last]):
            last += 1
        if last - at >= 3:
            yield from (replace(p, kind="furniture") for p in parts[at:last])
        else:
            yield from parts[at : max(last, at + 1)]
        at = max(last, at + 1)


def _linklike(part: Part) -> bool:
    return part.kind == "short" and len(part.text.split()) < 20
