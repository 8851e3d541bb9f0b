"""Reading of laws: what is named, what it forbids and prescribes, and what the text says does not exist."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final, NamedTuple

from kg.facts.law import Law
from kg.facts.model import Fact, ordered
from kg.facts.reading.evidence import evidence
from kg.facts.reading.law_titles import Title, provisions_alone, titles
from kg.facts.reading.penalties import Penalty, penalty
from kg.facts.reading.wording import clause_at, clause_evidence, folded, pattern, words_of
from kg.language.model import Annotated, Sentence
from kg.vocabulary.law_words import law_words

_ALL_FORMS: Final = pattern(
    r"all forms of (?:human )?trafficking", r"(?:both )?sex and labor trafficking", r"trafficking in (?:persons|human beings|women and children)", r"human trafficking",
    r"all (?:severe )?forms of trafficking in persons", r"trafficking",
)  # fmt: skip
_ALL: Final = pattern(
    r"all (?:severe |types |forms )?(?:forms |types )?of (?:human )?trafficking(?: in persons)?", r"trafficking in all its forms"
)
_NO_LAW: Final = (
    r"(?:no|any)(?: \w+){0,3} (?:laws?|legislation|statutes?|legal provisions?)(?: that| which)? (?:specifically |explicitly |expressly )?(?:prohibit|criminali[sz]|outlaw|address|forbid|deal|cover|ban|defin|punish|penali[sz]|govern)\w*(?: with)?",
    r"(?:laws?|legislation|statutes|(?:penal|criminal|labor) code) (?:do|does|did) not (?:specifically |explicitly |expressly |currently )?(?:prohibit|criminali[sz]e|outlaw|forbid)",
    r"it (?:do|does|did) not specifically (?:prohibit|criminali[sz]e|outlaw)",
)
_RELEVANT: Final = re.compile(
    r"traffick|labou?r|slave|servitude|exploit|prostitut|victim|bondage|\bwork|child|soldier|recruit|penal|criminal code|forced|begging|smuggl",
    re.IGNORECASE,
)
_ENACTS: Final = re.compile(
    r"\b(?:enact|pass|adopt|promulgat|approv|introduc|sign|amend|revis)(?:ed|es|ing|s)?\s+(?:into\s+law\s+)?(?:(?:an?|the|its|new|first|comprehensive|national|specific|much-needed|first-ever|federal|and|long-awaited)\s+)*$",
    re.IGNORECASE,
)
_OWNS: Final = re.compile(r"(?:['’]s?)?\s+(?:(?:19|20)\d\d\s+)?")
_BEFORE: Final = re.compile(r"\b(?:under|in|by|per|pursuant to|of)\s+(?:the\s+|its\s+)?(?:(?:19|20)\d\d\s+)?$")
_STRINGENT: Final = pattern(r"(?P<no>not |in)?sufficiently stringent")
_COMMENSURATE: Final = pattern(r"(?P<no>not |in)?commensurate")
_GOES_ON: Final = re.compile(
    r"\s*(?:(?:These|Those|The|Such|Its|Prescribed)\s+(?:prescribed\s+)?(?:penalties|punishments|sentences|provisions)|Penalties|It|They|Both|This\s+law|These\s+laws|Violations|Punishments?|The\s+(?:law|act|code|order)s?\b)",
)


class _Named(NamedTuple):
    title: Title
    sentence: Sentence


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read the laws of a document; those that are only planned or proposed are left out."""
    yield from _existing(annotated)
    for sentence in _prose(annotated):
        yield from _missing(annotated, sentence)


def _prose(annotated: Annotated) -> Iterator[Sentence]:
    yield from (s for s in annotated.sentences if s.section not in {"recommendations", "header"})


