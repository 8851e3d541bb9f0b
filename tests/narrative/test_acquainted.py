"""Inputs that are known are not read again."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.narrative.acquainted import digest
from kg.narrative.model import Document, Issue, Same
from kg.narrative.reading import reading

TEXT = "LAOS (Tier 2)\n\nLaos is a source country.\n\nRecommendations\n\nTrain police.\n"


class Notebook:
    """Remembers everything."""

    def __init__(self) -> None:
        self.known: dict[str, list[str]] = {}

    def same(self, digest: str) -> Sequence[str] | None:
        return self.known.get(digest)

    def keep(self, digest: str, documents: Sequence[Document]) -> None:
        self.known[digest] = [document.id for document in documents]


def items(memory: Notebook, *inputs: Path) -> list[str | Same | Issue]:
    """What comes of some inputs; of documents that are read only the ids."""
    found = reading([str(path) for path in inputs])(memory)
    return [item.id if isinstance(item, Document) else item for item in found]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("LAO-2011.txt", TEXT),
        ("LAO-2011.html", f"<html><body><h1>Laos 2011</h1><p>{TEXT}</p></body></html>"),
        ("all.jsonl", '{"id": "LAO-2011", "country": "LAO", "year": "2011", "text": "Laos is a source country."}\n'),
    ],
)
def test_what_is_the_same_is_not_read_again_and_what_changed_is(tmp_path: Path, name: str, content: str) -> None:
    path, memory = tmp_path / name, Notebook()
    path.write_text(content, encoding="utf-8")
    assert items(memory, path) == ["LAO-2011"]
    assert items(memory, path) == [Same("LAO-2011")]
    path.write_text(content.replace("source", "transit"), encoding="utf-8")
    assert items(memory, path) == ["LAO-2011"]


def test_the_same_bytes_under_another_name_are_another_input(tmp_path: Path) -> None:
    memory = Notebook()
    for name in ("LAO-2011.txt", "LAO-2012.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
        assert items(memory, tmp_path / name) == [name.removesuffix(".txt")]


def test_an_input_of_which_something_must_be_told_is_read_and_told_of_each_time(tmp_path: Path) -> None:
    path, memory = tmp_path / "LAO-2011.txt", Notebook()
    path.write_bytes(TEXT.replace("source", "café").encode("cp1252"))
    told = items(memory, path)
    assert [type(item) for item in told] == [Issue, str]
    assert items(memory, path) == told


def test_a_second_document_of_one_id_is_kept_out_also_where_the_first_is_known(tmp_path: Path) -> None:
    memory = Notebook()
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "LAO-2011.txt").write_text(f"{TEXT}{folder}\n", encoding="utf-8")
    for first in ("LAO-2011", Same("LAO-2011")):
        one, other = items(memory, tmp_path)
        assert (one, isinstance(other, Issue) and other.severity) == (first, "violation")


def test_a_digest_depends_on_the_bytes_and_on_how_they_are_read() -> None:
    assert len({digest(b"a"), digest(b"b"), digest(b"a", "id"), digest(b"a", None), digest(b"a", "id", None)}) == 5
    assert digest(b"a", "id") == digest(b"a", "id")
