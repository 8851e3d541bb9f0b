"""The explorer and the endpoint as one web application over a store."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import BaseRoute, Route

from kg.web.endpoint import METHODS, endpoint
from kg.web.pool import Pool
from kg.web.security import Guard


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
        yield
        app.state.pool.stop()

    return Starlette(routes=_routes(settings.origins), middleware=[Middleware(Guard, hosts=settings.hosts)], lifespan=lifespan)


def _routes(origins: Sequence[str]) -> list[BaseRoute]:
    cors = [Middleware(CORSMiddleware, allow_origins=origins, allow_methods=METHODS, allow_headers=["*"], expose_headers=["Server-Timing"])]
    return [Route(path, endpoint, methods=METHODS, middleware=cors if origins else None) for path in ("/sparql", "/sparql/")]
