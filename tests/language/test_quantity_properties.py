"""What holds for the numbers of any words whatsoever, and for every number that can be written."""

from math import isfinite

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.language.model import Quantity, Token
from kg.language.quantities import CURRENCIES, LARGEST, PLURALS, SCALES, SHARES, TENS, UNITS, excessive, quantities
from kg.vocabulary.comparators import comparators

_NUMBERS = st.one_of(
    st.sampled_from(sorted({*UNITS, *TENS, *SCALES, *PLURALS, *SHARES, *CURRENCIES})),
    st.integers(0, 10**18).map(str),
    st.integers(0, 10**18).map("{:,}".format),
    st.floats(0, 1e12, allow_nan=False).map("{:.2f}".format),
)
_AROUND = st.sampled_from(
    sorted({word for side in ("before", "after") for found in comparators(side).values() for words, _ in found for word in words})
)
_JOINTS = st.sampled_from(
    ["to", "-", "–", "and", "or", "between", "from", "of", "in", "a", "an", "half", "one", "per", "cent", "%", "percent"]
)
_WORDS = st.lists(
    st.one_of(_NUMBERS, _NUMBERS, _AROUND, _JOINTS, st.sampled_from(["victims", ",", "(", "2011", "men"])), min_size=1, max_size=25
)


def tokens(words: list[str]) -> list[Token]:
    """Words with a blank after each."""
    found: list[Token] = []
    for i, word in enumerate(words):
        start = found[-1].end + 1 if found else 0
        found.append(Token(i, word, word.lower(), word, "X", "XX", "dep", i, start, start + len(word)))
    return found


def read(*words: str) -> list[Quantity]:
    """The quantities of some words."""
    return list(quantities(tokens(list(words)), 0, len(words)))


def spelled(number: int) -> list[str]:
    """A number below a thousand million in English words."""
    ones = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    )
    tens = "- - twenty thirty forty fifty sixty seventy eighty ninety"
    for size, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = spelled(number % size) if number % size else []
            return [*spelled(number // size), name, *(["and"] if rest and number % size < 100 else []), *rest]
    if number < 20:
        return [ones.split()[number]]
    ten, one = divmod(number, 10)
    return [tens.split()[ten], *(["-", ones.split()[one]] if one else [])]


@settings(max_examples=400)
@given(_WORDS)
def test_quantities_are_in_order_finite_and_where_they_say(words: list[str]) -> None:
    found = read(*words)
    made = tokens(words)
    assert [q.first for q in found] == sorted({q.first for q in found})
    for one in found:
        assert 0 <= one.first < one.last <= len(words)
        assert (one.start, one.end) == (made[one.first].start, made[one.last - 1].end)
        given_ = [number for number in (one.value, one.min, one.max) if number is not None]
        assert given_
        assert all(isfinite(number) and 0 <= number < LARGEST for number in given_)
        assert (one.value is None) != (one.min is None)
        assert one.max is None or (one.min is not None and one.min < one.max)


@given(_WORDS)
def test_a_part_of_a_sentence_is_read_without_what_is_around_it(words: list[str]) -> None:
    around = ["more", "than", *words, "million"]
    found = list(quantities(tokens(around), 2, len(around) - 1))
    assert [q._replace(first=q.first - 2, last=q.last - 2, start=0, end=0) for q in found] == [
        q._replace(start=0, end=0) for q in read(*words)
    ]


@given(st.integers(0, int(LARGEST) - 1), st.booleans())
def test_every_number_in_digits_is_read_as_it_is(number: int, commas: bool) -> None:
    (found,) = read(f"{number:,}" if commas else str(number))
    assert (found.value, found.min, found.max, found.comparator, found.unit) == (number, None, None, "exactly", "")


@given(st.integers(0, 999_999_999))
def test_every_number_in_words_is_read_as_it_is(number: int) -> None:
    words = spelled(number)
    assert [(q.value, q.first, q.last) for q in read(*words, "victims")] == [(number, 0, len(words))], words


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_every_range_has_its_ends(low: int, more: int) -> None:
    (found,) = read("between", f"{low:,}", "and", f"{low + more:,}")
    assert (found.value, found.min, found.max, found.first, found.last) == (None, low, low + more, 0, 4)


@given(st.integers(int(LARGEST), 10**400))
def test_what_is_too_large_to_count_anything_is_no_quantity_and_is_named(number: int) -> None:
    assert read(str(number)) == []
    assert list(excessive(tokens([str(number)]), 0, 1)) == [str(number)]
