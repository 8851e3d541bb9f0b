"""People recruited for another country by an offer that was not so: "recruited women *with fraudulent job offers in Kuwait*"."""

from kg.facts.reading.flow_case import Case
from kg.vocabulary.flow_words import flow_words

_OFFER = 5
"""How many tokens before a place an offer may stand: "promises *of domestic work in* Oman"."""
_FRAUD = 3
"""How many tokens before an offer may call it a fraud."""


def defrauded(case: Case) -> bool:
    """True where all that is said of the place is that recruiters offered work there, and deceived people."""
    tokens, verb = case.tokens, case.verb
    if tokens[verb.first].lemma not in flow_words("hiring"):
        return False
    ends = [e for e in case.after if e.places and e.value in {"in", "to", "via"} and e.places.items[0].is_named]
    if len(ends) != 1 or ends[0].value == "via" or ends[0].places is None or len(case.frame.verbs) != 1:
        return False
    ahead = [t.lower for t in tokens[max(verb.last, ends[0].first - _OFFER - _FRAUD) : ends[0].first]]
    offered = max((n for n, word in enumerate(ahead) if word in flow_words("promised")), default=-1)
    return any(word in flow_words("fraud") for word in ahead[: offered + 1])