def _existing(annotated: Annotated) -> Iterator[Fact]:
    facts: list[Law] = []
    named: list[Title] = []
    for sentence in _prose(annotated):
        text = annotated.document.text[sentence.start : sentence.end]
        here = [
            t for t in titles(text) if _RELEVANT.search(text) and not _drafted(text, t) and not _general(t) and not _never_enacted(text, t)
        ]
        here = _without_aliases(text, here)
        if here and not _denied(text, here[0]):
            facts += [_law(annotated, sentence, t, here) for t in here]
        elif named and _GOES_ON.match(text):
            facts += _continued(annotated, sentence, facts[-len(named) :] if len(named) <= len(facts) else [])
        else:
            facts += [_alone(annotated, sentence, p) for p in provisions_alone(text, here) if facts and _criminal(text)]
        named = here or (named if _GOES_ON.match(text) else [])
    yield from _consolidated(facts)


def _criminal(text: str) -> bool:
    return bool(re.search(r"under|charged|pursuant|prosecut|convict|violation", text))


def _general(title: Title) -> bool:
    """Laws in general («labor laws») are no law that could be cited, unless a year or a provision tells which; the report's own yardstick is none either."""
    return (
        bool(re.search(law_words("yardstick"), title.title or "", re.IGNORECASE))
        or bool(re.search(r"(?:laws|legislation|statutes|regulations)$", title.title or "", re.IGNORECASE))
        and not (title.year or title.provision)
    )


@cache
def _draft() -> re.Pattern[str]:
    return pattern(law_words("draft"))


def _drafted(text: str, title: Title) -> bool:
    """Whether the law is a bill, a draft or a wish."""
    near = folded(text[max(0, title.start - 32) : title.start])
    after = folded(text[title.end : title.end + 40])
    return (
        (title.title or "").endswith("Bill")
        or bool(re.search(rf"(?:\b(?:{law_words('draft')})\b)[^,;.]*$", near.replace("\n", " ")))
        or bool(re.match(r"\s+(?:has|have|had|was|were|is|are) (?:still )?(?:not (?:yet )?(?:been )?(?:enacted|passed|adopted)|pending|awaiting|before parliament|under (?:review|consideration))", after))
    )  # fmt: skip


def _denied(text: str, title: Title) -> bool:
    near = folded(text[max(0, title.start - 40) : title.start])
    if re.match(r"['’]?s?\s+(?:violations?|provisions?|enforcement)", text[title.end :]):
        return False
    return bool(re.search(rf"(?:\b(?:{law_words('denies')}))\s*$", near))


def _law(annotated: Annotated, sentence: Sentence, title: Title, here: list[Title]) -> Law:
    document, text = annotated.document, annotated.document.text
    start = sentence.start + title.start
    following = [t for t in here if t.start >= title.end]
    shared = _shared(text[sentence.start : sentence.end], title, following)
    end = sentence.start + following[0].start if following and not shared else sentence.end
    prescribed = (
        penalty(text, sentence, sentence.start + title.end, end) or _penalty_before(text, sentence, title) or Penalty(None, None, None)
    )
    clause = clause_at(annotated, sentence, start)
    found = clause_evidence(annotated, clause)
    if found.start > start or found.end < sentence.start + title.end or prescribed.lowest or prescribed.highest:
        found = evidence(
            annotated,
            min(found.start, start),
            max(found.end, _penalty_end(annotated, sentence, start, end) if prescribed != Penalty(None, None, None) else found.end),
        )
    return Law(
        doc=document.id,
        title=title.title,
        provision=_provision(title.provision),
        country=_country(annotated, sentence, title),
        year=title.year or _enacted(annotated, sentence, title),
        prohibits=_prohibits(annotated, sentence, title, end),
        penalty_min_months=prescribed.lowest,
        penalty_max_months=prescribed.highest,
        penalty_life=prescribed.life,
        stringent=_said(_STRINGENT, text[start:end]),
        commensurate=_said(_COMMENSURATE, text[start:end]),
        evidence=(found,),
        rule="law.named",
    )  # fmt: skip


def _without_aliases(text: str, here: list[Title]) -> list[Title]:
    """A second name in brackets, «the Code of the Child (Law 54/2008)», is the same law; its year is kept."""
    kept: list[Title] = []
    for title in here:
        if kept and re.fullmatch(r"\s*\(\s*", text[kept[-1].end : title.start]):
            kept[-1] = kept[-1]._replace(year=kept[-1].year or title.year, end=title.end)
        else:
            kept.append(title)
    return kept


