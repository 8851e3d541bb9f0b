"""Reading of facilities: shelters, centers and hotlines with who runs them, where, how many, and for whom."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final, NamedTuple

from kg.facts.facility import Facility
from kg.facts.model import Certainty, Fact, ordered
from kg.facts.reading.evidence import evidence
from kg.facts.reading.periods import period_in
from kg.facts.reading.wording import clause_at, clause_evidence, folded, pattern
from kg.language.bodies import bodies
from kg.language.model import Annotated, Clause, Sentence
from kg.language.qualifiers import qualify
from kg.vocabulary.facility_words import facility_words

_PLACE: Final = r"[A-ZÀ-Þ][\w’'-]+(?:\s+(?:del?|of|la|el)\s+(?:la\s+|los\s+)?[A-ZÀ-Þ][\w’'-]+|\s+[A-ZÀ-Þ][\w’'-]+)*"
_IN: Final = re.compile(
    rf"[\w\s-]{{0,40}}?(?:,\s+an?\s+\w+)?,?\s+(?:in|at|near|outside)\s+(?:the\s+(?:capital|city|town|cities)\s*(?:of|,)?\s+)?(?P<where>{_PLACE}(?:\s+\([^)]*\))?(?:,\s+{_PLACE}(?:\s+\([^)]*\))?)*(?:,?\s+and\s+(?:in\s+)?{_PLACE}(?:\s+\([^)]*\))?)?)"
)
_IN_MANY: Final = re.compile(
    r"[\w\s-]{0,30}?\s+in\s+(?P<where>(?:\w+\s+)?(?:\w+)\s+(?:provinces|cities|regions|districts|counties|towns|states|governorates|departments|locations))",
    re.IGNORECASE,
)
_NOT_PLACE: Final = re.compile(r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Government)\b")
_ARTICLE: Final = re.compile(r"\b(?:a|an|one|the|its|their|this|such|another|no|any|only)\s+(?:[\w'()-]+\s+){0,5}$")
_SERVES: Final = re.compile(
    r"(?:(?:\s+\w+){0,6}?|[^.;]{0,60}?(?=\s+(?:that|which)\s))\s+(?:for|serving|that (?:accept|serve|house|assist|take|admit|shelter)\w*(?: in)?(?: only)?|which (?:accept|serve|house|assist|take|admit|shelter)\w*(?: in)?(?: only)?|dedicated to|exclusively for|housing|accommodating|available (?:for|to))\s+(?P<whom>[^.;]{3,60})"
)
_FURTHER: Final = re.compile(
    rf"\b(?i:another(?: one)?|one|an? (?:second|third|fourth|fifth|further|similar)(?: (?:one|building|shelter|center|house))?),?(?:\s+of\s+\w+,)?\s+(?:in|at)\s+(?P<where>{_PLACE})"
)
_WITHIN: Final = r"\s+(?:(?!(?:to|for|in|at|on|by|with|from|that|which|who)\b)[\w'’()-]+[\s-]+){0,5}$"
_NO: Final = rf"\b(?:no|any|neither|without|lack(?:s|ed|ing)?(?: of)?|nor){_WITHIN}"
_ANY: Final = rf"\bany{_WITHIN}"
_LONG: Final = 8
_NEAR: Final = 2


class _Found(NamedTuple):
    type: str
    start: int
    end: int
    bare: bool


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read facilities outside the recommendations; a mere mention without who, where, how many or for whom is none."""
    last: Facility | None = None
    for sentence in annotated.sentences:
        if sentence.section in {"recommendations", "header"}:
            continue
        for found in _nouns(annotated, sentence):
            for fact in _facility(annotated, sentence, found):
                last = fact
                yield fact
        if last and sentence.index - _index(annotated, last) <= _NEAR:
            yield from _further(annotated, sentence, last)


@cache
def _noun() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((value, pattern(p)) for value, p in facility_words("noun"))


@cache
def _words(role: str) -> re.Pattern[str]:
    return pattern(*(p for _, p in facility_words(role)))


