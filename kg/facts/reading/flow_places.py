"""Places of a sentence with their cues: where people come from, are taken to, are found in and pass through."""

from collections.abc import Iterator, Sequence

from kg.facts.reading.flow_parts import Element
from kg.facts.reading.flow_stops import (
    borders,
    carried_over,
    compared,
    counted,
    crossing,
    either_way,
    escaped,
    excepted,
    goes_over,
    joins,
    landing,
    no_way,
    of_all,
    of_ships,
    ranging,
    separated,
    used,
)
from kg.language.clauses import FINITE
from kg.language.model import Sentence, Token
from kg.language.phrases import phrase_at, phrase_before
from kg.language.unplaced import unplaced
from kg.language.whereabouts import Named, Places, Whereabout, named, places_at, stranger
from kg.vocabulary.area_words import area_words
from kg.vocabulary.flow_words import flow_openers, flow_phrases, flow_words
from kg.vocabulary.role_words import role_of, role_words

_LATTER = 3
"""How many tokens before "through" may stand that say of which place: "to Mali and Chad, the latter mostly through Niger"."""
_WAITED = 10
"""How many tokens before "for passage to" people may be said to wait."""
_OBJECT = 7
"""How many tokens may stand between "returned" and "to"."""
CUES = ("via", "from", "to", "in")
ADVERBS = ("here", "abroad", "there")


def places(tokens: Sequence[Token], sentence: Sentence, inside: set[int]) -> Iterator[Element]:
    """The places of a sentence that have a cue, in order; those before "where" come last."""
    names, at = named(sentence), sentence.first
    openers = flow_openers(*CUES, *ADVERBS)
    while at < sentence.last:
        word = tokens[at].lower
        opens = (
            at not in inside
            and (word == "for" or word in openers or at in names)
            and not (at > sentence.first and (compared(tokens, at) or excepted(tokens, at, sentence.first)))
        )
        if opens and (
            found := _cued(tokens, at, sentence, names) or _adverb(tokens, at, sentence) or _trade_of(tokens, at, sentence, names)
        ):
            yield from found
            at = found[-1].last
            continue
        at += 1
    yield from _where(tokens, sentence, names)
    yield from borders(tokens, sentence, names)
    yield from used(tokens, sentence, names)


def _cued(tokens: Sequence[Token], at: int, sentence: Sentence, names: Named) -> list[Element]:
    """Places behind one cue or several ("to or through Iraq")."""
    cues, end = list[str](), at
    if at > sentence.first and no_way(tokens[at].lower, tokens[at - 1].lower):
        return []
    if (leaving := _leaving_for(tokens, at, sentence, names)) is not None:
        return [leaving]
    while (step := _cue(tokens, end, sentence.last)) is not None:
        cues.append(step[0])
        end = step[1]
        gap = next(
            (n for n in (1, 2) if end + n < sentence.last and joins(tokens, end, end + n) and _cue(tokens, end + n, sentence.last)), 0
        )
        if not gap:
            break
        end += gap
    crossed = {t.lower for t in tokens[max(sentence.first, at - 4) : at]} & {"across", "over", "through"}
    by_road = (
        cues == ["to"]
        and at > sentence.first
        and tokens[at - 1].lower in flow_words("road")
        and not crossed
        and tokens[at - 2].lower != "by"
    )
    places = _places_behind(tokens, end, sentence, names, cues[-1]) if cues and not by_road else None
    if places and phrase_before(tokens, at, sentence.first, flow_words("hedge")) < at:
        places = places._replace(items=tuple(p._replace(hedged=True) for p in places.items))
    if places and _passes_nothing(tokens, at, sentence, places, cues):
        return []
    if places and tokens[at].lower == "across" and (all(i.town for i in places.items) or _leads_on(tokens, places.last, sentence, names)):
        cues = ["via"]
    if places is None or _of_station(tokens, places.items[-1].last, sentence.last) or _of_doers(tokens, at, places, sentence):
        return []
    cues = list(dict.fromkeys(cues))
    if len(cues) > 1:
        return _several(cues, at, places)
    places = _with_country(tokens, places, sentence, names)
    inner = any(end <= m.first < places.first for m in sentence.of("exploitation"))
    cue = _meant(tokens, at, sentence, "in" if inner and cues[0] in {"to", "from"} else cues[0])
    latter = cue == "via" and "latter" in {t.lower for t in tokens[max(sentence.first, at - _LATTER) : at]}
    ahead = {t.lower for t in tokens[places.last : places.last + 1]} & {",", "to"} and not of_all(tokens, at, sentence.first)
    mark = "latter" if latter else "ahead" if cue == "via" and ahead else _mark(tokens, at, sentence)
    return [Element("place", places.first - 1 if inner else at, places.last, cue, mark, places=places)]


