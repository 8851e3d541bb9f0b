"""Every error that a user can make, or meet, is told in one line that says what to do, with the exit code of the contract."""

import os
import shutil
import subprocess
import sys
from functools import reduce
from pathlib import Path

import pytest

from kg.files import WAITING
from kg.graph.store import open_store
from tests.conftest import EXAMPLES, ROOT, TEXTS, Kg

ONE = TEXTS[0]


def as_program(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m kg`` as a program of its own."""
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env={**os.environ, **environment}, check=False)


def told(code: int, err: str) -> tuple[int, int]:
    """The exit code and how many lines the message has."""
    return code, err.count("\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build", "absent.txt", "--store", "{tmp}/s"], "absent.txt"),
        (["build", ONE, "--store", "{tmp}/s", "--manifest", "absent.csv"], "absent.csv"),
        (["build", ONE, "--store", "{tmp}/s", "--country", "Atlantis"], "Atlantis"),
        (["build", *TEXTS, "--store", "{tmp}/s", "--country", "LAO"], "--country"),
        (["build", ONE, "--store", "{tmp}/s", "--processes", "0"], "--processes"),
        (["build", ONE, "--store", "{examples}"], "examples"),
        (["inspect", "absent.txt"], "absent.txt"),
        (["export", "--store", "{store}", "--format", "excel"], "excel"),
        (["export", "--store", "{store}", "--format", "csv"], "-o DIR"),
        (["export", "--store", "{store}", "--format", "csv", "-o", "{store}"], "is a store; name another folder"),
        (["query", "--store", "{store}", "--fromat", "csv", "tiers"], "--fromat is no option"),
        (["export", "--store", "{store}", "--format", "turtle", "-o", "{tmp}/absent/x.ttl"], "absent"),
        (["export", "--store", "{tmp}/absent", "--format", "turtle"], "kg build"),
        (["query", "--store", "{store}", "SELECT ?x WHERE { ?x a }"], "line 1"),
        (["query", "--store", "{store}", "SELECT ?x WHERE { ?x a foo:Bar }"], "foo"),
        (["query", "--store", "{store}", "INSERT DATA { <a:b> <a:b> <a:b> }"], "INSERT"),
        (["query", "--store", "{store}", "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }"], "SERVICE"),
        (["query", "--store", "{store}", "no-such-question"], "no-such-question"),
        (["query", "--store", "{store}", "absent.rq"], "absent.rq"),
        (["query", "--store", "{store}", "ASK {}", "--format", "excel"], "excel"),
        (["query", "--store", "{store}", "ASK {}", "--timeout", "0"], "--timeout"),
        (["query", "--store", "{store}"], "--list"),
        (["query", "ASK {}"], "--store"),
        (["validate"], "--store"),
        (["validate", "absent.ttl"], "absent.ttl"),
        (["validate", "{examples}/LAO-2011.txt"], "LAO-2011.txt"),
        (["flows", "--store", "{store}", "-o", "{tmp}/x.docx"], "docx"),
        (["flows", "--store", "{store}", "--from", "Atlantis"], "Atlantis"),
        (["flows", "--store", "{store}", "--exploitation", "mischief"], "mischief"),
        (["flows", "--store", "{store}", "--year", "last"], "last"),
        (["explain", "--store", "{store}", "0000"], "0000"),
        (["text", "--store", "{store}", "absent"], "absent"),
        (["evaluate", "{tmp}/absent.jsonl", "--texts", "{examples}"], "absent.jsonl"),
        (["evaluate", "{examples}/gold", "--texts", "{tmp}/absent"], "absent"),
        (["evaluate", "{examples}/gold"], "--store"),
        (["evaluate", "{examples}/gold", "--texts", "{examples}", "--raise-floors"], "--floors"),
        (["evaluate", "{examples}/gold", "--store", "{store}", "--floors", "{tmp}/absent.json"], "absent.json"),
        (["publish"], "publish"),
        ([], "COMMAND"),
        (["build"], "INPUT"),
        (["text", "--store", "{store}", "LAO-2011", "--colour"], "--colour"),
    ],
    ids=lambda value: " ".join(value).replace(str(ROOT), ".")[:60] if isinstance(value, list) else "",
)
def test_wrong_usage_is_told_in_one_line_with_exit_code_2(kg: Kg, store: Path, tmp_path: Path, arguments: list[str], words: str) -> None:
    known = {"{tmp}": tmp_path, "{store}": store, "{examples}": EXAMPLES}
    ran = kg(*(reduce(lambda words, name: words.replace(name, str(known[name])), known, argument) for argument in arguments))
    assert (told(ran.code, ran.err), ran.out) == ((2, 1), ""), ran
    assert words in ran.err


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("LAO-2011.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "text"),
        ("LAO-2011.txt", b"", "empty"),
        ("LAO-2011.txt", b" \r\n\t\n", "empty"),
        ("notes-on-a-meeting.txt", b"The committee met and agreed to meet again. There was tea.\n", "country"),
    ],
    ids=["no text", "empty", "blank", "unknown country"],
)
def test_a_document_that_cannot_be_read_is_told_and_the_rest_is_stored(
    kg: Kg, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    ran = kg("build", bad, EXAMPLES / "ECU-2004.txt", "--store", tmp_path / "store")
    first, *summary = ran.err.splitlines()
    assert ran.code == 1
    assert first.startswith(f"violation: {bad}: ")
    assert words in first
    assert summary[0] == "2 documents: 1 new, 1 kept out"
    with open_store(tmp_path / "store", write=False) as opened:
        assert opened.ids() == ["ECU-2004"]
    assert kg("inspect", bad).code == 1


def test_a_missing_language_model_is_told_with_the_way_to_get_one(kg: Kg, tmp_path: Path) -> None:
    ran = kg("build", ONE, "--store", tmp_path / "store", "--model", "no_such_model")
    assert told(ran.code, ran.err) == (3, 1)
    assert "no_such_model" in ran.err
    assert "pip install" in ran.err


def test_a_store_in_use_is_told(kg: Kg, tmp_path: Path) -> None:
    with open_store(tmp_path / "store", write=True):
        ran = as_program("build", ONE, "--store", tmp_path / "store")
    assert told(ran.returncode, ran.stderr) == (3, 1)
    assert f"{tmp_path / 'store'} is in use" in ran.stderr


def test_a_query_that_takes_too_long_is_stopped(kg: Kg, store: Path) -> None:
    product = " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(5))
    ran = kg("query", "--store", store, "--timeout", "1", f"SELECT (COUNT(*) AS ?n) WHERE {{ {product} }}")
    assert told(ran.code, ran.err) == (3, 1)
    assert "--timeout" in ran.err


def test_a_broken_turtle_file_is_told_with_its_line(kg: Kg, tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text("@prefix tip: <https://w3id.org/tip-kg/ontology/> .\n\ntip:a tip:b \n", encoding="utf-8")
    ran = kg("validate", path)
    assert told(ran.code, ran.err) == (1, 1)
    assert str(path) in ran.err


def test_a_folder_that_cannot_be_written_to_is_told(kg: Kg, store: Path, tmp_path: Path) -> None:
    ran = kg("text", "--store", store, "LAO-2011", "-o", tmp_path)
    assert told(ran.code, ran.err) == (2, 1)
    assert "folder" in ran.err


def test_a_store_without_texts_says_so_when_asked_for_one(kg: Kg, tmp_path: Path) -> None:
    assert kg("build", ONE, "--store", tmp_path / "store", "--no-text").code == 0
    ran = kg("text", "--store", tmp_path / "store", "ECU-2004")
    assert told(ran.code, ran.err) == (1, 1)
    assert "--no-text" in ran.err


def test_a_fault_of_the_program_is_called_one_and_debug_shows_where(kg: Kg, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr("kg.graph.remote.open_to_read", broken)
    plain = kg("text", "--store", store, "LAO-2011")
    assert told(plain.code, plain.err) == (3, 1)
    assert "a fault of the program, please report it: ZeroDivisionError: by nothing" in plain.err
    for arguments in (["--debug", "text", "--store", store, "LAO-2011"], ["text", "--debug", "--store", store, "LAO-2011"]):
        assert "Traceback" in kg(*arguments).err


def test_a_fault_in_one_document_names_it_and_debug_shows_where(kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr("kg.build.read_facts", broken)
    plain = kg("build", ONE, "--store", tmp_path / "store")
    assert plain.code == 1
    assert plain.err.splitlines()[0].startswith("violation: ECU-2004: a fault of the program")
    assert "Traceback" not in plain.err
    assert "Traceback" in kg("build", ONE, "--store", tmp_path / "store", "--debug").err


def test_who_reads_a_store_is_told_that_a_build_has_read_more(kg: Kg, store: Path, tmp_path: Path) -> None:
    left = tmp_path / "s"
    shutil.copytree(store, left)
    (left / WAITING).write_bytes(b"# 1 2 3\n")
    ran = kg("query", "--store", left, "tiers")
    assert ran.code == 0
    assert ran.err.startswith(
        f"note: a build into {left} is under way or was interrupted; what has been read and not yet written is not in"
    )
    assert kg("build", EXAMPLES / "ECU-2004.txt", "--store", left).code == 0
    assert "note:" not in kg("query", "--store", left, "tiers").err


def test_an_interrupted_command_says_so(kg: Kg, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.graph.remote.open_to_read", interrupt)
    ran = kg("text", "--store", store, "LAO-2011")
    assert (ran.code, ran.err) == (130, "kg: interrupted\n")


def test_a_reader_that_goes_away_is_no_error(store: Path) -> None:
    command = f"{sys.executable} -m kg export --store {store} --format ntriples | head -n 1"
    shell = shutil.which("bash")
    assert shell is not None
    ran = subprocess.run([shell, "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (ran.returncode, ran.stderr, ran.stdout.count("\n")) == (0, "", 1)


def test_a_closed_standard_output_is_told(store: Path, tmp_path: Path) -> None:
    shell = shutil.which("bash")
    assert shell is not None
    command = f"{sys.executable} -m kg query --store {store} corridors"
    ran = subprocess.run([shell, "-c", f"{command} >&-"], capture_output=True, text=True, cwd=ROOT, check=False)
    told = "kg: standard output is closed, so there is nowhere to write to; name a file with -o\n"
    assert (ran.returncode, ran.stderr) == (3, told)
    ran = subprocess.run([shell, "-c", f"{command} -o {tmp_path}/x.txt >&-"], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (ran.returncode, (tmp_path / "x.txt").is_file()) == (0, True)
