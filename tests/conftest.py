"""What the tests at the top share: the example narratives, one store built from them, and a way to run the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.cli import main

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
TEXTS = sorted(str(path) for path in EXAMPLES.glob("*.txt"))


class Ran(NamedTuple):
    """What a run of the command line gave."""

    code: int
    out: str
    err: str


Kg = Callable[..., Ran]


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str]) -> Kg:
    """Run ``kg`` in this process, with its arguments as strings or paths."""

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = int(left.code or 0)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the examples, built once; tests only read it."""
    path = tmp_path_factory.mktemp("examples") / "store"
    assert main(["build", *TEXTS, "--manifest", str(EXAMPLES / "manifest.csv"), "--store", str(path)]) == 0
    return path
