"""Real SPARQL servers for the tests, started on free ports with data of their own and ended with the fixture."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
VIRTUOSO = shutil.which("virtuoso-t")

PATIENCE = 60
"""Seconds in which a server must be there."""

INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = {sql}
DisableUnixSocket = 1
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = {http}
ServerRoot = {folder}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 10000
"""
"""The settings of a Virtuoso that keeps everything in one folder; its limit of rows is that of its own settings."""


class Server(NamedTuple):
    """A running server: where it takes graphs and updates, where it answers queries, and who may write."""

    graphs: str
    updates: str
    queries: str
    user: str | None = None


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """An Oxigraph server, whose default graph is not the union of the others."""
    assert OXIGRAPH
    root = f"http://127.0.0.1:{(port := free_port())}"
    with _running([OXIGRAPH, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"], f"{root}/query?query=ASK%20%7B%7D"):
        yield Server(f"{root}/store", f"{root}/update", f"{root}/query")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    """A Virtuoso server, which asks who writes."""
    assert VIRTUOSO
    http = free_port()
    (folder / "virtuoso.ini").write_text(INI.format(folder=folder, http=http, sql=free_port()))
    root = f"http://127.0.0.1:{http}"
    with _running([VIRTUOSO, "+foreground", "+configfile", str(folder / "virtuoso.ini")], f"{root}/sparql?query=ASK%20%7B%7D"):
        yield Server(f"{root}/sparql-graph-crud-auth", f"{root}/sparql-auth", f"{root}/sparql", "dba:dba")


@contextmanager
def _running(command: list[str], ready: str) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(process, ready)
        yield
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, f"the server ended with {process.returncode}"
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, ConnectionError):
            time.sleep(0.2)
    raise AssertionError(f"{address} does not answer")
