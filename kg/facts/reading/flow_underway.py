"""Where people are exploited who are underway: what they hoped for, pass or are bound for is told apart from where it happens to them."""

from collections.abc import Sequence
from itertools import pairwise

from kg.facts.reading.flow_context import POINTING, Context
from kg.facts.reading.flow_parts import Element
from kg.facts.reading.flow_routes import TRADES
from kg.language.phrases import phrase_at
from kg.language.whereabouts import Places, Whereabout
from kg.vocabulary.flow_words import flow_phrases, flow_words

_BEGUN = 4
"""How many tokens before a way "after" may stand: "after having passed through"."""
_EARLIER = 3
"""How many tokens before an end "before" may stand: "before they reached"."""


def happened(at: Context) -> list[Element]:
    """What is said without the places that people were promised or set out for, where the sentence then says where they were exploited."""
    said = _over_borders(at, _told_apart(at, _sent_back(at, _turned(at, _underway(at)))))
    verb = min([e.first for e in at.evidence if e.value != "move"] or [e.first for e in at.evidence])
    ends = [e for e in said if e.kind == "place" and e.value in {"in", "to"} and e.voice not in TRADES and e.places]
    named = [e for e in ends if any(p.is_named for p in (e.places.items if e.places else ()))]
    later = [e for e in named if e.first > verb]
    sent = bool(at.frame.object_of) and any(e.value == "to" for e in later)
    hoped = [e for e in ends if e.first < verb and _hoped_for(at, e)]
    missed = [e for e in hoped if later or any(o.first > e.first and o.value == "to" and o not in hoped for o in named)]
    missed += [e for e in ends if later and e.first < verb and sent and e.value == "in"]
    missed += [e for e in ends if e.first < verb and e.value == "in" and _at_work_before(at, e, verb)]
    where = next((e.first for e in ends if e.voice == "where"), -1)
    told_there = where >= 0 and all(e.first > where for e in at.evidence) and any(e.first < where and e.value == "in" for e in ends)
    missed += [e for e in ends if told_there and e.first < where and e.value == "in"]
    return _on_the_way(at, [e for e in said if e not in missed])


def _at_work_before(at: Context, element: Element, verb: int) -> bool:
    """True for where people only work who are exploited elsewhere: "clean houses *in Oman* and are sold for sex in Thai bars"."""
    between = at.annotated.tokens[element.last : verb]
    joined = [t.lower for t in between[-2:]] in (["and", "are"], ["and", "were"], ["but", "are"], ["but", "were"])
    later = any(e.first > verb and e.places and e.value in {"in", "to"} and e.places.items[0].is_named for e in at.frame.said)
    return joined and later and len(between) == len(between[-2:])


def _on_the_way(at: Context, said: list[Element]) -> list[Element]:
    """What is said without an end that is reached only later: "reached Crete *after* passing through Egypt, *where* they were sold"."""
    tokens = at.annotated.tokens
    where = next((e for e in said if e.voice == "where" and e.places), None)
    if where is None or where.places is None or any(e.first < where.first for e in at.evidence):
        return said
    ahead = next((e for e in said if e.first < where.places.first < e.last), None)
    begun = max(at.sentence.first, (ahead or where).first - _BEGUN)
    after = next((i for i in range(begun, where.places.first) if tokens[i].lower in {"after", "having"}), -1)
    ends = [e for e in said if e.value in {"to", "in"} and e.places and e is not where]
    missed = [e for e in ends if e.last <= after or (e.first > where.first and _before_that(at, e))]
    return [e for e in said if e not in missed and e is not ahead] if missed else said


def _before_that(at: Context, element: Element) -> bool:
    """True for an end that people came to afterwards: "before *reaching Crete*"."""
    return "before" in {t.lower for t in at.annotated.tokens[element.first - _EARLIER : element.first]}