def _nouns(annotated: Annotated, sentence: Sentence) -> Iterator[_Found]:
    words = folded(annotated.document.text[sentence.start : sentence.end])
    taken: list[tuple[int, int]] = []
    for type, wanted in _noun():
        for found in wanted.finditer(words):
            if any(s < found.end() and found.start() < e for s, e in taken):
                continue
            if type == "=" and not _for_victims(words, found):
                continue
            taken.append(found.span())
            if (
                re.fullmatch("shelter", found.group())
                and not _ARTICLE.search(words[max(0, found.start() - 40) : found.start()])
                and not _run_by(words, found)
            ):
                continue
            yield _Found("shelter" if type == "=" else type, *found.span(), type == "=")


def _run_by(words: str, found: re.Match[str]) -> bool:
    """Whether a sort of operator stands right before the noun; «shelter» alone is a service, not a place."""
    before = words[max(0, found.start() - 40) : found.start()]
    return any(re.search(rf"(?:^|[\s(-])(?:{p})\s+$", before) for _, p in facility_words("operator")) or bool(
        re.search(r"\bneither\s+$", before)
    )


def _for_victims(words: str, found: re.Match[str]) -> bool:
    """Whether a bare «center» or «home» is one for victims: it has beds or places, or victims are sent to it, or it shelters them."""
    after, before = words[found.end() : found.end() + 90], words[max(0, found.start() - 90) : found.start()]
    sent = re.search(
        r"(?:victims?|women|girls|boys|children)\b[^.;]*\b(?:sent|refer\w*|placed|taken|housed|accommodated|lodged|sheltered|transferred|send|send victims)\b[^.;]*\b(?:to|in|at)\b[^.;]*$|\b(?:sen[dt]|refer\w*) victims\b[^.;]*$",
        before,
    )
    holds = re.match(
        r"[^.;]*?\b(?:beds|places for|for (?:\w+ ){0,3}victims|for trafficking|that (?:accept|assist|shelter|house)\w*|(?:managed|run|operated) by)\b",
        after,
    )
    return bool(
        (sent and not re.search(r"\bhomes?$", found.group()))
        or (holds and re.search(r"victim|traffick|women|girls|shelter", words))
        or (sent and re.search(r"(?:two|three|four|one of|\d+) $", before + " "))
    )


def _facility(annotated: Annotated, sentence: Sentence, found: _Found) -> Iterator[Facility]:
    text = annotated.document.text[sentence.start : sentence.end]
    words = folded(text)
    clause = clause_at(annotated, sentence, sentence.start + found.start)
    missing = _missing(annotated, sentence, words, found)
    operators = _operators(annotated, sentence, clause, words, found)
    places = [] if missing else _places(text, found)
    serves = _serves(sentence, words, found)
    count = None if missing else _count(sentence, words, found)
    if not (operators or places or (count and (serves or count > 1)) or (missing and _existence(words, found)) or (serves and count)):
        return
    certainty: Certainty = "possible" if qualify(annotated, sentence, clause.last - 1).certainty == "possible" else "stated"
    for place in places or [None]:
        yield Facility(
            doc=annotated.document.id,
            type=found.type,
            location=place,
            count=count if len(places) < 2 else None,
            serves=serves,
            operators=operators,
            polarity="negated" if missing else "affirmed",
            certainty=certainty,
            period=period_in(clause, sentence),
            evidence=(clause_evidence(annotated, clause),),
            rule="facility.missing" if missing else "facility.named",
        )


def _index(annotated: Annotated, fact: Facility) -> int:
    sentence = annotated.sentence_at(fact.evidence[0].start)
    return sentence.index if sentence else -_NEAR


def _further(annotated: Annotated, sentence: Sentence, last: Facility) -> Iterator[Facility]:
    """A further facility of the same sort that only a number names: «another in Boké», «a third, in Lae, had to close»."""
    text = annotated.document.text
    for found in _FURTHER.finditer(text, sentence.start, sentence.end):
        if _NOT_PLACE.match(found["where"]):
            continue
        clause = clause_at(annotated, sentence, found.start())
        closed = re.match(
            r"[^.;]{0,60}\b(?:closed|was shut|had to close|ceased|did not reopen|was withdrawn|shut down)\b",
            text[found.end() : sentence.end],
        )
        whom = _SERVES.match(folded(text[: sentence.end]), found.end())
        serves = ordered(
            v for m in sentence.of("victims") for v in m.value.split(",") if whom and whom.start("whom") <= m.start < whom.end("whom")
        )
        yield replace(
            last,
            location=" ".join(found["where"].split()),
            count=None,
            serves=serves,
            polarity="negated" if closed else "affirmed",
            period=period_in(clause, sentence),
            evidence=(evidence(annotated, found.start(), max(found.end(), annotated.tokens[clause.last - 1].end)),),
            rule="facility.further",
        )


