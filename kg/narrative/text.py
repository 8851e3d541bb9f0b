"""From decoded plain text to a document: whose narrative it is and what of the text belongs to it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from kg.errors import DataProblem
from kg.narrative import naming
from kg.narrative.bodies import Body, bodies
from kg.narrative.characters import without_controls
from kg.narrative.model import Document
from kg.narrative.outline import Part, outline
from kg.narrative.sections import sections

_CLOSING_YEAR = re.compile(r"\((?P<year>(?:19|20)\d\d)\)\W*$")
_VERBS = "does|did|is|was|has|made|continued|fully|meets|demonstrated"
_SUBJECTS = (
    re.compile(rf"\bgovernment of (?P<name>[^,;:.]{{3,60}}?)(?:\s+\(|\s+(?:{_VERBS})\b)", re.IGNORECASE),
    re.compile(
        r"(?:^|: )(?P<name>[^,;:.()]{3,60}?)(?: \([A-Z]+\))? is (?:\w+ly )?an? [\w, -]{0,60}?(?:source|transit|destination|country)\b"
    ),
)
LONGEST = 1_000_000
"""The most characters of one section; the parser refuses more."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a text beforehand; None where it is left to the text itself."""

    country: str | None = None
    year: int | None = None
    tier: str | None = None
    title: str | None = None
    source: str | None = None
    media_type: str = "text/plain"
    pages: tuple[int, ...] = ()
    titles: tuple[int, ...] = ()
    """The offsets of lines known to be headings."""


def document(
    text: str,
    *,
    id: str,
    country: str | None = None,
    year: int | None = None,
    title: str | None = None,
    source: str | None = None,
    media_type: str = "text/plain",
    pages: Sequence[int] = (),
) -> Document:
    """Build the document of one narrative.

    Country and year: as given, else as the text says, else from an id such as LAO-2011, else from the title.
    Raises DataProblem for an empty text and for one whose country cannot be told.
    """
    text = _storable(text)
    known = Known(country, year, None, title, source, media_type, tuple(pages))
    parts = _outlined(text, id, known)
    return _document(text, id, _chosen(bodies(parts), known), known)


def documents(text: str, id: str, known: Known) -> Iterator[Document]:
    """The document of a text, or, where its country is not known beforehand, one for each narrative that it has.

    One of several has what stands after the narrative before it as its text, and ``<id>/<country>-<year>`` as its id.
    Raises DataProblem as ``document`` does.
    """
    text = _storable(text)
    found = bodies(_outlined(text, id, known))
    headers = [body.header.header for body in found if body.header and body.header.header]
    if known.country or len(headers) < 2:
        yield _document(text, id, _chosen(found, known), known)
        return
    starts = [0, *(body.start for body in found[1:])]
    for body, header, start, end in zip(found, headers, starts, [*starts[1:], len(text)], strict=True):
        year = known.year or body.year or _year(id, known.title, known.source, "")
        one = replace(
            known,
            country=header.country,
            year=year,
            tier=body.tier,
            titles=_between(known.titles, start, end),
            pages=tuple(max(0, page - start) for page in known.pages if page < end),
        )
        name = f"{id}/{header.country}-{year}" if year else f"{id}/{header.country}"
        part = text[start:end]
        yield _document(part, name, _chosen(bodies(_outlined(part, name, one)), one), one)


def _storable(text: str) -> str:
    """The text as stored: as decoded but for line ends and control characters; DataProblem for half a character and NUL."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        half = f"half a character ({text[error.start].encode('unicode_escape').decode()})"
        raise DataProblem(f"its text or name holds {half}, which no file can hold; save the text, and name the file, as UTF-8") from None
    if "\0" in text:
        raise DataProblem("it is no text: it holds NUL; save it as UTF-8 text")
    return without_controls(text.replace("\r\n", "\n"))


def _between(offsets: Sequence[int], start: int, end: int) -> tuple[int, ...]:
    """The offsets, which are in order, that lie in a part of the text, counted from its start."""
    return tuple(offset - start for offset in offsets[bisect_left(offsets, start) : bisect_left(offsets, end)])


def _outlined(text: str, id: str, known: Known) -> tuple[Part, ...]:
    parts = outline(text, known.titles)
    if not parts:
        raise DataProblem(f"{id}: the document is empty; nothing to read")
    if not any(c.isalpha() for c in text):
        raise DataProblem(f"{id}: the document has no words; is it text?")
    return parts


def _document(text: str, id: str, body: Body, known: Known) -> Document:
    country = known.country or _country(body, text, id, known.title)
    if country is None:
        raise DataProblem(f"{id}: the document does not say which country it is about; give --country and --year or a manifest")
    body = replace(body, tier=body.tier or known.tier)
    title, source = (_storable(said) if said else said for said in (known.title, known.source))
    parts = sections(body)
    for part in parts:
        if part.end - part.start > LONGEST:
            size = f"{part.end - part.start:,} characters, more than the {LONGEST:,} that can be read at once"
            raise DataProblem(f"{id}: its section {part.name} has {size}; is it one narrative? If so, part it with headings or files")
    year = known.year or body.year or _year(id, known.title, known.source, text)
    return Document(_storable(id), text, country, year, body.tier, parts, title, source, known.media_type, known.pages)


def _chosen(found: Sequence[Body], known: Known) -> Body:
    """The narrative of the country and year asked for, else the first."""

    def fit(body: Body) -> tuple[bool, bool]:
        header = body.header.header if body.header else None
        return (header is None or known.country in {None, header.country}, known.year in {None, body.year})

    return max(found, key=fit)


def _country(body: Body, text: str, id: str, title: str | None) -> str | None:
    if body.header and body.header.header:
        return body.header.header.country
    by_stem, _ = naming.from_stem(PurePosixPath(id).name)
    return by_stem or (naming.at_start(title) if title else None) or _titled(title) or _spoken(text)


def _titled(title: str | None) -> str | None:
    named = naming.header(title) if title else None
    return named.country if named else None


def _spoken(text: str) -> str | None:
    """The country of the stock sentences: "X is a source country", "The Government of X does not fully comply"."""
    names = (found["name"] for form in _SUBJECTS for found in form.finditer(text[:3000]))
    codes = {code for name in names if (code := naming.country_of(name))}
    return codes.pop() if len(codes) == 1 else None


def _year(id: str, title: str | None, source: str | None, text: str) -> int | None:
    """The year of the name, of the title or the source, or, as the last resort, the one in brackets at the end."""
    _, by_stem = naming.from_stem(PurePosixPath(id).name)
    told = by_stem or naming.report_year(title or "") or naming.report_year((source or "").replace("-", " "))
    if told:
        return told
    closing = _CLOSING_YEAR.search(text)
    return int(closing["year"]) if closing else None
