"""Processes that read: what is left of them, and what is said, when a person interrupts a build from the keyboard."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no process groups to send a signal to")

NARRATIVE = (
    "LAOS (Tier 2)\n\n" + "Lao women are subjected to forced prostitution in Thailand. The government convicted 12 traffickers. " * 40
)


@pytest.mark.parametrize("seconds", [1.5, 2.5, 4.0])
def test_an_interrupted_build_says_so_in_one_line_whenever_it_happens(tmp_path: Path, seconds: float) -> None:
    for year in range(1, 200):
        (tmp_path / f"LAO-{year + 2000}.txt").write_text(NARRATIVE, encoding="utf-8")
    command = [sys.executable, "-m", "kg", "build", str(tmp_path), "--store", str(tmp_path / "store"), "--processes", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as program:
        time.sleep(seconds)
        os.killpg(program.pid, signal.SIGINT)  # as the terminal does: to the first process and to all that it started
        said = program.communicate(timeout=60)[1]
    assert said.splitlines()[-1] == "kg: interrupted"
    assert "Traceback" not in said
    assert _gone(program.pid)


def _gone(group: int) -> bool:
    """Whether no process of a group is left after a moment."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
