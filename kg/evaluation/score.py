"""Precision, recall and F1 of facts against gold, for each kind and for the marks that facts carry."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from kg.evaluation.gold import Row
from kg.evaluation.likeness import overlap, place
from kg.evaluation.matching import MATCHINGS, SCORED, Matching, agreement_of
from kg.evaluation.uniting import united


@dataclass(frozen=True, slots=True)
class Rate:
    """How many were in the gold, how many were found, and how many of these are right."""

    gold: int
    predicted: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class KindScore:
    """One kind: its rate, and over the right pairs the mean agreement of attributes and the share whose evidence overlaps."""

    rate: Rate
    attributes: float
    evidence: float


@dataclass(frozen=True, slots=True)
class Miss:
    """A fact of the gold that was not found, or a fact that was found and is not in the gold."""

    how: Literal["missed", "wrong"]
    row: Row


@dataclass(frozen=True, slots=True)
class Score:
    """The outcome of one comparison."""

    documents: int
    kinds: Mapping[str, KindScore]
    marks: Mapping[str, Rate]
    micro: Rate
    """The core kinds together."""
    macro: float
    """The mean F1 of the core kinds that the gold has."""
    unfounded: int
    """Pieces of evidence whose quote is not what the text has at its offsets."""
    misses: tuple[Miss, ...]
    """In the order of kinds, then of documents, the missed before the wrong."""


@dataclass(frozen=True, slots=True)
class _Compared:
    """The rows of one kind in one document: the pairs of gold and found, and what is left of both."""

    pairs: list[tuple[Row, Row]]
    missed: list[Row]
    wrong: list[Row]


MARKS: Final[Mapping[str, Callable[[Row], Set[object]]]] = {
    "negated": lambda row: {"negated"} & {row.get("polarity")},
    "hedged": lambda row: {row.get("certainty")} - {None, "stated"},
    "via": lambda row: {place(code) for code in row.get("via") or ()},
    "period": lambda row: set(re.findall(r"\d{4}|reporting|previous", str(row.get("period")))) if row["kind"] == "statistic" else set(),
}
"""What a fact may be marked with: negated, reported or possible, led through a country, dated."""


def score(gold: Iterable[Row], predicted: Iterable[Row], texts: Mapping[str, str] | None = None) -> Score:
    """Score rows that were found against the gold.

    Only documents that the gold names, or that are among ``texts``, count: a document of ``texts`` without gold must yield nothing.
    Each kind's rows are paired one to one within a document, the most alike first.
    """
    ours = united(gold)
    texts = texts or {}
    documents = sorted({row["doc"] for row in ours} | set(texts))
    counted = [row for row in predicted if row.get("doc") in {*documents}]
    compared = _compared(ours, united(row for row in counted if row.get("kind") in SCORED), documents)
    kinds = {kind: _kind_score(SCORED[kind], parts) for kind, parts in compared.items()}
    core = [kinds[matching.kind] for matching in MATCHINGS if matching.core]
    reached = [one.rate.f1 for one in core if one.rate.gold]
    everything = [part for parts in compared.values() for part in parts]
    return Score(
        documents=len(documents),
        kinds=kinds,
        marks={name: _mark(marks, everything) for name, marks in MARKS.items()},
        micro=Rate(*(sum(getattr(one.rate, field) for one in core) for field in ("gold", "predicted", "right"))),
        macro=sum(reached) / len(reached) if reached else 0.0,
        unfounded=sum(_unfounded(row, texts) for row in counted),
        misses=tuple(miss for part in everything for miss in _misses(part)),
    )


def summary(score: Score) -> dict[str, Any]:
    """The figures of a score as plain JSON, without the single misses."""
    return {
        "documents": score.documents,
        "micro": _figures(score.micro),
        "macro_f1": score.macro,
        "unfounded": score.unfounded,
        "kinds": {
            kind: {**_figures(one.rate), "attributes": one.attributes, "evidence": one.evidence} for kind, one in score.kinds.items()
        },
        "marks": {name: _figures(rate) for name, rate in score.marks.items()},
    }


def _figures(rate: Rate) -> dict[str, float]:
    return {**asdict(rate), "precision": rate.precision, "recall": rate.recall, "f1": rate.f1}


def _compared(ours: Sequence[Row], theirs: Sequence[Row], documents: Sequence[str]) -> dict[str, list[_Compared]]:
    """The rows by kind and document, compared."""
    gold, found = _by_kind_and_document(ours), _by_kind_and_document(theirs)
    return {m.kind: [_compare(m, gold.get((m.kind, doc), []), found.get((m.kind, doc), [])) for doc in documents] for m in MATCHINGS}


def _by_kind_and_document(rows: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        found.setdefault((row["kind"], row["doc"]), []).append(row)
    return found


def _compare(matching: Matching, gold: Sequence[Row], found: Sequence[Row]) -> _Compared:
    """Pair rows one to one: the most alike first, of equals the earliest."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(_candidates(matching, gold, found)):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return _Compared(
        pairs=[(gold[i], found[j]) for i, j in pairs.items()],
        missed=[row for i, row in enumerate(gold) if i not in pairs],
        wrong=[row for j, row in enumerate(found) if j not in taken],
    )


def _candidates(matching: Matching, gold: Sequence[Row], found: Sequence[Row]) -> Iterator[tuple[float, int, int]]:
    """The pairs that may be one, each with its rank: likeness, then overlap of evidence."""
    for i, ours in enumerate(gold):
        for j, theirs in enumerate(found):
            if ours.get("polarity", "affirmed") == theirs.get("polarity", "affirmed"):
                likeness = matching.alike(ours, theirs)
                if likeness >= matching.least:
                    yield -(likeness + 1e-3 * overlap(ours, theirs)), i, j


def _kind_score(matching: Matching, parts: Sequence[_Compared]) -> KindScore:
    pairs = [pair for part in parts for pair in part.pairs]
    missed, wrong = sum(len(part.missed) for part in parts), sum(len(part.wrong) for part in parts)
    return KindScore(
        rate=Rate(gold=len(pairs) + missed, predicted=len(pairs) + wrong, right=len(pairs)),
        attributes=_mean([agreement_of(matching, ours, theirs) for ours, theirs in pairs]),
        evidence=_mean([float(overlap(ours, theirs) > 0) for ours, theirs in pairs]),
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _mark(marks: Callable[[Row], Set[object]], parts: Sequence[_Compared]) -> Rate:
    """How often a mark of the gold was found on the paired fact, and how often a mark that was found is the gold's."""
    pairs = [pair for part in parts for pair in part.pairs]
    missed, wrong = [row for part in parts for row in part.missed], [row for part in parts for row in part.wrong]
    return Rate(
        gold=sum(len(marks(row)) for row in (*(ours for ours, _ in pairs), *missed)),
        predicted=sum(len(marks(row)) for row in (*(theirs for _, theirs in pairs), *wrong)),
        right=sum(len(marks(ours) & marks(theirs)) for ours, theirs in pairs),
    )


def _misses(part: _Compared) -> Iterator[Miss]:
    yield from (Miss("missed", row) for row in part.missed)
    yield from (Miss("wrong", row) for row in part.wrong)


def _unfounded(row: Row, texts: Mapping[str, str]) -> int:
    """The pieces of evidence of a row that are not in its text; a row without evidence has one such piece."""
    text = texts.get(row["doc"])
    pieces: Sequence[Row] = row.get("evidence") or ({},)
    return 0 if text is None else sum(text[e.get("start", 0) : e.get("end", 0)] != e.get("quote") for e in pieces)
