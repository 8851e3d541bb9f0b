"""The closed vocabularies hold what the interchange format allows, and every field's scheme has a table."""

from kg.facts.kinds import KINDS
from kg.facts.model import CERTAINTIES, COMMON, POLARITIES, declared
from kg.facts.values import PARTY, Token, Value
from kg.vocabulary.schemes import Concept, concepts, schemes, tokens

TOKENS = {
    "agreement_status": "signed ratified in_force in_negotiation pending expired implemented not_party",
    "agreement_type": "mou treaty bilateral_agreement regional_agreement other",
    "assessment_value": "full not_full none yes no increased sustained limited decreased",
    "certainty": "stated reported possible",
    "comparator": "exactly at_least at_most approximately more_than less_than",
    "complicity_status": "alleged investigated prosecuted convicted punished",
    "criterion": "minimum_standards significant_efforts overall_efforts prosecution_efforts protection_efforts prevention_efforts",
    "exploitation": "sex_trafficking forced_labor domestic_servitude debt_bondage forced_marriage forced_begging forced_criminality"
    " child_soldiering child_sex_tourism organ_removal slavery all_forms",
    "extent": "primary limited",
    "facility_type": "shelter transit_center counseling_center hotline reception_center detention_center other",
    "means": "recruitment_fee debt deception force abduction confiscated_documents withheld_wages",
    "measure": "investigations prosecutions convictions acquittals arrests suspects sentences victims_identified victims_assisted"
    " victims_referred victims_repatriated victims_estimated children_in_labor people_trained funding deportations calls other",
    "organization_type": "ministry government_body law_enforcement legislature judiciary committee mass_organization ngo"
    " international_organization diplomatic_mission company armed_group media",
    "party": "government ngo international_organization",
    "plan_status": "drafted pending_approval approved implemented not_adopted",
    "polarity": "affirmed negated",
    "practice_type": "identification_procedures screening medical_care legal_aid witness_protection legal_alternatives non_punishment"
    " civil_remedy reintegration awareness_campaign training demand_reduction coordination",
    "role": "source transit destination",
    "sectors": "agriculture fishing forestry construction mining manufacturing domestic_work hospitality commercial_sex street_vending"
    " transport herding other",
    "tier": "1 2 2WL 3 SC",
    "topic": "prosecution protection prevention partnership research",
    "trend": "increasing decreasing",
    "victims": "women men girls boys children adults lgbti migrants refugees minorities disabled nationals",
}
"""The interchange format's tokens, written a second time so that a token that is lost or misspelt is found."""


def _values() -> list[tuple[str, Value]]:
    return [(name, value) for kind in KINDS for name, value in (*declared(kind).items(), *COMMON.items())]


def test_every_scheme_holds_exactly_the_tokens_of_the_interchange_format() -> None:
    assert {scheme: " ".join(c.token for c in concepts(scheme)) for scheme in schemes()} == TOKENS
    assert (len(schemes()), sum(len(concepts(s)) for s in schemes())) == (23, 164)


def test_every_scheme_that_a_field_names_has_a_table_and_every_table_is_named() -> None:
    named = {value.type.scheme for _, value in _values() if isinstance(value.type, Token)}
    assert {*named, *("party" for _, value in _values() if value.type == PARTY)} == set(schemes())


def test_a_token_that_one_field_alone_may_hold_names_that_field() -> None:
    kept = {(scheme, c.token): c.only for scheme in schemes() for c in concepts(scheme) if c.only}
    assert kept == {("exploitation", "all_forms"): "prohibits"}
    allowed = {(v.type.scheme, t): name for name, v in _values() if isinstance(v.type, Token) for t in v.type.besides}
    assert allowed == kept


def test_a_kept_token_is_open_to_the_field_that_asks_for_it() -> None:
    assert "all_forms" not in tokens("exploitation")
    assert tokens("exploitation", ("all_forms",)) == (*tokens("exploitation"), "all_forms")


def test_the_examples_of_the_declarations_are_tokens_that_their_fields_may_hold() -> None:
    wrong = [
        (name, value.example)
        for name, value in _values()
        if isinstance(value.type, Token) and value.example not in tokens(value.type.scheme, value.type.besides)
    ]
    assert wrong == []


def test_the_order_of_polarities_and_certainties_is_the_models() -> None:
    assert (tokens("polarity"), tokens("certainty")) == (POLARITIES, CERTAINTIES)


def test_labels_are_unique_in_a_scheme_and_definitions_are_one_sentence_each() -> None:
    for scheme in schemes():
        labels = [c.label for c in concepts(scheme)]
        assert len(set(labels)) == len(labels), scheme
        wrong = [c.token for c in concepts(scheme) if not (c.definition[:1].isupper() and c.definition.endswith("."))]
        assert (scheme, wrong) == (scheme, [])


def test_a_concept_is_read_whole() -> None:
    assert concepts("role")[1] == Concept("transit", "Transit", "People are trafficked through it.", "", ())
