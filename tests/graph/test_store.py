"""The store on disk: what it is opened as, what it keeps, and that its history leaves no trace."""

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad
from pyoxigraph import Store as Oxigraph

from kg.errors import CannotRun, UsageProblem
from kg.facts.model import Fact
from kg.graph.export import write
from kg.graph.mapping import facts_of
from kg.graph.store import FORMAT, open_store
from kg.graph.terms import integer, tip
from kg.vocabulary.iris import CATALOGUE
from tests.graph.made import ACTIVITY, document, examples, fact_lists, filled, flow, put

Step = tuple[str, list[Fact]]


def exported(path: Path, format: str = "nquads") -> bytes:
    output = BytesIO()
    with open_store(path, write=False) as store:
        write(store, format, output)
    return output.getvalue()


def run_python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_a_missing_store_is_a_mistake_in_the_call(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match=r"nowhere does not exist; make one with: kg build"):
        open_store(tmp_path / "nowhere", write=False)


def test_a_folder_of_other_things_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear")
    with pytest.raises(UsageProblem, match="is not a store"):
        open_store(tmp_path, write=False)
    with pytest.raises(UsageProblem, match="not an empty folder"):
        open_store(tmp_path, write=True)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_second_writer_is_told_that_the_store_is_in_use(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", write=True), pytest.raises(CannotRun, match="is in use: another program writes to it"):
        open_store(tmp_path / "s", write=True)


def test_a_second_writer_in_another_process_is_told_so_too(tmp_path: Path) -> None:
    code = f"""
from kg.graph.store import open_store
from kg.errors import CannotRun
try:
    open_store({str(tmp_path / "s")!r}, write=True)
except CannotRun as error:
    print(error.exit_code, "in use" in str(error))
"""
    with open_store(tmp_path / "s", write=True):
        assert run_python(code) == "3 True\n"


def test_a_store_that_was_closed_can_be_written_to_again(tmp_path: Path) -> None:
    filled(tmp_path / "s", (document("A"), []))
    filled(tmp_path / "s", (document("B"), []))
    with open_store(tmp_path / "s", write=False) as store:
        assert store.ids() == ["A", "B"]


def test_several_processes_can_read_at_once(tmp_path: Path) -> None:
    path = filled(tmp_path / "s", (document(), [flow()]))
    code = f"from kg.graph.store import open_store\nwith open_store({str(path)!r}, write=False) as s: print(s.ids())"
    with open_store(path, write=False) as store:
        assert run_python(code) == "['LAO-2011']\n"
        assert store.ids() == ["LAO-2011"]


def test_a_reader_sees_the_store_as_it_was_when_opened(tmp_path: Path) -> None:
    path = filled(tmp_path / "s", (document("A"), []))
    with open_store(path, write=False) as reader:
        filled(path, (document("B"), []))
        assert reader.ids() == ["A"]


@pytest.mark.parametrize(("found", "remedy"), [(FORMAT + 1, "install a newer tip-kg"), (FORMAT - 1, "build it again in a new folder")])
def test_a_store_of_another_format_is_refused_with_the_remedy(tmp_path: Path, found: int, remedy: str) -> None:
    foreign = Oxigraph(str(tmp_path / "s"))
    foreign.add(Quad(NamedNode(CATALOGUE), tip("storeFormat"), integer(found), NamedNode(CATALOGUE)))
    del foreign
    with pytest.raises(CannotRun, match=f"has the format {found}, this program reads format {FORMAT}; {remedy}"):
        open_store(tmp_path / "s", write=False)


def test_a_store_made_by_another_program_is_refused(tmp_path: Path) -> None:
    foreign = Oxigraph(str(tmp_path / "s"))
    foreign.add(Quad(NamedNode("http://example.org/a"), NamedNode("http://example.org/b"), NamedNode("http://example.org/c")))
    del foreign
    with pytest.raises(UsageProblem, match="was not made by kg build"):
        open_store(tmp_path / "s", write=True)


@pytest.mark.parametrize("write", [True, False])
def test_a_damaged_store_is_told_with_the_remedy(tmp_path: Path, write: bool) -> None:
    with open_store(tmp_path / "store", write=True):
        pass
    next((tmp_path / "store").glob("MANIFEST*")).unlink()
    with pytest.raises(CannotRun, match="store is damaged: remove that folder and build it again"):
        open_store(tmp_path / "store", write=write)


def test_a_build_of_any_length_does_not_keep_what_it_stored_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.graph.writing.IN_MEMORY", 100)
    folder = tmp_path / "s"
    with open_store(folder, write=True) as store:
        put(store, document("1"), [])
        tables = len(list(folder.glob("*.sst")))
        for n in range(2, 6):
            put(store, document(str(n)), [])
        assert len(list(folder.glob("*.sst"))) > tables


def test_the_same_document_changes_nothing_and_says_so(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", write=True) as store:
        assert put(store, document(), examples())
        assert not put(store, document(), examples())


def test_a_changed_document_replaces_its_graph(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", write=True) as store:
        put(store, document(), [flow()])
        put(store, document(text="Other words."), [])
        assert list(facts_of(store)) == []
        assert store.document("LAO-2011").text == "Other words."


def test_a_document_is_current_for_its_content_and_its_reader_only(tmp_path: Path) -> None:
    item = document()
    with open_store(tmp_path / "s", write=True) as store:
        put(store, item, [flow()])
        assert store.is_current(item, ACTIVITY)
        assert not store.is_current(replace(item, tier="3"), ACTIVITY)
        assert not store.is_current(replace(item, id="other"), ACTIVITY)
        assert not store.is_current(item, replace(ACTIVITY, version="9"))
        assert not store.is_current(item, replace(ACTIVITY, model_sha256="1" * 64))
        assert not store.is_current(item, ACTIVITY, with_text=False)


def test_a_document_that_is_not_there_is_asked_for_in_vain(tmp_path: Path) -> None:
    filled(tmp_path / "s", *[(document(name), []) for name in "ABCDEFG"])
    with open_store(tmp_path / "s", write=False) as store, pytest.raises(UsageProblem, match="no document 'Z'; it has A, B, C, D, E, …"):
        store.document("Z")


def test_a_removed_document_leaves_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path / "s", (document(), examples()))
    with open_store(path, write=True) as store:
        assert store.remove("LAO-2011")
        assert not store.remove("LAO-2011")
        store.link()
        assert len(store.oxigraph) == 1, "only the mark of the format is left"


def steps() -> st.SearchStrategy[list[Step]]:
    """A history: documents put again and again with other facts."""
    return st.lists(st.sampled_from("ABC").flatmap(lambda name: st.tuples(st.just(name), fact_lists(name, max_size=4))), max_size=6)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps())
def test_history_leaves_no_trace(tmp_path_factory: pytest.TempPathFactory, history: list[Step]) -> None:
    folder = tmp_path_factory.mktemp("stores")
    last = dict(history)
    long = filled(folder / "long", *[(document(name), facts) for name, facts in history])
    direct = filled(folder / "direct", *[(document(name), facts) for name, facts in sorted(last.items(), reverse=True)])
    assert exported(long) == exported(direct)
    assert exported(long, "turtle") == exported(direct, "turtle")


def test_what_is_left_of_a_store_that_was_never_made_is_no_hindrance(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    folder.mkdir()
    for name in ("LOCK", "LOG", "IDENTITY", "000001.dbtmp"):
        (folder / name).touch()
    with open_store(folder, write=True) as store:
        assert put(store, document(), [])
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "LOG").touch()
    with pytest.raises(UsageProblem, match="not a store and not an empty folder"):
        open_store(tmp_path / "notes", write=True)


def test_documents_that_are_put_together_are_there_for_who_asks_and_when_all_are_put(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.graph.writing.FEW", 10)
    with open_store(tmp_path / "one", write=True) as store:
        expected = [put(store, document(name), examples(name)) for name in "ABA"]
        alone = set(store.oxigraph)
    with open_store(tmp_path / "s", write=True) as store:
        with store.together():
            assert [put(store, document(name), examples(name)) for name in "ABA"] == expected == [True, True, False]
            assert store.ids() == ["A", "B"]
            put(store, document("C"), examples("C"))
        store.remove("C")
        assert set(store.oxigraph) == alone


def test_what_a_killed_loader_left_is_cleared_away(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", write=True) as store:
        put(store, document(), [])
    (tmp_path / "s" / "bulk-17.sst").touch()
    with open_store(tmp_path / "s", write=True) as store:
        assert store.ids() == ["LAO-2011"]
    assert not list((tmp_path / "s").glob("bulk-*"))


def test_what_waited_is_put_in_order_before_it_is_read_and_the_little_that_follows_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.graph.writing.FEW", 10)
    monkeypatch.setattr("kg.graph.writing.PART", 100)
    monkeypatch.setattr("kg.graph.writing.LITTLE", 1)
    folder, sorts = tmp_path / "s", 11  # an index a file
    with open_store(folder, write=True) as store, store.together(2):
        for n in range(3):
            put(store, document(str(n)), examples(str(n)))
        store.write_out()
        in_order = len(list(folder.glob("*.sst")))
        assert in_order <= sorts
        put(store, document("later"), examples("later"))
        store.write_out()
        store.link()
    assert len(list(folder.glob("*.sst"))) > in_order
    with open_store(folder, write=False) as store:
        assert store.ids() == ["0", "1", "2", "later"]


def test_many_files_are_put_in_order_when_the_store_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.graph.writing.IN_MEMORY", 10)
    folder = tmp_path / "s"
    with open_store(folder, write=True) as store:
        for n in range(3):  # from four on Oxigraph puts some in order by itself
            put(store, document(str(n)), [])
        files, held = len(list(folder.glob("*.sst"))), set(store.oxigraph)
    assert len(list(folder.glob("*.sst"))) < files
    with open_store(folder, write=False) as store:
        assert {quad for quad in held if quad.graph_name != NamedNode(CATALOGUE)} <= set(store.oxigraph)
