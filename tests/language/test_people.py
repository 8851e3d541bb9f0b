"""Groups of people: who they are and where they come from."""

import pytest

from kg.language.people import groups
from tests.language.conftest import Annotate

Told = list[tuple[tuple[str, ...], tuple[str, ...]]]


def told(annotated: Annotate, text: str) -> Told:
    """Victims and origins of each noun for people in a text about Thailand."""
    found = annotated(text)
    return [(p.victims, tuple(o.code for o in p.origins)) for s in found.sentences for g in groups(found, s) for p in g.people]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lao women and girls work there.", [(("women",), ("LAO",)), (("girls",), ("LAO",))]),
        ("Burmese, Lao, and Cambodian men work there.", [(("men",), ("MMR", "LAO", "KHM"))]),
        ("Women and girls from Laos and Burma work there.", [(("women",), ("LAO", "MMR")), (("girls",), ("LAO", "MMR"))]),
        ("Thai women and boys and men from Laos work there.", [(("women",), ("THA",)), (("boys",), ("THA",)), (("men",), ("LAO",))]),
        ("Local and foreign children work there.", [(("children",), ("home", "abroad"))]),
        ("Foreign women, primarily from Laos, work there.", [(("women",), ("LAO",))]),
        ("Some 30 Chinese and two Filipinas work there.", [((), ("CHN",)), (("women",), ("PHL",))]),
        ("Ethnic minority girls work there.", [(("minorities", "girls"), ())]),
        ("Men of Burmese nationality work there.", [(("men",), ("MMR",))]),
        ("Foreign domestic workers arrive there.", [(("migrants",), ("abroad",))]),
        ("A number of Lao migrants work there.", [(("migrants",), ("LAO",))]),
    ],
)
def test_lists_share_demonyms_and_from(annotated: Annotate, text: str, expected: Told) -> None:
    assert told(annotated, text) == expected


@pytest.mark.parametrize(
    "text",
    ["Thai authorities met Lao police.", "The women's shelter opened.", "Child labor is common.", "The Burmese border is long."],
)
def test_other_nouns_beside_such_words_are_no_people(annotated: Annotate, text: str) -> None:
    assert told(annotated, text) == []


def test_people_named_before_are_pointed_to(annotated: Annotate) -> None:
    found = annotated("These women work in bars.")
    (group,) = groups(found, found.sentences[0])
    assert (group.people[0].deictic, found.words(group.first, group.last)) == (True, "These women")