def _told_apart(at: Context, said: list[Element]) -> list[Element]:
    """What is said without "abroad" where a colon or a dash and the names of the countries follow: "trafficked abroad: 12 to Oman"."""
    tokens, ends = at.annotated.tokens, [e for e in said if e.places and e.value in {"in", "to"}]
    named = max((e.first for e in ends if any(p.code.isupper() for p in (e.places.items if e.places else ()))), default=-1)
    return [e for e in said if not (e in ends and _only_abroad(e) and e.last < named and tokens[e.last].text in {":", "–", "—", "--"})]


def _over_borders(at: Context, said: list[Element]) -> list[Element]:
    """What is said without a border over which people are taken who are not the country's own, or go on to a place that is named."""
    home = {"home", at.home}
    own = bool(at.frame.people) and all(p.origins and {o.code for o in p.origins} <= home for g in at.frame.people for p in g.people)
    named = any(e.places and e.value in {"in", "to"} and e.voice != "border" and e.places.items[0].is_named for e in said)
    return said if own and not named else [e for e in said if e.voice != "border"]


def _only_abroad(element: Element) -> bool:
    return element.places is not None and {p.code for p in element.places.items} == {"abroad"}


def _sent_back(at: Context, said: list[Element]) -> list[Element]:
    """What is said with the place that people were sent home from, where no other is named: "were deported from Oman"."""
    if any(e.places and e.value in {"in", "to", "via", "from"} for e in said) or any(e.value == "risk" for e in at.evidence):
        return said
    tokens = at.annotated.tokens
    return [e._replace(value="in") if e.value == "back" and tokens[e.first].lower == "from" else e for e in said]


def _turned(at: Context, said: list[Element]) -> list[Element]:
    """What is said without the places people may not go to, or did not come to ("hired for Jordan, they were instead taken to Iraq")."""
    tokens, frame = at.annotated.tokens, at.frame
    named = [e for e in said if e.places and e.value in {"in", "to"} and any(p.is_named for p in e.places.items)]
    if len(named) < 2:
        return said
    turn = next((i for i in range(frame.first, frame.last) if phrase_at(tokens, i, frame.last, flow_phrases("turn")) > i), -1)
    begun = min((v.first for v in at.evidence if v.kind == "verb"), default=turn)
    firm = turn >= 0 and tokens[turn].lower in flow_words("turn")
    missed = [e for e in named[:-1] if e.first < turn < named[-1].first and e.first < begun and (firm or _meant_for(at, e))]
    return [e for e in said if e not in missed and not (e in named[:-1] and (_barred(at, e) or _of_teller(at, e)))]


def _meant_for(at: Context, element: Element) -> bool:
    """True for "recruited for hotels in Jordan"."""
    return "for" in {t.lower for t in at.annotated.tokens[max(at.sentence.first, element.first - 6) : element.first]}


def _of_teller(at: Context, element: Element) -> bool:
    """True for where those are who tell it: "NGOs in Sweden report that"."""
    behind = at.annotated.tokens[element.last : min(at.sentence.last, element.last + 4)]
    said = next((n for n, t in enumerate(behind) if t.lemma in flow_words("telling")), -1)
    return said >= 0 and (any(t.lower == "that" for t in behind[said:]) or behind[said].tag in {"VBP", "VBZ"})


def _barred(at: Context, element: Element) -> bool:
    """True for "barred from domestic work in the Gulf"."""
    ahead = [t.lower for t in at.annotated.tokens[max(at.sentence.first, element.first - 8) : element.first]]
    return any(a in flow_words("barred") and b == "from" for a, b in pairwise(ahead))


def _underway(at: Context) -> list[Element]:
    """What is said without the place that people were on their way to when they were exploited where they were."""
    verbs = [e for e in at.evidence if e.kind == "verb" and e.value in {"exploit", "force", "risk"}]
    ways = (_stopped(at, verbs), _there(at), _smuggled(at, verbs))
    held = next((said for said in ways if said is not None), None)
    if held is not None:
        return held
    passing = any(e.value == "via" or e.voice in {"where", "onward"} for e in at.frame.said) or any(
        v.value == "transit" for v in at.frame.verbs
    )
    called = at.role is not None and any(r.role == "transit" for r in at.role.roles)
    if not verbs or passing or called:
        return at.frame.said
    first = max(v.first for v in verbs)
    return [e for e in at.frame.said if not (e.kind == "place" and e.voice == "way" and e.first < first)]