def _penalty_before(text: str, sentence: Sentence, title: Title) -> Penalty | None:
    """The penalty of «penalties of up to six months under the Immigration Act»."""
    before = text[sentence.start : sentence.start + title.start]
    if not _BEFORE.search(before) or not re.search(r"penalt|punish|sentences|terms of", before, re.IGNORECASE):
        return None
    return penalty(text, sentence, sentence.start, sentence.start + title.start)


def _enacted(annotated: Annotated, sentence: Sentence, title: Title) -> int | None:
    """The year of the clause, where the law is the object of a verb of enactment."""
    words = annotated.document.text[sentence.start : sentence.end]
    if not _ENACTS.search(words[: title.start]):
        return None
    clause = clause_at(annotated, sentence, sentence.start + title.start)
    dated = [m for m in sentence.of("period") if m.value[:1].isdigit() and clause.first <= m.first < clause.last]
    dated.sort(key=lambda m: (m.start < sentence.start + title.start, abs(m.start - sentence.start - title.start)))
    return int(dated[0].value[:4]) if dated else None


def _penalty_end(annotated: Annotated, sentence: Sentence, start: int, end: int) -> int:
    cut = re.search(r"[,—–]\s*(?:which|that|penalties|punishments|a\s+(?:term|penalty))\s", annotated.document.text[start:end])
    return start + cut.start() if cut and penalty(annotated.document.text, sentence, start, start + cut.start()) else end


def _shared(text: str, title: Title, following: list[Title]) -> bool:
    """Whether what follows the last of several laws holds for this one too: only signs and «and» stand between them."""
    end = title.end
    for other in following:
        if not re.fullmatch(
            r"[\s,]*(?:and|or|nor|as well as|along with)?[\s,]*(?:the|its|\d{4}|[A-Z]\w+['’]s)?\s*(?:\d{4}\s+)?", text[end : other.start]
        ):
            return False
        end = other.end
    return bool(following)


def _provision(words: str | None) -> str | None:
    return words[0].upper() + words[1:] if words else None


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


def _prohibits(annotated: Annotated, sentence: Sentence, title: Title, end: int) -> tuple[str, ...]:
    """The forms of exploitation named after a verb of prohibition, or before one in the passive, or in the title itself."""
    words = words_of(annotated, sentence)
    verb = pattern(law_words("forbids")).search(words, title.end)
    before = pattern(law_words("forbids")).search(words, max(0, title.start - 160), title.start)
    if verb and verb.end() < end - sentence.start and verb.start() - title.end < 160:
        return _forms(sentence, words, verb.end(), min(end - sentence.start, _stop(words, verb.end())))
    if before:
        return _forms(sentence, words, max(0, before.start() - 90), title.start)
    return (
        _forms(sentence, words, title.start, title.end)
        if re.search(r"against|slavery|forced labor", words[title.start : title.end])
        else ()
    )


def _stop(words: str, start: int) -> int:
    """Where the object of the prohibition ends: at a verb of punishment, or at another statement."""
    found = re.compile(
        r"\b(?:prescrib\w+|carr(?:y|ies)|punish\w*|penalt\w+|provid\w+|impos\w+|sets?|with (?:penalties|sentences)|but|while|although)\b|;"
    ).search(words, start)
    return found.start() if found else len(words)


def _forms(sentence: Sentence, words: str, start: int, end: int) -> tuple[str, ...]:
    first, last = sentence.start + start, sentence.start + end
    found = {v for m in sentence.of("exploitation") if first <= m.start and m.end <= last for v in m.value.split(",")}
    if _ALL.search(words, start, end) or (not found and _ALL_FORMS.search(words, start, end)):
        return ("all_forms",)
    return ordered(found)


