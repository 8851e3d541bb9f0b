"""Money that was allocated, spent or received, and its share in per cent; that there was none is zero."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.facts.reading.money import Use, amounts, awarded, for_each, paid_by_authorities, private, use
from kg.facts.reading.statistic_count import Count
from kg.facts.reading.statistic_links import Reading, link
from kg.facts.reading.statistic_making import direct, linked
from kg.facts.reading.statistic_period import period
from kg.facts.reading.statistic_scene import Scene
from kg.facts.reading.statistic_triggers import BE, HAVE
from kg.language.bodies import bodies_between
from kg.language.qualifiers import qualify
from kg.vocabulary.money import purposes
from kg.vocabulary.money_words import money_words

_MONEY: Final = money_words("money")
_PARTS: Final = frozenset({"them", "whom", "which", "these", "those"})
_DIFFERENCES: Final = money_words("difference")
_CHANGED: Final = money_words("changed")
_DEDICATING: Final = money_words("dedicating")
_SPENDING: Final = money_words("giving")
_DISBURSED: Final = money_words("disbursed")
_ENOUGH: Final = money_words("enough")
_FUNDING: Final = money_words("funding")
_PUBLIC: Final = money_words("public")
_RECEIVING: Final = money_words("receiving")
_STATE: Final = money_words("state")
_HAVING: Final = money_words("having")
_PUBLIC_PLACES: Final = frozenset(
    "shelter shelters center centers hotline campaign campaigns authorities secretariat embassy plan plans program programs "
    "project projects government".split()
)


def funding(where: Scene, near: Sequence[Reading]) -> Iterator[Reading]:
    """The amounts of a sentence that are funding."""
    done: list[Reading] = []
    for amount in amounts(where):
        if _difference(where, amount.last) or for_each(where, amount.first, amount.last):
            continue
        found = use(where, amount)
        count = replace(amount.count, first=amount.first, last=amount.last, money=amount.currency or "")
        how = link(where, count)
        base = next((r for r in (*done[::-1], *near[::-1]) if r.fact.measure == "funding"), None)
        if how == "comparison" and base:
            done.append(linked(where, count, base, how))
        elif (
            found
            and not _cost_of_others(where, found)
            and not private(where, found)
            and not awarded(where, found)
            and (found.purpose.purpose == "funding" or (found.purpose.purpose == "pay" and paid_by_authorities(where, found)))
        ):
            done.append(direct(where, count, "funding", found.at, "funding"))
        elif found is None and _from_public(where, amount.last):
            done.append(direct(where, count, "funding", amount.first, "funding"))
        elif found is None and done and where.tokens[amount.first - 1].lower in {"and", "further", "another", "additional"}:
            done.append(linked(where, count, done[-1], "part", certainty=done[-1].fact.certainty))
        elif found is None and done and _risen_to(where, done[-1].count, amount.first):
            done.append(linked(where, count, done[-1], "part", certainty=done[-1].fact.certainty, period=period(where, count, "")))
    yield from (reading for i in range(len(done)) for reading in (_ends(where, done[i]) or [_fallen(where, done, i)]))


def _from_public(where: Scene, i: int) -> bool:
    """Whether money is said to come from a body or the state: *with $3 million from the Ministry of Labor*, they …"""
    if i + 1 >= where.sentence.last or where.tokens[i].lower != "from":
        return False
    near = where.tokens[i + 1 : min(i + 4, where.sentence.last)]
    named = bodies_between(where.annotated, near[0].start, near[-1].end + 1)
    return (bool(named) and named[0].start <= near[-1].start) or any(t.lower in _STATE for t in near)


def _risen_to(where: Scene, earlier: Count, first: int) -> bool:
    """Whether an amount is the one to which money changed that was told before: rose from $300,000 in 2012 *to $400,000* in 2013."""
    before, change = where.tokens[earlier.first - 1].lower, {t.lower for t in where.tokens[where.sentence.first : earlier.first]}
    return before == "from" and where.tokens[first - 1].lower == "to" and bool(change & (_CHANGED | _DIFFERENCES))


def _difference(where: Scene, i: int) -> bool:
    """Whether an amount that ends at a token only tells how much more or less it was: $12,000 *less than* the year before."""
    after = [t.lower for t in where.tokens[i : min(i + 2, where.sentence.last)]]
    return after[:1] in (["less"], ["more"]) and after[-1] == "than"


def _cost_of_others(where: Scene, found: Use) -> bool:
    """Whether nobody is named who could bear a public cost: men travel abroad *at a cost of* $900."""
    before = {t.lower for t in where.tokens[where.sentence.first : found.at]}
    return found.purpose.words[-1] == "cost" and not before & (_STATE | _PUBLIC_PLACES)


def _ends(where: Scene, reading: Reading) -> list[Reading]:
    """Both ends of a change that looks like a range: raised the budget *from $1.2 million to $2 million*."""
    count, fact, first = reading.count, reading.fact, where.sentence.first
    before = {t.lower for t in where.tokens[first : count.first + 1]}
    bounds = {where.tokens[n].lower for n in (count.first - 1, count.first)}
    if count.min is None or count.max is None or "from" not in bounds or not before & {*_CHANGED, *_DIFFERENCES}:
        return []
    later = replace(reading, fact=replace(fact, value=count.max, min=None, max=None))
    earlier = replace(fact, value=count.min, min=None, max=None, period="previous", certainty="stated")
    return [later, replace(reading, fact=earlier, how="comparison")]


def _fallen(where: Scene, done: Sequence[Reading], i: int) -> Reading:
    """An amount; of two, the one after *from* is that of the year before: funding fell to $800,000, *from $1.1 million*."""
    reading, tokens = done[i], where.tokens
    at = reading.count.first - 1
    changed = len(done) == 2 and reading.fact.period is None and reading.how != "comparison"
    if (
        changed
        and at > where.sentence.first
        and tokens[at].lower == "from"
        and {t.lower for t in tokens[where.sentence.first : at]} & _CHANGED
    ):
        return replace(reading, fact=replace(reading.fact, period="previous", certainty="stated"), how="comparison")
    return reading


def shares(where: Scene, done: Sequence[Reading]) -> Iterator[Reading]:
    """Shares of the funding just told, *of which over half was spent*, and of people: 170 victims, *72 percent of whom* were women."""
    told = {r.count.first for r in done}
    for count in where.counts:
        before = [
            r
            for r in done
            if r.sentence is where.sentence and r.count.last <= count.first and (count.whole in _PARTS or r.fact.measure == "funding")
        ]
        if _share(where, count) and before and count.first not in told:
            yield linked(where, count, max(before, key=lambda r: (r.count.first, r.how != "comparison")), "part", unit="percent")


def _share(where: Scene, count: Count) -> bool:
    """Whether a percentage is a part, not a difference: half of it, but not *10 percent less*."""
    after = where.tokens[count.number_end].lower if count.number_end < where.sentence.last else ""
    before = [t.lower for t in where.tokens[max(where.sentence.first, count.first - 2) : count.first]]
    if before[-1:] in (["of"], ["by"]) and before[0] in _DIFFERENCES:
        return False
    return (
        count.money == "percent"
        and count.whole != "the"
        and not (after == "of" and count.number_end + 1 < where.sentence.last and where.tokens[count.number_end + 1].lower == "what")
        and after not in {"the", "what", "that", "as", "less", "more", "fewer", "lower", "higher", "increase", "decrease"}
    )


def unfunded(where: Scene, done: Sequence[Reading]) -> Iterator[Reading]:
    """No money at all: *has no budget*, *did not allocate resources to*."""
    tokens, sentence = where.tokens, where.sentence
    for i in range(sentence.first, sentence.last):
        word = tokens[i].lower
        if word in _FUNDING and _no_object(where, i + 1) and qualify(where.annotated, sentence, i).polarity == "negated":
            last = next((c.last for c in where.counts if c.first == i + 1), i + 2)
            yield direct(where, Count(0.0, None, None, "exactly", "", i, i, last, zero=True), "funding", i, "unfunded", unit=None)
        if word == "nothing" and _spent(where, i, done):
            yield direct(
                where,
                Count(0.0, None, None, "exactly", "", i, i, i + 1, zero=True),
                "funding",
                max(i - 1, where.sentence.first),
                "unfunded",
                unit=None,
            )
        if word in _MONEY and _neither_receives(where, i):
            yield direct(where, Count(0.0, None, None, "exactly", "", i, i, i + 1, zero=True), "funding", i - 1, "unfunded", unit=None)
        elif (word in _MONEY or _financial(where, i)) and (at := _withheld(where, i) or _kept(where, i)) is not None:
            count = Count(0.0, None, None, "exactly", "", i, i, i + 1, zero=True)
            yield direct(where, count, "funding", at, "unfunded", unit=None)


def _no_object(where: Scene, i: int) -> bool:
    """Whether *any* says that none were paid for: did not fund *any* project, did not fund or operate *any*."""
    tokens, last = where.tokens, where.sentence.last
    while i + 2 < last and tokens[i].lower in {"or", "and"} and tokens[i + 1].pos == "VERB":
        i += 2
    return i < last and tokens[i].lower == "any"


def _spent(where: Scene, i: int, done: Sequence[Reading]) -> bool:
    """Whether a verb of spending stands before *nothing*; one of giving only where money was told before."""
    verb = where.tokens[i - 1].lower if i > where.sentence.first else ""
    after = [t.lower for t in where.tokens[i + 1 : min(i + 3, where.sentence.last)]]
    if verb in _RECEIVING and after[:1] == ["from"] and _from_the_state(where, i):
        return True
    if after[:1] in (["was"], ["is"], ["has"], ["had"]) and after[-1] in _SPENDING:
        return True
    giving = any(p.purpose == "funding" and p.kind == "verb" for p in purposes().get(verb, ()))
    return giving and (verb in _SPENDING or any(r.fact.measure == "funding" for r in done))


def _neither_receives(where: Scene, i: int) -> bool:
    """Whether none of two receives money of the state: *neither* organization *gets* money from the ministry."""
    clause = where.tokens[where.sentence.first : i]
    opens = bool(clause) and clause[0].lower in {"neither", "none"}
    return opens and where.tokens[i - 1].lower in _RECEIVING and _from_the_state(where, i)


def _from_the_state(where: Scene, i: int) -> bool:
    """Whether what follows a token says that the money would be the state's: nothing *from the state budget*."""
    return any(t.lower in _STATE for t in where.tokens[i + 1 : min(i + 6, where.sentence.last)])


