"""Finding the names of bodies in a sentence: by a telling word in capitals, known by themselves, explained by the text, or as acronyms."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from kg.language.body_kinds import begins_known, is_head, kind_of, table, word
from kg.language.body_missions import missions
from kg.language.body_parts import INTRODUCED, LEAD, WORD, parts
from kg.language.sieve import Several, finditer, search
from kg.vocabulary.bodies import body_words
from kg.vocabulary.tables import rows

_LINK: Final = (
    r"(?:of|on|and|between(?=\s+(?:Women|Men)\b)|for|in|to|against|de|du|des|la|el|del|y|da|do|dos|das|e|et|among|with|without|at|&)"
)
_ONWARD: Final = "|".join(p for _, p in body_words("onward"))
_NAME: Final = re.compile(
    rf"(?<![\w’'-]){WORD}(?:,?\s+(?!and\s+(?:NGOs|CSOs)\b)(?:(?:{_LINK}\s+){{1,3}}(?:the\s+)?|the\s+(?=(?:{_ONWARD})\b))?(?:[dl][’'])?{WORD})*"
)
_CREEDS: Final = "|".join(p for _, p in body_words("creed"))
_ORGANIZATION: Final = re.compile(
    rf"\b[Tt]he\s+(?!(?:{_CREEDS})\b)(?P<name>{WORD}(?:\s+{WORD}){{0,2}})\s+(?:organi[sz]ation|ngo|NGO|charity)(?![\w-])"
)
_PLAIN: Final = rf"{WORD}(?:\s+(?:(?:{_LINK}\s+){{1,2}}(?:the\s+)?)?{WORD})*"
_ACRONYM: Final = r"\s*\([A-Z][\w-]+\)"
_BARE: Final = re.compile(r"(?<![\w$€£./-])[A-Z][A-Z]{1,7}(?:[-/][A-Z]{1,5})?(?![\w$/-]|\.[A-Z])")
_PROTOCOL: Final = re.compile(r"\s+(?:[\w()]+\s+){0,6}(?:Protocol|Convention|Treaty)")
_ADJECTIVE: Final = re.compile(r"\s+(?:member\s+)?(?:states|countries|nationals|citizens|nations)\b")
"""What follows where a name only describes something: «EU member states»."""
_IN_TOWN: Final = re.compile(r"\s+(?:in|at)\s+(?=[A-Z])")
_CONTINENT: Final = re.compile(r"Europe|Africa|Asia|(?:Latin |Central |South )?America")
_MINISTRIES: Final = re.compile(r"(?P<head>Ministries|Departments)\s+(?:of|for)\s+(?P<fields>.+)$")
_SINGULAR: Final = {"Ministries": "Ministry of", "Departments": "Department of"}
_NAMES: Final = rf"{_PLAIN}(?:{_ACRONYM})?(?:,?\s+(?:and\s+|or\s+)?(?:the\s+)?{_PLAIN}(?:{_ACRONYM})?)*"
_LISTED: Final = rf"(?:\s*[,:]?\s+(?:such\s+as|including|like|namely)\s+|\s*[:–—(]\s*)(?:the\s+)?(?P<list>{_NAMES})"
_RUN: Final = re.compile(
    r"(?:\s*\([A-Z]\w+\))?,\s+(?:which|that)\s+(?:the\s+)?[A-Z][^.;]{3,80}?\s+(?:co-)?(?:runs?|ran|operates?|operated|manages?|managed|administers?|opened)\b"
    r"|,\s+(?:the|an?)\s+(?:[\w’'-]+\s+){1,3}(?:shelter|facility|home|refuge)\b"
    r"|\s*,?\s+(?:which\s+is\s+|a\s+(?:\w+\s+)?(?:shelter|home|facility)|in\s+[A-Z]\w+,\s+)?(?:run|operated|managed"
    r"|administered)\s+by\b|,\s+a\s+(?:[\w-]+\s+)?(?:shelter|facility|home|hotline)\b"
    r"|(?:\s+in\s+(?:the\s+)?\w+)?\s+(?:sheltered|shelters|lodged|lodges|housed|houses|took\s+in|takes\s+in|accommodated|accommodates"
    r"|(?:provided|provides|offered|offers)\s+(?:lodging|shelter|accommodation|beds?))\b"
)
_RUN_BY: Final = re.compile(rf"\b(?:run|operated|managed|administered|staffed)\s+by\s+(?:the\s+)?(?P<name>{_PLAIN})")
_RUNS: Final = re.compile(
    rf"(?<![\w’'-])(?P<name>{WORD}(?:\s+(?:{_LINK}\s+)?{WORD}){{1,4}}),?\s+(?:runs|ran|operates|operated|maintains|maintained)\s+(?:its|an?|the"
    r"|two|three|four|several)\s+(?:[\w-]+\s+){0,3}?(?:shelters?|hotline|helpline|safe\s+houses?|transit\s+homes?|homes?\s+for)\b"
)
_AUTHORITY: Final = re.compile(r"(?:Government|Governor\w*|Authorities|Police|State|Officials)$")
_LODGING: Final = re.compile(r"\b(?:shelters?|homes?|houses?|cent(?:er|re)s?|hotlines?|refuges?|safe\s+houses?)\b[^.;]{0,60}$")
_BROUGHT: Final = re.compile(
    r"(?:\b(?:shelters?|homes?|houses?|facilit(?:y|ies)|refuges?),\s+the\s+|\b(?:run|runs|ran|operate[ds]?|manage[ds]?|administer(?:s|ed)?|maintain(?:s|ed)?)\s+(?:the|an?|its)\s+)$|"
    r"\b(?:housed|sheltered|lodged|placed|stayed|accommodated|sent|transferred)\s+(?:at|in|to)\s+(?:the\s+|its\s+)?$"
)


_OF_FIELD: Final = re.compile(
    r"(?!(?:Ministry|Department|Police|Committee|Commission|Council|Office)\b)(?:\S+\s+){1,7}(?:for|on|against|of)\s+(?:the\s+)?[A-Z][\w’'-]+$"
)
_FIELD: Final = re.compile(r"Women|Men|Children|Youth|People|[A-Z][a-z]+(?:(?<![iou])s|tions?|ments?|ity|ice|ship|ance|ence|race)")
"""A field of work, in capitals, that is no name of its own."""
_LODGE: Final = re.compile(r"\bShelters?\s+[A-Z]|\bHotlines?\s+(?:for\s+)?[A-Z]|(?:and|&)\s+Shelters?$")
"""A word for a facility that an organization has in its name: «two NGOs, *Shelter Safe House* and Lumen»."""
_CERTAIN: Final = frozenset({"international_organization", "ministry", "law_enforcement", "judiciary", "legislature", "diplomatic_mission"})
"""Types that the words of a name show beyond doubt, whatever stands beside it: «the National Police and other NGOs»."""


_BUILDING: Final = "building"
"""What is no body though its name sounds like one, nor is its acronym."""


class Name(NamedTuple):
    """A name at its offsets in the sentence's words; ``name`` differs from the words only where a list shares its head."""

    name: str
    start: int
    end: int
    type: str | None
    acronym: str | None
    foreign: bool
    """Whether the text calls it international or foreign."""


