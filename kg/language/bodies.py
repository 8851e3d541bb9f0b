"""Named bodies: ministries, committees, unions, embassies, organizations, with the acronyms that the text gives them."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from kg.language.model import Annotated, Sentence
from kg.vocabulary.bodies import body_words

_WORD: Final = r"[A-ZÀ-Þ][\w’'-]*(?:\.(?=[A-Z]))?"
_LINK: Final = r"(?:of|on|and|for|in|to|against|de|du|des|la|del|y|da|do|e|among|with|at|&)"
_NAME: Final = re.compile(rf"{_WORD}(?:,?\s+(?:(?:{_LINK}\s+){{1,2}}(?:the\s+)?)?{_WORD})*")
_INTRODUCED: Final = re.compile(
    r"\s*,?\s*\(\s*(?:hereafter\s+|hereinafter\s+|known as\s+|or\s+)?(?:the\s+)?[\"“”']?(?P<acronym>[A-Z][A-Za-z]*[A-Z][A-Za-z-]*)[\"“”']?\s*\)"
)
_SPELLED: Final = re.compile(r"\s*\(\s*(?P<name>[A-Z][\w’'-]+(?:\s+(?:of|on|and|for|the|in|to|against)?\s*[A-Z][\w’'-]+)+)\s*\)")
_LOWER: Final = re.compile(
    r"(?P<name>(?:[A-Z][\w-]+(?:['’]s)?\s+)(?:embassy|consulate|high commission)(?:\s+in\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)?|[A-Z]\w+(?:\s+[A-Z]\w+)*['’]s\s+(?:specialized\s+|special\s+)(?:unit|section|office|division|department))"
)
_BARE: Final = re.compile(r"(?<![\w$-])[A-Z][A-Z]{1,6}(?:-[A-Z]{1,5})?(?![\w-])")
_LEAD: Final = re.compile(
    r"^(?:(?:The|A|An|In|On|At|By|For|From|To|With|Under|After|Before|During|Since|While|When|Although|Both|Its|Their|His|This|That|These|Those|And|But|Or|As|Some|Many|Most|All|Each|Several|One|Two|Three|Also|Late|Early|Officials|Police|January|February|March|April|May|June|July|August|September|October|November|December|Government|Local|Foreign|International|Nongovernmental|According|Past|Former|Then|See|Meanwhile|However|NGO)(?:,)?\s+(?:of\s+)?(?:the\s+)?)+|^(?:of|on|and|for|in|to|at|by|with|the)\s+(?:the\s+)?"
)


_APPOSED: Final = re.compile(
    rf"\b(?P<before>NGO|non-?governmental organization|charity|advocacy group|company|foundation)\s+(?P<name>{_WORD}(?:\s+{_WORD})*)"
    rf"|(?P<named>{_WORD}(?:\s+{_WORD})*),\s+an?\s+(?:[\w-]+\s+){{0,4}}(?P<after>NGO|company|firm|charity|foundation|non-?governmental organization|advocacy group)\b"
)
_PROTOCOL: Final = re.compile(r"\s+(?:[\w()]+\s+){0,6}(?:Protocol|Convention|Treaty)")


_JOINT: Final = re.compile(r",\s+(?:and\s+)?(?:the\s+)?|\s+(?:and|with|to|in|at|for|by|of)\s+the\s+|\s+and\s+|['’]s\s+")
_TAIL: Final = re.compile(r"(?:,?\s+(?:and|with|to|in|at|for|by|of|on|the|,))*[,\s]*$")


class Body(NamedTuple):
    """A body as one sentence names it; ``name`` is the longest form that the document has."""

    name: str
    acronym: str | None
    type: str
    country: str | None
    start: int
    end: int
    sentence: int


class _Raw(NamedTuple):
    name: str
    acronym: str | None
    type: str | None
    country: str | None
    start: int
    end: int
    sentence: int


@lru_cache(maxsize=4)
def bodies(annotated: Annotated) -> tuple[Body, ...]:
    """All mentions of named bodies in a document, each resolved to its longest name, in order."""
    common = set(re.findall(r"[a-z]\s+\(([A-Z][A-Z-]+)\)", annotated.document.text))
    raw = [f for s in annotated.sentences if s.section != "header" for f in _raw(annotated, s) if f.name not in common or f.type]
    return tuple(_resolved(raw))


@cache
def _heads() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((value, re.compile(rf"(?<![\w-])(?:{p})(?![\w-])")) for value, p in body_words("head"))


@cache
def _known() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((value, re.compile(rf"(?<![\w-])(?:{p})(?![\w-])")) for value, p in body_words("known"))


@cache
def _not() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<![\w-])(?:{p})(?![\w-])" for _, p in body_words("not")))


@cache
def _acronym() -> re.Pattern[str]:
    return re.compile("|".join(p for _, p in body_words("acronym")))


def _raw(annotated: Annotated, sentence: Sentence) -> Iterator[_Raw]:
    """Names with a head word, then known names, then bare acronyms, none inside another."""
    text = annotated.document.text[sentence.start : sentence.end]
    taken: list[tuple[int, int]] = []
    for start, end, type in [*_lower(text), *_headed(text), *_apposed(text), *_well_known(text), *_bare(annotated, sentence, text)]:
        if any(s < end and start < e for s, e in taken):
            continue
        taken.append((start, end))
        name = " ".join(text[start:end].split())
        introduced = _INTRODUCED.match(text, end)
        acronym = introduced["acronym"] if introduced else name if re.fullmatch(r"[A-Z][A-Z-]+", name) else None
        if introduced:
            taken.append(introduced.span())
        yield _Raw(
            name, acronym, type, _country(annotated, sentence, start, end), sentence.start + start, sentence.start + end, sentence.index
        )


def _headed(text: str) -> Iterator[tuple[int, int, str | None]]:
    for found in _NAME.finditer(text):
        for start, end in _parts(text, found.start(), found.end()):
            if (type := _type(text[start:end])) and not _not().search(text[start:end]):
                yield start, end, type


def _lower(text: str) -> Iterator[tuple[int, int, str | None]]:
    for found in _LOWER.finditer(text):
        yield (
            *found.span("name"),
            "diplomatic_mission" if re.search("embassy|consulate|high commission", found["name"]) else "law_enforcement",
        )


def _apposed(text: str) -> Iterator[tuple[int, int, str | None]]:
    """A bare name that an apposition explains: «the NGO Lumos», «Al-Durra, a recruiting company»."""
    for found in _APPOSED.finditer(text):
        what = (found["before"] or found["after"]).lower()
        group = "name" if found["name"] else "named"
        if not _LEAD.match(found[group]) and not _not().search(found[group]) and not _acronym().fullmatch(found[group]):
            yield (
                *found.span(group),
                "company"
                if "company" in what or "firm" in what
                else "ngo"
                if re.search("ngo|governmental|charity|foundation|association|group", what)
                else "government_body",
            )


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run of capitals cut where another body begins, and freed of what stands before it."""
    cuts = [start, *(m.end() for m in _JOINT.finditer(text, start, end) if _cuts(text, start, m, end)), end]
    for first, last in zip(cuts, cuts[1:], strict=False):
        piece = _TAIL.sub("", text[first:last])
        at = 0
        while (lead := _LEAD.match(piece[at:])) and at + lead.end() < len(piece):
            at += lead.end()
        if not lead:
            yield first + at, first + len(piece)


