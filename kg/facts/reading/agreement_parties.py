"""Who the parties of an agreement are: named after «with» or «between», joined as its signers, or countries before the noun."""

import re
from functools import cache
from typing import Final, NamedTuple

from kg.facts.model import ordered
from kg.facts.reading.agreement_terms import BARE, nouns, one
from kg.facts.reading.wording import folded, pattern
from kg.language.bodies import bodies_between
from kg.language.clauses import FINITE
from kg.language.model import Annotated, Mention, Sentence, Token
from kg.language.periods import MONTH
from kg.vocabulary.agreement_words import agreement_words
from kg.vocabulary.places import places

_NOT_PARTNER: Final = (
    r"(?!\s+(?:funding|support|the\s+(?:aim|goal|help|assistance|support|participation)|assistance|a\s+view|effect|regard|respect))"
)
_AFTER: Final = re.compile(rf"\b(?P<cue>with|between|among)\b{_NOT_PARTNER}")
_BEFORE: Final = re.compile(rf"\b[Ww]ith\b{_NOT_PARTNER}")
_TO: Final = re.compile(r"\s+(?:to|by)\s+(?:the\s+)?(?=[A-Z])")
_WHO_SIGNED: Final = re.compile(
    r",?\s+(?:(?:that|which)\s+)?(?P<who>[^,;.]{5,70}?)\s+(?:had\s+|have\s+)?(?:signed|concluded|reached|drafted|made|initialed)\b"
)
"""«The memorandum that Zambia and Namibia signed»."""
_MADE_WITH: Final = re.compile(
    r"(?:\s+(?:on|for)\s+(?:(?!that\b|which\b)[\w-]+\s+){1,6})?\s*(?:that|which)\s+[^,.;]{3,40}?\s+(?:had\s+|has\s+)?"
    r"(?:signed|concluded|initialed|reached|made|drafted|negotiated)\s+"
)
"""«The convention *that Zambia signed* with Namibia»."""
_WHICH: Final = re.compile(r",?\s+with\s+(?:which|whom)\b")
_LIST_END: Final = re.compile(
    rf"\b(?:on|regarding|concerning|to|for|in\s+(?:19|20)\d\d|was|were|has|had|is|are|that|which|covering|governing|regulating|during|but"
    rf"|while|whereas|although|signed|aimed|over|over the|against|in the"
    rf"|establishing|under|by|as|entered|expired|stalled|continued|lapsed|in\s+{MONTH})\b|[;.](?:\s|$)"
)
_PEOPLE: Final = re.compile(rf"\s+(?:{'|'.join(p for _, p in agreement_words('people'))})\b")
_CUT: Final = re.compile(r"[;:]|,\s+(?:while|but|although|whereas|where)\b|\bthat\b")
_UNDER: Final = re.compile(
    r"\b(?:under|pursuant to|in (?:accordance|line|keeping|compliance) with|by virtue of|on the basis of|based on)\s+"
    r"(?:the\s+terms\s+of\s+)?(?:an?|the|its)\s+(?:[\w-]+\s+){0,3}$"
)
_OBLIGED: Final = re.compile(r"[^,;.]{0,90},\s+(?:the\s+)?(?=[A-Z])")
_BOTH: Final = re.compile(r"\b(?:the|these|both|those)\s+(?:two\s+|three\s+|four\s+)?(?:countries|governments|states|sides|parties)\b")
_GOVERNMENT: Final = re.compile(
    r"\b(?:government|state|authorities|cabinet|parliament|congress|ministers?|officials|president|it|prime minister"
    r"|foreign ministry|national assembly|transitional government)\b"
)


_OBJECT: Final = re.compile(r"\b(?:to|from|in|into|against|with|for|by)\s+(?:the\s+)?$")
_IS: Final = re.compile(r"is|are|was|were|remain\w*")
_PARTY: Final = re.compile(r"\s+(?:\w+\s+){0,2}(?:part(?:y|ies)|signator(?:y|ies)|members?)\b")


