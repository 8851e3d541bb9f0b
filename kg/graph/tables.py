"""Facts as a CSV package: one table a kind, one of documents, one of evidence, described after Frictionless Data Package 1."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from kg.facts.kinds import KINDS
from kg.facts.model import COMMON, Fact, declared, many
from kg.facts.values import Token, Value
from kg.graph.export import facts
from kg.graph.selection import ALL, Selection, documents
from kg.graph.store import Store
from kg.graph.stored import StoredDocument
from kg.vocabulary.schemes import tokens

SEPARATOR = "|"
"""Between the values of a set in one cell, and between the quotations of a fact."""

TYPES = {"integer": "integer", "number": "number", "year": "integer", "boolean": "boolean"}
"""The Frictionless type of each type of value; all others are strings."""


class Column(NamedTuple):
    """A column: its Frictionless description, and what a row has in it."""

    field: dict[str, Any]
    cell: Callable[[Any], Any]


def write_tables(store: Store, folder: Path, selection: Selection = ALL) -> None:
    """Write the package into a folder, which is made where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    rows: dict[type[Fact], list[tuple[str, Fact]]] = {kind: [] for kind in KINDS}
    for iri, fact in facts(store, selection):
        rows[type(fact)].append((iri, fact))
    names = {kind: kind.kind.name for kind in KINDS if not selection.kinds or kind.kind.name in selection.kinds}
    tables: dict[str, tuple[list[Column], Iterable[Any]]] = {
        name: (_columns(kind, quoted=selection.evidence), rows[kind]) for kind, name in names.items()
    }
    tables["documents"] = (DOCUMENT_COLUMNS, documents(store, selection))
    if selection.evidence:
        tables["evidence"] = (EVIDENCE_COLUMNS, _pieces(rows))
    resources = [_resource(name, columns) for name, (columns, _) in tables.items()]
    for name, (columns, items) in tables.items():
        _write(folder / f"{name}.csv", columns, items)
    package = {"name": "tip-kg-facts", "title": "Facts in Trafficking in Persons narratives", "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(package, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _pieces(rows: dict[type[Fact], list[tuple[str, Fact]]]) -> Iterator[tuple[str, Fact, int]]:
    for found in rows.values():
        for iri, fact in found:
            yield from ((iri, fact, n) for n in range(len(fact.evidence)))


def _write(path: Path, columns: list[Column], items: Iterable[Any]) -> None:
    with path.open("w", encoding="utf-8", newline="") as output:
        writer = csv.writer(output, lineterminator="\n")
        writer.writerow(column.field["name"] for column in columns)
        for item in items:
            writer.writerow(_plain(column.cell(item)) for column in columns)


def _plain(value: Any) -> str:
    if isinstance(value, tuple):
        return SEPARATOR.join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _column(name: str, description: str, cell: Callable[[Any], Any], type: str = "string", **more: Any) -> Column:
    return Column({"name": name, "type": type, "description": description, **more}, cell)


def _columns(kind: type[Fact], *, quoted: bool) -> list[Column]:
    """The columns of a kind's table; a row is an IRI and a fact."""
    fields = {**declared(kind), **COMMON}
    columns = [
        _column("id", "The IRI of the fact.", lambda row: row[0], format="uri", constraints={"required": True, "unique": True}),
        _column("doc", "The id of the document.", lambda row: row[1].doc, constraints={"required": True}),
        *(_field_column(name, value, several=name in many(kind)) for name, value in fields.items()),
        _column("page", "The page of the first evidence.", lambda row: row[1].page, "integer"),
        _column(
            "quote",
            f"The words that say it; several quotations are separated by “{SEPARATOR}”.",
            lambda row: tuple(piece.quote for piece in row[1].evidence),
        ),
    ]
    return columns if quoted else columns[:-1]


def _field_column(name: str, value: Value, *, several: bool) -> Column:
    allowed = list(tokens(value.type.scheme, value.type.besides)) if isinstance(value.type, Token) else []
    words = value.definition + (f" One or more of {', '.join(allowed)}, separated by “{SEPARATOR}”." if several and allowed else "")
    words += f" Several are separated by “{SEPARATOR}”." if several and not allowed else ""
    more = {"constraints": {"enum": allowed}} if allowed and not several else {}
    return _column(name, words, lambda row: getattr(row[1], name), TYPES.get(value.type.name, "string"), **more)


def _resource(name: str, columns: list[Column]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [column.field for column in columns], "missingValues": [""]}
    if name not in ("documents", "evidence"):
        reference = {"resource": "documents", "fields": "id"}
        schema |= {"primaryKey": "id", "foreignKeys": [{"fields": "doc", "reference": reference}]}
    return {"name": name, "path": f"{name}.csv", "profile": "tabular-data-resource", "encoding": "utf-8", "schema": schema}


def _of_document(name: str, description: str, type: str = "string") -> Column:
    def cell(document: StoredDocument) -> Any:
        return getattr(document, name)

    return _column(name, description, cell, type)


DOCUMENT_COLUMNS = [
    _of_document("id", "The id of the document."),
    _of_document("iri", "The IRI of the document."),
    _of_document("country", "The country it is about, ISO 3166-1 alpha-3."),
    _of_document("year", "The year of the report.", "integer"),
    _of_document("tier", "The tier that its header names."),
    _of_document("title", "Its title."),
    _of_document("source", "Where it was found."),
    _of_document("sha256", "The SHA-256 of its text."),
    _of_document("copy_of", "The id of the document that tells the same narrative and says the facts for both."),
]

EVIDENCE_COLUMNS = [
    _column("fact", "The IRI of the fact.", lambda row: row[0], format="uri"),
    _column("doc", "The id of the document.", lambda row: row[1].doc),
    _column("start", "The offset at which the quotation begins, in code points.", lambda row: row[1].evidence[row[2]].start, "integer"),
    _column("end", "The offset at which it ends, exclusive.", lambda row: row[1].evidence[row[2]].end, "integer"),
    _column("quote", "The words of the document.", lambda row: row[1].evidence[row[2]].quote),
]
