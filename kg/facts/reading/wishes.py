"""What a sentence only asks for, wishes, plans or supposes: «NGOs said the government should open a shelter» tells of no shelter."""

import re
from functools import cache
from typing import Final

from kg.facts.reading.wording import folded, pattern
from kg.language.model import Annotated, Sentence, Token
from kg.language.sieve import may_hold
from kg.vocabulary.tables import rows

EVERY: Final = ("asked", "needed", "modal", "intended", "supposed")
ASKED: Final = ("asked", "needed", "modal", "supposed")
_LOOK: Final = 90
"""How far behind a word a cue before it may look."""
_FINITE: Final = frozenset({"VBD", "VBZ"})
_UNCHANGED: Final = frozenset({"set", "put", "cut", "let", "shut"})
_CONDITION: Final = re.compile(r"(?:if|unless|in case|had|whether)\b")
_KNOWN: Final = re.compile(
    r"\b(?:the|this|that|these|those|its|their|existing)\s+"
    r"(?:(?!(?:first|next|to|for|of|a|an|that|establishment|creation|opening|adoption|signing|need|possibility|authorities|police|ministry)\b"
    r"|(?:government|state)\s+(?!shelter|cent|facilit|home|hotline|safe|$))[\w'-]+\s+){0,3}$"
)
_NEAR: Final = re.compile(r"(?:\s+[\w'()-]+){0,9}?\s+")
_ACTING: Final = re.compile(r"\b(?:is|are|was|were|has|have|had|did|who|which|that)\b")


def wished(annotated: Annotated, sentence: Sentence, start: int, end: int | None = None, classes: tuple[str, ...] = EVERY) -> bool:
    """Whether the words at ``start`` of the document, a noun or verb, are within reach of words that only ask for them or plan them.

    With ``end`` they are a noun, which words behind it may tell as wished for too: «a hotline is needed».
    """
    words = folded(annotated.document.text[sentence.start : sentence.end])
    at = start - sentence.start
    if any(
        not _ended(annotated, sentence, words[:at], found) and not _in_name(annotated, sentence.start + found.start())
        for found in (_cue(classes).finditer(words, 0, at + _LOOK) if may_hold(_cue(classes), words) else ())
        if found.end() <= at
    ):
        return True
    return end is not None and _behind(words, end - sentence.start)


def _in_name(annotated: Annotated, start: int) -> bool:
    """Whether a word of wishing is a part of a name: «World Hope International», «Hope for Justice»."""
    token = annotated.tokens[annotated.token_at(start)]
    return token.text[:1].isupper() and token.pos == "PROPN"


def _ended(annotated: Annotated, sentence: Sentence, words: str, found: re.Match[str]) -> bool:
    """Whether the reach of a cue ends before the end of the words: at a subordinate clause, or at a finite verb, which tells a fact."""
    between, condition = words[found.end() :], _CONDITION.match(found.group())
    if ";" in between or ":" in between or _cue(("end",)).search(between) or (condition and "," in between):
        return True
    tokens = annotated.tokens
    first, last = annotated.token_at(sentence.start + found.end()), annotated.token_at(sentence.start + len(words))
    if condition:
        return False
    return any(_finite(tokens[i]) or (tokens[i - 1].text in {",", "and"} and _object(tokens, i)) for i in range(first, last + 1))


def _finite(token: Token) -> bool:
    """Whether a verb is finite; those whose base form looks the same may be what somebody asks: «that the ministry set up a shelter»."""
    return token.tag in _FINITE and token.lower not in _UNCHANGED


def _object(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a participle stands for a finite verb, since it has an object of its own: «…, arrested 12 men»."""
    return tokens[i].tag == "VBN" and i + 1 < len(tokens) and tokens[i + 1].pos in {"NUM", "DET"}


def _behind(words: str, end: int) -> bool:
    """Whether words behind a noun, with no other verb between, tell it as only wished for."""
    found = _cue(("behind",)).search(words, end, end + 110)
    return bool(found and _NEAR.fullmatch(words, end, found.start()) and not _ACTING.search(words, end, found.start()))


def known(words: str, start: int) -> bool:
    """Whether the noun at an offset is one already known: «the shelter», «its agreement»; not «the first shelter»."""
    return bool(_KNOWN.search(words, max(0, start - 60), start))


@cache
def _cue(classes: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(*(row["pattern"] for row in rows("wishes") if row["class"] in classes))