def _continued(annotated: Annotated, sentence: Sentence, before: list[Law]) -> list[Law]:
    """A following sentence that goes on about the laws just named: their penalties."""
    text = annotated.document.text
    prescribed = penalty(text, sentence, sentence.start, sentence.end)
    words = text[sentence.start : sentence.end]
    said = {"stringent": _said(_STRINGENT, words), "commensurate": _said(_COMMENSURATE, words)}
    if not prescribed and not any(v is not None for v in said.values()):
        return []
    terms = prescribed or Penalty(None, None, None)
    return [
        replace(
            law,
            penalty_min_months=terms.lowest,
            penalty_max_months=terms.highest,
            penalty_life=terms.life,
            **said,
            evidence=(evidence(annotated, sentence.start, sentence.end),),
            rule="law.continued",
        )
        for law in before
    ]


def _alone(annotated: Annotated, sentence: Sentence, title: Title) -> Law:
    clause = clause_at(annotated, sentence, sentence.start + title.start)
    return Law(
        doc=annotated.document.id,
        provision=_provision(title.provision),
        country=annotated.document.country,
        evidence=(clause_evidence(annotated, clause),),
        rule="law.provision",
    )


def _consolidated(facts: list[Law]) -> Iterator[Law]:
    """One law is one fact: mentions without a provision join the one that has it, years and grades of penalties are united."""
    by_title: dict[str, list[Law]] = {}
    for law in facts:
        owner = law if law.title else next((f for f in facts if f.title and f.provision), None)
        title = (owner.title if owner else None) or ""
        by_title.setdefault(_key(title), []).append(replace(law, title=title or None))
    for laws in by_title.values():
        yield from _united(laws)


def _key(title: str) -> str:
    return re.sub(r"\s+(?:of\s+)?(?:19|20)\d\d$", "", title.lower())


def _united(laws: list[Law]) -> Iterator[Law]:
    provided = list(dict.fromkeys(law.provision for law in laws if law.provision))
    longest = max((law.title or "" for law in laws), key=len) or None
    for provision in provided or [None]:
        mine = [law for law in laws if law.provision == provision or (law.provision is None and provision == (provided or [None])[0])]
        yield _one([replace(law, provision=provision, title=longest) for law in mine])


def _one(laws: list[Law]) -> Law:
    lows = [law.penalty_min_months for law in laws if law.penalty_min_months is not None]
    highs = [law.penalty_max_months for law in laws if law.penalty_max_months is not None]
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


def _missing(annotated: Annotated, sentence: Sentence) -> Iterator[Fact]:
    words, text = words_of(annotated, sentence), annotated.document.text[sentence.start : sentence.end]
    for title in titles(text):
        if _denied(text, title) or _never_enacted(text, title):
            yield _negated(annotated, sentence, title, "law.missing")
            return
    found = pattern(*_NO_LAW).search(words)
    if found and re.search(
        r"traffick(?!ers|ing of drugs)|forced|labou?r|slave|servitude|prostitution|soldier|debt bondage", words[found.start() :]
    ):
        forms = (
            _forms(sentence, words, found.start(), len(words))
            if re.search(r"traffick|labor|prostitution|slavery|servitude", words[found.end() :])
            else ()
        )
        yield _negated(annotated, sentence, Title(None, None, None, found.start(), found.end()), "law.not_prohibited", forms)


def _never_enacted(text: str, title: Title) -> bool:
    """A draft that the text says was not enacted."""
    near = folded(text[max(0, title.start - 60) : title.start])
    after = folded(text[title.end : title.end + 60])
    return bool(re.search(r"\b(?:not|yet to|failed to) (?:yet )?(?:enact|pass|adopt|approve)(?:ed)?\b[^,;.]*$", near)) or bool(
        re.match(r"(?: \w+){0,4} (?:not (?:yet )?(?:been )?(?:enacted|passed|adopted|approved)|failed to pass)", after)
    )


def _negated(annotated: Annotated, sentence: Sentence, title: Title, rule: str, forms: tuple[str, ...] = ()) -> Law:
    clause = clause_at(annotated, sentence, sentence.start + title.start)
    return Law(
        doc=annotated.document.id,
        title=title.title,
        country=annotated.document.country,
        prohibits=forms,
        polarity="negated",
        evidence=(clause_evidence(annotated, clause),),
        rule=rule,
    )