class _Span(NamedTuple):
    start: int
    end: int
    type: str | None
    name: str | None = None
    foreign: bool = False


@cache
def _explained() -> Several[tuple[str, tuple[re.Pattern[str], ...]]]:
    """For each type that the text may say its words."""
    return Several(((value, _explaining(p)), re.compile(rf"(?i:(?<!\w)(?:{p}))")) for value, p in body_words("apposition"))


def _explaining(p: str) -> tuple[re.Pattern[str], ...]:
    """The words for a type before a name, after it, before a list, and after a list."""
    return (
        re.compile(rf"(?i:(?<![\w-])(?P<cue>(?:[\w-]+ )?(?:{p})))\s+(?:called\s+|named\s+|known\s+as\s+)?(?P<name>{_PLAIN})"),
        re.compile(
            rf"(?P<name>{_PLAIN}){'(?:' + _ACRONYM + ')?'}(?:,\s+(?:the\s+)?(?:former|formerly|previously)\s+[^,.;]{{3,60}})?"
            rf",\s+(?i:(?P<cue>(?:an?|the(?=\s+(?:government|state|country)['’]s|\s+(?:[\w-]+\s+){{1,2}}(?:company|firm|airline)\b"
            rf"|\s+(?:[\w'’-]+\s+){{1,3}}network\b|\s+(?:ngo|charity|non-?profit)\s+(?:that|which|who)\b))\s+(?:[\w'’-]+\s+){{0,4}}?(?:{p})))(?!\w"
            rf"|[\s-]+(?:facility|shelter|center|hotline|home|house|program|project|worker|report))"
        ),
        re.compile(rf"(?i:(?<![\w-])(?P<cue>an?\s+(?:[\w'’-]+\s+){{0,2}}?(?:{p}))),\s+(?P<name>{_PLAIN}),"),
        re.compile(rf"(?i:(?<![\w-])(?P<cue>(?:[\w-]+ )?(?:{p})s?)){_LISTED}"),
        re.compile(rf"(?i:(?<![\w-])(?P<cue>(?:{p})s))\s+(?P<list>{_PLAIN},?\s+and\s+(?:the\s+)?{_PLAIN})"),
        re.compile(rf"(?i:(?<![\w-])(?P<cue>(?:two|three|four|several) (?:\w+ )?(?:{p})s)),\s+(?:the\s+)?(?P<list>{_NAMES}),"),
        re.compile(
            rf"(?<![\w’'-])(?<!In )(?<!in )(?!In |At |Near )(?P<list>{_PLAIN}(?:,\s+{_PLAIN})*,?\s+and\s+{_PLAIN})"
            rf",\s+(?i:(?P<cue>(?:two|three|both|all) (?:\w+ )?(?:{p})s))(?=[,.;)]|\s+(?:that|which|who)\b)"
        ),
        re.compile(rf"(?P<list>{_PLAIN}(?:,\s+{_PLAIN})*),?\s+and\s+(?i:(?P<cue>other (?:\w+ )?(?:{p})s?))(?!\w)"),
    )  # fmt: skip


