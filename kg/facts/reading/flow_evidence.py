"""Whether a statement speaks of exploitation: by its verbs, by the forms of exploitation that it names, or by a role."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from kg.facts.reading.flow_case import Case
from kg.facts.reading.flow_defrauded import defrauded
from kg.facts.reading.flow_excluded import excluded
from kg.facts.reading.flow_frames import Frame
from kg.facts.reading.flow_parts import Element
from kg.facts.reading.flow_sharing import listed_as
from kg.facts.reading.flow_shown import condition, shown
from kg.facts.reading.flow_unbound import unbound
from kg.facts.reading.relevance import about_trafficking
from kg.facts.reading.roles import Called
from kg.language.model import Annotated, Sentence, Token
from kg.vocabulary.flow_words import flow_words

_NAMED = frozenset({"exploitation", "service", "sector"})
_DONE = frozenset({"force", "make", "move", "exploit", "buy"})
_TELLING = frozenset({"force", "exploit", "risk", "undergo"})
_LOOKED = 5
"""How many tokens before "signs of" may say that somebody looks for them."""
_SHARE = 9
"""How many tokens before "victims of" may say that people are a share of them."""
_DOERS = 3
"""How many tokens before "took" may name those who took people."""
_NEAR = 9
"""How many tokens may stand between traffickers and what they do."""


def evidence_of(annotated: Annotated, sentence: Sentence, frame: Frame, role: Called | None) -> list[Element]:
    """The verbs and nouns by which a statement speaks of exploitation; empty where it does not."""
    tokens = annotated.tokens
    if _wondered(tokens, sentence, frame):
        return []
    found = [v for v in frame.verbs if _tells(annotated, sentence, frame, v)]
    found += [e for e in frame.said if e.kind == "exploitation" and condition(tokens, frame, e, role)]
    found += [e for e in shown(annotated, sentence, frame) if e not in found]
    only_tourism = {v for e in frame.said if e.kind == "exploitation" for v in e.values} == {"child_sex_tourism"}
    if only_tourism and not any(v.value in {"exploit", "force"} for v in found):
        return []
    found += [e for e in frame.said if _headed_for(tokens, e)] if not found and frame.people else []
    found += _implied(annotated, sentence, frame, role) if not found else []
    return found if not excluded(annotated, sentence, frame, found) else []


def _wondered(tokens: Sequence[Token], sentence: Sentence, frame: Frame) -> bool:
    """True for people right behind "whether", or in "*had workers been* held there": of them nothing is said to have happened."""
    first = frame.people[0].first if frame.people else sentence.first
    if tokens[sentence.first].lower in {"had", "were", "should"} and sentence.first < first <= sentence.first + 3:
        return True
    return any(t.lower == "whether" for t in tokens[max(sentence.first, first - 3) : first])


def _headed_for(tokens: Sequence[Token], element: Element) -> bool:
    """True for people "bound for prostitution", "en route to domestic servitude" and "on their way to brothels"."""
    told = element.kind == "exploitation" or (element.kind == "service" and "forced_labor" not in element.values)
    ahead = {t.lower for t in tokens[max(0, element.first - 4) : element.first]}
    return told and bool(ahead & (flow_words("bound") | flow_words("way")))


def _implied(annotated: Annotated, sentence: Sentence, frame: Frame, role: Called | None) -> list[Element]:
    """What follows from a role ("a destination for women from Laos"), or from people being called victims of a place abroad."""
    tokens = annotated.tokens
    origins = {o.code for g in frame.people for p in g.people for o in p.origins} - {"home", "abroad", annotated.document.country}
    group = next(iter(frame.people), None)
    if group is None or "smuggling" in {t.lower for t in tokens[max(sentence.first, group.first - 2) : group.first]}:
        return []
    at = frame.called or group.first
    here = Element("verb", at, max(group.last, at + 1), "role" if role else "victims", "noun")
    ends = {i.code for e in frame.said if e.kind == "place" and e.places and e.value in {"in", "to"} for i in e.places.items}
    abroad = bool(ends - {"home", annotated.document.country})
    named = any(p.origins and not p.deictic for p in group.people)
    called_so = frame.victims or any(p.kind == "victim" for p in group.people)
    transit = role is not None and {r.role for r in role.roles} == {"transit"}
    migrate = all(g.victims == ("migrants",) for g in frame.people)
    if any(e.value == "back" for e in frame.said) or (role and migrate) or _cared_for(tokens, frame):
        return []
    if role and (origins or (transit and abroad) or _receives(role, {"home", annotated.document.country})):
        return [here]
    if origins and named and not frame.verbs and _of_case(tokens, sentence, group.first):
        return [here._replace(value="case")]
    sent = [e for e in frame.said if e.value == "from" and e.first >= group.last]
    told = sentence.section in {"profile", "other"} and called_so
    came = bool(sent) and _come_from(tokens, frame, group.last, sent[0].first)
    if told and came and not frame.object_of:
        return [here]
    moved = all(v.value in {"move", "transit"} for v in frame.verbs) and any(e.value == "to" for e in frame.said)
    if told and sent and moved and not frame.object_of and all(p.kind == "victim" for p in group.people):
        return [here]
    if told and named and (abroad or (origins and (ends or frame.victims))):
        return [here]
    return []


def _receives(role: Called, home: set[str | None]) -> bool:
    """True where other countries are called destinations of the people who follow."""
    return {r.role for r in role.roles} == {"destination"} and not {p.code for p in role.places} & (home | {"abroad", "there"})


def _cared_for(tokens: Sequence[Token], frame: Frame) -> bool:
    """True for people who are sent home or moved to a shelter."""
    words = tokens[frame.first : frame.last]
    home = any(b.lower in {"home", "back"} and a.pos == "VERB" for a, b in pairwise(words))
    placed = any(v.value == "move" for v in frame.verbs) and any(t.lower in flow_words("refuge") for t in words)
    return home or placed


def _come_from(tokens: Sequence[Token], frame: Frame, last: int, first: int) -> bool:
    """True for "victims come from Laos" and "most victims are from Laos", not for "victims were helped by nuns from Ireland"."""
    verb = next((t for t in reversed(tokens[last : first + 1]) if t.pos in {"VERB", "AUX"}), None)
    come = verb is None or verb.lemma in flow_words("arriving") or verb.lemma == "be"
    return come and all(v.voice == "noun" or tokens[v.first].lemma in flow_words("arriving") for v in frame.verbs)


def _of_case(tokens: Sequence[Token], sentence: Sentence, i: int) -> bool:
    """True for "there were isolated cases in 2015 of a Moldovan woman", where no authorities are said to act."""
    if tokens[i - 1].lower not in {"of", "involving", "concerning"} or sentence.section not in {"profile", "other"}:
        return False
    ahead = [t.lower for t in tokens[max(sentence.first, i - 6) : i - 1]]
    around = {t.lower for t in tokens[sentence.first : sentence.last]}
    return bool(set(ahead) & flow_words("instance")) and not around & flow_words("acted")


def _tells(annotated: Annotated, sentence: Sentence, frame: Frame, verb: Element) -> bool:
    """True where a verb says that people are exploited."""
    test = _TESTS.get(verb.value)
    case = Case(annotated, annotated.tokens, sentence, frame, verb, frame.after(verb), annotated.document.country)
    between = case.verb.last < sentence.last and case.tokens[case.verb.last].lower == "between"
    return test is not None and not between and test(case)


def _done_to(case: Case) -> bool:
    """True for a verb whose people are those to whom it is done."""
    if case.tokens[case.verb.first].lower == "trafficking" and not any(p.origins for g in case.frame.people for p in g.people):
        return False
    if _only_those(case):
        return False
    return case.verb.voice != "active" or case.frame.object_of in _DONE or _pronoun_behind(case)


def _only_those(case: Case) -> bool:
    """True for "those exploited are": of them more is told behind."""
    ahead, behind = case.tokens[case.verb.first - 1], case.tokens[min(case.verb.last, case.sentence.last - 1)]
    return ahead.lower == "those" and (behind.lemma in {"be", "include", "come"} or behind.pos == "AUX")


def _named(case: Case) -> bool:
    """True where it is named what people are forced into; behind "forced to flee" or "to share rooms" only in the same clause."""
    verb, tokens = case.verb, case.tokens
    ahead = [t.lower for t in tokens[verb.last - 1 : verb.last + 2]]
    unfree = next((b for a, b in pairwise(ahead) if a == "to"), "") not in flow_words("unforced")
    stop = next((i for i in range(verb.last, case.sentence.last) if tokens[i].text in {",", ";"}), case.sentence.last)
    only_subject = [t.lower for t in tokens[verb.first : verb.first + 2]] == ["subject", "to"]
    return any(e.kind in _NAMED and (unfree or e.first < stop) and not (only_subject and _mere_work(case, e)) for e in case.after)


def _mere_work(case: Case, element: Element) -> bool:
    """True for work or a trade that nothing calls forced: "subject to limits on hours of *work*"."""
    forced = "sex_trafficking" in element.values or _unfree(case.tokens, case.verb, element)
    return element.kind != "exploitation" and not (element.kind == "service" and forced)


def _pronoun_behind(case: Case) -> bool:
    return case.verb.last < len(case.tokens) and case.tokens[case.verb.last].lower in {"them", "him", "her"}


def _borne(case: Case) -> bool:
    """True for a form of exploitation that people face, or end up in."""
    held = [
        e
        for e in case.after
        if e.kind == "exploitation"
        or (e.kind == "sector" and e.values == ("hospitality",) and case.tokens[case.verb.last - 1].lower == "up")
        or (e.kind == "service" and ("sex_trafficking" in e.values or _unfree(case.tokens, case.verb, e)))
    ]
    return (
        bool(held)
        and not _only_risked(case)
        and not _looked_for(case)
        and not {t.lower for t in case.tokens[case.verb.last : held[0].first]} & flow_words("action")
    )


def _looked_for(case: Case) -> bool:
    """True for "a course on the signs of forced labor": nobody is said to show them."""
    signs = case.tokens[case.verb.first].lower in {"signs", "indicators"}
    ahead = case.tokens[max(case.sentence.first, case.verb.first - _LOOKED) : case.verb.first]
    return signs and any(t.lower in flow_words("checked") for t in ahead)


def _unfree(tokens: Sequence[Token], verb: Element, element: Element) -> bool:
    """True for "end up as unpaid domestic servants"."""
    return bool({t.lower for t in tokens[max(verb.last, element.first - 2) : element.first]} & flow_words("unfree"))


def _only_risked(case: Case) -> bool:
    """True for "place workers at risk of forced labor", "face the risk of"."""
    named = next((e.first for e in case.after if e.kind in {"exploitation", "service"}), case.sentence.last)
    return any(v.value == "risk" and case.verb.last <= v.first < named for v in case.frame.verbs)


def _behind(case: Case, *values: str) -> bool:
    return any(v.value in values and v.first >= case.verb.last for v in case.frame.verbs)


def _threatened(case: Case) -> bool:
    bare = any(t.lower == "exploitation" for t in case.tokens[case.verb.last : min(case.sentence.last, case.verb.last + 6)])
    named = any(t.lower == "traffickers" for t in case.tokens[case.verb.first : case.verb.last])
    named = named or (_groups(case) and about_trafficking(case.annotated, case.sentence, one_paragraph=True))
    return bare or named or "exploitation" in case.kinds or _behind(case, "trade", "exploit") or _abused_at_work(case)


def _groups(case: Case) -> bool:
    """True for the groups that a profile calls vulnerable before it names them: "groups considered most vulnerable include"."""
    ahead = {t.lower for t in case.tokens[max(case.sentence.first, case.verb.first - 4) : case.verb.first]}
    behind = case.tokens[case.verb.last : min(case.sentence.last, case.verb.last + 2)]
    return bool(ahead & flow_words("threatened")) and any(t.lower in {"include", "includes", "are", "were", "included"} for t in behind)


def _abused_at_work(case: Case) -> bool:
    """True for the risk of abuse that people run who work abroad: "maids in Oman are vulnerable to mistreatment"."""
    behind = {t.lower for t in case.tokens[case.verb.last : min(case.sentence.last, case.verb.last + 4)]}
    said = [e for e in case.frame.said if e.last <= case.verb.first]
    abroad = any(e.value in {"in", "to"} and e.places and e.places.items[0].code not in {"home", "there", case.home} for e in said)
    return bool(behind & flow_words("abuse")) and abroad and any(e.kind == "sector" for e in said)


def _victims_of(case: Case) -> bool:
    """True for "men are victims of forced labor", and for victims of whom origins are said."""
    verb = case.verb
    named = any(g.first <= verb.first < g.last and any(p.origins and not p.deictic for p in g.people) for g in case.frame.people)
    before = case.tokens[max(case.sentence.first, verb.first - 4) : verb.first]
    share = case.tokens[max(case.sentence.first, verb.first - _SHARE) : verb.first]
    named = named or any(t.lemma in flow_words("counting_as") and t.pos == "VERB" for t in share)
    return (named or any(t.lemma in {"be", "become"} for t in before)) and ("exploitation" in case.kinds or _behind(case, "trade"))


def _moved(case: Case) -> bool:
    """True where people are taken or sent into exploitation, or where traffickers move them from place to place."""
    frame, verb = case.frame, case.verb
    if verb.voice == "active" and frame.object_of != "move":
        return False
    if _trade_involves(case) or defrauded(case):
        return True
    led = any(e.kind == "place" and e.value in {"to", "from", "via"} for e in frame.said)
    if led and ((0 <= verb.first - frame.agent < _NEAR and not _smugglers(case)) or _by_agent(case)):
        return True
    if verb.voice == "passive" and case.tokens[verb.first].lower in flow_words("luring") and _sent(case):
        return True
    if _placed(case) or _into_bars(case) or any(e.voice == "enlisted" for e in case.after):
        return True
    limit = min((v.first for v in frame.verbs if v.first > verb.first and v.value in _TELLING), default=frame.last + 1)
    into = [e for e in case.after if e.first < limit and e.kind in {"exploitation", "service"} and _led_to(case.tokens, e, verb)]
    plain = {"forced_labor", "forced_begging"} if case.tokens[verb.first].lemma == "work" else {"forced_labor"}
    return any(e.kind == "exploitation" or not set(e.values) <= plain for e in into)


def _trade_involves(case: Case) -> bool:
    """True for "most of the trafficking in Oman *involves maids*"."""
    token = case.tokens[case.verb.first]
    trades = any(v.value == "trade" and v.last <= case.verb.first for v in case.frame.verbs)
    end = case.frame.people[-1].last if case.frame.people else len(case.tokens)
    if any(t.tag.startswith(("WP", "VB")) for t in case.tokens[end : end + 1]):
        return False  # it involves women who cross into Ghana
    return trades and token.lemma == "involve" and token.tag in {"VBZ", "VBP", "VBD"} and case.frame.object_of == "move"


def _bought(case: Case) -> bool:
    """True for people who are bought for a form of exploitation, not only for marriage or work."""
    return _done_to(case) and any(e.kind == "exploitation" and _led_to(case.tokens, e, case.verb) for e in case.after)


def _smugglers(case: Case) -> bool:
    """True for criminals who are not called traffickers and move migrants."""
    named = "traffick" in case.tokens[max(0, case.frame.agent - 1)].lower
    return not named and {v for g in case.frame.people for v in g.victims} == {"migrants"}


def _by_agent(case: Case) -> bool:
    """True for "transported by trafficking rings"."""
    behind = case.tokens[case.verb.last : min(case.sentence.last, case.verb.last + 9)]
    at = next((n for n, t in enumerate(behind) if t.lower == "by"), len(behind))
    return case.verb.voice == "passive" and any(t.lower in flow_words("ring") for t in behind[at : at + 6])


def _placed(case: Case) -> bool:
    """True for children who are taken to another country to work: "are sent to Mali to herd cattle", "as maids"."""
    victims = {v for g in case.frame.people for v in g.victims}
    if not victims or not victims <= {"children", "girls", "boys"} or not _sent(case):
        return False
    done = case.verb.voice == "passive" and case.tokens[case.verb.first].lower in flow_words("taken")
    if not (done or _by_doers(case)):
        return False
    end = max(e.last for e in case.after if e.kind == "place")
    ahead = case.tokens[end : min(case.sentence.last, end + 2)]
    worked = len(ahead) == 2 and ((ahead[0].lower == "to" and ahead[1].tag == "VB") or ahead[0].lower == "as")
    return worked and not {t.lower for t in ahead} & flow_words("schooling")


def _by_doers(case: Case) -> bool:
    """True for "agents *took* children to"."""
    ahead = {t.lower for t in case.tokens[max(case.sentence.first, case.verb.first - _DOERS) : case.verb.first]}
    acted = case.verb.voice == "active" and case.frame.object_of == "move" and case.tokens[case.verb.first].lemma in flow_words("moving")
    return acted and bool(ahead & (flow_words("ring") | flow_words("takers")))


def _into_bars(case: Case) -> bool:
    """True for women who are brought to the bars of another country."""
    women = all({"women", "girls"} & set(p.victims) for g in case.frame.people for p in g.people)
    if case.verb.voice != "passive" or not women or case.tokens[case.verb.first].lower not in flow_words("taken"):
        return False
    to = [e for e in case.after if e.value == "to" and e.places and not {p.code for p in e.places.items} & {"home", case.home, "there"}]
    return any(t.lower in flow_words("bars") for e in to for t in case.tokens[e.first : e.last])


def _sent(case: Case) -> bool:
    """True where a place is named to which people are taken."""
    return any(e.kind == "place" and e.value == "to" and e.places and e.places.items[0].code != "abroad" for e in case.after)


def _seen(case: Case) -> bool:
    """True for people found where there is exploitation, or in bars and brothels."""
    sectors = {v for e in case.after if e.kind == "sector" for v in e.values}
    return _borne(case) or bool(sectors & {"hospitality", "commercial_sex"}) or _at_work_abroad(case)


def _at_work_abroad(case: Case) -> bool:
    """True for people of the narrative's country found at work in another: "Malian boys are found in mines in Guinea"."""
    homely = {"home", case.home}
    own = [p for g in case.frame.people for p in g.people if {o.code for o in p.origins} <= homely]
    ends = {i.code for e in case.after if e.places and e.value in {"in", "to"} for i in e.places.items}
    return bool(own) and bool(case.kinds & {"sector", "service"}) and bool(ends) and not ends & {*homely, "abroad", "there"}


