"""Named bodies: ministries, committees, unions, embassies, organizations, with the acronyms that the text gives them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple
from weakref import WeakKeyDictionary

from kg.language.body_names import names
from kg.language.model import Annotated, Sentence
from kg.vocabulary.bodies import body_words


class Body(NamedTuple):
    """A body as one sentence names it; ``name`` is the longest form that the document has."""

    name: str
    acronym: str | None
    type: str
    country: str | None
    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class _Raw:
    name: str
    acronym: str | None
    type: str | None
    country: str | None
    start: int
    end: int
    sentence: int


_COMMON: Final = re.compile(
    r"(?<![\w-])(?!(?:ministry|department|inspectorate|office|agency|authority|directorate|committee|commission|council|union|court|police|unit"
    r"|secretariat|bureau|task force|force|institute|ngo|organization|association|foundation|center)\s)[a-z-]+\s+\(([A-Z][A-Z-]+)\)"
)
"""Acronyms of common nouns: «export processing zones (EPZ)»."""
_TORN: Final = "LGBTQIA"
"""Some of these letters by themselves are a piece of the word, torn by the layout of a page: «LG BT QI+ persons»."""
_SPELLING: Final = re.compile(
    r",?\s+(?:or|short for|which stands for|that is)\s+(?:the\s+)?|\s+\((?:the\s+)?|,?\s+(?:also\s+|better\s+)?known\s+as\s+(?:the\s+)?"
)
_BRACKET: Final = re.compile(r"\s*\((?:the\s+|hereafter\s+)?")
_FOUND: WeakKeyDictionary[Annotated, tuple[Body, ...]] = WeakKeyDictionary()
"""What was found in each document that is still in use."""


def bodies(annotated: Annotated) -> tuple[Body, ...]:
    """All mentions of named bodies in a document, each resolved to its longest name, in order; worked out once for each document."""
    found = _FOUND.get(annotated)
    if found is None:
        common = {*_COMMON.findall(annotated.document.text), *_things().findall(annotated.document.text)}
        raw = [
            f
            for s in annotated.sentences
            if s.section != "header"
            for f in _raw(annotated, s)
            if f.type or not (f.name in common or f.name in _TORN)
        ]
        raw = sorted([*raw, *_again(annotated, raw)], key=lambda r: (r.start, r.end))
        raw = _under_one_name(annotated.document.text, _in_capitals(raw))
        raw = [_spelled(annotated, before, r) for before, r in zip([None, *raw], raw, strict=False)]
        found = _FOUND[annotated] = tuple(_resolved(raw, annotated.document.country))
    return found


@cache
def _things() -> re.Pattern[str]:
    """Acronyms of things with a name in capitals: «a Gender Recognition Certificate (GRC)»."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(p for _, p in body_words('thing'))})s?(?:,?\s+(?:of\s+)?(?:19|20)\d\d)?\s+\(([A-Z][A-Z-]+)\)")


def bodies_between(annotated: Annotated, start: int, end: int) -> tuple[Body, ...]:
    """The bodies named between two offsets of the document."""
    return tuple(b for b in bodies(annotated) if start <= b.start and b.end <= end)


def antecedent(annotated: Annotated, offset: int, noun: str, *, sentences: int = 6) -> Body | None:
    """The body that «the ministry» or «the union» means at an offset: the last one before it whose name or type has that word."""
    here = annotated.sentence_at(offset)
    first = here.index - sentences if here else 0
    before = [b for b in bodies(annotated) if b.end <= offset and b.sentence >= first]
    return next((b for b in reversed(before) if _called(b, noun)), None)


def _called(body: Body, noun: str) -> bool:
    types = _nouns().get(noun)
    return bool(types and body.type in types) or bool(re.search(rf"(?<![\w-]){re.escape(noun)}(?![\w-])", body.name.lower()))


@cache
def _nouns() -> dict[str, frozenset[str]]:
    """The types of bodies that a common noun may stand for."""
    return {noun: frozenset(v for v, n in body_words("noun") if n == noun) for _, noun in body_words("noun")}


def _raw(annotated: Annotated, sentence: Sentence) -> Iterator[_Raw]:
    places = frozenset((m.start - sentence.start, m.end - sentence.start) for m in sentence.of("place", "town"))
    for n in names(annotated.document.text[sentence.start : sentence.end], places):
        start, end = sentence.start + n.start, sentence.start + n.end
        if _heads(annotated.document.text, start, end):
            continue
        country = None if n.foreign else _country(annotated, sentence, start, end)
        yield _Raw(n.name, n.acronym, n.type, country, start, end, sentence.index)


def _in_capitals(raw: list[_Raw]) -> list[_Raw]:
    """The mentions, a name that the document also has with more capitals written so: «ministry of labor», «Ministry of Labor»."""
    capital: dict[str, str] = {}
    for found in raw:
        key = found.name.lower()
        capital[key] = min(capital.get(key, found.name), found.name)
    return [replace(r, name=capital[r.name.lower()]) if r.name != r.acronym else r for r in raw]


def _under_one_name(text: str, raw: list[_Raw]) -> list[_Raw]:
    """The mentions, a name in brackets behind another of its type replaced by that: «Ministry of Labor (Labor Ministry)»."""
    full = {
        r.name: before
        for before, r in pairwise(raw)
        if before.type and before.type == r.type and r.name != r.acronym and text[r.end : r.end + 1] == ")" and before.name != r.name
        if _BRACKET.fullmatch(text, before.end, r.start)
    }
    return [replace(r, name=full[r.name].name, acronym=full[r.name].acronym) if r.name in full else r for r in raw] if full else raw


