"""Making statistic facts: what a count says, by a word that governs it or by the count that it is linked to."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from kg.facts.model import Certainty, ordered
from kg.facts.reading.evidence import of_tokens
from kg.facts.reading.statistic_actor import actor
from kg.facts.reading.statistic_count import Count
from kg.facts.reading.statistic_links import Reading, changed
from kg.facts.reading.statistic_period import period
from kg.facts.reading.statistic_scene import Scene
from kg.facts.reading.statistic_triggers import BE, HAVE
from kg.facts.statistic import Statistic
from kg.language.model import Mention
from kg.language.qualifiers import Qualified, qualify
from kg.vocabulary.measures import plurals

UNITS: Final = {
    "investigations": "cases",
    "prosecutions": "offenders",
    "convictions": "offenders",
    "acquittals": "offenders",
    "arrests": "offenders",
    "sentences": "offenders",
    "victims_identified": "victims",
    "victims_assisted": "victims",
    "victims_referred": "victims",
    "victims_repatriated": "victims",
    "calls": "calls",
}
"""What a measure counts where its words do not say it."""
_PROCEEDINGS: Final = frozenset({"investigations", "suspects", "prosecutions", "convictions", "arrests"})
_LOOSE: Final = frozenset({",", "(", "with"})
_DENYING: Final = frozenset({"not", "n't", "never", "no", "without", "nor", "nobody", "none"})
_SUBORDINATING: Final = frozenset({"before", "after", "until", "unless", "while", "when", "compared", "contrast", "versus"})
_SPANS: Final = frozenset({"period", "time", "months", "timeframe", "quarter", "half"})
_MONTHS: Final = re.compile(r"(\d{4})-\d\d(?:/\1-\d\d)?")
"""A month, or several of one year."""
_BEHIND: Final = 5
"""How many tokens behind brackets may tell the exploitation of those counted before them."""
_NONE_OF: Final = {"traffickers": "offenders"}


def direct(where: Scene, count: Count, measure: str, at: int, rule: str, **known: Any) -> Reading:
    """A count with the token that governs it; ``known`` fields replace what is read from the words around."""
    qualified = qualify(where.annotated, where.sentence, at)
    first, last = min(at, count.first), max(at + 1, count.last)
    values: dict[str, Any] = {
        "unit": _unit(where, count, measure),
        "actor": actor(where, at, max(at + 1, count.last)),
        "polarity": "negated" if qualified.polarity == "negated" and not count.zero and _denied(where, count, at) else "affirmed",
        "certainty": _certainty(where, count, at, qualified),
        "period": period(where, count, ""),
        **about(where, count),
        **known,
    }
    fact = Statistic(
        doc=where.annotated.document.id,
        measure=measure,
        value=count.value,
        min=count.min,
        max=count.max,
        comparator=count.comparator,
        evidence=(of_tokens(where.annotated, *_extent(where, first, last, count)),),
        rule=f"statistic.{rule}",
        **values,
    )
    return Reading(count, fact, count.group, "", where.sentence)


def _certainty(where: Scene, count: Count, at: int, qualified: Qualified) -> Certainty:
    """How sure a count is; what somebody *reported*, and that there were no *reports*, is only reported."""
    if _how_many_of(where, count) or _told_of_those(where, count, at) or _of_the_alleged(where, count, at, qualified):
        return "stated"
    told = where.tokens[at].pos == "VERB" and where.tokens[at].lemma == "report" and at < count.first
    return "reported" if qualified.certainty == "stated" and (heard(where, count) or told) else qualified.certainty


def _of_the_alleged(where: Scene, count: Count, at: int, qualified: Qualified) -> bool:
    """Whether only those are alleged to be something in whose case nothing was done: into *allegedly corrupt* guards."""
    hedges = {c.lower() for c in qualified.cues} - _DENYING
    if count.whole != "bare" or len(hedges) != 1 or not next(iter(hedges)).endswith("edly"):
        return False
    before = where.tokens[where.sentence.first : at]
    return any(a.lower in hedges and b.pos == "ADJ" and c.pos == "NOUN" for a, b, c in zip(before, before[1:], before[2:], strict=False))


def heard(where: Scene, count: Count) -> bool:
    """Whether it is reports that there were none of: *no reports* of child labor, no *reports of prosecutions*."""
    return (
        count.zero
        and count.head is not None
        and any(t.lemma == "report" and t.pos == "NOUN" for t in where.tokens[count.first : count.head + 1])
    )


def _denied(where: Scene, count: Count, at: int) -> bool:
    """Whether a negation reaches a number's verb: none before a definite number that a relative clause follows, *the 300 it deported*,
    none in an aside, none that is the number of others, *no* prosecutions and five convictions, and none before *before* and its like:
    did not screen them *before deporting* 60, none, *compared with* 60.
    """
    tokens = where.tokens
    between = tokens[count.last : at]
    if count.definite and at >= count.last and not any(t.lower in {*BE, *HAVE} for t in between):
        return False
    denial = next((i for i in range(at - 1, max(where.sentence.first, at - 16) - 1, -1) if tokens[i].lower in _DENYING), None)
    if denial is None:
        return True
    if tokens[denial].lower == "no" and any(c.first == denial and c is not count for c in where.counts):
        return False
    return not any(
        t.lower in _SUBORDINATING or (t.text == "," and _subject_follows(where, i, at)) for i, t in enumerate(tokens[denial:at], denial)
    )


def _how_many_of(where: Scene, count: Count) -> bool:
    """Whether it is only asked how many of those counted something befell: did not report *how many of the 22* were given care."""
    before = [t.lower for t in where.tokens[max(where.sentence.first, count.first - 4) : count.first]]
    return before == ["how", "many", "of", "the"]


def _told_of_those(where: Scene, count: Count, at: int) -> bool:
    """Whether a participle only says who those are of whom something is told: did not report details for *the two convicted*."""
    trigger = where.triggers.get(at)
    return count.definite and trigger is not None and trigger.bare and at >= count.last


def _subject_follows(where: Scene, comma: int, at: int) -> bool:
    """Whether after a comma a noun stands right before a verb, as its subject: though they were not penalized, *police* detained three."""
    j = at - 1
    while j > comma and where.tokens[j].pos in {"ADV", "AUX"}:
        j -= 1
    return j > comma and where.tokens[j].tag in {"NNS", "NN", "NNP", "NNPS", "PRP"}


def linked(where: Scene, count: Count, base: Reading, how: str, **known: Any) -> Reading:
    """A count that is compared with another, or a part of it, and means the same otherwise."""
    comparison = how == "comparison"
    own = period(where, count, how) or ("previous" if comparison and changed(where, count) else None)
    own = _same_months(where, count, own, base.fact.period) if comparison and own and base.fact.period else own
    values: dict[str, Any] = {
        "unit": count.money or count.unit or base.fact.unit,
        "certainty": "stated" if comparison else _weaker(base, where, count),
        "polarity": "affirmed",
        "period": own if comparison else own or base.fact.period,
        **about(where, count),
        **known,
    }
    if count.group == "victim" and not comparison and base.fact.measure in _PROCEEDINGS:
        values = {"measure": "victims_identified", **values}
    fact = replace(
        base.fact,
        value=count.value,
        min=count.min,
        max=count.max,
        comparator=count.comparator,
        evidence=(of_tokens(where.annotated, *_extent(where, count.first, count.last, count)),),
        rule=f"statistic.{how or 'part'}",
        **values,
    )
    return Reading(count, fact, base.group if count.group == "*" else count.group, how or "part", where.sentence)


def _same_months(where: Scene, count: Count, year: str, told: str) -> str:
    """The months of the figure that a number is compared with, in the number's own year: 55 *in the same period of 2017*."""
    words = [t.lower for t in where.tokens[count.last : where.end(count)]]
    same = any(a == "same" and b in _SPANS for a, b in pairwise(words))
    return re.sub(r"\b\d{4}(?=-)", year, told) if same and year.isdigit() and _MONTHS.fullmatch(told) else year


