"""Reading of plans: plans of action, strategies and guidelines for victims, with how far they have come."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from kg.facts.model import Fact
from kg.facts.plan import Plan
from kg.facts.reading.periods import periods
from kg.facts.reading.plan_further import absent, once, predecessors, successors
from kg.facts.reading.subject import asked
from kg.facts.reading.wishes import ASKED, known, wished
from kg.facts.reading.wording import clause_at, clause_evidence, folded, pattern
from kg.language.bodies import bodies_between
from kg.language.model import Annotated, Clause, Sentence
from kg.language.qualifiers import qualify
from kg.language.sieve import finditer
from kg.vocabulary.plan_words import other_matters, plan_statuses, plan_titles

_SPAN: Final = re.compile(
    r"\b((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)?\d\d)\b|\b(?:for|from|covering|the years?|period)\s+((?:19|20)\d\d)\s+(?:to"
    r"|through|and|until)\s+((?:19|20)\d\d)\b"
)
_NO_PLAN: Final = re.compile(
    r"\b(?:no|without an?|without|lack(?:s|ed|ing)?(?: of)?(?: an?| any)?|neither an?|not have an?|not developed? an?"
    r"|not drafted an?|nor(?: any| an?))\s+(?:\w+[\s-]+){0,4}$"
)
_NOT_MADE: Final = re.compile(r"\b(?:made no|did not make|no)\b[^.;]*\bincluding\b[^.;]*$")
_DATED: Final = re.compile(
    r",?\s+(?:for|covering)\s+(?:the\s+(?:years|period)\s+)?(?:19|20)\d\d(?:\s?[-–/]\s?|\s+(?:to|through|until|and)\s+)(?:19|20)?\d\d\b"
)
"""Years that tell a bare plan apart."""
_FOR_YEARS: Final = re.compile(r"\s+for\s+(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)?\d\d)\b")
_UNMADE: Final = re.compile(
    r"\b(?:not|never|failed to|fails to|yet to|nor|neither|no)\b(?:[^.;]{0,60}?|[^.;]*\bincluding\b[^.;]*?)"
    r"\b(?:conclu|adopt|approv|complet|finali[sz]|develop|draft|creat"
    r"|establish|issu|produc|ha[sd]\b|have\b|releas|launch|pass|sign|endors|updat|progress|ma[dk]e)"
)
_BARE: Final = re.compile(
    r"(?:(?:new |first |second |third |draft |updated |revised )*(?:plans?|strateg(?:y|ies)|draft|procedures|protocols?)"
    r"(?: for (?:19|20)\d\d.*)?)"
)
_MEETS: Final = re.compile(r",?\s+(?:that,?\s+(?:if|would)\b|to\s+bring\s+(?:itself|the\s+country)\s+into\s+compliance|which,\s+if\b)")
"""What the report says of a plan on which a waiver rests."""
_BETTERED: Final = re.compile(r"\b(?:improv\w+|strengthen\w*|inconsistent\w*|weak\w*|inadequate)\b[^.;,]{0,30}$")
_LOOSE: Final = re.compile(r"procedures\b")
"""Procedures of which nothing tells that they were written down."""
_TAUGHT: Final = re.compile(
    r"\b(?:train\w*|courses?|instruct\w*|taught|lessons?|briefed|workshops?|seminars?)\s+(?:[\w-]+\s+){0,6}?(?:on|in|about)\s+(?:the\s+)?$"
)
"""Before procedures of which only a lesson tells."""
_GIVEN_UP: Final = re.compile(
    r"\b(?:abandoned|shelved|dropped|given up|came to nothing|unadopted|reject(?:ed|s)|voted down"
    r"|never (?:been )?(?:adopted|approved|finali[sz]ed|endorsed))\b"
)
_OTHER: Final = re.compile(rf"\b(?:{other_matters()})\s+$")
_PROCEDURES: Final = re.compile(r"procedures|protocols?|screening|manual|guidelines|mechanism|sops?")
_PLAIN: Final = frozenset("the of for on to standard operating formal written new national and".split())
_MADE: Final = re.compile(r"\s+(?:that were |which were )?(?:adopted|approved|issued|developed|drafted|finalized)")
_OR_NOT: Final = re.compile(
    r"\b(?:not|nor|failed to|never)\b[^.;]*\bor\s+(?:operationali[sz]e|implement|develop|adopt|establish|finali[sz]e|use)\b[^.;,]*$"
)
_NOT_APPROVED: Final = re.compile(
    r"\b(?:not|never|failed\s+to|declined\s+to|refused\s+to)\s+(?:yet\s+)?(?:approve|adopt|endorse|sign|issue|finali[sz]e)d?\s+(?:(?:an?|the|its)\s+)?(?:\w+\s+)?$"
)
_MECHANISM: Final = re.compile(r"national (?:victim |anti-?trafficking )?referral mechanism")
_MADE_IT: Final = re.compile(
    r"\b(?:enact|adopt|approv|endors|draft|finali[sz]|launch|develop|introduc|establish|creat|institut)\w*\s+"
    r"(?:(?:an?|its|the|first|new|first-ever|country's|formal|revised)\s+)*$"
)
"""Before a referral mechanism: that somebody made it, not that it is only spoken of."""
_WRITTEN: Final = re.compile(r"[^.;]{0,40}?\b(?:drafted|prepared|developed|written|wrote|drew\s+up|drawn\s+up)\b")
"""Behind procedures that were not approved: somebody wrote them."""
_UNDEVELOPED: Final = re.compile(
    r"\b(?:not|never|failed to)\s+(?:\w+ly\s+)?(?:develop|establish|implement|employ|adopt)(?:ed)?\s[^.;,]*\band\s+$"
)
"""Before the last of several procedures that there are not: did not develop *identification and* referral procedures."""
_KEPT: Final = re.compile(
    r"\bnot (?:yet )?(?:been )?(?:updated?|revised?|implement\w*|funded?|financed?|carr\w+ out|extend(?:ed)?"
    r"|renew(?:ed)?|replaced?|distribut\w+|publish\w*)\b"
)
_ELSEWHERE: Final = re.compile(r",\s+(?:and|but|while|although)\s+(?!was\b|has\b|is\b|had\b)|;")
_CONTRAST: Final = re.compile(
    r",\s+(?:but|while|although|whereas)\s+(?!(?:are|is|was|were|has|have|had|did|does|do|still|not|remain\w*|await\w*|it|they)\b)|;\s"
    r"|,?\s+and\s+(?=(?:the|a|an|its)\s+\w+\s+(?:await|is|was|has|had|remain))"
)
_DENIED: Final = re.compile(
    r"\b(?:not|never|failed to)\s+(?:yet\s+)?(?:been\s+|be\s+)?(?:fully\s+)?$"
    r"|\b(?:no|not)\s+(?:\w+\s+){1,6}(?:in|to|toward|for)\s+(?:the\s+|its\s+)?$"
)
_APPROVAL: Final = re.compile(
    r"(?:approved|adopted|endorsed|signed|approval|adoption|signature)\s+(?:by|from|of)\s+(?:the\s+)?(?P<who>[^,.;]{3,60})"
    r"|(?P<yet>\b(?!(?:who|which|that|it|they)\b)[^,.;]{3,50}?)\s+(?:has|have|had)\s+(?:yet\s+to|not\s+(?:yet\s+)?)\s*(?:approve|adopt|sign|endorse)"
    r"|(?:await\w*|pending)\s+(?:the\s+)?(?P<whose>(?!the\b)[^,.;]{3,40}?)(?:['’]s?)?\s+(?:approval|signature|adoption|endorsement)"
    r"|(?:pending|submitted|presented|sent|before)\s+(?:[\w-]+\s+){0,4}?(?:before|to|with|at)\s+(?:the\s+)?(?P<before>[^,.;]{3,40})"
)
_OFFICE: Final = re.compile(
    r"(?:[Cc]abinet|[Pp]arliament|[Pp]resident|[Pp]rime [Mm]inister|[Cc]ouncil of [Mm]inisters|[Nn]ational [Aa]ssembly"
    r"|[Cc]ongress)\b(?!['’])"
)
_NEAR: Final = 300
"""How many characters after a plan its successor may be told in another sentence."""
_CHARGED: Final = re.compile(
    r"\b(?:charged|tasked|mandated|entrusted|responsible|instructed|mandate)\s+(?:with|for|to)\s+(?:\w+\s+){0,3}?(?:draft|develop|prepar|writ|draw|formulat)"
    r"\w*\s+(?:up\s+)?(?:an?\s+|the\s+)?$"
)
_SIGNED: Final = re.compile(r"\bsign(?:ed|ing)\s+(?:an?|the)\s+$")
_AFRESH: Final = re.compile(r"(?:new|draft|updated|revised|first|second|third|draft new|new draft) (?:strategy|plan)")
_HANDLED: Final = re.compile(
    r"\b(?:adopt|approv|endors|draft|finali[sz]|circulat|submit|present|complet|publish|releas|launch)\w*\s+(?:(?:an?|its|the)\s+)?$"
)
_ON_OTHER: Final = re.compile(r"\s+(?:to|for|of|on|against|that\s+(?:aims|seeks))\b")
_INSIDE: Final = 40
"""How many characters off a word of a title counts as the word of a status."""
_OWNER: Final = re.compile(r"^(?:the|a|an|its|their|this|that|new|and)\s+")


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read plans outside the recommendations; procedures told again in other words are the same."""
    known: dict[tuple[frozenset[str], str | None], Plan] = {}
    others: list[tuple[Plan, str]] = []
    for sentence in annotated.sentences:
        if sentence.section not in {"recommendations", "header"} and not asked(annotated, sentence):
            recent = [f for f, _ in others if f.evidence[0].end > sentence.start - _NEAR]
            for fact, before in _plans(annotated, sentence, recent):
                key = (_about(fact), fact.status)
                if not key[0] or fact.polarity == "negated":
                    others.append((fact, before))
                    continue
                first = known.get(key)
                known[key] = replace(first, evidence=(*first.evidence, *fact.evidence)) if first else fact
    yield from once(others)
    yield from known.values()


