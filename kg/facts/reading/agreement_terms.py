"""What an agreement is called, what it is about, and how far it has come, by the words of ``agreement_words.tsv``."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.facts.reading.wording import folded, pattern
from kg.language.clauses import FINITE
from kg.language.model import Annotated, Sentence
from kg.language.periods import MONTH
from kg.vocabulary.agreement_words import agreement_words

BARE: Final = "="
"""The value of a noun that is an agreement only with a partner that is named."""
_SUBJECT_END: Final = re.compile(
    rf"\s*(?:[,;:()—–]|\.(?!\d)|\b(?:with|between|among|which|who|under which|in (?:19|20)\d\d|in {MONTH}|on {MONTH}|as of|that|signed"
    r"|during|through the end|but|while|as|by|after|since|when|whereby|under|for (?:a|an|one|two|three|four|five|another|\d+) \w+|and"
    r" (?:signed|ratified|continued|began|agreed)|expired|lapsed|await\w*|remained|ended"
    r"|broke|stalled|entered|came|took effect))(?![\w-])|\s*[,;:()—–.](?!\d)"
)
_ASIDE: Final = re.compile(r"^,\s[^,;.]{3,40},(?=\s(?:on|to|for|regarding|concerning|against)\b)")
_TERM: Final = re.compile(r"(?:an?|one|two|three|four|five|six|another|\d+)\s+(?:\w+\s+)?(?:years?|months?)\b")
_DATED: Final = re.compile(
    rf"^,?\s+(?:signed\s+|reached\s+|concluded\s+)?(?:in\s+(?:(?:{MONTH}\s+)?(?:19|20)\d\d|{MONTH})|of (?:19|20)\d\d)(?=[\s,])"
)
_SHORT: Final = re.compile(r"^\s*\([A-Z][\w-]+\)")
_THEIRS: Final = re.compile(
    r"^(?:['’]s?)?\s+(?:governments?|authorities|police|counterparts?|officials|prosecutors|officers|agencies|ministr(?:y|ies)"
    r"|ministers?|side)\b"
)
_AWAY: Final = re.compile(r"^(?:the|an?)\s+")
_STRONG: Final = frozenset({"signed", "ratified", "pending", "expired", "not_party"})
_UNDER: Final = re.compile(
    r"\b(?:under|pursuant to|in (?:accordance|line|keeping|compliance) with|by virtue of|within the framework of|as part of|through"
    r"|based on|according to|in the framework of|as required by|per|thanks to)\s+"
    r"(?:the\s+terms\s+of\s+)?(?:(?:a|an|the|its|their|this|that|these|\w+['’]s|\d{4}|\w+)\s+){0,4}$"
)
_LATER: Final = re.compile(r"\b(?:enter(?:ed|s)|came|went) into|\btook effect\b|\bin (?:force|effect)\b")
_ONLY_IF: Final = re.compile(r"\b(?:if|once|until|unless) (?:(?:it|they) (?:is|are|were|was) )?(?:\w+ly )?$")
"""Before a status that an agreement has not reached yet: «*once* ratified, it will protect maids»."""
_ENTERED: Final = re.compile(r"(?:enter(?:ed|s)|came|went) into|took effect")
_STILL: Final = re.compile(r"\b(?:remain\w*|stay\w*|still|continu\w+ (?:to be )?|is|are) $")
_NOT_YET: Final = re.compile(r"\b(?:not|never|yet to)(?: yet)? $")


@cache
def nouns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What agreements are called, by type."""
    return tuple((value, pattern(p)) for value, p in agreement_words("noun"))


@cache
def one(role: str) -> re.Pattern[str]:
    """All words of a role."""
    return pattern(*(p for _, p in agreement_words(role)))


@cache
def _before(role: str, between: str) -> re.Pattern[str]:
    words = "|".join(p for _, p in agreement_words(role)).replace(" ", r"\s+")
    return re.compile(rf"(?<![\w-])(?P<word>{words}){between}$")


@cache
def _leads() -> re.Pattern[str]:
    words = "|".join(p for _, p in agreement_words("subject")).replace(" ", r"\s+")
    return re.compile(rf"\s*,?\s*(?:(?:that|which)\s+\w+\s+)?(?:{words})\s+(?P<subject>.+)", re.DOTALL | re.IGNORECASE)


