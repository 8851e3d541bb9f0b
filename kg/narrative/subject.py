"""In a report on many subjects, such as one on human rights, the parts that are on trafficking."""

import re
from collections.abc import Sequence
from functools import cache

from kg.vocabulary.tables import rows

_MANY = 8


@cache
def _words() -> re.Pattern[str]:
    forms = (re.escape(row["words"]).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for row in rows("subjects"))
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)


def on_subject(text: str) -> bool:
    """Whether a title or a paragraph speaks of trafficking or of what counts as it."""
    return bool(_words().search(text))


def many_subjects(titles: Sequence[str]) -> bool:
    """Whether the titles of a text are many and most of them are on something else."""
    distinct = set(titles)
    return len(distinct) >= _MANY and 2 * sum(map(on_subject, distinct)) < len(distinct)
