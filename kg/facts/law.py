"""Law: a law that exists, or is said not to exist, about trafficking or its victims."""

from dataclasses import dataclass
from typing import ClassVar

from kg.facts.model import Fact, Kind
from kg.facts.values import BOOLEAN, NUMBER, PLACE, TEXT, YEAR, Token, has, has_many


@dataclass(frozen=True, kw_only=True)
class Law(Fact):
    """A law that exists, or is said not to exist, about trafficking or its victims."""

    kind: ClassVar[Kind] = Kind(
        name="law",
        label="Law",
        definition="A law that exists, or is said not to exist, about trafficking or its victims.",
        example="Article 134 of the Penal Code prohibits all forms of trafficking.",
    )

    title: str | None = has(TEXT, "The title as written, without the article.", "Penal Code", identifies=True)
    provision: str | None = has(TEXT, "The article, section or act number.", "Article 134", identifies=True)
    country: str | None = has(PLACE, "Whose law it is.", "LAO")
    year: int | None = has(YEAR, "The year of enactment or revision.", "2006")
    prohibits: tuple[str, ...] = has_many(
        Token("exploitation", besides=("all_forms",)), "What it forbids: forms of exploitation, or all of them.", "all_forms"
    )
    penalty_min_months: float | None = has(NUMBER, "The lowest prison term, in months.", "60")
    penalty_max_months: float | None = has(NUMBER, "The highest prison term, in months.", "240")
    penalty_life: bool | None = has(BOOLEAN, "Whether life imprisonment is prescribed.", "true")
    stringent: bool | None = has(BOOLEAN, "Whether the report calls the penalties sufficiently stringent.", "true", extra=True)
    commensurate: bool | None = has(
        BOOLEAN, "Whether the report calls them commensurate with those for other serious crimes.", "true", extra=True
    )
    excludes: tuple[str, ...] = has_many(Token("victims"), "Whom it does not protect.", "men", extra=True)
