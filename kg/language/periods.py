"""Periods: years, months and spans as written, and the words for the reporting and the previous period."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from kg.language.model import Mention, Token
from kg.vocabulary.numerals import numerals
from kg.vocabulary.tables import rows

MONTHS: Final = {
    "january": "01", "february": "02", "march": "03", "april": "04", "may": "05", "june": "06",
    "july": "07", "august": "08", "september": "09", "october": "10", "november": "11", "december": "12",
}  # fmt: skip
MONTH: Final = rf"(?:{'|'.join(name.capitalize() for name in MONTHS)})"
"""The months as they are written, as a regular expression."""
PARTS: Final = {"half": 6, "quarter": 3}
_ORDER: Final = ("first", "second", "third", "fourth")
NUMBERS: Final = {word: int(n) for w, n in numerals("unit").items() if 1 < n < 12 for word in (w, str(int(n)))}
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_WITHIN: Final = re.compile(r"(?:mid|early|late)-((?:19|20)\d\d)")
"""A part of a year that is written together with it: *mid-2011*."""
_DAY: Final = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_DASHES: Final = frozenset({"-", "–", "/"})
_JOINTS: Final = frozenset({*_DASHES, "to", "and", "through", "until"})
_NO_YEAR_AFTER: Final = frozenset({"$", "no", "no.", "article", "section", "law", "decree"})


def periods(tokens: Sequence[Token], first: int, last: int) -> Iterator[Mention]:
    """The periods of a sentence, as mentions of label ``period``: ``2010``, ``2010-04``, ``2007/2010``, ``reporting``, ``previous``."""
    yield from _dated(tokens, first, last)
    yield from _relative(tokens, first, last)


def _relative(tokens: Sequence[Token], first: int, last: int) -> Iterator[Mention]:
    """The words for the reporting and the previous period; of phrases that overlap, the one that begins first."""
    if not any(t.lower in {"year", "period", "report"} for t in tokens[first:last]):
        return
    words = " ".join(t.lower for t in tokens[first:last])
    starts, at = {}, 0
    for i in range(first, last):
        starts[at] = i
        at += len(tokens[i].lower) + 1
    found = sorted(((m.start(), -m.end(), value) for p, value in _patterns() for m in p.finditer(words)))
    past = 0
    for start, end, value in found:
        if start in starts and start >= past:
            past = -end
            yield _mention(tokens, value, starts[start], starts[start] + len(words[start:past].split()))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"(?<!\S){row['pattern']}(?!\S)"), row["value"]) for row in rows("period_words"))


def _dated(tokens: Sequence[Token], first: int, last: int) -> Iterator[Mention]:
    i = first
    while i < last:
        end, value = _date(tokens, i, last)
        if not value:
            i += 1
            continue
        joined = end + 1 < last and tokens[end].lower in _JOINTS
        onward, upper = _upper(tokens, end, last, value) if joined else (end, "")
        if upper and (tokens[end].lower != "and" or (i > first and tokens[i - 1].lower == "between")):
            yield _mention(tokens, f"{_completed(value, upper)}/{upper}", i, onward)
            i = onward
            continue
        if len(value) > 2:
            part = _part(tokens, i, first) if len(value) == 4 else None
            start = (part[0] - (part[0] > first and tokens[part[0] - 1].lower == "the")) if part else i
            yield _mention(tokens, f"{value}-{part[1]}/{value}-{part[2]}" if part else value, start, end)
        i = end


def _part(tokens: Sequence[Token], year: int, first: int) -> tuple[int, str, str] | None:
    """The part of a year told before it: the token where it begins, and its first and last month: *the first half of* 2013."""
    words = [t.lower for t in tokens[max(first, year - 4) : year]]
    if len(words) < 3 or words[-1] not in {"of", "in"}:
        return None
    if words[-2] in PARTS and words[-3] in (*_ORDER, "last", "final"):
        length = PARTS[words[-2]]
        nth = _ORDER.index(words[-3]) if words[-3] in _ORDER else 12 // length - 1
        return (year - 3, f"{nth * length + 1:02}", f"{nth * length + length:02}") if nth * length + length <= 12 else None
    if words[-2] == "months" and len(words) == 4 and words[0] in {"first", "last"} and (count := NUMBERS.get(words[1])):
        return year - 4, f"{1 if words[0] == 'first' else 13 - count:02}", f"{count if words[0] == 'first' else 12:02}"
    return None


def _upper(tokens: Sequence[Token], joint: int, last: int, value: str) -> tuple[int, str]:
    """The upper end of a span after its joint; ``2012-13`` ends in 2013."""
    onward, upper = _date(tokens, joint + 1, last)
    short = tokens[joint + 1].lower
    if not upper and tokens[joint].lower in _DASHES and len(value) == 4 and re.fullmatch(r"\d\d", short) and short > value[2:]:
        return joint + 2, value[:2] + short
    return onward, "" if len(upper) == 2 else upper


def _completed(value: str, upper: str) -> str:
    """``January`` of «January to March 2013» gets the year of March."""
    return f"{upper[:4]}-{value}" if len(value) == 2 else value


def _date(tokens: Sequence[Token], i: int, last: int) -> tuple[int, str]:
    """A date that begins at a token, to the month: the token after it, and its value; two digits for a month before a joint, else empty."""
    word = tokens[i].lower
    if _YEAR.fullmatch(word) and not (i and tokens[i - 1].lower in _NO_YEAR_AFTER):
        return i + 1, word
    if within := _WITHIN.fullmatch(word):
        return i + 1, within[1]
    if word not in MONTHS or not tokens[i].text[0].isupper():
        return i, ""
    j = _past_day(tokens, i + 1, last)
    if j < last and tokens[j].lower in {",", "of", "in"}:
        j += 1
    if j < last and _YEAR.fullmatch(tokens[j].lower):
        return j + 1, f"{tokens[j].lower}-{MONTHS[word]}"
    joined = i + 1 < last and tokens[i + 1].lower in _JOINTS
    return (i + 1, MONTHS[word]) if joined else (i, "")


def _past_day(tokens: Sequence[Token], i: int, last: int) -> int:
    """The token after the day of a month, or after a span of days."""
    if i < last and _DAY.fullmatch(tokens[i].lower):
        i += 1
        if i + 1 < last and tokens[i].lower in _DASHES and _DAY.fullmatch(tokens[i + 1].lower):
            i += 2
    return i


def _mention(tokens: Sequence[Token], value: str, first: int, last: int) -> Mention:
    return Mention("period", value, "", first, last, tokens[first].start, tokens[last - 1].end)
