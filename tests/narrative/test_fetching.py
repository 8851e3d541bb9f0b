"""Addresses are read within limits, over http and https alone."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from kg.errors import DataProblem
from kg.narrative.fetching import Fetched, fetch, id_of


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        moved = {"/moved": "/page", "/to-ftp": "ftp://example.org/page", "/round": "/round"}
        if self.path in moved:
            self.send_response(302)
            self.send_header("Location", moved[self.path])
            self.end_headers()
            return
        self.send_response(404 if self.path == "/missing" else 200)
        self.send_header("Content-Type", "text/html; charset=iso-8859-1")
        if self.path == "/broken-off":
            self.send_header("Content-Length", "1011")
        self.end_headers()
        for _ in range(8 * (self.path == "/dripping")):
            self.wfile.write(b"x")
            time.sleep(0.1)
        for _ in range(4 * (self.path == "/slow")):
            self.wfile.write(b"x" * 70_000)
            time.sleep(0.1)
        self.wfile.write(b"x" * 300_000 if self.path == "/large" else b"<p>Lab\xe9</p>")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Pages)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_a_page_is_fetched_with_its_type_and_encoding(site: str, path: str) -> None:
    assert fetch(site + path) == Fetched(b"<p>Lab\xe9</p>", "text/html", "iso-8859-1")


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/missing", "the server answers 404 Not Found; check the address"),
        ("/to-ftp", "it redirects to ftp://example.org/page, which is neither http nor https"),
        ("/round", "redirect"),
        ("/broken-off", "the connection ended 1,000 bytes too early; try again, or save the page and give the file"),
        ("/large", "it is larger than 200,000 bytes; save the page and give the file"),
    ],
)
def test_what_cannot_be_fetched_is_refused_with_a_reason(site: str, path: str, problem: str) -> None:
    with pytest.raises(DataProblem) as raised:
        fetch(site + path, most_bytes=200_000)
    assert problem in str(raised.value)


@pytest.mark.parametrize("path", ["/slow", "/dripping"])
def test_time_is_limited(site: str, path: str) -> None:
    with pytest.raises(DataProblem, match="it takes too long; save the page and give the file"):
        fetch(site + path, most_seconds=0.2)


def test_an_address_that_is_none_is_told() -> None:
    with pytest.raises(DataProblem, match="it cannot be fetched"):
        fetch("http://[::1")


def test_without_a_network_the_message_says_what_to_do() -> None:
    with pytest.raises(DataProblem, match="without a network, save the page and give the file"):
        fetch("http://127.0.0.1:9/page")


def test_the_id_of_an_address_is_its_last_part_and_digits_of_its_hash() -> None:
    assert id_of("https://www.example.org/reports/2021/laos/") == "laos-6a030956"
    assert id_of("https://www.example.org") != id_of("http://www.example.org")
