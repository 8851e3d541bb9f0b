"""Periods: years, months and spans as written, and the words for the reporting and the previous period."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.language.model import Mention, Token

MONTHS: Final = {
    m: f"{n:02d}" for n, m in enumerate("january february march april may june july august september october november december".split(), 1)
}
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_RELATIVE: Final = (
    (re.compile(r"(?:(?:during|in|over|throughout|for|within|by the end of) )?(?:the|this) (?:current |present )?(?:reporting (?:period|year)|year under review)"), "reporting"),
    (re.compile(r"(?:during|in|over|throughout|within) (?:the|this) (?:past |last )?year(?! (?:before|prior|earlier))|during the rating period|this year"), "reporting"),
    (re.compile(r"(?:(?:during|in|over|throughout|for|from) )?(?:the |its )?(?:previous|prior|preceding|last) (?:reporting )?(?:period|year)(?!\w)|(?:in |during )?the (?:year|period) before|the year prior|last year|a year earlier"), "previous"),
)  # fmt: skip


def periods(tokens: Sequence[Token], first: int, last: int) -> Iterator[Mention]:
    """The periods of a sentence, as mentions of label ``period``: ``2010``, ``2010-04``, ``2007/2010``, ``reporting``, ``previous``."""
    yield from _dated(tokens, first, last)
    words = " ".join(t.lower for t in tokens[first:last])
    starts = {}
    at = 0
    for i in range(first, last):
        starts[at] = i
        at += len(tokens[i].lower) + 1
    taken: set[int] = set()
    for pattern, value in reversed(_RELATIVE):
        for found in pattern.finditer(words):
            begin = starts.get(found.start())
            if begin is not None and begin not in taken:
                end = begin + len(found.group().split())
                taken.update(range(begin, end))
                yield _mention(tokens, value, begin, end)


def _dated(tokens: Sequence[Token], first: int, last: int) -> Iterator[Mention]:
    i = first
    while i < last:
        end, value = _date(tokens, i, last)
        if not value:
            i += 1
            continue
        joined = end + 1 < last and tokens[end].lower in {"-", "–", "to", "and", "through", "/"}
        onward, upper = _date(tokens, end + 1, last) if joined else (end, "")
        if upper and (tokens[end].lower != "and" or (i > first and tokens[i - 1].lower == "between")):
            yield _mention(tokens, f"{_completed(value, upper)}/{upper}", i, onward)
            i = onward
            continue
        yield _mention(tokens, value, i, end)
        i = end


def _completed(value: str, upper: str) -> str:
    """``January`` of «January to March 2013» gets the year of March."""
    return f"{upper[:4]}-{value}" if len(value) == 2 else value


def _date(tokens: Sequence[Token], i: int, last: int) -> tuple[int, str]:
    """A date that begins at a token, to the month: the token after it, and its value, or an empty one."""
    word = tokens[i].lower
    if _YEAR.fullmatch(word) and not (i and tokens[i - 1].lower in {"$", "no", "article", "section"}):
        return i + 1, word
    if word in MONTHS and tokens[i].text[0].isupper():
        j = i + 1
        if j < last and re.fullmatch(r"\d{1,2}", tokens[j].lower):
            j += 1
        if j < last and tokens[j].lower in {",", "of"}:
            j += 1
        if j < last and _YEAR.fullmatch(tokens[j].lower):
            return j + 1, f"{tokens[j].lower}-{MONTHS[word]}"
        if i + 1 < last and tokens[i + 1].lower in {"-", "–", "to", "and", "through"}:
            return i + 1, MONTHS[word]
    return i, ""


def _mention(tokens: Sequence[Token], value: str, first: int, last: int) -> Mention:
    return Mention("period", value, "", first, last, tokens[first].start, tokens[last - 1].end)
