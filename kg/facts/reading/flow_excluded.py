"""What speaks against a statement of exploitation: laws, efforts, and what is only said about trafficking."""

from collections.abc import Sequence

from kg.facts.reading.flow_frames import Frame
from kg.facts.reading.flow_parts import Element
from kg.facts.reading.flow_shown import freed_from
from kg.language.clauses import FINITE
from kg.language.model import Annotated, Sentence, Token
from kg.language.phrases import phrase_at
from kg.language.references import referring
from kg.vocabulary.flow_words import flow_phrases, flow_words

_WORKS = frozenset({"prosecution", "protection", "prevention"})
_OPENING = 12
"""How many tokens may stand before the people of whom a sentence plainly tells."""
_PART = 5
"""How many tokens may stand between what is alleged of somebody and the trafficking."""
_CALLED = 12
"""How many tokens may stand between a word for a crime and the act."""
_LESSON = 12
"""How many tokens may stand between a training and those of whom it is."""
_MATTER = 3
"""How near to them "on" or "about" must stand."""


_FAR = 12
"""How many tokens behind the first word of a statement its finite verb may stand."""
_THERE = 5
"""How many tokens before cases may say that there were such."""
_SOUGHT = 4
"""How many tokens behind a statement may still say what people go somewhere for."""
_SUBORDINATE = frozenset({"although", "though", "while", "whereas", "despite", "even"})
_JOINTS = frozenset({"and", "but", "yet", "while", "whereas", "although", "though"})
_NOT = frozenset({"not", "n't", "never"})
_CONTRARY = frozenset({"but", "although", "though", "whereas"})


def excluded(annotated: Annotated, sentence: Sentence, frame: Frame, found: Sequence[Element]) -> bool:
    """True where laws or efforts are spoken of: all statements of law, and of efforts those that name no place."""
    if not found:
        return True
    first = min([found[0].first, *(g.first for g in frame.people)])
    lead = _lead(annotated, sentence, frame, first)
    placed = any(p.origins for g in frame.people for p in g.people) or any(e.kind == "place" for e in frame.said)
    act = _past_act(annotated, sentence, frame, found)
    if (not act and _of_law(annotated, sentence, found, first, lead)) or (not (placed or act) and _forbidden(annotated, sentence, found)):
        return True
    disowned = lead & flow_words("disowned") and lead & flow_words("existence")  # denies the existence of forced labor
    unfound = (
        lead & _NOT and lead & flow_words("identified") and not any(e.kind == "place" and e.first >= sentence.first for e in frame.said)
    )
    if disowned or unfound or _only_named(annotated.tokens, sentence, found) or _taught(annotated.tokens, sentence, first):
        return True
    if (
        _by_visitors(annotated, sentence, frame)
        or _buyers(annotated, frame)
        or _aided(annotated, frame, lead)
        or _only_called_so(annotated, frame, found)
        or _only_brought_home(frame, found)
        or (sentence.section == "other" and _only_counted(annotated, frame, found, lead))
    ):
        return True
    if any(e.voice == "enlisted" for e in frame.said):
        return bool(lead & flow_words("action"))
    if frame.object_of and any(t.lower in flow_words("deployed") for t in annotated.tokens[sentence.first : first]):
        return True
    if sentence.section in _WORKS and {e.value for e in found} <= {"victims", "trade"} and _only_here(annotated, frame):
        return True
    if act or (frame.object_of == "trade" and _took_part(annotated, sentence, frame, found)):
        return False
    told = placed and not (lead & flow_words("action") and {e.value for e in found} <= {"victims", "trade"})
    if told or freed_from(annotated.tokens, sentence, frame):
        return False
    return bool(lead & flow_words("action")) or (sentence.section in _WORKS and not _told_plainly(annotated, sentence, frame, found))


def _only_counted(annotated: Annotated, frame: Frame, found: Sequence[Element], lead: set[str]) -> bool:
    """True for "police identified *three victims of forced labor*": authorities counted them, and no more is told of them."""
    victims = bool(frame.people) and all(p.kind == "victim" and not p.origins for g in frame.people for p in g.people)
    numbered = victims and bool(lead & flow_words("counted")) and annotated.tokens[frame.people[0].first].tag == "CD"
    called = bool(frame.people) and {e.value for e in found} == {"victims"} and _called_so(annotated.tokens, frame, found[0])
    plain = all(e.kind == "exploitation" or e.value in {"victims", "force", "exploit"} for e in found)
    return ((numbered and plain) or called) and not any(e.kind == "place" for e in frame.said)


