"""Laws that the text says do not exist, were not enacted, or do not forbid what they should."""

import re
from collections.abc import Iterator
from typing import Final

from kg.facts.law import Law
from kg.facts.model import Fact
from kg.facts.reading.law_bills import comprehensive_draft, failed_bills
from kg.facts.reading.law_forms import aside, forms, stop
from kg.facts.reading.law_titles import Title, titles
from kg.facts.reading.wording import clause_at, clause_evidence, folded, pattern, words_of
from kg.language.model import Annotated, Sentence
from kg.language.sieve import search
from kg.vocabulary.law_words import law_words

_VERBS: Final = r"(?:prohibit|criminali[sz]|outlaw|address|forbid|deal|cover|ban|defin|punish|penali[sz]|govern)\w*(?: with)?"
_HOW: Final = (
    r"(?:(?:specifically|criminally|explicitly|expressly|currently|fully|adequately|clearly|sufficiently|comprehensively|effectively) )?"
)
_PROVIDES_NOT: Final = (
    r"(?:is|are|was|were|remains?) silent (?:on|about)|says? nothing (?:of|on|about)|makes? no (?:mention|reference) (?:of|to)"
    r"|(?:contains?|contained|has|have|had|includes?) no (?:\w+ ){0,2}(?:provisions?|articles?|sections?|clauses?|penalt\w+|definitions?)"
    r" (?:on|against|for|of|about|dealing with|concerning|regarding)"
)
_IN: Final = r"(?: in (?:the )?[\w-]+(?: [\w-]+)?)?"
_NO_LAW: Final = (
    rf"(?:no|any)(?: \w+){{0,3}} (?:laws?|legislation|statutes?|legal provisions?){_IN}(?: that| which)? {_HOW}{_VERBS}",
    rf"(?:{law_words('lacks')})(?: (?!of\b)[\w-]+){{0,3}}? (?:{law_words('noun')}){_IN}(?: exist(?:s|ed)?)?"
    rf" (?:{law_words('against')}|(?:(?:that|which) )?{_HOW}{_VERBS})",
    rf"(?:laws?|legislation|statutes|legal framework),?(?: however,| though,)? (?:do|does|did) not {_HOW}"
    r"(?:prohibit|criminali[sz]e|outlaw|forbid|address|cover|punish|define)",
    rf"it (?:do|does|did) not {_HOW}(?:prohibit|criminali[sz]e|outlaw)",
    rf"(?:do|does) not {_HOW}(?:prohibit|criminali[sz]e|outlaw) (?:all |any )?(?:forms? of )?(?:human |child |sex |labor )*"
    r"(?:trafficking|forced labor|slavery|debt bondage|forced begging)",
    rf"lack(?:s|ed|ing)? (?:an? |any )?(?:[\w-]+ ){{0,3}}?(?:laws?|legislation|statutes?) (?:(?:that |which |to )?{_HOW}{_VERBS}|against)",
    rf"(?:laws?|legislation|statutes) (?:falls?|fell|stops?|stopped) short of {_HOW}{_VERBS}",
    rf"(?:laws?|legislation|statutes|provisions) (?:{law_words('against')}|{_VERBS}) [^.;]{{3,80}}? but (?:has |have |there (?:is|are) )?"
    rf"(?:none|no law) (?:{law_words('against')}|(?:(?:that|which) )?{_HOW}{_VERBS})",
    r"no(?: \w+){0,3} (?:laws?|legislation|statutes?) (?:(?:that|which) )?ma(?:kes?|de)",
    rf"(?:laws?|legislation|statutes) (?:{_PROVIDES_NOT})",
    rf"nor (?:do|does|did) (?:it|they|(?:(?:the|its|these|any|other|local) ){{0,2}}(?:laws?|acts?|codes?|legislation|statutes?)) {_HOW}"
    r"(?:prohibit|criminali[sz]e|outlaw|forbid|punish|penali[sz]e|define)",
    rf"no(?: \w+){{0,3}} (?:laws?|legislation|statutes?) exist(?:s|ed)?(?: to| that| which) {_HOW}{_VERBS}",
    rf"(?:laws?|legislation|statutes?) (?:{_HOW}{_VERBS}|against|on) (?:[\w-]+ ){{1,8}}?(?:do|does|did) not (?:yet )?exist",
    r"(?:has|have|had) not (?:yet )?(?:\w+ly )?(?:prohibited|criminali[sz]ed|outlawed) (?:all |any )?(?:forms? of )?"
    r"(?:human |child |sex |labor |internal )*(?:trafficking|forced labor|slavery|debt bondage|forced begging|domestic servitude)",
    r"not all (?:of )?(?:the )?(?:\w+ )?forms of (?:[\w-]+ ){1,4}(?:is|are|was|were) (?:specifically |explicitly )?"
    r"(?:prohibited|criminali[sz]ed|outlawed|illegal|banned|covered)",
    r"(?:has|have|had|did|does|do) not (?:yet )?(?:determined?|established?|adopted?|issued?|defined?|specif(?:y|ied)|published?"
    r"|promulgated?|include|contain|provide|have)(?: by (?:\w+ )?law(?: or regulation)?)?(?: the| an?| any)?(?: [\w-]+)?"
    r" (?:types|lists?|kinds) of (?:[\w-]+ ){0,3}?hazardous (?:\w+ )?(?:work|jobs|occupations|activities|labor|trades)",
    r"no (?:[\w-]+ )?list of (?:[\w-]+ )?(?:hazardous|dangerous) (?:\w+ )?(?:work|jobs|occupations|activities|labor)",
    r"(?:laws?|legislation) (?:do|does|did) not exist(?: [\w.-]+){0,8}? (?:against|regarding|concerning|prohibiting|to prohibit|on)",
)
_TITLE_NOT: Final = re.compile(
    rf"(?:\s*\([^)]*\))?\s+(?:(?:do|does|did) not {_HOW}(?:prohibit|criminali[sz]e|outlaw|forbid|address|cover|punish|define"
    rf"|recogni[sz]e|make)(?:,? or (?:prohibit|criminali[sz]e|outlaw|forbid|punish|penali[sz]e))?|{_PROVIDES_NOT}"
    rf"|(?:falls?|fell|stops?|stopped) short of {_HOW}{_VERBS})\b".replace(" ", r"\s+")
)
_DENIAL: Final = re.compile(
    r"\b(?:no|none|not|any|without|lack\w*|never|neither|nor|fail\w*|yet|short|unable|nothing|silent|absent|missing|remains?|remained|still|lapsed|shelved|rejected|absence|want|dearth|languish\w*|died|stalled|defeated|blocked|vetoed|abandoned|withdr[ae]wn?|dropped)\b"
)
_NO_ARTICLE: Final = re.compile(
    r"\bnothing\s+in\s+(?:the|its)\s+$|\bno\s+(?:\w+\s+)?(?:article|section|provision|part|clause)s?\s+(?:of|in)\s+(?:the|its)\s+$",
    re.IGNORECASE,
)
_NEITHER: Final = re.compile(r"\b(?:neither|nor) (?:the |its |any |\w+'s )?(?:\d{4} )?$")
_NEITHER_VERB: Final = re.compile(
    rf"(?: nor (?:the |its |any )?[\w' -]{{3,60}}?)? {_HOW}(?:prohibit|criminali[sz]e|outlaw|forbid|prescribe|punish|penali[sz]e|define"
    r"|address|cover|provide)(?:s|es)?(?: for\b)?(?: (?:\w+ )?(?:penalt(?:y|ies)|punishments?|sanctions) for)?"
)
_NOT_THEM: Final = re.compile(
    r"(?<=punish|nalize|nalise) (?:(?:the|those|trafficking|child|adult|sex|trafficked|identified|forced|of) )*"
    r"(?:victims|women|girls|children|minors|workers|prostitutes|them)\b"
)
"""Behind a verb: whom a law spares, which is no gap in it: «does not punish *women* for prostitution»."""
_NO_RULES: Final = pattern(
    r"(?:not|never|yet to|fail(?:ed|s|ure|ing)? to) (?:yet )?(?:pass|enact|adopt|issue|promulgate|approve|finalize|publish|draft|sign)"
    rf"(?:e?d)?(?: the| any| its)?(?: necessary| required| needed)? (?P<title>{law_words('rules')})"
)
"""Rules by which a law is to be carried out, and which were not made."""
_RULES_OF: Final = pattern(rf"(?:{law_words('rules')})")
_UNADOPTED: Final = pattern(
    r"(?:(?:has|have|had) (?:not|never)|yet to|fail(?:ed|s|ure|ing)? to|unable to)(?: \w+){0,4}? (?:enact|pass|adopt|approve)(?:e?d|ing)?"
    r"(?: (?!and\b)[\w-]+){0,4}? (?:legislation|laws?|statutes?)"
    rf" (?:targeting|against|criminali[sz]ing|prohibiting|banning|outlawing|addressing|on|(?:that|which) (?:would )?{_HOW}{_VERBS})"
)
_DRAFT: Final = re.compile(r"\b(?:draft|proposed|pending)\s+(?:[\w-]+\s+){0,3}[\w-]*$|\b(?:bill|legislation)$")
_UNVOTED: Final = re.compile(
    r"[^.;]{0,110}?\b(?:(?:was|were|has|have|had|is|are) (?:still |again )?(?:not|yet to|never) (?:yet |again )?(?:be |been )?"
    r"(?:enacted|passed|adopted|approved|voted on|signed|debated|finali[sz]ed|promulgated|introduced)"
    r"|remain(?:s|ed) (?:stalled|in draft|unadopted)"
    r"|still stalled|lapsed|(?:was|were) (?:shelved|rejected|withdrawn|voted down|defeated))\b"
)
_WOULD: Final = pattern(
    rf"(?:draft |proposed )?(?:laws?|legislation|bills?|statutes?) (?:that|which) would {_HOW}{_VERBS} (?P<what>[^.;,]{{3,120}}?)"
    r" (?:remain(?:s|ed) (?:pending|stalled|in draft|unadopted|before|under)|(?:is|was|are|were) still (?:pending|awaiting)"
    r"|(?:has|have|had) (?:not|yet to)"
    r"|(?:was|were) not (?:enacted|passed|adopted|approved)|failed|lapsed|did not pass)"
)
_NONE_WHOLE: Final = pattern(
    rf"(?:{law_words('lacks')})(?: [\w-]+)? comprehensive (?:national |federal |specific )?(?:{law_words('noun')})"
    r"(?! (?:on|for|against|to|regarding|concerning|enforcement|prohibiting|criminali[sz]ing|that|which|addressing|covering|protecting)\b)"
)
_AT_TRAFFICKERS: Final = pattern(
    rf"(?:{law_words('lacks')})(?: (?!of\b)[\w-]+){{0,3}}? (?:{law_words('noun')}){_IN} (?:{law_words('against')}) (?:human )?traffickers"
)
_BUT_NOT: Final = re.compile(
    r"\b(?:laws?|codes?|acts?|statutes?|legislation|provisions?|articles?|sections?)\b[^.;]*?\b(?P<verb>criminali[sz]|prohibit|outlaw|forbid|punish|ban)"
    r"\w*\b[^.;]*?,?\s+but\s+(?:not\s+|(?:does|do|did)\s+not\s+(?:\w+\s+)?(?:criminali[sz]e|prohibit|outlaw|forbid|punish|ban|cover|address)\s+)(?:for\s+|with\s+)?(?!of\b)"
)
"""Before what a law leaves free: «the code outlaws prostitution *but not* debt bondage»."""
_DESCRIBED: Final = re.compile(
    r"(?:laws?|legislation|statutes?|act)\s+(?:\w+ly\s+)?(?:against|on|prohibiting|criminali[sz]ing|outlawing|banning|penali[sz]ing|punishing|making)\b"
)
"""Words that tell what a law would be about and are no title."""
_COMPREHENSIVE: Final = re.compile(r"\bcomprehensive\s+(?:\w+\s+)?$")
_FREE: Final = re.compile(r"(?<!child )(?<!forced )(?<!juvenile )\bprostitution(?: itself)? (?:is|was|remains?|has been) ")
_NO_CRIME: Final = pattern(
    rf"(?:is|are|was|were|been|remains?|remained) (?:still )?(?:not|neither|never) (?:yet )?{_HOW}(?:a crime"
    rf"|a criminal offen[cs]e|an offen[cs]e|illegal|criminali[sz]ed|prohibited|outlawed|banned|punishable|forbidden)"
)
_SUBJECT: Final = re.compile(
    r"(?<!drug )(?<!arms )(?<!narcotics )traffick(?!ers|ing of drugs)|sexual(?:ly)? exploit|commercial sex"
    r"|forced|labou?r|slave|servitude|prostitution|soldier|bondage|begging|marriage|sex(?:ual)? tourism|passports"
    r"|hazardous|child(?:ren)? (?:in|for) (?:certain |other |various )?illicit activities"
)


