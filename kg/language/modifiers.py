"""What stands beside a noun for people: demonyms and numbers before it, "from A, B, and C" and "of Chinese origin" behind it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from kg.language.model import Mention, Sentence, Token
from kg.language.phrases import phrase_before
from kg.language.unplaced import UNKNOWN, people_unknown, unplaced
from kg.language.whereabouts import Named, Whereabout, places_at
from kg.vocabulary.flow_words import flow_words

_MODIFIERS: Final = frozenset({"ADJ", "DET", "NUM", "ADV"})
_LINKS: Final = frozenset({",", "and", "or", "and/or", "/"})


class Before(NamedTuple):
    """What stands before a noun: the first token, the places named, the victims named, and whether it points back."""

    first: int
    origins: tuple[Whereabout, ...]
    victims: tuple[str, ...]
    deictic: bool


def before(tokens: Sequence[Token], sentence: Sentence, noun: int, names: Named) -> Before:
    """Read the modifiers before a noun, from right to left."""
    ends = {m.last: m for m in names.values() if m.label == "place"}
    kinds = {m.last: m for m in sentence.of("victims")}
    verbs = {i for m in sentence.of("trafficking") if m.value != "trade" for i in range(m.first, m.last)}
    j, origins, values, deictic = noun, _migrants(tokens, sentence, noun, ends), list[str](), False
    while j > sentence.first:
        t = tokens[j - 1]
        if j in kinds and kinds[j].value == "minorities":
            values.append("minorities")
            j = kinds[j].first
        elif place := _place(tokens, sentence, j, ends):
            values.extend(["women"] if tokens[j - 1].lower in flow_words("feminine") else [])
            j = place.first
            if tokens[j - 1].lower in flow_words("ethnic") and j > sentence.first:
                values.append("minorities")
                place = place._replace(code="home")
            origins.append(place)
        elif j in kinds:
            values.extend(kinds[j].value.split(","))
            j = kinds[j].first
        elif (
            step := _between(tokens, sentence, j, ends)
            if origins
            else int(j == noun and noun not in names and _listed(tokens, sentence, j - 1, ends))
        ):
            j -= step
        elif j - 1 not in ends and tokens[j].text not in {"-", "‑"} and people_unknown(t):
            j -= 1
            origins.append(Whereabout(UNKNOWN, j, j + 1, town=t.text))
        elif j - 1 not in verbs and _modifies(tokens, j, bool(origins)):
            deictic = deictic or t.lower in flow_words("deictic") - {"the", "said"}
            j -= 1
        elif t.lower == "of" and j - 2 >= sentence.first and tokens[j - 2].lower in flow_words("quantity"):
            j -= 2
        else:
            break
    return Before(j, tuple(reversed(origins)), tuple(values), deictic)


def _between(tokens: Sequence[Token], sentence: Sentence, j: int, ends: dict[int, Mention]) -> int:
    """How many tokens before ``j`` only stand between the demonyms of a list: a separator, or "to a lesser extent"."""
    lesser = _lessened(tokens, j)
    return lesser if lesser and _another(tokens, sentence.first, j - lesser, ends) else int(_links(tokens, sentence, j, ends))


def _links(tokens: Sequence[Token], sentence: Sentence, j: int, ends: dict[int, Mention]) -> bool:
    """True at what stands between the demonyms of a list."""
    link = tokens[j - 1].lower in _LINKS or tokens[j - 1].lower in flow_words("hedge")
    return link and _another(tokens, sentence.first, j - 1, ends)


def _listed(tokens: Sequence[Token], sentence: Sentence, i: int, ends: dict[int, Mention]) -> bool:
    """True at the comma behind the last of several demonyms: "Thai, and possibly Lao, women"."""
    mention = ends.get(i)
    if mention is None or mention.form != "demonym" or tokens[i].text != ",":
        return False
    leading = tokens[mention.first - 1].lower
    return (leading in _LINKS or leading in flow_words("hedge")) and _another(tokens, sentence.first, mention.first, ends)


def _migrants(tokens: Sequence[Token], sentence: Sentence, noun: int, ends: dict[int, Mention]) -> list[Whereabout]:
    """Another country for the migrants of "local and migrant women"."""
    migrant = any(m.first == noun and m.value == "migrants" for m in sentence.of("victims"))
    linked = migrant and noun - 1 > sentence.first and tokens[noun - 1].lower in _LINKS
    return [Whereabout("abroad", noun, noun + 1)] if linked and _another(tokens, sentence.first, noun - 1, ends) else []


def _place(tokens: Sequence[Token], sentence: Sentence, j: int, ends: dict[int, Mention]) -> Whereabout | None:
    """The demonym, the owner, or "foreign" or "local" that ends before a token."""
    t = tokens[j - 1]
    mention = ends.get(j) or (ends.get(j - 1) if t.tag == "POS" else None)
    if mention and tokens[mention.last].text in {"-", "‑"} and tokens[mention.last + 1].lower in flow_words("hyphened"):
        return None
    if mention and (mention.form in {"demonym", "possessive"} or _initials(tokens, mention)):
        hedged = phrase_before(tokens, mention.first, sentence.first, flow_words("hedge")) < mention.first
        if mention.first - 2 >= sentence.first and tokens[mention.first - 2].lower == "non":
            return Whereabout("abroad", mention.first - 2, mention.last, hedged)
        return Whereabout(mention.value, mention.first, mention.last, hedged)
    if t.lower in flow_words("foreign"):
        return Whereabout("abroad", j - 1, j)
    return Whereabout("home", j - 1, j) if t.lower in flow_words("local") else None


def _initials(tokens: Sequence[Token], mention: Mention) -> bool:
    """True for a country's initials that stand as an adjective: "PRC nationals", not "in the UAE women are"."""
    if mention.last - mention.first > 1 or not tokens[mention.first].text.isupper():
        return False
    i = mention.first - 1 - (tokens[mention.first - 1].lower == "the")
    return mention.form == "name" and (i < 0 or tokens[i].tag not in {"IN", "TO"} or tokens[i].lower in {"of", "for", "by", "that"})


