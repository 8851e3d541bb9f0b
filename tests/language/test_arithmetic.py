"""The language model multiplies with numpy's library and parses as it did."""

import spacy
from thinc.api import NumpyOps

from kg.language.arithmetic import quicken
from kg.language.pipeline import load
from kg.language.vectors import keep

TEXTS = (
    "Traffickers exploited 14 women from Laos in Thailand, and the government identified none of them.",
    "The government did not provide shelter; NGOs assisted 1,200 victims, most of whom were children in domestic servitude.",
)


def test_texts_are_parsed_as_without_it() -> None:
    own, stock = spacy.load(load().nlp.path, exclude=["ner"]), spacy.load(load().nlp.path, exclude=["ner"])
    quicken(own)
    for text in TEXTS:
        expected = [(token.tag_, token.dep_, token.head.i) for token in stock(text)]
        assert [(token.tag_, token.dep_, token.head.i) for token in own(text)] == expected


def test_what_is_kept_from_document_to_document_is_worked_out_by_thinc() -> None:
    nlp = spacy.load(load().nlp.path, exclude=["ner"])
    keep(nlp)
    quicken(nlp)
    kept, encoder = nlp.get_pipe("tok2vec").model.layers  # type: ignore[attr-defined]
    for part, by_thinc in ((kept, True), (encoder, False)):
        for layer in part.walk():
            assert type(layer.ops) is not NumpyOps or layer.ops.use_blis == by_thinc


def test_how_a_text_is_parsed_does_not_depend_on_what_was_parsed_before() -> None:
    nlp = load().nlp
    alone = [nlp(text).tensor.tobytes() for text in TEXTS]
    assert [nlp(text).tensor.tobytes() for text in reversed(TEXTS)] == alone[::-1]