def names(text: str, places: frozenset[tuple[int, int]]) -> Iterator[Name]:
    """The names in a sentence's words, none inside another; ``places`` are the offsets of countries and towns, which are no acronyms."""
    said = list(_said(text, places))
    known = [
        k
        for k in _well_known(text)
        if not any(s.start < k.start and k.end == s.end and " and " not in text[s.start : k.start] for s in said)
    ]
    whole = {(k.start, k.end) for k in known}
    taken: list[tuple[int, int]] = []
    found = [
        *(_Span(*found) for found in missions(text, places)),
        *(
            _without_other(text, h, said)
            for h in _headed(text, places | whole)
            if not any(k[0] <= h.start and h.end <= k[1] and k != (h.start, h.end) for k in whole)
        ),
        *known,
        *said,
        *_introduced(text),
        *_running(text, places),
        *_organizations(text, places),
        *_bare(text, places),
    ]
    for span in found:
        if any(s < span.end and span.start < e for s, e in taken):
            continue
        introduced = INTRODUCED.match(text, span.end)
        if span.type == _BUILDING and any(s.start < span.end and span.start < s.end for s in said):
            continue
        taken.append((span.start, introduced.end() if introduced else span.end))
        if span.type == _BUILDING:
            continue
        name = span.name or " ".join(text[span.start : span.end].split())
        alone = name if re.fullmatch(r"[A-Z][A-Z-]+", name) else None
        explained = next((s for s in said if s.start <= span.start and span.end <= s.end), None)
        kind = explained.type if explained and span.type not in _CERTAIN else span.type
        short = kind_of(introduced["acronym"]) if introduced else None
        kind = short if short and not (kind and short == "media") else kind  # an agency of the police may share the letters of one of news
        yield Name(name, span.start, span.end, kind, introduced["acronym"] if introduced else alone, bool(explained and explained.foreign))


def _without_other(text: str, span: _Span, said: list[_Span]) -> _Span:
    """A name without another that «and» joins to it and the text explains: «the Ministry of Interior *and Orbis, the phone company*»."""
    other = next((s for s in said if span.start < s.start and s.end == span.end and text[: s.start].endswith(" and ")), None)
    return span._replace(end=other.start - len(" and ")) if other and not span.name else span


def _headed(text: str, places: frozenset[tuple[int, int]]) -> Iterator[_Span]:
    for found in _NAME.finditer(text):
        begun = next((s for s, e in places if found.start() < s < found.end() < e and text[:s].endswith(("and ", ", "))), found.end())
        for start, end in parts(text, found.start(), begun, places):
            name = text[start:end]
            if several := _MINISTRIES.search(name):
                yield from _several(several, start)
            elif (
                (kind := kind_of(name))
                and not word("not").search(name)
                and not word("cited").match(text[end:])
                and not (_ADJECTIVE.match(text, end) and begins_known(name))
                and not _province(text, name, start, places)
            ):
                kind = _BUILDING if kind != "law_enforcement" and _building(text, start, end) else kind
                yield _Span(start, end if kind == _BUILDING else _without_place(text, start, end, places), kind)


def _building(text: str, start: int, end: int) -> bool:
    """Whether a center is a place where victims stay, told by who runs it, by where it is, or by those who were brought to it."""
    if not re.search(r"(?:Center|Centre)(?:\s+in\s+[A-Z]\w+|\s+(?:for|of)\s.*)?$", text[start:end]):
        return False
    return bool(_RUN.match(text, end) or _BROUGHT.search(text[:start]) or re.search(r"(?:Center|Centre)\s+in\s", text[start:end]))


