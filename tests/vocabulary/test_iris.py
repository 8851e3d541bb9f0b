"""The names of the graph: valid whatever they name, and no two things have one."""

import re
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.vocabulary.iris import BASE, DOCUMENT, GRAPH, camel, document_iri, graph_iri, hashed, place_iri, place_of, token_iri, token_of

_WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
_PARTS = st.lists(_WORDS.filter(lambda word: "\x1f" not in word), max_size=4)
_IRI = re.compile(r"https://w3id\.org/tip-kg/[A-Za-z0-9%/._~-]*")


@given(_WORDS)
def test_any_id_has_a_valid_iri_from_which_it_is_read_back(id: str) -> None:
    for namespace, iri in ((DOCUMENT, document_iri(id)), (GRAPH, graph_iri(id))):
        assert _IRI.fullmatch(iri)
        assert NamedNode(iri).value == iri
        assert unquote(iri.removeprefix(namespace)) == id


@given(_WORDS, _WORDS)
def test_two_ids_never_have_one_iri(one: str, other: str) -> None:
    assert (document_iri(one) == document_iri(other)) == (one == other)


@given(st.sampled_from(["role", "control", "exploitation-form"]), _WORDS)
def test_a_token_is_read_back_from_its_iri_and_from_no_other_scheme(scheme: str, token: str) -> None:
    iri = token_iri(scheme, token)
    assert _IRI.fullmatch(iri)
    assert (token_of(scheme, iri), token_of(f"{scheme}s", iri)) == (token, None)


@given(st.from_regex(r"[A-Z]{3}", fullmatch=True), st.from_regex(r"[a-z]+(-[a-z]+)*", fullmatch=True))
def test_countries_and_regions_are_read_back_from_their_iris(country: str, region: str) -> None:
    assert place_of(place_iri(country)) == country
    assert place_of(place_iri(f"region:{region}")) == f"region:{region}"
    assert place_of(document_iri(country)) is None


@given(
    st.lists(_WORDS.filter(lambda word: "\x1f" not in word), max_size=4),
    st.lists(_WORDS.filter(lambda word: "\x1f" not in word), max_size=4),
)
def test_what_is_identified_by_other_parts_has_another_hash(one: list[str], other: list[str]) -> None:
    assert re.fullmatch(r"[0-9a-f]{20}", hashed(BASE, *one).removeprefix(BASE))
    assert (hashed(BASE, *one) == hashed(BASE, *other)) == (one == other)


@given(st.from_regex(r"[a-z]+(_[a-z]+)*", fullmatch=True))
def test_a_property_has_the_letters_of_its_field(name: str) -> None:
    assert re.fullmatch(r"[a-z]+([A-Z][a-z]*)*", camel(name))
    assert camel(name).lower() == name.replace("_", "")
