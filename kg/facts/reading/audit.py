"""What was not understood: sentences with words that promise a fact, but without a fact of such a kind."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from kg.facts.model import Fact
from kg.language.model import Annotated, Sentence
from kg.language.quantities import excessive
from kg.language.unplaced import people_unknown, unplaced
from kg.vocabulary.localities import is_town_of
from kg.vocabulary.triggers import triggers

PAIR = frozenset({"flow", "country_role", "agreement", "collaboration", "statistic"})
"""What a sentence that names two countries may say."""

NUMBER = frozenset({"statistic", "payment", "facility", "law", "plan", "agreement", "tier_ranking"})
"""What a sentence with a number may say."""

PRONOUNS = frozenset({"one", "quarter", "half"})
"""Words that more often than not count nothing."""

CUES = frozenset({"from", "in", "into", "to"})
"""Words before places that people come from, are in or are taken to."""

SILENT = frozenset({"header", "recommendations"})
"""Sections in which triggers promise nothing."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence whose trigger led to no fact; offsets are those of the sentence."""

    doc: str
    section: str
    start: int
    end: int
    trigger: str
    words: str
    """The words that are the trigger."""
    sentence: str


def unread(annotated: Annotated, facts: Sequence[Fact]) -> Iterator[Unread]:
    """Every trigger of a document that led to no fact, in the order of the text."""
    spans = sorted((e.start, e.end, fact.kind.name) for fact in facts for e in fact.evidence)
    reach = list(accumulate((end for _, end, _ in spans), max))
    for sentence in annotated.sentences:
        if sentence.section in SILENT:
            continue
        near = spans[bisect_right(reach, sentence.start) : bisect_left(spans, (sentence.end,))]
        said = {kind for _, end, kind in near if end > sentence.start}
        for name, words, kinds in _promises(annotated, sentence):
            if said.isdisjoint(kinds):
                text = annotated.document.text[sentence.start : sentence.end]
                yield Unread(annotated.document.id, sentence.section, sentence.start, sentence.end, name, words, " ".join(text.split()))


def _promises(annotated: Annotated, sentence: Sentence) -> Iterator[tuple[str, str, frozenset[str]]]:
    """The triggers of a sentence: their name, their words, and the kinds of fact that they promise."""
    places = dict.fromkeys(mention.value for mention in sentence.of("place"))
    if len(places) > 1:
        yield "two countries", ", ".join(places), PAIR
    numbers = [annotated.words(q.first, q.last) for q in sentence.quantities if not q.ordinal and not _is_year(q.value)]
    numbers.extend(excessive(annotated.tokens, sentence.first, sentence.last))
    if counted := [words for words in numbers if words.lower() not in PRONOUNS]:
        yield "number", counted[0], NUMBER
    if strangers := _strangers(annotated, sentence):
        yield "unknown name", strangers[0], frozenset({"flow"})
    lower = " ".join(annotated.document.text[sentence.start : sentence.end].lower().split())
    for trigger in triggers():
        if found := trigger.pattern.search(lower):
            yield trigger.name, found.group(), trigger.kinds


def _strangers(annotated: Annotated, sentence: Sentence) -> list[str]:
    """Names that no table has behind "from", "in" and "to", and adjectives like them, where a sentence speaks of exploitation."""
    if not sentence.of("exploitation", "trafficking"):
        return []
    tokens, home = annotated.tokens, annotated.document.country or ""
    known = {i for m in sentence.of("place", "town") for i in range(m.first, m.last)}
    spans = [(i, i + 1) for i in range(sentence.first, sentence.last) if i not in known and people_unknown(tokens[i])]
    cues = (i for i in range(sentence.first, sentence.last - 1) if tokens[i].lower in CUES)
    spans += [(i + 1, unplaced(tokens, i + 1, sentence.last, known)) for i in cues]
    found = (annotated.words(first, last) for first, last in sorted(spans) if last > first)
    return [name for name in found if not is_town_of(name, home)]


def _is_year(value: float | None) -> bool:
    return value is not None and 1900 <= value < 2100
