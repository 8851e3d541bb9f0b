"""What a flow says besides its places: who is exploited, how, and how sure the text is."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.facts.model import CERTAINTIES, Certainty, ordered
from kg.facts.reading.flow_context import Context
from kg.facts.reading.flow_parts import Element
from kg.language.clauses import FINITE
from kg.language.people import People
from kg.language.qualifiers import Qualified, qualify
from kg.language.whereabouts import Whereabout
from kg.vocabulary.flow_words import flow_words


def qualified(at: Context) -> Qualified:
    """How the statement is qualified: by its most certain verb; what may befall people is possible."""
    found = [_shared(at, verb, _of_verb(at, verb)) for verb in at.evidence]
    state = min(found, key=lambda q: CERTAINTIES.index(q.certainty))
    called = qualify(at.annotated, at.sentence, at.role.first) if at.role else None
    if at.role and called and called.polarity == "negated" and at.annotated.tokens[at.role.last].lower in {"for", "of"}:
        state = state._replace(polarity="negated")
    doubted = called is not None and called.certainty == "possible"
    if {e.value for e in at.evidence} == {"trade"} and _unseen(at):
        return state._replace(polarity="negated", certainty="stated")
    if state.certainty != "stated" and _came_to_nothing(at):
        return state._replace(polarity="negated", certainty="stated")
    state = state._replace(certainty="possible") if doubted or _presumed(at) else state
    if state.certainty == "stated" and _only_heard(at):
        return state._replace(certainty="reported")
    return _as_brought(at, state) if state.certainty == "stated" else state


def _only_heard(at: Context) -> bool:
    """True for "there were reports of *women who were sold*", whose clause is one of its own."""
    first = min((p.first for g in at.frame.people for p in g.people), default=at.sentence.first)
    ahead = [t.lower for t in at.annotated.tokens[max(at.sentence.first, first - _HEARD) : first]]
    heard = len(ahead) > 1 and ahead[-1] == "of" and ahead[-2] in {"reports", "allegations", "accounts", "claims", "rumors"}
    return heard and bool(set(ahead) & {"there", "received", "heard"})


def _as_brought(at: Context, state: Qualified) -> Qualified:
    """What befalls people in a relative clause is as sure as that they come there: "are *reportedly* sent to Oman, where they are sold"."""
    tokens = at.annotated.tokens
    first = min((v.first for v in at.evidence if v.value != "transit"), default=at.frame.first)
    moved = [v for v in at.frame.verbs if v.last <= first and (v.value == "transit" or (v.value == "move" and v not in at.evidence))]
    if not moved or not any(t.lower in flow_words("relative") for t in tokens[moved[-1].last : first]):
        return state
    told = [q for q in (_of_verb(at, v) for v in reversed(moved)) if q.certainty != "stated" and q.polarity == "affirmed"]
    return state._replace(certainty=told[0].certainty) if told else state


def of_end(at: Context, end: Whereabout) -> Certainty:
    """How sure it is that people come to an end of the way, by a verb of its own: forced to beg in Oman *and may be taken* to Iraq."""
    before = [v for v in (*at.frame.verbs, *at.evidence) if v.kind == "verb" and v.last <= end.first]
    verb = max(before, key=lambda v: v.first, default=None)
    if verb is None or verb.first < at.sentence.first:
        return "stated"
    begun = at.sentence.clause_of(verb.first).first
    if begun == at.sentence.first or not any(v.first < begun for v in at.evidence):
        return "stated"
    own = _of_verb(at, verb)
    return own.certainty if own.polarity == "affirmed" else "stated"


def _came_to_nothing(at: Context) -> bool:
    """True where what was only feared or claimed is then denied: "…; *none ever was*", ", but none were"."""
    behind = [t.lower for t in at.annotated.tokens[at.frame.last : at.frame.last + _DENIED]]
    none = next((n for n, word in enumerate(behind) if word in {"none", "nobody"}), len(behind))
    rest = [w for w in behind[none + 1 :] if w not in {"ever", "of", "them", "in", "fact"}]
    return len(rest) > 1 and rest[0] in {"was", "were", "did", "has", "have"} and rest[1] in {".", ";", ",", "been", "so"}


def _unseen(at: Context) -> bool:
    """True for "the trafficking of women through Chad *was not observed*"."""
    behind = [t.lower for t in at.annotated.tokens[at.frame.last : at.frame.last + 4]]
    words = [w for w in behind if w not in {"has", "have", "had", "been", "was", "were", "is", "longer"}]
    return words[:1] in (["not"], ["no"]) and len(words) > 1 and words[1] in flow_words("seen") and behind[0] != words[0]


def _shared(at: Context, verb: Element, own: Qualified) -> Qualified:
    """How a participle is qualified that shares the auxiliary of the one before it: "might be taken to Oman and forced to beg"."""
    tokens = at.annotated.tokens
    earlier = [v for v in at.frame.verbs if v.last < verb.first and v.voice == "passive" and tokens[v.first].tag in {"VBN", "VBD"}]
    joined = tokens[verb.first - 1].lower in {"and", "or"} and tokens[verb.first].tag in {"VBN", "VBD"}
    if own.certainty != "stated" or not earlier or not joined:
        return own
    between = tokens[earlier[-1].last : verb.first - 1]
    if any(t.pos in {"AUX", "VERB"} or t.tag in {"WP", "WDT"} or t.text in {",", ";"} for t in between):
        return own
    before = _of_verb(at, earlier[-1])
    return own._replace(certainty=before.certainty, cues=(*before.cues, *own.cues)) if before.certainty != "stated" else own


def _presumed(at: Context) -> bool:
    """True for possible, potential or suspected victims."""
    words = [t.lower for g in at.frame.people for p in g.people if p.kind == "victim" for t in at.annotated.tokens[p.first : p.last]]
    return bool(set(words) & flow_words("presumed"))


_HEARD = 9
"""How many tokens before people may say that there are reports of them."""
_RISKY = ("vulnerable", "at risk", "susceptible")
"""Cues that make a risk possible, and say nothing of what is done to others in the same clause."""
_DENIED = 8
"""How many tokens behind a statement may deny it."""
_RISKED = 4
"""How many tokens may stand between a risk and what may befall people: "at risk of being trafficked"."""
_CLAUSE = 22
"""How many tokens before a verb a clause about its subject may begin."""
_SHORT = 8
"""How many tokens it may have where nothing in it need be denied."""
_RELATIVE = frozenset({"who", "whose", "where", "which"})
_NEGATIONS = frozenset({"no", "not", "never", "n't", "neither", "nor", "none", "no longer", "denied", "denies", "deny"})


def _of_verb(at: Context, verb: Element) -> Qualified:
    one = qualify(at.annotated, at.sentence, verb.first)
    ahead = [t.lower for t in at.annotated.tokens[at.sentence.first : verb.first]]
    unheard = {b for a, b in pairwise(ahead) if a == "no" and b in flow_words("unreported")}
    unreported = {"no"} if unheard else set[str]()
    acted = max((n + 1 for n, word in enumerate(ahead) if word in flow_words("inquiry")), default=0)
    restricting = {"none"} if at.annotated.tokens[verb.first].tag in {"VBN", "VBD"} else set[str]()
    near = (set(ahead[max(acted, len(ahead) - 5) :]) - restricting) | unreported
    certainty = one.certainty
    if certainty == "possible" and _of_place(at, one):
        certainty = "stated"
    risked = any(r.value == "risk" and 0 <= verb.first - r.last <= _RISKED for r in at.frame.verbs)
    risked = risked or (verb.value == "make" and any(r.value == "risk" and 0 <= r.first - verb.last <= _RISKED for r in at.frame.verbs))
    if certainty == "possible" and verb.value != "risk" and not risked and all(c.lower().startswith(_RISKY) for c in one.cues):
        certainty = "stated"
    named = at.annotated.tokens[verb.first].lower == "trafficking" and (verb.voice == "active" or at.frame.object_of == "trade")
    named = named or (verb.voice == "active" and at.annotated.tokens[verb.first].tag == "VBG" and bool(at.frame.object_of))
    charged = named and set(ahead) & flow_words("charged")
    if certainty == "stated" and (ahead[:2] == ["as", "reported"] or charged):
        certainty = "reported"
    if certainty != "possible" and _hedged_behind(at, verb):
        certainty = "possible"
    told = bool(near & _NEGATIONS) or any(_denial(c) for c in one.cues) or _instead(ahead)
    told = told or (verb.value == "trade" and any(c.lower().startswith("not been") for c in one.cues))
    told = told or (any(c.lower() in flow_words("nobody") for c in one.cues) and _finite(at, verb))
    denied = one.polarity == "negated" and told and not _unfree(at, verb) and (_instead(ahead) or not _of_subject(at, verb))
    denied = denied or _nobody(at, verb)
    if denied and unheard - {"confirmed"} and not (at.sentence.section == "other" and "reports" in ahead):
        certainty = "stated"
    return one._replace(polarity="negated" if denied else "affirmed", certainty="possible" if verb.value == "risk" or risked else certainty)


def _denial(cue: str) -> bool:
    """True for a cue that denies the statement beside it however far it stands ("no proof was found that", "proved unfounded")."""
    words = cue.lower().split()
    if len(words) > 1 and words[0] in flow_words("want"):
        return words[-1] == "that"
    return len(words) > 1 and (
        words[-1] in flow_words("denied")
        or (words[0] in flow_words("denial") and words[-1] in {"that", "of", "suggest", "indicate", "which"})
    )


def _instead(ahead: Sequence[str]) -> bool:
    """True right behind a denial, or what says that something else was done: "smuggled rather than trafficked"."""
    words = ahead[:-1] if ahead[-1:] in (["being"], ["been"]) else ahead
    return words[-1:] in (["not"], ["never"]) or words[-2:] in (["rather", "than"], ["instead", "of"])


def _nobody(at: Context, verb: Element) -> bool:
    """True for "no Trinidadian victims were found abroad"."""
    first = at.frame.people[0].first if at.frame.people else verb.last
    words = {t.lower for t in at.annotated.tokens[max(at.sentence.first, first - 1) : first + 1]}
    return verb.first == first and bool(words & {"no", "none", "neither"})


def _finite(at: Context, verb: Element) -> bool:
    """True for what is said of the people in the main clause: "neither women nor men *are known to be trafficked*"."""
    people = max((g.last for g in at.frame.people if g.last <= verb.first), default=verb.first - _DENIED // 2)
    return any(t.pos == "AUX" for t in at.annotated.tokens[max(0, people) : verb.first])


def _of_subject(at: Context, verb: Element) -> bool:
    """True where what is denied is in a clause about the subject or its place: "migrants who do not pay are enslaved"."""
    tokens, group = at.annotated.tokens, verb.first
    while group > at.sentence.first and (tokens[group - 1].pos in {"AUX", "ADV", "PART"} or tokens[group - 1].tag == "VBN"):
        group -= 1
    who = next((i for i in range(group - 1, max(at.sentence.first, verb.first - _CLAUSE), -1) if tokens[i].lower in _RELATIVE), None)
    if who is None or not any(t.pos == "VERB" or t.tag in FINITE for t in tokens[who:group]):
        return False
    if any(t.lower in _NEGATIONS for t in tokens[at.sentence.first : who]):
        return False  # no evidence that girls who came were sold
    near = verb.first - who <= _SHORT and any(t.pos == "VERB" for t in tokens[who : verb.first])
    return near or any(t.lower in _NEGATIONS for t in tokens[who:group])


def _of_place(at: Context, one: Qualified) -> bool:
    """True where nothing but a hedge before one of several origins makes it possible: "Kenyan and possibly Thai women"."""
    hedged = {at.annotated.tokens[o.first - 1].lower for g in at.frame.people for p in g.people for o in p.origins if o.hedged}
    return bool(hedged) and {c.lower() for c in one.cues} <= hedged


def _unfree(at: Context, verb: Element) -> bool:
    """True for "do not seem to be free to leave", where it is the freedom that is denied."""
    return any(t.lower == "free" for t in at.annotated.tokens[verb.first : verb.last])


def _hedged_behind(at: Context, verb: Element) -> bool:
    """True for "face conditions that could amount to forced labor"."""
    named = next((e.first for e in at.frame.said if e.kind == "exploitation" and e.first > verb.last), verb.last)
    between = {t.lower for t in at.annotated.tokens[verb.last : named]}
    return bool(between & flow_words("modal")) and (verb.value == "undergo" or bool(between & flow_words("state")))


def victims(at: Context, people: People | None, origin: str | None = None) -> tuple[str, ...]:
    """Who is exploited; ``nationals`` where no more is said than where they are from; of "local and migrant women" only some migrated."""
    if people is None:
        return ()
    if origin is not None and any(o.code == "abroad" and "migrant" in at.annotated.tokens[o.first].lower for o in people.origins):
        return ordered(v for v in people.victims if v != "migrants") or ("nationals",)
    migrated = any(at.annotated.tokens[v.first].lemma == "migrate" and not _inland(at, v) for v in at.frame.verbs)
    values = set(people.victims) | ({"migrants"} if migrated else set())
    spoken = at.memory.called_for[0] if people.kind == "victim" and people.origins else ()
    return ordered(values or set(spoken) or {"nationals"})


def _inland(at: Context, verb: Element) -> bool:
    """True for people who "migrate to urban areas", and do not leave the country."""
    return any(t.lower in flow_words("within") for t in at.annotated.tokens[verb.last : verb.last + 3])


def called_for(at: Context) -> tuple[Sequence[str], Sequence[str]]:
    """The people of whom the country is called a source or destination, and how they are exploited, where they are of one kind."""
    people = {v for g in at.frame.people for v in g.victims}
    forms = exploitation(at, at.frame.said)
    alone = at.memory.called_for[1] in {(), forms}
    return tuple(sorted(people)) if people <= {"women", "girls"} else (), forms if len(forms) == 1 and alone else ()


def suffered(forms: tuple[str, ...], *, abroad: bool) -> tuple[str, ...]:
    """Without the sex tourism that a sentence names beside what befalls people from abroad."""
    return tuple(f for f in forms if f != "child_sex_tourism") if abroad and len(forms) > 1 else forms


def of_others(at: Context, people: People | None, element: Element) -> bool:
    """True for a trade that is part of what others of a list are called ("domestic workers and miners")."""
    listed = [p for g in at.frame.people for p in g.people if p is not people]
    return people is not None and any(p.first <= element.first < p.last for p in listed if (p.first, p.last) != (people.first, people.last))


def inherited(at: Context, people: People | None, words: Sequence[Element]) -> tuple[str, ...]:
    """The one form of exploitation that the country is a source or destination for, for victims and people found in bars."""
    if people is None or any(e.kind in {"exploitation", "service"} for e in words):
        return ()
    found = any(v.value == "seen" for v in at.evidence) or (at.frame.points_back and set(people.victims) <= set(at.memory.called_for[0]))
    return tuple(at.memory.called_for[1]) if people.kind == "victim" or found else ()


_UNNAMED = frozenset({"hospitality", "commercial_sex"})
"""Trades that do not by themselves say that labor is forced."""


def exploitation(at: Context, words: Sequence[Element]) -> tuple[str, ...]:
    """The forms named; what people are forced into; else forced labor where a trade is named."""
    strong = [v for e in words if e.kind == "exploitation" for v in e.values]
    classes = {v.value for v in at.frame.verbs} | {e.value for e in at.evidence if e.kind == "verb"}
    first = min((v.first for v in at.frame.verbs if v.value in _INTO or v in at.evidence), default=at.frame.last)
    services = [e for e in _services(words) if e.last > first and not _sought(at, e)]
    weak = [v for e in services for v in e.values] if classes & {*_INTO, "move", "undergo", "trade", "labor"} else []
    sectors = {v for e in words if e.kind == "sector" for v in e.values} - _UNNAMED
    labored = "labor" in classes or (sectors and classes & {"force", "exploit"})
    if (not strong and not weak and labored) or (classes & {"exploit"} and any(_purpose(at, e) for e in words)):
        weak.append("forced_labor")
    return ordered((*strong, *weak))


_INTO = frozenset({"exploit", "force", "make"})


def _sought(at: Context, element: Element) -> bool:
    """True for the work that people look for."""
    plain = element.values == ("forced_labor",) and element.last - element.first == 1
    return plain and at.annotated.tokens[element.first - 1].lower in flow_words("sought")


def _purpose(at: Context, element: Element) -> bool:
    """True for a trade that people are trafficked for or into ("for begging and street vending"), not one in which they are."""
    if element.kind != "sector" or set(element.values) & _UNNAMED:
        return False
    ahead = at.annotated.tokens[max(at.sentence.first, element.first - 12) : element.first]
    preposition = next((t.lower for t in reversed(ahead) if t.tag == "IN"), "")
    return preposition in {"for", "into"}


def _services(words: Sequence[Element]) -> Iterator[Element]:
    """The services named; plain work counts only where nothing nearer is named behind it ("work in brothels")."""
    held = [e for e in words if e.kind == "service"]
    for n, element in enumerate(held):
        following = held[n + 1] if n + 1 < len(held) else None
        nearer = following is not None and following.first - element.last < 6 and "forced_labor" not in following.values
        if not (nearer and element.values == ("forced_labor",)):
            yield element
