"""Names of bodies that are written without capitals in part: embassies, offices, ministries, units and orders."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.language.body_kinds import word
from kg.language.body_parts import LEAD, WORD
from kg.language.periods import MONTH
from kg.language.sieve import search
from kg.vocabulary.bodies import body_words

_MISSION: Final = re.compile(
    rf"(?P<name>{WORD}(?:\s+{WORD})*(?:['’]s?)?\s+(?:embassy|consulate(?:\s+general)?"
    rf"|high\s+commission)\s+in\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)"
    rf"|(?P<of>(?:embassy|consulate|high\s+commission)\s+of\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*)"
    rf"|(?P<town>[A-Z]\w+(?:\s+[A-Z]\w+)?\s+municipality)(?!\s+of)"
    rf"|(?<!\ba )(?P<committee>(?:committee|commission)\s+(?:on|for)\s+(?:the\s+)?"
    rf"(?!\w+day\b|{MONTH}\b){WORD}(?:,?\s+(?:and\s+|in\s+)?{WORD})*)"
    rf"|(?P<unit>[A-Z]\w+(?:\s+[A-Z]\w+)*['’]s\s+(?:specialized|special)\s+(?:unit|section|office|division|department))"
    rf"|(?P<order>[A-Z]\w+(?:\s+[A-Z]\w+)*\s+(?:sisters|nuns|friars|monks))(?![\w-])"
    rf"|(?P<abroad>(?!(?:The|Its|Their|An?|Each|Every|One|This|That|Some|No)\b)[A-Z]\w+(?:\s+[A-Z]\w+)?)(?:['’]s)?\s+(?:embassy|consulate(?:\s+general)?|high\s+commission)(?![\w-])(?!\s+in\s+[A-Z])"
    rf"|(?P<office>(?:[A-Z]\w+(?:\s+[A-Z]\w+){{0,3}}\s+)?(?:{'|'.join(p for _, p in body_words('holder'))})['’]s?\s+office)(?![\w-])"
)
_MAYBE: Final = re.compile(
    r"(?:embassy|consulate|commission|committee|municipality|unit|section|office|division|department|sisters|nuns|friars|monks)\b"
)
_KINDS: Final = {
    "name": "diplomatic_mission",
    "of": "diplomatic_mission",
    "abroad": "diplomatic_mission",
    "town": "government_body",
    "committee": "committee",
    "unit": "law_enforcement",
    "order": "ngo",
    "office": "government_body",
}


@cache
def _ministry() -> re.Pattern[str]:
    """A ministry by its field, all of it without capitals: «the *ministry of labor and social affairs*»."""
    field = "|".join(sorted((p for _, p in body_words("lower")), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])ministry\s+(?:of|for)\s+(?:the\s+)?(?:{field})(?:(?:,|,?\s+and)\s+(?:{field}))*(?![\w-])".replace(" ", r"\s+")
    )


def missions(text: str, places: frozenset[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """The offsets of such names and their types; ``places`` are those of countries and towns."""
    for found in _MISSION.finditer(text) if search(_MAYBE, text) else ():
        group = found.lastgroup or "name"
        start, end = found.span() if group == "abroad" else found.span(group)
        lead = LEAD.match(text[start:end])
        start += lead.end() if lead else 0
        siblings = group == "order" and (word("faith").match(text[start:end]) or word("siblings").search(text[:start]))
        nobodys = group == "abroad" and not any(s == start and e <= found.end("abroad") + 2 for s, e in places)
        if (text[start].isupper() or group in {"of", "committee"}) and not siblings and not nobodys:
            yield start, end, "law_enforcement" if group == "office" and word("beat").search(text[start:end]) else _KINDS[group]
    for found in _ministry().finditer(text) if "ministry" in text else ():
        yield *found.span(), "ministry"
