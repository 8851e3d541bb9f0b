"""Zeros that say that nothing was reported, told apart from zeros that somebody reports.

The graph has both as a zero that is ``reported``: the quote of *did not report convicting any traffickers* is what was not
reported, so that the words around it decide.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from kg.facts.model import Evidence, Fact
from kg.facts.statistic import Statistic
from kg.graph.explain import sentence
from kg.vocabulary.tables import rows
from kg.web.holdings import Holdings, Said

_MAY_STAND_BETWEEN: Final = r"(?:\W+\w+){0,3}\W*$"
"""Between a denial and the verb of telling that it denies."""


@cache
def _words(role: str, behind: str = "") -> re.Pattern[str]:
    """The words of a role of ``unreported_words.tsv``, with what must stand behind them."""
    return re.compile(rf"(?:{'|'.join(row['pattern'] for row in rows('unreported_words') if row['role'] == role)}){behind}", re.IGNORECASE)


def unreported(held: Holdings, said: Iterable[Said]) -> frozenset[str]:
    """The IRIs of the zeros of which the documents say that nobody reported anything."""
    doubtful = [item for item in said if isinstance(item.fact, Statistic) and item.fact.value == 0 and item.fact.certainty == "reported"]
    texts = {item.source.id: held.store.document(item.source.id).text for item in doubtful}
    return frozenset(item.iri for item in doubtful if nothing_reported(item.fact, texts[item.source.id]))


def nothing_reported(fact: Fact, text: str | None) -> bool:
    """Whether all evidence of a zero says that nothing was reported; without the text, by the quotes alone."""
    return bool(fact.evidence) and all(_silent(evidence, text) for evidence in fact.evidence)


def _silent(evidence: Evidence, text: str | None) -> bool:
    """Whether *not* goes with the last word of telling before the quote, or *no … reported* with the quote itself.

    >>> text = "It did not report convicting any traffickers. It reported no arrests. No suspects were reported."
    >>> [_silent(Evidence(a, b, text[a:b]), text) for a, b in ((18, 44), (58, 68), (70, 81))]
    [True, False, True]
    """
    if text is None:
        return bool(_words("none_was").search(evidence.quote)) or not _words("none").search(evidence.quote)
    first, last = sentence(text, evidence.start, evidence.end)
    before = text[first : evidence.start]
    if _words("none_was").search(text[evidence.start : last].partition(";")[0]):
        return True
    verbs = list(_words("telling").finditer(before))
    return bool(verbs) and bool(_words("denial", _MAY_STAND_BETWEEN).search(before[: verbs[-1].start()]))
