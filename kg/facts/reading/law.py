"""Reading of laws: what is named, what it forbids and prescribes, and what the text says does not exist."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.facts.law import Law
from kg.facts.model import Fact, ordered
from kg.facts.reading.evidence import evidence
from kg.facts.reading.law_forms import aside, prohibits
from kg.facts.reading.law_missing import concerns, denied, forbids_not, missing, neither_forbids, never_enacted, no_crime_under
from kg.facts.reading.law_penalties import prescribed, told_until
from kg.facts.reading.law_provisions import alone_law, capital, criminal, of_crime
from kg.facts.reading.law_titles import OF_TREATY, Title, provisions_alone, titles, used, without_aliases
from kg.facts.reading.penalties import NONE, penalty
from kg.facts.reading.relevance import about_trafficking, mostly_on_other_matters, of_other_matter
from kg.facts.reading.wishes import wished
from kg.facts.reading.wording import clause_at, clause_evidence, folded, pattern
from kg.language.model import Annotated, Sentence
from kg.language.sieve import search
from kg.vocabulary.law_words import law_words

_RELEVANT: Final = re.compile(
    r"traffick|labou?r|slave|servitude|exploit|prostitut|pimp|brothel|victim|bondage|\bwork|child|soldier|recruit"
    r"|witness protection|passport|visa|sponsor|shelter|kafala|forced|begging|smuggl|jockey|immoral|enlist|conscript"
    r"|employment (?:act|code|law)\b",
    re.IGNORECASE,
)
_PENAL: Final = re.compile(r"penal|criminal code", re.IGNORECASE)
_NAMED: Final = re.compile(r"\b(?:under|violat\w+|of|by|through)\s+(?:the|its|their)\s+(?:[A-Z][\w-]+\s+){1,4}(?:Act|Code|Law|Ordinance)\b")
_ENACTS: Final = re.compile(
    r"\b(?:enact|pass|adopt|promulgat|approv|introduc|issu|sign|amend|revis)(?:ed|es|ing|s)?\s+(?:into\s+law\s+)?(?:(?:an?|the|its"
    r"|new|first|comprehensive|national|specific|much-needed|first-ever|federal|and|long-awaited)\s+)*$",
    re.IGNORECASE,
)
_SEVERAL: Final = re.compile(r"(?:laws|statutes) ")
"""Laws of which a following sentence does not go on, as «it» or «the law»."""
_GENERIC: Final = re.compile(r"(?:(?:anti|counter)-?(?:human )?-?|human )?trafficking(?: in persons)? (?:law|act|statute|legislation)")
"""Words for the law against trafficking that are no title."""
_TELLS: Final = re.compile(r"\s+(?:also\s+)?(?:prescribe|prohibit|criminali[sz]e|provide|punishe|define|outlaw)[sd]\b")
_TO_PASS: Final = re.compile(r"\b(?:pass|enact|adopt|approve)\s+(?:\w+\s+){0,4}$|\b(?:passage|enactment|adoption)\s+of\s+(?:\w+\s+){0,3}$")
_PASSED: Final = re.compile(r"\s+(?:(?:was|has been)\s+)?(?:passed|enacted|adopted|became law)\b")
_PREPARED: Final = re.compile(
    r"\s+(?:(?:that|which) (?:was|is|had been) )?(?:being )?(?:drafted|prepared|proposed|submitted to)\b"
    r"(?![^.;]*\b(?:enacted|passed|adopted|in force|into force|took effect)\b)"
)
_OWNS: Final = re.compile(r"(?:['’]s?)?\s+(?:(?:19|20)\d\d\s+)?")
_THE: Final = re.compile(r"(?:\b(?:the|its|this|that|an?|new|\d{4})|['’]s?)\s+(?:\w+\s+)?$", re.IGNORECASE)
_PENALIZED: Final = re.compile(
    r"\b(?:punish\w*|carr(?:y|ies|ied)|felon\w+|crimes?|subject\s+to)\b[^.;]*\b(?:years|months)\b|\b(?:years|months)['’]?\s+(?:imprisonment|in\s+(?:prison|jail))"
)
"""Behind a law that is more than merely enforced: what it prescribes for those who break it."""
_STRINGENT: Final = pattern(r"(?P<no>not |neither |in)?sufficiently stringent")
_COMMENSURATE: Final = pattern(r"(?P<no>not |nor |in)?commensurate")
_GOES_ON: Final = re.compile(
    r"\s*(?:(?:These|Those|The|Such|Its|Prescribed)\s+(?:prescribed\s+)?(?:penalties|punishments|sentences|provisions|minimum|maximum)"
    r"|Penalties|Convictions?|It|They|Both|This\s+law|These\s+laws|Violations|Punishments?|The\s+(?:law|act|code|order)s?\b)",
)
_GOES_ON_SMALL: Final = re.compile(
    r"\s*(?:and\s+)?(?:(?:the|these|their|its|prescribed)\s+)?(?:penalties|punishments?|sentences|minimum|maximum|it|they|both|violations"
    r"|convictions?|offenders)\b"
)
_JOINED: Final = re.compile(r"[\s,]*(?:and|or|nor|as well as|along with)?[\s,]*(?:the|its|\d{4}|[A-Z]\w+['’]s)?\s*(?:\d{4}\s+)?")
_NUMBER: Final = re.compile(r"\d[\w./-]*(?:\(\w+\))*")
_CONSTITUTION: Final = re.compile(r"constitution$", re.IGNORECASE)
"""What has no penalties of its own."""
_ONE_OF_TWO: Final = re.compile(r"\b(latter|former)\b")


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read the laws of a document; those that are only planned or proposed are left out."""
    yield from _existing(annotated)
    for sentence in _prose(annotated):
        yield from missing(annotated, sentence)


