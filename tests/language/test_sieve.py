"""A sieve lets through every text in which an expression finds something, and keeps most others out."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.build import extract
from kg.language import sieve

TEXTS = sorted(Path("tests/gold/dev/texts").glob("*.txt"))

EXPRESSIONS = (
    r"(?<!\w)(?:work(?:s|ed|ing)?\s+(?:\w+\s+)?with|jointly\s+with|in\s+tandem)(?!\w)",
    r"(?i:\blabou?r|\bmo[ua]\b)",
    r"\b(?P<title>(?:Act|Law|Bill)(?:\s+No\.?\s*\d+)?)",
    r"anti-?trafficking|(?:re){2,3}opened|a{1,}b+cde",
    r"(?:child|forced)(?=\s+labor)\s+lab",
    r"^\W*(?:the )?(?:shelter|home)s?\s*$",
    r"[Cc]abinet|[^a-z]ministry|\d{4}",
    r"(?:police|judges|)\s*,?\s+and\s+(?:prosecutors?|courts?)",
    r"(?:Straße|Maße|ISS)n?",
)


@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(data=st.data())
def test_no_match_is_kept_out(expression: str, data: st.DataObject) -> None:
    wanted = re.compile(expression, re.IGNORECASE)
    around = st.text(st.sampled_from("ab İıſKß.,-’ \n") | st.characters(codec="utf-8"), min_size=25, max_size=30)
    text = data.draw(around) + data.draw(st.from_regex(wanted)) + data.draw(around)
    assert wanted.search(text) is None or sieve.may_hold(wanted, text)


def test_all_expressions_of_the_reading_find_what_they_found(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: dict[int, re.Pattern[str]] = {}
    passes = sieve._passes

    def noted(wanted: re.Pattern[str], text: str) -> bool:
        searched[id(wanted)] = wanted
        return passes(wanted, text)

    monkeypatch.setattr(sieve, "_SELDOM", 0)
    monkeypatch.setattr(sieve, "_passes", noted)
    list(extract([str(path) for path in TEXTS]))
    monkeypatch.undo()
    pieces = [piece for path in TEXTS for piece in re.split(r"(?<=[.;])\s+", path.read_text(encoding="utf-8"))]
    known = [wanted for wanted in searched.values() if sieve.required(wanted) is not None]
    assert len(known) > 100
    spared = 0
    for wanted in known:
        for piece in pieces:
            found = wanted.search(piece) is not None
            assert not found or sieve.may_hold(wanted, piece), (wanted.pattern, piece)
            spared += not sieve.may_hold(wanted, piece)
            spans = [m.span() for m in wanted.finditer(piece)]
            assert [m.span() for m in sieve.finditer(wanted, piece)] == spans, (wanted.pattern, piece)
    assert spared > 0.6 * len(known) * len(pieces)


PLACES = r"(?<!\w)(?:shelters?|safe\s+houses?|day\s+cent(?:er|re)s?|hotlines?|\w+ homes|wards?\s+of\s+state|camps?|safe\s+rooms?)(?!\w)"


@given(
    st.lists(
        st.sampled_from(("a shelter", "two safe  houses", "Day centre", "safe", "wards of state", "foster homes", "and", "camping", ",")),
        max_size=12,
    )
)
def test_an_expression_of_many_alternatives_finds_what_it_would_find_as_a_whole(words: list[str]) -> None:
    wanted = re.compile(PLACES, re.IGNORECASE)
    alternatives = sieve.Alternatives.of(wanted)
    assert alternatives is not None
    text = "The government says that it has opened " + " ".join(words)
    for start in (0, 30, 45):
        expected = [(m.span(), m.re) for m in wanted.finditer(text, start)]
        assert [(m.span(), m.re) for m in alternatives.finditer(text, start)] == expected


def test_of_several_expressions_those_are_searched_that_may_match() -> None:
    several = sieve.Several([("law", re.compile(r"\bact\b")), ("any", re.compile(r"\d+")), ("home", re.compile(r"shelters?"))])
    text = "In 2007 the government opened a shelter, as the act demands, and a second shelter in 2009."
    found = [("law", "act"), ("any", "2007"), ("any", "2009"), ("home", "shelter"), ("home", "shelter")]
    for _ in range(sieve._SELDOM + 1):
        assert [(value, match.group()) for value, match in several.finditer(text)] == found
    assert [value for value, _ in several.likely("The contract of the factory was exacting, and nobody reacted to it.")] == ["any"]
    assert [value for value, _ in several.likely("Too short.")] == ["law", "any", "home"]


def test_alternatives_of_which_one_may_be_empty_are_not_parted() -> None:
    assert sieve.Alternatives.of(re.compile(PLACES.replace("camps?", "(?:camps?)?"))) is None
    assert sieve.Alternatives.of(re.compile(r"(?:shelter|home)s?")) is None


@pytest.mark.parametrize(
    ("expression", "letters"),
    [
        (r"\bshelters?\b", True),
        (r"\bact\b", True),
        (r"(?:forced|child) labor", True),
        (r"\w+ing", False),
        (r"(?:shelter|\d+)", False),
        (r"(?:shelter)?", False),
    ],
)
def test_letters_are_required_only_where_every_match_has_them(expression: str, *, letters: bool) -> None:
    assert (sieve.required(re.compile(expression)) is not None) is letters


def test_a_word_in_a_word_is_told_by_where_it_begins() -> None:
    act = re.compile(r"\bact\b")
    assert not sieve.may_hold(act, "The contract of the factory was exacting, and nobody reacted to any of it.")
    assert sieve.may_hold(act, "The contract of the factory breaks the act, which nobody enforces there.")
