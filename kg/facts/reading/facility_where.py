"""Where a facility is, how many there are, and for whom."""

import re
from typing import Final

from kg.facts.model import ordered
from kg.facts.reading.facility_cues import cue
from kg.facts.reading.facility_nouns import SEVERAL_NAMED, Noun
from kg.facts.reading.facility_numbers import UNITS
from kg.language.bodies import bodies_between
from kg.language.clauses import FINITE
from kg.language.model import Annotated, Sentence
from kg.language.periods import MONTH

PLACE: Final = r"(?:the\s+)?[A-ZÀ-Þ][\w’'-]+(?:\s+(?:del?|of|la|el|do|da|al)\s+(?:la\s+|los\s+)?[A-ZÀ-Þ][\w’'-]+|[\s-][A-ZÀ-Þ][\w’'-]+)*"
_WHERE: Final = (
    rf"(?:the\s+(?:\w+\s+)?(?:capital|city|town|cities|towns|port|village|district|province|island|suburb|neighborhood|quarter)(?:\s+city)?\s*(?:of"
    rf"|,)?\s+|(?:the\s+)?(?:[a-z]+\s+){{0,2}}(?:offices?|stations?|crossings?|(?:border|entry)\s+p(?:ost|oint)s?|headquarters|hospitals?|suburbs?|outskirts|districts?|provinces?|cities|towns|airports?"
    rf"|departments?|regions?|states?|villages)\s+of\s+)?(?P<where>{PLACE}(?:\s+\([^)]*\))?(?:,\s+{PLACE}(?:\s+\([^)]*\))?)*(?:,?\s+(?:and|or)\s+(?:in\s+)?{PLACE}(?:\s+\([^)]*\))?)?)"
)
_IN: Final = re.compile(rf"[^.;:]{{0,110}}?,?\s+\(?(?:in|at|near)\s+{_WHERE}")
_MANY: Final = re.compile(
    r"[\w\s-]{0,30}?\s+in\s+(?P<where>(?!the\b|its\b|these\b|other\b|rural\b|some\b)(?:\w+\s+){1,2}(?:provinces|cities|regions"
    r"|districts|counties|towns|states|governorates|departments|locations|municipalities|islands))",
    re.IGNORECASE,
)
_AMONG: Final = re.compile(rf",\s+(?:including|among\s+them|such\s+as)\s+(?P<where>{PLACE}(?:,\s+{PLACE})*(?:,?\s+and\s+{PLACE})?)")
"""Towns among those that a number told: «in 13 cities, *including Lae and Goroka*»."""
_VAGUE: Final = re.compile(
    r"[^.;:]{0,60}?,?\s+(?:both\s+)?(?P<where>outside\s+(?:of\s+)?(?:the\s+capital|[A-Z]\w+)|on\s+the\s+outskirts\s+of\s+(?:the\s+capital"
    r"|[A-Z]\w+)|(?<=in\s)the\s+(?:capital|north|south|east|west)(?!\s+(?:city|of)\b)|in\s+the\s+(?:capital|north|south|east"
    r"|west)(?!\s+(?:city|of)\b))"
)
_OPENING: Final = re.compile(
    rf"(?:In|At|Outside)\s+(?P<where>{PLACE}(?:(?:,\s+{PLACE})*,?\s+and\s+{PLACE})?)"
    r"(?:,\s+(?P<there>where\s)?|\s+(?=the\s|an?\s|its\s|NGOs\b|police\b))"
)
_NEITHER_IN: Final = re.compile(rf"(?:Neither\s+in|In\s+neither)\s+(?P<one>{PLACE})\s+nor\s+(?:in\s+)?(?P<two>{PLACE})\s")
"""Places that both have none: «neither in Beni nor in Oruro did the state run a shelter»."""
_FRONTED: Final = re.compile(
    rf"(?:,|\band|\bbut|\bwhile),?\s+in\s+(?P<where>{PLACE}(?:,?\s+and\s+{PLACE})?),\s+(?:(?:an?|one|two|three|\d+)\s+)?(?:(?!the\b)[a-z-]+\s+){{0,3}}$"
)
"""A place set before the noun it belongs to: «four safe houses, and, *in Suva*, a long-term shelter»."""
_SPREAD: Final = re.compile(
    rf"[^.;:]{{0,50}}?,\s+\d+\s+(?:places|beds|women|girls|children)\s+in\s+(?P<one>{PLACE})\s+and\s+\d+\s+in\s+(?P<two>{PLACE})"
)
"""Beds here and there: «two homes, 30 places in Machala and 25 in Quito»."""
_AREA: Final = rf"(?:{PLACE}|the\s+(?:capital|north|south|east|west|interior))(?!\s+(?:city|of)\b)"
_APART: Final = re.compile(rf",\s+one\s+in\s+(?P<one>{_AREA})(?:,?\s+and|,)\s+(?:one|another|the\s+other)\s+in\s+(?P<two>{_AREA})")
"""One here and one there: «two shelters, one in the capital and one in Gulu»."""
_LACKING: Final = re.compile(
    rf"(?<![\w,] )(?P<where>{PLACE})(?:,\s[^,;.]{{3,40}},)?\s+"
    rf"(?:had|has|have|lacks|lacked|(?:was|is)\s+(?:still\s+)?without)\s+"
    r"(?:(?:no|a|any)\s+)?(?:[a-z-]+\s+){0,3}$"
)
"""A town that has none: «Tobago had no shelter»."""
_AND_MANY: Final = re.compile(
    r",?\s+and\s+(?:in\s+)?(?P<many>(?:\w+\s+){1,3}(?:provinces|cities|regions|districts|counties|towns|villages|states|governorates|islands))\b"
)
"""Places that only a number tells, at the end of a list of towns: «in Lae, Goroka, and nine border towns»."""
_PARTED: Final = re.compile(r"\bnone\b|\bincluding\s+(?:one|two|three|another|a)\b|,\s+(?:while|whereas|but|although)\s")
_ALL_OVER: Final = re.compile(
    r"[Ii]n\s+(?P<where>(?:\w+\s+){1,2}(?:provinces|cities|regions|districts|counties|towns|states|governorates)),?\s"
)
_BEFORE: Final = re.compile(r"(?:^|[,;]\s*|\b(?:and|but|that)\s+)(?P<where>outside\s+(?:of\s+)?the\s+capital)\b[^.;]*$", re.IGNORECASE)
_SEATED: Final = re.compile(
    r"\b(?i:ngos?|organi[sz]ations?|groups?|orders?|congregations?|church(?:es)?|charit(?:y|ies)|foundations?|associations?|sisters|nuns|authorities|governments"
    rf"|(?P<abroad>(?:diplomatic\s+)?(?:embass(?:y|ies)|consulates?|missions?)))\s+in\s+{_WHERE}(?=\s+(?:(?!(?:budget|money|fund(?:s|ing)|resources|plans?)\b)[a-z]+\s+){{0,6}}$)"
)
_NOT_PLACE: Final = re.compile(rf"^(?:the\s+)?(?:{MONTH}|NGOs?|Government|Persons|English|Ministry|Department)\b|^\d")
_AND_WHO: Final = re.compile(rf"{PLACE}(?P<next>,\s+and\s+{PLACE})\s*")
"""A place, and perhaps the subject of a clause of its own: «a center in Lae, *and Caritas* ran homes»."""
_GOVERNED: Final = re.compile(
    r"\b(?i:departments?|provinces?|cit(?:y|ies)|municipalit(?:y|ies)|towns?|states?|governorates?|prefectures?|regions?|cantons?|count(?:y|ies))"
    rf"(?:\s+government)?\s+of\s+(?P<where>{PLACE}(?:\s+and\s+{PLACE})?)\s+(?:[a-z]+\s+){{1,6}}$"
)
"""A part of the country whose authorities run it: «the department of Pando ran one shelter»."""
_APPOSED: Final = re.compile(rf",\s+an?\s+[^,;.]{{3,45}}\s+in\s+(?P<where>{PLACE}),\s")
_BASED: Final = re.compile(
    rf"\b(?:the|a|its|an)\s+(?:(?:new|main|only|existing|state|government|second|small|renovated)\s+)?(?P<where>{PLACE})(?:-based)?\s+(?:\w+\s+)?$"
)
_ATTRIBUTE: Final = re.compile(r"\s+(?:suburb|neighborhood|district|area|region|border|airport|province|quarter)\b")
_NUMBERED: Final = re.compile(
    r"[.;:]|(?<!-)\b(?:an?|by|at|in|and|to|for|with|(?:victims|women|children|girls|men)(?!['’]s?\s)|beds|persons|people|cities|towns|provinces|regions|districts|hospitals|stations|countries|ngos|organizations|years|bring|brought|took|hours?"
    r"|hour)\b|^(?:-|/|\s*percent)"
)
_RUN_BY_NAME: Final = re.compile(r"\s*[^.;,:]{3,80}-(?:run|operated|managed|administered)\s+(?:\w+\s+){0,2}")
_OTHERS: Final = re.compile(r"\b(?:at|in|to|from|by|with|victims?|women|children|girls|boys|men|persons|people|residents)\b")
_PART_OF: Final = re.compile(
    r"\b(?P<part>[\w-]+)\s+of\s+(?:the|its|their|these)\s+(?:(?!(?:to|in|at|by|from|with|for|on|into|victims?|were|was)\b)[\w'-]+\s+){1,3}$"
)
_ONE: Final = re.compile(r"\b(a|an|one|single|another|only|the|its|their|this|\w+['’]s)\s+(?:[\w'/-]+\s+){0,4}$")
_WHOM: Final = frozenset({"women", "men", "girls", "boys", "children", "adults", "lgbti", "disabled", "refugees", "migrants"})
_FOR: Final = re.compile(
    r"(?:\s+\([^)]*\))?(?:(?:\s+(?!for\b)\w+){0,6}?|[^.;]{0,70}?(?=,?\s+(?:that|which|both|all|known)\s)|,\s+[^.;,]{3,40},)(?<!\sof)\s+(?:for|serving"
    r"|that|which|housing|accommodating|available\s+(?:for|to)|dedicated\s+to|to(?=\s+(?:(?!the\b|its\b)\w+\s+){0,2}(?:men|women|boys|girls|children|minors|adults|males?|females?|victims)\b))\s+(?P<whom>[^.;]{3,70})"
)
_REFERRED: Final = re.compile(
    r"(?P<whom>[^.;]{0,90})\b(?:were|are|was|is|be|been)\s+(?:\w+\s+)?(?:referred|sent|placed|taken|housed|lodged|offered"
    r"|sheltered|accommodated|transferred)\b[^.;]{0,50}$"
    r"|(?P<inside>[^.;]{0,60})\b(?:lived?|stay(?:ed)?|remain(?:ed)?)\s+(?:in|at)\b[^.;]{0,40}$"
    r"|\b(?:sheltered|housed|sent|referred|placed|lodged|accommodated)\s+(?P<object>[^.;]{0,40})\s+(?:in|at|to)\b[^.;]{0,40}$"
)
_STOP: Final = re.compile(
    r"\b(?:but|none|while|although|because|where|by|run|operated|managed|in which|received|escaped|until|when|before|after|from)\b"
    r"|[;.]|,\s+(?:and\s+(?:the|a|an|referred|sent|placed)\b|the\b|who\b|one\s+in\b)|\b(?:runs|ran|operates)\b"
    r"|,\s+(?:(?!(?:and|or|who|that|which)\b)\w+\s+){1,3}(?:can|could|may|might|were|are|was|is|did|do|have|had)\b"
    rf"|\band\s+(?:\d+|another(?:\s+one)?|{'|'.join(UNITS)})\s+(?:more\s+)?for\b"
)