def _passes_nothing(tokens: Sequence[Token], at: int, sentence: Sentence, places: Places, cues: Sequence[str]) -> bool:
    """True for ports where only ships call, for a "dispute over" a country, and for waters that people cross."""
    if of_ships(tokens, at, sentence) or (tokens[at].lower == "over" and not carried_over(tokens, at, sentence.first, places)):
        return True
    crossed = list(cues) == ["via"] or tokens[at].lower == "across"
    return crossed and any(w in i.code for i in places.items for w in area_words("water"))


def _with_country(tokens: Sequence[Token], places: Places, sentence: Sentence, names: Named) -> Places:
    """Places with the country that is named behind a town of it: "through Mombasa in Kenya"."""
    last = places.items[-1]
    if not last.town or places.last >= sentence.last or tokens[places.last].lower != "in":
        return places
    behind = places_at(tokens, places.last + 1, sentence.last, names)
    return places._replace(last=behind.last) if behind and {p.code for p in behind.items} == {last.code} else places


def _several(cues: Sequence[str], at: int, places: Places) -> list[Element]:
    """The places of "to or through Iraq", and of "from and through Iran", where some begin their way that others pass."""
    if set(cues) == {"from", "via"}:
        return [Element("place", at, places.last, "via", "both", places=places)]
    return [Element("place", at, places.last, cue, "alone" if cue == "via" else "", places=places) for cue in cues if cue != "from"]


def _leaving_for(tokens: Sequence[Token], at: int, sentence: Sentence, names: Named) -> Element | None:
    """The places of "leave Bole airport for Beirut and Riyadh"."""
    if tokens[at].lower != "for" or not {t.lower for t in tokens[max(sentence.first, at - 6) : at]} & flow_words("leaving"):
        return None
    places = places_at(tokens, at + 1, sentence.last, names)
    return Element("place", at, places.last, "to", places=places) if places else None


def _places_behind(tokens: Sequence[Token], i: int, sentence: Sentence, names: Named, cue: str) -> Places | None:
    """The places behind a cue; "from where" points to those before; a name that no table has is one of which nothing is known."""
    if cue == "from" and i < sentence.last and tokens[i].lower == "where":
        return Places((Whereabout("there", i, i + 1),), i, i + 1)
    if found := places_at(tokens, i, sentence.last, names) or _within(tokens, i, sentence, names):
        helped = cue == "via" and any(t.lower in flow_words("middlemen") for t in tokens[i : found.first])
        return None if helped else _outside(tokens, found) if tokens[i - 1].lower == "outside" else found
    if cue != "via" and tokens[i - 1].lower not in {"in", "into", "to", "from"}:
        return None
    end = unplaced(tokens, i, sentence.last, {k for m in names.values() for k in range(m.first, m.last)})
    return Places((stranger(tokens, i, end),), i, end) if end > i else None


def _outside(tokens: Sequence[Token], places: Places) -> Places:
    """Abroad, for "outside the country", not for "outside the capital"."""
    if tokens[places.last - 1].lower not in flow_words("realm"):
        return places
    return places._replace(items=tuple(p._replace(code="abroad") if p.code == "home" else p for p in places.items))


def _leads_on(tokens: Sequence[Token], i: int, sentence: Sentence, names: Named) -> bool:
    """True where "to" and a place follow."""
    return (
        i < sentence.last
        and tokens[i].lower in {"to", "into"}
        and bool(places_at(tokens, i + 1, sentence.last, names) or _within(tokens, i + 1, sentence, names))
    )


