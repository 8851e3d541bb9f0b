"""How people of a sentence belong together: those put beside others, and those who say who others are."""

from collections.abc import Sequence

from kg.facts.reading.flow_parts import Element
from kg.language.clauses import FINITE
from kg.language.model import Sentence, Token
from kg.language.people import Group
from kg.vocabulary.flow_words import flow_words

THEM = frozenset({"them", "him", "her"})
_REACHED = 2
"""How many tokens may stand between those who do it and their verb."""
_WHO = 4
"""How many tokens behind people "who" may stand."""
_PHRASE = 6
"""How many tokens may stand between people and their verb."""


def called_by_people(tokens: Sequence[Token], whom: Sequence[Group], who: Group | None, first: int) -> bool:
    """Whether peoples are named that victims are of: "most victims found in Norway *are Albanians and Syrians*"."""
    victims = bool(whom) and all(p.kind == "victim" and not p.origins for g in whom for p in g.people)
    peoples = who is not None and all(p.kind == "demonym" for p in who.people)
    i = first - 1
    while i > 0 and tokens[i].pos == "ADV":
        i -= 1
    return victims and peoples and tokens[i].pos == "AUX" and tokens[i].lemma == "be"


def is_part(group: Group | None) -> bool:
    """Whether people are a number of those before: "including *12 from Togo* who"."""
    return group is not None and all(p.kind == "part" for p in group.people)


def listed_as(tokens: Sequence[Token], first: int, end: int) -> bool:
    """True for the last of those as whom others serve: "recruit boys to serve *as porters, spies, and sex slaves*"."""
    i = end - 1
    while i > first and (tokens[i].pos in {"NOUN", "ADJ", "PROPN", "CCONJ", "DET"} or tokens[i].text == ","):
        i -= 1
    return i > first and tokens[i].lower == "as" and tokens[i - 1].lower not in {"such", "well"}


def alike_to(tokens: Sequence[Token], sentence: Sentence, element: Element) -> bool:
    """True for people behind "as are", "so may" and "nor are": what was said before holds of them too."""
    i = element.first - 1
    while i > sentence.first and tokens[i].pos in {"DET", "ADJ", "NUM"} and tokens[i].lower not in flow_words("likewise"):
        i -= 1
    if element.last < sentence.last and tokens[element.last].tag == "JJ":
        return False  # nor are women from Benin safe
    return i > sentence.first and tokens[i].pos == "AUX" and tokens[i - 1].lower in flow_words("likewise")


def with_these(tokens: Sequence[Token], sentence: Sentence, element: Element) -> bool:
    """True for people of whom "with" and a participle say something of their own: ", with a few girls taken to Oman"."""
    i = element.first - 1
    while i > sentence.first and (
        tokens[i].lower in flow_words("quantity") or tokens[i].pos in {"DET", "ADJ", "NUM"} or tokens[i].lower == "of"
    ):
        i -= 1
    at = element.last
    while at < sentence.last - 1 and (tokens[at].pos == "ADV" or tokens[at].lower in {"being", "sex", "sexually"}):
        at += 1
    return i > sentence.first and tokens[i].lower == "with" and at < sentence.last and tokens[at].tag in {"VBN", "VBD", "VBG"}


def subject_of(tokens: Sequence[Token], people: Sequence[Group], verb: Element) -> bool:
    """Whether people do something to those before them: "boys study at schools *whose teachers force them* to beg"."""
    if not people or verb.voice != "active" or verb.last >= len(tokens) or tokens[verb.last].lower not in THEM:
        return False
    between = tokens[people[-1].last : verb.first]
    origins = any(p.origins for p in people[-1].people)
    return not origins and len(between) <= _REACHED and all(t.pos in {"ADV", "AUX"} for t in between)


def made_up_of(tokens: Sequence[Token], people: Sequence[Group], element: Element) -> bool:
    """Whether victims are told by those among whom they are: "identified *victims among Kenyan women* who work in"."""
    group, i = element.group, element.first - 1
    victims = len(people) == 1 and all(p.kind == "victim" and not p.origins for p in people[0].people)
    named = group is not None and all(p.origins for p in group.people)
    return victims and named and tokens[i].lower in {"among", "amongst"} and i == people[0].last


def paid_for(tokens: Sequence[Token], people: Sequence[Group], element: Element) -> bool:
    """Whether people are those whom others before them pay for: "Omani men *pay for marriages with girls, who* are then used for sex"."""
    between = tokens[people[-1].last : element.first]
    behind = [t.lower for t in tokens[element.last : element.last + _WHO]]
    bought = any(t.lemma in flow_words("paying") and t.pos == "VERB" for t in between)
    return bought and ("who" in behind or "whom" in behind) and not any(t.pos == "AUX" for t in between)


def definite(tokens: Sequence[Token], i: int) -> bool:
    """True for ", the women" behind what is said of "some"."""
    i -= tokens[i].lower != "the"
    return tokens[i].lower == "the" and tokens[i - 1].text == ","


