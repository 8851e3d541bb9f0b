"""Where ontology and shapes are: at the top of a checkout, inside the package when installed."""

from pathlib import Path
from typing import Literal


def folder(name: Literal["ontology", "shapes"]) -> Path:
    """The folder of the Turtle files; FileNotFoundError if the installation lacks it."""
    package = Path(__file__).resolve().parent
    found = next((p for p in (package / f"_{name}", package.parent / name) if p.is_dir()), None)
    if found is None:
        raise FileNotFoundError(f"the folder {name}/ is missing from this installation of tip-kg; install it again")
    return found
