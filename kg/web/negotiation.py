"""Content negotiation: which of the formats at hand a client likes best (RFC 9110, 12.5.1)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A format of the program and how it is called on the web; the first media type is the one it is sent as."""

    name: str
    ending: str
    types: tuple[str, ...]

    @property
    def content_type(self) -> str:
        """What the header says."""
        return self.types[0] + ("; charset=utf-8" if self.types[0].startswith("text/") else "")


RESULTS = (
    Format("json", "json", ("application/sparql-results+json", "application/json")),
    Format("xml", "xml", ("application/sparql-results+xml", "application/xml", "text/xml")),
    Format("csv", "csv", ("text/csv",)),
    Format("tsv", "tsv", ("text/tab-separated-values",)),
)
"""What SELECT and ASK can give, the one for clients without a wish first."""

TRIPLES = (
    Format("turtle", "ttl", ("text/turtle", "application/turtle", "application/x-turtle")),
    Format("ntriples", "nt", ("application/n-triples", "text/plain")),
    Format("rdfxml", "rdf", ("application/rdf+xml", "application/xml", "text/xml")),
    Format("jsonld", "jsonld", ("application/ld+json", "application/json")),
)
"""What CONSTRUCT and DESCRIBE can give."""


def by_name(formats: Sequence[Format]) -> Mapping[str, Format]:
    """The formats by the program's name for them."""
    return {known.name: known for known in formats}


def best(accept: str | None, formats: Sequence[Format]) -> Format | None:
    """The format that the Accept header likes best, of equals the first; None where it takes none of them.

    >>> best("text/csv;q=0.5, application/sparql-results+xml", RESULTS).name, best(None, TRIPLES).name, best("image/png", RESULTS)
    ('xml', 'turtle', None)
    """
    if accept is None or not accept.strip():
        return formats[0]
    ranges = [_range(part) for part in accept.split(",") if part.strip()]
    scored = [(max((_quality(media, ranges) for media in known.types), default=0.0), -n) for n, known in enumerate(formats)]
    quality, n = max(scored)
    return formats[-n] if quality > 0 else None


def _range(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    given = next((parameter[2:] for parameter in parameters if parameter.startswith("q=")), "1")
    try:
        return name, min(1.0, max(0.0, float(given)))
    except ValueError:
        return name, 0.0


def _quality(type: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The quality of the range that fits a media type most exactly."""
    for wanted in (type, type.partition("/")[0] + "/*", "*/*"):
        for name, quality in ranges:
            if name == wanted:
                return quality
    return 0.0
