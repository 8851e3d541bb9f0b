"""From decoded plain text to a document: whose narrative it is and what of the text belongs to it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from kg.errors import DataProblem
from kg.narrative import naming
from kg.narrative.bodies import Body, bodies
from kg.narrative.model import Document
from kg.narrative.outline import outline
from kg.narrative.sections import sections

_CLOSING_YEAR = re.compile(r"\((?P<year>(?:19|20)\d\d)\)\W*$")
_VERBS = "does|did|is|was|has|made|continued|fully|meets|demonstrated"
_SUBJECTS = (
    re.compile(rf"\bgovernment of (?P<name>[^,;:.]{{3,60}}?)(?:\s+\(|\s+(?:{_VERBS})\b)", re.IGNORECASE),
    re.compile(
        r"(?:^|: )(?P<name>[^,;:.()]{3,60}?)(?: \([A-Z]+\))? is (?:\w+ly )?an? [\w, -]{0,60}?(?:source|transit|destination|country)\b"
    ),
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where one of several narratives stands in a text, and what is known of it."""

    start: int
    end: int
    country: str
    year: int | None


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
    titles: Collection[int] = (),
) -> Document:
    """Build the document of one narrative; ``titles`` are the offsets of lines known to be headings.

    Country and year: as given, else as the text says, else from an id such as LAO-2011, else from the title.
    Raises DataProblem for an empty text and for one whose country cannot be told.
    """
    text = text.replace("\r\n", "\n")
    parts = outline(text, titles)
    if not parts:
        raise DataProblem(f"{id}: the document is empty; nothing to read")
    if not any(c.isalpha() for c in text):
        raise DataProblem(f"{id}: the document has no words; is it text?")
    body = _chosen(bodies(parts), country, year)
    whose = country or _country(body, text, id, title)
    if whose is None:
        raise DataProblem(f"{id}: the document does not say which country it is about; give --country and --year or a manifest")
    when = year or body.year or _year(id, title, source, text)
    return Document(id, text, whose, when, body.tier, sections(body), title, source, media_type, tuple(pages))


def stretches(text: str, titles: Collection[int] = ()) -> tuple[Stretch, ...]:
    """The narratives of a text that has several, each from after the one before it; empty if it has only one."""
    found = [body for body in bodies(outline(text, titles)) if body.header]
    if len(found) < 2:
        return ()
    ends = [*(body.start for body in found[1:]), len(text)]
    starts = [0, *(body.start for body in found[1:])]
    return tuple(
        Stretch(start, end, body.header.header.country, body.year)
        for body, start, end in zip(found, starts, ends, strict=True)
        if body.header and body.header.header
    )


def _chosen(found: Sequence[Body], country: str | None, year: int | None) -> Body:
    """The narrative of the country and year asked for, else the first."""

    def fit(body: Body) -> tuple[bool, bool]:
        header = body.header.header if body.header else None
        return (header is None or country in {None, header.country}, year in {None, body.year})

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
