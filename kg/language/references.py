"""References to other parts of a report, which say nothing themselves: "(see section 7.c.)", "(see also section 6, Children)"."""

from collections.abc import Sequence

from kg.language.model import Token

_LONGEST = 24
"""How many tokens a reference may have between its brackets."""


def referring(tokens: Sequence[Token], first: int, last: int) -> frozenset[int]:
    """The tokens of the references from one token to another."""
    opened = [i for i in range(first, last - 2) if tokens[i].text == "(" and "see" in (tokens[i + 1].lower, tokens[i + 2].lower)]
    inside = set[int]()
    for i in opened:
        end = next((k for k in range(i + 1, min(last, i + _LONGEST)) if tokens[k].text == ")"), i)
        inside.update(range(i, end + 1))
    return frozenset(inside)
