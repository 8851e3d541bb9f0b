"""Reading of complicity: who among officials is said to take part in trafficking, and what was done about it."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kg.facts.complicity import Complicity
from kg.facts.model import Certainty, Fact, Polarity
from kg.facts.reading.complicity_pursuit import Pursuit, denied, of_this_subject, only_tried, pursuits
from kg.facts.reading.complicity_words import Who, cue, named_officials, names, took_part
from kg.facts.reading.periods import period_in
from kg.facts.reading.subject import told_of_trafficking
from kg.facts.reading.wishes import wished
from kg.facts.reading.wording import clause_evidence, folded
from kg.language.model import Annotated, Clause, Sentence
from kg.language.qualifiers import qualify
from kg.language.sieve import search
from kg.vocabulary.complicity_words import complicity_words

_LEAD: Final = re.compile(r"^(?:\W|and\b|but\b|yet\b|while\b|nor\b)*|,\s+(?:and|but|yet)\s+(?=(?:he|she|they|both|none|one|two)\b)")
_BREAKS: Final = frozenset({"but", "while", "whereas", "although", "however", "nor", "though", "yet", ":"})
_SUBJECTS: Final = frozenset(
    {"the", "it", "they", "there", "no", "authorities", "two", "one", "both", "neither", "none", "he", "she", "an"}
)
_UNSAID: Final = re.compile(
    r"\bno (?:\w+ )?(?:reports?|evidence|allegations?|indications?|signs?|suggestions?|proof)\b"
    r"|\bno (?:\w+ )?(?:cases?|instances?|incidents?|examples?) (?:of|in which|where)\b"
    r"|\b(?:was|were|is|are|been) (?:not|never) (?:\w+ )?"
    r"(?:complicit|involved|implicated)\b|\bden(?:y|ied|ies|ying) (?:that|any|having)\b(?![^.;]*\b(?:despite|although)\b)"
)
_OF_ALLEGATIONS: Final = re.compile(
    r"(?:^|, (?:and |but )?)\W*(?:[\w-]+ ){0,3}(?:allegations|reports|claims|complaints|accusations) (?:that|of|against)\b"
    r"[^,;]*\b(?:was|were|been) (?:not |never |being )?$"
)
"""Allegations are the subject of what was done about them."""
_OPENED: Final = re.compile(
    r"\b(?:open|launch|start|initiat)ed (?P<no>no )?(?:an? )?(?:\w+ )?(?:inquiry|investigation|probe)\b(?! (?:into|of|against|on|for)\b)"
    r"|\binvestigat(?:ed?|ing) (?:any of )?(?:these|those|such|the|this) "
    r"(?:allegations?|reports?|claims?|accusations?|complaints?)\b(?! (?:of|that|about|against)\b)"
)
_SOME_OF: Final = re.compile(r"\b(?:elements|members|units|soldiers|officers|commanders|parts) of (?:the |its )?(?:[\w'-]+ ){0,2}$")
"""Before an army, what says that only some of it did something: *elements of the national* army forced villagers."""
_VICE: Final = re.compile(r"\b(?:corruption|complicity|collusion)\s+(?:among|by|of|within|in)\b")
_SUBJECT: Final = re.compile(r"traffick|forced|labor|prostitut|child|victim|smuggl|brothel|servitude|sex")
_DESPITE: Final = re.compile(r"(?:despite|notwithstanding|given|amid)\s[^,;]*,")
_OF_CRIMES: Final = re.compile(
    r"(?:,?\s+(?!(?:of|into)\b)\w+){0,8}?\s+(?:of|into)\s+(?:\w+\s+){0,3}(?:offen[sc]es|crimes|traffickers|offenders|trafficking|forced)\b"
)
"""Behind an inquiry, that it is into crimes of others: the investigation and prosecution *of trafficking offenses* remained weak."""
_INQUIRY: Final = re.compile(r"(?:an?|the|this|no)\s+(?:\w+\s+)?(?:inquir|investigation|prosecution|probe|trial)")
_DENIALS: Final = frozenset({"no", "not", "n't", "never", "none", "neither", "nor"})
_CONTRAST: Final = re.compile(r"\b(?:but|however|although|though|despite|while|nevertheless)\b")
_SOME: Final = re.compile(r"\b(?:some|others|they|many)(?:\s+of\s+(?:them|these))?(?:\s+\w+ly)?\s+$")
_NOT_SO: Final = re.compile(
    r"\b(?:(?:no longer|not|never|ended|without)\b(?:\s+\w+){0,3}"
    r"|no\s+(?:\w+\s+)?(?:evidence|indications?|reports?|information|signs?)\s+(?:that|of)(?:\s+(?:the|any))?)\s*$"
)
_BACK: Final = re.compile(
    r"\b(?:any|none|one|two|three|four|five|six|several|some|both|each|either|neither|all|many|most)\s+of\s+"
    r"(?:them|these|those|the\s+(?:two|three|four|five|six|seven|eight|nine|ten|men|officers|officials|latter|accused|suspects|pair))\b"
    r"|(?<=\bagainst )(?:them|him|her)\b"
)


class _Part(NamedTuple):
    """A stretch of a sentence with the officials that it names and those named before it."""

    annotated: Annotated
    sentence: Sentence
    clause: Clause
    words: str
    who: list[Who]
    before: str | None


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read complicity outside the recommendations; what follows an official's part may say what became of him."""
    before: str | None = None
    group = -1
    for sentence in annotated.sentences:
        words = folded(annotated.words(sentence.first, sentence.last))
        heard = sentence.section not in {"recommendations", "header"} and (before or _relevant(words))
        if not (heard and told_of_trafficking(annotated, sentence, goes_on=before is not None)):
            before = None
            continue
        law = _prescribed(annotated, sentence, words)
        last, told = before, False
        for clause in (c for stretch in _stretches(annotated, sentence) for c in _outside(stretch, law)):
            held = _certain(folded(annotated.words(clause.first, clause.last)))
            part = _Part(annotated, sentence, clause, held, _named(held, last), last)
            for fact in _facts(part):
                yield fact
                last, told = fact.who, True
        before = last if told or sentence.group == group else None
        group = sentence.group


