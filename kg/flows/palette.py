"""What a flow looks like by what is said of it: colours by exploitation, lines by certainty, widths by statements.

The colours follow those of Okabe and Ito (Color Universal Design, 2008), which people with any colour vision tell apart; green and purple
are a little darker than theirs on a light page, so that thin lines are seen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Form:
    """A group of forms of exploitation that shares a colour."""

    name: str
    label: str
    colour: str
    dark: str
    """The colour on a dark page."""


SEX: Final = Form("sex", "Sex trafficking", "#d55e00", "#e8782a")
LABOR: Final = Form("labor", "Forced labor", "#0072b2", "#56b4e9")
SEVERAL: Final = Form("several", "Several forms", "#c46a9f", "#d98bb6")
OTHER: Final = Form("other", "Another form", "#009169", "#12a37a")
UNSAID: Final = Form("unsaid", "Form not said", "#3c4146", "#eef0f2")

FORMS: Final = (SEX, LABOR, SEVERAL, OTHER, UNSAID)

FORM_OF: Final[Mapping[str, Form]] = MappingProxyType(
    {
        "sex_trafficking": SEX,
        "child_sex_tourism": SEX,
        "forced_labor": LABOR,
        "domestic_servitude": LABOR,
        "debt_bondage": LABOR,
    }
)
"""The form of each word of exploitation; any other word is ``OTHER``."""


def form(exploitation: Iterable[str]) -> Form:
    """The one form that all words of exploitation belong to, ``SEVERAL`` for more, ``UNSAID`` for none.

    >>> form(["forced_labor", "debt_bondage"]).label, form(["forced_labor", "sex_trafficking"]).label, form(["organ_removal"]).label
    ('Forced labor', 'Several forms', 'Another form')
    """
    forms = {FORM_OF.get(token, OTHER) for token in exploitation}
    return SEVERAL if len(forms) > 1 else next(iter(forms), UNSAID)


DASHES: Final[Mapping[str, tuple[float, ...]]] = MappingProxyType(
    {"stated": (), "reported": (7.0, 3.5), "possible": (1.6, 3.2), "denied": (9.0, 3.0, 1.6, 3.0)}
)
"""Lengths of line and gap in pixels, by certainty; ``denied`` for what the text says is not so."""

THINNEST: Final = 1.9
GROWTH: Final = 1.55
UP_TO: Final = 25
"""The number of statements up to which widths mean the same on every map."""

CORE: Final = 1.2
"""The width of the pale core that makes a double line, in pixels."""

DOUBLE: Final = 1.5
"""By how much a double line is wider than a plain one that stands for as many statements, in pixels."""


def stroke(statements: int, most: int) -> float:
    """The width in pixels of a line for so many statements, where ``most`` stand behind the widest of the map.

    It grows with the square root, so that one statement beside a hundred is still seen.
    """
    shrink = (sqrt(UP_TO) - 1) / (sqrt(most) - 1) if most > UP_TO else 1.0
    return round(THINNEST + GROWTH * shrink * (sqrt(statements) - 1), 2)
