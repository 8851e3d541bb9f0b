"""Reading of agreements: conventions that a country joined or did not join, and memoranda and accords with their parties."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final, NamedTuple

from kg.facts.agreement import Agreement
from kg.facts.model import Fact
from kg.facts.reading import agreement_parties
from kg.facts.reading.agreement_further import further, told
from kg.facts.reading.agreement_parties import Parties, is_country, parties, united
from kg.facts.reading.agreement_terms import BARE, named, one, status_of, subject
from kg.facts.reading.conventions import conventions
from kg.facts.reading.evidence import evidence
from kg.facts.reading.periods import periods
from kg.facts.reading.relevance import mostly_on_other_matters
from kg.facts.reading.subject import asked, on_trafficking
from kg.facts.reading.wishes import ASKED, EVERY, known, wished
from kg.facts.reading.wording import clause_at, clause_evidence, folded, pattern
from kg.language.model import Annotated, Clause, Sentence
from kg.language.qualifiers import qualify
from kg.language.sieve import search

_GATE: Final = re.compile(
    r"agree|accord|memorand|\bmo[ua]s?\b|treat[yi]|convention|protocol|covenant|\bpacts?\b|compact|arrangement|bilateral|\bdeals?\b|understanding"
    r"|letters? of"
    r"|joint decl|supplementary|talks|negotiat|discussion|consultation"
)
_NONE: Final = re.compile(r"\b(?:no|not|nor|neither|any|without|lack\w*|never)\b")
_STRONG: Final = frozenset({"signed", "ratified", "pending", "in_negotiation", "expired", "not_party"})
_WAITS: Final = r"\b(?:await\w*|pending|yet to be|not (?:yet )?(?:been )?(?:signed|ratified|approved))\b"
_AWAITS: Final = re.compile(rf"^[^.;]*\b(?:that|which|and|but) (?:\w+ )?(?:still )?{_WAITS}")
_MADE_TO_SIGN: Final = re.compile(
    r"\b(?:forc|compel|coerc|trick|pressur|deceiv|dup|obli[gd])\w*\b[^.;]*\b(?:to|into) sign(?:ing)?\b[^.;]*$"
)
"""Before papers that somebody is made to sign, which are no agreement of states: forced workers to sign a contract."""
_PRIVATE: Final = re.compile(
    r"[\w ]{3,40} (?:between|among|with) (?:(?:their|the|his|her|an?) )?"
    r"(?:parents?|famil(?:y|ies)|children|workers?|employers? and|guardians?|brokers?|recruiters?|landlords?)\b"
)
"""An agreement of private people: «an agreement between *parents* and employers»."""
_SIMILAR: Final = re.compile(r"\b(?:similar|same|comparable|such)\s+$")
_UNMADE: Final = re.compile(
    r"\b(?:never|not|nor)\s+(?:\w+\s+){0,3}?(?:implement|enforc|appl|us|put|carr)\w*|\b(?:idle|unimplemented|dormant|unused)\b"
)
_UNSIGNED: Final = re.compile(r"\b(?:not|never|yet to|failed to|declined to|refused to)\s+(?:yet\s+)?(?:been\s+)?(?:sign|conclu)\w*")
"""An agreement with a country that was never made, unlike a convention that others have joined."""
_DEPOSITED: Final = re.compile(r"\binstruments?\b[^.;]*\b(?:was|were) deposited\b")
_READY: Final = re.compile(r"\b(?:finali[sz]ed|initialed|drafted|negotiated|agreed(?: on)?),?\s+but\b[^.;]*$")
"""Before an agreement of which only the signature is missing: *finalized, but* has not signed."""
_BROKEN_OFF: Final = re.compile(
    r"\b(?:broken off|broke (?:down|off)|collapsed|called off|fell through|(?:was|were|been) (?:abandoned|suspended|discontinued))\b"
)
"""Behind talks that were given up."""
_RELATIVE: Final = re.compile(
    r",?\s+(?:which|that)\s+(?:[A-Z]?\w+\s+){1,4}?(?:(?:has|have|had|did)\s+)?(?:not\s+|never\s+)?(?:yet\s+)?(?:ratif|acced|sign|join)\w*"
)
"""Behind a convention: what was done with it, «Convention 188, *which Kenya has not ratified*»."""
_WRITTEN_WITH: Final = re.compile(r"protocols?\b[^.;]*\b(?:draft|develop|prepar|design|elaborat|wr[io]t)\w*\s[^.;]*\bwith\b")
"""A protocol that somebody helped to write, and is no party to."""
_CARE: Final = re.compile(r"protocols? (?:for|on|to) (?:the )?(?:victim|identif|refer|screen|care|treat|assist|interview|protect|handl)")
"""A protocol that is a plan for victims."""
_OWNED: Final = re.compile(r"(?:\b(?:its|the|their|this|these)|['’]s?)\s+(?:[\w-]+\s+){0,3}$")
_NEITHER_DONE: Final = re.compile(r"\b(?:neither signed nor|not (?:yet )?signed or) ratified(?: (?!but\b|and\b)[\w-]+){0,3} $")
"""Before a convention of which nothing was done, whatever was done with another: «signed one and has *neither signed nor ratified* X»."""
_THEN_RATIFIED: Final = re.compile(
    r"[^.;]{0,45}?\s+and\s+(?:(?:later|then|also|subsequently|finally)\s+)?(?:ratified|acceded\s+to)\s+it\b(?:\s+in\s+(?P<year>(?:19|20)\d\d))?"
)
_LEFT_UNRATIFIED: Final = re.compile(
    r"(?:(?!\b(?:convention|protocol|treaty|covenant)\b)[^.;]){0,90}?"
    r"(?:\bnot (?:yet )?(?:been )?ratif|\byet to (?:be )?ratif|\bunratified\b|\bnever ratif)"
)
"""Behind a convention that was signed only: «the protocol, *which it has not yet ratified*»."""
_UNRATIFIED: Final = re.compile(r"\bsigned\b[^.;]*\b(?:not|yet to) (?:yet )?(?:been )?ratif")


class _Found(NamedTuple):
    type: str
    subject: str | None
    start: int
    end: int


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read agreements outside the recommendations."""
    before: list[Agreement] = []
    joined: dict[tuple[str | None, tuple[str, ...], str], Agreement] = {}
    accords: list[Agreement] = []
    for sentence in annotated.sentences:
        if sentence.section in {"recommendations", "header"} or asked(annotated, sentence):
            continue
        words = folded(annotated.document.text[sentence.start : sentence.end])
        if not search(_GATE, words):
            before = [*further(annotated, sentence, before)] if before else []
            accords += before
            continue
        titles = _titles(annotated, sentence)
        for fact in (*_of_titles(annotated, sentence, titles), *_resumed(annotated, sentence, words, titles, [*joined.values()])):
            _joined_again(joined, fact)
        like = before[-1] if before else None
        here = [*_accords(annotated, sentence, words, titles, like)] if _on_matter(annotated, sentence) else []
        here = _sharing(here)
        again = [*further(annotated, sentence, [*before, *here]), *(told(annotated, sentence, words) if not (here or titles) else ())]
        accords += [f for f in here if not any(f.parties == a.parties and f.type == a.type and f.evidence == a.evidence for a in again)]
        accords += again
        before = here or again
    yield from joined.values()
    yield from accords


