"""Counts: the numbers of a sentence, and the words for zero, each with the noun that it counts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.facts.reading.statistic_phrases import DETERMINERS, TIMES, Line, Phrase, line, phrase, simply_denied
from kg.language.model import Annotated, Quantity, Sentence
from kg.vocabulary.measures import Measure, counted, measures

PEOPLE: Final = frozenset({"offender", "victim", "person", "official"})
_PARTS: Final = frozenset({"whom", "which", "them"})
_LABELS: Final = frozenset("ages article articles section sections law no no. number decree act paragraph tier aged age page".split())
_ENFORCED: Final = frozenset({"arrests", "prosecutions", "convictions", "acquittals", "sentences"})
_DENIED: Final = frozenset({"investigate", "prosecute", "convict", "arrest", "indict"})
_DENYING: Final = frozenset({"not", "n't", "never", "neither"})
_NARROWING: Final = frozenset({"who", "whom", "whose", "among", "when", "where", "that", "as", "through", "based", "because", "by", "at"})
REACH: Final = 12
_ELDEST: Final = frozenset({"youngest", "oldest", "eldest"})
_LIST: Final = frozenset({",", "and", "or", "to"})
_POOR: Final = frozenset({"proper", "adequate", "sufficient", "vocational", "safety", "job", "skills"})
_DIFFERENCES: Final = frozenset({"more", "fewer", "less", "additional"})


@dataclass(frozen=True, slots=True)
class Count:
    """A number and the noun phrase that it opens; ``last`` is the token after the phrase."""

    value: float | None
    min: float | None
    max: float | None
    comparator: str
    money: str
    """``percent``, a currency's code, or empty."""
    first: int
    number_end: int
    last: int
    head: int | None = None
    """The token of the counted noun."""
    group: str = "*"
    """The class of the counted noun; ``*`` for a bare number, ``other`` for a noun that no statistic counts."""
    unit: str | None = None
    nouns: tuple[Measure, ...] = ()
    """The measures that the counted noun itself is: 13 *investigations*, no *prosecutions or convictions*."""
    whole: str = ""
    """How the number is a part of something: ``them`` in *five of them*, ``the`` in *seven of the 33 convictions*."""
    definite: bool = False
    zero: bool = False
    """True for words such as *no*, *none* and *any* after a negation."""


def counts(annotated: Annotated, sentence: Sentence) -> tuple[Count, ...]:
    """The counts of a sentence in order; years and labels are none."""
    text = line(annotated, sentence)
    dated = {i for m in sentence.of("period") for i in range(m.first, m.last)}
    found = [_counted(text, q) for q in sentence.quantities if q.first not in dated and not _label(text, q)]
    found.extend(_zeros(text))
    found.extend(_bare(text))
    kept: list[Count] = []
    for count in sorted(found, key=lambda c: (c.first, -c.last)):
        if not kept or count.first >= (kept[-1].last if kept[-1].whole == "the" and not kept[-1].money else kept[-1].number_end):
            kept.append(count)
    return tuple(_timed(text, kept))


def _timed(text: Line, found: list[Count]) -> list[Count]:
    """Bare numbers of a list that ends with a time share its noun: terms of *10, eight*, and five years."""
    for i in range(len(found) - 1, 0, -1):
        between = [t.lower for t in text.tokens[found[i - 1].number_end : found[i].first]]
        if found[i].group == "time" and found[i - 1].group == "*" and between and all(w in _LIST for w in between):
            found[i - 1] = replace(found[i - 1], group="time", head=found[i].head, unit=found[i].unit)
    return found


def _label(text: Line, q: Quantity) -> bool:
    """Whether a number is a label, an age, or part of a longer word: Article 134, aged 14, two-hour."""
    before, after, word = text.lower(q.first - 1), text.lower(q.last), text.lower(q.first)
    if before in _LABELS or after == "/" or (before == "of" and text.lower(q.first - 2) == "capacity"):
        return True
    if _age(text, q, before):
        return True
    if before in {"/", "-"} and text.tokens[q.first - 1].end == text.tokens[q.first].start:
        return True
    if after in {"-", "–"} and text.tokens[q.last].start == text.tokens[q.last - 1].end:
        return not _term(text, q)
    return word == "one" and before in {"the", "no", "another", "any", "each", "this", "that"}


def _age(text: Line, q: Quantity, before: str) -> bool:
    """Whether a number is an age: younger than 15, girls under 18, ages five to 17."""
    if before in {"than", "and", "of"} and {text.lower(q.first - n) for n in (2, 3, 4)} & {"younger", "older", "ages", "age"}:
        return True
    if text.lower(q.first - 1) in _ELDEST or (before in {"them", "whom", "which"} and text.lower(q.first - 3) in _ELDEST):
        return True
    bare = q.first > text.first and text.lower(q.first) in {"under", "over", "below", "above"} and phrase(text, q.last).head is None
    return bare and text.tokens[q.first - 1].pos in {"NOUN", "ADJ"} and not q.unit


