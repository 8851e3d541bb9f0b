"""Judgements of efforts: a noun of effort with the adjectives and the verb that govern it, or the predicate that follows it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from kg.facts.model import Polarity
from kg.facts.reading.assessment_areas import AREAS, OVERALL, areas_of, purpose, purpose_areas
from kg.facts.reading.assessment_phrases import Noun, Phrase, cues, denied, level, nouns, ours, phrase, unreal
from kg.facts.reading.wording import pattern
from kg.vocabulary.efforts import patterns

_BE: Final = f"(?:{patterns('passive')['be']})"
_DONE: Final = f"(?:{patterns('passive')['done']})"
_OWNED: Final = pattern(patterns("whose")["owned"])
_MEANS: Final = re.compile(
    r"\befforts?\s+to\b[^;]*\bthrough\b[^;]{0,60}$|\b(?:progress|improvements?|efforts?|steps)\s+(?:in|to|toward)\s+(?:(?!but\b|while\b|although\b)\w+\s+){0,4}$"
)
_WANTED: Final = re.compile(r"\s+(?:are|is|were|was)\s+(?:\w+\s+)?(?:needed|required|necessary|warranted)\b")
_TO_IMPROVE: Final = re.compile(r"\s+to\s+(?:improve|increase|strengthen|enhance|expand|better)\b")
_THROUGH: Final = re.compile(r"\b(?:through|by|via)\s*$")
_ENDS_OPEN: Final = re.compile(r"\b(?:for|of|at|toward|towards|with|on|about|to)\s*$")
_CONTINUED: Final = re.compile(r"\bcontinu(?:ed|es|ing)\s+to\s*$")
_ENOUGH: Final = pattern(patterns("enough")["enough"], r"a priority|priorit\w+")
_SHORT_OF: Final = pattern(
    rf"(?:{patterns('short')['of']})(?: (?:still |also )?(?:remain|persist|exist|continue)(?:e?d|s)?)? in (?:\w+ ){{0,2}}$",
    rf"(?:{patterns('short')['of']}) (?:remain|persist|exist)(?:ed|s)? in the areas? of (?:\w+ ){{0,3}}$",
)
_FOLLOWS: Final = re.compile(
    r"\s*$|,\s+(?:while|although|though|albeit)\s[^,;]{3,60},\s*$|,\s+(?:particularly|especially|including|notably|such\s+as)\s[^,;]*,\s*$|,?\s+(?:to|for|in|of|on|against|at|toward|with|by|aimed|regarding|within|and|or|during|overall|among|over|also)\b"
)
_SUBJECT: Final = re.compile(r"(?:,|\band|\bbut|\bwhile)\s+(?:[\w-]+\s+)?$")
"""What stands before a noun that opens a clause of its own, whoever acted in the clause before."""
_OF_OFFICIALS: Final = re.compile(r"\s+of\s+(?:[\w-]+\s+){0,3}officials\b")
"""Behind prosecutions that tell of complicity, not of efforts: convictions *of complicit officials* were rare."""
_SUBJECT_WORDS: Final = re.compile(r"traffick|labor|victim|exploit|slave|prostitut|servitude|bondage|child|worker|migrant|inspect|sector")
"""What prosecutions are for in a report on other matters too."""
_TOLD_OF: Final = re.compile(
    r"\b(?:data|statistics|information|figures|details|records|report(?:s|ing)?|training|courses)\s+(?:on|about|regarding|for)\s+$"
)
"""Before work that is only what data or training are about: *data on* law enforcement were not compiled."""
_GREAT: Final = pattern("significant|important|major|substantial|considerable|notable|meaningful")
_ENFORCERS: Final = re.compile(r"(?:the\s+)?(?:law\s+enforcement|police|prosecut\w+|courts?|judges|judicial|judiciary)\b")
_MODEST: Final = re.compile(r"(?:(?:some|modest|slight|the|a)\s+)+")
_ALREADY: Final = re.compile(r"\b(?:already|still|previously|hitherto|once)\b")
"""Before a level that efforts had before they changed: they reduced *already* weak efforts."""
_TOO_WEAK: Final = re.compile(r"\b(?:insufficient|inadequate|ineffective|lax|lackluster|weak|lenient|light)\s+$")
_INCLUDING: Final = re.compile(r"\bincluding\s*$")
_DO_SO: Final = re.compile(r"\s+to\s+do\s+so\b")
_ENFORCED: Final = re.compile(r"\benforc(?:e|ed|es|ing)\b")
"""What efforts «to do so» are for: the police do not *enforce* the law, though their efforts to do so grew."""
_COUNTED_LESS: Final = re.compile(r"\b(?:fewer|lower|less|higher|more|greater)\s+than\b")
"""What compares figures: the number of convictions *was fewer than* the 63 before."""
_LACKING: Final = re.compile(
    r"\b(?:lack(?:s|ed)?|without)\s+(?:(?:any|discernible|adequate|formal|victim|official|specific|meaningful|direct|a|general)\s+)*$"
)
_BREAKS: Final = re.compile(r"[;:]|\b(?:that|which|who|but)\b|\b(?:while|although)\b(?!\s[^,;]{3,60},\s*$)")
_NEITHER: Final = re.compile(r"\b(?:neither|none\s+of)\b[^,;.]*$")
_GRADUAL: Final = re.compile(r"(?:\w+ )?(?:improv|strength|advanc|gather|intens|weak|deterior|worsen|declin|wan)")

_Level = tuple[str, Polarity]


class Judgement(NamedTuple):
    """A level, its areas, and where in the words it stands."""

    value: str
    polarity: Polarity
    areas: tuple[str, ...]
    start: int
    end: int
    rule: str


def efforts(words: str, section: str, start: int, *, counted: bool) -> Iterator[Judgement]:
    """Judgements of nouns of effort from an offset on; ``counted`` tells of figures, which make no trend of law enforcement."""
    for noun in nouns(words):
        if noun.start >= start and (judged := _judged(words, noun, section, counted)):
            yield judged
            if judged.value == "limited" and judged.rule == "state" and (more := _rising().match(words, judged.end)):
                yield judged._replace(value="increased", end=more.end())


@cache
def _rising() -> re.Pattern[str]:
    """«… were modest but growing»."""
    return re.compile(rf"\s+(?:{patterns('rising')['but']})\b".replace(" ", r"\s+"))


def _judged(words: str, noun: Noun, section: str, counted: bool) -> Judgement | None:
    before, after = words[: noun.start], words[noun.end :]
    own = ours(before)
    if not (own or _SUBJECT.search(before)) or _MEANS.search(before) or _WANTED.match(after):
        return None
    left = phrase(words, noun.start)
    aside = section == "other" and not _SUBJECT_WORDS.search(words)
    if "no-change" in noun.kind and (_OF_OFFICIALS.match(after) or aside):
        return None
    if aside and noun.kind == AREAS[1] and _SHORT_OF.search(left.before + left.modifiers):
        return None
    if left.modifiers.strip() == "some" and _TO_IMPROVE.match(after):
        return None
    near = (_hindered(words, noun, after) or _nominal(noun, left, counted) or _governed(words, noun, left, counted)) if own else None
    behind = None if near else _predicate(noun, left, after)
    if near is None and behind is None:
        return None
    (value, polarity), end = (near, 0) if near else behind or (("", "affirmed"), 0)
    areas = areas_of(noun.kind, left.modifiers + " " + words[noun.start : noun.end], after, section)
    if areas == (OVERALL,) and noun.kind in {"effort", "progress"} and purpose(after) is None and _ENFORCERS.match(words):
        areas = (AREAS[0],)
    if not areas and _DO_SO.match(after) and _ENFORCED.search(before):
        areas = (AREAS[0],)
    nobodys = section == "other" and noun.kind == "effort" and areas == (OVERALL,) and purpose(after) is None
    others = section == "other" and noun.kind == AREAS[1] and _aside().match(after)
    if not areas or others or (nobodys and not _OWNED.search(before)):
        return None
    return Judgement(value, polarity, areas, noun.start - len(left.modifiers), noun.end + end, "state" if end else "efforts")


def _governed(words: str, noun: Noun, left: Phrase, counted: bool) -> _Level | None:
    """The judgement of the verb and the modifiers before the noun."""
    if unreal(left.before, left.verb) or re.search(r"\bnot\b", left.modifiers):
        return None
    if noun.kind == "progress":
        return _progress(left)
    if noun.kind == AREAS[1] and _unserved(left, words[noun.start : noun.end]):
        return "limited", "affirmed"
    return _effort(noun.kind, left) if noun.kind in {"effort", "step"} else _work(noun.kind, left, counted)


def _unserved(left: Phrase, said: str) -> bool:
    """Whether victims get no services or protection at all, whoever they are."""
    none = left.adjective == "none" and left.verb == "do"
    whole = re.fullmatch(
        r"(?:victims?'?\s+)?(?:protect\w+|support|assistance|care|victims?'?)\s+services?|victims?'?\s+(?:protection|services)", said
    )
    return bool(whole and (none or _LACKING.search(left.before + left.modifiers)))


def _progress(left: Phrase) -> _Level | None:
    """Progress is a rise; none of it is a rise denied; too little of it is weakness."""
    modest = left.verb and not left.denied and _MODEST.fullmatch(left.modifiers.lstrip())
    if (left.adjective == "limited" and not modest) or (left.denied and left.enough):
        return "limited", "affirmed"
    if left.denied or (left.adjective == "none" and left.verb):
        return "increased", "negated"
    made = left.verb or _INCLUDING.search(left.before)
    return ("increased", "affirmed") if made and left.verb != "decreased" else None


def _effort(kind: str, left: Phrase) -> _Level | None:
    """Efforts: weak ones or none, denied ones, raised ones, kept up ones."""
    adjective, verb = left.adjective, left.verb
    if value := _by_modifiers(kind, left):
        return value, "affirmed"
    if adjective in {"limited", "none"}:
        return ("limited", "affirmed") if verb in {"do", "sustained"} else None
    if left.denied and kind == "step" and not left.enough:
        return None  # a step not taken is a single gap
    if left.denied:
        raised = verb == "increased" or (adjective == "increased" and not left.enough)
        return ("increased", "negated") if raised else ("limited", "affirmed") if verb in {"do", "sustained", ""} else None
    if adjective == "sustained" and verb not in {"increased", "decreased"}:
        return ("sustained", "affirmed") if verb else None
    if verb == "do" and not adjective and kind == "effort" and _CONTINUED.search(left.before):
        return "sustained", "affirmed"
    if (kind == "step" and verb not in {"increased", "decreased"}) or (not verb and _ENDS_OPEN.search(left.before)):
        return None
    value = adjective if adjective and adjective != "sustained" else verb if verb != "do" else ""
    return (value, "affirmed") if value else None


def _by_modifiers(kind: str, left: Phrase) -> str | None:
    """What modifiers alone tell: «weak efforts», «reduced already weak efforts», «some efforts», «more efforts», «significant steps»."""
    verb, modifiers = left.verb, left.modifiers.strip()
    if left.adjective == "limited" and not (_THROUGH.search(left.before) and not verb):
        moved = verb in {"increased", "decreased"} and not left.denied and _ALREADY.search(modifiers)
        return verb if moved else "limited"
    if left.denied or not verb or left.adjective == "none":
        return None
    if modifiers == "some" and kind == "effort" and verb == "do":
        return "limited"
    raised = kind == "step" and verb == "do" and _GREAT.search(modifiers)
    return "increased" if raised or modifiers == "more" else None


def _work(kind: str, left: Phrase, counted: bool) -> _Level | None:
    """Work itself as the object: «intensified law enforcement», «did not provide adequate protection»."""
    if left.denied and left.verb == "increased" and kind in AREAS:
        return "increased", "negated"
    if left.denied:
        return ("limited", "affirmed") if left.enough and kind in {*AREAS, "resource"} else None
    if left.adjective == "limited" and "no-change" in kind and _TOO_WEAK.search(left.modifiers) and not left.verb:
        return "limited", "affirmed"
    if left.adjective == "limited" and "no-change" not in kind:
        return ("limited", "affirmed") if kind in AREAS or left.verb == "do" else None
    if kind == "resource" or (kind.endswith("terms") and left.verb == "decreased"):
        return None
    if left.verb in {"increased", "decreased"} and not counted and "number" not in left.modifiers:
        return left.verb, "affirmed"
    return ("sustained", "affirmed") if left.verb == "sustained" and kind in AREAS and left.adjective in {"", "sustained"} else None


@cache
def _hinders() -> re.Pattern[str]:
    owner = r"(?P<owner>(?:the|its|their|[\w-]+'s) (?:government(?:'s)? |country's )?)?"
    return pattern(rf"(?P<verb>{patterns('verb')['hindered']}) {owner}(?P<rest>(?:[\w'-]+ ){{0,4}})$")


def _hindered(words: str, noun: Noun, after: str) -> _Level | None:
    """Something holds the government's efforts back."""
    found = _hinders().search(words[max(0, noun.start - 90) : noun.start]) if noun.kind in {"effort", "progress"} else None
    if found is None or (found["owner"] is None and re.match("limit|weaken", found["verb"])):
        return None
    what = purpose(after)
    if noun.kind == "progress":
        return ("limited", "affirmed") if what and purpose_areas(what, "") == (OVERALL,) else None
    own = found["owner"] or re.search(r"anti-trafficking|law enforcement|government", found["rest"])
    return ("limited", "affirmed") if own or (what and _against_traffickers(what)) else None


