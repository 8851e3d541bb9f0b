"""Lines keep their offsets; wrapped lines become paragraphs again."""

from kg.narrative.lines import Line, Paragraph, bullet, lines, paragraphs, sentence_like


def _paragraphs(text: str) -> list[str]:
    return [p.text for p in paragraphs(text, lines(text), ())]


def test_lines_are_found_without_the_white_space_around_them() -> None:
    assert lines("\ufeff  One\n\n\tTwo \x0cThree\n") == (
        Line(3, 6, "One", True),
        Line(9, 12, "Two", True),
        Line(14, 19, "Three", True),
    )


def test_a_paragraph_a_line_stays_a_line() -> None:
    text = "The first paragraph is one line that ends here.\nThe second one is another line of its own."
    assert _paragraphs(text) == text.split("\n")


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The police of the northern district found nine boys on a farm near the\n"
        "Border Post in January. None had been paid. The boys were brought to a\n"
        "shelter that is run by a church.\n"
    )
    assert list(paragraphs(text, lines(text), ())) == [Paragraph(0, len(text) - 1, text[:-1])]


def test_a_line_in_lower_case_goes_on_with_the_sentence_before_it() -> None:
    assert _paragraphs("Recommendations\nfor the government: enact a law.") == ["Recommendations\nfor the government: enact a law."]


def test_the_items_of_a_wrapped_list_are_told_apart() -> None:
    text = (
        "• Investigate and prosecute those who recruit children for farms on the\n  other side of the border.\n"
        "• Train the police.\n• Open a shelter in the capital that takes men and boys as well as women\n  and girls.\n"
    )
    assert len(_paragraphs(text)) == 3


def test_titles_in_a_list_are_not_joined() -> None:
    titles = ["Letter from the Secretary of the Department", "What Is Trafficking in Persons?", "Country Narratives: Countries A Through F"]
    assert _paragraphs("\n".join(titles)) == titles


def test_a_bullet_is_told_from_a_dash_inside_a_sentence() -> None:
    assert [bullet(t) for t in ("• Train police", "* Train police", "- Train police", "– among them girls", "1. Train", "12 girls")] == [
        2,
        2,
        2,
        0,
        3,
        0,
    ]


def test_prose_is_told_from_titles() -> None:
    prose = ("Some stay.", "No official was tried (see section 7).", "The plan has no budget; it lapsed;")
    titles = ("Country Narratives: Countries A Through F", "Read more...", "Home", "The Report")
    assert [sentence_like(text) for text in (*prose, *titles)] == [True] * 3 + [False] * 4