def _term(text: Line, q: Quantity) -> bool:
    """Whether a number is the length of a sentence: a *ten-year* prison term."""
    following = {text.lower(i) for i in range(q.last + 2, q.last + 5)}
    return text.lower(q.last + 1) in TIMES and bool(following & {"sentence", "sentences", "term", "terms"})


def _counted(text: Line, q: Quantity) -> Count:
    before = text.lower(q.first - 1)
    base = Count(q.value, q.min, q.max, q.comparator, q.unit, q.first, q.last, q.last, definite=before in DETERMINERS, zero=q.value == 0)
    after = text.lower(q.last)
    if before == "(" and after == ")" and (named := _named_before(text, base)):
        return named
    if after == "-" and text.lower(q.last + 1) in TIMES:
        return replace(base, head=q.last + 1, last=q.last + 2, group="time", unit="months")
    if after in _DIFFERENCES and text.lower(q.last + 1) == "than":
        return replace(base, group="difference")
    if before == "not" and text.lower(q.first) == "one":
        base = replace(base, value=0.0, zero=True)
    if after in {"more", "others", "additional"}:
        return _filled(base, phrase(text, q.last + 1))
    if after == "of":
        return _part(text, base, q.last + 1)
    if q.unit and q.unit != "percent":
        return base
    found = _filled(base, phrase(text, q.last))
    return base if found.group == "other" and q.last in text.exploited else _summed(text, found)


def _named_before(text: Line, base: Count) -> Count | None:
    """A number in brackets right after the noun that it counts, which no other number does: *more victims (24)* than in 2012."""
    head = base.first - 2
    if base.money or head <= text.first or text.tokens[head].tag != "NNS":
        return None
    i = head
    while i > text.first and (text.tokens[i - 1].pos in {"ADJ", "NOUN"} or text.lower(i - 1) == "-"):
        i -= 1
    before = text.tokens[i - 1]
    if before.pos in {"NUM", "DET", "PRON"} or before.lower in DETERMINERS or before.text in {",", "("}:
        return None
    found = phrase(text, i)
    counted = found.head == head and found.group not in {"*", "other", "time"}
    return replace(_filled(base, found), first=i, last=base.number_end + 1) if counted else None


def _summed(text: Line, count: Count) -> Count:
    """Several people named one by one after a verb are as many: arrested *a driver and two guards*, sentenced *three men and a woman*."""
    if count.value is None or count.group not in PEOPLE - {"victim"}:
        return count
    if text.lower(count.last) == "and" and text.lower(count.last + 1) in {"a", "an"}:
        other = phrase(text, count.last + 2)
        return (
            replace(count, value=count.value + 1, last=other.last, unit="people")
            if other.group in PEOPLE and _enforced(text, count.first - 1)
            else count
        )
    if text.lower(count.first - 1) != "and":
        return count
    for i in range(count.first - 2, max(text.first, count.first - 8), -1):
        if text.lower(i) in {"a", "an"}:
            other = phrase(text, i + 1)
            fits = other.last == count.first - 1 and other.group in PEOPLE and _enforced(text, i - 1)
            return replace(count, value=count.value + 1, first=i, unit="people") if fits else count
    return count


def _enforced(text: Line, i: int) -> bool:
    """Whether a verb of law enforcement stands at a token."""
    return text.first <= i and text.tokens[i].pos == "VERB" and any(m.measure in _ENFORCED for m in measures().get(text.lower(i), ()))


def _part(text: Line, base: Count, i: int) -> Count:
    """The count of a part, *five of them*, or of an open number, *hundreds of women*."""
    word = text.lower(i)
    if word in _PARTS or (word in {"these", "those"} and phrase(text, i + 1).head is None):
        return replace(base, last=i + 1, whole=word)
    if i in text.exploited:
        return base
    whole = ""
    if text.lower(i) == "the" and i + 2 < text.last and text.tokens[i + 2].tag == "POS":
        i, whole = i + 3, "the"
    while text.lower(i) in DETERMINERS or text.lower(i) in {"all", "other"} or (i < text.last and text.tokens[i].pos == "NUM"):
        i, whole = i + 1, "the"
    found = phrase(text, i)
    dated = found.head is not None and text.lower(found.head) in {"period", "year"}
    return base if dated and not base.money else replace(_filled(base, found), whole=whole)


def _filled(base: Count, found: Phrase) -> Count:
    return replace(base, last=found.last, head=found.head, group=found.group, unit=found.unit, nouns=found.nouns)


