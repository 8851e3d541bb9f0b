"""What a sentence says about trafficking, in order: people, verbs, forms of exploitation, trades, means and places with their cues."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.facts.reading.flow_enlisted import enlisted, taken_in
from kg.facts.reading.flow_parts import Element
from kg.facts.reading.flow_places import places
from kg.facts.reading.flow_stops import of_matters, off_roads, without_leaving
from kg.language.model import Annotated, Mention, Sentence, Token
from kg.language.people import Group, People, groups
from kg.language.phrases import phrase_at
from kg.language.whereabouts import Places, Whereabout
from kg.vocabulary.flow_words import flow_phrases, flow_words

_TRADED = {"sex": "sex_trafficking", "labor": "forced_labor", "labour": "forced_labor"}
_OPENING = 5
"""How many tokens of a date or the like may stand before the subject of a sentence."""


def elements(annotated: Annotated, sentence: Sentence) -> list[Element]:
    """The elements of a sentence in the order of their first words."""
    tokens = annotated.tokens
    last = sentence.last
    found = [Element("group", g.first, g.last, group=g) for g in groups(annotated, sentence) if not _offends(tokens, g.last, last)]
    inside = {i for e in found for i in range(e.first, e.last)}
    found += _mentioned(tokens, sentence)
    found += _verbs(tokens, sentence, inside, (frozenset(e.first for e in found), frozenset(e.last for e in found)))
    found += (*_gapped(tokens, sentence), *_passage(tokens, sentence))
    found += _forced_to(tokens, sentence, {e.last for e in found if e.group})
    found += (*enlisted(tokens, sentence, found), *taken_in(tokens, sentence, found))
    found += (
        e for p in places(tokens, sentence, inside) if (e := off_roads(tokens, p, annotated.document.country)) and not of_matters(tokens, e)
    )
    found += _expelled(annotated, sentence, found)
    found = without_leaving(tokens, _without_things(tokens, sentence, found))
    found = _parts_counted(tokens, sentence, found)
    return sorted(found, key=lambda e: (e.first, e.kind != "group", -e.last))


def _parts_counted(tokens: Sequence[Token], sentence: Sentence, found: list[Element]) -> list[Element]:
    """With the people of whom only the number and the origin are told: "40 children, including *12 from Togo who* had been sold"."""
    held = list[Element]()
    for e in found:
        whole = max((g for g in found if g.group and g.last < e.first), key=lambda g: g.last, default=None)
        part = e.voice == "counted" and e.last < sentence.last and tokens[e.last].lower in {"who", "whom"}
        led = part and {t.lower for t in tokens[max(sentence.first, e.first - 3) : e.first]} & flow_words("part")
        if whole is None or whole.group is None or e.places is None or not led:
            held.append(e)
            continue
        people = People(whole.group.victims, e.places.items, "part", deictic=False, behind=True, first=e.first - 1, last=e.last)
        held.append(Element("group", e.first - 1, e.last, group=Group((people,), e.first - 1, e.last)))
    return held


def _expelled(annotated: Annotated, sentence: Sentence, found: Sequence[Element]) -> Iterator[Element]:
    """The country that sends people home who were exploited there: "Oman deported 30 Kenyan women who had been held as servants"."""
    tokens, home = annotated.tokens, {"home", annotated.document.country}
    named_else = any(e.places and e.value != "from" and any(p.code != "there" for p in e.places.items) for e in found)
    opening = next(
        (m for m in sentence.of("place") if 0 < m.first - sentence.first < _OPENING and tokens[m.first - 1].text in {"the", "The", ","}),
        None,
    )
    first = opening or next((m for m in sentence.of("place") if m.first == sentence.first), None)
    if first is None or named_else or first.value in home:
        return
    for i in range(first.last, min(first.last + 4, sentence.last)):
        if tokens[i].lower in flow_words("expelling"):
            place = Whereabout(first.value, first.first, first.last)
            yield Element("place", first.first, first.last, "in", "expelled", places=Places((place,), first.first, first.last))
            return


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
    yield from _forced_labor(tokens, sentence, taken)
    yield from _unpaid(tokens, sentence)
    yield from _named_by_agents(tokens, sentence)
    for m in sentence.of("service"):
        offered = {t.lower for t in tokens[m.last : min(sentence.last, m.last + 2)]} & flow_words("offered")
        listed = tokens[m.last - 1].lower == "abuse" and tokens[m.first - 1].lower in {"and", "or", ","}
        before = {t.lower for t in tokens[max(sentence.first, m.first - 4) : m.first]}
        troops = tokens[m.first].lower in flow_words("troops") and "by" in before
        troops = troops or _only_nearby(tokens, sentence, m) or _no_service(tokens, sentence, m)
        if m.first not in taken and not offered and not listed and not troops and not _regulated(tokens, sentence, m):
            yield Element("service", m.first, m.last, m.value)
    for m in sentence.of("sectors"):
        if tokens[m.first].lower == "transport" and m.last < sentence.last and tokens[m.last].lower == "of":
            continue
        yield Element("sector", m.first, m.last, m.value)
    for m in sentence.of("means"):
        yield Element("means", m.first, m.last, m.value)


def _only_nearby(tokens: Sequence[Token], sentence: Sentence, m: Mention) -> bool:
    """True for hostilities and crimes that people are not made to take part in: "displaced in hostilities"."""
    if tokens[m.first].lower not in flow_words("entered"):
        return False
    i = m.first - 1
    while i > sentence.first and tokens[i].pos in {"ADJ", "DET"}:
        i -= 1
    made = i >= sentence.first and tokens[i].lower in flow_words("entering")
    return not made or bool({t.lower for t in tokens[max(sentence.first, i - 2) : i]} & flow_words("harmed"))


def _no_service(tokens: Sequence[Token], sentence: Sentence, m: Mention) -> bool:
    """True for "sex characteristics" and "sex education", which are no service, and for "a hate crime", which nobody is made to commit."""
    behind, ahead = tokens[m.last : min(sentence.last, m.last + 1)], tokens[max(sentence.first, m.first - 2) : m.first]
    single = tokens[m.first].lower == "crime" and bool({t.lower for t in ahead} & {"a", "the", "this", "that", "any", "hate"})
    return single or (tokens[m.last - 1].lower == "sex" and any(t.lower in flow_words("sexed") for t in behind))


def _named_by_agents(tokens: Sequence[Token], sentence: Sentence) -> Iterator[Element]:
    """The exploitation that the word for those who do it names: "sex traffickers", "labor traffickers"."""
    for m in sentence.of("trafficking"):
        if m.value == "agent" and m.first > sentence.first and tokens[m.first - 1].lower in _TRADED:
            yield Element("exploitation", m.first - 1, m.last, _TRADED[tokens[m.first - 1].lower])


def _forced_labor(tokens: Sequence[Token], sentence: Sentence, taken: set[int]) -> Iterator[Element]:
    """ "Forced manual and agricultural labor", for which no table has every adjective."""
    for i in range(sentence.first, sentence.last - 2):
        if tokens[i].lower not in flow_words("unwilling") or i in taken:
            continue
        end = i + 1
        while end < min(sentence.last, i + 6) and (
            tokens[end].pos in {"ADJ", "CCONJ"} or tokens[end].tag in {"NN", "JJ"} or tokens[end].text == ","
        ):
            end += 1
            if tokens[end - 1].lower in flow_words("labor"):
                if not _beside_labor(tokens, sentence, end - 1):
                    taken |= set(range(i, end))
                    yield Element("exploitation", i, end, "forced_labor")
                break


def _unpaid(tokens: Sequence[Token], sentence: Sentence) -> Iterator[Element]:
    """The forced labor of those who are kept "as an unpaid servant"."""
    known = {i for m in sentence.of("service", "exploitation") for i in range(m.first, m.last)}
    for i in range(sentence.first + 1, sentence.last - 1):
        if tokens[i].lower not in flow_words("unfree"):
            continue
        end = next((k for k in range(i + 1, min(sentence.last, i + 4)) if tokens[k].tag not in {"JJ", "NN"} or _works(tokens[k])), i)
        if end not in known and _works(tokens[end]) and "as" in {t.lower for t in tokens[max(sentence.first, i - 3) : i]}:
            yield Element("service", i, end + 1, "forced_labor")


def _works(token: Token) -> bool:
    return token.lower in flow_words("worker") or token.lower in flow_words("household")


def _beside_labor(tokens: Sequence[Token], sentence: Sentence, i: int) -> bool:
    """True for "compulsory schooling and labor", and before a noun ("labor inspections"): the adjective is not about labor."""
    joined = i - 2 > sentence.first and tokens[i - 1].pos == "CCONJ" and tokens[i - 2].tag == "NN"
    return joined or (i + 1 < sentence.last and tokens[i + 1].pos == "NOUN" and tokens[i + 1].lower not in flow_words("condition"))


def _regulated(tokens: Sequence[Token], sentence: Sentence, m: Mention) -> bool:
    """True for what is "subject to labor rules", and for children who are only subject to child labor."""
    ahead = [t.lower for t in tokens[max(sentence.first, m.first - 5) : m.first]]
    child = m.last - m.first > 1 and tokens[m.first].lower == "child"
    subject = any(b == "to" and (a == "subject" or (child and a == "subjected")) for a, b in pairwise(ahead))
    return m.value == "forced_labor" and subject


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
        if not _of_things(tokens, m) and not _of_other_subject(tokens, sentence, m) and not _doubted(tokens, sentence, m.first):
            yield from _verb(tokens, sentence, m, bounds)


def _verb(tokens: Sequence[Token], sentence: Sentence, m: Mention, bounds: Bounds) -> Iterator[Element]:
    """A word of exploitation as a verb or a noun."""
    t = tokens[m.first]
    if t.lower == "worked" and _worked_hard(tokens, sentence, m):
        yield Element("verb", m.first, m.last, "exploit", "passive")
    elif t.lower == "trafficking" and _of_people(tokens, m, sentence, bounds):
        yield Element("verb", m.first, m.last, "exploit", "active")
    elif (t.pos == "NOUN" and t.lower == "traffic") or _transport(tokens, sentence, m):
        yield Element("verb", m.first, m.last, "trade", "noun")
    elif m.value in _NOUNS:
        yield Element("verb", m.first, m.last, m.value, "noun")
    elif _verbal(tokens, m, sentence, bounds):
        yield Element("verb", m.first, m.last, m.value, _voice(tokens, sentence, m))


def _transport(tokens: Sequence[Token], sentence: Sentence, m: Mention) -> bool:
    """True for "the transport of girls to the Gulf for sexual exploitation", and for the transit of women."""
    if m.last >= sentence.last or tokens[m.last].lower != "of":
        return False
    noun = tokens[m.first].pos == "NOUN" and tokens[m.first].lower == "transport" and bool(sentence.of("exploitation", "service"))
    return noun or (tokens[m.first].lower == "transit" and _purposed(tokens, sentence, m.last))


def _passage(tokens: Sequence[Token], sentence: Sentence) -> Iterator[Element]:
    """The noun for a way with what people are taken there for: "the passage of women through Iraq to Oman for prostitution"."""
    for i in range(sentence.first, sentence.last - 1):
        if tokens[i].lower in flow_words("passage") and tokens[i + 1].lower == "of" and _purposed(tokens, sentence, i):
            yield Element("verb", i, i + 1, "trade", "noun")


def _purposed(tokens: Sequence[Token], sentence: Sentence, i: int) -> bool:
    """True where a way is told behind a token, and the exploitation that it is for."""
    clause = sentence.clause_of(i)
    led = any(m.first > i for m in sentence.of("place", "town"))
    forms = [m.first for m in sentence.of("exploitation", "service") if i < m.first < clause.last]
    return led and any(t.lower in {"for", "into", "to"} for first in forms for t in tokens[first - 3 : first])


def _of_things(tokens: Sequence[Token], m: Mention) -> bool:
    """True for drugs that are trafficked, and for visas that people hold."""
    behind = {t.lower for t in tokens[m.last : m.last + 3]}
    behind |= {tokens[m.first - 1].lower} if m.first and m.value == "trade" else set()
    held = m.value == "force" and tokens[m.first].lemma in {"hold", "keep"}
    return bool((m.value in _GOODS and behind & flow_words("goods")) or (held and behind & flow_words("papers")))


def _of_other_subject(tokens: Sequence[Token], sentence: Sentence, m: Mention) -> bool:
    """True for "and *Pakistani goods are* sold to the Gulf": what is sold are no people."""
    i = m.first - 1
    while i > sentence.first and tokens[i].pos in {"AUX", "ADV", "PART"}:
        i -= 1
    done = any(t.lower in _BE for t in tokens[i + 1 : m.first])
    thing = m.value in _GOODS and done and tokens[i].lower in flow_words("thing")
    while thing and i > sentence.first and tokens[i - 1].pos in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}:
        i -= 1
    return thing and (i == sentence.first or tokens[i - 1].lower in flow_words("clause"))


def _without_things(tokens: Sequence[Token], sentence: Sentence, found: list[Element]) -> list[Element]:
    """Without the places of what is said of things."""
    for verb in (m.last for m in sentence.of("trafficking") if _of_other_subject(tokens, sentence, m)):
        end = min((e.first for e in found if e.first >= verb and (e.group or e.kind == "verb")), default=sentence.last)
        found = [e for e in found if not (e.kind == "place" and verb <= e.first < end)]
    return found


def _worked_hard(tokens: Sequence[Token], sentence: Sentence, m: Mention) -> bool:
    """True for people who "are worked" on plantations, as animals are."""
    behind = {t.lower for t in tokens[m.last : m.last + 1]}
    return _auxiliary(tokens, sentence, m.first, _BE) and not behind & {"out", "with", "through", "up", "over"}


def _of_people(tokens: Sequence[Token], m: Mention, sentence: Sentence, bounds: Bounds) -> bool:
    """True for "convicted of trafficking two women", not for "a shelter for trafficking victims"."""
    ahead = tokens[m.first - 1] if m.first > sentence.first else None
    gang = ahead is not None and tokens[m.first].tag == "VBG" and ahead.lower in flow_words("ring") | flow_words("takers")
    before = ahead is not None and (ahead.tag == "IN" or gang)
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
_GOODS = frozenset({"trade", "exploit", "move", "agent"})
"""What is done to goods as well as to people."""


def _doubted(tokens: Sequence[Token], sentence: Sentence, i: int) -> bool:
    """True behind "whether", "if" or "how many": a question, not a statement."""
    first = max(sentence.first, i - 8)
    doubted = flow_phrases("doubted")
    held = [k for k in range(first, i) if tokens[k].lower in doubted and phrase_at(tokens, k, i, doubted) > k]
    return any(not (tokens[k].lower == "the" and _estimated(tokens, sentence, k)) for k in held)


def _estimated(tokens: Sequence[Token], sentence: Sentence, i: int) -> bool:
    """True for "estimates *the number of* men in forced labor *at 900*": that there are some is told."""
    ahead = {t.lemma for t in tokens[max(sentence.first, i - 4) : i]}
    behind = tokens[i : sentence.last]
    return bool(ahead & {"estimate", "put", "place"}) and any(
        a.lower == "at" and b.pos in {"NUM", "ADV", "ADP", "DET"} for a, b in pairwise(behind)
    )


def _verbal(tokens: Sequence[Token], m: Mention, sentence: Sentence, bounds: Bounds) -> bool:
    """False for a noun of the same form ("the use of", "police force") and for "forced" before its noun."""
    t, (starts, ends) = tokens[m.first], bounds
    if m.value == "force" and t.lower.endswith("ing") and tokens[m.first - 1].pos == "DET":
        return False  # the placing of children
    if t.lower in {"trafficked", "exploited", "subjected"} or (m.last - m.first > 1 and m.value == "exploit"):
        return True
    if m.value == "transit":
        return m.first > sentence.first and tokens[m.first - 1].lower not in {"a", "and", ",", "the", "or", "as", "in"}
    subject = m.first
    while subject > sentence.first and tokens[subject - 1].pos == "ADV":
        subject -= 1
    if m.value in {"undergo", "labor", "prey"} and (m.last - m.first > 1 or subject in ends):
        return True
    if m.value == "undergo" and tokens[m.first - 1].tag in {"NNP", "NNPS"} and _of_exploitation(tokens, m, sentence):
        return True  # those who work in Ghana experience forced labor
    if t.lower in flow_words("ambiguous") and m.last in starts and _before_verb(tokens, m.first):
        return True
    if t.pos in {"NOUN", "PROPN"} and t.tag not in {"VBG", "VBN", "VBD"} and t.lower not in {"made", "exploit", "coerce", "subject"}:
        return False
    if (
        t.lower in {"forced", "coerced"}
        and m.last in starts
        and (_with_subject(tokens, m.first) or _auxiliary(tokens, sentence, m.first, _HAVE))
    ):
        return True
    following = tokens[m.last] if m.last < sentence.last else None
    adjective = following is not None and following.pos in {"NOUN", "ADJ"} and following.tag != "VB"
    return not (t.lower in {"forced", "coerced"} and adjective and not _auxiliary(tokens, sentence, m.first, _BE))


def _of_exploitation(tokens: Sequence[Token], m: Mention, sentence: Sentence) -> bool:
    """True right before a form of exploitation, or conditions of it."""
    named = next((e for e in sentence.of("exploitation") if e.first >= m.last), None)
    return named is not None and all(t.lower in flow_words("condition") for t in tokens[m.last : named.first])


def _before_verb(tokens: Sequence[Token], i: int) -> bool:
    """True where a subject may stand before a verb that the parser takes for a noun: "employers *force* women"."""
    third = tokens[i].lower.endswith("s") and (tokens[i - 1].tag == "NN" or tokens[i - 1].text == ",")
    return third or tokens[i - 1].tag in {"NNS", "NNPS", "NNP", "RB", "RBR"}


def _with_subject(tokens: Sequence[Token], i: int) -> bool:
    """True for "the gang forced women", "who forced women", not for "the use of forced women"."""
    return tokens[i].tag in {"VBD", "VBP", "VBZ"} or tokens[i - 1].tag in {"NNS", "NNPS", "NNP", "PRP", "WP", "WDT"}


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
    if m.first > sentence.first and tokens[m.first - 1].lower == "those":
        return "passive"
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
