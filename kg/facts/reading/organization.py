"""Reading of organizations: each named body once, with the words that name it."""

from collections.abc import Iterator

from kg.facts.model import Fact
from kg.facts.organization import Organization
from kg.facts.reading.evidence import evidence
from kg.language.bodies import bodies
from kg.language.model import Annotated


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read the named bodies outside the recommendations."""
    for body in bodies(annotated):
        if annotated.sentences[body.sentence].section != "recommendations":
            yield Organization(
                doc=annotated.document.id,
                name=body.name,
                acronym=body.acronym,
                type=body.type,
                country=body.country,
                evidence=(evidence(annotated, body.start, body.end),),
                rule="organization.named",
            )
