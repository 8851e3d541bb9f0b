"""Quantities: numbers in digits and words, with comparators, ranges, shares in per cent, and money."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.language.model import Quantity, Token
from kg.vocabulary.comparators import comparators

UNITS: Final = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS: Final = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
ORDINALS: Final = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
PLURALS: Final = {"dozens": 24.0, "scores": 40.0, "hundreds": 100.0, "thousands": 1_000.0, "millions": 1_000_000.0}
CURRENCIES: Final = {
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "dollars": "USD",
    "dollar": "USD",
    "€": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "£": "GBP",
}
HALVES: Final = {"half": 50.0, "quarter": 25.0, "three-quarters": 75.0}
"""Fractions as percentages."""
OUT_OF: Final = {"10": 10.0, "ten": 10.0, "100": 100.0, "five": 5.0, "four": 4.0}
"""What a share is taken of: nine in 10."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def quantities(tokens: Sequence[Token], first: int, last: int) -> Iterator[Quantity]:
    """The numbers of a sentence in order; a range is one quantity, and *half* and *nine in 10* are percentages."""
    i = first
    while i < last:
        found = _number(tokens, i, last)
        if found is None:
            i += 1
            continue
        low, end, begin = found
        low, end = _and_a_half(tokens, low, end, last)
        if shared := _share(tokens, low, begin, end, last):
            yield _percentage(tokens, first, *shared)
            i = shared[2]
            continue
        ranged = None if _YEAR.fullmatch(tokens[begin].lower) and end == begin + 1 else _range(tokens, end, last)
        high, end = ranged if ranged and ranged[0] > low else (None, end)
        i = max(end, i + 1)
        yield _bounded(tokens, first, last, (begin, end), low, high)


def _and_a_half(tokens: Sequence[Token], low: float, end: int, last: int) -> tuple[float, int]:
    """A number with *and a half* or *and one-half* after it."""
    words = [t.lower for t in tokens[end : min(last, end + 4)]]
    if words[:3] == ["and", "a", "half"]:
        return low + 0.5, end + 3
    return (low + 0.5, end + 4) if words == ["and", "one", "-", "half"] else (low, end)


def _share(tokens: Sequence[Token], low: float, begin: int, end: int, last: int) -> tuple[float, int, int] | None:
    """A share in per cent, where it begins and ends: *half*, *nine in 10*."""
    if tokens[begin].lower in HALVES:
        return low, begin, end
    if end + 1 < last and tokens[end].lower in {"in", "of"} and (whole := OUT_OF.get(tokens[end + 1].lower)) and low < whole:
        followed = end + 2 < last and tokens[end + 2].pos in {"NOUN", "PROPN"} and tokens[end].lower == "of"
        return None if followed else (100 * low / whole, begin, end + 2)
    return None


def _percentage(tokens: Sequence[Token], first: int, value: float, begin: int, end: int) -> Quantity:
    comparator, begin = _comparator(tokens, first, begin)
    return _quantity(tokens, value, None, None, comparator, "percent", (begin, end))


def _number(tokens: Sequence[Token], i: int, last: int) -> tuple[float, int, int] | None:
    """A number that begins at a token: its value, the token after it, and where it begins."""
    word = tokens[i].lower
    if _DIGITS.fullmatch(word):
        return *_scaled(tokens, float(word.replace(",", "")), i + 1, last), i
    if word in HALVES:
        return None if _no_half(tokens, i, last) else (HALVES[word], i + 1, i)
    if word in PLURALS:
        return PLURALS[word], i + 1, i
    counting = word in {"dozen", "tens"} or word in UNITS or word in TENS
    if counting or (word in {"a", "an"} and i + 1 < last and tokens[i + 1].lower in {*SCALES, "dozen"}):
        return _words(tokens, i, last)
    return None


