"""Amounts of money in a sentence, in US dollars where the text gives them, and what they are for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from kg.facts.reading.statistic_count import Count
from kg.facts.reading.statistic_scene import Scene
from kg.vocabulary.measures import counted
from kg.vocabulary.money import Purpose, currencies, payers, purposes, spenders, takers
from kg.vocabulary.money_words import money_words

BEFORE: Final = 16
SPAN: Final = 12
"""How far before an amount the word may stand that opens a range."""
AFTER: Final = 6
_OBJECT: Final = 5
"""How far behind a verb of giving those may stand who are given something."""
_NAMED: Final = 8
"""How many words the name of a currency may have, with its brackets."""
_PLAIN_VERBS: Final = frozenset({"debt", "sale", "wage", "ransom"})
"""Purposes of verbs that are no nouns, whatever the tagger says."""
_AUTHORITIES: Final = money_words("authority")
TRADING: Final = frozenset({"sale", "fee"})
"""Purposes of verbs that authorities do otherwise than as a crime: they *buy* cars and *drive* people."""
_SPENDING: Final = money_words("spending")
_SELLING: Final = frozenset({"pay", "recruitment_fee", "sale", "take", "bribe"})
_FREEING: Final = money_words("freeing")
_ROUNDING: Final = frozenset(
    "about around only just some as little few low much high up to at between from the equivalent of mere a paltry merely".split()
)
_HEADS: Final = money_words("each")
_TIMES: Final = money_words("time")
_WORKING: Final = money_words("working")
_COURTS: Final = money_words("court")
_AWARDING: Final = money_words("awarding")
_AWARDED: Final = money_words("awarded")
_ALLOWANCES: Final = money_words("allowances")
_NEAR: Final = 9
"""How many words before an amount may say what it is that people get."""
_RANKS: Final = {
    "payment noun": 0,
    "funding noun": 1,
    "permit": 1,
    "asked": 2,
    "take": 2,
    "recover": 2,
    "payment verb": 2,
    "payment priced": 2,
    "pay": 2,
    "funding verb": 2,
}


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount: its count, its currency, and the tokens over which it is told in one or two currencies."""

    count: Count
    currency: str | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Use:
    """What an amount is for, and the token that says it."""

    purpose: Purpose
    at: int


def amounts(where: Scene) -> Iterator[Amount]:
    """The amounts of a sentence; of two that say the same in two currencies the one in US dollars; both ends of a range are one."""
    held: Amount | None = None
    for amount in _single(where):
        if held and (whole := _spanned(where, held, amount)):
            held = whole
        else:
            if held:
                yield held
            held = amount
    if held:
        yield held


def _spanned(where: Scene, low: Amount, high: Amount) -> Amount | None:
    """One amount of two that are the ends of a range: *from* 20 rupees ($1) *to* 50 ($2), *between* 20 and 90 rand *($2 and $9)*."""
    between = [t.text for t in where.tokens[low.last : high.first] if t.text not in {"(", ")"}]
    before = {t.lower for t in where.tokens[max(where.sentence.first, low.first - SPAN) : low.first + 1]}
    least, most = low.count.value, high.count.value
    if between not in (["to"], ["and"]) or low.currency != high.currency or least is None or most is None or least >= most:
        return None
    if not before & ({"between"} if between == ["and"] else {"from", "between", "range", "ranging", "ranged"}):
        return None
    return Amount(replace(low.count, value=None, min=least, max=most, last=high.count.last), low.currency, low.first, high.last)


def _single(where: Scene) -> Iterator[Amount]:
    found = _whole_ranges(where, [a for c in where.counts if (a := _amount(where, c))])
    i = 0
    while i < len(found):
        pair = found[i : i + 2]
        if len(pair) == 2 and _same(where, pair[0], pair[1]):
            told = next((a for a in reversed(pair) if a.currency == "USD"), pair[0])
            yield Amount(_bounded(told.count, pair[0].count), told.currency, pair[0].first, pair[1].last)
            i += 2
        else:
            if found[i].currency:
                yield found[i]
            i += 1


def _whole_ranges(where: Scene, found: list[Amount]) -> list[Amount]:
    """The amounts without the lower end of a range that a bracket tells again: *402 reais* to 1,891 reais ($105 to $500)."""
    ranged = [a.count.min is not None and a.count.max is not None for a in found]
    again = (i for i in range(len(found) - 2) if ranged[i + 2] and _same(where, *found[i + 1 : i + 3]))
    told = {i for i in again if _to(where, *found[i : i + 2])}
    return [a for i, a in enumerate(found) if i not in told]


def _to(where: Scene, low: Amount, high: Amount) -> bool:
    return [t.lower for t in where.tokens[low.last : high.first]] in (["to"], ["and"], ["-"], ["–"])


def _bounded(told: Count, first: Count) -> Count:
    """An amount with the comparator of the one before its bracket: *up to* 10,000 rand ($700)."""
    return told if told.comparator != "exactly" else replace(told, comparator=first.comparator)


