"""What a sentence is about: trafficking or something else, and whether it only asks that something be done."""

import re
from functools import cache

from kg.facts.reading.wording import pattern
from kg.language.model import Annotated, Sentence
from kg.vocabulary.complicity_words import complicity_words
from kg.vocabulary.imperatives import imperatives


@cache
def _topic() -> re.Pattern[str]:
    return pattern(*(p for _, p in complicity_words("topic")))


@cache
def _strict() -> re.Pattern[str]:
    return pattern(*(p for _, p in complicity_words("topic_strict")))


@cache
def _aside() -> re.Pattern[str]:
    return pattern(*(p for _, p in complicity_words("topic_aside")))


def on_trafficking(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether the paragraph of a sentence names trafficking, forced labor or the like; a narrative's sections always do."""
    if sentence.section != "other":
        return True
    text = annotated.document.text
    end = text.find("\n\n", sentence.end)
    start = max(0, text.rfind("\n\n", 0, sentence.start))
    return bool(_topic().search(text, start, len(text) if end < 0 else end))


def told_of_trafficking(annotated: Annotated, sentence: Sentence, *, goes_on: bool = False) -> bool:
    """Whether a sentence, or the one before it in its paragraph, names the subject; each part of a list has to name it itself.

    One that ``goes_on`` about what was told need only not be about another matter.
    """
    if sentence.section != "other" or _names(annotated, sentence):
        return True
    if goes_on and not _aside().search(annotated.document.text, sentence.start, sentence.end):
        return True
    before = annotated.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.group == sentence.group or "\n\n" in annotated.document.text[before.start : sentence.start]:
        return False
    return _names(annotated, before) and not _aside().search(annotated.document.text, sentence.start, sentence.end)


def _names(annotated: Annotated, sentence: Sentence) -> bool:
    return bool(_strict().search(annotated.document.text, sentence.start, sentence.end))


def names_trafficking(text: str, start: int, end: int) -> bool:
    """Whether words name trafficking, forced labor or the like themselves."""
    return bool(_topic().search(text, start, end))


def asked(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether a part of a list only asks for something, because the first part says that the government should."""
    opening = annotated.tokens[sentence.first : min(sentence.first + 2, sentence.last)]
    if not any(t.tag == "VB" or t.lower in imperatives() for t in opening):
        return False
    index = sentence.index - 1
    while index >= 0 and annotated.sentences[index].group == sentence.group:
        before = annotated.sentences[index]
        if any(t.lower in {"should", "must", "urged", "recommended"} for t in annotated.tokens[before.first : before.last]):
            return True
        index -= 1
    return False


def bidding(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether a sentence is part of a list that only says what to do: *Train* police; *fund* shelters; and *amend* the law."""
    first = last = sentence.index
    while first and annotated.sentences[first - 1].group == sentence.group:
        first -= 1
    while last + 1 < len(annotated.sentences) and annotated.sentences[last + 1].group == sentence.group:
        last += 1
    return last > first and all(_bids(annotated, s) for s in annotated.sentences[first : last + 1])


def _bids(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether a part of a list begins with a verb of bidding."""
    at = sentence.first + (annotated.tokens[sentence.first].lower in {"and", "or", "also", "finally"})
    return annotated.tokens[at].lower in imperatives()