class Parties(NamedTuple):
    """The partners of an agreement, those who signed it, where the list of partners ends, and whether it is told as being among them."""

    partners: list[str]
    signers: list[str]
    end: int | None = None
    among: bool = False


def is_country(party: str) -> bool:
    """Whether a party is a country's code."""
    return party in _codes()


@cache
def _codes() -> frozenset[str]:
    return frozenset(p.code for p in places())


def parties(annotated: Annotated, sentence: Sentence, start: int, end: int) -> Parties:
    """The partners of the agreement between two offsets, and those who signed it where they are the subject."""
    text, home = annotated.document.text, annotated.document.country
    relative = _WHICH.search(text, sentence.start, start)
    if relative:
        return Parties([m.value for m in sentence.of("place") if m.end == relative.start() and m.value != home], [home])
    signers = _signers(annotated, sentence, start)
    if (those := _WHO_SIGNED.match(text, end, sentence.end)) and len(named := _named_in(sentence, *those.span("who"))) > 1:
        return Parties([p for p in named if p != home], [home] if home in named else [], None, home not in named)
    after = _AFTER.search(text, end, sentence.end)
    if (
        after
        and not _MADE_WITH.fullmatch(text, end, after.start())
        and (re.search(r"[;:]|\b(?:that|which)\b", text[end : after.start()]) or _another(text, end, after.start()))
    ):
        after = None
    cue = after or _TO.match(text, end, sentence.end) or _last(_BEFORE, text, max(sentence.start, start - 120), start)
    found, last = listed(annotated, sentence, cue.end()) if cue else ([], None)
    if not cue or (not found and not after):
        found, last = _adjectives(annotated, sentence, start) or found or _carrying_out(annotated, sentence, start, end), None
    if after and after["cue"] != "with":
        several = len(found) > 1
        return Parties(found, [] if several else signers, last, several)
    others = [s for s in signers if s != home and s not in found]
    return Parties(found or others, signers, last if found else None)


def _carrying_out(annotated: Annotated, sentence: Sentence, start: int, end: int) -> list[str]:
    """The other country that does what an agreement obliges it to: «under a 2003 accord on returns, *Spain* sent back boys»."""
    text = annotated.document.text
    acts = _OBLIGED.match(text, end, sentence.end) if _UNDER.search(folded(text[sentence.start : start])) else None
    return (
        [m.value for m in _countries(sentence, acts.end(), sentence.end) if m.start == acts.end() and m.form == "name"][:1] if acts else []
    )


def _named_in(sentence: Sentence, start: int, end: int) -> list[str]:
    return list(dict.fromkeys(m.value for m in _countries(sentence, start, end)))


def _another(text: str, end: int, cue: int) -> bool:
    """Whether a further agreement stands between a noun and the partners: «signed an accord and discussed another with Mali»."""
    between = folded(text[end:cue])
    joined = re.search(r"\b(?:and|but|while|whereas|although)\b", between)
    return bool(joined and (one("again").search(between) or any(n.search(between) for _, n in nouns())))


