"""Where a sentence calls a place a source, transit or destination: the role words, whose they are and how far they hold."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.language.model import Annotated, Sentence, Token
from kg.language.phrases import phrase_before
from kg.language.whereabouts import Whereabout, named, places_at
from kg.vocabulary.role_words import role_of, role_words


class Role(NamedTuple):
    """One role word: the part it names and how far the place plays it."""

    role: str
    extent: str | None
    trend: str | None
    hedged: bool
    """Whether it is only possibly so: "a source and, possibly, a transit country"."""


class Called(NamedTuple):
    """A run of role words and the places that are called so; ``home`` stands for the narrative's country."""

    roles: tuple[Role, ...]
    places: tuple[Whereabout, ...]
    first: int
    last: int
    apposed: bool = False
    """True where the places stand in a list of their own before: "to Italy and Spain, the main destinations"."""


def called(annotated: Annotated, sentence: Sentence) -> Iterator[Called]:
    """The runs of role words of a sentence that say it of a place."""
    tokens, at, before = annotated.tokens, sentence.first, tuple[Whereabout, ...]()
    while at < sentence.last:
        if tokens[at].lower not in role_of():
            at += 1
            continue
        last = _run(tokens, at, sentence.last)
        found = _called(annotated, sentence, at, last, before)
        if found:
            before = found.places
            yield found
        at = last


def _run(tokens: Sequence[Token], first: int, last: int) -> int:
    """The end of the run of role words that begins here."""
    end = at = first + 1
    while at < last and (tokens[at].lower in role_of() or tokens[at].lower in role_words("between")):
        at += 1
        if tokens[at - 1].lower in role_of():
            end = at
    while end < last and tokens[end].lower in role_words("noun"):
        end += 1
    return end


def _called(annotated: Annotated, sentence: Sentence, first: int, last: int, known: tuple[Whereabout, ...]) -> Called | None:
    tokens = annotated.tokens
    ahead = {t.lower for t in tokens[last : min(sentence.last, last + 4)]}
    if ahead & role_words("tourism") or tokens[first - 1].lower in role_words("tourism") or _of_things(tokens, sentence, last):
        return None
    roles = tuple(_roles(tokens, sentence, first, last))
    after = _after(annotated, sentence, last)
    before = (known if _continues(tokens, sentence, first) else ()) or _before(annotated, sentence, first)
    before = before or _apposed(annotated, sentence, first) or _fronted(annotated, sentence, first, last)
    if not (_about_people(sentence) or _among_such(annotated, sentence, last)):
        return None
    listed = () if before else _listed(annotated, sentence, first, last)
    if listed:
        return Called(roles, listed, first, last, apposed=True)
    if before:
        more = _followers(annotated, sentence, last)
        return Called(roles, (*before, *more), first, last)
    several = tokens[last - 1].lower in role_words("noun") | {"destinations", "sources"} or _countries_of(tokens, sentence, first)
    travelled = tokens[first - 1].lower == "to"
    return Called(roles, after, first, last) if after and several and not travelled else None


def _of_things(tokens: Sequence[Token], sentence: Sentence, last: int) -> bool:
    """True for "a source *of foreign exchange*" and "the main source *of information*"."""
    if tokens[last - 1].lower not in {"source", "sources"} or last >= sentence.last or tokens[last].lower != "of":
        return False
    at = last + 1
    while at < sentence.last and tokens[at].pos in {"ADJ", "DET", "NOUN", "ADV", "NUM", "CCONJ", "PRON"}:
        at += 1
    return any(t.lower in role_words("things") for t in tokens[last + 1 : at])


def _countries_of(tokens: Sequence[Token], sentence: Sentence, first: int) -> bool:
    """True for "the main countries of origin of the victims are"."""
    return first - 2 >= sentence.first and tokens[first - 1].lower == "of" and tokens[first - 2].lower == "countries"


def _continues(tokens: Sequence[Token], sentence: Sentence, first: int) -> bool:
    """True for "and a source country for …", whose subject is that of the roles before."""
    i = first - 1
    while i > sentence.first and tokens[i].lower != "other" and (tokens[i].pos in {"DET", "ADV", "ADJ"} or _resumes(tokens, i)):
        i -= 1
    return tokens[i].lower in {"and", "but", "as"}


