"""Pages from templates, in which every word of a document is escaped."""

from collections.abc import Callable
from functools import cache, partial
from importlib.resources import files
from typing import Any, Final
from urllib.parse import quote

import jinja2
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg import __version__
from kg.flows.filters import UNKNOWN, end_name
from kg.flows.words import GROUPED
from kg.graph.wording import shown
from kg.vocabulary.iris import FACT
from kg.vocabulary.places import name_of
from kg.vocabulary.schemes import concepts
from kg.web.holdings import Holdings
from kg.web.view import DENIED, EVERY, USUAL, View, read_view
from kg.web.wording import measured, number, told, way

LINES: Final = (("stated", "stated"), ("reported", "reported"), ("possible", "only possible"), (DENIED, "denied"))
"""The certainties of the filter and what they are called."""


SHOWN: Final = (
    ("map", "a map"),
    ("matrix", "a table of who goes where"),
    ("sankey", "bands from end to end"),
    ("years", "a map for each year"),
)
"""The ways to draw flows and what they are called."""


def holdings(request: Request) -> Holdings:
    """What the store holds now."""
    found: Holdings = request.app.state.shelf.current()
    return found


@cache
def _templates() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(str(files("kg.web") / "templates")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        version=__version__,
        LINES=LINES,
        USUAL=USUAL,
        EVERY=EVERY,
        SHOWS=SHOWN,
        GROUPED=GROUPED,
        told=told,
        number=number,
        measured=measured,
        way=way,
        name_of=name_of,
        end_name=end_name,
        label=label,
        exploitation=tuple(concept for concept in concepts("exploitation") if not concept.only),
        corridor_path=corridor_path,
        shown=shown,
    )
    made.filters.update(hash=fact_hash, form=partial(label, "exploitation"), part=lambda words: quote(words, safe=""), counted=counted)
    return made


def render(request: Request, template: str, *, view: View | None = None, status: int = 200, **values: Any) -> Response:
    """A page; ``view`` is what the filters of the address say."""
    wanted = view or read_view(request.query_params)
    page = _templates().get_template(template)
    return HTMLResponse(page.render(view=wanted, path=request.url.path, years=holdings(request).years, **values), status)


def fact_hash(iri: str) -> str:
    """The part of a fact's IRI that names it."""
    return iri.removeprefix(FACT)


def counted(count: int, thing: str, things: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "fact"), counted(1200, "country", "countries")
    ('1 fact', '1,200 countries')
    """
    return f"{count:,} {thing if count == 1 else things or thing + 's'}"


def label(scheme: str, token: str) -> str:
    """What a value of a vocabulary is called."""
    return next((concept.label for concept in concepts(scheme) if concept.token == token), token)


def corridor_path(origin: str | None, destination: str | None) -> str:
    """The path of a corridor's page.

    >>> corridor_path("VNM", "region:western-europe"), corridor_path(None, "THA")
    ('/corridor/VNM/region:western-europe', '/corridor/unknown/THA')
    """
    return f"/corridor/{quote(origin or UNKNOWN, safe=':')}/{quote(destination or UNKNOWN, safe=':')}"


def safe(svg: str) -> Markup:
    """A drawing of the program's own, in which every text is escaped already."""
    return Markup(svg)


def missing(words: str) -> HTTPException:
    """The error for a thing that the store does not have."""
    return HTTPException(404, words)


def on_error(request: Request, error: Exception) -> Response:
    """A page for what is not there."""
    assert isinstance(error, HTTPException)
    if request.url.path.startswith("/sparql"):
        return Response(f"{error.detail}\n", error.status_code, error.headers, "text/plain")
    page = render(request, "error.html", status=error.status_code, words=error.detail)
    page.headers.update(error.headers or {})
    return page


Page = Callable[[Request], Response]