_AHEAD: Final = re.compile(r"for\s+(?P<whom>[^,;.]{3,40}?),?\s+there\s+(?:was|were|is|are)\b")
_TURNED: Final = re.compile(r"\b(?:including|none|not|neither|never|no|cannot|unable|refus\w+)\b")
_NEXT: Final = re.compile(r"[;:]|\b(?:of which|another|second|third)\b")


def places(annotated: Annotated, sentence: Sentence, noun: Noun, others: list[Noun]) -> list[str]:
    """The towns where it is, each of them a facility of its own, or a description such as «six provinces»."""
    text = annotated.document.text[sentence.start : sentence.end]
    following = min((n.start for n in others if n.start > noun.start), default=len(text))
    spread = _SPREAD.match(text, noun.end) or _APART.match(text, noun.end)
    if spread:
        return [re.sub(r"^the ", "", " ".join(spread[name].split())) for name in ("one", "two")]
    many = _MANY.match(text, noun.end)
    if many and many.end() <= following and not re.search(r"[A-Z]", many["where"]):
        named = _AMONG.match(text, many.end())
        return [" ".join(many["where"].split()), *(_towns(annotated, sentence, named) if named else [])]
    if fronted := _FRONTED.search(text[: noun.start]):
        return _towns(annotated, sentence, fronted)
    next_one = _FRONTED.search(text[:following])
    for after in _all_in(text, noun.end):
        if next_one and next_one.start("where") == after.start("where"):
            break
        if not _reaches(annotated, sentence, noun.end, after.start("where")) or _PARTED.search(text, noun.end, after.start("where")):
            continue
        abroad = noun.type == "hotline" and any(m.start == sentence.start + after.start("where") for m in sentence.of("place"))
        found = _towns(annotated, sentence, after) if after.start("where") <= following and not abroad else []
        if not found and not re.match(r"the\s", after["where"]):
            break
        if found:
            more = _AND_MANY.match(text, after.end("where"))
            return [*found, " ".join(more["many"].split())] if more else found
    own = _GOVERNED.search(text[: noun.start])
    return (own and _towns(annotated, sentence, own)) or _elsewhere(annotated, sentence, text, noun, following)


