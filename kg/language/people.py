"""Groups of people: who they are and where they come from, with lists that share a demonym or a "from"."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kg.language.model import Annotated, Mention, Sentence, Token
from kg.language.phrases import phrase_at, phrase_before
from kg.language.whereabouts import Named, Whereabout, named, places_at
from kg.vocabulary.flow_words import flow_phrases, flow_words

_MODIFIERS: Final = frozenset({"ADJ", "DET", "NUM", "ADV"})
_LINKS: Final = frozenset({",", "and", "or", "and/or", "/"})
_CHILDISH: Final = frozenset({"NOUN", "PROPN"})


class People(NamedTuple):
    """People named by one noun; ``victims`` are tokens of the vocabulary, empty where the noun says neither sex nor age."""

    victims: tuple[str, ...]
    origins: tuple[Whereabout, ...]
    """Where they come from; ``home`` the narrative's country, ``abroad`` some other country; empty where nothing is said."""
    kind: str
    """``victims``, or the class of a word in ``cues/persons.tsv``, or ``demonym``."""
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
    found = [_people(tokens, sentence, head, names) for head in _heads(tokens, sentence)]
    claimed = {i for p in found for i in range(p.first, p.last)}
    found += [p for m in sentence.of("place") if (p := _demonym(tokens, sentence, m, claimed, names))]
    found.sort(key=lambda p: p.first)
    return tuple(_shared(tokens, held) for held in _listed(tokens, found))


def _heads(tokens: Sequence[Token], sentence: Sentence) -> Iterator[_Head]:
    """Nouns for people that are not part of another noun, such as "women" in "women's shelter"."""
    hidden = {i for m in sentence.of("exploitation", "trafficking") for i in range(m.first, m.last)}
    mentions = sorted(sentence.of("victims", "persons"), key=lambda m: (m.first, -m.last, m.label != "victims"))
    demonyms = {m.first for m in sentence.of("place") if m.form == "demonym"}
    at, carried, begun = -1, (), -1
    for n, m in enumerate(mentions):
        if m.first < at or (m.label == "persons" and m.first in hidden and m.value == "person"):
            continue
        at = m.last
        values = tuple(m.value.split(",")) if m.label == "victims" else ()
        following = next((o for o in mentions[n + 1 :] if o.first >= m.last), None)
        if m.last in demonyms:
            continue
        if following and following.first == m.last and tokens[m.last - 1].lower not in {"victims"}:
            carried, begun = (*carried, *values), m.first if begun < 0 else begun
            continue
        first = begun if begun >= 0 else m.first
        if not _part_of_noun(tokens, m, sentence.last):
            yield _Head(tuple(dict.fromkeys((*carried, *values))), "victims" if values or carried else m.value, first, m.last)
        carried, begun = (), -1


def _part_of_noun(tokens: Sequence[Token], m: Mention, last: int) -> bool:
    """True where the word stands before another noun or owns it, or is no noun."""
    following = tokens[m.last] if m.last < last else None
    if tokens[m.last - 1].pos == "VERB" and tokens[m.last - 1].tag != "VBG":
        return True
    if following is None:
        return False
    if following.tag == "POS" or following.lower in {"'s", "'", "-"}:
        return True
    return (
        following.pos in _CHILDISH
        and following.tag != "NNS" + "P"
        and not following.text[:1].isupper()
        and m.form == ""
        and _compound(following)
    )


def _compound(following: Token) -> bool:
    return following.tag in {"NN", "NNS"} and following.lower not in flow_words("here")


def _people(tokens: Sequence[Token], sentence: Sentence, head: _Head, names: Named) -> People:
    first, origins, values, deictic = _left(tokens, sentence, head.first, names)
    last, places = _right(tokens, sentence, head.last, names)
    own = names.get(head.first)
    if own and own.form == "demonym":
        origins = (*origins, Whereabout(own.value, own.first, own.last))
    if head.kind in {"home", "foreign"} and not origins and not places:
        origins = (Whereabout("home" if head.kind == "home" else "abroad", head.first, head.last),)
    if places and all(o.code == "abroad" for o in origins):
        origins = ()
    victims = tuple(dict.fromkeys((*values, *head.values)))
    return People(victims, (*origins, *places), head.kind, deictic, bool(places), first, last)


