"""Furniture of pages, mails and prints: told by cues from ``furniture.tsv`` and by shape."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Literal, cast

from kg.narrative.lines import Line, lower_share, sentence_like
from kg.vocabulary.tables import rows

Drops = Literal["line", "rest"]
_SHORT = 30
_LONGEST = 300
_SEEN = 2000
_NUMBER = re.compile(r"[\s|\[–—-]*(?:page\b|p\.)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[\s|\]–—-]*", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:(?:https?://|www\.)\S+|\S+@\S+\.\w+)", re.IGNORECASE)
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DATE = re.compile(
    rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    rf"(?:(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?(?:\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})\.?,?(?:\s+\d{{4}})?"
    rf"|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})(?:,?\s*(?:at|·|-|\|)?\s*\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{{2,4}})?)?",
    re.IGNORECASE,
)
_SEPARATED = re.compile(r"\s[|»›>•·/]\s")
_OPEN_QUOTE = re.compile(r"(?:[^\W\d][\w.’'-]*\s+){0,8}(?:[^\W\d][\w.’'-]*)?(?:\([^)]{1,40}\)\s*)?:?\s*[“\"«]")
_CLOSE_QUOTE = re.compile(r"[”\"»]\W*(?:[–—-].{0,80})?$")


def drops(text: str) -> Drops | None:
    """What a line or paragraph of furniture takes with it: itself, or what follows as well; None if it is none."""
    plain = _plain(text[:_SEEN])
    short = len(text) <= _LONGEST and len(plain.split()) <= _SHORT
    for size, pattern in _cues():
        found = pattern.match(plain) if short or size == "any" else None
        if found and found.lastgroup:
            row = rows("furniture")[int(found.lastgroup[1:])]
            return None if size != "any" and _prose_by_chance(text, row["cue"]) else cast(Drops, row["drops"])
    return shape(text)


def _prose_by_chance(text: str, cue: str) -> bool:
    """Whether a sentence only happens to begin with one or two words of a cue."""
    literal = [word for word in cue.split() if any(c.isalpha() for c in word.replace("{n}", ""))]
    return sentence_like(text) and (text[0].islower() or (len(text.split()) >= 8 and len(literal) < 3))


def shape(text: str) -> Drops | None:
    """Whether a line is a page number, an address, a date, or a row of titles with marks between them."""
    if len(text) > _LONGEST:
        return None
    if _NUMBER.fullmatch(text) or _ADDRESS.fullmatch(text.strip("<>()[] ")) or _DATE.fullmatch(text):
        return "line"
    return "line" if len(_SEPARATED.findall(text)) >= 2 and not sentence_like(text) and lower_share(text) < 0.5 else None


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("‘", "'").casefold().split())


@cache
def _cues() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Patterns by the size of what they are tried on, those that drop the rest first; a group's name ends in the row's number."""
    found: dict[tuple[str, str], list[str]] = {(size, drops): [] for drops in ("rest", "line") for size in ("line", "any")}
    for n, row in enumerate(rows("furniture")):
        size = "any" if row["where"] == "any" else "line"
        found[size, row["drops"]].append(f"(?P<n{n}>{_pattern(row['cue'], row['where'])})")
    return tuple((size, re.compile("|".join(forms))) for (size, _), forms in found.items() if forms)


def _pattern(cue: str, where: str) -> str:
    body = re.escape(cue).replace(r"\ ", " ").replace(r"\*", ".*").replace(re.escape("{n}"), r"[\d.,]+")
    before = {"line": r"\W*", "inside": ".*?"}.get(where, r"[^\w%©(*]*")
    return before + body + (r"[^\w.]*$" if where == "line" else "")


def quotation(text: str) -> bool:
    """Whether a paragraph is one quotation from first to last, with or without the speaker's name."""
    opened = _OPEN_QUOTE.match(text)
    return bool(opened) and (
        bool(_CLOSE_QUOTE.search(text, max(0, len(text) - 200))) or not re.search(r"[”\"»]", text[opened.end() :] if opened else "")
    )


def repeated(found: Iterable[Line]) -> frozenset[str]:
    """The running heads: short lines, no sentences, that stand three times or more, page numbers aside."""
    counts = Counter(running(line.text) for line in found if len(line.text.split()) <= 12 and not sentence_like(line.text))
    return frozenset(text for text, n in counts.items() if n >= 3 and text)


def running(text: str) -> str:
    """A line as it is compared with others for repetition."""
    return " ".join(re.sub(r"\d+", "", text).casefold().split())
