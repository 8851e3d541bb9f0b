"""Words for none and for one: *no* victims, *none*, *nobody*, *a single* conviction, and *both*, which is two."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from kg.facts.reading.statistic_count import (
    DIFFERENCES,
    ENFORCED,
    PEOPLE,
    POOR,
    REACH,
    Count,
    enforced,
    filled,
    names_officials,
    nought,
    part,
    upon_people,
)
from kg.facts.reading.statistic_denied import DENYING
from kg.facts.reading.statistic_phrases import DETERMINERS, Line, Phrase, noun_measures, phrase
from kg.language.clauses import FINITE
from kg.language.periods import MONTHS
from kg.vocabulary.count_words import count_words
from kg.vocabulary.measures import Measure, counted, measures

_LABOR: Final = frozenset({"labor", "labour"})
_BEING: Final = frozenset({"was", "were", "had", "have", "has"})
_FINDING: Final = count_words("finding")
_DECREED: Final = count_words("decreed")

_ACCUSED: Final = count_words("accused")
_OBTAINED: Final = count_words("obtained")
_OCCURRED: Final = count_words("occurred")
_REPORTS: Final = frozenset({"report", "reports"})
_NOMINAL: Final = frozenset({"ADP", "ADJ", "NOUN", "PROPN", "DET"})


def zeros(text: Line) -> Iterator[Count]:
    """Words for zero, *no victims*, *none*, and for *any* and *a single*, which a negation makes zero; *both* is two."""
    for i in range(text.first, text.last):
        if (rule := _ZERO_RULES.get(text.lower(i))) and (found := rule(text, i)):
            yield found


def _without(text: Line, i: int) -> Count | None:
    """*Without convictions* at the end of what passed is none of them."""
    found = phrase(text, i + 1)
    plural = found.head is not None and text.tokens[found.head].tag == "NNS" and found.head - i <= 3
    return _zero(text, i, i + 1) if plural and found.nouns and found.nouns[0].measure in ENFORCED else None


def _no(text: Line, i: int) -> Count | None:
    after = text.lower(i + 1)
    if after == "one":
        return _nobody(text, i, i + 2)
    return None if after in {"longer", "doubt", *DIFFERENCES} else _zero(text, i, i + 1)


def _any(text: Line, i: int) -> Count | None:
    return None if text.lower(i + 1) in {"more", "longer"} else _zero(text, i, i + 1)


def _none(text: Line, i: int) -> Count:
    base = Count(0.0, None, None, "exactly", "", i, i + 1, i + 1, zero=True)
    return part(text, base, i + 2) if text.lower(i + 1) == "of" else base


def _nobody(text: Line, i: int, last: int | None = None) -> Count:
    end = last or i + 1
    return Count(0.0, None, None, "exactly", "", i, end, end, group="person", unit="people", zero=True)


def _single(text: Line, i: int) -> Count | None:
    """*A single conviction*, which a negation makes none; *without* belongs to its words, because it is what says so."""
    if text.lower(i - 1) not in {"a", "one"}:
        return None
    return _zero(text, i - 1 - (text.lower(i - 2) == "without"), i + 1)


def _lone(text: Line, i: int) -> Count | None:
    """*A lone trafficker* is one."""
    found = phrase(text, i + 1)
    if found.group not in ({*PEOPLE, "case"} if text.lower(i - 1) == "a" else {"case"} if text.lower(i - 1) == "the" else {}):
        return None
    return filled(Count(1.0, None, None, "exactly", "", i - 1, i + 1, i + 1), found)


def _first(text: Line, i: int) -> Count | None:
    """*Its first conviction* after a verb is one, and so is what *was the country's first conviction*."""
    found = phrase(text, i + 1 + (text.lower(i + 1) == "ever"))
    j = i - 1
    if text.tokens[j].tag == "POS":
        j = next((n for n in range(j - 1, max(text.first, j - 4) - 1, -1) if text.lower(n) == "the"), j)
    owned = text.lower(j) in {"the", "its", "their", "a"} and j > text.first
    owned = owned and (
        text.tokens[j - 1].pos == "VERB" or (text.lower(j - 1) == "was" and text.lower(j - 2) in {"it", "this", "that", "which"})
    )
    single = found.head is not None and text.tokens[found.head].tag == "NN"
    owned = owned or (j == text.first and text.lower(j) == "the" and _took_place(text, found.last))
    if not (owned and single and found.nouns and found.nouns[0].measure in ENFORCED):
        return None
    return filled(Count(1.0, None, None, "exactly", "", j, i + 1, i + 1), found)


