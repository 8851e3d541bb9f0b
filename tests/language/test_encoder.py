"""The encoder gives what the model's own layers give."""

import pytest
import spacy

from kg.language.encoder import shorten
from kg.language.pipeline import load

TEXTS = ("The police arrested 12 men in Vientiane.", "", "A shelter in Pakse", "Officials identified 14 victims; NGOs helped them.")


def test_the_vectors_are_those_of_the_layers_that_it_stands_for() -> None:
    nlp = spacy.load(load().nlp.path, exclude=["ner"])
    docs = [nlp.make_doc(text) for text in TEXTS]
    part = nlp.get_pipe("tok2vec")
    expected = [rows.tolist() for rows in part.predict(docs)]  # type: ignore[attr-defined]
    shorten(nlp)
    assert part.model.layers[1].layers[0].name == "encoder"  # type: ignore[attr-defined]
    found = [rows.tolist() for rows in part.predict(docs)]  # type: ignore[attr-defined]
    assert [len(rows) for rows in found] == [8, 0, 4, 9]
    assert found == [[pytest.approx(row, abs=1e-4) for row in rows] for rows in expected]


def test_another_model_is_left_as_it_is() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": {"window_size": 2}})
    nlp.initialize()
    before = [layer.name for layer in nlp.get_pipe("tok2vec").model.walk()]  # type: ignore[attr-defined]
    shorten(nlp)
    assert [layer.name for layer in nlp.get_pipe("tok2vec").model.walk()] == before  # type: ignore[attr-defined]
