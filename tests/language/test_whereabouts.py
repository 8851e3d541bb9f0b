"""Lists of places behind a cue."""

import pytest

from kg.language.whereabouts import named, places_at
from tests.language.conftest import Annotate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Laos, Burma, and Malaysia", [("LAO", False, False), ("MMR", False, False), ("MYS", False, False)]),
        ("Laos and, to a lesser extent, Burma", [("LAO", False, False), ("MMR", False, True)]),
        ("Laos and possibly Burma", [("LAO", False, False), ("MMR", True, False)]),
        ("the United Arab Emirates (UAE) and Qatar", [("ARE", False, False), ("QAT", False, False)]),
        ("other West African countries", [("region:west-africa", False, False)]),
        ("rural areas of Laos", [("LAO", False, False)]),
        ("the country", [("home", False, False)]),
        ("Laos and other countries", [("LAO", False, False), ("abroad", False, False)]),
    ],
)
def test_a_list_of_places_has_codes_doubts_and_weights(annotated: Annotate, text: str, expected: list[tuple[str, bool, bool]]) -> None:
    found = annotated(text)
    sentence = found.sentences[0]
    places = places_at(found.tokens, sentence.first, sentence.last, named(sentence))
    assert places is not None
    assert [(p.code, p.hedged, p.limited) for p in places.items] == expected


def test_a_town_stands_for_its_country_and_keeps_its_name(annotated: Annotate) -> None:
    found = annotated("Kuala Lumpur")
    sentence = found.sentences[0]
    places = places_at(found.tokens, sentence.first, sentence.last, named(sentence))
    assert places is not None
    assert [(p.code, p.town) for p in places.items] == [("MYS", "Kuala Lumpur")]


def test_words_that_are_no_place_give_no_list(annotated: Annotate) -> None:
    found = annotated("the police")
    sentence = found.sentences[0]
    assert places_at(found.tokens, sentence.first, sentence.last, named(sentence)) is None
