"""Groups of people: who they are and where they come from, with lists that share a demonym or a "from"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.language.model import Annotated, Mention, Sentence, Token
from kg.language.modifiers import before, behind
from kg.language.phrases import phrase_at, phrase_before
from kg.language.whereabouts import Named, Whereabout, named
from kg.vocabulary.flow_words import flow_phrases, flow_words


class People(NamedTuple):
    """People named by one noun; ``victims`` are tokens of the vocabulary, empty where the noun says neither sex nor age."""

    victims: tuple[str, ...]
    origins: tuple[Whereabout, ...]
    """Where they come from; ``home`` the narrative's country, ``abroad`` some other country; empty where nothing is said."""
    kind: str
    """``victims``, or the class of a word in ``cues/persons.tsv``, ``demonym``, or ``part`` for a number of those named before."""
    deictic: bool
    """True for "these women", "such victims"."""
    behind: bool
    """True where the origins stand behind the noun."""
    first: int
    last: int


class Group(NamedTuple):
    """A list of people, from the first word about them to the last."""

    people: tuple[People, ...]
    first: int
    last: int

    @property
    def victims(self) -> tuple[str, ...]:
        """All that the group's nouns say of sex, age and standing."""
        return tuple(dict.fromkeys(v for p in self.people for v in p.victims))


class _Head(NamedTuple):
    values: tuple[str, ...]
    kind: str
    first: int
    last: int


def groups(annotated: Annotated, sentence: Sentence) -> tuple[Group, ...]:
    """The groups of people of a sentence, in order."""
    tokens, names = annotated.tokens, named(sentence)
    found = [_of_minority(_people(tokens, sentence, head, names), annotated.document.country) for head in _heads(tokens, sentence)]
    claimed = {i for p in found for i in range(p.first, p.last)}
    found += [p for m in sentence.of("place") if (p := _demonym(tokens, sentence, m, claimed, names))]
    found.sort(key=lambda p: p.first)
    return tuple(_shared(tokens, held) for held in _listed(tokens, found))


def _heads(tokens: Sequence[Token], sentence: Sentence) -> Iterator[_Head]:
    """Nouns for people that are not part of another noun, such as "women" in "women's shelter"."""
    named_otherwise = [m for m in sentence.of("exploitation", "trafficking") if m.value != "victims"]
    heads = {m.last for m in sentence.of("persons")}
    hidden = {i for m in named_otherwise if m.label != "exploitation" or m.last not in heads for i in range(m.first, m.last)}
    mentions = sorted(sentence.of("victims", "persons"), key=lambda m: (m.first, -m.last, m.label != "victims"))
    demonyms = {m.first for m in sentence.of("place") if m.form == "demonym"}
    at, carried, begun = -1, tuple[str, ...](), -1
    for n, m in enumerate(mentions):
        if m.first < at or (m.label == "persons" and m.first in hidden):
            continue
        at = m.last
        values = tuple(m.value.split(",")) if m.label == "victims" else ()
        following = next((o for o in mentions[n + 1 :] if o.first >= m.last), None)
        pointing = tokens[m.first].lower == "those" and (m.last >= sentence.last or not _those(tokens[m.last]))
        if m.last in demonyms or pointing:
            continue
        if following and (following.first == m.last or _both(tokens, m.last, following.first)) and tokens[m.last - 1].lower != "victims":
            carried, begun = (*carried, *values), m.first if begun < 0 else begun
            continue
        first = begun if begun >= 0 else m.first
        if not _part_of_noun(tokens, m, sentence.last):
            yield _Head(tuple(dict.fromkeys((*carried, *values))), "victims" if m.label == "victims" else m.value, first, m.last)
        carried, begun = tuple[str, ...](), -1


def _those(following: Token) -> bool:
    """True for "those from", "those who", "those trafficked"."""
    return following.lower in {"from", "who", "whose", "whom"} or following.lower in flow_words("befallen")


def _both(tokens: Sequence[Token], i: int, first: int) -> bool:
    """True between the adjectives of "male and female workers"."""
    return first == i + 1 and tokens[i].lower in {"and", "or", "and/or"} and {tokens[i - 1].lower, tokens[first].lower} <= _ADJECTIVES