def _province(text: str, name: str, start: int, places: frozenset[tuple[int, int]]) -> bool:
    """Whether a department or municipality is an area: a place's name stands before it, or «in» without an article."""
    area = re.search(r" (?:Department|Municipality)$", name)
    named = area and any(s == start and e == start + area.start() for s, e in places)
    beside = any(text[e:start] == ", " for _, e in places)
    inside = area and (beside or re.search(r"\b(?:in|throughout|across)\s+$", text[:start]) or re.search(r"\sin\s\S+ \w+$", name))
    return bool(named or inside)


def _several(found: re.Match[str], start: int) -> Iterator[_Span]:
    """Ministries that share their head: «Ministries of Justice, Labor, and Interior»."""
    cut = r",\s+(?:and\s+)?" if "," in found["fields"] else r"\s+and\s+(?:of\s+)?"
    at = found.start("fields")
    for field in re.split(cut, found["fields"]):
        first = found.string.index(field, at)
        begin = found.start() if at == found.start("fields") else first
        at = first + len(field)
        yield _Span(start + begin, start + at, "ministry", f"{_SINGULAR[found['head']]} {' '.join(field.split())}")


def _without_place(text: str, start: int, end: int, places: frozenset[tuple[int, int]]) -> int:
    """The end of a name without the town where it is; missions and courts keep theirs."""
    at = re.search(r"(?P<before>\S+)\s+(?:in|at)\s+(?P<town>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)$", text[start:end])
    if at is None or re.search(r"Embassy|Consulate|High Commission|Court|Tribunal|Mission", text[start:end]):
        return end
    known = any(s == start + at.start("town") for s, _ in places) and not _CONTINENT.match(at["town"])
    headed = any(head.search(at["before"]) for _, head in table("head"))
    return start + at.end("before") if known or (headed and not re.match("Persons|Women|Children", at["town"])) else end


def _said(text: str, places: frozenset[tuple[int, int]]) -> Iterator[_Span]:
    """Names that the words around them explain: «the NGO Lumos», «Al-Durra, a recruiting company», «NGOs such as A and B»."""
    for (kind, patterns), cue in _explained().likely(text):
        for found in (f for pattern in (patterns if search(cue, text) else ()) for f in pattern.finditer(text)):
            group = "name" if "name" in found.re.groupindex else "list"
            for first, last in _listed(text, *found.span(group)) if group == "list" else [_led(text, *found.span("name"))]:
                end = _without_town(text, first, last, places)
                start = _behind_another(text, first, end, kind)
                taken = (start, end) in places or word("acronym").fullmatch(text[start:end]) or is_head(text[start:end])
                lodges = kind == "ngo" and _LODGE.search(text, start, end)
                if start < end and not taken and (lodges or not word("not").search(text[start:end])):
                    yield _Span(start, end, kind, foreign=bool(re.search("international|foreign", found["cue"].lower())))


def _behind_another(text: str, start: int, end: int, kind: str) -> int:
    """Where an explained name begins behind a body of another kind and «and»: «the Ministry of Trade and *Orbis*, a company»."""
    at = text.find(" and ", start, end)
    if kind == "ngo" and at > 0 and _field_goes_on(text[start:at], text[at + len(" and ") : end]):
        return start
    shared = re.match(_ACRONYM, text[end:])
    return at + len(" and ") if at > 0 and not shared and kind_of(text[start:at]) not in {None, kind} else start


def _field_goes_on(before: str, after: str) -> bool:
    """Whether words behind «and» are one more field of the body before it: «the NGO Coalition on Diversity *and Action*»."""
    return bool(_OF_FIELD.match(before) and _FIELD.fullmatch(after))


def _organizations(text: str, places: frozenset[tuple[int, int]]) -> Iterator[_Span]:
    """Names that only the word behind them explains: «the Lumen *organization’s* home»."""
    for found in finditer(_ORGANIZATION, text):
        start, end = found.span("name")
        if not any(s <= start and end <= e for s, e in places) and not word("not").search(found["name"]):
            yield _Span(start, end, "ngo")


def _without_town(text: str, start: int, end: int, places: frozenset[tuple[int, int]]) -> int:
    """The end of an explained name without the place where it works: «the NGO Lumen *in Durres*»."""
    at = None if re.match(_ACRONYM, text[end:]) else _IN_TOWN.search(text, start, end)
    return at.start() if at and any(s == at.end() for s, _ in places) and not _CONTINENT.match(text, at.end()) else end


