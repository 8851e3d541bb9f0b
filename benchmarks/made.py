"""An archive of narratives made from a few: every country and year has one of real length, and no two are alike."""

import random
import re
from collections.abc import Iterator, Sequence
from itertools import islice, product
from pathlib import Path

from kg.narrative.model import Document
from kg.narrative.reading import read
from kg.vocabulary.places import places

ROOT = Path(__file__).resolve().parent.parent
OWN = [ROOT / "examples", ROOT / "tests" / "gold" / "dev" / "texts"]
"""The documents written for the project."""

YEARS = range(2001, 2026)
HEADINGS = {
    "profile": None,
    "recommendations": "Recommendations",
    "prosecution": "Prosecution",
    "protection": "Protection",
    "prevention": "Prevention",
}
"""The sections of a narrative in their order, and the lines above them."""

_FIGURE = re.compile(r"(?<![\w.,$-])[1-9]\d{0,2}(?![\w.,-]|\s*(?:years?|months?|percent))")


def sources(folder: Path | None) -> list[Document]:
    """The narratives of a folder, or the project's own."""
    texts = [str(path) for place in ([folder] if folder else OWN) for path in sorted(place.rglob("*.txt"))]
    return [item for item in read(texts) if isinstance(item, Document)]


def write(folder: Path, own: Sequence[Document], number: int, words: int) -> list[Path]:
    """Write so many narratives of at least so many words into a folder, one a country and year."""
    folder.mkdir(parents=True)
    countries = [(place.code, place.names[0]) for place in places() if place.code not in {d.country for d in own}]
    found = []
    for seed, (year, (code, name)) in enumerate(islice(product(YEARS, countries), number)):
        found.append(folder / f"{code}-{year}.txt")
        found[-1].write_text(narrative(own, name, words, seed), encoding="utf-8")
    return found


def narrative(own: Sequence[Document], country: str, words: int, seed: int) -> str:
    """A narrative of at least so many words: the sections of several, with other figures."""
    chance = random.Random(seed)
    held: dict[str, list[str]] = {name: [] for name in HEADINGS}
    count = 0
    for source in _without_end(own, chance):
        for section in source.sections:
            if section.name in held:
                text = source.text[section.start : section.end].strip()
                held[section.name].append(text)
                count += len(text.split())
        if count >= words:
            break
    parts = [f"{country.upper()} (Tier 2)"]
    for name, heading in HEADINGS.items():
        if held[name]:
            parts += [heading] if heading else []
            parts += [_FIGURE.sub(lambda found: str(chance.randint(2, 600)), text) for text in held[name]]
    return "\n\n".join(parts) + "\n"


def _without_end(own: Sequence[Document], chance: random.Random) -> Iterator[Document]:
    while True:
        yield from chance.sample(list(own), len(own))