def _missing(annotated: Annotated, sentence: Sentence, words: str, found: _Found) -> bool:
    """Whether the text says that there is none, or that it closed."""
    near = " ".join(words[: found.start].split()[-_LONG:])
    if re.search(_NO, near + " ") and not re.search(r"\bno (?:longer|fewer|more)\b", near):
        return (
            not re.search(_ANY, near + " ")
            or qualify(annotated, sentence, annotated.token_at(sentence.start + found.start)).polarity == "negated"
        )
    if re.match(
        r"[^.;]{0,60}\b(?:closed|was shut|had to close|ceased|did not reopen|was withdrawn|shut down|no longer)\b", words[found.end :]
    ):
        return True
    return bool(
        re.search(
            r"\b(?:did not|does not|do not|has not|have not|failed to|never) (?:\w+ ){0,2}(?:have|operate|run|provide|offer|establish|open|maintain|fund|manage)\w*\b(?! adequate)[^.;,]{0,40}$",
            words[: found.start],
        )
    )


def _existence(words: str, found: _Found) -> bool:
    """Whether the denial is of the facility itself, not of a thing done in or for it."""
    return not re.match(r"\s*(?:staff|residents|beds|space|conditions|services)\b", words[found.end :])


def _operators(annotated: Annotated, sentence: Sentence, clause: Clause, words: str, found: _Found) -> tuple[str, ...]:
    before = words[max(0, found.start - 60) : found.start]
    modifier = next(
        (
            value
            for value, p in facility_words("operator")
            if re.search(rf"(?:^|[\s(-])(?:{p.replace(' ', chr(92) + 's+')})\s+(?:\w+\s+){{0,2}}$", before)
        ),
        None,
    )
    named = [b for b in bodies(annotated) if b.sentence == sentence.index]
    adjacent = [
        b.name
        for b in named
        if 0 <= sentence.start + found.start - b.end <= 14
        and not re.search(r"\b(?:to|in|and|by|with|for|of|at|a|an|the)\b", words[b.end - sentence.start : found.start].replace("'s", ""))
    ]
    if adjacent:
        return ordered(adjacent[-1:])
    run_by = re.match(rf"[^.;]{{0,60}}?\b(?:{facility_words('run_by')[0][1].replace('|of', '')})\s+", words[found.end :])
    if run_by:
        start = found.end + run_by.end()
        if who := _who(sentence, named, words, start, start + 70):
            return who
    subject = _subject(annotated, sentence, clause, words, found, named)
    if modifier and not any(b.name in subject for b in named):
        return (modifier,)
    return subject


def _who(sentence: Sentence, named: list[object], words: str, start: int, end: int) -> tuple[str, ...]:
    """The bodies, or the sorts of bodies, in a short stretch of words."""
    stretch = re.split(r"[.;]|,?\s+(?:which|that|who|while|but|and (?:was|were|the government))\b|\bin (?=[a-z]* ?$)", words[start:end])[0]
    inside = [b.name for b in named if start <= b.start - sentence.start < start + len(stretch)]  # type: ignore[attr-defined]
    general = []
    if re.search(
        r"\b(?:ngos?|non-?governmental|religious|church|charit\w+|private|civil society|nuns|catholic|faith-based|order|foundation|association)\b",
        stretch,
    ):
        general.append("ngo")
    if re.search(r"\binternational organi[sz]ations?\b", stretch):
        general.append("international_organization")
    if re.search(r"\b(?:the )?(?:government|state|authorities|ministry)\b", stretch) and not inside:
        general.append("government")
    return ordered([*inside, *general])


