"""Reading facts from annotated text: one module a kind, each with one function ``read``."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from kg.facts.model import Fact
from kg.facts.reading import (
    agreement,
    assessment,
    collaboration,
    complicity,
    country_role,
    facility,
    flow,
    law,
    organization,
    payment,
    plan,
    practice,
    recommendation,
    statistic,
    tier_ranking,
)
from kg.facts.unite import unite
from kg.language.model import Annotated
from kg.narrative.model import Document

READERS: tuple[Callable[[Annotated], Iterable[Fact]], ...] = (
    tier_ranking.read,
    country_role.read,
    flow.read,
    statistic.read,
    law.read,
    organization.read,
    facility.read,
    agreement.read,
    plan.read,
    recommendation.read,
    assessment.read,
    complicity.read,
    payment.read,
    collaboration.read,
    practice.read,
)


def read_facts(annotated: Annotated) -> tuple[Fact, ...]:
    """All facts of a document, each with its page: united where they have one identity, in the order of their first words."""
    found = unite(fact for read in READERS for fact in read(annotated))
    return tuple(_paged(fact, annotated.document) for fact in found) if annotated.document.pages else found


def _paged(fact: Fact, document: Document) -> Fact:
    return replace(fact, page=document.page(fact.evidence[0].start)) if fact.evidence else fact
