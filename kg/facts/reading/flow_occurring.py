"""Exploitation that is only said to occur: "forced child labor persisted", "there were reports of child prostitution"."""

from collections.abc import Iterator, Sequence

from kg.facts.flow import Flow
from kg.facts.model import ordered
from kg.facts.reading.evidence import of_tokens
from kg.facts.reading.flow_excluded import own_clause
from kg.language.clauses import FINITE
from kg.language.model import Annotated, Mention, Sentence, Token
from kg.language.qualifiers import qualify
from kg.vocabulary.flow_words import flow_words

_NEWS = 8
"""How many tokens before "reports of" may say that there were, or that somebody told, such."""
_SUBJECT = 18
"""How many tokens may stand between exploitation and the verb that it is the subject of."""
_STATE = 6
"""How many tokens behind "was" may say that it is a problem."""
_TIME = frozenset({"during", "in", "the", "year", "reporting", "period"})
_MIGRATED = frozenset({"migrants", "refugees"})


def occurring(annotated: Annotated, sentence: Sentence) -> Iterator[Flow]:
    """The flows of a sentence that says of exploitation no more than whose it is and that it happens."""
    home = annotated.document.country
    if sentence.section not in {"profile", "other"} or home is None:
        return
    if any(m.value not in {"home", home} for m in sentence.of("place")):
        return
    named = [m for m in sentence.of("exploitation") if annotated.tokens[m.last - 1].lower != "pornography"]
    bare = [m for m in sentence.of("trafficking") if m.value == "trade" and not any(n.first < m.last and m.first < n.last for n in named)]
    for form in (*named, *(m for m in bare if annotated.tokens[m.last - 1].lower == "trafficking")):
        whose = _whose(annotated.tokens, sentence, form)
        if whose and (_told_of(annotated.tokens, sentence, form) or _happens(annotated.tokens, sentence, form, whose[-1].last)):
            yield from _flow(annotated, sentence, form, whose)


def _flow(annotated: Annotated, sentence: Sentence, form: Mention, whose: Sequence[Mention]) -> Iterator[Flow]:
    state = qualify(annotated, sentence, form.first, form.last)
    if state.polarity == "negated":
        return
    victims = ordered(v for m in whose for v in m.value.split(","))
    clause = sentence.clause_of(form.first)
    opened, closed = annotated.tokens[clause.first].pos == "CCONJ", annotated.tokens[clause.last - 1].text == "."
    yield Flow(
        doc=annotated.document.id,
        polarity="affirmed",
        certainty=state.certainty,
        evidence=(of_tokens(annotated, clause.first + opened, clause.last - closed),),
        rule="flow.occurring",
        origin=None if _MIGRATED & set(victims) else annotated.document.country,
        destination=annotated.document.country,
        victims=victims,
        exploitation=ordered(form.value.split(",")) if form.label == "exploitation" else (),
        sectors=ordered(v for m in sentence.of("sectors") if form.last <= m.first < clause.last for v in m.value.split(",")),
        to_place=ordered(annotated.words(t.first, t.last) for t in sentence.of("town") if form.last <= t.first < clause.last),
    )


def _whose(tokens: Sequence[Token], sentence: Sentence, form: Mention) -> Sequence[Mention]:
    """Those whose exploitation it is called: "forced *child* labor", "*child* trafficking", "forced labor, including by *children*"."""
    victims = sentence.of("victims")
    named = [m for m in victims if form.first - 1 <= m.first < form.last]
    if named:
        return named
    i = form.last
    while i < sentence.last and (
        tokens[i].lower in _TIME or (tokens[i].text == "," and i + 1 < sentence.last and tokens[i + 1].lower in flow_words("part"))
    ):
        i += 1
    if i < sentence.last and tokens[i].lower in flow_words("part"):
        i += 1
    if i >= sentence.last or tokens[i].lower not in flow_words("suffered") or tokens[i].lower in {"with", "including"}:
        return []
    held = list[Mention]()
    for m in (v for v in victims if v.first > i):
        between = tokens[(held[-1].last if held else i + 1) : m.first]
        if any(t.pos not in {"DET", "ADJ", "ADV", "NUM", "CCONJ"} and t.text != "," for t in between):
            break
        held.append(m)
    return held


