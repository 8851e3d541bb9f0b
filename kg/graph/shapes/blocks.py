"""The building stones of the shapes: property shapes and node shapes with a sentence each.

The property shapes carry the targets themselves, and the node shape that names them has none: pyshacl then looks at
all instances of a class at once, which takes a third of the time that going through ``sh:property`` node by node takes.
"""

from collections.abc import Sequence

from kg.graph.turtle import Block, block, text

Pair = tuple[str, str | Sequence[str]]


def property_shape(
    name: str, path: str, message: str, *constraints: Pair, least: int = 0, most: int | None = 1, severity: str = "Violation"
) -> Block:
    """A property shape with an IRI of its own, between ``least`` and ``most`` values."""
    counts: list[Pair] = [("sh:minCount", str(least))] if least else []
    counts += [("sh:maxCount", str(most))] if most is not None else []
    return block(
        name,
        ("a", "sh:PropertyShape"),
        ("sh:path", path),
        *counts,
        *constraints,
        ("sh:severity", [] if severity == "Violation" else f"sh:{severity}"),
        ("sh:message", text(message, "en")),
    )


def node_shape(name: str, targets: Sequence[Pair], properties: Sequence[Block]) -> list[Block]:
    """A node shape that names property shapes, and these with the targets."""
    shape = block(name, ("a", "sh:NodeShape"), ("sh:property", [p.subject for p in properties]))
    return [shape, *(targeted(p, targets) for p in properties)]


def targeted(shape: Block, targets: Sequence[Pair]) -> Block:
    """A shape with targets."""
    (kind, *rest) = shape.properties
    return block(shape.subject, kind, *targets, *rest)


def classes(*names: str) -> list[Pair]:
    """Targets that are the instances of classes."""
    return [("sh:targetClass", list(names))]
