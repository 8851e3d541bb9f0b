"""The store on disk: Oxigraph, one named graph a document and graphs derived from all of them."""

import re
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence, Set
from contextlib import AbstractContextManager, closing
from pathlib import Path
from types import TracebackType
from typing import Self, cast

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from kg.errors import CannotRun, UsageProblem
from kg.graph import derived, tellings
from kg.graph.early import Early, Share
from kg.graph.linking import buckets
from kg.graph.linking.buckets import Bucket
from kg.graph.linking.linking import Helpers, Links, Progress, foretell, link
from kg.graph.nodes import gathered
from kg.graph.packing import joined
from kg.graph.prepared import Prepared
from kg.graph.provenance import Activity, activity_node
from kg.graph.sentences import sentence_quads
from kg.graph.stored import StoredDocument, stored_document
from kg.graph.terms import dcterms, graph_node, integer, prov, tip, type_
from kg.graph.values import Term
from kg.graph.writing import Writer, Written
from kg.narrative.model import Document
from kg.vocabulary.iris import CATALOGUE, DERIVED

FORMAT = 3
"""The version of what the store holds and how; a change of the mapping raises it."""

TRIES = 5
"""A store that is being written to can be unreadable for a moment while the writer tidies its files."""

_BEGINNING = re.compile(r"LOCK|LOG|IDENTITY|MANIFEST-000001|\d+\.dbtmp")
"""The files that Oxigraph makes before there is a store; the first with data comes after its file CURRENT."""


EarlyHelpers = Callable[[Path, Sequence[Share]], Generator[Links | None]]
"""Works out the links of shares of what waits in a store's folder, in the order of their buckets."""