def _prose(annotated: Annotated) -> Iterator[Sentence]:
    yield from (s for s in annotated.sentences if s.section not in {"recommendations", "header"})


def _existing(annotated: Annotated) -> Iterator[Fact]:
    facts: list[Law] = []
    recent: list[Law] = []
    group = -1
    for sentence in _prose(annotated):
        text = annotated.document.text[sentence.start : sentence.end]
        here = without_aliases(
            text, [t for t in titles(text) if _cited(annotated, sentence, text, t)] if _relevant(annotated, sentence, text) else []
        )
        onward = _GOES_ON.match(text) or (sentence.group == group and _GOES_ON_SMALL.match(text))
        here = [t for t in here if not denied(text, t)]
        if here:
            recent = [_law(annotated, sentence, t, here) for t in here]
            recent += [alone_law(annotated, sentence, p, recent) for p in provisions_alone(text, here) if p.start > here[0].start]
        elif recent and onward:
            recent = _continued(annotated, sentence, _meant(text, recent)) or recent
        elif alone := [p for p in provisions_alone(text, here) if (facts and criminal(sentence, text, p)) or of_crime(sentence, text, p)]:
            recent = [alone_law(annotated, sentence, p, facts) for p in alone]
        elif not onward:
            recent = []
        facts += [law for law in recent if law not in facts]
        recent = [law for law in recent if not _SEVERAL.match(law.title or "")]
        group = sentence.group
    yield from _consolidated(facts)


def _meant(text: str, recent: list[Law]) -> list[Law]:
    """Which of the laws just named a sentence goes on about: «penalties under the latter»."""
    which = _ONE_OF_TWO.search(text)
    return recent if which is None else recent[-1:] if which[1] == "latter" else recent[:1]


def _cited(annotated: Annotated, sentence: Sentence, text: str, title: Title) -> bool:
    """Whether words name a law that exists and that could be looked up."""
    if _TO_PASS.search(text, 0, title.start) and wished(annotated, sentence, sentence.start + title.start, None, ("asked",)):
        return False
    silent = forbids_not(text, title)
    lacking = never_enacted(text, title) or (silent and concerns(text, silent)) or neither_forbids(text, title)
    lacking = lacking or no_crime_under(text, title)
    return not (lacking or _drafted(text, title) or (_general(text, title) and not used(text, title)))


def _relevant(annotated: Annotated, sentence: Sentence, text: str) -> bool:
    """Whether a sentence is about what this graph is about; of an extract that somebody chose for it, every sentence is."""
    if sentence.section != "other" and _NAMED.search(text):
        return True
    if sentence.section == "other" and not mostly_on_other_matters(annotated):
        return True
    if aside(annotated, sentence):
        return False
    return bool(search(_RELEVANT, text)) or (bool(search(_PENAL, text)) and about_trafficking(annotated, sentence))