def _left(
    tokens: Sequence[Token], sentence: Sentence, head: int, names: Named
) -> tuple[int, tuple[Whereabout, ...], tuple[str, ...], bool]:
    """The first token of a noun's modifiers, the places they name, the victims they name, and whether they point back."""
    ends = {m.last: m for m in names.values() if m.label == "place"}
    kinds = {m.last: m for m in sentence.of("victims")}
    verbs = {i for m in sentence.of("trafficking") if m.value != "trade" for i in range(m.first, m.last)}
    j, origins, values, deictic, named_one = head, [], [], False, False
    while j > sentence.first:
        t = tokens[j - 1]
        mention = ends.get(j) or (ends.get(j - 1) if t.tag == "POS" else None)
        if mention and mention.form in {"demonym", "possessive"}:
            hedged = phrase_before(tokens, mention.first, sentence.first, flow_words("hedge")) < mention.first
            origins.append(Whereabout(mention.value, mention.first, mention.last, hedged))
            j, named_one = mention.first, True
        elif t.lower in flow_words("foreign") or t.lower in flow_words("local"):
            origins.append(Whereabout("abroad" if t.lower in flow_words("foreign") else "home", j - 1, j))
            j, named_one = j - 1, True
        elif j in kinds and kinds[j].first < j:
            values.extend(kinds[j].value.split(","))
            j = kinds[j].first
        elif named_one and (t.lower in _LINKS or t.lower in flow_words("hedge")) and _another(tokens, sentence.first, j - 1, ends):
            j -= 1
        elif j - 1 not in verbs and (
            t.pos in _MODIFIERS
            or t.tag in {"NN", "HYPH", "JJ"}
            or (t.tag in {"VBN", "VBG"} and t.dep == "amod")
            or (t.pos == "PROPN" and t.tag == "NNP")
        ):
            if t.lower in _STOPS or (t.tag in {"VBG", "VBN"} and (tokens[j].pos in {"DET", "NUM"} or named_one)):
                break
            deictic = deictic or t.lower in flow_words("deictic") - {"the", "said"}
            j -= 1
        else:
            break
    return j, tuple(reversed(origins)), tuple(values), deictic


_STOPS: Final = frozenset(
    {
        "including",
        "where",
        "when",
        "not",
        "also",
        "abroad",
        "internally",
        "domestically",
        "there",
        "then",
        "however",
        "furthermore",
        "moreover",
        "additionally",
        "extent",
        "degree",
        "numbers",
        "number",
        "majority",
    }
)


def _another(tokens: Sequence[Token], first: int, i: int, ends: dict[int, Mention]) -> bool:
    """True where another demonym, or "foreign" or "local", ends before the separators before ``i``."""
    while i > first and (
        tokens[i - 1].lower in _LINKS or tokens[i - 1].lower in flow_words("hedge") or tokens[i].lower in flow_words("hedge")
    ):
        if i in ends:
            break
        i -= 1
    found = ends.get(i)
    return bool(found and found.form == "demonym") or tokens[i - 1].lower in flow_words("foreign") | flow_words("local")


def _right(tokens: Sequence[Token], sentence: Sentence, i: int, names: Named) -> tuple[int, tuple[Whereabout, ...]]:
    """Past "from A, B, and C" and "of Chinese origin" behind a noun, and the places they name."""
    at, last = i, sentence.last
    if (
        at < last
        and tokens[at].text == ","
        and at + 1 < last
        and tokens[at + 1].lower
        in {
            "primarily",
            "mainly",
            "mostly",
            "particularly",
            "largely",
            "including",
            "especially",
            "often",
            "usually",
            "some",
            "typically",
            "predominantly",
        }
    ):
        at += 1
    while at < last and (
        tokens[at].pos == "ADV"
        or tokens[at].lower in {"coming", "originating", "originally", "arriving", "hailing", "including", "those", "some"}
    ):
        at += 1
    if at < last and tokens[at].lower == "of":
        return _descent(tokens, at, last, i, names)
    if at >= last or tokens[at].lower not in {"from"}:
        return i, ()
    places = places_at(tokens, at + 1, last, names)
    if places is None:
        return i, ()
    return places.last, tuple(Whereabout("deixis", p.first, p.last) if p.code == "there" else p for p in places.items)


