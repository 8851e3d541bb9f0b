"""Links between counts: whether a number is compared with another or a part of it, and which other that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.facts.reading.statistic_count import PEOPLE, Count
from kg.facts.reading.statistic_gaps import alone, gapped, preposed
from kg.facts.reading.statistic_lasting import lasts, sentenced
from kg.facts.reading.statistic_scene import Scene
from kg.facts.reading.statistic_triggers import BE, HAVE
from kg.facts.statistic import Statistic
from kg.language.clauses import FINITE
from kg.language.model import Sentence
from kg.vocabulary.count_words import count_words
from kg.vocabulary.tables import rows

_SKIPPED = frozenset({"the", "a", "only", "just", "total", "of", "some", "in"})
_ENUMERATING = frozenset({"were", "was", "included", "comprised"})
_THOSE = frozenset({"there", "they", "these", "the", "those", "all", "victims"})
_FURTHER = frozenset({"a", "an", "further", "another", "additional"})
_THEM = frozenset({"them", "these", "whom", "including"})
_CHANGES = frozenset(
    "down up increase increased decrease decreased decline declined drop dropped fell fall fallen rise rose risen reduction jump jumped "
    "surge growth grew climb climbed doubled tripled quadrupled halved plunge plunged slump improvement change upturn downturn".split()
)
_DASHES = frozenset({"—", "–", ":", "):", "-"})
_CONTRASTING = frozenset({"but", "though", "although", "yet"})
_OF_CASES = frozenset({"investigations", "prosecutions", "convictions", "arrests"})
_ABOUT = frozenset({"under", "for", "about"})
_CONCERNING = frozenset({"concerned", "involved", "related", "dealt", "came", "included"})
_GONE = count_words("let_go")
_BEING = frozenset({"was", "were", "had", "been", "is", "stood", "at"})
_FIGURES = count_words("tally")


@dataclass(frozen=True, slots=True)
class Reading:
    """A count that was understood: a fact, the class of what is counted, and the link by which it was (empty: by a word of its own)."""

    count: Count
    fact: Statistic
    group: str
    how: str
    sentence: Sentence


@cache
def _cues() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Cues by their last word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in rows("count_cues"):
        words = tuple(row["phrase"].split())
        found.setdefault(words[-1], []).append((words, row["effect"]))
    return {last: tuple(sorted(held, key=lambda c: -len(c[0]))) for last, held in found.items()}


def link(where: Scene, count: Count) -> str:
    """``comparison``, ``part``, or empty: by the words right before the count, or the bracket that it opens."""
    tokens, first, j = where.tokens, where.sentence.first, count.first - 1
    if (j < first and alone(where, count)) or preposed(where, count):
        return "comparison"
    if j > first and tokens[j].tag == "POS":
        dated = next((m for m in where.sentence.of("period") if m.last == j), None)
        j = j if dated is None else dated.first - (tokens[dated.first].lower not in {"from", "than"})
    while j > first and (tokens[j].lower in _SKIPPED or tokens[j].pos == "ADV") and not _cue(where, j):
        j -= 1
    if j < first:
        return ""
    if effect := "" if _taken_by_noun(where, j) else _cue(where, j):
        return effect
    if tokens[j].lower == "from" and (any(c.last == j for c in where.counts) or _after_change(where, j)):
        return "comparison"
    if _but(where, count, j) or _figure(where, j) or _existing(where, count, j) or _dated_colon(where, j):
        return "comparison"
    if tokens[j].text == "(":
        return "comparison" if _dated(where, count) or _dated_before(where, j) or _in_series(where, count, j) else "part"
    if tokens[j].text in _DASHES or _of_whom(where, count) or _remaining(where, count, j):
        return "part"
    none = count.zero and tokens[j].lower in {"was", "were"} and tokens[j - 1].lower == "there"
    return "comparison" if none and _dated(where, count) else ""


def _taken_by_noun(where: Scene, j: int) -> bool:
    """Whether *against* belongs to the noun before it, and compares nothing: dismissed *charges against* two more."""
    before = where.triggers.get(j - 1)
    return where.tokens[j].lower == "against" and before is not None and any("against" in m.of for m in before.measures)


def _after_change(where: Scene, at: int) -> bool:
    """Whether *from* follows words of a change, though not at once: a fall *in identifications* from 125, doubled*, from* 30."""
    tokens, j = where.tokens, at - 1
    while j > where.sentence.first and at - j <= 6 and tokens[j].lower not in _CHANGES:
        counted = any(c.first <= j < c.last and not c.money for c in where.counts)
        if (tokens[j].tag in FINITE and not counted) or tokens[j].text in {";", ":"}:
            return False
        if counted and tokens[at - 1].text != "," and tokens[j - 1].lower not in {"to", "at"}:
            return False
        j -= 1
    return tokens[j].lower in _CHANGES


def _but(where: Scene, count: Count, j: int) -> bool:
    """Whether a dated number stands against one told before: ten in 2012 *but none in 2011*."""
    near = any(0 <= m.first - count.last <= 2 for m in where.sentence.of("period"))
    return where.tokens[j].lower in _CONTRASTING and count.group == "*" and near


def _remaining(where: Scene, count: Count, j: int) -> bool:
    """Whether a number is of those who remain, of whom is only said what they were: *and the remaining five* to forced labor."""
    after = where.tokens[count.last] if count.last < where.sentence.last else None
    plain = after is None or after.pos in {"ADP", "PUNCT"} or after.lower in BE
    return where.tokens[j].lower == "remaining" and plain and count.group in {"*", *PEOPLE, "case"}


def _existing(where: Scene, count: Count, j: int) -> bool:
    """Whether a sentence says no more than how many there were at another time: *In 2013 there were* 41, *there had been* 41 *before*."""
    tokens, first = where.tokens, where.sentence.first
    at = next((i for i in range(j, max(first - 1, j - 4), -1) if tokens[i].lower == "there"), None)
    if at is None or count.group != "*" or count.zero or not all(t.lower in _BEING for t in tokens[at + 1 : j + 1]):
        return False
    dated = any(first <= m.first < at or 0 <= m.first - count.last <= 2 for m in where.sentence.of("period"))
    return dated and (count.last >= where.sentence.last or tokens[count.last].text in {".", ",", ";", "in", "the", "during"})


def _dated_colon(where: Scene, j: int) -> bool:
    """Whether a bracket opens with a period and a colon: 52 victims *(2012:* 40)."""
    tokens = where.tokens
    return tokens[j].text == ":" and any(m.last == j and tokens[m.first - 1].text == "(" for m in where.sentence.of("period"))


def _in_series(where: Scene, count: Count, bracket: int) -> bool:
    """Whether brackets before hold the number of another year: 24 cases *(20 in 2013)* and 13 prosecutions *(15)*."""
    tokens = where.tokens
    if count.group != "*" or count.last >= where.sentence.last or tokens[count.last].text != ")":
        return False
    before = (c for c in where.counts if c.first < bracket - 1 and c.group == "*" and tokens[c.first - 1].text == "(")
    return any(_dated(where, c) for c in before)


def _figure(where: Scene, j: int) -> bool:
    """Whether words before a number say again what was counted: *the corresponding figures for 2012 were*."""
    tokens, first = where.tokens, where.sentence.first
    if tokens[j].lower not in _BEING or (tokens[j].lower == "at" and tokens[j - 1].lower != "stood"):
        return False
    while j > first and tokens[j].lower in _BEING:
        j -= 1
    dated = next((m.first for m in where.sentence.of("period") if m.last == j + 1), j + 1)
    while dated > first and tokens[dated - 1].pos == "ADP":
        dated -= 1
    return dated > first and tokens[dated - 1].lower in _FIGURES


def _dated_before(where: Scene, bracket: int) -> bool:
    """Whether a number in brackets follows the period that it is compared with: than *in 2012* (12)."""
    dated = next((m for m in where.sentence.of("period") if m.last == bracket), None)
    before = where.tokens[max(where.sentence.first, dated.first - 2) : dated.first + 1] if dated else ()
    return any(t.lower in {"than", "as"} for t in before)


def _of_whom(where: Scene, count: Count) -> bool:
    """Whether *of whom* or *of which* stands between the count before and this one."""
    before = max((c.last for c in where.counts if c.last <= count.first), default=count.first)
    words = [t.lower for t in where.tokens[before : count.first]]
    return any(a == "of" and b in {"whom", "which"} for a, b in pairwise(words))


def _cue(where: Scene, j: int) -> str:
    for words, effect in _cues().get(where.tokens[j].lower, ()):
        first = j + 1 - len(words)
        if first >= where.sentence.first and tuple(t.lower for t in where.tokens[first : j + 1]) == words:
            return effect
    return ""


def _dated(where: Scene, count: Count) -> bool:
    """Whether a period stands between the count and the end of its bracket."""
    i = count.last
    while i < where.sentence.last and where.tokens[i].text not in {")", ","}:
        i += 1
    return any(count.last <= m.first < i for m in where.sentence.of("period"))


def changed(where: Scene, count: Count) -> bool:
    """Whether a number is told only as what it was before the change: *down from* 39."""
    before = [t.lower for t in where.tokens[max(where.sentence.first, count.first - 2) : count.first]]
    if before[-1:] != ["from"]:
        return False
    dated = any(m.value[:1].isdigit() and m.last <= count.first for m in where.sentence.of("period"))
    return before[0] in _CHANGES or (not dated and _after_change(where, count.first - 1))


def joined(where: Scene, count: Count, done: Sequence[Reading]) -> bool:
    """Whether a count goes on a series of comparisons: 61 in 2015 *and 87 in 2014*, 155 cases *and 302 convictions*."""
    last = done[-1] if done else None
    if last is None or last.how != "comparison" or last.sentence is not where.sentence:
        return False
    closed = any(t.text == ")" for t in where.tokens[last.count.last : count.first])
    alike = count.group in {"*", last.group} or bool(count.nouns)
    return alike and not closed and _listed(where, last, count)


def reference(where: Scene, count: Count, how: str, done: Sequence[Reading]) -> Reading | None:
    """The count that a bare one refers to: for a comparison the last that was governed, for a part the one before it."""
    done = [r for r in done if r.fact.unit != "months" and (r.fact.measure != "funding" or count.zero)]
    if not done or (how != "comparison" and _excepted(where, count)):
        return None
    if of_told := _of_told(where, count, done):
        return of_told
    if enumerated(where, count):
        return next((r for r in reversed(done) if r.how != "comparison" and str(r.fact.measure).startswith("victims")), None)
    if _untold(where, count, done):
        return None
    if how == "comparison":
        compared = _compared(count, done)
        return None if compared and compared.sentence is not where.sentence and _of_its_own(where, count) else compared
    if count.whole in {"which", "whom"}:
        base = _outside(where, count, done)
        return base if base.sentence.group == where.sentence.group and not _let_go(where, count) else None
    return _divided(where, count, how, done)


def _of_its_own(where: Scene, count: Count) -> bool:
    """Whether a sentence names what its own numbers count: *the number of arrivals* fell from 90."""
    words = [t.lower for t in where.tokens[where.sentence.first : count.first]]
    return any(a == "number" and b == "of" for a, b in pairwise(words))


def _let_go(where: Scene, count: Count) -> bool:
    """Whether those of whom a number is a part were let go: 19 suspects, *12 of whom were released*."""
    i = count.last
    return i + 1 < where.sentence.last and where.tokens[i].lower in BE and where.tokens[i + 1].lower in _GONE


def _outside(where: Scene, count: Count, done: Sequence[Reading]) -> Reading:
    """What *of which* refers to: the last figure, but for those that brackets before it hold: 152 calls (203 in 2021), nine of which …"""
    closed = done[-1].sentence is where.sentence and any(t.text == ")" for t in where.tokens[done[-1].count.last : count.first])
    return next((r for r in reversed(done) if not closed or r.how != "comparison"), done[-1])


def _excepted(where: Scene, count: Count) -> bool:
    """Whether *but* stands before a number, as in «but ten of them», though not *all but ten*."""
    before = [t.lower for t in where.tokens[max(where.sentence.first, count.first - 2) : count.first]]
    return before[-1:] == ["but"] and before != ["all", "but"]


def _of_told(where: Scene, count: Count, done: Sequence[Reading]) -> Reading | None:
    """The figure of which a number is a part, by its value: 12 of *the 51* that were told before; *of these 40,* 17."""
    first, quantities = where.sentence.first, where.sentence.quantities
    opening = [t.lower for t in where.tokens[first : first + 2]]
    divided = opening[0] in {"of", "among"} and opening[1:] in (["these"], ["those"], ["the"])
    wholes = {q.value for q in quantities if count.whole == "the" and count.number_end <= q.first < count.last and q.value is not None}
    wholes |= {q.value for q in quantities if divided and q.first == first + 2 and q.last <= count.first and q.value is not None}
    return next((r for r in reversed(done) if r.how != "comparison" and r.fact.value in wholes), None)


def enumerated(where: Scene, count: Count) -> bool:
    """Whether a sentence says no more than what people the victims told before were: *There were* 19 girls and no boys."""
    first, last = where.sentence.first, where.sentence.last
    words = [t.lower for t in where.tokens[first : min(last, first + 4)]]
    at = next((n for n, w in enumerate(words) if w in _ENUMERATING), None)
    if not at or not set(words[:at]) <= _THOSE or count.group not in {"person", "victim"}:
        return False
    return not any(t.pos == "VERB" for t in where.tokens[first + at + 1 : last])


def _divided(where: Scene, count: Count, how: str, done: Sequence[Reading]) -> Reading | None:
    """What a part is a part of: the last figure that is no comparison, or, of a total that is named again, that total."""
    done = _cases(count, done)
    base = next((r for r in reversed(done) if r.how != "comparison"), done[-1])
    total = next((r for r in reversed(done) if not r.how), base)
    if _opens_with_total(where, count):
        parts = (r for r in reversed(done) if not r.how and (r.group in {"case", "event"}) == (count.group == "case"))
        return base if base.sentence is where.sentence and count.group == "*" else next(parts, total)
    if count.whole:
        return None if count.definite or count.whole == "the" else base
    if base.sentence.index == where.sentence.index - 1 and count.first == where.sentence.first and _told_again(where, (base, total), count):
        return total
    if base.sentence.group != where.sentence.group:
        return None
    lasting = base.fact.measure in _OF_CASES - {"arrests"} and lasts(where, count, of_cases=base.group in {"case", "event"})
    if _otherwise(where, base, count) and not lasting:
        return None
    if count.zero or lasting or (base.fact.measure == "sentences" and sentenced(where, count)) or _goes_on(where, base, count):
        return base
    if how == "part" and {count.group, base.group} <= PEOPLE and where.tokens[count.first - 1].lower in _THEM:
        return base
    if _after_other(where, count) or (count.group == "case" and base.group != "case" and how != "part"):
        return None
    if base.sentence is where.sentence and (
        how == "part" or _sorted(where, done[-1], count) or _listed(where, done[-1], count) or gapped(where, done[-1].count, count)
    ):
        return base
    return total if _predicated(where, base, count) else None


def _told_again(where: Scene, told: tuple[Reading, Reading], count: Count) -> bool:
    """Whether a number says more of the figure told last, or of that of which it was a part: 13 victims (two of them men). *Nine were* …"""
    base, total = told
    return _predicated(where, total if total.sentence is base.sentence and total.group == count.group else base, count)


def _cases(count: Count, done: Sequence[Reading]) -> Sequence[Reading]:
    """What further cases may be a part of: cases told before, not those whom they involved: two cases with 21 victims and *one case* …"""
    if count.group != "case" or not any(r.group == "case" for r in done):
        return done
    return [r for r in done if r.fact.rule != "statistic.object"] or done


def _goes_on(where: Scene, base: Reading, count: Count) -> bool:
    """Whether a list of parts goes on after a semicolon: 118 of sex trafficking, including 58 girls; *and 19 of forced labor*."""
    opens = count.first == where.sentence.first or (
        count.first == where.sentence.first + 1 and where.tokens[where.sentence.first].lower == "and"
    )
    follows = count.last < where.sentence.last and where.tokens[count.last].pos == "ADP"
    return opens and follows and base.how == "part" and base.sentence is not where.sentence and count.group == "*" and not count.zero


def _otherwise(where: Scene, base: Reading, count: Count) -> bool:
    """Whether something else is said of a part of those whom courts dealt with: 143 were convicted, and *two were deported*."""
    tokens, i = where.tokens, count.last
    done = base.fact.measure in {"prosecutions", "convictions", "acquittals", "arrests"} and count.group == "*" and not count.zero
    if not done or i + 1 >= where.sentence.last:
        return False
    ended = tokens[i].tag == "VBD" and tokens[i].pos == "VERB" and i not in where.triggers and tokens[i].lower not in _CONCERNING
    return ended or (tokens[i].lower in {*BE, *HAVE} and tokens[i + 1].tag == "VBN")


def _untold(where: Scene, count: Count, done: Sequence[Reading]) -> bool:
    """Whether the number right before counts something else, of which nothing was understood."""
    before = [c for c in where.counts if c.last <= count.first and not c.definite and not _adjoined(where, c)]
    told = {r.count.first for r in done if r.sentence is where.sentence}
    linked = count.whole or link(where, count) == "comparison"
    return bool(linked and before and before[-1].group in {*PEOPLE, "case", "other"} and before[-1].first not in told)


def _adjoined(where: Scene, count: Count) -> bool:
    """Whether a number only tells in how many sessions or the like something was done: trained 250 officials *in 12 sessions*."""
    return count.group == "other" and where.tokens[count.first - 1].lower in {"in", "at", "during", "over", "through"}


def _opens_with_total(where: Scene, count: Count) -> bool:
    """Whether the sentence begins with what a bare number is a part of: *Of the 312,* 280 were women."""
    tokens, first = where.tokens, where.sentence.first
    opening = tokens[first].lower == "of" and tokens[first + 1].lower in {"these", "those", "them", "the", "whom", "which"}
    return opening and not count.definite and count.first > first + 1 and count.group in {"*", "person", "victim", "case"}


def _after_other(where: Scene, count: Count) -> bool:
    """Whether the number right before counts something that no statistic counts: Lae (24 beds) and *Goroka (10)*."""
    before = [c for c in where.counts if c.first < count.first]
    return bool(before) and before[-1].group in {"other", "time"}


def _predicated(where: Scene, base: Reading, count: Count) -> bool:
    """Whether a bare number says more of victims told before: 161 were assisted; *118 had been* subjected to forced labor.

    Of cases it says what they were about: 135 were opened; *13 involved* forced labor, *three were under* Article 9.
    """
    opens = count.first <= where.sentence.first + 1 or where.tokens[count.first - 1].text in {";", ","}
    after = [t.lower for t in where.tokens[count.last : min(count.last + 2, where.sentence.last)]]
    same = count.group in {"*", base.group} and not count.zero
    if not (opens and same and after):
        return False
    if base.fact.measure in _OF_CASES and (after[0] in _CONCERNING or (after[0] in BE and after[-1] in _ABOUT)):
        return True
    return after[0] in {*BE, *HAVE} and str(base.fact.measure).startswith("victims")


def _compared(count: Count, done: Sequence[Reading]) -> Reading | None:
    """What a count is compared with: the last one alike; of cases and those whom they involve the cases: 14 *cases* with 33 suspects."""
    alike = [r for r in done if not r.how and count.group in {"*", r.group}]
    if count.group == "*" and len(alike) > 1:
        cases, people = alike[-2:]
        if people.fact.rule == "statistic.part" and cases.group in {"case", "event"} and cases.sentence is people.sentence:
            return cases
    return alike[-1] if alike else None


def _sorted(where: Scene, last: Reading, count: Count) -> bool:
    """Whether a number goes on a list of parts by what they are about: 27 concerned sex trafficking and *five forced labor*."""
    about = any(m.first == count.last for m in where.sentence.of("exploitation"))
    return about and last.how == "part" and where.tokens[count.first - 1].lower in {",", "and"}


def _listed(where: Scene, last: Reading, count: Count) -> bool:
    """Whether only a short phrase and a comma or a conjunction lie between two counts."""
    between = where.tokens[last.count.last : count.first]
    while between and between[-1].lower in _FURTHER:
        between = between[:-1]
    return (
        bool(between)
        and between[-1].lower in {",", "and", "or"}
        and not any(t.tag in FINITE and t.lower not in BE and t.lower not in HAVE for t in between)
    )
