"""The period of a figure: its own words', else its sentence's, never that of a comparison or of a law."""

from itertools import pairwise

from kg.facts.reading.statistic_count import Count
from kg.facts.reading.statistic_events import CONTRASTS
from kg.facts.reading.statistic_gaps import preposed
from kg.facts.reading.statistic_links import link
from kg.facts.reading.statistic_months import month
from kg.facts.reading.statistic_respective import run_of
from kg.facts.reading.statistic_scene import Scene
from kg.facts.reading.statistic_triggers import BE
from kg.language.clauses import FINITE
from kg.language.model import Mention
from kg.language.periods import NUMBERS
from kg.vocabulary.count_words import count_words
from kg.vocabulary.measures import PROCEEDINGS

_CHANGED = frozenset(
    "increase decrease improvement drop decline reduction rise change compared than opposed "
    "up down increased decreased declined many much twice".split()
)
_HANDED = frozenset({"hand", "handed", "handing"})
_DATED_NOUNS = count_words("dated")
_DATA = frozenset({"data", "figures", "statistics"})
_OPENING = frozenset({"in", "during", "by", "at", "throughout", "over"})
_SURVEYS = count_words("survey")
_NAME = 8
"""How many words the name of a survey may have after its year."""
_PUBLISHING = count_words("published")
_ESTIMATING = count_words("estimating")
_AFTER = frozenset({"after", "following", "from", "against"})
_SUPERLATIVES = count_words("superlative")
_ASIDES = frozenset({"as", "which", "who", "whose", "where", "when"})
_FORMER = frozenset({"previous", "preceding", "past", "last", "prior"})
_LASTING = frozenset({"in", "during", "over", "within", "throughout", "for"})
_SET_AGAINST = frozenset({"contrast", "comparison", "compared", "opposed"})


def period(where: Scene, count: Count, how: str) -> str | None:
    """The period of a count: after it and before the next one, else where the sentence begins or ends with one."""
    mentions = [m for m in where.sentence.of("period") if _telling(where, m, count)]
    end = where.end(count)
    end = next((i for i in range(count.last, end) if where.tokens[i].lower in CONTRASTS or same_figure(where, i)), end)
    if before := owner(where, count):
        return before.value
    if in_month := month(where, count, end, how):
        return in_month
    if former := _former_years(where, count, end):
        return former
    if at_that_time := _when(where, count) or _past_brackets(where, count):
        return at_that_time
    if paired := _paired(where, count):
        return paired
    own = _own(where, count, mentions, end, how)
    if own and _in_aside(where, count, own[0]) and (leading := _leading(where, count, mentions)):
        return leading
    if own:
        return _since(where, own[1] if len(own) > 1 and _attributive(where, own[0]) else own[0])
    if how == "comparison":
        opens = not any(c.last <= count.first for c in where.counts)
        if opens:
            return _leading(where, count, mentions) or (_closing(where, count, mentions) if count.nouns else None)
        return _closing(where, count, mentions) if count.nouns or _accompanied(where, count) else None
    return (
        _leading(where, count, mentions)
        or _closing(where, count, mentions)
        or _of_main_clause(where, count, mentions)
        or _published(where, count)
    )


def _of_main_clause(where: Scene, count: Count, mentions: list[Mention]) -> str | None:
    """The period that ends the clause before a participle: raided 103 brothels *in 2015, arresting* 58 people."""
    tokens = where.tokens
    comma = next((i for i in range(count.first - 1, max(where.sentence.first, count.first - 4), -1) if tokens[i].text == ","), None)
    acting = where.triggers.get(comma + 1) if comma is not None and tokens[comma + 1].tag == "VBG" else None
    if comma is None or acting is None or not any(m.kind == "verb" for m in acting.measures):
        return None
    told = next((m for m in mentions if m.last == comma and tokens[m.first - 1].lower in _OPENING), None)
    before = [c for c in where.counts if told is not None and c.last <= told.first]
    return None if told is None or (before and link(where, before[-1]) == "comparison") else told.value


