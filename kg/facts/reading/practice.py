"""Reading of practices: what is done for victims or against trafficking, by whom and for whom, and what is not done."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from kg.facts.model import Fact, ordered
from kg.facts.practice import Practice
from kg.facts.reading.assessment_phrases import denied
from kg.facts.reading.collaboration_actors import Actor, actors, words
from kg.facts.reading.periods import period_in
from kg.facts.reading.subject import on_trafficking
from kg.facts.reading.wishes import wished
from kg.facts.reading.wording import clause_at, clause_evidence, folded, pattern, words_of
from kg.language.model import Annotated, Clause, Sentence
from kg.language.qualifiers import qualify
from kg.language.sieve import search
from kg.vocabulary.practice_words import practice_words

_LACKED: Final = re.compile(r"\b(?:no|lack\w*|without|absence of|any)\s+(?:[\w,-]+\s+){0,4}$")
_ANY: Final = re.compile(r"\b(?:not|never|nor|without)\b[^;.]*\bany\s+(?:[\w,-]+\s+){0,4}$")
_BEHIND: Final = re.compile(
    r"[^,;.]{0,60}?\b(?:was|were|is|are|has|have|did|do|does)\s+(?:not|never|no longer)\b"
    r"|[^,;.]{0,40}\bnot\s+(?:available|provided|offered|used)"
)
_PLANNED: Final = re.compile(
    r"\b(?:should|plans?\s+to|planned\s+to|would|will|pledged\s+to|intend\w*\s+to|need(?:s|ed)?\s+to|recommend\w*)\b[^;.]*$"
)
_FRONT: Final = re.compile(r"\s*(?:with|in|through|under|after|following|during|since|as)\b[^,;]*,")
_SUBJECT: Final = re.compile(r"\b(?:to|for|of|among|in|from|against|with|on|between|at)\s+(?:(?:the|its|\w+ly|\w+)\s+)?$")


_OR: Final = re.compile(r"\b(?:or|nor)\s+(?:(?!(?:the|a|an|it|they|its|their|other)\b)[\w-]+\s+){0,4}$")
_NONE_MADE: Final = re.compile(
    r"\b(?:no|neither|without|lack\s+of)\s+(?:[\w-]+\s+){0,2}(?:actions?|efforts?|steps?|measures?|indications?|attempts?|initiatives?|signs?)\b(?:(?!\bbut\b)[^;.])*$"
)
"""That nothing was done, with a list of what it was not done for."""
_RESUMED: Final = re.compile(
    r"\b(?:and|but)\s+(?:also\s+|then\s+|instead\s+)?(?:[a-z]+ed|continues?|has|have|was|were|ran|held|gave|took|made|began|remains?)\s"
)
"""Where a verb of its own ends the reach of a denial: «did not help victims and continued to punish them»."""
_VICTIMS: Final = re.compile(r"\b(?:victims?|survivors?|traffick\w*)\b")
_NO: Final = re.compile(r"\b(?:not|never|no|failed\s+to|without)\b(?:(?!\bbut\b)[^;.])*$")


class _Done(NamedTuple):
    """A practice named in a sentence; ``against`` tells words that say its opposite."""

    type: str
    start: int
    end: int
    against: bool


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read practices outside the recommendations."""
    for sentence in annotated.sentences:
        if sentence.section in {"recommendations", "header"} or not on_trafficking(annotated, sentence):
            continue
        text = words_of(annotated, sentence)
        named: list[Actor] | None = None
        for done in _found(text):
            clause = clause_at(annotated, sentence, sentence.start + done.start)
            held = folded(annotated.words(clause.first, clause.last))
            elsewhere = sentence.section == "other" and done.type in _has_people() and not _VICTIMS.search(text)
            planned = _PLANNED.search(text[: done.start]) or wished(annotated, sentence, sentence.start + done.start)
            if elsewhere or planned or not _verb().search(held):
                continue
            named = actors(annotated, sentence, text) if named is None else named
            yield _fact(annotated, sentence, clause, done, _actor(annotated, sentence, text, named, done))


@cache
def _cues() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    return tuple((value, role == "punished", pattern(p)) for role in ("done", "punished") for value, p in practice_words(role))


@cache
def _any() -> re.Pattern[str]:
    return pattern(*(p for role in ("done", "punished") for _, p in practice_words(role)))


@cache
def _verb() -> re.Pattern[str]:
    return pattern(*(p for _, p in practice_words("verb")))


