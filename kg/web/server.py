"""Serving the application from a socket of this machine until it is told to stop."""

import errno
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import uvicorn

from kg.errors import CannotRun
from kg.web.app import Settings, application

LAST_PORT: Final = 65535

PATIENCE: Final = 2
"""Seconds that requests have to end in when the server is told to stop."""


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; CannotRun where it cannot be had. The port 0 is any that is free."""
    if port > LAST_PORT:
        raise CannotRun(f"there is no port {port}; name one from 1 to {LAST_PORT} with --port")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, _, _, _, address = found[0]
        return _bound(family, address)
    except socket.gaierror as error:
        raise CannotRun(f"this machine has no address {host!r}; name another with --host") from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CannotRun(f"the port {port} of {host} is in use by another program; name another with --port") from error
        raise CannotRun(f"cannot listen at {host}, port {port}: {error.strerror}; name others with --host and --port") from error


def _bound(family: int, address: object) -> socket.socket:
    """The option lets a server that was stopped a moment ago start again; on Windows it would let two share the port."""
    made = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind(address)  # type: ignore[arg-type]
        made.listen(128)
    except OSError:
        made.close()
        raise
    return made


def address_of(listener: socket.socket) -> str:
    """The address to open in a browser."""
    host, port = listener.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}/"


class _Server(uvicorn.Server):
    """A server that says when it is ready, and ends in peace when it is told to."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take the signals that end the program as the wish to stop; a second one does not wait for requests that still run."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def make_server(settings: Settings, ready: Callable[[], None] = lambda: None) -> uvicorn.Server:
    """A server for the application; ``ready`` is called when it answers."""
    config = uvicorn.Config(
        application(settings),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=PATIENCE,
        lifespan="on",
    )
    return _Server(config, ready)


def serve(settings: Settings, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Serve until the program is told to stop, from the keyboard or by a signal."""
    make_server(settings, ready).run(sockets=[listener])