class Store:
    """An open store."""

    def __init__(self, path: Path | str, oxigraph: ox.Store, *, writable: bool = False) -> None:
        self.path = path
        self.writable = writable
        self._writer = Writer(oxigraph, Path(path) if writable else None)
        self._early: Early | None = Early()
        """The documents that wait; None when there was more than new documents."""
        self._over: Set[Bucket] = frozenset()
        """Buckets whose links wait or are written, though their marks are still there."""

    @property
    def oxigraph(self) -> ox.Store:
        """The library's own store, in which is all that was put."""
        return self._writer.settled()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.writable and kind is None:
            self.link()
        if self.writable:
            self._writer.finish(order=kind is None)
        self.close()

    def close(self) -> None:
        """Let the store go, so that another may write to it."""
        del self._writer

    def together(self, width: int = 1) -> AbstractContextManager[None]:
        """While many documents are put, write those that are new some at a time: whole ones, and all that were put when it is left."""
        return self._writer.together(width)

    def write_out(self, progress: Written = iter) -> None:
        """Write now what waits to be written, and put it in order; ``progress`` is given how many quads each part has, and yields it."""
        self._writer.write_out(progress)

    def put(self, document: Document, said: Iterable[Quad] | Prepared) -> bool:
        """Replace a document's graph, and what is derived from it, in one transaction; False where nothing changed.

        Where another document tells the same narrative, the one with the first id says the facts, and the others are copies.
        """
        if isinstance(said, Prepared):
            if self._is_new(document.id, said):
                (place,) = self._writer.add(joined(said.said, said.follows))
                if self._early:
                    self._early.note(place, said)
                self._over = frozenset()
                return True
            said = said.quads()
        return self._replace(document.id, set(said), tellings.telling(document))

    def remove(self, id: str) -> bool:
        """Remove a document; False where the store has none of that id."""
        return self._replace(id, set(), set())

    def link(self, progress: Progress = iter, helpers: Helpers | None = None) -> bool:
        """Link the facts of what was put and removed to those of other documents; False where nothing waits for it.

        It is done once for many documents, at the latest when the store is left; what an interrupted program owes, the next one does.
        ``helpers`` are processes that work out the links of many buckets, in their order.
        """
        self._settle()
        over, self._over = self._over, frozenset()
        return link(self._writer, progress, helpers, over)

    def link_early(self, helpers: EarlyHelpers, progress: Progress = iter) -> None:
        """Link the facts of what waits to be written, where the store had nothing and what waits is all; the rest is left to ``link``."""
        shares = list(self._early.shares()) if self._early and self._writer.all_waits else []
        if shares:
            with closing(helpers(Path(self.path), shares)) as found:
                self._over = foretell(self._writer, progress([bucket for share in shares for bucket in share.buckets]), found)

    def copies(self) -> dict[str, str]:
        """The documents that tell a narrative which another one tells, by id, each with the id of the other."""
        return tellings.all_copies(self.oxigraph)

    def whole(self, id: str) -> set[Quad]:
        """All that a document says; also what a copy says, which is not in its graph."""
        return tellings.whole(id, self._held(id))

    def derived_graphs(self) -> list[NamedNode]:
        """The names of the graphs that follow from the facts of several documents, sorted."""
        names = (cast(NamedNode, name) for name in self.oxigraph.named_graphs())
        return sorted((name for name in names if name.value.startswith(DERIVED)), key=lambda name: name.value)

    def is_current(self, document: Document, activity: Activity, *, with_text: bool = True) -> bool:
        """Whether the store holds just this content of the document, read by this reader."""
        return self.has_read(document.id, activity_node(document, activity, with_text=with_text).value)

    def has_read(self, id: str, activity: str) -> bool:
        """Whether the store holds a document as an activity, given by its IRI, has read it."""
        graph = graph_node(id)
        return Quad(NamedNode(activity), type_, prov("Activity"), graph) in self._writer.settled(graph)

    def document(self, id: str) -> StoredDocument:
        """A document by its id; UsageProblem, naming those that the store has, where it has none of that id."""
        found = stored_document(self.graph(id))
        if found is None:
            known = [d for d, _ in zip(self.ids(), range(6), strict=False)]
            names = ", ".join(known[:5]) + (", …" if len(known) > 5 else "")
            raise UsageProblem(f"the store {self.path} has no document {id!r}; it has {names or 'none at all'}")
        return found

    def documents(self) -> Iterator[StoredDocument]:
        """All documents, ordered by id."""
        for name in self.ids():
            yield self.document(name)

    def ids(self) -> list[str]:
        """The ids of all documents, sorted."""
        return sorted(cast(Term, q.object).value for q in self.oxigraph.quads_for_pattern(None, dcterms("identifier"), None))

    def graph(self, id: str) -> Iterator[Quad]:
        """The quads of a document's graph, in no order."""
        return self.named_graph(graph_node(id))

    def named_graph(self, name: NamedNode) -> Iterator[Quad]:
        """The quads of any graph, in no order."""
        return self._writer.settled(name).quads_for_pattern(None, None, None, name)

    def facts_like(self, iri: str, *, whole: bool) -> list[tuple[str, str]]:
        """The facts whose IRI is this one, or begins with it, each with the IRI of its document; in the order of the IRIs."""
        exact = self.oxigraph.quads_for_pattern(NamedNode(iri), type_, tip("Fact")) if whole else iter(())
        found = list(exact) or [
            q for q in self.oxigraph.quads_for_pattern(None, type_, tip("Fact")) if cast(NamedNode, q.subject).value.startswith(iri)
        ]
        documents = [(q.subject, d) for q in found for d in self.oxigraph.quads_for_pattern(q.subject, tip("doc"), None)]
        return sorted({(cast(NamedNode, fact).value, cast(NamedNode, d.object).value) for fact, d in documents})

    def _is_new(self, id: str, said: Prepared) -> bool:
        """Whether there is neither the document nor another one of which it could be a copy."""
        graph = NamedNode(said.sketched_in) if said.sketched_in else None
        return next(self.graph(id), None) is None and not (graph and tellings.others(self._writer.settled(graph), graph, id))

    def _replace(self, id: str, whole: set[Quad], line: set[Quad]) -> bool:
        old = self._held(id)
        before = tellings.told(self.oxigraph, id) if old.graph else set()
        graphs = {cast(NamedNode, quad.graph_name) for quad in before ^ line}
        marks = tellings.marks(graph for graph in graphs if tellings.others(self._writer.settled(graph), graph, id))
        new = tellings.form(id, whole, self._head(id, line))
        changed = self._hold(id, old, new, before - line, (line - before) | marks)
        if marks:
            self._settle()
        return changed

    def _head(self, id: str, line: set[Quad]) -> str | None:
        """The document of which one with this sketch will be a copy."""
        graphs = {cast(NamedNode, quad.graph_name) for quad in line}
        return next((tellings.heads(self._writer.settled(graph), graph, id, line).get(id) for graph in graphs), None)

    def _held(self, id: str) -> tellings.Form:
        """How a document is held; both parts are empty where there is none."""
        graph = set(self.graph(id))
        return tellings.Form(graph, tellings.laid_aside(self.oxigraph, id) if tellings.is_copy(graph) else set())

    def _settle(self) -> None:
        """Hold as copies what has become one, and no longer what is none any more; a mark goes when all of its documents are right."""
        for graph in tellings.pending(self.oxigraph):
            for doc, head in tellings.changed(self.oxigraph, graph).items():
                old = self._held(doc)
                self._hold(doc, old, tellings.form(doc, tellings.whole(doc, old), head), set(), set())
            self._writer.write(tellings.marks([graph]), set())

    def _hold(self, id: str, old: tellings.Form, new: tellings.Form, gone: set[Quad], come: set[Quad]) -> bool:
        """Hold a document in a form, and what follows from it, in one transaction; False where nothing changed."""
        if old == new and not (gone or come):
            return False
        self._early, self._over = None, frozenset()
        before, after = gathered(old.graph), gathered(new.graph)
        shown, shows = derived.contribution(before), derived.contribution(after)
        less = derived.unsupported(self.oxigraph, id, shown - shows) if shown - shows else set()
        said, says = set(sentence_quads(before)), set(sentence_quads(after))
        marks = set(buckets.mark(buckets.touched(before, after)))
        went = (old.graph - new.graph) | (old.aside - new.aside) | gone | less | (said - says)
        came = (new.graph - old.graph) | (new.aside - old.aside) | come | derived.quads(shows - shown) | (says - said) | marks
        self._writer.write(went, came)
        return old != new