def missing(annotated: Annotated, sentence: Sentence) -> Iterator[Fact]:
    """The laws that a sentence says there are not: by the first way of saying so that it has."""
    words, text = words_of(annotated, sentence), annotated.document.text[sentence.start : sentence.end]
    if not search(_DENIAL, words) or aside(annotated, sentence):
        return
    here = [t for t in titles(text) if not re.match(r"(?:new )?legislation\b", t.title or "", re.IGNORECASE)]
    for way in (_rules, _bills, _would, _titled, _none, _no_crime, _left_out):
        if found := [*way(annotated, sentence, words, here)]:
            yield from found
            return


def _rules(annotated: Annotated, sentence: Sentence, words: str, here: list[Title]) -> Iterator[Fact]:
    """Rules for carrying out a law that nobody made."""
    if (found := _NO_RULES.search(words)) and _SUBJECT.search(words):
        start, end = found.span("title")
        text = annotated.document.text[sentence.start + start : sentence.start + end]
        yield _negated(annotated, sentence, Title(" ".join(text.split()), None, None, start, end), "law.rules")


def _bills(annotated: Annotated, sentence: Sentence, words: str, here: list[Title]) -> Iterator[Fact]:
    """Bills and drafts that came to nothing."""
    text = annotated.document.text[sentence.start : sentence.end]
    for bill in failed_bills(words, any_matter=sentence.section != "other"):
        yield _negated(annotated, sentence, bill._replace(title=" ".join(text[bill.start : bill.end].split())), "law.bill")
    if draft := comprehensive_draft(words):
        yield _negated(annotated, sentence, draft, "law.bill", ("all_forms",))


