"""The graph as readable JSON-LD: short keys and bare words for people, the same triples for another program."""

import json
from io import BytesIO
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph

from kg.facts.kinds import KINDS
from kg.facts.model import Fact
from kg.graph.export import ordered
from kg.graph.jsonld import context, write_jsonld
from kg.graph.mapping import quads
from kg.graph.shacl import graph
from kg.narrative.model import Document
from tests.graph.made import ACTIVITY, FLOW_SENTENCE, TEXT, document, example, fact_lists, flow


def written(item: Document, facts: list[Fact]) -> bytes:
    output = BytesIO()
    write_jsonld([[quad.triple for quad in ordered(quads(item, facts, ACTIVITY))]], output)
    return output.getvalue()


def things(*facts: Fact) -> dict[str, dict[str, Any]]:
    """The objects of facts by the class of their kind."""
    found = json.loads(written(document(), list(facts)))["@graph"]
    classes = {kind.kind.term for kind in KINDS}
    return {name: thing for thing in found for name in classes.intersection(thing["a"])}


def test_a_fact_is_one_object_with_short_keys_and_bare_words() -> None:
    thing = things(flow(via=("VNM", "region:western-europe"), victims=("women",), period="2010"))["Flow"]
    (evidence,) = thing.pop("evidence")
    assert thing.pop("id").startswith("fact/")
    assert thing.pop("wasGeneratedBy").startswith("activity/")
    assert thing == {
        "a": ["Fact", "Flow"],
        "doc": "document/LAO-2011",
        "origin": "LAO",
        "destination": "THA",
        "via": ["VNM", "region:western-europe"],
        "victims": ["women"],
        "polarity": "affirmed",
        "certainty": "stated",
        "period": "2010",
    }
    position, quote = evidence["selector"]
    start = TEXT.index(FLOW_SENTENCE)
    assert (position["start"], position["end"], quote["exact"]) == (start, start + len(FLOW_SENTENCE), FLOW_SENTENCE)


def test_what_is_said_by_the_same_words_is_referred_to() -> None:
    first, second = (thing for thing in json.loads(written(document(), [flow(), flow("VNM")]))["@graph"] if "Flow" in thing["a"])
    assert second["evidence"] == [first["evidence"][0]["id"]]


def test_numbers_and_truth_values_are_those_of_json() -> None:
    statistic, law = (next(kind for kind in KINDS if kind.kind.name == name) for name in ("statistic", "law"))
    found = things(example(statistic, value=12), example(law, stringent=False))
    assert found["Statistic"]["value"] == 12
    assert found["Law"]["stringent"] is False


def test_a_word_that_is_also_a_key_is_a_word() -> None:
    role = next(kind for kind in KINDS if kind.kind.name == "country_role")
    assert things(example(role, role="source"))["CountryRole"]["role"] == "source"
    data = Graph().parse(data=written(document(), [example(role, role="source")]), format="json-ld")
    assert "https://w3id.org/tip-kg/role/source" in set(map(str, data.objects()))


def test_every_key_of_the_context_has_one_meaning() -> None:
    meanings = [value["@id"] for value in context().values() if isinstance(value, dict)]
    assert len(meanings) == len(set(meanings)) >= 40


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["LAO-2011", "a/../b", "http://x/y", "ä ö/%20"]).flatmap(lambda name: st.tuples(st.just(name), fact_lists(name))))
def test_another_program_reads_the_same_triples_whatever_the_facts(pair: tuple[str, list[Fact]]) -> None:
    name, facts = pair
    item = document(name)
    found = Graph().parse(data=written(item, facts), format="json-ld")
    assert {(s, p, o.n3()) for s, p, o in found} == {(s, p, o.n3()) for s, p, o in graph(quads(item, facts, ACTIVITY))}
