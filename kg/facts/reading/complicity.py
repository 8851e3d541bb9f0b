"""Reading of complicity: who among officials is said to take part in trafficking, and what was done about it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from kg.facts.complicity import Complicity
from kg.facts.model import Certainty, Fact, Polarity
from kg.facts.reading.periods import period_in
from kg.facts.reading.wording import clause_evidence, folded, pattern
from kg.language.model import Annotated, Clause, Sentence
from kg.language.qualifiers import qualify
from kg.vocabulary.complicity_words import complicity_words

_CONCERN: Final = pattern(
    r"(?:official|officials'|government|police|public officials'|governmental) (?:complicity|corruption|involvement|collusion)",
    r"(?:complicity|corruption|collusion|involvement)(?: \w+){0,4} (?:by|of|among|from|on the part of) (?:\w+ ){0,4}(?:officials?|police|officers|authorities|soldiers|diplomats|judges|guards)",
    r"corruption(?: and (?:official )?complicity)?(?= (?:in trafficking|remain\w*|continu\w*|is|was|hindered|hampered|imped\w+))",
)
_IMPUNITY: Final = pattern(r"impunity")
_NO_ACTION: Final = pattern(
    r"no (?:known |reported |new )?(?:investigations?|prosecutions?|convictions?|inquir(?:y|ies)|punishments?)[^.;]*(?:officials?|officers?|police|complicit\w*)",
    r"(?:did not|has not|have not|had not|never|failed to|does not|has never|have never|had never|were not|was not|no|without|nor did)[^.;]*",
)
_GOVERNMENT: Final = pattern(
    r"(?:government|state|regime|authorities|military|army)(?:'s)? (?:\w+ ){0,8}?(?:participat\w+ in|complicit\w* in|engag\w+ in|subject\w* \w+ to|forc(?:ed|es|ing)|coerc\w+|compel\w*|compell\w+|mobiliz\w+|conscript\w+|recruit\w* (?:and used |or used )?child(?:ren)?|us(?:ed|es|ing) (?:forced|child) (?:labor|soldiers)|impos\w+|exploit\w*|rel(?:y|ies|ied) on (?:\w+ ){0,4}forced)"
    r"(?: \w+){0,14}? (?:forced|compulsory|trafficking|labor|soldiers?|to work|cotton|harvest|into)",
    r"(?:government-sponsored|state-sponsored|state-run|government-compelled|government-imposed|state-imposed) (?:forced |compulsory )?(?:labor|mobilization|trafficking)",
    r"accus\w+ the (?:government|state|authorities) of (?:\w+ly )?(?:forc\w+|traffick\w+|harvest\w+|subject\w+|us\w+|exploit\w+)",
)
_NOBODY: Final = pattern(r"(?:no|any|single|an) (?:\w+ ){0,2}(?:officials?|officers?|civil servants?)")
_HEARSAY: Final = pattern(
    r"alleg\w+|report(?:s|ed|edly)?|accus\w+|believe[ds]?|suspect(?:ed|s)?|claim(?:s|ed)|rumou?rs?|observers|according to|accounts? of|said|complain\w*|request of|suspicions?"
)
_OFFENDERS_ONLY: Final = pattern(r"workers'? complaints|immigration violations")


class _Who(NamedTuple):
    name: str
    start: int
    end: int


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read complicity outside the recommendations."""
    for sentence in annotated.sentences:
        if sentence.section in {"recommendations", "header"}:
            continue
        words = folded(annotated.words(sentence.first, sentence.last))
        if not any(wanted.search(words) for wanted in (_part(), _GOVERNMENT, _CONCERN, _NOBODY)):
            continue
        for clause in _stretches(annotated, sentence):
            yield from _clause(annotated, sentence, clause)


@cache
def _part() -> re.Pattern[str]:
    return pattern(*(p for _, p in complicity_words("part")))


@cache
def _who() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((value, pattern(p)) for value, p in complicity_words("who"))


@cache
def _statuses() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((value, pattern(p)) for value, p in complicity_words("status"))


def _stretches(annotated: Annotated, sentence: Sentence) -> Iterator[Clause]:
    """The sentence cut where a contrast or another subject begins, if both sides name officials or a part in trafficking."""
    tokens, first = annotated.tokens, sentence.first
    for i in range(sentence.first + 1, sentence.last - 1):
        opens = tokens[i].lower in {"but", "while", "whereas", "although", "however", "nor", "though"} or (
            tokens[i].lower in {"and", "which"}
            and tokens[i - 1].text == ","
            and tokens[i + 1].lower in {"the", "it", "they", "there", "no", "authorities"}
        )
        if opens and i > first and _about(annotated.words(first, i)):
            yield Clause(first, i)
            first = i
    yield Clause(first, sentence.last)


def _about(text: str) -> bool:
    words = folded(text)
    return bool(_officials(words) and (_part().search(words) or any(wanted.search(words) for _, wanted in _statuses())))


