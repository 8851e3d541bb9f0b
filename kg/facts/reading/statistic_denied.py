"""Counts of none that a negated verb alone tells: did not prosecute or convict *traffickers*, did not give its diplomats *training*."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Final

from kg.facts.reading.statistic_count import POOR, REACH, Count, filled, nought
from kg.facts.reading.statistic_phrases import DETERMINERS, Line, phrase, simply_denied
from kg.vocabulary.count_words import count_words

_DENIED: Final = count_words("undone")
_DENIED_OBJECTS: Final[Mapping[str, Set[str]]] = {"identify": {"victim"}, "train": {"official"}}
"""The classes of those whom a verb must take for none to be one, where they are not offenders or cases."""
_TRAINING: Final = count_words("giving")
_FURTHER: Final = count_words("further")
_UNDERGONE: Final = frozenset({"were", "was", "are", "is"})
DENYING: Final = frozenset({"not", "n't", "never", "neither"})
_NARROWING: Final = frozenset({"who", "whom", "whose", "among", "when", "where", "that", "as", "through", "based", "because", "by", "at"})


def bare(text: Line) -> Iterator[Count]:
    """Plurals without a number that a negated verb takes, none of them: *did not prosecute or convict* trafficking offenders."""
    denied = [i for i in range(text.first, text.last) if text.lower(i) in DENYING]
    for i in range(denied[0] + 1, text.last) if denied else ():
        verb = text.tokens[i - 1]
        near = max((n for n in denied if i - 1 - REACH < n < i - 1), default=None)
        told = near is not None and verb.tag == "VBG" and text.lower(near + 1) == "report"
        if near is None or verb.pos != "VERB" or (verb.tag not in {"VB", "VBN", "VBD"} and not told):
            continue
        rule = _plural if verb.lemma in _DENIED else _untrained if verb.lemma in _TRAINING else None
        if rule and (none := rule(text, denied, i)):
            yield none


def _untrained(text: Line, denied: Sequence[int], i: int) -> Count | None:
    """The training that was not given: did not provide *anti-trafficking training* to its diplomats."""
    found = phrase(text, i)
    if found.head is None or (none := nought(text.lower(found.head))) is None or none.measure != "people_trained":
        return None
    denial = max(n for n in denied if n < i)
    plain = not {t.lower for t in text.tokens[i : found.head]} & {*POOR, *_FURTHER} and text.lower(denial - 1) not in _UNDERGONE
    if not plain or text.lower(found.last) in _NARROWING or not simply_denied(text, denial, i):
        return None
    count = filled(Count(0.0, None, None, "exactly", "", i, i, i, whole="bare", zero=True), found)
    given = text.lower(found.last) in {"to", "for"}
    to = phrase(text, found.last + 1 + (text.lower(found.last + 1) in DETERMINERS)) if given else None
    return replace(count, group="event", nouns=(none,), unit=to.unit if to else None, last=to.last if to else count.last)


def _plural(text: Line, denied: Sequence[int], i: int) -> Count | None:
    """The bare plural at a token after a verb, where the verb is simply denied, and nothing after it narrows the plural."""
    found = phrase(text, i)
    groups = _DENIED_OBJECTS.get(text.tokens[i - 1].lemma, {"offender", "case"})
    if text.lower(i) in {"its", "their"} and "official" in groups:
        found = phrase(text, i + 1)
    if found.head is None or found.group not in groups or text.tokens[found.head].tag != "NNS":
        return None
    first = text.tokens[found.last - 1 if text.lower(i) in {"its", "their"} else i]
    opens = first.pos in {"NOUN", "ADJ", "PROPN"} or (first.tag in {"VBN", "VBG"} and i < found.head)
    denial = max(n for n in denied if n < i)
    if not opens or text.lower(found.last) in _NARROWING or not simply_denied(text, denial, i):
        return None
    return filled(Count(0.0, None, None, "exactly", "", i, i, i, whole="bare", zero=True), found)
