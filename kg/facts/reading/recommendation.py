"""Reading of recommendations: each item of the list is one, whatever signs separate the items."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kg.facts.model import Fact, ordered
from kg.facts.reading.evidence import evidence
from kg.facts.reading.wording import folded
from kg.facts.recommendation import Recommendation
from kg.language.asked import asked
from kg.language.model import Annotated, Sentence
from kg.vocabulary.imperatives import imperatives, modals
from kg.vocabulary.tables import rows

_LEAD = re.compile(
    r"^(?:(?:prioritized )?recommendations?(?: for [^:]{2,60})?\s*:\s*|and,? |also,? |finally,? |[-–—*•]\s*|\(?\w\)\s+|\d+[.)]\s+)+",
    re.IGNORECASE,
)
_NEXT = re.compile(r",\s+(?:and\s+|or\s+)?(?=(?:[a-z]+ly\s+)?(?P<verb>[a-z]+)\b(?!,))")
"""Where the next item of a list in running text may begin; nouns in a list, «train police, judges, and courts», are none."""
_HEADING = re.compile(r"(?:prioritized )?recommendations?(?: for [^:.;]{2,60})?:?", re.IGNORECASE)


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read the items of the recommendations; a heading, or words that only introduce the list, are none."""
    for sentence in annotated.sentences:
        if sentence.section == "recommendations" and (fact := _item(annotated, sentence)):
            text = annotated.document.text[sentence.start : sentence.end]
            yield from _parted(annotated, fact) if asked(text, annotated.document.country, again=True) else (fact,)


def _parted(annotated: Annotated, fact: Recommendation) -> Iterator[Fact]:
    """The items of a list in running text: «… should *try officials*, *lift the ban*, and *enact the bill*».

    Two of them are one item, unless the second has a "should" of its own.
    """
    found = fact.evidence[0]
    verbs = [m for m in _NEXT.finditer(found.quote) if _opens(annotated, m["verb"].lower(), found.start + m.start("verb"))]
    starts = [m.end() for m in verbs]
    again = [m["verb"].lower() in modals() for m in verbs]
    if not any(again) and (len(starts) < 2 or not _last(found.quote, starts[-1])):
        yield fact
        return
    for first, end in pairwise([0, *starts, len(found.quote) + 2]):
        start = first + _modal(found.quote[first:end])
        words = re.sub(r"[\s,]+(?:and|or)?\s*$", "", found.quote[start:end])
        part = evidence(annotated, found.start + start, found.start + start + len(words))
        yield replace(fact, topics=topics(part.quote), evidence=(part,))


def _opens(annotated: Annotated, verb: str, offset: int) -> bool:
    """Whether a word opens an item: a verb of the table, "should", or what the parser takes for a verb without an ending."""
    return verb in imperatives() | modals() or annotated.tokens[annotated.token_at(offset)].tag == "VB"


def _modal(words: str) -> int:
    """How long a "should" with its adverb is at the beginning of an item."""
    found = re.match(rf"(?:{'|'.join(sorted(modals()))})\s+(?:to\s+)?(?:also\s+|further\s+)?", words, re.IGNORECASE)
    return found.end() if found else 0


def _last(words: str, start: int) -> bool:
    """Whether *and* stands before the last item."""
    return bool(re.search(r",\s+and\s+$", words[:start]))


def _item(annotated: Annotated, sentence: Sentence) -> Recommendation | None:
    text = annotated.document.text[sentence.start : sentence.end]
    lead = _LEAD.match(text)
    start = sentence.start + (asked(text, annotated.document.country, again=True) or (lead.end() if lead else 0))
    found = evidence(annotated, start, sentence.end)
    if len(found.quote.split()) < 3 or _HEADING.fullmatch(found.quote) or found.quote.endswith(":"):
        return None
    return Recommendation(doc=annotated.document.id, topics=topics(found.quote), evidence=(found,), rule="recommendation.item")


def topics(words: str) -> tuple[str, ...]:
    """The areas that a recommendation is about, by the cues of ``topics.tsv``.

    The earliest cue of the strongest rank decides, others of that rank join it.
    """
    text = folded(words)
    found: dict[str, tuple[int, int]] = {}
    for row in rows("topics"):
        for match in re.finditer(rf"\b(?:{row['pattern']})\b", text):
            rank = (int(row["rank"]), match.start())
            found[row["topic"]] = min(found.get(row["topic"], rank), rank)
    if not found:
        return ()
    best = min(rank for rank, _ in found.values())
    return ordered(topic for topic, (rank, _) in found.items() if rank == best)
