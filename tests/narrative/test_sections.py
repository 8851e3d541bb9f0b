"""Sections of texts that a title opens."""

from kg.narrative.text import document


def test_a_titled_extract_keeps_the_paragraph_that_does_not_name_the_country() -> None:
    text = (
        "Nepal\n\nb. Prohibition of Forced or Compulsory Labor\n\nForced labor of every kind is against the law except in emergencies.\n\n"
        "Forced labor continued to exist in Nepal in brick kilns, where children worked beside their parents.\n"
    )
    first = document(text, id="nepal", country="NPL", year=2021).sections[0]
    assert text[first.start : first.end].startswith("Forced labor of every kind")
