"""The closed vocabularies: one table a scheme in ``schemes/``, one row a concept."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg.vocabulary.tables import listed, rows


@dataclass(frozen=True, slots=True)
class Concept:
    """One value of a closed vocabulary."""

    token: str
    label: str
    definition: str
    only: str
    """The one field that may hold it, or empty."""
    matches: tuple[str, ...]
    """SKOS mappings to values of the Human Trafficking Case Data Standard: ``closeMatch htcds:Field.Value`` and the like."""


@cache
def schemes() -> tuple[str, ...]:
    """The names of all schemes, sorted."""
    return tuple(sorted(f.name.removesuffix(".tsv") for f in (files("kg.vocabulary") / "schemes").iterdir() if f.name.endswith(".tsv")))


@cache
def concepts(scheme: str) -> tuple[Concept, ...]:
    """The concepts of a scheme, in the order of its table."""
    return tuple(
        Concept(row["token"], row["label"], row["definition"], row["only"], listed(row["matches"])) for row in rows(f"schemes/{scheme}")
    )


@cache
def tokens(scheme: str, besides: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The tokens a field of the scheme may hold, with those that are ``besides`` open to it alone."""
    return tuple(c.token for c in concepts(scheme) if not c.only or c.token in besides)
