"""Names of bodies inside a short stretch of text, such as a list of parties or of those who work together."""

import re
from collections.abc import Iterator
from typing import Final

_WORD: Final = r"[A-ZÀ-Þ][\w’'-]*"
_LINK: Final = r"(?:of|on|and|for|the|in|to|against|de|du|des|la)"
_BODY: Final = re.compile(rf"(?:{_WORD}(?:\s+(?:{_LINK}\s+){{1,2}}{_WORD}|\s+{_WORD})+|\b[A-Z]{{2,}}\b)(?:\s+\([A-Z][\w-]+\))?")


def named_bodies(text: str) -> Iterator[str]:
    """Names in capitals of two words or more, or acronyms, without «Government of» and without the acronym in brackets."""
    for found in _BODY.finditer(text):
        name = re.sub(r"\s+\([A-Z][\w-]+\)$", "", " ".join(found.group().split()))
        if not re.match(r"(?:Government|Republic|Kingdom)\b", name):
            yield name
