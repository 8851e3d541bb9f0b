"""Which parts of a text are narratives: each begins at its header and ends where its prose ends."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.narrative import naming
from kg.narrative.furniture import quotation
from kg.narrative.outline import Part
from kg.narrative.subject import on_subject

_OPENING = 400
_LONGEST = 200
_NEAR = 200
_Tiers = Mapping[int, tuple[str, int]]
"""For a header's index its tier, and the index of the part that gives it."""


@dataclass(frozen=True, slots=True)
class Body:
    """A narrative in an outline: its parts from the header to the last one, and what stands before it."""

    header: Part | None
    tier: str | None
    year: int | None
    """The year that the header or what stands before it names."""
    parts: tuple[Part, ...]
    start: int
    """Where what belongs to it begins in the text: after the prose of the narrative before it."""


def bodies(parts: Sequence[Part]) -> tuple[Body, ...]:
    """The narratives of an outline in order; one without header where no header has prose that names its country.

    A header opens a narrative if it is the last one before prose that names its country; repeated, it is a running head.
    """
    tiers = _tiers(parts)
    opened = _opened(parts, tiers)
    if not opened:
        return (_headless(parts, tiers),)
    found: list[Body] = []
    begin = 0
    for (at, first), (until, _) in zip(opened, [*opened[1:], (len(parts), 0)], strict=True):
        end = _preamble(parts, until) if until < len(parts) else until
        found.append(_body(parts, (begin, at, first, end), tiers, found[-1].year if found else None))
        begin = end
    return tuple(found)


def _opened(parts: Sequence[Part], tiers: _Tiers) -> list[tuple[int, int]]:
    """Where narratives begin: the indices of each one's header and of the first prose that names its country."""
    opened: list[tuple[int, int]] = []
    waiting: int | None = None
    recent: set[int] = set()
    """The years of the report that were named since the last prose."""
    years: set[int] = set()
    """The years that were named before the last narrative began."""
    for i, part in enumerate(parts):
        recent = set() if part.body else recent | {*_year(part)}
        if part.header:
            if not opened or not _again(parts[opened[-1][0]], part, recent - years):
                waiting = i
        elif waiting is not None and part.body and _complete(part):
            if _names(part, parts[waiting]) and (not opened or waiting in tiers or opened[-1][0] not in tiers):
                years = {year for p in parts[max(0, waiting - _NEAR) : waiting + 1] for year in _year(p)}
                opened.append((waiting, i))
                waiting = None
            elif opened:
                waiting = None
    return opened


def _again(first: Part, later: Part, new: Collection[int]) -> bool:
    """Whether a later header only repeats the one a narrative began with; ``new`` are years named since that were not before."""
    return bool(first.header and later.header and first.header.country == later.header.country and not new)


def _complete(part: Part) -> bool:
    """Whether prose is whole, no quotation and no teaser that breaks off."""
    text = part.text.rstrip()
    return len(text.split()) >= 5 and not quotation(text) and not text.endswith(("…", "...", "[…]", "[...]"))


def _names(part: Part, header: Part) -> bool:
    """Whether prose names the header's country early on."""
    return header.header is not None and bool(naming.mention(header.header.country).search(part.text, 0, _OPENING))


def _tiers(parts: Sequence[Part]) -> _Tiers:
    """For the headers that have a tier what it is and the index of the part that gives it.

    That is the header itself, the next line, or the last heading above that was no item of a menu of tiers.
    """
    found: dict[int, tuple[str, int]] = {}
    above: int | None = None
    for i, part in enumerate(parts):
        if part.kind == "tier":
            menu = (i > 0 and parts[i - 1].kind == "tier") or i + 1 == len(parts) or not parts[i + 1].header
            above = None if menu else i
        elif part.header:
            below = i + 1 < len(parts) and parts[i + 1].kind == "tier"
            where = i if part.header.tier else i + 1 if below else above
            tier = part.header.tier or (naming.tier_line(parts[where].text) if where is not None else None)
            if tier and where is not None:
                found[i] = (tier, where)
    return found


def _preamble(parts: Sequence[Part], at: int) -> int:
    """The index after the last prose before a header: from there on lines belong to that header."""
    while at > 0 and not parts[at - 1].body:
        at -= 1
    return at


def _years(parts: Sequence[Part]) -> list[int]:
    """The years of the report that lines other than prose name, the most frequent first."""
    return [year for year, _ in Counter(year for p in parts for year in _year(p)).most_common()]


def _year(part: Part) -> tuple[int, ...]:
    """The year of the report that a line other than prose names, if it does."""
    year = naming.report_year(part.text) if not part.body and len(part.text) <= _LONGEST else None
    return (year,) if year else ()


def _body(parts: Sequence[Part], span: tuple[int, int, int, int], tiers: _Tiers, inherited: int | None) -> Body:
    """The narrative of ``span``: where its lines begin, its header, its first prose, and its end."""
    begin, at, first, end = span
    header = parts[at].header
    tier, where = tiers.get(at, (None, at))
    near = {at - 1: replace(parts[at], start=parts[where].start), at + 1: replace(parts[at], end=parts[where].end)}
    opening = near.get(where, parts[at])
    years = [header.year] if header and header.year else _years(parts[begin:at])
    inside = [
        replace(p, kind="furniture") if p.header or p.kind == "tier" else p for p in (*_lead(parts[at + 1 : first]), *parts[first:end])
    ]
    return Body(opening, tier, years[0] if years else inherited, (opening, *inside), parts[begin].start)


def _lead(parts: Sequence[Part]) -> Sequence[Part]:
    """What stands between header and first prose: nothing of the narrative if furniture or a list of headings is in it.

    One short line, such as «b. Prohibition of Forced or Compulsory Labor», is a title of prose on the subject.
    """
    headed = [p for p in parts if p.kind == "heading"]
    loose = [p.kind for p in parts if p.kind in {"furniture", "stop", "short"}]
    titled = loose == ["short"] and all(on_subject(p.text) for p in parts if p.body)
    if len(headed) < 2 and (not loose or titled):
        return parts
    return [replace(p, kind="furniture") if p.kind != "heading" or len(headed) > 1 else p for p in parts]


def _headless(parts: Sequence[Part], tiers: _Tiers) -> Body:
    """The whole text without leading and trailing menus, as the one narrative it is taken for."""
    first = next((i for i, p in enumerate(parts) if p.body and not quotation(p.text)), len(parts))
    named = [i for i, p in enumerate(parts) if p.header]
    years = _years(parts[:first]) or _years(parts)
    one = len({parts[i].header for i in named}) == 1
    tier = tiers.get(named[-1], (None, 0))[0] if one else None
    kept = tuple(replace(p, kind="furniture") if p.header and not (tier and i == named[-1]) else p for i, p in enumerate(parts))
    return Body(parts[named[-1]] if one else None, tier, years[0] if years else None, kept, parts[0].start if parts else 0)