def _would(annotated: Annotated, sentence: Sentence, words: str, here: list[Title]) -> Iterator[Fact]:
    """What a draft would forbid that was not passed."""
    if would := _WOULD.search(words):
        end = would.end("what")
        title = Title(annotated.document.text[sentence.start + would.start() : sentence.start + end], None, None, would.start(), end)
        yield _negated(annotated, sentence, title, "law.missing", forms(sentence, words, would.start("what"), end))


def _titled(annotated: Annotated, sentence: Sentence, words: str, here: list[Title]) -> Iterator[Fact]:
    """The first law with a title that there is not, or that does not forbid something; or two of which neither does."""
    text = annotated.document.text[sentence.start : sentence.end]
    for title in here:
        if found := [*_lacking_or_silent(annotated, sentence, words, text, title)]:
            yield from found
            return
    neither = [(t, forms(sentence, words, verb, stop(words, verb))) for t in here if (verb := neither_forbids(text, t))]
    about = neither and _SUBJECT.search(words, neither[0][0].end)
    yield from (_negated(annotated, sentence, t, "law.neither", what) for t, what in neither if what or about)


def _lacking_or_silent(annotated: Annotated, sentence: Sentence, words: str, text: str, title: Title) -> Iterator[Fact]:
    verb = forbids_not(text, title)
    if denied(text, title) and _DESCRIBED.match(title.title or ""):
        what = _lacking(sentence, words, title) or forms(sentence, words, title.start, stop(words, title.end))
        if what or sentence.section != "other":
            yield _negated(annotated, sentence, title._replace(title=None), "law.missing", what)
    elif denied(text, title) or never_enacted(text, title):
        yield _negated(annotated, sentence, title, "law.missing", _lacking(sentence, words, title))
    elif verb and _SUBJECT.search(words, verb, stop(words, verb)):
        yield _negated(annotated, sentence, title, "law.not_prohibited", forms(sentence, words, verb, stop(words, verb)))


