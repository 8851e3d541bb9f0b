"""Facts in words for lists: what each is about, and what else is said of it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kg.facts.model import Fact, declared
from kg.facts.recommendation import Recommendation
from kg.facts.statistic import Statistic
from kg.flows.filters import UNKNOWN, end_name
from kg.graph.wording import shown

COMPARED: Final = {"at_least": "≥ ", "more_than": "> ", "at_most": "≤ ", "less_than": "< ", "approximately": "≈ "}


TOKEN: Final = re.compile(r"[a-z]+(?:_[a-z]+)+")


class Told(NamedTuple):
    """A fact in words."""

    head: str
    details: Sequence[tuple[str, str]]
    """Names of fields and what they hold."""


def told(fact: Fact, country: str | None = None) -> Told:
    """A fact in words: by what identifies it, then the rest of what is known.

    On the page of a country it need not be said whose the thing is.

    >>> from kg.facts.country_role import CountryRole
    >>> told(CountryRole(doc="", country="LAO", role="transit"), "LAO").head, told(CountryRole(doc="", country="LAO", role="transit")).head
    ('Transit', 'Laos (LAO), Transit')
    """
    fields = {name: words for name, words in _fields(fact) if name != "country" or getattr(fact, name) != country}
    heading = HEADS.get(fact.kind.name)
    if heading:
        used, head = heading(fact)
    else:
        used = {name for name, value in declared(type(fact)).items() if value.identifies}
        head = ", ".join(fields[name] for name in declared(type(fact)) if name in used and name in fields)
    rest = [(name.replace("_", " "), words) for name, words in fields.items() if name not in used and words != head]
    if fact.period:
        rest.append(("period", {"reporting": "reporting period", "previous": "period before"}.get(fact.period, fact.period)))
    return Told(head or fact.kind.label, rest)


def _fields(fact: Fact) -> Iterator[tuple[str, str]]:
    for name, value in declared(type(fact)).items():
        held = getattr(fact, name)
        if held not in (None, ()):
            items = held if isinstance(held, tuple) else (held,)
            yield name, ", ".join(_plain(shown(item, value.type)) for item in items)


def _plain(words: str) -> str:
    """A token of no vocabulary as words; anything else as it is.

    >>> _plain("recruitment_fee"), _plain("Snake_Case LTD")
    ('recruitment fee', 'Snake_Case LTD')
    """
    return words.replace("_", " ") if TOKEN.fullmatch(words) else words


def way(origin: str | None, via: Sequence[str], destination: str | None) -> str:
    """A corridor in words.

    >>> way("VNM", ["LAO"], "THA"), way("LAO", [], "LAO"), way(None, [], "THA")
    ('Vietnam → Laos → Thailand', 'within Laos', 'place not named → Thailand')
    """
    if origin == destination and not via:
        return f"within {end_name(origin or UNKNOWN)}"
    return " → ".join(filter(None, (end_name(origin or UNKNOWN), " / ".join(map(end_name, via)), end_name(destination or UNKNOWN))))


def number(fact: Statistic) -> str:
    """The number of a figure with its comparator.

    >>> number(Statistic(doc="", value=43, comparator="at_least")), number(Statistic(doc="", min=60, max=240)), number(Statistic(doc=""))
    ('≥ 43', '60–240', '?')
    """
    if fact.value is not None:
        return COMPARED.get(fact.comparator or "", "") + _short(fact.value)
    low, high = fact.min, fact.max
    if low is not None and high is not None:
        return f"{_short(low)}–{_short(high)}"
    return f"≥ {_short(low)}" if low is not None else f"≤ {_short(high)}" if high is not None else "?"


def _short(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"


def _flow(fact: Fact) -> tuple[set[str], str]:
    held = [getattr(fact, name) for name in ("origin", "via", "destination")]
    return {"origin", "via", "destination"}, way(*held)


def measured(fact: Statistic) -> str:
    """What a figure counts."""
    return shown(fact.measure, declared(Statistic)["measure"].type)


def _statistic(fact: Fact) -> tuple[set[str], str]:
    assert isinstance(fact, Statistic)
    measure = measured(fact)
    return {"measure", "value", "min", "max", "comparator", "unit"}, " ".join(filter(None, (f"{measure}: {number(fact)}", fact.unit)))


def _recommendation(fact: Fact) -> tuple[set[str], str]:
    assert isinstance(fact, Recommendation)
    return set(), " … ".join(piece.quote for piece in fact.evidence)


HEADS: Final[Mapping[str, Callable[[Fact], tuple[set[str], str]]]] = {
    "flow": _flow,
    "statistic": _statistic,
    "recommendation": _recommendation,
}
"""The kinds whose fields make a phrase of their own: the fields that it uses, and the phrase."""