def _cuts(text: str, start: int, joint: re.Match[str], end: int) -> bool:
    """Whether a joint parts two bodies: a comma does unless it stands in a list of a ministry's fields; other joints only between two heads."""
    before, after = text[start : joint.start()], text[joint.end() : end]
    introduced = _INTRODUCED.match(text, end)
    if introduced and introduced["acronym"] == "".join(w[0] for w in text[start:end].split() if w[0].isupper()):
        return False
    named = _type(after) or _named(after)
    if "," in joint.group():
        field = re.search(
            r"(?:Ministry|Department|Secretariat|Ministries|Commission|Committee|Council)\s+(?:of|for|on)\s", before
        ) and re.search(r",?\s+and\s", after)
        return bool(named or not (field or re.match(r",\s+and\s+(?!the)", joint.group())))
    return bool(named and (_type(before) or _named(before)) and (joint.group()[0] not in "'’" or " of " in before))


def _named(words: str) -> bool:
    return bool(re.match(r"[A-Z]{2,}(?![\w-])", words)) or any(wanted.match(words) for _, wanted in _known())


def _type(name: str) -> str | None:
    """The type of a name: of a well-known one, or by the head word that ends its first part."""
    for type, wanted in _known():
        if wanted.fullmatch(name):
            return type
    front = re.split(r"\s+(?:of|on|for|to|against|in|de|du|des|del)\s+", name)
    for part in front[:2] if re.fullmatch(r"(?:Office|General|Directorate)", front[0]) else front[:1]:
        found = [
            (len(m.group()), type)
            for type, head in _heads()
            for m in head.finditer(part)
            if m.end() == len(part) or re.match(r"(?:Radio|Embassy)", part)
        ]
        if found and (len(name.split()) > 1 or re.fullmatch(r"Parliament|Congress|Senate|Cabinet|Gendarmerie|Carabinieri|Ombudsman", name)):
            return max(found)[1]
    return None