def _about(fact: Plan) -> frozenset[str]:
    """What procedures are for, by its words; nothing of other plans."""
    words = folded(fact.title or "")
    named = _PROCEDURES.search(words) and re.search(r" (?:for|on) ", words)
    return frozenset(w.rstrip("s'") for w in re.findall(r"[a-z]+", words)) - _PLAIN if named else frozenset()


@cache
def _titles() -> re.Pattern[str]:
    return pattern(*plan_titles())


@cache
def _status(value: str) -> re.Pattern[str]:
    return pattern(plan_statuses()[value])


def _plans(annotated: Annotated, sentence: Sentence, recent: list[Plan]) -> Iterator[tuple[Plan, str]]:
    text = annotated.document.text[sentence.start : sentence.end]
    words = folded(text)
    seen = False
    for found in finditer(_titles(), words):
        start, end = _trimmed(words, *found.span())
        title = _extended(text, start, end)
        span = (start, start + len(title))
        afresh = sentence.section != "other" and _handled_afresh(words, folded(title), span)
        if not (afresh or _of_trafficking(words, title, start)) or _OTHER.search(words[:start]) or _is_body(annotated, sentence, span):
            continue
        if _CHARGED.search(words[:start]) or (_SIGNED.search(words[:start]) and folded(title).startswith("protocol")):
            continue
        if _MECHANISM.fullmatch(folded(title)) and not _MADE_IT.search(words[:start]):
            continue
        made = _MADE.match(words, span[1])
        qualified = qualify(annotated, sentence, annotated.token_at(sentence.start + start))
        denied = qualified.polarity == "negated" or _OR_NOT.search(words[:start]) or _UNDEVELOPED.search(words[:start])
        procedures = _PROCEDURES.search(folded(title))
        waits = denied and _status("pending_approval").search(words)
        drafted = _NOT_APPROVED.search(words[:start]) and _WRITTEN.match(words, span[1])
        if procedures and (
            (not (made or drafted) and denied and not waits) or folded(title) == "operating procedures" or _BETTERED.search(words[:start])
        ):
            continue
        if not known(words, start) and wished(annotated, sentence, sentence.start + start, sentence.start + end, ASKED):
            continue
        seen = True
        fact = _plan(annotated, sentence, span)
        loose = _LOOSE.match(folded(title)) or _TAUGHT.search(words[:start])
        if not procedures or (fact.polarity == "affirmed" and (fact.status or not loose)):
            yield fact, words[:start]
    yield from ((f, "") for f in _told_by_another(annotated, sentence, words, here=seen, recent=recent))


