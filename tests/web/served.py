"""A running server over a store, and requests to it by the standard library alone."""

import http.client
import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from kg.facts.interchange import from_json
from kg.facts.unite import unite
from kg.narrative.text import document
from kg.web.app import Settings
from kg.web.server import listening, make_server
from tests.graph.made import filled

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


class Reply(NamedTuple):
    """What the server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    def json(self) -> Any:
        return json.loads(self.body)


class Client(NamedTuple):
    """Asks one server."""

    port: int

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None, *, timeout: float = 60
    ) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, dict(headers or {}))
            answer = connection.getresponse()
            return Reply(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Reply:
        return self.ask("GET", path, headers=headers)


@contextmanager
def serving(store: Path, **settings: Any) -> Iterator[Client]:
    """A server in a thread, at a port of its own."""
    listener = listening("127.0.0.1", 0)
    ready = threading.Event()
    server = make_server(Settings(store, **settings), ready.set)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        assert ready.wait(30)
        yield Client(listener.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join(20)
        assert not thread.is_alive()


def gold_store(path: Path) -> Path:
    """A store of the example narratives and their gold facts, made without reading them."""
    return filled(path, *(_example(file) for file in sorted(EXAMPLES.glob("*.txt"))))


def _example(file: Path) -> Any:
    lines = (EXAMPLES / "gold" / f"{file.stem}.jsonl").read_text(encoding="utf-8").splitlines()
    text = file.read_text(encoding="utf-8").replace("\r\n", "\n")
    return document(text, id=file.stem), unite(from_json(json.loads(line)) for line in lines)


def until(condition: Any, seconds: float = 10) -> bool:
    """Whether a condition comes true in time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True
