"""Measures that mean another one of such people: foreigners who are sent home are deported, children found at work are in labor."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.facts.reading.statistic_count import Count, child_laborers
from kg.facts.reading.statistic_events import Governed
from kg.facts.reading.statistic_links import Reading
from kg.facts.reading.statistic_scene import Scene
from kg.vocabulary.count_words import count_words
from kg.vocabulary.measures import counted

_SENDING: Final = frozenset({"send", "sent", "sending", "sends"})
_ALIENS: Final = count_words("alien")
_OFFICIALS: Final = count_words("officer")
_OWN: Final = frozenset({"women", "men", "girls", "boys", "children", "minors", "adults"})
_INSPECTED: Final = frozenset({"investigations", "victims_identified"})
_YOUNG: Final = count_words("young")
_WORK: Final = count_words("work")
_FINDING: Final = count_words("recording")
_LINES: Final = count_words("line")
_EXPLOITED: Final = count_words("exploited")
_ASKING: Final = frozenset("inquiry inquiries complaint complaints tip tips request requests".split())
_HELPING: Final = frozenset({"assist", "help", "aid", "support"})
_SENT_HOME: Final = count_words("sent_home")
_HOMEWARD: Final = count_words("homeward")


def regrouped(where: Scene, count: Count, governed: Governed) -> Governed:
    """A measure that means another one of such people: foreigners *sent home* are deported; cases of children's work are no crimes."""
    measure = governed.measure.measure
    if measure == "victims_repatriated" and (
        _of_aliens(where, count) or (where.tokens[governed.at].lower in _SENDING and _foreign(where, count))
    ):
        return replace(governed, measure=replace(governed.measure, measure="deportations"))
    if measure == "victims_referred" and where.tokens[governed.at].lower in _SENDING and _sent_home(where, count):
        return replace(governed, measure=replace(governed.measure, measure="victims_repatriated"))
    if measure == "investigations" and _in_court(where, count):
        return replace(governed, measure=replace(governed.measure, measure="prosecutions"))
    if measure == "victims_assisted" and where.tokens[governed.at].lemma in _HELPING and _going_home(where, count):
        return replace(governed, measure=replace(governed.measure, measure="victims_repatriated"))
    if measure == "victims_repatriated" and where.tokens[governed.at].lemma in _HELPING and _only_before(where, governed.at):
        return replace(governed, measure=replace(governed.measure, measure="victims_assisted"))
    if measure == "investigations" and _by_telephone(where, count):
        return replace(governed, measure=replace(governed.measure, measure="calls"))
    found = where.tokens[governed.at].lemma in _FINDING
    if measure == "victims_identified" and found and child_laborers(where.tokens, count):
        return replace(governed, measure=replace(governed.measure, measure="children_in_labor"))
    if (
        found
        and measure in _INSPECTED
        and (where.sentence.section == "other" or count.group == "case")
        and count.group in {"case", "person"}
        and _child_work(where, count)
    ):
        return replace(governed, measure=replace(governed.measure, measure="children_in_labor"))
    return governed


def of_calls(count: Count, done: Sequence[Reading]) -> bool:
    """Whether a number is a part of calls told before, whatever was done about them: 900 calls, *54 of which* were passed to the police."""
    last = next((r for r in reversed(done) if r.how != "comparison"), None)
    return last is not None and last.fact.measure == "calls" and count.whole == "which" and count.group == "*"


def _by_telephone(where: Scene, count: Count) -> bool:
    """Whether those who ask or complain do so by telephone: the *hotline* received 240 inquiries; *it* handled 70 complaints."""
    if count.head is None or where.tokens[count.head].lower not in _ASKING:
        return False
    said = where.tokens[where.sentence.first : where.end(count)]
    if any(t.lower in _LINES for t in said):
        return True
    before = where.annotated.sentences[max(0, where.sentence.index - 1) : where.sentence.index]
    told = (t.lower for s in before if s.group == where.sentence.group for t in where.tokens[s.first : s.last])
    return said[0].lower in {"it", "which"} and any(w in _LINES for w in told)


def _going_home(where: Scene, count: Count) -> bool:
    """Whether people were helped *to return*."""
    after = [t.lower for t in where.tokens[count.last : min(count.last + 3, where.sentence.last)]]
    return after[:1] == ["to"] and (after[1:2] in (["return"], ["repatriate"]) or after[1:] in (["go", "home"], ["get", "home"]))


def _only_before(where: Scene, at: int) -> bool:
    """Whether others were sent home, by a verb of its own: *repatriated* six boys, and the embassy *helped* 11 women leave."""
    before, behind = where.tokens[where.sentence.first : at], where.tokens[at : where.sentence.last]
    return any(t.lower in _SENT_HOME and t.tag == "VBD" for t in before) and not any(t.lower in _HOMEWARD for t in behind)


def _sent_home(where: Scene, count: Count) -> bool:
    """Whether people were sent *home*, not to *a home*."""
    after = where.tokens[count.last : where.end(count)]
    at = next((n for n, t in enumerate(after) if t.lower == "home"), None)
    return at is not None and (at == 0 or after[at - 1].pos not in {"DET", "ADJ", "NOUN", "PROPN", "PART"})


def _in_court(where: Scene, count: Count) -> bool:
    """Whether the cases counted are court cases: six pending *court* cases."""
    return count.head is not None and any(t.lower == "court" for t in where.tokens[count.number_end : count.head])


def _of_aliens(where: Scene, count: Count) -> bool:
    """Whether a number is of migrants named before it: did not screen *migrants* before returning 60 *of them*."""
    if count.whole != "them":
        return False
    named = (t.lower for t in reversed(where.tokens[where.sentence.first : count.first]) if t.tag == "NNS" and t.lower in counted())
    return next((word for word in named if word not in _OFFICIALS), "") in _ALIENS


def _foreign(where: Scene, count: Count) -> bool:
    """Whether people counted are said to be of another country, or foreigners, and not victims."""
    inside = where.tokens[count.first : count.last]
    own = where.annotated.document.country
    demonyms = [m.value for m in where.sentence.of("place") if m.form == "demonym" and count.first <= m.first < count.last]
    people = count.group == "person" and count.unit not in _OWN
    return people and (any(t.lower in _ALIENS for t in inside) or any(v != own for v in demonyms))


def _child_work(where: Scene, count: Count) -> bool:
    """Whether what is counted, up to the next number that counts something, is work of children, and no exploitation is named."""
    end = next((c.first for c in where.counts if c.first >= count.last and c.group not in {"*", "time"}), where.sentence.last)
    if any(count.first <= m.first < end for m in where.sentence.of("exploitation")):
        return False
    said = {t.lower for t in where.tokens[count.first : end]}
    return bool(said & _YOUNG) and bool(said & _WORK) and not said & _EXPLOITED
