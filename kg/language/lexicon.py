"""Mentions by table: places by their exact written forms, and the cues of every table in ``kg/vocabulary/cues``."""

from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from kg.language.model import Mention
from kg.vocabulary import cues as table
from kg.vocabulary.cities import cities
from kg.vocabulary.places import Place, by_code, meant, places, regions

Meaning = tuple[str, str, str]
"""Label, value and form."""


def mentions(doc: Doc, nlp: Language, first: int, offset: int, country: str | None) -> Iterator[Mention]:
    """All mentions of a text about a country in order; of several of one label that overlap, the longest."""
    exact, folded, meanings = _matchers(nlp)
    found: list[tuple[int, int, int]] = [(start, end, key) for key, start, end in [*exact(doc), *folded(doc)]]
    found.sort(key=lambda m: (m[0], -m[1], m[2]))
    taken: dict[str, int] = {}
    for start, end, key in found:
        for label, value, form in meanings[key]:
            layer = "place" if label == "town" else label
            if taken.get(layer, 0) > start:
                continue
            taken[layer] = max(end, taken.get(layer, 0))
            token, last = doc[start], doc[end - 1]
            owns = form == "name" and end < len(doc) and doc[end].tag_ == "POS"
            yield Mention(
                label,
                _meant(doc, start, end, value, country) if layer == "place" else value,
                "possessive" if owns else form,
                first + start,
                first + end,
                offset + token.idx,
                offset + last.idx + len(last.text),
            )


def _meant(doc: Doc, start: int, end: int, value: str, country: str | None) -> str:
    """The place that a name means in a narrative; of a town, the country that is named right behind it: "Tripoli, *Libya*"."""
    found = meant(doc[start:end].text, value, country)
    if found != value and end + 1 < len(doc) and doc[end].lower_ in {",", "in", "("}:
        behind = doc[end + 1 : end + 5].text
        if any(behind.startswith(name) for name in by_code()[value].names):
            return value
    return found


@cache
def _matchers(nlp: Language) -> tuple[PhraseMatcher, PhraseMatcher, dict[int, tuple[Meaning, ...]]]:
    exact, folded = PhraseMatcher(nlp.vocab, attr="ORTH"), PhraseMatcher(nlp.vocab, attr="LOWER")
    meanings: dict[str, dict[str, list[Meaning]]] = {"exact": {}, "folded": {}}
    for place in (*places(), *regions()):
        for phrase, form in _written(place):
            meanings["exact"].setdefault(phrase, []).append(("place", place.code, form))
    for town, code in cities().items():
        if town not in meanings["exact"]:
            meanings["exact"][town] = [("town", code, "name")]
    for label in table.labels():
        for cue in table.cues(label):
            meanings["folded"].setdefault(cue.phrase, []).append((label, cue.value, ""))
    keys: dict[int, tuple[Meaning, ...]] = {}
    for matcher, how in ((exact, "exact"), (folded, "folded")):
        for phrase, means in meanings[how].items():
            key = f"{how}:{phrase}"
            matcher.add(key, [_tokens(nlp, form) for form in _spellings(phrase)])
            keys[nlp.vocab.strings[key]] = tuple(dict.fromkeys(means))
    return exact, folded, keys


def _tokens(nlp: Language, phrase: str) -> Doc:
    """A phrase in the tokens that the language has for it: plain words are what blanks separate, which need not be worked out."""
    words = phrase.split(" ")
    special = getattr(nlp.tokenizer, "rules", None) or {}
    plain = all(word.isascii() and word.isalpha() and word not in special for word in words)
    return Doc(nlp.vocab, words) if plain else nlp.make_doc(phrase)


def _written(place: Place) -> Iterator[tuple[str, str]]:
    """The written forms of a place and what they are; a form that is both counts as a name."""
    yield from ((name, "name") for name in dict.fromkeys(place.names))
    yield from ((demonym, "demonym") for demonym in dict.fromkeys(place.demonyms) if demonym not in place.names)


def _spellings(phrase: str) -> Iterator[str]:
    yield phrase
    if "'" in phrase:
        yield phrase.replace("'", "’")