@cache
def _except() -> re.Pattern[str]:
    return pattern(*(p for _, p in practice_words("except")))


@cache
def _has_people() -> frozenset[str]:
    return frozenset(practice_words("whom")[0][1].split("|"))


def _found(text: str) -> Iterator[_Done]:
    """The first words for each practice; a denial of punishment is its own."""
    if not search(_any(), text):
        return
    seen: set[str] = set()
    for value, against, wanted in _cues():
        if value not in seen and (found := search(wanted, text)):
            seen.add(value)
            yield _Done(value, found.start(), found.end(), against)


def _fact(annotated: Annotated, sentence: Sentence, clause: Clause, done: _Done, actor: str | None) -> Fact:
    text = words_of(annotated, sentence)
    undone = _undone(text, done)
    reached, left_out = _people(annotated, sentence, clause, done)
    certainty = qualify(annotated, sentence, annotated.token_at(sentence.start + done.start)).certainty
    return Practice(
        doc=annotated.document.id,
        type=done.type,
        applies_to=reached,
        excludes=left_out,
        actor=actor,
        place=next((annotated.document.text[m.start : m.end] for m in sentence.of("town") if clause.first <= m.first < clause.last), None),
        polarity="negated" if undone != done.against else "affirmed",
        certainty="reported" if certainty == "reported" else "stated",
        period=period_in(annotated, sentence, clause),
        evidence=(clause_evidence(annotated, clause),),
        rule="practice.punished" if done.against else "practice.done",
    )


def _undone(text: str, done: _Done) -> bool:
    """Whether the words around deny the practice."""
    before = text[: done.start]
    resumed = list(_RESUMED.finditer(before))
    before = before[resumed[-1].start() :] if resumed else before
    inside = re.search(r"\b(?:not|never)\b|^(?:no|neither)\b", text[done.start : done.end])
    if done.type == "non_punishment" and not done.against:
        return bool(re.search(r"\b(?:not|never)\b(?:\s+\w+){0,3}\s*$", before) and not inside)
    if (lacked := _LACKED.search(before)) and (not lacked.group().startswith("any") or _ANY.search(before)):
        return True
    return bool(inside or denied(before) or _over(before) or _NONE_MADE.search(before) or _BEHIND.match(text[done.end :]))


def _over(before: str) -> bool:
    """Whether a denial of the clause's verb reaches an object a few words off: «does not offer foreign victims any alternative»."""
    if re.search(r"\b(?:not|never|nor|failed\s+to|without|ceased|stopped|discontinued)\b(?:\s+(?!but\b)[\w'-]+){0,7}\s*$", before):
        return True
    return bool(_OR.search(before) and _NO.search(before))


def _people(annotated: Annotated, sentence: Sentence, clause: Clause, done: _Done) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """For whom it is done, and who is left out."""
    if done.type not in _has_people():
        return (), ()
    reached: list[str] = []
    left_out: list[str] = []
    for mention in sentence.of("victims"):
        if clause.first <= mention.first < clause.last and mention.value:
            before = folded(annotated.words(clause.first, mention.first))
            excepted = list(_except().finditer(before))
            target = left_out if excepted and len(before[excepted[-1].end() :].split()) < 4 else reached
            target.extend(v for v in mention.value.split(",") if v != "nationals")
    return ordered(reached), ordered(v for v in left_out if v not in reached)


def _actor(annotated: Annotated, sentence: Sentence, text: str, named: list[Actor], done: _Done) -> str | None:
    """Who does it: the subject before, the one after «from» or «by»; in an active clause without a name, the government."""
    clause = clause_at(annotated, sentence, sentence.start + done.start)
    first, last = annotated.tokens[clause.first].start - sentence.start, annotated.tokens[clause.last - 1].end - sentence.start
    if front := _FRONT.match(text, first, done.start):
        first = front.end()
    for actor in (a for a in named if done.end <= a.start < min(last, done.end + 25)):
        if re.search(r"\b(?:by|from)\s+(?:the\s+|an?\s+)?$", text[done.end : actor.start]):
            return actor.name
    for actor in (a for a in named if first <= a.start and a.end <= done.start and (a.own or not a.bare)):
        if not _SUBJECT.search(text[first : actor.start]):
            return actor.name
    it = re.search(r"(?:^|\b(?:and|but|or|that)\s+)(?:it|they)\s", text[first : done.start])
    return "government" if it or words("actor", "government").match(text[first : done.start]) else None