def _took_place(text: Line, i: int) -> bool:
    """Whether the next finite verb says that something happened: *was handed down*, *came* in 2014."""
    at = next((n for n in range(i, min(i + REACH, text.last)) if text.tokens[n].tag in FINITE), text.last)
    if text.lower(at) == "was":
        return text.lower(at + 1) in _OBTAINED or (at + 1 < text.last and text.tokens[at + 1].pos == "ADP" and text.lower(at + 1) == "in")
    return text.lower(at) in _OCCURRED


def _article(text: Line, i: int) -> Count | None:
    """*A trafficker* right after a verb that is counted, which is zero where the verb is negated.

    In a list, *and a boy*, and as the subject of what courts and police do, *a man was convicted*, it is one.
    """
    if tried := _tried(text, i):
        return tried
    if text.lower(i - 1) == "and":
        found = phrase(text, i + 1)
        one = Count(1.0, None, None, "exactly", "", i, i + 1, i + 1, whole="one")
        listed = text.lower(i - 2) == "," or (text.tokens[i - 2].tag == "NNS" and text.lower(i - 2) in counted())
        return replace(filled(one, found), whole="one") if found.group in PEOPLE and listed else None
    none = Count(0.0, None, None, "exactly", "", i, i + 1, i + 1, zero=True)
    if event := _denied_event(text, i):
        return filled(none, event)
    if text.lower(i - 1) not in measures() or text.tokens[i - 1].pos != "VERB":
        return None
    found = phrase(text, i + 1)
    groups = {"offender", "victim", "case"} | ({"person"} if text.tokens[i - 1].tag == "VBD" and enforced(text, i - 1) else set())
    return filled(none, found) if found.group in groups else None


def _another(text: Line, i: int) -> Count | None:
    """*Another* after a verb of courts and police is one more: convicted one man and acquitted *another*."""
    if not enforced(text, i - 1) or text.lower(i + 1) in {"one", "of"} or (i + 1 < text.last and text.tokens[i + 1].pos == "NUM"):
        return None
    found = phrase(text, i + 1)
    one = Count(1.0, None, None, "exactly", "", i, i + 1, i + 1)
    return filled(one, found) if found.head is None or found.group in {*PEOPLE, "case"} else None


def _tried(text: Line, i: int) -> Count | None:
    """*A man* at the beginning of a sentence, or after what it opens with, of whom it says that he *was convicted*."""
    if i != text.first and not (text.lower(i - 1) == "," and i - text.first < REACH) and not _after_date(text, i):
        return None
    found = phrase(text, i + 1)
    at = _past_name(text, _past_accused(text, found.last))
    someone = found.group in PEOPLE or (found.group == "other" and (text.lower(at - 1) == "," or upon_people(text, at + 1)))
    single = found.head is not None and text.tokens[found.head].tag == "NN" and someone and found.last == found.head + 1
    passive = text.lower(at) == "was" and any(m.measure in ENFORCED - {"sentences"} for m in measures().get(text.lower(at + 1), ()))
    one = filled(Count(1.0, None, None, "exactly", "", i, i + 1, i + 1), found)
    return replace(one, group="person" if found.group == "other" else found.group) if single and passive else None


def _after_date(text: Line, i: int) -> bool:
    """Whether only a date stands before a token: *In March* a teacher was convicted."""
    if text.lower(text.first) not in {"in", "on", "during"} or not 1 < i - text.first < 5:
        return False
    return all(t.lower in MONTHS or t.pos == "NUM" or t.lower in {"early", "late"} for t in text.tokens[text.first + 1 : i])


