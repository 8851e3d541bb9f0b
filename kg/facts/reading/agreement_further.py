"""Further agreements of the sort just named, which the text tells in few words: «one with Qatar expired», «talks with Oman»."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from kg.facts.agreement import Agreement
from kg.facts.model import ordered
from kg.facts.reading.agreement_parties import is_country, listed
from kg.facts.reading.agreement_terms import status_of, subject
from kg.facts.reading.evidence import evidence
from kg.facts.reading.periods import period_in, periods
from kg.facts.reading.wording import clause_at, clause_evidence, folded, pattern
from kg.language.model import Annotated, Sentence
from kg.vocabulary.agreement_words import agreement_words

_STALLED: Final = re.compile(
    r"\b(?:put off|postponed|stalled|suspended|broke (?:down|off)|broken off|fell through|failed|did not"
    r"|without (?:result|agreement)|collapsed|delayed|came to nothing|no progress)\b"
)
_UNUSED: Final = re.compile(r"\b(?:never|not)\s+(?:been\s+)?(?:implemented|applied|used|enforced|put into)")
_STOP: Final = re.compile(r"[;.](?:\s|$)")
_TALKING: Final = re.compile(r"(?:talks|negotiations|discussions|consultations)\b")
_NO_MORE: Final = re.compile(r"none\b")
_JOINT: Final = re.compile(r"(?:^|,|\b(?:and|but|while|whereas)\b)(?:(?!,|\b(?:and|but|while|whereas)\b).)*$")
_MORE: Final = r"(?<=\d),? and with"
"""One more partner with a date of its own: «with Mali in 2004 and with Senegal in 2005»."""


_NONE: Final = (
    r"none(?: (?:existed|exists|was signed|is in force|is in place))?"
    r"|no such (?:agreements?|accords?|treat(?:y|ies)|memorand(?:um|a))(?: existed| exists)?"
)
"""That there is none with somebody else: «has an accord with Chile but *none with* Peru»."""
_TALKS: Final = re.compile(
    r"\b(?:(?:talks|negotiations)(?:\s+(?!on\b|to\b|for\b|about\b)\w+){0,2}|negotiat(?:ed|es|ing))\s+with\s+(?:the\s+)?"
)


@cache
def _again() -> re.Pattern[str]:
    words = "|".join(p for _, p in agreement_words("again"))
    return pattern(rf"(?P<again>{words})(?: [\w-]+ly)? with", rf"(?:{_NONE}) with", _MORE)


def further(annotated: Annotated, sentence: Sentence, before: list[Agreement]) -> Iterator[Agreement]:
    """The agreements with other countries that are like the last one before, treaties with a title excepted."""
    text = annotated.document.text
    known = [f for f in before if len(f.parties) > 1 or f.subject]
    if not known:
        return
    for found in _again().finditer(folded(text[sentence.start : sentence.end])):
        start, end = sentence.start + found.start(), sentence.start + found.end()
        talks = _TALKING.match(found.group())
        if talks and any(start < e.end and e.start < end and f.status == "in_negotiation" for f in before for e in f.evidence):
            continue
        like = next((f for f in reversed(known) if f.evidence[0].start < start), None)
        if like is None:
            continue
        stop = _STOP.search(text, end, sentence.end)
        yield from _like(annotated, sentence, like, (start, end, stop.start() if stop else sentence.end), known=before)


def _like(
    annotated: Annotated, sentence: Sentence, like: Agreement, span: tuple[int, int, int], *, known: list[Agreement]
) -> Iterator[Agreement]:
    start, end, last = span
    words = folded(annotated.document.text[start:last])
    talks = _TALKING.match(words)
    joint = _JOINT.search(folded(annotated.document.text[max(sentence.start, start - 60) : start]))
    first = start - len(joint.group()) if joint else start
    status = "in_negotiation" if talks else status_of(folded(annotated.document.text[first:last]), start - first) or like.status
    status = None if _NO_MORE.match(words) else status
    status = like.status if _UNUSED.search(words) else status
    none = words.startswith(("none", "no such"))
    status = None if none else status
    clause = clause_at(annotated, sentence, start)
    partners, _ = listed(annotated, sentence, end)
    period = next((m.value for m in periods(annotated, sentence, clause) if m.start >= start), None)
    here = [f for f in known if f.evidence[0].start <= start < f.evidence[0].end and f.status == status]
    for partner in partners:
        if is_country(partner) and not any(partner in f.parties for f in here):
            yield replace(
                like,
                parties=ordered((annotated.document.country, partner)),
                status=status,
                polarity="negated" if none or (talks and _STALLED.search(words)) or _NO_MORE.match(words) else "affirmed",
                period=None if none else period,
                evidence=(evidence(annotated, start, last),),
                rule="agreement.further",
            )


def told(annotated: Annotated, sentence: Sentence, words: str) -> Iterator[Agreement]:
    """Talks with a country about something, where no agreement is named: «negotiations with Nepal on the recruitment of maids»."""
    for found in _TALKS.finditer(words):
        start, end = sentence.start + found.start(), sentence.start + found.end()
        partners, last = listed(annotated, sentence, end)
        what = subject(annotated, sentence, (start, end), last) if last else None
        clause = clause_at(annotated, sentence, start)
        for partner in partners if what else ():
            if is_country(partner):
                yield Agreement(
                    doc=annotated.document.id,
                    type="bilateral_agreement",
                    parties=ordered((annotated.document.country, partner)),
                    subject=what,
                    status="in_negotiation",
                    polarity="negated" if _STALLED.search(words, found.end()) else "affirmed",
                    period=period_in(annotated, sentence, clause),
                    evidence=(clause_evidence(annotated, clause),),
                    rule="agreement.talks",
                )
