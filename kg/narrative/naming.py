"""Whose narrative it is: country, tier and year of the report in header lines, titles and names."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from kg.vocabulary.places import Place, places
from kg.vocabulary.tables import rows

YEARS = range(1990, 2100)
_YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_STEM = re.compile(r"(?P<code>[A-Z]{3})[-_ ](?P<year>" + _YEAR + r")(?:[-_ ].*)?")
_WORDS = re.compile(r"[^\W_]+")
_GAP = r"[\s‐-―-]+"
_TIER_GAP = r"[\s(‐-―-]+"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Header:
    """What a line says of a narrative; ``end`` is where it ends in the line, before the line's end where prose follows."""

    country: str
    tier: str | None
    year: int | None
    end: int


def fold(text: str) -> str:
    """Words in lower case without accents, apostrophes and marks, separated by single spaces, without a first "the"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", re.sub("['’‘`]", "", text)) if not unicodedata.combining(c))
    words = _WORDS.findall(plain.casefold().replace("&", " and "))
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@cache
def _codes() -> dict[str, str]:
    return {fold(name): place.code for place in places() for name in place.names}


@cache
def _most_words() -> int:
    return max(len(name.split()) for name in _codes())


def country_of(name: str) -> str | None:
    """The country that is called so, also with the words turned round at a comma ("Gambia, The")."""
    if code := _codes().get(fold(name)):
        return code
    head, comma, tail = name.partition(",")
    return _codes().get(fold(f"{tail} {head}")) if comma else None


def known_code(code: str) -> bool:
    """Whether it is the code of a country (ISO 3166-1 alpha-3)."""
    return any(place.code == code for place in places())


@cache
def _tier() -> re.Pattern[str]:
    phrases = sorted((row["phrase"] for row in rows("tiers")), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(p).replace(r"\ ", _TIER_GAP) for p in phrases) + r")(?!\w)", re.IGNORECASE)


@cache
def _tokens() -> dict[str, str]:
    return {row["phrase"]: row["tier"] for row in rows("tiers")}


def _token(phrase: str) -> str:
    return _tokens()[" ".join(re.split(_TIER_GAP, phrase.casefold()))]


_AFTER_TIER = re.compile(r"(?:\s+(?:countries|country narratives|narratives))?[\s.:)\]*]*", re.IGNORECASE)
"""What may follow a tier on a line of its own: the countries that it is the heading of."""


def tier_line(line: str) -> str | None:
    """The tier that stands alone on a line ("TIER 2 WATCH LIST", "Tier Ranking: Tier 3")."""
    found = _tier().search(line)
    if found is None or not _AFTER_TIER.fullmatch(line, found.end()):
        return None
    before = fold(line[: found.start()])
    return _token(found.group()) if before in {"", "tier", "tier ranking", "tier rating", "tier placement", "ranking"} else None


@cache
def _report() -> re.Pattern[str]:
    phrases = "|".join(re.escape(row["phrase"]).replace(r"\ ", _GAP) for row in rows("reports"))
    return re.compile(
        rf"(?P<before>{_YEAR})\W{{1,3}}(?:annual\W+|u\.?s\.?\W+)?(?:{phrases})|(?:{phrases})[^\d\n]{{0,15}}?(?P<after>{_YEAR})|(?:{phrases})",
        re.IGNORECASE,
    )


def report_year(text: str) -> int | None:
    """The year of the report where a text names the report with its year ("2017 Trafficking in Persons Report")."""
    for found in _report().finditer(text):
        if year := found["before"] or found["after"]:
            return int(year)
    return None


def header(line: str) -> Header | None:
    """Read a line that names a country with its tier, or a country after the report's name, or a country alone.

    "QATAR: Tier 2 Watch List", "Trafficking in Persons Report 2011- LAOS (Tier 2)", "Macedonia (Tier 2) is a country of ..."
    """
    line = line[:_LONGEST]
    if found := _tier().search(line):
        before, after = line[: found.start()].rstrip(" ([:,-–—"), line[found.end() :]
        if len(before) > 120 or not (code := _subject(before)):
            return None
        closing = re.match(r"\s*[)\]*.:†\d]*", after)
        end = found.end() + (closing.end() if closing else 0)
        rest = line[end:].strip()
        return Header(code, _token(found.group()), report_year(line), end if _goes_on(rest) else len(line)) if _fits(before, rest) else None
    if len(line) > 120 or line.endswith("."):
        return None
    code = _subject(_unsigned(line))
    return Header(code, None, report_year(line), len(line)) if code else None


def _goes_on(rest: str) -> bool:
    """Whether what follows on the line is prose rather than the name of a site."""
    return bool(rest) and not re.match(r"[|«»–—-]", rest)


def _fits(before: str, rest: str) -> bool:
    """Prose may follow only where the country stands alone before the tier, and no list of countries with their tiers."""
    return not _goes_on(rest) or (rest[0] not in ",;/&" and country_of(before) is not None and not _tier().search(rest))


def _unsigned(line: str) -> str:
    """The line without the site's name that titles of pages end with."""
    return re.split(r"\s+[|«»–—-]\s+(?=(?:u\.?s\.?|united states|office|home|blog)\b)", line, maxsplit=1, flags=re.IGNORECASE)[0].strip(
        " .:*"
    )


def _subject(before: str) -> str | None:
    """The country a heading is about: the whole of it, or what stands after the report's name or a separator."""
    if code := country_of(before):
        return code
    parts = re.split(r"\s*[:|»>–—]\s*|\s*-\s+|\s+-\s*", before)
    report = bool(_report().search(before)) or any(fold(p) in {"country narratives", "country narrative"} for p in parts)
    if not report:
        return None
    if len(parts) > 1 and (code := country_of(parts[-1])):
        return code
    rest = _report().sub(" ", before)
    return country_of(re.sub(_YEAR, " ", rest).strip(" -–—:,.()"))


def from_stem(stem: str) -> tuple[str | None, int | None]:
    """Country and year of a file's name: "LAO-2011", "cabo-verde-2018", "laos-2011-blog-page"."""
    if (found := _STEM.fullmatch(stem)) and known_code(found["code"]):
        return found["code"], int(found["year"])
    years = re.findall(_YEAR, stem)
    year = int(years[0]) if len(years) == 1 and int(years[0]) in YEARS else None
    named = named_in(stem)
    return (next(iter(named)) if len(named) == 1 else at_start(stem)), year


def named_in(text: str) -> set[str]:
    """The countries whose names stand in a text, the longest name first where one is part of another."""
    words = fold(text).split()
    found: set[str] = set()
    at = 0
    while at < len(words):
        size = next((n for n in range(min(_most_words(), len(words) - at), 0, -1) if " ".join(words[at : at + n]) in _codes()), 0)
        if size:
            found.add(_codes()[" ".join(words[at : at + size])])
        at += size or 1
    return found


def at_start(title: str) -> str | None:
    """The country with whose name a title begins."""
    words = fold(title).split()
    names = (" ".join(words[:n]) for n in range(min(_most_words(), len(words)), 0, -1))
    return next((_codes()[name] for name in names if name in _codes()), None)


@cache
def mention(code: str) -> re.Pattern[str]:
    """Any name or demonym of the country, as words, in any case."""
    place = next(p for p in places() if p.code == code)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(_loose, sorted(_forms(place), key=len, reverse=True))) + r")(?!\w)", re.IGNORECASE)


def _forms(place: Place) -> set[str]:
    return {form for form in (*place.names, *place.demonyms) if len(form) > 2}


def _loose(form: str) -> str:
    return re.escape(form).replace(r"\ ", r"\s+").replace("'", "['’]")
