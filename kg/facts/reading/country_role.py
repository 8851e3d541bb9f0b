"""Reading of country roles: a country or region called a source, transit or destination, of whom and for what."""

from collections.abc import Iterator, Sequence

from kg.facts.country_role import CountryRole
from kg.facts.model import Fact, ordered
from kg.facts.reading.evidence import of_tokens
from kg.facts.reading.flow_elements import elements
from kg.facts.reading.flow_parts import Element
from kg.facts.reading.roles import Called, called
from kg.language.model import Annotated, Sentence, Token
from kg.language.qualifiers import qualify
from kg.vocabulary.role_words import role_of, role_words

_TRIGGERS = frozenset(role_of())


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read country roles outside the recommendations."""
    for sentence in annotated.sentences:
        if sentence.section in {"recommendations", "header"}:
            continue
        if any(t.lower in _TRIGGERS for t in annotated.tokens[sentence.first : sentence.last]):
            found, told = tuple(called(annotated, sentence)), list[Element]()
            for n, one in enumerate(found):
                behind = _behind(annotated, sentence, one, found[n + 1].first if n + 1 < len(found) else sentence.last)
                resumed = n and one.places == found[n - 1].places and one.last == sentence.last - 1
                told = told if resumed else behind
                yield from _facts(annotated, sentence, one, told)


def _behind(annotated: Annotated, sentence: Sentence, one: Called, last: int) -> list[Element]:
    """What stands behind role words up to the next ones: of whom and for what they are said."""
    end = min([last, *(p.first for p in one.places if p.first > one.last)])
    return [e for e in elements(annotated, sentence) if one.last <= e.first < end]


def _facts(annotated: Annotated, sentence: Sentence, one: Called, behind: list[Element]) -> Iterator[Fact]:
    qualified = qualify(annotated, sentence, one.first)
    own = all(p.code in {"home", annotated.document.country} for p in one.places)
    for place in one.places:
        for role in one.roles:
            yield CountryRole(
                doc=annotated.document.id,
                polarity=qualified.polarity,
                certainty="possible" if role.hedged else qualified.certainty,
                evidence=(of_tokens(annotated, *_span(annotated.tokens, sentence, one)),),
                rule="country_role.called",
                country=annotated.document.country if place.code == "home" else place.code,
                role=role.role,
                extent="limited" if place.limited else role.extent if place == one.places[0] or own else None,
                victims=_victims(annotated.tokens, behind) if own else (),
                exploitation=_exploitation(behind) if own else (),
                trend=role.trend,
            )


def _span(tokens: Sequence[Token], sentence: Sentence, one: Called) -> tuple[int, int]:
    fronted = one.places[0].first > one.last and tokens[sentence.first].lower in role_words("opener")
    first = sentence.first if fronted else min([one.first, *(p.first for p in one.places)])
    return max(first, sentence.first), sentence.last


def _victims(tokens: Sequence[Token], behind: Sequence[Element]) -> tuple[str, ...]:
    """Those for whom it is a source, transit or destination."""
    groups = [e.group for e in behind if e.group]
    values = {v for g in groups for v in g.victims}
    if any(tokens[e.first].lemma == "migrate" for e in behind if e.kind == "verb"):
        values.add("migrants")
    return ordered(values or {"nationals"}) if groups else ()


def _exploitation(behind: list[Element]) -> tuple[str, ...]:
    return ordered(v for e in behind if e.kind == "exploitation" for v in e.values)
