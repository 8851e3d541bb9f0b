"""Statements on trafficking: which people, verbs, places and forms of exploitation of a sentence belong together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.facts.reading.flow_elements import Element, elements
from kg.language.model import Annotated, Sentence, Token
from kg.language.people import Group
from kg.language.phrases import phrase_before
from kg.vocabulary.flow_words import flow_words

DONE_TO = frozenset({"exploit", "force"})


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
    pronoun: bool = False
    """True where a pronoun stands for the people."""

    @property
    def begun(self) -> bool:
        """True where something is said of the people."""
        return bool(self.people) and (any(v.value != "move" for v in self.verbs) or any(e.kind == "exploitation" for e in self.said))

    def add(self, element: Element) -> None:
        """Take an element into the statement."""
        self.last = max(self.last, element.last)
        if element.kind == "verb":
            self.verbs.append(element)
        elif element.group:
            self.people.append(element.group)
        else:
            self.said.append(element)


def frames(annotated: Annotated, sentence: Sentence) -> list[Frame]:
    """The statements of a sentence."""
    tokens, found = annotated.tokens, elements(annotated, sentence)
    current = Frame(sentence.first, sentence.first)
    done = [current]
    for n, element in enumerate(found):
        fresh = (
            _group(tokens, sentence, current, element)
            if element.kind == "group"
            else _verb(tokens, sentence, current, element, found[n + 1 :])
            if element.kind == "verb"
            else None
        )
        if fresh:
            current = fresh
            done.append(fresh)
        elif element.kind not in {"group", "verb"}:
            current.add(element)
    return done


def _group(tokens: Sequence[Token], sentence: Sentence, current: Frame, element: Element) -> Frame | None:
    """Take people into the statement, or begin a statement with them."""
    if current.awaits:
        current.awaits, current.people = False, []
        current.add(element)
        return None
    if phrase_before(tokens, element.first, sentence.first, flow_words("agent")) < element.first:
        return None
    before = tokens[element.first - 1].lower if element.first > sentence.first else ""
    if not current.people:
        current.add(element)
        return None
    if before in {"including", "particularly", "especially", "(", "mostly", "mainly", "primarily"} or _apposed(tokens, element):
        current.add(element)
        return None
    nested = before in {"of", "in", "for", "to", "from", "on", "than", "between", "over", "about"}
    if current.begun:
        if _opens_clause(tokens, sentence, element):
            return _begin(element)
        return None
    if not nested:
        current.people = []
        current.add(element)
    return None


def _begin(element: Element) -> Frame:
    frame = Frame(element.first, element.last)
    frame.add(element)
    return frame


def _apposed(tokens: Sequence[Token], element: Element) -> bool:
    """ "46,000 children, nine in 10 of them girls"."""
    words = [t.lower for t in tokens[max(0, element.first - 3) : element.first]]
    return "them" in words or "whom" in words


def _opens_clause(tokens: Sequence[Token], sentence: Sentence, element: Element) -> bool:
    """True where people stand as the subject of a clause of their own."""
    before = tokens[element.first - 1].lower if element.first > sentence.first else ","
    if before not in flow_words("clause"):
        return False
    i = element.last
    while i < sentence.last and (tokens[i].pos == "ADV" or tokens[i].text == ",") and i - element.last < 4:
        i += 1
    return i < sentence.last and (tokens[i].pos in {"AUX", "VERB"} or tokens[i].lower in {"who", "in", "from", "as", "on"})


def _verb(tokens: Sequence[Token], sentence: Sentence, current: Frame, element: Element, ahead: Sequence[Element]) -> Frame | None:
    """Take a verb into the statement, or begin a statement with it."""
    target = _object(tokens, element, ahead)
    if target is None:
        if not current.people:
            current.pronoun = current.pronoun or _pronoun(tokens, sentence, element)
        current.add(element)
        return None
    if current.begun:
        current = Frame(element.first, element.last)
        current.add(element)
        current.awaits = True
        return current
    current.people, current.awaits = [], True
    current.add(element)
    return None


def _object(tokens: Sequence[Token], element: Element, ahead: Sequence[Element]) -> Element | None:
    """The people to whom an active verb does it, or of whom a noun speaks."""
    target = next((e for e in ahead if e.kind in {"group", "verb"}), None)
    if target is None or target.kind != "group":
        return None
    gap = tokens[element.last : target.first]
    if element.voice == "active" and element.value in {"exploit", "force", "move"}:
        return target if len(gap) <= 3 and all(t.pos in {"ADV", "DET", "ADJ", "NUM", "PART"} for t in gap) else None
    if element.value == "trade":
        return target if gap and gap[0].lower in {"of", "in"} and len(gap) <= 2 else None
    return None


def _pronoun(tokens: Sequence[Token], sentence: Sentence, element: Element) -> bool:
    return any(t.lower in flow_words("pronoun") for t in tokens[max(sentence.first, element.first - 8) : element.first])


def linked(found: Sequence[Frame]) -> Iterator[Frame]:
    """The statements that have people and something said of them."""
    yield from (f for f in found if f.verbs or f.said)
