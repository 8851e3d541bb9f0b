"""Reading of agreements: conventions that a country joined or did not join, and memoranda and accords with their parties."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from kg.facts.agreement import Agreement
from kg.facts.model import Fact, ordered
from kg.facts.reading.parties import named_bodies
from kg.facts.reading.wording import clause_at, clause_evidence, folded, pattern
from kg.language.model import Annotated, Clause, Sentence
from kg.language.qualifiers import qualify
from kg.vocabulary.agreement_words import agreement_words

_WORD: Final = r"(?:[A-ZÀ-Þ][\w’'.-]*|(?:19|20)\d\d|No\.|\d+|\([A-Z]+\))"
_LINK: Final = r"(?:of|on|and|for|the|in|to|against|from|concerning|All|with|at)"
_CONVENTION: Final = re.compile(
    rf"(?P<title>(?:(?:19|20)\d\d\s+)?(?:{_WORD}\s+(?:(?:{_LINK}\s+)*{_WORD}\s+){{0,8}}?)?(?:Convention|Protocol|Treaty|Covenant)(?![\w-])"
    rf"(?:\s+(?:No\.?\s*|Number\s+)?\d+(?:\s+and\s+\d+)?)?(?:,?\s+(?:{_LINK}\s+){{1,3}}(?:the\s+)?[A-Z][\w’'-]*(?:,?\s+(?:{_LINK}\s+)*(?:{_LINK}\s+)?[A-Z][\w’'-]*)*)?)"
)
_ARTICLE: Final = re.compile(
    r"^(?:(?:The|A|An|In|Under|It|Its|This|That|Since|Although|Government|Parliament|Although|While|However|Also)\s+(?:of\s+[A-Z]\w+\s+)?)+(?:the\s+)?"
)
_SUBJECT: Final = re.compile(
    r"\s*,?\s*(?:(?:that|which)\s+\w+\s+)?(?:on|regarding|concerning|covering|governing|about|for|to|aimed at|related to|relating to|addressing|that addresses)\s+(?P<subject>.+)"
)
_SUBJECT_END: Final = re.compile(
    r"\s*(?:[,;:.()—–]|\b(?:with|between|was|were|is|are|has|had|have|that|which|who|in (?:19|20)\d\d|in (?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|signed|expired|lapsed|remained|continued|entered|during|but|while|as|by|after|since|when|and (?:signed|ratified|continued|began))\b)"
)
_KIND_BEFORE: Final = re.compile(
    r"(extradition|repatriation|labor|mutual legal assistance|legal assistance|readmission|migration|recruitment|police cooperation|border(?: control)?|adoption|security|cooperation)(?:\s+and\s+\w+)?\s+(?:treat|agree|accord|arrange|mou|memorand)"
)
_OTHERS: Final = pattern(
    "ngos?",
    "nongovernmental organizations?",
    "civil society organizations?",
    "international organizations?",
    "intergovernmental organizations?",
)


_WITH_AFTER: Final = re.compile(r"\b(?:with|between|among)\b(?!\s+(?:funding|support|the (?:aim|goal)|assistance))")
_WITH_BEFORE: Final = re.compile(r"\bwith\b(?!\s+(?:funding|support|the (?:aim|goal)|assistance))")


class _Found(NamedTuple):
    type: str
    subject: str | None
    start: int
    end: int
    title: bool


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read agreements outside the recommendations."""
    for sentence in annotated.sentences:
        if sentence.section in {"recommendations", "header"}:
            continue
        conventions = list(_conventions(annotated, sentence))
        yield from (fact for found in conventions for fact in _joined(annotated, sentence, found))
        for found in _accords(annotated, sentence):
            if not any(c.start < found.end and found.start < c.end for c in conventions):
                yield from _accord(annotated, sentence, found)


def _conventions(annotated: Annotated, sentence: Sentence) -> Iterator[_Found]:
    text = annotated.document.text[sentence.start : sentence.end]
    spans = [span for found in _CONVENTION.finditer(text) for span in _singly(text, *found.span("title"))]
    for begin, end in spans:
        lead = _ARTICLE.match(text[begin:end])
        start = begin + (lead.end() if lead else 0)
        title = " ".join(text[start:end].split())
        if " " in title and not title.lower().startswith(("treaty", "protocol ")):
            yield _Found("treaty", title, sentence.start + start, sentence.start + end, True)