def _clause(annotated: Annotated, sentence: Sentence, clause: Clause) -> Iterator[Fact]:
    words = folded(annotated.words(clause.first, clause.last))
    who = _officials(words)
    if _GOVERNMENT.search(words) and not _acted(words) and (not who or re.search(r"accus\w+ the government", words)):
        yield _fact(
            annotated, sentence, clause, "alleged", "affirmed", _certainty(annotated, sentence, clause, words), "government", "government"
        )
        return
    if _IMPUNITY.search(words) and (who or "official" in words):
        yield _fact(annotated, sentence, clause, "punished", "negated", "stated", _names(who), "impunity")
        return
    if not _CONCERN.search(words) and not (who and (_part().search(words) or _NOBODY.search(words))):
        return
    yield from _pursued(annotated, sentence, clause, words, who)


def _acted(words: str) -> bool:
    return bool(re.search(r"\b(?:prosecut|convict|investigat|punish|arrest)\w*\b.*\bofficials?\b", words))


def _officials(words: str) -> list[_Who]:
    """Officials named as those who took part, not as those who investigate: their names as a fact holds them."""
    found: list[_Who] = []
    for value, wanted in _who():
        for match in wanted.finditer(words):
            if not any(w.start < match.end() and match.start() < w.end for w in found):
                found.append(_Who(match.group() if value == "=" else value, match.start(), match.end()))
    return sorted(found, key=lambda w: w.start)


def _names(who: list[_Who]) -> str:
    return ", ".join(dict.fromkeys(w.name for w in who)) or "officials"


def _pursued(annotated: Annotated, sentence: Sentence, clause: Clause, words: str, who: list[_Who]) -> Iterator[Fact]:
    """What was done: investigated, prosecuted, convicted, punished, or not; without any of these, what is alleged."""
    done = [(value, m) for value, wanted in _statuses() if (m := _toward(wanted, words, who))]
    certainty = _certainty(annotated, sentence, clause, words)
    for value, match in done:
        polarity: Polarity = "negated" if _denied(words, match) else "affirmed"
        held: Certainty = "reported" if re.search(r"\b(?:not|never|no)\b[^,;.]*\breport", words[: match.start()]) else "stated"
        yield _fact(annotated, sentence, clause, value, polarity, held, _names(_objects(who, match, words)), "pursued")
    if _part().search(words) and not done:
        yield _fact(annotated, sentence, clause, "alleged", "affirmed", certainty, _names(who), "alleged")
    elif done and re.search(r"\b(?:alleged|allegations?|reports? (?:of|that)|suspected)\b", words) and _part().search(words):
        yield _fact(annotated, sentence, clause, "alleged", "affirmed", "reported", _names(_objects(who, done[0][1], words)), "alleged")


def _objects(who: list[_Who], match: re.Match[str], words: str) -> list[_Who]:
    """Those behind the verb, or its subject in the passive."""
    behind = [w for w in who if w.start >= match.end()]
    return behind or who


def _toward(wanted: re.Pattern[str], words: str, who: list[_Who]) -> re.Match[str] | None:
    """A word of pursuit whose object, or whose subject in the passive, is an official."""
    for match in wanted.finditer(words):
        behind = any(0 <= w.start - match.end() < 110 for w in who)
        passive = re.search(r"\b(?:was|were|been|be|being|is|are)(?: \w+,?){0,4} $", words[: match.start()]) or re.match(
            r"[^.]*\bfor (?:complicity|involvement|corruption)", words[match.end() :]
        )
        noun = re.match(r"(?:investigations?|prosecutions?|convictions?|inquir(?:y|ies))$", match.group())
        if (
            behind
            or (passive and any(w.end <= match.start() for w in who))
            or (noun and (_CONCERN.search(words) or any(w.end <= match.start() for w in who)))
        ):
            return match
    return None


def _denied(words: str, match: re.Match[str]) -> bool:
    before = re.split(r"\b(?:of|whether|what had become)\b", words[: match.start()])[-1]
    return bool(re.search(r"\b(?:no|never|not|nor|none|neither|without|failed to)\b[^;.]*$", before)) or match.group().startswith(
        "no action"
    )


def _certainty(annotated: Annotated, sentence: Sentence, clause: Clause, words: str) -> Certainty:
    if _HEARSAY.search(words):
        return "reported"
    certainty = qualify(annotated, sentence, clause.last - 1).certainty
    return "possible" if certainty == "possible" else "stated"


def _fact(
    annotated: Annotated,
    sentence: Sentence,
    clause: Clause,
    status: str,
    polarity: Polarity,
    certainty: Certainty,
    who: str,
    rule: str,
) -> Fact:
    return Complicity(
        doc=annotated.document.id,
        status=status,
        country=annotated.document.country,
        who=who,
        polarity=polarity,
        certainty=certainty,
        period=period_in(annotated, sentence, clause),
        evidence=(clause_evidence(annotated, clause),),
        rule=f"complicity.{rule}",
    )
