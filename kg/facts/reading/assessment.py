"""Reading of assessments: the formulas about the minimum standards, and sentences that judge the level or trend of efforts."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from kg.facts.assessment import Assessment
from kg.facts.model import Certainty, Fact, Polarity
from kg.facts.reading.evidence import evidence
from kg.facts.reading.periods import period_in
from kg.facts.reading.wording import clause_evidence, folded, pattern, words_of
from kg.language.model import Annotated, Clause, Sentence
from kg.language.qualifiers import qualify
from kg.vocabulary.efforts import patterns

_STANDARDS: Final = pattern(
    r"(?P<not>(?:does|do|did|has|have) (?:still )?not (?:yet )?|fail(?:s|ed) to |falls short of )?(?P<full>fully |full(?:y)? )?"
    r"(?:compl(?:y|ies|ied)(?: with)?|meets?|met|meeting|complian(?:t|ce)(?: with)?)(?: the)?(?: tvpa'?s)? minimum standards"
)
_PLAINLY: Final = pattern("(?:meets|complies with) the minimum standards")
_SIGNIFICANT: Final = pattern(
    r"(?P<not>not |no longer |nor )?(?:make|makes|making|made)(?P<no> no)? (?:a )?(?:significant |serious )efforts?(?: to (?:do so|comply|meet|bring|that end))?(?! to (?!do so|comply|meet|bring|that end))"
    r"|(?P<lack>lack of significant efforts?)|making efforts to do so"
)
_NOT_INCREASED: Final = pattern(
    r"(?:fail(?:ure|ed|ing|s) to|lack of|inability to|did not|has not|have not|not|no|without|absence of)(?: (?:show|provide|demonstrate|present|offer|report|produce|make))?(?: \w+){0,2}?"
    r"(?: evidence of)? (?:(?:overall |its |any |significantly |appreciably )*(?:increas(?:ing|ed?)|improv(?:ing|ed?)|greater)(?: its| overall| anti-trafficking)* efforts?(?: overall)?|evidence of (?:overall )?increas(?:ing|ed) efforts?)"
)
_ENFORCED: Final = pattern(
    r"(?P<not>(?:did|does|do|was|were|is|are|has|have) (?:generally )?not (?:always |consistently |adequately |fully )?)(?:been )?(?:effectively |adequately |consistently |fully |sufficiently )?enforced?(?: effectively| adequately| consistently)?",
    r"enforcement (?:\w+ ){0,6}(?:was|were|remained|is|are) (?:\w+ )?(?:neither|not|ineffective|inconsistent|weak|poor|lax|inadequate|limited|minimal|insufficient|uneven|sporadic|lacking|hampered)",
    r"(?:did not|does not|failed to|was unable to|were unable to) (?:effectively |adequately )?enforce",
    r"rarely enforced|seldom enforced|(?:minimal|limited|little) (?:ability|capacity) to (?:\w+ and )?enforce",
    r"ineffectively enforced|unevenly enforced|inconsistently enforced|reluctant to prosecute",
)
_OVERALL: Final = pattern(
    r"(?:combat|combating|address|addressing|eliminate|eliminating|fight|fighting|counter|stop|confront|tackle)(?:ing)? (?:severe forms of |human |the |all forms of |its |sex and labor )*(?:trafficking|problem|issue)(?! (?:complicity|offen|crimes))",
    r"(?:anti-)?trafficking(?: in persons)?(?! (?:victims|offen|crimes|cases))",
)
_BE: Final = r"(?:was|were|is|are|remain\w*|continu\w+ to be|became|appear\w* to be|prov\w+ to be|stay\w*)"
_AREA_OF_SECTION: Final = {
    "prosecution": "prosecution_efforts",
    "protection": "protection_efforts",
    "prevention": "prevention_efforts",
}
_NONE: Final = pattern("no", "not", "n't", "never", "nor", "fail(?:ed|s|ing|ure) to", "lack of", "without", "unable to", "nothing")
_SOMEBODY_ELSE: Final = pattern(
    r"ngos?|unicef|international organizations?|civil society|embass(?:y|ies)|foreign donors?|traffickers?|recommend\w*"
)


class _Judgement(NamedTuple):
    level: str
    areas: tuple[str, ...]
    polarity: Polarity
    rule: str


@cache
def _level(value: str) -> re.Pattern[str]:
    return pattern(patterns("level")[value])


@cache
def _area(value: str) -> re.Pattern[str]:
    return pattern(patterns("area")[value])


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read assessments of the narrative's own government."""
    for sentence in annotated.sentences:
        if sentence.section not in {"recommendations", "header"}:
            words = words_of(annotated, sentence)
            yield from _formulas(annotated, sentence, words)
            yield from _efforts(annotated, sentence)


