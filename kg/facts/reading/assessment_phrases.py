"""The words around a noun of effort: the verb that governs it, its modifiers, whether they are denied, and whose efforts it names."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from kg.facts.reading.assessment_areas import named_areas
from kg.facts.reading.wording import pattern
from kg.language.sieve import Several
from kg.vocabulary.efforts import patterns

DENIAL: Final = patterns("denial")
_LEFT: Final = re.compile(r"[;:()—]|\b(?:but|while|although|though|whereas|which|who|that|because)\b")
_STOPS: Final = (
    "to in on for with by from against at toward towards through despite due as than under into between among is are was were be been",
    "being if when where since after before until about regarding including without",
)
_STOP: Final = frozenset(word for line in _STOPS for word in line.split())
_OF: Final = frozenset(
    "evidence lack level levels absence number numbers indication signs dearth effectiveness quality".split(),
)
_PLAIN: Final = frozenset({"effort", "progress", "step", "resource"})
_LEVELS: Final = ("limited", "none", "decreased", "increased", "sustained")
_THERE: Final = re.compile(r"\b(?:there\s+(?:was|were|is|are)|(?:has|have|had)\s+been|showing|with)\s*$")
_DENIED: Final = pattern(rf"(?:{DENIAL['verb']}|without)(?:,? (?!only|just|merely)[\w'-]+){{0,4}},? ?$")
_CEASED: Final = pattern(r"(?:ceased|stopped|discontinued|halted|suspended|quit)(?: to)?(?: \w+ly)? ?$")
_LACKED: Final = pattern(rf"(?:{DENIAL['noun']})(?: [\w'-]+){{0,2}} ?$")
_DENIED_ANYWHERE: Final = pattern(*DENIAL.values())
_OTHER: Final = pattern(patterns("whose")["other"])
_THEIRS: Final = re.compile(
    rf"(?:^|[.;,]\s+(?:and\s+|while\s+|but\s+)?)(?:(?!by\b|with\b|from\b|to\b|for\b)[\w-]+\s+){{0,3}}?{_OTHER.pattern}"
    r"(?:\s+(?!government|authorit|police|official|state\b)[\w-]+){0,3}\s+(?:their|its)(?:\s+[\w-]+)?\s*$"
)
"""Others as the subject of what they do themselves: *NGOs increased their* efforts."""
_AND: Final = re.compile(r",?\s+and\s+")
_HELPERS: Final = re.compile(rf"\b(?:on|with|from|to|supported|funded)\s+(?:[\w-]+\s+){{0,3}}?{_OTHER.pattern}$")
"""Others who are not the subject: the government relied *on NGOs* and did little itself."""
_OWN: Final = pattern(patterns("whose")["own"])
_MODAL: Final = pattern(rf"(?:{patterns('unreal')['modal']}) (?:[\w-]+ ){{0,2}}$")
_NEEDED: Final = pattern(rf"(?:{patterns('unreal')['needed']}) (?:for|of|to) ?$")
_BARE_TO: Final = re.compile(r"\bto(?:\s+(?!not\b)\w+){0,2}\s*$")
_GOES_ON: Final = pattern(rf"(?:{patterns('goes_on')['verb']}) to(?: \w+){{0,2}} ?$")
_OTHERS: Final = re.compile(r"\b(?:efforts?|protection|prevention|enforcement|services?|progress|prosecutions?)\s+$")
"""What ends with the subject of the verb that follows it: «prevention efforts decreased and protection efforts were weak»."""
_BROKEN_OFF: Final = re.compile(r"\s*(?:,|and\b|but\b)")
"""Behind a verb that has no object: «referrals *decreased, and* protection was weak»."""
_ENOUGH: Final = pattern(patterns("enough")["enough"])


class Noun(NamedTuple):
    """A noun of effort in the words of a sentence, with its kind of ``efforts.tsv``."""

    kind: str
    start: int
    end: int


class Phrase(NamedTuple):
    """What stands to the left of a noun."""

    before: str
    """The words before the verb."""
    verb: str
    """The value of the governing verb, empty where none governs."""
    modifiers: str
    adjective: str
    """The level that the modifiers give, or empty."""
    enough: bool
    """Whether a modifier judges once it is denied: «adequate»."""
    denied: bool


@cache
def cues(role: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The values of a role of ``efforts.tsv`` with their patterns."""
    return tuple((value, pattern(p)) for value, p in patterns(role).items())


