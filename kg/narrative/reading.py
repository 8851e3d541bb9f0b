"""Reading: from what the user names to documents, one narrative at a time, with an issue for what cannot be read."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import IO

from kg.errors import DataProblem, KgError, UsageProblem
from kg.narrative import manifest as manifests
from kg.narrative import pdf
from kg.narrative.acquainted import Forgetful, Memory, digest
from kg.narrative.characters import visible
from kg.narrative.corpora import Row, columns, corpus_rows, encoding, is_corpus
from kg.narrative.decoding import GUESS, decode, must_be_text
from kg.narrative.fetching import fetch, id_of
from kg.narrative.garbled import mended
from kg.narrative.html import convert
from kg.narrative.inputs import Input, expand, real
from kg.narrative.manifest import Entry
from kg.narrative.model import Document, Issue, Same
from kg.narrative.position import Position
from kg.narrative.text import Known, document, documents

_HTML = re.compile(r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_GUESSED = f"its encoding is not UTF-8; it was read as {GUESS}, a guess: check accented letters"
MOST_TEXT = 100_000_000
"""The bytes of the largest text that is read at once, more than all narratives of twenty-five years in one file."""

MOST_ROW = 10_000_000
"""The characters of the longest text in a row of a corpus."""

MOST_PDF = 1_000_000_000
"""The bytes of the largest PDF."""

_NO_LINES = "JSON is read as JSON Lines alone: write one object a line, with the columns of a corpus, and let the name end in .jsonl"
_MENDED = "letters in it were garbled (“Ã©” for “é”) and were put right: check accented letters"
_HTML_ENDINGS = frozenset({".htm", ".html", ".xhtml"})
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})


Anew = Callable[[Memory], Iterator[Document | Same | Issue]]
"""Reads the inputs that a memory does not know; of those that it knows come no more than the ids of their documents."""


def read(
    inputs: Sequence[str],
    *,
    manifest: Path | None = None,
    country: str | None = None,
    year: int | None = None,
    position: Position | None = None,
) -> Iterator[Document | Issue]:
    """Read all inputs in path order; what cannot be read is an issue, and the rest goes on. The errors are those of ``reading``."""
    items = reading(inputs, manifest=manifest, country=country, year=year, position=position)(Forgetful())
    return (item for item in items if not isinstance(item, Same))


def reading(
    inputs: Sequence[str],
    *,
    manifest: Path | None = None,
    country: str | None = None,
    year: int | None = None,
    position: Position | None = None,
) -> Anew:
    """What reads all inputs in path order; what cannot be read is an issue, and the rest goes on.

    ``country`` and ``year`` serve a single narrative; ``position`` moves on with what is read. Raises UsageProblem, before anything
    is read, for a missing file, an unknown country, a manifest with wrong columns, and for ``country`` or ``year`` with several inputs.
    """
    told = Entry(
        country=manifests.checked_country(country or "", "--country"),
        year=manifests.checked_year("" if year is None else str(year), "--year"),
    )
    rows = manifests.read_manifest(manifest) if manifest else {}
    found = expand(inputs, manifest)
    readable = [one.form for one in found if one.form != "unknown"]
    if (told.country or told.year) and (len(readable) > 1 or "corpus" in readable):
        raise UsageProblem("--country and --year serve a single narrative; give a manifest for several")
    entries: dict[str, Entry] = {}
    for one in found:
        row = rows.get(real(one.path)) if one.path else None
        known = manifests.entry(row, manifest) if row and manifest else Entry()
        entries[one.name] = replace(known, country=told.country or known.country, year=told.year or known.year)
    place = position or Position()
    place.begin(found)
    unused = bool(rows) and not any(one.path and real(one.path) in rows for one in found)
    begin = list(_unused(str(manifest), len(rows))) if unused else []
    return lambda memory: chain(begin, _once(found, entries, list(inputs), memory, place))


def _unused(manifest: str, number: int) -> Iterator[Issue]:
    message = f"none of the {number:,} files that it names is read; their paths count from the manifest's folder"
    yield Issue("warning", manifest, message)


def _once(
    found: Sequence[Input], entries: dict[str, Entry], inputs: Sequence[str], memory: Memory, position: Position
) -> Iterator[Document | Same | Issue]:
    """Everything read, where of two documents with one id the second is kept out."""
    first: dict[str, str] = {}
    if not found:
        yield Issue("warning", ", ".join(inputs), "there is no narrative in it; text, HTML, PDF, CSV and JSON Lines files are read")
    for one in found:
        for read_ in position.follow(one, _read(one, entries[one.name], memory)):
            if not isinstance(read_, Issue) and read_.id in first:
                yield Issue(
                    "violation",
                    one.name,
                    f"the id {read_.id} is that of {first[read_.id]} already, so this one is kept out; give ids in a manifest or rename it",
                )
                continue
            if not isinstance(read_, Issue):
                first[read_.id] = one.name
            yield read_


def _read(one: Input, entry: Entry, memory: Memory) -> Iterator[Document | Same | Issue]:
    try:
        if one.form == "unknown":
            json = one.path is not None and one.path.suffix.lower() == ".json"
            yield Issue("info", one.name, _NO_LINES if json else "it is no form of narrative that is read here, so it is left out")
        elif one.form == "corpus" and one.path:
            yield from _corpus(one, one.path, memory)
        else:
            yield from _single(one, entry, memory)
    except DataProblem as problem:
        yield Issue("violation", one.name, str(problem))
    except OSError as error:
        yield Issue("violation", one.name, f"it cannot be opened ({error.strerror or error}); check its permissions")
    except Exception as error:
        yield _fault(one.name, error)


def _fault(where: str, error: Exception) -> Issue:
    """An error that nobody foresaw: it is the program's, is told with the input on which it happened, and does not stop the rest."""
    return Issue("violation", where, f"a fault of the program, please report it, with the input: {type(error).__name__}: {error}")


