"""What a store is after its writer was killed, while it is being written to, and for a second writer."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from benchmarks import made
from benchmarks.kills import EARLIER, TOGETHER, TRIES, VICTIMS, nquads, trial
from kg.build import build
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
    for n in range(STORES * TRIES):
        path = tmp_path / str(n)
        times = sum(kill_once(path, chance.uniform(0.2, 1) * seconds) for _ in range(KILLS))
        assert writer(path).wait() == 0
        assert exported(path) == expected
        killed += times
        if n >= STORES - 1 and killed >= STORES * KILLS // 2:
            break
        if times < KILLS // 2:  # the machine has become faster since the undisturbed writer: earlier, in a new store
            seconds *= EARLIER
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


def test_a_build_killed_at_any_moment_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    texts = [str(path) for path in made.write(tmp_path / "texts", made.sources(None), 5, 200)]
    build(texts, tmp_path / "undisturbed")
    expected, chance = nquads(tmp_path / "undisturbed"), random.Random(6)
    found = [
        trial(texts, tmp_path / str(n), victim, processes, chance.uniform(1.5, 4), expected, TOGETHER[n % len(TOGETHER)])
        for n, (victim, processes) in enumerate(VICTIMS)
    ]
    assert all(one.same and not one.left for one in found), "\n".join(map(str, found))
    assert any(one.killed for one in found)


@pytest.mark.parametrize(
    "names", [["LOCK", "LOG"], ["LOCK", "LOG", "000000.dbtmp"], ["LOCK", "LOG", "IDENTITY", "MANIFEST-000001", "000001.dbtmp"]], ids=len
)
def test_a_store_whose_making_was_killed_is_made_anew(kg: Kg, tmp_path: Path, names: list[str]) -> None:
    folder = tmp_path / "s"
    folder.mkdir()
    for name in names:
        (folder / name).write_bytes(b"")
    assert kg("query", "--store", folder, "tiers").code == 2
    assert kg("build", EXAMPLES / "ECU-2004.txt", "--store", folder).code == 0
    with open_store(folder, write=False) as store:
        assert store.ids() == ["ECU-2004"]


def test_a_folder_with_any_other_file_is_no_store_that_was_begun(kg: Kg, tmp_path: Path) -> None:
    for name in ("LOCK", "LOG", "000004.sst"):
        (tmp_path / name).write_bytes(b"")
    ran = kg("build", EXAMPLES / "ECU-2004.txt", "--store", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "is not a store and not an empty folder" in ran.err


@pytest.mark.parametrize(
    "error",
    ["Inserts are only possible on read-write instances", "Invalid argument: Column family not found: id2str"],
    ids=["mark", "family"],
)
def test_a_store_whose_making_was_killed_is_told_to_hold_nothing_yet(
    kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: str
) -> None:
    def unmade(path: str) -> None:
        raise OSError(error)

    (tmp_path / "CURRENT").touch()
    monkeypatch.setattr("kg.graph.store.ox", SimpleNamespace(Store=SimpleNamespace(read_only=unmade)))
    ran = kg("export", "--store", tmp_path, "--format", "nquads")
    told = f"the store {tmp_path} holds nothing yet: its making was interrupted; go on with: kg build INPUT… --store {tmp_path}"
    assert ran == (3, "", f"kg: {told}\n")
