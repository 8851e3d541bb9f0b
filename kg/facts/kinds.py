"""The kinds of fact, written once: everything else (exports, graph, shapes, ontology) follows this list."""

from typing import Final

from kg.facts.agreement import Agreement
from kg.facts.assessment import Assessment
from kg.facts.collaboration import Collaboration
from kg.facts.complicity import Complicity
from kg.facts.country_role import CountryRole
from kg.facts.facility import Facility
from kg.facts.flow import Flow
from kg.facts.law import Law
from kg.facts.model import Fact
from kg.facts.organization import Organization
from kg.facts.payment import Payment
from kg.facts.plan import Plan
from kg.facts.practice import Practice
from kg.facts.recommendation import Recommendation
from kg.facts.statistic import Statistic
from kg.facts.tier_ranking import TierRanking

KINDS: Final[tuple[type[Fact], ...]] = (
    TierRanking,
    CountryRole,
    Flow,
    Statistic,
    Law,
    Organization,
    Facility,
    Agreement,
    Plan,
    Recommendation,
    Assessment,
    Complicity,
    Payment,
    Collaboration,
    Practice,
)

BY_NAME: Final = {kind.kind.name: kind for kind in KINDS}
