"""Zeros of what courts impose: *penalties were never applied*, did not *impose any penalties*, imposed *no penalties*."""

from collections.abc import Iterator
from typing import Final

from kg.facts.reading.statistic_count import Count
from kg.facts.reading.statistic_denied import DENYING, not_always
from kg.facts.reading.statistic_phrases import Line
from kg.language.clauses import FINITE
from kg.vocabulary.count_words import count_words
from kg.vocabulary.measures import Measure

_IMPOSING: Final = count_words("imposing")
_PENALTIES: Final = frozenset({"penalties", "punishments", "penalty", "punishment"})
_PLAIN: Final = frozenset({"any", "no", "criminal", "such", "legal", "formal", "known", "judicial"})
"""What may stand before penalties without telling which ones there were none of."""
_BEING: Final = frozenset({"was", "were", "been"})
_ACTING: Final = frozenset({"did", "had", "has", "have"})
_BETWEEN: Final = frozenset({"for", "against", "under", "of", "on", "in"})
_JUDGED: Final = frozenset({"sufficient", "commensurate", "adequate", "consistently", "effectively", "sufficiently", "strictly", "only"})
"""What tells of the penalties imposed that they were not enough."""
_REACH: Final = 8
_SENTENCES: Final = Measure(("penalties",), "noun", "sentences", frozenset(), frozenset(), frozenset())


def unpunished(text: Line) -> Iterator[Count]:
    """The zero that a sentence tells of penalties, where it is simply denied that any were imposed."""
    for i in range(text.first, text.last):
        if text.lower(i) in _PENALTIES and (first := _none_imposed(text, i)) is not None:
            yield Count(0.0, None, None, "exactly", "", first, first + 1, i + 1, i, "event", None, (_SENTENCES,), zero=True)


def _none_imposed(text: Line, i: int) -> int | None:
    """The token with which the words begin that say that no penalties were imposed, if they say so."""
    start = i
    while start > text.first and text.lower(start - 1) in _PLAIN:
        start -= 1
    none = any(text.lower(n) == "no" for n in range(start, i))
    if {text.lower(n) for n in range(i + 1, i + _REACH)} & _JUDGED:
        return None
    if text.lower(start - 1) in _IMPOSING and text.tokens[start - 1].pos == "VERB":
        acted = text.tokens[start - 1].tag == "VBD" if none else _not_done(text, start - 1)
        return start if acted and text.lower(start - 2) not in {"law", "laws", "act", "code"} else None
    return start if _passive(text, i, none=none) else None


def _not_done(text: Line, verb: int) -> bool:
    """Whether a verb is denied of the past: *did not* impose, *has never* imposed, *nor* imposed."""
    before = [text.lower(n) for n in range(verb - 2, verb)]
    return (before[1] in DENYING and before[0] in _ACTING and not not_always(text, verb - 1)) or before[1] == "nor"


def _passive(text: Line, i: int, *, none: bool) -> bool:
    """Whether penalties are said never to have been imposed, or *no penalties* to have been."""
    at = next((n for n in range(i + 1, min(i + _REACH, text.last)) if text.tokens[n].tag in FINITE or text.lower(n) in _BEING), text.last)
    if any(text.tokens[n].text in {",", ";"} or text.tokens[n].pos == "VERB" for n in range(i + 1, at)):
        return False
    if at > i + 1 and text.lower(i + 1) not in _BETWEEN:
        return False
    said = [text.lower(n) for n in range(at, min(at + 4, text.last))]
    verb = next((n for n, w in enumerate(said) if w in _IMPOSING), None)
    if verb is None or not _BEING & {*said[:verb]} or not {*said[:verb]} <= {*_BEING, *_ACTING, *DENYING, "ever", "reportedly"}:
        return False
    return none != bool(DENYING & {*said[:verb]})
