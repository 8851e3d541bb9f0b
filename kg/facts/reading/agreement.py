"""Reading of agreements: conventions that a country joined or did not join, and memoranda and accords with their parties."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final, NamedTuple

from kg.facts.agreement import Agreement
from kg.facts.model import Fact, ordered
from kg.facts.reading import agreement_parties
from kg.facts.reading.agreement_parties import is_country, parties, united
from kg.facts.reading.conventions import conventions
from kg.facts.reading.evidence import evidence
from kg.facts.reading.periods import periods
from kg.facts.reading.wording import clause_at, clause_evidence, folded, pattern
from kg.language.model import Annotated, Clause, Sentence
from kg.language.qualifiers import qualify
from kg.vocabulary.agreement_words import agreement_words

_MONTH: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SUBJECT: Final = re.compile(
    r"\s*,?\s*(?:(?:that|which)\s+\w+\s+)?(?:on|regarding|concerning|covering|governing|about|for|to|aimed at|related to"
    r"|relating to|addressing"
    r"|that addresses)\s+(?P<subject>.+)",
    re.DOTALL,
)
_SUBJECT_END: Final = re.compile(
    rf"\s*(?:[,;:.()—–]|\b(?:with|between|was|were|is|are|has|had|have|that|which|who|in (?:19|20)\d\d|in {_MONTH}"
    r"|signed|expired|lapsed|remained|continued|entered|during|but|while|as|by|after|since|when|under|and (?:signed|ratified"
    r"|continued|began))\b)"
)
_PARTY: Final = re.compile(
    r"\s+(?:with|between|among)\s+(?:(?!\b(?:are|is|was|were|has|have|had)\b)[^;.])*?(?=,?\s+(?:on|regarding|concerning"
    r"|covering|governing|to|for|aimed)\s)"
)
_DATED: Final = re.compile(rf"^,?\s+(?:signed\s+)?in\s+(?:{_MONTH}\s+)?(?:(?:19|20)\d\d)?(?=\s)")
_ABOUT_BEFORE: Final = re.compile(
    r"(extradition|repatriation|labor|mutual legal assistance|legal assistance|readmission|migration|recruitment"
    r"|police cooperation|border(?: control)?"
    r"|adoption|security|cooperation|worker protection|information[- ]sharing)(?:\s+and\s+\w+)?\s+(?:treat|agree|accord|arrange"
    r"|mou|memorand)"
)
_TALKS: Final = re.compile(r"\b(?:talks|negotiations|discussions|consultations)\s+with\b")
_STALLED: Final = re.compile(
    r"\b(?:put off|postponed|stalled|suspended|broke down|failed|did not|without (?:result|agreement)|collapsed|delayed"
    r"|came to nothing|no progress)\b"
)
_NONE: Final = re.compile(r"\b(?:no|nor|neither|any|without|lack\w*|never)\b")
_STRONG: Final = frozenset({"signed", "ratified", "pending", "in_negotiation", "expired", "not_party", "implemented"})
_WAITS: Final = r"\b(?:await\w*|pending|yet to be|not (?:yet )?(?:been )?(?:signed|ratified|approved))\b"
_AWAITS: Final = re.compile(rf"^[^.;]*\b(?:that|which|and) (?:still )?{_WAITS}")
_COERCED: Final = re.compile(r"\b(?:force[sd]?|forcing|compel\w*|coerc\w*|forbid\w*|employers?|recruiters?|traffickers?|workers|victims)\b")


class _Found(NamedTuple):
    type: str
    subject: str | None
    start: int
    end: int


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read agreements outside the recommendations."""
    before: list[Agreement] = []
    for sentence in annotated.sentences:
        if sentence.section in {"recommendations", "header"}:
            continue
        here = [*_named(annotated, sentence)]
        yield from here
        yield from _talks(annotated, sentence, [f for f in here if f.type != "treaty"] or before)
        before = [f for f in here if f.rule == "agreement.accord"]


