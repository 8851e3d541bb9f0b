"""Events: which verb or noun governs a count, and so says what was counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.facts.reading.statistic_count import PEOPLE, Count, child_laborers
from kg.facts.reading.statistic_scene import Scene
from kg.facts.reading.statistic_triggers import BE, HAVE, JOINTS, Trigger
from kg.language.model import Token
from kg.vocabulary.measures import Measure, transparent

REACH: Final = 18
_STOPS: Final = frozenset({";", ":", "—", "–", "(", ")", "."})
CONTRASTS: Final = frozenset({"but", "while", "whereas", "although", "though"})
_DASHES: Final = frozenset({"—", "–", "--"})
_WHOLES: Final = frozenset({"total", "number", "group", "groups", "excess", "minimum", "maximum", "average", "remaining"})
_ACCOMPANYING: Final = frozenset({"with", "involving", "against"})
_VERBS: Final = frozenset({"verb", "subject"})
_SUBJECTS: Final = frozenset({"subject"})
_SUBJECTLESS: Final = frozenset({"and", "but", "or", "that", "which"})
_TIMES: Final = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years"})
_LISTED: Final = frozenset({"NOUN", "ADJ", "PROPN", "ADV", "DET"})
_GIVING: Final = frozenset({"provide", "offer", "give"})
_ADJACENT: Final = 1
"""How many words may stand between people and the participle that describes them."""
_TAKERS: Final = frozenset({"verb", "object", "noun", "of"})


@dataclass(frozen=True, slots=True)
class Governed:
    """The measure of a count and the token that says it."""

    measure: Measure
    at: int


def governing(scene: Scene, count: Count) -> tuple[Governed, ...]:
    """What governs a count: a passive or intransitive verb after it, else a verb or noun before it."""
    before = () if count.definite else tuple(_before(scene, count))
    near = bool(before) and before[-1].measure.kind == "verb" and count.first - before[-1].at <= 3
    found = (
        before
        if near
        else tuple(_after(scene, count))
        or before
        or (() if count.whole and not _attended(scene, count) else tuple(_after(scene, count, reduced=True)))
    )
    if not found and (following := _coordinate(scene, count)):
        found = tuple(_after(scene, replace(following, group=count.group))) or tuple(_after(scene, following))
    if found and not near and found is not before:
        found = (*_described(scene, count, found[0].at), *found)
    return tuple({g.measure.measure: g for g in reversed(found)}.values())[::-1]


def _described(scene: Scene, count: Count, verb: int) -> Iterator[Governed]:
    """What a participle right after people says of them besides the verb: the 32 victims *identified* were sent home."""
    for governed in _after(scene, count, reduced=True) if not count.zero else ():
        fits = count.group in {"victim", "offender"} and governed.measure.kind == "verb"
        if fits and governed.at < verb and governed.at - count.last <= _ADJACENT:
            yield governed


def _attended(scene: Scene, count: Count) -> bool:
    """Whether *with* opens a statement without a finite verb: *with not one of* the officers brought before a court."""
    tokens, first = scene.tokens, scene.sentence.first
    j = count.first - 1 - (count.first > first and tokens[count.first - 1].lower == "not")
    return count.zero and j >= first and tokens[j].lower == "with"


def _coordinate(scene: Scene, count: Count) -> Count | None:
    """The count that a conjunction joins to this one: *300 teachers and 75 nurses* were trained."""
    tokens, i = scene.tokens, count.last
    joints = {",", "and", "or", *(_ACCOMPANYING if count.group == "case" else ())}
    while i < scene.sentence.last and tokens[i].lower in joints:
        i += 1
    following = next((c for c in scene.counts if c.first == i), None)
    fits = following and i > count.last and not following.whole and following.group in PEOPLE and count.group in {*PEOPLE, "case"}
    return (_coordinate(scene, following) or following) if fits and following else None


def _after(scene: Scene, count: Count, *, reduced: bool = False) -> Iterator[Governed]:
    """The first verb after a count, where it is a trigger whose object or subject the count is.

    A participle without an auxiliary is passed over, unless ``reduced`` asks for it: the 18 *convicted* the year before.
    """
    tokens, last, j = scene.tokens, scene.sentence.last, count.last
    starts = {c.first for c in scene.counts if not _of_one(scene, count) and not _in_cases(scene, count, c)}
    listed = count.last < last and tokens[count.last].lower in {"from", "representing"}
    while j < last and j - count.last < (2 * REACH if listed else REACH):
        token = tokens[j]
        if token.text == "(":
            j = _closing(tokens, j, last)
            continue
        if token.text in _DASHES and (past := _past_inserted(tokens, j, last)):
            j = past
            continue
        if j in starts or token.text in _STOPS or token.lower in CONTRASTS or (token.lower in {"and", "or"} and j == count.last):
            return
        if token.text == "," and (past := _past_aside(tokens, j, last) or _past_relative(scene, count, j)):
            j = past
            continue
        if j in scene.triggers and token.pos != "NOUN":
            found = tuple(_forward(scene, count, j))
            if not found and reduced and count.zero and scene.triggers[j].bare:
                j += 1
                continue
            bare = scene.triggers[j].bare and not any(g.measure.kind == "subject" for g in found)
            if bare == reduced and (found or token.lemma not in transparent()):
                yield from found
                return
        elif (token.pos == "VERB" and not _passed(tokens, j)) or (token.text == "," and not listed and not _continues(tokens, j, last)):
            return
        j += 1


def _in_cases(scene: Scene, count: Count, cases: Count) -> bool:
    """Whether people are told with the number of their cases: seven suspects *in three cases* are on trial."""
    return cases.group == "case" and count.group in PEOPLE and cases.first - count.last == 1 and scene.tokens[count.last].lower == "in"


def _of_one(scene: Scene, count: Count) -> bool:
    """Whether a count is of one, named by *a*: *a man* who sold two girls was convicted."""
    return count.value == 1 and scene.tokens[count.first].lower in {"a", "an"}


def _undergoing(scene: Scene, count: Count) -> bool:
    """Whether several are the object of a verb before them, so that they are not who *was* convicted: a man who *sold two girls* was."""
    before = scene.tokens[count.first - 1]
    return (count.value or 0) > 1 and count.first > scene.sentence.first and before.pos == "VERB"


def _past_inserted(tokens: Sequence[Token], dash: int, last: int) -> int | None:
    """The auxiliary after words between dashes: 1,022 victims *—705 women and 195 children—* were assisted."""
    closing = next((i for i in range(dash + 1, min(dash + 2 * REACH, last)) if tokens[i].text in _DASHES), None)
    return closing + 1 if closing and closing + 1 < last and tokens[closing + 1].lower in {*BE, *HAVE} else None


def _past_aside(tokens: Sequence[Token], comma: int, last: int) -> int | None:
    """The auxiliary after an aside without a verb of its own: six guards, *arrested in 2021,* were acquitted; 41*, or 43 percent,* paid."""
    closing = next((i for i in range(comma + 2, min(comma + REACH, last)) if tokens[i].text == ","), None)
    share = closing is not None and tokens[comma + 1].lower == "or" and tokens[closing - 1].lower in {"percent", "%"}
    if comma + 1 >= last or (tokens[comma + 1].lower in {"and", "but", "or", "who", "which"} and not share):
        return None
    bare = closing is not None and not any(t.pos == "AUX" or t.tag in {"VBZ", "VBP", "MD"} for t in tokens[comma:closing])
    goes_on = closing is not None and closing + 1 < last and (tokens[closing + 1].lower in {*BE, *HAVE} or tokens[closing + 1].tag == "VBD")
    return closing + 1 if closing and bare and goes_on else None


def _past_relative(scene: Scene, count: Count, comma: int) -> int | None:
    """The auxiliary after a relative clause that counts nothing: twelve women*, who had been forced to beg,* were repatriated."""
    tokens, last = scene.tokens, scene.sentence.last
    if comma + 2 >= last or tokens[comma + 1].lower not in {"who", "which", "whom"}:
        return None
    closing = next((i for i in range(comma + 2, min(comma + REACH, last)) if tokens[i].text == ","), None)
    if closing is None or closing + 1 >= last or tokens[closing + 1].lower not in {*BE, *HAVE}:
        return None
    told = (scene.triggers[i] for i in range(comma, closing) if i in scene.triggers)
    return None if any(_accepting(scene, count, t, _VERBS) for t in told) else closing + 1


def _continues(tokens: Sequence[Token], comma: int, last: int) -> bool:
    return comma + 1 < last and tokens[comma + 1].lower in {"who", "which", "all", "including", *HAVE, *BE}


def _passed(tokens: Sequence[Token], j: int) -> bool:
    """Whether a verb may stand between a count and what governs it: *allowed* to serve, victims *trafficked* abroad."""
    token = tokens[j]
    if token.lemma in transparent() or (token.tag in {"VBN", "VBG"} and tokens[j - 1].lower not in BE):
        return True
    following = tokens[j + 1 : j + REACH]
    return token.lower.endswith("ed") and following[:1] != () and following[0].pos == "ADP" and any(t.lower in BE for t in following)


def _closing(tokens: Sequence[Token], j: int, last: int) -> int:
    while j < last and tokens[j].text != ")":
        j += 1
    return j + 1


def _forward(scene: Scene, count: Count, j: int) -> Iterator[Governed]:
    """The trigger at a token and those joined to it: were *identified and referred*."""
    tokens = scene.tokens
    if tokens[j - 1].lower == "was" and _undergoing(scene, count):
        return
    while trigger := scene.triggers.get(j):
        measure = _accepting(scene, count, trigger, _VERBS if trigger.passive else _SUBJECTS)
        if measure and not (count.zero and measure.measure == "suspects"):
            yield Governed(measure, j)
        k = behind = trigger.last
        while k < scene.sentence.last and (tokens[k].lower in JOINTS or tokens[k].pos == "ADV"):
            k += 1
        if k == behind or k not in scene.triggers or scene.triggers[k].passive != trigger.passive:
            return
        j = k


def _before(scene: Scene, count: Count) -> Iterator[Governed]:
    """The verb or noun before a count that takes it, with the verbs joined to it."""
    tokens, j, through = scene.tokens, count.first - 1, ""
    ends = {c.last - 1 for c in scene.counts if c.last <= count.first and c.group not in {"time", "other"}}
    inside = {i for t in scene.triggers.values() for i in range(t.first + 1, t.last)}
    while j >= scene.sentence.first and count.first - j < (7 if count.group == "*" else REACH):
        token = tokens[j]
        if j in inside:
            j -= 1
            continue
        trigger = scene.triggers.get(j)
        active = trigger is not None and (not trigger.passive or trigger.bare or through == "to")
        over = "" if through and _shifted(tokens, j, count) else through
        if trigger and active and (measure := _accepting(scene, count, trigger, _TAKERS, over)):
            verb = _verb_of(scene, j) if measure.kind == "of" else j
            yield from _backward(scene, count, verb, "" if verb != j else over)
            yield Governed(measure, j)
            return
        if (
            token.pos == "VERB"
            and token.lemma not in transparent()
            and not _modifier(tokens, j)
            and not (token.lower == "trafficking" and tokens[j - 1].pos == "ADP")
            and not (token.tag == "VBG" and (tokens[j - 1].lemma in _GIVING or (through and tokens[j - 1].lower in {",", "and"})))
            and not (through and _undergone(tokens, j))
        ):
            if through or (joined := _joined_to(scene, j)) is None:
                return
            j = joined
            continue
        if token.text == "," and through and (before := _before_aside(tokens, j) or _before_list(scene, j)):
            j = before
            continue
        if (
            j in ends
            or token.text in _STOPS
            or (token.lower == "that" and token.pos == "SCONJ")
            or (token.text == "," and (through or count.group == "*" or tokens[j - 1].pos != "VERB"))
        ):
            return
        if token.lower == "who" and tokens[j + 1].lemma != "include":
            return
        bound = j == count.first - 1 and token.lower == "from" and count.min is not None
        if (token.pos == "ADP" or token.lower == "to") and not bound and not (token.lower == "of" and tokens[j - 1].lower in _WHOLES):
            through = through or token.lower
        j -= 1


def _verb_of(scene: Scene, noun: int) -> int:
    """The verb whose object a noun is, for the verbs joined to that: *identify or provide* protection services to."""
    tokens, j = scene.tokens, noun - 1
    while j > scene.sentence.first and noun - j <= 5 and tokens[j].pos in {"NOUN", "ADJ", "PROPN", "DET"}:
        j -= 1
    giving = j in scene.triggers and tokens[j].pos == "VERB" and not scene.triggers[j].passive
    return j if giving and any("to" in m.of for m in scene.triggers[j].measures) else noun


def _joined_to(scene: Scene, verb: int) -> int | None:
    """The trigger to which a verb that counts nothing is joined, so that they share an object: *prosecuted* and sanctioned four."""
    tokens, j = scene.tokens, verb - 1
    while j > scene.sentence.first and (tokens[j].lower in JOINTS or tokens[j].pos == "ADV"):
        j -= 1
    trigger = scene.triggers.get(j)
    fits = trigger is not None and j < verb - 1 and not trigger.passive and tokens[j].tag == tokens[verb].tag
    return j if fits else None


def _before_aside(tokens: Sequence[Token], comma: int) -> int | None:
    """The token before a short aside that ends at a comma: issued certificates*, at no charge,* to 38 victims."""
    opening = next((i for i in range(comma - 1, max(0, comma - 10), -1) if tokens[i].text == ","), None)
    if opening is None or tokens[opening + 1].pos not in {"ADP", "ADJ"}:
        return None
    within = tokens[opening:comma]
    counting = any(t.pos == "NUM" for t in within) and not any(t.lower in _TIMES for t in within)
    return None if counting or any(t.pos == "VERB" for t in within) else opening - 1


def _before_list(scene: Scene, comma: int) -> int | None:
    """The verb of giving whose objects end at a comma: *provided* shelter, food*,* and care to 38 victims."""
    tokens, j = scene.tokens, comma - 1
    while j > scene.sentence.first and (tokens[j].pos in _LISTED or tokens[j].tag == "VBG" or tokens[j].lower in {",", "and", "-"}):
        j -= 1
    giving = tokens[j].pos == "VERB" and j in scene.triggers and not scene.triggers[j].passive
    return j if giving and any("to" in m.of for m in scene.triggers[j].measures) else None


def _undergone(tokens: Sequence[Token], j: int) -> bool:
    """Whether a verb is passive, so that the noun that takes the number may be its subject: *charges were filed against* 41."""
    k = j - 1
    while k > 0 and tokens[k].pos == "ADV":
        k -= 1
    return tokens[j].tag in {"VBN", "VBD"} and tokens[k].lower in BE


def _modifier(tokens: Sequence[Token], j: int) -> bool:
    if tokens[j].lower == "remaining":
        return True
    return tokens[j].tag in {"VBN", "VBG"} and tokens[j + 1].pos in {"NOUN", "PROPN"}


def _backward(scene: Scene, count: Count, j: int, through: str) -> Iterator[Governed]:
    """The triggers before a trigger that are joined to it: *investigate, prosecute, or* convict any."""
    tokens, found = scene.tokens, []
    while True:
        k = j - 1
        while k > scene.sentence.first and (tokens[k].lower in JOINTS or tokens[k].pos == "ADV"):
            k -= 1
        k, own = _past_complement(scene, k) if k < j - 1 else (k, "")
        trigger = scene.triggers.get(k)
        if k == j - 1 or trigger is None or (trigger.passive and not trigger.bare):
            break
        if measure := _accepting(scene, count, trigger, _TAKERS, own or (through if tokens[k].pos == "NOUN" else "")):
            found.append(Governed(measure, k))
        j = k
    yield from reversed(found)


def _past_complement(scene: Scene, k: int) -> tuple[int, str]:
    """The verb whose object and preposition end at a token, and that preposition: *provide protection to*, or refer any victims."""
    tokens = scene.tokens
    if tokens[k].lower not in {"to", "for"} or tokens[k - 1].pos != "NOUN":
        return k, ""
    verb = next(
        (i for i in range(k - 2, max(scene.sentence.first, k - 5) - 1, -1) if i in scene.triggers and tokens[i].pos == "VERB"), None
    )
    return (k, "") if verb is None else (verb, tokens[k].lower)


def _shifted(tokens: Sequence[Token], verb: int, count: Count) -> bool:
    """Whether a phrase with a preposition stands between a verb and its object: refer *to care providers* any victims, 12 girls."""
    before = tokens[count.first - 1]
    shift = (tokens[verb + 1].pos == "ADP" or tokens[verb + 1].lower == "to") and verb + 2 < count.first
    if count.zero:
        return shift and tokens[count.first].lower == "any" and before.pos == "NOUN"
    return shift and tokens[verb].pos == "VERB" and count.group in PEOPLE and before.pos in {"NOUN", "PROPN"}


def _accepting(scene: Scene, count: Count, trigger: Trigger, kinds: frozenset[str], through: str = "") -> Measure | None:
    """The measure of a trigger that takes a count: by its class, the preposition between them, and the words around."""
    fitting = [
        m for m in trigger.measures if m.kind in kinds and count.group in m.counts and _through(m, through) and _with(scene, trigger, m)
    ]
    if count.unit not in {"children", "minors"} and not child_laborers(scene.tokens, count):
        fitting = [m for m in fitting if m.measure != "children_in_labor"]
    return min(fitting, key=lambda m: (-len(m.words), not m.with_any, _ahead(scene, trigger, m)), default=None)


def _ahead(scene: Scene, trigger: Trigger, m: Measure) -> int:
    """How far behind a trigger the first word stands that a measure wants: 20 resulted in convictions and 12 *ended in acquittals*."""
    last = min(scene.sentence.last, trigger.last + REACH)
    return next((i - trigger.last for i in range(trigger.last, last) if scene.tokens[i].lower in m.with_any), REACH)


def _through(m: Measure, preposition: str) -> bool:
    return preposition in m.of if m.kind in {"noun", "of"} else not preposition or preposition in m.of


def _with(scene: Scene, trigger: Trigger, m: Measure) -> bool:
    if not m.with_any:
        return True
    clause = scene.sentence.clause_of(trigger.first)
    begin = clause.first
    while begin > scene.sentence.first and scene.tokens[begin].lower in _SUBJECTLESS:
        begin = scene.sentence.clause_of(begin - 1).first
    first, last = min(begin, trigger.first), min(scene.sentence.last, max(clause.last, trigger.last + 12))
    return any(t.lower in m.with_any for t in scene.tokens[first:last])
