"""What sort of body a name names, by the words of the table of bodies."""

import re
from functools import cache, lru_cache
from typing import Final

from kg.vocabulary.bodies import body_words

_SPLIT: Final = re.compile(r"\s+(?:of|on|for|to|against|in|de|du|des|del|da|do)\s+", re.IGNORECASE)
_ALONE: Final = r"Parliament|Congress|Senate|Cabinet|Gendarmerie|Carabinieri|Ombudsman|Interpol"


@cache
def table(role: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words of a role, each with its value."""
    return tuple((value, re.compile(rf"(?<!\w)(?:{p})(?![\w-])")) for value, p in body_words(role))


@cache
def word(role: str) -> re.Pattern[str]:
    """The words of a role as one expression."""
    return re.compile("|".join(rf"(?<![\w-])(?:{p})(?![\w-])" for _, p in body_words(role)))


def begins_known(words: str) -> bool:
    """Whether words begin with an acronym or a well-known name."""
    return bool(re.match(r"[A-Z]{2,}(?![\w-])", words)) or any(wanted.match(words) for _, wanted in table("known"))


@lru_cache(maxsize=4096)
def kind_of(name: str) -> str | None:
    """The type of a name: of a well-known one, or by the head word that ends or opens its first part, or ends the whole."""
    for kind, wanted in table("known"):
        if wanted.fullmatch(name):
            return kind
    found = _head_of(name)
    if found is None:
        return None
    if any(value == "ngo" and wanted.match(name) for value, wanted in table("known")):
        return "ngo"
    if word("above").match(name) and found != "ngo":
        return "international_organization"
    beats = word("beat").search(name) and not word("calm").search(name)
    return "law_enforcement" if beats and found in {"government_body", "committee", "ministry"} else found


def _head_of(name: str) -> str | None:
    front = _SPLIT.split(name)
    wide = re.fullmatch(r"(?:Office|General|Directorate|Department|Service)", front[0])
    several = len(name.split()) > 1 or re.fullmatch(_ALONE, name)
    for part in [*(front[:2] if wide and len(front) > 1 and front[1].istitle() else front[:1]), name]:
        found = [(len(m.group()), kind) for kind, head in table("head") for m in head.finditer(part) if m.end() == len(part)]
        found += [(len(m.group()), kind) for kind, head in table("opener") if (m := head.match(part))]
        if found and several:
            return max(found)[1]
    return None


@lru_cache(maxsize=4096)
def is_head(name: str) -> bool:
    """Whether a single word makes a name the name of a body."""
    heads = [*table("head"), *table("opener")]
    return any(wanted.fullmatch(name) for _, wanted in heads) or word("friends").fullmatch(name) is not None


def ends_in_head(name: str) -> bool:
    """Whether the last words of a name make it the name of a body: «Recovery *Center*»."""
    return any(m.end() == len(name) for _, wanted in table("head") for m in wanted.finditer(name))
