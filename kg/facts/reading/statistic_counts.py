"""Counts: the numbers of a sentence, and the words for zero, each with the noun that it counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.language.model import Annotated, Quantity, Sentence, Token
from kg.vocabulary.measures import Measure, counted, measures

NOUNLIKE: Final = frozenset({"NOUN", "PROPN", "ADJ"})
DETERMINERS: Final = frozenset("the these those this that its their his her our".split())
PARTITIVES: Final = frozenset("whom which them these those".split())
TIMES: Final = frozenset("year years month months week weeks day days".split())
_LABELS: Final = frozenset(
    "article articles section sections law no no. number decree act paragraph tier aged age chapter page under-".split()
)
_COMPARED: Final = frozenset("more fewer less additional".split())
_SINGLE: Final = frozenset({"single", "one"})


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
    """How the number is a part of something: ``of them``, ``of the 33 convictions``."""
    definite: bool = False
    zero: bool = False
    """True for words such as *no*, *none* and *any* after a negation."""

    @property
    def numbers(self) -> dict[str, float | None]:
        """Value, minimum and maximum."""
        return {"value": self.value, "min": self.min, "max": self.max}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: the token after it, its head and what that head is."""

    last: int
    head: int | None
    group: str
    unit: str | None
    nouns: tuple[Measure, ...]


def counts(annotated: Annotated, sentence: Sentence) -> tuple[Count, ...]:
    """The counts of a sentence in order."""
    tokens = annotated.tokens
    dated = {i for m in sentence.of("period") for i in range(m.first, m.last)}
    found = [_counted(tokens, q, sentence) for q in sentence.quantities if q.first not in dated and not _label(tokens, q, sentence)]
    found.extend(_zeros(tokens, sentence))
    found.extend(_pairs(tokens, sentence))
    kept: list[Count] = []
    for count in sorted(found, key=lambda c: (c.first, -c.last)):
        if not kept or count.first >= kept[-1].number_end:
            kept.append(count)
    return tuple(kept)


def _label(tokens: Sequence[Token], q: Quantity, sentence: Sentence) -> bool:
    """Whether a number is a label, an age, or part of a longer word: Article 134, aged 14, two-hour."""
    before = tokens[q.first - 1].lower if q.first > sentence.first else ""
    after = tokens[q.last].lower if q.last < sentence.last else ""
    if before in _LABELS or before in {"/", "-"} or (before == "-" and q.first > sentence.first):
        return True
    if after == "-" and tokens[q.last].start == tokens[q.last - 1].end:
        return True
    if after == "/" or (before == "the" and tokens[q.last - 1].lower == "one"):
        return True
    return before in {"no", "another", "any", "each"} and tokens[q.first].lower == "one"


def _counted(tokens: Sequence[Token], q: Quantity, sentence: Sentence) -> Count:
    before = tokens[q.first - 1].lower if q.first > sentence.first else ""
    definite = before in DETERMINERS or (before in {"last", "other", "remaining"} and q.first - 1 > sentence.first)
    base = Count(q.value, q.min, q.max, q.comparator, q.unit, q.first, q.last, q.last, definite=definite, zero=q.value == 0)
    if q.unit:
        return base
    i = q.last
    word = tokens[i].lower if i < sentence.last else ""
    if word in _COMPARED and i + 1 < sentence.last and tokens[i + 1].lower in {"than", "in", ",", "."}:
        return replace(base, group="other")
    if word == "of":
        return _part(tokens, base, i + 1, sentence.last)
    return _filled(base, phrase(tokens, i, sentence.last))


def _part(tokens: Sequence[Token], base: Count, i: int, last: int) -> Count:
    """The count of a part, ``five of them``, or of an open number, ``hundreds of women``."""
    word = tokens[i].lower if i < last else ""
    if word in PARTITIVES and (word in {"whom", "which", "them"} or not (i + 1 < last and tokens[i + 1].pos in NOUNLIKE)):
        return replace(base, last=i + 1, whole=word)
    while i < last and (tokens[i].lower in DETERMINERS or tokens[i].pos == "NUM" or tokens[i].lower in {"all", "other"}):
        i, word = i + 1, "the"
    found = phrase(tokens, i, last)
    return replace(_filled(base, found), whole="the" if word == "the" else "")


def _filled(base: Count, found: Phrase) -> Count:
    return replace(base, last=found.last, head=found.head, group=found.group, unit=found.unit, nouns=found.nouns)


def phrase(tokens: Sequence[Token], first: int, last: int) -> Phrase:
    """The noun phrase that begins at a token: its head is the last noun, and known nouns joined by ``and`` or ``or`` go with it."""
    i, head = first, None
    while i < last:
        token = tokens[i]
        if _is_noun(token):
            head = i
        elif token.lower in {"and", "or"}:
            if not _goes_on(tokens, i, last, head):
                break
        elif token.pos == "ADJ" and head is not None and token.lower not in {"other"} and not _modifies(tokens, i, last):
            break
        elif not (token.text in {"-", "“", '"'} or token.pos in {"ADJ", "ADV"} or _modifies(tokens, i, last)):
            break
        i += 1
    while i > first and head is not None and i - 1 > head:
        i -= 1
    if head is None:
        return Phrase(first, None, "*", None, ())
    group, unit, nouns = _meaning(tokens, first, head, last)
    end = _joined(tokens, head + 1, last, nouns) if nouns else (head + 1, nouns)
    return Phrase(end[0], head, group, unit, end[1])


