"""An interruption from the keyboard is not lost, whenever it comes."""

import sys
import time

import pytest

from kg.cli.interruption import SOON, kept


class Finalized:
    """Something that is interrupted while it goes, or fails then."""

    def __init__(self, error: type[BaseException]) -> None:
        self.error = error

    def __del__(self) -> None:
        raise self.error


def lose(error: type[BaseException]) -> None:
    """Let something go, and wait for what comes of it."""
    Finalized(error)
    for _ in range(50):
        time.sleep(SOON)


def test_what_is_lost_in_a_finalizer_comes_again() -> None:
    with kept(), pytest.raises(KeyboardInterrupt):
        lose(KeyboardInterrupt)


def test_other_errors_there_are_told_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda lost: told.append(lost.exc_type))
    with kept():
        Finalized(ValueError)
    assert told == [ValueError]


def test_behind_it_all_is_as_before() -> None:
    before = sys.unraisablehook
    with kept():
        assert sys.unraisablehook is not before
    assert sys.unraisablehook is before