def _own(where: Scene, count: Count, mentions: list[Mention], end: int, how: str) -> list[Mention]:
    """The periods after a count that are neither the next one's, nor only compared with, nor a participle's after the verb's object."""
    following = next((c for c in where.counts if c.first >= count.last), None)
    given = owner(where, following) if following else None
    own = [m for m in mentions if count.first <= m.first < end and m is not given and (how or not _compared(where, m, count))]
    return own[1:] if own and _attributive(where, own[0]) and _object(where, count) else own


def _former_years(where: Scene, count: Count, end: int) -> str | None:
    """So many years before the report, which a sentence opens with or that follow a count: *in the previous three years*."""
    tokens, first, year = where.tokens, where.sentence.first, where.annotated.document.year
    for i in (*range(first, min(first + 4, count.first)), *range(count.last, end)):
        if not year or i + 2 >= where.sentence.last or tokens[i].lower not in _FORMER or tokens[i + 2].lower != "years":
            continue
        length = NUMBERS.get(tokens[i + 1].lower)
        if length is None or not {t.lower for t in tokens[max(first, i - 2) : i]} & _LASTING:
            continue
        if any(m.first < i for m in where.sentence.of("period")):
            continue  # in 2009 a study counted 59 over the preceding three years
        last = year - (where.sentence.section != "other") - (tokens[i].lower not in {"past", "last"})
        return f"{last - length + 1}/{last}"
    return None


def _past_brackets(where: Scene, count: Count) -> str | None:
    """The period past the brackets that follow a number: up from 133 *(35 of them men)* in 2008, 13 victims *(two men)* in May."""
    past = where.past_brackets(count)
    if past is None or any(count.last < m.first < past.last for m in where.sentence.of("period")):
        return None
    end = next((i for i in range(past.last, where.end(past)) if where.tokens[i].text in {",", ";", "("}), where.end(past))
    told = next((m.value for m in where.sentence.of("period") if past.last <= m.first < end and _telling(where, m, past)), None)
    return told or month(where, past, end)


def _when(where: Scene, count: Count) -> str | None:
    """The period right before *when* or *in which*, which opens the clause of a count: fewer than in 2013, *when* 125 were identified."""
    tokens = where.tokens
    at = next((i for i in range(count.first - 1, max(where.sentence.first, count.first - 5), -1) if tokens[i].lower == "when"), None)
    if at is None or any(t.text in {",", ";"} for t in tokens[at : count.first]):
        return None
    return next((m.value for m in where.sentence.of("period") if 0 <= at - m.last <= 1), None)


def same_figure(where: Scene, i: int) -> bool:
    """Whether a token says that a figure was the same at another time: *the same as* in 2014, but not *the same period*."""
    after = where.tokens[i + 1].lower if i + 1 < where.sentence.last else ""
    if where.tokens[i].lower == "many" and where.tokens[i - 2].lower not in {"twice", "times", "half"}:
        return [t.lower for t in where.tokens[i - 1 : i + 3]] in (["as", "many", "as", "in"], ["as", "many", "as", "during"])
    return where.tokens[i].lower in {"same", "unchanged"} and after not in {"period", "time", "months", "year"}


def owner(where: Scene, count: Count) -> Mention | None:
    """The period right before a number that is its own: *the previous year's* 11, *and in 2009,* 47, *(2008:* 19), *a year* with none."""
    first, tokens = count.first, where.tokens
    if told := preposed(where, count):
        return told
    for m in where.sentence.of("period"):
        between = [t.lower for t in tokens[m.last : first]]
        before = [t.lower for t in tokens[max(where.sentence.first, m.first - 4) : m.first]]
        if m.last <= first and (
            between in (["'s"], ["’s"], ["'"], ["’"])
            or (between == [":"] and before[-1:] == ["("])
            or (between == ["("] and bool({"than", "as"} & {*before, tokens[m.first].lower}))
            or (between == [","] and "and" in before and "in" in before)
            or (bool(_AFTER & set(before[-2:])) and [*between, tokens[first].lower][0] in {"with", "without"})
        ):
            return m
    return None


