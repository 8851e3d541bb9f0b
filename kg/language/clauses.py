"""Clauses: a sentence is cut where a conjunction, a relative or a dash opens a part with a finite verb of its own."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from kg.language.model import Clause, Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs with which a statement of its own begins."""
OPENERS = frozenset(
    (
        "and but while whereas although though because since after before when where who which that whose if unless until as so yet or nor"
    ).split()
)
SIGNS = frozenset({"—", "–", "--", ":", "(", ")"})


def clauses(tokens: Sequence[Token], first: int, last: int) -> Iterator[Clause]:
    """Cut a sentence so that each part has a finite verb; a part without one stays with the part before it."""
    cuts = [i for i in range(first + 1, last) if _opens(tokens, i)]
    verbs = list(accumulate((t.tag in FINITE for t in tokens[first:last]), initial=0))
    start = first
    for cut, after in zip(cuts, [*cuts, last][1:], strict=True):
        if verbs[start - first] < verbs[cut - first] < verbs[after - first]:
            yield Clause(start, cut)
            start = cut
    yield Clause(start, last)


def _opens(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    if token.text in SIGNS:
        return True
    if token.lower == "as" and token.pos == "ADP":
        return False  # served *as* a transit point
    if token.lower in {"before", "after"} and tokens[i - 1].lower in {"year", "month"}:
        return False  # the year *before*
    return token.lower in OPENERS and token.pos in {"CCONJ", "SCONJ", "PRON", "DET", "ADV", "ADP"}
