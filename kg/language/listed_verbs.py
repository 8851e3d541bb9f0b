"""Verbs of a list that the tagger takes for nouns or adjectives: did not investigate, *prosecute*, or *convict* traffickers."""

from collections.abc import Sequence
from typing import Final

from kg.language.model import Token
from kg.vocabulary.count_words import count_words

_ACTING: Final = count_words("acting")
_JOINTS: Final = frozenset({",", "and", "or", "nor", "/"})
_MISTAKEN: Final = frozenset({"NN", "NNP", "JJ", "VBP", "IN"})


def mended(tokens: list[Token], first: int) -> None:
    """Make verbs of those words from a token on that a joint follows an infinitive with."""
    for i in range(first + 2, len(tokens)):
        token = tokens[i]
        if token.lower in _ACTING and token.tag in _MISTAKEN and _joined(tokens, i):
            tokens[i] = token._replace(lemma=token.lower, pos="VERB", tag="VB")


def _joined(tokens: Sequence[Token], i: int) -> bool:
    """Whether only a joint stands between a token and an infinitive before it."""
    j = i - 1
    while j > 0 and tokens[j].lower in _JOINTS:
        j -= 1
    return j < i - 1 and tokens[j].tag == "VB"
