"""Reading of facilities: shelters, centers and hotlines with who runs them, where, how many, and for whom."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.facts.facility import Facility
from kg.facts.model import Fact, ordered
from kg.facts.reading.evidence import told_in
from kg.facts.reading.facility_cues import cue
from kg.facts.reading.facility_elided import elided, sorted_apart
from kg.facts.reading.facility_further import each, further, nowhere
from kg.facts.reading.facility_lodged import lodged
from kg.facts.reading.facility_nouns import Noun, called, nouns, numbered
from kg.facts.reading.facility_operators import BLANK, operators, shared
from kg.facts.reading.facility_refused import NEAR, neither, refused
from kg.facts.reading.facility_sheltering import sheltered
from kg.facts.reading.facility_where import count, places, serves
from kg.facts.reading.periods import period_in
from kg.facts.reading.subject import asked, names_trafficking, on_trafficking
from kg.facts.reading.wishes import known, wished
from kg.facts.reading.wording import clause_at, clause_evidence, folded
from kg.language.bodies import bodies_between
from kg.language.model import Annotated, Sentence
from kg.language.qualifiers import qualify
from kg.language.sieve import search
from kg.vocabulary.facility_words import facility_words

_WITHIN: Final = r"\s+(?:(?!(?:to|for|in|at|on|by|with|from|that|which|who|of)\b)[\w'’()-]+[\s-]+){0,5}$"
_NO: Final = re.compile(rf"\b(?:no|any|not (?:a single|one|a)|neither|without|lack(?:s|ed|ing)?(?: of)?|nor|(?:absence|want) of){_WITHIN}")
_LISTED: Final = re.compile(
    r"\b(?:fail(?:s|ed|ing|ure)? to|did not|does not|do not|has not|have not|had not|yet to|unable to)\s"
    r"(?:(?!\b(?:but|which|who|that|it|they|was|were|had|has|have|is|are)\b)[^.;])*,\s+(?:(?:and|or|nor)\s+)?"
    r"(?:operate|run|provide|offer|establish|open|maintain|fund|manage|create|build|set up|designate)\s(?! adequate)[^.;,]{0,40}$"
)
"""A denial that a list goes on with: «failed to train police, establish shelters, and …»."""
_LACKS_ANY: Final = re.compile(r"\b(?:lack(?:s|ed|ing)?(?: of)?|without) any\b")
_ANY: Final = re.compile(rf"\bany{_WITHIN}")
_LIST: Final = re.compile(r"(?:,|,?\s+(?:or|nor))\s+(?:(?:no|any)\s+)?(?:[\w-]+\s+){0,2}")
_NEVER: Final = re.compile(
    r"(?<!\bwho\s)\b(?:nobody|no one|no organi[sz]ation|no ngo|did not|does not|do not|has not|have not|had not|failed to|fails to|never"
    r"|had yet to|has yet to|unable to|no longer|not (?:allowed|permitted|authorized|licensed) to"
    r"|(?:forb(?:ade|ids?|idden)|prohibit(?:s|ed)|barred|banned|prevent(?:s|ed)) (?:\w+ ){0,3}(?:to|from)) (?:\w+ ){0,2}"
    r"(?:have|had|operate|run|ran|provide|offer|establish|open|maintain|fund|manage|create|build|set up"
    r"|designate)\w*\b(?! adequate)(?:(?!\bthat\b)[^.;,]){0,40}$"
)
_NEITHER_HAD: Final = re.compile(
    r"\bneither\b[^.;]{0,120}\bnor\b(?:(?!\b(?:which|that|who)\b)[^.;]){0,80}?\s(?:had|has|have|operate[sd]?|r[au]ns?|provide[sd]?|offer(?:s|ed)?|maintain(?:s|ed)?"
    r"|opened|established|managed?)\s+(?:(?!(?:to|access|the)\b)\w+\s+){0,3}$"
)
_INVERTED: Final = re.compile(
    r"\b(?:neither|nor|nowhere|never)\b(?:\s[^.;]{0,60})?\s(?:did|does|do|had|has|have)\s+(?:(?!(?:that|which|who|and|to)\b)[\w'-]+\s+){1,5}?"
    r"(?:have|operate|run|provide|offer|establish|open|maintain|fund|manage|create|build|set\s+up|designate)\w*\b[^.;,]{0,40}$"
)
"""A denial that stands before the subject: «neither in Beni nor in Oruro did the state run a shelter»."""
_TO_ANY: Final = re.compile(r"(?<!access )(?<!admitted )\b(?:to|for|from|by|of)\s+any\s+(?:[\w'-]+\s+){0,3}$")
"""What is denied is what somebody does for shelters: «gave no money *to any* shelter»."""
_THAT_RUNS: Final = re.compile(r"\b(?:that|which|who)\s+(?:runs?|ran|operate[sd]?|manage[sd]?|administers?)\s+(?:the|this)\s+(?:\w+\s+)?$")
_NOT_SENT: Final = re.compile(
    r"\b(?:none|neither|no (?:victims?|one|children|women|men|girls|boys))\b(?:(?!\bbut\b|\balthough\b)[^.;])*?"
    r"\b(?:referred|sent|placed|brought|taken)\s+"
    r"(?:to|in)\s+an?\s+(?:[\w'-]+\s+){0,2}$"
)
_NONE_OF: Final = re.compile(r"\b(?:neither|none)\s+of\s+(?:the|its|these|their)\s+(?:[\w-]+\s+){0,2}$")
_OF_SEVERAL: Final = re.compile(
    r"\bof\s+(?:the|its|their)\s+(?:[\w'-]+\s+){0,2}(?:two|three|four|five|six|seven|\d+)\s+(?:[\w-]+\s+){0,2}$"
)
_EXPLOITED: Final = re.compile(r"\b(?:[Ww]orkers?|[Ll]abor|[Aa]ntitraffick\w*|[Ff]orced)\b|\bexploit")
_CENTER: Final = re.compile(
    r"(?<!rehabilitation)(?<!protection)(?<!care)(?<!recovery)(?<!residential)(?<!rescue)(?<!reception)\s(?:cent(?:er|re)s?)$"
)
_CALLS: Final = re.compile(
    r"(?:\s+\([^)]*\))?(?:,\s[^,;.]{3,60},)?\s+(?:received|took|answered|handled|logged|registered|fielded)\s+(?:(?:about|some|over|nearly)\s+)?\d[\d,]*\s+(?:\w+\s+)?calls\b"
)
"""What shows that a hotline works, whoever runs it."""
_GRANTED: Final = re.compile(r"(?:earmarked|allocated|budgeted|set aside)\b(?!.*\bto $)")
"""What is given for «the shelter» is given for one that is there."""
_ONLY_LINE: Final = re.compile(r"\bthe\s+(?:national|anti-?trafficking|trafficking|country's)\s+$")
"""Words before a hotline that the text has not told of before: «*the national* hotline took 20 calls»."""
_SORTS: Final = {"government", "ngo", "international_organization"}
_LONG: Final = 8

_DENIED_CLOSING: Final = re.compile(r"\b(?:not|never|no|might|may|would|could|to)\b[^.;,]*$")
_PART: Final = re.compile(r"\s*(?:staff|residents|beds|space|conditions|services|workers|operators|personnel)\b")


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read facilities outside the recommendations; a mere mention without who, where, how many or for whom is none."""
    known: list[Facility] = []
    for sentence in annotated.sentences:
        if sentence.section in {"recommendations", "header"} or asked(annotated, sentence) or not _relevant(annotated, sentence):
            continue
        text = annotated.document.text[sentence.start : sentence.end]
        named = [(b.start - sentence.start, b.end - sentence.start) for b in bodies_between(annotated, sentence.start, sentence.end)]
        here = sorted(nouns(text, named), key=lambda n: n.start)
        for noun in here:
            known += _facility(annotated, sentence, noun, here, known)
            until = next((sentence.start + n.start for n in here if n.start > noun.start), None)
            if until and known and sentence.start <= known[-1].evidence[0].start < until:
                known += [*_parts(annotated, sentence, known, (sentence.start + noun.start, until))]
        if known and sentence.index - told_in(annotated, known[-1]) <= NEAR:
            last = known[-1]
            begin = sentence.start + (here[-1].start if len(here) > 1 else 0)
            known += [
                *_parts(annotated, sentence, known, (begin, sentence.end)),
                *nowhere(annotated, sentence, last),
                *neither(annotated, sentence, known),
            ]
        if not here:
            known += _gone_again(annotated, sentence, known)
        known += sheltered(annotated, sentence, here, known)
        if not any(n.type == "shelter" and n.name is None for n in here):
            known += lodged(annotated, sentence)
        known += refused(annotated, sentence, here, known)
    yield from _consolidated(known)


