"""What a law forbids: the forms of exploitation named around a verb of prohibition."""

import re
from functools import cache
from typing import Final

from kg.facts.model import ordered
from kg.facts.reading.wording import pattern, words_of
from kg.language.model import Annotated, Sentence
from kg.language.sieve import search
from kg.vocabulary.law_words import law_words

_ALL_FORMS: Final = pattern(
    r"all forms of (?:human )?trafficking", r"(?:both )?sex and labor trafficking", r"trafficking in (?:persons|human beings"
    r"|women and children)", r"human trafficking",
    r"all (?:severe )?forms of trafficking in persons", r"trafficking", r"to traffic (?:in )?(?:persons|people|human beings)",
)  # fmt: skip
_ALL: Final = pattern(
    r"all (?:severe |types |forms )?(?:forms |types )?of (?:human )?trafficking(?: in persons)?", r"trafficking in all its forms"
)
_STOP: Final = re.compile(
    r"\b(?:prescrib\w+|carr(?:y|ies)|punish\w*|penalt\w+|provid\w+|impos\w+|sets?|with (?:penalties|sentences)|but|while|although"
    r"|in order to|so as to|as an? (?:measure|means|way|step))\b|;|,\s+(?:no|neither|nor)\b"
)
_EXPLAINED: Final = re.compile(
    r"\s*(?:\([^)]{3,80}\)|,\s+(?:which\s+covers\s+)?\w+ing\b[^;.]{3,80}|\s+(?:on|regarding|concerning|for(?= combat))"
    r"\s+[a-z][^,;.]{3,50})"
)
_CARRIES: Final = re.compile(r"\bcarr(?:y|ies|ied)\s|\b(?:is|are)\s+punish")
_FOR: Final = re.compile(
    r"\b(?:penalt\w+|punishes|punishments?|imprisonment|prison|jail|years|sentences?|fines?)\b[^.;]*?\bfor\s+(?!up\s|a\s|not\s|\d)"
    r"(?![^.;]*\bfrom\s+\w+\s+to\b)"
)
_CRIME: Final = re.compile(r"an? (?:criminal )?(?:crime|offen[cs]e)|illegal|punishable")
_BY: Final = re.compile(
    r"(?![^;]*\b(?:but|although|while|whereas|however|used?|using|relied|charg\w+|convict\w+|prosecut\w+)\b)"
    r"[^;]*?\b(?:by|under|in|through|via|pursuant to|per)\b[^;]*"
)
"""Between a verb of prohibition and a law by which something is forbidden."""
PROCURING: Final = re.compile(r"procur\w+|pimp\w*|forc\w+ (?:\w+ ){0,4}prostitut\w+|for prostitution|into prostitution|brothel|pander")


@cache
def _aside(section: str) -> re.Pattern[str]:
    return pattern(law_words("aside"), law_words("aside_other")) if section == "other" else pattern(law_words("aside"))


def aside(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether a sentence is about another matter of the law; a report on other matters too has more of them."""
    other = search(_aside(sentence.section), words_of(annotated, sentence))
    return bool(other) and not sentence.of("exploitation")


@cache
def _forbids() -> re.Pattern[str]:
    return pattern(law_words("forbids"))


def prohibits(annotated: Annotated, sentence: Sentence, start: int, end: int, last: int) -> tuple[str, ...]:
    """What a law named from ``start`` to ``end`` forbids: behind a verb up to ``last``, before a passive one, or in its name."""
    words = words_of(annotated, sentence)
    verb = _forbids().search(words, end)
    before = _passive(words, start)
    if found := explained(sentence, words, end):
        return found
    if verb and verb.end() < last and _CRIME.match(verb.group()) and (made := forms(sentence, words, end, verb.start())):
        return made
    if verb and verb.end() < last and verb.start() - end < 160:
        end = min(last, stop(words, verb.end()))
        found = forms(sentence, words, verb.end(), end)
        return found or (("sex_trafficking",) if PROCURING.search(words, verb.end(), end) else ())
    if before:
        return forms(sentence, words, max(0, before.start() - 90), start)
    named = _named(sentence, words, start, end) or _punished(sentence, words, end, last)
    return (
        named
        if named or not re.search(r"against|slavery|forced labor|ing all forms|ing (?:human |sex )?traffick", words[start:end])
        else forms(sentence, words, start, end)
    )


def _passive(words: str, start: int) -> re.Match[str] | None:
    """The first verb before a law by which the law forbids: «is *prohibited* by the penal code», not «no law *prohibits*, but»."""
    near = [m for m in _forbids().finditer(words, max(0, start - 160), start) if m.group() != "against"]
    return next((m for m in near if _BY.fullmatch(words, m.end(), start)), None)


def _punished(sentence: Sentence, words: str, start: int, end: int) -> tuple[str, ...]:
    """What a law only punishes: «imposes five years' imprisonment for forced labor», «forced labor carries a penalty»."""
    carried = _CARRIES.search(words, start, end)
    if carried and (found := forms(sentence, words, start, carried.start())):
        return found
    what = _FOR.search(words, start, end)
    return forms(sentence, words, what.end(), min(end, what.end() + 60, stop(words, what.end()))) if what else ()


def explained(sentence: Sentence, words: str, end: int) -> tuple[str, ...]:
    """What the words right behind a law or provision say that it is about: «Article 156 (abduction for prostitution)»."""
    what = _EXPLAINED.match(words, end)
    if what is None:
        return ()
    found = forms(sentence, words, end, what.end())
    return found or (("sex_trafficking",) if PROCURING.search(what.group().lower()) else ())


def _named(sentence: Sentence, words: str, start: int, end: int) -> tuple[str, ...]:
    """Forms of exploitation in the name itself: «Bonded Labor (Prohibition) Act»."""
    first, last = sentence.start + start, sentence.start + end
    return (
        ordered(v for m in sentence.of("exploitation") if first <= m.start and m.end <= last for v in m.value.split(",")) if words else ()
    )


def stop(words: str, start: int) -> int:
    """Where the object of a prohibition ends: at a verb of punishment, or at another statement."""
    found = _STOP.search(words, start)
    return found.start() if found else len(words)


def forms(sentence: Sentence, words: str, start: int, end: int) -> tuple[str, ...]:
    """The forms of exploitation named between two offsets of a sentence's words, or all of them."""
    first, last = sentence.start + start, sentence.start + end
    found = {v for m in sentence.of("exploitation") if first <= m.start and m.end <= last for v in m.value.split(",")}
    if _ALL.search(words, start, end) or (not found and _ALL_FORMS.search(words, start, end)):
        return ("all_forms",)
    return ordered(found)