def _all_in(text: str, end: int) -> list[re.Match[str]]:
    """The places that «in» introduces behind a noun, the nearest first."""
    found: list[re.Match[str]] = []
    at = end
    while len(found) < 3 and (match := _IN.match(text, at)) and match.start("where") - end < 130:
        found.append(match)
        at = match.start("where")
    return found


def _reaches(annotated: Annotated, sentence: Sentence, end: int, start: int) -> bool:
    """Whether a place still belongs to the noun: no finite verb stands between, save in a relative clause."""
    tokens = annotated.tokens
    first, last = annotated.token_at(sentence.start + end), annotated.token_at(sentence.start + start)
    between = tokens[first:last]
    relative = any(t.lower in {"that", "which"} for t in between[:4])
    placed = cue("placed").search(annotated.document.text, sentence.start + end, sentence.start + start)
    finite = [
        t
        for t in between
        if t.tag in FINITE
        and t.lower not in {"run", "managed", "operated", "administered", "based", "located"}
        and not (placed and placed.start() <= t.start < placed.end())
    ]
    return len(finite) <= relative


def _towns(annotated: Annotated, sentence: Sentence, found: re.Match[str]) -> list[str]:
    """The towns of a list; organizations, adjectives and the narrative's own country are none."""
    text = annotated.document.text
    begin = sentence.start + found.start("where")
    mentions = {m.start: m for m in sentence.of("place")}
    bodies = [(b.start, b.end) for b in bodies_between(annotated, begin - 60, sentence.end)]
    towns: list[str] = []
    where = re.sub(r"\([^)]*\)", lambda m: " " * len(m.group()), found["where"])
    alone = _AND_WHO.fullmatch(where)
    if alone and any(t.tag in FINITE for t in annotated.tokens[annotated.token_at(begin + len(where)) :][:1]):
        where = where[: alone.start("next")]
    for part in re.finditer(rf"{PLACE}", where):
        article = re.match(r"the\s+", part.group())
        start = begin + part.start() + (article.end() if article else 0)
        mention = mentions.get(start)
        home = mention and mention.value == annotated.document.country and mention.form == "name" and mention.end >= begin + part.end()
        if (
            _NOT_PLACE.match(part.group())
            or part.group().endswith(("'s", "’s"))
            or (mention and mention.form == "demonym")
            or any(s <= start < e for s, e in bodies)
        ):
            break
        if not home or any(m.start == start for m in sentence.of("town")):
            behind = text[start + len(part.group()) - (article.end() if article else 0) :]
            towns.append(" ".join((text[start : begin + part.end()] if _ATTRIBUTE.match(behind) else part.group()).split()))
    return towns


