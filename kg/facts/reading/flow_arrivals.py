"""Flows to the narrative's country of people of whom it was told before what befell them, and now only where they come from."""

from collections.abc import Iterable

from kg.facts.flow import Flow
from kg.facts.model import Certainty, ordered
from kg.facts.reading.evidence import of_tokens
from kg.language.model import Annotated


def arrival(
    annotated: Annotated,
    told: tuple[int, int],
    origin: str,
    *,
    rule: str,
    certainty: Certainty,
    victims: Iterable[str],
    exploitation: Iterable[str],
    sectors: Iterable[str] = (),
) -> Flow:
    """The flow from an origin that the tokens from one up to another tell; of ``nationals`` where no more is said of the people."""
    return Flow(
        doc=annotated.document.id,
        polarity="affirmed",
        certainty=certainty,
        evidence=(of_tokens(annotated, *told),),
        rule=rule,
        origin=origin,
        destination=annotated.document.country,
        victims=ordered(victims) or ("nationals",),
        exploitation=ordered(exploitation),
        sectors=ordered(sectors),
    )