def _resumes(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word may stand before roles that go on: to a lesser degree *a country of* transit; «countries of» is of others."""
    return tokens[i].lower in role_words("resumed") and not (tokens[i].lower == "of" and tokens[i - 1].tag in {"NNS", "NNPS"})


def _about_people(sentence: Sentence) -> bool:
    return bool(sentence.of("victims", "persons", "exploitation", "trafficking"))


def _among_such(annotated: Annotated, sentence: Sentence, last: int) -> bool:
    """True for "Fiji is a source country." right before or behind a sentence about people."""
    ends = last < len(annotated.tokens) and annotated.tokens[last].text in {".", ";"}
    near = annotated.sentences[max(0, sentence.index - 1) : sentence.index + 2]
    return ends and any(_about_people(s) and s.of("exploitation", "trafficking") for s in near if s.section == sentence.section)


def _roles(tokens: Sequence[Token], sentence: Sentence, first: int, last: int) -> Iterator[Role]:
    extent, trend = _before_first(tokens, sentence, first)
    hedged = bool({t.lower for t in tokens[_noun_phrase(tokens, sentence, first) : first]} & role_words("hedge"))
    for i in range(first, last):
        if tokens[i].lower in {"and", "but"} and i + 1 < last and tokens[i + 1].lower in {"a", "an"}:
            hedged = False
        hedged = hedged or tokens[i].lower in role_words("hedge")
        if phrase_before(tokens, i + 1, first, role_words("limited")) <= i:
            extent = "limited"
        elif tokens[i].lower in role_words("primary") and i > first:
            extent = "primary"
        elif tokens[i].lower in role_of():
            yield Role(role_of()[tokens[i].lower], extent, trend, hedged)
            if extent == "primary" and tokens[min(i + 1, last - 1)].lower not in {"and", ",", "or"}:
                extent = None


def _before_first(tokens: Sequence[Token], sentence: Sentence, first: int) -> tuple[str | None, str | None]:
    """The extent and the trend that stand before the first role word."""
    window = [t.lower for t in tokens[max(sentence.first, first - 9) : first]]
    trend = "increasing" if set(window[-5:]) & role_words("increasing") else None
    if any(p in " ".join(window) for p in role_words("limited") if p.startswith("to ")) or (window and window[-1] in role_words("limited")):
        return "limited", trend
    return ("primary" if set(window[-4:]) & role_words("primary") else None), trend


def _before(annotated: Annotated, sentence: Sentence, first: int) -> tuple[Whereabout, ...]:
    """The places that stand before a copula before the role words."""
    tokens = annotated.tokens
    copula = next((i for i in range(first - 1, max(sentence.first, first - 14) - 1, -1) if tokens[i].lower in role_words("copula")), None)
    if copula is None:
        return ()
    between = {t.pos for t in tokens[copula + 1 : first] if t.lower not in role_words("hedge")}
    others = {t.lower for t in tokens[copula + 1 : first]} & {"whose", "their", "other", "these"}
    if (
        others
        or tokens[first - 1].lower == "in"
        or between & {"VERB"}
        or any(
            t.lower in {"to", "with", "from"} and t.tag == "IN"
            for t in tokens[copula + 1 : first]
            if " extent" not in annotated.words(copula, first)
        )
    ):
        return ()
    played = tokens[copula].lower == "as" and tokens[copula - 1].lower in role_words("played")
    forms = {"name", "possessive"} if played else {"name"}
    names = [m for m in sentence.of("place", "town") if m.last <= copula and m.form in forms]
    near = [m for m in names if copula - m.last <= 12]
    if not near:
        subject = [t.lower for t in tokens[max(sentence.first, copula - 6) : copula]]
        return (Whereabout("home", first, first),) if {"country", "it"} & set(subject) else ()
    if any(t.lower in {"use", "uses", "using"} for t in tokens[near[-1].last : copula]):
        return ()
    if len(near) > 1 and _part_of(tokens, near[-2].last, near[-1].first):
        near = near[:-1]
    subject_first = _list_start(annotated, sentence, near[-1].first, [m.first for m in names])
    places = places_at(tokens, subject_first, copula, named(sentence))
    return places.items if places else ()


def _part_of(tokens: Sequence[Token], end: int, first: int) -> bool:
    """True between a territory and the state it belongs to: "the Macau *Special Administrative Region of* China"."""
    between = tokens[end:first]
    owned = any(t.lower == "of" for t in between[-2:])
    return owned and len(between) > 1 and not any(t.pos in {"VERB", "AUX", "CCONJ"} or t.text == "," for t in between)


def _apposed(annotated: Annotated, sentence: Sentence, first: int) -> tuple[Whereabout, ...]:
    """The place of "Kenya, a source and transit country for …"."""
    begin = _noun_phrase(annotated.tokens, sentence, first)
    if begin == first or annotated.tokens[begin - 1].text != "," or begin - 1 <= sentence.first:
        return ()
    names = [m for m in sentence.of("place") if m.last == begin - 1 and m.form == "name"]
    return (Whereabout(names[0].value, names[0].first, names[0].last),) if names and names[0].first == sentence.first else ()


def _listed(annotated: Annotated, sentence: Sentence, first: int, last: int) -> tuple[Whereabout, ...]:
    """The places of "to Italy and Spain, the main destinations"; one alone only where it is called a country so, or a destination."""
    tokens, begin = annotated.tokens, _noun_phrase(annotated.tokens, sentence, first)
    if begin == first or tokens[begin - 1].text not in {",", "–", "—"} or tokens[begin].lower not in {"the", "a", "another", "both"}:
        return ()
    if tokens[first].lower in {"source", "sources", "origin"} and tokens[last - 1].lower not in role_words("noun"):
        return ()
    starts = sorted(m.first for m in sentence.of("place") if m.form == "name" and m.last < begin)
    lists = (places_at(tokens, start, begin - 1, named(sentence)) for start in starts)
    items = next((p.items for p in lists if p and p.items[-1].last == begin - 1), ())
    several = tokens[last - 1].lower.endswith("s")
    return items if items and several == (len(items) > 1) and all(p.is_named for p in items) else ()


def _fronted(annotated: Annotated, sentence: Sentence, first: int, last: int) -> tuple[Whereabout, ...]:
    """The place of "As both a source and destination country, Kenya …" and "Although primarily a source, Kenya …"."""
    tokens = annotated.tokens
    begin = _noun_phrase(tokens, sentence, first)
    opened = begin - 1 == sentence.first and tokens[begin - 1].lower in role_words("opener")
    if not opened and begin != sentence.first:
        return ()
    comma = next((i for i in range(last, sentence.last - 1) if tokens[i].text == ","), None)
    if comma is None:
        return ()
    places = places_at(tokens, comma + 1, sentence.last, named(sentence))
    if places and len(places.items) == 1 and places.first == comma + 1:
        return places.items
    return (Whereabout("home", first, first),) if annotated.words(comma + 1, comma + 3) == "the country" else ()


def _noun_phrase(tokens: Sequence[Token], sentence: Sentence, first: int) -> int:
    """Where the noun phrase of a run of role words begins."""
    i = first
    while i > sentence.first and tokens[i - 1].lower in role_words("before"):
        i -= 1
    return i


def _list_start(annotated: Annotated, sentence: Sentence, first: int, starts: Sequence[int]) -> int:
    """The beginning of the list of places that ends with this one."""
    tokens = annotated.tokens
    for start in starts:
        places = places_at(tokens, start, sentence.last, named(sentence))
        if places and places.first <= first < places.last:
            return start
    return first


def _after(annotated: Annotated, sentence: Sentence, last: int) -> tuple[Whereabout, ...]:
    """The places of "destination countries include A and B"."""
    tokens, i = annotated.tokens, last
    while i < sentence.last and i - last < 8 and tokens[i].lower not in role_words("copula"):
        i += 1
    while i < sentence.last and tokens[i].lower in role_words("copula"):
        i += 1
    if i == sentence.last or i - last > 9:
        return ()
    places = places_at(tokens, i, sentence.last, named(sentence))
    return places.items if places else ()


def _followers(annotated: Annotated, sentence: Sentence, last: int) -> tuple[Whereabout, ...]:
    """The places of "followed by Russia and, to a lesser extent, Iran"."""
    tokens = annotated.tokens
    at = next((i for i in range(last, min(sentence.last - 1, last + 8)) if tokens[i].lower == "followed"), None)
    places = places_at(tokens, at, sentence.last, named(sentence)) if at is not None else None
    return places.items if places else ()
