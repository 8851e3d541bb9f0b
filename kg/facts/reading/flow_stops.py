"""Countries that are only passed or set against others: those crossed, used as a route, left behind by a crossing, compared or excepted."""

from collections.abc import Iterator, Sequence

from kg.facts.reading.flow_parts import Element
from kg.language.model import Sentence, Token
from kg.language.whereabouts import Named, Places, Whereabout, places_at
from kg.vocabulary.flow_words import flow_words
from kg.vocabulary.localities import is_town_of

_KEPT = 4
"""How many tokens between an escape and a place may tell from where people escaped."""
_NEAR = 4
"""How many tokens before "over" the verb or the noun of the way may stand."""
_TAKEN_ON = 12
"""How many tokens behind "land in" may tell that people are taken on."""
_CROSSED = 8
"""How many tokens before "in" a crossing may be told: "in Libya and, after crossing the sea, in Italy"."""
_HOUSES = 4
"""How near to "from" the houses and the other end are told: "in brothels from Portugal to Japan"."""
_SETTING_APART = frozenset({",", "and", "but", "though", "although", "–", "—"})
_PROGRAM = 4
"""How many tokens behind a place may name the program that is its own."""
_CALLED = 5
"""How many tokens may stand between "as" and what a place is called."""


def used(tokens: Sequence[Token], sentence: Sentence, names: Named) -> Iterator[Element]:
    """Other countries that are used "as a route", or serve "as the main transit point"."""
    for k in range(sentence.first + 2, sentence.last):
        if tokens[k].lower not in flow_words("waynoun"):
            continue
        at = next((i for i in range(k - 1, max(sentence.first, k - _CALLED), -1) if tokens[i].lower == "as"), -1)
        if at < 0 or any(t.pos not in {"DET", "ADJ", "NOUN", "PRON", "ADV", "PUNCT"} for t in tokens[at + 1 : k]):
            continue
        end = at
        while end > sentence.first + 1 and (tokens[end - 1].pos in {"AUX", "ADV"} or tokens[end - 1].lower in flow_words("serving")):
            end -= 1
        serves = any(t.lower in flow_words("serving") for t in tokens[end:at])
        starts = (m.first for m in sorted(names.values(), key=lambda m: m.first) if m.form != "demonym" and m.last <= end)
        lists = (p for first in starts if (p := places_at(tokens, first, sentence.last, names)))
        found = next((p for p in lists if p.items[-1].last <= end <= p.last), None)
        if found is None or any(i.code == "home" for i in found.items):
            continue
        begin = found.first - (tokens[found.first - 1].lower == "the")
        if serves or (begin > sentence.first and tokens[begin - 1].lower in flow_words("using")):
            yield Element("place", found.first, found.last, "via", "used", places=found)


def borders(tokens: Sequence[Token], sentence: Sentence, names: Named) -> Iterator[Element]:
    """Other countries across whose border people are taken: "across the Saudi border"."""
    for at, mention in names.items():
        begin = at - 1 - (tokens[at - 1].lower == "the")
        told = begin >= sentence.first and tokens[begin].lower in {"across", "over"} and mention.form != "name" and mention.value.isupper()
        if told and mention.last < sentence.last and tokens[mention.last].lower in {"border", "frontier"}:
            place = Whereabout(mention.value, mention.first, mention.last)
            yield Element("place", begin, mention.last + 1, "to", "border", places=Places((place,), at, mention.last))


def counted(tokens: Sequence[Token], at: int, first: int) -> bool:
    """True for "from" where only a number of people has come from there: "12 from Togo", "and three came from Morocco"."""
    if tokens[at - 1].tag == "CD":
        return True
    came = tokens[at - 1].lemma in flow_words("arriving") and tokens[at - 1].tag in {"VBD", "VBP"}
    return came and at - 2 > first and tokens[at - 2].tag == "CD" and tokens[at - 3].lower in {"and", ","}


def separated(tokens: Sequence[Token], i: int, last: int) -> int:
    """Past the separators of a list."""
    while i < last and tokens[i].lower in {"and", "or", ","}:
        i += 1
    return i


