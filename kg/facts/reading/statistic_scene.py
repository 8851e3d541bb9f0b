"""A scene: one sentence with its counts and the words that may govern them, which the rules for statistics look at together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.facts.reading.statistic_count import Count
from kg.facts.reading.statistic_counts import counts
from kg.facts.reading.statistic_phrases import DETERMINERS
from kg.facts.reading.statistic_triggers import Trigger, triggers
from kg.language.model import Annotated, Sentence, Token


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, its counts in order, and its triggers by their first token."""

    annotated: Annotated
    tokens: Sequence[Token]
    """The tokens of the document."""
    sentence: Sentence
    counts: tuple[Count, ...]
    triggers: Mapping[int, Trigger]
    periods: Mapping[float, str]
    """The periods of the figures that the document gave before, by the figure."""

    def told(self) -> str | None:
        """The period of figures told before to which the sentence refers: of *the seven*, four."""
        definite = (q.value for q in self.sentence.quantities if q.value is not None and self.tokens[q.first - 1].lower in DETERMINERS)
        return next((self.periods[v] for v in definite if v in self.periods), None)

    def follows(self, before: Sentence) -> bool:
        """Whether the sentence is the next one in the paragraph of another, all parts of which semicolons separate."""
        between = self.annotated.sentences[before.index + 1 : self.sentence.index]
        one_paragraph = "\n" not in self.annotated.document.text[before.end : self.sentence.start]
        return before.index < self.sentence.index and all(s.group in {before.group, self.sentence.group} for s in between) and one_paragraph

    def end(self, count: Count) -> int:
        """Where the words about a count end: the next count, or the end of the sentence."""
        return next((c.first for c in self.counts if c.first >= max(count.last, count.first + 1)), self.sentence.last)

    def past_brackets(self, count: Count) -> Count | None:
        """A count as if the brackets right behind it, which tell its parts, were a part of its words; None where there are none."""
        last = self.sentence.last
        if count.last >= last or self.tokens[count.last].text != "(":
            return None
        closing = next((i for i in range(count.last, last - 1) if self.tokens[i].text == ")"), None)
        return None if closing is None else replace(count, last=closing + 1)


def scene(annotated: Annotated, sentence: Sentence, periods: Mapping[float, str]) -> Scene:
    """Look at a sentence."""
    return Scene(annotated, annotated.tokens, sentence, counts(annotated, sentence), triggers(annotated, sentence), periods)