def _prescribed(annotated: Annotated, sentence: Sentence, words: str) -> Clause | None:
    """The part of a sentence that tells what a law says about officials, not what any of them did: up to another clause on the past."""
    found = search(cue("prescribed"), words)
    if found is None or _CONTRAST.search(words):
        return None
    tokens = annotated.tokens
    law = sentence.clause_of(annotated.token_at(tokens[sentence.first].start + found.end() - 1))
    past = (
        c.first
        for c in sentence.clauses
        if c.first > law.first and tokens[c.first].lower in {"and", "while"} and any(t.tag == "VBD" for t in tokens[c.first : c.last])
    )
    return Clause(law.first, next(past, sentence.last))


def _outside(stretch: Clause, law: Clause | None) -> Iterator[Clause]:
    """What of a stretch lies outside a part of the sentence."""
    if law is None:
        yield stretch
        return
    for first, last in ((stretch.first, min(stretch.last, law.first)), (max(stretch.first, law.last), stretch.last)):
        if first < last:
            yield Clause(first, last)


def _certain(words: str) -> str:
    """The words with blanks for a denial that affirms: *no doubt that*, *nobody disputed that*."""
    return cue("sure").sub(lambda found: " " * len(found.group()), words)


def _named(words: str, before: str | None) -> list[Who]:
    """The officials of a stretch, and those whom words like «any of them» or bare «officers» take up again."""
    again = (Who(before, m.start(), m.end()) for m in _BACK.finditer(words)) if before else ()
    found = (w._replace(name=before) if before and w.name == "officers" else w for w in named_officials(words))
    return sorted((*found, *again), key=lambda w: w.start)


_NOT_PURSUED: Final = re.compile(
    r"\bno\s+(?:\w+\s+)?reports?\s+(?:of|that)\s+(?=(?:[\w-]+\s+){0,3}(?:investigat|prosecut|convict|arrest|punish|disciplin))"
)
"""Where it is reports of what was done about officials that there are none of, not of what these did."""
_UNTRUE: Final = re.compile(
    r"\b(?:reports?|rumou?rs?|claims?|allegations?|accusations?)\b[^;.]*\b(?:was|were|proved|proven|turned out)(?: to be)? "
    r"(?:false|untrue|unfounded|baseless|withdrawn)\b"
)
"""What turned out not to be so: *reports that* an officer had been arrested *proved to be false*."""
_ANYWHERE: Final = re.compile(
    r"\b(?:throughout|around|across|all over) the (?:world|globe)\b|\b(?:worldwide|globally)\b|\bin (?:many|most|all) countries\b"
)
"""What holds everywhere, and says nothing of this country: traffickers *throughout the world* go unpunished."""
_UNRELATED: Final = re.compile(r"\b(?:unrelated|not related) to (?:human |sex |labor )?trafficking\b")


def _relevant(words: str) -> bool:
    return bool(search(cue("quick", "who"), words)) and bool(search(cue("quick", "part"), words))


