"""What a query may not do, and where a broken one is broken."""

import pytest
from pyoxigraph import Store

from kg.errors import UsageProblem
from kg.graph.sparql import broken, has_dataset, keywords, must_be_allowed, prefixes

REACHING_OUT = [
    "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
    "select * { service silent <http://example.org/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE<http://example.org/>{ ?a ?b ?c } }",
    "SELECT * { ?s ?p ?o . SERVICE # a comment {\n ?endpoint # another\n { ?a ?b ?c } }",
    "PREFIX ex: <http://example.org/> SELECT * { SERVICE ex:sparql { ?s ?p ?o } }",
    "PREFIX ex: <http://example.org/> SELECT * { SERVICEex:sparql { ?s ?p ?o } }",
    "PREFIX : <http://example.org/> SELECT * { SERVICE : { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER(?a<'>') SERVICE <http://example.org/> { ?s ?p ?o } #'\n }",
    'SELECT * { ?s ?p ?o FILTER(?a<"x") SERVICE <http://example.org/> { ?s ?p ?o } #"\n }',
    "SELECT * { ?s ?p ?o FILTER(?a<'>') . <a:b#> <a:b> ?x . SERVICE <http://example.org/> { ?s ?p ?o } #'\n }",
    "PREFIX ex: <http://example.org/> SELECT * { ?s ex:a\\#b ?o . SERVICE <http://example.org/> { ?s ?p ?o } }",
    "PREFIX ex: <http://example.org/> SELECT * { ?s ex:a\\'b ?o . SERVICE <http://example.org/> { ?s ex:a\\'b ?o } }",
    'SELECT * { ?s ?p """\n# """ . SERVICE <http://example.org/> { ?s ?p ?o }\n }',
    "SELECT * { \\u0053ERVICE <http://example.org/> { ?s ?p ?o } }",
    "SELECT * { { SELECT * { SERVICE\t<http://example.org/>\r\n{ ?s ?p ?o } } } }",
]

HARMLESS = [
    "SELECT ?service ?x { ?service ?p ?x }",
    "SELECT ?service { ?service a tip:Facility }",
    "SELECT * { ?s ?p 'SERVICE and load' }",
    "SELECT * { ?s ?p 'SERVICE <http://example.org/> {' FILTER(1 < 2) }",
    "# SERVICE <http://example.org/> {\nSELECT * { ?s <http://example.org/a#b> ?o }",
    "SELECT * { ?s ?p 'x'@service }",
    "SELECT * { ?s <http://example.org/service> ?o } # SERVICE",
    "PREFIX service: <http://example.org/> SELECT * { ?s service:load ?o }",
    "PREFIX insert: <http://example.org/> SELECT * { ?s insert:x ?o }",
]

UPDATES = [
    "LOAD <http://example.org/>",
    "INSERT DATA { <a:b> <a:b> <a:b> }",
    "PREFIX ex: <http://example.org/>\n# a comment\ndelete where { ?s ?p ?o }",
    "BASE <http://example.org/> CLEAR ALL",
    "WITH <http://example.org/> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
]


@pytest.mark.parametrize("query", REACHING_OUT)
def test_a_query_that_reaches_out_is_refused(query: str) -> None:
    with pytest.raises(UsageProblem, match="SERVICE is refused"):
        must_be_allowed(query)


@pytest.mark.parametrize("query", UPDATES)
def test_an_update_is_refused(query: str) -> None:
    with pytest.raises(UsageProblem, match="is refused: the store is read only here"):
        must_be_allowed(query)


@pytest.mark.parametrize("query", HARMLESS)
def test_the_words_are_free_where_they_are_no_keywords(query: str) -> None:
    assert not refused(query)


def refused(query: str) -> bool:
    """Whether a query is not allowed."""
    try:
        must_be_allowed(query)
    except UsageProblem:
        return True
    return False


def test_keywords_are_the_bare_words() -> None:
    query = 'PREFIX ex: <http://from> SELECT ?from $x FROM <ex:from> { ?s ex:from \'from\' ; ex:b """a " from"""@from } # from'
    assert keywords(query) == ["PREFIX", "SELECT", "FROM"]


def test_a_dataset_is_named_by_from_alone() -> None:
    assert has_dataset("SELECT * FROM NAMED <a:b> { }")
    assert not has_dataset("SELECT * { ?from ?p 'from' }")


def test_every_vocabulary_has_a_prefix() -> None:
    assert prefixes()["role"] == "https://w3id.org/tip-kg/role/"
    assert prefixes()["tip"] == "https://w3id.org/tip-kg/ontology/"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        (
            "SELECT * {\n ?s foo:bar ?o }",
            "at line 2, column 12, near “?o }”: the prefix foo: is not known; declare it with PREFIX foo: <IRI>",
        ),
        ("SELECT * { ?s ?p } LIMIT 5", "at line 1, column 12, near “?s ?p } LIMIT 5”: from here on it is no SPARQL"),
        ("SELECT * {\n\t?s ?p ?o FLTER(?o = 3) }", "at line 2, column 18, near “FLTER(?o = 3) }”: from here on it is no SPARQL"),
        ("SELEC * { ?s ?p ?o }", "at line 1, column 1, near “SELEC * { ?s ?p ?o }”: from here on it is no SPARQL"),
        ("SELECT * {", "at line 1, column 11, after “SELECT * {”: the query ends too early"),
        ("", "at line 1, column 1, at the end: the query ends too early"),
    ],
)
def test_a_broken_query_is_told_with_its_place(query: str, told: str) -> None:
    assert str(error_of(query)) == f"the query has an error {told}"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT ?x { ?s ?p ?o } GROUP BY ?s", "the SELECT contains a variable that is unbound"),
        ("SELECT ?s (1 AS ?s) { ?s ?p ?o }", "the SELECT overrides an existing variable using an expression"),
    ],
)
def test_a_query_that_makes_no_sense_is_told_why(query: str, told: str) -> None:
    assert str(error_of(query)) == f"the query has an error: {told}"


def test_an_error_without_a_place_is_told_in_one_line() -> None:
    assert str(broken("x", SyntaxError("something else\nwent wrong"))) == "the query cannot be read: something else went wrong"


def error_of(query: str) -> UsageProblem:
    with pytest.raises(SyntaxError) as error:
        Store().query(query, prefixes=prefixes())
    return broken(query, error.value)
