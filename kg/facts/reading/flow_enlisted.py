"""Children whom armed groups make soldiers: "both rebel groups recruited boys"."""

from collections.abc import Iterator, Sequence

from kg.facts.reading.flow_parts import Element
from kg.language.clauses import FINITE
from kg.language.model import Sentence, Token
from kg.vocabulary.flow_words import flow_words

_REACH = 3
"""How many tokens may stand between the verb and the children."""
_BY = 7
"""How many tokens behind "recruited by" may name an armed group."""
_CHILDREN = frozenset({"children", "boys", "girls"})


def enlisted(tokens: Sequence[Token], sentence: Sentence, found: Sequence[Element]) -> Iterator[Element]:
    """The soldiering of children whom an armed group, as the subject, is said to recruit."""
    soldiers = sentence.of("exploitation")
    groups = [e for e in found if e.group and _CHILDREN & set(e.group.victims)]
    for verb in (e for e in found if e.kind == "verb" and tokens[e.first].lemma in flow_words("enlisting")):
        target = next((g for g in groups if 0 <= g.first - verb.last <= _REACH), None)
        if target is None or (verb.voice != "active" and tokens[verb.first].tag != "VB") or not _told(tokens, sentence, verb.first):
            continue
        if tokens[verb.first].lemma == "use" and not any(m.value == "child_soldiering" and m.last == target.last for m in soldiers):
            continue
        if any(t.pos not in {"ADJ", "ADV", "DET", "NUM"} for t in tokens[verb.last : target.first]):
            continue
        subject = tokens[sentence.clause_of(verb.first).first : verb.first]
        if {t.lower for t in subject} & flow_words("armed"):
            yield Element("exploitation", target.last - 1, target.last, "child_soldiering", "enlisted")


def taken_in(tokens: Sequence[Token], sentence: Sentence, found: Sequence[Element]) -> Iterator[Element]:
    """The soldiering of children who are said to be recruited by an armed group: "boys have been *recruited by rebels*"."""
    groups = [e for e in found if e.group and _CHILDREN & set(e.group.victims)]
    for verb in (e for e in found if e.kind == "verb" and tokens[e.first].lemma in flow_words("enlisting")):
        before = any(g.last <= verb.first for g in groups)
        passive = tokens[verb.first].tag in {"VBN", "VBD"} and verb.voice == "passive" and tokens[verb.first].lemma != "use"
        if not (before and passive) or verb.last >= sentence.last or tokens[verb.last].lower != "by":
            continue
        end = min(sentence.last, verb.last + _BY)
        stop = next((i for i in range(verb.last, end) if tokens[i].text in {",", ";"} or tokens[i].tag in FINITE), end)
        elsewhere = any(m.first > verb.last and m.form != "demonym" for m in sentence.of("place"))  # recruited in Rwanda
        if {t.lower for t in tokens[verb.last : stop]} & flow_words("armed") and not elsewhere:
            yield Element("exploitation", verb.last, verb.last + 1, "child_soldiering", "enlisted")


def _told(tokens: Sequence[Token], sentence: Sentence, i: int) -> bool:
    """True for what is said to happen: "recruited", "are reported to recruit"; not for "to keep them from recruiting"."""
    if tokens[i].tag in FINITE:
        return True
    ahead = tokens[max(sentence.first, i - 4) : i]
    return any(t.lemma in flow_words("said_of") or (tokens[i].tag == "VBG" and t.lemma == "be") for t in ahead)
