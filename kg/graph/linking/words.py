"""Words compared: which words tell one name from another, and how alike two texts are."""

import re
import unicodedata
from functools import cache

from kg.vocabulary.places import by_code
from kg.vocabulary.tables import rows

_WORD = re.compile(r"[\w$]+(?:[.'-]\w+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&/-]+")

BEGINNING = 6
"""How many letters of a word count where wordings are compared: enough for investigate and investigations to be one."""

ALIKE = 0.5
"""From how much likeness on two wordings or subjects are taken for one."""


def words(text: str) -> list[str]:
    """The words that tell, in their order: folded in case and spelling, without the common ones.

    >>> words("The Ministry of Labour’s Centre")
    ['ministry', 'labor', 'center']
    """
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    found = (word.removesuffix("'s") for word in _WORD.findall(plain))
    return [_spellings().get(word, word) for word in found if word not in _common()]


def timeless(text: str) -> tuple[str, ...]:
    """The words that tell without years, sorted, each once; with the years where nothing else is left.

    >>> timeless("2006 Penal Code"), timeless("Law 27 of 2007")
    (('code', 'penal'), ('27', 'law'))
    """
    found = set(words(text))
    return tuple(sorted({word for word in found if not _YEAR.fullmatch(word)} or found))


def without_country(found: list[str], country: str | None) -> list[str]:
    """Words of a name without the name or demonym of its own country at the beginning.

    >>> without_country(["lao", "women", "union"], "LAO")
    ['women', 'union']
    """
    for own in _own(country) if country else ():
        if len(found) > len(own) and found[: len(own)] == list(own):
            return found[len(own) :]
    return found


def beginnings(text: str) -> frozenset[str]:
    """The beginnings of the words that tell, by which wordings are compared."""
    return frozenset(word[:BEGINNING] for word in words(text))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two sets of words have in common: the Dice coefficient, from 0 to 1.

    >>> likeness(frozenset("abc"), frozenset("bcd"))
    0.6666666666666666
    """
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def nested(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether all words of one are among those of the other, and there is one."""
    return bool(one and other) and (one <= other or other <= one)


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym.

    >>> is_acronym("UNICEF"), is_acronym("Interpol")
    (True, False)
    """
    return _ACRONYM.fullmatch(name) is not None


@cache
def _own(country: str) -> tuple[tuple[str, ...], ...]:
    """The words of the names and demonyms of a country, the longest first."""
    place = by_code().get(country)
    forms = {tuple(words(form)) for form in (*place.names, *place.demonyms)} if place else set()
    return tuple(sorted(filter(None, forms), key=lambda form: (-len(form), form)))


@cache
def _spellings() -> dict[str, str]:
    return {row["form"]: row["word"] for row in rows("spellings")}


@cache
def _common() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("common_words"))
