"""Quantities: numbers in digits and words, with comparators, ranges, shares in per cent, and money."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kg.language.model import Quantity, Token
from kg.vocabulary.comparators import comparators
from kg.vocabulary.numerals import numerals

UNITS: Final = numerals("unit")
TENS: Final = numerals("ten")
SCALES: Final = numerals("scale")
PLURALS: Final = numerals("plural")
SHARES: Final = numerals("share")
CURRENCIES: Final = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollars": "USD", "dollar": "USD",
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "gbp": "GBP",
}  # fmt: skip
OUT_OF: Final = {"10": 10.0, "ten": 10.0, "100": 100.0, "five": 5.0, "four": 4.0}
"""What a share is taken of: nine in 10."""
_FRACTIONS: Final = {"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "fourths": 4, "tenth": 10, "tenths": 10}
_OPEN: Final = frozenset({"several", "few", "many"})
"""Words before a scale that leave a number open: *several* hundred."""
LARGEST: Final = 1e15
"""What counts people or money is smaller; up to here a number is exact, and never infinite."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_DIGITS: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_JOINTS: Final = frozenset({"to", "-", "–", "and", "or"})
_BOUNDS: Final = frozenset({"more", "than", "over", "nearly", "about", "almost", "around", "approximately"})
_GIVEN_OVER: Final = frozenset({"hand", "hands", "handed", "handing", "turn", "turns", "turned", "turning"})
"""Verbs to which *over* belongs, so that it bounds no number: *handed over* 18 girls."""
_TOLD_ABOUT: Final = frozenset(
    "complaint complaints allegation allegations information report reports inquiry inquiries question questions concerns tips".split()
)
"""Words after which *about* is a preposition: complaints *about* 11 officials."""
_HALF_OF: Final = frozenset({"-", "day", "year", "century", "hour", "brother", "sister"})


class _Span(NamedTuple):
    """A number, the token at which it begins, and the token after it; ``high`` is the upper end of a range."""

    low: float
    begin: int
    end: int
    high: float | None = None
    above: bool = False
    """Whether the upper end is open: six to *over* 16."""
    open: bool = False
    """Whether it is only that the number may be large: a few hundred to *several thousand*."""


def quantities(tokens: Sequence[Token], first: int, last: int) -> Iterator[Quantity]:
    """The numbers of a sentence in order; a range is one quantity, and *half* and *nine in 10* are percentages."""
    i = first
    while i < last:
        number = _number(tokens, i, last)
        if number is None:
            i += 1
            continue
        number = _and_a_half(tokens, number, last)
        share = _share(tokens, number, last)
        span = share or _ranged(tokens, number, last)
        if max(span.low, span.high or 0) < LARGEST:
            yield _quantity(tokens, first, last, span, share=share is not None)
        i = max(span.end, i + 1)


def excessive(tokens: Sequence[Token], first: int, last: int) -> Iterator[str]:
    """The figures of a sentence that are too large to be quantities, as written."""
    for i in range(first, last):
        number = _number(tokens, i, last) if tokens[i].text[0].isdigit() else None
        if number and number.low >= LARGEST:
            yield tokens[i].text


def _number(tokens: Sequence[Token], i: int, last: int) -> _Span | None:
    """The number that begins at a token."""
    word = tokens[i].lower
    if _DIGITS.fullmatch(word):
        if i and tokens[i - 1].end == tokens[i].start and tokens[i - 1].text[-1].isdigit():
            return None  # the rest of a run of digits that was cut
        return _scaled(tokens, _Span(float(word.replace(",", "")), i, i + 1), last)
    if few := _few(tokens, i, last):
        return few
    if word in SHARES:
        return None if _no_half(tokens, i, last) else _Span(SHARES[word], i, i + 1)
    if word in PLURALS:
        return _Span(PLURALS[word], i, i + 1)
    if word in _OPEN and i + 1 < last and tokens[i + 1].lower in SCALES:
        return _Span(SCALES[tokens[i + 1].lower], i, i + 2)
    if word in _OPEN and i + 1 < last and tokens[i + 1].lower == "dozen":
        return _Span(PLURALS["dozens"], i, i + 2)
    counting = word in {"dozen", "tens"} or word in UNITS or word in TENS
    if counting or (word in {"a", "an"} and i + 1 < last and tokens[i + 1].lower in {*SCALES, "dozen"}):
        return _words(tokens, i, last)
    if word == "a" and i + 2 < last and tokens[i + 1].lower in _FRACTIONS and tokens[i + 2].lower == "of":
        return _Span(1.0, i, i + 1)
    return None


