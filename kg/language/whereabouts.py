"""Lists of places: names that share a cue, with what is said between them ("and, to a lesser extent, Oman")."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from kg.language.model import Mention, Sentence, Token
from kg.language.phrases import phrase_at
from kg.language.unplaced import UNKNOWN, unplaced
from kg.vocabulary.flow_words import flow_openers, flow_phrases, flow_words


class Whereabout(NamedTuple):
    """One place of a list; ``code`` may also be ``home``, ``abroad`` or ``there``."""

    code: str
    first: int
    last: int
    hedged: bool = False
    limited: bool = False
    town: str | None = None

    @property
    def is_named(self) -> bool:
        """Whether it is a country or a region, and no word that points to one."""
        return self.code.isupper() or ":" in self.code


class Places(NamedTuple):
    """A list of places and the tokens it spans."""

    items: tuple[Whereabout, ...]
    first: int
    last: int


Named = dict[int, Mention]


def named(sentence: Sentence) -> Named:
    """The mentions of places and towns of a sentence by their first token."""
    return {m.first: m for m in sentence.of("town", "place")}


def places_at(tokens: Sequence[Token], i: int, last: int, names: Named) -> Places | None:
    """The list of places that begins at a token, or None."""
    items: list[Whereabout] = []
    first, at, hedged, limited = i, i, False, False
    while True:
        at, hedge, less = _fillers(tokens, at, last, names)
        hedged, limited = hedged or hedge, limited or less
        item = (
            _item(tokens, at, last, names) or (_adjective(tokens, at, last, names) if items else None) or _stranger(tokens, at, last, names)
        )
        if item is None or (items and _subject(tokens, item, last)):
            break
        items.append(item._replace(hedged=hedged, limited=limited))
        end = _parenthesis(tokens, item.last, last)
        at = _separators(tokens, end, last)
        if at == end and not item.code.isupper():
            at = phrase_at(tokens, end, last, flow_phrases("naming"))
        if at == end:
            return Places(tuple(items), first, end)
    return Places(tuple(items), first, _parenthesis(tokens, items[-1].last, last)) if items else None


def _subject(tokens: Sequence[Token], item: Whereabout, last: int) -> bool:
    """True for the country that begins a clause behind a list: "trafficked to the Netherlands, Hungary is a way station"."""
    apart = tokens[item.first - 1].text == "," or (tokens[item.first - 1].lower in {"and", "but"} and tokens[item.first - 2].text == ",")
    return apart and item.last < last and tokens[item.last].lower in _SINGULAR


_SINGULAR = frozenset({"is", "was", "serves", "served", "remains", "remained", "has", "had", "became"})


def _item(tokens: Sequence[Token], i: int, last: int, names: Named) -> Whereabout | None:
    if i >= last:
        return None
    mention = names.get(i)
    if mention and mention.last < last and mention.form == "name" and tokens[mention.last].lower in flow_words("soldiery"):
        return None
    if mention and mention.form == "possessive" and (around := _around(tokens, mention, last, names)):
        return around
    if mention and mention.form != "demonym" and mention.last <= last and not _hyphenated(tokens, mention.last, last):
        town = " ".join(t.text for t in tokens[i : mention.last]) if mention.label == "town" else None
        return Whereabout(mention.value, mention.first, mention.last, town=town)
    if mention and mention.last < last and tokens[mention.last].lower in flow_words("ground"):
        return Whereabout(mention.value, i, mention.last + 1)
    if (end := phrase_at(tokens, i, last, flow_phrases("sea"))) > i:
        return Whereabout("abroad", i, end, town=" ".join(t.text for t in tokens[i:end]))
    special = _special(tokens, i, last)
    return Whereabout(special[0], i, special[1]) if special else None


def _around(tokens: Sequence[Token], owner: Mention, last: int, names: Named) -> Whereabout | None:
    """The countries around the one that is named: "Ghana's neighboring countries", "Ghana's neighbors"."""
    i = owner.last + 1
    area = names.get(i)
    if area is not None and area.value.startswith("region:"):
        return Whereabout(area.value, owner.first, area.last)
    end = phrase_at(tokens, i, last, flow_phrases("around"))
    return Whereabout("region:neighboring-countries", owner.first, end) if end > i else None


def _adjective(tokens: Sequence[Token], i: int, last: int, names: Named) -> Whereabout | None:
    """An adjective among the names of a list ("Poland, Russian, and Turkey")."""
    mention = names.get(i)
    if mention is None or mention.form != "demonym":
        return None
    at = _separators(tokens, mention.last, last)
    named_next = at > mention.last and at in names and names[at].form == "name"
    return Whereabout(mention.value, i, mention.last) if named_next else None


def stranger(tokens: Sequence[Token], i: int, end: int) -> Whereabout:
    """A name that no table of countries has."""
    return Whereabout(UNKNOWN, i, end, town=" ".join(t.text for t in tokens[i:end]))


def _stranger(tokens: Sequence[Token], i: int, last: int, names: Named) -> Whereabout | None:
    """A name that no table has, where a known one follows in the list."""
    end = unplaced(tokens, i, last, set(names))
    if end == i or (at := _separators(tokens, end, last)) == end:
        return None
    if at not in names or names[at].form == "demonym":
        return None
    return stranger(tokens, i, end)


def _hyphenated(tokens: Sequence[Token], i: int, last: int) -> bool:
    return i < last and tokens[i].text in {"-", "‑"} and i + 1 < last and tokens[i + 1].start == tokens[i].end


def _fillers(tokens: Sequence[Token], i: int, last: int, names: Named) -> tuple[int, bool, bool]:
    """Past the words that may stand before a place, and whether they hedge or weaken it."""
    hedged = limited = False
    while i < last and (i not in names or names[i].form == "demonym"):
        special = _special(tokens, i, last)
        if special and any(k in names for k in range(i + 1, special[1])):
            special = None
        if special and special[1] in names and names[special[1]].form != "demonym":
            return special[1], hedged, limited
        if special and not _holds(tokens, special[1], last, names):
            break
        end = special[1] + 1 if special else phrase_at(tokens, i, last, flow_phrases("filler"))
        if end == i and tokens[i].text in {",", "(", "-", "–", "—", "--"}:
            end = i + 1
        if end == i:
            break
        hedged = hedged or phrase_at(tokens, i, last, flow_phrases("hedge")) > i
        limited = limited or phrase_at(tokens, i, last, flow_phrases("limited")) > i
        i = end
    return i, hedged, limited


def _holds(tokens: Sequence[Token], i: int, last: int, names: Named) -> bool:
    """True for "rural areas of Mozambique": a place with a name follows."""
    if i >= last or tokens[i].lower not in {"of", "in"}:
        return False
    return any(k in names for k in range(i + 1, min(last, i + 4)))


_SPECIAL: Final = (("home", "here"), ("abroad", "abroad"), ("there", "there"), ("home", "inland"))
_KINDS: Final = tuple(kind for _, kind in _SPECIAL)


def _special(tokens: Sequence[Token], i: int, last: int) -> tuple[str, int] | None:
    """What words without a name stand for (home, abroad, places just named), and where they end."""
    for code, kind in _SPECIAL if i < last and tokens[i].lower in flow_openers(*_KINDS) else ():
        end = phrase_at(tokens, i, last, flow_phrases(kind))
        if end > i:
            return code, end
    end = _countries(tokens, i, last)
    return ("abroad", end) if end > i else None


def _countries(tokens: Sequence[Token], i: int, last: int) -> int:
    """Past countries without a name: "at least 60 countries and territories worldwide", "countries within the region"."""
    noun = i
    while noun < last and (step := noun + 1 if tokens[noun].tag == "CD" else phrase_at(tokens, noun, last, flow_phrases("unnamed"))) > noun:
        noun = step
    if noun >= last or tokens[noun].lower not in flow_words("lands"):
        return i
    end = noun + 1
    while end + 1 < last and tokens[end].lower in {"and", "or"} and tokens[end + 1].lower in flow_words("lands"):
        end += 2
    tail = phrase_at(tokens, end, last, flow_phrases("everywhere"))
    return tail if noun > i or tail > end else i


def _separators(tokens: Sequence[Token], i: int, last: int) -> int:
    while i < last and tokens[i].lower in {",", "and", "or", "and/or", "/", "–", "-", "—", "--", "but", "(", ")"}:
        i += 1
    if i + 2 < last and [t.lower for t in tokens[i : i + 3]] == ["as", "well", "as"]:
        return i + 3
    return i


def _parenthesis(tokens: Sequence[Token], i: int, last: int) -> int:
    """Past an abbreviation in brackets."""
    if i + 2 < last and tokens[i].text == "(":
        return next((n + 1 for n in range(i + 2, min(last, i + 5)) if tokens[n].text == ")"), i)
    return i
