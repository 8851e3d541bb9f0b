"""Names of places and peoples that no table has: what they mean is not known, so nothing may follow from their being left out."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from kg.language.model import Token
from kg.vocabulary.flow_words import flow_words

UNKNOWN: Final = "unknown"
"""Stands for the code of such a place."""
_NAMES: Final = frozenset({"NNP", "NNPS"})


def broken(word: str) -> bool:
    """True for a word with characters that are not seen or that stand on others, which no table has."""
    return not word.isascii() and any(unicodedata.category(c) in {"Cf", "Mn", "Cc"} for c in word)


def unplaced(tokens: Sequence[Token], i: int, last: int, known: set[int]) -> int:
    """The end of a name at a token that may be a country's and that no table has, or the token itself where there is none."""
    at = i + 1 if i < last and tokens[i].lower == "the" else i
    end = at
    while end < last and end not in known and _name(tokens[end]):
        end += 1
    run = [t.lower for t in tokens[at:end]]
    if not run or end in known or set(run) & (flow_words("unplaced") | flow_words("division")):
        return i
    following = tokens[end] if end < last else None
    part = following is not None and (following.pos == "NOUN" or following.lower in flow_words("division") or following.text == "-")
    return i if part or all(t.text.isupper() for t in tokens[at:end]) else end


def _name(token: Token) -> bool:
    return token.text[:1].isupper() and (token.tag in _NAMES or broken(token.text))


def people_unknown(token: Token) -> bool:
    """True for an adjective like "Freedonian" before a noun for people, where no table has it."""
    word = token.lower
    if not token.text[:1].isupper() or token.text.isupper() or word in flow_words("undemonym"):
        return False
    return broken(token.text) or (len(word) > 5 and word.endswith(("ian", "ean", "ese", "stani", "lander")))
