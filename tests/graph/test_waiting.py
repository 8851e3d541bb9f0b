"""What waits to be written: it outlives the writer, and what the writer had not written to the end is left out."""

import errno
from io import FileIO
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from pyoxigraph import Store as Oxigraph

from kg.errors import CannotRun
from kg.files import WAITING
from kg.graph import waiting
from kg.graph.packing import Lines, packed, unpacked
from kg.graph.store import FORMAT, open_store
from kg.graph.terms import integer, tip
from kg.graph.waiting import Waiting
from kg.graph.writing import Writer
from kg.vocabulary.iris import CATALOGUE
from tests.graph.made import document, examples, put


def quads(of: str, number: int) -> list[Quad]:
    graph = NamedNode(f"http://example.org/{of}")
    return [Quad(graph, NamedNode("http://example.org/says"), Literal(f"# {n} 1 1\nand a “line” \0"), graph) for n in range(number)]


def held(folder: Path, least: int = 1) -> list[list[Quad]]:
    return [list(unpacked([part])) for part in Waiting(folder).parts(least)]


@pytest.fixture
def three(tmp_path: Path) -> list[list[Quad]]:
    """Three documents that a writer left, of three, two and four quads."""
    found = [quads("a", 3), quads("b", 2), quads("c", 4)]
    left = Waiting(tmp_path)
    for some in found:
        left.add(packed(some))
    assert (left.number, left.graphs) == (9, {f"http://example.org/{name}" for name in "abc"})
    return found


def test_what_waits_is_there_for_the_next_writer_in_parts_of_whole_documents(tmp_path: Path, three: list[list[Quad]]) -> None:
    assert Waiting(tmp_path).number == 9
    assert held(tmp_path) == three
    assert held(tmp_path, 4) == [three[0] + three[1], three[2]]
    assert held(tmp_path, 100) == [three[0] + three[1] + three[2]]


def test_whatever_the_power_cut_off_is_left_out(tmp_path: Path, three: list[list[Quad]]) -> None:
    whole = (tmp_path / WAITING).read_bytes()
    ends = [whole.index(packed(some).text) + len(packed(some).text) for some in three]
    for size in range(len(whole)):
        for rest in (b"", b"\0" * (len(whole) - size)):  # as some file systems leave it
            (tmp_path / WAITING).write_bytes(whole[:size] + rest)
            assert held(tmp_path) == three[: sum(end <= size for end in ends)] if size >= ends[0] else Waiting(tmp_path).number == 0


def test_what_was_changed_on_the_disk_is_left_out(tmp_path: Path, three: list[list[Quad]]) -> None:
    text = bytearray((tmp_path / WAITING).read_bytes())
    text[-5] ^= 1
    (tmp_path / WAITING).write_bytes(text)
    assert held(tmp_path) == three[:2]


def test_nothing_stands_behind_half_a_document_where_the_disk_was_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = Waiting(tmp_path)
    left.add(packed(quads("a", 3)))

    def half(file: FileIO, text: bytes) -> None:
        file.write(text[: len(text) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(waiting, "_write", half)
        with pytest.raises(OSError, match="No space"):
            left.add(packed(quads("b", 2)))
    left.add(packed(quads("c", 4)))
    assert held(tmp_path) == [quads("a", 3), quads("c", 4)]


class Killed(BaseException):
    """Stands for the end of the process."""


def killed(*_: object) -> None:
    raise Killed


def put_two(folder: Path, *, broken: bool = False) -> None:
    with open_store(folder, write=True) as store, store.together():
        for name, year in (("A", 2011), ("B", 2012)):
            put(store, document(name, year=year), examples(name))
        if broken:
            text = bytearray((folder / WAITING).read_bytes())
            text[-5] ^= 1
            (folder / WAITING).write_bytes(text)


def test_a_writer_begins_with_what_was_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "s"
    put_two(tmp_path / "undisturbed")
    with open_store(tmp_path / "undisturbed", write=False) as store:
        expected = set(store.oxigraph)
    with monkeypatch.context() as disturbed:
        disturbed.setattr(Writer, "_write_out", killed)
        with pytest.raises(Killed):
            put_two(folder)
    assert (folder / WAITING).stat().st_size > 0
    with open_store(folder, write=False) as store:
        assert store.ids() == []
    with open_store(folder, write=True) as store:
        assert store.ids() == ["A", "B"]
    with open_store(folder, write=False) as store:
        assert set(store.oxigraph) == expected
    assert not (folder / WAITING).exists()


def test_what_is_broken_on_the_disk_meanwhile_is_told_and_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    put_two(tmp_path / "undisturbed")
    with pytest.raises(CannotRun, match="cannot be read to its end"):
        put_two(folder, broken=True)
    with open_store(folder, write=False) as store:
        assert store.ids() == ["A"]
    put_two(folder)
    with open_store(folder, write=False) as again, open_store(tmp_path / "undisturbed", write=False) as expected:
        assert set(again.oxigraph) == set(expected.oxigraph)


def test_nothing_is_written_to_a_store_of_another_format(tmp_path: Path) -> None:
    foreign = Oxigraph(str(tmp_path))
    foreign.add(Quad(NamedNode(CATALOGUE), tip("storeFormat"), integer(FORMAT + 1), NamedNode(CATALOGUE)))
    del foreign
    Waiting(tmp_path).add(packed(quads("a", 3)))
    left = (tmp_path / WAITING).read_bytes()
    with pytest.raises(CannotRun, match="install a newer tip-kg"):
        open_store(tmp_path, write=True)
    assert (tmp_path / WAITING).read_bytes() == left
    assert len(Oxigraph.read_only(str(tmp_path))) == 1


def test_a_file_that_holds_nothing_whole_goes(tmp_path: Path) -> None:
    (tmp_path / WAITING).write_bytes(b"# 3 500 17\n<http://example.org/a> ")
    assert Waiting(tmp_path).number == 0
    assert not (tmp_path / WAITING).exists()


def test_lines_without_quads_do_not_wait(tmp_path: Path) -> None:
    writer = Writer(Oxigraph(str(tmp_path)), tmp_path)
    with writer.together():
        writer.add(Lines(b"", 0, frozenset()))
        assert not (tmp_path / WAITING).exists()
        writer.add(Lines(b"", 0, frozenset()), packed(quads("a", 2)), packed(quads("b", 3)))
        assert [len(part) for part in held(tmp_path)] == [2, 3]
    assert set(writer.settled()) == {*quads("a", 2), *quads("b", 3)}