@cache
def _nouns() -> Several[str]:
    # Work that only describes another noun is not itself judged: «law enforcement officers».
    whole = rf"(?! (?:(?:and|or) (?:\w+ ){{1,2}})?(?:{patterns('followed')['work']}))"
    return Several((value, pattern(f"(?:{p})" + ("" if value in _PLAIN else whole))) for value, p in patterns("noun").items())


def nouns(words: str) -> Iterator[Noun]:
    """Nouns of effort, left to right, none inside another."""
    found = (Noun(kind, m.start(), m.end()) for kind, m in _nouns().finditer(words))
    end = 0
    for noun in sorted(found, key=lambda n: (n.start, -n.end)):
        if noun.start >= end:
            yield noun
            end = noun.end


def ours(before: str) -> bool:
    """Whether the government, not somebody else, is the one whose efforts follow these words."""
    other = [m.end() for m in _OTHER.finditer(before)]
    if not other:
        return True
    if _THEIRS.search(before):
        return False
    own, rest = [m.end() for m in _OWN.finditer(before)], before[other[-1] :]
    if own and _AND.fullmatch(rest) and _HELPERS.search(before[: other[-1]]):
        return True
    return bool(own) and (other[-1] < own[-1] or len(rest.split()) > 3 or rest.lstrip().startswith(","))


def unreal(before: str, verb: str) -> bool:
    """Whether what follows these words is only wanted, planned or required."""
    if _MODAL.search(before) or _NEEDED.search(before):
        return True
    return bool(verb and _BARE_TO.search(before) and not _GOES_ON.search(before))


def denied(before: str) -> bool:
    """Whether a denial governs the verb behind these words, alone or through «or» from the verb before."""
    if _DENIED.search(before) or _CEASED.search(before):
        return True
    reach = re.split(r"[;:]|\bbut\b", before)[-1]
    return bool(re.search(r"\b(?:or|nor)\s+(?:\w+ly\s+)?$", reach) and _DENIED_ANYWHERE.search(reach))


def level(modifiers: str) -> str:
    """The level that modifiers give; weakness before strength: «increased but still inadequate»."""
    found = {value for value, wanted in cues("level") if wanted.search(modifiers)}
    return next((value for value in _LEVELS if value in found), "")


def phrase(words: str, start: int) -> Phrase:
    """The phrase to the left of a noun that begins at ``start``."""
    left = words[max(0, start - 130) : start]
    bounds = [m.end() for m in _LEFT.finditer(left)]
    tokens = re.findall(r"\S+\s*", left[bounds[-1] :] if bounds else left)
    first = len(tokens)
    while first and len(tokens) - first < 9 and _modifies(tokens, first - 1):
        first -= 1
    before, held, verb = "".join(tokens[:first]), "".join(tokens[first:]), ""
    verbs = [(m.start(), m.end(), value) for value, wanted in cues("verb") if value != "hindered" for m in wanted.finditer(held)]
    if verbs:
        # The last verb governs; of verbs at one place the one with a level does.
        at, end, verb = max(verbs, key=lambda v: (v[0], v[2] != "do"))
        before, held = before + held[:at], held[end:]
        verb = "" if _BROKEN_OFF.match(held) or (verb != "do" and _OTHERS.search(before)) else verb
    elif _THERE.search(before):
        verb = "do"
    return Phrase(before, verb, held, level(held), bool(_ENOUGH.search(held)), _is_denied(words[:start], before, verb, held))


def _modifies(tokens: list[str], i: int) -> bool:
    word = tokens[i].strip().rstrip(",")
    if word == "of":
        return i > 0 and tokens[i - 1].strip() in _OF
    return word not in _STOP and (not tokens[i].strip().endswith(",") or bool(level(word) or named_areas(word)))


def _is_denied(left: str, before: str, verb: str, modifiers: str) -> bool:
    if re.search(rf"\b(?:{DENIAL['noun']})\b".replace(" ", r"\s+"), modifiers):
        return True
    if denied(before) if verb else _LACKED.search(before):
        return True
    return bool(re.search(r"\bany\b", modifiers) and _DENIED_ANYWHERE.search(re.split(r"[;:]|\bbut\b", left)[-1]))
