"""Reading of assessments: the formulas about the minimum standards, and sentences that judge the level or trend of efforts."""

import re
from collections.abc import Iterator
from typing import Final

from kg.facts.assessment import Assessment
from kg.facts.model import Fact
from kg.facts.reading.assessment_certainty import certainty_of
from kg.facts.reading.assessment_constructions import judgements
from kg.facts.reading.assessment_efforts import Judgement
from kg.facts.reading.evidence import evidence
from kg.facts.reading.periods import period_in
from kg.facts.reading.relevance import on_matter
from kg.facts.reading.wishes import wished
from kg.facts.reading.wording import clause_at, clause_evidence, pattern, words_of
from kg.language.model import Annotated, Sentence
from kg.language.sieve import finditer, search
from kg.vocabulary.efforts import patterns

_PART: Final = patterns("standards")
_STANDARDS: Final = pattern(
    rf"(?P<not>{_PART['denial']})?(?P<full>fully |in full |full(?:y)? )?(?:{_PART['meets']})"
    r"(?: all)?(?: of)?(?: the)?(?: tvpa'?s)? minimum standards"
)
_PLAINLY: Final = pattern("(?:meets|complies with) the minimum standards")
_UNREAL: Final = pattern(rf"(?:{_PART['unreal']})(?: \w+){{0,8}} ?")
_PARTLY: Final = re.compile(r"\bin (?:several|some|many|key|certain)\b")
_TOWARD: Final = patterns("significant")["toward"]
_SIGNIFICANT: Final = pattern(
    r"(?P<not>not |no longer |nor |yet to )?(?:make|makes|making|made|undertaking|undertaken)(?P<no> no)?"
    r" (?:a |sufficiently )?(?:significant |serious |sufficient |adequate )efforts?"
    rf"(?: (?:to|toward) (?:{_TOWARD}))?(?! to (?!{_TOWARD}))(?! (?:in|on|at|against|toward) )",
    r"(?P<lack>lack of significant efforts?)(?! to (?!do so|comply|meet|bring))",
    r"(?P<none>not |no longer )?making efforts to do so",
)
_DENIED: Final = re.compile(
    r"\b(?:(?:not|n't|nor|yet to|failed to)(?:\s+(?:deemed|considered|judged|found|believed|seen|thought|said)\s+(?:to\s+be|as))?"
    r"|neither(?:\s+[\w']+){1,4})\s*$"
)
_ONLY_CLAIMED: Final = re.compile(
    r"\b(?:consider|claim|assert|believ|maintain|argu|contend|insist|sa(?:y|id)|stat|declar|profess)\w*\s+(?:that\s+)?(?:they|it|the\s+government)"
    r"\s+(?:(?:has|have|had|is|are|was|were|already)\s+)*$"
)
"""What a government says of itself: officials *claimed that they had* made significant efforts."""
_ONLY_WOULD: Final = re.compile(r"\b(?:would|constitut\w+|if|will|to)\s*$")
_GATES: Final = (
    "effort progress attempt step measure action initiative activit enforc protect assist prevent identif service prosecut investigat",
    "convict punish response will\\b little nothing enough improve stride advance resource fund ly\\b attention commitment standards",
    "\\bhelp\\b \\baid\\b achievement sentenc ability capacity awareness care police courts momentum resolve energy \\bmore\\b job\\b",
    "crackdown seldom justice implement react\\w* respond support vigor handling legal\\b",
    "campaign fight\\b battle treatment weakness shortcoming inspections",
)
_GATE: Final = re.compile("|".join(word for line in _GATES for word in line.split()))


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read assessments of the narrative's own government."""
    for sentence in annotated.sentences:
        if sentence.section not in {"recommendations", "header"}:
            words = words_of(annotated, sentence)
            if search(_GATE, words) and on_matter(annotated, sentence):
                yield from _formulas(annotated, sentence, words)
                yield from _efforts(annotated, sentence, words)


def _formulas(annotated: Annotated, sentence: Sentence, words: str) -> Iterator[Fact]:
    for found in finditer(_STANDARDS, words):
        if value := _standards(words, found):
            end = _phrase_end(annotated, sentence, found.end())
            yield _fact(annotated, sentence, ("minimum_standards", value), sentence.start + found.start(), end)
    for found in finditer(_SIGNIFICANT, words):
        before = words[max(0, found.start() - 40) : found.start()]
        if not _ONLY_WOULD.search(before) and not _ONLY_CLAIMED.search(before):
            denied = any(found[name] for name in ("not", "no", "lack", "none")) or _DENIED.search(before)
            start, end = sentence.start + found.start(), sentence.start + found.end()
            yield _fact(annotated, sentence, ("significant_efforts", "no" if denied else "yes"), start, end)


def _standards(words: str, found: re.Match[str]) -> str | None:
    """How far the minimum standards are met; «meets» in a condition, or only in part, says nothing."""
    full, partly = found["full"] or found["after"], _PARTLY.search(words[found.end() :])
    if found["not"]:
        return "not_full" if full or partly else "none"
    if (partly and not full) or _UNREAL.search(words[: found.start()][-60:]):
        return None
    return "full" if full or _PLAINLY.match(found.group()) else None


def _phrase_end(annotated: Annotated, sentence: Sentence, end: int) -> int:
    following = re.compile(r"\s+for the elimination of (?:severe forms of )?trafficking(?: in persons)?", re.IGNORECASE).match(
        annotated.document.text, sentence.start + end, sentence.end
    )
    return following.end() if following else sentence.start + end


def _fact(annotated: Annotated, sentence: Sentence, said: tuple[str, str], start: int, end: int) -> Fact:
    """A formula's fact; its evidence begins with the clause."""
    clause = sentence.clause_of(annotated.token_at(start))
    return Assessment(
        doc=annotated.document.id,
        country=annotated.document.country,
        criterion=said[0],
        value=said[1],
        evidence=(evidence(annotated, min(clause_evidence(annotated, clause).start, start), end),),
        rule=f"assessment.{said[0]}",
    )


def _efforts(annotated: Annotated, sentence: Sentence, words: str) -> Iterator[Fact]:
    formulas = [m.span() for wanted in (_STANDARDS, _SIGNIFICANT) for m in finditer(wanted, words)]
    counted = any(not q.ordinal for q in sentence.quantities)
    for judged in judgements(words, sentence.section, counted=counted):
        free = not any(s < judged.end and judged.start < e for s, e in formulas)
        if free and not wished(annotated, sentence, sentence.start + judged.start, None, ("asked", "modal", "intended")):
            yield from _facts(annotated, sentence, judged)


def _facts(annotated: Annotated, sentence: Sentence, judged: Judgement) -> Iterator[Fact]:
    first = clause_at(annotated, sentence, sentence.start + judged.start)
    last = clause_at(annotated, sentence, sentence.start + judged.end - 1)
    found = evidence(annotated, clause_evidence(annotated, first).start, clause_evidence(annotated, last).end)
    period = period_in(annotated, sentence, first)
    for criterion in judged.areas:
        yield Assessment(
            doc=annotated.document.id,
            country=annotated.document.country,
            criterion=criterion,
            value=judged.value,
            polarity=judged.polarity,
            certainty=certainty_of(annotated, sentence, judged),
            period=None if period == "previous" else period,  # what the judgement compares with
            evidence=(found,),
            rule=f"assessment.{judged.rule}",
        )