def _few(tokens: Sequence[Token], i: int, last: int) -> _Span | None:
    """A number of two or six, or half of a scale, in several words: *a pair of*, *half a dozen*, *a half-dozen*, *half a million*."""
    words = [t.lower for t in tokens[i : min(i + 4, last)]]
    if words[:1] == ["a"] and words[1:3] in (["pair", "of"], ["couple", "of"]):
        dozens = words[3:] == ["dozen"]
        return _Span(24.0 if dozens else 2.0, i, i + 3 + dozens)
    start = words[:1] == ["a"]
    if words[start : start + 1] != ["half"] or len(words) < start + 3 or words[start + 1] not in {"a", "-"}:
        return None
    size = {"dozen": 12.0, **SCALES}.get(words[start + 2])
    return _Span(size / 2, i, i + start + 3) if size else None


def _no_half(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether *half* is part of another word or number: a half-day, the first half of the year."""
    after = tokens[i + 1].lower if i + 1 < last else ""
    return after in _HALF_OF or (i > 0 and tokens[i - 1].lower in {"first", "second", "latter", "-"})


def _scaled(tokens: Sequence[Token], span: _Span, last: int) -> _Span:
    low, end = span.low, span.end
    while end < last and tokens[end].lower in SCALES:
        low, end = round(low * SCALES[tokens[end].lower], 2), end + 1
    return span._replace(low=low, end=end)


def _words(tokens: Sequence[Token], i: int, last: int) -> _Span | None:
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
    return _Span(total + part, begin, i) if seen else None


def _continues(joint: str, before: str, after: str) -> bool:
    if joint == "-":
        return before in TENS and after in UNITS
    if joint == "of":
        return before == "tens" and after in PLURALS
    return before in SCALES and (after in UNITS or after in TENS)


def _and_a_half(tokens: Sequence[Token], span: _Span, last: int) -> _Span:
    """A number with *and a half* or *and one-half* after it."""
    words = [t.lower for t in tokens[span.end : min(last, span.end + 4)]]
    extra = 3 if words[:3] == ["and", "a", "half"] else 4 if words == ["and", "one", "-", "half"] else 0
    return span._replace(low=span.low + 0.5, end=span.end + extra) if extra else span


def _share(tokens: Sequence[Token], span: _Span, last: int) -> _Span | None:
    """A share in per cent: *half*, *nine in 10*, *two-thirds*."""
    if tokens[span.begin].lower in SHARES:
        return span
    if third := _thirds(tokens, span, last):
        return third
    if named := _one_thing_in(tokens, span, last):
        return named
    if span.end + 1 >= last or tokens[span.end].lower != "in":
        return None
    whole = OUT_OF.get(tokens[span.end + 1].lower)
    return span._replace(low=100 * span.low / whole, end=span.end + 2) if whole and span.low < whole else None


def _one_thing_in(tokens: Sequence[Token], span: _Span, last: int) -> _Span | None:
    """A share whose things are named between: *one call in ten* came from; not *three shelters in four* provinces."""
    if span.end + 3 >= last or not tokens[span.end].text.isalpha() or tokens[span.end + 1].lower != "in":
        return None
    whole = OUT_OF.get(tokens[span.end + 2].lower)
    counts = tokens[span.end + 3].pos in {"NOUN", "PROPN", "ADJ", "NUM"} or tokens[span.end + 3].text == "-"
    return span._replace(low=100 * span.low / whole, end=span.end + 3) if whole and span.low < whole and not counts else None


def _thirds(tokens: Sequence[Token], span: _Span, last: int) -> _Span | None:
    """Parts of a whole that *of* follows: *one-third of*, *two thirds of*, *three quarters of*."""
    end = span.end + (span.end < last and tokens[span.end].text == "-")
    part = _FRACTIONS.get(tokens[end].lower) if end + 1 < last and tokens[end + 1].lower == "of" else None
    return span._replace(low=float(int(100 * span.low / part)), end=end + 1) if part and span.low < part else None


def _ranged(tokens: Sequence[Token], span: _Span, last: int) -> _Span:
    """A number with the upper end that follows ``to``, a dash, or ``and`` after ``between``; a year begins no range."""
    i = span.end
    year = _YEAR.fullmatch(tokens[span.begin].lower) and span.end == span.begin + 1
    if year or i + 1 >= last or tokens[i].lower not in _JOINTS:
        return span
    bound = i + 1
    while bound < last and tokens[bound].lower in _BOUNDS:
        bound += 1
    after = bound + (bound < last and tokens[bound].text in CURRENCIES)
    upper = _number(tokens, after, last) if after < last else None
    upper = upper and _and_a_half(tokens, upper, last)
    if upper is None or upper.low <= span.low or not _joins(tokens, i):
        return span
    above = bool({"more", "over"} & {t.lower for t in tokens[i:bound]})
    return span._replace(high=upper.low, end=upper.end, above=above, open=tokens[upper.begin].lower in {*_OPEN, *PLURALS})


def _joins(tokens: Sequence[Token], joint: int) -> bool:
    word = tokens[joint].lower
    if word == "and":
        return any(t.lower == "between" for t in tokens[max(0, joint - 5) : joint])
    return word != "or" or tokens[joint - 1].lower.isalpha()


def _quantity(tokens: Sequence[Token], first: int, last: int, span: _Span, *, share: bool) -> Quantity:
    """A number with its unit and comparator; an open number such as *hundreds* is at least its value."""
    unit, begin, end = ("percent", span.begin, span.end) if share else _unit(tokens, first, last, span)
    comparator, begin = _comparator(tokens, first, begin)
    if span.high is not None and begin > first and tokens[begin - 1].lower == "between":
        begin -= 1
    if comparator == "exactly":
        comparator, end = _comparator_after(tokens, end, last)
    if span.above:
        comparator = "more_than"
    if share and comparator == "exactly" and tokens[end - 1].lower in {"third", "thirds"}:
        comparator = "approximately"
    value, low, high = (span.low, None, None) if span.high is None else (None, span.low, None if span.open else span.high)
    if span.open or (span.high is None and tokens[span.begin].lower in {"tens", *PLURALS, *_OPEN}):
        value, low, comparator = None, span.low, "at_least"
    return Quantity(value, low, high, comparator, unit, False, begin, end, tokens[begin].start, tokens[end - 1].end)


def _unit(tokens: Sequence[Token], first: int, last: int, span: _Span) -> tuple[str, int, int]:
    """The unit of a number (per cent or a currency's code), and where it begins and ends with its sign."""
    begin, end = span.begin, span.end
    after = [t.lower for t in tokens[end : min(last, end + 2)]]
    if begin > first and tokens[begin - 1].lower in CURRENCIES:
        return CURRENCIES[tokens[begin - 1].lower], begin - 1, end
    if after[:1] and after[0] in {"percent", "%"}:
        return "percent", begin, end + 1
    if after == ["per", "cent"]:
        return "percent", begin, end + 2
    if after[:1] and after[0] in CURRENCIES:
        return CURRENCIES[after[0]], begin, end + 1
    return "", begin, end


def _comparator(tokens: Sequence[Token], first: int, begin: int) -> tuple[str, int]:
    """The comparator before a number, and where it begins; a range's *between* and *from* may stand in between."""
    at = begin
    while at > first and tokens[at - 1].lower in {"between", "from"}:
        at -= 1
    for words, name in comparators("before").get(tokens[at - 1].lower, ()) if at > first else ():
        start = at - len(words)
        verbs = {"about": _TOLD_ABOUT, "over": _GIVEN_OVER}.get(words[0], frozenset()) if len(words) == 1 else frozenset()
        of_verb = start > first and tokens[start - 1].lower in verbs
        if start >= first and tuple(t.lower for t in tokens[start:at]) == words and not of_verb:
            return name, start
    return "exactly", begin


def _comparator_after(tokens: Sequence[Token], end: int, last: int) -> tuple[str, int]:
    for words, name in comparators("after").get(tokens[end].lower, ()) if end < last else ():
        if tuple(t.lower for t in tokens[end : end + len(words)]) == words:
            return name, end + len(words)
    return "exactly", end