def _none(annotated: Annotated, sentence: Sentence, words: str, here: list[Title]) -> Iterator[Fact]:
    """Laws without a title, of which there is none."""
    whole = _NONE_WHOLE.search(words) if sentence.section != "other" else None
    if whole := whole or _AT_TRAFFICKERS.search(words):
        yield _negated(annotated, sentence, Title(None, None, None, *whole.span()), "law.missing", ("all_forms",))
        return
    found = pattern(*_NO_LAW).search(words) or (None if here else _UNADOPTED.search(words))
    if found and not _NOT_THEM.match(words, found.end()) and _SUBJECT.search(words, found.start()):
        title = Title(None, None, None, *found.span())
        yield _negated(annotated, sentence, title, "law.not_prohibited", _forbidden(sentence, words, found))


def _no_crime(annotated: Annotated, sentence: Sentence, words: str, here: list[Title]) -> Iterator[Fact]:
    """What is no crime, and under which law."""
    text = annotated.document.text[sentence.start : sentence.end]
    crime = _NO_CRIME.search(words)
    if crime and not _FREE.search(words, 0, crime.end()) and (what := forms(sentence, words, max(0, crime.start() - 90), crime.start())):
        under = next((t for t in here if no_crime_under(text, t)), Title(None, None, None, crime.start(), crime.end()))
        yield _negated(annotated, sentence, under, "law.no_crime", what)


def _left_out(annotated: Annotated, sentence: Sentence, words: str, here: list[Title]) -> Iterator[Fact]:
    """What a law that forbids something else is said not to forbid."""
    found = _BUT_NOT.search(words)
    what = forms(sentence, words, found.end(), stop(words, found.end())) if found else ()
    if found and what:
        named = next((t for t in here if t.end <= found.start("verb") and not words[t.end : found.start("verb")].strip()), None)
        title = named or Title(None, None, None, found.start(), found.end())
        yield _negated(annotated, sentence, title, "law.left_out", what)


