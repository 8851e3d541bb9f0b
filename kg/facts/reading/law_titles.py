"""Where a law is named: its title, its provisions and its year, from the words of a sentence."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from kg.language.periods import MONTH
from kg.language.sieve import Several, finditer
from kg.vocabulary.law_words import law_words

_WORD: Final = r"[A-ZÀ-Þ][\w’'./-]*"
_LINK: Final = r"(?:of|on|and|for|the|in|to|against|from|de|du|des|la|le|y|a|da|do|dos|das|by|with|among)"
_NAME: Final = rf"{_WORD}(?:,?\s+(?:{_WORD}|{_LINK}|\((?!\s)[A-Z][\w’', -]*\)))*?"
_REST: Final = rf"(?:,?\s+(?:{_WORD}|{_LINK}(?=\s+(?:{_LINK}\s+)*{_WORD})))*"
_KIND: Final = r"(?:Act|Law|Code|Order|Ordinance|Decree|Decree-Law|Statute|Proclamation|Constitution|Regulations?|By-?law|Bill)"
_NUMBER: Final = r"(?:\s+(?:\([A-Z]{1,5}\)\s+)?(?:No\.?\s*|Number\s+|no\.?\s*|number\s+)?(?:[A-Z]/)?\d[\w./-]*(?:\s+of\s+(?:19|20)\d\d)?)"
_PROVISION: Final = re.compile(
    r"\b(?P<word>[Aa]rticles?|[Ss]ections?|[Cc]hapters?|[Pp]aragraphs?|[Aa]rts?\.|[Ss]ec\.|[Tt]itle)\s+"
    r"(?P<numbers>\d+[\w./-]*(?:\([\w]+\))*(?:(?:\s*,\s*|\s*,?\s+(?:and|to|through|or|-|–)\s+|[-–])(?!\d[\w./-]*\s+(?:under|others|persons|people|cases)\b)\d+[\w./-]*(?:\([\w]+\))*)*|[IVX]+\b)"
)
_YEAR: Final = r"(?:19|20)\d\d"
OF_TREATY: Final = re.compile(r"\s+(?:[A-Z][\w-]*\s+){1,4}(?:Protocol|Convention)\b")
"""Behind a year: that of a treaty with which a law is to comply, «amended the code to comply with the 2000 UN TIP Protocol»."""
OF_IT: Final = re.compile(
    r"\s+of\s+(?:the\s+(?:same\s+)?|this\s+|that\s+)(?:[Aa]ct|[Ll]aw|[Cc]ode|[Oo]rdinance|[Dd]ecree|[Pp]roclamation)(?!\s+[A-Z])"
)
"""Behind a provision: that it is one of the law just named, «Section 4 of the act»."""


class Title(NamedTuple):
    """A named law; ``start`` and ``end`` are offsets in the sentence's words."""

    title: str | None
    provision: str | None
    year: int | None
    start: int
    end: int


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    subject, kind = law_words("subject").replace(" ", r"\s+"), law_words("kind")
    rank, aims, day = law_words("rank"), law_words("aims"), law_words("day")
    return (
        re.compile(rf"\b(?P<title>{_KIND}{_NUMBER})"),
        re.compile(
            rf"\b(?P<title>(?:(?:Civil|Penal|Criminal|Labou?r|Family|Health)\s+)?(?P<headed>Law|Act|Decree|Order(?!\s+of\b)|Ordinance|Proclamation|Code)\s+(?:[Oo]n|of|for|[Aa]gainst|to(?=\s+{aims}\b)|[Cc]oncerning"
            rf"|[Rr]egarding|[Rr]elating\s+to|[Pp]rohibiting|[Pp]unishing|[Gg]overning)\s+(?:the\s+)?(?!{day}\b){_WORD}{_REST})"
        ),
        re.compile(
            rf"\b(?P<title>(?:{rank}\s+)?(?P<headed>Law|Act|Decree|Order|Ordinance|Proclamation|Statute){_NUMBER},?\s+(?:on|against|[Cc]oncerning"
            rf"|[Rr]egarding|[Rr]elating\s+to|[Pp]rohibiting|[Pp]unishing|to(?=\s+{aims}\b))\s+(?:the\s+)?(?!{day}\b){_WORD}{_REST})"
        ),
        re.compile(
            rf"\b(?P<title>{_NAME}\s+{_KIND}(?![\w-])(?!(?<=Order)\s+of\b)(?!\s+\([A-Z][\w ]*\)\s+{_KIND}\b)"
            rf"(?!\s+(?:Act\b|Law\b|Code\b|Ordinance\b|Decree\b|School|Police|Forces|Enforcement|Commission|Society|Reform|Faculty|Center|Centre"
            rf"|Institute|Association|Department)\b)(?:\s+of\s+{_YEAR}|\s+{_YEAR}|{_NUMBER})?)"
        ),
        re.compile(
            r"(?i:(?<![\w-])(?<!hate )(?!(?:criminal|civil)\s+acts?\b)"
            rf"(?P<title>(?:{subject}(?:\s+(?:and|or)\s+{subject})?)\s+(?:{kind}))(?!\s+enforcement)(?![\w-]))"
        ),
        re.compile(
            r"(?i:\b(?P<title>(?:laws?|legislation|statutes?)\s+(?:against|on)\s+(?:child\s+|human\s+"
            r"|sex\s+)?(?:trafficking(?:\s+in\s+persons)?|forced\s+labor|slavery|child\s+labor))\b)"
        ),
        re.compile(r"\b(?P<title>[Cc]onstitution)(?![\w-])"),
        re.compile(
            r"\b(?P<title>Hazardous\s+(?:Child\s+)?(?:Work|Labou?r|Occupations?|Activities|Jobs|Employment)\s+(?:List|Regulations?)"
            r"|(?:[A-Z]\w+\s+)*?List\s+of\s+(?:Prohibited\s+and\s+|Dangerous\s+and\s+)?(?:Hazardous|Dangerous)(?:\s+(?:[Ff]or\s+|[Bb]y\s+)?[A-Z]\w+)+)(?![\w-])"
        ),
        re.compile(rf"\b(?P<title>Ministry\s+of\s+{_WORD}(?:,?\s+(?:and\s+)?{_WORD}){{0,4}}\s+(?:decree|order|regulation|resolution))(?![\w-])"),
        re.compile(
            r"(?i:\b(?P<title>(?:cabinet|presidential|royal|ministerial|executive|government)\s+(?:decree|order|resolution|ordinance))"
            r"(?=(?:\s+(?:that|which|from|of|in|issued|\d{4}))*\s+(?:prohibit|bar|ban|forbid|outlaw|criminali|limit|requir)\w*\b))"
        ),
        re.compile(
            r"(?i:\b(?:an?|the|its|new)\s+(?:(?:new|(?:19|20)\d\d)\s+)*(?P<title>decree|ordinance)"
            r"(?=(?:\s+issued\s+by\s+the\s+(?:[\w-]+\s+){0,4}?[\w-]+)?(?:\s+(?:that|which|from|issued|in|of|\d{4}))*"
            r"\s+(?:prohibit|bar|ban|forbid|outlaw|criminali|sets?\b|regulat|lists?\b|mandat|defin|specif|requir)\w*\b))"
        ),
        re.compile(
            r"(?i:\b(?P<title>(?:new\s+)?(?:legislation|law|act|statute)\s+(?:\w+ly\s+)?(?:prohibiting|criminali[sz]ing|outlawing|banning|penali[sz]ing)\s+"
            r"(?:all\s+forms\s+of\s+)?"
            r"(?:human\s+|child\s+|sex\s+|labor\s+)*(?:trafficking(?:\s+in\s+persons)?|forced\s+labor|child\s+labor|slavery|child\s+soldiering"
            r"|debt\s+bondage|domestic\s+servitude|forced\s+(?:begging|marriage)))\b)"
        ),
        re.compile(
            r"(?i:\b(?P<title>(?:new\s+)?legislation)(?=(?:\s+(?:enacted|passed|adopted)\s+in\s+(?:\w+\s+)?\d{4})?\s+(?:(?:that|which)\s+)?"
            r"(?:criminali[sz]es|criminali[sz]ed|prohibits|prohibited|outlaws|outlawed|bans|banned"
            r"|ma[kd]es?(?=\s+(?:(?:human|child|sex|labor|all)\s+)*(?:trafficking|forced|slavery|child\s+labor|debt\s+bondage)))\s))"
        ),
    )  # fmt: skip


