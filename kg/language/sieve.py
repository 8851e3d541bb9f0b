"""A sieve before regular expressions: most of them find nothing in most sentences, which four letters in a row tell at far less cost.

Each expression is read once for four letters, of a few possible ones, that every match of it must hold; the expression is only
searched where the text has one of them. Nothing that the expression would find is missed (Cox, Regular Expression Matching with
a Trigram Index, 2012); where nothing can be required, or the text has letters whose case folds in unusual ways, all is searched.
Letters are in folded case, and all between two words counts as one sign. An expression of many alternatives is searched by those of
them alone of which a text has the letters; what is found, and where, is the same.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from re import Match, Pattern, _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any, Final, Generic, NamedTuple, TypeVar

_WIDTH: Final = 4
_GAP: Final = "^"
"""What stands for all between two words, and for the beginning and end of a text."""
_WORDS: Final = re.compile(r"\w+")

_SHORTEST: Final = 40
"""A text of fewer characters is searched at once."""
_SELDOM: Final = 200
"""So many searches of an expression cost less than to read it for its letters."""
_MOST: Final = 96
"""How many beginnings of a match are told apart."""
_ALTERNATIVES: Final = 8
"""An expression of at least so many alternatives is searched by alternative."""
_FEW: Final = 4
"""Where one in so many of the alternatives may match, all are searched at once."""
_LONGEST: Final = 12
"""How many characters of a beginning are followed."""
_FOLDING: Final = frozenset("ıİſK")
"""Letters that are equal to i, s and k only where case is ignored."""
_COMMON: Final = {letter: place for place, letter in enumerate("etaoinsr^hldcumfpgwybvk")}
_FREQUENT: Final = frozenset(
    (
        "^and ^chi ^com ^cou ^for ^fro ^gov ^in^ ^lab ^not ^of^ ^off ^on^ ^pro ^rep ^tha ^the ^to^ ^tra ^vic ^wer ^wit "
        "^wom ^yea abor affi and^ are^ atio bor^ ced^ ckin ctim d^th d^to e^co e^go e^th ed^a ed^t ent^ epor ere^ ernm "
        "ers^ f^th ffic fick for^ forc from gove he^g icki icti ims^ in^t ing^ ion^ ions ith^ king labo men^ ment n^th "
        "nati nd^t ng^t nmen not^ of^t on^t ons^ or^t orce over port pros raff rnme rom^ rts^ s^an s^fo s^in s^of s^to "
        "ted^ the^ tims tion traf vern vict were with year "
    ).split()
)
"""What stands in more than an eighth of the sentences of the examples."""

_Node = tuple[Any, Any]
_Value = TypeVar("_Value")


class _Part(NamedTuple):
    """What is known of the matches of a part of an expression."""

    whole: frozenset[str] | None
    """All that it can match, where these are few."""
    held: frozenset[str] | None
    """Four letters of which each match holds at least one, where there are such."""


_NOTHING: Final = _Part(frozenset({""}), None)
_UNKNOWN: Final = _Part(None, None)
_BOUNDARY: Final = _Part(frozenset({_GAP}), None)


def search(wanted: Pattern[str], text: str, start: int = 0) -> Match[str] | None:
    """The first match, as ``wanted.search`` gives it."""
    if not _passes(wanted, text):
        return None
    alternatives = _alternatives.get(id(wanted))
    return next(alternatives.finditer(text, start), None) if alternatives else wanted.search(text, start)


def finditer(wanted: Pattern[str], text: str, start: int = 0) -> Iterator[Match[str]]:
    """All matches, as ``wanted.finditer`` gives them."""
    if not _passes(wanted, text):
        return iter(())
    alternatives = _alternatives.get(id(wanted))
    return alternatives.finditer(text, start) if alternatives else wanted.finditer(text, start)


_searched: Counter[int] = Counter()
_required: dict[int, tuple[Pattern[str], frozenset[str] | None]] = {}
_alternatives: dict[int, "Alternatives | None"] = {}


def _passes(wanted: Pattern[str], text: str) -> bool:
    """Whether to search a text: at once while the expression is searched seldom, else where it may have a match."""
    known = _required.get(id(wanted))
    if known is None:
        _searched[id(wanted)] += 1
        return _searched[id(wanted)] <= _SELDOM or may_hold(wanted, text)
    if known[1] is None or len(text) < _SHORTEST:
        return True
    held = _letters(text)
    return held is None or not known[1].isdisjoint(held)


def may_hold(wanted: Pattern[str], text: str) -> bool:
    """Whether a text can have a match, as far as letters tell."""
    if id(wanted) not in _required:
        _required[id(wanted)] = wanted, required(wanted)
        _alternatives[id(wanted)] = Alternatives.of(wanted)
    return _passes(wanted, text)


@lru_cache(maxsize=1024)
def _letters(text: str) -> frozenset[str] | None:
    """All four letters in a row of a text."""
    if not (text.isascii() or _FOLDING.isdisjoint(text)):
        return None
    return _runs(f"{_GAP}{_GAP.join(_WORDS.findall(text.casefold()))}{_GAP}")


@lru_cache(maxsize=256)
def _runs(words: str) -> frozenset[str]:
    return frozenset([words[i : i + _WIDTH] for i in range(len(words) - _WIDTH + 1)])


def required(wanted: Pattern[str]) -> frozenset[str] | None:
    """Four letters in a row of which each match of an expression holds at least one; None where that is not known."""
    return _sequence(_parser.parse(wanted.pattern, wanted.flags & ~re.DEBUG)).held


class Several(Generic[_Value]):
    """Expressions, each with a value, of which those are searched whose letters a text has."""

    def __init__(self, valued: Iterable[tuple[_Value, Pattern[str]]]) -> None:
        self._valued = tuple(valued)
        self._searched = 0
        self._index: _Index | None = None

    def finditer(self, text: str) -> Iterator[tuple[_Value, Match[str]]]:
        """All matches with the value of their expression, those of one expression after those of another."""
        for value, wanted in self.likely(text):
            for found in finditer(wanted, text):
                yield value, found

    def likely(self, text: str) -> Sequence[tuple[_Value, Pattern[str]]]:
        """The expressions, in order, that may have a match in a text."""
        self._searched += 1
        held = _letters(text) if self._searched > _SELDOM and len(text) >= _SHORTEST else None
        if held is None:
            return self._valued
        if self._index is None:
            self._index = _Index.of([required(wanted) for _, wanted in self._valued])
        return [self._valued[i] for i in sorted(self._index.among(held))]


class _Index(NamedTuple):
    """By letters, which of several expressions need them, or one of these."""

    always: frozenset[int]
    by_letters: dict[str, list[int]]
    letters: frozenset[str]

    @classmethod
    def of(cls, needed: Sequence[frozenset[str] | None]) -> "_Index":
        by_letters: dict[str, list[int]] = {}
        for i, held in enumerate(needed):
            for one in held or ():
                by_letters.setdefault(one, []).append(i)
        return cls(frozenset(i for i, held in enumerate(needed) if held is None), by_letters, frozenset(by_letters))

    def among(self, held: frozenset[str]) -> frozenset[int]:
        """The numbers of the expressions that may match a text of which all letters are given."""
        return self.always.union(*(self.by_letters[one] for one in self.letters & held))


class Alternatives:
    """An expression of many alternatives, of which those are searched whose letters a text has."""

    def __init__(self, wanted: Pattern[str], sequences: Sequence[Any]) -> None:
        self._wanted = wanted
        self._sequences = sequences
        self._compiled: dict[int, Pattern[str]] = {}
        self._index = _Index.of([_sequence(nodes).held for nodes in sequences])

    @classmethod
    def of(cls, wanted: Pattern[str]) -> "Alternatives | None":
        """The alternatives of an expression that has many, none of which matches nothing; else None."""
        parsed = _parser.parse(wanted.pattern, wanted.flags & ~re.DEBUG)
        for at, (kind, argument) in enumerate(parsed.data):
            inner = argument[3].data if kind is _constants.SUBPATTERN else [(kind, argument)]
            if len(inner) != 1 or inner[0][0] is not _constants.BRANCH or len(inner[0][1][1]) < _ALTERNATIVES:
                continue
            sequences = []
            for branch in inner[0][1][1]:
                one = [(kind, (*argument[:3], branch))] if kind is _constants.SUBPATTERN else branch.data
                sequences.append(_parser.SubPattern(parsed.state, [*parsed.data[:at], *one, *parsed.data[at + 1 :]]))
            return cls(wanted, sequences) if all(one.getwidth()[0] for one in sequences) else None
        return None

    def finditer(self, text: str, start: int) -> Iterator[Match[str]]:
        """All matches, as the whole expression gives them: where the first of the alternatives matches, it is matched."""
        held = _letters(text) if len(text) >= _SHORTEST else None
        if held is None:
            return self._wanted.finditer(text, start)
        tried = self._index.among(held)
        if len(tried) * _FEW > len(self._sequences):
            return self._wanted.finditer(text, start)
        return self._matches([self._expression(i) for i in tried], text, start)

    def _matches(self, tried: list[Pattern[str]], text: str, start: int) -> Iterator[Match[str]]:
        places = [(found.start(), one) for one in tried if (found := one.search(text, start))]
        while places:
            found = self._wanted.match(text, min(place for place, _ in places))
            if found is None:
                raise AssertionError(self._wanted.pattern)
            yield found
            end = found.end()
            again = (
                (place, one) if place >= end else (then.start() if (then := one.search(text, end)) else -1, one) for place, one in places
            )
            places = [(place, one) for place, one in again if place >= 0]

    def _expression(self, i: int) -> Pattern[str]:
        if i not in self._compiled:
            self._compiled[i] = _compiler.compile(self._sequences[i], self._wanted.flags)
        return self._compiled[i]


def _sequence(nodes: Iterable[_Node], before: str = "") -> _Part:
    """Parts that follow each other: what one of them needs is needed, the rarest letters are taken; ``before`` is a gap or nothing."""
    best: frozenset[str] | None = None
    begun, complete = frozenset({before}), True
    for kind, argument in nodes:
        part = _part(kind, argument, _GAP if all(one.endswith(_GAP) for one in begun) else "")
        best = _rarer(best, part.held)
        joined = _joined(begun, part.whole)
        if joined is None:
            best, complete = _rarer(best, _chosen(begun)), False
            ends = frozenset(one[1 - _WIDTH :] for one in begun)
            joined = _joined(ends, part.whole) or _joined(frozenset(one[-1:] for one in ends), part.whole) or part.whole or frozenset({""})
        begun = joined
    return _Part(begun if complete else None, _rarer(best, _chosen(begun)))


def _joined(begun: frozenset[str], whole: frozenset[str] | None) -> frozenset[str] | None:
    """Each of the one followed by each of the other, where that are not too many; two gaps are one."""
    if whole is None or len(begun) * len(whole) > _MOST:
        return None
    joined = frozenset(one + two[1:] if one.endswith(_GAP) and two.startswith(_GAP) else one + two for one in begun for two in whole)
    return joined if max(map(len, joined)) <= _LONGEST else None


def _part(kind: Any, argument: Any, before: str) -> _Part:
    if kind is _constants.LITERAL:
        return _set([(kind, argument)])
    if kind is _constants.IN:
        return _set(argument)
    if kind is _constants.BRANCH:
        return _either([_sequence(branch, before) for branch in argument[1]])
    if kind is _constants.SUBPATTERN:
        return _sequence(argument[3], before)
    if kind is _constants.ATOMIC_GROUP:
        return _sequence(argument, before)
    if kind in {_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT}:
        return _repeated(*argument)
    if kind is _constants.AT:
        return _BOUNDARY if argument is _constants.AT_BOUNDARY else _NOTHING
    if kind is _constants.ASSERT_NOT:
        return _BOUNDARY if _excludes_words(argument[1]) else _NOTHING
    return _NOTHING if kind is _constants.ASSERT else _UNKNOWN


def _letter(code: int) -> str:
    letter = chr(code)
    return letter.casefold() if _WORDS.fullmatch(letter) else _GAP


def _set(characters: Sequence[_Node]) -> _Part:
    if characters == [(_constants.CATEGORY, _constants.CATEGORY_SPACE)]:
        return _BOUNDARY
    if not all(kind is _constants.LITERAL and len(chr(code).casefold()) == 1 for kind, code in characters):
        return _UNKNOWN
    return _Part(frozenset(_letter(code) for _, code in characters), None)


def _excludes_words(nodes: Sequence[_Node]) -> bool:
    """Whether an assertion says that no letter stands here: a word begins or ends."""
    word = (_constants.CATEGORY, _constants.CATEGORY_WORD)
    return len(nodes) == 1 and nodes[0][0] is _constants.IN and nodes[0][1][0][0] is not _constants.NEGATE and word in nodes[0][1]


def _either(parts: list[_Part]) -> _Part:
    """One part of several: together they need what each of them needs."""
    whole, held = [part.whole for part in parts], [part.held or _chosen(part.whole) for part in parts]
    all_held = None if None in held else frozenset().union(*(one for one in held if one is not None))
    if None in whole or sum(len(one) for one in whole if one is not None) > _MOST:
        return _Part(None, all_held)
    return _Part(frozenset().union(*(one for one in whole if one is not None)), all_held)


def _repeated(least: int, most: Any, nodes: Sequence[_Node]) -> _Part:
    part = _sequence(nodes)
    if part.whole == frozenset({_GAP}) and all(kind is not _constants.ASSERT_NOT for kind, _ in nodes):
        return part if least else _Part(frozenset({"", _GAP}), None)
    if least == 0:
        return _Part(part.whole | {""} if most == 1 and part.whole is not None else None, None)
    return part if (least, most) == (1, 1) else _Part(None, part.held or _chosen(part.whole))


def _chosen(words: frozenset[str] | None) -> frozenset[str] | None:
    """The rarest four letters of each word, where none is shorter."""
    if words is None or any(len(word) < _WIDTH for word in words):
        return None
    return frozenset(max((word[i : i + _WIDTH] for i in range(len(word) - _WIDTH + 1)), key=_rarity) for word in words)


def _rarity(letters: str) -> int:
    return sum(_COMMON.get(letter, len(_COMMON)) for letter in letters) if letters not in _FREQUENT else 0


def _rarer(one: frozenset[str] | None, two: frozenset[str] | None) -> frozenset[str] | None:
    """The letters that fewer texts hold."""
    if one is None or two is None:
        return one or two
    return min(one, two, key=_commonness)


def _commonness(held: frozenset[str]) -> float:
    return sum(0.9 ** _rarity(letters) for letters in held)
