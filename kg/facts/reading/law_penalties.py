"""What a sentence says that a named law prescribes: the prison terms behind it, or before it, «up to ten years under the act»."""

import re
from typing import Final

from kg.facts.reading.law_titles import Title
from kg.facts.reading.penalties import GIVEN, NONE, Penalty, joint_penalty, penalty
from kg.language.model import Sentence

_BEFORE: Final = re.compile(r"\b(?:under|in|by|per|pursuant to|according to|of)\s+(?:the\s+|its\s+)?(?:(?:19|20)\d\d\s+)?$")
_PUNISHES: Final = re.compile(
    r"penalt|punish|sentences|terms of|\b(?:face|receive|serve)\b"
    r"|\b(?:can|may|could|must|shall)\s+be\s+(?:sentenced|imprisoned|jailed|fined)",
    re.IGNORECASE,
)
_TO: Final = re.compile(r"\s+to\s+")


def prescribed(text: str, sentence: Sentence, title: Title, end: int) -> Penalty:
    """The prison terms of a law, behind it up to an offset of the document or before it."""
    return _behind(text, sentence, title, end) or joint_penalty(text, sentence) or _before(text, sentence, title) or NONE


def _behind(text: str, sentence: Sentence, title: Title, end: int) -> Penalty | None:
    """The terms behind a law; «sentenced him under the act *to* a year» tells of none."""
    start, last = sentence.start + title.start, sentence.start + title.end
    given = GIVEN.search(text, sentence.start, start) and _TO.match(text, last)
    return None if given else penalty(text, sentence, last, end)


def _before(text: str, sentence: Sentence, title: Title) -> Penalty | None:
    """The penalty of «penalties of up to six months under the Immigration Act»."""
    before = text[sentence.start : sentence.start + title.start]
    if not _BEFORE.search(before) or not _PUNISHES.search(before) or GIVEN.search(before):
        return None
    return penalty(text, sentence, sentence.start, sentence.start + title.start) or penalty(text, sentence, sentence.start, sentence.end)


def told_until(text: str, sentence: Sentence, start: int, end: int) -> int:
    """Where what a law prescribes has been told, of the words from ``start`` to ``end``: before a new clause about penalties."""
    cut = re.search(r"[,—–]\s*(?:which|that|penalties|punishments|a\s+(?:term|penalty))\s", text[start:end])
    return start + cut.start() if cut and penalty(text, sentence, start, start + cut.start()) else end
