"""The words of complicity in a clause: officials that it names, and the part that it says they took."""

import re
from functools import cache
from typing import Final, NamedTuple

from kg.facts.reading.wording import pattern
from kg.language.sieve import Several, finditer
from kg.vocabulary.complicity_words import complicity_words

_OF_CRIME: Final = r"(?! (?:\w+ )?(?:traffick|offend|perpetrat|victim|case|crim)\w*)"
"""Not before those whom a crime makes: *alleged traffickers*, *suspected victims* accuse no official."""
_ALLEGING: Final = (
    rf"(?:alleged|suspected){_OF_CRIME}",
    r"allegedly",
    r"allegations?",
    r"reports? (?:of|that)",
    r"accus\w+",
    r"on suspicion of",
    r"according to",
    r"rumou?red",
    r"evidence of",
)
_NOBODY: Final = (
    r"(?:no|any|single|an|never|neither) (?:\w+ ){0,3}(?:officials?|officers?|civil servants?|employees?|policem[ae]n|police)",
)
_BY: Final = re.compile(
    r"(?:[\s,]+[\w'-]+){0,5}?[\s,]+(?:by|of|among|from|within|on the part of|involving|with|between)\b(?:\s+[\w'-]+){0,4}\s*$"
)


_TELLING: Final = re.compile(r"\baccording\s+to\s+(?:[\w-]+\s+){0,3}$")
_FEIGNED: Final = re.compile(
    r"\b(?:posing|posed|disguised|dressed|masquerading|impersonat\w+|pretend\w+ to be)(?:\s+as)?(?:\s+(?:an?|the))?\s+$"
)
_OF_LAW: Final = re.compile(
    r"\b(?:provisions?|laws?|statutes?|articles?|legislation|codes?)\s+(?:(?:that|which)\s+)?(?:against|on|about|concerning|prohibit\w*|criminali\w+|punish\w*)\s+"
    r"(?:[\w-]+\s+){0,3}$"
)
"""Before what a law forbids, which officials who apply it do not do: prosecutors use *provisions against* pimping."""
_KIN: Final = re.compile(rf"'s?\s+(?:\w+\s+)?(?:{'|'.join(p for _, p in complicity_words('kin'))})s?\b")
_OTHER_SUBJECT: Final = re.compile(r",\s+(?:and|while|but)\s+(?:the|its|an?)\s")
_UNDERGONE: Final = re.compile(r"\b(?:be|been|being|was|were|is|are)\s+(?:\w+\s+(?:or|and)\s+)?$")
_PAID: Final = re.compile(r"\bto\s+(?:(?:the|local|corrupt)\s+)*$")
_PRICE: Final = re.compile(r"in\s+(?:return|exchange)|for\s+(?:a|money)")
_FAVOR: Final = re.compile(r"\b(?:freed|releas\w+|return\w*|let|dropp\w+|clos\w+|stopp\w+)\b")
_VICE: Final = re.compile(r"corruption|brib|collusion|complicity|impunity|conniv")
_FILLED: Final = re.compile(r"(?:[\s,]|\b(?:is|are|was|were|for|of|in|with|and|its|their|known|accused|guilty|suspected|\w+ly)\b)*")
_BY_OTHERS: Final = re.compile(
    r"\b(?:(?:those|anyone|anybody)(?:\s+who)?|(?:persons?|people|employers|traffickers|individuals|perpetrators|offenders|owners|parents)"
    r"\s+(?:who|that))(?:\s+\w+ly)?\s+$"
)
_PREDICATE: Final = re.compile(r"^\s+(?:of|in|at|from|within)\s[^,;.]*\b(?:was|were|is|are|been)\s+(?:\w+ly\s+)?$")
_CHARGED: Final = re.compile(r"\bfor\s+$|(?<!suspicion )(?<!suspected )(?<!accused )\bof\s+$")
_SEEMS: Final = re.compile(r"\b(?:appear(?:s|ed)?|seem(?:s|ed)?|(?:is|are|was|were) (?:\w+ )?\w+(?:ed|aid|ght|own|und)) to\b")
_NEAR: Final = re.compile(r"\s+(?:[\w'-]+\s+){0,4}")