def _formulas(annotated: Annotated, sentence: Sentence, words: str) -> Iterator[Fact]:
    for found in _STANDARDS.finditer(words):
        value = (
            ("not_full" if found["full"] or re.search(r"\bin (?:several|some|many|key)\b", words[found.end() :]) else "none")
            if found["not"]
            else "full"
        )
        if found["not"] or found["full"] or _PLAINLY.match(found.group()):
            start = _subject(annotated, sentence, sentence.start + found.start())
            yield _fact(annotated, "minimum_standards", value, start, _phrase_end(annotated, sentence, found.end()), "minimum_standards")
    for found in _SIGNIFICANT.finditer(words):
        before = words[max(0, found.start() - 12) : found.start()]
        denied = found["not"] or found["no"] or found["lack"] or re.search(r"\b(?:not|n't|nor)\s*$", before)
        start = _subject(annotated, sentence, sentence.start + found.start())
        yield _fact(annotated, "significant_efforts", "no" if denied else "yes", start, sentence.start + found.end(), "significant_efforts")


def _phrase_end(annotated: Annotated, sentence: Sentence, end: int) -> int:
    following = re.compile(r"\s+for the elimination of (?:severe forms of )?trafficking(?: in persons)?", re.IGNORECASE).match(
        annotated.document.text, sentence.start + end, sentence.end
    )
    return following.end() if following else sentence.start + end


def _subject(annotated: Annotated, sentence: Sentence, offset: int) -> int:
    """Where the clause around an offset begins."""
    clause = sentence.clause_of(annotated.token_at(offset))
    return min(clause_evidence(annotated, clause).start, offset)


def _fact(annotated: Annotated, criterion: str, value: str, start: int, end: int, rule: str) -> Fact:
    document = annotated.document
    return Assessment(
        doc=document.id,
        country=document.country,
        criterion=criterion,
        value=value,
        evidence=(evidence(annotated, start, end),),
        rule=f"assessment.{rule}",
    )


def _efforts(annotated: Annotated, sentence: Sentence) -> Iterator[Fact]:
    for clause in sentence.clauses:
        words = folded(annotated.words(clause.first, clause.last))
        if re.search(r"minimum\s+standards|significant\s+efforts?\s+to\s+do\s+so", words):
            continue
        judged = _judgement(annotated, sentence, words)
        if judged:
            yield from _facts(annotated, sentence, clause, judged)


def _facts(annotated: Annotated, sentence: Sentence, clause: Clause, judged: _Judgement) -> Iterator[Fact]:
    certainty: Certainty = qualify(annotated, sentence, clause.last - 1).certainty
    for criterion in judged.areas:
        yield Assessment(
            doc=annotated.document.id,
            country=annotated.document.country,
            criterion=criterion,
            value=judged.level,
            polarity=judged.polarity,
            certainty="stated" if certainty == "reported" else certainty,
            period=period_in(clause, sentence),
            evidence=(clause_evidence(annotated, clause),),
            rule=judged.rule,
        )


def _judgement(annotated: Annotated, sentence: Sentence, words: str) -> _Judgement | None:
    if found := _NOT_INCREASED.search(words):
        return _Judgement(
            "increased", _areas(words[found.end() :], found.group(), sentence, overall=True), "negated", "assessment.not_increased"
        )
    if re.search(r"\bincreasingly enforced\b", words):
        return _Judgement("increased", ("prosecution_efforts",), "affirmed", "assessment.enforcement")
    if _ENFORCED.search(words):
        return _Judgement("limited", ("prosecution_efforts",), "affirmed", "assessment.enforcement")
    for trigger in pattern(patterns("trigger")["effort"]).finditer(words):
        if (level := _level_of(words, trigger)) and not _SOMEBODY_ELSE.search(words[: trigger.start()]):
            polarity, value = level
            around = words[max(0, trigger.start() - 60) : trigger.end()]
            return _Judgement(value, _areas(words[trigger.end() :], around, sentence, overall=True), polarity, "assessment.efforts")
    for trigger in pattern(patterns("trigger")["enforcement"]).finditer(words):
        if not _SOMEBODY_ELSE.search(words[: trigger.start()]) and (level := _state_of(words, trigger) or _changed(words, trigger)):
            polarity, value = level
            return _Judgement(value, _areas("", trigger.group(), sentence, overall=False), polarity, "assessment.state")
    return None


