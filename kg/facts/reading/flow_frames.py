"""Statements on trafficking: which people, verbs, places and forms of exploitation of a sentence belong together."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.facts.reading.flow_elements import elements
from kg.facts.reading.flow_parts import Element, behind_receiver
from kg.facts.reading.flow_routes import TRADES
from kg.facts.reading.flow_sharing import (
    THEM,
    alike_to,
    among_these,
    as_well,
    called_by_people,
    definite,
    goes_on,
    in_aside,
    is_part,
    is_pronoun,
    listed_as,
    made_up_of,
    of_others,
    paid_for,
    reaching,
    subject_of,
    with_these,
)
from kg.language.model import Annotated, Sentence, Token
from kg.language.people import Group, among_them
from kg.language.phrases import phrase_before
from kg.vocabulary.flow_words import flow_words
from kg.vocabulary.role_words import role_of, role_words

_WHOM = 4
"""How many tokens ", some of whom" has."""
_REACH = 12
"""How many tokens may stand between those who do it and their verb."""
_DONE_TO = frozenset({"exploit", "force", "move", "make", "buy"})
"""What is done to people."""


@dataclass(slots=True)
class Frame:
    """One statement: the people of whom it speaks and what it says of them."""

    first: int
    last: int
    people: list[Group] = field(default_factory=list)
    verbs: list[Element] = field(default_factory=list)
    said: list[Element] = field(default_factory=list)
    """Exploitation, services, sectors, means and places, in order."""
    awaits: bool = False
    """True where an active verb still lacks the people to whom it is done."""
    pronoun: bool = False
    """True where a pronoun stands for the people."""
    same_way: bool = False
    """True where they go the same way as others before."""
    points_back: bool = False
    """True where the people are those of a statement before."""
    agent: int = -100
    """The token behind the last word for traffickers or their trade, for where they are the subject."""
    object_of: str = ""
    """The class of the verb or noun whose object the people are."""
    setting: list[Element] = field(default_factory=list)
    """Places where those act who do it, before their verb."""
    muted: int = 0
    """Up to this token trades are those of other people, such as clients."""
    alike: bool = False
    """True where the verb is that of the statement before ("as are Somalis who pass through Kenya")."""
    before: list[Group] = field(default_factory=list)
    """The people in whose place others were taken."""
    victims: bool = False
    """True where the people are said to be among the victims ("most victims are Laotians")."""
    called: int = 0
    """The token at which they are called so ("may also be victims")."""

    @property
    def begun(self) -> bool:
        """True where something is said of the people."""
        telling = any(v.value not in {"move", "agent"} for v in self.verbs) or any(e.kind == "exploitation" for e in self.said)
        return bool(self.people) and (telling or (bool(self.verbs) and any(e.kind == "place" for e in self.said)))

    def add(self, element: Element) -> None:
        """Take an element into the statement."""
        if element.kind == "sector" and element.first < self.muted:
            return
        self.last = max(self.last, element.last)
        if element.kind == "verb":
            self.verbs.append(element)
        elif element.group:
            self.people.append(element.group)
        else:
            self.said.append(element)

    def after(self, verb: Element) -> list[Element]:
        """What is said behind a verb."""
        return [e for e in self.said if e.first >= verb.first]


def frames(annotated: Annotated, sentence: Sentence) -> list[Frame]:
    """The statements of a sentence, in order."""
    tokens = annotated.tokens
    found = _without_others(tokens, sentence, elements(annotated, sentence))
    current = Frame(sentence.first, sentence.first)
    done = [current]
    for n, element in enumerate(found):
        if element.kind == "group":
            if _beside(tokens, sentence, current, element):
                continue
            freed = current.begun and not current.awaits and _acted_on(tokens, sentence, current, element)
            fresh = _begin(element) if freed else _group(tokens, sentence, current, element)
        elif element.kind == "verb":
            fresh = _verb(tokens, sentence, current, element, found[n + 1 :])
        else:
            fresh = None
            current.add(element)
        if fresh:
            current = fresh
            done.append(fresh)
    return done


def _without_others(tokens: Sequence[Token], sentence: Sentence, found: list[Element]) -> list[Element]:
    """Without those from whom people are told apart: "*unlike women from Uganda*, Kenyan women are"."""
    for k in range(sentence.first, sentence.last):
        if tokens[k].lower == "unlike":
            end = next((i for i in range(k, sentence.last) if tokens[i].text == ","), sentence.last)
            found = [kept for e in found if (kept := _behind(e, end) if k <= e.first < end else e)]
    return found


def _behind(element: Element, end: int) -> Element | None:
    """What of people stands behind a token; None where nothing does."""
    held = tuple(p for p in element.group.people if p.first > end) if element.group else ()
    if element.group is None or not held:
        return None
    return element._replace(first=held[0].first, group=element.group._replace(people=held, first=held[0].first))


def _group(tokens: Sequence[Token], sentence: Sentence, current: Frame, element: Element) -> Frame | None:
    """Take people into the statement, or begin a statement with them."""
    if current.awaits:
        current.awaits, current.people = False, []
        current.add(element)
        return None
    left = element.first - 2 if tokens[element.first - 1].text in {"“", '"', "”"} else element.first - 1
    before = tokens[left].lower if left >= sentence.first else ""
    ahead = tokens[max(0, left - 1)].lower
    again = ahead in {"and", ","} and bool(current.people) and tokens[current.people[0].first - 1].lower == "for"
    if before == "for" and current.people and (again or tokens[element.first - 2].lower in role_words("noun") | set(role_of())):
        return _begin(element)
    alike = alike_to(tokens, sentence, element)
    opens = _opens_clause(tokens, sentence, element) or as_well(tokens, current.said, element)
    part = bool(current.people) and (among_them(tokens, element.last) or is_part(element.group))
    if alike or part or (current.begun and opens and before in {"of", "for"}):
        return _begin(element, alike=alike)
    if _agent(tokens, sentence, current, element) and (current.people or before != "for"):
        current.muted = element.last + 5
        return _begin(element) if _of_whom(tokens, element) else None
    if _predicate(tokens, sentence, current, element):
        _called_so(tokens, sentence, current, element)
        return None
    if called_by_people(tokens, current.people, element.group, element.first):
        current.people, current.victims = [], True
    if made_up_of(tokens, current.people, element):
        current.people, current.victims = [], True
    if current.people:
        return _behind_others(tokens, current, element, left, opens=opens)
    if not (current.pronoun and current.verbs and definite(tokens, element.first)):
        current.add(element)  # not for: some are sold, the women in bars
    return None


def _behind_others(tokens: Sequence[Token], current: Frame, element: Element, left: int, *, opens: bool) -> Frame | None:
    """Take people into a statement that has others already, or begin one with them."""
    before = tokens[left].lower
    if not current.begun and paid_for(tokens, current.people, element):
        current.people = []
        current.add(element)
        return None
    if before in flow_words("before_from") or before == "(" or _apposed(tokens, element):
        current.add(element._replace(group=_of_same_origin(current, element)))
        return None
    if current.begun or (opens and current.verbs):
        return _begin(element, current) if opens else None
    if (
        before not in flow_words("nested")
        and not among_these(tokens, left)
        and not listed_as(tokens, current.people[-1].last, element.first)
    ):
        _replace(current, element, listed=before in {"and", "or"})
    return None


def _of_whom(tokens: Sequence[Token], element: Element) -> bool:
    """True for people of whom the sentence goes on: "Omani men marry *Indian women, some of whom* are forced into prostitution"."""
    behind = [t.lower for t in tokens[element.last : element.last + _WHOM]]
    return behind[:1] == [","] and behind[-2:] == ["of", "whom"]


def _beside(tokens: Sequence[Token], sentence: Sentence, current: Frame, element: Element) -> bool:
    """Whether people are put beside those before who share their verb: "Peruvian men *who work in mines and* local boys are forced to"."""
    group, joint = current.people[0] if len(current.people) == 1 else None, element.first - 1
    if group is None or element.group is None or current.begun or current.alike or tokens[joint].lower != "and":
        return False
    if not all(v.value in {"move", "seen"} for v in current.verbs) or not in_aside(tokens, sentence, group, joint):
        return False
    if (verb := goes_on(tokens, sentence, element.last)) < 0:
        return False
    current.people = [reaching(group, joint)]
    current.verbs, current.said = [], [e for e in current.said if e.kind in {"sector", "place"}]
    current.add(element._replace(group=reaching(element.group, verb)))
    return True


def _acted_on(tokens: Sequence[Token], sentence: Sentence, current: Frame, element: Element) -> bool:
    """True for people to whom others do something in a clause of its own: ", and police freed *Ugandan girls* forced to beg"."""
    if element.last >= sentence.last or not (tokens[element.last].tag in {"VBN", "VBD"} or tokens[element.last].lower == "who"):
        return False
    i = element.first - 1
    while i > current.last and tokens[i].pos in {"DET", "ADJ", "NUM", "ADV"}:
        i -= 1
    opened = next((k for k in range(i - 1, current.last - 1, -1) if tokens[k].lower in _CONTRASTING), -1)
    between = tokens[opened + 1 : i]
    return (
        tokens[i].tag in {"VBD", "VBZ", "VBP"}
        and opened >= 0
        and any(t.pos in {"NOUN", "PROPN"} for t in between)
        and not any(t.pos in {"VERB", "AUX"} for t in between)
    )


_CONTRASTING = frozenset({"and", "but", "while", "whereas"})


def _replace(current: Frame, element: Element, *, listed: bool) -> None:
    """Take people in place of those before, or beside them where a list of people from named places goes on."""
    if current.verbs or not (listed and _came(element.group) and all(_came(g) for g in current.people)):
        current.victims = current.victims or any(p.kind == "victim" for g in current.people for p in g.people)
        current.before, current.people = current.people, []
    current.add(element)


def _came(group: Group | None) -> bool:
    """True for people of whom origins are said."""
    return group is not None and all(p.origins for p in group.people)


def _agent(tokens: Sequence[Token], sentence: Sentence, current: Frame, element: Element) -> bool:
    """True for people who do it, buy it or look on; not for those by whom a country is crossed."""
    if tokens[element.first - 1].lower == "for" and tokens[element.first - 2].lemma in flow_words("counting_as"):
        return False  # accounted for most of the victims
    crossing = not current.people and any(v.value == "transit" and v.last == element.first - 1 for v in current.verbs)
    return not crossing and phrase_before(tokens, element.first, sentence.first, flow_words("agent")) < element.first


def _of_same_origin(current: Frame, element: Element) -> Group | None:
    """People named as part of those before come from where those come from, unless it is said."""
    group, known = element.group, next((p.origins for g in current.people for p in g.people if p.origins), ())
    if group is None:
        return None
    return group._replace(people=tuple(p if p.origins else p._replace(origins=known) for p in group.people))


def _called_so(tokens: Sequence[Token], sentence: Sentence, current: Frame, element: Element) -> None:
    """People of whom it is said that they are victims, of no other harm."""
    of_harm = element.last < sentence.last and tokens[element.last].lower == "of"
    if current.people and not of_harm and tokens[element.first - 1].lower != "as":
        current.victims, current.called = True, element.first


def _begin(element: Element, before: Frame | None = None, *, alike: bool = False) -> Frame:
    """A statement that begins with people; "where" before them says where they are."""
    frame = Frame(element.first, element.last, alike=alike)
    frame.said = [e for e in before.said if e.voice == "where" and e.last == element.group.first] if before and element.group else []
    frame.add(element)
    return frame


def _apposed(tokens: Sequence[Token], element: Element) -> bool:
    """ "46,000 children, nine in 10 of them girls"."""
    return bool({t.lower for t in tokens[max(0, element.first - 3) : element.first]} & {"them", "whom"})


def _predicate(tokens: Sequence[Token], sentence: Sentence, current: Frame, element: Element) -> bool:
    """True for "victims" in "children are also victims of trafficking" and "domestics" in "many are enslaved as domestics": nobody new."""
    if not current.people:
        i = element.first - 1
        while i > sentence.first and (tokens[i].pos in {"ADJ", "DET", "ADV"} or tokens[i].lower in flow_words("unfree")):
            i -= 1
        done = any(v.voice == "passive" for v in current.verbs) or any(t.lower in THEM for t in tokens[current.first : i])
        return tokens[i].lower == "as" and bool(current.verbs) and done
    before = tokens[max(sentence.first, element.first - 5) : element.first]
    linked = [n for n, t in enumerate(before) if t.lower in flow_words("linking") or t.lemma in flow_words("counting_as")]
    kinds = {p.kind for p in element.group.people} if element.group else set()
    nouns = (t.lower for t in before[linked[-1] if linked else 0 :] if t.pos in {"NOUN", "PROPN"})
    return kinds == {"victim"} and bool(linked) and all(word in flow_words("quantity") for word in nouns)


def _opens_clause(tokens: Sequence[Token], sentence: Sentence, element: Element) -> bool:
    """True where people stand as the subject of a clause of their own."""
    before = tokens[element.first - 1].lower if element.first > sentence.first else ","
    if with_these(tokens, sentence, element):
        return True
    if before in {"of", "for"} and element.first - 2 > sentence.first:
        before = tokens[element.first - 2].lower
    if before not in flow_words("clause"):
        return False
    i = element.last
    if i < sentence.last and tokens[i].lower in flow_words("predicate"):
        return True
    while i < sentence.last and (tokens[i].pos == "ADV" or tokens[i].text in {",", "–", "—", ")"}) and i - element.last < 4:
        i += 1
    if i + 1 < sentence.last and tokens[i].lower in flow_words("pronoun") and tokens[i + 1].lower == "of":
        return True
    return i < sentence.last and (tokens[i].pos in {"AUX", "VERB"} or tokens[i].lower in flow_words("predicate"))


def _verb(tokens: Sequence[Token], sentence: Sentence, current: Frame, element: Element, ahead: Sequence[Element]) -> Frame | None:
    """Take a verb into the statement, or begin a statement with it."""
    if element.value == "agent":
        current.agent = element.last
        return None
    target = _object(tokens, element, ahead)
    if target is None:
        if element.value == "make" and not {t.lower for t in tokens[element.last : element.last + 1]} & THEM:
            return None
        current.agent = element.last if element.value == "trade" else current.agent
        _restore(tokens, current, element)
        others = of_others(tokens, sentence, element.first)
        if current.begun and (others or _by_others(tokens, current, element)):
            fresh = Frame(element.first, element.last, pronoun=others)
            fresh.add(element)
            return fresh
        if not current.people:
            current.pronoun = current.pronoun or element.value == "same" or is_pronoun(tokens, sentence, element)
        current.add(element)
        return None
    if element.value == "include":
        if all(p.kind != "victim" for g in current.people for p in g.people) or not current.people:
            return None
        current.add(element)
        current.people, current.awaits, current.victims = [], True, True
        return None
    begun, told = None, _told_by_agent(current, element)
    if current.begun:
        agent, where, current = current.agent, [e for e in current.said if e.voice == "where"], Frame(element.first, element.last)
        current.agent, current.said, begun = agent, [*told, *where], current
    elif element.voice == "active":
        current.setting = [e for e in current.said if e.value == "in" and e.voice not in TRADES]
        fronted = bool(current.said) and current.said[0].first == sentence.first and current.said[0].value in {"from", "via"}
        kept = {"in", "from", "via", "to"} if fronted else {"in"}
        current.said = [*told, *(e for e in current.said if e.value in kept and (fronted or e.first <= sentence.first + 1))]
    current.people, current.awaits, current.object_of = [], True, element.value
    current.add(element)
    return begun


def _restore(tokens: Sequence[Token], current: Frame, verb: Element) -> None:
    """Take back the people in whose place those were taken who do it to them."""
    if current.before and subject_of(tokens, current.people, verb):
        current.people, current.before = current.before, []


def _told_by_agent(current: Frame, verb: Element) -> list[Element]:
    """The exploitation that the word for those who do it names ("sex traffickers exploit")."""
    near = 0 <= verb.first - current.agent < _REACH
    return [e for e in current.said if near and e.kind == "exploitation" and e.last == current.agent]


def _by_others(tokens: Sequence[Token], current: Frame, element: Element) -> bool:
    """True for what others do in a clause of their own to people of no known sort: "NGOs alleged *that officers sold fugitives* to"."""
    if element.voice != "active" or element.value not in {"exploit", "force", "move"} or element.last >= len(tokens):
        return False
    if tokens[element.first].tag not in {"VBD", "VBP", "VBZ"} or tokens[element.last].tag != "NNS":
        return False
    i = element.first - 1
    while i > current.last and tokens[i].pos in {"NOUN", "PROPN", "ADJ", "DET", "ADV"}:
        i -= 1
    return i < element.first - 1 and i > current.last and tokens[i].lower in flow_words("clause")


def _object(tokens: Sequence[Token], element: Element, ahead: Sequence[Element]) -> Element | None:
    """The people to whom an active verb does it, or of whom a noun speaks."""
    target = next((e for e in ahead if e.kind in {"group", "verb"}), None)
    if target is None or target.kind != "group":
        return None
    if tokens[element.first].lemma in flow_words("arriving"):
        return None
    gap = tokens[behind_receiver(tokens, element.last, target.first) : target.first]
    if element.voice == "active" and element.value in _DONE_TO:
        return target if len(gap) <= 3 and all(t.pos in {"ADV", "DET", "ADJ", "NUM", "PART"} for t in gap) else None
    if element.value == "include":
        return target if not gap else None
    if element.value == "trade":
        return target if gap and gap[0].lower in {"of", "in", "affecting", "involving"} and len(gap) <= 2 else None
    return None