def _zeros(text: Line) -> Iterator[Count]:
    """Words for zero, *no victims*, *none*, and for *any* and *a single*, which a negation makes zero; *both* is two."""
    for i in range(text.first, text.last):
        if (rule := _ZERO_RULES.get(text.lower(i))) and (found := rule(text, i)):
            yield found


def _bare(text: Line) -> Iterator[Count]:
    """Plurals without a number that a negated verb takes, none of them: *did not prosecute or convict* trafficking offenders."""
    denied = [i for i in range(text.first, text.last) if text.lower(i) in _DENYING]
    for i in range(denied[0] + 1, text.last) if denied else ():
        verb = text.tokens[i - 1]
        if verb.pos != "VERB" or verb.tag not in {"VB", "VBN", "VBD"} or not any(i - 1 - REACH < n < i - 1 for n in denied):
            continue
        if verb.lemma in _DENIED and (none := _plural(text, denied, i)):
            yield none


def _plural(text: Line, denied: Sequence[int], i: int) -> Count | None:
    """The bare plural at a token after a verb, where the verb is simply denied, and nothing after it narrows the plural."""
    found = phrase(text, i)
    if found.head is None or found.group not in {"offender", "case"} or text.tokens[found.head].tag != "NNS":
        return None
    first = text.tokens[i]
    opens = first.pos in {"NOUN", "ADJ", "PROPN"} or (first.tag in {"VBN", "VBG"} and i < found.head)
    denial = max(n for n in denied if n < i)
    if not opens or text.lower(found.last) in _NARROWING or not simply_denied(text, denial, i):
        return None
    return _filled(Count(0.0, None, None, "exactly", "", i, i, i, whole="bare", zero=True), found)


def _without(text: Line, i: int) -> Count | None:
    """*Without convictions* at the end of what passed is none of them."""
    found = phrase(text, i + 1)
    plural = found.head is not None and text.tokens[found.head].tag == "NNS" and found.head - i <= 3
    return _zero(text, i, i + 1) if plural and found.nouns and found.nouns[0].measure in _ENFORCED else None


def _no(text: Line, i: int) -> Count | None:
    after = text.lower(i + 1)
    if after == "one":
        return _nobody(text, i, i + 2)
    return None if after in {"longer", "doubt", *_DIFFERENCES} else _zero(text, i, i + 1)


def _any(text: Line, i: int) -> Count | None:
    return None if text.lower(i + 1) in {"more", "longer"} else _zero(text, i, i + 1)


def _none(text: Line, i: int) -> Count:
    base = Count(0.0, None, None, "exactly", "", i, i + 1, i + 1, zero=True)
    return _part(text, base, i + 2) if text.lower(i + 1) == "of" else base


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
    if text.lower(i - 1) != "a" or found.group not in {*PEOPLE, "case"}:
        return None
    return _filled(Count(1.0, None, None, "exactly", "", i - 1, i + 1, i + 1), found)


def _first(text: Line, i: int) -> Count | None:
    """*Its first conviction* after a verb is one."""
    found = phrase(text, i + 1 + (text.lower(i + 1) == "ever"))
    owned = text.lower(i - 1) in {"the", "its", "their", "a"} and i - 2 >= text.first and text.tokens[i - 2].pos == "VERB"
    single = found.head is not None and text.tokens[found.head].tag == "NN"
    if not (owned and single and found.nouns and found.nouns[0].measure in _ENFORCED):
        return None
    return _filled(Count(1.0, None, None, "exactly", "", i - 1, i + 1, i + 1), found)


def _article(text: Line, i: int) -> Count | None:
    """*A trafficker* right after a verb that is counted, which is zero where the verb is negated.

    In a list, *and a boy*, and as the subject of what courts and police do, *a man was convicted*, it is one.
    """
    if tried := _tried(text, i):
        return tried
    if text.lower(i - 1) == "and":
        found = phrase(text, i + 1)
        one = Count(1.0, None, None, "exactly", "", i, i + 1, i + 1, whole="one")
        return replace(_filled(one, found), whole="one") if found.group in PEOPLE and text.lower(i - 2) == "," else None
    none = Count(0.0, None, None, "exactly", "", i, i + 1, i + 1, zero=True)
    if event := _denied_event(text, i):
        return _filled(none, event)
    if text.lower(i - 1) not in measures() or text.tokens[i - 1].pos != "VERB":
        return None
    found = phrase(text, i + 1)
    return _filled(none, found) if found.group in {"offender", "victim", "case"} else None


