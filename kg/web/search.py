"""The search: countries by name, organizations and other things by their labels, sentences by their words."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from kg.facts.kinds import KINDS
from kg.facts.model import CERTAINTIES
from kg.vocabulary.iris import ENTITY, TIP, document_iri, token_iri
from kg.vocabulary.places import places
from kg.web.holdings import Holdings, Source, literal
from kg.web.pages import fact_hash, holdings, render
from kg.web.view import DENIED, View, read_view

MOST: Final = 60
"""The results of each sort that are shown."""

LONGEST: Final = 200
"""The characters of a search that count."""

ENTITIES = """
SELECT ?entity ?kind (SAMPLE(?label) AS ?name) (COUNT(DISTINCT ?fact) AS ?mentions) WHERE {
  GRAPH ?g {
    ?entity a tip:Entity , ?kind ; skos:prefLabel ?label ; skos:prefLabel|skos:altLabel ?any .
    FILTER(?kind != tip:Entity && STRSTARTS(STR(?kind), "%s"))
    %s
    ?entity tip:mention ?fact .
  }
} GROUP BY ?entity ?kind ORDER BY DESC(?mentions) ?name LIMIT %d
"""

SENTENCES = """
SELECT ?words ?document ?fact WHERE {
  GRAPH ?g {
    ?quote oa:exact ?words .
    %s
    ?evidence oa:hasSelector ?quote .
    ?fact tip:evidence ?evidence ; tip:doc ?document .
    %s
  }
} LIMIT %d
"""


class Named(NamedTuple):
    """A thing that was found."""

    hash: str
    label: str
    kind: str
    mentions: int


class Sentence(NamedTuple):
    """Quoted words that were found, in pieces, every second of which is one that was looked for."""

    pieces: Sequence[str]
    source: Source
    facts: Sequence[str]


def search(request: Request) -> Response:
    """What is found for the words of the address."""
    held, view = holdings(request), read_view(request.query_params)
    asked = request.query_params.get("q", "")[:LONGEST].strip()
    words = words_of(asked)
    return render(
        request,
        "search.html",
        view=view,
        asked=asked,
        countries=_countries(held, words) if words else [],
        things=_things(held, words) if words else [],
        sentences=sentences(held, words, view) if words else [],
        most=MOST,
    )


def words_of(asked: str) -> list[str]:
    """The words to look for.

    >>> words_of("Lao Women’s Union")
    ['lao', "women's", 'union']
    """
    return asked[:LONGEST].casefold().replace("’", "'").split()


def _countries(held: Holdings, words: Sequence[str]) -> list[tuple[str, str, int]]:
    """Countries of which a name begins with the words, and that the store knows."""
    asked = " ".join(words)
    counts: dict[str, int] = {}
    for source in held.sources.values():
        counts[source.country] = counts.get(source.country, 0) + 1
    named = {code for s in held.statements for code in (s.origin, s.destination, *s.via) if code}
    found = [place for place in places() if asked == place.code.casefold() or any(_begins(name, asked) for name in place.names)]
    return [(place.code, place.name, counts.get(place.code, 0)) for place in found if place.code in counts or place.code in named]


def _begins(name: str, asked: str) -> bool:
    plain = name.casefold().replace("’", "'")
    return plain.startswith(asked) or f" {asked}" in plain


def _filters(variable: str, words: Sequence[str]) -> str:
    plain = f'REPLACE(LCASE({variable}), "’", "\'")'
    return " ".join(f"FILTER(CONTAINS({plain}, {literal(word)}))" for word in words)


def _things(held: Holdings, words: Sequence[str]) -> list[Named]:
    labels = {f"{TIP}Known{kind.kind.term}": kind.kind.label for kind in KINDS}
    rows = held.select(ENTITIES % (TIP + "Known", _filters("?any", words), MOST))
    return [
        Named(row["entity"].removeprefix(ENTITY), row["name"], labels.get(row["kind"], "Thing"), int(row["mentions"]))
        for row in rows
        if "name" in row
    ]


def sentences(held: Holdings, words: Sequence[str], view: View) -> list[Sentence]:
    """The first sentences that have all words."""
    sources = {document_iri(source.id): source for source in held.sources.values()}
    rows = held.select(SENTENCES % (_filters("?words", words), _restrictions(view), MOST * 5))
    gathered: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        gathered.setdefault((row["document"], row["words"]), []).append(fact_hash(row["fact"]))
    found = [Sentence(_cut(quote, words), sources[iri], sorted(set(facts))) for (iri, quote), facts in gathered.items() if iri in sources]
    return sorted(found, key=lambda s: (-(s.source.year or 0), s.source.id, s.pieces))[:MOST]


def _restrictions(view: View) -> str:
    parts = [
        f"?document tip:year ?year . FILTER(?year IN ({', '.join(map(str, view.years))}))" if view.years else "",
        f"?fact tip:exploitation ?form . FILTER(?form IN ({_iris('exploitation', view.exploitation)}))" if view.exploitation else "",
        _certainty(view.certainty) if view.certainty else "",
    ]
    return " ".join(filter(None, parts))


def _certainty(wanted: Sequence[str]) -> str:
    certain = _iris("certainty", [token for token in wanted if token in CERTAINTIES])
    affirmed = f"?sure IN ({certain}) && ?said = <{token_iri('polarity', 'affirmed')}>"
    denied = f"|| ?said = <{token_iri('polarity', 'negated')}>" if DENIED in wanted else ""
    return f"?fact tip:certainty ?sure ; tip:polarity ?said . FILTER(({affirmed}) {denied})"


def _iris(scheme: str, tokens: Sequence[str]) -> str:
    return ", ".join(f"<{token_iri(scheme, token)}>" for token in tokens)


def _cut(quote: str, words: Sequence[str]) -> list[str]:
    """The quote cut around the words.

    >>> _cut("Police and policy", ["polic"])
    ['', 'Polic', 'e and ', 'polic', 'y']
    """
    plain = "".join(c.casefold() if len(c.casefold()) == 1 else c for c in quote).replace("’", "'")
    found, at = [], 0
    while hits := [(place, -len(word), word) for word in words if (place := plain.find(word, at)) >= 0]:
        place, _, word = min(hits)
        found += [quote[at:place], quote[place : place + len(word)]]
        at = place + len(word)
    return [*found, quote[at:]]
