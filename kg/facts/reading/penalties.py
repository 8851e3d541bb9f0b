"""Prison terms that a law prescribes, in months."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kg.language.model import Quantity, Sentence

MONTHS_IN: Final = {"year": 12.0, "month": 1.0, "day": 1 / 30, "week": 7 / 30}
_UNIT: Final = re.compile(r"\s*[-–]?\s*(years?|months?|days?|weeks?)(?!\s*old|-old)", re.IGNORECASE)
_LIFE: Final = re.compile(
    r"\blife(?:\s+(?:in\s+prison|imprisonment|sentences?)|[- ]?long\s+imprisonment)|(?:to|or|and)\s+life\b|\blife\s+imprisonment",
    re.IGNORECASE,
)
_PRISON: Final = re.compile(
    r"imprison|prison|jail|incarcerat|penal(?:ty|ties)|sentenc|punish|detention|confinement|terms? of|carr(?:y|ies)"
    r"|prescrib|\bbars\b|\bface\b|\breceive\b",
    re.IGNORECASE,
)


_RAISED: Final = re.compile(
    r"\b(?:increas|rais|doubl|lengthen)\w*\s+(?:the\s+)?(?:maximum\s+)?(?:penalt|punishment|sentence"
    r"|prison)[^.;]*\bfrom\b",
    re.IGNORECASE,
)


_OR_BOTH: Final = re.compile(r"['’]?(?:\s+(?:imprisonment|in\s+(?:prison|jail)))?(?:,\s+(?:an?\s+)?fines?\b[^.;]*)?,?\s+or\s+both\b")
"""Behind a term that is one of two punishments, either of which may be given alone."""
_DECADE: Final = re.compile(
    r"(?:(?P<bound>up to|no more than|at most|a maximum of|at least|no less than)\s+)?\b(?:a|one)\s+decade\b", re.IGNORECASE
)
_RISING: Final = re.compile(r"\b(?:ris(?:ing|es)|increas(?:ing|es)|goes|going)\s+(?:up\s+)?to\s+$")
_NEXT: Final = re.compile(r"\s*(?:[,.;)]|(?:where|when|if|for|in|and|or)\b|$)")
_NO_TERM: Final = re.compile(r"\bfine[sd]?\b|[$€£¥]")
_UPPER: Final = frozenset({"up to", "no more than", "at most", "a maximum of"})
_LOWER: Final = frozenset({"at least", "no less than"})
_ALL_OF: Final = re.compile(r"\b(?:both|all|each)\s+of\s+(?:which|these|them)\b")


class Penalty(NamedTuple):
    """The lowest and highest prison term in months; ``life`` is True where life imprisonment is prescribed."""

    lowest: float | None
    highest: float | None
    life: bool | None


def penalty(text: str, sentence: Sentence, start: int, end: int) -> Penalty | None:
    """The prison terms between two offsets of the document, all grades taken together; None without any."""
    words = text[start:end]
    if not _PRISON.search(words):
        return None
    terms = [t for q in sentence.quantities if start <= q.start and q.end <= end and (t := _term(text, q, end))]
    terms.extend(_decades(words))
    life = bool(_LIFE.search(words))
    if not terms and not life:
        return None
    if terms and _RAISED.search(words):
        return Penalty(None, max((high for _, high in terms if high is not None), default=None), True if life else None)
    lows = [low for low, _ in terms if low is not None]
    highs = [high for _, high in terms if high is not None]
    unbounded = life and re.search(r"(?:to|or|and)\s+life|life", words) is not None
    if unbounded and not lows and highs and len(terms) == 1 and re.search(r"\bto\s+life", words):
        lows, highs = highs, []
    return Penalty(min(lows, default=None), max(highs, default=None), True if life else None)


def _decades(words: str) -> Iterator[tuple[float | None, float | None]]:
    """Terms told in decades: *no more than a decade*."""
    for found in _DECADE.finditer(words):
        bound = (found["bound"] or "").lower()
        yield (None if bound in _UPPER else 120.0), (None if bound in _LOWER else 120.0)


def _term(text: str, quantity: Quantity, end: int) -> tuple[float | None, float | None] | None:
    unit = _UNIT.match(text, quantity.end, min(end, quantity.end + 14))
    if unit is None:
        return _term_to_other_unit(text, quantity, end)
    months = MONTHS_IN[unit[1].lower().rstrip("s")]
    after = text[unit.end() : unit.end() + 60]
    low = quantity.min if quantity.min is not None else quantity.value
    high = quantity.max if quantity.max is not None else quantity.value
    if low is None or high is None:
        return None
    if re.match(r"\s+(?:maximum|prison\s+maximum)", after):
        return None, _rounded(high * months)
    if re.match(r"\s+(?:mandatory\s+)?minimum", after):
        return _rounded(low * months), None
    before = text[max(0, quantity.start - 28) : quantity.start + 12].lower()
    if quantity.max is None:
        if _OR_BOTH.match(after) or re.search(r"\bfines? (?:or|to) $", text[max(0, quantity.start - 9) : quantity.start]):
            return None, _rounded(high * months)
        if quantity.comparator in {"at_most", "less_than"} or re.search(r"up to|maximum|not exceeding|no longer than", before):
            return None, _rounded(high * months)
        if quantity.comparator in {"at_least", "more_than"} or re.search(r"minimum|or more|and above", before + after[:14]):
            return _rounded(low * months), None
        if re.match(r"['’]?\s+(?:imprisonment\s+)?to\s+life|['’]?s?\s+to\s+life", after):
            return _rounded(low * months), None
    return _rounded(low * months), _rounded(high * months)


def _term_to_other_unit(text: str, quantity: Quantity, end: int) -> tuple[float | None, float | None] | None:
    """The lower end of «six to 12 years» where it was not read as a range, or a longer term: «…, rising to 20»."""
    if _RISING.search(text, max(0, quantity.start - 16), quantity.start):
        return _risen(text, quantity)
    found = re.match(r"\s+(?:to|and|or)\s+(?:\w+|\d+)\s+(years?|months?)", text[quantity.end : min(end, quantity.end + 30)], re.IGNORECASE)
    if found is None or quantity.value is None:
        return None
    return _rounded(quantity.value * MONTHS_IN[found[1].lower().rstrip("s")]), None


def _rounded(months: float) -> float:
    return round(months, 2)


def _risen(text: str, quantity: Quantity) -> tuple[None, float] | None:
    """The longer term to which one told before rises: a bare number, with no fine and no sum of money between the two."""
    unit = [*_UNIT.finditer(text, max(0, quantity.start - 120), quantity.start)]
    bare = not quantity.unit and _NEXT.match(text, quantity.end)
    if not unit or not bare or quantity.value is None or _NO_TERM.search(text, unit[-1].end(), quantity.start):
        return None
    return None, _rounded(quantity.value * MONTHS_IN[unit[-1][1].lower().rstrip("s")])


def joint_penalty(text: str, sentence: Sentence) -> Penalty | None:
    """The penalty of «both of which prescribe …»."""
    both = _ALL_OF.search(text, sentence.start, sentence.end)
    return penalty(text, sentence, both.start(), sentence.end) if both else None