_USED: Final = re.compile(
    r"(?i:\b(?:rel(?:y|ied|ies|ying)|f[ea]ll(?:ing)?\s+back|fallen\s+back|resort(?:ed|s|ing)?|use[sd]?|using|appl(?:y|ied|ies|ying)"
    r"|invok(?:e[sd]?|ing)|under|through|via)\s+(?:on\s+|upon\s+|to\s+)?(?:(?:the|its|their|other|existing|older|lesser|various|general)\s+){0,2}"
    r"(?P<title>(?:laws|statutes|legislation)\s+(?:against|on|prohibiting|criminali[sz]ing|punishing|concerning"
    r"|(?:that|which)\s+(?:punish|prohibit|criminali[sz]e|forbid|outlaw|cover))\s+(?!(?:human\s+|child\s+|sex\s+)?trafficking\b)"
    r"[a-z-]+(?:,?\s+[a-z-]+){0,14}?)"
    r"(?=[.;(]|,(?!\s+(?:(?:[a-z-]+\s+){0,2}[a-z-]+,?\s+)?(?:and|or)\s)|$"
    r"|\s+(?:\w+ly\s+)?(?:to|when|which|that|because|where|instead|for|rather|against|in\s+(?:the|order|cases|20|19)|as|but|if)\b))"
)
"""Laws that only what they are against tells, where somebody uses them: fall back on *statutes against pimping and unlawful detention*."""
_DESCRIBED: Final = re.compile(
    r"(?i:\b(?:an?|the|its|one|new|(?:19|20)\d\d)\s+(?P<title>(?:law|act|statute|decree|ordinance)"
    r"\s+(?:\w+ly\s+)?(?:prohibiting|criminali[sz]ing|outlawing|banning|penali[sz]ing|punishing)\s+"
    r"[a-z-]+(?:,?\s+[a-z-]+['’]?s?){0,18}?)"
    r"(?=[.;(]|,(?!\s+(?:[a-z-]+\s+){0,2}[a-z-]+,|\s+(?:(?:[a-z-]+\s+){0,2}[a-z-]+,?\s+)?(?:and|or)\s)|$"
    r"|\s+(?:is|was|are|has|had|to|when|which|that|because|where|for|as|but|if|in|on|came|took|entered|remains?|went|passed|adopted|enacted"
    r"|prescribes?|provides?|sets?|carries|with|by)\b))"
)
"""A law that only what it forbids tells: *a law criminalizing the sale of children and child prostitution* is weak."""
_MATTER: Final = r"[a-z-]+(?:,?\s+[a-z-]+){0,12}?"
_MADE_SO: Final = re.compile(
    rf"(?i:(?<!without\s)(?<!of\s)(?<!for\s)(?<!toward\s)(?<!urged\s)(?<!considered\s)(?<!discussed\s)(?<!proposed\s)"
    rf"\b(?:{law_words('enacted')})\s+(?:,\s+[^,;.]{{3,25}},\s+of\s+)?(?:(?:an?|the|its|new|two|(?:19|20)\d\d)\s+|(?=legislation\b))(?:(?:new|first|comprehensive|national|special|\w+-\w+)\s+)*"
    rf"(?P<title>(?:law|act|statute|decree|ordinance|legislation)\s+(?:{law_words('matter')})\s+{_MATTER})"
    r"(?=[.;(,]|$|\s+(?:in|which|that|because|where|when|as|but|on|after|before|with|by|and\s+(?:\w+ed|\w+ing(?!\s+of\b)|the|a|an|its)|\d)\b))"
)
"""A law that only its matter tells, where somebody made it: enacted *a law on the protection of children*."""
_MADE_THEN: Final = re.compile(
    rf"(?i:\b(?:an?|the|its|one|new)\s+(?:(?:new|first|comprehensive|national|special|(?:19|20)\d\d)\s+)*"
    rf"(?P<title>(?:law|act|statute|decree|ordinance|legislation)\s+(?:{law_words('matter')})\s+{_MATTER})"
    r"(?=,?\s+(?:(?:that|which)\s+)?(?:(?:was|were|had\s+been|has\s+been)\s+)?(?:passed|enacted|promulgated|took\s+effect|entered\s+into\s+force"
    r"|came\s+into\s+(?:force|effect)|went\s+into\s+effect|in\s+(?:force|effect)\s+since)\b))"
)
_NEW: Final = re.compile(
    rf"(?i:\b(?:an?|one)\s+(?:(?:new|first|comprehensive|national|special|separate|(?:19|20)\d\d)\s+)*"
    rf"(?P<title>(?:law|act|statute|decree|ordinance)\s+on\s+{_MATTER})"
    r"(?=,\s+(?:number|no\.?)\s*\d|\s+(?:allow|permit|requir|entitl|grant|provid|prohibit|punish|prescrib|criminali|oblig|forb[aib]d)\w*\b))"
)
"""A law that only its matter tells, and what it allows or asks: *a law on witness protection* allows."""
_BY_NUMBER: Final = re.compile(r",\s+(?:[Nn]umber|[Nn]o\.?)\s*(\d+/(?:19|20)?\d\d)(?!\w)")
_STUDY: Final = re.compile(r"\b(?:Faculty|School|College|Institute|Department|Dean|Doctor|Professor|Rule)\s+of\s+(?:\w+\s+){0,3}Law$")