def _meant(tokens: Sequence[Token], at: int, sentence: Sentence, cue: str) -> str:
    """What a cue means behind certain words: "recruited in" is where people are from, "returned from" is the way back."""
    if phrase_before(tokens, at, sentence.first, flow_words("return")) < at or (cue == "to" and _returned(tokens, at, sentence.first)):
        return "back"
    ahead = [t.lower for t in tokens[max(sentence.first, at - 3) : at]]
    stayed = cue == "in" and bool(ahead) and ahead[-1] in flow_words("stay") and "after" in ahead
    stayed = stayed or (cue == "in" and "transit" in {t.lower for t in tokens[at - 1 : at + 2]})
    stayed = stayed or (cue == "in" and landing(tokens, at, sentence))
    if stayed or (cue == "to" and "first" in ahead) or crossing(tokens, at, sentence.first):
        return "via"
    if (
        cue == "in"
        and {t.lower for t in tokens[max(sentence.first, at - 4) : at]} & flow_words("fled")
        and not escaped(tokens, at, sentence)
    ):
        return "from"
    if cue == "from" and ({t.lower for t in tokens[at + 1 : at + 4]} & flow_words("premises") or _freed(tokens, at, sentence)):
        return "in"
    if cue == "in" and _living(tokens, at, sentence):
        return "from"
    if cue == "from" and (ranging(tokens, at, sentence) or escaped(tokens, at, sentence)):
        return "in"
    recruited = cue == "in" and at > sentence.first and tokens[at - 1].lower in flow_words("recruited")
    return "from" if recruited else cue


