"""Short phrases of a table found at a token."""

from collections.abc import Mapping, Sequence

from kg.language.model import Token

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]


def phrase_at(tokens: Sequence[Token], i: int, last: int, phrases: Phrases) -> int:
    """The end of the longest phrase that begins at a token, or ``i`` itself where none does."""
    if i >= last:
        return i
    for words in phrases.get(tokens[i].lower, ()):
        end = i + len(words)
        if end <= last and (end == i + 1 or words == tuple([t.lower for t in tokens[i:end]])):
            return end
    return i


def phrase_before(tokens: Sequence[Token], i: int, first: int, phrases: frozenset[str]) -> int:
    """The beginning of the longest phrase that ends before a token, or ``i`` itself where none does; phrases have up to six words."""
    for length in range(6, 0, -1):
        if i - length >= first and " ".join(t.lower for t in tokens[i - length : i]) in phrases:
            return i - length
    return i
