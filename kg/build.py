"""The composition: documents are read, annotated, turned into facts, validated and stored, and a report says what came of it."""

import gc
import logging
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import repeat
from pathlib import Path
from types import ModuleType
from typing import cast

from kg.cluster import Deadly, Pending, connected
from kg.errors import CannotRun, DataProblem, harmless
from kg.facts.model import Fact
from kg.facts.reading import read_facts
from kg.facts.reading.audit import Unread, unread
from kg.graph.linking.linking import Progress as Linking
from kg.graph.prepared import Prepared, prepared
from kg.graph.provenance import Activity, activity
from kg.graph.seen import Seen
from kg.graph.store import Store, open_store
from kg.graph.tellings import kinds
from kg.graph.validation import Finding, check
from kg.graph.writing import Written
from kg.grouping import ahead, groups, sizes
from kg.language.annotate import annotate, annotate_all
from kg.language.model import Annotated
from kg.language.pipeline import Pipeline, load
from kg.links import early_links, links_in_processes
from kg.narrative.acquainted import Forgetful
from kg.narrative.model import Document, Issue, Same
from kg.narrative.position import Position
from kg.narrative.reading import read, reading
from kg.processes import few_collections, prepare, readers

_ALONE = threading.Lock()
"""Held by the thread that reads: a worker of a cluster may have several, and the language model is one."""


@dataclass(frozen=True, slots=True)
class Job:
    """How documents are read."""

    model: str | None = None
    keep_text: bool = True
    audit: bool = False
    """Whether to list what was not understood, for which what the store holds already is read again."""
    store: bool = True
    """Whether documents are got ready to be stored."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a document: the facts to store, what the shapes found, and what was not understood."""

    document: Document
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    unread: tuple[Unread, ...] = ()
    prepared: Prepared | None = field(default=None, compare=False, repr=False)
    """The document and its facts as they go into a store; None where that is not wanted."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A document that could not be read to the end; ``trace`` is there where it is the program's fault."""

    id: str
    message: str
    trace: str | None = None

    def __str__(self) -> str:
        return harmless(f"violation: {self.id}: {self.message}")


@dataclass(frozen=True, slots=True)
class Told:
    """What the shapes found in a document; a fact with a violation was kept out."""

    doc: str
    finding: Finding

    def __str__(self) -> str:
        severity = self.finding.severity
        kept_out = "kept out: " if severity == "violation" else ""
        return f"{severity}: {harmless(self.doc)}: {kept_out}{str(self.finding).removeprefix(f'{severity}: ')}"


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A document that the store holds already, read by the same reader."""

    id: str


Outcome = Reading | Fault | Unchanged | Issue

Group = Sequence[Document | Issue | Unchanged]
"""Inputs that follow each other, whose documents are read by one process."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did; documents by id, in the order of the inputs."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    faults: tuple[Fault, ...]
    """Documents that were kept out although they could be opened."""
    issues: tuple[Issue, ...]
    """What is to be said about inputs; those of severity violation were kept out."""
    facts: Mapping[str, int]
    """How many facts of each kind the documents hold that were read."""
    told: tuple[Told, ...]
    """What the shapes found, document after document."""
    unread: tuple[Unread, ...] = ()
    """Sentences whose trigger led to no fact, where an audit was asked for."""
    copies: Mapping[str, str] = field(default_factory=dict)
    """Documents that tell the same narrative as another one, with its id; what they say counts once, with the other."""

    @property
    def kept_out(self) -> tuple[Told, ...]:
        """Why facts were kept out."""
        return tuple(told for told in self.told if told.finding.severity == "violation")

    @property
    def failed(self) -> tuple[str, ...]:
        """The documents and inputs that were kept out."""
        return (*(issue.where for issue in self.issues if issue.severity == "violation"), *(fault.id for fault in self.faults))

    @property
    def ok(self) -> bool:
        """Whether everything was stored."""
        return not (self.failed or self.kept_out)


