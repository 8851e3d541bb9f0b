"""Titles of conventions, protocols and treaties in the words of a sentence."""

import re
from collections.abc import Iterator
from typing import Final

_MONTH: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WORD: Final = rf"(?!{_MONTH}\b)(?:[A-ZÀ-Þ][\w’'.-]*|No\.|\([A-Z]+\))"
_LINK: Final = r"(?:of|on|and|for|the|in|to|against|from|concerning|All|with|at)"
_HEAD: Final = r"(?:Convention|Protocol|Treaty|Covenant)"
_BEFORE: Final = rf"(?:(?:19|20)\d\d\s+)?(?:{_WORD}\s+(?:(?:{_LINK}\s+)*{_WORD}\s+){{0,8}}?)?"
_NUMBER: Final = r"(?:\s+(?:No\.?\s*|Number\s+)?\d{1,3}(?:\s+and\s+\d{1,3})?(?!\d))?"
_AFTER: Final = rf"(?:,?\s+(?:{_LINK}\s+){{1,3}}(?:the\s+)?{_WORD}(?:,?\s+(?:{_LINK}\s+)*(?:{_LINK}\s+)?{_WORD})*)?"
_TITLE: Final = re.compile(rf"(?<![\w-])(?P<title>{_BEFORE}{_HEAD}(?![\w-]){_NUMBER}{_AFTER})")
_ARTICLE: Final = re.compile(
    r"^(?:(?:The|A|An|In|Under|It|Its|This|That|Since|Although|Government|Parliament|While|However"
    r"|Also)\s+(?:of\s+[A-Z]\w+\s+)?)+(?:the\s+)?|^the\s+"
)
_JOINT: Final = re.compile(r",?\s+(?:and|or)\s+(?:the\s+|its\s+)?(?=[A-Z])")
_BARE: Final = re.compile(r"(?:Treaty|Protocol)\s+(?:to|of|on|between|with)\s+(?:[a-z]|[A-Z]\w+$)", re.DOTALL)


def conventions(text: str) -> Iterator[tuple[str, int, int]]:
    """Each title with its offsets in the sentence's words."""
    for found in _TITLE.finditer(text):
        for begin, end in _singly(text, *found.span("title")):
            lead = _ARTICLE.match(text[begin:end])
            start = begin + (lead.end() if lead else 0)
            title = " ".join(text[start:end].split()).rstrip(".")
            if " " in title and not _BARE.match(title) and not title.lower().startswith("treaty"):
                yield title, start, end


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