def _against_traffickers(what: str) -> bool:
    """Whether efforts are for the work as a whole, or against traffickers."""
    areas = purpose_areas(what, "")
    return areas == (OVERALL,) or (bool(areas) and "traffickers" in what)


@cache
def _trends() -> tuple[tuple[str, re.Pattern[str]], ...]:
    held = {value: p for value, p in patterns("nominal").items() if value != "determiner"}
    lead, tail = patterns("nominal")["determiner"], r"(?:\w+ )?(?:in|of) (?:(?:its|the|their|overall|anti-trafficking|number of) )*$"
    return tuple((value, pattern(rf"(?:{lead}) (?:\w+ )?(?:{p}) {tail}")) for value, p in held.items())


def _nominal(noun: Noun, left: Phrase, counted: bool) -> _Level | None:
    """Deficiencies in an area of work, a rise or a decline in it."""
    before = left.before + left.modifiers
    if noun.kind in AREAS and _SHORT_OF.search(before):
        return "limited", "affirmed"
    if noun.kind in {"progress", "step", "resource"} or (counted and noun.kind != "effort"):
        return None
    found = ((value, wanted.search(before)) for value, wanted in _trends())
    return next(((value, "affirmed") for value, m in found if m and not denied(before[: m.start()])), None)


@cache
def _predicates() -> re.Pattern[str]:
    verbs = "|".join(f"(?P<{value}>{p})" for value, p in patterns("predicate").items())
    no = patterns("predicate_denied")
    unmade = rf"appear to have been (?P<unmade>{_DONE})"
    return pattern(
        rf"(?:did|does|do|has|have|had) not (?:\w+ly )?(?:{unmade}|(?P<unraised>{no['rise']})|(?P<unkept>{no['level']}|been {_DONE}))",
        rf"(?P<be>{_BE})(?P<words>(?:,? (?:all but )?(?!but |although |while |though |yet |with )[\w'-]+){{1,7}})",
        rf"(?:(?:has|have|had) (?:also |\w+ly )?)?(?:{verbs})",
    )


