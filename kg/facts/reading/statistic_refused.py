"""Counts that a word governs and that are no figures all the same: what is only planned, people who only complained."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kg.facts.reading.statistic_count import Count
from kg.facts.reading.statistic_events import Governed
from kg.facts.reading.statistic_links import Reading
from kg.facts.reading.statistic_scene import Scene
from kg.facts.reading.wishes import wished
from kg.language.clauses import FINITE
from kg.language.model import Annotated, Sentence
from kg.vocabulary.count_words import count_words
from kg.vocabulary.measures import PROCEEDINGS

_ACTIONS: Final = PROCEEDINGS | {
    "investigations",
    "people_trained",
    "deportations",
    "victims_assisted",
    "victims_referred",
    "victims_repatriated",
}
_TELLING: Final = count_words("telling")
_NOTICING: Final = count_words("noticing")
_IRREGULAR: Final = count_words("irregular")
_PROJECTS: Final = count_words("project")
_OPERATIONS: Final = count_words("operation")
_VIOLENCE: Final = count_words("violence")
_EXPLOITATION: Final = frozenset(
    {"exploitation", "labor", "labour", "servitude", "slavery", "prostitution", "begging", "marriage", "workers", "maids"}
)
_NAMED: Final = 8
"""How many words after cases may tell of what crime they are."""
_LODGING: Final = count_words("lodging")
_PETTY: Final = count_words("petty")
_ABLE: Final = frozenset({"can", "could", "may"})
_COMPLAINING: Final = count_words("complaint")
_EMPLOYERS: Final = frozenset("sponsor sponsors employer employers owner owners trafficker traffickers brothel brothels".split())
_UNDOING: Final = 5
"""How many words lie at most between a verb of undoing and what it undoes."""
_CRIME: Final = 8
"""How many words after the victims may tell of what they are the victims."""


def only_planned(annotated: Annotated, reading: Reading) -> bool:
    """Whether a counted action is only meant to be done: *plans to train 500 officers*."""
    measure, count = str(reading.fact.measure), reading.count
    if measure.startswith("victims") and _of_a_project(annotated, reading.sentence, count.first):
        return True
    acted = measure in _ACTIONS and reading.fact.value != 0
    behind = [t.lower for t in annotated.tokens[count.last : count.last + 3]]
    if acted and behind[1:] == ["to", "be"] and behind[0] in {"were", "was", "are", "is"}:
        return True
    return acted and wished(annotated, reading.sentence, annotated.tokens[count.first].start, None, ("modal", "intended"))


def _of_a_project(annotated: Annotated, sentence: Sentence, number: int) -> bool:
    """Whether a number is the object of an infinitive that only tells what a project is for: *a project to remove* 2,000 children."""
    tokens, begin = annotated.tokens, max(sentence.first, number - 4)
    to = next((i for i in range(number - 2, begin - 1, -1) if tokens[i].lower == "to" and tokens[i + 1].tag == "VB"), None)
    for i in range((to or begin) - 1, max(sentence.first, (to or begin) - 8) - 1, -1):
        if to is None or tokens[i].tag in FINITE or tokens[i].text == ",":
            return False
        if tokens[i].lower in _PROJECTS:
            return True
    return False


def refused(where: Scene, count: Count, governed: Governed, done: Sequence[Reading]) -> bool:
    """Whether a governed count is no figure of its measure."""
    return (
        _of_officials(count, governed, done)
        or _from_abroad(where, governed)
        or _complained(where, count, governed)
        or _of_staff(where, governed)
        or _untold(count, governed)
        or _no_victims(where, count, governed)
        or _of_violence(where, count, governed)
        or _no_inquiry(where, count, governed)
        or _of_room(where, count, governed)
        or _not_known(where, count)
        or _how_many(where, count, governed)
        or _of_complaints(where, count, governed)
        or _overturned(where, governed)
        or _to_employers(where, count, governed)
        or _of_petty_crime(where, count, governed)
        or _of_violent_crime(where, count, governed)
    )


def _of_petty_crime(where: Scene, count: Count, governed: Governed) -> bool:
    """Whether people were tried for what victims are made to do, or for another crime: two women were prosecuted *for prostitution*."""
    if governed.measure.measure not in PROCEEDINGS | {"sentences"} or count.group not in {"person", "victim"}:
        return False
    after = [t.lower for t in where.tokens[max(count.last, governed.at + 1) : where.end(count)]]
    at = next((n for n, w in enumerate(after[:_CRIME]) if w in {"for", "of", "with"}), None)
    crime = next((n for n in (at + 1, at + 2) if n < len(after) and after[n] in _PETTY), None) if at is not None else None
    if crime is None or at is None or after[at + 1] in {"forced", "child", "coerced", "forcing"}:
        return False
    return after[crime + 1 : crime + 2] != ["of"] and not any(w.startswith("traffick") for w in after)


def _of_violent_crime(where: Scene, count: Count, governed: Governed) -> bool:
    """Whether cases are those of another crime: recorded 1,200 cases *of domestic violence*."""
    if count.group != "case" or governed.measure.measure not in PROCEEDINGS | {"investigations"} or count.last >= where.sentence.last:
        return False
    after = [t.lower for t in where.tokens[count.last : min(count.last + _NAMED, where.end(count))]]
    return after[:1] == ["of"] and bool(_VIOLENCE & {*after}) and not any(w.startswith("traffick") or w in _EXPLOITATION for w in after)


def _overturned(where: Scene, governed: Governed) -> bool:
    """Whether what a noun counts was only undone: an appeals court *quashed the 2017 convictions* of three traffickers."""
    undoing = (t.first for t in where.triggers.values() if any(m.measure == "none" and "event" in m.counts for m in t.measures))
    return governed.measure.kind in {"of", "noun"} and any(0 < governed.at - at <= _UNDOING for at in undoing)


def _to_employers(where: Scene, count: Count, governed: Governed) -> bool:
    """Whether people were only given back to those who exploit them: *returned three maids to their sponsor*."""
    if governed.measure.measure != "victims_repatriated":
        return False
    after = [t.lower for t in where.tokens[max(count.last, governed.at + 1) : where.end(count)]][:_CRIME]
    return "to" in after and any(w in _EMPLOYERS for w in after)


def _of_complaints(where: Scene, count: Count, governed: Governed) -> bool:
    """Whether complaints about people are counted, and not the people: received 17 *complaints* regarding workers."""
    said = where.tokens[count.number_end : count.head] if count.head is not None else ()
    return governed.measure.measure.startswith("victims") and any(t.lower in _COMPLAINING for t in said)


def _not_known(where: Scene, count: Count) -> bool:
    """Whether it is only asked whether something is so: it is unclear *whether* the 12 men were victims."""
    begin = next((i for i in range(count.first - 1, where.sentence.first - 1, -1) if where.tokens[i].lower == "whether"), None)
    return begin is not None and not any(t.text == "," for t in where.tokens[begin : count.first])


def _how_many(where: Scene, count: Count, governed: Governed) -> bool:
    """Whether it is only asked of how many something is so: unclear *how many of the 22* suspects arrested *were prosecuted*."""
    before = [t.lower for t in where.tokens[max(where.sentence.first, count.first - 4) : count.first]]
    trigger = where.triggers.get(governed.at)
    return before == ["how", "many", "of", "the"] and trigger is not None and not trigger.bare


def _of_room(where: Scene, count: Count, governed: Governed) -> bool:
    """Whether a number only tells for how many there is room: *can accommodate* 40 women, serves up to 12 girls *at a time*."""
    before = [t.lower for t in where.tokens[max(where.sentence.first, governed.at - 2) : governed.at]]
    after = [t.lower for t in where.tokens[count.last : count.last + 4]]
    if count.comparator == "at_most" and after[:1] == ["at"] and {"time", "once"} & {*after}:
        return True
    return where.tokens[governed.at].lower in _LODGING and (bool(_ABLE & {*before[-1:]}) or before == ["able", "to"])


def _of_violence(where: Scene, count: Count, governed: Governed) -> bool:
    """Whether victims are those of other crimes: care for 300 *victims of domestic violence*."""
    if count.unit != "victims" or not governed.measure.measure.startswith("victims") or count.last >= where.sentence.last:
        return False
    after = [t.lower for t in where.tokens[count.last : min(count.last + _CRIME, where.sentence.last)]]
    return after[0] == "of" and bool(_VIOLENCE & {*after}) and not any(w.startswith("traffick") or w == "exploitation" for w in after)


def _no_inquiry(where: Scene, count: Count, governed: Governed) -> bool:
    """Whether no inquiry was begun into what somebody alleged: rejected the claim and launched *no inquiry*."""
    if not count.zero or count.head is None or governed.measure.measure != "investigations" or where.tokens[count.head].tag != "NN":
        return False
    told = where.tokens[where.sentence.first : where.sentence.last]
    return bool(count.nouns) and not any(t.lower.startswith("traffick") for t in told) and not where.sentence.of("exploitation", "period")


def _of_officials(count: Count, governed: Governed, done: Sequence[Reading]) -> bool:
    """Whether a bare number is of suspects told before, so that it counts no victims: 11 officials, of whom it *referred four*."""
    last = next((r for r in reversed(done) if r.how != "comparison"), None)
    of_victims = governed.measure.measure.startswith("victims")
    return bool(of_victims and count.group == "*" and last and last.fact.measure == "suspects" and last.group in {"official", "offender"})


def _untold(count: Count, governed: Governed) -> bool:
    """Whether no more is said than that nobody told of a case: *reported no* incidents of forced labor."""
    return count.zero and governed.measure.measure == "investigations" and governed.measure.words[0] in _TELLING


def _no_victims(where: Scene, count: Count, governed: Governed) -> bool:
    """Whether people found are only out of status, or granted refuge: *identified* 300 *irregular* workers, *refugee status* to 90."""
    measure, tokens = governed.measure.measure, where.tokens
    if measure == "victims_identified" and count.group == "person" and governed.measure.words[0] in _NOTICING:
        clause = where.sentence.clause_of(count.first)
        described = {t.lower for t in tokens[count.number_end : count.last]} & _IRREGULAR
        return bool(described) and not any(clause.first <= m.first < clause.last for m in where.sentence.of("exploitation"))
    if measure == "victims_assisted":
        near = tokens[max(where.sentence.first, governed.at - 4) : min(where.sentence.last, governed.at + 6)]
        return any(a.lower in {"refugee", "asylum"} and b.lower == "status" for a, b in pairwise(near))
    return False


def _complained(where: Scene, count: Count, governed: Governed) -> bool:
    """Whether people only filed complaints, so that nobody was prosecuted."""
    criminal = any(t.lower == "criminal" for t in where.tokens[count.first : count.last])
    return governed.measure.words == ("file",) and count.unit == "complaints" and not criminal


def _from_abroad(where: Scene, governed: Governed) -> bool:
    """Whether another country deported people: workers *deported from Saudi Arabia*."""
    after = where.tokens[governed.at + 1].lower if governed.at + 1 < where.sentence.last else ""
    own = where.annotated.document.country
    abroad = any(m.first - governed.at in {2, 3} and m.value != own for m in where.sentence.of("place"))
    return governed.measure.measure == "deportations" and after == "from" and abroad


def _of_staff(where: Scene, governed: Governed) -> bool:
    """Whether those involved took part in an operation or the like, and are no suspects: the raid *involved* 300 officers."""
    if governed.measure.words != ("involve",) or governed.measure.measure != "suspects":
        return False
    before = where.tokens[where.sentence.clause_of(governed.at).first : governed.at]
    nouns = [i for i, t in enumerate(before) if t.pos in {"NOUN", "PROPN"}]
    head = next((i for i in nouns if i + 1 == len(before) or before[i + 1].pos == "ADP"), nouns[-1] if nouns else None)
    return head is not None and before[head].lower.rstrip("s") in _OPERATIONS