def _past_name(text: Line, i: int) -> int:
    """The token past a name between commas: a teacher*, Ana Ruiz,* was convicted."""
    closing = (
        next((n for n in range(i + 2, min(i + REACH // 2, text.last)) if text.lower(n) == ","), None) if text.lower(i) == "," else None
    )
    if closing is None or any(t.pos != "PROPN" for t in text.tokens[i + 1 : closing]):
        return i
    return closing + 1


def _past_accused(text: Line, i: int) -> int:
    """The auxiliary after words that say of what somebody was accused: a man *suspected of trafficking* was arrested."""
    if text.lower(i) not in _ACCUSED:
        return i
    at = next((n for n in range(i, min(i + REACH, text.last)) if text.lower(n) in {",", ";"} or text.tokens[n].tag in FINITE), i)
    undergone = at + 1 < text.last and text.tokens[at + 1].tag == "VBN"
    return at if undergone and text.lower(at) not in {",", ";"} else i


def _denied_event(text: Line, i: int) -> Phrase | None:
    """The noun of *a conviction* after a verb that is denied: has not obtained *a conviction*."""
    denied = any(text.lower(n) in DENYING for n in range(max(text.first, i - 5), i))
    if not denied or text.tokens[i - 1].pos not in {"VERB", "AUX"}:
        return None
    found = phrase(text, i + 1)
    single = found.head is not None and text.tokens[found.head].tag == "NN" and bool(found.nouns)
    return found if single and found.nouns[0].measure in ENFORCED - {"sentences"} else None


def _both(text: Line, i: int) -> Count | None:
    found = phrase(text, i + 1)
    if text.lower(i + 1) == "of" and text.lower(i + 2) in {"whom", "them"}:
        return replace(Count(2.0, None, None, "exactly", "", i, i + 1, i + 3), whole=text.lower(i + 2))
    if text.lower(i + 1) == "of" and enforced(text, i + 3):
        return replace(Count(2.0, None, None, "exactly", "", i, i + 1, i + 4), group="offender", unit="offenders", whole="the")
    if text.lower(i + 1) in {"were", "had", "have"}:
        return Count(2.0, None, None, "exactly", "", i, i + 1, i + 1)
    if (
        text.lower(i - 1) == ","
        or found.group not in {*PEOPLE, "case"}
        or found.last - i > 4
        or any(text.lower(n) == "and" for n in range(i, found.last + 1))
        or _paired(text, found.last)
    ):
        return None
    return filled(Count(2.0, None, None, "exactly", "", i, i + 1, i + 1), found)


def _paired(text: Line, i: int) -> bool:
    """Whether *and* joins others to those after *both*: both victims of trafficking *and of violence*."""
    while i + 1 < text.last and (text.tokens[i].pos in _NOMINAL or text.tokens[i].tag == "VBG"):
        i += 1
    return text.lower(i) == "and" and text.tokens[i + 1].pos in _NOMINAL


def _noughts(text: Line, head: int, none: Measure) -> bool:
    """Whether the words that such a noun wants stand around it, if it counts anything else too: no *cases of child labor*."""
    if text.lower(head) in {"report", "reports"}:
        comma = next((i for i in range(head + 1, text.last) if text.lower(i) in {",", "but", "and"}), text.last)
        return any(text.lower(i) in none.with_any for i in range(head + 1, min(comma, head + 16)))
    if none.measure in ENFORCED:
        against = next((i for i in range(head + 1, head + REACH) if text.lower(i) == "against"), text.last)
        return not names_officials(text, against, against + 5) and any(
            text.lower(i) in none.with_any for i in range(head - 4, head + REACH)
        )
    if text.lower(head) not in counted() and not none.with_any:
        return True
    before, behind = {text.lower(i) for i in range(head - 4, head)}, {text.lower(i) for i in range(head + 1, head + 7)}
    related = text.lower(head + 1) in {"of", "involving"}
    if related and behind & none.with_any and (before | behind) & _LABOR:
        return True
    return "child" in before and bool(before & _LABOR) and text.lower(head + 1) not in _BEING


def _neither(text: Line, i: int) -> Count | None:
    """*Neither of the two defendants* is none of them."""
    if i + 1 < text.last and text.tokens[i + 1].pos == "VERB":
        return None
    base = Count(0.0, None, None, "exactly", "", i, i + 1, i + 1, zero=True)
    return part(text, base, i + 2) if text.lower(i + 1) == "of" else filled(base, phrase(text, i + 1))


def _zero(text: Line, first: int, after: int) -> Count:
    """A zero before a noun phrase; of *no convictions of officials* the officials give unit and class."""
    while text.lower(after) in {"of", "the", "these", "those", "new", "known"}:
        after += 1
    after = _past_reports(text, first, after)
    found = phrase(_without_told(text, after), after)
    count = filled(Count(0.0, None, None, "exactly", "", first, first + 1, after, zero=True), found)
    if count.nouns and count.nouns[0].measure == "sentences" and text.lower(after) in _DECREED:
        return replace(count, group="other", nouns=())
    if told := _court_cases(text, first, count) or _no_child_labor(text, first, count):
        return told
    poor = any(t.lower in POOR for t in text.tokens[first + 1 : count.head or first + 1])
    if count.head is not None and not poor and (none := nought(text.lower(count.head))) and _noughts(text, count.head, none):
        return replace(count, group="event", nouns=(none,), unit="cases" if none.measure in ENFORCED else count.unit)
    of_them = {"of", "against", "involving", "for", "into"} if count.nouns else {"against", "involving"} if count.group == "case" else ()
    if text.lower(count.last) in of_them:
        i = count.last + 1
        while text.lower(i) in {*DETERMINERS, "any", "that"}:
            i += 1
        of = phrase(text, i)
        officials = names_officials(text, i, of.last)
        group = "official" if officials else count.group
        if count.group == "case" and not officials:
            return count
        end = max(of.last, count.last)
        return replace(count, unit=of.unit, group=group, last=end, number_end=end)
    return count


def _court_cases(text: Line, first: int, count: Count) -> Count | None:
    """*There were no court cases*: nobody was prosecuted."""
    existing = text.lower(first - 1) in {"were", "was", "been"} and "there" in {text.lower(first - 2), text.lower(first - 3)}
    if not existing or count.group != "case" or count.head is None or text.lower(count.head + 1) in {"against", "pending"}:
        return None
    tried = any(text.lower(n) in {"court", "criminal", "judicial"} for n in range(first + 1, count.head))
    return replace(count, group="event", nouns=(noun_measures()["prosecutions"],), unit="cases") if tried else None


def _no_child_labor(text: Line, first: int, count: Count) -> Count | None:
    """*Found no child labor*: none of it was found."""
    if count.head is None or text.lower(count.head) not in _LABOR or text.lower(count.head - 1) != "child":
        return None
    found = text.tokens[first - 1].pos == "VERB" and text.tokens[first - 1].lemma in _FINDING and text.tokens[first - 1].tag != "VB"
    none = nought("cases")
    everywhere = text.lower(count.head + 1) not in {"in", "at", "on", "among"}
    return replace(count, group="event", nouns=(none,), unit=None) if found and everywhere and none and text.lower(first) == "no" else None


def _past_reports(text: Line, first: int, after: int) -> int:
    """The noun of what courts and police do, of which there were no reports: no *reports in the press of cases or* prosecutions."""
    while after + 1 < text.last and text.tokens[after].pos == "ADJ" and text.lower(after + 1) in _REPORTS:
        after += 1
    if text.lower(first) not in {"no", "any"} or text.lower(after) not in _REPORTS:
        return after
    of = next((n for n in range(after + 1, min(after + REACH // 2, text.last)) if text.lower(n) == "of"), after)
    if of == after or any(t.pos not in {"ADP", "DET", "ADJ", "NOUN", "PROPN"} for t in text.tokens[after + 1 : of]):
        return after
    at = of + 1 + (2 if text.lower(of + 1) == "cases" and text.lower(of + 2) in {",", "or"} else 0)
    found = phrase(text, at)
    return at if found.nouns and found.nouns[0].measure in ENFORCED | {"investigations"} else after


def _without_told(text: Line, after: int) -> Line:
    """The line up to what reports tell without *that*: no *reports* children worked there."""
    people = phrase(text, after + 1) if text.lower(after) in {"report", "reports"} else None
    told = people is not None and people.group == "person" and people.last < text.last and text.tokens[people.last].tag in FINITE
    return replace(text, last=after + 1) if told else text


_ZERO_RULES: Final[Mapping[str, Callable[[Line, int], Count | None]]] = {
    "without": _without,
    "no": _no,
    "none": _none,
    "any": _any,
    "another": _another,
    "anyone": _nobody,
    "anybody": _nobody,
    "nobody": _nobody,
    "neither": _neither,
    "single": _single,
    "lone": _lone,
    "sole": _lone,
    "solitary": _lone,
    "a": _article,
    "an": _article,
    "both": _both,
    "first": _first,
}
