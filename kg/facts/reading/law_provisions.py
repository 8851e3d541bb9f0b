"""Provisions that stand without the name of their law: «Article 148, added in 2020, makes forced labor a crime»."""

import re
from typing import Final

from kg.facts.law import Law
from kg.facts.reading.evidence import evidence
from kg.facts.reading.law_forms import PROCURING, explained, forms, prohibits, stop
from kg.facts.reading.law_titles import OF_IT, Title
from kg.facts.reading.penalties import NONE, penalty
from kg.facts.reading.subject import names_trafficking
from kg.facts.reading.wording import clause_at, clause_evidence, folded, pattern
from kg.language.model import Annotated, Sentence
from kg.vocabulary.law_words import law_words

_ELEMENT: Final = re.compile(
    r"\b(?:convicted|charged|prosecuted|sentenced|tried|indicted)\b[^.;]*\bunder\b"
    r"|\brequire[sd]?\b[^.;]*\b(?:force|fraud|coercion|deceit|deception|movement)\b|(?<!not )\bcriminali[sz]e[sd]\b"
)
_MADE: Final = re.compile(
    r"\b(?:crime|felony|offen[cs]e|illegal|punishable|punished|prohibited|outlawed|forbidden|banned)\b[^.;]*\b(?:under|by)\s+(?:article|section)",
    re.IGNORECASE,
)
_MADE_BEFORE: Final = re.compile(
    r".*\b(?:crime|felony|offen[cs]e|illegal|punishable|punished|prohibited|outlawed|forbidden|banned)\b[^.;]*\b(?:under|by)\s+$"
)
_ADDED: Final = re.compile(
    r",?\s+(?:which\s+was\s+|was\s+)?(?:added|inserted|introduced|adopted|enacted|amended|revised|in\s+(?:force|effect))"
    r"(?:\s+to\s+the\s+code)?\s+(?:in|since)\s+(?:[A-Z][a-z]+\s+)?(?P<year>(?:19|20)\d\d)\b"
)
_BETWEEN: Final = r"(?:,[^,;.]{3,60},|,)?\s+(?:also\s+|now\s+|\w+ly\s+)?"
_FORBIDS: Final = pattern(law_words("acts"))
"""What a provision itself does: *makes* forced labor a crime, *punishes* pimping."""


def criminal(sentence: Sentence, text: str, provision: Title) -> bool:
    """Whether a provision without a law's name is one of a law told before."""
    own = OF_IT.match(text, provision.end) and (sentence.of("exploitation") or "traffick" in text)
    return bool(own or re.search(rf"under|charged|pursuant|prosecut|convict|violation|\b(?:{law_words('uses')})", text))


def of_crime(sentence: Sentence, text: str, provision: Title) -> bool:
    """Whether a sentence tells of a provision, whose law it need not name, what it makes of exploitation."""
    about = bool(sentence.of("exploitation")) or bool(PROCURING.search(folded(text)))
    acts = _acts(folded(text), provision.end)
    trafficking = acts is not None and names_trafficking(text, acts.end(), len(text))
    return trafficking or (about and bool(_ELEMENT.search(text) or _MADE.search(text) or acts))


def _acts(words: str, end: int) -> re.Match[str] | None:
    """The verb with which a provision that ends at an offset forbids something."""
    between = re.compile(_BETWEEN).match(words, end)
    return _FORBIDS.match(words, between.end()) if between else None


def alone_law(annotated: Annotated, sentence: Sentence, title: Title, before: list[Law]) -> Law:
    """A provision without a law's name: it belongs to the law whose provision was named last, else to the code named last."""
    named = [law for law in before if law.title]
    of = OF_IT.match(annotated.document.text, sentence.start + title.end)
    owner = next((f for f in reversed(named) if f.provision), None) or next((f for f in reversed(named)), None)
    clause = clause_at(annotated, sentence, sentence.start + title.start)
    text = annotated.document.text
    terms = penalty(text, sentence, sentence.start + title.end, sentence.end) or NONE
    found = clause_evidence(annotated, clause)
    if terms != NONE:
        found = evidence(annotated, found.start, sentence.end)
    return Law(
        doc=annotated.document.id,
        title=owner.title if owner else None,
        provision=capital(title.provision),
        country=annotated.document.country,
        year=int(added["year"]) if (added := _ADDED.match(text, sentence.start + title.end)) else None,
        prohibits=explained(sentence, text[sentence.start : sentence.end], title.end)
        or _element(sentence, text, title)
        or (prohibits(annotated, sentence, title.start, of.end() - sentence.start, sentence.end - sentence.start) if of else ()),
        penalty_min_months=terms.lowest,
        penalty_max_months=terms.highest,
        penalty_life=terms.life,
        evidence=(found,),
        rule="law.provision",
    )


def _element(sentence: Sentence, text: str, title: Title) -> tuple[str, ...]:
    """The exploitation of which a provision without a law's name is said to make a crime, or whose elements it tells."""
    words = folded(text[sentence.start : sentence.end])
    if _ELEMENT.search(words, title.end):
        return forms(sentence, words, title.end, len(words))
    if acts := _acts(words, title.end):
        end = stop(words, acts.end())
        found = forms(sentence, words, acts.end(), end)
        return found or (("sex_trafficking",) if PROCURING.search(words, acts.end(), end) else ())
    made = re.match(_MADE_BEFORE, words[: title.start])
    found = forms(sentence, words, 0, title.start) if made else ()
    return found or (("sex_trafficking",) if made and PROCURING.search(words, 0, title.start) else ())


def capital(words: str | None) -> str | None:
    """A provision with a capital letter."""
    return words[0].upper() + words[1:] if words else None
