"""What bare numbers after proceedings are of: such as last, *continued 12* from before, or people sentenced, *two to* probation."""

from typing import Final

from kg.facts.reading.statistic_count import Count
from kg.facts.reading.statistic_scene import Scene
from kg.facts.reading.statistic_triggers import BE
from kg.vocabulary.count_words import count_words

_CONTINUING: Final = frozenset({"continued", "continuing", "continue"})
_LASTING: Final = BE | {"remained", "remain"}
_ONGOING: Final = count_words("ongoing")


def lasts(where: Scene, count: Count, *, of_cases: bool) -> bool:
    """Whether a bare number is of proceedings like those just told that somebody *continued*, or, of cases, that *remained ongoing*."""
    if count.group != "*":
        return False
    before = where.tokens[count.first - 1]
    if before.lower in _CONTINUING and before.pos == "VERB":
        return True
    behind = where.tokens[count.last : min(count.last + 3, where.sentence.last)]
    after = [t.lower for t in behind if t.lower not in {"still", "yet"}]
    return of_cases and len(after) > 1 and after[0] in _LASTING and after[1] in _ONGOING


def sentenced(where: Scene, count: Count) -> bool:
    """Whether a bare number after people sentenced is of more of them: one to 12 years, *two to* probation, *three less than one year*."""
    if count.last >= where.sentence.last:
        return False
    term = next((c for c in where.counts if c.first >= count.last), None)
    own = (
        term is not None
        and term.group == "time"
        and term.first - count.last <= 1
        and where.tokens[count.last].lower not in {",", "and", "or"}
    )
    return where.tokens[count.last].lower == "to" or (own and count.group == "*")