_ADJECTIVES = frozenset({"male", "female", "adult", "child"})
"""What people are called before their noun."""


def _part_of_noun(tokens: Sequence[Token], m: Mention, last: int) -> bool:
    """True where the word stands before another noun or owns it, or is no noun."""
    following = tokens[m.last] if m.last < last else None
    if tokens[m.last - 1].pos == "VERB" and tokens[m.last - 1].tag != "VBG" and not _behind_adjective(tokens, m):
        return True
    if following is None or ((tokens[m.last - 1].tag == "NNS" or _behind_adjective(tokens, m)) and following.tag != "POS"):
        return False
    if following.tag == "POS" or following.lower in {"'s", "'", "-"}:
        return True
    return following.tag in {"NN", "NNS"} and not following.text[:1].isupper()


def _behind_adjective(tokens: Sequence[Token], m: Mention) -> bool:
    """True for a plural that the parser takes for a verb, behind a word that may only stand before a noun ("Filipina artistes")."""
    return tokens[m.last - 1].tag == "VBZ" and m.first > 0 and tokens[m.first - 1].tag in {"JJ", "NNP", "NNPS", "DT", "CD"}


def _people(tokens: Sequence[Token], sentence: Sentence, head: _Head, names: Named) -> People:
    left = before(tokens, sentence, head.first, names)
    origins = left.origins
    last, places = behind(tokens, sentence, head.last, names)
    people = names.get(head.first)
    if people is not None and people.form == "demonym" and not origins and not places:
        origins = (Whereabout(people.value, people.first, people.last),)
    if head.kind in {"home", "foreign"} and not origins and not places:
        origins = (Whereabout("home" if head.kind == "home" else "abroad", head.first, head.last),)
    if places and all(o.code == "abroad" or o.code.startswith("region:") for o in origins):
        origins = ()
    if origins and tokens[last - 1].lower in flow_words("origin_noun"):
        places = ()
    workers = bool({o.code for o in left.origins} == {"abroad"}) and tokens[head.last - 1].lower in flow_words("worker")
    victims = tuple(dict.fromkeys((*left.victims, *head.values, *(("migrants",) if workers else ()))))
    return People(victims, (*origins, *places), head.kind, left.deictic, bool(places), left.first, last)


def _of_minority(people: People, country: str | None) -> People:
    """Those of a people that lives in the narrative's country too, where they are said to be from there: "Turkmen girls from Iraq"."""
    apart = [o for o in people.origins if o.code not in {"home", country}]
    here = [o for o in people.origins if o.code in {"home", country}]
    fellow = people.behind and len(people.origins) == 2 and len(apart) == 1 and bool(here) and here[0].first > apart[0].last
    return people._replace(origins=tuple(here)) if fellow and apart[0].code.isupper() else people


def _demonym(tokens: Sequence[Token], sentence: Sentence, m: Mention, claimed: set[int], names: Named) -> People | None:
    """People named by a demonym alone: "Filipinas", "62 Chinese", "young Batswana"."""
    if m.form != "demonym" or m.first in claimed:
        return None
    following = tokens[m.last] if m.last < sentence.last else None
    if following and (following.tag == "POS" or following.text in {"-", "‑"}):
        return None
    if not _plural(tokens[m.last - 1].lower) and not _substantive(tokens, sentence, m, following):
        return None
    if _of_customers(tokens, sentence.first, m.first):
        return None
    left = before(tokens, sentence, m.first, names)
    hedged = phrase_before(tokens, m.first, sentence.first, flow_words("hedge")) < m.first
    ethnic = m.first > sentence.first and tokens[m.first - 1].lower in flow_words("ethnic")
    own = Whereabout("home" if ethnic else m.value, m.first, m.last, hedged)
    women = ("women",) if tokens[m.last - 1].lower in flow_words("feminine") else ()
    women = (*women, "minorities") if ethnic else women
    return People((*left.victims, *women), (*left.origins, own), "demonym", left.deictic, False, left.first, m.last)


