"""Events: the verbs and nouns that say what was counted, and the count that each of them governs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.facts.reading.statistic_counts import Count
from kg.language.model import Annotated, Sentence, Token
from kg.vocabulary.measures import Measure, measures

BE: Final = frozenset("be is are was were been being get got".split())
HAVE: Final = frozenset("have has had having".split())
JOINTS: Final = frozenset({",", "and", "or", "nor", "/", "and/or", "then"})
TRANSPARENT: Final = frozenset(
    "report include total reach allow order believe say know require continue begin manage need involve note state claim confirm announce choose agree help".split()
)
REACH: Final = 14


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that may govern a count; ``passive`` where its object stands before it."""

    first: int
    last: int
    measures: tuple[Measure, ...]
    passive: bool
    bare: bool
    """A participle without an auxiliary: the 18 *convicted* the year before."""


@dataclass(frozen=True, slots=True)
class Governed:
    """The measure of a count and the token that says it."""

    measure: Measure
    at: int


def triggers(annotated: Annotated, sentence: Sentence) -> dict[int, Trigger]:
    """The triggers of a sentence by their first token."""
    tokens, table = annotated.tokens, measures()
    found: dict[int, Trigger] = {}
    for i in range(sentence.first, sentence.last):
        held = table.get(tokens[i].lower)
        if held and (fitting := [m for m in held if _stands(tokens, i, sentence.last, m)]):
            longest = max(len(m.words) for m in fitting)
            kept = tuple(m for m in fitting if len(m.words) == longest or len(m.words) == 1)
            passive, bare = _voice(tokens, i, sentence)
            found[i] = Trigger(i, i + longest, kept, passive, bare)
    return found


def _stands(tokens: Sequence[Token], i: int, last: int, m: Measure) -> bool:
    if len(m.words) > 1 and tuple(t.lower for t in tokens[i + 1 : min(last, i + len(m.words))]) != m.words[1:]:
        return False
    nominal = tokens[i].pos in {"NOUN", "PROPN", "ADJ"}
    return (
        nominal
        if m.kind == "noun"
        else not (nominal and tokens[i].tag in {"NNS", "NN", "NNP"} and not tokens[i].lower.endswith(("ed", "ing")))
    )


def _voice(tokens: Sequence[Token], i: int, sentence: Sentence) -> tuple[bool, bool]:
    """Whether the verb is passive, and whether it is a participle without an auxiliary."""
    token = tokens[i]
    if token.tag in {"VB", "VBP", "VBZ", "VBG"}:
        return False, False
    j = i - 1
    while j >= sentence.first and i - j < 9:
        t = tokens[j]
        if t.lower in BE:
            return True, False
        if t.lower in HAVE or t.lower in {"to", "did", "not", "n't"} or t.tag == "MD":
            return False, False
        if not (
            t.pos == "ADV"
            or t.lower in JOINTS
            or t.lower in {"both", "either", "neither"}
            or (t.tag in {"VBN", "VBD"} and t.lower in measures())
        ):
            break
        j -= 1
    takes = i + 1 < sentence.last and _opens_object(tokens[i + 1], token.tag == "VBN")
    return (False, False) if takes else (True, True)


def _opens_object(token: Token, participle: bool) -> bool:
    """Whether a token begins the object of the verb before it; after a participle only a number does."""
    counting = token.pos == "NUM" or token.lower in {"any", "no", "nearly", "approximately", "about", "around", "some"}
    return (
        counting
        or not participle
        and (token.pos in {"DET", "NOUN", "PROPN", "ADJ", "PRON"} or token.lower in {"at", "more", "over", "only", "up", "fewer", "less"})
    )


def governing(
    annotated: Annotated, sentence: Sentence, count: Count, found: Mapping[int, Trigger], others: Sequence[Count]
) -> tuple[Governed, ...]:
    """What governs a count: a passive or intransitive verb after it, else a verb or noun before it."""
    return _after(annotated, sentence, count, found, others) or (
        () if count.definite else before(annotated, sentence, count, found, others)
    )


def _after(
    annotated: Annotated, sentence: Sentence, count: Count, found: Mapping[int, Trigger], others: Sequence[Count]
) -> tuple[Governed, ...]:
    tokens, j = annotated.tokens, count.last
    starts = {c.first for c in others}
    while j < sentence.last and j - count.last < REACH:
        token = tokens[j]
        if j in starts or token.text in {".", ";", ":", "—", "–", ")"} or (token.lower in {"but", "while", "whereas", "although"}):
            return ()
        if token.text == "(":
            j = _closing(tokens, j, sentence.last)
            starts = {s for s in starts if s >= j}
            continue
        if j in found and token.pos not in {"NOUN"}:
            return tuple(_forward(annotated, sentence, count, found, j))
        if token.pos == "VERB" and not _passed(tokens, j):
            return ()
        if (
            token.text == ","
            and j > count.last
            and not (j + 1 < sentence.last and tokens[j + 1].lower in {"who", "which", "all", "including", *HAVE, *BE})
        ):
            return ()
        if token.lower in {"and", "or"} and j == count.last:
            return ()
        j += 1
    return ()