def _stretches(annotated: Annotated, sentence: Sentence) -> Iterator[Clause]:
    """The sentence cut where a contrast or another subject begins."""
    tokens, first = annotated.tokens, sentence.first
    for i in range(sentence.first + 1, sentence.last - 1):
        opens = (tokens[i].lower in _BREAKS and not (tokens[i].lower == "nor" and tokens[i + 1].tag in {"VBN", "VBD"})) or (
            tokens[i].lower in {"and", "which"} and tokens[i - 1].text == "," and tokens[i + 1].lower in _SUBJECTS
        )
        if opens and i > first and _about(annotated.words(first, i)):
            yield Clause(first, i)
            first = i
    yield Clause(first, sentence.last)


def _about(text: str) -> bool:
    words = folded(text)
    named = bool(named_officials(words)) and any(cue(role).search(words) for role in ("noun", "act", "status", "pursuit"))
    return named or any(search(cue("concern", value), words) for value in ("official", "said", "by"))


def _facts(part: _Part) -> Iterator[Complicity]:
    words, who = part.words, part.who
    if _UNTRUE.search(words) or _UNRELATED.search(words) or _ANYWHERE.search(words):
        return
    if (found := search(cue("government"), words)) and not _of_officials(words, found) and not _SOME_OF.search(words[: found.start()]):
        no = bool(_NOT_SO.search(words[: found.start()]))
        no = no or bool(re.match(r"[^,;]*\b(?:did|does|has|no|do)\s+(?:not|longer)\b(?!\s+\w+\s+(?:\w+\s+)?laws?\b)", found.group()))
        polarity: Polarity = "negated" if no else "affirmed"
        yield _fact(part, ("alleged", polarity, _certainty(part)), "government", "government")
        return
    if re.search(r"\bimpunity\b", words) and (who or "official" in words):
        yield _fact(part, ("punished", "negated", "stated"), names(who), "impunity")
        if (search(cue("concern"), words) and _VICE.search(words)) or (search(cue("act"), words) and took_part(words, who)):
            yield _fact(part, ("alleged", "affirmed", _certainty(part)), names(who), "alleged")
        return
    yield from _pursued(part)


def _of_officials(words: str, found: re.Match[str]) -> bool:
    """Whether the government is said to pursue its officials, or only to act against what others do."""
    return bool(re.search(r"\b(?:prosecut|convict|investigat|punish|arrest)\w*\b.*\bofficials?\b", words[: found.end()]))


def _pursued(part: _Part) -> Iterator[Complicity]:
    """What was done: investigated, prosecuted, convicted, punished, or not; and what is alleged."""
    words, who = part.words, part.who
    took = took_part(words, who)
    concern = search(cue("concern"), words)
    if concern and took is None and part.sentence.section == "other" and not _SUBJECT.search(words):
        concern = None
    still = part.before if part.before and cue("back").search(words) else None
    undone = [*_undone(words, "undone" if concern or who or still else ""), *_undone(words, "left" if took or concern or still else "")]
    for status in undone:
        yield _fact(part, (status, "negated", "stated"), names(who) if who or not still else still, "undone")
    told = [p for p in pursuits(words, who) if took or concern or part.before or _tried(part, p.start)]
    done = [p for p in told if not _wished(part, p.start) and (p.denied or p.status not in undone)]
    asked = not done and (bool(told) or only_tried(words, who))
    for pursuit in done:
        polarity: Polarity = "negated" if pursuit.denied else "affirmed"
        held = _told(part, pursuit.start, pursuit.who)
        yield _fact(part, (pursuit.status, polarity, held), names(pursuit.who), "pursued")
    if not took and not concern:
        yield from (fact for fact in _again(part) if fact.status not in {p.status for p in done})
    elif (
        (took or concern)
        and (not (done or asked) or undone or search(cue("alleging"), _NOT_PURSUED.sub(" ", words)) or _set_apart(part, done))
        and not (took is None and _only_cause(words, concern))
    ):
        nobody = took and cue("none_of").search(words[: took[0].start])
        unsaid = bool((nobody and not undone) or _unsaid(words)) and not done
        own = _set_apart(part, done) and not _heard(words.partition(",")[0])
        plain = (unsaid and not search(cue("denies"), words)) or (own and done)
        certainty: Certainty = "stated" if plain else "reported" if done else _certainty(part)
        objects = took or who
        yield _fact(part, ("alleged", "negated" if unsaid else "affirmed", certainty), names(objects), "alleged")


def _undone(words: str, role: str) -> list[str]:
    """The statuses that words of a role say of themselves were not reached: «went unpunished»."""
    return [status for status in dict.fromkeys(s for s, _ in complicity_words(role)) if search(cue(role, status), words)] if role else []


def _unsaid(words: str) -> bool:
    """Whether what words deny, or say that nobody reported, is that officials took part: it is the first such thing named, right behind."""
    parts = sorted((m.span() for role in ("act", "noun", "concern") for m in cue(role).finditer(words)), key=lambda s: s[0])
    first = next(iter(parts), None)
    found = (m for m in _UNSAID.finditer(words) if first is None or m.start() <= first[1])
    return any(first is None or cue("turn").search(words, m.end(), max(m.end(), first[0])) is None for m in found)