def _subject(annotated: Annotated, sentence: Sentence, clause: Clause, words: str, found: _Found, named: list[object]) -> tuple[str, ...]:
    """The subject of a verb of running: a named body, NGOs, or the government."""
    begin = min(annotated.tokens[clause.first].start - sentence.start, found.start)
    verb = None
    for match in _words("runs").finditer(words, begin, found.start):
        verb = verb if words[match.start() - 1 : match.start()] == "-" else match
    if verb is None or found.start - verb.end() > 70:
        owner = re.search(r"\bof (?:its|their) own\b", words[found.end : found.end + 20]) or re.search(
            r"\b(?:its|government's)\s+(?:\w+\s+){0,2}$", words[: found.start]
        )
        return ("government",) if owner else ()
    stretch = re.sub(r",\s+with (?:support|assistance|funding|help)[^,]*,", lambda m: " " * len(m.group()), words[begin : verb.start()])
    inside = [
        b.name for b in named if begin <= b.start - sentence.start < verb.start() and stretch[b.start - sentence.start - begin].strip()
    ]  # type: ignore[attr-defined]
    if inside:
        return ordered(inside)
    openers = [b for b in named if b.start - sentence.start < 12]  # type: ignore[attr-defined]
    if openers and not re.search(r"\b(?:government|authorities|state|ngos?|it|they)\b", stretch):
        return (openers[0].name,)  # type: ignore[attr-defined]
    last = [
        m
        for m in re.finditer(
            r"\b(?:ngos?|non-?governmental organi[sz]ations?|civil society organi[sz]ations?|religious (?:orders?|organi[sz]ations?)|churches)\b|\b(?P<io>international organi[sz]ations?)\b|\b(?P<gov>government|authorities|state|ministry|it)\b",
            stretch,
        )
    ]
    if not last:
        return ()
    found_last = last[0] if last[0]["gov"] else last[-1]
    return ("international_organization",) if found_last["io"] else ("government",) if found_last["gov"] else ("ngo",)


def _places(text: str, found: _Found) -> list[str]:
    """The towns after «in», each its own facility; a description such as «six provinces»; or a name right before the noun."""
    many = _IN_MANY.match(text, found.end)
    if many and not re.search(r"[A-Z]", many["where"]):
        return [" ".join(many["where"].split())]
    after = _IN.match(text, found.end)
    if after:
        where = re.sub(r"\s*\([^)]*\)", "", after["where"])
        places = [" ".join(p.split()) for p in re.split(r",\s+(?:and\s+)?(?:in\s+)?|\s+and\s+(?:in\s+)?", where)]
        return [p for p in places if p and not _NOT_PLACE.match(p)]
    before = re.search(rf"\b(?:the|a|its)\s+(?P<where>{_PLACE})(?:-based)?\s+(?:\w+\s+)?$", text[: found.start])
    return (
        [" ".join(before["where"].split())]
        if before and not re.search(r"NGO|Union|Ministry|Government|State|[A-Z]{3,}", before["where"])
        else []
    )


def _count(sentence: Sentence, words: str, found: _Found) -> int | None:
    """The number that stands before the noun, or one for «a shelter»."""
    near = [
        q
        for q in sentence.quantities
        if 0 <= sentence.start + found.start - q.end <= 45
        and not q.unit
        and not re.search(
            r"[.;:]|\b(?:in|and|to|of|for|with|victims|women|children|girls|men|beds)\b", words[q.end - sentence.start : found.start]
        )
    ]
    if near and near[-1].value is not None and float(near[-1].value).is_integer() and near[-1].value < 2000:
        return int(near[-1].value)
    singular = not words[found.start : found.end].endswith("s")
    article = re.search(r"\b(a|an|one|single|another|only|the)\s+(?:[\w'-]+\s+){0,4}$", words[: found.start])
    return 1 if singular and article else None


def _serves(sentence: Sentence, words: str, found: _Found) -> tuple[str, ...]:
    """For whom it is: victims named right before the noun, after «for», or as those who were referred to it."""
    after = _SERVES.match(words, found.end)
    spans = [(found.start - 24, found.start)]
    if after:
        spans.append(after.span("whom"))
    elif referred := re.search(
        r"(?P<whom>[^.;]{0,90})\b(?:were|are|was|is|be) (?:\w+ )?(?:referred|sent|placed|taken|housed|lodged|offered)\b[^.;]{0,50}$",
        words[: found.start],
    ):
        spans.append(referred.span("whom"))
    values = [
        v
        for m in sentence.of("victims")
        for v in m.value.split(",")
        if any(s <= m.start - sentence.start and m.end - sentence.start <= e for s, e in spans)
        and v in {"women", "men", "girls", "boys", "children", "adults", "lgbti", "disabled", "refugees", "migrants"}
    ]
    return ordered(values)
