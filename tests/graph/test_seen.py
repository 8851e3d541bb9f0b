"""What a store's builds have seen."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from kg.graph.seen import FILE, Seen
from kg.graph.store import open_store
from tests.graph.made import ACTIVITY, document, put


def test_documents_are_known_while_the_store_holds_them_as_this_reader_reads_them(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", write=True) as store:
        with Seen(store, lambda: ACTIVITY) as seen:
            seen.keep("both", [document("A"), document("B")])
            put(store, document("A"), [])
            assert seen.same("both") is None, "one of them is not there"
            put(store, document("B"), [])
            assert seen.same("both") == ["A", "B"]
        with Seen(store, lambda: ACTIVITY) as seen:
            assert seen.same("both") == ["A", "B"], "the next build knows it too"
            assert seen.same("another") is None
        for reader, with_text in ((replace(ACTIVITY, version="0.0.2"), True), (ACTIVITY, False)):
            with Seen(store, partial(replace, reader), with_text=with_text) as seen:
                assert seen.same("both") is None
        store.remove("B")
        with Seen(store, lambda: ACTIVITY) as seen:
            assert seen.same("both") is None


def test_an_input_takes_the_place_of_the_one_that_had_the_same_documents(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", write=True) as store, Seen(store, lambda: ACTIVITY) as seen:
        put(store, document("A"), [])
        seen.keep("old", [document("A")])
        seen.keep("new", [document("A")])
        assert (seen.same("old"), seen.same("new")) == (None, ["A"])


@pytest.mark.parametrize("content", [b"", b"no database" * 100])
def test_a_broken_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    with open_store(tmp_path / "s", write=True) as store:
        put(store, document("A"), [])
        (tmp_path / "s" / FILE).write_bytes(content)
        with Seen(store, lambda: ACTIVITY) as seen:
            assert seen.same("one") is None
            seen.keep("one", [document("A")])
            assert seen.same("one") == ["A"]