@cache
def _forms() -> Several[None]:
    return Several((None, wanted) for wanted in (*_patterns(), _USED, _DESCRIBED, _MADE_SO, _MADE_THEN, _NEW))


def titles(text: str) -> Iterator[Title]:
    """The laws that a sentence names, in order; overlapping readings give way to the longer one."""
    spans: list[tuple[int, int]] = []
    found = [_bounds(text, match) for _, match in _forms().finditer(text)]
    for start, end in sorted(found, key=lambda span: (span[0] - span[1], span)):
        if start < end and not _STUDY.search(text[:end]) and not any(s < end and start < e for s, e in spans):
            spans.append((start, end))
    provisions = list(finditer(_PROVISION, text))
    for start, end in sorted(spans):
        yield _title(text, start, end, provisions)


_NUMBERED: Final = re.compile(r"(?:Law|Act|Decree|Ordinance|Order)(?:\s+(?:No\.?|Number))?\s*\d[\w./-]*(?:\s+of\s+(?:19|20)\d\d)?")
_NAMED_SO: Final = re.compile(r",\s+(?:the|its)\s+(?:(?:19|20)\d\d\s+)?(?:[A-Z]\w+\s+){0,2}|\s*\((?:the\s+)?")
_WHOSE: Final = (
    r"(?:Child(?:ren)?|Women|Men|Girls|Boys|Workers?|Employees?|Migrants?|Refugees?|Victims?|Witness(?:es)?|Minors?|Juveniles?|Seafarers?"
    r"|Persons?|People|Consumers?|Tenants?|Nurses?)"
)
"""Whom a law is about, which belongs to its title: the *Children's Act*."""
_LEADING: Final = re.compile(
    r"^(?:(?:The|A|An|As|In|If|When|Where|Because|With|Unlike|After|Before|Until|Under|Although|While|Both|Neither|Its|Their|This|That|These|Those|Through|Since|Pursuant|By|Per|Also"
    r"|However|However,|Despite|Amendments?|Articles?|Sections?|New|(?!"
    + _WHOSE
    + r"\b)[A-Z][\w-]+(?:’|')s?)\s+(?:to\s+|of\s+|\d[\w./-]*\s+)?"
    rf"|{MONTH}\s+the\s+|(?:the|of|and|in|to|on|for|a|an|by)\s+|(?:19|20)\d\d\s+)+"
)