def named(words: str) -> Iterator[tuple[str, int, int]]:
    """The nouns of the folded words of a sentence with their types, none inside another."""
    taken: list[tuple[int, int]] = []
    for kind, noun in nouns():
        for found in noun.finditer(words):
            start, end = found.span()
            if any(s < end and start < e for s, e in taken):
                continue
            taken.append((start, end))
            if kind != BARE or not _before("none", r"\s+").search(words, max(0, start - 40), start):
                yield kind, start, end


def subject(annotated: Annotated, sentence: Sentence, span: tuple[int, int], partners: int | None) -> str | None:
    """What the agreement is about: the words behind it, its date or its partners, else those before its noun."""
    text, (start, end) = annotated.document.text, span
    told = _told(annotated, sentence, end) or (_told(annotated, sentence, partners, theirs=True) if partners and partners > end else None)
    if told:
        return told
    about = _before("about", r"(?:\s+and\s+[\w-]+)?(?:\s+\w+)?\s*").search(folded(text[max(sentence.start, start - 40) : start]))
    inside = one("about").search(folded(text[start:end]))
    return inside.group() if inside else about["word"] if about else None


def _told(annotated: Annotated, sentence: Sentence, end: int, *, theirs: bool = False) -> str | None:
    text = _SHORT.sub("", annotated.document.text[end : sentence.end])
    text = _ASIDE.sub("", _DATED.sub("", _THEIRS.sub("", text) if theirs else text))
    found = _leads().match(text)
    if found is None:
        return None
    begin = sentence.end - len(text) + found.start("subject")
    words = found["subject"]
    tokens = annotated.tokens[annotated.token_at(begin) : sentence.last]
    verb = next((t.start for t in tokens if t.tag in FINITE), None)
    words = words[: max(0, verb - begin)] if verb else words
    stop = _SUBJECT_END.search(words)
    told = _AWAY.sub("", " ".join(words[: stop.start() if stop else None].split())).removesuffix(" and")
    return told if 0 < len(told.split()) <= 14 and not told[0].isdigit() and not _TERM.match(told) else None


@cache
def _statuses() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((value, pattern(p)) for value, p in agreement_words("status"))


def _yet_to_come(words: str, value: str, start: int) -> str:
    """A status, or *pending* where it is only a condition; «once ratified in 2004» tells that it was reached."""
    only = value in {"ratified", "in_force", "signed"} and _ONLY_IF.search(words, max(0, start - 40), start)
    dated = re.match(r"[\w ]{0,30}?\bin (?:\w+ )?(?:19|20)\d\d", words[start:])
    return "pending" if only and not dated else value


def status_of(words: str, at: int) -> str | None:
    """The status whose words stand nearest to an offset; «not a party» and «pending» come before what they contain."""
    found = []
    for rank, (value, wanted) in enumerate(_statuses()):
        for match in wanted.finditer(words):
            distance = at - match.end() if match.end() <= at else match.start() - at
            found.append((max(0, distance), rank, value, match.start(), match.end()))
    found = [(f[0], f[1], _yet_to_come(words, f[2], f[3]), *f[3:]) for f in found]
    kept = [f for f in found if not any(o[1] < f[1] and o[3] < f[4] and f[3] < o[4] for o in found)]
    pending = [f for f in kept if f[2] == "pending"] or [f for f in kept if f[2] == "expired" and f[3] >= at]
    strong = [f for f in kept if f[2] in _STRONG]
    entered = [f for f in kept if f[2] == "in_force" and _LATER.match(words[f[3] :])]
    if any(_STILL.search(words[: f[3]]) or (_ENTERED.match(words, f[3]) and not _NOT_YET.search(words[: f[3]])) for f in entered):
        strong = [f for f in strong if f[2] != "signed"]
    if not entered and _UNDER.search(words[:at]):
        strong = [f for f in strong if f[2] in {"expired", "not_party"} or f[3] >= at]
        entered = [f for f in kept if f[2] == "in_force"]
    best = min(pending or strong or entered or kept, default=None)
    return best[2] if best else "in_force" if _UNDER.search(words[:at]) else None
