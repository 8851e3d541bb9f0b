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
_NUMBER = re.compile(r"\W*(?:page|p\.)?\W*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
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
_OPEN_QUOTE = re.compile(r"(?:[^\W\d][\w.’'-]*\s+){0,8}(?:\([^)]{1,40}\)\s*)?:?\s*[“\"«]")
_CLOSE_QUOTE = re.compile(r"[”\"»]\W*(?:[–—-].{0,80})?$")


def drops(text: str) -> Drops | None:
    """What a line or paragraph of furniture takes with it: itself, or what follows as well; None if it is none."""
    plain = _plain(text)
    short = len(plain.split()) <= _SHORT
    for size, pattern in _cues():
        found = (short or size == "any") and pattern.match(plain)
        if found and found.lastgroup:
            return cast(Drops, found.lastgroup.split("_")[0]) if not _prose_by_chance(text, size, found) else None
    return "line" if short and _shape(text) else None


def _prose_by_chance(text: str, size: str, found: re.Match[str]) -> bool:
    """Whether a sentence only happens to begin with one or two words of a cue, or a wrapped line with one."""
    literal = found.group(0).split()
    return size != "any" and sentence_like(text) and (text[0].islower() or (len(text.split()) >= 8 and len(literal) < 3))


def _shape(text: str) -> bool:
    bare = text.strip()
    if _NUMBER.fullmatch(bare) or _ADDRESS.fullmatch(bare.strip("<>()[] ")) or _DATE.fullmatch(bare):
        return True
    return len(_SEPARATED.findall(bare)) >= 2 and not sentence_like(bare) and lower_share(bare) < 0.5


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("‘", "'").casefold().split())


@cache
def _cues() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """One pattern for cues of lines and one for cues of paragraphs of any length; the group's name begins with what is dropped."""
    found: dict[str, list[str]] = {"line": [], "any": []}
    for n, row in enumerate(rows("furniture")):
        size = "any" if row["where"] == "any" else "line"
        found[size].append(f"(?P<{row['drops']}_{n}>{_pattern(row['cue'], row['where'])})")
    return tuple((size, re.compile("|".join(forms))) for size, forms in found.items())


def _pattern(cue: str, where: str) -> str:
    if where in {"start", "line"} and cue.endswith("*") and where == "start":
        cue = cue[:-1]
    body = re.escape(cue).replace(r"\ ", " ").replace(r"\*", ".*").replace("\\#", r"[\d.,]+")
    edges = {"line": (r"\W*", r"\W*$"), "start": (r"[^\w%©(]*", ""), "inside": (".*?", ""), "any": (".*?", "")}
    before, after = edges[where]
    return before + body + after


def quotation(text: str) -> bool:
    """Whether a paragraph is one quotation from first to last, with or without the speaker's name."""
    opened = _OPEN_QUOTE.match(text)
    return bool(opened) and (bool(_CLOSE_QUOTE.search(text)) or not re.search(r"[”\"»]", text[opened.end() :] if opened else ""))


def repeated(found: Iterable[Line]) -> frozenset[str]:
    """The running heads: short lines, no sentences, that stand three times or more, page numbers aside."""
    counts = Counter(running(line.text) for line in found if len(line.text.split()) <= 12 and not sentence_like(line.text))
    return frozenset(text for text, n in counts.items() if n >= 3 and text)


def running(text: str) -> str:
    """A line as it is compared with others for repetition."""
    return " ".join(re.sub(r"\d+", "", text).casefold().split())