def among_these(tokens: Sequence[Token], i: int) -> bool:
    """True behind "children among the estimated": the people who follow are those that others are part of."""
    first = max(0, i - _PHRASE)
    while i > first and (tokens[i].pos in {"DET", "NUM", "ADJ", "ADV", "PART"} or tokens[i].lower in {"estimated", "country"}):
        i -= 1
    return tokens[i].lower in {"among", "amongst"}


def of_others(tokens: Sequence[Token], sentence: Sentence, first: int) -> bool:
    """True where "others" or "some" is the subject of a clause of its own ("while others are exploited in")."""
    i = first - 1
    while i > sentence.first and tokens[i].pos in {"AUX", "ADV"}:
        i -= 1
    if i > sentence.first and tokens[i - 1].lower == "with" and tokens[i].lower in flow_words("pronoun"):
        return True
    return i > sentence.first and tokens[i].lower in flow_words("others") and tokens[i - 1].lower in flow_words("clause")


def in_aside(tokens: Sequence[Token], sentence: Sentence, group: Group, end: int) -> bool:
    """Whether only a relative or a participle stands behind people who begin a clause: "men *who work in mines*", "*employed in* bars"."""
    begin = sentence.clause_of(group.first).first
    begin = next((i + 1 for i in range(group.first - 1, begin, -1) if tokens[i].text == ","), begin)
    between = tokens[group.last : end]
    relative = bool(between) and between[0].lower == "who"
    if any(t.tag in FINITE for t in tokens[begin : group.first]) or any(t.text in {",", ";"} for t in between):
        return False
    opened = relative or (bool(between) and between[0].tag in {"VBG", "VBN"})
    return opened and sum(t.tag in FINITE for t in between) <= relative


def reaching(group: Group, last: int) -> Group:
    """People with all that is said of them alone, up to a token: their trades are not those of others."""
    return group._replace(people=tuple(p._replace(last=max(p.last, last)) for p in group.people))


def goes_on(tokens: Sequence[Token], sentence: Sentence, i: int) -> int:
    """The finite verb that follows, with no more than a phrase between: "Filipina women *in domestic service* are"; else -1."""
    end = min(sentence.last, i + _PHRASE)
    at = next((n for n in range(i, end) if tokens[n].tag in FINITE or tokens[n].text in {",", ";"}), -1)
    return at if at >= 0 and tokens[at].tag in FINITE and not any(t.tag in {"WP", "WDT"} for t in tokens[i:at]) else -1


def as_well(tokens: Sequence[Token], said: Sequence[Element], element: Element) -> bool:
    """Whether people have what is said of them alone: "exploit women in bars, *as well as Turkish men in* forced labor"."""
    first, joined = element.first - 3, [t.lower for t in tokens[max(0, element.first - 3) : element.first]] == ["as", "well", "as"]
    told = joined and any(e.last in {first, first - 1} for e in said) and element.last < len(tokens)
    return told and tokens[element.last].lower in flow_words("predicate")


def is_pronoun(tokens: Sequence[Token], sentence: Sentence, element: Element) -> bool:
    """True where a word for people named before is the subject of a verb, or the object of one of moving ("route them through")."""
    if element.value == "move" and element.voice == "active" and tokens[min(element.last, sentence.last - 1)].lower in THEM:
        return True
    ahead = range(max(sentence.first, element.first - 8), element.first)
    at = [i for i in ahead if tokens[i].pos not in {"AUX", "ADV"} and not _of_those_serving(tokens, sentence.first, i)]
    before = [tokens[i] for i in at]
    parts = (t.lower in flow_words("pronoun") and not _of_noun(before, n) for n, t in enumerate(before))
    return any(parts) or (bool(before) and before[-1].lower in flow_words("part_of_them"))


def _of_noun(before: Sequence[Token], n: int) -> bool:
    """True for "most of the drugs" and "some 40 judges", which stand for no people named before."""
    if [t.pos for t in before[n + 1 : n + 3]] in (["NUM", "NOUN"], ["NUM", "PROPN"], ["NUM", "ADJ"]):
        return True
    behind = [t.lower for t in before[n + 1 : n + 3]]
    return len(behind) == 2 and behind[0] == "of" and behind[1] not in flow_words("pronoun") | flow_words("deictic") - {"the", "its"}


def _of_those_serving(tokens: Sequence[Token], begin: int, pronoun: int) -> bool:
    """Whether a pronoun stands for those who serve somewhere: "*soldiers* were taught before *they* were sent", "*consuls who* were"."""
    if pronoun > begin and tokens[pronoun].lower in flow_words("relative"):
        return tokens[pronoun - 1].lower in flow_words("serving_people")
    opened = tokens[pronoun].lower == "they" and pronoun > begin and tokens[pronoun - 1].lower in flow_words("time")
    verb = next((n for n in range(begin, pronoun) if tokens[n].pos in {"AUX", "VERB"}), begin)
    subject = {t.lower for t in tokens[begin:verb]}
    told = {t.lower for t in tokens[verb:pronoun]}
    return opened and bool(subject & flow_words("serving_people")) and not told & flow_words("those_held")
