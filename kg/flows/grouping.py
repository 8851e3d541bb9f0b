"""Flows between regions in the place of flows between countries, for what is too dense by country."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, Literal

from kg.flows.statements import FlowStatement
from kg.vocabulary.groups import groups

By = Literal["country", "region"]

BY: Final[tuple[By, ...]] = ("country", "region")
"""What the ends of flows can be."""


def grouped(statements: Iterable[FlowStatement], by: By) -> list[FlowStatement]:
    """The statements with their places as they are, or with the regions that these belong to.

    A way from one country to another of the same region stays within that region; a way through a country of either end's region is
    no way through a third region, and leads straight from end to end. What a text denies of two countries does not hold of their
    regions, so that it is left out.
    """
    return list(statements) if by == "country" else [_of_regions(s) for s in statements if s.polarity == "affirmed"]


def _of_regions(statement: FlowStatement) -> FlowStatement:
    ends = region_of(statement.origin), region_of(statement.destination)
    via = tuple(sorted({region for code in statement.via if (region := region_of(code)) and region not in ends}))
    return replace(statement, origin=ends[0], destination=ends[1], via=via)


def region_of(code: str | None) -> str | None:
    """The region of a place, or the place itself where it is in none.

    >>> region_of("LAO"), region_of("region:africa"), region_of(None)
    ('region:southeast-asia', 'region:africa', None)
    """
    return groups().get(code, code) if code else None