def _passively(where: Scene, i: int) -> bool:
    """Whether none of the money was given: *no budget was* attached, there was *no funding available*."""
    after = [t.lower for t in where.tokens[i + 1 : min(i + 4, where.sentence.last)]]
    before = [t.lower for t in where.tokens[max(where.sentence.first, i - 3) : i - 1]]
    return bool(set(after[:2]) & {"was", "were", "is", "has", "had", "available", "go", "goes", "went"}) or "there" in before


def _financial(where: Scene, i: int) -> bool:
    """Whether support or assistance is said to be money: *financial support*."""
    before = where.tokens[i - 1].lower if i > where.sentence.first else ""
    return where.tokens[i].lower in {"support", "assistance"} and before in {"financial", "monetary"}


def _kept(where: Scene, i: int) -> int | None:
    """The verb that says that money was not given out: *the money promised for a fund was not released*."""
    tokens, last = where.tokens, min(i + 12, where.sentence.last - 2)
    for j in range(i + 1, last):
        if tokens[j].text in {",", ";"}:
            return None
        if tokens[j].lower in BE or tokens[j].lower in HAVE:
            said = [t.lower for t in tokens[j + 1 : j + 4]]
            denied = said[:1] in (["not"], ["never"]) and any(w in _DISBURSED for w in said)
            return j + 2 if denied else None
    return None