def _tried(text: Line, i: int) -> Count | None:
    """*A man* at the beginning of a sentence, or after what it opens with, of whom it says that he *was convicted*."""
    if i != text.first and not (text.lower(i - 1) == "," and i - text.first < REACH):
        return None
    found = phrase(text, i + 1)
    single = found.head is not None and text.tokens[found.head].tag == "NN" and found.group in PEOPLE and found.last == found.head + 1
    passive = text.lower(found.last) == "was" and any(
        m.measure in _ENFORCED - {"sentences"} for m in measures().get(text.lower(found.last + 1), ())
    )
    return _filled(Count(1.0, None, None, "exactly", "", i, i + 1, i + 1), found) if single and passive else None


def _denied_event(text: Line, i: int) -> Phrase | None:
    """The noun of *a conviction* after a verb that is denied: has not obtained *a conviction*."""
    denied = any(text.lower(n) in _DENYING for n in range(max(text.first, i - 5), i))
    if not denied or text.tokens[i - 1].pos not in {"VERB", "AUX"}:
        return None
    found = phrase(text, i + 1)
    single = found.head is not None and text.tokens[found.head].tag == "NN" and bool(found.nouns)
    return found if single and found.nouns[0].measure in _ENFORCED - {"sentences"} else None


def _both(text: Line, i: int) -> Count | None:
    found = phrase(text, i + 1)
    if text.lower(i + 1) in {"were", "had", "have"}:
        return Count(2.0, None, None, "exactly", "", i, i + 1, i + 1)
    if (
        text.lower(i - 1) == ","
        or found.group not in {*PEOPLE, "case"}
        or found.last - i > 4
        or any(text.lower(n) == "and" for n in range(i, found.last + 1))
    ):
        return None
    return _filled(Count(2.0, None, None, "exactly", "", i, i + 1, i + 1), found)


def _nought(word: str) -> Measure | None:
    """The measure of a noun of which only none is counted: no *training*."""
    return next((m for m in measures().get(word, ()) if m.kind == "nought"), None)


def _noughts(text: Line, head: int, none: Measure) -> bool:
    """Whether the words that such a noun wants follow it, if it counts anything else too: no *cases of child labor*."""
    if text.lower(head) in {"report", "reports"}:
        comma = next((i for i in range(head + 1, text.last) if text.lower(i) in {",", "but", "and"}), text.last)
        return any(text.lower(i) in none.with_any for i in range(head + 1, min(comma, head + 16)))
    own = text.lower(head) in counted() and counted()[text.lower(head)].group == "case"
    following = {text.lower(i) for i in range(head + 1, head + 7)}
    return not own or (text.lower(head + 1) == "of" and bool(following & none.with_any) and bool(following & {"labor", "labour"}))


def _neither(text: Line, i: int) -> Count | None:
    """*Neither of the two defendants* is none of them."""
    if i + 1 < text.last and text.tokens[i + 1].pos == "VERB":
        return None
    base = Count(0.0, None, None, "exactly", "", i, i + 1, i + 1, zero=True)
    return _part(text, base, i + 2) if text.lower(i + 1) == "of" else _filled(base, phrase(text, i + 1))


def _zero(text: Line, first: int, after: int) -> Count:
    """A zero before a noun phrase; of *no convictions of officials* the officials give unit and class."""
    while text.lower(after) in {"of", "the", "these", "those", "new", "known"}:
        after += 1
    if text.lower(first) == "no" and text.lower(after) in {"report", "reports"} and text.lower(after + 1) == "of":
        found = phrase(text, after + 2)
        after = after + 2 if found.nouns and found.nouns[0].measure in _ENFORCED | {"investigations"} else after
    count = _filled(Count(0.0, None, None, "exactly", "", first, first + 1, after, zero=True), phrase(text, after))
    poor = any(t.lower in _POOR for t in text.tokens[first + 1 : count.head or first + 1])
    if count.head is not None and not poor and (none := _nought(text.lower(count.head))) and _noughts(text, count.head, none):
        return replace(count, group="event", nouns=(none,))
    if count.nouns and text.lower(count.last) in {"of", "against", "involving", "for", "into"}:
        i = count.last + 1
        while text.lower(i) in {*DETERMINERS, "any", "that"}:
            i += 1
        of = phrase(text, i)
        officials = any((known := counted().get(text.lower(n))) and known.group == "official" for n in range(i, of.last))
        group = "official" if officials else count.group
        end = max(of.last, count.last)
        return replace(count, unit=of.unit, group=group, last=end, number_end=end)
    return count


_ZERO_RULES: Final[Mapping[str, Callable[[Line, int], Count | None]]] = {
    "without": _without,
    "no": _no,
    "none": _none,
    "any": _any,
    "anyone": _nobody,
    "anybody": _nobody,
    "nobody": _nobody,
    "neither": _neither,
    "single": _single,
    "lone": _lone,
    "sole": _lone,
    "a": _article,
    "an": _article,
    "both": _both,
    "first": _first,
}
