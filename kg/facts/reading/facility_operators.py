"""Who runs a facility: named before it, behind «run by», or as the subject of a verb of running; supporters are none."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from kg.facts.model import ordered
from kg.facts.reading.explaining import explains, introduces
from kg.facts.reading.facility_cues import cue
from kg.facts.reading.facility_nouns import Noun
from kg.facts.reading.wording import clause_at, folded, pattern
from kg.language.bodies import Body, antecedent, bodies_between
from kg.language.clauses import FINITE
from kg.language.model import Annotated, Clause, Sentence
from kg.vocabulary.facility_words import facility_words

BLANK: Final = r"\s+"
_JOINED: Final = re.compile(r"\s*(?:,|\band\b|\bor\b|\bnor\b|\bas well as\b|\bboth\b|\(\w+\)|\s)*\s*(?:the|a|an)?\s*")
_TO_VERB: Final = re.compile(
    r"(?:\s*\([^)]*\))?(?:\s+(?:about\s+)?[$€£]?\d[\d,.]*(?:\s+(?:million|billion))?(?:\s+[a-z]+)?(?:\s*\([^)]*\))?(?=\s+to\s))?\s*,?\s*(?:to|that|who|which|each|also|has|have|had|both|jointly|together|currently|still|did|does|do"
    r"|not|continued|continues|to|began|of|the|\b\w+ly\b|\s)*$"
)
_STRETCH: Final = re.compile(
    r"[.;:—]|,?\s+(?:which|that|who|while|but|where)\b|,\s+(?:and\s+)?(?:the|a|an|it|they)?\s*\w+\s+(?:was|were|had|housed"
    r"|closed|accepts?|admits)\b"
    r"|\s+(?:with|for|since|until|under|using|during|through|near)\s|\s+in\s+(?!cooperation)|,\s+(?=had|has|was|were|is|housed"
    r"|accept|admit|closed)"
)
_OWN: Final = re.compile(r"\b(?:its|their)\s+(?:(?!(?:in|at|to|from|with|for|by|on|into)\b)[\w'/-]+\s+){0,4}$")
_POSSESSED: Final = re.compile(
    r"(?:\s+(?:organi[sz]ation|association|charity|foundation))?(?:['’]s?)\s+(?:(?!(?:for|to|on|in|at|with|from)\b)[\w'’/,-]+\s+){0,4}$"
)
_COMPOUND: Final = re.compile(
    r"(?:\s+|-(?:run|operated|managed|administered|led|owned)\s+)(?:\w+-)*(?:run\s+|operated\s+|managed\s+)?(?:(?:emergency|crisis|national|women['’]s|trafficking|victim|free"
    r"|toll-free|main|second|new|own)\s+){0,2}$"
)
_THAT: Final = re.compile(r"(?:\s+\(?\d[\d -]*\)?(?=,))?(?:\s+(?:for|in|near)\s[^,.;]{3,40}(?=,))?\s*,?\s*(?:which|that)\s+(?=\S)")
_HAVING: Final = re.compile(r"(?:,\s+an?\s+[^,;.]{2,40})?,?\s+with\s+(?:(?:its|their)\s+)?(?:[\w-]+\s+){0,2}$")
_WHOSE: Final = re.compile(r",?\s+whose\s+(?:(?!(?:for|to|on|in|at|with|from)\b)[\w'-]+\s+){0,3}$")
_RUN_BY_OTHERS: Final = re.compile(r"-(?:run|operated|managed|administered)\s+(?:[\w-]+\s+){0,2}$")
"""«The state's two NGO-run shelters» are not run by the state."""
_THEIRS: Final = re.compile(r",\s+(?:the\s+)?(?P<who>[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,4})['’]s?(?=,)")
"""«An NGO hotline, ASTRA’s, took 40 calls»."""
_SHARED: Final = re.compile(r"\s+with\s+")
_OF: Final = re.compile(r"\s+(?:of|(?P<under>under))\s+(?:the\s+)?(?=[A-Z])")
_HOLDS: Final = re.compile(r"(?:ha[sd]|have|lack(?:s|ed)?)\b")
_GIVES: Final = re.compile(r"(?:provid|offer)")
_GIFT: Final = re.compile(r"\s+(?:with|services?|staff)\b")
"""What is given *to* a shelter is not a shelter given: «provided the shelter with food»."""
_INSIDE: Final = re.compile(r"(?<!-)\b(?:of|for|to|at|in|from)\s+(?:the\s+)?(?:[\w'-]+\s+){0,2}$")
_FOR_ITS: Final = re.compile(r"(?:\s*\([^)]*\))?\s+(?:for|to run|to operate|to open)\s*")
_WHERE: Final = re.compile(r"(?:\w+ )*(?:provinces|cities|municipalities|state)")
_GROUPED: Final = re.compile(
    r"\b(?:number|network|system|series|one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|most|several|many|half|all|both|group|chain|pair|operation|management|administration|running)\s+of\s+[^,;]*$|\bhelp\w*\s+to\b"
)
_DIRECT: Final = re.compile(r"\s+(?:(?!(?:to|for|of|in|been|on|at|by|with)\b)[\w'/-]+\s+){0,6}")
_SOME: Final = re.compile(
    r"\bof (?:them|which|these)\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|most) (?:are|were) (?:\w+ )?$"
    r"|(?:\b(?:two|three|four|five|six|seven|eight|nine|ten|some|most)|\d) (?:are |were )(?:run|operated|managed|staffed) by"
)
_NEXT_ONE: Final = re.compile(
    r"(?:,|,?\s+and)\s+(?:an?|one|two|three|four|five|six|\d+)\s+(?:(?!(?:to|for|in|at|on|with|from|of)\b)[\w'-]+\s+){0,4}$"
)
"""Before the next facility of a list that has one verb."""
_TURNS: Final = frozenset({"by", "which", "that", "who", "where", "while", "but"})
_RELATIVE: Final = 90
_EMPTY: Final = frozenset({"", "and", "but"})
_INTO: Final = re.compile(r"\b(?:in|to|from|of|for|into|through|throughout|at|by|with|outside|inside|within)\s+(?:the\s+)?$")
_RELATIVE_TO: Final = re.compile(r"(?:\s*\([^)]*\))?,?\s+(?:that|which|who)\s+(?:(?:also|still|jointly|currently|has|have|had|\w+ly)\s+)*$")
"""What joins a verb to the one who runs: «an NGO that *operates* a shelter»."""
_SUBJECT: Final = re.compile(
    r"(?:\s*\([^)]*\))?(?:,\s+an?\s[^,.;]{3,50},|\s+(?:in|near|of|from)\s+(?:the\s+)?[\w' ,-]{2,50}?)?"
    r"(?:[\s,]|\b(?:which|that|who|between\s+them|together|also|has|have|had|both|each|alone|jointly|in\s+\d{4}|during\s+the\s+year|\w+ly)\b)*"
)
"""What may stand between a subject and its verb."""
_GOVERNED: Final = re.compile(r"\b(?:by|with|to|from|against|about|for|in|under|through|at)\s+(?:(?:the|an?|its|local)\s+)*$")
_GENERAL: Final = {
    **dict.fromkeys(
        ("ngo", "foundation", "association", "order", "group", "organization", "union", "federation", "church", "charity"), "ngo"
    ),
    **dict.fromkeys(
        ("ministry", "department", "committee", "council", "commission", "task force", "agency", "office", "authority"), "government"
    ),
    **dict.fromkeys(
        ("directorate", "secretariat", "institute", "bureau", "unit", "brigade", "squad", "police", "state", "government"), "government"
    ),
}
"""What sort of operator a common noun means where no body named before fits it."""


