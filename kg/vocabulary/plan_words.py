"""Words of plans as regular expressions, from ``plan_words.tsv``."""

from functools import cache

from kg.vocabulary.tables import rows


@cache
def plan_titles() -> tuple[str, ...]:
    """What a plan is called."""
    return tuple(row["pattern"] for row in rows("plan_words") if row["role"] == "title")


@cache
def plan_statuses() -> dict[str, str]:
    """How far a plan has come, from the strongest words to the weakest."""
    return {row["value"]: row["pattern"] for row in rows("plan_words") if row["role"] == "status"}


@cache
def other_matters() -> str:
    """What plans of other matters are for."""
    return "|".join(row["pattern"] for row in rows("plan_words") if row["role"] == "other")


@cache
def plan_words(role: str) -> str:
    """The regular expression of any other role: which the table's head explains."""
    return next(row["pattern"] for row in rows("plan_words") if row["role"] == role)
