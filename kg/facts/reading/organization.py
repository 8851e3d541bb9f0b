"""Reading of organizations: each named body once, with the words that name it."""

from collections.abc import Iterator

from kg.facts.model import Fact
from kg.facts.organization import Organization
from kg.facts.reading.evidence import evidence
from kg.facts.reading.relevance import about_trafficking, mostly_on_other_matters
from kg.language.bodies import bodies
from kg.language.model import Annotated


def read(annotated: Annotated) -> Iterator[Fact]:
    """Read the named bodies outside the recommendations; where most of a report is on other matters, those near words of the subject."""
    elsewhere = mostly_on_other_matters(annotated)
    for body in bodies(annotated):
        sentence = annotated.sentences[body.sentence]
        if sentence.section != "recommendations" and not (elsewhere and not about_trafficking(annotated, sentence, one_paragraph=True)):
            yield Organization(
                doc=annotated.document.id,
                name=body.name,
                acronym=body.acronym,
                type=body.type,
                country=body.country,
                evidence=(evidence(annotated, body.start, body.end),),
                rule="organization.named",
            )