def _relevant(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether a facility may be for the exploited: a part of a narrative, a sentence about the forced, or of a paragraph on trafficking.

    In such a paragraph of a report on many subjects a sentence may still be about others: refugees, prisoners, the sick.
    """
    text = annotated.document.text
    if sentence.section != "other" or "minimum standards" in text or _EXPLOITED.search(text, sentence.start, sentence.end):
        return True
    if names_trafficking(text, sentence.start, sentence.end):
        return True
    return on_trafficking(annotated, sentence) and not cue("aside").search(text, sentence.start, sentence.end)


def _parts(annotated: Annotated, sentence: Sentence, known: list[Facility], within: tuple[int, int]) -> Iterator[Facility]:
    """Further facilities of a sentence; «two, one for women and one for girls» are these two where something else tells them apart."""
    last, apart = known[-1], [*elided(annotated, sentence, known[-1])] if within[1] == sentence.end else []
    yield from apart
    parts = [*_outside(each(annotated, sentence, last, within), apart)]
    same = bool(parts) or sentence.start <= last.evidence[0].start < sentence.end
    parts = parts or [*_outside(further(annotated, sentence, last, within), apart)]
    whole = same and len(parts) > 1 and last.count == sum(p.count or 1 for p in parts)
    if whole and len({(p.location, p.operators) for p in parts}) < len(parts):
        known[-1] = replace(
            last,
            serves=ordered((*last.serves, *(v for p in parts for v in p.serves))),
            evidence=(*last.evidence, *(e for p in parts for e in p.evidence)),
        )
        return
    if whole:
        known.pop()
        parts = [replace(p, serves=p.serves or last.serves) for p in parts]
    yield from parts


def _gone_again(annotated: Annotated, sentence: Sentence, known: list[Facility]) -> Iterator[Facility]:
    """That the one told of just before is no more: «It closed the facility»."""
    words = folded(annotated.document.text[sentence.start : sentence.end])
    found = search(cue("closed_again"), words)
    if found is None or not known or known[-1].polarity == "negated" or cue("for_a_time").search(words, found.start()):
        return
    last = known[-1]
    if sentence.index - told_in(annotated, last) <= NEAR and last.count in {1, None} and not _DENIED_CLOSING.search(words[: found.start()]):
        clause = clause_at(annotated, sentence, sentence.start + found.start())
        yield replace(
            last,
            polarity="negated",
            period=period_in(annotated, sentence, clause),
            evidence=(clause_evidence(annotated, clause),),
            rule="facility.closed",
        )


def _outside(parts: Iterator[Facility], apart: list[Facility]) -> Iterator[Facility]:
    """Those of further facilities that are not among those which somebody else runs."""
    for part in parts:
        at = part.evidence[0].start
        if not any(a.evidence[0].start <= at < a.evidence[0].end for a in apart):
            yield part


def _consolidated(known: list[Facility]) -> Iterator[Facility]:
    """Facts about one facility that each say a part: who runs the one in a place, or where the one is that a body runs."""
    for fact in known:
        other = (
            _fuller(fact, [f for f in known if f.type == fact.type and f.polarity == "affirmed"]) if fact.polarity == "affirmed" else None
        )
        yield replace(fact, operators=other.operators, location=other.location, name=other.name) if other else fact


def _fuller(fact: Facility, others: list[Facility]) -> Facility | None:
    """The fact about the same facility that says more, if it is plain which one that is."""
    if fact.name or (fact.operators == ("government",) and _says(fact, "runs_itself")):
        return None
    others = [o for o in others if not _says(o, "one_more") and (not o.serves or not fact.serves or {*o.serves} & {*fact.serves})]
    if fact.location and set(fact.operators) <= {"government"}:
        others = [o for o in others if o.location == fact.location and o.rule != "facility.elided"]
        return next((o for o in others if o.operators and set(o.operators) != {"government"}), None)
    single = not fact.location and fact.count in {None, 1} and fact.operators and not set(fact.operators) & _SORTS
    placed = [o for o in others if single and o.operators == fact.operators and o.location and o.count in {None, 1}]
    return placed[0] if len({o.location for o in placed}) == 1 else None


def _says(fact: Facility, role: str) -> bool:
    """Whether the words that tell of a facility have one of a role."""
    return any(cue(role).search(folded(e.quote)) for e in fact.evidence)


def _facility(annotated: Annotated, sentence: Sentence, noun: Noun, here: list[Noun], known: list[Facility]) -> Iterator[Facility]:
    text = annotated.document.text[sentence.start : sentence.end]
    words = folded(text)
    clause = clause_at(annotated, sentence, sentence.start + noun.start)
    missing = _missing(annotated, sentence, words, noun) or _listed_none(annotated, sentence, words, noun, here)
    if not missing and (_planned(annotated, sentence, words, noun) or _NONE_OF.search(words[: noun.start])):
        return
    following = min((n.start for n in here if n.start > noun.start), default=len(words))
    who = operators(annotated, sentence, clause, noun, following) or _included(annotated, sentence, words, noun, here, known)
    who = who or shared(annotated, sentence, noun, here)
    theirs = bool(who) and "government" not in who and _of_others(words[: noun.start])
    missing = missing and not (theirs and not _closed(words, noun) and not _gone(words, noun.end))
    where = places(annotated, sentence, noun, here)
    for_whom = serves(sentence, words, noun, here)
    number = count(sentence, words, noun, ended=missing) if not missing or _kept(words, noun) else None
    name = noun.name or called(text, noun.end) or (numbered(text, noun.start, noun.end) if noun.type == "hotline" else None)
    number = None if number != 1 and name and name[0].isdigit() else number
    qualified = qualify(annotated, sentence, annotated.token_at(sentence.start + noun.start))
    told = qualified.certainty == "reported" and not all("maintain" in c.lower() for c in qualified.cues)
    fact = Facility(
        doc=annotated.document.id,
        type="counseling_center" if _advises(words, noun) else noun.type,
        name=name,
        location=None,
        count=number if len(where) < 2 else 1 if number == len(where) else None,
        serves=for_whom,
        operators=who,
        polarity="negated" if missing else "affirmed",
        certainty="reported" if told else "stated",
        period=period_in(annotated, sentence, clause),
        evidence=(clause_evidence(annotated, clause),),
        rule="facility.missing" if missing else "facility.named",
    )  # fmt: skip
    unsent = noun.type != "hotline" and not (who or where or name) and _NOT_SENT.search(words[: noun.start])
    if unsent or (missing and _PART.match(words[noun.end :])) or (not name and _left_behind(annotated, sentence, words, noun, who)):
        return
    if not missing and not where and _THAT_RUNS.search(words[: noun.start]):
        yield from _again(fact, known)
        return
    if not missing and who and not name and _definite(words, noun):
        _settle(annotated, sentence, known, fact)
    new = number is not None and not _definite(words, noun)
    started = new and number == 1 and cue("started").match(words, noun.end + 1)
    several = (number and (number > 1 or _OF_SEVERAL.search(words[: noun.start]))) or (new and for_whom)
    first = not any(f.type == "hotline" for f in known) and _ONLY_LINE.search(words[: noun.start])
    heard = noun.type == "hotline" and (first or not _definite(words, noun)) and _CALLS.match(words, noun.end)
    if who or where or name or missing or started or several or heard:
        each = len(who) > 1 and cue("each").search(words[: noun.start])
        facts = [replace(fact, operators=(one,)) for one in who] if each else [fact]
        yield from [replace(f, location=place) for f in facts for place in where] or facts
        if other := sorted_apart(words, noun):
            yield replace(fact, operators=(other[0],), count=other[1], location=None)
    elif _definite(words, noun):
        yield from _again(fact, known)


def _left_behind(annotated: Annotated, sentence: Sentence, words: str, noun: Noun, who: tuple[str, ...]) -> bool:
    """Whether victims only come home from it, out of another country: «the return of women *from a shelter* in Delhi»."""
    abroad = any(m.value != annotated.document.country and ":" not in m.value for m in sentence.of("place", "town"))
    return abroad and set(who) <= {"government"} and cue("home_again").search(words[: noun.start]) is not None


def _advises(words: str, noun: Noun) -> bool:
    """Whether a mere center gives advice and lodges nobody: «38 emergency centers for women, which offer legal counseling»."""
    what = words[max(0, noun.start - 20) : noun.end]
    if noun.type != "shelter" or noun.name or not _CENTER.search(what) or cue("lodges").search(words):
        return False
    return bool(cue("advises").search(words, max(0, noun.start - 20)))


def _settle(annotated: Annotated, sentence: Sentence, known: list[Facility], fact: Facility) -> None:
    """Who runs the one named last, of which only the opener was told: «It opened a home. The home, which nuns run, …»."""
    same = [n for n, f in enumerate(known) if f.type == fact.type]
    at = same[-1] if same else None
    if at is None or not _alike(known[at], fact) or (len(same) > 1 and sentence.index - told_in(annotated, known[at]) > NEAR):
        return
    if known[at].count == 1 and set(known[at].operators) == {"government"} and "government" not in fact.operators:
        known[at] = replace(known[at], operators=fact.operators)


def _alike(last: Facility, fact: Facility) -> bool:
    """Whether two facts may be about one facility: neither has a name or a place, and they are not for different people."""
    unnamed = (last.name, last.location, last.polarity) == (None, None, "affirmed")
    return unnamed and (not last.serves or not fact.serves or bool({*last.serves} & {*fact.serves}))


def _included(annotated: Annotated, sentence: Sentence, words: str, noun: Noun, here: list[Noun], known: list[Facility]) -> tuple[str, ...]:
    """Who runs the facilities of which this is a part: «the state ran nine shelters, including two transit centers»."""
    last = next((f for f in reversed(known) if sentence.start <= f.evidence[0].start < sentence.end), None)
    if last is None or last.polarity == "negated":
        return ()
    part = any(n.end <= noun.start and cue("including").match(words[n.end : noun.start]) for n in here)
    return last.operators if part else ()


def _of_others(before: str) -> bool:
    """Whether words before a noun tell what somebody does for facilities of others; where it is denied they are there still."""
    found = [*cue("of_others").finditer(before)]
    return bool(found and re.fullmatch(r"[^.;,]{0,40}", before[found[-1].end() :]))


def _definite(words: str, noun: Noun) -> bool:
    """Whether «the shelter» means one named before."""
    return bool(re.search(r"\b(?:the|this|that)\s+(?:\w+\s+)?$", words[: noun.start])) and not words[noun.start : noun.end].endswith("s")


def _again(fact: Facility, known: list[Facility]) -> Iterator[Facility]:
    """What is said of a facility once more, if it adds for whom it is."""
    last = next((f for f in reversed(known) if f.type == fact.type and f.polarity == "affirmed" and f.count in {1, None}), None)
    if last and fact.serves:
        yield replace(last, serves=fact.serves, evidence=fact.evidence, rule="facility.again")


def _planned(annotated: Annotated, sentence: Sentence, words: str, noun: Noun) -> bool:
    """Whether it is only asked for, planned or being built."""
    if not known(words, noun.start) and wished(annotated, sentence, sentence.start + noun.start, sentence.start + noun.end):
        return True
    near = " ".join(words[: noun.start].split()[-_LONG:]) + " "
    found = cue("planned").search(near)
    there = found and _definite(words, noun) and _GRANTED.match(found.group())
    if found and not there and not re.search(r"\b(?:which|that|and|in|its)\b", near[found.end() :]):
        return True
    return cue("unbuilt").match(words, noun.end + 1) is not None


def _kept(words: str, noun: Noun) -> bool:
    """Whether what is denied was a certain facility, which closed, and so has its place and number."""
    return bool(_closed(words, noun))


def _closed(words: str, noun: Noun) -> bool:
    before = words[max(0, noun.start - 50) : noun.start]
    ended = re.search(
        rf"\b(?:{facility_words('closed')[0][1].replace(' ', BLANK)})\s+(?:\w+\s+of\s+)?(?:the|its|a|an|one|two|three|four|five"
        rf"|\d+|another)\b[^.;,]*$",
        before,
    )
    after = _gone(words, noun.end)
    gone = after and not re.search(r"not\s+(?:\w+\s+)?exist|not\s+(?:yet\s+)?(?:available|established)|unavailable", after.group())
    return bool(ended or gone)


def _gone(words: str, end: int) -> re.Match[str] | None:
    """The words behind a noun that say that it is no more, or not yet, unless it closed for some weeks only."""
    found = re.match(facility_words("absent")[0][1].replace(" ", BLANK), words[end:])
    apart = found and (cue("for_a_time").search(words, end, end + found.end() + 60) or cue("another").search(found.group()))
    return None if apart else found


def _missing(annotated: Annotated, sentence: Sentence, words: str, noun: Noun) -> bool:
    """Whether the text says that there is none, that it closed, or that nobody may use it."""
    near = " ".join(words[: noun.start].split()[-_LONG:]) + " "
    if _TO_ANY.search(near) and not cue("lacks").search(near):
        return False
    if _NO.search(near) and not re.search(r"\bno (?:longer|fewer|more|less)\b", near):
        denied = qualify(annotated, sentence, annotated.token_at(sentence.start + noun.start)).polarity == "negated"
        return not _ANY.search(near) or denied or bool(cue("lacks").search(near) or _LACKS_ANY.search(near))
    if _closed(words, noun) or _gone(words, noun.end):
        return True
    if _NONE_OF.search(words[: noun.start]) and cue("working").match(words, noun.end + 1):
        return True
    if cue("before_nothing").search(near) and cue("nothing").match(words, noun.end + 1):
        return True
    barred = cue("lacks").search(words, max(0, noun.start - 70), noun.start)
    if barred and re.fullmatch(r"\s*(?:[\w'-]+\s+){0,4}", words[barred.end() : noun.start]):
        return True
    return any(denial.search(words[: noun.start]) for denial in (_NEVER, _LISTED, _INVERTED, _NEITHER_HAD)) and not re.search(
        r"\bdid not close\b", words
    )


def _listed_none(annotated: Annotated, sentence: Sentence, words: str, noun: Noun, here: list[Noun]) -> bool:
    """Whether a denial reaches on to the next of a list: «no shelters, hotlines, or other services»."""
    before = [n for n in here if n.end <= noun.start and _LIST.fullmatch(words, n.end, noun.start)]
    denied = bool(before) and _NO.search(" ".join(words[: before[-1].start].split()[-_LONG:]) + " ")
    return bool(denied) and _missing(annotated, sentence, words, before[-1])
