"""What speaks against bondage where people are said to be kept or not to leave: they are free, cared for, or keep what is theirs."""

from kg.facts.reading.flow_case import Case
from kg.vocabulary.flow_words import flow_words


def unbound(case: Case) -> bool:
    """True where words for bondage do not say that people are bound to labor."""
    return _free(case) or _secluded(case) or _sheltered(case) or _own_gains(case)


def _free(case: Case) -> bool:
    """True for people who are free to leave."""
    words = [t.lower for t in case.tokens[max(case.sentence.first, case.verb.first - 5) : case.verb.last]]
    return "free" in words and not set(words) & {"not", "n't", "never", "hardly", "no"}


def _secluded(case: Case) -> bool:
    """True for people confined to a house who are no workers there."""
    kept = case.tokens[case.verb.first].lower in {"confined", "locked"} and case.tokens[case.verb.last - 1].lower in flow_words("kept_in")
    words = {t.lower for g in case.frame.people for t in case.tokens[g.first : g.last]}
    return kept and not words & (flow_words("worker") | flow_words("household") | flow_words("maid"))


def _sheltered(case: Case) -> bool:
    """True for "a shelter that victims could not leave", where nobody labors."""
    kept = any(t.lower == "leave" for t in case.tokens[case.verb.first : case.verb.last])
    return kept and any(t.lower in flow_words("refuge") for t in case.tokens[case.sentence.first : case.verb.first])


def _own_gains(case: Case) -> bool:
    """True for "women who work there *and keep their earnings*", who keep what is theirs."""
    kept = [t.lower for t in case.tokens[case.verb.first : case.verb.last]]
    people = [g.last for g in case.frame.people if g.last <= case.verb.first]
    if kept[0] not in {"keep", "keeps", "kept"} or "their" not in kept or not people or case.tokens[case.verb.first - 1].lower != "and":
        return False
    between = case.tokens[people[-1] : case.verb.first]
    return not any(t.tag in {"WP", "WDT", "PRP"} or t.lower in flow_words("keepers") | flow_words("visiting") for t in between)
