"""What the comment at the beginning of a question says, and where its parameters act."""

import re
from dataclasses import dataclass

_PARAMETER = re.compile(r"parameter (?P<name>[a-z]+) \((?P<type>[a-z_]+)\): (?P<meaning>.+)")
_TAGS = "tags:"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a question may be asked with."""

    name: str
    type: str
    """``place``, ``year``, ``number``, ``words``, or the name of a vocabulary."""
    meaning: str
    default: str | None
    """The values of the file, as SPARQL; None where the question is about all."""


@dataclass(frozen=True, slots=True)
class Header:
    """The comment that a question begins with."""

    description: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]


def header(sparql: str) -> Header:
    """The header of a question."""
    lines = [line.lstrip("# ").strip() for line in sparql.split("\n\n", 1)[0].splitlines() if line.startswith("#")]
    told = [line for line in lines if not line.startswith((_TAGS, "parameter "))]
    tags = [tag.strip() for line in lines if line.startswith(_TAGS) for tag in line.removeprefix(_TAGS).split(",")]
    declared = (found for line in lines if (found := _PARAMETER.fullmatch(line)))
    return Header(" ".join(told), tuple(tags), tuple(Parameter(**m.groupdict(), default=_default(sparql, m["name"])) for m in declared))


def place_of(parameter: str) -> re.Pattern[str]:
    """The lines at which a parameter acts: the indent, a mark that it does nothing, what comes before the values, they, and the rest."""
    return re.compile(
        rf"^(?P<indent> *)(?P<off># )?(?P<before>VALUES \?\w+ \{{)(?P<values>[^}}\n]*)(?P<after>\}}.*# {parameter})$", re.MULTILINE
    )


def _default(sparql: str, parameter: str) -> str | None:
    found = place_of(parameter).search(sparql)
    return found["values"].strip() if found and not found["off"] else None