def open_store(path: Path | str, *, write: bool) -> Store:
    """Open a store; for writing it is made where there is none.

    UsageProblem where it is missing or no store, CannotRun where another program writes to it or it is of another format.
    """
    folder = Path(path)
    if not (folder / "CURRENT").is_file():
        _must_be_free(folder, write)
    oxigraph = _opened_to_write(folder) if write else _opened_to_read(folder)
    _must_be_of_this_format(folder, oxigraph, write)
    return Store(folder, oxigraph, writable=write)


def store_state(path: Path) -> list[tuple[str, int, int]]:
    """The files that a writer changes, with their sizes and times: another state means that somebody has built into the store."""
    found = []
    for file in path.iterdir() if path.is_dir() else ():
        if file.suffix in (".log", ".sst") or file.name == "CURRENT":
            try:
                stat = file.stat()
            except FileNotFoundError:
                continue
            found.append((file.name, stat.st_size, stat.st_mtime_ns))
    return sorted(found)


def _must_be_free(folder: Path, write: bool) -> None:
    if not write:
        what = "is not a store" if folder.exists() else "does not exist"
        raise UsageProblem(f"{folder} {what}; make one with: kg build INPUT… --store {folder}")
    if folder.is_file() or (folder.is_dir() and not _is_beginning(folder)):
        raise UsageProblem(f"{folder} is not a store and not an empty folder; name another place for the store")


def _is_beginning(folder: Path) -> bool:
    """Whether a folder has nothing but what a program leaves that was killed while it made an empty store."""
    names = {path.name for path in folder.iterdir()}
    return not names or ("LOCK" in names and all(map(_BEGINNING.fullmatch, names)))


def _opened_to_write(folder: Path) -> ox.Store:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        opened = ox.Store(str(folder))
        for left in folder.glob("bulk-*.sst"):  # what a writer that was killed had not yet made part of the store
            left.unlink()
        return opened
    except (OSError, RuntimeError) as error:
        if "lock" in str(error).lower():
            raise CannotRun(f"the store {folder} is in use: another program writes to it; wait for it to end") from error
        raise CannotRun(_damaged(folder, error) or f"the store {folder} cannot be opened: {error}") from error


def _opened_to_read(folder: Path) -> ox.Store:
    for n in range(1, TRIES + 1):
        try:
            return ox.Store.read_only(str(folder))
        except (OSError, RuntimeError) as error:
            if n == TRIES:
                raise CannotRun(
                    _damaged(folder, error) or f"the store {folder} cannot be read: {error}; if it is being built, wait for that to end"
                ) from error
            time.sleep(0.1 * n)
    raise AssertionError


def _damaged(folder: Path, error: Exception) -> str | None:
    """What to do about files of a store that are broken or gone, or None where the error is of another sort."""
    told = " ".join(str(error).split())
    if re.search("only possible on read-write|column family not found", told, re.IGNORECASE):
        return f"the store {folder} holds nothing yet: its making was interrupted; go on with: kg build INPUT… --store {folder}"
    if not re.search("corrupt|no such file", told, re.IGNORECASE):
        return None
    return f"the store {folder} is damaged: remove that folder and build it again with: kg build INPUT… --store {folder} ({told[:160]})"


def _must_be_of_this_format(folder: Path, oxigraph: ox.Store, write: bool) -> None:
    mark = Quad(NamedNode(CATALOGUE), tip("storeFormat"), integer(FORMAT), NamedNode(CATALOGUE))
    if mark in oxigraph:
        return
    found = [cast(Term, q.object).value for q in oxigraph.quads_for_pattern(NamedNode(CATALOGUE), tip("storeFormat"), None)]
    if found:
        remedy = "build it again in a new folder, with: kg build INPUT… --store DIR" if int(found[0]) < FORMAT else "install a newer tip-kg"
        raise CannotRun(f"the store {folder} has the format {found[0]}, this program reads format {FORMAT}; {remedy}")
    if len(oxigraph):
        raise UsageProblem(f"the store {folder} was not made by kg build; name another place for the store")
    if write:
        oxigraph.add(mark)
