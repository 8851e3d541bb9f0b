"""Reading of payments: amounts that people pay, are paid, owe or are fined; what governments spend is a statistic."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kg.facts.model import Fact
from kg.facts.payment import Payment
from kg.facts.reading.evidence import of_tokens
from kg.facts.reading.money import TRADING, Amount, Use, amounts, awarded, paid_by_authorities, private, rate, taken, to_agents, use
from kg.facts.reading.relevance import about_trafficking, names_other_matter, under_labor
from kg.facts.reading.statistic_scene import Scene, scene
from kg.facts.reading.wishes import wished
from kg.language.clauses import FINITE
from kg.language.model import Annotated, Sentence
from kg.language.qualifiers import Qualified, qualify
from kg.vocabulary.measures import counted
from kg.vocabulary.money import currencies, payees, payers, takers
from kg.vocabulary.money_words import money_words

_ORDERING: Final = money_words("ordering")
_DUE: Final = frozenset({"ransom", "debt", "recruitment_fee", "fine", "bail", "deposit", "dowry", "pay", "wage"})
_UNABLE: Final = frozenset({"not", "n't", "cannot", "unable", "unless", "until", "without", "never"})
_FAILING: Final = money_words("failing")
_FACING: Final = money_words("facing")
_PAYING: Final = money_words("paying")
_LIMITED: Final = 12
"""How many tokens before a fine may say that it is the highest or the lowest."""
_RELATIVE: Final = frozenset({"who", "whose"})
_NATIONAL: Final = 1_000_000
"""No family sends so much home; a country's workers do."""
_ORDERED: Final = frozenset({"compensation", "fine", "wage"})
"""What somebody may ask that another pay."""


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read each amount whose words say that it is a payment."""
    for sentence in annotated.sentences:
        if sentence.section in {"recommendations", "header"} or not _worth(annotated, sentence):
            continue
        near = about_trafficking(annotated, sentence)
        if not near and (not under_labor(annotated, sentence) or names_other_matter(annotated, sentence)):
            continue
        where = scene(annotated, sentence, {})
        told: tuple[Amount, Use] | None = None
        for amount in amounts(where):
            found = use(where, amount) or _repeated(where, amount, told) or rate(where, amount)
            if found and (purpose := _purpose(where, amount, found)):
                told = (amount, found)
                if purpose != "fine" and not near:
                    continue
                if purpose == "remittance" and (amount.count.value or 0) >= _NATIONAL:
                    continue
                if purpose in _ORDERED and wished(annotated, sentence, where.tokens[found.at].start, None, ("asked", "intended")):
                    continue
                yield _payment(where, amount, found, purpose)


def _repeated(where: Scene, amount: Amount, told: tuple[Amount, Use] | None) -> Use | None:
    """What an amount is for that is an alternative to the one before: a fine of $10,000 for an adult, *or $20,000* for a child."""
    if told is None:
        return None
    between = where.tokens[told[0].last : amount.first]
    joined = any(t.lower in {"or", "and"} for t in between) and not any(t.pos == "VERB" for t in between)
    return told[1] if joined and len(between) <= 18 else None


def _worth(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether the sentence names a currency."""
    if any(q.unit not in {"", "percent"} for q in sentence.quantities):
        return True
    return bool(sentence.quantities) and any(t.lower in currencies() for t in annotated.tokens[sentence.first : sentence.last])


def _purpose(where: Scene, amount: Amount, found: Use) -> str | None:
    """The purpose of a payment; what people are paid by the day or month, without another purpose, is a wage."""
    purpose = _spent_on(where, found)
    open_ = purpose == "other" or (purpose == "recruitment_fee" and found.purpose.purpose == "pay" and not _of_agents(where, found))
    timed = rate(where, amount) if open_ else None
    return timed.purpose.purpose if timed else purpose


def _of_agents(where: Scene, found: Use) -> bool:
    """Whether those who find people work are named with what is paid."""
    clause = where.sentence.clause_of(found.at)
    return any(takers().get(t.lower) == "recruitment_fee" for t in where.tokens[clause.first : clause.last])