_NEXT: Final = re.compile(rf",\s+(?:and\s+)?(?:the|its|an?)\s+|\s+(?:and|or)\s+(?:the|its)\s+(?=(?:{_WORD}\s+){{1,6}}{_KIND}\b)")
"""What ends a title that begins with the kind of law: «the Act on Fraud, *the* tax unit», «the Law on Minors *and the* Penal Code»."""


def _bounds(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Where a title begins and ends."""
    start, end = found.span("title")
    if "headed" not in found.re.groupindex:
        return _trimmed(text, start, end)
    onward = _NEXT.search(text, found.end("headed"), end)
    return start, onward.start() if onward else end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A title without what stands before it: articles, months, other titles in a list."""
    joints = list(re.finditer(r",\s+(?:and\s+)?(?:the|its|an?)\s+|\s+(?:and|or)\s+(?:the|its)\s+", text[start:end]))
    if joints:
        start += joints[-1].end()
    lead = _LEADING.match(text[start:end])
    if lead and lead.end() < end - start:
        rest = text[start + lead.end() : end]
        owner = re.search(r"[A-Z][\w-]+(?:’|')s?\s+$", lead.group())
        start += owner.start() if owner and " " not in rest else lead.end()
    return start, end


def _title(text: str, start: int, end: int, provisions: list[re.Match[str]]) -> Title:
    title = " ".join(text[start:end].split()).rstrip(".")
    provision, first, last = None, start, end
    for found in provisions:
        if found.start() >= end and re.match(r"\s+of\s+(?:the|its)\b", text[found.end() :]):
            continue
        between = text[found.end() : start] if found.end() <= start else text[end : found.start()] if found.start() >= end else None
        if between is not None and re.fullmatch(
            r"\s*(?:,|\()?\s*(?:(?:of|in|under|to)\s+)?(?:(?:the|its|[A-Z]\w+['’]s?|that|country['’]s)\s+)*(?:(?:19"
            r"|20)\d\d\s+)?(?:revised\s+|amended\s+|new\s+)*",
            between,
        ):
            provision = " ".join(found.group().split()).rstrip(".")
            first, last = min(first, found.start()), max(last, found.end())
    if numbered := None if provision else _BY_NUMBER.match(text, last):
        dated = re.search(r"/((?:19|20)\d\d)$", numbered[1])
        return Title(title, numbered[1], int(dated[1]) if dated else _year(text, title, first, last), first, numbered.end())
    return Title(title, provision, _year(text, title, first, last), first, last)


_APPLIED: Final = re.compile(r"\b(?:under|pursuant to|violating|violation of)\s+(?:(?:the|its|this)\s+)?$")
"""Before a law that is applied: the year behind it is that of the trials, «convicted nine under the anti-trafficking law in 2014»."""

_MADE: Final = re.compile(rf"\b(?:{law_words('enacted')})\b[^;.]*$")
_OF_REPORT: Final = re.compile(r"\s*\((?:19|20)\d\d\)[;.\s]*$")
"""Behind a law that has no proper name, at the end of what is said: the year of the report that it comes from."""


def _year(text: str, title: str, start: int, end: int) -> int | None:
    """The year in the title, in a number such as 4788/12, before the title, or after it with a verb of enactment."""
    if found := re.search(_YEAR, title):
        return int(found.group())
    if found := re.search(r"\d+/(\d\d)$", title):
        return (1900 if int(found[1]) > 50 else 2000) + int(found[1])
    before = re.search(
        rf"(?<!pre-)\b({_YEAR})(?:\s+(?:revisions?|amendments?|reforms?|changes)\s+(?:of|to)(?:\s+the|\s+its)?)?\s+(?:\w+\s+)?$",
        text[max(0, start - 45) : start],
    )
    after = re.match(
        rf"(?:\s*\([A-Z][\w-]*\))?(?:,?\s+(?:as\s+|which\s+was\s+|was\s+|were\s+|that\s+)?(?:\w+ly\s+)?(?:revised|amended|enacted|passed|adopted"
        rf"|promulgated|introduced|effective|in\s+force|approved|entered\s+into\s+force|came\s+into\s+(?:force|effect)|(?:took"
        rf"|went\s+into)\s+effect)(?:\s+(?:in|since|at|early|late|the|beginning|end|of|mid-?|{_WORD}))*|\s+of|\s*\(|\s+from"
        rf"|\s+in)\s*({_YEAR})\b",
        text[end : end + 90],
    )
    applied = after and _APPLIED.search(text[:start]) and re.match(r"\s+in\b", after.group())
    if applied or (title.islower() and _OF_REPORT.match(text, end) and not _MADE.search(text[:start])):
        after = None
    return int(before[1]) if before else int(after[1]) if after else None


def used(text: str, title: Title) -> bool:
    """Whether a law that only what it is against tells is one that somebody uses."""
    return any(title.start == match.start("title") for match in _USED.finditer(text))


def provisions_alone(text: str, taken: list[Title]) -> Iterator[Title]:
    """Provisions that stand without a title: «under section 208C»."""
    for found in finditer(_PROVISION, text):
        elsewhere = re.search(r"\bsee\s+(?:also\s+)?$", text[: found.start()], re.IGNORECASE) or re.match(
            r"\s+of\s+the\s+(?:\w+\s+){0,6}(?:Convention|Protocol|Charter|Covenant)", text[found.end() :]
        )
        if not elsewhere and not any(t.start <= found.start() < t.end for t in taken):
            yield Title(None, " ".join(found.group().split()).rstrip("."), None, found.start(), found.end())


def without_aliases(text: str, here: list[Title]) -> list[Title]:
    """A second name is the same law, and its year is kept: in brackets or after a comma, «the Code of the Child (Law 54/2008)».

    Of a number with a name behind it, «Law 54/2008, known as the Code of the Child», the name is the title, the number the provision.
    """
    kept: list[Title] = []
    for title in here:
        if kept and (
            re.fullmatch(r"\s*\(\s*", text[kept[-1].end : title.start])
            or (
                re.fullmatch(r"(?:\s+of\s+\d{4})?,\s+", text[kept[-1].end : title.start])
                and re.match(r"(?:Law|Act|Decree|Ordinance|Order|Statute)\s+(?:No|Number|\d)", title.title or "")
                and text[title.end : title.end + 1] in {",", ""}
            )
        ):
            kept[-1] = kept[-1]._replace(year=kept[-1].year or title.year, end=title.end)
        elif (
            kept
            and kept[-1].provision is None
            and _NUMBERED.fullmatch(kept[-1].title or "")
            and _NAMED_SO.fullmatch(text, kept[-1].end, title.start)
        ):
            kept[-1] = title._replace(provision=_number(kept[-1]), year=kept[-1].year or title.year, start=kept[-1].start)
        else:
            kept.append(title)
    return kept


def _number(title: Title) -> str:
    return re.sub(r"\s+of\s+(?:19|20)\d\d$", "", title.title or "")
