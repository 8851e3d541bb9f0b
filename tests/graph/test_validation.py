"""Validation in words: what is wrong with which fact, with its sentence."""

from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph

from kg.errors import DataProblem, UsageProblem
from kg.facts.country_role import CountryRole
from kg.facts.kinds import KINDS
from kg.facts.model import Evidence
from kg.facts.statistic import Statistic
from kg.graph.export import write_to
from kg.graph.findings import Finding
from kg.graph.mapping import fact_node, quads
from kg.graph.store import open_store
from kg.graph.validation import check, report, validate_file, validate_store
from kg.vocabulary.iris import TIP
from tests.graph.made import ACTIVITY, FLOW_SENTENCE, document, example, examples, filled, flow, quoted

ROLE = CountryRole(doc="LAO-2011", country="LAO", role="source", evidence=(quoted("Laos is a source country for women."),))


@pytest.fixture
def turtle(tmp_path: Path) -> Path:
    """The Turtle export of a store with a flow and a role."""
    store_path = filled(tmp_path / "s", (document(), [flow(), ROLE]))
    with open_store(store_path, write=False) as store:
        write_to(store, "turtle", tmp_path / "facts.ttl")
    return tmp_path / "facts.ttl"


def tampered(path: Path, old: str, new: str) -> list[Finding]:
    """What is found after one change of the file."""
    words = path.read_text(encoding="utf-8")
    assert words.count(old) == 1
    path.write_text(words.replace(old, new), encoding="utf-8")
    return validate_file(path)


def told(found: list[Finding]) -> list[str]:
    return [str(finding) for finding in found]


def test_good_facts_are_kept_and_nothing_is_found() -> None:
    assert check(document(), examples(), ACTIVITY)[:2] == (tuple(examples()), [])


def test_a_fact_that_violates_is_kept_out_and_told_with_its_sentence() -> None:
    bad = replace(flow(), certainty="perhaps")  # type: ignore[arg-type]
    kept, found, *_ = check(document(), [bad, ROLE], ACTIVITY)
    assert kept == (ROLE,)
    assert told(found) == [
        f"violation: trafficking flow {fact_node(bad).value} (origin place:LAO, destination place:THA) “{FLOW_SENTENCE}”: "
        "A fact has exactly one certainty: one of stated, reported, possible. Found: certainty:perhaps."
    ]
    assert [finding.severity for finding in found] == ["violation"]


def test_a_fact_with_a_doubt_is_kept() -> None:
    alone = example(KINDS[13], actors=("ngo",))
    assert alone.kind.name == "collaboration"
    kept, found, *_ = check(document(), [alone], ACTIVITY)
    assert (kept, [finding.severity for finding in found]) == ((alone,), ["warning"])


def test_a_quotation_beyond_the_text_keeps_its_fact_out() -> None:
    beyond = replace(ROLE, evidence=(Evidence(1000, 1004, "Laos"),))
    kept, found, *_ = check(document(), [beyond], ACTIVITY)
    assert kept == ()
    assert told(found) == [
        f"violation: country role {fact_node(beyond).value} (country place:LAO, role role:source) “Laos”: "
        "The quotation is not what the document LAO-2011 has at 1000–1004: the text ends before that."
    ]


def test_evidence_that_two_facts_share_is_told_of_both() -> None:
    wrong = Evidence(0, 4, "Loas")
    facts = [replace(ROLE, evidence=(wrong,)), replace(flow(), evidence=(wrong,))]
    kept, found, *_ = check(document(), facts, ACTIVITY)
    assert kept == ()
    assert {finding.fact for finding in found} == {fact_node(fact).value for fact in facts}


def test_a_violation_of_the_document_is_no_fact_s() -> None:
    kept, found, *_ = check(document(country="QQQ"), [flow()], ACTIVITY)
    assert kept == (flow(),)
    assert told(found) == [
        "violation: document:LAO-2011: A document is about exactly one country, given by its ISO 3166-1 alpha-3 code. Found: place:QQQ."
    ]
    assert [finding.fact for finding in found] == [None]


def test_a_document_of_no_known_year_is_a_warning() -> None:
    _, found, *_ = check(document(year=None), [flow()], ACTIVITY)
    assert [(finding.severity, finding.described) for finding in found] == [("warning", "document:LAO-2011")]


def test_quotations_are_not_compared_where_the_text_was_left_out_and_that_is_said() -> None:
    wrong = replace(ROLE, evidence=(Evidence(0, 4, "Loas"),))
    kept, found, *_ = check(document(), [wrong], ACTIVITY, with_text=False)
    assert kept == (wrong,)
    assert told(found) == ["info: document:LAO-2011: The text was left out, so the quotations cannot be compared with it."]


def test_a_store_is_validated_document_by_document(tmp_path: Path) -> None:
    bad = Statistic(doc="B", measure="convictions", evidence=(quoted("none"),))
    path = filled(tmp_path / "s", (document("B", year=2012), [bad]), (document("A"), [flow(doc="A")]))
    with open_store(path, write=False) as store:
        found = dict(validate_store(store))
    assert {name: told(findings) for name, findings in found.items()} == {
        "A": [],
        "B": [
            f"violation: statistic {fact_node(bad).value} (measure measure:convictions) “none”: "
            "A statistic must have “value” or “min” or “max”: without, it says nothing."
        ],
    }


def test_an_export_is_valid(turtle: Path) -> None:
    assert validate_file(turtle) == []