def _predicate(noun: Noun, left: Phrase, after: str) -> tuple[_Level, int] | None:
    """The judgement behind the noun, with where it ends: «remained weak», «did not improve», «were not made»."""
    if _TOLD_OF.search(left.before):
        return None
    received = _received().match(after)
    skipped = received.end() if received else 0
    after = after[skipped:]
    found = _predicates().search(after[:190])
    if found is None or not _FOLLOWS.match(after[: found.start()]) or _BREAKS.search(after[: found.start()]):
        return None
    judged = _said(noun, left, found)
    return (judged, skipped + found.end()) if judged else None


@cache
def _received() -> re.Pattern[str]:
    """Behind a service: «protection *that victims receive* is weak»."""
    return re.compile(rf"\s+{pattern(patterns('received')['clause']).pattern}")


@cache
def _aside() -> re.Pattern[str]:
    """Behind a service: for whom it is, where those are no victims of trafficking."""
    return re.compile(rf"[^;,]{{0,30}}?\b(?:to|for|of)\s+(?:[\w-]+\s+){{0,2}}?{pattern(patterns('aside')['people']).pattern}")


def _said(noun: Noun, left: Phrase, found: re.Match[str]) -> _Level | None:
    if found["unmade"] or found["unkept"]:
        return "limited", "affirmed"
    if found["unraised"]:
        return "increased", "negated"
    if found["be"]:
        return _being(noun, left, found["be"] + found["words"])
    value = next(value for value in patterns("predicate") if found[value])
    if noun.kind in {"step", "resource"} or ("no-change" in noun.kind and value != "limited"):
        return None
    if value == "sustained" and noun.kind != "effort" and not re.search(r"\b(?:level|pace|steady)$", found[value]):
        return None
    if noun.kind == "protection_efforts" and value in {"increased", "decreased"} and not _GRADUAL.match(found[value]):
        return None
    if noun.kind == "progress":
        return ("limited", "affirmed") if value in {"limited", "decreased"} else None
    if _NEITHER.search(left.before + left.modifiers):
        return (value, "negated") if value == "increased" else None
    return value, "affirmed"