class _Who(NamedTuple):
    value: str
    start: int
    end: int
    named: bool


def operators(annotated: Annotated, sentence: Sentence, clause: Clause, noun: Noun, following: int) -> tuple[str, ...]:
    """The operators of a facility by name or sort; words behind ``following``, where the next one begins, tell nothing of this one."""
    text = annotated.document.text[sentence.start : sentence.end]
    words = folded(text)
    if owner := _owner(annotated, sentence, text, words, noun):
        return owner
    if found := _behind(annotated, sentence, words, noun, following):
        return found
    modifier = _modifier(words, noun)
    subject = _subject(annotated, sentence, clause, words, noun)
    named = [s for s in subject if s not in {"government", "ngo", "international_organization"}]
    return (modifier,) if modifier and not named else subject


@cache
def _sorts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((value, pattern(p)) for value, p in facility_words("who"))


@cache
def _modifiers() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (value, re.compile(rf"(?:^|[\s(-])(?:{p.replace(' ', BLANK)})\s+(?:[\w'/-]+\s+){{0,3}}$"))
        for value, p in facility_words("operator")
    )


def _modifier(words: str, noun: Noun) -> str | None:
    before = words[max(0, noun.start - 60) : noun.start].replace('"', "")
    start = max(
        (
            m.end()
            for m in re.finditer(
                r"\b(?:a|an|the|of|to|in|at|by|and|or|with|for|one|two|three|four|no|any|its|their)\s+|[,;(]\s*|\d\s+", before
            )
        ),
        default=0,
    )
    near = " " + before[start:]
    found = [(m.start(), value) for value, wanted in _modifiers() if (m := wanted.search(near))]
    return max(found)[1] if found else None


