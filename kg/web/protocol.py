"""A request to the endpoint as SPARQL 1.1 Protocol means it: the query, the graphs it shall see, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from kg.graph.query import Dataset
from kg.graph.sparql import keywords

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"

LARGEST: Final = 1 << 20
"""Bytes of a request; a query as long is no query."""

FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")

READ_ONLY: Final = "updates are refused: the store is read only here; build it again with kg build to change it"


class Refused(Exception):
    """A request that cannot be answered, with the status and the words of the answer."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks for."""

    query: str
    dataset: Dataset
    format: str | None = None
    """The name of a format, which a link can give where it cannot give a header."""

    @property
    def gives_triples(self) -> bool:
        """Whether the query is a CONSTRUCT or DESCRIBE, by its first keyword that is a form of query."""
        return next((word for word in keywords(self.query) if word in FORMS), "SELECT") in ("CONSTRUCT", "DESCRIBE")


Pairs = Sequence[tuple[str, str]]


def asked_by_get(query_string: bytes) -> Asked | None:
    """What a GET asks for; None where it has no query at all, which asks for the description of the service."""
    pairs = parameters(query_string)
    if not any(name in ("query", "update") for name, _ in pairs):
        return None
    return _asked(pairs)


def asked_by_post(query_string: bytes, content_type: str | None, body: bytes) -> Asked:
    """What a POST asks for, as a form or with the query as its body (2.1.2 and 2.1.3)."""
    pairs = parameters(query_string)
    media_type, charset = _media_type(content_type)
    if media_type not in (FORM, QUERY, UPDATE):
        raise Refused(415, f"the content type is {media_type or 'missing'}; use {QUERY}, or {FORM} with the field query")
    if charset not in ("", "utf-8", "utf8"):
        raise Refused(415, f"the charset {charset} is not read; write the query in UTF-8")
    if media_type == UPDATE:
        raise Refused(403, READ_ONLY)
    if media_type == FORM:
        return _asked([*(pair for pair in pairs if pair[0] != "query"), *parameters(body)])
    return _asked([*(pair for pair in pairs if pair[0] != "query"), ("query", decoded(body))])


def parameters(words: bytes) -> Pairs:
    """The fields of a form or of an address; Refused where they are no UTF-8."""
    try:
        return parse_qsl(words.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=2000)
    except UnicodeDecodeError as error:
        raise Refused(400, "the request is no UTF-8; write the query in UTF-8 and escape it as forms do") from error
    except ValueError as error:
        raise Refused(400, f"the request cannot be read: {error}") from error


def decoded(body: bytes) -> str:
    """The body as text; Refused where it is no UTF-8."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, f"the query is no UTF-8: {error.reason} at byte {error.start}") from error


def _media_type(content_type: str | None) -> tuple[str, str]:
    """The media type and the charset, in small letters."""
    name, *rest = (part.strip().lower() for part in (content_type or "").split(";"))
    return name, next((part.removeprefix("charset=").strip('"') for part in rest if part.startswith("charset=")), "")


def _asked(pairs: Pairs) -> Asked:
    def all_of(name: str) -> list[str]:
        return [value for found, value in pairs if found == name]

    if all_of("update"):
        raise Refused(403, READ_ONLY)
    queries = all_of("query")
    if len(queries) != 1:
        raise Refused(400, f"the request has {len(queries)} queries; give one in the field query")
    formats = all_of("format")
    dataset = Dataset(tuple(all_of("default-graph-uri")), tuple(all_of("named-graph-uri")))
    return Asked(queries[0], dataset, formats[-1] if formats and formats[-1] else None)
