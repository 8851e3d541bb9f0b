"""Money: names of currencies, and the words that say what an amount is for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.vocabulary.measures import inflected, plurals
from kg.vocabulary.tables import listed, rows


@dataclass(frozen=True, slots=True)
class Purpose:
    """A word near an amount; ``purpose`` is ``funding``, ``asked``, ``take``, ``pay``, or what a payment is for."""

    words: tuple[str, ...]
    kind: str
    """``noun``, ``verb`` or ``priced``."""
    purpose: str


@cache
def purposes() -> Mapping[str, tuple[Purpose, ...]]:
    """The purposes by every written form of their last word, the longest first."""
    found: dict[str, list[Purpose]] = {}
    for row in (r for r in rows("money") if r["kind"] in {"verb", "noun", "priced"}):
        words = tuple(row["words"].split())
        for forms in _forms(words, row["kind"]):
            found.setdefault(forms[-1], []).append(Purpose(forms, row["kind"], row["purpose"]))
    return {form: tuple(sorted(held, key=lambda p: -len(p.words))) for form, held in found.items()}


def _forms(words: tuple[str, ...], kind: str) -> list[tuple[str, ...]]:
    """The written forms: of a verb its first word is inflected, *handed over*, of a noun its last."""
    if kind != "noun":
        return [(form, *words[1:]) for form in inflected(words[0])]
    return [(*words[:-1], form) for form in plurals(words[-1])]


@cache
def takers() -> Mapping[str, str]:
    """What it is for that these people take or ask for, by the written forms of who they are."""
    return {form: row["purpose"] for row in rows("money") if row["kind"] == "taker" for form in plurals(row["words"])}


@cache
def spenders() -> frozenset[str]:
    """The written forms of private people who spend their own money but may be given that of others."""
    return frozenset(form for row in rows("money") if row["kind"] == "spender" for form in plurals(row["words"]))


@cache
def payees() -> frozenset[str]:
    """The written forms of those to whom, and for which, recruitment fees are paid."""
    return frozenset(form for row in rows("money") if row["kind"] == "payee" for form in plurals(row["words"]))


@cache
def payers() -> frozenset[str]:
    """The written forms of private people, who pay and receive money on their own account."""
    return frozenset(form for row in rows("money") if row["kind"] == "payer" for form in plurals(row["words"]))


@cache
def currencies() -> Mapping[str, Mapping[str, str]]:
    """The codes of a currency's written forms by country; the country is empty for a name that only one currency has."""
    found: dict[str, dict[str, str]] = {}
    for row in rows("currencies"):
        for form in plurals(row["word"]):
            for country in listed(row["country"]) or ("",):
                found.setdefault(form, {})[country] = row["code"]
    return found
