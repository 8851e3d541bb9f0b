"""Requests to a server: who asks, what is tried again, and what is told of a server that refuses."""

import base64
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg.errors import CannotRun, UsageProblem
from kg.graph import endpoint
from kg.graph.endpoint import Endpoint, Login, ServerTimeout, login_of, split_login
from tests.servers import free_port

Handler = Callable[[BaseHTTPRequestHandler], tuple[int, dict[str, str], bytes]]


@contextmanager
def served(answer: Handler) -> Iterator[str]:
    """The address of a server that answers each request as the function says."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, headers, body = answer(self)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_PUT = do_GET  # noqa: N815 - the names are those of the library

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/sparql"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "FIRST_WAIT", 0.01)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_may_pass_is_tried_again(status: int) -> None:
    states = iter([status, status, 200])
    with served(lambda _: (next(states), {"Retry-After": "0"}, b"here")) as address:
        assert Endpoint(address).send("POST", body=b"x").body == b"here"
    assert list(states) == []


def test_a_server_that_goes_on_failing_is_given_up() -> None:
    left = iter(range(100))
    told = "answered with the error 503: full of work"
    with served(lambda _: (503, {}, b"full of work %d" % next(left))) as address, pytest.raises(CannotRun, match=told):
        Endpoint(address).send("GET")
    assert next(left) == endpoint.TRIES


def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(CannotRun, match=r"cannot be reached: .*; is the server running, and the address right"):
        Endpoint(f"http://127.0.0.1:{free_port()}/sparql").send("GET")


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (400, r"answered with the error 400: no SPARQL"),
        (401, r"does not let you in \(401\): give --user or --token, or set KG_USER"),
        (403, r"does not let you in \(403\)"),
        (404, r"offers nothing of the kind \(404\)"),
    ],
)
def test_a_refusal_is_a_mistake_in_the_call_and_not_tried_again(status: int, told: str) -> None:
    left = iter(range(100))
    with served(lambda _: (status, {}, b"no SPARQL %d" % next(left))) as address, pytest.raises(UsageProblem, match=told):
        Endpoint(address).send("GET")
    assert next(left) == 1


def test_a_server_that_does_not_answer_is_left_at_the_limit() -> None:
    waiting = threading.Event()
    with served(lambda _: (waiting.wait(5), (200, {}, b""))[1]) as address:
        with pytest.raises(ServerTimeout, match=r"did not answer within 0\.2 seconds"):
            Endpoint(address).send("GET", timeout=0.2)
        waiting.set()


def test_a_name_and_a_password_are_given_where_the_server_asks() -> None:
    expected = "Basic " + base64.b64encode(b"ann:se:cret").decode()

    def ask(request: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
        if request.headers.get("Authorization") == expected:
            return 200, {}, b"in"
        return 401, {"WWW-Authenticate": 'Basic realm="graphs"'}, b""

    with served(ask) as address:
        assert Endpoint(address, login_of("ann:se:cret")).send("POST", body=b"x").body == b"in"
        with pytest.raises(UsageProblem, match="does not let you in"):
            Endpoint(address, Login("ann", "wrong")).send("POST", body=b"x")


def test_a_token_is_given_at_once() -> None:
    with served(lambda request: (200, {}, request.headers["Authorization"].encode())) as address:
        assert Endpoint(address, login_of(token="t0ken")).send("GET").body == b"Bearer t0ken"


def test_who_asks_can_stand_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_USER", "ann")
    monkeypatch.setenv("KG_PASSWORD", "secret")
    assert login_of() == Login("ann", "secret")
    assert login_of("bob:other") == Login("bob", "other")
    monkeypatch.setenv("KG_TOKEN", "t0ken")
    assert login_of().token == "t0ken"


def test_who_asks_can_stand_in_the_address_and_is_never_shown() -> None:
    address, login = split_login("https://ann:p%40ss@example.org:8080/sparql?x=1")
    assert (address, login) == ("https://example.org:8080/sparql?x=1", Login("ann", "p@ss"))
    assert "p@ss" not in repr(Endpoint(address, login))
