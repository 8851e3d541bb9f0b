"""Collaborations of two or more who are the subjects of one verb: «the ministry and the Spanish embassy put up posters»."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.facts.reading.agreement_parties import is_country
from kg.facts.reading.collaboration_actors import GOVERNMENT, Actor, words
from kg.facts.reading.collaboration_frames import Link
from kg.language.clauses import FINITE
from kg.language.model import Annotated, Sentence, Token
from kg.vocabulary.collaboration_words import collaboration_words

_CROWD: Final = rf"(?:,\s+(?:the\s+)?(?:{'|'.join(p for _, p in collaboration_words('crowd'))}))*".replace(" ", r"\s+")
"""Those without a name in the middle of a list: «the police, *religious leaders*, and NGOs»."""
JOINED: Final = re.compile(
    rf"(?:\s+\(\w+\))?(?:\s+(?:experts|staff))?{_CROWD},?\s+(?:and|along with|together with)\s+(?:(?:the|its|their|an?)\s+)?"
    r"(?:[a-z]+'s\s+)?(?:(?:local|international)\s+)?(?:ngo\s+)?"
)
_SHORT_NAME: Final = re.compile(r"\s+\([\w-]+\)")
_STAFF: Final = frozenset(p for _, p in collaboration_words("staff"))
_COMMA: Final = re.compile(rf"(?:['’]s)?(?:\s+(?:{'|'.join(sorted(_STAFF))}))?{_CROWD},\s+(?:the\s+)?")
_TAILS: Final = (
    ", and a ",
    ", and an ",
    ", and the ",
    ", and other ",
    ", and several ",
    "experts, and a ",
    "experts, and the ",
    "staff, and a ",
)
_PARTNERS: Final = re.compile(r"\s+partners?\b")
_ASIDE: Final = re.compile(r",\s+through\s+[^,;.]{3,60},\s+")
_FINITE: Final = FINITE - {"MD"}


@cache
def before_object() -> re.Pattern[str]:
    """Words before one who is no subject: «*under* the ministry»."""
    return re.compile(rf"\b(?:{words('subject').pattern})\s+(?:(?:the|its|\w+ly|\w+)\s+)?$")


@cache
def _made_by() -> re.Pattern[str]:
    """Before several who did or have something together: «*held by* the ministry and IOM», «the *joint* IOM and ILO team»."""
    return re.compile(rf"(?:{words('made').pattern}\s+by\s+(?:(?:the|an?)\s+)?|\bjoint\s+)$")


def joined(annotated: Annotated, sentence: Sentence, text: str, named: list[Actor]) -> Iterator[Link]:
    """Two or more subjects of one verb, some the country's own: «the ministry and the Spanish embassy put up posters»."""
    for last in range(1, len(named)):
        group, listed = _listed(text, named, last)
        if len(group) < 2 or not _act_together(text, group):
            continue
        start = group[0].start
        short = _SHORT_NAME.match(text, group[-1].end)
        end = short.end() if short else group[-1].end
        then = _behind_aside(text, end)
        did = not before_object().search(text[:start]) and (words("duty").match(text, then) or _acts(annotated, sentence, then - 1, listed))
        named_ones = any(a.sort or is_country(a.name) for a in group)
        if did or (named_ones and (_made_by().search(text[:start]) or words("joined").match(text, end + 1))):
            yield Link(group, start, group[-1].end, False, "joined")


def _listed(text: str, named: list[Actor], last: int) -> tuple[tuple[Actor, ...], bool]:
    """The actors of a list that ends with one of them, and whether someone without a name may follow in it."""
    gap = text[named[last - 1].end : named[last].start]
    ended = JOINED.fullmatch(gap) is not None
    if not ended and not (_COMMA.fullmatch(gap) and text[named[last].end :].lstrip().startswith(_TAILS)):
        return (), False
    first = last - 1
    while first and _COMMA.fullmatch(text[named[first - 1].end : named[first].start]):
        first -= 1
    if ended and first == last - 1 and text[named[first].end] == "," and gap.count(",") < 2:
        return (), False
    return tuple(named[first : last + 1]), not ended


def _act_together(text: str, group: tuple[Actor, ...]) -> bool:
    """Whether the country's own act with others, or words such as *jointly* say that others act together."""
    end = group[-1].end
    along = words("together").search(text, end, end + 60) or _PARTNERS.match(text, end)
    if any(a.bare for a in group) and not words("together").search(text, end):
        return False
    if len({a.own for a in group}) == 2:
        return True
    if len({a.name for a in group}) > 1 and words("duty").match(text, _behind_aside(text, end)):
        return True
    both = all(a.own and a.sort for a in group) and words("shown").match(text, end + 1)
    return bool(both) or bool(along and GOVERNMENT not in {a.name for a in group})


def _behind_aside(text: str, end: int) -> int:
    """Where the words behind a list go on, without those between commas that name by whom it acts: «, through its offices,»."""
    aside = _ASIDE.match(text, end)
    return aside.end() if aside else end + 1


def _acts(annotated: Annotated, sentence: Sentence, end: int, listed: bool) -> bool:
    """Whether a finite verb follows a list, or the last of it who has no name."""
    verb = annotated.token_at(sentence.start + end)
    perfect = annotated.tokens[verb : verb + 2]
    if not perfect:
        return False
    if perfect[0].lower in {"have", "has", "had"} and perfect[-1].tag == "VBN":
        return not _shared(annotated, perfect[-1])
    follows = annotated.tokens[verb : min(verb + (9 if listed else 3), sentence.last)]
    if listed or (follows and follows[0].lower in _STAFF):
        first = next((n for n, t in enumerate(follows) if t.tag in _FINITE), None)
        return first is not None and all(t.text != "," for t in follows[2:first]) and not _shared(annotated, follows[first])
    acting = any(t.tag in _FINITE for t in follows[:2]) or _mistaken(annotated, sentence, verb)
    return acting and not _shared(annotated, follows[0])


def _mistaken(annotated: Annotated, sentence: Sentence, verb: int) -> bool:
    """Whether what the tagger takes for a participle is the verb: it has an object, and none follows that is finite."""
    token, behind = annotated.tokens[verb], annotated.tokens[verb + 1 : sentence.last]
    alone = token.tag == "VBN" and bool(behind) and behind[0].pos in {"DET", "NOUN", "NUM", "PROPN", "ADJ"}
    return alone and not any(t.tag in _FINITE for t in behind)


def _shared(annotated: Annotated, verb: Token) -> bool:
    """Whether a verb tells what two may do each by itself."""
    return words("shared").match(annotated.document.text, verb.start) is not None
