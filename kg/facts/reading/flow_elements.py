"""What a sentence says about trafficking, in order: people, verbs, forms of exploitation, trades, means and places with their cues."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.language.model import Annotated, Mention, Sentence, Token
from kg.language.people import Group, groups
from kg.language.phrases import phrase_at, phrase_before
from kg.language.unplaced import UNKNOWN, unplaced
from kg.language.whereabouts import Named, Places, Whereabout, named, places_at
from kg.vocabulary.area_words import area_words
from kg.vocabulary.flow_words import flow_phrases, flow_words


class Element(NamedTuple):
    """A part of a statement; ``kind`` is group, verb, exploitation, service, sector, means or place."""

    kind: str
    first: int
    last: int
    value: str = ""
    """The class of a verb, the tokens of a vocabulary, or the cue of places (from, to, in, via)."""
    voice: str = ""
    group: Group | None = None
    places: Places | None = None

    @property
    def values(self) -> tuple[str, ...]:
        """The tokens of a vocabulary."""
        return tuple(self.value.split(",")) if self.value else ()


CUES = ("via", "from", "to", "in")


def elements(annotated: Annotated, sentence: Sentence) -> list[Element]:
    """The elements of a sentence in the order of their first words."""
    tokens = annotated.tokens
    last = sentence.last
    found = [Element("group", g.first, g.last, group=g) for g in groups(annotated, sentence) if not _offends(tokens, g.last, last)]
    inside = {i for e in found for i in range(e.first, e.last)}
    found += _mentioned(tokens, sentence)
    found += _verbs(tokens, sentence, inside, (frozenset(e.first for e in found), frozenset(e.last for e in found)))
    found += _gapped(tokens, sentence)
    found += _forced_to(tokens, sentence, {e.last for e in found if e.group})
    found += _places(tokens, sentence, inside)
    return sorted(found, key=lambda e: (e.first, e.kind != "group", -e.last))


def _offends(tokens: Sequence[Token], i: int, last: int) -> bool:
    """True behind people who are said to be convicted, arrested or wanted."""
    while i < last and tokens[i].lower in {"was", "were", "who", "is", "are", "and", "had", "been", "have"}:
        i += 1
    return phrase_at(tokens, i, last, flow_phrases("offender")) > i


def _mentioned(tokens: Sequence[Token], sentence: Sentence) -> Iterator[Element]:
    held = sentence.of("exploitation")
    taken = {i for m in held for i in range(m.first, m.last)}
    for m in held:
        yield Element("exploitation", m.first, m.last, m.value)
    for m in sentence.of("service"):
        offered = {t.lower for t in tokens[m.last : min(sentence.last, m.last + 2)]} & flow_words("offered")
        listed = tokens[m.last - 1].lower == "abuse" and tokens[m.first - 1].lower in {"and", "or", ","}
        if m.first not in taken and not offered and not listed:
            yield Element("service", m.first, m.last, m.value)
    for m in sentence.of("sectors"):
        yield Element("sector", m.first, m.last, m.value)
    for m in sentence.of("means"):
        yield Element("means", m.first, m.last, m.value)


Bounds = tuple[frozenset[int], frozenset[int]]
"""The tokens at which groups of people begin, and those behind them."""


def _verbs(tokens: Sequence[Token], sentence: Sentence, inside: set[int], bounds: Bounds) -> Iterator[Element]:
    strong = {i for m in sentence.of("exploitation") for i in range(m.first, m.last)}
    for m in sentence.of("trafficking"):
        t = tokens[m.first]
        if m.first in strong and not (m.value == "exploit" and tokens[m.last - 1].lower in flow_words("done")) and m.value != "agent":
            continue
        if m.first in inside and m.value not in {"victims", "agent"}:
            if t.tag == "VBN" and m.value == "exploit":
                yield Element("verb", m.first, m.last, "exploit", "passive")
            continue
        if _doubted(tokens, sentence, m.first) or {x.lower for x in tokens[m.last : m.last + 3]} & flow_words("goods"):
            continue
        if t.lower == "trafficking" and _of_people(tokens, m, sentence, bounds):
            yield Element("verb", m.first, m.last, "exploit", "active")
        elif t.lower == "traffic" and t.pos == "NOUN":
            yield Element("verb", m.first, m.last, "trade", "noun")
        elif m.value in _NOUNS:
            yield Element("verb", m.first, m.last, m.value, "noun")
        elif _verbal(tokens, m, sentence, bounds):
            yield Element("verb", m.first, m.last, m.value, _voice(tokens, sentence, m))


def _of_people(tokens: Sequence[Token], m: Mention, sentence: Sentence, bounds: Bounds) -> bool:
    """True for "convicted of trafficking two women", not for "a shelter for trafficking victims"."""
    before = m.first > sentence.first and tokens[m.first - 1].tag == "IN"
    return before and m.last in bounds[0] and tokens[m.last].lower not in flow_words("trafficked")


def _gapped(tokens: Sequence[Token], sentence: Sentence) -> Iterator[Element]:
    """ "Others to The Gambia": people spoken of before, and a place without a verb."""
    for i in range(sentence.first, sentence.last - 1):
        opens = i == sentence.first or tokens[i - 1].lower in {",", "and", "while", "the", "but"}
        if opens and tokens[i].lower in flow_words("gapped") and tokens[i + 1].lower in {"to", "through", "into", "via"}:
            yield Element("verb", i, i + 1, "same", "passive")


def _forced_to(tokens: Sequence[Token], sentence: Sentence, ends: set[int]) -> Iterator[Element]:
    """What people are forced to do, where no table names it: labor."""
    known = {i for m in sentence.of("service", "exploitation") for i in range(m.first, m.last)}
    for m in sentence.of("trafficking"):
        if m.value not in {"force", "make"}:
            continue
        begin = m.last - 1 if tokens[m.last - 1].lower == "to" else m.last
        starts = [begin, *(e for e in ends if m.last < e < m.last + 9)]
        verb = next((i + 1 for i in starts if i + 1 < sentence.last and tokens[i].lower == "to"), -1)
        named_so = verb in known or tokens[verb].lower in flow_words("unforced") | flow_words("light")
        if verb > 0 and tokens[verb].pos == "VERB" and tokens[verb].tag in {"VB", "VBP"} and not named_so:
            yield Element("service", verb, verb + 1, "forced_labor")


_NOUNS = frozenset({"trade", "victims", "risk", "agent"})


def _doubted(tokens: Sequence[Token], sentence: Sentence, i: int) -> bool:
    """True behind "whether", "if" or "how many": a question, not a statement."""
    first = max(sentence.first, i - 8)
    return any(phrase_at(tokens, k, i, flow_phrases("doubted")) > k for k in range(first, i))


def _verbal(tokens: Sequence[Token], m: Mention, sentence: Sentence, bounds: Bounds) -> bool:
    """False for a noun of the same form ("the use of", "police force") and for "forced" before its noun."""
    t, (starts, ends) = tokens[m.first], bounds
    if t.lower in {"trafficked", "exploited", "subjected"} or (m.last - m.first > 1 and m.value == "exploit"):
        return True
    if m.value == "transit":
        return m.first > sentence.first and tokens[m.first - 1].lower not in {"a", "and", ",", "the", "or", "as", "in"}
    subject = m.first
    while subject > sentence.first and tokens[subject - 1].pos == "ADV":
        subject -= 1
    if m.value in {"undergo", "labor"} and (m.last - m.first > 1 or subject in ends):
        return True
    if t.lower in flow_words("ambiguous") and m.last in starts and tokens[m.first - 1].tag in {"NNS", "NNPS", "NNP", "RB", "RBR"}:
        return True
    if t.pos in {"NOUN", "PROPN"} and t.tag not in {"VBG", "VBN", "VBD"} and t.lower not in {"made", "exploit", "coerce", "subject"}:
        return False
    if t.lower in {"forced", "coerced"} and m.last in starts and tokens[m.first - 1].tag in {"NNS", "NNPS", "NNP", "PRP", "WP", "WDT"}:
        return True
    following = tokens[m.last] if m.last < sentence.last else None
    adjective = following is not None and following.pos in {"NOUN", "ADJ"} and following.tag != "VB"
    return not (t.lower in {"forced", "coerced"} and adjective and not _auxiliary(tokens, sentence, m.first, _BE))


_BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "am", "get", "gets", "got", "gotten", "'s", "'re"])
_HAVE = frozenset(["have", "has", "had", "having"])


def _auxiliary(tokens: Sequence[Token], sentence: Sentence, i: int, forms: frozenset[str]) -> bool:
    """True where one of these forms stands before a verb, adverbs aside."""
    j = i - 1
    while (
        j >= sentence.first
        and i - j < 7
        and (tokens[j].pos in {"ADV", "PART", "SCONJ"} or tokens[j].lower in {",", "or", "and", "not"} or tokens[j].tag in {"VBN", "RB"})
    ):
        if tokens[j].lower in forms:
            return True
        j -= 1
    return j >= sentence.first and tokens[j].lower in forms


def _voice(tokens: Sequence[Token], sentence: Sentence, m: Mention) -> str:
    """``passive`` for what is done to those named before; ``active`` else."""
    t = tokens[m.last - 1] if m.last - m.first == 2 and m.value == "exploit" else tokens[m.first]
    if _auxiliary(tokens, sentence, m.first, _BE):
        return "passive" if t.tag != "VBG" or t.lower == "being" else "active"
    if t.tag == "VBN":
        return "active" if _auxiliary(tokens, sentence, m.first, _HAVE) else "passive"
    if t.tag == "VBD" and tokens[m.last - 1].lower == "to":
        return "passive"
    if t.tag == "VBD" or t.lower.endswith("ed"):
        following = tokens[m.last].pos if m.last < sentence.last else "PUNCT"
        return "passive" if following in {"ADP", "ADV", "PUNCT", "CCONJ", "SCONJ", "PART"} else "active"
    return "active"


def _places(tokens: Sequence[Token], sentence: Sentence, inside: set[int]) -> Iterator[Element]:
    names, at = named(sentence), sentence.first
    while at < sentence.last:
        found = (
            None
            if at in inside
            else _cued(tokens, at, sentence, names) or _adverb(tokens, at, sentence) or _trade_of(tokens, at, sentence, names)
        )
        if found:
            yield from found
            at = found[-1].last
            continue
        at += 1
    yield from _where(tokens, sentence, names)


def _cued(tokens: Sequence[Token], at: int, sentence: Sentence, names: Named) -> list[Element]:
    """Places behind one cue or several ("to or through Iraq")."""
    cues, end = list[str](), at
    if tokens[at].lower == "from" and at > sentence.first and tokens[at - 1].lower in flow_words("visiting"):
        return []
    while (step := _cue(tokens, end, sentence.last)) is not None:
        cues.append(step[0])
        end = step[1]
        gap = next(
            (n for n in (1, 2) if end + n < sentence.last and _joins(tokens, end, end + n) and _cue(tokens, end + n, sentence.last)), 0
        )
        if not gap:
            break
        end += gap
    crossed = {t.lower for t in tokens[max(sentence.first, at - 4) : at]} & {"across", "over", "through"}
    by_road = cues == ["to"] and at > sentence.first and tokens[at - 1].lower in flow_words("road") and not crossed
    places = _places_behind(tokens, end, sentence, names) if cues and not by_road else None
    if places and phrase_before(tokens, at, sentence.first, flow_words("hedge")) < at:
        places = places._replace(items=tuple(p._replace(hedged=True) for p in places.items))
    if places and tokens[at].lower in {"across", "through"} and any(w in i.code for i in places.items for w in area_words("water")):
        return []
    if places and tokens[at].lower == "across" and (all(i.town for i in places.items) or _leads_on(tokens, places.last, sentence, names)):
        cues = ["via"]
    if places is None or _of_station(tokens, places.items[-1].last, sentence.last):
        return []
    cues = list(dict.fromkeys(cues))
    if len(cues) > 1:
        return [Element("place", at, places.last, cue, "alone" if cue == "via" else "", places=places) for cue in cues if cue != "from"]
    inner = any(end <= m.first < places.first for m in sentence.of("exploitation"))
    cue = _meant(tokens, at, sentence, "in" if inner and cues[0] in {"to", "from"} else cues[0])
    mark = "ahead" if cue == "via" and tokens[places.last].lower in {",", "to"} else _mark(tokens, at, sentence)
    return [Element("place", places.first - 1 if inner else at, places.last, cue, mark, places=places)]


def _places_behind(tokens: Sequence[Token], i: int, sentence: Sentence, names: Named) -> Places | None:
    """The places behind a cue; a name that no table has is one of which nothing is known."""
    if found := places_at(tokens, i, sentence.last, names) or _within(tokens, i, sentence, names):
        return found
    if tokens[i - 1].lower not in {"in", "into", "to", "from"}:
        return None
    end = unplaced(tokens, i, sentence.last, {k for m in names.values() for k in range(m.first, m.last)})
    town = " ".join(t.text for t in tokens[i:end])
    return Places((Whereabout(UNKNOWN, i, end, town=town),), i, end) if end > i else None


def _leads_on(tokens: Sequence[Token], i: int, sentence: Sentence, names: Named) -> bool:
    """True where "to" and a place follow."""
    return i < sentence.last and tokens[i].lower in {"to", "into"} and places_at(tokens, i + 1, sentence.last, names) is not None


def _meant(tokens: Sequence[Token], at: int, sentence: Sentence, cue: str) -> str:
    """What a cue means behind certain words: "recruited in" is where people are from, "returned from" is the way back."""
    if phrase_before(tokens, at, sentence.first, flow_words("return")) < at:
        return "back"
    if cue == "in" and {t.lower for t in tokens[max(sentence.first, at - 4) : at]} & flow_words("fled"):
        return "from"
    recruited = cue == "in" and at > sentence.first and tokens[at - 1].lower in flow_words("recruited")
    return "from" if recruited else cue


def _mark(tokens: Sequence[Token], at: int, sentence: Sentence) -> str:
    """``onward`` for a way that goes on from places just named, ``way`` for where people are on their way to."""
    if at == sentence.first or tokens[at - 1].lower in {"the", "a"}:
        return ""
    if tokens[at].lower == "from" and tokens[at - 1].tag == "CD":
        return "counted"
    around = {tokens[at - 1].lower, tokens[at].lower}
    if around & flow_words("onward") and "to" in {t.lower for t in tokens[at : at + 2]}:
        return "onward"
    if tokens[at].lower in {"to", "into"} and {t.lower for t in tokens[max(sentence.first, at - 4) : at]} & flow_words("later"):
        return "onward"
    if tokens[at].lower in {"to", "toward", "towards"} and _continuing(tokens, at, sentence.first):
        return "onward"
    bound = tokens[at].lower in flow_words("bound")
    transit = tokens[at - 1].lower == "transit" and tokens[at - 2].lower == "in"
    return "way" if bound or transit or tokens[at - 1].lower in flow_words("way") else ""


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


def _joins(tokens: Sequence[Token], first: int, last: int) -> bool:
    return all(t.lower in {"and", "or", ",", "and/or"} for t in tokens[first:last])


def _within(tokens: Sequence[Token], i: int, sentence: Sentence, names: Named) -> Places | None:
    """The place behind a noun phrase: "in the cane fields of the Dominican Republic"."""
    end = i
    while end < sentence.last and end - i < 7 and tokens[end].pos in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}:
        if tokens[end].lower in flow_words("office") or (end in names and names[end].form != "demonym"):
            return None
        if end in names and _establishment(tokens, sentence, names[end].last):
            return None
        end += 1
    if end == i or end >= sentence.last or tokens[end].lower not in {"of", "in"}:
        return None
    return places_at(tokens, end + 1, sentence.last, names) or (_within(tokens, end + 1, sentence, names) if end - i < 5 else None)


def _cue(tokens: Sequence[Token], i: int, last: int) -> tuple[str, int] | None:
    for cue in CUES:
        end = phrase_at(tokens, i, last, flow_phrases(cue))
        if end > i:
            return cue, end
    return None


def _adverb(tokens: Sequence[Token], i: int, sentence: Sentence) -> list[Element]:
    """ "Abroad", "domestically", "there" without a cue."""
    if tokens[i].pos not in {"ADV", "ADJ", "NOUN", "PRON"} or tokens[i].lower == "the":
        return []
    if tokens[i].lower == "there" and i + 1 < sentence.last and tokens[i + 1].pos in {"AUX", "VERB"}:
        return []
    for kind in ("here", "abroad", "there"):
        if phrase_at(tokens, i, sentence.last, flow_phrases(kind)) > i:
            places = places_at(tokens, i, sentence.last, {})
            return [Element("place", i, places.last, "in", places=places)] if places else []
    return []


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
    while (end := _separated(tokens, held[-1].last, sentence.last)) in names and names[end].form == "demonym":
        held.append(names[end])
    last = held[-1].last
    if not _establishment(tokens, sentence, last):
        return []
    items = tuple(Whereabout(m.value, m.first, m.last) for m in held)
    voice = "owned" if tokens[last].text in {"-", "‑"} else "trade"
    return [Element("place", begin - 1, last, "in", voice, places=Places(items, i, last))]


def _separated(tokens: Sequence[Token], i: int, last: int) -> int:
    while i < last and tokens[i].lower in {"and", "or", ","}:
        i += 1
    return i


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
            if places:
                yield Element("place", i, i + 1, "in", "where", places=places)