@cache
def _kept_up() -> re.Pattern[str]:
    """«… were not serious and sustained compared with …»."""
    return pattern(patterns("sustained_denied")["both"])


@cache
def _ill_done() -> re.Pattern[str]:
    """«… undertaken in an ad hoc fashion»."""
    return pattern(patterns("undertaken")["limited"])


@cache
def _done() -> re.Pattern[str]:
    return pattern(rf"{_BE}(?P<not> not)?(?: (?:been|also|yet|\w+ly))* {_DONE}")


def _being(noun: Noun, left: Phrase, said: str) -> _Level | None:
    """What a verb of being says: made or not, weak, strong, increased."""
    if _ill_done().search(said):
        return "limited", "affirmed"
    if made := _done().match(said):
        return _made(noun, left, bool(made["not"] or re.match(r"\w+\s+not\s+been", said)))
    if noun.kind == "step" or (noun.kind != "effort" and re.search(r"\blimited\s+to\b", said)):
        return None
    if noun.kind != "effort" and _COUNTED_LESS.search(said):
        return None
    near = said.replace("continued to be", "are")
    if noun.kind != "effort":
        near = re.split(r"\b(?:and|or|to|in|by|for|with|compared|despite)\b", near)[0]
    if re.search(r"\b(?:not|neither)\b", near):
        if _kept_up().search(said):
            return "sustained", "negated"
        if _ENOUGH.search(said):
            return "limited", "affirmed"
        return ("increased", "negated") if dict(cues("level"))["increased"].search(near) else None
    value = level(re.sub(r"^\w+", "", near))
    if not value or value == "none":
        return None
    only_weak = noun.kind in {"resource", "progress"} or "no-change" in noun.kind
    return None if only_weak and value != "limited" else (value, "affirmed")


def _made(noun: Noun, left: Phrase, undone: bool) -> _Level | None:
    """Efforts that were made, or were not: «few efforts were made», «no progress was made»."""
    if noun.kind == "progress":
        return _progress(left._replace(verb="do", denied=undone, enough=False))
    if noun.kind not in {"effort", "step", "resource"}:
        return None
    if undone or left.adjective in {"none", "limited"}:
        return "limited", "affirmed"
    return (left.adjective, "affirmed") if left.adjective and noun.kind == "effort" else None