def _in_aside(where: Scene, count: Count, mention: Mention) -> bool:
    """Whether a period dates only what an aside tells: deported 95, *as the accord concluded in 2012* would allow."""
    words = [t.lower for t in where.tokens[count.last : mention.first]]
    return any(a == "," and b in _ASIDES for a, b in pairwise(words))


def _attributive(where: Scene, mention: Mention) -> bool:
    """Whether a period dates only a participle: three men *arrested in 2012* were sentenced in 2014."""
    j = mention.first - 1
    trigger = where.triggers.get(j - (where.tokens[j].lower in {"in", "during"}))
    return trigger is not None and trigger.bare and where.tokens[trigger.first].tag in {"VBN", "VBD"}


def _object(where: Scene, count: Count) -> bool:
    """Whether a count is the object of a verb right before it: *sentenced* three men arrested in 2012."""
    j = count.first - 1
    while j > where.sentence.first and (where.tokens[j].lower in {"the", "all", "of"} or where.tokens[j].pos == "ADV"):
        j -= 1
    trigger = where.triggers.get(j)
    enforced = trigger is not None and any(m.measure in PROCEEDINGS | {"sentences"} for m in trigger.measures)
    return trigger is not None and enforced and where.tokens[j].pos == "VERB" and not trigger.passive


def _superlative(where: Scene, first: int) -> bool:
    """Whether a year is only the one since which a number is the highest: *the highest number since* 2004."""
    return any(t.lower in _SUPERLATIVES for t in where.tokens[max(where.sentence.first, first - 6) : first - 1])


def _compared(where: Scene, mention: Mention, count: Count) -> bool:
    """Whether a period is only what a number is compared with, by no number: one conviction, *a decrease from 2013*."""
    first = max(count.last, mention.first - 3)
    words = [t.lower for t in where.tokens[first : mention.first + 1]]
    return any(w in _CHANGED and not (w == "down" and where.tokens[i - 1].lower in _HANDED) for i, w in enumerate(words, first))


def _paired(where: Scene, count: Count) -> str | None:
    """The period of a bare number by its place in a list: 58 and 41 *in 2021 and 2020*."""
    run = run_of(where, count)
    if len(run) < 2:
        return None
    after = [m for m in where.sentence.of("period") if run[-1].last <= m.first <= run[-1].last + 3 * len(run)][: len(run)]
    listed = all(t.lower in {"in", ",", "and"} for a, b in pairwise(after) for t in where.tokens[a.last : b.first])
    return after[run.index(count)].value if len(after) == len(run) and listed else None


def _published(where: Scene, count: Count) -> str | None:
    """The year of a survey before the number that it found: a study, *published in 2015,* estimated …, *a 2015 study* estimated …"""
    first, tokens = where.sentence.first, where.tokens
    if named := next((m for m in where.sentence.of("period") if m.last <= count.first and _of_survey(where, m, count)), None):
        return named.value
    before = [m for m in where.sentence.of("period") if m.last <= count.first and tokens[m.first - 2].lower in _PUBLISHING]
    told = before and any(t.lower in _SURVEYS for t in tokens[first : before[0].first])
    return before[0].value if told else None


def _of_survey(where: Scene, mention: Mention, count: Count) -> bool:
    """Whether a year is the first word of a survey's name: a *2015 labor force survey*."""
    tokens, i = where.tokens, mention.last
    while i < min(mention.last + _NAME, count.first) and tokens[i].pos in {"NOUN", "PROPN", "ADJ"} and tokens[i].lower not in _SURVEYS:
        i += 1
    return mention.value.isdigit() and i < count.first and tokens[i].lower in _SURVEYS


