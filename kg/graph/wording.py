"""Values of fields for people: how they are shown, and the words that may stand for them in a text."""

import re
from functools import cache

from kg.facts.values import Token, ValueType
from kg.vocabulary.cues import cues, labels
from kg.vocabulary.places import by_code, name_of
from kg.vocabulary.schemes import concepts


def shown(value: object, type: ValueType) -> str:
    """A value in words, with its code where it has one.

    >>> from kg.facts.values import PLACE
    >>> shown("LAO", PLACE), shown("region:western-europe", PLACE)
    ('Laos (LAO)', 'western europe')
    """
    if isinstance(type, Token):
        return _labels(type.scheme).get(str(value), str(value))
    if type.name == "party" and value in _labels("party"):
        return _labels("party")[str(value)]
    if type.name in ("place", "party") and (value in by_code() or str(value).startswith("region:")):
        return name_of(str(value)) + (f" ({value})" if len(str(value)) == 3 else "")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def forms(value: object, type: ValueType) -> tuple[str, ...]:
    """Regular expressions of the words that may stand for a value: itself, a place's names and demonyms, a token's cues."""
    if value is None or isinstance(value, bool):
        return ()
    if isinstance(type, Token):
        return _cued(type.scheme).get(str(value), ())
    place = by_code().get(str(value)) if type.name in ("place", "party") else None
    if place:
        return tuple(re.escape(name) for name in {*place.names, *place.demonyms})
    if isinstance(value, int | float):
        return (re.escape(f"{value:,}"), re.escape(f"{value}"))
    return (re.escape(str(value).removeprefix("region:")).replace(r"\-", "[ -]"),)


@cache
def _labels(scheme: str) -> dict[str, str]:
    return {concept.token: concept.label for concept in concepts(scheme)}


@cache
def _cued(scheme: str) -> dict[str, tuple[str, ...]]:
    """The phrases of a scheme's cues by token, as regular expressions."""
    found: dict[str, list[str]] = {}
    for cue in cues(scheme) if scheme in labels() else ():
        phrase = re.escape(cue.phrase).replace(r"\*", r"\w*").replace("'", "[’']")
        for token in cue.value.split(","):
            found.setdefault(token.strip(), []).append(phrase)
    return {token: tuple(phrases) for token, phrases in found.items()}
