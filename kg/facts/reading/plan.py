"""Reading of plans: plans of action, strategies and guidelines for victims, with how far they have come."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.facts.model import Fact
from kg.facts.plan import Plan
from kg.facts.reading.parties import named_bodies
from kg.facts.reading.wording import clause_at, clause_evidence, folded, pattern
from kg.language.model import Annotated, Clause, Sentence
from kg.language.qualifiers import qualify
from kg.vocabulary.plan_words import plan_statuses, plan_titles

_SPAN: Final = re.compile(
    r"\b((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)?\d\d)\b|\b(?:for|from|covering|the years?|period)\s+((?:19|20)\d\d)\s+(?:to|through|and|until)\s+((?:19|20)\d\d)\b"
)
_NO_PLAN: Final = re.compile(
    r"\b(?:no|without an?|without|lack(?:s|ed)? an?|lack of an?|neither an?|not have an?|not developed? an?|not drafted an?)\s+(?:\w+[\s-]+){0,4}$"
)
_NOT_MADE: Final = re.compile(r"\b(?:made no|did not make|no)\b[^.;]*\bincluding\b[^.;]*$")
_OTHER: Final = re.compile(
    r"\b(?:family|birth|business|economic|development|lesson|flight|travel|peace|health|retirement|pension|military|defen[cs]e)\s+$"
)
_PROCEDURES: Final = re.compile(r"procedures|protocols?|screening|manual|guidelines|mechanism|sops?")
_SUCCESSOR: Final = re.compile(r"\b(?:a|an|its|the)\s+(?P<title>(?:draft\s+|proposed\s+)?(?:successor|replacement))\b(?!\s+of)")
_OWNER: Final = re.compile(r"^(?:the|a|an|its|their|this|that|new|and)\s+")


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read plans outside the recommendations."""
    for sentence in annotated.sentences:
        if sentence.section not in {"recommendations", "header"}:
            yield from _plans(annotated, sentence)


@cache
def _titles() -> re.Pattern[str]:
    return pattern(*plan_titles())


@cache
def _status(value: str) -> re.Pattern[str]:
    return pattern(plan_statuses()[value])


def _plans(annotated: Annotated, sentence: Sentence) -> Iterator[Fact]:
    text = annotated.document.text[sentence.start : sentence.end]
    words = folded(text)
    seen = False
    for found in _titles().finditer(words):
        start, end = _trimmed(words, *found.span())
        title = _extended(text, start, end)
        if not _of_trafficking(words, title) or _OTHER.search(words[:start]):
            continue
        clause = clause_at(annotated, sentence, sentence.start + start)
        inside = folded(annotated.words(clause.first, clause.last))
        made = re.match(
            r"\s+(?:that were |which were )?(?:adopted|approved|issued|developed|drafted|finalized)", words[start + len(title) :]
        )
        if (
            not made
            and _PROCEDURES.search(folded(title))
            and qualify(annotated, sentence, annotated.token_at(sentence.start + start)).polarity == "negated"
        ):
            continue
        seen = True
        yield _plan(annotated, sentence, clause, text, inside, (start, start + len(title)))

    for found in _SUCCESSOR.finditer(words) if seen else ():
        clause = clause_at(annotated, sentence, sentence.start + found.start("title"))
        inside = folded(annotated.words(clause.first, clause.last))
        yield _plan(annotated, sentence, clause, text, inside, found.span("title"))


def _trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    lead = _OWNER.match(words[start:end])
    start += lead.end() if lead else 0
    while words[end - 1 : end].isspace():
        end -= 1
    joint = re.search(r"(?:\s+(?:and|the|of|in|on|to|all|against|for))+$", words[start:end])
    return start, start + joint.start() if joint else end


def _extended(text: str, start: int, end: int) -> str:
    """The title with the words in capitals that go on with it: «National Plan of Action on Human Trafficking»."""
    if not text[start:end][0].isupper():
        return text[start:end]
    onward = re.match(r"(?:\s+(?:(?:on|to|against|for|of|and|in|the)\s+)*[A-Z][\w’'-]*)+", text[end:])
    return text[start : end + (onward.end() if onward else 0)]