def _called_so(tokens: Sequence[Token], frame: Frame, victims: Element) -> bool:
    """True for "the worker was *identified as a* victim of trafficking", of whom no more is told."""
    between = [t.lower for t in tokens[frame.people[-1].last : victims.first]]
    bare = not any(e.kind in {"exploitation", "service"} for e in frame.said)
    return bare and "as" in between and bool(set(between) & flow_words("counted"))


def _by_visitors(annotated: Annotated, sentence: Sentence, frame: Frame) -> bool:
    """True for what the country's people do to others abroad: "Canadian tourists in Cuba exploit children", who are no Canadians."""
    home, tokens = {"home", annotated.document.country}, annotated.tokens
    said = [p.code for e in frame.said if e.places for p in e.places.items]
    abroad = any(p.code not in home for e in frame.setting if e.places for p in e.places.items)
    if not frame.object_of or any(p.origins for g in frame.people for p in g.people):
        return False
    if not abroad and (not said or home & {*said} or "abroad" in said):
        return False
    first = min(e.first for e in (*frame.setting, *frame.verbs))
    actors = {t.lower for t in tokens[sentence.first : first]}
    young = all({*p.victims} <= {"children", "girls", "boys"} and p.victims for g in frame.people for p in g.people)
    visitors = flow_words("visitors") | (flow_words("visiting") if abroad else frozenset()) | (flow_words("men") if young else frozenset())
    return bool(actors & visitors) and any(m.value in home and m.form == "demonym" and m.first < first for m in sentence.of("place"))


def _aided(annotated: Annotated, frame: Frame, lead: set[str]) -> bool:
    """True for victims elsewhere whom a project is for: "funded *projects in Laos to assist victims* of forced labor"."""
    home = {"home", annotated.document.country}
    said = [p.code for e in frame.said if e.places for p in e.places.items]
    victims = bool(frame.people) and all(p.kind == "victim" and not p.origins for g in frame.people for p in g.people)
    return victims and bool(said) and not home & {*said} and bool(lead & flow_words("projects"))


def _buyers(annotated: Annotated, frame: Frame) -> bool:
    """True for people who go somewhere of their own will to exploit others: "foreigners come to Kyiv *for sex with children*"."""
    tokens = annotated.tokens
    if not frame.people or frame.object_of:
        return False
    begin, end = frame.people[-1].last, min(len(tokens), frame.last + _SOUGHT)
    went = next((i for i in range(begin, frame.last) if tokens[i].lemma in flow_words("going") and tokens[i].pos == "VERB"), end)
    sought = next((i for i in range(went, end) if phrase_at(tokens, i, end, flow_phrases("buying")) > i), end)
    return sought < end and not any(t.tag == "VBN" for t in tokens[begin:sought])


def _only_named(tokens: Sequence[Token], sentence: Sentence, found: Sequence[Element]) -> bool:
    """True for an act that is the subject: "*to sell a child* is an offense"."""
    opened = tokens[sentence.first].lower == "to" and tokens[sentence.first + 1].tag == "VB"
    return opened and found[0].first == sentence.first + 1


def _told_plainly(annotated: Annotated, sentence: Sentence, frame: Frame, found: Sequence[Element]) -> bool:
    """True for "girls in the bars are prostituted" and "employers force men to work", which tell what happens among what is done."""
    tokens, home = annotated.tokens, {"home", annotated.document.country}
    if any(m.value not in home for m in sentence.of("place", "town")) or any(
        t.lower in flow_words("posted") for t in tokens[sentence.first : sentence.last]
    ):
        return False
    counted = any(t.tag == "CD" for g in frame.people for t in tokens[max(sentence.first, g.first - 3) : g.last])
    held = any(t.lower in flow_words("captive") for g in frame.people for t in tokens[g.first : g.last])
    if counted or held or any(m.value == "victim" for m in sentence.of("persons")):
        return False
    for verb in (e for e in found if e.kind == "verb" and e.value in {"exploit", "force", "labor", "make", "prey"}):
        subject = frame.people[0].last <= verb.first if frame.people else False
        aux = any(t.lower in {"are", "were"} for t in tokens[max(sentence.first, verb.first - 4) : verb.first])
        if subject and verb.voice == "passive" and aux and frame.people[0].first - sentence.first < _OPENING:
            return True
        if frame.object_of and verb.voice == "active" and tokens[verb.first].tag in FINITE:
            return True
    return False