def _heard(words: str) -> bool:
    return bool(search(cue("hearsay"), words) or search(cue("alleging"), words))


def _set_apart(part: _Part, done: list[Pursuit]) -> bool:
    """Whether complicity is told in a clause of its own: «Despite official complicity, the government did not …»."""
    opened = _DESPITE.match(part.words)
    return bool(opened and cue("concern").search(opened.group())) and all(p.start >= opened.end() for p in done if opened)


def _told(part: _Part, start: int, who: list[Who]) -> Certainty:
    """Whether somebody is said to tell what was done, or not to have told that it was: by words before the verb and the officials."""
    before = part.words[:start]
    if re.search(r"\b(?:not|never|no|failed to)\b[^,;.]*\breport|\breport\w*\s+(?:no|neither|zero)\b", before):
        return "reported"
    if _OF_ALLEGATIONS.search(before):
        return "stated"
    token = part.annotated.token_at(part.annotated.tokens[part.clause.first].start + start)
    qualified = qualify(part.annotated, part.sentence, token)
    opened = _DESPITE.match(part.words)
    cut = opened.end() if opened and opened.end() <= start else 0  # who tells of complicity does not tell what was done
    before = part.words[cut : min([start, *(w.start for w in who if w.start >= cut)])]
    heard = (before.rpartition(folded(c)) for c in qualified.cues if c.lower() not in _DENIALS)
    governing = any(cue and (not ahead.strip() or "," not in after) for ahead, cue, after in heard)
    return "reported" if qualified.certainty == "reported" and governing else "stated"


def _wished(part: _Part, start: int) -> bool:
    """Whether what would be done about officials is only asked for or promised."""
    return wished(part.annotated, part.sentence, part.annotated.tokens[part.clause.first].start + start)


def _tried(part: _Part, start: int) -> bool:
    """Whether the pursuit is of this subject; in a narrative on trafficking it is so where no other charge is named."""
    named = re.search(r"\b(?:for|with|on)\b", part.words[start : start + 110])
    return of_this_subject(part.words, start) or (part.sentence.section != "other" and named is None)


def _only_cause(words: str, concern: re.Match[str] | None) -> bool:
    """Whether corruption is only listed among the causes of something else."""
    return bool(concern and cue("cause").search(words[: concern.start()][-90:]))


def _again(part: _Part) -> Iterator[Complicity]:
    """What became of officials that the words before name: «two were dismissed», «nobody was charged»."""
    for match in cue("act").finditer(part.words) if part.before else ():
        if part.before and _SOME.search(part.words[: match.start()]):
            yield _fact(part, ("alleged", "affirmed", _certainty(part)), part.before, "again")
            return
    opened = _OPENED.search(part.words) if part.before else None
    told = opened and (opened["no"] or not any(w.end <= opened.start() for w in part.who))
    if opened and part.before and told:
        polarity: Polarity = "negated" if opened["no"] or denied(part.words, opened.start()) else "affirmed"
        yield _fact(part, ("investigated", polarity, "stated"), part.before, "again")
    starts = [m.end() for m in _LEAD.finditer(part.words)] if part.before else []
    found = next((f for start in starts if (f := cue("again").match(part.words, start))), None)
    if found is None or part.before is None or (_INQUIRY.match(found.group()) and _OF_CRIMES.match(part.words, found.end())):
        return
    for value, _ in complicity_words("status"):
        wanted = cue(
            "pursuit" if re.match(r"(?:an?|the|this|no) (?:\w+ )?(?:inquiry|investigation|probe)", found.group()) else "status", value
        )
        if said := wanted.search(part.words, found.start(), found.end() + 90):
            no = denied(part.words, said.start() + 1) or said.group().endswith("without charge")
            yield _fact(part, (value, "negated" if no else "affirmed", "stated"), part.before, "again")


def _certainty(part: _Part) -> Certainty:
    if cue("hearsay").search(part.words):
        return "reported"
    return qualify(part.annotated, part.sentence, part.clause.last - 1).certainty


def _fact(part: _Part, said: tuple[str, Polarity, Certainty], who: str, rule: str) -> Complicity:
    status, polarity, certainty = said
    return Complicity(
        doc=part.annotated.document.id,
        status=status,
        country=part.annotated.document.country,
        who=who,
        polarity=polarity,
        certainty=certainty,
        period=period_in(part.annotated, part.sentence, part.clause),
        evidence=(clause_evidence(part.annotated, part.clause),),
        rule=f"complicity.{rule}",
    )
