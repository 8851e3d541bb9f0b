"""What the inputs of a command stand for: files, those of folders, addresses and standard input, in path order."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kg.errors import UsageProblem
from kg.narrative.characters import has_credentials, without_credentials
from kg.narrative.corpora import ENDINGS as CORPORA
from kg.narrative.corpora import is_corpus
from kg.narrative.fetching import SCHEMES

STDIN = "-"
TEXTS = frozenset({".txt", ".text", ".htm", ".html", ".xhtml", ".pdf", ""})
_ADDRESS = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]+)://")
Form = Literal["stdin", "address", "text", "corpus", "unknown"]


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read; ``name`` is how the user knows it and how it is ordered."""

    name: str
    form: Form
    path: Path | None = None


def expand(inputs: Sequence[str], manifest: Path | None) -> tuple[Input, ...]:
    """All inputs, folders replaced by their files, each once, in the order of their names.

    Raises UsageProblem for a missing file, an address that is neither http nor https, and for no input at all.
    """
    if not inputs:
        raise UsageProblem("no input: give files, folders, addresses or - for standard input")
    apart = real(manifest) if manifest else None
    found: dict[object, Input] = {}
    for given in inputs:
        for one in _expanded(given):
            key = real(one.path) if one.path else one.name
            if key != apart:
                found.setdefault(key, one)
    return tuple(sorted(found.values(), key=lambda one: one.name))


def real(path: Path) -> Path:
    """The path without symbolic links; where they lead in a circle, as far as they can be followed."""
    return Path(os.path.realpath(path))


def _expanded(given: str) -> Iterator[Input]:
    if given == STDIN:
        yield Input("stdin", "stdin")
    elif address := _ADDRESS.match(given):
        if address["scheme"].lower() not in SCHEMES:
            raise UsageProblem(f"{without_credentials(given)}: only http and https addresses can be read; save the page and give the file")
        if has_credentials(given):
            plain = without_credentials(given)
            raise UsageProblem(f"{plain}: an address with a user name or password is not read; fetch the page yourself and give the file")
        yield Input(given, "address")
    elif Path(given).is_dir():
        yield from _folder(Path(given))
    elif Path(given).exists():
        path = Path(given)
        ending = path.suffix.lower()
        yield Input(path.as_posix(), "corpus" if ending in CORPORA else "unknown" if ending == ".json" else "text", path)
    else:
        raise UsageProblem(f"{given}: there is no such file or folder; check the path")


def _folder(folder: Path) -> Iterator[Input]:
    """The files of a folder and those below, notes and hidden files aside; what is no form of narrative is ``unknown``."""
    for at, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(at) / name
            if not (name.startswith(".") or name.upper().startswith("README") or path.suffix.lower() == ".md"):
                yield Input(path.as_posix(), _form(path), path)


def _form(path: Path) -> Form:
    ending = path.suffix.lower()
    if path.exists() and not path.is_file():
        return "unknown"
    if ending in CORPORA:
        return "corpus" if is_corpus(path) else "unknown"
    return "text" if ending in TEXTS else "unknown"