def _past_act(annotated: Annotated, sentence: Sentence, frame: Frame, found: Sequence[Element]) -> bool:
    """True for what somebody was punished or tried for having done to certain people: "was jailed *for keeping two girls* as servants"."""
    tokens, verb = annotated.tokens, found[0]
    acting = verb.kind == "verb" and tokens[verb.first].tag == "VBG" and bool(frame.object_of) and bool(frame.people)
    if not acting or verb.first == sentence.first or tokens[verb.first - 1].lower not in {"for", "of", "by"}:
        return False
    told = any(t.tag == "VBD" for t in tokens[sentence.first : verb.first])
    people = tokens[verb.last : frame.people[0].last]
    return told and any(t.tag in {"CD", "PRP$"} or t.lower in flow_words("certain") for t in people)


def _took_part(annotated: Annotated, sentence: Sentence, frame: Frame, found: Sequence[Element]) -> bool:
    """True for "involvement in the trafficking of Cuban women", which befell them."""
    ahead = annotated.tokens[max(sentence.first, found[0].first - _PART) : found[0].first]
    led = any(t.lower in {"in", "for", "of"} for t in ahead[-2:])
    origins = {o.code for g in frame.people for p in g.people for o in p.origins} - {"home", annotated.document.country}
    return led and bool(origins) and any(t.lower in flow_words("involvement") for t in ahead)


def _only_here(annotated: Annotated, frame: Frame) -> bool:
    """True where no form of exploitation and no other country is named: victims of whom a section on efforts speaks."""
    places = [p.code for e in frame.said if e.places for p in e.places.items]
    codes = {*places, *(o.code for g in frame.people for p in g.people for o in p.origins)}
    return codes <= {"home", annotated.document.country} and not any(e.kind in {"exploitation", "service"} for e in frame.said)


def _of_law(annotated: Annotated, sentence: Sentence, found: Sequence[Element], first: int, lead: set[str]) -> bool:
    """True for what laws forbid, and for the ban on trafficking, its gains and its study."""
    clause = sentence.clause_of(first)
    general = {e.value for e in found} <= {"trade"} or all(e.kind == "exploitation" for e in found)
    reference = referring(annotated.tokens, clause.first, sentence.last)
    around = {t.lower for t in annotated.tokens[clause.first : clause.last] if general and t.i not in reference}
    lead = lead | _governing(annotated, sentence, clause.first)
    return bool((lead | around) & flow_words("legal")) or (general and "that" not in lead and bool(lead & flow_words("subject_of")))


def _governing(annotated: Annotated, sentence: Sentence, begin: int) -> set[str]:
    """The words of the clause to which a relative clause belongs: "the law penalizes employers *who exploit* women"."""
    tokens = annotated.tokens
    if begin <= sentence.first or tokens[begin].tag not in {"WP", "WDT", "WRB"} or tokens[begin - 1].text == ",":
        return set()
    clause = sentence.clause_of(begin - 1)
    return {t.lower for t in tokens[clause.first : clause.last]}


def _forbidden(annotated: Annotated, sentence: Sentence, found: Sequence[Element]) -> bool:
    """True for acts that the law calls a crime: "convicted of exploiting children", "it is an offense to hire a child for sex"."""
    tokens = annotated.tokens
    if not all(e.kind == "verb" and e.voice == "active" for e in found):
        return False
    if all(tokens[e.first].tag == "VBG" for e in found):
        return bool({t.lower for t in tokens[sentence.first : sentence.last]} & flow_words("crime"))
    ahead = [t.lower for t in tokens[max(sentence.first, found[0].first - _CALLED) : found[0].first]]
    called = next((n for n, word in enumerate(ahead) if word in flow_words("unlawful")), len(ahead))
    return tokens[found[0].first].tag == "VB" and "to" in ahead[called:]


def _taught(tokens: Sequence[Token], sentence: Sentence, first: int) -> bool:
    """True for people whom somebody only learns to know ("training to identify women trafficked to"), or has to tell of."""
    ahead = tokens[max(sentence.first, first - _LESSON) : first]
    lesson = max((n for n, t in enumerate(ahead) if t.lower in flow_words("lesson") and t.pos != "ADJ"), default=len(ahead))
    learned = ahead[lesson:]
    if any(_new_clause(a, b, c) for a, b, c in zip(learned, learned[1:], learned[2:], strict=False)):
        return False
    matter = {t.lower for t in learned[-_MATTER:]} & flow_words("matter")
    return bool(matter or {t.lower for t in learned} & flow_words("learned")) or _bound_to_tell(tokens, sentence, first)


