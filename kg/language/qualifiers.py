"""Qualifiers: whether a word of the text is negated, reported or only possible, and which cue says so.

The scopes are those of the ConText algorithm (Harkema et al. 2009): a cue reaches forward, backward or both ways within its
clause until a termination; a pseudo cue hides the shorter cues inside it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from kg.language.clauses import FINITE
from kg.language.model import Annotated, Clause, Sentence, Token
from kg.language.told_behind import leaving_them, source_around, subject_behind
from kg.vocabulary.measures import counted
from kg.vocabulary.qualifiers import GAP, Cue, Words, qualifiers, words_of

SUBORDINATING = frozenset({"although", "though", "while", "whereas", "because", "since", "if", "despite"})

PARTICIPIAL = words_of("failing")
BEFORE = frozenset({"before", "after", "when", "while", "upon"})
INDIRECT = frozenset({"that", "whether", "if", "how", "what", "who", "why", "which"})

RELATIVE = frozenset({"WP", "WDT", "WP$", "WRB"})
TOLD = frozenset({"reported"})
WHO = frozenset({"WP", "WP$"})
PAST = frozenset({"VBD", "VBN"})
NOUNS = frozenset({"NOUN", "PROPN"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PUNCT"})
OPENING = frozenset({'"', "“", "‘", "'", "``", ":", ";", "(", "—", "–", "-", "•", ".", "\n"})
"""Behind these a word may have a capital letter and be no name."""
GAP_WORDS = 7
"""How many words at most may stand in a gap."""
JOINING = frozenset({"and", "but", "while", "whereas", "although", "though"})


class Qualified(NamedTuple):
    """How a statement is qualified; ``cues`` are the words that say so."""

    polarity: Literal["affirmed", "negated"]
    certainty: Literal["stated", "reported", "possible"]
    cues: tuple[str, ...]


class _Found(NamedTuple):
    cue: Cue
    first: int
    last: int


def qualify(annotated: Annotated, sentence: Sentence, first: int, last: int | None = None) -> Qualified:
    """Qualify the tokens from ``first`` up to ``last`` (one token by default) by the cues that reach them."""
    last = first + 1 if last is None else last
    clause, tokens = _with_alternatives(annotated, sentence, sentence.clause_of(first)), annotated.tokens
    found = list(_found(tokens, sentence.first, max(clause.last, last)))
    ends = [f.first for f in found if "end" in f.cue.effects and not _aside(tokens, f)]
    heard = _heard_from(tokens, sentence, clause, first)
    reaching = [
        f for f in found if _reaches(f, tokens, first, last, _begun(f, tokens, clause, heard)) and not _ended(f, ends, tokens, first, last)
    ]
    effects = {e for f in reaching for e in f.cue.effects}
    told = "" if effects & {"reported", "possible"} else source_around(annotated, sentence, last)
    certainty: Literal["stated", "reported", "possible"] = (
        "possible" if "possible" in effects else "reported" if told or "reported" in effects else "stated"
    )
    return Qualified(
        "negated" if "negated" in effects else "affirmed",
        certainty,
        tuple(dict.fromkeys([annotated.words(f.first, f.last) for f in reaching] + ([told] if told else []))),
    )


def _with_alternatives(annotated: Annotated, sentence: Sentence, clause: Clause) -> Clause:
    """A clause and those before it that *or* joins without a subject of its own: did not arrest *or identify any*."""
    tokens = annotated.tokens
    while (
        clause.first > sentence.first
        and tokens[clause.first].lower in {"or", "nor"}
        and tokens[clause.first + 1].pos in {"VERB", "AUX", "ADV"}
    ):
        clause = Clause(sentence.clause_of(clause.first - 1).first, clause.last)
    return clause


def _heard_from(tokens: tuple[Token, ...], sentence: Sentence, clause: Clause, first: int) -> Mapping[str, int]:
    """Where the words begin in which what is told by a cue of a direction is told of a clause.

    What is told of people is told of the relative clause behind them: *reports of* girls *who are sold*; an adverb is of a further verb
    too, which *and* joins to the one beside it: they *reportedly* take girls to Oman *and sell* them.
    """
    joined = related = clause.first
    while joined > sentence.first and tokens[joined].lower in {"and", "or"} and _verb_next(tokens, joined + 1):
        joined = sentence.clause_of(joined - 1).first
    before = joined
    while before > sentence.first and tokens[before].tag in RELATIVE and tokens[before - 1].pos in NOUNS:
        before = related = sentence.clause_of(before - 1).first
    listed = min(related, _listed_from(tokens, sentence, clause, first))
    if tokens[before].tag in WHO and tokens[before - 1].text == ",":
        listed = min(listed, sentence.clause_of(before - 1).first)
    return {"clause": min(related, joined), "forward": related, "sentence": related, "of": listed}


def _begun(found: _Found, tokens: tuple[Token, ...], clause: Clause, heard: Mapping[str, int]) -> int:
    """Where the words begin in which a cue reaches a clause, whose subject may begin before: NGOs *said* traders *and police* take them."""
    subject = tokens[found.last : clause.first]
    if found.cue.effects == TOLD and subject and tokens[clause.first].lower in {"and", "or"} and _who(subject):
        return found.first
    return min(clause.first, heard.get(_kind(found, tokens), clause.first))


def _who(subject: Sequence[Token]) -> bool:
    """Whether words behind a cue are the first of those who are said to do something, and not a number of cases that was reported."""
    last = subject[-1]
    known = counted().get(last.lower)
    people = last.pos == "PROPN" or last.lower == "traffickers" or (known is not None and known.group in {"person", "official", "offender"})
    return people and all((t.pos in {*NOUNS, "ADJ", "DET", "PUNCT"} and t.tag != "NN") or t is last for t in subject)


def _kind(found: _Found, tokens: tuple[Token, ...]) -> str:
    """What says how far back a cue may stand: that it only reports, and in which direction, or that it ends with *of*."""
    if tokens[found.last - 1].lower == "of" and "reported" in found.cue.effects:
        return "of"
    return found.cue.direction if found.cue.effects == TOLD else ""


def _listed_from(tokens: tuple[Token, ...], sentence: Sentence, clause: Clause, first: int) -> int:
    """Where the list of people begins to which a clause with a participle belongs: *reports of* men *and women forced* to beg."""
    behind = tokens[first + 1].pos if first + 1 < sentence.last else ""
    people = all(t.pos in NOMINAL or t.lower in {"and", "or"} for t in tokens[clause.first : first])
    if clause.first == sentence.first or tokens[clause.first].lower not in {"and", "or"} or not people:
        return clause.first
    return sentence.clause_of(clause.first - 1).first if tokens[first].tag in PAST and behind in {"ADP", "PART"} else clause.first


def _verb_next(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a verb follows, without a subject of its own."""
    following = next((t for t in tokens[i:] if t.pos not in {"ADV", "PART"}), None)
    return following is not None and (following.tag in FINITE or following.tag == "VBN")


