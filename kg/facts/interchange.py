"""Facts as JSON Lines, the interchange format: one fact a line, the fields in the order of declaration."""

import json
from collections.abc import Mapping
from typing import Any

from kg.errors import DataProblem
from kg.facts.kinds import BY_NAME
from kg.facts.model import Evidence, Fact, declared, field_values, many, ordered


def to_json(fact: Fact, *, id: str | None = None) -> dict[str, Any]:
    """One fact as a JSON object; ``id`` is its IRI."""
    head: dict[str, Any] = {"id": id} if id else {}
    values = {name: _plain(value) for name, value in field_values(fact).items()}
    return {
        **head,
        "doc": fact.doc,
        "kind": fact.kind.name,
        **values,
        "polarity": fact.polarity,
        "certainty": fact.certainty,
        "period": fact.period,
        "evidence": [{"start": e.start, "end": e.end, "quote": e.quote} for e in fact.evidence],
        "rule": fact.rule,
        "page": fact.page,
    }


def line(fact: Fact, *, id: str | None = None) -> str:
    """One fact as a line of JSON, without the newline."""
    return json.dumps(to_json(fact, id=id), ensure_ascii=False)


def from_json(row: Mapping[str, Any]) -> Fact:
    """Read one fact; fields that the kind does not declare raise DataProblem, missing ones are unknown."""
    name = row.get("kind")
    if name not in BY_NAME:
        raise DataProblem(f"a fact has the kind {name!r}; known kinds are {', '.join(BY_NAME)}")
    kind = BY_NAME[name]
    common = {"doc", "kind", "polarity", "certainty", "period", "evidence", "rule", "page", "id"}
    unknown = sorted(set(row) - common - set(declared(kind)))
    if unknown:
        raise DataProblem(f"a fact of kind {name} has the unknown field {unknown[0]!r}")
    values = {field: _held(row[field], field in many(kind)) for field in declared(kind) if row.get(field) is not None}
    return kind(
        doc=row["doc"],
        polarity=row.get("polarity") or "affirmed",
        certainty=row.get("certainty") or "stated",
        period=row.get("period"),
        evidence=tuple(Evidence(e["start"], e["end"], e["quote"]) for e in row.get("evidence") or ()),
        rule=row.get("rule"),
        page=row.get("page"),
        **values,
    )


def _held(value: Any, several: bool) -> Any:
    return ordered(value) if several else value


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