def _elsewhere(annotated: Annotated, sentence: Sentence, text: str, noun: Noun, following: int) -> list[str]:
    vague = _VAGUE.match(text, noun.end)
    if vague and vague.end() <= following and _reaches(annotated, sentence, noun.end, vague.start("where")):
        return [
            re.sub(r"^(?:in\s+)?the\s+", "", " ".join(vague["where"].split()))
            if vague["where"][0] in "it"
            else " ".join(vague["where"].split())
        ]
    outside = _BEFORE.search(text[: noun.start])
    if outside:
        return [" ".join(outside["where"].split()).lower()]
    based = _APPOSED.search(text[: noun.start])
    if based and noun.type != "hotline" and noun.start - based.end() < 40 and (found := _towns(annotated, sentence, based)):
        return found
    if (over := _ALL_OVER.match(text)) and noun.start < 120:
        return [" ".join(over["where"].split())]
    if (lacking := _LACKING.search(text[: noun.start])) and _is_town(annotated, sentence, lacking):
        return [" ".join(lacking["where"].split())]
    if noun.start < 160 and (found := _opened(annotated, sentence, text)):
        return found
    if noun.type != "hotline" and (found := beside(annotated, sentence, noun.start)):
        return found
    before = _BASED.search(text[: noun.start])
    if before and not re.search(r"NGO|Union|Ministry|Government|State|[A-Z]{2,}", before["where"]):
        start = sentence.start + before.start("where")
        known = [m for m in sentence.of("place", "town") if m.start == start and m.form != "demonym"]
        told = re.search(rf"\b(?:in|at) {re.escape(before['where'])}\b", annotated.document.text)
        return [" ".join(before["where"].split())] if known or told or before.group().endswith("-based ") else []
    return []