def _of_trafficking(words: str, title: str) -> bool:
    """A bare «plan» is one only where it has a year, or «action», «national» or «trafficking» in its name or behind it."""
    name = folded(title)
    if re.fullmatch(r"(?:government|regional|provincial) (?:plans?|strateg(?:y|ies))|plans", name):
        return False
    if re.fullmatch(r"(?:new |first |second |third |draft |updated |revised )*(?:plans?|strateg(?:y|ies)|procedures|protocols?)", name):
        return bool(
            re.search(rf"{re.escape(name)} (?:to|against|on|for) (?:combat|prevent|fight|address)?\w* ?(?:human )?trafficking", words)
        )
    return True


def _plan(annotated: Annotated, sentence: Sentence, clause: Clause, text: str, inside: str, span: tuple[int, int]) -> Fact:
    start, end = span
    words = folded(text)
    at = sentence.start + start - annotated.tokens[clause.first].start
    missing = bool(_NO_PLAN.search(words[:start]) or _NOT_MADE.search(words[:start]))
    status = None if missing else _status_of(inside, words, at)
    qualified = qualify(annotated, sentence, annotated.token_at(sentence.start + start))
    if qualified.polarity == "negated" and status in {"drafted", "approved", None} and not missing:
        status = "not_adopted"
    return Plan(
        doc=annotated.document.id,
        title=" ".join(text[start:end].split()),
        status=status,
        body=_body(annotated, sentence, text, status),
        years=_years(text, start, end),
        polarity="negated" if missing else "affirmed",
        certainty="possible" if qualified.certainty == "possible" else "stated",
        period=_period(sentence, clause, sentence.start + start, sentence.start + end),
        evidence=(clause_evidence(annotated, clause),),
        rule="plan.missing" if missing else "plan.named",
    )


def _status_of(inside: str, words: str, at: int) -> str | None:
    """What waits for approval is that, whatever else is said; else the status whose words stand nearest to the title."""
    for value in ("pending_approval", "not_adopted"):
        found = _status(value).search(words)
        if found:
            return "drafted" if value == "not_adopted" and re.search(r"\bdraft", words) else value
    nearest = [
        (min(abs(m.start() - at), abs(at - m.end())), value)
        for value in ("drafted", "approved", "implemented")
        for m in _status(value).finditer(inside)
    ]
    return min(nearest)[1] if nearest else None


def _body(annotated: Annotated, sentence: Sentence, text: str, status: str | None) -> str | None:
    """Who has to approve the plan, or who approved it."""
    if status == "pending_approval":
        after = re.search(
            r"(?:approved|adopted|endorsed|signed|approval|adoption|signature)\s+(?:by|from|of)\s+(?:the\s+)?(?P<who>[^,.;]{3,60})|(?:await\w*|pending)\s+(?:the\s+)?(?P<whose>[^,.;]{3,40}?)(?:['’]s?)?\s+(?:approval|signature|adoption|endorsement)",
            text,
        )
        who = (after["who"] or after["whose"]) if after else None
        return next(named_bodies(who), " ".join(who.split())) if who else None
    if status == "approved":
        subject = re.search(
            r"(?:^|,\s|\b)(?:[Tt]he\s+)?(?P<who>[A-Z][^,.;]{3,50}?)\s+(?:has\s+|have\s+|had\s+)?(?:approved|adopted|endorsed|launched|issued)",
            text,
        )
        return next(named_bodies(subject["who"]), None) if subject else None
    return None


def _years(text: str, start: int, end: int) -> str | None:
    """The years that the plan covers, in its title or close to it."""
    near = _SPAN.search(text, max(0, start - 12), min(len(text), end + 40))
    if near is None:
        return None
    first, last = near[1] or near[3], near[2] or near[4]
    return f"{first}/{first[:2] + last if len(last) == 2 else last}"


def _period(sentence: Sentence, clause: Clause, start: int, end: int) -> str | None:
    return next(
        (
            m.value
            for m in sentence.of("period")
            if clause.first <= m.first < clause.last and "/" not in m.value and (m.end <= start or m.start >= end)
        ),
        None,
    )
