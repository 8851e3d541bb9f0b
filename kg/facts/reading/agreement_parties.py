"""Who the parties of an agreement are: named after «with» or «between», joined as its signers, or countries before the noun."""

import re
from functools import cache
from typing import Final

from kg.facts.model import ordered
from kg.facts.reading.wording import folded, pattern
from kg.language.bodies import bodies_between
from kg.language.model import Annotated, Mention, Sentence
from kg.vocabulary.agreement_words import agreement_words
from kg.vocabulary.places import places

_AFTER: Final = re.compile(r"\b(?P<cue>with|between|among)\b(?!\s+(?:funding|support|the\s+(?:aim|goal)|assistance|a\s+view|effect))")
_BEFORE: Final = re.compile(r"\bwith\b(?!\s+(?:funding|support|the\s+(?:aim|goal)|assistance))")
_WHICH: Final = re.compile(r",?\s+with\s+(?:which|whom)\b")
_MONTH: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_LIST_END: Final = re.compile(
    rf"\b(?:on|regarding|concerning|to|for|in\s+(?:19|20)\d\d|was|were|has|had|is|are|that|which|covering|governing|during|but"
    rf"|while|signed|aimed"
    rf"|establishing|under|by|as|entered|expired|stalled|continued|lapsed|in\s+{_MONTH})\b|[;.](?:\s|$)"
)
_PEOPLE: Final = re.compile(r"\s+(?:workers?|nationals?|citizens?|migrants?|victims?|women|men|children|border|refugees?|traffickers?)\b")
_CUT: Final = re.compile(r"[;:]|,\s+(?:while|but|although|where)\b|\bthat\b")
_BOTH: Final = re.compile(r"\b(?:the|these|both|those)\s+(?:two\s+|three\s+|four\s+)?(?:countries|governments|states|sides|parties)\b")
_AGREES: Final = re.compile(
    r"\b(?:signed|sign|signs|concluded|conclude|entered|reached|renewed|agreed|negotiated|negotiate|negotiating|have|had|has"
    r"|share|shared|formalized"
    r"|made|drafted|finalized|discussed|discuss|met|extended|established|ratified|exchanged)\b"
)
_GOVERNMENT: Final = re.compile(
    r"\b(?:government|state|authorities|cabinet|parliament|congress|ministers?|officials|president|it|prime minister"
    r"|foreign ministry|national assembly)\b"
)
_POLICE: Final = re.compile(r"\b(?:police|prosecutors|airlines|hotels|universities)\b")
_SORTS: Final = (
    (
        pattern(
            "ngos?",
            "nongovernmental organizations?",
            "non-governmental organizations?",
            "civil society organizations?",
            "civil society groups?",
        ),
        "ngo",
    ),
    (pattern("international organizations?", "intergovernmental organizations?", "un agenc(?:y|ies)"), "international_organization"),
)
_NOUN: Final = re.compile(
    r"\s*(?:(?:the|some|several|local|private|its|major|\d+|two|three|four|five|six|\w+teen"
    r"|\w+ty)\s+)*(?P<noun>[a-z]+(?:\s+[a-z]+)?s)\b(?!['’])"
)
_NO_PARTY: Final = re.compile(
    r"^(?:countries|states|governments|neighbors|provisions|others|victims|results|terms|years|destination countries|counterparts"
    r"|conditions|partners)$"
)


def is_country(party: str) -> bool:
    """Whether a party is a country's code."""
    return party in _codes()


@cache
def _codes() -> frozenset[str]:
    return frozenset(p.code for p in places())


def parties(annotated: Annotated, sentence: Sentence, start: int, end: int) -> tuple[list[str], list[str]]:
    """The partners of the agreement between two offsets, and those who signed it where they are the subject."""
    text, home = annotated.document.text, annotated.document.country
    relative = _WHICH.search(text, sentence.start, start)
    if relative:
        return [m.value for m in sentence.of("place") if m.end == relative.start() and m.value != home], [home]
    signers = _signers(annotated, sentence, start)
    after = _AFTER.search(text, end, sentence.end)
    if after and re.search(r"[;:]|\b(?:that|which)\b", text[end : after.start()]):
        after = None
    cue = after or _last(_BEFORE, text, max(sentence.start, start - 120), start)
    found = _listed(annotated, sentence, cue.end()) if cue else []
    if not cue or (not found and not after):
        found = _adjectives(annotated, sentence, start) or found
    if after and after["cue"] != "with":
        return found, [] if len(found) > 1 else signers
    others = [s for s in signers if s != home and s not in found]
    if not found:
        return others, signers
    return found, signers