def _corpus(one: Input, path: Path, memory: Memory) -> Iterator[Document | Same | Issue]:
    with path.open("rb") as file:
        must_be_text(file.read(8))
    if not is_corpus(path):
        raise DataProblem(
            f"it has no column text but {', '.join(columns(path)) or 'none'}; a corpus has the columns id,text,country,year,title,source"
        )
    if encoding(path) == GUESS:
        yield Issue("warning", one.name, _GUESSED)
    for row in corpus_rows(path):
        where = f"{one.name}, row {row.number}"
        otherwise = f"{path.stem}/{row.number}"
        try:
            known = digest(b"", sorted(row.cells.items()), row.problem, otherwise)
            yield from _unless_same(known, memory, partial(_of_row, row, otherwise, where))
        except KgError as problem:
            yield Issue("violation", where, str(problem).removeprefix(f"{where}: "))
        except Exception as error:
            yield _fault(where, error)


def _of_row(row: Row, otherwise: str, where: str) -> Iterator[Document | Issue]:
    if row.problem:
        raise DataProblem(row.problem)
    if len(row.cells.get("text", "")) > MOST_ROW:
        raise DataProblem(f"its text is longer than {MOST_ROW:,} characters; part it into narratives, one a row")
    cells = {key: value.strip() for key, value in row.cells.items() if key != "text"}
    text = mended(row.cells.get("text", ""))
    if text != row.cells.get("text", ""):
        yield Issue("warning", where, _MENDED)
    yield document(
        visible(text),
        id=cells.get("id") or otherwise,
        country=manifests.checked_country(cells.get("country", ""), where),
        year=manifests.checked_year(cells.get("year", "").removesuffix(".0"), where),
        title=cells.get("title") or None,
        source=cells.get("source") or None,
    )


def _unless_same(digest: str, memory: Memory, read: Callable[[], Iterator[Document | Issue]]) -> Iterator[Document | Same | Issue]:
    """What is read from an input, or its documents where the memory knows them; an input of which something is to be told is not kept."""
    if (ids := memory.same(digest)) is not None:
        yield from map(Same, ids)
        return
    found = []
    for item in read():
        found.append(item)
        yield item
    if found and all(isinstance(item, Document) for item in found):
        memory.keep(digest, [item for item in found if isinstance(item, Document)])


def _single(one: Input, entry: Entry, memory: Memory) -> Iterator[Document | Same | Issue]:
    """The narrative, or the several, of a file, an address or standard input."""
    data, declared, html = _bytes(one)
    address = one.name if one.form == "address" else None
    stem, source = entry.id or _stem(one), entry.source or address
    known = Known(entry.country, entry.year, title=entry.title, source=source)
    same = digest(data, declared, html, stem, known, entry.source)
    yield from _unless_same(same, memory, partial(_narratives, one.name, data, declared, html, stem, known, entry.source))


def _narratives(
    where: str, data: bytes, declared: str | None, html: bool, stem: str, known: Known, named: str | None
) -> Iterator[Document | Issue]:
    if pdf.is_pdf(data):
        yield from _paper(where, data, stem, known)
        return
    decoded = decode(data, declared=declared)
    if decoded.guessed:
        yield Issue("warning", where, _GUESSED)
    if decoded.mended:
        yield Issue("warning", where, _MENDED)
    if not (html or _HTML.match(decoded.text[:2000])):
        yield from documents(decoded.text, stem, known)
        return
    page = convert(decoded.text)
    source = named or page.source or known.source
    yield from documents(
        page.text, stem, replace(known, title=known.title or page.title, source=source, media_type="text/html", titles=page.titles)
    )


def _paper(where: str, data: bytes, stem: str, known: Known) -> Iterator[Document | Issue]:
    """The narratives of a PDF, and a warning for each doubt about it."""
    paper = pdf.convert(data)
    yield from (Issue("warning", where, doubt) for doubt in paper.doubts)
    known = replace(known, title=known.title or paper.title, media_type="application/pdf", pages=paper.pages, titles=paper.titles)
    yield from documents(paper.text, stem, known)


def _bytes(one: Input) -> tuple[bytes, str | None, bool]:
    """The bytes of an input, the encoding that came with it, and whether it is known to be HTML."""
    if one.path:
        with one.path.open("rb") as file:
            return _bounded(file), None, one.path.suffix.lower() in _HTML_ENDINGS
    if one.form == "stdin":
        if sys.stdin is None:
            raise DataProblem("standard input is closed; send the text there or name a file")
        return _bounded(sys.stdin.buffer), None, False
    fetched = fetch(one.name)
    return fetched.data, fetched.declared, fetched.media_type in _HTML_TYPES


def _bounded(file: IO[bytes]) -> bytes:
    """The bytes of a file that is not too large; no more of it than that is ever held."""
    data = file.read(MOST_TEXT + 1)
    if len(data) <= MOST_TEXT:
        return data
    if not pdf.is_pdf(data):
        raise DataProblem(f"it is larger than {MOST_TEXT:,} bytes; part it into files, or make it a corpus with a narrative a row")
    data += file.read(MOST_PDF + 1 - len(data))
    if len(data) > MOST_PDF:
        raise DataProblem(f"it is larger than {MOST_PDF:,} bytes; split the PDF, or save it as text")
    return data


def _stem(one: Input) -> str:
    if one.path:
        return one.path.stem
    return "stdin" if one.form == "stdin" else id_of(one.name)