def _amount(where: Scene, count: Count) -> Amount | None:
    """A count with a currency, or a bare number right before an amount in brackets."""
    if count.money == "percent":
        return None
    if count.money and not _dollars_of(where, count):
        return Amount(count, count.money, count.first, count.last)
    for i in range(count.number_end, min(count.number_end + 3, where.sentence.last)):
        if held := currencies().get(where.tokens[i].lower):
            return Amount(count, _code(where, held, i), count.first, i + 1)
    bracket = count.number_end < where.sentence.last and where.tokens[count.number_end].text == "("
    return Amount(count, None, count.first, count.number_end) if bracket else None


def _dollars_of(where: Scene, count: Count) -> bool:
    """Whether the dollars are those of a country that is named before the word: *New Zealand* dollars."""
    return any(count.first < m.first < count.number_end for m in where.sentence.of("place"))


def _code(where: Scene, codes: Mapping[str, str], i: int) -> str | None:
    near = [m.value for m in where.sentence.of("place") if i - 2 <= m.first < i]
    return next((codes[c] for c in (*near, "", where.annotated.document.country) if c in codes), None)


def _same(where: Scene, first: Amount, second: Amount) -> bool:
    """Whether only a bracket opens between two amounts; of two in dollars, the first is told to be of others: *$400,000 XCD* ($148,000)."""
    between = [t.text for t in where.tokens[first.last : second.first]]
    between = between[:-1] if between[-1:] == ["US"] else between
    if not between or (between[-1] != "(" and not _told_again(first, second, between)):
        return False
    if first.currency == second.currency:
        other = any(w.lower() == "dollars" or (len(w) == len("XCD") and w.isupper()) for w in between)
        return first.currency == "USD" and other and len(between) <= _NAMED and not any(w in {",", "or", "and"} for w in between)
    return len(between) <= 5


def _told_again(first: Amount, second: Amount, between: list[str]) -> bool:
    """Whether a dash or «or» tells an amount again in dollars: *two million cedis—around $220*, *6,000 baht, or about $180*."""
    joined = between[0] in {"—", "–", "or"} or between[:2] == [",", "or"]
    rest = [w.lower() for w in between if w not in {"—", "–", ",", "or"}]
    return joined and first.currency != second.currency == "USD" and all(w in _ROUNDING for w in rest)


def use(where: Scene, amount: Amount) -> Use | None:
    """What an amount is for: the strongest word near it, the nearest of equal ones."""
    best = min(_uses(where, amount), key=lambda u: u[:3], default=None)
    return Use(best[3], best[2]) if best else None


def _uses(where: Scene, amount: Amount) -> Iterator[tuple[int, int, int, Purpose]]:
    sentence, table = where.sentence, purposes()
    for i in range(max(sentence.first, amount.first - BEFORE), min(sentence.last, amount.last + AFTER)):
        if amount.first <= i < amount.last:
            continue
        for purpose in table.get(where.tokens[i].lower, ()):
            if _stands(where, i, purpose) and _fits(where, i, purpose, amount):
                distance = amount.first - i if i < amount.first else 2 * (i - amount.last) + 1
                yield _rank(purpose), distance, i, purpose
                break


def _stands(where: Scene, i: int, purpose: Purpose) -> bool:
    first = i + 1 - len(purpose.words)
    if tuple(t.lower for t in where.tokens[first : i + 1]) != purpose.words:
        return False
    nominal = where.tokens[i].pos in {"NOUN", "PROPN"}
    return nominal if purpose.kind == "noun" else not nominal or purpose.purpose in _PLAIN_VERBS


def _fits(where: Scene, i: int, purpose: Purpose, amount: Amount) -> bool:
    """Whether the amount is what is taken, right behind the verb, or the price of people: *rent out boys for* $20."""
    if purpose.purpose == "take":
        return i < amount.first <= i + 7 and not any(t.lower == "in" for t in where.tokens[i : amount.first])
    if purpose.purpose == "permit":
        clause = where.sentence.clause_of(i)
        return any(p.purpose in _SELLING for t in where.tokens[clause.first : i] for p in purposes().get(t.lower, ()))
    if purpose.purpose == "allowance":
        return for_each(where, amount.first, amount.last)
    if purpose.kind != "priced":
        return True
    people = any(i < m.first < amount.first for m in where.sentence.of("victims"))
    return people and priced(where, amount) is not None


def priced(where: Scene, amount: Amount) -> int | None:
    """The *for* right before an amount, or before the words that round it: *for as little as* $20."""
    i = amount.first
    while i > where.sentence.first and where.tokens[i - 1].lower in _ROUNDING:
        i -= 1
    return i - 1 if i > where.sentence.first and where.tokens[i - 1].lower == "for" else None