def joins(tokens: Sequence[Token], first: int, last: int) -> bool:
    """True where nothing but separators stands between two tokens."""
    return all(t.lower in {"and", "or", ",", "and/or"} for t in tokens[first:last])


def escaped(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """True for "escaped from *a brothel in* Dubai", "fled *employers in* Oman", not taken on: that is where people were exploited."""
    start = at if tokens[at].lower == "from" else max(sentence.first, at - _KEPT)
    end = at + _KEPT if tokens[at].lower == "from" else at
    if tokens[at].lower != "in" and (tokens[at].lower != "from" or tokens[at - 1].lower not in flow_words("fled")):
        return False  # victims of sex trafficking come from
    if any(m.first > end and tokens[m.first - 1].lower in {"to", "into"} for m in sentence.of("place", "town")):
        return False
    held = {t.lower for t in tokens[start:end]}
    kept = held & (flow_words("bars") | flow_words("premises") | flow_words("craft") | flow_words("keepers"))
    return bool(kept) or any(start <= m.first and m.last <= end for m in sentence.of("service", "sectors"))


def crossing(tokens: Sequence[Token], at: int, first: int) -> bool:
    """True for "conveyed across" and "make their way across" a country."""
    if tokens[at].lower != "across" or at == first:
        return False
    ahead = tokens[at - 1].lower
    return ahead in flow_words("crossing") or ahead in flow_words("routes") | flow_words("way") | flow_words("roads")


def carried_over(tokens: Sequence[Token], at: int, first: int, places: Places) -> bool:
    """True for "taken over Lebanon" and "the road leads over Osh", not for "a dispute over" or "over 200"."""
    if not all(p.is_named or p.town for p in places.items):
        return False
    ahead = [t.lower for t in tokens[max(first, at - _NEAR) : at]]
    verb = max((n for n, word in enumerate(ahead) if word in flow_words("crossing") | flow_words("leading")), default=-1)
    between = tokens[max(first, at - _NEAR) + verb + 1 : at]
    return verb >= 0 and all(t.pos in {"ADJ", "NOUN", "PROPN", "DET", "NUM", "CCONJ", "ADV", "PRON"} for t in between)


def of_ships(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """True for where ships call on which people work: "exploited on vessels that call at ports in Oman"."""
    ahead = tokens[max(sentence.first, at - 3) : at]
    afloat = tokens[at].lemma in {"call", "stop", "put", "touch"} and any(t.lower in flow_words("afloat") for t in ahead)
    return afloat and not any(
        (m.value == "move" or tokens[m.first].lower == "trafficked") and m.first < at for m in sentence.of("trafficking")
    )


def landing(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """True for where people only land who are then taken on: "who land in Aden may be trafficked onward to"."""
    behind = {t.lower for t in tokens[at : min(sentence.last, at + _TAKEN_ON)]}
    return at > sentence.first and tokens[at - 1].lower in flow_words("landing") and bool(behind & {"onward", "onwards"})


def goes_over(tokens: Sequence[Token], at: int, first: int) -> bool:
    """True for the place behind a crossing, on a way that goes on: "in Libya and, after crossing the sea, in Italy"."""
    ahead = [t.lower for t in tokens[max(first, at - _CROSSED) : at]]
    crossed = next((n for n in range(len(ahead) - 1, 0, -1) if ahead[n] in {"crossing", "passage"}), 0)
    return tokens[at].lower == "in" and crossed > 0 and ahead[crossed - 1] in {"after", "the"} and ahead[-1] == "," and "after" in ahead


def either_way(tokens: Sequence[Token], places: Places) -> bool:
    """True for "through Kyiv or Moscow, where": what follows happens at the end of the way."""
    return tokens[places.first - 1].lower in {"through", "via"} and any(t.lower == "or" for t in tokens[places.first : places.last])


def ranging(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """True for "in brothels *from* Portugal to Japan": from the one to the other they are found, and nobody is moved."""
    before = tokens[at - 1].lower if at > sentence.first else ""
    houses = before in flow_words("lands") | flow_words("bars") or any(m.last == at for m in sentence.of("service", "sectors"))
    found = any(t.lower in {"in", "at", "across", "throughout"} for t in tokens[max(sentence.first, at - _HOUSES) : at])
    return houses and found and any(t.lower == "to" for t in tokens[at + 2 : at + 2 + _HOUSES])


def of_all(tokens: Sequence[Token], at: int, first: int) -> bool:
    """True for a way told behind an aside of several ends: "to Europe—chiefly to Italy, but also to Spain—*by way of* Libya"."""
    dashes = {"—", "–", "--"}
    opens = at - 1 > first and tokens[at].lower in {"by", "via", "through"} and tokens[at - 1].text in dashes
    return opens and any(t.text in dashes for t in tokens[first : at - 1])


def off_roads(tokens: Sequence[Token], element: Element, home: str) -> Element | None:
    """A place without those that only name a road ("along the *Uganda* road", "the Nairobi–*Kampala* highway"); None where none is left."""
    held = element.places
    if (
        held is None
        or element.value not in {"in", "to"}
        or tokens[min(held.items[-1].last, len(tokens) - 1)].lower not in flow_words("paved")
    ):
        return element
    own = tuple(p for p in held.items if _of_home(p, home))
    if not own and len(held.items) > 1 and all(p.town for p in held.items):
        return element
    return element._replace(places=held._replace(items=own)) if own else None


def without_leaving(tokens: Sequence[Token], found: list[Element]) -> list[Element]:
    """What is said without "out of the country" where nobody is brought ("flights *out of it*"), or the end is named."""
    ends = [e for e in found if e.places and e.value in {"in", "to"}]
    out = [e for e in ends if e.places and tokens[e.places.first].lower == "out"]
    if not out:
        return found
    groups = {e.last for e in found if e.group}
    named = any(p.is_named and p.code != "home" for e in ends if e not in out and e.places for p in e.places.items)
    brought = [e for e in out if not named and (tokens[e.first - 1].pos == "VERB" or e.first in groups)]
    return [e for e in found if e not in out or e in brought]


def of_matters(tokens: Sequence[Token], element: Element) -> bool:
    """True for the place of fees, creditors and programs: "fees incurred abroad", "owed to actors outside it", "Cuba's program"."""
    held = element.places
    if held is None:
        return False
    ahead = {t.lower for t in tokens[max(0, held.first - 2) : held.first]}
    behind = tokens[held.last - 1 : held.last + _PROGRAM]
    owned = tokens[held.last - 1].tag == "POS" or (held.last < len(tokens) and tokens[held.last].tag == "POS")
    overseas = tokens[held.first].lower == "overseas"
    abroad = {p.code for p in held.items} == {"abroad"}
    return (abroad and bool(ahead & flow_words("owed"))) or ((owned or overseas) and any(t.lower in flow_words("program") for t in behind))


def _of_home(place: Whereabout, home: str) -> bool:
    return place.code in {"home", home} or is_town_of(place.town or "", home)


def no_way(cue: str, before: str) -> bool:
    """True for a cue that tells of no way behind its word: "tourists from", "barred from", "reports from", "due to"."""
    nowhere = flow_words("visiting") | flow_words("barred") | flow_words("news") if cue == "from" else flow_words("due")
    return cue in {"from", "to"} and before in nowhere


def compared(tokens: Sequence[Token], at: int) -> bool:
    """True for "as in Uganda, children are", "unlike in", "the same as locally hired men", not for "such as in"."""
    among = tokens[at].lower == "in" or (tokens[at].pos == "ADV" and at + 1 < len(tokens) and tokens[at + 1].tag == "VBN")
    return among and tokens[at - 1].lower in {"as", "unlike", "than"} and tokens[at - 2].lower not in {"such", "well"}


def excepted(tokens: Sequence[Token], at: int, first: int) -> bool:
    """True for a place that is set against another: "to Oman, not to Iraq", "but none in Iraq", "no longer to Iraq"."""
    if at - 2 < first:
        return False
    before, word = tokens[at - 2], tokens[at - 1].lower
    if word == "longer" and before.lower == "no" and at - 3 >= first:
        return tokens[at - 3].lower in _SETTING_APART
    return word in {"not", "none", "never"} and before.lower in _SETTING_APART
