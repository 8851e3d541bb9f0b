"""One person whom a sentence names: police *arrested Ana Ruiz*; *Ana Ruiz,* a driver, *was convicted*."""

from collections.abc import Iterator
from typing import Final

from kg.facts.reading.relevance import about_trafficking, names_other_matter
from kg.facts.reading.statistic_count import ENFORCED, Count
from kg.facts.reading.statistic_phrases import Line
from kg.language.bodies import bodies_between
from kg.language.model import Annotated, Sentence
from kg.language.periods import MONTHS
from kg.vocabulary.count_words import count_words
from kg.vocabulary.measures import measures

_TRIED: Final = ENFORCED - {"sentences"}
_ASIDE: Final = 9
"""How many words may stand between the commas behind a name."""
_LONGEST: Final = 4
"""How many words a name may have; it has two at least."""
_OPENS: Final = frozenset({",", "that", ";"})
"""What stands before a subject."""
_FURTHER: Final = frozenset({"and", "or", "'s", "’s", "-", "&"})
"""Behind a name these make it that of several, or of something else."""
_TITLE: Final = 4
_ADVOCATES: Final = count_words("advocate")
"""Who is held for other reasons, whatever police unit holds him, and trading that is none in people."""
_OTHER_CRIMES: Final = count_words("other_crime")


def named(annotated: Annotated, sentence: Sentence, text: Line) -> Iterator[Count]:
    """One, for each person of whom a verb of courts and police tells and who is named with two words or more."""
    for i in range(text.first + 1, text.last - 1):
        token = text.tokens[i]
        if token.tag not in {"VBN", "VBD"} or not any(m.measure in _TRIED for m in measures().get(token.lower, ())):
            continue
        found = _subject(text, i - 1) if text.lower(i - 1) == "was" else _object(text, i) if token.tag == "VBD" else None
        if found and _person(annotated, sentence, *found):
            first, last = found
            yield Count(1.0, None, None, "exactly", "", first, last, last, last - 1, "person", "people")


def _subject(text: Line, was: int) -> tuple[int, int] | None:
    """The name of the subject of *was*, which an aside may follow."""
    last = was
    if text.lower(was - 1) == ",":
        last = next((n for n in range(was - 2, max(text.first, was - _ASIDE), -1) if text.lower(n) == ","), was)
    first = last
    while first > text.first and _proper(text, first - 1):
        first -= 1
    before = _before_title(text, first)
    opens = before < text.first or text.lower(before) in _OPENS or text.lower(before) in MONTHS or text.tokens[before].pos == "NUM"
    return (first, last) if opens else None


def _object(text: Line, verb: int) -> tuple[int, int] | None:
    """The name right after a verb, or after a noun for what somebody is, where no other name or noun goes on from it."""
    first = verb + 1
    while first < min(verb + 1 + _TITLE, text.last) and text.tokens[first].tag in {"NN", "JJ"}:
        first += 1
    last = first
    while last < text.last and _proper(text, last):
        last += 1
    listed = text.lower(last) == "," and _proper(text, last + 1)
    noun = last < text.last and text.tokens[last].pos in {"NOUN", "PROPN"}
    return None if text.lower(last) in _FURTHER or listed or noun else (first, last)


def _before_title(text: Line, first: int) -> int:
    """The token before a name and the nouns for what somebody is: *former mayor* Ana Ruiz."""
    before = first - 1
    while before >= text.first and first - before <= _TITLE and text.tokens[before].tag in {"NN", "JJ"}:
        before -= 1
    return before


def _proper(text: Line, i: int) -> bool:
    """Whether a token may be a word of somebody's name."""
    token = text.tokens[i] if text.first <= i < text.last else None
    return token is not None and token.pos == "PROPN" and token.text.isalpha() and token.text.istitle() and token.lower not in MONTHS


def _of_the_subject(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether a sentence of a report on other matters too says itself that it is about trafficking, and tells of no activist."""
    words = {t.lower for t in annotated.tokens[sentence.first : sentence.last]}
    if names_other_matter(annotated, sentence) or words & (_ADVOCATES | _OTHER_CRIMES):
        return False
    return sentence.section != "other" or about_trafficking(annotated, sentence, strict=True)


def _person(annotated: Annotated, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a run of proper nouns may name a person: it is of some words, no place and no body."""
    if (
        not 2 <= last - first <= _LONGEST
        or not _of_the_subject(annotated, sentence)
        or any(first < m.last and m.first < last for m in sentence.of("place", "town"))
    ):
        return False
    tokens = annotated.tokens
    return not any(
        b.end > tokens[first].start and b.start < tokens[last - 1].end for b in bodies_between(annotated, sentence.start, sentence.end)
    )
