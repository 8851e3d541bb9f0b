"""``kg serve`` as a program: where it says it is, what keeps it from starting, how it ends."""

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, Kg
from tests.web.served import Client


def started(store: Path, *options: str) -> tuple[subprocess.Popen[str], int]:
    """A server as a program, and its port."""
    command = [sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", "0", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stderr
    line = process.stderr.readline()
    found = re.fullmatch(r".+ is at http://127\.0\.0\.1:(\d+)/, for SPARQL at http://127\.0\.0\.1:\1/sparql; Ctrl-C ends\n", line)
    assert found, line + process.stderr.read()
    return process, int(found[1])


def test_it_says_where_it_is_answers_and_ends_with_ctrl_c(gold: Path) -> None:
    process, port = started(gold)
    assert Client(port).get("/sparql?query=ASK%7B%7D").json()["boolean"] is True
    assert Client(port).get("/").status == 200
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=20) == ("", "stopped\n")
    assert process.returncode == 0


def test_a_port_in_use_is_told_in_words(gold: Path, kg: Kg) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ran = kg("serve", "--store", gold, "--port", port)
    assert ran == (3, "", f"kg: the port {port} of 127.0.0.1 is in use by another program; name another with --port\n")


def test_what_cannot_be_served_is_told_in_words(gold: Path, tmp_path: Path, kg: Kg) -> None:
    missing = kg("serve", "--store", tmp_path / "none")
    assert (missing.code, missing.out) == (2, "")
    assert "does not exist; make one with: kg build" in missing.err
    assert kg("serve", "--store", gold, "--port", 70000).err == "kg: there is no port 70000; name one from 1 to 65535 with --port\n"
    assert kg("serve", "--store", gold, "--host", "192.0.2.1").code == 3
    assert kg("serve", "--store", gold, "--port", "no").code == 2