def _is_noun(token: Token) -> bool:
    return token.pos in {"NOUN", "PROPN"} or (token.lower in counted() and token.pos != "VERB") or _demonym(token)


def _demonym(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos == "ADJ"


def _modifies(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a participle or adjective stands before a noun of the same phrase."""
    token = tokens[i]
    if not (token.tag in {"VBN", "VBG", "JJ", "VBD"} and i + 1 < last):
        return token.lower in {"'s", "’s"} and i + 1 < last
    following = tokens[i + 1]
    return _is_noun(following) or (following.pos == "ADJ" and i + 2 < last and _is_noun(tokens[i + 2]))


def _goes_on(tokens: Sequence[Token], i: int, last: int, head: int | None) -> bool:
    """Whether a conjunction joins modifiers, ``sex and labor trafficking victims``, or people, ``men and women``."""
    after = phrase_words(tokens, i + 1, last)
    if not after or after[0].pos == "NUM":
        return False
    if head is None:
        return True
    left, right = counted().get(tokens[head].lower), counted().get(after[-1].lower)
    if left is None and tokens[head].lower not in _noun_measures():
        return right is not None or after[-1].lower in _noun_measures()
    return left is not None and right is not None and left.group == right.group == "person"


def phrase_words(tokens: Sequence[Token], first: int, last: int) -> tuple[Token, ...]:
    """The nouns and adjectives that follow one another from a token."""
    i = first
    while i < last and (tokens[i].pos in NOUNLIKE or tokens[i].text == "-"):
        i += 1
    return tuple(tokens[first:i])


def _meaning(tokens: Sequence[Token], first: int, head: int, last: int) -> tuple[str, str | None, tuple[Measure, ...]]:
    word = tokens[head].lower
    if found := _noun_measures().get(word):
        return "event", None, (found,)
    if word in TIMES:
        return "time", "months", ()
    if known := counted().get(word):
        return known.group, known.unit, ()
    if tokens[head].text[:1].isupper() and (tokens[head].pos == "ADJ" or word.endswith(("ese", "ish", "ans", "ian", "ians", "is"))):
        return "person", "people", ()
    return "other", None, ()


def _noun_measures() -> dict[str, Measure]:
    if not _NOUNS:
        _NOUNS.update(
            {f: m for f, held in measures().items() for m in reversed(held) if m.kind == "noun" and len(m.words) == 1 and f != "case"}
        )
    return _NOUNS


_NOUNS: dict[str, Measure] = {}


def _joined(tokens: Sequence[Token], i: int, last: int, nouns: tuple[Measure, ...]) -> tuple[int, tuple[Measure, ...]]:
    """Further nouns of a list: ``investigations, prosecutions, or convictions``."""
    end = i
    while i < last:
        j = i
        while j < last and tokens[j].lower in {",", "and", "or", "nor", "/", "any", "no"}:
            j += 1
        if j == i:
            break
        words = phrase_words(tokens, j, last)
        at = next((j + n for n, t in enumerate(words) if t.lower in _noun_measures()), None)
        if at is None or at > j + 2:
            break
        nouns, i = (*nouns, _noun_measures()[tokens[at].lower]), at + 1
        end = i
    return end, nouns


def _zeros(tokens: Sequence[Token], sentence: Sentence) -> Iterator[Count]:
    """Words for zero: ``no victims``, ``none``, and ``any`` or ``a single`` which a negation before makes zero."""
    for i in range(sentence.first, sentence.last):
        word = tokens[i].lower
        if word == "no" and i + 1 < sentence.last and tokens[i + 1].lower not in {"one", "longer", "doubt", *_COMPARED}:
            yield _zero(tokens, i, i + 1, sentence.last)
        elif word == "none":
            yield _none(tokens, i, sentence)
        elif word == "any" and not (i + 1 < sentence.last and tokens[i + 1].lower in {"more", "longer", "other"}):
            yield _zero(tokens, i, i + 1, sentence.last)
        elif word == "single" and i > sentence.first and tokens[i - 1].lower in {"a", "one"}:
            yield _zero(tokens, i - 1, i + 1, sentence.last)


def _zero(tokens: Sequence[Token], first: int, after: int, last: int) -> Count:
    while after < last and tokens[after].lower in {"of", "the", "these", "those", "new", "known"}:
        after += 1
    return _filled(Count(0.0, None, None, "exactly", "", first, first + 1, after, zero=True), phrase(tokens, after, last))


def _none(tokens: Sequence[Token], i: int, sentence: Sentence) -> Count:
    base = Count(0.0, None, None, "exactly", "", i, i + 1, i + 1, zero=True)
    if i + 1 < sentence.last and tokens[i + 1].lower == "of":
        return _part(tokens, base, i + 2, sentence.last)
    return base


def _pairs(tokens: Sequence[Token], sentence: Sentence) -> Iterator[Count]:
    """``Both defendants`` are two."""
    for i in range(sentence.first, sentence.last):
        if tokens[i].lower != "both":
            continue
        found = phrase(tokens, i + 1, sentence.last)
        if found.group in {"offender", "victim", "case", "person", "official"} and found.last - i <= 4:
            yield _filled(Count(2.0, None, None, "exactly", "", i, i + 1, i + 1), found)