def _well_known(text: str) -> Iterator[tuple[int, int, str | None]]:
    for type, wanted in _known():
        for found in wanted.finditer(text):
            if not _PROTOCOL.match(text, found.end()):
                yield *found.span(), type


def _bare(annotated: Annotated, sentence: Sentence, text: str) -> Iterator[tuple[int, int, str | None]]:
    places = {(m.start - sentence.start, m.end - sentence.start) for m in sentence.of("place")}
    for found in _BARE.finditer(text):
        money = re.match(r"\s*\d", text[found.end() :]) or re.search(r"\d\s*$", text[: found.start()])
        elsewhere = money or _PROTOCOL.match(text, found.end())
        if not _acronym().fullmatch(found.group()) and found.span() not in places and not elsewhere and not _shouting(text, found):
            yield *found.span(), None


def _shouting(text: str, found: re.Match[str]) -> bool:
    """Capitals among capitals are a heading, not an acronym."""
    around = text[max(0, found.start() - 15) : found.start()] + text[found.end() : found.end() + 15]
    letters = [c for c in around if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.6 * len(letters)


def _country(annotated: Annotated, sentence: Sentence, start: int, end: int) -> str | None:
    """The country whose name or adjective opens the name or stands right before it, else the narrative's."""
    first = sentence.start + start
    for m in sentence.of("place"):
        if m.form in {"demonym", "possessive"} and ":" not in m.value and (m.start == first or 0 <= first - m.end <= 3):
            return m.value
    return annotated.document.country


def _resolved(raw: list[_Raw]) -> Iterator[Body]:
    """Mentions of one body share its longest name, its acronym and its type."""
    full: dict[str, _Raw] = {}
    for found in raw:
        if found.acronym and found.name != found.acronym:
            full.setdefault(found.acronym, found)
    longest: dict[str, str] = {}
    for found in raw:
        owner = full.get(found.name, found) if found.name == found.acronym else found
        longest[found.name] = owner.name
    names = [r for r in raw if r.name != r.acronym]
    for found in raw:
        owner = full.get(found.acronym or "", found)
        name = _longest(owner.name, names)
        same = next((r for r in names if r.name == name), owner)
        type = owner.type or same.type or "government_body"
        acronym = owner.acronym or next((r.acronym for r in names if r.name == name and r.acronym), None)
        country = None if type in {"international_organization", "ngo", "media", "company"} and not _national(type) else same.country
        yield Body(name, acronym, type, country, found.start, found.end, found.sentence)


def _national(type: str) -> bool:
    return type == "company"


def _longest(name: str, names: list[_Raw]) -> str:
    """The one longer name of the document that contains this name with the same head, else the name itself."""
    longer = {
        r.name for r in names if r.name != name and (r.name.endswith(" " + name) or r.name.startswith(name + " ")) and len(name.split()) > 1
    }
    return max(longer, key=len) if len(longer) == 1 else name