def _led_to(tokens: Sequence[Token], element: Element, verb: Element) -> bool:
    """True where "for", "into", "to", "as" or "in" leads to a form of exploitation."""
    first = max(verb.last, element.first - 6)
    return listed_as(tokens, verb.last - 1, element.first) or any(
        t.lower in {"for", "into", "to", "as", "in"} for t in tokens[first : element.first]
    )


def _passing(case: Case) -> bool:
    """True for women or children who pass through a place, not for migrants or where no more is said than a nationality."""
    named = all(g.victims or any(p.kind == "victim" for p in g.people) for g in case.frame.people)
    named = named or any(e.kind == "exploitation" for e in case.frame.said)
    plain = not any({"migrants", "refugees"} & set(g.victims) for g in case.frame.people) and not _behind(case, "risk")
    return named and plain and any(e.value == "via" for e in case.frame.said)


_TESTS: Mapping[str, Callable[[Case], bool]] = {
    "exploit": _done_to,
    "labor": lambda case: not unbound(case),
    "force": lambda case: _done_to(case) and _named(case) and not _only_risked(case),
    "make": lambda case: _done_to(case) and bool(case.kinds & _NAMED),
    "undergo": _borne,
    "seen": _seen,
    "risk": _threatened,
    "prey": lambda case: True,
    "victims": _victims_of,
    "move": _moved,
    "transit": _passing,
    "buy": _bought,
    "include": lambda case: case.frame.victims,
    "trade": lambda case: case.frame.object_of == "trade" or _bare(case.frame),
}


def _bare(frame: Frame) -> bool:
    """True for trafficking from one named place to another without people."""
    cues = {e.value for e in frame.said if e.kind == "place"}
    return not frame.people and {"from", "to"} <= cues
