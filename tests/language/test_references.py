"""References to other parts of a report are found, and nothing is found in them."""

from kg.language.references import referring

from .conftest import Annotate


def test_what_a_reference_names_is_not_found(annotated: Annotate) -> None:
    found = annotated("Forced labor occurred (see section 6, Children).")
    assert found.sentences[0].of("victims") == ()
    inside = referring(found.tokens, 0, len(found.tokens))
    assert annotated("Forced labor occurred (see section 6, Children).").words(min(inside), max(inside) + 1) == "(see section 6, Children)"


def test_brackets_that_refer_to_nothing_are_read(annotated: Annotate) -> None:
    found = annotated("Some victims (mostly children) saw a doctor.")
    assert referring(found.tokens, 0, len(found.tokens)) == frozenset()
