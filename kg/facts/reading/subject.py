"""Whether a text about more than trafficking speaks of it where a sentence stands."""

import re
from functools import cache

from kg.facts.reading.wording import pattern
from kg.language.model import Annotated, Sentence
from kg.vocabulary.complicity_words import complicity_words


@cache
def _topic() -> re.Pattern[str]:
    return pattern(*(p for _, p in complicity_words("topic")))


def on_trafficking(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether the paragraph of a sentence names trafficking, forced labor or the like; a narrative's sections always do."""
    if sentence.section != "other":
        return True
    text = annotated.document.text
    end = text.find("\n\n", sentence.end)
    start = max(0, text.rfind("\n\n", 0, sentence.start))
    return bool(_topic().search(text, start, len(text) if end < 0 else end))