def _running(text: str, places: frozenset[tuple[int, int]]) -> Iterator[_Span]:
    """Names of those who run a shelter or a program, where no word of theirs tells what they are."""
    for found in (*finditer(_RUN_BY, text), *_RUNS.finditer(text)):
        start, end = _led(text, *found.span("name"))
        telling = " " in text[start:end] or ((start, end) not in places and _LODGING.search(text[: found.start()]))
        nobody = any(s <= start and end <= e for s, e in places) or _AUTHORITY.search(text[start:end])
        if start == found.start("name") and start < end and telling and not (nobody or word("not").search(text[start:end])):
            yield _Span(start, end, "ngo")


def _led(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without the words that open a sentence and without the genitive at its end."""
    while (lead := LEAD.match(text[start:end])) and start + lead.end() < end:
        start += lead.end()
    end = start + len(re.split(r"\s+and\s+(?:the|with|by|from|to|in)\s+", text[start:end])[0])
    return (start, start) if LEAD.match(text[start:end] + " ") else (start, start + len(re.sub(r"['’]s?$", "", text[start:end])))


def _listed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for joint in [*re.finditer(rf"(?:{_ACRONYM})?(?:,\s+(?:and\s+|or\s+)?|\s+and\s+)(?:the\s+)?", text[start:end]), None]:
        stop = start + joint.start() if joint else end
        onward = text[stop + len(" and ") : end].split(",", maxsplit=1)[0]
        if joint and joint.group() == " and " and _field_goes_on(text[at:stop], onward):
            continue
        yield _led(text, at, at + len(re.sub(rf"{_ACRONYM}$", "", text[at:stop])))
        at = start + joint.end() if joint else end


def _well_known(text: str) -> Iterator[_Span]:
    for kind, found in _known().finditer(text):
        start, end = found.span()
        if not _ADJECTIVE.match(text, end) and not _PROTOCOL.match(text, end) and text[start - 1 : start] != "-":
            yield _Span(start, end, kind)


@cache
def _known() -> Several[str]:
    return Several(table("known"))


def _introduced(text: str) -> Iterator[_Span]:
    """Names whose acronym the text gives, its letters found in order in the name's words."""
    for found in _NAME.finditer(text):
        given = INTRODUCED.match(text, found.end())
        if given is None or word("acronym").fullmatch(given["acronym"]):
            continue
        start, end = list(parts(text, *found.span()))[-1:][0] if list(parts(text, *found.span())) else (0, 0)
        words = text[start:end].split()
        initials = "".join(w[0].lower() for w in words)
        counted = re.search(r"\d\s*$", text[:start]) or word("thing").search(text[start:end].rsplit(maxsplit=1)[-1] if start < end else "")
        if len(words) > 1 and not counted and not word("not").search(text[start:end]) and _fits(given["acronym"].lower(), initials):
            yield _Span(start, end, None)


def _fits(acronym: str, initials: str) -> bool:
    """Whether at least two thirds of an acronym's letters stand in order among a name's initials."""
    at = hits = 0
    for letter in acronym:
        place = initials.find(letter, at)
        if place >= 0:
            at, hits = place + 1, hits + 1
    return hits * 3 >= len(acronym) * 2


def _bare(text: str, places: frozenset[tuple[int, int]]) -> Iterator[_Span]:
    for found in _BARE.finditer(text):
        money = re.match(r"\s*\d", text[found.end() :]) or re.search(r"(?<!\b(?:19|20)\d)\d\s*$", text[: found.start()])
        elsewhere = (
            money
            or _ADJECTIVE.match(text, found.end())
            or _PROTOCOL.match(text, found.end())
            or re.match(r"\s+(?:francs?|dollars?)", text[found.end() :])
            or word("enterprise").match(text[found.end() : found.end() + 40].lstrip())
        )
        known = found.group() in _currencies() or word("acronym").fullmatch(found.group())
        if not known and found.span() not in places and not elsewhere and not _shouting(text, found):
            yield _Span(*found.span(), "armed_group" if word("rebels").match(text[found.end() : found.end() + 20].lstrip()) else None)


@cache
def _currencies() -> frozenset[str]:
    return frozenset(row["code"] for row in rows("currencies"))


def _shouting(text: str, found: re.Match[str]) -> bool:
    """Capitals among capitals are a heading, not an acronym."""
    around = text[max(0, found.start() - 15) : found.start()] + text[found.end() : found.end() + 15]
    letters = [c for c in around if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.6 * len(letters)