def _handled_afresh(words: str, name: str, span: tuple[int, int]) -> bool:
    """Whether a plan of which only its being new is told was drafted, adopted or the like: «adopted a *new strategy*»."""
    new = words[: span[0]].endswith("new ")
    name, before = (f"new {name}", span[0] - 4) if new and " " not in name else (name, span[0])
    return bool(_AFRESH.fullmatch(name) and _HANDLED.search(words[:before]) and not _ON_OTHER.match(words, span[1]))


def _told_by_another(annotated: Annotated, sentence: Sentence, words: str, *, here: bool, recent: list[Plan]) -> Iterator[Plan]:
    """The successors and predecessors of the plans just named, and procedures that are written down nowhere."""
    if here or recent:
        later = [_plan(annotated, sentence, m.span("title")) for m in successors().finditer(words)]
        yield from (f for f in later if here or f.status)
        yield from (
            replace(_plan(annotated, sentence, m.span("title")), status=None, polarity="affirmed") for m in predecessors().finditer(words)
        )
    for found in absent().finditer(words):
        yield replace(
            _plan(annotated, sentence, _trimmed(words, *found.span("title"))), status=None, polarity="negated", rule="plan.missing"
        )


def _is_body(annotated: Annotated, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether the words are the name of an organization: «Plan International»."""
    start, end = sentence.start + span[0], sentence.start + span[1]
    return any(b.start <= start and end <= b.end for b in bodies_between(annotated, sentence.start, sentence.end))


def _trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    lead = _OWNER.match(words[start:end])
    start += lead.end() if lead else 0
    while words[end - 1 : end].isspace():
        end -= 1
    joint = re.search(r"(?:\s+(?:and|the|of|in|on|to|all|against|for))+$", words[start:end])
    return start, start + joint.start() if joint else end


def _extended(text: str, start: int, end: int) -> str:
    """The title with the words in capitals that go on with it: «National Plan of Action on Human Trafficking»."""
    years = _FOR_YEARS.match(text, end) if re.fullmatch(r"(?:[a-z]+ )?(?:plan|strategy|draft)", text[start:end]) else None
    if not any(c.isupper() for c in text[start:end]):
        return text[start : years.end() if years else end]
    onward = re.match(
        r"(?:\s+(?:(?:on|to|against|for|of|and|in|the)\s+)*(?!(?:Janu|Febru|March|April|May\b|June|July|Augu|Sept|Octo|Novem|Decem))[A-Z][\w’'-]*)+",
        text[end:],
    )
    return text[start : end + (onward.end() if onward else 0)]


def _of_trafficking(words: str, title: str, start: int) -> bool:
    """A bare «plan» is one only where it has a year, or «action», «national» or «trafficking» in its name or behind it."""
    name = folded(title)
    if re.fullmatch(r"(?:government|regional|provincial) (?:plans?|strateg(?:y|ies))|plans", name):
        return False
    if _BARE.fullmatch(name):
        end = start + len(title)
        return bool(
            _DATED.match(words, end) or (name != "draft" and _MEETS.match(words, end)) or re.search(r" for (?:19|20)", name)
        ) or bool(
            re.search(rf"{re.escape(name)} (?:to|against|on|for) (?:combat|prevent|fight|address)?\w* ?(?:human )?trafficking", words)
        )
    return True


def _plan(annotated: Annotated, sentence: Sentence, span: tuple[int, int]) -> Plan:
    start, end = span
    text = annotated.document.text[sentence.start : sentence.end]
    words = folded(text)
    clause = clause_at(annotated, sentence, sentence.start + start)
    missing = bool(_NO_PLAN.search(words[:start]) or _NOT_MADE.search(words[:start]))
    status = None if missing else _status_of(annotated, sentence, clause, words, span)
    qualified = qualify(annotated, sentence, annotated.token_at(sentence.start + start))
    if qualified.polarity == "negated" and not _MADE.match(words, end) and status in {"drafted", "approved", None} and not missing:
        status = None if _KEPT.search(words) or not (_UNMADE.search(words) or _status("not_adopted").search(words)) else "not_adopted"
    return Plan(
        doc=annotated.document.id,
        title=" ".join(text[start:end].split()),
        status=status,
        body=_body(annotated, sentence, status, start),
        years=_years(text, start, end),
        polarity="negated" if missing else "affirmed",
        certainty="reported" if qualified.certainty == "reported" else "stated",
        period=None if missing else _period(annotated, sentence, clause, (sentence.start + start, sentence.start + end)),
        evidence=(clause_evidence(annotated, clause),),
        rule="plan.missing" if missing else "plan.named",
    )


def _status_of(annotated: Annotated, sentence: Sentence, clause: Clause, words: str, span: tuple[int, int]) -> str | None:
    """What waits for approval is that, whatever else is said; else the status whose words stand nearest to the title."""
    cuts = [m.end() for m in _CONTRAST.finditer(words)]
    first = max((c for c in cuts if c <= span[0]), default=0)
    last = min((c for c in cuts if c > span[1]), default=len(words))
    part = words[first:last]
    if _waiting(annotated, sentence, part):
        return "pending_approval"
    made = _MADE.match(words, span[1])
    if made and re.search("adopted|approved|issued", made.group()):
        return "approved"
    if _status("not_adopted").search(part):
        return "drafted" if re.search(r"\bdraft", part) and not _GIVEN_UP.search(part) else "not_adopted"
    if re.search(r"\bdrafted\b[^.;]*\band (?:\w+ )?(?:approved|adopted)\b", part):
        return "approved"
    begin = annotated.tokens[clause.first].start - sentence.start
    stop = annotated.tokens[clause.last - 1].end - sentence.start
    nearest = [
        (_apart(m, span), value)
        for value in ("drafted", "approved", "implemented")
        for m in _status(value).finditer(words, begin, stop)
        if not _ELSEWHERE.search(words[span[1] : m.start()]) and not _DENIED.search(words[: m.start()])
    ]
    return min(nearest)[1] if nearest else None


def _apart(found: re.Match[str], span: tuple[int, int]) -> int:
    """How far the words of a status stand from a title; one in the title tells only where no other does: approved a *draft* plan."""
    inside = span[0] <= found.start() and found.end() <= span[1]
    return _INSIDE if inside else max(0, span[0] - found.end(), found.start() - span[1])


def _waiting(annotated: Annotated, sentence: Sentence, words: str) -> bool:
    """Whether a plan waits for approval, as its sentence or the next part of it says, or one that begins with «the draft»."""
    if _status("pending_approval").search(words):
        return True
    following = annotated.sentences[sentence.index + 1] if sentence.index + 1 < len(annotated.sentences) else None
    if following is None or following.section != sentence.section:
        return False
    onward = folded(annotated.document.text[following.start : following.end])
    goes_on = re.match(
        r"(?:the|this) (?:draft|plan|document|strategy)\b"
        if following.group != sentence.group
        else r"(?:it|the"
        r"|this)\b",
        onward,
    )
    return bool(goes_on and _status("pending_approval").search(onward))


def _body(annotated: Annotated, sentence: Sentence, status: str | None, start: int) -> str | None:
    """Who has to approve the plan, or who approved it."""
    text = annotated.document.text[sentence.start : sentence.end]
    if status == "pending_approval":
        found = _APPROVAL.search(text)
        return _who(annotated, sentence, *found.span(found.lastgroup or "who")) if found else None
    if status == "approved":
        verb = [m for m in _status("approved").finditer(folded(text)) if m.end() <= start]
        return _who(annotated, sentence, max(0, verb[-1].start() - 70), verb[-1].start(), generic=False) if verb else None
    return None


def _who(annotated: Annotated, sentence: Sentence, start: int, end: int, *, generic: bool = True) -> str | None:
    """The body named between two offsets of the sentence, else a well-known office, else the words themselves."""
    named = bodies_between(annotated, sentence.start + start, sentence.start + end)
    if named:
        return named[0].name
    words = annotated.document.text[sentence.start + start : sentence.start + end]
    office = _OFFICE.search(words)
    return office.group() if office else re.sub(r"['’]s?$", "", " ".join(words.split())) if generic else None


def _years(text: str, start: int, end: int) -> str | None:
    """The years that the plan covers, in its title or close to it."""
    near = _SPAN.search(text, max(0, start - 12), min(len(text), end + 40))
    if near is None:
        return None
    first, last = near[1] or near[3], near[2] or near[4]
    return f"{first}/{first[:2] + last if len(last) == 2 else last}"


def _period(annotated: Annotated, sentence: Sentence, clause: Clause, span: tuple[int, int]) -> str | None:
    inside = [m for m in periods(annotated, sentence, clause) if "/" not in m.value]
    return next((m.value for m in inside if m.end <= span[0] or m.start >= span[1]), None)
