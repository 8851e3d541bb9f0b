"""Measures and what they count: ``measures.tsv`` and ``counted.tsv``, with the written forms of their words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.vocabulary.tables import listed, rows

IRREGULAR: Final[Mapping[str, tuple[str, ...]]] = {row["word"]: tuple(listed(row["forms"])) for row in rows("irregular")}
PROCEEDINGS: Final = frozenset({"suspects", "arrests", "prosecutions", "convictions", "acquittals"})
"""Measures of what befalls offenders, investigations aside."""
_DOUBLED: Final = frozenset(["admit", "commit", "submit", "refer", "transfer", "expel", "acquit", "put", "get", "begin"])


@dataclass(frozen=True, slots=True)
class Measure:
    """A word or phrase that makes a number a statistic, and what number it takes."""

    words: tuple[str, ...]
    kind: str
    """``verb``, ``object``, ``subject``, ``noun``, ``of`` or ``nought``."""
    measure: str
    counts: frozenset[str]
    of: frozenset[str]
    with_any: frozenset[str]


@dataclass(frozen=True, slots=True)
class Counted:
    """A noun that is counted: its unit and its class."""

    unit: str
    group: str


@cache
def measures() -> Mapping[str, tuple[Measure, ...]]:
    """The measures by every written form of their first word, the longest first."""
    found: dict[str, list[Measure]] = {}
    for row in rows("measures"):
        words = tuple(row["words"].split())
        measure = Measure(
            words,
            row["kind"],
            row["measure"],
            frozenset(listed(row["counts"])),
            frozenset(listed(row["of"])),
            frozenset(listed(row["with"])),
        )
        nominal = row["kind"] in {"noun", "of", "nought"} and len(words) == 1
        forms = plurals(words[0]) if nominal else inflected(words[0])
        for form in forms:
            found.setdefault(form, []).append(measure)
    return {form: tuple(sorted(held, key=lambda m: -len(m.words))) for form, held in found.items()}


@cache
def counted() -> Mapping[str, Counted]:
    """The counted nouns by their written forms, singular and plural."""
    return {form: Counted(row["unit"], row["class"]) for row in reversed(rows("counted")) for form in plurals(row["word"])}


@cache
def plurals(word: str) -> tuple[str, ...]:
    """A noun's singular and plural."""
    if word in IRREGULAR:
        return (word, *IRREGULAR[word])
    if word.endswith("y") and word[-2] not in "aeiou":
        return word, word[:-1] + "ies"
    return word, word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def inflected(word: str) -> tuple[str, ...]:
    """A verb's forms, beginning with the base."""
    return tuple(dict.fromkeys((word, *_inflections(word))))


def _inflections(word: str) -> Iterator[str]:
    yield from IRREGULAR.get(word, ())
    if word.endswith("y") and word[-2] not in "aeiou":
        yield from (word[:-1] + "ies", word[:-1] + "ied", word + "ing")
        return
    stem = word[:-1] if word.endswith("e") else word + word[-1] if word in _DOUBLED else word
    yield word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")
    yield from (stem + "ed", stem + "ing")


@cache
def transparent() -> frozenset[str]:
    """Verbs, in their base form, that may stand between a count and what governs it."""
    return frozenset(row["verb"] for row in rows("transparent"))


@cache
def trends() -> frozenset[str]:
    """The written forms of verbs that say how a number changed or where it stands."""
    return frozenset(form for row in rows("trends") for form in inflected(row["verb"]))


@cache
def term_words() -> Mapping[str, frozenset[str]]:
    """Words around a length of time, by their group: ``court``, ``prison`` and ``law``."""
    groups = {row["group"] for row in rows("term_words")}
    return {group: frozenset(row["word"] for row in rows("term_words") if row["group"] == group) for group in groups}
