"""Where words go: data, messages, and a bar for people alone."""

import os
import re
import time
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from kg.cli import reference
from kg.cli.build import MANY_PARTS, _written
from kg.cli.output import counted, emit, progress, say
from kg.errors import UsageProblem
from tests.conftest import ROOT


class Terminal:
    """A standard error that is a terminal, or is not."""

    def __init__(self, *, terminal: bool) -> None:
        self.written = ""
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def write(self, words: str) -> int:
        self.written += words
        return len(words)

    def flush(self) -> None:
        """Nothing is held back."""


@pytest.mark.parametrize("terminal", [True, False])
def test_a_bar_is_drawn_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch, terminal: bool) -> None:
    error = Terminal(terminal=terminal)
    monkeypatch.setattr("sys.stderr", error)
    assert list(progress(iter("abc"), unit="documents")) == ["a", "b", "c"]
    assert ("documents" in error.written) == terminal


def test_a_bar_tells_how_much_is_done_and_how_long_the_rest_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    error = Terminal(terminal=True)
    monkeypatch.setattr("sys.stderr", error)
    monkeypatch.setattr("time.monotonic", partial(next, count(0, 2)))
    shares = iter([0.25, 0.5, 1.0])
    for _ in progress(iter("abc"), unit="documents", share=partial(next, shares)):
        time.sleep(0.11)
    shown = [line.strip() for line in error.written.split("\r") if line.strip()]
    assert [re.sub(r"\|.*\|", "|", line)[: line.index("|") + 1] for line in shown] == [
        "0 documents,   0 %|",
        "1 documents, 0.5 a second,  25 %|",
        "2 documents, 0.5 a second,  50 %|",
        "3 documents, 0.5 a second, 100 %|",
    ]
    assert all(line.endswith(" left") for line in shown)


def test_what_is_no_terminal_gets_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("time.monotonic", partial(next, count(0, 20)))
    assert list(progress(list("abcde"), unit="documents")) == list("abcde")
    assert capsys.readouterr().err == (
        "2 documents, 0.1 a second, 40% of all, about 1 min 00 s left\n4 documents, 0.1 a second, 80% of all, about 20.0 s left\n"
    )
    assert list(progress(iter("abc"), unit="documents")) == list("abc")
    assert capsys.readouterr().err == "2 documents, 0.1 a second\n"


def test_messages_go_to_standard_error_and_data_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    say("a word")
    emit("Lao – ລາວ\n")
    emit(b"bytes\n", "-")
    assert capsys.readouterr() == ("Lao – ລາວ\nbytes\n", "a word\n")


def test_a_file_is_written_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("old", encoding="utf-8")
    emit("new – ລາວ", str(tmp_path / "x.txt"))
    assert [path.name for path in tmp_path.iterdir()] == ["x.txt"]
    assert (tmp_path / "x.txt").read_text(encoding="utf-8") == "new – ລາວ"


@pytest.mark.parametrize("name", [".", "absent/x.txt"])
def test_a_place_that_cannot_be_written_to_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageProblem):
        emit("words", str(tmp_path / name))


def test_numbers_agree_with_their_nouns() -> None:
    assert [counted(n, "fact") for n in (0, 1, 2, 1234)] == ["0 facts", "1 fact", "2 facts", "1,234 facts"]


def test_the_page_of_commands_is_up_to_date() -> None:
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == reference.page(), "write it again: make docs"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_device_or_pipe_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UsageProblem, match="is no file but a device or a pipe; leave -o out"):
        emit("words", str(tmp_path / "pipe"))
    assert (tmp_path / "pipe").is_fifo()


def test_what_takes_long_behind_many_parts_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(_written([1] * (MANY_PARTS - 1))) == [1] * (MANY_PARTS - 1)
    assert "in order" not in capsys.readouterr().err
    assert list(_written([1] * MANY_PARTS)) == [1] * MANY_PARTS
    assert "putting the files of the graph in order" in capsys.readouterr().err
