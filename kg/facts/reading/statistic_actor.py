"""Who counted or acted: the narrative's country for its authorities, another country, or an organization."""

from kg.language.model import Annotated, Sentence


def actor(annotated: Annotated, sentence: Sentence, first: int, last: int) -> str | None:
    """The actor of what stands from one token to another."""
    return annotated.document.country