def _modifies(tokens: Sequence[Token], j: int, placed: bool) -> bool:
    """True where the token before ``j`` can be part of the noun's phrase."""
    t = tokens[j - 1]
    participle = t.tag in {"VBN", "VBG"}
    if (
        t.lower in flow_words("unmodifying")
        or t.lower in flow_words("part")
        or (participle and (tokens[j].pos in {"DET", "NUM"} or placed))
    ):
        return False
    return t.pos in _MODIFIERS or t.tag in {"NN", "HYPH", "JJ", "NNP"} or (participle and t.dep == "amod")


def _another(tokens: Sequence[Token], first: int, i: int, ends: dict[int, Mention]) -> bool:
    """True where another demonym, or "foreign" or "local", ends before the separators before ``i``."""
    while i > first and (
        tokens[i - 1].lower in _LINKS
        or tokens[i - 1].lower in flow_words("hedge")
        or tokens[i].lower in flow_words("hedge")
        or _lessened(tokens, i)
    ):
        if i in ends:
            break
        i -= _lessened(tokens, i) or 1
    found = ends.get(i)
    return bool(found and found.form == "demonym") or tokens[i - 1].lower in flow_words("foreign") | flow_words("local")


def behind(tokens: Sequence[Token], sentence: Sentence, i: int, names: Named) -> tuple[int, tuple[Whereabout, ...]]:
    """The end of what stands behind a noun, and the places that it names as origins."""
    at, last = i, sentence.last
    if at + 1 < last and tokens[at].text == "," and tokens[at + 1].lower in flow_words("before_from"):
        at += 1
    while at < last and (tokens[at].pos == "ADV" or tokens[at].lower in flow_words("before_from")):
        at += 1
    if at < last and tokens[at].lower == "of":
        return _descent(tokens, at, last, i, names)
    found: list[Whereabout] = []
    end = i
    while at < last and tokens[at].lower == "from":
        places = places_at(tokens, at + 1, last, names)
        if places is None:
            locality = at + 1 < last and (tokens[at + 1].pos == "PROPN" or unplaced(tokens, at + 1, last, set(names)) > at + 1)
            locality = locality and at + 1 not in names
            return (end, tuple(found)) if not locality else _locality(tokens, at + 1, last, found)
        end = places.last
        found += [Whereabout("deixis", p.first, p.last) if p.code == "there" else p for p in places.items]
        at = end
        while at < last and (tokens[at].lower in {",", "and", "or"} or tokens[at].pos == "ADV" or _lesser(tokens, at, last)):
            at += _lesser(tokens, at, last) or 1
    return end, tuple(found)


def _lesser(tokens: Sequence[Token], i: int, last: int) -> int:
    """The length of "to a lesser extent" where it stands here."""
    return next((n for n in (4, 5) if i + n <= last and " ".join(t.lower for t in tokens[i : i + n]) in flow_words("limited")), 0)


def _lessened(tokens: Sequence[Token], i: int) -> int:
    """The length of "to a lesser extent" where it ends before a token."""
    return next((n for n in (4, 5) if i >= n and _lesser(tokens, i - n, i) == n), 0)


def _locality(tokens: Sequence[Token], first: int, last: int, found: list[Whereabout]) -> tuple[int, tuple[Whereabout, ...]]:
    """A name that is no country's is a place in the narrative's own where it is said to be part of a country; else it is not known."""
    end = first
    while end < last and (tokens[end].pos == "PROPN" or (end == first) or (end == first + 1 and tokens[first].lower == "the")):
        end += 1
    town = " ".join(t.text for t in tokens[first:end])
    code = UNKNOWN if unplaced(tokens, first, last, set()) > first else "home"
    return end, (*found, Whereabout(code, first, end, town=town))


def _descent(tokens: Sequence[Token], at: int, last: int, i: int, names: Named) -> tuple[int, tuple[Whereabout, ...]]:
    """ "Of Chinese origin", "of Burmese and Thai nationality", and "nationals of Burma"."""
    end, found = at + 1, list[Whereabout]()
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
    if tokens[i - 1].lower in flow_words("citizen"):
        places = places_at(tokens, at + 1, last, names)
        if places:
            return places.last, places.items
    return i, ()