def _owner(annotated: Annotated, sentence: Sentence, text: str, words: str, noun: Noun) -> tuple[str, ...]:
    """A body right before the noun: «the LWU shelter», «the ministry's 24-hour hotline»."""
    before = [b for b in bodies_between(annotated, sentence.start, sentence.start + noun.start) if sentence.start + noun.start - b.end < 60]
    if before:
        between = text[before[-1].end - sentence.start : noun.start]
        between = re.sub(r"^\s*\([^)]*\)", "", between)
        if (
            (_WHOSE.fullmatch(between) and text[noun.start].islower())
            or _POSSESSED.fullmatch(between)
            or _COMPOUND.fullmatch(between)
            or _HAVING.fullmatch(between)
        ):
            return (before[-1].name,)
    if apposed := _THEIRS.match(text, noun.end):
        start = sentence.start + apposed.start("who")
        body = next((b for b in bodies_between(annotated, start, sentence.end) if b.start == start), None)
        return (body.name if body else " ".join(apposed["who"].split()),)
    apart = _RUN_BY_OTHERS.search(words[: noun.start])
    own = not apart and re.search(
        r"\b(?:the|that)\s+(?:[\w-]+\s+)?(?P<noun>[a-z]+(?:\s+force)?)(?:'s|')\s+(?:[\w'/-]+\s+){0,4}$", words[: noun.start]
    )
    if own and own["noun"] in _GENERAL:
        body = antecedent(annotated, sentence.start + own.start(), own["noun"])
        return (body.name if body else _GENERAL[own["noun"]],)
    return ()


def _behind(annotated: Annotated, sentence: Sentence, words: str, noun: Noun, following: int) -> tuple[str, ...]:
    """Who stands behind «run by», in a relative clause, or behind «of»."""
    run = re.compile(
        rf"(?:(?!\b(?:but|while|although|whereas)\b)[^.;]){{0,110}}?\b(?:{facility_words('run_by')[0][1].replace(' ', BLANK)})\s+"
    ).match(words, noun.end)
    if run and run.end() <= following and not _SOME.search(run.group()):
        return _values(_listed(annotated, sentence, words, run.end(), min(len(words), run.end() + 130)))
    apposed = re.compile(r"[^.;]{0,40}?,\s+an?\s+(?P<what>[\w\s-]{2,30}?\s+)(?:facility|shelter|center|home|institution)\b").match(
        words, noun.end
    )
    if apposed and (sort := next((value for value, wanted in _modifiers() if wanted.search(" " + apposed["what"])), None)):
        return (sort,)
    that = _THAT.match(words, noun.end)
    verb = cue("that_runs").search(words, that.end(), that.end() + 80) if that else None
    if that and verb and re.fullmatch(r"[^,.;]{3,60}\s", words[that.end() : verb.start()]):
        also = _SHARED.match(words, verb.end())
        more = _listed(annotated, sentence, words, also.end(), min(len(words), also.end() + 90)) if also else []
        return _values([*_found(annotated, sentence, words, that.end(), verb.start()), *more])
    of = _OF.match(annotated.document.text[sentence.start : sentence.end], noun.end)
    if of:
        body = [b for b in bodies_between(annotated, sentence.start + of.end(), sentence.end) if b.start == sentence.start + of.end()]
        led = body and not (of["under"] and annotated.document.text.startswith(("’", "'"), body[0].end))
        return (body[0].name,) if led else ()
    return ()


def _listed(annotated: Annotated, sentence: Sentence, words: str, start: int, end: int) -> list[_Who]:
    """The operators that a list joins, from its beginning."""
    kept: list[_Who] = []
    for who in _found(annotated, sentence, words, start, end):
        between = words[kept[-1].end if kept else start : who.start]
        if (kept and not _JOINED.fullmatch(between)) or (not kept and _STRETCH.search(between)):
            break
        kept.append(who)
    return kept


def _values(found: list[_Who]) -> tuple[str, ...]:
    return ordered(w.value for w in found)


