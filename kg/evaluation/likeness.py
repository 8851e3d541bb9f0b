"""How alike two rows are in their words, numbers, periods, places and evidence: each from 0 to 1."""

import re
from collections.abc import Iterable, Set
from functools import lru_cache
from typing import Final

from kg.evaluation.gold import Row

Span = tuple[int, int]

_SMALL_WORDS: Final = frozenset(("a", "against", "an", "and", "for", "government", "in", "national", "of", "on", "s", "the", "to", "with"))
_COUNTRY_WORDS: Final = frozenset(("area", "countries", "country", "destinations", "nations", "parts", "region", "regions", "states"))
_VAGUE_WORDS: Final = frozenset(("in", "many", "of", "other", "some", "the", "within"))
_NOUNS: Final = {
    "african": "africa",
    "american": "america",
    "asian": "asia",
    "eurasian": "eurasia",
    "european": "europe",
    "neighbouring": "neighboring",
}
_WIDE = 600
"""Evidence of more characters than this, and more than five times the other's, points at nothing."""


@lru_cache(maxsize=10_000)
def words(value: str) -> frozenset[str]:
    """The telling words of a text, in lower case."""
    return frozenset(re.findall(r"[a-z0-9]+", value.lower())) - _SMALL_WORDS


def words_in(row: Row, *fields: str) -> frozenset[str]:
    """The telling words of some fields of a row together."""
    return frozenset().union(*(words(str(part)) for field in fields for part in _parts(row.get(field))))


def lowered(row: Row, field: str) -> frozenset[str]:
    """A set that a row holds, in lower case."""
    return frozenset(str(value).lower() for value in row.get(field) or ())


def shared(first: Set[object], second: Set[object]) -> float:
    """The Jaccard index of two sets; two empty sets are the same."""
    return len(first & second) / len(first | second) if first or second else 1.0


def spans(row: Row) -> list[Span]:
    """Where the evidence of a row stands."""
    ends = ((e.get("start") or 0, e.get("end") or 0) for e in row.get("evidence") or ())
    return [(start, end) for start, end in ends if end > start]


def overlap(first: Row, second: Row) -> float:
    """The best share of the shorter span that two rows' evidence have in common."""
    return max((_covered(a, b) for a in spans(first) for b in spans(second)), default=0.0)


def alignment(first: Row, second: Row) -> float:
    """The best intersection over union that two rows' evidence have."""
    return max((_common(a, b) / (max(a[1], b[1]) - min(a[0], b[0])) for a in spans(first) for b in spans(second)), default=0.0)


def same_numbers(first: Row, second: Row) -> bool:
    """Whether two rows bound the same number; "at least 43" and a plain 43 do."""
    a, b = _bounds(first), _bounds(second)
    if (None, None) in (a, b):
        return False
    return a == b or len({end for end in (*a, *b) if end is not None}) == 1


def same_period(first: Row, second: Row) -> float:
    """How well the periods of two rows fit: a year against no year is near, two years that differ are not."""
    a, b = first.get("period"), second.get("period")
    if a == b:
        return 1.0
    ours, theirs = _years(a), _years(b)
    if ours and theirs:
        return 0.9 if ours & theirs else 0.0
    return 0.0 if {a, b} == {"reporting", "previous"} else 0.8


def place(code: object) -> object:
    """A country's code as it is; a region by its telling words, so that other-west-african-countries is west-africa."""
    if not isinstance(code, str) or not code.startswith("region:"):
        return code
    telling = {_NOUNS.get(word, word) for word in code.removeprefix("region:").split("-")} - _COUNTRY_WORDS - _VAGUE_WORDS
    return f"region:{'-'.join(sorted(telling))}" if telling else code


def _parts(value: object) -> Iterable[object]:
    return value if isinstance(value, list | tuple) else (value,) if value else ()


def _common(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _covered(a: Span, b: Span) -> float:
    short, long = sorted((a[1] - a[0], b[1] - b[0]))
    return 0.0 if long > max(_WIDE, 5 * short) else _common(a, b) / short


def _years(period: object) -> set[str]:
    return set(re.findall(r"\d{4}", str(period)))


def _bounds(row: Row) -> tuple[float | None, float | None]:
    """The lower and the upper end of a row's number; None is open."""
    value, low, high = row.get("value"), row.get("min"), row.get("max")
    up = high is None and row.get("comparator") in ("at_least", "more_than")
    down = low is None and row.get("comparator") in ("at_most", "less_than")
    low, high = value if low is None else low, value if high is None else high
    return None if down or low is None else float(low), None if up or high is None else float(high)
