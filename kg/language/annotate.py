"""From a document to annotated text: sections are split into sentences, parsed, and searched for mentions."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, Final

from spacy.tokens import Doc

from kg.language.areas import areas
from kg.language.asked import asked
from kg.language.clauses import clauses
from kg.language.lexicon import mentions
from kg.language.listed_verbs import mended
from kg.language.model import Annotated, Mention, Quantity, Sentence, Token
from kg.language.periods import periods
from kg.language.pipeline import Pipeline
from kg.language.quantities import quantities
from kg.language.references import referring
from kg.language.splitting import pieces
from kg.language.words import Word
from kg.narrative.model import Document, Section, SectionName

Piece = tuple[int, int, bool]

ELSEWHERE: Final = 2**64 - 1
"""What an array of spaCy has where no sentence starts: -1 without a sign. (Setting it token by token takes the square of the text.)"""


def annotate(document: Document, pipeline: Pipeline) -> Annotated:
    """Annotate what stands in the document's sections; the header too, as a sentence of its own."""
    (annotated,) = annotate_all([document], pipeline)
    return annotated


def annotate_all(documents: Sequence[Document], pipeline: Pipeline) -> Iterator[Annotated]:
    """Annotate documents one after another, each as if it stood alone.

    The parser takes all their sections side by side, a step in each at a time, which nearly halves its time from some ten documents on.
    """
    cut = [(document, _cut(document)) for document in documents]
    prepared = (_prepared(document, section, found, pipeline) for document, sections in cut for section, found in sections)
    parsed = pipeline.nlp.pipe(prepared, disable=pipeline.unused)
    for document, sections in cut:
        yield _annotated(document, sections, parsed, pipeline)


def _cut(document: Document) -> list[tuple[Section, list[Piece]]]:
    """The sections of a document that say something, each with its pieces."""
    said = [(section, document.text[section.start : section.end]) for section in document.sections]
    return [(section, list(pieces(text))) for section, text in said if text.strip()]


def _annotated(document: Document, sections: list[tuple[Section, list[Piece]]], parsed: Iterator[Doc], pipeline: Pipeline) -> Annotated:
    """A document with all that was found in its sections, which are the next to be parsed."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for section, cut in sections:
        doc, first = next(parsed), len(tokens)
        tokens.extend(_tokens(doc, pipeline.finish(doc), first, section.start))
        mended(tokens, first)
        found = [*mentions(doc, pipeline.nlp, first, section.start, document.country)]
        asking = _asking(document, section, cut)
        sentences.extend(_sentences(tokens, first, section, cut, found, sentences, asking))
    return Annotated(document, tuple(tokens), tuple(sentences))


def _prepared(document: Document, section: Section, cut: list[Piece], pipeline: Pipeline) -> Doc:
    """Tokens of a section with the sentence starts that the parser has to keep."""
    doc = pipeline.tokenized(document.text[section.start : section.end])
    opening: Any = doc.to_array(["IDX", "LENGTH"])
    ends = opening.sum(axis=1).tolist()
    opening = opening[:, 0].copy()
    opening[:] = ELSEWHERE
    opening[[0, *(bisect_right(ends, start) for start, _, _ in cut)]] = 1
    return doc.from_array(["SENT_START"], opening)


def _tokens(doc: Doc, words: Sequence[Word], first: int, offset: int) -> Iterator[Token]:
    for i, (word, start, head) in enumerate(zip(words, *doc.to_array(["IDX", "HEAD"]).astype("int64").T.tolist(), strict=True), first):
        text, lower, lemma, pos, tag, dep = word
        yield Token(i, text, lower, lemma, pos, tag, dep, i + head, offset + start, offset + start + len(text))


def _sentences(
    tokens: list[Token],
    first: int,
    section: Section,
    cut: list[Piece],
    found: list[Mention],
    before: list[Sentence],
    asking: frozenset[int],
) -> Iterator[Sentence]:
    """The sentences of one section, with all that was found in each."""
    index, group, at, seen = len(before), before[-1].group if before else -1, first, 0
    for opens, closes, fresh in cut:
        start, end, group = section.start + opens, section.start + closes, group + fresh
        while at < len(tokens) and tokens[at].end <= start:
            at += 1
        last = at
        while last < len(tokens) and tokens[last].start < end:
            last += 1
        if last == at:
            continue
        while seen < len(found) and found[seen].first < at:
            seen += 1
        inside = _apart(found[seen : (seen := _past(found, seen, last))], referring(tokens, at, last))
        name: SectionName = "recommendations" if opens in asking else section.name
        yield _sentence(tokens, index, group, name, (at, last), inside)
        index, at = index + 1, last


def _asking(document: Document, section: Section, cut: list[Piece]) -> frozenset[int]:
    """Where the pieces begin that ask for something, a sentence and what follows its semicolons, in a section of other things."""
    found, asks = set[int](), False
    for start, end, fresh in cut if section.name not in ("recommendations", "header") else ():
        text = document.text[section.start + start : section.start + end]
        asks = bool(asked(text, document.country, again=asks)) if fresh else asks
        found |= {start} if asks else set()
    return frozenset(found)


def _past(found: list[Mention], seen: int, last: int) -> int:
    while seen < len(found) and found[seen].first < last:
        seen += 1
    return seen


def _apart(found: list[Mention], reference: frozenset[int]) -> list[Mention]:
    """What was found, without what a reference to another part of the report names."""
    return [m for m in found if m.first not in reference] if reference else found


def _sentence(tokens: list[Token], index: int, group: int, section: SectionName, span: tuple[int, int], inside: list[Mention]) -> Sentence:
    first, last = span
    counted: tuple[Quantity, ...] = tuple(quantities(tokens, first, last))
    dated = periods(tokens, first, last)
    where = areas(tokens, first, last, [m for m in inside if m.label == "place"])
    others = [m for m in inside if m.label != "place"]
    return Sentence(
        index=index,
        group=group,
        section=section,
        first=first,
        last=last,
        start=tokens[first].start,
        end=tokens[last - 1].end,
        clauses=tuple(clauses(tokens, first, last)),
        mentions=tuple(sorted([*others, *where, *dated], key=lambda m: (m.first, -m.last, m.label))),
        quantities=counted,
    )