def _withheld(where: Scene, i: int) -> int | None:
    """The verb of which money is the object, where *no* stands before it or the verb is negated."""
    tokens, first = where.tokens, where.sentence.first
    if any(t.lower in _ENOUGH for t in tokens[max(first, i - 2) : i]):
        return None
    opens = i - (i > first and tokens[i - 1].lower in _PUBLIC)
    none = opens > first and (tokens[opens - 1].lower == "no" or (tokens[opens - 1].lower == "any" and opens - 1 > first))
    j = i - 1
    while j >= first and i - j <= 5 and tokens[j].pos in {"ADJ", "DET", "ADV", "NOUN", "PROPN"}:
        j -= 1
    if j < first and not none:
        return None
    j = max(j, first)
    if tokens[i].lower == "resources" and tokens[j].lower not in _DEDICATING:
        return None
    giving = any(p.purpose == "funding" and p.kind == "verb" for p in purposes().get(tokens[j].lower, ()))
    if none and tokens[opens - 1].lower == "no" and (giving or tokens[j].lower in _HAVING):
        return j
    if ((opens > first and tokens[opens - 1].lower == "no") or tokens[opens].lower == "no") and _passively(where, i):
        return i
    return j if giving and qualify(where.annotated, where.sentence, j).polarity == "negated" else None