def _lacking(sentence: Sentence, words: str, title: Title) -> tuple[str, ...]:
    """What a law that there is not would forbid: all forms if a comprehensive one is missing, else what its name is against."""
    if _COMPREHENSIVE.search(words, max(0, title.start - 30), title.start):
        return ("all_forms",)
    against = re.search(r"\b(?:laws?|legislation|statutes?) (?:against|on)\b", words[title.start : title.end])
    return forms(sentence, words, title.start, title.end) if against else ()


def _forbidden(sentence: Sentence, words: str, found: re.Match[str]) -> tuple[str, ...]:
    """What no law forbids, or what the law does not."""
    end = stop(words, found.end())
    if "illicit activities" in words[found.start() : end]:
        return ()
    telling = re.search(
        r"traffick|labor|prostitution|slavery|servitude|bondage|begging|marriage|forced"
        r"|soldier|sex(?:ual)? tourism",
        words[found.start() : end],
    )
    return forms(sentence, words, found.start(), end) if telling else ()


def denied(text: str, title: Title) -> bool:
    """Whether words before a law's name say that there is none."""
    near = folded(text[max(0, title.start - 48) : title.start])
    if re.match(
        r"\s+(?:(?:is|was|are|were|remains?|remained)\s+(?:still\s+)?(?:lacking|absent|missing|non-?existent)|(?:do|does|did)\s+not\s+(?:yet\s+)?exist)\b",
        text[title.end :],
    ):
        return True
    if re.match(r"['’]?s?\s+(?:violations?|provisions?|enforcement)", text[title.end :]):
        return False
    return bool(re.search(rf"(?:\b(?:{law_words('denies')}))\s*$", near))


def concerns(text: str, verb: int) -> bool:
    """Whether what a law does not forbid, from the end of a verb on, is a matter of this graph."""
    words = folded(text)
    return bool(_SUBJECT.search(words, verb, stop(words, verb)))


def forbids_not(text: str, title: Title) -> int | None:
    """Where the verb ends that says that a named law does not forbid something; None if none does."""
    found = _TITLE_NOT.match(text, title.end)
    if found is None and _NO_ARTICLE.search(text[: title.start]):
        found = re.match(rf"\s+(?:{_VERBS}|ma[kd]es?\b|allows?|permits?)", text[title.end :])
        return title.end + found.end() if found else None
    return found.end() if found else None


def neither_forbids(text: str, title: Title) -> int | None:
    """Where the verb ends by which neither of two laws forbids something; None if none does."""
    before = folded(text[: title.start])
    if not _NEITHER.search(before) or "neither" not in before:
        return None
    found = _NEITHER_VERB.match(folded(text), title.end)
    return found.end() if found else None


def no_crime_under(text: str, title: Title) -> bool:
    """Whether something is said to be no crime under a law: *is not a crime under* the penal code."""
    crime = [*_NO_CRIME.finditer(folded(text[: title.start]))]
    return bool(crime and re.fullmatch(r"\s+(?:under|by|in)\s+(?:the\s+|its\s+)?", text[crime[-1].end() : title.start]))


def never_enacted(text: str, title: Title) -> bool:
    """Whether the text says that a draft was not enacted."""
    near = folded(text[max(0, title.start - 70) : title.start])
    if _RULES_OF.search(near):
        return False
    after = folded(text[title.end : title.end + 130])
    return bool(
        re.search(r"\b(?:not|yet to|fail(?:ed|ing|ure|s)? to|unable to) (?:yet )?(?:enact|pass|adopt|approve)(?:ed|ing)?\b[^,;.]*$", near)
        or re.match(r"(?: \w+){0,4} failed to pass", after)
        or (_DRAFT.search(f"{near}{folded(title.title or '')}") and _UNVOTED.match(after))
        or re.match(
            r"[^.;,]{0,110}\b(?:was|were|has|have|had|is|are) (?:still )?(?:not|yet to|never) (?:yet )?(?:be |been )?(?:enacted"
            r"|passed|adopted|approved)\b", after)
    )  # fmt: skip


def _negated(annotated: Annotated, sentence: Sentence, title: Title, rule: str, what: tuple[str, ...] = ()) -> Law:
    clause = clause_at(annotated, sentence, sentence.start + title.start)
    return Law(
        doc=annotated.document.id,
        title=title.title,
        country=annotated.document.country,
        prohibits=what,
        polarity="negated",
        evidence=(clause_evidence(annotated, clause),),
        rule=rule,
    )
