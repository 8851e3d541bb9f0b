"""Whether a sentence of a report on other matters too is about trafficking: it, or one of the few before it, says so."""

import re
import sys
from bisect import bisect_right
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final
from weakref import WeakKeyDictionary

from kg.facts.reading.wording import pattern
from kg.language.model import Annotated, Sentence
from kg.vocabulary.tables import rows

NEAR: Final = 3
REACH: Final = 40
"""How many parts of one sentence semicolons may separate on either side of one of them."""
FEW: Final = 1 / 3
"""Of the sentences: in reports that are about the subject, or extracts that are, more than half are near its words."""
OPENING: Final = 200
"""How many characters of a document may hold its heading."""
_TIER: Final = re.compile(r"\(Tier (?:1|2|2 Watch List|3)\)|^[A-Z][A-Z ,'’()-]+: Tier ", re.MULTILINE)
"""The heading of a trafficking narrative: «LAOS (Tier 2)»."""
_HEADING: Final = re.compile(r"^(?:#+ (?:[a-z]\. )?|[a-z]\. )[A-Z][^.\n]{3,80}$|(?:(?<=\n\n)|\A)[A-Z][^.\n]{3,80}(?=\n\n|\Z)", re.MULTILINE)
"""A line marked as a heading, or a short one that blank lines set apart; not a line of a paragraph that is broken into lines."""
_RUN_IN: Final = re.compile(r"[A-Z][^.:\n]{3,110}:\s")
"""A heading in the first line of its paragraph: «Discrimination: The law prohibits …»."""
_MOSTLY: WeakKeyDictionary[Annotated, bool] = WeakKeyDictionary()
"""What was found of each document that is still in use."""
_LABOR: Final = re.compile(r"(?:forced|compulsory|child) labou?r", re.IGNORECASE)


def about_trafficking(annotated: Annotated, sentence: Sentence, *, strict: bool = False, one_paragraph: bool = False) -> bool:
    """True in the sections of a trafficking narrative; elsewhere, or if ``strict``, only near words of the subject.

    If ``one_paragraph``, those words must stand in the sentence's own paragraph, or its heading must be about forced or child labor; and
    a sentence that names another crime must say itself that it is about the subject.
    """
    if strict:
        return _telling(annotated, sentence)
    if sentence.section != "other":
        return True
    one_paragraph = one_paragraph and not _under_labor(annotated.document.text, sentence.start)
    if one_paragraph and names_other_matter(annotated, sentence):
        whole = annotated.sentences[max(0, sentence.index - REACH) : sentence.index + REACH]
        return any(_telling(annotated, s, plainly=True) for s in whole if s.group == sentence.group)
    nearby = annotated.sentences[max(0, sentence.index - NEAR) : sentence.index + 1]
    return any(_telling(annotated, s) and not (one_paragraph and _apart(annotated, s, sentence)) for s in nearby if s.section == "other")


def on_matter(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether what a sentence judges is the matter of this graph: all under a heading on labor, elsewhere by its paragraph.

    A paragraph that names no other matter may go on with that before it, and say what it is about only afterwards.
    """
    text = annotated.document.text
    if sentence.section != "other" or _under_labor(text, sentence.start) or about_trafficking(annotated, sentence, one_paragraph=True):
        return True
    begin, end = text.rfind("\n", 0, sentence.start) + 1, text.find("\n\n", sentence.end)
    if _RUN_IN.match(text, begin) or _other_matters().search(text, begin, end if end >= 0 else len(text)):
        return False
    around = annotated.sentences[max(0, sentence.index - NEAR) : sentence.index + NEAR + 1]
    return any(_telling(annotated, s, plainly=True) for s in around if not (s.start > sentence.end and _apart(annotated, sentence, s)))


def under_labor(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether a sentence stands under a heading about forced labor or child labor."""
    return sentence.section == "other" and _under_labor(annotated.document.text, sentence.start)


def mostly_on_other_matters(annotated: Annotated) -> bool:
    """Whether few of the sentences of a document are near words of the subject, as in a whole report on human rights."""
    if _TIER.search(annotated.document.text, 0, OPENING):
        return False
    mostly = _MOSTLY.get(annotated)
    if mostly is None:
        near = sum(about_trafficking(annotated, sentence) for sentence in annotated.sentences)
        mostly = _MOSTLY[annotated] = near < FEW * len(annotated.sentences)
    return mostly


def names_other_matter(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether a sentence names another crime, or another matter of human rights."""
    return of_other_matter(annotated.document.text, sentence.start, sentence.end)


def of_other_matter(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Whether words name another crime, or another matter of human rights."""
    return _other_matters().search(text, start, end) is not None


@cache
def _other_matters() -> re.Pattern[str]:
    return pattern(*(re.escape(row["word"]) for row in rows("other_matters")))


@cache
def _telling_words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("telling_words") if row["kind"] == kind)


def _under_labor(text: str, start: int) -> bool:
    """Whether the heading before an offset is about forced labor or child labor."""
    ends, labor = _headings(text)
    at = bisect_right(ends, start)
    return at > 0 and labor[at - 1]


@lru_cache(maxsize=4)
def _headings(text: str) -> tuple[tuple[int, ...], tuple[bool, ...]]:
    """Where the headings of a text end, and whether each is about forced labor or child labor."""
    found = tuple(_HEADING.finditer(text))
    return tuple(m.end() for m in found), tuple(bool(_LABOR.search(m.group())) for m in found)


def _apart(annotated: Annotated, before: Sentence, sentence: Sentence) -> bool:
    """Whether a paragraph ends between two sentences."""
    return "\n\n" in annotated.document.text[before.end : sentence.start]


def _telling(annotated: Annotated, sentence: Sentence, *, plainly: bool = False) -> bool:
    """Whether a sentence has words of the subject; if ``plainly``, such as do not stand for other crimes too, as *victims* does."""
    if sentence.of("exploitation"):
        return True
    words = [t.lower for t in annotated.tokens[sentence.first : sentence.last]]
    if any(a == "child" and b in {"labor", "labour"} for a, b in pairwise(w for w in words if w != "-")):
        return True
    telling = _telling_words("plain") if plainly else _telling_words("plain") | _telling_words("shared")
    return any(w in telling and not (n and words[n - 1] in _telling_words("trade")) for n, w in enumerate(words))
