"""The network: one node a place, one edge a corridor, with all that the statements say."""

from kg.flows.network import corridor, network
from kg.vocabulary.iris import FACT
from kg.vocabulary.places import by_code
from tests.flows.made import BOTH, LAOS, SEX, said

TWICE = (
    said("VNM", "THA", "LAO", exploitation=BOTH, victims=("women",), quotes=("A longer sentence.", "Short.")),
    said(
        "VNM",
        "THA",
        "LAO",
        doc="LAO-2006",
        exploitation=SEX,
        victims=("girls",),
        sectors=("fishing",),
        certainty="reported",
        quotes=("Tiny",),
    ),
    said("VNM", "THA", doc="THA-2006", certainty="possible"),
    said("VNM", "THA", doc="THA-2007", polarity="negated"),
    said(None, "region:western-europe", doc="DEU-2006"),
)


def test_statements_of_one_corridor_are_one_edge() -> None:
    graph = network(TWICE)
    assert [(origin, destination, key) for origin, destination, key in graph.edges(keys=True)] == [
        ("VNM", "THA", "VNM>LAO>THA"),
        ("VNM", "THA", "VNM>THA"),
        ("VNM", "THA", "not VNM>THA"),
        ("unknown", "region:western-europe", "unknown>region:western-europe"),
    ]
    assert graph.edges["VNM", "THA", "VNM>LAO>THA"] == {
        "via": ("LAO",),
        "exploitation": ("forced_labor", "sex_trafficking"),
        "victims": ("girls", "women"),
        "sectors": ("fishing",),
        "years": (2006, 2011),
        "certainty": "stated",
        "polarity": "affirmed",
        "statements": 2,
        "stated": 1,
        "reported": 1,
        "possible": 0,
        "documents": 2,
        "docs": ("LAO-2006", "LAO-2011"),
        "facts": (f"{FACT}LAO-2006-VNM-LAO-THA", f"{FACT}LAO-2011-VNM-LAO-THA"),
        "quote": "Short.",
    }
    assert graph.graph == {"statements": 5, "documents": 5, "years": (2006, 2007, 2011)}


def test_places_have_names_roles_and_centres() -> None:
    def centred(code: str, kind: str, label: str, *roles: str) -> dict[str, object]:
        place = by_code()[code]
        return {"label": label, "kind": kind, "roles": roles, "latitude": place.latitude, "longitude": place.longitude}

    assert {node: network(TWICE).nodes[node] for node in network(TWICE)} == {
        "LAO": centred("LAO", "country", "Laos", "transit"),
        "THA": centred("THA", "country", "Thailand", "destination"),
        "VNM": centred("VNM", "country", "Vietnam", "source"),
        "region:western-europe": centred("region:western-europe", "region", "Western Europe", "destination"),
        "unknown": {"label": "place not named", "kind": "unknown", "roles": ("source",)},
    }


def test_a_place_can_have_all_roles() -> None:
    assert network(LAOS).nodes["LAO"]["roles"] == ("source", "transit", "destination", "internal")


def test_a_denied_flow_gives_no_role() -> None:
    graph = network([said("LAO", "VNM", polarity="negated")])
    assert {node: data["roles"] for node, data in graph.nodes(data=True)} == {"LAO": (), "VNM": ()}


def test_a_region_made_from_words_has_no_centre() -> None:
    node = network([said("FJI", "region:neighboring-countries")]).nodes["region:neighboring-countries"]
    assert node == {"label": "neighboring countries", "kind": "region", "roles": ("destination",)}


def test_the_order_of_statements_changes_nothing() -> None:
    forth, back = network(LAOS), network(reversed(LAOS))
    assert list(forth.nodes(data=True)) == list(back.nodes(data=True))
    assert list(forth.edges(keys=True, data=True)) == list(back.edges(keys=True, data=True))


def test_keys_of_corridors_are_unique_and_say_the_way() -> None:
    assert corridor(said("BLR", "ITA", "SRB", "ALB")) == "BLR>ALB+SRB>ITA"
    assert corridor(said(None, "LAO")) == "unknown>LAO"
    keys = [key for *_, key in network(LAOS).edges(keys=True)]
    assert len(keys) == len(set(keys)) == 8
