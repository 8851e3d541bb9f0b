"""Whether a sentence of a report on other matters too is about trafficking: it, or one of the few before it, says so."""

from itertools import pairwise
from typing import Final

from kg.language.model import Annotated, Sentence

NEAR: Final = 3
_STEMS: Final = ("traffick", "antitraffick", "anti-traffick", "exploit", "enslave", "slave", "prostitut", "restavek")
_OTHER: Final = frozenset({"drug", "narcotics", "arms", "weapons", "wildlife"})
_WORDS: Final = frozenset({"victim", "victims", "forced", "servitude", "bonded", "shelter", "shelters", "begging"})


def about_trafficking(annotated: Annotated, sentence: Sentence, *, strict: bool = False) -> bool:
    """True in the sections of a trafficking narrative; elsewhere, or if ``strict``, only near words of the subject."""
    if strict:
        return _telling(annotated, sentence)
    if sentence.section != "other":
        return True
    nearby = annotated.sentences[max(0, sentence.index - NEAR) : sentence.index + 1]
    return any(_telling(annotated, s) for s in nearby if s.section == "other")


def _telling(annotated: Annotated, sentence: Sentence) -> bool:
    if sentence.of("exploitation"):
        return True
    words = [t.lower for t in annotated.tokens[sentence.first : sentence.last]]
    if any(a == "child" and b in {"labor", "labour"} for a, b in pairwise(words)):
        return True
    return any((w in _WORDS or w.startswith(_STEMS)) and not (n and words[n - 1] in _OTHER) for n, w in enumerate(words))