def rate(where: Scene, amount: Amount) -> Use | None:
    """An amount that nothing but its rate explains: *for* $30 *a head*, or what people work for: $2 *a day*."""
    after = [t.lower for t in where.tokens[amount.last : min(amount.last + 4, where.sentence.last)]]
    after = after[1:] if after[:1] == [")"] else after
    each = after[:1] in (["each"], ["apiece"]) or (after[:1] in (["a"], ["per"]) and after[1:2] and after[1] in _HEADS)
    if each and (at := priced(where, amount)) is not None:
        return Use(Purpose(("for",), "rate", "fee"), at)
    timed = after[:1] in (["daily"], ["monthly"], ["hourly"], ["weekly"]) or (
        after[:1] in (["a"], ["an"], ["per"]) and set(after[1:2]) & _TIMES
    )
    clause = where.sentence.clause_of(amount.first)
    work = next((i for i in range(amount.first - 1, clause.first - 1, -1) if where.tokens[i].lower in _WORKING), None)
    return Use(Purpose((where.tokens[work].lower,), "rate", "wage"), work) if timed and work is not None else None


def _rank(purpose: Purpose) -> int:
    if purpose.purpose == "permit":
        return _RANKS["permit"]
    group = (
        purpose.purpose
        if purpose.purpose in {"asked", "pay", "take", "recover"}
        else f"{'funding' if purpose.purpose == 'funding' else 'payment'} {purpose.kind}"
    )
    return _RANKS[group]


def private(where: Scene, found: Use) -> bool:
    """Whether families, recruiters and the like are the subject of a verb of giving or receiving money."""
    if to_agents(where, found):
        return True
    clause = where.sentence.clause_of(found.at)
    subject = {t.lower for i, t in enumerate(where.tokens[clause.first : found.at], clause.first) if not _in_name(where, i)}
    owners = payers() | spenders() if where.tokens[found.at].lower in _SPENDING else payers()
    return found.purpose.kind == "verb" and bool(subject & owners) and not subject & _AUTHORITIES


def _in_name(where: Scene, i: int) -> bool:
    """Whether a word is part of a name, so that it names nobody: the National Institute for Children and the *Family*."""
    return i > where.sentence.first and where.tokens[i].text[:1].isupper()


def for_each(where: Scene, first: int, last: int) -> bool:
    """Whether an amount is what each person gets: food vouchers worth *$68 a month*, a *monthly allowance of* $280, *$50 each*."""
    after = [t.lower for t in where.tokens[last : min(last + 4, where.sentence.last)] if t.text != ")"]
    before = [t.lower for t in where.tokens[max(where.sentence.first, first - _NEAR) : first]]
    timed = after[:1] in (["monthly"], ["daily"], ["weekly"]) or (after[:1] in (["a"], ["per"]) and set(after[1:2]) & _TIMES)
    timed = timed or bool({*before} & {"monthly", "daily", "weekly"})
    people = any(a == "each" and b in counted() for a, b in pairwise(before)) or after[:2] == ["for", "each"]
    people = people or (after[:1] == ["per"] and bool({*after[1:2]} & _HEADS))
    return after[:1] in (["each"], ["apiece"]) or people or (bool(timed) and bool({*before} & _ALLOWANCES))


def to_agents(where: Scene, found: Use) -> bool:
    """Whether people give the money to those who find them work: men *give brokers* $900 for a job."""
    clause, tokens = where.sentence.clause_of(found.at), where.tokens
    people = any(clause.first <= m.first < found.at for m in where.sentence.of("victims", "persons"))
    agents = any(takers().get(t.lower) == "recruitment_fee" for t in tokens[found.at + 1 : found.at + _OBJECT])
    giving = found.purpose.kind == "verb" and tokens[found.at].lemma == "give"
    return giving and people and agents and not {t.lower for t in tokens[clause.first : found.at]} & _AUTHORITIES


def awarded(where: Scene, found: Use) -> bool:
    """Whether a court gives the money, or victims are awarded it, which is compensation."""
    clause = where.sentence.clause_of(found.at)
    passive = where.tokens[found.at].lower == "awarded" and where.tokens[found.at - 1].lower in {"was", "were", "been"}
    if passive and {t.lower for t in where.tokens[found.at : found.at + 7]} & _AWARDED:
        return True
    return where.tokens[found.at].lower in _AWARDING and bool({t.lower for t in where.tokens[clause.first : found.at]} & _COURTS)


def taken(where: Scene, found: Use) -> str | None:
    """What it is for that people take or ask for: the row of the last of them before the verb, or after *by*; None for other people."""
    clause = where.sentence.clause_of(found.at)
    words, table = [t.lower for t in where.tokens[clause.first : clause.last]], takers()
    at = found.at - clause.first
    by = next((i for i in range(at, len(words)) if words[i] == "by"), len(words))
    people = [w for w in words[:at] if w in table] or [w for w in words[by : by + 5] if w in table]
    if set(words[:at]) & _AUTHORITIES or not people:
        return None
    return "ransom" if table[people[-1]] != "bribe" and set(words[at:]) & _FREEING else table[people[-1]]


def paid_by_authorities(where: Scene, found: Use) -> bool:
    """Whether authorities are the subject of a payment, or its agent after *by*."""
    clause = where.sentence.clause_of(found.at)
    tokens = where.tokens
    subject = {t.lower for t in tokens[clause.first : found.at]}
    by = next((i for i in range(found.at, clause.last) if tokens[i].lower == "by"), clause.last)
    return bool((subject | {t.lower for t in tokens[by : min(by + 4, clause.last)]}) & _AUTHORITIES)