def _there(at: Context) -> list[Element] | None:
    """What is said of people exploited where they were going: "Nepalis on their way to Oman are forced to beg there", or for the fare."""
    said = at.frame.said
    way = next((e for e in said if e.places and e.voice == "way" and e.value == "to"), None)
    there = next((e for e in said if way and e.first > way.first and e.places and e.places.items[0].code in POINTING), None)
    owed = way is not None and not any(e.value == "in" for e in said) and _repaid(at, way)
    if way is None or not (there or owed):
        return None
    return [e._replace(voice="onward") if e is way else e for e in said if e is not there]


def _smuggled(at: Context, verbs: Sequence[Element]) -> list[Element] | None:
    """What is said of migrants who are exploited while they are smuggled to a place: it is not said where."""
    ends = [e for e in at.frame.said if e.places and e.value in {"in", "to"}]
    smuggled = bool(ends) and at.annotated.tokens[ends[0].first - 1].lower in flow_words("smuggled")
    either = smuggled and any(e.value == "via" and e.places == ends[0].places for e in at.frame.said)  # to or through
    moving = smuggled and not either and {v for g in at.frame.people for v in g.victims} == {"migrants"}
    if not moving or at.role is not None or not verbs or min(v.first for v in verbs) < ends[0].last:
        return None
    if len(ends) > 1:
        return [e for e in at.frame.said if e is not ends[0]]
    somewhere = Places((Whereabout("abroad", ends[0].first, ends[0].last),), ends[0].first, ends[0].last)
    return [e._replace(places=somewhere) if e is ends[0] else e for e in at.frame.said]


def _repaid(at: Context, way: Element) -> bool:
    """True for people in transit who work off what their journey has cost."""
    transit = at.annotated.tokens[way.first - 1].lower in {"transit", "transiting"}
    return transit and any(e.kind == "means" and "debt" in e.values for e in at.frame.said)


def _stopped(at: Context, verbs: Sequence[Element]) -> list[Element] | None:
    """What is said of people exploited in the place that they pass: "girls passing through Djibouti are forced into prostitution"."""
    passed = next((e for e in at.frame.said if e.kind == "place" and e.value == "via"), None)
    verb = next((v for v in at.frame.verbs if v.voice == "passive" and passed and v.first > passed.last), None)
    if not verbs or passed is None or verb is None or verb.first > max(v.first for v in verbs) or not at.frame.people:
        return None
    others = [e for e in at.frame.said if e.kind == "place" and e is not passed and e.value != "from"]
    if not _modifies(at, passed, verb) or any(e.first > verb.first for e in others):
        return None
    return [e._replace(value="in", voice="") if e is passed else e for e in at.frame.said if e not in others]


def _modifies(at: Context, passed: Element, verb: Element) -> bool:
    """True where the way belongs to the people ("girls passing through", "migrants in transit through") and a finite verb follows."""
    tokens, begin = at.annotated.tokens, at.frame.people[-1].last
    leading, between = tokens[begin : passed.first + 1], tokens[passed.last : verb.first]
    near = 0 <= passed.first - begin < 3 and any(t.tag == "VBG" or t.lower in {"in", "who"} for t in leading)
    clause = any(t.tag in {"PRP", "WP", "WDT", "WRB"} or t.pos == "SCONJ" for t in between)
    return near and tokens[verb.first - 1].lower in {"are", "were", "is", "was"} and not clause


def _hoped_for(at: Context, element: Element) -> bool:
    """True for "abroad", and for the place of a job that was offered."""
    if element.places and {p.code for p in element.places.items} == {"abroad"}:
        return True
    if element.voice == "way" or at.annotated.tokens[element.first].lower in flow_words("bound"):
        return True
    ahead = at.annotated.tokens[max(at.sentence.first, element.first - 4) : element.first]
    return bool({t.lower for t in ahead} & flow_words("promised"))