def _no_half(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether *half* is part of another word or number: a half-day, two and a half years, the first half of the year."""
    before = {t.lower for t in tokens[max(0, i - 2) : i]}
    after = tokens[i + 1].lower if i + 1 < last else ""
    return after in {"-", "day", "year", "century", "hour", "brother", "sister"} or bool(
        before & {"first", "second", "and", "latter"} and after != "were"
    )


def _scaled(tokens: Sequence[Token], value: float, i: int, last: int) -> tuple[float, int]:
    while i < last and tokens[i].lower in SCALES:
        value, i = round(value * SCALES[tokens[i].lower], 2), i + 1
    return value, i


def _words(tokens: Sequence[Token], i: int, last: int) -> tuple[float, int, int] | None:
    """A number in words: hundreds and smaller parts add up, scales multiply; ``tens of thousands`` counts as ten of them."""
    begin, total, part, seen = i, 0.0, 0.0, False
    while i < last:
        word = tokens[i].lower
        if word in {"a", "an"} and not seen:
            part = 1
        elif word == "tens":
            part = 10
        elif word in {"dozen", "dozens"}:
            part = max(part, 1) * 12
        elif word in UNITS or word in TENS:
            if seen and part % 10 and part < 100:
                break
            part += UNITS.get(word, TENS.get(word, 0))
        elif word in SCALES or (word in PLURALS and begin < i and tokens[i - 1].lower == "of"):
            size = SCALES.get(word) or PLURALS[word]
            total, part = (total, max(part, 1) * size) if size == 100 else (total + max(part, 1) * size, 0.0)
        elif not (word in {"-", "and", "of"} and seen and i + 1 < last and _continues(word, tokens[i - 1].lower, tokens[i + 1].lower)):
            break
        i, seen = i + 1, True
    return (total + part, i, begin) if seen else None


def _continues(joint: str, before: str, after: str) -> bool:
    if joint == "-":
        return before in TENS and after in UNITS
    if joint == "of":
        return before == "tens" and after in PLURALS
    return before in SCALES and (after in UNITS or after in TENS)


def _range(tokens: Sequence[Token], i: int, last: int) -> tuple[float, int] | None:
    """The upper end, where ``to``, ``and`` (after ``between``) or a dash follows a number."""
    if i + 1 >= last or tokens[i].lower not in {"to", "-", "–", "and", "or"}:
        return None
    joint = tokens[i].lower
    after = i + 1 + (tokens[i + 1].text in CURRENCIES)
    upper = _number(tokens, after, last) if after < last else None
    if upper is None or (joint == "and" and not _between(tokens, i)) or (joint == "or" and not tokens[i - 1].lower.isalpha()):
        return None
    return upper[0], upper[1]


def _between(tokens: Sequence[Token], i: int) -> bool:
    return any(t.lower == "between" for t in tokens[max(0, i - 5) : i])


def _bounded(tokens: Sequence[Token], first: int, last: int, span: tuple[int, int], low: float, high: float | None) -> Quantity:
    begin, end = span
    unit = ""
    if begin > first and tokens[begin - 1].lower in CURRENCIES:
        begin, unit = begin - 1, CURRENCIES[tokens[begin - 1].lower]
    elif end < last and tokens[end].lower in {"percent", "%"}:
        end, unit = end + 1, "percent"
    elif end + 1 < last and tokens[end].lower == "per" and tokens[end + 1].lower == "cent":
        end, unit = end + 2, "percent"
    elif end < last and tokens[end].lower in CURRENCIES:
        end, unit = end + 1, CURRENCIES[tokens[end].lower]
    comparator, begin = _comparator(tokens, first, begin)
    after, end = _comparator_after(tokens, end, last) if comparator == "exactly" else ("", end)
    comparator = after or comparator
    if high is None and tokens[span[0]].lower in {"tens", *PLURALS}:
        return _quantity(tokens, None, low, None, "at_least", unit, (begin, end))
    if high is None or high <= low:
        return _quantity(tokens, low, None, None, comparator, unit, (begin, end))
    return _quantity(tokens, None, low, high, comparator, unit, (begin, end))


def _comparator(tokens: Sequence[Token], first: int, begin: int) -> tuple[str, int]:
    """The comparator before a number, and where it begins; a range's *between* and *from* may stand in between."""
    at = begin
    while at > first and tokens[at - 1].lower in {"between", "from"}:
        at -= 1
    for words, name in comparators("before").get(tokens[at - 1].lower, ()) if at > first else ():
        start = at - len(words)
        if start >= first and tuple(t.lower for t in tokens[start:at]) == words:
            return name, start
    return "exactly", begin


def _comparator_after(tokens: Sequence[Token], end: int, last: int) -> tuple[str, int]:
    for words, name in comparators("after").get(tokens[end].lower, ()) if end < last else ():
        if tuple(t.lower for t in tokens[end : end + len(words)]) == words:
            return name, end + len(words)
    return "", end


def _quantity(
    tokens: Sequence[Token], value: float | None, low: float | None, high: float | None, comparator: str, unit: str, span: tuple[int, int]
) -> Quantity:
    begin, end = span
    return Quantity(value, low, high, comparator, unit, False, begin, end, tokens[begin].start, tokens[end - 1].end)