def _of_customers(tokens: Sequence[Token], first: int, i: int) -> bool:
    """True for the peoples of those who buy sex: "foreign tourists, *mainly French and Spanish*", "most of the clients are German"."""
    at = i - 1
    while at > first and (
        tokens[at].tag in {"JJ", "NNP", "NNPS", "RB", "CC"}
        or tokens[at].text in {",", "(", "–", "—"}
        or tokens[at].lower in flow_words("part")
        or tokens[at].lemma == "be"
    ):
        at -= 1
    return at < i - 1 and tokens[at].lower in flow_words("customers")


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") and not word.endswith("ese")


def _substantive(tokens: Sequence[Token], sentence: Sentence, m: Mention, following: Token | None) -> bool:
    """True for a demonym without a plural that stands for people: a number or "some" before it, or a verb behind it."""
    left = tokens[m.first - 1] if m.first > sentence.first else None
    if following is not None and (following.pos in {"NOUN", "PROPN", "ADJ"} or _is_trade(sentence, m.last)):
        return False
    if left is not None and (left.pos == "NUM" or left.lower in flow_words("counting")):
        return True
    if left is not None and left.lower == "no" and following is not None and following.pos == "AUX":
        return True
    if left is not None and (left.lower in flow_words("part") or left.lower in {"them", "whom"}):
        return True
    listed = (
        left is not None
        and left.lower in {"and", "or", ","}
        and m.first - (3 if tokens[m.first - 2].text == "," else 2) in {n.last - 1 for n in sentence.of("place") if n.form == "demonym"}
    )
    if listed:
        return True
    if left is not None and left.lower == "the" and following is not None and following.lower in {"who", "whom"}:
        return True
    if following is not None and following.lower == "of" and tokens[m.last + 1].lower in {"both", "all", "either"}:
        return True  # Vietnamese of both sexes
    behind_for = left is not None and left.lower in {"for", "of"} and following is not None
    if behind_for and following is not None and (following.lower in {"on", "who", "en", "in"} or following.tag in {"VBN", "VBD"}):
        return True
    if _said_of_people(tokens, sentence, m.first) and (following is None or following.pos in {"PUNCT", "CCONJ", "SCONJ", "NUM"}):
        return True
    opens = left is None or left.text in {",", ";", ":"} or left.lower in {"and", "that", "while"}
    return opens and following is not None and (following.pos in {"VERB", "AUX", "ADV"} or following.lower in {"in", "who"})


def _is_trade(sentence: Sentence, i: int) -> bool:
    """True at the name of a trade, whatever part of speech it seems: "Chinese logging firms"."""
    return any(trade.first == i for trade in sentence.of("sectors"))


def _said_of_people(tokens: Sequence[Token], sentence: Sentence, i: int) -> bool:
    """True behind "most victims were", "of whom 80 were", "the women are mainly"."""
    at = i - 1
    while at > sentence.first and (tokens[at].pos == "ADV" or tokens[at].lower in flow_words("part")):
        at -= 1
    if at <= sentence.first or tokens[at].lower not in {"is", "are", "was", "were", "been"}:
        return False
    ends = {m.last for m in sentence.of("victims", "persons")}
    return at in ends or tokens[at - 1].pos == "NUM" or tokens[at - 1].lower in flow_words("part_of_them") | flow_words("pronoun")


def _listed(tokens: Sequence[Token], people: Sequence[People]) -> Iterator[list[People]]:
    """People who stand in one list."""
    held: list[People] = []
    for one in people:
        if held and one.first < held[-1].last:
            continue
        apart = among_them(tokens, one.last) and tokens[one.first - 1].lower not in {"and", "or"}
        apart = apart or (bool(held) and among_them(tokens, one.last) and tokens[held[-1].last].text == ",")
        apart = apart or (bool(held) and _of_new_clause(tokens, held, one))
        if held and (not _linked(tokens, held[-1].last, one.first) or apart):
            yield held
            held = []
        held.append(one)
    if held:
        yield held