def _descent(tokens: Sequence[Token], at: int, last: int, i: int, names: Named) -> tuple[int, tuple[Whereabout, ...]]:
    """ "Of Chinese origin", "of Burmese and Thai nationality", and "nationals of Burma"."""
    end, found = at + 1, []
    while end < min(last, at + 9):
        mention = names.get(end)
        if mention and mention.label == "place":
            found.append(Whereabout(mention.value, mention.first, mention.last))
            end = mention.last
        elif tokens[end].lower in flow_words("origin_noun"):
            return end + 1, tuple(found)
        elif tokens[end].lower in _LINKS or tokens[end].pos in {"ADJ", "PROPN"}:
            end += 1
        else:
            break
    if tokens[i - 1].lower in {"nationals", "citizens", "natives", "women", "girls", "men", "children"}:
        places = places_at(tokens, at + 1, last, names)
        if places:
            return places.last, places.items
    return i, ()


def _demonym(tokens: Sequence[Token], sentence: Sentence, m: Mention, claimed: set[int], names: Named) -> People | None:
    """People named by a demonym alone: "Filipinas", "62 Chinese", "young Batswana"."""
    if m.form != "demonym" or m.first in claimed:
        return None
    following = tokens[m.last] if m.last < sentence.last else None
    plural = (
        tokens[m.last - 1].lower.endswith("s")
        and tokens[m.last - 1].lower not in {"swiss"}
        and not tokens[m.last - 1].lower.endswith("ese")
    )
    if following and (following.tag == "POS" or following.text in {"-", "‑"} or (following.pos in _CHILDISH and m.last not in claimed)):
        return None
    if not plural and not _substantive(tokens, sentence, m, following):
        return None
    first, origins, values, deictic = _left(tokens, sentence, m.first, names)
    hedged = phrase_before(tokens, m.first, sentence.first, flow_words("hedge")) < m.first
    own = Whereabout(m.value, m.first, m.last, hedged)
    return People(values, (*origins, own), "demonym", deictic, False, first, m.last)


def _substantive(tokens: Sequence[Token], sentence: Sentence, m: Mention, following: Token | None) -> bool:
    """True for a demonym without a plural that stands for people: a number or "some" before it, or a verb behind it."""
    before = tokens[m.first - 1] if m.first > sentence.first else None
    if following is not None and following.pos in {"NOUN", "PROPN", "ADJ"}:
        return False
    if before is not None and (
        before.pos == "NUM" or before.lower in {"some", "many", "most", "several", "few", "young", "ethnic", "fellow"}
    ):
        return True
    opens = before is None or before.text in {",", ";", ":"} or before.lower in {"and", "that", "while"}
    return opens and following is not None and (following.pos in {"VERB", "AUX"} or following.lower in {"in", "who"})


def _listed(tokens: Sequence[Token], people: Sequence[People]) -> Iterator[list[People]]:
    """People who stand in one list."""
    held: list[People] = []
    for one in people:
        if held and one.first < held[-1].last:
            continue
        if held and not _linked(tokens, held[-1].last, one.first):
            yield held
            held = []
        held.append(one)
    if held:
        yield held


def _linked(tokens: Sequence[Token], i: int, end: int) -> bool:
    """True where nothing but separators and words such as "particularly" stands between two nouns."""
    while i < end:
        step = phrase_at(tokens, i, end, flow_phrases("apart"))
        if step == i:
            return False
        i = step
    return True


def _shared(tokens: Sequence[Token], held: Sequence[People]) -> Group:
    """A demonym serves the nouns behind it, a "from" the nouns before it, as far as no noun has its own."""
    people = list(held)
    joints = [{t.lower for t in tokens[a.last : b.first]} for a, b in zip(people, people[1:], strict=False)]
    for n in range(len(people) - 1, 0, -1):
        closed = "well" in joints[n - 1] or (n > 1 and bool(joints[n - 1] & joints[n - 2] & {"and", "or"}))
        if people[n].behind and all(o.code == "abroad" for o in people[n - 1].origins) and not closed:
            people[n - 1] = people[n - 1]._replace(origins=people[n].origins, behind=True)
    for n in range(1, len(people)):
        if not people[n].origins and people[n - 1].origins:
            people[n] = people[n]._replace(origins=people[n - 1].origins)
    return Group(tuple(people), people[0].first, people[-1].last)
