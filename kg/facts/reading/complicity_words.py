"""The words of complicity in a clause: officials that it names, and the part that it says they took."""

import re
from functools import cache
from typing import Final, NamedTuple

from kg.facts.reading.wording import pattern
from kg.vocabulary.complicity_words import complicity_words

_ALLEGING: Final = (r"alleged", r"allegations?", r"reports? (?:of|that)", r"suspected", r"accus\w+", r"evidence of")
_NOBODY: Final = (
    r"(?:no|any|single|an|never|neither) (?:\w+ ){0,2}(?:officials?|officers?|civil servants?|employees?|policem[ae]n|police)",
)
_BY: Final = re.compile(
    r"(?:[\s,]+[\w'-]+){0,5}?[\s,]+(?:by|of|among|from|within|on the part of|involving|with|between)\b(?:\s+[\w'-]+){0,4}\s*$"
)


class Who(NamedTuple):
    """Officials as a clause names them; the name is how a fact holds them."""

    name: str
    start: int
    end: int


@cache
def cue(role: str, value: str = "") -> re.Pattern[str]:
    """The pattern of a role of ``complicity_words.tsv``, or of one of its values; «other» words have roles by their value."""
    if role in {"acts", "hearsay"}:
        return pattern(*(p for v, p in complicity_words("other") if v == role))
    if role == "denial":
        return pattern(*(rf"(?:{p})\b[^;.]*$" for v, p in complicity_words("other") if v == "denial" and p))
    if role in {"alleging", "nobody"}:
        return pattern(*(_ALLEGING if role == "alleging" else _NOBODY))
    return pattern(*(p for v, p in complicity_words(role) if not value or v == value))


@cache
def _who() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((value, pattern(p)) for value, p in complicity_words("who"))


def named_officials(words: str) -> list[Who]:
    """Officials in folded words, in order, none inside another; specific groups are named as written."""
    found: list[Who] = []
    for value, wanted in _who():
        for match in wanted.finditer(words):
            if not any(w.start < match.end() and match.start() < w.end for w in found):
                found.append(Who(" ".join(match.group().split()) if value == "=" else value, match.start(), match.end()))
    return sorted(found, key=lambda w: w.start)


def names(who: list[Who]) -> str:
    """The names joined, each once; officials where nobody is named."""
    return ", ".join(dict.fromkeys(w.name for w in who)) or "officials"


def took_part(words: str, who: list[Who]) -> list[Who] | None:
    """The officials who are said to take part: subjects of an act, or those whom a noun or adjective of complicity describes."""
    found = [w for w in who if _acted(words, w) or _described(words, w)]
    return found or None


def _acted(words: str, who: Who) -> bool:
    for match in cue("act").finditer(words, who.end):
        between = words[who.end : match.start()]
        if len(between) > 110 or ";" in between:
            return False
        others = cue("acts").search(between)
        passive = others and re.search(r"\b(?:was|were|been|be|being|is|are)\s+(?:\w+\s+)?$", between[: others.start()])
        if re.match(r"accused|suspected|believed|alleged|said|reported|thought|implicated", match.group()):
            return len(between.split()) < 5
        charged = re.search(r"\b(?:for|of)\s+$", between) and not re.search(r"\b(?:was|were|been|is|are)\b", between)
        if (not others or passive) and not charged:
            return True
    return False


def _described(words: str, who: Who) -> bool:
    for match in cue("noun").finditer(words):
        if (match.start() < who.end and who.start < match.end()) or (
            match.end() <= who.start and re.fullmatch(r"[\s,]*(?:\w+\s+)?", words[match.end() : who.start])
        ):
            return True
        if match.end() <= who.start and _BY.match(words[match.end() : who.start]):
            return True
        if who.end <= match.start() < who.end + 60 and not re.search(
            r"[;]|\b(?:to|that|which|if|whether)\b", words[who.end : match.start()]
        ):
            return not cue("acts").search(words[who.end : match.start()])
    return False