def _of_new_clause(tokens: Sequence[Token], held: Sequence[People], one: People) -> bool:
    """True for the subject of a clause behind those as whom others serve: "are forced to serve *as porters, and Chadians who flee are*"."""
    led = held[0].first > 0 and tokens[held[0].first - 1].lower == "as"
    parted = [t.lower for t in tokens[held[-1].last : one.first]] == [",", "and"]
    following = tokens[one.last] if one.last < len(tokens) else None
    return led and parted and bool(one.origins) and following is not None and (following.lower == "who" or following.pos in {"AUX", "VERB"})


def among_them(tokens: Sequence[Token], i: int) -> bool:
    """True behind "some children" in "some children among them are": they are part of those named before, not beside them."""
    return [t.lower for t in tokens[i : i + 2]] == ["among", "them"] and i + 2 < len(tokens) and tokens[i + 2].pos in {"AUX", "VERB"}


def _linked(tokens: Sequence[Token], i: int, end: int) -> bool:
    """True where nothing but separators and words such as "particularly" stands between two nouns."""
    while i < end:
        step = phrase_at(tokens, i, end, flow_phrases("apart"))
        if step == i:
            return False
        i = step
    return True


def _by_share(tokens: Sequence[Token], held: Sequence[People]) -> list[People]:
    """ "Women, chiefly Ethiopian and Kenyan": the peoples behind the word say where those before come from."""
    people = [held[0]]
    for left, one in pairwise(held):
        last = people[-1]
        going_on = last.last == left.last and last is not left
        if one.kind == "demonym" and "minorities" not in one.victims and (going_on or _mostly(tokens, left.last, one.first)):
            victims = tuple(dict.fromkeys((*last.victims, *one.victims)))
            known = last.origins if going_on else ()
            people[-1] = last._replace(victims=victims, origins=(*known, *one.origins), behind=True, last=one.last)
        else:
            people.append(one)
    return people


def _mostly(tokens: Sequence[Token], i: int, end: int) -> bool:
    """True where "mostly" or "all of them" stands between two nouns."""
    return any(phrase_at(tokens, k, end, flow_phrases("mostly")) > k for k in range(i, end))


def _shared(tokens: Sequence[Token], held: Sequence[People]) -> Group:
    """A demonym serves the nouns behind it, a "from" the nouns before it, as far as no noun has its own."""
    people = _by_share(tokens, held)
    joints = [{t.lower for t in tokens[a.last : b.first]} for a, b in pairwise(people)]
    for n in range(len(people) - 1, 0, -1):
        closed = "well" in joints[n - 1] or (n > 1 and bool(joints[n - 1] & joints[n - 2] & {"and", "or"}))
        if people[n].behind and all(o.code == "abroad" for o in people[n - 1].origins) and not closed:
            people[n - 1] = people[n - 1]._replace(origins=people[n].origins, behind=True)
    for n, one in enumerate(people):
        if n and not one.victims and tokens[one.first].lower == "those":
            people[n] = one._replace(victims=tuple(dict.fromkeys(v for p in people[:n] for v in p.victims)))
    for n in range(1, len(people)):
        inherited = people[n - 1].origins
        if inherited and {o.code for o in people[n].origins} == {"deixis"}:
            people[n] = people[n]._replace(origins=inherited)  # boys from the same countries
        at_home = {o.code for o in inherited} == {"home"} and {"migrants", "refugees"} & set(people[n].victims)
        if not people[n].origins and not at_home:
            people[n] = people[n]._replace(origins=inherited)
        if not people[n].origins and joints[n - 1] & flow_words("part"):
            people[n] = _among_foreigners(tokens, people[:n], people[n])
    return Group(tuple(people), people[0].first, people[-1].last)


def _among_foreigners(tokens: Sequence[Token], whole: Sequence[People], part: People) -> People:
    """A part of migrants or refugees are such too: "migrant workers, notably *domestic workers*"."""
    kinds = [v for v in ("migrants", "refugees") if all(v in p.victims for p in whole)]
    within = any(t.lower in flow_words("within") for t in tokens[max(0, whole[0].first - 1) : part.first])
    if not kinds or within:
        return part
    return part._replace(victims=tuple(dict.fromkeys((*part.victims, *kinds))), origins=(Whereabout("abroad", part.first, part.first),))