def _named(annotated: Annotated, sentence: Sentence) -> Iterator[Agreement]:
    text = annotated.document.text[sentence.start : sentence.end]
    titles = [_Found("treaty", title, sentence.start + start, sentence.start + end) for title, start, end in conventions(text)]
    yield from (fact for found in titles for fact in _joined(annotated, sentence, found))
    for found in _accords(annotated, sentence):
        if not any(c.start < found.end and found.start < c.end for c in titles):
            yield from _accord(annotated, sentence, found)


@cache
def _statuses() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((value, pattern(p)) for value, p in agreement_words("status").items())


def _status_of(words: str, at: int) -> str | None:
    """The status whose words stand nearest; «not a party» and «pending» come before what they contain."""
    found = []
    for rank, (value, wanted) in enumerate(_statuses()):
        for match in wanted.finditer(words):
            distance = at - match.end() if match.end() <= at else match.start() - at
            found.append((max(0, distance), rank, value, match.start(), match.end()))
    kept = [f for f in found if not any(o[1] < f[1] and o[3] <= f[3] and f[4] <= o[4] for o in found)]
    strong = [f for f in kept if f[2] not in {"in_force", "in_negotiation", "implemented"}]
    entered = [f for f in kept if f[2] == "in_force" and re.match("(?:entered|came) into|in (?:force|effect)", words[f[3] :])]
    best = min(strong or entered or kept, default=None)
    return best[2] if best else None


def _joined(annotated: Annotated, sentence: Sentence, found: _Found) -> Iterator[Agreement]:
    """A named convention with a word for joining it, or for not having joined it."""
    clause = clause_at(annotated, sentence, found.start)
    words = folded(annotated.words(clause.first, clause.last))
    status = _status_of(words, found.start - annotated.tokens[clause.first].start)
    if status is None or (status in {"in_force", "implemented", "in_negotiation"}):
        return
    whole = folded(annotated.document.text[sentence.start : found.start])
    if re.search(r"\bsigned\b[^.;]*\b(?:not|yet to) (?:yet )?(?:been )?ratif", whole):
        status = "signed"
    elif status != "pending" and qualify(annotated, sentence, annotated.token_at(found.start)).polarity == "negated":
        status = "not_party"
    yield _fact(annotated, sentence, found, (annotated.document.country,), status)


def _accords(annotated: Annotated, sentence: Sentence) -> Iterator[_Found]:
    words = folded(annotated.document.text[sentence.start : sentence.end])
    taken: list[tuple[int, int]] = []
    for kind, noun in agreement_parties.nouns():
        for found in noun.finditer(words):
            if not any(s < found.end() and found.start() < e for s, e in taken):
                taken.append(found.span())
                about = _ABOUT_BEFORE.search(words[max(0, found.start() - 30) : found.end()])
                subject = _subject(annotated, sentence, found.end()) or (about[1] if about else None)
                yield _Found(kind, subject, sentence.start + found.start(), sentence.start + found.end())


def _subject(annotated: Annotated, sentence: Sentence, end: int) -> str | None:
    """What the agreement is about: the words after «on», «regarding», «for» or «to», behind its parties or its date."""
    text = re.sub(r"^\s*\(MOUs?\)", "", annotated.document.text[sentence.start + end : sentence.end])
    text = _DATED.sub("", text)
    party = _PARTY.match(text)
    found = _SUBJECT.match(text) or (_SUBJECT.match(text[party.end() :]) if party else None)
    if found is None:
        return None
    words = found["subject"]
    stop = _SUBJECT_END.search(words)
    subject = re.sub(r"^(?:the|an?)\s+", "", " ".join(words[: stop.start() if stop else None].split()))
    return subject if 0 < len(subject.split()) <= 14 else None


