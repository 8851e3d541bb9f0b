"""Counts of none that a negated verb alone tells: did not prosecute or convict *traffickers*, did not give its diplomats *training*."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Final

from kg.facts.reading.statistic_count import ENFORCED, POOR, REACH, Count, filled, names_officials, nought
from kg.facts.reading.statistic_phrases import DETERMINERS, HABITUAL, Line, phrase, simply_denied
from kg.language.clauses import FINITE
from kg.vocabulary.count_words import count_words

_UNDONE: Final = count_words("undone")
_DENIED_OBJECTS: Final[Mapping[str, Set[str]]] = {"identify": {"victim"}, "train": {"official"}}
"""The classes of those whom a verb must take for none to be one, where they are not offenders or cases."""
_IDENTIFYING: Final = frozenset({"identify"})
_TRAINING: Final = count_words("giving")
_PROCEEDING: Final = count_words("bringing_about")
_PROCEEDINGS: Final = ENFORCED - {"sentences"} | {"investigations"}
_PLAIN: Final = frozenset({"new", "criminal", "formal", "known", "additional", "further", "specific"})
_WHOSE: Final = frozenset({"of", "into", "against", "involving", "for"})
_FURTHER: Final = count_words("further")
_UNDERGONE: Final = frozenset({"were", "was", "are", "is"})
_PARTICLES: Final = frozenset({"out", "to", "in"})
"""What belongs to a verb before its object: carry *out* investigations, lead *to* arrests."""
_NOT_ALWAYS: Final = frozenset({"always", "often", "sometimes", "frequently", "generally", "routinely", "usually", "repeatedly"})
_PARTLY: Final = count_words("partly")
"""Of these alone a zero is not that of the whole country; and who *seldom failed* did not fail."""
_SUBORDINATING: Final = frozenset({"who", "which", "that", "because", "when", "if", "where", "whether", "after", "while", "as"})
_USING: Final = frozenset({"use", "used", "apply", "applied", "invoke", "invoked"})
_LAWS: Final = frozenset({"law", "laws", "act", "statute", "statutes", "code", "legislation", "provision", "provisions", "article"})
DENYING: Final = frozenset({"not", "n't", "never", "neither"})
_NARROWING: Final = frozenset({"who", "whom", "whose", "among", "when", "where", "that", "as", "through", "based", "because", "by", "at"})


def bare(text: Line) -> Iterator[Count]:
    """Plurals without a number that a negated verb takes, none of them: *did not prosecute or convict* trafficking offenders."""
    denied = [i for i in range(text.first, text.last) if text.lower(i) in DENYING or _failed(text, i)]
    for i in range(denied[0] + 1, text.last) if denied else ():
        verb = text.tokens[i - 1 - (text.lower(i - 1) in _PARTICLES)]
        near = max((n for n in denied if i - 1 - REACH < n < i - 1), default=None)
        told = near is not None and verb.tag == "VBG" and text.lower(near + 1) == "report"
        if near is None or verb.pos != "VERB" or (verb.tag not in {"VB", "VBN", "VBD"} and not told):
            continue
        for rule in (r for verbs, r in _RULES if verb.lemma in verbs):
            if none := rule(text, denied, i):
                yield none


def _failed(text: Line, i: int) -> bool:
    """Whether *to* stands at a token after *failed*, of which no relative or adverbial clause tells: *again failed to* identify victims."""
    if text.lower(i) != "to" or text.lower(i - 1) != "failed":
        return False
    before = [t.lower for t in text.tokens[max(text.first, i - 1 - REACH) : i - 1]]
    clause = before[len(before) - next((n for n, w in enumerate(reversed(before)) if w in {",", ";"}), len(before)) :]
    partly = {*clause} & (_NOT_ALWAYS | _PARTLY | DENYING)
    return not {*clause} & _SUBORDINATING and not partly


def _denied(text: Line, denied: Sequence[int], i: int) -> bool:
    """Whether the verb before a token is simply denied, goes on a list of infinitives that are, or tells what a law is not used for."""
    denial = max(n for n in denied if n < i)
    if not_always(text, denial):
        return False
    if simply_denied(text, denial, i):
        return True
    between = [t.lower for t in text.tokens[denial + 1 : i - 1]]
    if any(w.endswith("ly") or w in _NOT_ALWAYS for w in between) or text.lower(denial - 1) in HABITUAL:
        return False
    means = {text.lower(n) for n in range(max(text.first, denial - REACH), denial)}
    return _used_for(between, means) or _listed(text, denial, i)


def not_always(text: Line, denial: int) -> bool:
    """Whether an adverb before the auxiliary of a negation says that something was not done at times only: *often did not*."""
    return bool({text.lower(denial - 1), text.lower(denial - 2)} & _NOT_ALWAYS)


def _used_for(between: Sequence[str], means: set[str]) -> bool:
    """Whether the words between a negation and a verb tell what a law was not used for: did not *use the act to* prosecute."""
    used = bool(between) and between[0] in _USING and between[-1] == "to" and not {*between} & {",", "and"}
    passive = between in (["been", "used", "to"], ["used", "to"], ["been", "applied", "to"])
    return (used and any(w in _LAWS for w in between)) or (passive and bool(means & _LAWS))


def _listed(text: Line, denial: int, i: int) -> bool:
    """Whether an infinitive goes on a list whose first one a negation denies: did not investigate cases, *identify* victims."""
    tokens, verb = text.tokens, i - 1
    opens = text.lower(verb - 1) == "," or (text.lower(verb - 1) in {"or", "nor"} and text.lower(verb - 2) == ",")
    first = next((n for n in range(denial + 1, min(denial + 3, verb)) if tokens[n].tag == "VB"), None)
    if not opens or first is None or tokens[verb].tag != "VB":
        return False
    return not any(t.tag in FINITE or t.tag in {"MD", "TO", "WP", "WDT"} or t.text in {";", ":"} for t in tokens[first + 1 : verb])


def _events(text: Line, denied: Sequence[int], i: int) -> Count | None:
    """The proceedings in the plural that did not take place: did not initiate *new investigations*, did not obtain *convictions*."""
    found = phrase(text, i)
    if found.head is None or not found.nouns or found.nouns[0].measure not in _PROCEEDINGS or text.tokens[found.head].tag != "NNS":
        return None
    described = {t.lower for t in text.tokens[i : found.head] if t.pos in {"ADJ", "ADV"} or t.tag == "VBN"}
    whose = phrase(text, found.last + 1).last if text.lower(found.last) in _WHOSE else found.last
    denial, first = max(n for n in denied if n < i), i - 1 - (text.lower(i - 1) in _PARTICLES)
    plain = described <= _PLAIN and text.lower(found.last) not in _NARROWING and text.lower(denial - 1) not in _UNDERGONE
    if not plain or names_officials(text, i, whose) or not _denied(text, denied, i):
        return None
    return filled(Count(0.0, None, None, "exactly", "", first, i, i, whole="bare", zero=True), found)


def _untrained(text: Line, denied: Sequence[int], i: int) -> Count | None:
    """The training that was not given: did not provide *anti-trafficking training* to its diplomats."""
    found = phrase(text, i)
    if found.head is None or (none := nought(text.lower(found.head))) is None or none.measure != "people_trained":
        return None
    denial = max(n for n in denied if n < i)
    plain = not {t.lower for t in text.tokens[i : found.head]} & {*POOR, *_FURTHER} and text.lower(denial - 1) not in _UNDERGONE
    if not plain or text.lower(found.last) in _NARROWING or not _denied(text, denied, i):
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
    if not opens or text.lower(found.last) in _NARROWING or not _denied(text, denied, i):
        return None
    return filled(Count(0.0, None, None, "exactly", "", i, i, i, whole="bare", zero=True), found)


def _shared(text: Line, denied: Sequence[int], i: int) -> Count | None:
    """The victims whom a joined verb takes by a preposition: did not *identify or provide protection to victims*."""
    if text.lower(i) != "or" or i + 1 >= text.last or text.tokens[i + 1].tag != "VB" or not _denied(text, denied, i):
        return None
    to = next((n for n in range(i + 2, min(i + REACH, text.last)) if text.lower(n) in {"to", "for"}), text.last)
    if any(t.pos not in {"NOUN", "ADJ", "DET"} and t.lower not in {",", "and", "or"} for t in text.tokens[i + 2 : to]):
        return None
    found = phrase(text, to + 1)
    if found.head is None or found.group != "victim" or text.tokens[found.head].tag != "NNS" or text.lower(found.last) in _NARROWING:
        return None
    return filled(Count(0.0, None, None, "exactly", "", i, i, i, whole="bare", zero=True), found)


_RULES: Final = ((_UNDONE, _plural), (_IDENTIFYING, _shared), (_TRAINING, _untrained), (_PROCEEDING, _events))
"""The rules for what verbs of a group take, where they are denied."""