def _spent_on(where: Scene, found: Use) -> str | None:
    """What a payment is for by its word; None for what is asked for, or spent by authorities."""
    if found.purpose.purpose == "funding" and private(where, found):
        return "recruitment_fee" if to_agents(where, found) else "other"
    if found.purpose.purpose == "take":
        return taken(where, found)
    if found.purpose.purpose == "asked":
        return None
    if found.purpose.purpose == "funding":
        return "compensation" if awarded(where, found) else None
    if found.purpose.purpose == "recover":
        return "wage" if _recovered(where, found) else None
    if found.purpose.purpose in TRADING and paid_by_authorities(where, found):
        return None
    if found.purpose.purpose != "pay":
        return found.purpose.purpose
    if paid_by_authorities(where, found):
        return None
    clause = where.sentence.clause_of(found.at)
    before = [t.lower for t in where.tokens[max(where.sentence.first, found.at - 2) : found.at]]
    if before[-1:] == ["to"] and (before[0] in _ORDERING or _by_order(where, clause.first, found.at)):
        return "compensation"
    subject = {t.lower for t in where.tokens[clause.first : found.at]} - payers()
    said = subject | {t.lower for t in where.tokens[found.at : clause.last]}
    return "recruitment_fee" if said & payees() else "other"


def _by_order(where: Scene, first: int, at: int) -> bool:
    """Whether somebody is ordered to pay: courts *ordered traffickers to pay* 12 victims."""
    words = [t.lower for t in where.tokens[max(first, at - 7) : at]]
    ordered = next((i for i, w in enumerate(words) if w in _ORDERING), None)
    return ordered is not None and not any(t.tag in FINITE for t in where.tokens[at - len(words) + ordered + 1 : at])


def _recovered(where: Scene, found: Use) -> bool:
    """Whether people are named for whom the money is recovered."""
    clause = where.sentence.clause_of(found.at)
    return any(found.at < m.first < clause.last and where.tokens[m.first - 1].lower != "from" for m in where.sentence.of("victims"))


def _payment(where: Scene, amount: Amount, found: Use, purpose: str) -> Fact:
    count, sentence = amount.count, where.sentence
    qualified = qualify(where.annotated, sentence, found.at)
    told = qualify(where.annotated, sentence, amount.first) if _contrary(where, found, amount) else qualified
    low = count.min if count.min is not None else count.value
    high = count.max if count.max is not None else count.value
    first, last = min(found.at, amount.first), max(found.at + 1, amount.last)
    limit = _limit(where, found, amount) if purpose == "fine" and low == high else None
    return Payment(
        doc=where.annotated.document.id,
        min=None if limit == "maximum" or (count.comparator in {"at_most", "less_than"} and count.min is None) else low,
        max=None if limit == "minimum" or (count.comparator in {"at_least", "more_than"} and count.max is None) else high,
        currency=amount.currency,
        purpose=purpose,
        payer=_payer(where, first, found.at, purpose),
        place=_place(where, purpose),
        polarity="affirmed" if _holds(where, found, amount) or _denied_behind(where, amount, qualified) else qualified.polarity,
        certainty="stated" if purpose == "fine" and told.certainty == "possible" else told.certainty,
        evidence=(of_tokens(where.annotated, _opening(where, first), last),),
        rule=f"payment.{found.purpose.kind}",
    )


def _limit(where: Scene, found: Use, amount: Amount) -> str | None:
    """Whether the amount of a fine is the highest or the lowest that there is: a *maximum* fine of $400, a fine *not exceeding* RM900."""
    tokens = where.tokens
    near = [t.lower for t in tokens[max(where.sentence.first, found.at - _LIMITED) : amount.last]]
    if any(w in {"years", "months", "imprisonment", "prison"} for w in near):
        near = [t.lower for t in tokens[max(where.sentence.first, found.at - 1) : amount.last]]
    words = " ".join(near)
    if any(f"{phrase} " in words for phrase in ("not exceeding", "not to exceed", "up to", "no more than", "not more than", "as much as")):
        return "maximum"
    return next((w for w, what in pairwise(near) if w in {"maximum", "minimum"} and what not in {"age", "ages", "wage", "wages"}), None)


def _holds(where: Scene, found: Use, amount: Amount) -> bool:
    """Whether no denial before an amount is about it."""
    owed = _owed(where, found) or _broke(where, found)
    return owed or _contrary(where, found, amount) or _aside(where, found.at) is not None


