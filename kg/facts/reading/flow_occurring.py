"""Exploitation whose name says that children suffer it, and that is only said to happen: "*child sex tourism* remains a problem"."""

from collections.abc import Iterator, Sequence

from kg.facts.flow import Flow
from kg.facts.model import ordered
from kg.facts.reading.evidence import of_tokens
from kg.facts.reading.flow_places import places
from kg.language.clauses import FINITE
from kg.language.model import Annotated, Mention, Sentence, Token
from kg.language.qualifiers import qualify
from kg.vocabulary.flow_words import flow_words

_FORMS = frozenset({"sex_trafficking", "child_sex_tourism"})
_SECTIONS = frozenset({"profile", "other"})
_VERB = 16
"""How many tokens behind the form its verb may stand."""
_SAID = 7
"""How many tokens behind "is" may say that it is a problem."""
_TOLD = 6
"""How many tokens before the form "there are reports of" may begin."""


def occurring(annotated: Annotated, sentence: Sentence) -> Iterator[Flow]:
    """The internal flows of children that a sentence tells by saying that a form of their exploitation happens in the country."""
    home = annotated.document.country
    if sentence.section not in _SECTIONS or home is None or _elsewhere(annotated, sentence):
        return
    for form in sentence.of("exploitation"):
        begin = _of_children(annotated, sentence, form)
        end = _happens(annotated, sentence, form) or (_told_of(annotated, sentence, begin) and form.last)
        if form.value not in _FORMS or begin < 0 or not end or not (_is_subject(annotated, sentence, begin) or end == form.last):
            continue
        state = qualify(annotated, sentence, form.first)
        towns = [m for m in sentence.of("town") if m.first > form.last]
        if state.polarity == "affirmed":
            yield Flow(
                doc=annotated.document.id,
                polarity="affirmed",
                certainty=state.certainty,
                evidence=(of_tokens(annotated, begin, max([end, *(t.last for t in towns)])),),
                rule="flow.occurring",
                origin=home,
                destination=home,
                victims=("children",),
                exploitation=(form.value,),
                to_place=ordered(annotated.words(t.first, t.last) for t in towns),
            )


def visited(annotated: Annotated, sentence: Sentence) -> Iterator[Flow]:
    """The flows inside the places to which people travel for child sex tourism: their own countries are no origins."""
    tokens, home = annotated.tokens, annotated.document.country
    form = next((m for m in sentence.of("exploitation") if m.value == "child_sex_tourism"), None)
    words = {t.lower for t in tokens[sentence.first : sentence.last]}
    if form is None or sentence.section not in _SECTIONS or words & (flow_words("legal") | flow_words("action") | flow_words("never_so")):
        return
    verb = next((i for i in range(form.first - 1, sentence.first, -1) if _goes(tokens, i)), None)
    told = [e for e in places(tokens, sentence, set()) if e.value in {"in", "to"} and e.places]
    held = {home if p.code == "home" else p.code for e in told if e.places for p in e.places.items if p.is_named or p.code == "home"}
    state = qualify(annotated, sentence, form.first)
    if (
        verb is None
        or home is None
        or state.polarity == "negated"
        or "abroad" in {p.code for e in told if e.places for p in e.places.items}
    ):
        return
    for place in ordered(code for code in held or {home} if code):
        yield Flow(
            doc=annotated.document.id,
            polarity="affirmed",
            certainty=state.certainty,
            evidence=(of_tokens(annotated, sentence.first, max([form.last, *(e.last for e in told)])),),
            rule="flow.occurring",
            origin=place,
            destination=place,
            victims=("children",),
            exploitation=(form.value,),
        )


def _goes(tokens: Sequence[Token], i: int) -> bool:
    """True for a verb of going somewhere or taking part, and for one that the parser takes for a noun ("men … *travel to*")."""
    verb = tokens[i].pos == "VERB" or (tokens[i].lower == "travel" and tokens[i + 1].lower == "to")
    return verb and tokens[i].lemma in flow_words("touring")


def _of_children(annotated: Annotated, sentence: Sentence, form: Mention) -> int:
    """Where the words for a form begin that name children; -1 for one that names nobody."""
    tokens = annotated.tokens
    if tokens[form.last - 1].lower == "pornography":
        return -1
    if tokens[form.first].lower == "child":
        return form.first
    return form.first - 1 if form.first > sentence.first and tokens[form.first - 1].lower in {"child", "underage"} else -1


def _is_subject(annotated: Annotated, sentence: Sentence, begin: int) -> bool:
    """True where nothing but adverbs and articles stands before it in its clause."""
    tokens, i = annotated.tokens, begin - 1
    while i >= sentence.first and tokens[i].pos in {"DET", "ADJ", "ADV"}:
        i -= 1
    return i < sentence.first or tokens[i].text in {",", ";"} or (tokens[i].lower in flow_words("clause") and tokens[i - 1].text == ",")


def _happens(annotated: Annotated, sentence: Sentence, form: Mention) -> int:
    """The end of what says that it happens or is a problem: 0 where nothing does."""
    tokens, last = annotated.tokens, min(sentence.last, form.last + _VERB)
    if form.last < last and tokens[form.last].pos == "NOUN":
        return 0  # child sex trafficking victims remained
    verb = next((i for i in range(form.last, last) if tokens[i].tag in FINITE or tokens[i].text == ";"), -1)
    if verb < 0 or tokens[verb].text == ";":
        return 0
    behind = tokens[verb : min(sentence.last, verb + _SAID)]
    if any(t.lower in flow_words("never_so") for t in (*tokens[form.last : verb], *behind)):
        return 0
    if tokens[verb].lemma in flow_words("occurring") or tokens[verb].lower in flow_words("occurring"):
        return verb + 1
    said = next((n for n, t in enumerate(behind) if t.lower in flow_words("problem")), 0)
    return verb + said + 1 if said and tokens[verb].lemma in {"be", "have", "become", "remain"} else 0


def _told_of(annotated: Annotated, sentence: Sentence, begin: int) -> bool:
    """True behind "there were reports of"."""
    ahead = annotated.tokens[max(sentence.first, begin - _TOLD) : max(begin, sentence.first)]
    words = [t.lower for t in ahead]
    told = words[-2:-1] and words[-2] in {"reports", "instances", "incidents"} and words[-1] == "of"
    return bool(told) and any(t.tag == "EX" for t in ahead) and not set(words) & flow_words("never_so")


def _elsewhere(annotated: Annotated, sentence: Sentence) -> bool:
    """True where another country is named as the place of it, or what laws say is told."""
    tokens, home = annotated.tokens, annotated.document.country
    leading = (
        m.first - 1 - (tokens[m.first - 1].lower == "the") for m in sentence.of("place") if m.value != home and m.first > sentence.first
    )
    abroad = any(tokens[max(i, sentence.first)].lower in {"in", "to", "within", "throughout"} for i in leading)
    words = {t.lower for t in tokens[sentence.first : sentence.last]}
    return abroad or bool(words & (flow_words("legal") | {"abroad", "overseas", "illegal", "seminar"}))
