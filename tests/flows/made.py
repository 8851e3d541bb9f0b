"""Statements made for the tests of the flow network."""

from collections.abc import Sequence
from typing import Any

from kg.flows.network import FlowStatement
from kg.vocabulary.iris import FACT


def said(origin: str | None, destination: str | None, *via: str, fact: str = "", doc: str = "LAO-2011", **fields: Any) -> FlowStatement:
    """A statement; its fact is named after its way and its document unless told."""
    name = fact or f"{doc}-{origin}-{'-'.join(via)}-{destination}"
    year = fields.pop("year", int(doc[4:8]))
    quotes = fields.pop("quotes", (f"{origin} to {destination}.",))
    return FlowStatement(
        fact=FACT + name, doc=doc, year=year, origin=origin, destination=destination, via=tuple(sorted(via)), quotes=quotes, **fields
    )


SEX, LABOR = ("sex_trafficking",), ("forced_labor",)
BOTH = ("forced_labor", "sex_trafficking")

LAOS = (
    said("LAO", "THA", exploitation=BOTH, victims=("women",)),
    said("LAO", "MYS", exploitation=LABOR, victims=("men",), sectors=("fishing",)),
    said("LAO", "CHN", exploitation=("forced_marriage",), victims=("girls",)),
    said("LAO", "LAO", exploitation=SEX, victims=("children",)),
    said("VNM", "THA", "LAO", exploitation=BOTH, victims=("women",)),
    said("CHN", "THA", "LAO", exploitation=BOTH, victims=("women",)),
    said("MMR", "THA", "LAO", exploitation=BOTH, victims=("women",)),
    said("VNM", "LAO", exploitation=SEX, victims=("women",)),
)
"""The flows of a report on Laos: abroad, within, and through it."""

PACIFIC = (
    said("FJI", "FJI", exploitation=SEX, doc="FJI-2012"),
    said("CHN", "FJI", exploitation=SEX, doc="FJI-2012"),
    said("CHN", "USA", "MHL", exploitation=SEX, doc="MHL-2013"),
    said("MHL", "USA", exploitation=LABOR, certainty="reported", doc="MHL-2013"),
    said("KIR", "FJI", exploitation=LABOR, doc="KIR-2013"),
    said("WSM", "ASM", exploitation=LABOR, doc="WSM-2014"),
    said(None, "MHL", doc="MHL-2013"),
    said("FJI", "region:neighboring-countries", doc="FJI-2012"),
    said("region:southeast-asia", "FJI", exploitation=LABOR, doc="FJI-2012"),
)
"""Flows on both sides of the antimeridian, with a region, an unnamed origin, and a region that no map can show."""

HOSTILE = said("LAO", "THA", quotes=("</script><script>alert('x')</script> & \"y\" <!--",), title="<img src=x onerror=alert(1)> $x^2$")
"""A document that tries to run something."""

DOUBTFUL = (
    said("LAO", "KHM", exploitation=SEX, certainty="possible"),
    said("LAO", "VNM", exploitation=LABOR, polarity="negated"),
    said("LAO", "SGP", exploitation=LABOR, certainty="reported"),
)
"""A flow that is only possible, one that the text denies, and one that is reported."""

CODES = (
    *("ALB", "ARE", "ARG", "AUS", "BEL", "BGD", "BGR", "BRA", "CAN", "CHN", "CMR", "COL", "DEU", "EGY", "ESP", "ETH", "FRA", "GBR", "GHA"),
    *("GRC", "HUN", "IDN", "IND", "IRN", "ITA", "JPN", "KEN", "KHM", "KOR", "LAO", "LBN", "MAR", "MDA", "MEX", "MKD", "MMR", "MOZ", "MYS"),
    *("NGA", "NLD", "NPL", "PAK", "PER", "PHL", "POL", "ROU", "RUS", "SAU", "SEN", "SRB", "THA", "TUR", "UKR", "USA", "VNM", "XKX", "ZAF"),
)


def crowd(count: int) -> Sequence[FlowStatement]:
    """So many different statements over the whole world, always the same ones."""
    found = []
    for n in range(count):
        origin, destination, between = CODES[n * 7 % 57], CODES[(n * 11 + n // 57) % 57], CODES[(n * 5 + 3) % 57]
        via = (between,) if n % 4 == 0 and between not in (origin, destination) else ()
        doc = f"{origin}-{2005 + n % 15}"
        exploitation = (SEX, LABOR, BOTH, (), ("organ_removal",))[n % 5]
        found.append(said(origin, destination, *via, fact=str(n), doc=doc, exploitation=exploitation))
    return found