def _broke(where: Scene, found: Use) -> bool:
    """Whether what is denied is only what people are fined for: owners who *fail to keep the rules may be fined* $90."""
    clause = where.sentence.clause_of(found.at)
    words = [t.lower for t in where.tokens[clause.first : found.at + 1]]
    failing = next((i for i, w in enumerate(words) if w in _FAILING), len(words))
    return found.purpose.purpose == "fine" and bool({*words[failing:]} & _FACING)


def _denied_behind(where: Scene, amount: Amount, qualified: Qualified) -> bool:
    """Whether only what is told behind an amount is denied: the law sets a fine of $900, *yet it was seldom applied*."""
    before = where.annotated.words(where.sentence.first, amount.last).lower().split()
    return bool(qualified.cues) and not any(cue.lower().split()[0] in before for cue in qualified.cues)


def _aside(where: Scene, at: int) -> int | None:
    """Where a relative clause begins that stands between a subject and its verb: migrants *whose employers did not pay* incurred a fine."""
    clause, tokens = where.sentence.clause_of(at), where.tokens
    relative = next((i for i in range(clause.first + 1, at) if tokens[i].lower in _RELATIVE and tokens[i - 1].pos == "NOUN"), None)
    if relative is None:
        return None
    verbs = [i for i in range(relative, at) if tokens[i].tag in FINITE]
    told = len(verbs) > 1 and not any(t.lower in _UNABLE or t.lower in {"and", "or", "to", "no"} for t in tokens[verbs[-1] : at])
    return relative if told and not any(t.pos in {"CCONJ", "SCONJ", "PUNCT"} for t in tokens[verbs[0] : verbs[-1]]) else None


def _owed(where: Scene, found: Use) -> bool:
    """Whether the money is owed, though it is not paid: men *who could not pay a ransom* of $500."""
    clause = where.sentence.clause_of(found.at)
    before = [t.lower for t in where.tokens[clause.first : found.at + 1]]
    paying = next((i for i, w in enumerate(before) if w in _PAYING), None)
    return found.purpose.purpose in _DUE and paying is not None and bool(set(before[:paying]) & _UNABLE)


def _contrary(where: Scene, found: Use, amount: Amount) -> bool:
    """Whether *but* tells the contrary of what is denied before the amount: could not charge fees *but asked* $1,420."""
    return any(t.lower in {"but", "yet", "although"} for t in where.tokens[found.at : amount.first])


def _opening(where: Scene, first: int) -> int:
    """Where the clause begins, if it is near."""
    clause = where.sentence.clause_of(first)
    return clause.first if first - clause.first <= 20 else first


def _payer(where: Scene, first: int, at: int, purpose: str) -> str | None:
    """Who pays, as written: the people that the clause names before the amount; who else is fined is an offender."""
    if purpose == "fine":
        return _fined(where, at) or "offender"
    clause = where.sentence.clause_of(first)
    people = [m for m in where.sentence.of("victims") if clause.first <= m.first < first]
    return where.annotated.words(people[0].first, people[0].last) if people and purpose in {"recruitment_fee", "debt", "ransom"} else None


def _fined(where: Scene, at: int) -> str | None:
    """The people who are the subject of a verb before a fine, so that they pay it: *workers* had to pay fines."""
    clause = where.sentence.clause_of(at)
    tokens, table = where.tokens, counted()
    verb = next((i for i in range(clause.first + 1, at) if tokens[i].pos in {"VERB", "AUX"}), clause.first)
    verb = _aside(where, at) or verb
    known = table.get(tokens[verb - 1].lower) if verb > clause.first else None
    alone = not any(t.pos == "ADP" for t in tokens[clause.first : verb])
    return where.annotated.words(verb - 1, verb) if known and known.group in {"victim", "person"} and alone else None


def _place(where: Scene, purpose: str) -> str | None:
    """The country that the sentence names with the payment, else none; a fine is paid in the country of the narrative."""
    if purpose == "fine":
        return where.annotated.document.country
    tokens = where.tokens
    places = (m for m in where.sentence.of("place") if m.form == "name" and not m.value.startswith("region:"))
    named = [m for m in places if m.last >= where.sentence.last or tokens[m.last].text[:1] != "$"]
    return named[0].value if len({m.value for m in named}) == 1 else None
