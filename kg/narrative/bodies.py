"""Which parts of a text are narratives: each begins at its header and ends where its prose ends."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.narrative import naming
from kg.narrative.furniture import quotation
from kg.narrative.outline import Part

_OPENING = 400


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
    opened = _opened(parts)
    if not opened:
        return (_headless(parts),)
    found: list[Body] = []
    for (at, first), (until, _) in zip(opened, [*opened[1:], (len(parts), 0)], strict=True):
        begin = _preamble(parts, at) if found else 0
        end = _preamble(parts, until) if until < len(parts) else until
        found.append(_body(parts, (begin, at, first, end), found[-1].year if found else None))
    return tuple(found)


def _opened(parts: Sequence[Part]) -> list[tuple[int, int]]:
    """Where narratives begin: the indices of each one's header and of the first prose that names its country."""
    opened: list[tuple[int, int]] = []
    waiting: int | None = None
    for i, part in enumerate(parts):
        if part.header:
            if not opened or not _again(parts, opened[-1][0], i):
                waiting = i
        elif waiting is not None and part.body and _complete(part):
            if _names(part, parts[waiting]) and (not opened or _strong(parts, waiting) or not _strong(parts, opened[-1][0])):
                opened.append((waiting, i))
                waiting = None
            elif opened:
                waiting = None
    return opened


def _again(parts: Sequence[Part], first: int, later: int) -> bool:
    """Whether a later header only repeats the one a narrative began with."""
    one, two = parts[first].header, parts[later].header
    if not one or not two or one.country != two.country:
        return False
    years = _years(parts[_preamble(parts, later) : later + 1])
    return not years or years[0] in _years(parts[: first + 1])


def _complete(part: Part) -> bool:
    """Whether prose is whole, no quotation and no teaser that breaks off."""
    text = part.text.rstrip()
    return len(text.split()) >= 5 and not quotation(text) and not text.endswith(("…", "...", "[…]", "[...]"))


def _names(part: Part, header: Part) -> bool:
    """Whether prose names the header's country early on."""
    return header.header is not None and bool(naming.mention(header.header.country).search(part.text, 0, _OPENING))


def _strong(parts: Sequence[Part], at: int) -> bool:
    """Whether a header has a tier on its line or on a line next to it."""
    return _tier(parts, at)[0] is not None


def _tier(parts: Sequence[Part], at: int) -> tuple[str | None, int]:
    """The header's tier, and the index of the line that gives it: its own, the next, or the last heading above, no menu of tiers."""
    header = parts[at].header
    if header and header.tier:
        return header.tier, at
    if at + 1 < len(parts) and parts[at + 1].kind == "tier":
        return naming.tier_line(parts[at + 1].text), at + 1
    above = next((i for i in range(at - 1, -1, -1) if parts[i].kind == "tier"), None)
    if above is None or not parts[above + 1].header or (above and parts[above - 1].kind == "tier"):
        return None, at
    return naming.tier_line(parts[above].text), above


def _preamble(parts: Sequence[Part], at: int) -> int:
    """The index after the last prose before a header: from there on lines belong to that header."""
    while at > 0 and not parts[at - 1].body:
        at -= 1
    return at


def _years(parts: Sequence[Part]) -> list[int]:
    """The years of the report that lines other than prose name, the most frequent first."""
    found = Counter(year for p in parts if not p.body and len(p.text) <= 200 and (year := naming.report_year(p.text)))
    return [year for year, _ in found.most_common()]


def _body(parts: Sequence[Part], span: tuple[int, int, int, int], inherited: int | None) -> Body:
    """The narrative of ``span``: where its lines begin, its header, its first prose, and its end."""
    begin, at, first, end = span
    header = parts[at].header
    tier, where = _tier(parts, at)
    near = {at - 1: replace(parts[at], start=parts[where].start), at + 1: replace(parts[at], end=parts[where].end)}
    opening = near.get(where, parts[at])
    years = [header.year] if header and header.year else _years(parts[begin:at])
    inside = [
        replace(p, kind="furniture") if p.header or p.kind == "tier" else p for p in (*_lead(parts[at + 1 : first]), *parts[first:end])
    ]
    return Body(opening, tier, years[0] if years else inherited, (opening, *inside), parts[begin].start)


def _lead(parts: Sequence[Part]) -> Sequence[Part]:
    """What stands between header and first prose: nothing of the narrative if furniture or a list of headings is in it."""
    headed = [p for p in parts if p.kind == "heading"]
    if len(headed) < 2 and not any(p.kind in {"furniture", "stop", "short"} for p in parts):
        return parts
    return [replace(p, kind="furniture") if p.kind != "heading" or len(headed) > 1 else p for p in parts]


def _headless(parts: Sequence[Part]) -> Body:
    """The whole text without leading and trailing menus, as the one narrative it is taken for."""
    first = next((i for i, p in enumerate(parts) if p.body and not quotation(p.text)), len(parts))
    named = [p for p in parts if p.header]
    years = _years(parts[:first]) or _years(parts)
    header = named[-1] if named and len({p.header.country for p in named if p.header}) == 1 else None
    tier = _tier(parts, parts.index(header))[0] if header else None
    kept = tuple(replace(p, kind="furniture") if p.header and not (p is header and tier) else p for p in parts)
    return Body(header, tier, years[0] if years else None, kept, parts[0].start if parts else 0)