def _passed(tokens: Sequence[Token], j: int) -> bool:
    """Whether a verb may stand between a count and what governs it: *allowed* to serve, victims *trafficked* abroad."""
    token = tokens[j]
    return token.lemma in TRANSPARENT or (token.tag in {"VBN", "VBG"} and tokens[j - 1].lower not in BE)


def _closing(tokens: Sequence[Token], j: int, last: int) -> int:
    while j < last and tokens[j].text != ")":
        j += 1
    return j + 1


def _forward(annotated: Annotated, sentence: Sentence, count: Count, found: Mapping[int, Trigger], j: int) -> Iterator[Governed]:
    """The trigger at a token and those joined to it: were *identified and referred*."""
    tokens = annotated.tokens
    while j in found:
        trigger = found[j]
        kinds = {"subject", "verb"} if trigger.passive else {"subject"}
        if measure := _accepting(annotated, sentence, count, trigger, kinds):
            yield Governed(measure, j)
        k = j + 1
        while k < sentence.last and (tokens[k].lower in JOINTS or tokens[k].pos == "ADV"):
            k += 1
        if k == j + 1 or k not in found or found[k].passive != trigger.passive:
            return
        j = k


def before(
    annotated: Annotated, sentence: Sentence, count: Count, found: Mapping[int, Trigger], others: Sequence[Count]
) -> tuple[Governed, ...]:
    """The verb or noun before a count that takes it, with the verbs joined to it."""
    tokens, j, through = annotated.tokens, count.first - 1, ""
    ends = {c.last - 1 for c in others if c.last <= count.first and c.first != count.first}
    while j >= sentence.first and count.first - j < REACH:
        token = tokens[j]
        if j in found and not (found[j].passive and not found[j].bare):
            trigger = found[j]
            measure = _accepting(annotated, sentence, count, trigger, {"verb", "noun"}, through)
            if measure:
                return (*reversed([*_backward(annotated, sentence, count, found, j, through)]), Governed(measure, j))
            if token.pos == "VERB" and token.lemma not in TRANSPARENT:
                return ()
        elif token.pos == "VERB" and token.lemma not in TRANSPARENT and not _modifier(tokens, j):
            return ()
        if j in ends or token.text in {";", ":", "—", "–", "(", ")"} or (token.text == "," and through != ""):
            return ()
        if token.text == "," and not _interrupts(tokens, j, sentence):
            return ()
        if (token.pos == "ADP" or token.lower == "to") and not _transparent_of(tokens, j):
            through = through or token.lower
        if count.group == "*" and count.first - j > 4:
            return ()
        j -= 1
    return ()


def _interrupts(tokens: Sequence[Token], j: int, sentence: Sentence) -> bool:
    return j > sentence.first and tokens[j - 1].pos == "VERB"


def _modifier(tokens: Sequence[Token], j: int) -> bool:
    return tokens[j].tag in {"VBN", "VBG"} and tokens[j + 1].pos in {"NOUN", "PROPN"}


def _transparent_of(tokens: Sequence[Token], j: int) -> bool:
    return tokens[j].lower == "of" and tokens[j - 1].lower in {
        "total",
        "number",
        "group",
        "groups",
        "excess",
        "minimum",
        "maximum",
        "average",
        "remaining",
    }


def _backward(
    annotated: Annotated, sentence: Sentence, count: Count, found: Mapping[int, Trigger], j: int, through: str
) -> Iterator[Governed]:
    """The triggers before a trigger that are joined to it: *investigate, prosecute, or* convict any."""
    tokens = annotated.tokens
    while True:
        k = j - 1
        while k > sentence.first and (tokens[k].lower in JOINTS or tokens[k].pos == "ADV"):
            k -= 1
        if k == j - 1 or k not in found or found[k].passive and not found[k].bare:
            return
        if measure := _accepting(annotated, sentence, count, found[k], {"verb", "noun"}, through if tokens[k].pos == "NOUN" else ""):
            yield Governed(measure, k)
        j = k


def _accepting(
    annotated: Annotated, sentence: Sentence, count: Count, trigger: Trigger, kinds: set[str], through: str = ""
) -> Measure | None:
    fitting = [
        m for m in trigger.measures
        if m.kind in kinds and count.group in m.counts and (m.kind != "noun" or through in m.of) and (m.kind == "noun" or not through or through in m.of)
        and (not m.with_any or _with(annotated, sentence, trigger, m))
    ]  # fmt: skip
    return min(fitting, key=lambda m: (-len(m.words), not m.with_any), default=None)


def _with(annotated: Annotated, sentence: Sentence, trigger: Trigger, m: Measure) -> bool:
    clause = sentence.clause_of(trigger.first)
    return any(
        t.lower in m.with_any
        for t in annotated.tokens[min(clause.first, trigger.first) : min(sentence.last, max(clause.last, trigger.last + 12))]
    )
