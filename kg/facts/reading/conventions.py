"""Titles of conventions, protocols and treaties in the words of a sentence."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.facts.reading.wording import pattern
from kg.language.periods import MONTH
from kg.vocabulary.agreement_words import agreement_words

_WORD: Final = rf"(?!{MONTH}\b)(?:[A-ZÀ-Þ][\w’'.-]*|No\.|\([A-Z]+\))"
_LINK: Final = r"(?:of|on|and|for|the|in|to|against|from|concerning|All|with|at)"
_JOIN: Final = r"(?:of|on|and|for|the|against|from)"
_HEAD: Final = r"(?:Convention|Protocol|Treaty|Covenant)"
_BEFORE: Final = rf"(?:(?:19|20)\d\d\s+)?(?:{_WORD}\s+(?:(?:{_JOIN}\s+)*{_WORD}\s+){{0,8}}?)?"
_NUMBER: Final = r"(?:\s+(?:No\.?\s*|Number\s+)?\d{1,3}(?:\s+and\s+\d{1,3})?(?!\d))?"
_RELATING: Final = r"(?:(?:[Rr]elating|[Pp]ertaining)\s+to|[Cc]oncerning|[Rr]egarding)\s+"
_AFTER: Final = rf"(?:,?\s+(?:{_RELATING}|(?:{_LINK}\s+){{1,3}})(?:the\s+)?{_WORD}(?:,?\s+(?:{_LINK}\s+)*(?:{_LINK}\s+)?{_WORD})*)?"
_TOPIC: Final = (
    r"(?:\s+(?:on|against)\s+(?:the\s+)?(?:(?:human|child|sex)\s+)?trafficking"
    r"(?:\s+in\s+(?:persons|human\s+beings|women|children)(?:\s+and\s+children)?)?)?"
)
_TITLE: Final = re.compile(rf"(?<![\w-])(?P<title>{_BEFORE}{_HEAD}(?![\w-]){_NUMBER}{_AFTER}{_TOPIC})")
_SEVERAL: Final = re.compile(
    r"(?P<owner>[A-Z]{2,}\s+)?Conventions\s+(?:Nos?\.?\s*)?(?P<numbers>\d{1,3}(?:(?:,\s*(?:and\s+)?|\s+and\s+)\d{1,3})+)(?!\d)"
)
_ARTICLE: Final = re.compile(
    r"^(?:(?:The|A|An|In|Under|It|Its|This|That|Since|Although|Government|Parliament|While|However"
    r"|Also)\s+(?:of\s+[A-Z]\w+\s+)?)+(?:the\s+)?|^(?:Ratification|Accession|Adherence|Implementation|Signature|Provisions|Parties|Signatories)"
    r"\s+(?:of|to)\s+(?:the\s+)?|^the\s+"
)
_JOINT: Final = re.compile(r",?\s+(?:and|or)\s+(?:the\s+|its\s+)?(?=[A-Z])")
_BARE: Final = re.compile(r"(?:Treaty|Protocol)\s+(?:to|of|on|between|with)\s+(?:[a-z]|[A-Z]\w+$)", re.DOTALL)


@cache
def _known() -> re.Pattern[str]:
    """Well-known conventions that the text does not write with a capital letter."""
    return re.compile(pattern(*(p for _, p in agreement_words("treaty"))).pattern + _TOPIC, re.IGNORECASE)


def conventions(text: str) -> Iterator[tuple[str, int, int]]:
    """Each title with its offsets in the sentence's words."""
    taken: list[tuple[int, int]] = []
    for found in _TITLE.finditer(text):
        for begin, end in _singly(text, *found.span("title")):
            lead = _ARTICLE.match(text[begin:end])
            start = begin + (lead.end() if lead else 0)
            title = " ".join(text[start:end].split()).rstrip(".")
            if " " in title and not _BARE.match(title) and not title.lower().startswith("treaty"):
                taken.append((start, end))
                yield title, start, end
    for found in _known().finditer(text) if "onvention" in text or "rotocol" in text else ():
        if not any(start < found.end() and found.start() < end for start, end in taken):
            yield " ".join(found.group().split()), found.start(), found.end()
    yield from _several(text)


def _several(text: str) -> Iterator[tuple[str, int, int]]:
    """Each of the conventions that share a head: «ILO Conventions 138 and 182»."""
    for found in _SEVERAL.finditer(text) if "Conventions" in text else ():
        for number in re.finditer(r"\d+", text[slice(*found.span("numbers"))]):
            at = found.start("numbers") + number.start()
            yield f"{found['owner'] or ''}Convention {number.group()}", at, at + len(number.group())


def _singly(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Two conventions that «and» joins, each by itself."""
    joints = [
        j for j in _JOINT.finditer(text, start, end) if re.search(_HEAD, text[start : j.start()]) and re.search(_HEAD, text[j.end() : end])
    ]
    if joints:
        yield start, joints[0].start()
        yield from _singly(text, joints[0].end(), end)
    else:
        yield start, end