@dataclass(slots=True)
class _Tally:
    """A report in the making."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    facts: Counter[str] = field(default_factory=Counter)
    told: list[Told] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    read: set[str] = field(default_factory=set)
    """The documents whose facts were counted."""

    def report(self, store: Store) -> Report:
        """The report on a store as it stands: what copies say counts with the documents that they are copies of."""
        seen = {*self.added, *self.changed, *self.unchanged}
        copies = {copy: head for copy, head in store.copies().items() if copy in seen or head in seen}
        twice = kinds(quad for copy in copies if copy in self.read for quad in store.whole(copy))
        return Report(
            tuple(self.added),
            tuple(self.changed),
            tuple(self.unchanged),
            tuple(self.faults),
            tuple(self.issues),
            dict(sorted((self.facts - twice).items())),
            tuple(self.told),
            tuple(missed for missed in self.unread if missed.doc not in copies),
            copies,
        )


def build(
    inputs: str | Path | Sequence[str | Path],
    store_path: Path | str,
    *,
    manifest: Path | str | None = None,
    country: str | None = None,
    year: int | None = None,
    model: str | None = None,
    keep_text: bool = True,
    audit: bool = False,
    processes: int = 1,
    cluster: str | None = None,
    progress: Callable[[Iterator[Outcome]], Iterable[Outcome]] = iter,
    writing: Written = iter,
    linking: Linking = iter,
    position: Position | None = None,
) -> Report:
    """Read narratives (files, folders, addresses) into a store, each document whole or not at all, in the order of the inputs.

    A document that the store holds already, read by this program with this model, is skipped. One that cannot be read is
    reported and the rest goes on. ``progress`` is given the outcomes, one a document or issue, and yields them again, ``writing``
    the same for the parts of the graph that are written at the end, ``linking`` for the links across documents that are worked
    out then; ``position`` moves on with what is read of the inputs.
    Raises UsageProblem for inputs that do not exist, CannotRun where the store is in use or the model is missing.
    """
    named = [inputs] if isinstance(inputs, str | Path) else inputs
    papers = Path(manifest) if manifest else None
    read_with = reading([str(item) for item in named], manifest=papers, country=country, year=year, position=position)
    job, tally = Job(model, keep_text, audit), _Tally()
    if processes > 1:
        prepare()
    with (
        few_collections(),
        open_store(store_path, write=True) as store,
        Seen(store, partial(_activity, job), with_text=keep_text) as seen,
        store.together(processes),
        closing(_outcomes(_pending(read_with(Forgetful() if audit else seen), store, job), job, processes, cluster)) as outcomes,
    ):
        for outcome in progress(outcomes):
            _record(outcome, store, job, tally)
        store.link_early(partial(early_links, processes), linking)
        store.write_out(writing)
        store.link(linking, partial(links_in_processes, Path(store.path), processes) if processes > 1 else None)
        return tally.report(store)


def extract(
    inputs: Sequence[str], *, manifest: Path | None = None, model: str | None = None, processes: int = 1
) -> Generator[Reading | Fault | Issue]:
    """Read narratives without a store: for each input, in order, what a build would have stored or reported."""
    for outcome in _outcomes(read(inputs, manifest=manifest), Job(model, store=False), processes):
        if not isinstance(outcome, Unchanged):
            yield outcome


def _pending(items: Iterable[Document | Same | Issue], store: Store, job: Job) -> Iterator[Document | Issue | Unchanged]:
    """The inputs, where a document that need not be read again is no more than its id."""
    for item in items:
        if isinstance(item, Document) and (job.audit or not store.is_current(item, _activity(job), with_text=job.keep_text)):
            yield item
        else:
            yield item if isinstance(item, Issue) else Unchanged(item.id)


def _activity(job: Job) -> Activity:
    return activity(load(job.model))


def _outcomes(items: Iterator[Document | Issue | Unchanged], job: Job, processes: int, cluster: str | None = None) -> Generator[Outcome]:
    """What comes of each input, in the order of the inputs."""
    if cluster:
        yield from _on_cluster(items, job, cluster)
    elif processes == 1:
        for group in groups(items, sizes(1)):
            yield from read_group(group, job)
    else:
        yield from _in_processes(items, job, processes)


def _in_processes(items: Iterator[Document | Issue | Unchanged], job: Job, processes: int) -> Iterator[Outcome]:
    """Read in processes of this machine."""
    with readers(processes) as pool:
        yield from ahead(
            groups(items, sizes(processes)), lambda group: _held(group) or pool.submit(_read_apart, group, job).result, lambda: processes
        )


def _on_cluster(items: Iterator[Document | Issue | Unchanged], job: Job, address: str) -> Iterator[Outcome]:
    """Read on the workers of a cluster; what a dead worker had is read by another."""
    with connected(address) as cluster:

        def start(group: Group) -> Callable[[], list[Outcome]]:
            if held := _held(group):
                return held
            (document,) = (item for item in group if isinstance(item, Document))
            return partial(_survived, document, cluster.submit(_read_afar, document, job, _activity(job)))

        yield from ahead(groups(items, repeat(1)), start, cluster.width)


def _survived(document: Document, pending: Pending[Reading | Fault]) -> list[Outcome]:
    try:
        return [pending.result()]
    except Deadly:
        message = "every worker that read it ended, perhaps for want of memory; read it on a larger machine, or split it"
        return [Fault(document.id, message)]


def _held(group: Group) -> Callable[[], list[Outcome]] | None:
    """What comes of a group without any document."""
    found: list[Outcome] = [item for item in group if not isinstance(item, Document)]
    return found.copy if len(found) == len(group) else None


@cache
def _settled(model: str | None) -> Pipeline:
    """The language model, which stays: the search for garbage need not look at it again and again."""
    pipeline = load(model)
    gc.collect()
    gc.freeze()
    return pipeline


def _read_apart(group: Group, job: Job) -> list[Outcome]:
    return list(read_group(group, job))


def read_group(group: Group, job: Job) -> Iterator[Outcome]:
    """What comes of each input of a group, whose documents are parsed side by side."""
    documents = [item for item in group if isinstance(item, Document)]
    parsed = _side_by_side(documents, job)
    for item in group:
        yield read_document(item, job, next(parsed)) if isinstance(item, Document) else item


def _side_by_side(documents: Sequence[Document], job: Job) -> Iterator[Annotated | None]:
    """Documents annotated; where one of them cannot be, it and those behind it are left to be annotated alone."""
    try:
        yield from annotate_all(documents, _settled(job.model)) if len(documents) > 1 else ()
    except CannotRun:
        raise
    except Exception:  # told to users with the document that it is due to, when that is annotated alone
        logging.getLogger(__name__).info("documents are annotated one by one", exc_info=True)
    while True:
        yield None


def read_document(document: Document, job: Job, annotated: Annotated | None = None) -> Reading | Fault:
    """Read one document, in whichever process, annotated already or not; an unexpected error is a fault that names it."""
    try:
        pipeline = _settled(job.model)
        annotated = annotated or annotate(document, pipeline)
        facts = read_facts(annotated)
        kept, found, said, nodes = check(document, facts, activity(pipeline), with_text=job.keep_text)
        own = [finding for finding in found if finding.severity == "violation" and finding.fact is None]
        if own:
            return Fault(document.id, f"the document is kept out: {own[0].described}: {own[0].result.message}")
        missed = tuple(unread(annotated, facts)) if job.audit else ()
        ready = prepared(document, said, nodes) if job.store else None
    except CannotRun:
        raise
    except DataProblem as problem:
        return Fault(document.id, str(problem))
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        return Fault(document.id, f"a fault of the program, please report it, with the document: {what}", traceback.format_exc())
    return Reading(document, kept, tuple(found), missed, ready)


def _read_afar(document: Document, job: Job, expected: Activity) -> Reading | Fault:
    """Read one document on another machine, whose program and model must be those of the first; one at a time in a process."""
    with _ALONE:
        found = _activity(job)
        if found != expected:
            raise CannotRun(f"a worker reads with {found}, this machine with {expected}; install the same version and model there")
        return read_document(document, job)


def _record(outcome: Outcome, store: Store, job: Job, tally: _Tally) -> None:
    """Store what was read, and count it."""
    match outcome:
        case Issue():
            tally.issues.append(outcome)
        case Unchanged(id):
            tally.unchanged.append(id)
        case Fault():
            tally.faults.append(outcome)
        case Reading(document, facts, findings, missed, said):
            known = next(store.graph(document.id), None) is not None
            changed = store.put(document, cast(Prepared, said))
            (tally.unchanged if not changed else tally.changed if known else tally.added).append(document.id)
            tally.read.add(document.id)
            tally.unread.extend(missed)
            tally.facts.update(fact.kind.name for fact in facts)
            tally.told.extend(Told(document.id, finding) for finding in findings)


class _Callable(ModuleType):
    """This module, which can be called as the function of its name: ``kg.build`` is the module once anything has imported it."""

    __call__ = staticmethod(build)


sys.modules[__name__].__class__ = _Callable
