"""Cues: phrases of the reports and what they stand for, one table a label in ``cues/``, one row a phrase."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg.vocabulary.tables import rows


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase in lower case, with the typewriter's apostrophe, and its value; ``*`` at the end of a word takes any ending."""

    phrase: str
    value: str


@cache
def labels() -> tuple[str, ...]:
    """The labels of all tables, sorted."""
    folder = files("kg.vocabulary") / "cues"
    return tuple(sorted(f.name.removesuffix(".tsv") for f in folder.iterdir() if f.name.endswith(".tsv")))


@cache
def cues(label: str) -> tuple[Cue, ...]:
    """The cues of a label, in the order of its table."""
    return tuple(Cue(row["phrase"], row["value"]) for row in rows(f"cues/{label}"))
