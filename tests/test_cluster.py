"""A build on a cluster: the same bytes as here, whatever becomes of its workers, and a word for every way in which there is none."""

import importlib.util
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import kg.cluster as kg_cluster
from benchmarks.local import cluster
from kg.build import Fault, Job, Outcome, Reading, _read_afar, _survived, build
from kg.cluster import Cluster, Pending
from kg.errors import CannotRun
from kg.graph.provenance import activity
from kg.grouping import AHEAD
from kg.language.pipeline import load
from kg.narrative.text import document
from tests.conftest import EXAMPLES, Kg
from tests.test_build import KENYA, LAOS, NEPAL, documents, turtle

needs_dask = pytest.mark.skipif(
    not importlib.util.find_spec("distributed"), reason="Dask is not installed; pip install 'tip-kg[cluster]' brings it"
)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder of many short narratives, one of which cannot be read."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for n in range(3 * AHEAD):
        for name, words in (("KEN", KENYA), ("LAO", LAOS), ("NPL", NEPAL)):
            (folder / f"{name}-20{n:02}.txt").write_text(words, encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    return folder


@needs_dask
def test_a_cluster_gives_the_same_bytes_though_one_of_its_two_workers_is_killed(texts: Path, tmp_path: Path) -> None:
    here = build([str(texts)], tmp_path / "here")
    with cluster(tmp_path, 2) as local:
        seen = 0

        def kill_one(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
            nonlocal seen
            for seen, outcome in enumerate(outcomes, 1):
                if seen == 3:
                    local.workers[0].send_signal(signal.SIGKILL)
                yield outcome

        there = build([str(texts)], tmp_path / "there", cluster=local.address, progress=kill_one)
        assert local.workers[0].wait() == -signal.SIGKILL
        assert local.workers[1].poll() is None
    assert there == here
    assert len(there.added) == 9 * AHEAD
    assert turtle(tmp_path / "there") == turtle(tmp_path / "here")


@needs_dask
def test_a_cluster_without_workers_or_whose_scheduler_ends_is_told_and_what_was_stored_stays(
    kg: Kg, texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with cluster(tmp_path, 1) as local:

        def kill_all(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
            yield next(outcomes)
            monkeypatch.setattr(kg_cluster, "PATIENCE", 2.0)
            local.workers[0].kill()
            yield from outcomes

        with pytest.raises(CannotRun, match=r"has no worker; start some with «dask worker tcp://127\.0\.0\.1:\d+ --nthreads 1»"):
            build([str(texts)], tmp_path / "store", cluster=local.address, progress=kill_all)
    ran = kg("build", EXAMPLES / "ECU-2004.txt", "--store", tmp_path / "other", "--cluster", local.address)
    assert ran == (3, "", f"kg: no scheduler answers at {local.address}; start one with «dask scheduler», or check the address\n")
    report = build([str(texts)], tmp_path / "store")
    assert "KEN-2000" in report.unchanged
    assert len(report.unchanged) + len(report.added) == 9 * AHEAD
    assert documents(report).keys() == {"added", "unchanged", "failed"}


@needs_dask
def test_a_scheduler_that_ends_in_a_build_is_told(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with cluster(tmp_path, 1) as local:

        def kill(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
            yield next(outcomes)
            monkeypatch.setattr(kg_cluster, "PATIENCE", 2.0)
            local.scheduler.kill()
            yield from outcomes

        with pytest.raises(CannotRun, match=r"the scheduler at tcp://127\.0\.0\.1:\d+ is gone; what was stored stays"):
            build([str(texts)], tmp_path / "store", cluster=local.address, progress=kill)


def test_a_worker_with_another_program_or_model_is_refused() -> None:
    other = replace(activity(load()), model_sha256="0" * 64)
    with pytest.raises(CannotRun, match="install the same version and model there"):
        _read_afar(document(LAOS, id="LAO-2011"), Job(), other)
    assert isinstance(_read_afar(document(LAOS, id="LAO-2011"), Job(), activity(load())), Reading)


@needs_dask
def test_a_document_that_ends_every_worker_is_kept_out_and_the_rest_goes_on() -> None:
    killed_worker: Any = importlib.import_module("distributed").KilledWorker

    class Killed:
        def result(self, timeout: float) -> Reading:
            raise killed_worker("read", None, 3)

    pending: Pending[Reading | Fault] = Pending(Cluster("tcp://127.0.0.1:8786", None), Killed())
    (fault,) = _survived(document(LAOS, id="LAO-2011"), pending)
    assert str(fault) == (
        "violation: LAO-2011: every worker that read it ended, perhaps for want of memory; read it on a larger machine, or split it"
    )


@pytest.mark.parametrize("address", ["127.0.0.1:8786", "tcp://", "tcp://host", "http://127.0.0.1:8786", "tcp://host:port", "local"])
def test_an_address_that_is_none_is_wrong_usage(kg: Kg, tmp_path: Path, address: str) -> None:
    ran = kg("build", EXAMPLES / "ECU-2004.txt", "--store", tmp_path / "store", "--cluster", address)
    assert (ran.code, ran.out) == (2, "")
    assert f"{address!r} is no address of a scheduler; it looks like tcp://" in ran.err


def test_a_cluster_without_dask_is_told_with_what_to_install(kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    ran = kg("build", EXAMPLES / "ECU-2004.txt", "--store", tmp_path / "store", "--cluster", "tcp://127.0.0.1:8786")
    assert ran == (3, "", "kg: --cluster needs Dask, which is not installed: pip install 'tip-kg[cluster]'\n")


def test_processes_and_a_cluster_exclude_each_other(kg: Kg, tmp_path: Path) -> None:
    ran = kg("build", "x.txt", "--store", tmp_path / "store", "--cluster", "tcp://127.0.0.1:8786", "--processes", "2")
    assert ran.code == 2
    assert "not allowed with argument" in ran.err
