"""What the tests of the web share: a server over the gold of the examples."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.served import Client, gold_store, serving


@pytest.fixture(scope="session")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the examples' gold; tests only read it."""
    return gold_store(tmp_path_factory.mktemp("web") / "store")


@pytest.fixture(scope="session")
def client(gold: Path) -> Iterator[Client]:
    """A client of a server over the gold."""
    with serving(gold, origins=("https://example.org",), hosts=("localhost", "127.0.0.1")) as found:
        yield found