def _leading(where: Scene, count: Count, mentions: list[Mention]) -> str | None:
    """The period with which the sentence, or the clause, begins: *In 2016,* police arrested …"""
    for begin in (where.sentence.clause_of(count.first).first, where.sentence.first):
        told = min((c.first for c in where.counts if c.first >= begin and c.group != "time"), default=count.first)
        reach = max(begin + 7, _opening(where, begin))
        found = next((m for m in mentions if begin <= m.first <= min(reach, count.first) and m.first < max(told, begin + 1)), None)
        apart = {t.lower for t in where.tokens[begin : found.first]} & {"(", "than"} if found else set()
        if found and not apart:
            return _since(where, found)
    return None


def _opening(where: Scene, begin: int) -> int:
    """How far the adverbials go with which a clause begins, up to the second comma: *Apart from begging, in 2017* inspectors found …"""
    tokens, end = where.tokens, min(begin + 15, where.sentence.last)
    commas = [i for i in range(begin, end) if tokens[i].text == ","]
    if not commas or tokens[begin].tag not in {"IN", "VBG", "RB"} or any(t.tag in FINITE for t in tokens[begin : commas[0]]):
        return begin
    dated = tokens[commas[0] + 1].lower in _OPENING if commas[0] + 1 < end else False
    return commas[0] + 2 if dated else commas[0]


def _closing(where: Scene, count: Count, mentions: list[Mention]) -> str | None:
    """The period after the last of several counts that are listed: 20 cases involving 47 offenders … *in 2010*."""
    for following in (c for c in where.counts if c.first > count.first):
        if (
            following.definite
            or following.money not in {"", count.money if count.money == "percent" else ""}
            or following.group in {"time", "difference"}
            or (not _beside(where, following) if following.group == "other" else link(where, following))
            or not _listed(where, count, following)
        ):
            return None
        end = where.end(following)
        end = next((i for i in range(following.last, end) if where.tokens[i].lower in CONTRASTS or same_figure(where, i)), end)
        found = next((m for m in mentions if following.first <= m.first < end and not _compared(where, m, following)), None)
        if found:
            return found.value
    return None


def _accompanied(where: Scene, count: Count) -> bool:
    """Whether the next count is of the same cases or people: compared with 51 suspects *in 30 cases* in 2014."""
    following = next((c for c in where.counts if c.first >= count.last), None)
    named = following is not None and following.group not in {"*", "time", "other"}
    return (
        following is not None
        and following.first - count.last == 1
        and where.tokens[count.last].lower in {"in", "involving", "with", "against", *({"and"} if named else ())}
    )


def _listed(where: Scene, count: Count, following: Count) -> bool:
    """Whether no other statement begins between two counts: only active verbs that govern a count stand there."""
    if any(t.lower in CONTRASTS for t in where.tokens[count.last : following.first]):
        return False
    finite = (i for i in range(count.last, following.first) if where.tokens[i].tag in FINITE)
    return all((i in where.triggers and not where.triggers[i].passive) or _joined(where, i) for i in finite)


def _joined(where: Scene, verb: int) -> bool:
    """Whether a verb has the subject of the one before it, and an object with a number: made 77 arrests *and closed 83* bars in 2004."""
    tokens = where.tokens
    return tokens[verb - 1].lower == "and" and tokens[verb].tag == "VBD" and tokens[verb + 1].pos == "NUM"


def _beside(where: Scene, other: Count) -> bool:
    """Whether things that are not counted here stand beside what is: sent home 248 *from 17 countries* in 2005."""
    return where.tokens[other.first - 1].tag in {"IN", "TO"} or _joined(where, other.first - 1)