def _singly(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Two conventions that «and the» joins, each by itself."""
    joint = re.search(r",?\s+(?:and|or)\s+the\s+", text[start:end])
    if joint and _CONVENTION.search(text[start : start + joint.start()]) and _CONVENTION.search(text[start + joint.end() : end]):
        yield start, start + joint.start()
        yield start + joint.end(), end
    else:
        yield start, end


@cache
def _status(value: str) -> re.Pattern[str]:
    return pattern(agreement_words("status")[value])


def _status_of(words: str, at: int) -> str | None:
    """The status whose words stand nearest; «not a party» and «pending» come before what they contain."""
    found = []
    for rank, value in enumerate(agreement_words("status")):
        for match in _status(value).finditer(words):
            distance = at - match.end() if match.end() <= at else match.start() - at
            found.append((max(0, distance), rank, value, match.start(), match.end()))
    kept = [f for f in found if not any(o[1] < f[1] and o[3] <= f[3] and f[4] <= o[4] for o in found)]
    strong = [f for f in kept if f[2] not in {"in_force", "in_negotiation", "implemented"}]
    best = min(strong or kept, default=None)
    return best[2] if best else None


def _joined(annotated: Annotated, sentence: Sentence, found: _Found) -> Iterator[Fact]:
    """A named convention with a word for joining it, or for not having joined it."""
    clause = clause_at(annotated, sentence, found.start)
    words = folded(annotated.words(clause.first, clause.last))
    at = found.start - annotated.tokens[clause.first].start
    partners = _partners(annotated, sentence, clause, found)
    status = _status_of(words, at)
    if status is None or (status in {"in_force", "implemented", "in_negotiation"}):
        return
    qualified = qualify(annotated, sentence, annotated.token_at(found.start))
    if qualified.polarity == "negated" and status != "pending":
        status = "not_party"
    countries = [p for p in partners if len(p) == 3 and p.isupper()]
    yield _fact(annotated, sentence, clause, found, (_member(annotated, sentence, found, countries),), status, "affirmed", "convention")


def _member(annotated: Annotated, sentence: Sentence, found: _Found, countries: list[str]) -> str:
    """Who joined: a country that stands as the subject, else the narrative's."""
    before = [m.value for m in sentence.of("place") if m.end <= found.start and m.form == "name" and ":" not in m.value]
    return before[-1] if before and before[-1] == annotated.document.country else annotated.document.country


def _accords(annotated: Annotated, sentence: Sentence) -> Iterator[_Found]:
    words = folded(annotated.document.text[sentence.start : sentence.end])
    taken: list[tuple[int, int]] = []
    for type, noun in agreement_words("noun").items():
        for found in pattern(noun).finditer(words):
            if not any(s < found.end() and found.start() < e for s, e in taken):
                taken.append(found.span())
                kind = _KIND_BEFORE.search(words[max(0, found.start() - 30) : found.end()])
                yield _Found(
                    type,
                    _subject(annotated, sentence, found.end()) or (kind[1] if kind else None),
                    sentence.start + found.start(),
                    sentence.start + found.end(),
                    False,
                )


def _subject(annotated: Annotated, sentence: Sentence, end: int) -> str | None:
    """What the agreement is about: the words after «on», «regarding», «for» or «to», behind its parties where they come first."""
    text = annotated.document.text[sentence.start + end : sentence.end]
    text = re.sub(r"^\s*\(MOUs?\)", "", text)
    party = re.match(
        r"\s+(?:with|between)\s+(?:(?!\b(?:are|is|was|were|has|have|had)\b)[^,;.])*?(?=\s+(?:on|regarding|concerning|covering|governing|to|for)\s)",
        text,
    )
    found = _SUBJECT.match(text) or (_SUBJECT.match(text[party.end() :]) if party else None)
    if found is None:
        return None
    words = found["subject"]
    stop = _SUBJECT_END.search(words)
    subject = re.sub(r"^(?:the|an?)\s+", "", " ".join(words[: stop.start() if stop else None].split()))
    return subject if 0 < len(subject.split()) <= 14 else None


def _accord(annotated: Annotated, sentence: Sentence, found: _Found) -> Iterator[Fact]:
    clause = clause_at(annotated, sentence, found.start)
    words = folded(annotated.words(clause.first, clause.last))
    at = found.start - annotated.tokens[clause.first].start
    partners = _partners(annotated, sentence, clause, found)
    status = _status_of(words, at)
    if not partners and (
        status not in {"signed", "ratified", "pending", "in_negotiation", "expired"}
        or re.match(r"(?:mous|memoranda|.*contracts)", words[at:])
    ):
        if not re.search(r"with (?:\w+ ){0,3}(?:governments|countries|states|neighbors)", words[at:]):
            return
    if found.type == "treaty" and not any(len(p) == 3 and p.isupper() for p in partners):
        return
    qualified = qualify(annotated, sentence, annotated.token_at(found.start))
    negated = qualified.polarity == "negated" and status not in {"not_party", "pending"}
    if negated and status in {"signed", "in_force", "ratified", "implemented"}:
        status = None if re.search(r"\b(?:no|nor|neither|any|without|lack)\b", words) else status
    home = annotated.document.country
    for parties in _pairs(home, partners, found.type, words):
        yield _fact(
            annotated, sentence, clause, found, parties, status, "negated" if negated else "affirmed", "accord", qualified.certainty
        )


def _pairs(home: str, partners: list[str], type: str, words: str) -> list[tuple[str, ...]]:
    """One agreement for each partner; a regional one, or one «between» several, has all of them as parties."""
    if type == "regional_agreement" or not partners or re.search(r"\b(?:trilateral|tripartite|quadrilateral|multilateral)\b", words):
        return [ordered((home, *partners))]
    if re.search(r"\bbetween\b|\bamong\b|trilateral|tripartite", words) and not any(p == home for p in partners) and len(partners) > 1:
        bodies = [p for p in partners if not (len(p) == 3 and p.isupper())]
        return [ordered(partners)] if bodies or len(partners) > 2 else [ordered((home, p)) for p in partners]
    return [ordered((home, p)) for p in dict.fromkeys(partners) if p != home] or [(home,)]


def _partners(annotated: Annotated, sentence: Sentence, clause: Clause, found: _Found) -> list[str]:
    """The parties named after «with» or «between», else the other countries and bodies of the clause."""
    text = annotated.document.text
    start = annotated.tokens[clause.first].start
    relative = re.compile(r",?\s+with\s+(?:which|whom)\b").search(text, sentence.start, found.start)
    if relative:
        return [m.value for m in sentence.of("place") if m.end == relative.start() and m.value != annotated.document.country]
    cue = _WITH_AFTER.search(text, found.end, sentence.end) or _WITH_BEFORE.search(text, start, found.start)
    if cue is None:
        return [
            m.value
            for m in sentence.of("place")
            if m.form != "name" and 0 < found.start - m.end < 14 and m.value != annotated.document.country and ":" not in m.value
        ]
    first, last = cue.end(), _list_end(annotated, sentence, cue.end())
    places = [
        m.value
        for m in sentence.of("place")
        if first <= m.start and m.end <= last and m.value != annotated.document.country and ":" not in m.value and _party(text, m.end)
    ]
    if not places and re.match(r"\s*(?:the|these|both)\s+(?:two\s+|three\s+)?countries", text[first:last]):
        places = [m.value for m in sentence.of("place") if m.end <= first and m.value != annotated.document.country and ":" not in m.value][
            -1:
        ]
    bodies = list(named_bodies(text[first:last]))
    return list(dict.fromkeys([*places, *([] if places else bodies), *([] if places or bodies else _general(folded(text[first:last])))]))


def _signers(annotated: Annotated, sentence: Sentence, start: int, found: _Found) -> list[str]:
    """Several countries or bodies that are the subject of a verb of agreeing."""
    text = annotated.document.text
    verb = re.compile(r"\b(?:signed|concluded|entered|reached|renewed|agreed|negotiated|have|share)\b").search(text, start, found.start)
    if verb is None or " and " not in text[start : verb.start()]:
        return []
    places = [
        m.value for m in sentence.of("place") if start <= m.start and m.end <= verb.start() and m.form == "name" and ":" not in m.value
    ]
    if len(places) > 1:
        return [p for p in places if p != annotated.document.country]
    bodies = list(named_bodies(text[start : verb.start()]))
    return bodies + (["police"] if bodies and re.search(r"\bthe police\b", text[start : verb.start()]) else [])


def _party(text: str, end: int) -> bool:
    """Whether a country may be a party: not where it only tells of what people or border the words speak."""
    return not re.match(
        r"\s+(?:workers?|nationals?|citizens?|migrants?|victims?|women|men|children|border|refugees?|traffickers?)\b", text[end : end + 20]
    )


def _general(words: str) -> list[str]:
    found = _OTHERS.search(words)
    if found is None:
        return []
    return ["international_organization"] if re.search("international|intergov", found.group()) else ["ngo"]


def _list_end(annotated: Annotated, sentence: Sentence, first: int) -> int:
    """Where a list of parties ends: at the first word that is neither a name nor a joint between names."""
    text = annotated.document.text
    found = re.compile(
        r"\b(?:on|regarding|concerning|to|for|in (?:19|20)\d\d|was|were|has|had|is|are|that|which|covering|governing|during|but|while|signed|aimed|establishing|under|by|as|entered|in (?:January|February|March|April|May|June|July|August|September|October|November|December))\b|[;.](?:\s|$)"
    ).search(text, first, sentence.end)
    return found.start() if found else sentence.end


def _fact(
    annotated: Annotated,
    sentence: Sentence,
    clause: Clause,
    found: _Found,
    parties: tuple[str, ...],
    status: str | None,
    polarity: str,
    rule: str,
    certainty: str = "stated",
) -> Agreement:
    return Agreement(
        doc=annotated.document.id,
        type=found.type,
        parties=parties,
        subject=found.subject,
        status=status,
        polarity="negated" if polarity == "negated" else "affirmed",
        certainty="possible" if certainty == "possible" else "stated",
        period=_period(sentence, clause, found),
        evidence=(clause_evidence(annotated, clause),),
        rule=f"agreement.{rule}",
    )


def _period(sentence: Sentence, clause: Clause, found: _Found) -> str | None:
    """The clause's first period that is not a part of the title."""
    inside = [m for m in sentence.of("period") if clause.first <= m.first < clause.last]
    return next((m.value for m in inside if m.end <= found.start or m.start >= found.end), None)
