"""Turtle for files that people read: blocks in the order given, with a comment on top."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Block:
    """All that is said of one subject; terms are written as Turtle."""

    subject: str
    properties: Sequence[tuple[str, Sequence[str]]]


def block(subject: str, *properties: tuple[str, str | Sequence[str]]) -> Block:
    """A block from pairs of a property and one or several values; pairs without values are left out."""
    pairs = [(name, [values] if isinstance(values, str) else list(values)) for name, values in properties]
    return Block(subject, [(name, values) for name, values in pairs if values])


def text(words: str, language: str | None = None) -> str:
    """A literal.

    >>> text("a trafficking “flow”", "en")
    '"a trafficking “flow”"@en'
    """
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"' + (f"@{language}" if language else "")


def iri(address: str) -> str:
    """An IRI in full."""
    return f"<{address}>"


def listed(items: Iterable[str]) -> str:
    """An RDF list."""
    return f"( {' '.join(items)} )"


def with_article(noun: str) -> str:
    """A noun with its indefinite article, by its first letter.

    >>> with_article("assessment")
    'an assessment'
    """
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def turtle(comment: str, prefixes: dict[str, str], blocks: Iterable[Block]) -> str:
    """A Turtle file with the prefixes that it uses."""
    body = "\n".join(_written(b) for b in blocks)
    used = sorted(name for name in prefixes if f"{name}:" in body)
    head = "".join(f"@prefix {name}: <{prefixes[name]}> .\n" for name in used)
    return f"# {comment}\n\n{head}\n{body}"


def _written(block: Block) -> str:
    lines = [f"\n    {name} {', '.join(values)}" for name, values in block.properties]
    return f"{block.subject} {' ;'.join(lines).strip()} .\n"


def write(files: Mapping[str, str], folder: Path) -> None:
    """Write Turtle files, named by their path below the folder, and remove those that are no longer among them."""
    for old in folder.rglob("*.ttl"):
        if old.relative_to(folder).as_posix() not in files:
            old.unlink()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
