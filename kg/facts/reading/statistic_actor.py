"""Who counted or acted: the narrative's country for its authorities, another country, or an organization."""

import re
from collections.abc import Iterator
from functools import cache

from kg.facts.reading.statistic_scene import Scene
from kg.language.bodies import bodies_between
from kg.vocabulary.count_words import count_words
from kg.vocabulary.tables import rows

_BODY = r"NGO|organi[sz]ation|charity|association"
_MISSIONS = count_words("mission")
"""Bodies of a country that are in another one."""
_SORTS = frozenset({"ngo", "international_organization"})
Named = tuple[int, int, str]
"""Where an actor is named, and the value of its cue."""


@cache
def _cues() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Actors by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in rows("actors"):
        words = tuple(row["phrase"].split())
        found.setdefault(words[0], []).append((words, row["value"]))
    return {first: tuple(sorted(held, key=lambda c: -len(c[0]))) for first, held in found.items()}


def actor(where: Scene, at: int, after: int) -> str | None:
    """The actor of an event at a token: a named source, the agent of a passive, the subject, else the narrative's country.

    ``after`` is the token after the event and its count.
    """
    sentence, tokens = where.sentence, where.tokens
    if named := named_source(where):
        return _chosen(where, named[:1])
    trigger = where.triggers.get(at)
    if trigger is not None and trigger.passive and tokens[at].pos == "VERB" and after <= at + 1:
        by = next((i + 1 for i in range(at + 1, min(at + 6, sentence.last)) if tokens[i].lower == "by"), None)
        return (by is not None and _agent(where, by)) or where.annotated.document.country
    named = _nearest(where, _subject(where, at), at)
    return _by_name(where, at, _chosen(where, named)) if named else _organization(where, at) or where.annotated.document.country


def _nearest(where: Scene, first: int, at: int) -> list[Named]:
    """The actors named after the last comma before a verb that has any after it."""
    last = at
    for i in range(at - 1, first - 1, -1):
        if where.tokens[i].text == "," and (named := list(_named(where, i + 1, last))):
            return named
    return list(_named(where, first, at))


def _agent(where: Scene, by: int) -> str | None:
    """Who is named right after *by*: an actor, or a country."""
    named = list(_named(where, by, min(by + 8, where.sentence.last)))
    if named:
        return _chosen(where, named)
    return next(
        (m.value for m in where.sentence.of("place") if m.form == "name" and by <= m.first <= by + 1 and m.value[:1].isupper()), None
    )


def named_before(where: Scene, at: int) -> str | None:
    """The source that a sentence names, or the actor before a token; None without one."""
    named = named_source(where) or list(_named(where, _subject(where, at), at))
    return _by_name(where, at, _chosen(where, named)) if named else _organization(where, at)


def named_source(where: Scene) -> list[Named]:
    """Who is named after *according to*."""
    first, last = where.sentence.first, where.sentence.last
    at = next((i + 2 for i in range(first, last - 2) if where.tokens[i].lower == "according" and where.tokens[i + 1].lower == "to"), None)
    return list(_named(where, at, min(at + 10, last))) if at is not None else []


def _subject(where: Scene, at: int) -> int:
    """Where the words before a verb begin that may hold its subject."""
    clauses = [c for c in where.sentence.clauses if c.first <= at]
    for clause in reversed(clauses):
        if any(True for _ in _named(where, clause.first, min(at, clause.last))):
            return clause.first
    return where.sentence.first


def _named(where: Scene, first: int, last: int) -> Iterator[Named]:
    tokens, table, i = where.tokens, _cues(), first
    while i < last:
        found = next((c for c in table.get(tokens[i].lower, ()) if tuple(t.lower for t in tokens[i : i + len(c[0])]) == c[0]), None)
        if found:
            if not _oblique(where, first, i):
                yield i, i + len(found[0]), found[1]
            i += len(found[0])
        else:
            i += 1


def _by_name(where: Scene, at: int, chosen: str | None) -> str | None:
    """The name of an organization instead of its sort, where it stands right before the verb: *the NGO Lumen* assisted 30."""
    return (_organization(where, at) or chosen) if chosen in _SORTS else chosen


def _organization(where: Scene, at: int) -> str | None:
    """A name right before a verb that is known as an organization's, or that the document elsewhere calls one: La Strada sheltered 30."""
    tokens, last = where.tokens, at
    while last > where.sentence.first and tokens[last - 1].pos in {"AUX", "ADV"}:
        last -= 1
    first = last
    while first > where.sentence.first and (tokens[first - 1].pos == "PROPN" or tokens[first - 1].text[:1].isupper()):
        first -= 1
    while first < last and tokens[first].pos == "DET":
        first += 1
    if first == last:
        return None
    name = where.annotated.words(first, last)
    held = bodies_between(where.annotated, tokens[first].start, tokens[last - 1].end)
    if held and held[-1].end == tokens[last - 1].end and held[-1].type in _SORTS:
        return held[-1].name
    said = re.escape(name)
    before = rf"(?:{_BODY}s?)(?: called| named|,)? (?:the )?{said}\b"
    after = rf"{said}(?:,| \([^)]*\),?)? (?:a|an|the) [^.;]{{0,40}}?(?:{_BODY})\b"
    called = f"{before}|{after}"
    return name if re.search(called, where.annotated.document.text) else None


def _oblique(where: Scene, first: int, i: int) -> bool:
    """Whether a preposition of place or aim stands before the words: referred *to an international organization*."""
    j = i - 1
    while j > first and where.tokens[j].pos in {"DET", "ADJ", "PROPN"}:
        j -= 1
    return j >= first and where.tokens[j].lower in {"to", "for", "with", "against", "at", "from", "by"}


def _chosen(where: Scene, named: list[Named]) -> str | None:
    """The one that counts: an organization with a name, the first other one, or a country."""
    if not named:
        return where.annotated.document.country
    proper = next((value for _, _, value in named if value[:1].isupper()), None)
    first, last, value = named[0]
    if value == "ngo" and (name := _apposed(where, first)):
        return name
    if value == "government":
        return _country(where, first, last)
    return proper or value


def _apposed(where: Scene, first: int) -> str | None:
    """The name to which *an NGO* is set in apposition: the Equality Center (EC), *an NGO,* recorded 41."""
    tokens, j = where.tokens, first - 1
    while j > where.sentence.first and tokens[j].pos in {"DET", "ADJ"}:
        j -= 1
    if tokens[j].text != ",":
        return None
    last = j
    if tokens[j - 1].text == ")":
        last = next((i for i in range(j - 1, where.sentence.first, -1) if tokens[i].text == "("), j)
    start = last
    while start > where.sentence.first and (tokens[start - 1].pos == "PROPN" or tokens[start - 1].lower in {"of", "for", "and"}):
        start -= 1
    return where.annotated.words(start, last) or None


def _country(where: Scene, first: int, last: int) -> str | None:
    """Whose authorities they are: of the place right before the word, or after it with ``of`` or ``in``."""
    own = where.annotated.document.country
    abroad = any(t.lower in _MISSIONS for t in where.tokens[first:last])
    for m in where.sentence.of("place"):
        before = m.form in {"demonym", "possessive"} and first - 3 <= m.first < first
        behind = m.form == "name" and m.first == last + 1 and where.tokens[last].lower in ({"of"} if abroad else {"of", "in"})
        if (before or behind) and not m.value.startswith("region:"):
            return m.value
    return own
