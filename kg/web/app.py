"""The explorer and the endpoint as one web application over a store."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from kg.web import country, downloads, editor, entity, flowpages, reading, search
from kg.web.endpoint import METHODS, endpoint
from kg.web.holdings import Shelf
from kg.web.pages import Page, on_error
from kg.web.pool import Pool
from kg.web.security import Guard

PATIENCE: Final = 20.0
"""Seconds for which the server waits with its first answer until the first page is drawn."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What is served, and to whom."""

    store: Path
    timeout: float = 30.0
    """Seconds that a query may take."""
    origins: tuple[str, ...] = ()
    """The origins whose pages may ask the endpoint; ``*`` for all."""
    hosts: tuple[str, ...] = ()
    """The names under which the server answers; empty for any."""


def application(settings: Settings) -> Starlette:
    """The application; its pool of queries lives as long as it is served."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.pool = Pool(settings.store, settings.timeout)
        app.state.shelf = Shelf(settings.store)
        preparing = Thread(target=flowpages.prepare, args=[app.state.shelf.current()], daemon=True)
        preparing.start()
        await asyncio.to_thread(preparing.join, PATIENCE)
        yield
        app.state.pool.stop()

    return Starlette(
        routes=_routes(settings.origins),
        middleware=[Middleware(Guard, hosts=settings.hosts)],
        exception_handlers={HTTPException: on_error},
        lifespan=lifespan,
    )


PAGES: Sequence[tuple[str, Page]] = (
    ("/", flowpages.home),
    ("/flows", flowpages.flows),
    ("/flows.{ending}", downloads.flows),
    ("/facts.{ending}", downloads.facts),
    ("/text", downloads.text),
    ("/country/{code}", country.country),
    ("/corridor/{origin}/{destination}", flowpages.one_corridor),
    ("/organization/{hash}", entity.entity),
    ("/document/{id:path}", reading.document),
    ("/fact/{hash}", reading.fact),
    ("/search", search.search),
    ("/query", editor.editor),
    ("/query/terms.json", editor.terms),
)
"""The pages, each made in a thread."""


def _routes(origins: Sequence[str]) -> list[BaseRoute]:
    cors = [Middleware(CORSMiddleware, allow_origins=origins, allow_methods=METHODS, allow_headers=["*"], expose_headers=["Server-Timing"])]
    return [
        *(Route(path, endpoint, methods=METHODS, middleware=cors if origins else None) for path in ("/sparql", "/sparql/")),
        *(Route(path, page) for path, page in PAGES),
        Route("/query/map", editor.drawn_map, methods=["POST"]),
        Mount("/static", StaticFiles(packages=[("kg.web", "static")])),
    ]
