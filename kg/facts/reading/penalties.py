"""Prison terms that a law prescribes, in months."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kg.language.model import Quantity, Sentence

MONTHS_IN: Final = {"year": 12.0, "month": 1.0, "day": 1 / 30, "week": 7 / 30}
_UNIT: Final = re.compile(
    r"\s*[-–]?\s*(years?|months?|days?|weeks?)(?!\s*old|-old"
    r"|['’]?\s+(?:(?:temporary|renewable|recovery|and)\s+)*(?:reflection|recovery|residen\w+|stays?|visas?|permits?|work|grace|notice|contracts?)\b)",
    re.IGNORECASE,
)
_AGE: Final = re.compile(r"\bages?\b[^,;]{0,25}$", re.IGNORECASE)
_STAY: Final = re.compile(
    r"\b(?:permits?|visas?|residen\w+|stays?|reflection|shelters?|passports?|contracts?|leave|care|assistance)\b[^,;.]{0,25}$",
    re.IGNORECASE,
)
"""Before how long something else lasts: a residence permit *for six* months."""
_LONGEST: Final = 99
"""The highest number of years or months of a term; above are sums of money, «up to $5,000 and ten years»."""
_LIFE: Final = re.compile(
    r"\blife(?:\s+(?:in\s+prison|imprisonment|sentences?)|[- ]?long\s+imprisonment)|(?:to|or|and)\s+life\b|\blife\s+imprisonment",
    re.IGNORECASE,
)
_PRISON: Final = re.compile(
    r"imprison|prison|jail|incarcerat|penal(?:ty|ties)|sentenc|punish|detention|confinement|terms? of|carr(?:y|ies)"
    r"|\bthe\s+(?:minimum|maximum)\s+(?:is|was|remain\w*|stay\w*)\b|prescrib|\bbars\b|\bface\b|\breceive\b",
    re.IGNORECASE,
)
_NUMBER: Final = r"(?:a\s+)?[\w-]{1,16}"
_CHANGED: Final = re.compile(
    r"\b(?:increas|rais|doubl|tripl|lengthen|toughen|lower|reduc|shorten|chang)(?:e[sd]?|es|ed|s|ing)?\b(?P<what>[^.;]{0,120}?)\bfrom\s+"
    rf"(?P<old>(?:a\s+)?(?:life(?:\s+imprisonment)?|(?:{_NUMBER}\s+(?:to|and)\s+)?{_NUMBER}(?:\s*-?(?:years?|months?|days?)['’]?s?)?)"
    r"(?:\s+(?:imprisonment|in\s+(?:prison|jail)|minimum|maximum))?)\s+to\s+",
    re.IGNORECASE,
)
"""A term that another one replaces: «raised the minimum penalty *from one to* five years»."""
_BOUND: Final = re.compile(
    r"\b(?P<bound>minimum|maximum)\s+(?:(?!and\b|or\b|minimum\b|maximum\b|fines?\b)[A-Za-z'’-]+\s+){0,10}?"
    r"(?:is|was|of|to|at|remain(?:s|ed)|stay(?:s|ed))\s+(?:at\s+|only\s+|just\s+)?$",
    re.IGNORECASE,
)
"""Before a term: which of the two it is, «the *minimum* penalty under the act is»."""


GIVEN: Final = re.compile(
    r"(?<!be )(?<!been )\b(?:sentenced|sentencing|received|receiving|served|given|handed\s+down)\b"
    r"|\b(?:courts?|judges?)\s+(?:gave|issued|ordered)\b",
    re.IGNORECASE,
)
"""Words of a punishment that somebody was given, which is none that a law prescribes: «convicted him under the act and *sentenced* him»."""
_OR_BOTH: Final = re.compile(r"['’]?(?:\s+(?:imprisonment|in\s+(?:prison|jail)))?(?:,\s+(?:an?\s+)?fines?\b[^.;]*)?,?\s+or\s+both\b")
"""Behind a term that is one of two punishments, either of which may be given alone."""
_AS_BOUND: Final = re.compile(
    r"['’]?(?:\s+(?:imprisonment|in\s+(?:prison|jail)))?\s+as\s+(?:the|its|an?)\s+(?:(?P<low>minimum|least|lowest|shortest)"
    r"|maximum|most|highest|longest)\b"
)
"""Behind a term: which of the two it is, «fixed 20 years *as the longest*»."""
_DECADE: Final = re.compile(
    r"(?:(?P<bound>up to|no more than|at most|a maximum of|at least|no less than)\s+)?\b(?:a|one)\s+decade\b", re.IGNORECASE
)
_RISING: Final = re.compile(r"\b(?:ris(?:ing|es)|increas(?:ing|es)|goes|going)\s+(?:up\s+)?to\s+$")
_NEXT: Final = re.compile(r"\s*(?:[,.;)]|(?:where|when|if|for|in|and|or)\b|$)")
_NO_TERM: Final = re.compile(r"\bfine[sd]?\b|[$€£¥]")
_OTHER_END: Final = re.compile(
    r"\s+(?:to|and|or)\s+(?:(?:not|no)\s+(?:more|longer)\s+than\s+|up\s+to\s+|at\s+most\s+)?\w+\s+(years?|months?)", re.IGNORECASE
)
_UPPER: Final = frozenset({"up to", "no more than", "at most", "a maximum of"})
_LOWER: Final = frozenset({"at least", "no less than"})
_ALL_OF: Final = re.compile(r"\b(?:both|all|each)\s+of\s+(?:which|these|them)\b")


class Penalty(NamedTuple):
    """The lowest and highest prison term in months; ``life`` is True where life imprisonment is prescribed."""

    lowest: float | None
    highest: float | None
    life: bool | None


NONE: Final = Penalty(None, None, None)


def penalty(text: str, sentence: Sentence, start: int, end: int) -> Penalty | None:
    """The prison terms between two offsets of the document, all grades taken together; None without any."""
    given = GIVEN.search(text, start, end)
    end = given.start() if given else end
    words = text[start:end]
    if not _PRISON.search(words):
        return None
    changed = _CHANGED.search(text, sentence.start, end)
    changed = changed if changed and changed.start("old") >= start else None
    terms = [t for q in sentence.quantities if start <= q.start and q.end <= end and (t := _grade(text, q, end, changed))]
    words = text[start : changed.start("old")] + text[changed.end("old") : end] if changed else words
    terms.extend(_decades(words))
    life = bool(_LIFE.search(words))
    if not terms and not life:
        return None
    lows = [low for low, _ in terms if low is not None]
    highs = [high for _, high in terms if high is not None]
    if life and not lows and highs and len(terms) == 1 and re.search(r"\bto\s+life", words):
        lows, highs = highs, []
    return Penalty(min(lows, default=None), max(highs, default=None), True if life else None)


def _grade(text: str, quantity: Quantity, end: int, changed: re.Match[str] | None) -> tuple[float | None, float | None] | None:
    """A prison term that holds: one that was changed tells nothing, that in its place is the minimum or the maximum."""
    term = _term(text, quantity, end)
    if term is None or changed is None or quantity.end <= changed.start("old"):
        return term
    if quantity.end <= changed.end():
        return None
    low, high = term
    if quantity.start < changed.end():
        low = high
    elif quantity.start > changed.end() + 12 or quantity.max is not None:
        return term
    return (low, None) if re.search(r"\bminimum\b", changed["what"], re.IGNORECASE) else (None, high)


def _decades(words: str) -> Iterator[tuple[float | None, float | None]]:
    """Terms told in decades: *no more than a decade*."""
    for found in _DECADE.finditer(words):
        bound = (found["bound"] or "").lower()
        yield (None if bound in _UPPER else 120.0), (None if bound in _LOWER else 120.0)


def _term(text: str, quantity: Quantity, end: int) -> tuple[float | None, float | None] | None:
    unit = _UNIT.match(text, quantity.end, min(end, quantity.end + 40))
    if unit is None:
        return _term_to_other_unit(text, quantity, end)
    months = MONTHS_IN[unit[1].lower().rstrip("s")]
    after = text[unit.end() : unit.end() + 60]
    low = quantity.min if quantity.min is not None else quantity.value
    high = quantity.max if quantity.max is not None else quantity.value
    if _STAY.search(text, max(0, quantity.start - 60), quantity.start):
        return None
    if low is None or high is None or _AGE.search(text, max(0, quantity.start - 40), quantity.start):
        return None
    if re.match(r"\s+(?:maximum|prison\s+maximum)", after):
        return None, _rounded(high * months)
    if re.match(r"\s+(?:mandatory\s+)?minimum", after):
        return _rounded(low * months), None
    if quantity.max is None:
        return _bounded(text, quantity, (low * months, high * months), after)
    return _rounded(low * months), _rounded(high * months)


def _bounded(text: str, quantity: Quantity, months: tuple[float, float], after: str) -> tuple[float | None, float | None]:
    """A single term: the lowest, the highest or both, as the words around it say."""
    low, high = months
    before = text[max(0, quantity.start - 28) : quantity.start + 12].lower()
    if _OR_BOTH.match(after) or re.search(r"\bfines? (?:or|to) $", text[max(0, quantity.start - 9) : quantity.start]):
        return None, _rounded(high)
    if quantity.comparator in {"at_most", "less_than"} or re.search(
        r"up to|maximum|not exceeding|no longer than|as (?:long|much|many) as", before
    ):
        return None, _rounded(high)
    if quantity.comparator in {"at_least", "more_than"} or re.search(r"minimum|or more|and above", before + after[:14]):
        return _rounded(low), None
    if fixed := _AS_BOUND.match(after):
        return (_rounded(low), None) if fixed["low"] else (None, _rounded(high))
    if bound := _BOUND.search(text, max(0, quantity.start - 110), quantity.start):
        return (_rounded(low), None) if bound["bound"].lower() == "minimum" else (None, _rounded(high))
    if re.match(r"['’]?\s+(?:imprisonment\s+)?to\s+life|['’]?s?\s+to\s+life", after):
        return _rounded(low), None
    return _rounded(low), _rounded(high)


def _term_to_other_unit(text: str, quantity: Quantity, end: int) -> tuple[float | None, float | None] | None:
    """The lower end of «six to 12 years» where it was not read as a range, or a longer term: «…, rising to 20»."""
    if _RISING.search(text, max(0, quantity.start - 16), quantity.start):
        return _risen(text, quantity)
    if quantity.value is not None and quantity.value > _LONGEST:
        return None
    found = _OTHER_END.match(text, quantity.end, min(end, quantity.end + 50))
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