def _found(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[_Found]:
    """The cues from one token to another, left to right; where several begin at a token, the longest ones."""
    table, i = qualifiers(), first
    while i < last:
        begun = None if i > first and _in_name(tokens, i) else table.get(tokens[i].lower)
        held = begun.by(tokens[i + 1].lower if i + 1 < last else "") if begun else ()
        fitting = [(c, end) for c in held if (end := _ends(tokens, i, last, c))]
        if not fitting:
            i += 1
            continue
        longest = max(end for _, end in fitting)
        yield from (_Found(c, i, end) for c, end in fitting if end == longest)
        i = longest


def _in_name(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a word inside a sentence is written as names are: *May*, Law *No.* 4, the Ministry of Women and *Vulnerable* Groups."""
    return tokens[i].text.istitle() and len(tokens[i].text) > 1 and tokens[i - 1].text not in OPENING


def _ends(tokens: tuple[Token, ...], i: int, last: int, cue: Cue) -> int:
    """Where a cue ends that stands at a token, else 0; its first two words are known to stand there, or a gap is the second."""
    words = cue.words
    if GAP in words:
        return _past_gap(tokens, i, last, words)
    stands = len(words) <= 2 or (i + len(words) <= last and all(tokens[i + n].lower in words[n] for n in range(2, len(words))))
    return i + len(words) if stands else 0


def _past_gap(tokens: tuple[Token, ...], i: int, last: int, words: Words) -> int:
    """Where a cue ends between whose two words others may stand, none of them a verb: *told* the press in May *that*; else 0."""
    for end in range(i + 2, min(i + 2 + GAP_WORDS, last)):
        before = tokens[end - 1]
        if before.pos in {"VERB", "AUX", "PUNCT"} or before.text in {",", ";"}:
            return 0
        if tokens[end].lower in words[-1]:
            return end + 1 if tokens[end].tag == "IN" else 0
    return 0


def _reaches(found: _Found, tokens: tuple[Token, ...], first: int, last: int, clause: int) -> bool:
    """Whether a cue's direction and reach take in the words; only one of direction ``sentence`` reaches from another clause."""
    cue = found.cue
    if cue.effects & {"none", "end"} or (found.first < clause and cue.direction != "sentence"):
        return False
    ahead = found.last <= first and (not cue.reach or first - found.last < cue.reach)
    behind = found.first >= last and (not cue.reach or found.first - last < cue.reach)
    if cue.direction == "noun":
        return (
            ahead
            and tokens[first].pos not in {"VERB", "AUX"}
            and all(tokens[i].pos not in {"VERB", "AUX"} or tokens[i].tag == "VBG" for i in range(found.last, first))
        )
    return (cue.direction != "backward" and ahead) or (
        cue.direction in {"backward", "clause"} and behind and not _joined(tokens, found.first)
    )


def _resumed(tokens: tuple[Token, ...], low: int, end: int) -> bool:
    """Whether the main clause goes on at once behind *but*, after what was only to be: they believe that they will cook *but are* sold."""
    resumed = tokens[end].lower == "but" and end + 1 < len(tokens) and tokens[end + 1].tag in FINITE
    return resumed and any(t.lower in {"will", "would"} for t in tokens[low:end])


def _new_statement(tokens: tuple[Token, ...], low: int, first: int) -> bool:
    """Whether a statement with its own subject begins before the words: did not find that girls were sold, *and police arrested* 12."""
    for i in range(low, first):
        told = any(t.tag in FINITE for t in tokens[low:i])
        if told and i + 2 < first and tokens[i].text == "," and tokens[i + 1].lower in JOINING and tokens[i + 2].lower != "that":
            subject = [t.pos for t in tokens[i + 2 : first + 1]]
            verb = next((n for n, t in enumerate(tokens[i + 2 : first + 1]) if t.tag in FINITE), None)
            if verb and any(p in {"NOUN", "PROPN", "PRON"} for p in subject[:verb]):
                return True
    return False


def _of_teller(tokens: tuple[Token, ...], low: int, first: int) -> bool:
    """Whether the words are of what those did themselves who told something: NGOs reported 12 cases *and opened* a shelter."""
    joint = next((i for i in range(low, first) if tokens[i].lower in {"and", "but"} and tokens[i + 1].tag in FINITE), None)
    return joint is not None and tokens[low - 1].lower != "that" and not any(t.tag in FINITE for t in tokens[low:joint])


def _aside(tokens: tuple[Token, ...], found: _Found) -> bool:
    """Whether a termination only stands between commas inside a verb: did not, *however*, prosecute."""
    return (
        found.first > 1
        and tokens[found.first - 1].text == ","
        and found.last < len(tokens)
        and tokens[found.last].text == ","
        and (tokens[found.first - 2].pos == "AUX" or tokens[found.first - 2].lower in {"not", "n't", "never"})
    )


def _joined(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a cue is about what follows only: men and, *reportedly*, boys; investigated three for *allegedly* protecting brothels;
    acquitted one, *allegedly* after a bribe; arrested guards *allegedly* involved in it.
    """
    before = i - 2 if i > 1 and tokens[i - 1].text == "," else i - 1
    if before < 0:
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    charged = tokens[before].pos in {"ADP", "SCONJ"} and before == i - 1 and following.tag == "VBG"
    apart = before == i - 2 and following.pos in {"ADP", "SCONJ"} and following.lower not in {"to", "by"}
    described = tokens[i].pos == "ADV" and tokens[i - 1].pos in {"NOUN", "PROPN"} and (following.pos == "ADJ" or following.tag == "VBN")
    return charged or apart or described or tokens[before].lower in {"and", "or"}


def _ended(found: _Found, ends: list[int], tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a termination, or the end of a relative clause, lies between a cue and the words."""
    low, high = (found.last, first) if found.last <= first else (last, found.first)
    if any(low <= end < high and (found.cue.direction != "sentence" or _resumed(tokens, low, end)) for end in ends):
        return True
    if found.cue.direction == "sentence" and "negated" in found.cue.effects and _new_statement(tokens, found.last, first):
        return True
    if found.cue.effects == TOLD and found.cue.direction == "sentence" and _of_teller(tokens, found.last, first):
        return True
    if found.last == found.first + 1 and tokens[found.first].lower == "without" and _finite(tokens, found.last, first):
        return True
    if found.last > first:
        return _told_of_them(tokens, last, found.first) or leaving_them(tokens, last, found.first)
    if found.cue.direction != "sentence" and _modified_over(tokens, found.first, first):
        return True
    if "negated" in found.cue.effects and (_participle_over(tokens, found, first) or _other_predicate(tokens, found, first)):
        return True
    if "possible" in found.cue.effects and _further(tokens, found.last, first):
        return True
    inside = {"negated", "reported"} & found.cue.effects or tokens[found.first].tag == "MD"
    return bool(inside) and (_relative_over(tokens, found.first, first) or _subordinate_over(tokens, found.first, first))


def _told_of_them(tokens: tuple[Token, ...], last: int, cue: int) -> bool:
    """Whether a cue behind is in a clause that tells more of some: sent home 80 boys, *some of whom were beaten, according to* them."""
    opened = next(
        (i for i in range(max(3, last), cue) if tokens[i].lower in {"whom", "who"} and "," in {tokens[i - 1].text, tokens[i - 3].text}),
        None,
    )
    return opened is not None and not any(tokens[i].text == "," for i in range(opened, cue - 1))


def _participle_over(tokens: tuple[Token, ...], found: _Found, first: int) -> bool:
    """Whether a cue is in a participle's phrase that a comma ends before the words: *Unable to pay,* she left."""
    opens = found.first - (tokens[found.first - 1].lower in {"having", "being"}) if found.first else 0
    bare = opens < found.first or tokens[found.first].lower in PARTICIPIAL
    alone = opens == 0 or tokens[opens - 1].text in {",", ".", ";"} or tokens[opens].text[:1].isupper()
    return bare and alone and any(tokens[i].text == "," and _verbal(tokens, i, first) for i in range(found.last, first))


def _other_predicate(tokens: tuple[Token, ...], found: _Found, first: int) -> bool:
    """Whether the words are past the verb that is denied: those who did not know *jailed* her; it did not ask before *jailing* her."""
    between = range(found.last, first)
    if any(tokens[i].lower in BEFORE and tokens[i + 1].tag == "VBG" for i in between):
        return True
    governs = tokens[found.last - 1].lower == "to" or (
        found.first and tokens[found.first - 1].lower in {"did", "does", "do", "could", "can"}
    )
    if not governs or tokens[first].tag not in {"VBD", "VBZ"}:
        return False
    return any(tokens[i].tag == "VB" for i in between) and not any(tokens[i].lower in INDIRECT for i in between)


def _further(tokens: tuple[Token, ...], low: int, first: int) -> bool:
    """Whether a relative clause behind a comma, which tells something of its own, begins before the words: …, *some of whom owe* $500."""
    opened = next((i for i in range(low, first) if tokens[i].lower in {"whom", "who", "which"}), None)
    return opened is not None and any(tokens[i].text == "," for i in range(max(low, opened - 3), opened))


def _finite(tokens: tuple[Token, ...], low: int, high: int) -> bool:
    """Whether a finite verb stands among the tokens, so that *without* only modified its subject: men *without papers* were deported."""
    return any(t.tag in FINITE for t in tokens[low : high + 1])


def _relative_over(tokens: tuple[Token, ...], cue: int, first: int) -> bool:
    """Whether a cue stands in a relative clause that a comma ends before the words: the state, *which has not signed,* convicted."""
    opened = any(
        tokens[i].lower in {"which", "who", "whose", "whom"} and "," in {tokens[i - 1].text, tokens[i - 3].text}
        for i in range(max(3, cue - 8), cue)
    )
    return opened and any(tokens[i].text == "," and _predicate(tokens, i + 1) for i in range(cue, first))


def _modified_over(tokens: tuple[Token, ...], cue: int, first: int) -> bool:
    """Whether a cue's relative clause without commas, or participle, ends with the verb of its noun: women *who may owe fees* are sold."""
    if cue and tokens[cue - 1].pos in {*NOUNS, "PRON"} and (tokens[cue].tag == "VBN" or _describing(tokens, cue)):
        behind = range(cue + 1, first + 1)
        verb = next((i for i in behind if tokens[i].tag in FINITE), None)
        return verb is not None and not any(tokens[i].pos in {"CCONJ", "SCONJ"} or tokens[i].text == "," for i in range(cue, verb))
    opened = next((i for i in range(cue, max(0, cue - 4), -1) if tokens[i].tag in {"WP", "WDT"}), None)
    if opened is None or tokens[opened - 1].pos not in {"NOUN", "PROPN", "PRON", "NUM"}:
        return False
    held = [i for i in range(opened + 1, first + 1) if tokens[i].tag in FINITE]
    if len(held) < 2 or any(tokens[i].pos in {"CCONJ", "SCONJ"} or tokens[i].text == "," for i in range(opened + 1, held[1])):
        return False
    before = held[1] - 1
    while before > held[0] and tokens[before].pos == "ADV":
        before -= 1
    return held[1] > cue and before > held[0] and tokens[before].pos in {"NOUN", "PROPN", "NUM"}


def _describing(tokens: tuple[Token, ...], cue: int) -> bool:
    """Whether an adverb stands in words that describe a noun: officials *reportedly complicit* in it, those *allegedly involving* them."""
    following = tokens[cue + 1] if cue + 1 < len(tokens) else tokens[cue]
    return tokens[cue].pos == "ADV" and (following.pos == "ADJ" or following.tag in {"VBN", "VBG"})


def _predicate(tokens: tuple[Token, ...], i: int) -> bool:
    return tokens[i].tag in FINITE or (tokens[i].tag == "VBN" and tokens[i + 1].pos in {"NUM", "DET"})


def _subordinate_over(tokens: tuple[Token, ...], cue: int, first: int) -> bool:
    """Whether a cue stands in a subordinate clause that a comma ends before the words: *Although it did not sign,* it convicted."""
    start = next((i for i in range(cue - 1, max(0, cue - 14), -1) if tokens[i].text in {".", ",", ";"}), cue - 14)
    opened = any(tokens[i].lower in SUBORDINATING for i in range(max(0, start), cue))
    subject = opened and subject_behind(tokens, first)
    return opened and any(
        tokens[i].text == ","
        and tokens[i + 1].pos in {"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"}
        and (_verbal(tokens, i, first) or subject or tokens[i + 1].lower == "no")
        for i in range(cue, first)
    )


def _verbal(tokens: tuple[Token, ...], comma: int, first: int) -> bool:
    """Whether a finite verb follows a comma up to the words, which then belong to a clause of their own."""
    return any(t.tag in FINITE for t in tokens[comma + 1 : first + 1])
