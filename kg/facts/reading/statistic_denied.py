"""Counts of none that a negated verb alone tells: did not prosecute or convict *traffickers*, did not give its diplomats *training*."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Final

from kg.facts.reading.statistic_count import ENFORCED, POOR, REACH, Count, filled, names_officials, nought
from kg.facts.reading.statistic_phrases import DETERMINERS, Line, phrase, simply_denied
from kg.vocabulary.count_words import count_words

_DENIED: Final = count_words("undone")
_DENIED_OBJECTS: Final[Mapping[str, Set[str]]] = {"identify": {"victim"}, "train": {"official"}}
"""The classes of those whom a verb must take for none to be one, where they are not offenders or cases."""
_TRAINING: Final = count_words("giving")
_PROCEEDING: Final = count_words("bringing_about")
_PROCEEDINGS: Final = ENFORCED - {"sentences"} | {"investigations"}
_PLAIN: Final = frozenset({"new", "criminal", "formal", "known", "additional", "further", "specific"})
_WHOSE: Final = frozenset({"of", "into", "against", "involving", "for"})
_FURTHER: Final = count_words("further")
_UNDERGONE: Final = frozenset({"were", "was", "are", "is"})
DENYING: Final = frozenset({"not", "n't", "never", "neither"})
_NARROWING: Final = frozenset({"who", "whom", "whose", "among", "when", "where", "that", "as", "through", "based", "because", "by", "at"})


def bare(text: Line) -> Iterator[Count]:
    """Plurals without a number that a negated verb takes, none of them: *did not prosecute or convict* trafficking offenders."""
    denied = [i for i in range(text.first, text.last) if text.lower(i) in DENYING]
    for i in range(denied[0] + 1, text.last) if denied else ():
        verb = text.tokens[i - 1 - (text.lower(i - 1) == "out")]
        near = max((n for n in denied if i - 1 - REACH < n < i - 1), default=None)
        told = near is not None and verb.tag == "VBG" and text.lower(near + 1) == "report"
        if near is None or verb.pos != "VERB" or (verb.tag not in {"VB", "VBN", "VBD"} and not told):
            continue
        for rule in (r for verbs, r in _RULES if verb.lemma in verbs):
            if none := rule(text, denied, i):
                yield none


def _events(text: Line, denied: Sequence[int], i: int) -> Count | None:
    """The proceedings in the plural that did not take place: did not initiate *new investigations*, did not obtain *convictions*."""
    found = phrase(text, i)
    if found.head is None or not found.nouns or found.nouns[0].measure not in _PROCEEDINGS or text.tokens[found.head].tag != "NNS":
        return None
    described = {t.lower for t in text.tokens[i : found.head] if t.pos in {"ADJ", "ADV"} or t.tag == "VBN"}
    whose = phrase(text, found.last + 1).last if text.lower(found.last) in _WHOSE else found.last
    denial = max(n for n in denied if n < i)
    plain = described <= _PLAIN and text.lower(found.last) not in _NARROWING and text.lower(denial - 1) not in _UNDERGONE
    if not plain or names_officials(text, i, whose) or not simply_denied(text, denial, i):
        return None
    return filled(Count(0.0, None, None, "exactly", "", i - 1, i, i, whole="bare", zero=True), found)


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


_RULES: Final = ((_DENIED, _plural), (_TRAINING, _untrained), (_PROCEEDING, _events))
"""The rules for what verbs of a group take, where they are denied."""
