"""Qualifiers: whether a word of the text is negated, reported or only possible, and which cue says so."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from kg.language.model import Annotated, Sentence
from kg.vocabulary.qualifiers import Cue, qualifiers


class Qualified(NamedTuple):
    """How a statement is qualified; ``cues`` are the words that say so."""

    polarity: Literal["affirmed", "negated"]
    certainty: Literal["stated", "reported", "possible"]
    cues: tuple[str, ...]


class _Found(NamedTuple):
    cue: Cue
    first: int
    last: int


def qualify(annotated: Annotated, sentence: Sentence, first: int, last: int | None = None) -> Qualified:
    """Qualify the tokens from ``first`` up to ``last`` (one token by default) by the cues of their clause that reach them."""
    last = first + 1 if last is None else last
    clause = sentence.clause_of(first)
    reaching = [f for f in _found(annotated, clause.first, clause.last) if _reaches(f, first, last)]
    effects = {f.cue.effect for f in reaching}
    certainty: Literal["stated", "reported", "possible"] = (
        "possible" if "possible" in effects else "reported" if "reported" in effects else "stated"
    )
    return Qualified(
        "negated" if "negated" in effects else "affirmed",
        certainty,
        tuple(annotated.words(f.first, f.last) for f in reaching if f.cue.effect != "none"),
    )


def _found(annotated: Annotated, first: int, last: int) -> Iterator[_Found]:
    table, tokens, i = qualifiers(), annotated.tokens, first
    while i < last:
        cue = next(
            (c for c in table.get(tokens[i].lower, ()) if tuple(t.lower for t in tokens[i : min(last, i + len(c.words))]) == c.words), None
        )
        if cue is None:
            i += 1
            continue
        yield _Found(cue, i, i + len(cue.words))
        i += len(cue.words)


def _reaches(found: _Found, first: int, last: int) -> bool:
    cue = found.cue
    ahead = found.last <= first and (not cue.reach or first - found.last < cue.reach)
    behind = found.first >= last and (not cue.reach or found.first - last < cue.reach)
    return cue.effect != "none" and ((cue.direction != "backward" and ahead) or (cue.direction != "forward" and behind))