def _found(annotated: Annotated, sentence: Sentence, words: str, start: int, end: int) -> list[_Who]:
    """Bodies and sorts of bodies between two offsets of the sentence's words, in order."""
    named = bodies_between(annotated, sentence.start + start, sentence.start + end)
    found = [_Who(b.name, b.start - sentence.start, b.end - sentence.start, True) for b in named]
    for value, wanted in _sorts():
        for match in wanted.finditer(words, start, end):
            if any(w.start < match.end() and match.start() < w.end for w in found) or _explains(words, match, named, sentence):
                continue
            if _WHERE.fullmatch(match.group()) and re.search(r"\bin\s+(?:\w+\s+){0,2}$", words[max(0, match.start() - 25) : match.start()]):
                continue
            who = _meant(annotated, sentence, match, value)
            if who:
                found.append(_Who(who, match.start(), match.end(), value == "="))
    return sorted(found, key=lambda w: w.start)


def _explains(words: str, match: re.Match[str], named: tuple[Body, ...], sentence: Sentence) -> bool:
    """Whether a sort only explains the name beside it: «the NGO Tamkeen», «Animus, an NGO»."""
    for body in named:
        name = (body.start - sentence.start, body.end - sentence.start)
        if explains(words, match.span(), name) or (body.type == "ngo" and introduces(words, match.span(), name)):
            return True
    return False


def _meant(annotated: Annotated, sentence: Sentence, match: re.Match[str], value: str) -> str | None:
    if value != "=":
        return value
    body = antecedent(annotated, sentence.start + match.start(), match["noun"])
    return body.name if body else _GENERAL.get(match["noun"], "government")


def _subject(annotated: Annotated, sentence: Sentence, clause: Clause, words: str, noun: Noun) -> tuple[str, ...]:
    """The subject of the verb of running before the noun; else the government where it is «its own»."""
    verb = _verb(words, noun)
    if verb is None:
        own = _OWN.search(words[: noun.start]) or re.match(r"\s+of (?:its|their) own\b", words[noun.end :])
        if own is None:
            return ()
        begin = annotated.tokens[clause.first].start - sentence.start
        if own.re is _OWN and begin < own.start() and (owners := _found(annotated, sentence, words, begin, own.start())):
            return _values(_first_group(owners, words))
        return _before(annotated, sentence, words, own.start() if own.re is _OWN else noun.start)
    relative = _RELATIVE_TO.search(words[:verb])
    if relative and (those := _found(annotated, sentence, words, 0, relative.start())) and those[-1].end == relative.start():
        return _values(_last_group(those, words))
    begin = min(annotated.tokens[clause.first].start - sentence.start, noun.start)
    if words.startswith("and ", begin):
        begin = max(words.rfind(sign, 0, begin) for sign in ",;:") + 1
    masked = cue("supports").sub(lambda m: " " * len(m.group()), words[:verb])
    found = _found_in(annotated, sentence, masked, begin, verb)
    if not found and re.search(r",\s+and\s+(?:\w+ly\s+)?$", masked[begin:verb]):
        return _before(annotated, sentence, masked, verb)
    if not found and not re.search(r"\b(?:it|they|which|who|that)\b", masked[begin:verb]) and masked[begin:verb].strip(" ,") not in _EMPTY:
        if not _HOLDS.match(words, verb) and _home(annotated, sentence, begin, verb):
            return ("government",)
        return _before(annotated, sentence, masked, begin) if begin and _subjectless(annotated, clause) else ()
    alone = re.fullmatch(r"(?:and|but)?\s*(?:it|they)\s*", masked[begin:verb])
    if found or (not alone and _HOLDS.match(words, verb) and re.search(r"\w", masked[begin:verb].replace("but", "").replace("and", ""))):
        return _values(found)
    return _before(annotated, sentence, masked, begin)


def shared(annotated: Annotated, sentence: Sentence, noun: Noun, here: Sequence[Noun]) -> tuple[str, ...]:
    """The subject of the verb whose objects a list of facilities are: «*nuns* run a home for girls in Lae and *a shelter* in Wewak»."""
    words = folded(annotated.document.text[sentence.start : sentence.end])
    first = noun
    for before in reversed([n for n in here if n.end <= noun.start]):
        between = annotated.tokens[annotated.token_at(sentence.start + before.end) : annotated.token_at(sentence.start + first.start)]
        if not _NEXT_ONE.search(words[before.end : first.start]) or any(t.tag in FINITE or t.lower in _TURNS for t in between):
            break
        first = before
    return (
        () if first is noun else _subject(annotated, sentence, clause_at(annotated, sentence, sentence.start + first.start), words, first)
    )


def _home(annotated: Annotated, sentence: Sentence, begin: int, verb: int) -> bool:
    """Whether the narrative's country is the subject of a clause: «Kenya opened a shelter»."""
    text = annotated.document.text
    return any(
        m.value == annotated.document.country and m.form == "name" and not _INTO.search(text, sentence.start, m.start)
        for m in sentence.of("place")
        if begin <= m.start - sentence.start < verb
    )