def _since(where: Scene, mention: Mention) -> str:
    """A period that goes on: *since 2005* lasts to the year of the report."""
    before = where.tokens[mention.first - 1].lower if mention.first > where.sentence.first else ""
    year = where.annotated.document.year
    after = where.tokens[mention.last].lower if mention.last < where.sentence.last else ""
    lasting = before == "since" or after in {"onward", "onwards"} or _after_since(where, mention)
    begun = mention.value[:4]
    of_year = mention.value.isdigit() or (before != "since" and "/" not in mention.value and begun.isdigit())
    return f"{begun}/{year}" if lasting and year and of_year else mention.value


def _after_since(where: Scene, mention: Mention) -> bool:
    """Whether a year is that of an event since which something lasts: none *since the law came into force in 2005*."""
    tokens, first = where.tokens, where.sentence.first
    at = next((i for i in range(mention.first - 1, max(first, mention.first - 12) - 1, -1) if tokens[i].lower == "since"), None)
    return at is not None and not any(t.text in {",", "("} for t in tokens[at : mention.first])


def _adverbial(where: Scene, mention: Mention) -> bool:
    """Whether a period is an adverbial: *In the first half of 2014* police …, *Data for 2013* show …, *, in 2013,* police …"""
    tokens, first = where.tokens, where.sentence.first
    bare = mention.first == first + 1 or tokens[mention.first - 1].lower in {"of", "early", "late", "mid"}
    if mention.first - 2 >= first and tokens[mention.first - 1].lower == "for" and tokens[mention.first - 2].lower in _DATA:
        return True
    if mention.first - 2 > first and tokens[mention.first - 1].lower in {"in", "during"} and tokens[mention.first - 2].text == ",":
        return True
    plain = all(t.pos in {"ADP", "DET", "ADJ", "NUM", "NOUN"} for t in tokens[first : mention.first])
    return bare and plain and mention.first - first <= 7 and tokens[first].lower in _OPENING


def _only_participle(where: Scene, i: int) -> bool:
    """Whether a participle that describes a noun stands at a token: not one of the officials *accused* since 2008."""
    tokens = where.tokens
    return i > where.sentence.first and tokens[i].tag in {"VBN", "VBD"} and i not in where.triggers and tokens[i - 1].tag == "NNS"


def _telling(where: Scene, mention: Mention, count: Count) -> bool:
    """Whether a period dates what happened: not «the 2012 law», nor «the procedures adopted in 2013»."""
    tokens, first = where.tokens, mention.first
    after = tokens[mention.last] if mention.last < where.sentence.last else None
    adverbial = _adverbial(where, mention)
    named = after is not None and after.pos in {"NOUN", "PROPN", "ADJ"} and after.lower not in _DATED_NOUNS
    if named and mention.value[:1].isdigit() and not adverbial:
        return False
    if (
        first - 1 > where.sentence.first
        and tokens[first - 1].text == "("
        and after is not None
        and after.text == ")"
        and mention.last + 2 >= where.sentence.last
    ):
        return False
    j = first - 1
    if j > where.sentence.first and tokens[j].lower in {"in", "since", "on"}:
        j -= 1
    if tokens[j].lower != "since" and tokens[first - 1].lower == "since" and _superlative(where, first):
        return False
    if tokens[first - 1].lower in {"like", "unlike"} or (first < count.first and tokens[first - 2].lower in _SET_AGAINST):
        return False
    if any(t.lower == "dating" for t in tokens[max(where.sentence.first, first - 6) : first]):
        return False
    if tokens[first - 1].lower == "since" and _only_participle(where, first - 2):
        return False
    if _after_since(where, mention):
        return True
    being = j - 1 - (tokens[j - 1].lower in {"not", "never", "n't"})
    if tokens[j].tag == "VBN" and tokens[being].lower in BE and tokens[being - 1].lower not in {"that", "which", "who"} and j >= count.last:
        return True
    trigger = where.triggers.get(j)
    own = tokens[j].lower in _ESTIMATING or (trigger is not None and not (trigger.bare and j < count.first))
    return not (tokens[j].tag == "VBN" and not own and not count.first <= j < count.last + 2)
