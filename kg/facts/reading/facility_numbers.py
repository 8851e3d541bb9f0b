"""Numbers of facilities in words, as they stand where the noun is left out or told before."""

from typing import Final

UNITS: Final = {word: n for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
"""What number words up to ten mean."""

SEVERAL: Final = rf"(?:{'|'.join(word for word, n in UNITS.items() if n > 1)})"
"""A pattern of those that mean more than one."""