def _accord(annotated: Annotated, sentence: Sentence, found: _Found) -> Iterator[Agreement]:
    clause = clause_at(annotated, sentence, found.start)
    words = folded(annotated.words(clause.first, clause.last))
    at = found.start - annotated.tokens[clause.first].start
    onward = folded(annotated.document.text[found.end : sentence.end])
    partners, signers = parties(annotated, sentence, found.start, found.end)
    waits = _AWAITS.search(onward) and not re.search(r"\bsigned\b", words)
    status = "pending" if waits else _status_of(words, at)
    if not _likely(found, status, partners, signers, (words[:at], words[at:])):
        return
    negated = qualify(annotated, sentence, annotated.token_at(found.start)).polarity == "negated" and status != "pending"
    certainty = qualify(annotated, sentence, annotated.token_at(found.start)).certainty
    if negated and status in {"signed", "in_force", "ratified", "implemented"} and _NONE.search(words):
        status = None
    regional = found.type == "regional_agreement" or bool(re.search(r"\b(?:trilateral|tripartite|quadrilateral|multilateral)\b", words))
    for those in united(partners, signers, annotated.document.country, regional=regional):
        kind = "other" if found.type == "bilateral_agreement" and not all(is_country(p) for p in those) else found.type
        fact = _fact(annotated, sentence, found._replace(type=kind), those, status)
        yield replace(
            fact,
            polarity="negated" if negated and status != "not_party" else "affirmed",
            certainty="reported" if certainty == "reported" else "stated",
            rule="agreement.accord",
        )


def _likely(found: _Found, status: str | None, partners: list[str], signers: list[str], around: tuple[str, str]) -> bool:
    """Whether the words around name an agreement that somebody could look up: it has partners, or a state did something with it."""
    before, onward = around
    if found.type == "treaty":
        return any(is_country(p) for p in partners)
    if agreement_parties.general_partner(onward):
        return True
    if partners:
        return bool(signers or any(is_country(p) for p in partners) or not _COERCED.search(before))
    plural = re.match(r"(?:mous|memoranda|.*(?:contracts|agreements))\b", onward)
    if plural and not re.search(r"\bany\b", before):
        return False
    return status in _STRONG - {"implemented"} and (bool(signers) or agreement_parties.has_government(before))


def _talks(annotated: Annotated, sentence: Sentence, before: list[Agreement]) -> Iterator[Agreement]:
    """Talks with further countries about the same sort of agreement as the one just named."""
    text = annotated.document.text
    found = _TALKS.search(text[sentence.start : sentence.end].lower()) if before else None
    if found is None:
        return
    start, end = sentence.start + found.start(), sentence.start + found.end() - 4
    if any(start < e.end and e.start < end and f.status == "in_negotiation" for f in before for e in f.evidence):
        return
    partners, _ = parties(annotated, sentence, start, end - 1)
    clause = clause_at(annotated, sentence, start)
    stop = re.search(r"[;.](?:\s|$)", text[start : sentence.end])
    last = start + stop.start() if stop else sentence.end
    stalled = _STALLED.search(folded(text[start:last]))
    for partner in partners:
        if is_country(partner) and partner not in before[-1].parties:
            yield replace(
                before[-1],
                parties=ordered((annotated.document.country, partner)),
                status="in_negotiation",
                polarity="negated" if stalled else "affirmed",
                period=next((m.value for m in periods(annotated, sentence, clause)), None),
                evidence=(evidence(annotated, start, last),),
                rule="agreement.talks",
            )


def _fact(annotated: Annotated, sentence: Sentence, found: _Found, those: tuple[str, ...], status: str | None) -> Agreement:
    clause = clause_at(annotated, sentence, found.start)
    return Agreement(
        doc=annotated.document.id,
        type=found.type,
        parties=those,
        subject=found.subject,
        status=status,
        period=_period(annotated, sentence, clause, found),
        evidence=(clause_evidence(annotated, clause),),
        rule="agreement.convention",
    )


def _period(annotated: Annotated, sentence: Sentence, clause: Clause, found: _Found) -> str | None:
    """The clause's first period that is not a part of the title."""
    return next((m.value for m in periods(annotated, sentence, clause) if m.end <= found.start or m.start >= found.end), None)
