"""A scene: one sentence with its counts and the words that may govern them, which the rules for statistics look at together."""

from dataclasses import dataclass
from collections.abc import Mapping, Sequence

from kg.facts.reading.statistic_counts import Count, counts
from kg.facts.reading.statistic_triggers import Trigger, triggers
from kg.language.model import Annotated, Sentence, Token


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, its counts in order, and its triggers by their first token."""

    annotated: Annotated
    sentence: Sentence
    counts: tuple[Count, ...]
    triggers: Mapping[int, Trigger]

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the document."""
        return self.annotated.tokens

    def end(self, count: Count) -> int:
        """Where the words about a count end: the next count, or the end of the sentence."""
        return next((c.first for c in self.counts if c.first >= max(count.last, count.first + 1)), self.sentence.last)


def scene(annotated: Annotated, sentence: Sentence) -> Scene:
    """Look at a sentence."""
    return Scene(annotated, sentence, counts(annotated, sentence), triggers(annotated, sentence))