def _last(wanted: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = list(wanted.finditer(text, start, end))
    return found[-1] if found else None


def _listed(annotated: Annotated, sentence: Sentence, first: int) -> list[str]:
    """The countries and bodies of a list, else the sort of body, else a common noun as written."""
    text, home = annotated.document.text, annotated.document.country
    stop = _LIST_END.search(text, first, sentence.end)
    bodies = bodies_between(annotated, first, sentence.end)
    while stop and any(b.start < stop.start() < b.end for b in bodies):
        stop = _LIST_END.search(text, stop.end(), sentence.end)
    last = stop.start() if stop else sentence.end
    inside = [b for b in bodies if b.end <= last]
    countries = [
        m
        for m in _countries(sentence, first, last)
        if not any(b.start <= m.start < b.end for b in inside) and not _PEOPLE.match(text, m.end)
    ]
    named = [(m.start, m.value) for m in countries if m.value != home or re.search(r"\bbetween\s+$", text[:first][-10:] + " ")]
    named += [(b.start, b.name) for b in inside if not (countries and b.type == "international_organization")]
    words = folded(text[first:last])
    named += [
        (first + m.start(), m.group())
        for m in _POLICE.finditer(words)
        if (named or " and " in words) and not any(b.start <= first + m.start() < b.end for b in inside)
    ]
    if named:
        return list(dict.fromkeys(value for _, value in sorted(named)))
    if _BOTH.match(words.strip()):
        return _before(annotated, sentence, first)
    sort = next((value for wanted, value in _SORTS if wanted.search(words)), None)
    noun = _NOUN.match(words)
    if sort:
        return [sort]
    return [noun["noun"]] if noun and not _NO_PARTY.match(noun["noun"].split()[-1]) and not _NO_PARTY.match(noun["noun"]) else []


def _countries(sentence: Sentence, start: int, end: int) -> list[Mention]:
    return [m for m in sentence.of("place") if start <= m.start and m.end <= end and ":" not in m.value]


def _before(annotated: Annotated, sentence: Sentence, offset: int) -> list[str]:
    """The last other country named before, in this sentence or in the two before it."""
    sentences = annotated.sentences[max(0, sentence.index - 2) : sentence.index + 1]
    found = [
        m.value
        for s in sentences
        for m in s.of("place")
        if m.end <= offset and ":" not in m.value and m.value != annotated.document.country
    ]
    return found[-1:]


def _adjectives(annotated: Annotated, sentence: Sentence, start: int) -> list[str]:
    """Countries right before the noun: «a Ghana-Togo memorandum», «a Thai-Lao agreement»."""
    text, home = annotated.document.text, annotated.document.country
    near = [m for m in sentence.of("place") if 0 < start - m.end < 30 and ":" not in m.value and m.value != home]
    kept = [m for m in near if m.form != "name" or re.match(r"\s*[-–]", text[m.end : start]) or re.search(r"\w[-–]$", text[: m.start][-3:])]
    return [m.value for m in kept if not re.search(r"\b(?:officials|authorities|police|counterparts|,)\b", text[m.end : start])]


def _signers(annotated: Annotated, sentence: Sentence, start: int) -> list[str]:
    """Countries and bodies that are the subject of the verb of agreeing before the noun; the government stands for the country."""
    text, home = annotated.document.text, annotated.document.country
    verb = _last(_AGREES, text, sentence.start, start)
    if verb is None or start - verb.end() > 90:
        both = _BOTH.search(folded(text[sentence.start : start]))
        return [home, *_before(annotated, sentence, sentence.start)] if both else []
    begin = max([sentence.start, *(m.end() for m in _CUT.finditer(text, sentence.start, verb.start()))])
    bodies = bodies_between(annotated, begin, verb.start())
    joined = re.search(r"\band\b|,\s+and\b", text[begin : verb.start()])
    countries = [
        m
        for m in _countries(sentence, begin, verb.start())
        if not any(b.start <= m.start < b.end for b in bodies) and not _PEOPLE.match(text, m.end)
    ]
    named = [
        (m.start, m.value) for m in countries if not re.search(r"\b[Ii]n\s+$", text[begin : m.start]) and _subject(text, m, verb.start())
    ]
    named += [(b.start, b.name) for b in bodies]
    words = folded(text[begin : verb.start()])
    if joined and bodies:
        named += [
            (begin + m.start(), m.group()) for m in _POLICE.finditer(words) if not any(b.start <= begin + m.start() < b.end for b in bodies)
        ]
    if _BOTH.search(words):
        return [home, *_before(annotated, sentence, begin)]
    if not named and _GOVERNMENT.search(words):
        return [home]
    if any(v != home for _, v in named) and re.search(r"\b(?:the|its) government\b(?! of)", words) and home not in [v for _, v in named]:
        named.append((begin, home))
    return list(dict.fromkeys(value for _, value in sorted(named)))


def _subject(text: str, mention: Mention, verb: int) -> bool:
    """Whether a country before a verb is a subject of it, not an object or a place named on the way."""
    return not re.search(r"\b(?:in|to|from|into|against|with)\s+(?:the\s+)?$", text[: mention.start][-16:]) or bool(
        re.search(
            r"\b(?:[Mm]inisters|[Oo]fficials|[Gg]overnments?|[Aa]uthorities|[Dd]elegat\w+)\s+(?:from"
            r"|of)\s+[^,;.]*$",
            text[: mention.start],
        )
    )


def united(found: list[str], signers: list[str], home: str, *, regional: bool) -> list[tuple[str, ...]]:
    """The parties of each agreement: one with each partner country, one for all where it is regional or among several."""
    countries = [p for p in found if is_country(p)]
    bodies = [p for p in found if not is_country(p)]
    actors = [s for s in signers if not is_country(s)]
    if regional:
        return [ordered(dict.fromkeys((home, *found, *(s for s in signers if is_country(s)))))]
    if bodies and not countries:
        among = [p for p in (actors or ([home] if home in signers or not actors else [])) if p not in bodies]
        several = len(bodies) > 1 and not signers
        return [ordered(dict.fromkeys(bodies if several else (*among, *bodies)))]
    if not found:
        return [(home,)]
    partners = [p for p in dict.fromkeys(countries) if p != home]
    return [ordered((home, p)) for p in partners] or [(home,)]


def general_partner(words: str) -> bool:
    """Whether the partners are countries that are not named."""
    return bool(re.search(r"with (?:\w+ ){0,3}(?:governments|countries|states|neighbors)", words))


def has_government(words: str) -> bool:
    """Whether the words before an agreement have a subject that can sign for the country."""
    return bool(_GOVERNMENT.search(words))


def nouns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What agreements are called, by type."""
    return tuple((value, pattern(p)) for value, p in agreement_words("noun").items())