def _freed(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """True for "police freed girls *from brothels in* Lagos": that is where they were exploited."""
    ahead = tokens[max(sentence.first, at - _OBJECT) : at]
    freed = max((n for n, t in enumerate(ahead) if t.lemma in flow_words("freeing") and t.pos == "VERB"), default=-1)
    inside = any(t.lower in {"in", "of", "near"} for t in tokens[at + 2 : at + 5])
    return freed >= 0 and inside and not any(t.text in {",", ";"} for t in ahead[freed:])


def _returned(tokens: Sequence[Token], at: int, first: int) -> bool:
    """True for "police returned *some of them* to Sudan"."""
    i = at - 1
    while i > first and at - i < _OBJECT and tokens[i].pos not in {"VERB", "AUX", "ADP", "PUNCT", "SCONJ"}:
        i -= 1
    return tokens[i].pos == "VERB" and tokens[i].tag not in {"VBN", "VBG"} and tokens[i].lower in flow_words("return")


def _of_doers(tokens: Sequence[Token], at: int, places: Places, sentence: Sentence) -> bool:
    """True for where those are who bring, sell or free people: "an NGO based in Qatar rescued", "traffickers in Thailand recruited"."""
    j = at - 1 - (tokens[at - 1].lower in {"based", "operating", "located"})
    subject = tokens[at].lower == "in" and j >= sentence.first and tokens[j].lower in flow_words("doers")
    return subject and places.last < sentence.last and tokens[places.last].lower in flow_words("doing")


def _living(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """True for people "living in camps in Lebanon" who are taken from there to another place, and of whom nothing else is said before."""
    ahead = tokens[max(sentence.first + 1, at - 4) : at]
    living = next((i for i, t in enumerate(ahead) if t.lower in flow_words("living")), None)
    if living is None or any(t.tag in FINITE or t.text in {",", ";"} for t in ahead[living:]):
        return False
    clause = sentence.clause_of(at)
    taken = [m for m in sentence.of("trafficking") if m.value == "move" and clause.first <= m.first < clause.last]
    for i in (i for i in range(at + 1, clause.last - 1) if tokens[i].lower in {"to", "into"}):
        suffered = any(at < m.first < i and m.value != "move" for m in (*sentence.of("trafficking"), *sentence.of("exploitation")))
        moved = any(m.first < at or m.first < i for m in taken)
        if moved and not suffered and any(m.first - i in {1, 2} for m in sentence.of("place")):
            return True
    return False


def _mark(tokens: Sequence[Token], at: int, sentence: Sentence) -> str:
    """``onward`` for a way that goes on from places just named, ``way`` for where people are on their way to."""
    if at == sentence.first or tokens[at - 1].lower in {"the", "a"}:
        return ""
    if tokens[at].lower == "from" and counted(tokens, at, sentence.first):
        return "counted"
    if of_all(tokens, at, sentence.first):
        return "every"
    if _hoped(tokens, at, sentence):
        return "hoped"
    around = {tokens[at - 1].lower, tokens[at].lower}
    if around & flow_words("onward") and "to" in {t.lower for t in tokens[at : at + 2]}:
        return "onward"
    if tokens[at].lower in {"to", "into"} and {t.lower for t in tokens[max(sentence.first, at - 4) : at]} & flow_words("later"):
        return "onward"
    if tokens[at].lower in {"to", "toward", "towards"} and _continuing(tokens, at, sentence.first):
        return "onward"
    if goes_over(tokens, at, sentence.first):
        return "onward"
    bound = tokens[at].lower in flow_words("bound")
    boat = tokens[at - 1].lower in flow_words("vehicle") and (tokens[at - 2].pos == "DET" or tokens[at - 2].lower == "for")
    transit = tokens[at - 1].lower == "transiting" or (tokens[at - 1].lower == "transit" and tokens[at - 2].lower == "in")
    return "way" if bound or transit or boat or tokens[at - 1].lower in flow_words("way") else ""


def _hoped(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """True for "in hopes of reaching", "hoping to go on to" and "for onward travel to": people only want to get there."""
    ahead = tokens[max(sentence.first, at - 5) : at]
    waited = tokens[max(sentence.first, at - _WAITED) : at]
    if ahead and ahead[-1].lower in flow_words("vehicle") and any(t.lemma in {"wait", "await"} for t in waited):
        return True
    if ahead and ahead[-1].lower in flow_words("travel") and "onward" in {t.lower for t in ahead[-3:]}:
        return True
    hope = max((n for n, t in enumerate(ahead) if t.lower in flow_words("hoping")), default=len(ahead))
    led = ahead[hope + 1 :]
    if not led or led[0].lower not in {"to", "of", "at"} or any(t.tag in FINITE for t in led):
        return False
    return tokens[at].lemma == "reach" or any(t.pos == "VERB" for t in led)


def _continuing(tokens: Sequence[Token], at: int, first: int) -> bool:
    """True where people "continue from Osh to" a place."""
    for i in range(at - 1, max(first, at - 9) - 1, -1):
        if tokens[i].lower in flow_words("continuing"):
            return True
        if tokens[i].pos in {"VERB", "AUX"} or tokens[i].text in {",", ";"}:
            return False
    return False


def _of_station(tokens: Sequence[Token], i: int, last: int) -> bool:
    """True for "at Bangkok's airport", "through the Vientiane transit center": no place where people are exploited."""
    if i + 1 < last and tokens[i].lower == "transit" and tokens[i + 1].lower in flow_words("station"):
        return True
    return i + 1 < last and tokens[i].tag == "POS" and tokens[i + 1].lower in flow_words("station")


def _within(tokens: Sequence[Token], i: int, sentence: Sentence, names: Named) -> Places | None:
    """The place behind a noun phrase: "in the cane fields of the Dominican Republic"."""
    end, longest = i, _sectors_end(tokens, i, sentence.last)
    while end < sentence.last and (end < longest or (end - i < 7 and tokens[end].pos in {"DET", "ADJ", "NOUN", "PROPN", "NUM"})):
        if tokens[end].lower in flow_words("office") or (end in names and names[end].form != "demonym"):
            return None
        if end in names and _establishment(tokens, sentence, names[end].last):
            return None
        end += 1
    if end == i or end >= sentence.last or tokens[end].lower not in {"of", "in"}:
        return None
    return places_at(tokens, end + 1, sentence.last, names) or (_within(tokens, end + 1, sentence, names) if end - i < 5 else None)


def _sectors_end(tokens: Sequence[Token], i: int, last: int) -> int:
    """Behind a list of trades ("the construction, farming, and service sectors of Thailand")."""
    end = i
    while end < min(last, i + 14) and (tokens[end].pos in {"DET", "ADJ", "NOUN", "CCONJ"} or tokens[end].text in {",", "-"}):
        end += 1
        if tokens[end - 1].lower in flow_words("branches"):
            return end
    return i


def _cue(tokens: Sequence[Token], i: int, last: int) -> tuple[str, int] | None:
    for cue in CUES if i < last and tokens[i].lower in flow_openers(*CUES) else ():
        end = phrase_at(tokens, i, last, flow_phrases(cue))
        if end > i:
            return cue, end
    return None


def _adverb(tokens: Sequence[Token], i: int, sentence: Sentence) -> list[Element]:
    """ "Abroad", "domestically", "there" without a cue."""
    fleeing = tokens[i].pos == "VERB" and not {t.lower for t in tokens[max(sentence.first, i - 4) : i]} & flow_words("doers")
    if (tokens[i].pos not in {"ADV", "ADJ", "NOUN", "PRON", "ADP"} and not fleeing) or tokens[i].lower == "the":
        return []
    if i > sentence.first and tokens[i - 1].lower in flow_words("takers") and tokens[i].lower == "at":
        return []  # with recruiters at home
    if tokens[i].lower == "there" and i + 1 < sentence.last and tokens[i + 1].pos in {"AUX", "VERB"}:
        return []
    for kind in ADVERBS:
        if (end := phrase_at(tokens, i, sentence.last, flow_phrases(kind))) > i and not _subject(tokens, i, end, sentence.last):
            within = end < sentence.last and tokens[end].lower == "in"  # elsewhere in Kenya
            places = places_at(tokens, i, sentence.last, named(sentence) if within else {})
            return [Element("place", i, places.last, "in", places=places)] if places else []
    return []


def _subject(tokens: Sequence[Token], i: int, end: int, last: int) -> bool:
    """True for "destination countries for Kenyan women are", whose names follow."""
    called = any(t.lower in role_of() for t in tokens[i:end])
    return called and end < last and (tokens[end].lower == "for" or tokens[end].lower in role_words("copula"))


def _trade_of(tokens: Sequence[Token], i: int, sentence: Sentence, names: Named) -> list[Element]:
    """A trade with a demonym or an owner: "the Thai fishing industry", "Thailand's sex trade", "Chinese and Thai vessels"."""
    mention = names.get(i)
    if mention is None or mention.label != "place" or mention.form == "name" or i == sentence.first:
        return []
    begin = i - 1 if tokens[i - 1].lower == "the" else i
    if begin == sentence.first or tokens[begin - 1].lower not in flow_words("trade_cue"):
        return []
    if tokens[begin - 2].lower in flow_words("staff"):
        return []
    held = [mention]
    while (end := separated(tokens, held[-1].last, sentence.last)) in names and names[end].form == "demonym":
        held.append(names[end])
    last = held[-1].last
    if not _establishment(tokens, sentence, last):
        return []
    items = tuple(Whereabout(m.value, m.first, m.last) for m in held)
    voice = "owned" if tokens[last].text in {"-", "‑"} else "trade"
    return [Element("place", begin - 1, last, "in", voice, places=Places(items, i, last))]


def _establishment(tokens: Sequence[Token], sentence: Sentence, i: int) -> bool:
    """True before a trade or a ship, farm or house, and before ships "-owned" by a country's people; not for "-flagged"."""
    if i + 1 < sentence.last and tokens[i].text in {"-", "‑"} and tokens[i + 1].lower in flow_words("run_by"):
        return any(t.lower in flow_words("afloat") for t in tokens[i : min(sentence.last, i + 5)])
    limit = min(sentence.last, i + 5)
    if i >= limit or tokens[i].text in {"-", "‑"}:
        return False
    named_trade = any(i <= m.first < limit for m in sentence.of("sectors"))
    return named_trade or any(t.lower in flow_words("craft") for t in tokens[i : min(limit, i + 2)])


def _where(tokens: Sequence[Token], sentence: Sentence, names: Named) -> Iterator[Element]:
    """The place before "where": what follows happens there."""
    for i in range(sentence.first + 1, sentence.last):
        if tokens[i].lower == "where":
            end = i - 1 if tokens[i - 1].text in {",", "—", "–"} else i
            starts = (m.first for m in sorted(names.values(), key=lambda m: m.first) if m.form != "demonym" and m.last <= end)
            lists = (places_at(tokens, first, sentence.last, names) for first in starts)
            places = next((p for p in lists if p and p.items[-1].last <= end <= p.last), None)
            if places and not either_way(tokens, places):
                yield Element("place", i, i + 1, "in", "where", places=places)
