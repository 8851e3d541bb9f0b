"""Where victims are lodged that is no shelter: foster families, convents, hotels, institutions for children."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.facts.facility import Facility
from kg.facts.reading.facility_cues import cue
from kg.facts.reading.facility_nouns import Noun
from kg.facts.reading.facility_where import places, whom
from kg.facts.reading.periods import period_in
from kg.facts.reading.wording import clause_at, clause_evidence, folded, pattern
from kg.language.model import Annotated, Sentence
from kg.language.qualifiers import qualify
from kg.language.sieve import search
from kg.vocabulary.facility_words import facility_words

_PUT: Final = (
    r"(?:\bbe|\bwere|\bwas|\bare|\bis|\bbeen|,|\band)\s+(?:(?:\w+ly|sometimes|often|instead|then|also|usually)\s+)*"
    r"(?:housed|lodged|placed|put\s+up|sheltered|accommodated|boarded|quartered)\s+(?:\w+ly\s+)?"
)
_PUTTING: Final = (
    r"(?<!\bto\s)(?<!not\s)\b(?:housed|houses?|lodged|lodges?|placed|places?|put\s+up|puts\s+up|sheltered|shelters?|accommodated|accommodates?)\s+"
    r"(?P<object>(?:(?!(?:in|with|at|among|by|who|which|that)\b)[\w'-]+\s+){1,6}?)"
)
_SUBJECT: Final = 40
"""How far before a verb its subject stands."""
_LINK: Final = r"(?:in|with|at|among)\s+(?:(?:the|an?|local|private|state|government|public|church|religious|ordinary|their|cheap)\s+)*"
_GROUP: Final = re.compile(
    r"\b(?:and|or|,|while)\s+(?P<whom>[\w\s]{3,30}?)\s+(?:in|with|at)\s+(?:(?:the|an?|local|private|state|government|public)\s+)*$"
)
_STATE: Final = re.compile(r"\b(?:state|government|public)\s+$")


@cache
def _places() -> re.Pattern[str]:
    return pattern(*(p for _, p in facility_words("lodging")))


def lodged(annotated: Annotated, sentence: Sentence) -> Iterator[Facility]:
    """Each place where a sentence says that victims were put up, with those who were."""
    words = folded(annotated.document.text[sentence.start : sentence.end])
    about = sentence.section == "protection" or re.search(r"traffick|\bvictim", words)
    found = (_told().search(words) or _doing().search(words)) if about and search(_places(), words) else None
    if found is None or qualify(annotated, sentence, annotated.token_at(sentence.start + found.start("what"))).polarity == "negated":
        return
    begin = annotated.tokens[clause_at(annotated, sentence, sentence.start + found.start("what")).first].start - sentence.start
    put = found.groupdict().get("object")
    if put and cue("exploiters").search(words, max(0, found.start() - _SUBJECT), found.start()):
        return
    span = found.span("object") if put else (min(begin, max(0, found.start() - 90)), found.start())
    served = whom(sentence, *span)
    if served or re.search(r"\b(?:victims?|survivors|they|them)\b[^.;]*$", words[span[0] if put else 0 : span[1]]):
        yield _at(annotated, sentence, words, found.span("what"), served)
        for more in _places().finditer(words, found.end("what")):
            group = _GROUP.search(words[: more.start()])
            others = whom(sentence, *group.span("whom")) if group else ()
            if others:
                yield _at(annotated, sentence, words, more.span(), others)


@cache
def _told() -> re.Pattern[str]:
    return re.compile(rf"{_PUT}{_LINK}(?P<what>{_places().pattern})")


@cache
def _doing() -> re.Pattern[str]:
    return re.compile(rf"{_PUTTING}{_LINK}(?P<what>{_places().pattern})")


def _at(annotated: Annotated, sentence: Sentence, words: str, span: tuple[int, int], served: tuple[str, ...]) -> Facility:
    clause = clause_at(annotated, sentence, sentence.start + span[0])
    where = places(annotated, sentence, Noun("other", *span), [])
    public = _STATE.search(words[: span[0]]) or re.search(
        r"\bstate institutions?\b", words[span[0] : clause_end(annotated, sentence, span[1])]
    )
    return Facility(
        doc=annotated.document.id,
        type="other",
        location=where[0] if where else None,
        serves=served,
        operators=("government",) if public else (),
        period=period_in(annotated, sentence, clause),
        evidence=(clause_evidence(annotated, clause),),
        rule="facility.lodged",
    )


def clause_end(annotated: Annotated, sentence: Sentence, at: int) -> int:
    """Where the part of a sentence ends that a comma or a further group closes, as an offset in its words."""
    words = annotated.document.text[sentence.start : sentence.end]
    found = re.compile(r",|;").search(words, at)
    return found.start() if found else len(words)
