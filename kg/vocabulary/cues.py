"""Cues: phrases of the reports and what they stand for, one table a label in ``cues/``, one row a phrase."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product

from kg.vocabulary.measures import inflected, plurals
from kg.vocabulary.tables import rows


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase in lower case, with the typewriter's apostrophe, and its value."""

    phrase: str
    value: str


@cache
def labels() -> tuple[str, ...]:
    """The labels of all tables, sorted."""
    folder = files("kg.vocabulary") / "cues"
    return tuple(sorted(f.name.removesuffix(".tsv") for f in folder.iterdir() if f.name.endswith(".tsv")))


@cache
def cues(label: str) -> tuple[Cue, ...]:
    """The cues of a label, in the order of its table; ``~`` behind a word stands for the forms of a verb, ``^`` for singular and plural."""
    return tuple(Cue(phrase, row["value"]) for row in rows(f"cues/{label}") for phrase in forms(row["phrase"]))


def forms(phrase: str) -> Iterator[str]:
    """The phrases that a phrase with marked words stands for.

    >>> list(forms("sell~ girl^"))[:3]
    ['sell girl', 'sell girls', 'sells girl']
    """
    yield from (" ".join(words) for words in product(*(_forms(word) for word in phrase.split())))


def _forms(word: str) -> tuple[str, ...]:
    return inflected(word[:-1]) if word.endswith("~") else plurals(word[:-1]) if word.endswith("^") else (word,)