def _subjectless(annotated: Annotated, clause: Clause) -> bool:
    """Whether a clause goes on with another verb of a subject told before: «…, signed an accord, and opened a home»."""
    first = clause.first
    while first < clause.last - 1 and annotated.tokens[first].pos in {"CCONJ", "PUNCT", "ADV"}:
        first += 1
    return annotated.tokens[first].tag in {"VBD", "VBZ", "VBG"}


def _verb(words: str, noun: Noun) -> int | None:
    """Where the verb of running begins whose object is the noun."""
    last = None
    for match in cue("runs").finditer(words, max(0, noun.start - 90), noun.start):
        hyphenated = words[match.start() - 1 : match.start()] == "-"
        between = words[match.end() : noun.start]
        held = bool(_HOLDS.match(match.group()) and not _DIRECT.fullmatch(between))
        held = held or bool(_INSIDE.search(between) and not _GROUPED.search(between))
        held = held or bool(_GIVES.match(match.group()) and (_GIFT.match(words, noun.end) or not _DIRECT.fullmatch(between)))
        if not hyphenated and not held and not re.search(r"[;:]|\b(?:that|which|who|because|by)\b", between):
            last = match.start()
    return last


def listed(annotated: Annotated, sentence: Sentence, words: str, start: int, end: int) -> tuple[str, ...]:
    """The operators that a list between two offsets of the sentence's words begins with."""
    return _values(_listed(annotated, sentence, words, start, end))


def acting(annotated: Annotated, sentence: Sentence, clause: Clause, words: str, verb: int) -> tuple[str, ...]:
    """The operators that are the subject of a verb."""
    begin = annotated.tokens[clause.first].start - sentence.start
    return _values(_found_in(annotated, sentence, words, begin, verb)) if begin < verb else ()


def right_before(annotated: Annotated, sentence: Sentence, words: str, verb: int) -> tuple[str, ...]:
    """The operators that end right before a verb, with where they are between at most: «*two NGOs* in Gulu and Lira sheltered girls»."""
    found = _found(annotated, sentence, words, max(0, verb - 160), verb)
    if not found or not _SUBJECT.fullmatch(words, found[-1].end, verb):
        return ()
    group = _last_group(found, words)
    return () if _GOVERNED.search(words[: group[0].start]) else _values(group)


def _found_in(annotated: Annotated, sentence: Sentence, masked: str, begin: int, verb: int) -> list[_Who]:
    """The operators right before the verb, else the first ones of the stretch with those that are joined to them."""
    found = [w for w in _found(annotated, sentence, masked, begin, verb) if masked[w.start : w.end].strip()]
    if not found:
        return []
    groups: list[list[_Who]] = [[found[0]]]
    for who in found[1:]:
        joined = _JOINED.fullmatch(masked[groups[-1][-1].end : who.start])
        groups = [*groups[:-1], [*groups[-1], who]] if joined else [*groups, [who]]
    through = next((g for g in groups if re.search(r"\bthrough (?:the |its )?$", masked[: g[0].start])), None)
    near = next((g for g in reversed(groups) if _TO_VERB.fullmatch(masked, g[-1].end, verb)), None)
    return through or near or groups[0]


def _before(annotated: Annotated, sentence: Sentence, words: str, end: int) -> tuple[str, ...]:
    """Whom a pronoun or a missing subject means: the first operator of the sentence, else of the one before, else the government."""
    masked = cue("supports").sub(lambda m: " " * len(m.group()), words[:end])
    here = _found(annotated, sentence, masked, 0, len(masked))
    if here and _FOR_ITS.fullmatch(masked, here[-1].end):
        return (here[-1].value,)
    if here:
        return _values(_first_group(here, masked))
    previous = annotated.sentences[sentence.index - 1] if sentence.index else None
    if previous is not None and (previous.group == sentence.group or re.match(r"(?:it|they)\s", words)):
        before = folded(annotated.document.text[previous.start : previous.end])
        there = _found(annotated, previous, before, 0, min(len(before), _RELATIVE))
        if there:
            return _values(_first_group(there, before))
    return ("government",)


def _last_group(found: list[_Who], words: str) -> list[_Who]:
    kept = [found[-1]]
    for who in reversed(found[:-1]):
        if not _JOINED.fullmatch(words[who.end : kept[0].start]):
            break
        kept.insert(0, who)
    return kept


def _first_group(found: list[_Who], words: str) -> list[_Who]:
    kept = [found[0]]
    for who in found[1:]:
        if not _JOINED.fullmatch(words[kept[-1].end : who.start]):
            break
        kept.append(who)
    return kept