def test_a_planted_flow_without_evidence_is_named(turtle: Path) -> None:
    evidence = next(e.object for e in quads(document(), [flow()], ACTIVITY) if e.predicate.value.endswith("/evidence"))
    line = f"\ttip:evidence evidence:{str(evidence)[1:-1].rsplit('/', 1)[1]} ;\n"
    assert told(tampered(turtle, line, "")) == [
        f"violation: trafficking flow {fact_node(flow()).value} (origin place:LAO, destination place:THA): "
        "A fact needs evidence: at least one part of its document whose words say it."
    ]


def test_a_planted_unknown_role_is_named(turtle: Path) -> None:
    assert told(tampered(turtle, "tip:role role:source", "tip:role role:broker")) == [
        f"violation: country role {fact_node(ROLE).value} (country place:LAO, role role:broker) “Laos is a source country for women.”: "
        "A country role has exactly one “role” (the part it plays in trafficking), which is one of source, transit, destination. "
        "Found: role:broker."
    ]


def test_a_planted_quotation_that_does_not_match_is_named(turtle: Path) -> None:
    assert told(tampered(turtle, f'oa:exact "{FLOW_SENTENCE}"', 'oa:exact "Lao women are taken to Thailand."')) == [
        f"violation: trafficking flow {fact_node(flow()).value} (origin place:LAO, destination place:THA) "
        "“Lao women are taken to Thailand.”: The quotation is not what the document LAO-2011 has at 36–87: "
        f"the text has “{FLOW_SENTENCE}” there."
    ]


def test_a_text_that_is_not_the_one_that_was_read_is_told(turtle: Path) -> None:
    found = tampered(turtle, "Train police.", "Train judges.")
    assert told(found) == ["violation: document:LAO-2011: The text is not the one that was read: its SHA-256 differs from the one stated."]


def test_a_planted_property_that_no_declaration_has_is_named(turtle: Path) -> None:
    (finding,) = tampered(turtle, "tip:origin place:LAO", 'tip:colour "red" ;\n\ttip:origin place:LAO')
    assert "A trafficking flow has only the properties that are declared for it. Found: tip:colour “red”." in str(finding)


@pytest.mark.parametrize(
    ("words", "severity"),
    [("", "violation"), ("<a:b> <a:c> <a:d> .", "violation"), (f"<a:b> a <{TIP}Document> .", "warning")],
)
def test_a_file_without_facts_does_not_seem_good(tmp_path: Path, words: str, severity: str) -> None:
    (tmp_path / "x.ttl").write_text(words)
    assert told(validate_file(tmp_path / "x.ttl"))[-1:] == [
        f"{severity}: x.ttl: The file holds no facts of this ontology, so there was nothing to compare with the shapes."
    ]


@pytest.mark.parametrize(
    ("name", "words", "told"),
    [
        ("x.ttl", "<a:b> <a:c> .\n", "x.ttl, line 1: this is no valid turtle"),
        ("x.ttl", "<a:b> <a:c> <a:d> .\n\n<a:b> nope:c <a:d> .\n", "x.ttl, line 3: this is no valid turtle"),
        ("x.nt", "nonsense\n", "x.nt: this is no valid nt"),
        ("x.jsonld", "{", "x.jsonld: this is no valid json-ld"),
    ],
)
def test_a_file_that_is_no_rdf_is_told_with_the_line(tmp_path: Path, name: str, words: str, told: str) -> None:
    (tmp_path / name).write_text(words)
    with pytest.raises(DataProblem) as error:
        validate_file(tmp_path / name)
    assert told in str(error.value)


@pytest.mark.parametrize(("name", "told"), [("gone.ttl", "does not exist"), ("made.txt", "has no known ending")])
def test_a_file_that_is_not_there_or_has_no_known_ending_is_a_mistake_in_the_call(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "made.txt").touch()
    with pytest.raises(UsageProblem, match=told):
        validate_file(tmp_path / name)


def test_named_graphs_are_validated_together(tmp_path: Path) -> None:
    store_path = filled(tmp_path / "s", (document(), [flow(), ROLE]))
    with open_store(store_path, write=False) as store:
        write_to(store, "trig", tmp_path / "facts.trig")
    assert validate_file(tmp_path / "facts.trig") == []


def test_the_report_is_the_standard_one(turtle: Path) -> None:
    found = tampered(turtle, "tip:role role:source", "tip:role role:broker")
    data = Graph().parse(data=report(found), format="turtle")
    (root,) = data.subjects(RDF.type, SH.ValidationReport)
    (result,) = data.objects(root, SH.result)
    assert str(data.value(root, SH.conforms)) == "false"
    assert {str(p).rsplit("#", 1)[1]: str(o).rsplit("/", 1)[-1] for p, o in data.predicate_objects(result)} == {
        "type": "shacl#ValidationResult",
        "focusNode": fact_node(ROLE).value.rsplit("/", 1)[1],
        "resultPath": "role",
        "value": "broker",
        "resultSeverity": "shacl#Violation",
        "resultMessage": "A country role has exactly one “role” (the part it plays in trafficking), "
        "which is one of source, transit, destination.",
        "sourceShape": "CountryRole-role",
        "sourceConstraintComponent": "shacl#InConstraintComponent",
    }


def test_a_report_of_nothing_conforms() -> None:
    data = Graph().parse(data=report([]), format="turtle")
    assert [str(value) for value in data.objects(None, SH.conforms)] == ["true"]


def test_a_report_is_the_same_in_every_order(turtle: Path) -> None:
    found = tampered(turtle, "tip:origin place:LAO", 'tip:colour "red" ;\n\ttip:origin place:QQQ')
    assert len(found) == 2
    assert report(found) == report(found[::-1])