def _opened(annotated: Annotated, sentence: Sentence, text: str) -> list[str]:
    """The places with which a sentence opens: «In Beni and Oruro, where nuns run shelters», «Neither in Beni nor in Oruro»."""
    if apart := _NEITHER_IN.match(text):
        return [" ".join(apart[name].split()) for name in ("one", "two")]
    opening = _OPENING.match(text)
    found = _towns(annotated, sentence, opening) if opening and not _NOT_PLACE.match(opening["where"]) else []
    outside = opening and opening.group().startswith("Outside") and not opening["there"]
    return [f"outside {found[0]}"] if found and outside else found


def _is_town(annotated: Annotated, sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the subject of a clause is a place: a proper noun that is neither a country, nor people, nor an organization."""
    start = sentence.start + found.start("where")
    token = annotated.tokens[annotated.token_at(start)]
    country = any(m.start == start for m in sentence.of("place"))
    bodies = bodies_between(annotated, start - 60, sentence.end)
    return token.pos == "PROPN" and not country and not any(b.start <= start < b.end for b in bodies)


def beside(annotated: Annotated, sentence: Sentence, at: int) -> list[str]:
    """Where those are who run it, as said right before the verb: «two NGOs in Blantyre and Mzuzu run shelters»."""
    text = annotated.document.text[sentence.start : sentence.end]
    found = _SEATED.search(text[:at])
    if found is None:
        return []
    if found["abroad"]:
        return [" ".join(p.split()) for p in re.split(r",\s+(?:and\s+)?|\s+and\s+", found["where"])]
    return _towns(annotated, sentence, found)


def _counts(between: str, far: int) -> bool:
    """Whether a number is the noun's: no other noun stands between, though a body may in «four Ministry of X-run homes»."""
    if 0 <= far <= 60 and not _NUMBERED.search(between):
        return True
    return 0 <= far <= 100 and _RUN_BY_NAME.fullmatch(between) is not None and not _OTHERS.search(between)


def count(sentence: Sentence, words: str, noun: Noun, *, ended: bool = False) -> int | None:
    """The number that stands before the noun, or one for «a shelter»; of «ten of the 14 homes», and of those that ``ended``, the part."""
    if noun.name and not noun.name.endswith(SEVERAL_NAMED):
        return 1
    if part := _PART_OF.search(words[: noun.start]):
        number = UNITS.get(part["part"]) or (int(part["part"]) if part["part"].isdigit() else None)
        if ended or number:
            return number
    over = _ALL_OVER.match(words)
    near = [
        q
        for q in sentence.quantities
        if not (over and q.end - sentence.start <= over.end())
        and not q.unit
        and not q.ordinal
        and _counts(words[max(0, q.end - sentence.start) : noun.start], sentence.start + noun.start - q.end)
    ]
    near = [q for q in near if q.value and q.value > 1] or near
    if not words[noun.start : noun.end].endswith("s") and not (noun.name and noun.name.endswith(SEVERAL_NAMED)):
        near = [q for q in near if q.value == 1]
    if near and near[-1].value is not None and float(near[-1].value).is_integer() and 0 < near[-1].value < 1900:
        return int(near[-1].value)
    singular = not words[noun.start : noun.end].endswith("s")
    single = _SINGLE if noun.type == "hotline" else _ONE
    return 1 if singular and single.search(words[: noun.start]) else None


_SINGLE: Final = re.compile(r"\b(?:an?|one|single|only)\s+(?:[\w/'-]+\s+){0,4}$")
"""Of a hotline the article tells no number: «the unit's hotline»."""


def serves(sentence: Sentence, words: str, noun: Noun, others: list[Noun]) -> tuple[str, ...]:
    """For whom it is: those named right before the noun, after «for», after a verb of taking in, or as those who were brought there."""
    following = min((n.start for n in others if n.start > noun.start), default=len(words))
    near = words[max(0, noun.start - 24) : noun.start]
    begin = max((m.end() for m in re.finditer(r"[,;.]|\b(?:to|at|in|from|by|with|for)\s", near)), default=0)
    spans = [(noun.start - len(near) + begin, noun.end)]
    after = _FOR.match(words, noun.end)
    takes = cue("takes").search(words, noun.end, min(following, noun.end + 110))
    if after and after.start("whom") < following and not _TURNED.search(words, noun.end, after.start("whom")):
        spans.append((after.start("whom"), min(following, _end(words, after.start("whom")))))
    if takes and not _TURNED.search(words, noun.end, takes.start()) and not _NEXT.search(words, noun.end, takes.start()):
        spans.append((takes.end(), min(following, _end(words, takes.end()), takes.end() + 45)))
    barred = cue("lacks").search(words, max(0, noun.start - 70), noun.start)
    if barred:
        spans.append((max(0, barred.start() - 60), barred.start()))
    if ahead := _AHEAD.match(words):
        spans.append(ahead.span("whom"))
    found = _victims(sentence, spans)
    referred = None if found else _REFERRED.search(words[: noun.start])
    return _victims(sentence, [referred.span(referred.lastgroup or "object")]) if referred else found


def _end(words: str, start: int) -> int:
    stop = _STOP.search(words, start)
    return stop.start() if stop else len(words)


def _victims(sentence: Sentence, spans: list[tuple[int, int]]) -> tuple[str, ...]:
    return ordered(
        v
        for m in sentence.of("victims")
        for v in m.value.split(",")
        if v in _WHOM and any(s <= m.start - sentence.start and m.end - sentence.start <= e for s, e in spans)
    )


def whom(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """The victims named between two offsets of the sentence's words."""
    return _victims(sentence, [(start, end)])
