"""Words for a sort of body that only explain a name beside them: «the NGO Renacer», «Renacer, an NGO», «two NGOs, Renacer and Tani»."""

import re
from typing import Final

_ONE: Final = r"(?:an?|both|(?:the\s+)?(?:two|three|four))\s+"
_BEHIND: Final = re.compile(rf"(?:\s*\([^)]*\))?,\s+(?:the\s+)?(?P<one>{_ONE}(?:[\w'-]+\s+){{0,3}})?")
_APPOSED: Final = re.compile(_ONE)
_SOME: Final = re.compile(r"(?:\w+\s+){0,2}?(?:an?|two|three|several)\s")
_BEFORE: Final = re.compile(r"(?:\s*\([^)]*\))?,\s+")


def explains(words: str, sort: tuple[int, int], name: tuple[int, int]) -> bool:
    """Whether the words for a sort stand right before the name or explain it from behind; both at their offsets in the folded words."""
    if 0 <= name[0] - sort[1] <= 1:
        return True
    behind = _BEHIND.fullmatch(words, name[1], sort[0]) if name[1] < sort[0] else None
    return behind is not None and (behind["one"] is not None or _APPOSED.match(words, sort[0]) is not None)


def introduces(words: str, sort: tuple[int, int], name: tuple[int, int]) -> bool:
    """Whether the words for a sort, with their number, lead to a list that the name begins: «*two NGOs*, Renacer and Tani»."""
    return _BEFORE.fullmatch(words, sort[1], name[0]) is not None and _SOME.match(words, sort[0]) is not None