def _heads(text: str, start: int, end: int) -> bool:
    """Whether a name is the heading of a line or paragraph: «*Freedom of Movement* : The law …», «DISPLACED PERSONS (DPS)»."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)]
    return (not text[first:start].strip() and text[end : end + 2] == " :") or (line.isupper() and len(line.split()) > 1)


def _spelled(annotated: Annotated, before: _Raw | None, found: _Raw) -> _Raw:
    """A name with the acronym that it spells out: «DINAPEN, or National Directorate for Children»."""
    if before is None or before.name != before.acronym or found.acronym:
        return found
    return replace(found, acronym=before.acronym) if _SPELLING.fullmatch(annotated.document.text[before.end : found.start]) else found


def _again(annotated: Annotated, raw: list[_Raw]) -> Iterator[_Raw]:
    """Names that were explained once, wherever the document has them again."""
    text = annotated.document.text
    explained = {r.name: r for r in reversed(raw) if r.type in {"ngo", "company", "media"} and r.name != r.acronym and len(r.name) > 3}
    for name, first in explained.items():
        for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            sentence = annotated.sentence_at(found.start())
            covered = sentence is None or sentence.section == "header" or any(r.start < found.end() and found.start() < r.end for r in raw)
            if sentence and not covered:
                yield _Raw(name, None, first.type, first.country, found.start(), found.end(), sentence.index)


def _country(annotated: Annotated, sentence: Sentence, start: int, end: int) -> str | None:
    """The country whose name or adjective stands in the name or right before it, else the narrative's."""
    own = [m for m in sentence.of("place") if ":" not in m.value]
    before = [m.value for m in own if m.form in {"demonym", "possessive"} and 0 <= start - m.end <= 3]
    of = [
        m.value for m in own if start < m.start and m.end <= end and re.search(r"\bof (?:the )?$", annotated.document.text[start : m.start])
    ]
    inside = [m.value for m in own if start <= m.start and m.end <= end and m.value and m.end < end]
    return next(iter([*before, *of, *inside]), annotated.document.country)


def _resolved(raw: list[_Raw], home: str | None) -> Iterator[Body]:
    """Mentions of one body share its longest name, its acronym, its type and its country."""
    full: dict[str, _Raw] = {}
    for found in raw:
        if found.acronym and found.name != found.acronym:
            full.setdefault(found.acronym, found)
    spelled = [r for r in raw if r.name != r.acronym]
    full = {**_by_initials(raw, spelled), **full}
    short = {owner.name: acronym for acronym, owner in full.items()}
    typed = {r.name: r for r in reversed(raw) if r.type}
    ministries = any(r.type == "ministry" and r.country == home and "Ministr" in r.name for r in raw)
    for found in raw:
        owner = full.get(found.acronym or "", found)
        name = _longest(owner, spelled)
        same = next((r for r in spelled if r.name == name), owner)
        known = typed.get(name) or typed.get(owner.name) or typed.get(found.name)
        kind = known.type if known and known.type else "government_body"
        if ministries and kind == "ministry" and re.search(r"(?<!\w)Department", name) and "Ministr" not in name:
            kind = "government_body"
        acronym = owner.acronym or next((r.acronym for r in spelled if r.name == name and r.acronym), None) or short.get(name)
        yield Body(name, acronym, kind, _owner(kind, known or same), found.start, found.end, found.sentence)


def _by_initials(raw: list[_Raw], spelled: list[_Raw]) -> dict[str, _Raw]:
    """The bodies of acronyms that the text never explains, by the initials of the one name that has them.

    The name, «Liberal Democratic Party», stands before «LDP», or both are known to be of one type: «ILO».
    """
    named: dict[str, dict[str, _Raw]] = {}
    for one in spelled:
        words = [w for w in one.name.split() if w[0].isupper()]
        if len(words) > 1 and one.acronym is None:
            named.setdefault("".join(w[0] for w in words), {}).setdefault(one.name, one)
    alone = ((r, list(named.get(r.name, {}).values())) for r in raw if r.name == r.acronym)
    fitting = (
        (r, held[0]) for r, held in alone if len(held) == 1 and (held[0].start < r.start if r.type is None else held[0].type == r.type)
    )
    return {r.name: replace(one, acronym=r.name) for r, one in fitting}


def _owner(kind: str, body: _Raw) -> str | None:
    """Whose a body is: international ones and media are nobody's, nor are charities that are known the world over or religious orders."""
    if kind in {"international_organization", "media"}:
        return None
    return None if kind == "ngo" and _worldly().search(body.name) else body.country


@cache
def _worldly() -> re.Pattern[str]:
    known = [p for value, p in body_words("known") if value == "ngo"]
    return re.compile("|".join(rf"(?<!\w)(?:{p})(?![\w-])" for p in [*known, *(p for _, p in body_words("worldly"))]))


def _longest(owner: _Raw, names: list[_Raw]) -> str:
    """The one longer name of the document that contains a body's name with the same head and belongs to the same country, else its own."""
    name = owner.name
    own = [r.name for r in names if r.country == owner.country and r.name != name] if len(name.split()) > 1 else []
    longer = {n for n in own if n.endswith(" " + name) or n.startswith(name + " ")}
    return max(longer, key=len) if len(longer) == 1 else name
