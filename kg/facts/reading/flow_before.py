"""What was told right before victims of whom a sentence says only where they come from: *Forced labor was reported; the victims* …"""

from typing import NamedTuple

from kg.facts.model import Certainty, ordered
from kg.language.model import Annotated, Sentence
from kg.language.qualifiers import qualify
from kg.vocabulary.flow_words import flow_words


class Before(NamedTuple):
    """The one form of exploitation, the trades, and how sure the text is of it."""

    exploitation: tuple[str, ...]
    sectors: tuple[str, ...]
    certainty: Certainty


def told_before(annotated: Annotated, sentence: Sentence) -> Before | None:
    """The one form of exploitation that the part before a semicolon, or the sentence before in the paragraph, tells of."""
    if not sentence.index:
        return None
    before = annotated.sentences[sentence.index - 1]
    same = before.group == sentence.group
    named = before.of("exploitation")
    forms = ordered(v for m in named for v in m.value.split(","))
    if len(forms) != 1 or "\n" in annotated.document.text[before.end : sentence.start]:
        return None
    state = qualify(annotated, before, named[0].first, named[0].last)
    trades = ordered(v for m in before.of("sectors") for v in m.value.split(",")) if same else ()
    may_be = annotated.tokens[named[-1].last].lower in flow_words("modal")
    return Before(forms, trades, "possible" if may_be else state.certainty) if state.polarity == "affirmed" else None
