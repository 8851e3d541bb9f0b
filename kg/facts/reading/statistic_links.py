"""Links between counts: whether a number is compared with another or a part of it, and which other that is."""

from collections.abc import Sequence
from functools import cache
from typing import Protocol, TypeVar

from kg.facts.reading.statistic_counts import Count
from kg.language.model import Annotated, Sentence
from kg.vocabulary.tables import rows


class Read(Protocol):
    """A count that was understood before."""

    @property
    def count(self) -> Count: ...
    @property
    def group(self) -> str: ...
    @property
    def direct(self) -> bool: ...
    @property
    def sentence(self) -> Sentence: ...


R = TypeVar("R", bound=Read)


@cache
def _cues() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Cues by their last word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in rows("count_cues"):
        words = tuple(row["phrase"].split())
        found.setdefault(words[-1], []).append((words, row["effect"]))
    return {last: tuple(sorted(held, key=lambda c: -len(c[0]))) for last, held in found.items()}


def link(annotated: Annotated, sentence: Sentence, count: Count) -> str:
    """``comparison``, ``part``, or empty: by the words right before the count, or the bracket that it opens."""
    tokens, j = annotated.tokens, count.first - 1
    while (
        j > sentence.first
        and (
            tokens[j].lower in {"the", "a", "only", "just", "total", "of", "some"}
            or tokens[j].pos == "ADV"
            and tokens[j].lower not in {"respectively", "specifically"}
        )
        and not _cue(annotated, sentence, j)
    ):
        j -= 1
    if effect := _cue(annotated, sentence, j):
        return effect
    if j < sentence.first:
        return ""
    if tokens[j].text == "(":
        return "comparison" if _dated(sentence, count, _closing(annotated, sentence, count.last)) else "part"
    if tokens[j].text in {"—", "–", ":"}:
        return "part"
    return ""


def _cue(annotated: Annotated, sentence: Sentence, j: int) -> str:
    for words, effect in _cues().get(annotated.tokens[j].lower, ()):
        first = j + 1 - len(words)
        if first >= sentence.first and tuple(t.lower for t in annotated.tokens[first : j + 1]) == words:
            return effect
    return ""


def _dated(sentence: Sentence, count: Count, end: int) -> bool:
    return any(count.last <= m.first < end for m in sentence.of("period"))


def _closing(annotated: Annotated, sentence: Sentence, i: int) -> int:
    while i < sentence.last and annotated.tokens[i].text not in {")", ","}:
        i += 1
    return i


def reference(annotated: Annotated, sentence: Sentence, count: Count, how: str, done: Sequence[R]) -> R | None:
    """The count that a bare one refers to: for a comparison the last that was governed, for a part the one before it."""
    if not done:
        return None
    if how == "comparison":
        return _compared(count, done)
    last = done[-1]
    if count.whole:
        return last if not count.definite and count.whole != "the" else None
    if last.sentence is not sentence:
        return None
    if how == "part" or _listed(annotated, last, count):
        return last
    return None


def _compared(count: Count, done: Sequence[R]) -> R | None:
    direct = [r for r in done if r.direct]
    fitting = [r for r in direct if count.group in {"*", r.group}]
    return fitting[-1] if fitting else None


def _listed(annotated: Annotated, last: Read, count: Count) -> bool:
    """Whether only a short phrase and a comma or a conjunction lie between two counts."""
    between = annotated.tokens[last.count.last : count.first]
    return bool(between) and between[-1].lower in {",", "and", "or"} and not any(t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in between)
