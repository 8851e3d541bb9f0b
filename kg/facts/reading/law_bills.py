"""Bills and drafts that the text says came to nothing: «a bill to protect maids was not passed»."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.facts.reading.law_titles import Title
from kg.facts.reading.wording import pattern
from kg.language.periods import MONTH
from kg.vocabulary.law_words import law_words

_ASIDE: Final = r"(?:,? \([^)]{2,40}\))?(?:, [^,.;]{3,90},)?"
_DRAFTED: Final = r"(?:was|were|has been|had been|have been) (?:drafted|written|introduced|prepared|submitted|tabled)[^.;,]{0,40},? but"
_HAS: Final = r"(?:(?:it|they|this) )?(?:was |were |has |had |have )?"
_STOP: Final = re.compile(
    r",|\b(?:because|which|when|after|before|while|but|during|despite|since|although|as|in (?:the )?(?:\w+ )?(?:19|20)\d\d"
    rf"|in {MONTH.lower()}"
    r"|for (?:the|a) (?:second|third|fourth|fifth|sixth))\b"
)


@cache
def _of_the_exploited() -> re.Pattern[str]:
    """The words of matters that concern the exploited."""
    return re.compile(law_words("exploited"))


@cache
def _nouns() -> str:
    return rf"(?P<title>(?:{law_words('bill')}) (?:{law_words('leads')}) [^.;]{{3,110}}?)"


@cache
def _failed() -> re.Pattern[str]:
    unvoted = law_words("unvoted")
    written = rf"(?P<written>(?:{law_words('written')}) (?:{law_words('leads')}) [^.;]{{3,110}}?)"
    return pattern(
        rf"(?:draft |proposed |pending )?{_nouns()}{_ASIDE} (?:{unvoted})",
        rf"{written} {_DRAFTED} {_HAS}(?:{unvoted}|{law_words('undone')})",
    )


@cache
def _refused() -> re.Pattern[str]:
    return pattern(
        rf"(?:{law_words('refused')}) (?:an?|the|its|this|that|any|two|several) (?:[\w-]+ ){{0,2}}?{_nouns().removesuffix('?)')})"
    )


@cache
def _comprehensive() -> re.Pattern[str]:
    return pattern(
        r"(?:draft\w*|proposed|introduced|wrote|prepared) (?:an? |its |the )?(?:new )?comprehensive (?:(?:anti-)?trafficking )?"
        rf"(?:laws?|legislation|bill|statute),? (?:(?:which|that)|(?:but|yet) (?:it|this)) (?:{law_words('unvoted')})"
    )


def failed_bills(words: str, *, any_matter: bool) -> Iterator[Title]:
    """The bills that the folded words of a sentence say were not passed; those of every matter, or of the exploited only."""
    for wanted, refused in ((_failed(), False), (_refused(), True)):
        for found in wanted.finditer(words):
            name = "title" if refused or found["title"] else "written"
            start, end = found.span(name)
            stop = _STOP.search(words, start, end)
            end = stop.start() if stop else end
            words_of_it = words[start:end].rstrip()
            if any_matter or _of_the_exploited().search(words_of_it):
                yield Title(words_of_it, None, None, start, start + len(words_of_it))


def comprehensive_draft(words: str) -> Title | None:
    """A comprehensive law that was drafted and not enacted; without a title of its own."""
    found = _comprehensive().search(words)
    return Title(None, None, None, *found.span()) if found else None