def _last(wanted: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = list(wanted.finditer(text, start, end))
    return found[-1] if found else None


def listed(annotated: Annotated, sentence: Sentence, first: int) -> tuple[list[str], int | None]:
    """The countries and bodies of a list, else the sort of body, else a common noun as written; and where the list ends."""
    text, home = annotated.document.text, annotated.document.country
    bodies = bodies_between(annotated, first, sentence.end)
    last = _list_end(annotated, sentence, first)
    inside = [b for b in bodies if b.end <= last]
    countries = [
        m
        for m in _countries(sentence, first, last)
        if not any(b.start <= m.start < b.end for b in inside) and not _PEOPLE.match(text, m.end)
    ]
    among = re.search(r"\b(?:between|among)\s+", text[:first][-10:] + " ")
    named = [(m.start, m.value, m.end) for m in countries if m.value != home or among]
    named += [(b.start, b.name, b.end) for b in inside if not (countries and b.type == "international_organization")]
    words = folded(text[first:last])
    named += [
        (first + m.start(), m.group(), first + m.end())
        for m in _own().finditer(words)
        if (named or " and " in words) and not any(b.start <= first + m.start() < b.end for b in inside)
    ]
    offices = _own().search(words) if among and "," in words and not (countries or inside) else None
    others = [(v, m.end()) for v, p in agreement_words("party") if v != BARE and (m := pattern(p).search(words))] if offices else []
    if offices and others:
        return ["government", *(v for v, _ in others)], first + max(offices.end(), *(end for _, end in others))
    if named:
        return list(dict.fromkeys(value for _, value, _ in sorted(named))), max(end for _, _, end in named)
    if _BOTH.match(words.strip()):
        return _before(annotated, sentence, first), None
    sort = _sort(words)
    return ([sort[0]], first + sort[1]) if sort else ([], None)


def _list_end(annotated: Annotated, sentence: Sentence, first: int) -> int:
    """Where the list of partners ends: at a word that leads on, or before a further agreement; never inside a name."""
    text = annotated.document.text
    bodies = bodies_between(annotated, first, sentence.end)
    stop = _LIST_END.search(text, first, sentence.end)
    while stop and any(b.start < stop.start() < b.end for b in bodies):
        stop = _LIST_END.search(text, stop.end(), sentence.end)
    last = stop.start() if stop else sentence.end
    acts = (t for t in annotated.tokens[annotated.token_at(first) : sentence.last] if t.tag in FINITE)
    last = min(last, next((t.start for t in acts if not any(b.start <= t.start < b.end for b in bodies)), last))
    further = further_words().search(folded(text[first:last]))
    return first + further.start() if further else last


@cache
def further_words() -> re.Pattern[str]:
    """A further agreement in a list: «with Jordan, and agreements with Qatar»."""
    words = "|".join(p for role in ("noun", "again") for _, p in agreement_words(role))
    return pattern(rf"(?:,|and|or|but|while|whereas) (?:\w+ ){{0,4}}?(?:{words}) (?:with|between)")


@cache
def _own() -> re.Pattern[str]:
    return one("own")


def _sort(words: str) -> tuple[str, int] | None:
    """A sort of partner that has no name, near the beginning of a list, and where it ends."""
    near = " ".join(words.split(" ")[:6])
    found = [(m.start(), value, m) for value, p in agreement_words("party") if (m := pattern(p).search(near))]
    if not found:
        return None
    _, value, best = min(found, key=lambda f: (f[0], f[1] == BARE))
    return (best.group() if value == BARE else value), best.end()


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
    verb = _verb(annotated, sentence, start)
    if verb is None or start - verb[1] > 90:
        both = _BOTH.search(folded(text[sentence.start : start]))
        return [home, *_before(annotated, sentence, sentence.start)] if both else []
    begin = max([sentence.start, *(m.end() for m in _CUT.finditer(text, sentence.start, verb[0]))])
    bodies = bodies_between(annotated, begin, verb[0])
    joined = re.search(r"\band\b|,\s+and\b", text[begin : verb[0]])
    countries = [
        m
        for m in _countries(sentence, begin, verb[0])
        if not any(b.start <= m.start < b.end for b in bodies) and not _PEOPLE.match(text, m.end)
    ]
    named = [(m.start, m.value) for m in countries if not re.search(r"\b[Ii]n\s+$", text[begin : m.start]) and _subject(text, m, verb[0])]
    named += [(b.start, b.name) for b in bodies if not _OBJECT.search(text[begin : b.start])]
    words = folded(text[begin : verb[0]])
    if joined and bodies:
        named += [
            (begin + m.start(), m.group()) for m in _own().finditer(words) if not any(b.start <= begin + m.start() < b.end for b in bodies)
        ]
    if _BOTH.search(words):
        return [home, *_before(annotated, sentence, begin)]
    if not named and _GOVERNMENT.search(words):
        return [home]
    if any(v != home for _, v in named) and re.search(r"\b(?:the|its) government\b(?! of)", words) and home not in [v for _, v in named]:
        named.append((begin, home))
    return list(dict.fromkeys(value for _, value in sorted(named)))


def _verb(annotated: Annotated, sentence: Sentence, start: int) -> tuple[int, int] | None:
    """The offsets of the last verb of agreeing before an agreement: the first of those that «and» joins."""
    tokens = annotated.tokens
    found = [
        t
        for t in tokens[sentence.first : annotated.token_at(start)]
        if t.pos in {"VERB", "AUX"} and t.start < start and _agrees().match(t.lower) and _joins(annotated, t)
    ]
    while len(found) > 1 and found[-1].i - found[-2].i <= 3:  # «continued to implement», «have signed», «met and agreed»
        found.pop()
    return (found[-1].start, found[-1].end) if found else None


def _joins(annotated: Annotated, verb: Token) -> bool:
    """Whether a verb of being says that its subject is a party."""
    return not _IS.fullmatch(verb.lower) or bool(_PARTY.match(annotated.document.text, verb.end))


@cache
def _agrees() -> re.Pattern[str]:
    return re.compile("|".join(p for _, p in agreement_words("agrees")))


def _subject(text: str, mention: Mention, verb: int) -> bool:
    """Whether a country before a verb is a subject of it, not an object or a place named on the way."""
    return not re.search(r"\b(?:in|to|from|into|against|with)\s+(?:the\s+)?$", text[: mention.start][-16:]) or bool(
        re.search(
            r"\b(?:[Mm]inisters|[Oo]fficials|[Pp]olice|[Pp]rosecutors|[Oo]fficers|[Gg]overnments?|[Aa]uthorities|[Dd]elegat\w+)\s+(?:from"
            r"|of)\s+[^,;.]*$",
            text[: mention.start],
        )
    )


def united(found: Parties, home: str, *, regional: bool) -> list[tuple[str, ...]]:
    """The parties of each agreement: one with each partner country, one for all where it is regional or among several."""
    countries = [p for p in found.partners if is_country(p)]
    bodies = [p for p in found.partners if not is_country(p)]
    actors = [s for s in found.signers if not is_country(s)]
    abroad = [s for s in found.signers if is_country(s) and s != home] if home not in found.signers and not actors else []
    if regional:
        return [ordered(dict.fromkeys((home, *found.partners, *(s for s in found.signers if is_country(s)))))]
    if bodies and not countries:
        several = len(bodies) > 1 and not found.signers
        among = [p for p in (actors or ([home] if home in found.signers or not actors else [])) if p not in bodies]
        those = dict.fromkeys(bodies if several else (*among, *bodies))
        return [ordered(those if len(those) > 1 else (*those, home))]
    if not countries:
        return [(home,)]
    if found.among and home not in countries:
        return [ordered(dict.fromkeys(countries))]
    partners = [p for p in dict.fromkeys(countries) if p != home]
    if abroad and (others := [p for p in partners if p not in abroad]):
        return [ordered((*abroad, p)) for p in others]
    if len(abroad) > 1 and set(partners) == set(abroad):
        return [ordered(abroad)]
    return [ordered((home, p)) for p in partners] or [(home,)]


def general_partner(words: str) -> bool:
    """Whether the partners are countries that are not named."""
    return bool(re.search(r"with (?:\w+ ){0,3}(?:governments|countries|states|neighbors)", words))


def has_government(words: str) -> bool:
    """Whether the words before an agreement have a subject that can sign for the country."""
    return bool(_GOVERNMENT.search(words))