def _level_of(words: str, trigger: re.Match[str]) -> tuple[Polarity, str] | None:
    """The judgement before «efforts», or behind them after a verb of being or change."""
    before = words[: trigger.start()]
    near = " ".join(before.split()[-7:])
    if re.search(
        r"(?:made|make|makes|making|undertook|undertake|reported|demonstrated|were|was|been|has|have) (?:\w+ ){0,1}(?:no|few|not)(?: \w+){0,3}$",
        near,
    ) or re.search(r"(?:did|does|do|has|have) not (?:make|made|demonstrate|show|undertake|take|report)(?: \w+){0,6}$", near):
        return "affirmed", "limited"
    for value in ("limited", "decreased", "increased", "sustained"):
        if found := _last(_level(value), near):
            gap = near[found.end() :].split()
            if len(gap) <= 4 and not (value == "limited" and found.group().split()[0] in {"no"} and len(gap) > 3):
                return _signed(near[: found.start()], value)
    return _state_of(words, trigger)


def _state_of(words: str, trigger: re.Match[str]) -> tuple[Polarity, str] | None:
    """The judgement in the predicate: «efforts remained weak», «efforts did not improve»."""
    after = words[trigger.end() : trigger.end() + 160]
    verb = re.search(
        rf"\b{_BE}\b|\b(?:did not|continued to|has|have|had|suffer\w*|lagg\w+|improv\w+|increas\w+|declin\w+|decreas\w+|intensif\w+|weaken\w+|worsen\w+|lack\w+)\b",
        after,
    )
    if verb is None or len(after[: verb.start()].split()) > 9 or re.search(r"[.;]", after[: verb.start()]):
        return None
    tail = " ".join(after[verb.start() :].split()[:8])
    for value in ("limited", "decreased", "increased", "sustained"):
        if found := _level(value).search(tail):
            return _signed(tail[: found.start()], value)
    return None


def _changed(words: str, trigger: re.Match[str]) -> tuple[Polarity, str] | None:
    """A verb of change with the work as its object: «intensified law enforcement», «maintained prevention activities»."""
    near = " ".join(words[: trigger.start()].split()[-4:])
    for value in ("decreased", "increased", "sustained"):
        found = _last(_level(value), near)
        if found and len(near[found.end() :].split()) <= 2 and not re.search(r"\b(?:to|would|will|should|of)\b", near[: found.start()]):
            return _signed(near[: found.start()], value)
    return None


def _signed(before: str, value: str) -> tuple[Polarity, str]:
    """A negated rise or constancy is a negated fact; a negated weakness is none."""
    denied = bool(_NONE.search(" ".join(before.split()[-5:])))
    return ("negated" if denied and value == "increased" else "affirmed", "limited" if denied and value == "sustained" else value)


def _last(wanted: re.Pattern[str], words: str) -> re.Match[str] | None:
    found = None
    for found in wanted.finditer(words):
        pass
    return found


def _areas(after: str, around: str, sentence: Sentence, *, overall: bool) -> tuple[str, ...]:
    """Which work is judged: what the efforts are for, else what kind of efforts they are, else the section's subject."""
    purpose = re.match(
        r"(?:\s+\w+){0,4}?\s+(?:to|at|in|on|against|toward\w*|for|of|by)\s+(?!the year|the reporting|this year)(?P<what>.{0,110})", after
    )
    if purpose and _OVERALL.match(purpose["what"]) and not _area("prosecution_efforts").search(around):
        section = _AREA_OF_SECTION.get(sentence.section)
        return (section,) if section else ("overall_efforts",)
    for text in ((purpose["what"],) if purpose else ()) + (around,):
        found = [(m.start(), area) for area in patterns("area") if (m := _area(area).search(text))]
        if found:
            nearest = min(found)[0]
            return tuple(
                area for at, area in sorted(found) if at == nearest or re.search(r"\b(?:and|or)\b", text[nearest:at]) and at - nearest < 45
            )
    section = _AREA_OF_SECTION.get(sentence.section)
    return (section,) if section else ("overall_efforts",) if overall else ()