def _weaker(base: Reading, where: Scene, count: Count) -> str:
    """How certain a part is: as the whole, or only reported where its own sentence is: *according to the ministry,* 96 of them.

    What is said of those who are the whole hedges no part: 26 *alleged* offenders, 22 of them for forced labor.
    """
    own = qualify(where.annotated, where.sentence, count.first)
    whole = base.count if base.sentence is where.sentence else None
    of_whole = where.annotated.words(whole.first, whole.last).lower().split() if whole else []
    hedged = own.certainty == "reported" and any(cue.lower() not in of_whole for cue in own.cues)
    return "reported" if base.fact.certainty == "stated" and hedged else base.fact.certainty


def _unit(where: Scene, count: Count, measure: str) -> str | None:
    """What is counted, as written; none of the traffickers are no offenders."""
    if count.money or count.unit:
        unit = count.money or count.unit or ""
        return _NONE_OF.get(unit, unit) if count.zero else unit
    if count.nouns and count.head is not None:
        head = where.tokens[count.head]
        return None if count.zero else head.lower if head.tag == "NNS" else plurals(head.lower)[-1]
    return UNITS.get(measure)


def _extent(where: Scene, first: int, last: int, count: Count) -> tuple[int, int]:
    """From the first word that matters to where the next count begins, but not into another clause."""
    end = min(where.end(count), where.sentence.clause_of(last - 1).last)
    stop = max(last, end)
    while stop > last and where.tokens[stop - 1].lower in _LOOSE:
        stop -= 1
    return first, stop - (where.tokens[stop - 1].text == "." and stop - 1 > first)


def about(where: Scene, count: Count) -> dict[str, tuple[str, ...]]:
    """Exploitation, victims and nationality of what is counted."""
    sentence = where.sentence
    end = next((c.first for c in where.counts if c.first >= max(count.last, count.first + 1) and not c.whole), sentence.last)
    opening = next((i for i in range(count.last, end) if where.tokens[i].text == "("), end)
    end = opening if any(c.first == opening + 1 for c in where.counts) else end
    inside = [m for m in sentence.mentions if count.first <= m.first < count.last]
    near = [m for m in sentence.of("exploitation") if count.first <= m.first < end] or _past_brackets(where, count)
    return {
        "exploitation": ordered(v for m in near for v in m.value.split(",")),
        "victims": ordered(v for m in inside if m.label == "victims" for v in m.value.split(",")),
        "nationality": ordered(m.value for m in inside if m.label == "place" and m.form == "demonym"),
    }


def _past_brackets(where: Scene, count: Count) -> list[Mention]:
    """The exploitation told right past the brackets that follow a count: 13 victims *(two men)* of forced labor."""
    past = where.past_brackets(count)
    if past is None or past.last >= where.sentence.last or where.tokens[past.last].pos != "ADP":
        return []
    return [m for m in where.sentence.of("exploitation") if past.last < m.first < min(where.end(past), past.last + _BEHIND)]