def _begin(tokens: Sequence[Token], sentence: Sentence, form: Mention) -> int:
    """Where the words begin that name the exploitation: "*the early and* forced marriage of girls"."""
    i = form.first
    while i > sentence.first and (
        tokens[i - 1].pos in {"ADJ", "DET", "NUM"} or tokens[i - 1].lower in {"child", "cases", "instances", "of"}
    ):
        i -= 1
    return i


def _told_of(tokens: Sequence[Token], sentence: Sentence, form: Mention) -> bool:
    """True for "there were reports of child prostitution", not for "police investigated reports of child prostitution"."""
    i = form.first - 1
    while i > sentence.first and (tokens[i].pos in {"ADJ", "DET"} or tokens[i].lower == "child"):
        i -= 1
    news = i - 1
    if tokens[i].lower != "of" or news < sentence.first or tokens[news].lower not in flow_words("hearing"):
        return False
    ahead = tokens[max(sentence.first, news - _NEWS) : news]
    verb = next((n for n in range(len(ahead) - 1, -1, -1) if ahead[n].tag in FINITE), -1)
    if verb < 0 or any(t.tag == "CD" for t in ahead[verb:]):
        return False
    there = verb > 0 and ahead[verb].lemma == "be" and any(t.tag == "EX" for t in ahead[:verb])
    tellers = {t.lower for t in ahead[:verb]} & flow_words("teller")
    return there or (bool(tellers) and ahead[verb].lemma in flow_words("telling"))


def _happens(tokens: Sequence[Token], sentence: Sentence, form: Mention, last: int) -> bool:
    """True where exploitation is the subject of "occurred", "persisted" or "was a problem"."""
    begin = _begin(tokens, sentence, form)
    ahead = tokens[begin - 1] if begin > sentence.first else None
    part = ahead is not None and ahead.lower in flow_words("part")
    opens = ahead is None or ahead.pos in {"CCONJ", "SCONJ", "PUNCT"} or ahead.lower in {"that", *flow_words("hearing")} or part
    if not opens or tokens[form.last - 1].tag == "NNS":
        return False
    end = min(sentence.last, max(form.last, last) + _SUBJECT)
    verb = next((i for i in range(max(form.last, last), end) if tokens[i].tag in FINITE), -1)
    if verb < 0 or any(t.tag in {"WDT", "WP"} or t.text == ";" for t in tokens[form.last : verb]) or _of_another(tokens, last, verb):
        return False
    if {t.lower for t in tokens[own_clause(tokens, sentence, form.first) : form.first]} & flow_words("legal"):
        return False
    if tokens[verb].lower in flow_words("occurring") or tokens[verb].lemma in flow_words("persisting"):
        return not _ceased(tokens, verb, sentence.last)
    behind = tokens[verb + 1 : min(sentence.last, verb + _STATE)]
    return (
        tokens[verb].lemma in {"be", "become", "have", "remain"}
        and any(t.lower in flow_words("rife") for t in behind)
        and not _denied(behind)
    )


def _of_another(tokens: Sequence[Token], last: int, verb: int) -> bool:
    """True where another noun is the subject: "the law bans child trafficking, *enforcement* remained a problem"."""
    comma = next((i for i in range(verb - 1, last - 1, -1) if tokens[i].text == ","), -1)
    begun = tokens[comma + 1 : verb] if comma >= 0 else ()
    return any(t.pos in {"NOUN", "PROPN", "PRON"} for t in begun) and begun[0].pos in {"NOUN", "PROPN", "PRON", "DET", "ADJ"}


def _denied(behind: Sequence[Token]) -> bool:
    return any(t.lower in {"not", "n't", "no", "never", "rarely", "illegal"} for t in behind)


def _ceased(tokens: Sequence[Token], verb: int, last: int) -> bool:
    """True for "continued to decline", and for "remained illegal"."""
    behind = tokens[verb + 1 : min(last, verb + _STATE)]
    led = (
        bool(behind)
        and behind[0].lower == "to"
        and len(behind) > 1
        and behind[1].lemma not in {"be", "occur", "exist", "happen", "persist"}
    )
    predicate = tokens[verb].lemma == "remain" and not any(t.lower in flow_words("rife") for t in behind)
    return led or predicate or _denied(behind)