def _bound_to_tell(tokens: Sequence[Token], sentence: Sentence, first: int) -> bool:
    """True for what somebody has to tell if it happens: "teachers *must report* suspicions that children were sold"."""
    told = next(
        (i for i in range(first - 1, sentence.first, -1) if tokens[i].tag == "VB" and tokens[i].lower in flow_words("notifying")), 0
    )
    return told > 0 and any(t.lower in flow_words("duty") for t in tokens[sentence.clause_of(told).first : told])


def _new_clause(comma: Token, joint: Token, head: Token) -> bool:
    """True for ", and boys", not for ", and refer"."""
    return comma.text in {",", ";"} and joint.pos == "CCONJ" and head.pos != "VERB"


def _only_called_so(annotated: Annotated, frame: Frame, found: Sequence[Element]) -> bool:
    """True for a country's own people who are only called exploited ("remedies for exploited Kenyan workers"): it is not said where."""
    origins = {o.code for g in frame.people for p in g.people for o in p.origins}
    called_so = all(e.value == "exploit" and e.voice == "passive" and any(e.last == g.first for g in frame.people) for e in found)
    own = bool(origins) and origins <= {"home", annotated.document.country}
    return called_so and own and not any(e.kind == "place" for e in frame.said)


def _only_brought_home(frame: Frame, found: Sequence[Element]) -> bool:
    """True for "victims of forced labor were repatriated from Oman": of their way no more is told than the way back."""
    places = [e.value for e in frame.said if e.kind == "place"]
    return bool(places) and set(places) == {"back"} and all(e.kind == "exploitation" or e.value == "victims" for e in found)


def _lead(annotated: Annotated, sentence: Sentence, frame: Frame, first: int) -> set[str]:
    """The words before a statement in its clause, without "in some cases"."""
    begin = min(sentence.clause_of(first).first, max(sentence.first, min(first, frame.first)))
    begin = max(begin, own_clause(annotated.tokens, sentence, first))
    return {t.lower for i, t in enumerate(annotated.tokens[begin:first], begin) if not _by_the_way(annotated.tokens, i)}


def own_clause(tokens: Sequence[Token], sentence: Sentence, first: int) -> int:
    """Where a main clause with its own subject begins: "the law bans it, but *NGOs reported*"; the start of the sentence without one."""
    under = tokens[sentence.first].lower in _SUBORDINATE
    begun = (i + 1 for i in range(first, sentence.first, -1) if tokens[i].text in {",", ";"} or tokens[i].lower in _CONTRARY)
    for at in begun:
        joined = tokens[at].lower in _JOINTS or tokens[at - 1].lower in _CONTRARY
        start = at + (tokens[at].lower in _JOINTS)
        if not joined and not (under and at <= first and _finite(tokens[sentence.first : at])):
            continue
        verb = next((k for k in range(start, min(sentence.last, first + _FAR)) if tokens[k].tag in FINITE), start)
        subject = tokens[start:verb]
        named = any(t.pos in {"NOUN", "PROPN", "PRON"} or t.tag == "EX" for t in subject)
        if start <= first and named and not {t.lower for t in subject} & (flow_words("legal") | flow_words("bound_by_law")):
            return start
    return sentence.first


def _finite(tokens: Sequence[Token]) -> bool:
    return any(t.tag in FINITE for t in tokens) or tokens[0].lower == "despite"


def _by_the_way(tokens: Sequence[Token], i: int) -> bool:
    """True at "cases" in "in some cases" and "there were documented cases of", and where it is the cases that involve people."""
    if tokens[i].lower != "cases":
        return False
    idiom = i > 1 and tokens[i - 2].lower == "in" and tokens[i - 1].lower in flow_words("quantity")
    told = (
        [t.lower for t in tokens[i + 1 : i + 2]] == ["of"] and tokens[i - 1].pos == "VERB" and tokens[i - 1].lemma in flow_words("telling")
    )
    ahead = tokens[max(0, i - _THERE) : i]
    there = any(t.tag == "EX" for t in ahead) and tokens[i + 1].lower == "of" and not any(t.tag == "CD" or t.lower == "no" for t in ahead)
    return idiom or told or there or any(t.lemma == "involve" and t.tag in {"VBP", "VBD"} for t in tokens[i + 1 : i + 3])
