"""The period of a figure: its own words', else its sentence's, never that of a comparison or of a law."""

from kg.facts.reading.statistic_counts import Count
from kg.language.model import Annotated, Mention, Sentence


def period(annotated: Annotated, sentence: Sentence, count: Count, end: int, how: str) -> str | None:
    """The period of a count; ``end`` is where the next count begins."""
    mentions = [m for m in sentence.of("period") if _telling(annotated, sentence, m)]
    own = next((m for m in mentions if count.first <= m.first < end), None)
    if own:
        return own.value
    if how == "comparison":
        return None
    earlier = [m for m in mentions if m.first < count.first]
    return earlier[0].value if earlier and earlier[0].first < sentence.first + 8 else None


def _telling(annotated: Annotated, sentence: Sentence, mention: Mention) -> bool:
    """Whether a period dates what happened: not «the 2012 law», nor «a case begun in 2013»."""
    after = annotated.tokens[mention.last] if mention.last < sentence.last else None
    return after is None or after.pos not in {"NOUN", "PROPN", "ADJ"}