def _general(text: str, title: Title) -> bool:
    """Laws in general («labor laws»), or merely enforced, without a year or provision that tells which; the report's own yardstick too."""
    name = title.title or ""
    if re.search(law_words("yardstick"), name, re.IGNORECASE):
        return True
    if title.year or title.provision:
        return False
    mere = pattern(rf"(?:{law_words('mere')})[^.;,]*").search(folded(text[max(0, title.start - 50) : title.start]))
    bare = re.search(r"(?:[Cc]riminal|[Cc]ivil|[Ff]amily|[Ll]abou?r|[Ii]mmigration|[Ee]mployment|child labor) law$", name)
    told_of = re.match(
        r"\s+(?:violations?|violators?|offen[cs]es?|offenders?|provisions?|enforcement|compliance|penalt(?:y|ies)|inspect\w+|protections?"
        r"|or\s+regulation)\b",
        text[title.end :],
    )
    penalized = _PENALIZED.search(text, title.end) and _THE.search(text, 0, title.start)
    applied = (mere or re.search(r"\b(?:under|through|by|of)\s+$", text[: title.start])) and not penalized
    loose = re.match(r"(?:criminal|civil|family|military) law$", name) and not _THE.search(text, 0, title.start)
    unnamed = (bare and (told_of or applied)) or loose
    taught = re.search(r"trafficking law$", name) and re.search(r"\b(?:on|in|about|regarding)\s+$", text[: title.start])
    several = re.search(
        r"(?:laws|legislation|statutes|regulations| (?:and|or) .* codes)$|^(?:new )?legislation |^(?:laws|statutes) (?:against|on) ",
        name,
        re.IGNORECASE,
    )
    enacted = re.search(r"(?:laws|legislation\b.*)$", name) and (_enacted_before(text[: title.start]) or _PASSED.match(text, title.end))
    told = several and re.search(r"legislation$", name) and _TELLS.match(text, title.end)
    described = (
        mere
        and (re.match(r"law (?:against|on) ", name) or (name.startswith("law ") and of_other_matter(name)))
        and not re.search(r"years|months", text[title.end :])
    )
    return bool(unnamed or taught or described or (several and not enacted and not told))


def _enacted_before(before: str) -> bool:
    """Whether the words before a law say that it was made, not that somebody is or tries to make it."""
    made = _ENACTS.search(before)
    return made is not None and not re.search(r"\b(?:to|in|by|of|for|on|not)\s+$", before[: made.start()])


def _drafted(text: str, title: Title) -> bool:
    """Whether the law is a bill, a draft or a wish."""
    near = folded(text[max(0, title.start - 32) : title.start])
    after = folded(text[title.end : title.end + 90])
    return (
        ((title.title or "").lower().endswith("bill") and not _PASSED.match(text, title.end))
        or bool(re.search(rf"(?:\b(?:{law_words('draft')})\b)[^,;.]*$", near.replace("\n", " ")))
        or bool(re.match(
            r"\s+(?:has|have|had|was|were|is|are) (?:still )?(?:not (?:yet )?(?:been )?(?:enacted|passed|adopted)|pending|awaiting"
            r"|before parliament|under (?:review|consideration))", after))
        or bool(_PREPARED.match(after))
    )  # fmt: skip


def _law(annotated: Annotated, sentence: Sentence, title: Title, here: list[Title]) -> Law:
    document, text = annotated.document, annotated.document.text
    start = sentence.start + title.start
    following = [t for t in here if t.start >= title.end]
    end = sentence.start + _extent(text[sentence.start : sentence.end], title, following)
    terms = prescribed(text, sentence, title, end)
    clause = clause_at(annotated, sentence, start)
    found = clause_evidence(annotated, clause)
    if found.start > start or found.end < sentence.start + title.end or terms.lowest or terms.highest:
        found = evidence(
            annotated,
            min(found.start, start),
            max(found.end, told_until(text, sentence, start, end) if terms != NONE else found.end),
        )
    return Law(
        doc=document.id,
        title=title.title,
        provision=capital(title.provision),
        country=_country(annotated, sentence, title),
        year=title.year or _enacted(annotated, sentence, title),
        prohibits=prohibits(annotated, sentence, title.start, title.end, end - sentence.start),
        penalty_min_months=terms.lowest,
        penalty_max_months=terms.highest,
        penalty_life=terms.life,
        stringent=_said(_STRINGENT, text[start:end]),
        commensurate=_said(_COMMENSURATE, text[start:end]),
        evidence=(found,),
        rule="law.named",
    )  # fmt: skip


def _enacted(annotated: Annotated, sentence: Sentence, title: Title) -> int | None:
    """The year of the clause, where the law is the object of a verb of enactment."""
    words = annotated.document.text[sentence.start : sentence.end]
    if not _ENACTS.search(words[: title.start]):
        return None
    clause = clause_at(annotated, sentence, sentence.start + title.start)
    dated = [m for m in sentence.of("period") if m.value[:1].isdigit() and clause.first <= m.first < clause.last]
    dated = [m for m in dated if not OF_TREATY.match(annotated.document.text, m.end)]
    dated.sort(key=lambda m: (m.start < sentence.start + title.start, abs(m.start - sentence.start - title.start)))
    return int(dated[0].value[:4]) if dated else None


def _extent(text: str, title: Title, following: list[Title]) -> int:
    """Where what is said of a law ends: at the next law, unless only signs and «and» join the two, whose object they then share."""
    end = title.end
    for other in following:
        if not _JOINED.fullmatch(text, end, other.start):
            return other.start
        end = other.end
    return len(text)


