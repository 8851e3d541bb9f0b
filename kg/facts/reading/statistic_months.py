"""The months that a figure's words give without their year, which is the report's: *In early March* 18 men were rescued."""

from kg.facts.reading.periods import REPORTED_TO, in_year
from kg.facts.reading.statistic_count import Count
from kg.facts.reading.statistic_scene import Scene
from kg.language.clauses import FINITE
from kg.language.periods import MONTHS, NUMBERS, PARTS
from kg.vocabulary.count_words import count_words

_DATING = frozenset({",", "of", "in"})
"""What may stand between a month and its year."""
_TIMES = count_words("time_of_month")
_UP_TO = frozenset({"by", "through", "until"})
_STATING = count_words("stating")
_SOURCE = 14
"""How many words may name a source at the beginning of a sentence."""
_ADVERBIAL = 6
"""How many words of an adverbial may stand before its month at the beginning of a clause: *by the end of* March."""


def month(where: Scene, count: Count, end: int, how: str = "") -> str | None:
    """The month that a clause or its subject names or that follows a count, without its year: *In March,* 18 men were rescued.

    Only what follows a number that is compared is its own.
    """
    tokens, year, sentence = where.tokens, where.annotated.document.year, where.sentence
    opens = sentence.clause_of(count.first).first
    begins: tuple[int, ...] = () if how == "comparison" else (opens, sentence.first)
    if year and sentence.section == "other" and (to := _months_of_the_year(where, count, begins, end)):
        return f"{year}-01/{year}-{to:02}"
    if year and (span := _months(where, count, begins, end)):
        late = sentence.section != "other" and int(span[1]) > REPORTED_TO
        return f"{year - late}-{span[0]}/{year - late}-{span[1]}"
    led = next((i for i in range(opens, count.first) if tokens[i].tag in FINITE), opens)
    subject = range(opens + 3, led) if not any(t.text == "," for t in tokens[opens:led]) else ()
    ensuing = opens > sentence.first and tokens[count.first - 1].tag == "VBG" and tokens[sentence.first].lower in {"in", "during"}
    begun = range(sentence.first + 1, sentence.first + 2) if ensuing or _announced(where, opens) else ()
    opening = range(opens + 1, min(_opening(where, opens), count.first)) if begins else ()
    sourced = _past_source(where) if begins else range(0)
    for i in (*opening, *sourced, *begun, *subject, *range(count.last, end)):
        if year and tokens[i].lower in MONTHS and tokens[i].text[:1].isupper() and _dates(where, i, count):
            return in_year(where.annotated, sentence, MONTHS[tokens[i].lower])
    return None


def _announced(where: Scene, opens: int) -> bool:
    """Whether a clause is what somebody stated, so that the month with which the sentence opens is its own: *On May 3* it said *that* …"""
    tokens, first = where.tokens, where.sentence.first
    told = opens > first + 1 and tokens[opens].lower == "that" and tokens[opens - 1].pos == "VERB" and tokens[opens - 1].lemma in _STATING
    behind = [m for m in where.sentence.of("period") if m.first > opens]
    since = any(t.lower == "since" for t in tokens[opens : where.sentence.last])
    return told and tokens[first].lower in {"in", "on", "during"} and not behind and not since


def _past_source(where: Scene) -> range:
    """The tokens of the adverbial after the source with which a sentence opens: *According to the ministry, as of August,* …"""
    tokens, first, last = where.tokens, where.sentence.first, where.sentence.last
    if tokens[first].lower != "according":
        return range(0)
    comma = next((i for i in range(first, min(first + _SOURCE, last)) if tokens[i].text == ","), last)
    closing = next((i for i in range(comma + 1, min(comma + _ADVERBIAL, last)) if tokens[i].text == ","), comma)
    return range(comma + 1, closing)


def _opening(where: Scene, opens: int) -> int:
    """The token after the month with which a clause begins, if it begins with one."""
    near = range(opens + 2, min(opens + _ADVERBIAL, where.sentence.last))
    found = next((i for i in near if where.tokens[i].lower in MONTHS and _preposition(where, i) <= opens + 1), opens + 2)
    return found + 1


def _preposition(where: Scene, i: int) -> int:
    """The token before all that tells the time of a month: *in* early March, *by* the end of March."""
    j = i - 1
    while j > where.sentence.first and where.tokens[j].lower in _TIMES and [t.lower for t in where.tokens[j - 1 : j + 1]] != ["as", "of"]:
        j -= 1
    return j


def _dates(where: Scene, i: int, count: Count) -> bool:
    """Whether a month is that of an adverbial: *in* March, *on* March 3, for what there was up to then *as of* October, *by* May 1."""
    tokens, j, behind = where.tokens, _preposition(where, i), where.tokens[i + 1 : i + 2] if i + 1 < where.sentence.last else ()
    before, after = tokens[j].lower, behind[0].lower if behind else ""
    up_to = not count.zero and (before in _UP_TO or (before == "of" and tokens[j - 1].lower == "as"))
    day = after.isdigit() and len(after) < 3 and not _year_follows(where, i + 2)
    if day and j == i - 1 and (before == "on" or up_to):
        return True
    dated = bool(behind) and (behind[0].pos == "NUM" or after in {"of", "and", "to", "through", "-", "–"})
    return not dated and (before in {"in", "during"} or up_to)


def _months_of_the_year(where: Scene, count: Count, begins: tuple[int, ...], end: int) -> int | None:
    """The last of the first months of the report's year that a clause or what follows a count tells: *in the first half of the year*."""
    tokens, last = where.tokens, where.sentence.last
    for i in (*(b + 2 for b in begins), *range(count.last, end)):
        if i + 3 >= last or tokens[i].lower != "first":
            continue
        part = i + 1 + (tokens[i + 2].lower == "months")
        if [t.lower for t in tokens[part + 1 : part + 4]] == ["of", "the", "year"]:
            return PARTS.get(tokens[part].lower) or (NUMBERS.get(tokens[i + 1].lower) if part > i + 1 else None)
    return None


def _months(where: Scene, count: Count, begins: tuple[int, ...], end: int) -> tuple[str, str] | None:
    """The two months, without a year, between which a clause or what follows a count says that it happened: *from January to August*."""
    tokens, last = where.tokens, where.sentence.last
    opening = (i for b in begins for i in range(b, min(b + 9, count.first)))
    for i in (*opening, *range(count.last, min(end, last - 3))):
        if i + 3 >= last:
            break
        before, joint = tokens[i].lower, tokens[i + 2].lower
        first, second = MONTHS.get(tokens[i + 1].lower), MONTHS.get(tokens[i + 3].lower)
        spanning = (before == "from" and joint in {"to", "through", "until"}) or (before in {"between", "in", "during"} and joint == "and")
        dated = i + 4 < last and (tokens[i + 4].pos == "NUM" or tokens[i + 4].lower in _DATING) and _year_follows(where, i + 4)
        if first and second and first < second and spanning and not dated:
            return first, second
    return None


def _year_follows(where: Scene, i: int) -> bool:
    """Whether a year is the token or the one after it."""
    return any(len(t.text) == 4 and t.text.isdigit() for t in where.tokens[i : min(i + 2, where.sentence.last)])
