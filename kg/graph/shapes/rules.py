"""What a fact of a kind must have beyond the types of its fields: one line a rule."""

from dataclasses import dataclass

from kg.facts.model import Fact
from kg.facts.recommendation import Recommendation
from kg.facts.statistic import Statistic
from kg.facts.tier_ranking import TierRanking


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one kind of fact; fields are named as in its declaration."""

    required: tuple[str, ...] = ()
    """Fields without which the fact says nothing."""
    any_of: tuple[str, ...] = ()
    """Fields of which at least one must be known."""
    should_any_of: tuple[str, ...] = ()
    """Fields of which at least one should be known; none is a warning, as in «it does not prohibit the worst forms of child labor»."""
    ranges: tuple[tuple[str, str], ...] = ()
    """Pairs of a lower and an upper end."""
    patterns: tuple[tuple[str, str, str], ...] = ()
    """Fields with a form: the field, the regular expression, and the form in words."""
    two_of: tuple[str, ...] = ()
    """Fields that should hold two values or more; fewer are a warning."""


RULES = {
    "tier_ranking": Rules(required=("country", "tier")),
    "country_role": Rules(required=("country", "role")),
    "flow": Rules(any_of=("origin", "destination")),
    "statistic": Rules(required=("measure",), any_of=("value", "min", "max"), ranges=(("min", "max"),)),
    "law": Rules(should_any_of=("title", "provision", "prohibits"), ranges=(("penalty_min_months", "penalty_max_months"),)),
    "organization": Rules(required=("name",)),
    "facility": Rules(required=("type",)),
    "agreement": Rules(required=("type",), any_of=("parties", "subject")),
    "plan": Rules(required=("title",), patterns=(("years", r"^\d{4}(/\d{4})?$", "a year or two years with a slash between them"),)),
    "assessment": Rules(required=("criterion", "value")),
    "complicity": Rules(required=("status",)),
    "payment": Rules(
        any_of=("min", "max"),
        ranges=(("min", "max"),),
        patterns=(("currency", "^[A-Z]{3}$", "an ISO 4217 code of three capital letters"),),
    ),
    "collaboration": Rules(required=("actors",), two_of=("actors",)),
    "practice": Rules(required=("type",)),
}

NONE = Rules()

DERIVED: dict[type[Fact], tuple[str, ...]] = {
    Fact: ("sentence", "offset"),
    Statistic: ("inYear", "restates", "differsFrom"),
    Recommendation: ("repeats", "yearsRunning", "droppedIn"),
    TierRanking: ("previousRanking", "tierChange"),
}
"""The properties that derived graphs add to facts."""

PERIOD = r"^(reporting|previous|\d{4}(-(0[1-9]|1[0-2]))?(/\d{4}(-(0[1-9]|1[0-2]))?)?)$"
"""The forms that the period of a fact may have."""
