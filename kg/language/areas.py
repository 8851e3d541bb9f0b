"""Areas made of words: "neighboring countries", "other West African countries", "South and Southeast Asia", "countries in the Gulf"."""

from collections.abc import Iterator, Sequence
from typing import Final

from kg.language.model import Mention, Token
from kg.vocabulary.area_words import area_words

_SEPARATORS: Final = frozenset({",", "and", "or", "and/or", "/"})


def areas(tokens: Sequence[Token], first: int, last: int, places: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of places, widened by the words for countries around them, with the areas that have no name of their own."""
    ends = frozenset(m.last for m in places)
    widened = [_widened(tokens, (first, last), m, ends) if m.value.startswith("region:") else m for m in places]
    widened = _named_together(tokens, widened)
    taken = {i for m in widened for i in range(m.first, m.last)}
    shared = [s for m in widened if m.value.startswith("region:") for s in _shared(tokens, first, m, taken)]
    made = _made(tokens, first, last, taken)
    return tuple(sorted((*widened, *shared, *made), key=lambda m: (m.first, -m.last)))


def _widened(tokens: Sequence[Token], bounds: tuple[int, int], region: Mention, ends: frozenset[int]) -> Mention:
    """A region with "countries" behind it, "countries in" before it, or an area beside it ("neighboring West African countries").

    In "to European *countries from* Asia" the noun is of another region, which ends before it.
    """
    (first, last), begin, end, form = bounds, region.first, region.last, region.form
    if end < last and tokens[end].lower in area_words("noun"):
        end, form = end + 1, "name"
    back = begin - 1 if begin > first and tokens[begin - 1].lower == "the" else begin
    if (
        form == "name"
        and back - 2 >= first
        and tokens[back - 1].lower in area_words("inside")
        and tokens[back - 2].lower in area_words("parts")
        and back - 2 not in ends
    ):
        begin = back - 2
    if end > region.last and begin > first and tokens[begin - 1].lower in area_words("beside"):
        name = "-".join(t.lower for t in tokens[begin - 1 : end]).replace("neighbouring", "neighboring")
        return _mention(tokens, f"region:{name}", "name", begin - 1, end)
    return _mention(tokens, region.value, form, begin, end)


def _named_together(tokens: Sequence[Token], held: list[Mention]) -> list[Mention]:
    """Adjectives of regions that share "countries" with the last of their list ("European and Middle Eastern countries")."""
    sharing = set[int]()
    for n in range(len(held) - 1, 0, -1):
        region, one = held[n], held[n - 1]
        between = {t.lower for t in tokens[one.last : region.first]}
        joined = bool(between & _SEPARATORS) and between <= _SEPARATORS | {"other"}
        noun = n in sharing or (region.form == "name" and tokens[region.last - 1].lower in area_words("noun"))
        if joined and noun and one.form == "demonym" and region.value.startswith("region:") and one.value.startswith("region:"):
            held[n - 1] = one._replace(form="name")
            sharing.add(n - 1)
    return held


def _shared(tokens: Sequence[Token], first: int, region: Mention, taken: set[int]) -> Iterator[Mention]:
    """The regions of a list that ends with this one and leaves its last word to it."""
    last_word = region.value.rsplit("-", 1)[-1].rsplit(":", 1)[-1]
    i = region.first - 1
    while i - 1 >= first and tokens[i].lower in _SEPARATORS:
        while i - 1 > first and tokens[i - 1].lower in _SEPARATORS:
            i -= 1
        if tokens[i - 1].lower not in area_words("compass") or i - 1 in taken:
            return
        yield _mention(tokens, f"region:{tokens[i - 1].lower}-{last_word}", region.form, i - 1, i)
        i -= 2


def _made(tokens: Sequence[Token], first: int, last: int, taken: set[int]) -> Iterator[Mention]:
    """Areas named by an adjective and a noun: neighboring countries."""
    for i in range(first, last - 1):
        if tokens[i].lower in area_words("adjective") and tokens[i + 1].lower in area_words("noun") and not taken & {i, i + 1}:
            adjective = tokens[i].lower.replace("neighbouring", "neighboring")
            yield _mention(tokens, f"region:{adjective}-{tokens[i + 1].lower}", "name", i, i + 2)


def _mention(tokens: Sequence[Token], value: str, form: str, first: int, last: int) -> Mention:
    return Mention("place", value, form, first, last, tokens[first].start, tokens[last - 1].end)