class Who(NamedTuple):
    """Officials as a clause names them; the name is how a fact holds them."""

    name: str
    start: int
    end: int


@cache
def cue(role: str, value: str = "") -> re.Pattern[str]:
    """The pattern of a role of ``complicity_words.tsv``, or of one of its values; «other» words have roles by their value."""
    if role in {"acts", "hearsay", "sure", "turn", "none_of"}:
        return pattern(*(p for v, p in complicity_words("other") if v == role))
    if role == "denial":
        return pattern(*(rf"(?:{p})\b[^;.]*$" for v, p in complicity_words("other") if v == "denial" and p))
    if role in {"alleging", "nobody"}:
        return pattern(*(_ALLEGING if role == "alleging" else _NOBODY))
    return pattern(*(p for v, p in complicity_words(role) if not value or v == value))


@cache
def _who() -> Several[str]:
    return Several((value, pattern(p)) for value, p in complicity_words("who"))


def named_officials(words: str) -> list[Who]:
    """Officials in folded words, in order, none inside another; specific groups are named as written."""
    found: list[Who] = []
    for value, match in _who().finditer(words):
        if not any(w.start < match.end() and match.start() < w.end for w in found) and not _no_official(words, match):
            found.append(Who(" ".join(match.group().split()) if value == "=" else value, match.start(), match.end()))
    return sorted(found, key=lambda w: w.start)


def _no_official(words: str, match: re.Match[str]) -> bool:
    """Whether words for an official name somebody who only plays one, or one of an official's family."""
    return bool(_FEIGNED.search(words[: match.start()]) or _KIN.match(words, match.end()))


def names(who: list[Who]) -> str:
    """The names joined, each once; officials where nobody is named."""
    return ", ".join(dict.fromkeys(w.name for w in who)) or "officials"


def took_part(words: str, who: list[Who]) -> list[Who] | None:
    """The officials who are said to take part: subjects of an act, or those whom a noun or adjective of complicity describes."""
    found = [w for w in who if (_acted(words, w) and not _TELLING.search(words[: w.start])) or _described(words, w)]
    return found or None


def _acted(words: str, who: Who) -> bool:
    for match in finditer(cue("act"), words, who.end):
        between = words[who.end : match.start()]
        if _OTHER_SUBJECT.search(between) or (between.startswith(",") and _PAID.search(words[: who.start])):
            return False
        if len(between) > 110 or ";" in between:
            return False
        if _BY_OTHERS.search(between) or _OF_LAW.search(between):
            continue
        others = cue("acts").search(between)
        passive = others and re.search(r"\b(?:was|were|been|be|being|is|are)\s+(?:\w+\s+)?$", between[: others.start()])
        if match.group().endswith("exploited") and _UNDERGONE.search(words[: match.start()]):
            continue
        if re.match(r"accused|suspected|believed|alleged|said|reported|thought|implicated", match.group()):
            if len(between.split()) < 9 and (not others or passive):
                return True
            continue
        if others and _PRICE.match(match.group()) and _FAVOR.search(between):
            return True
        charged = _CHARGED.search(between) and not re.search(r"\b(?:was|were|been|is|are)\b", between)
        if (not others or passive) and not charged:
            return True
    return False


def _described(words: str, who: Who) -> bool:
    if any(m.end() <= who.start and _NEAR.fullmatch(words[m.end() : who.start]) for m in finditer(cue("toward"), words)):
        return True
    for match in finditer(cue("noun"), words):
        if (match.start() < who.end and who.start < match.end()) or (
            match.end() <= who.start and re.fullmatch(r"[\s,]*(?:\w+\s+)?", words[match.end() : who.start])
        ):
            return True
        if match.end() <= who.start and _BY.match(words[match.end() : who.start]):
            return True
        near = 60 if not _PREDICATE.search(words[who.end : match.start()]) else 110
        if who.end <= match.start() < who.end + near and not re.search(
            r"[;]|\b(?:to|that|which|if|whether)\b",
            _SEEMS.sub(" ", words[who.end : match.start()]),
        ):
            between = words[who.end : match.start()]
            return not cue("acts").search(between) and not (_VICE.match(match.group()) and _FILLED.fullmatch(between) is None)
    return False
