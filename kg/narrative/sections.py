"""The sections of a narrative: from its headings, else from what its paragraphs say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from kg.narrative.bodies import Body
from kg.narrative.furniture import quotation
from kg.narrative.headings import Opening
from kg.narrative.labelling import labels, opens_narrative, resumes_narrative
from kg.narrative.lines import bullet
from kg.narrative.model import Section, SectionName
from kg.narrative.outline import Part
from kg.narrative.subject import many_subjects, on_subject
from kg.vocabulary.imperatives import imperatives

_EFFORTS: tuple[SectionName, ...] = ("prosecution", "protection", "prevention")
_MOST_SHORT = 0.3


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of the body with the headings it stands under; ``run`` tells stretches apart that nothing may join."""

    part: Part
    opens: Opening | None
    title: str
    run: int


def sections(body: Body) -> tuple[Section, ...]:
    """The body's sections in order; paragraphs that follow each other with nothing between are one."""
    pieces = _on_subject([*_pieces(body)], body)
    names = _names(pieces, body)
    found: list[Section] = []
    header = body.parts[0] if body.tier and body.parts and body.parts[0].kind == "header" else None
    if header:
        found.append(Section("header", header.start, header.end))
    run = None
    for piece, name in zip(pieces, names, strict=True):
        if found and run == piece.run and found[-1].name == name:
            found[-1] = Section(name, found[-1].start, piece.part.end)
        else:
            found.append(Section(name, piece.part.start, piece.part.end))
        run = piece.run
    return tuple(found)


def _pieces(body: Body) -> Iterator[_Piece]:
    """What remains of the body without headings and furniture."""
    opens: Opening | None = None
    title, begun, dropping, run = "", False, False, 0
    for part in _kept(body):
        if part.kind in {"heading", "title"}:
            opens = part.opens if part.kind == "heading" else _after_title(opens)
            title = part.text
        dropping = begun and _drops(part, dropping)
        if dropping or part.kind not in {"prose", "item", "short"}:
            run += 1
        else:
            begun = True
            yield _Piece(part, opens, title, run)


def _drops(part: Part, dropping: bool) -> bool:
    """Whether this part and what follows are left out: after a stop, until the narrative goes on."""
    if part.kind == "stop" or not dropping:
        return part.kind == "stop"
    headed = part.kind == "heading" or (part.kind == "title" and on_subject(part.text))
    return not (headed or (part.kind == "prose" and resumes_narrative(part.text)))


def _on_subject(pieces: list[_Piece], body: Body) -> list[_Piece]:
    """The pieces, or in a report on many subjects those that are on trafficking by their title or their own words."""
    titles = [part.text for part in body.parts if part.kind == "title"]
    if body.tier or any(piece.opens for piece in pieces) or not many_subjects(titles):
        return pieces
    kept = [on_subject(piece.title) or on_subject(piece.part.text) for piece in pieces]
    dropped = [*accumulate(not k for k in kept)]
    return [replace(p, run=p.run + n) for p, k, n in zip(pieces, kept, dropped, strict=True) if k]


def _after_title(opens: Opening | None) -> Opening | None:
    return None if opens == "recommendations" else opens


def _kept(body: Body) -> Sequence[Part]:
    """The body's parts up to its last prose, without the lead-in and without short lines that are no prose."""
    parts = body.parts
    first = next((i for i, p in enumerate(parts) if p.body and (body.header or not quotation(p.text))), 0)
    while first > 0 and parts[first - 1].kind in {"heading", "title", "header"}:
        first -= 1
    if body.tier is None:
        return parts[first:]
    last = max((i for i, p in enumerate(parts) if p.body), default=len(parts) - 1)
    inside = parts[first : last + 1]
    whole = sum(p.end - p.start for p in inside)
    if sum(p.end - p.start for p in inside if p.kind == "short") > _MOST_SHORT * whole:
        return inside
    return [p for before, p in zip([None, *inside], inside, strict=False) if p.kind != "short" or _continues(p, before)]


def _continues(part: Part, before: Part | None) -> bool:
    """Whether a short line goes on with a sentence that was broken before it."""
    return before is not None and before.kind in {"prose", "item", "short"} and part.text[0].islower()


def _names(pieces: Sequence[_Piece], body: Body) -> list[SectionName]:
    """A name for each piece: its heading's, or for a stretch without heading the likeliest ones in the reports' order."""
    if not pieces:
        return []
    headed = {piece.opens for piece in pieces if piece.opens}
    if not headed and not (body.tier or opens_narrative(pieces[0].part.text)):
        return ["other"] * len(pieces)
    given = _given(pieces)
    names: list[SectionName] = []
    at = 0
    while at < len(pieces):
        last = at + 1
        while last < len(pieces) and given[last] == given[at]:
            last += 1
        name = given[at]
        if name is None or name == "efforts":
            texts = [piece.part.text for piece in pieces[at:last]]
            names.extend(_told(texts, _order(name, at, headed)))
        else:
            names.extend([name] * (last - at))
        at = last
    return names


def _told(texts: Sequence[str], order: Sequence[SectionName]) -> Sequence[SectionName]:
    return ["profile"] * len(texts) if len(texts) < 4 and order[0] == "profile" else labels(texts, order)


def _order(given: Opening | None, at: int, headed: set[Opening]) -> tuple[SectionName, ...]:
    """The sections that a stretch without heading may have: those that have no heading elsewhere."""
    free = tuple(name for name in _EFFORTS if name not in headed)
    if given == "efforts":
        return _EFFORTS
    if at == 0:
        return ("profile", *free) if not headed & {*_EFFORTS, "efforts"} else ("profile",)
    return (*free, "profile") if "profile" not in headed or not free else free


def _given(pieces: Sequence[_Piece]) -> list[Opening | None]:
    """Each piece's heading; recommendations end at the first paragraph that is none."""
    found: list[Opening | None] = []
    for i, piece in enumerate(pieces):
        opens = piece.opens
        if opens == "recommendations" and i and pieces[i - 1].opens == "recommendations":
            opens = opens if found[-1] == "recommendations" and _recommends(piece.part.text) else None
        found.append(opens)
    return found


def _recommends(text: str) -> bool:
    """Whether a paragraph is an item of a list, begins with a verb that recommends, or goes on with one in lower case."""
    bare = text[bullet(text) :].lstrip()
    words = [word.strip(",.;:").casefold() for word in bare.split()[:3]]
    if bullet(text) or bare[:1].islower():
        return True
    return bool(words) and (words[0] in imperatives() or (words[0].endswith("ly") and len(words) > 1 and words[1] in imperatives()))