def _on_matter(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether a paragraph names the subject; of an extract that somebody chose for it every one is taken."""
    return on_trafficking(annotated, sentence) or not mostly_on_other_matters(annotated)


def _sharing(here: list[Agreement]) -> list[Agreement]:
    """The agreements of a sentence, those without a subject with the one of the first."""
    shared = next((f.subject for f in here if f.subject), None)
    return [replace(f, subject=f.subject or shared) for f in here]


def _joined_again(joined: dict[tuple[str | None, tuple[str, ...], str], Agreement], fact: Agreement) -> None:
    """A convention named twice is one, with the furthest that was done about it."""
    key = (fact.subject, fact.parties, fact.polarity)
    first = joined.get(key)
    if first is None:
        joined[key] = fact
        return
    stronger = fact if fact.status == "ratified" and first.status == "signed" else first
    joined[key] = replace(stronger, evidence=(*first.evidence, *fact.evidence))


def _titles(annotated: Annotated, sentence: Sentence) -> list[_Found]:
    """The conventions that a sentence names; where the report is on many subjects only those of the exploited."""
    found = [*conventions(annotated.document.text[sentence.start : sentence.end])]
    if not _on_matter(annotated, sentence):
        found = [f for f in found if one("relevant").search(f[0])]
    return [_Found("treaty", title, sentence.start + start, sentence.start + end) for title, start, end in found]


def _of_titles(annotated: Annotated, sentence: Sentence, titles: list[_Found]) -> Iterator[Agreement]:
    for found in titles:
        yield from _joined(annotated, sentence, found)


def _joined(annotated: Annotated, sentence: Sentence, found: _Found) -> Iterator[Agreement]:
    """A named convention with a word for joining it, or for not having joined it."""
    clause = clause_at(annotated, sentence, found.start)
    words = folded(annotated.words(clause.first, clause.last))
    status = status_of(words, found.start - annotated.tokens[clause.first].start)
    onward = _RELATIVE.match(annotated.document.text, found.end, sentence.end)
    if onward and status in {None, "in_force", "implemented"}:
        said = folded(onward.group())
        status = "not_party" if _NONE.search(said) else status_of(said, 0)
    if status in {None, "in_force", "implemented", "in_negotiation", "expired"}:
        return
    whole = folded(annotated.document.text[sentence.start : found.start])
    after = folded(annotated.document.text[found.end : sentence.end])
    unratified = _UNRATIFIED.search(whole) is not None
    if _NEITHER_DONE.search(whole):
        status, unratified = "not_party", False
    elif unratified:
        status = "signed"
    elif status == "signed" and _THEN_RATIFIED.match(after):
        status = "ratified"
    elif status != "pending" and qualify(annotated, sentence, annotated.token_at(found.start)).polarity == "negated":
        status = "not_party"
    elif status == "pending" and _DEPOSITED.search(annotated.document.text, found.end, sentence.end):
        status = "ratified"
    fact = _fact(annotated, sentence, found, (annotated.document.country,), status, clause)
    begin, end = sentence.start, sentence.end - annotated.document.text[: sentence.end].endswith(".")
    if status == "ratified" and (later := _THEN_RATIFIED.match(after)):
        fact = replace(fact, period=later["year"] or fact.period, evidence=(evidence(annotated, begin, found.end + later.end()),))
    yield fact
    if status == "signed" and not unratified and _LEFT_UNRATIFIED.match(after):
        yield replace(fact, status="ratified", polarity="negated", period=None, evidence=(evidence(annotated, begin, end),))


@cache
def _the() -> re.Pattern[str]:
    noun = r"(?P<noun>(?:optional )?(?:protocol|convention|treaty))"
    return pattern(rf"(?:the|this|that|its|said) {noun}(?! (?:on|to|for|of|with|between|against|that|which|governing)\b)")


def _resumed(annotated: Annotated, sentence: Sentence, words: str, titles: list[_Found], known: list[Agreement]) -> Iterator[Agreement]:
    """«The protocol» that was named before, with a word for joining it."""
    found = _the().search(words) if known and not titles else None
    last = next((f for f in reversed(known) if found and found["noun"].split()[-1] in (f.subject or "").lower()), None)
    if found and last:
        start, end = (sentence.start + at for at in found.span("noun"))
        yield from _joined(annotated, sentence, _Found("treaty", last.subject, start, end))


def _accords(annotated: Annotated, sentence: Sentence, words: str, titles: list[_Found], like: Agreement | None) -> Iterator[Agreement]:
    """The accords of a sentence that are no titles; one that is «similar» has the subject of that named before."""
    before = 0
    for kind, start, end in sorted(named(words), key=lambda n: n[1]):
        span = (sentence.start + start, sentence.start + end)
        if not any(c.start < span[1] and span[0] < c.end for c in titles):
            joint = re.search(r",?\s+(?:and|but|while|whereas)\s+(?:\w+\s+){0,4}$", words[before:start]) if before else None
            similar = like if _SIMILAR.search(words[:start]) else None
            alike = similar.type if similar and kind == BARE and similar.type != "other" else None
            first = sentence.start + before + joint.start() if joint else 0
            told = _accord(annotated, sentence, kind, span, first)
            yield from (replace(f, type=alike or f.type, subject=f.subject or (similar.subject if similar else None)) for f in told)
            before = end


def _reach(annotated: Annotated, sentence: Sentence, at: int, partners: int | None) -> Clause:
    """The clause of an agreement, and those over which the list of its partners goes on."""
    clause = clause_at(annotated, sentence, at)
    return Clause(clause.first, max(clause.last, clause_at(annotated, sentence, partners - 1).last)) if partners else clause


def _window(annotated: Annotated, clause: Clause, at: int, first: int) -> tuple[str, int]:
    """The folded words in which the status of an agreement is told, and its offset there: its clause, without an agreement before it."""
    start, end = annotated.tokens[clause.first].start, annotated.tokens[clause.last - 1].end
    whole = folded(annotated.document.text[start:end])
    onward = agreement_parties.further_words().search(whole, at - start)
    whole = whole[: onward.start()] if onward else whole
    if first > start and status_of(part := folded(annotated.document.text[first:end]), at - first):
        return part, at - first
    return whole, at - start


def _accord(annotated: Annotated, sentence: Sentence, kind: str, span: tuple[int, int], first: int) -> Iterator[Agreement]:
    who = parties(annotated, sentence, *span)
    clause = _reach(annotated, sentence, span[0], who.end)
    words, at = _window(annotated, clause, span[0], first)
    onward = folded(annotated.document.text[span[1] : sentence.end])
    waits = _AWAITS.search(onward) and not re.search(r"\bsigned\b", words)
    status = "pending" if waits else status_of(words, at)
    status = "pending" if status == "not_party" and re.search(r"\bratif", words) and any(map(is_country, who.partners)) else status
    states = kind != "treaty" or any(map(is_country, who.partners))
    unsigned = status == "not_party" and states and _UNSIGNED.search(words) is not None
    status = "signed" if unsigned else status
    if unsigned and _READY.search(folded(annotated.document.text[sentence.start : span[0]])):
        status, unsigned = "pending", False
    idle = status == "implemented" and _UNMADE.search(words) is not None
    status = None if idle else status
    if not _likely(kind, status, who, (words[:at], words[at:])):
        return
    if not known(words, at) and _only_wished(annotated, sentence, span, status):
        return
    qualified = qualify(annotated, sentence, annotated.token_at(span[0]))
    broken = status == "in_negotiation" and _BROKEN_OFF.search(words[at:]) is not None
    negated = unsigned or broken or (qualified.polarity == "negated" and status != "pending")
    if negated and not unsigned and status in {"signed", "in_force", "ratified", "implemented"} and _NONE.search(words):
        status = None
    if status is None and not (negated or idle) and who.partners and _OWNED.search(words[:at]):
        status = "in_force"
    regional = kind == "regional_agreement" or bool(one("regional").search(words[max(0, at - 40) : at]))
    found = _Found("bilateral_agreement" if kind == BARE else kind, subject(annotated, sentence, span, who.end), *span)
    for those in united(who, annotated.document.country, regional=regional):
        type_ = "regional_agreement" if regional and kind == BARE else found.type
        type_ = "other" if type_ in {"bilateral_agreement", "treaty"} and not all(is_country(p) for p in those) else type_
        fact = _fact(annotated, sentence, found._replace(type=type_), those, status, clause)
        yield replace(
            fact,
            polarity="negated" if negated and status != "not_party" else "affirmed",
            certainty="reported" if qualified.certainty == "reported" else "stated",
            rule="agreement.accord",
        )


def _only_wished(annotated: Annotated, sentence: Sentence, span: tuple[int, int], status: str | None) -> bool:
    """Whether an agreement is only asked for, or planned without being negotiated yet."""
    if status == "in_negotiation":
        return wished(annotated, sentence, span[0], None, ASKED)
    return wished(annotated, sentence, *span, ASKED if status == "pending" else EVERY)


def _likely(kind: str, status: str | None, who: Parties, around: tuple[str, str]) -> bool:
    """Whether the words around name an agreement that somebody could look up: it has partners, or a state did something with it."""
    before, onward = around
    if _MADE_TO_SIGN.search(before) or _PRIVATE.match(onward):
        return False
    if kind == "regional_agreement" and status in _STRONG - {"in_negotiation"}:
        return True
    if kind == "treaty" and status not in {"signed", "ratified"} and _CARE.match(onward):
        return False
    if kind == "treaty":
        return any(is_country(p) for p in who.partners) or bool(
            status
            and not _WRITTEN_WITH.match(onward)
            and (agreement_parties.general_partner(onward) or (who.partners and onward.startswith("protocol")))
        )
    if agreement_parties.general_partner(onward):
        return kind != BARE or status is not None
    if who.partners:
        return bool(who.signers or any(is_country(p) for p in who.partners) or not one("coerced").search(before))
    plural = re.match(r"(?:mous|memoranda|.*(?:contracts|agreements))\b", onward)
    if kind == BARE or (plural and not re.search(r"\bany\b|\bno (?:\w+ ){0,2}$", before)):
        return False
    return status in _STRONG and (bool(who.signers) or agreement_parties.has_government(before))


def _fact(annotated: Annotated, sentence: Sentence, found: _Found, those: tuple[str, ...], status: str | None, clause: Clause) -> Agreement:
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
    """The clause's first period that is not a part of the title; a year right before the noun only where no other is named."""
    text = annotated.document.text
    outside = [m for m in periods(annotated, sentence, clause) if m.end <= found.start or m.start >= found.end]
    apart = [m for m in outside if not (m.end <= found.start and re.fullmatch(r"\s+(?:[\w-]+\s+){0,3}", text[m.end : found.start]))]
    own = None if found.type == "treaty" else re.match(r"(?:19|20)\d\d\b", text[found.start : found.end])
    return next((m.value for m in [*apart, *outside]), own.group() if own else None)
