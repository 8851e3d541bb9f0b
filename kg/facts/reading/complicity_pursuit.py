"""What was done about officials: the words of pursuit in a clause, the officials whom they are about, and whether they are denied."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from kg.facts.reading.complicity_words import Who, cue
from kg.facts.reading.wording import pattern
from kg.language.sieve import Several, finditer, search
from kg.vocabulary.complicity_words import complicity_words
from kg.vocabulary.efforts import patterns

_PASSIVE: Final = re.compile(
    r"\b(?:was|were|been|be|being|is|are|put|under)(?:\s+(?:not|never|ever|yet|actually|seldom|almost|often|neither|nor|both|also|later|then|either|under|on|or|and|being|been|(?:of|for|with)(?=\s+(?:or|and|nor)\b)|\w+ly|\w+ed),?){0,6}\s*$"
)
_TRIED_FOR: Final = re.compile(r"[^.;]{0,60}\b(?:for|with|of|on|over|in|into)\b[^.;]*")
_FAR: Final = re.compile(
    r"[;:]|\b(?:by|to|but|whom|once|when|if|because|despite|due|who|which|under|from|are|is|was|were|has|have|had|with|at)\b|,\s+(?:and\s+)?\w+ed\b(?!\s+officials)"
    r"|,\s+(?:and\s+)?(?!(?:includ|serv|act|sitt|rank|work|be)ing\b)\w+ing\b"
    r"|\band\s+(?:the\s+)?(?:official\s+|police\s+)?(?:complicity|corruption|involvement|collusion)"
)
_INTO: Final = re.compile(
    r"(?:,?\s+(?:(?:and|or)\s+)?(?!recruitment\b|use\b)[\w-]+){0,4},?\s+(?:of|into|against|for|targeting|involving|on)\s+(?:[\w'-]+\s+){0,9}"
    r"(?:[\w'-]+,\s+(?:including|among\s+them|some\s+of\s+them)\s+(?:[\w'-]+\s+){0,4})?$"
)
_ALLEGED: Final = re.compile(
    r"^\s(?:\w+\s){0,2}(?:allegations|reports|complaints|claims|accusations|rumou?rs)\s(?:(?:of|about)\s[\w\s-]{0,40}?(?:by|among)|that|about|against)\b"
)
_CASE: Final = re.compile(r"\b(?:cases?|charges|complaints?|proceedings|suits?)\b[^,;.]*$")
_INQUIRY: Final = re.compile(
    r"\W*(?:an?|the|its|their|\w+)\s+(?:\w+\s+)?(?:investigations?|inquir(?:y|ies)|probes?|trials?)\s+(?:into|against|of)\b[^;.]*$"
)
"""An inquiry as the subject: it is what was suspended, not those whom it is about."""
_CASE_OPENED: Final = re.compile(r"\bopen(?:ed|ing)?\s+(?:\w+\s+){0,3}$")
"""Before a case, what says that it is an investigation: *opened no* cases against officials."""
_RARE: Final = re.compile(
    r"(?:\s+in\s+\w+)?\s+(?:(?:was|were|is|are|ha[sv]e been)|(?:remain|stay|continu)\w*(?:\s+to\s+be)?)\s+(?:\w+\s+)?"
    r"(?:rare|low|few|infrequent|uncommon|limited|minimal|scarce|scant|inadequate|insufficient|weak|slow|sporadic)\b"
)
"""What tells how often officials are pursued, not that any of them was: *convictions of officials were rare*."""
_INVERTED: Final = re.compile(r"\s+(?:was|were)\s+(?:[\w-]+\s+){0,4}")
_REDUCED: Final = re.compile(r"[\s,]*(?:(?:and|or|nor|investigated|prosecuted|convicted|punished)[\s,]+)*")
_WITH_NONE: Final = re.compile(r"\bwith\s+(?:not|no|none|neither|only|just|at least)\b(?:\s+\w+){0,8}\s*$")
_WHOM: Final = re.compile(r"[\s,]+whom\s+(?:it|they|the\s+\w+)\s+(?:(?:had|has|have|ever|later|then)\s+)*")
_OTHERS: Final = re.compile(
    r"\s+(?:(?:has|have|had|did|do|does|also|not|then|later|\w+ly)\s+)*"
    r"(?:sa(?:id|ys?)|told|report(?:s|ed)?\s+that|claim\w*|rescu\w+|raid\w*|freed|recogni\w+|identif\w+|found|explain\w*|acknowledg\w+"
    r"|treat\w*|regard\w*|consider\w*)\b"
)
_PURSUERS: Final = re.compile(
    r"\s+(?:(?:has|have|had|did|do|does|also|not|then|later|\w+ly)\s+)*"
    r"(?:(?:brought|filed|laid|pressed|opened|launched|initiated|began|obtained|secured|won|file|bring|open|obtain|secure)\s"
    r"|(?:investigat|prosecut|charg|arrest|indict|detain|convict|sentenc|tri|question|interrogat|refer|charg)\w*\s+"
    r"(?=(?:\d|an?\b|the\b|no\b|only\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|several\b|some\b|any\b|at\s+least\b"
    r"|their\b|its\b|(?:suspected|alleged|child|sex|labor|human)\s|traffickers\b|suspects\b|cases\b|offenders\b|people\b|persons\b)))"
)
"""Behind officials, what they do to others: *prosecutors brought charges against* six, *police arrested two* men."""
_THOSE: Final = re.compile(
    r"(?:\b(?:many|some|few|most|the|that|those|and|but|while)|,)\s+(?:\w+\s+){0,2}"
    r"(?:offenders|traffickers|victims|perpetrators|suspects|defendants|employers)\s+(?:was|were|is|are|has|have)\b"
)
_WHETHER: Final = re.compile(r"\bwhether\b[^.;]*$")
"""What was not told, or is not known: *did not report whether* it prosecuted any officials."""
_EFFORTS_TO: Final = r"\befforts?\b[^.;,]{0,30}\bto\s+(?:[a-z]+(?:,|,?\s+(?:and|or))\s+){0,3}"
_EFFORTS: Final = re.compile(rf"{_EFFORTS_TO}$")
_TRYING: Final = re.compile(rf"{_EFFORTS_TO}(?:prosecute|investigate|convict|punish)\b")
"""Efforts to do something are not yet done: *made limited efforts to prosecute* officials."""
_OBJECT: Final = re.compile(
    r"\b(?:whom|which|(?<!ed\s)(?<!reports\s)(?<!allegations\s)(?<!claims\s)(?<!complaints\s)(?<!accusations\s)(?<!said\s)(?<!found\s)(?<!says\s)that|by|from|to|with|before|between)\s+(?:(?:the|an?|other|some|local|corrupt)\s+)*$"
)
_FINITE: Final = re.compile(r"\b(?:was|were|is|are|has|have|had|remain\w*)\b")
_UNDENIED: Final = re.compile(
    r"\b(?:whether|what had become|(?:outcomes?|results?|status|progress|details|conclusion|updates?) (?:of|on|about|from))\b"
)
_DROPPED: Final = re.compile(
    r"\b(?:dropp|withdr[ae]w|discontinu|abandon|dismiss|terminat)(?:n|ed|ing)?\s+(?:(?:the|all|any|its|an?|\w+)\s+)?(?:\w+\s+)?$"
)
_ENDED: Final = re.compile(r"\b(?:clos|halt|stopp|suspend)(?:ed|ing)\s+(?:(?:the|all|any|its|an?|\w+)\s+)?(?:\w+\s+)?$")
"""Before a case or a trial, words that do not say how far it had come."""
_LET_GO: Final = re.compile(r"\b(?:dismiss|suspend|discharg|remov|transferr)\w*$")
"""Verbs of punishment that, of a case, say that it did not go on: *dismissed* the charges against two officers."""
_NOUN: Final = re.compile(r"charges|cases?|complaints?")
_HIM: Final = re.compile(r"\s+(?:him|her|them|both|each|the\s+(?:two|three|four|pair|man|woman))\b")
_SO_MANY: Final = re.compile(
    r"\s+(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|none|all|some)(?:\s+of\s+them)?"
    r"(?=\s*(?:[.,;]|$)|\s+(?:and|or|for|in|on|to|during|over|of\s+trafficking|with)\b)"
)
"""A number alone for some of the officials named before: *investigated* ten officials, *prosecuted eight*."""
_NO_ONE: Final = re.compile(r"\s+none\b")
_SUBJECT_OF: Final = re.compile(r"(?:\s+(?:has|have|had|also|then|later|not|did|\w+ly))*\s+")
_ILL_DONE: Final = pattern(
    rf"(?:not|never|n't|fail(?:ed|s)? to|unable to) (?:{patterns('adverb')['enough']}|thoroughly|consistently|systematically|always"
    r"|proactively|routinely|regularly) (?:(?:investigat|prosecut|convict|punish)\w*,? (?:(?:and|or) )?)*$"
)
"""What was done, if not well: *did not vigorously* investigate officials."""
_AND: Final = re.compile(r",\s+and\s+(?:\w+\s+)?$")
_VERB: Final = re.compile(r"\s+(?:can|cannot|could|did|do|does|had|have|has|was|were|are|is|would|may|must|\w+ed)\b")
_SENTENCES: Final = re.compile(r"(?:issued|imposed|handed down|meted out)\b")
_NONE_OF: Final = re.compile(r"\b(?:none|no|neither|not)\b")


_NOBODY: Final = re.compile(
    r"\b(?:nobody|no (?:one|person|man|suspect)|none)(?:\s+(?:was|were|is|has|have|had|been|ever|yet|\w+ly)){1,4}\s+$"
)
_DEED_BY: Final = re.compile(r"\s+(?:for|over|in connection with|after|because of)\s[^,;.]{3,90}\b(?:by|involving)\s+(?:[\w-]+\s+){0,2}")


class Pursuit(NamedTuple):
    """A status that words of pursuit tell, where they stand, whom they are about, and whether it was not done."""

    status: str
    start: int
    who: list[Who]
    denied: bool


def pursuits(words: str, who: list[Who]) -> Iterator[Pursuit]:
    """The first words of each status that have officials for object, for subject of a passive, or that a noun is «into»."""
    for status in dict.fromkeys(status for status, _ in _telling().likely(words)):
        if found := next(_of_status(words, who, status), None):
            yield found


@cache
def _telling() -> Several[str]:
    """The words that may tell of each status."""
    statuses = dict.fromkeys(status for status, _ in complicity_words("status"))
    return Several((status, cue(role, status)) for status in statuses for role in ("status", "pursuit", "became"))


def only_tried(words: str, who: list[Who]) -> bool:
    """Whether words only tell of efforts to pursue officials, who are named behind these, or how seldom that came to something."""
    found = _TRYING.search(words)
    if any(_RARE.match(words, w.end) and search(cue("pursuit"), words[: w.start]) for w in who):
        return True
    return found is not None and all(w.start >= found.end() for w in who)


def denied(words: str, start: int) -> bool:
    """Whether what the words from ``start`` on tell was not done."""
    if re.match(r"no action|t(?:ook|aken?|aking) (?:[\w-]+ )?no\b|(?:freed|released) without charge", words[start:]):
        return True
    return bool(cue("denial").search(_UNDENIED.split(words[:start])[-1]))


def of_this_subject(words: str, start: int) -> bool:
    """Whether an official is pursued for something of this subject, or no official at all is."""
    if cue("strong").match(words, start):
        return True
    tried = _TRIED_FOR.match(words, start)
    if tried and cue("crime").search(words, tried.start(), tried.end()):
        return True
    return bool(search(cue("nobody"), words))


def _of_status(words: str, who: list[Who], status: str) -> Iterator[Pursuit]:
    for match in finditer(cue("status", status), words):
        behind = [w for w in who if 0 <= w.start - match.end() < 90 and _object(words, match.end(), w)]
        behind = behind or _by_pronoun(words, who, match) or _of_nobody(words, who, match)
        ahead = _ahead(words, who, match)
        if _not_of_them(words, match) or _ILL_DONE.search(words[: match.start()]):
            continue
        if behind or (ahead and _undergone(words, ahead[-1], match)):
            about = behind or ahead
            no = denied(words, match.start()) or bool(behind and _NONE_OF.search(words[match.end() : behind[0].start]))
            no = no or " no " in match.group() or bool(_NO_ONE.match(words, match.end()))
            no = no or (_NOUN.fullmatch(match.group()) is not None and _DROPPED.search(words[: match.start()]) is not None)
            yield Pursuit(status, match.start(), about, no)
    for match in finditer(cue("pursuit", status), words):
        behind = [w for w in who if 0 <= w.start - match.end() < 150 and _INTO.match(words[match.end() : w.start])]
        opened = status == "investigated"
        if status == "prosecuted" and match.group().startswith("case") and _CASE_OPENED.search(words[: match.start()]):
            continue
        if behind and (opened or not _ENDED.search(words[: match.start()])) and not _RARE.match(words, behind[-1].end):
            dropped = not opened and _DROPPED.search(words[: match.start()]) is not None
            yield Pursuit(status, match.start(), behind, denied(words, match.start()) or dropped)
    for match in finditer(cue("became", status), words):
        ahead = _ahead(words, who, match)
        if ahead and (not match.group().endswith("ed") or _participle(words, ahead[-1], match)):
            yield Pursuit(status, match.start(), ahead, denied(words, match.start()))


def _of_nobody(words: str, who: list[Who], match: re.Match[str]) -> list[Who]:
    """The officials for whose deeds nobody was called to account: *no one was punished for the sale of papers by clerks*."""
    if not _NOBODY.search(words[: match.start()]):
        return []
    return [w for w in who if _DEED_BY.fullmatch(words[match.end() : w.start])]


def _not_of_them(words: str, match: re.Match[str]) -> bool:
    """Whether words of a status tell of a case or an inquiry, or of what was not told or only tried."""
    before = words[: match.start()]
    of_case = (match.group() == "dismissed" and _CASE.search(before)) or (match.group() == "suspended" and _INQUIRY.match(before))
    return bool(of_case or _WHETHER.search(before) or (_EFFORTS.search(before) and not denied(words, match.start())))


def _by_pronoun(words: str, who: list[Who], match: re.Match[str]) -> list[Who]:
    """The officials named before a verb that has a pronoun for object: *convicted a mayor … and sentenced him*."""
    him = (
        _HIM.match(words, match.end())
        or _SO_MANY.match(words, match.end())
        or (_SENTENCES.match(match.group()) and cue("status", "convicted").search(words, 0, match.start()))
    )
    named = [w for w in who if w.end < match.start() and not _SUBJECT_OF.fullmatch(words, w.end, match.start())][-1:] if him else []
    pursued = (m for m in cue("status").finditer(words, 0, match.start()))
    return named if any(m.end() < named[0].start and _reaches(words[m.end() : named[0].start]) for m in pursued if named) else []


def _object(words: str, start: int, who: Who) -> bool:
    """Whether officials are the object of the verb before ``start``, not the subject of another clause that *and* joins to it."""
    gap = words[start : who.start]
    let_go = _LET_GO.search(words[:start]) and _CASE.search(gap)
    acts = (_AND.search(gap) and _VERB.match(words, who.end)) or (gap.endswith((", ", " the ")) and _PURSUERS.match(words, who.end))
    return _reaches(gap) and not let_go and not acts


def _reaches(gap: str) -> bool:
    """Whether a verb reaches officials behind it as its object, or as the subject of «among the convicted was …»."""
    gap = _ALLEGED.sub(" ", gap)
    return _FAR.search(gap) is None or _INVERTED.fullmatch(gap) is not None


def _ahead(words: str, who: list[Who], match: re.Match[str]) -> list[Who]:
    """Officials before a verb who may be its subject: nobody's object, and not those who tell or do it to others."""
    return [
        w
        for w in who
        if 0 <= match.start() - w.end < 110
        and not _OBJECT.search(words[: w.start])
        and not _OTHERS.match(words[: match.start()], w.end)
        and not _PURSUERS.match(words, w.end, match.start())
        and not _THOSE.search(words, w.end, match.start())
    ]


def _undergone(words: str, last: Who, match: re.Match[str]) -> bool:
    """Whether the officials before a verb undergo what it tells."""
    if _WHOM.fullmatch(words, last.end, match.start()):
        return True
    if re.match(r"(?:investigat|prosecut|convict|charg)ing$", match.group()):
        return False  # they do it themselves: «the company that they were *investigating*»
    if match.group().startswith(("received", "under")) or _PASSIVE.search(words[: match.start()]):
        return True
    if _WITH_NONE.search(words[: last.start]) and not _FINITE.search(words[last.end : match.start()]):
        return True
    return bool(re.search(r"\bany\s+$", words[: last.start]) and _REDUCED.fullmatch(words[last.end : match.start()]))


def _participle(words: str, last: Who, match: re.Match[str]) -> bool:
    """Whether a verb follows officials as a participle, not as what they do: «officers arrested in May were freed»."""
    by_them = last.name in {"judges", "prosecutors"} and not match.group().startswith(("detained", "arrested"))
    return words[last.start : last.end] not in {"police", "authorities"} and not by_them and not words[last.end : match.start()].strip(" ,")
