"""The period of a clause: the one that it names, else the one that its sentence names first."""

from kg.language.model import Clause, Sentence


def period_in(clause: Clause, sentence: Sentence | None = None) -> str | None:
    """The first period inside a clause; only the clause's own, so that another clause's year does not stray into it."""
    if sentence is None:
        return None
    return next((m.value for m in sentence.of("period") if clause.first <= m.first < clause.last), None)
