"""What a store is after its writer was killed, while it is being written to, and for a second writer."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from kg.errors import CannotRun
from kg.graph.export import write
from kg.graph.mapping import quads
from kg.graph.store import open_store
from tests.conftest import EXAMPLES, ROOT, Kg
from tests.graph.made import ACTIVITY
from tests.graph.writing import DOCUMENTS, documents

STORES, KILLS = 2, 4
"""How many stores are written, and how often the writer of each is killed."""

WHOLE = {item.id: frozenset(quads(item, facts, ACTIVITY)) for item, facts in documents()}
"""The graph of each document that is written."""


def writer(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-m", "tests.graph.writing", str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT)


def said(process: subprocess.Popen[str]) -> list[str]:
    """The documents that the writer said are there; the last line may be cut off."""
    assert process.stdout is not None
    with process.stdout as lines:
        return [line.strip() for line in lines if line.endswith("\n")]


def held(path: Path) -> dict[str, frozenset[object]]:
    """What the store holds; nothing where its writer was killed while it was still making the empty store."""
    try:
        with open_store(path, write=False) as store:
            return {name: frozenset(store.graph(name)) for name in store.ids()}
    except CannotRun:
        return {}


def exported(path: Path) -> bytes:
    output = BytesIO()
    with open_store(path, write=False) as store:
        write(store, "nquads", output)
    return output.getvalue()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, float]:
    """What a writer that nobody disturbs leaves, and how long it takes."""
    path = tmp_path_factory.mktemp("undisturbed") / "s"
    begin = time.monotonic()
    assert writer(path).wait() == 0
    return exported(path), time.monotonic() - begin


def test_a_killed_writer_leaves_whole_documents_and_the_next_one_ends_with_the_same_bytes(
    tmp_path: Path, undisturbed: tuple[bytes, float]
) -> None:
    expected, seconds = undisturbed
    chance = random.Random(4)
    killed = 0
    for path in (tmp_path / str(n) for n in range(STORES)):
        killed += sum(kill_once(path, chance.uniform(0.2, 1) * seconds) for _ in range(KILLS))
        assert writer(path).wait() == 0
        assert exported(path) == expected
    assert killed >= STORES * KILLS // 2


def kill_once(path: Path, after: float) -> bool:
    """Kill a writer after so many seconds and look at what it leaves; False where it had ended by then."""
    process = writer(path)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    there, code = said(process), process.wait()
    found = held(path) if (path / "CURRENT").is_file() else {}
    assert set(there) <= found.keys()
    assert {name: WHOLE[name] for name in found} == found
    return code == -signal.SIGKILL


def test_readers_never_see_half_a_document(tmp_path: Path) -> None:
    path = tmp_path / "s"
    process = writer(path)
    seen = []
    while process.poll() is None:
        if (path / "CURRENT").is_file():
            found = held(path)
            assert {name: WHOLE[name] for name in found} == found
            seen.append(len(found))
    process.communicate()
    assert process.returncode == 0
    assert seen == sorted(seen)
    assert len(held(path)) == DOCUMENTS


@pytest.fixture
def busy(tmp_path: Path) -> Iterator[Path]:
    """A store that another process has open for writing."""
    code = (
        "import sys\nfrom kg.graph.store import open_store\nwith open_store(sys.argv[1], write=True):\n    input(print('open', flush=True))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "s")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    yield tmp_path / "s"
    process.communicate("\n")


def test_a_second_builder_is_told_and_leaves_with_the_code_for_later(kg: Kg, busy: Path) -> None:
    ran = kg("build", EXAMPLES / "ECU-2004.txt", "--store", busy)
    assert (ran.code, ran.out) == (3, "")
    assert "is in use: another program writes to it; wait for it to end" in ran.err


def test_a_killed_build_goes_on_to_the_same_bytes(store: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kg", "build", *map(str, sorted(EXAMPLES.glob("*.txt")))]
    command += ["--manifest", str(EXAMPLES / "manifest.csv"), "--store", str(tmp_path / "s")]
    begin = time.monotonic()
    with open_store(store, write=False) as finished:
        whole = {name: frozenset(finished.graph(name)) for name in finished.ids()}
    for share in (0.6, 0.9):
        process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
        time.sleep(share * 6)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if (tmp_path / "s" / "CURRENT").is_file():
            found = held(tmp_path / "s")
            assert found == {name: whole[name] for name in found}
    assert time.monotonic() - begin < 60
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 0
    assert exported(tmp_path / "s") == exported(store)
