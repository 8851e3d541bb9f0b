"""Evidence cut from a document: offsets without the white space and the punctuation around them."""

from kg.facts.model import Evidence, Fact
from kg.language.model import Annotated


def evidence(annotated: Annotated, start: int, end: int) -> Evidence:
    """The words from one offset to another, without white space, commas or semicolons at the ends."""
    text = annotated.document.text
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    return Evidence(start, end, text[start:end])


def of_tokens(annotated: Annotated, first: int, last: int) -> Evidence:
    """The words from one token up to another."""
    return evidence(annotated, annotated.tokens[first].start, annotated.tokens[last - 1].end)


def told_in(annotated: Annotated, fact: Fact) -> int:
    """The number of the sentence that tells a fact; one far before the first where it is in none."""
    sentence = annotated.sentence_at(fact.evidence[0].start)
    return sentence.index if sentence else -len(annotated.sentences)