def _country(annotated: Annotated, sentence: Sentence, title: Title) -> str | None:
    """The country whose adjective or possessive stands right before the title, else the narrative's."""
    start = sentence.start + title.start
    text = annotated.document.text
    owner = next(
        (m for m in sentence.of("place") if m.form in {"demonym", "possessive"} and m.end <= start and _OWNS.fullmatch(text, m.end, start)),
        None,
    )
    return owner.value if owner and ":" not in owner.value else annotated.document.country


def _said(wanted: re.Pattern[str], words: str) -> bool | None:
    found = wanted.search(folded(words))
    return None if found is None else not found["no"]


def _continued(annotated: Annotated, sentence: Sentence, before: list[Law]) -> list[Law]:
    """A following sentence that goes on about the laws just named: their penalties."""
    text, before = annotated.document.text, [law for law in before if not _CONSTITUTION.search(law.title or "")]
    terms = penalty(text, sentence, sentence.start, sentence.end)
    words = text[sentence.start : sentence.end]
    stringent, commensurate = _said(_STRINGENT, words), _said(_COMMENSURATE, words)
    if terms is None and stringent is None and commensurate is None:
        return []
    terms = terms or NONE
    return [
        replace(
            law,
            penalty_min_months=terms.lowest,
            penalty_max_months=terms.highest,
            penalty_life=terms.life,
            stringent=stringent,
            commensurate=commensurate,
            evidence=(evidence(annotated, sentence.start, sentence.end),),
            rule="law.continued",
        )
        for law in before
    ]


def _consolidated(facts: list[Law]) -> Iterator[Law]:
    """One law is one fact: mentions without a provision join the one that has it, years and grades of penalties are united."""
    by_title: dict[str, list[Law]] = {}
    for law in facts:
        by_title.setdefault(_key(law.title or ""), []).append(law)
    known = [law for laws in by_title.values() for law in _united(laws)]
    for law in known:
        if not _GENERIC.fullmatch(law.title or "") or not _named_elsewhere(law, known):
            yield law


def _named_elsewhere(generic: Law, known: list[Law]) -> bool:
    """Whether a document names its law against trafficking, which other words of it call «the anti-trafficking law» only."""
    others = [law for law in known if law is not generic and _GENERIC.fullmatch(law.title or "")]
    if generic.year is None and not generic.prohibits and any(law.year or known.index(law) < known.index(generic) for law in others):
        return True
    return any(
        not _GENERIC.fullmatch(law.title or "")
        and ("all_forms" in law.prohibits or {"sex_trafficking", "forced_labor"} <= {*law.prohibits})
        and (law.year is None or generic.year is None or law.year == generic.year)
        for law in known
    )


def _key(title: str) -> str:
    return re.sub(r"\s+(?:of\s+)?(?:19|20)\d\d$", "", title.lower())


def _united(laws: list[Law]) -> Iterator[Law]:
    laws = _within(laws)
    provided: list[str | None] = [*dict.fromkeys(law.provision for law in laws if law.provision)] or [None]
    longest = max((law.title or "" for law in laws), key=len) or None
    for provision in provided:
        mine = [law for law in laws if law.provision == provision or (law.provision is None and provision == provided[0])]
        yield _one([replace(law, provision=provision, title=longest) for law in mine])


def _within(laws: list[Law]) -> list[Law]:
    """Laws of one title, provisions that others enumerate as those: «Article 206» is one of «Articles 165 and 206»."""
    wider = {law.provision: _numbers(law.provision) for law in laws if len(_numbers(law.provision)) > 1}
    return [
        replace(law, provision=next((p for p, those in wider.items() if _numbers(law.provision) < those), law.provision))
        if law.provision
        else law
        for law in laws
    ]


def _numbers(provision: str | None) -> frozenset[str]:
    return frozenset(_NUMBER.findall(provision or ""))


def _one(laws: list[Law]) -> Law:
    lows = [law.penalty_min_months for law in laws if law.penalty_min_months is not None]
    highs = [law.penalty_max_months for law in laws if law.penalty_max_months is not None]
    if lows and highs and min(lows) > max(highs):
        highs = []
    prohibits = ordered(p for law in laws for p in law.prohibits)
    return replace(
        laws[0],
        year=next((law.year for law in laws if law.year), None),
        prohibits=("all_forms",) if "all_forms" in prohibits else prohibits,
        penalty_min_months=min(lows, default=None),
        penalty_max_months=max(highs, default=None),
        penalty_life=True if any(law.penalty_life for law in laws) else None,
        stringent=next((law.stringent for law in laws if law.stringent is not None), None),
        commensurate=next((law.commensurate for law in laws if law.commensurate is not None), None),
        evidence=tuple(sorted({e for law in laws for e in law.evidence})),
    )
