"""Reading of tier rankings: the header, the rating of a summary, and sentences that place the country on a tier."""

import re
from collections.abc import Iterator

from kg.facts.model import Fact
from kg.facts.reading.evidence import evidence
from kg.facts.reading.wording import words_of
from kg.facts.tier_ranking import TierRanking
from kg.language.model import Annotated, Sentence
from kg.language.sieve import search

_TIER = r"tier\s+(?P<tier>[123])(?P<watch>[\s(–-]+watch[\s-]*list)?|(?P<special>special\s+case)"
_HEADER = re.compile(_TIER)
_PLACED = re.compile(
    r"(?:(?:is|was|be|been|are|were|remain\w*|stay\w*)(?:\s+\w+ly)?(?:\s+placed|\s+ranked|\s+upgraded|\s+downgraded|\s+moved|\s+kept)?|placed|ranked|upgraded|downgraded|moved|returned|fell|rose|granted\s+\w+\s+waiver\s+\w*)"
    r"(?:\s+from\s+tier\s+[123](?:\s+watch\s*list)?)?\s+(?:on|to|in|at)\s+(?:the\s+)?(?:" + _TIER + ")"
)
_SPECIAL = re.compile(
    r"(?:is|was|remain\w*|considered|designated|classified)(?:\s+\w+){0,2}?(?:\s+as)?\s+a\s+(?P<special>special\s+case)(?P<tier>)?(?P<watch>)?"
)
_UNREAL = re.compile(r"\b(?:not|never|n't|waiver|being|otherwise|avoid\w*|after|if|would|could|might)\b[^.;,]{0,40}$")
_YEAR_AT_END = re.compile(r"\((?P<year>(?:19|20)\d\d)\)\s*$")
_REPORT_YEAR = re.compile(r"(?:19|20)\d\d(?=\s+(?:tip\s+|trafficking\s+in\s+persons\s+)?report)")


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read tiers with the year of the report, which a summary gives in brackets at its end."""
    for sentence in annotated.sentences:
        if sentence.section == "recommendations":
            continue
        words = words_of(annotated, sentence)
        if sentence.section == "header" or _rating(annotated, sentence):
            if found := _HEADER.search(words):
                yield _fact(annotated, sentence, found, "tier_ranking.header", "header" if sentence.section == "header" else "rating")
        elif (found := search(_PLACED, words) or search(_SPECIAL, words)) and not _UNREAL.search(words[: found.start()]):
            yield _fact(annotated, sentence, found, "tier_ranking.placed", "placed")


def _rating(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether the sentence begins with a tier, or follows the label that announces one."""
    before = annotated.document.text[max(0, sentence.start - 20) : sentence.start].lower()
    return before.rstrip().endswith("tier rating:")


def _fact(annotated: Annotated, sentence: Sentence, found: re.Match[str], rule: str, how: str) -> Fact:
    document = annotated.document
    tier = "SC" if found["special"] else found["tier"] + ("WL" if found["watch"] else "")
    start, end = sentence.start + found.start(), sentence.start + found.end()
    if how == "header":
        start, end = sentence.start, sentence.end
    elif how == "placed":
        start = sentence.start
    named = _REPORT_YEAR.search(words_of(annotated, sentence)) if how == "placed" else None
    closing = _YEAR_AT_END.search(document.text)
    year = int(named.group()) if named else int(closing["year"]) if closing and how != "header" else document.year
    return TierRanking(
        doc=document.id, country=document.country, tier=tier, year=year, evidence=(evidence(annotated, start, end),), rule=rule
    )
