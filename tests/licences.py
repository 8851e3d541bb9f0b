"""The licences of everything that is installed with the project, as a page; written with: python -m tests.licences > docs/licences.md"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

PERMISSIVE = frozenset(
    "0BSD Apache-2.0 BSD BSD-2-Clause BSD-3-Clause CC0-1.0 HPND ISC MIT MIT-CMU PSF-2.0 W3C-20150513 Zlib Artistic-1.0-Perl".split()
)
"""Licences under which a library may be used by and shipped beside a program under Apache-2.0, with their notices."""

BY_FILE = frozenset({"MPL-2.0"})
"""Licences that ask for the source of their own changed files alone; none is changed here."""

NAMED = {
    "0BSD": "0BSD",
    "Apache Software License": "Apache-2.0",
    "Apache License": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "BSD License": "BSD",
    "BSD license": "BSD",
    "BSD 3-Clause License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "ISC License": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""How packages name their licences, and what those are called by SPDX."""

TOLD = {
    "atheris": "Apache-2.0",
    "colorama": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "text-unidecode": "Artistic-1.0-Perl",
}
"""Licences of packages whose metadata name none, several in prose, or a choice; read in their licence files."""


@dataclass(frozen=True, slots=True)
class Package:
    """One package of a lock file."""

    name: str
    licence: str
    need: str
    """Whether the program needs it, an extra, or only the development."""

    @property
    def compatible(self) -> bool:
        """Whether a program under Apache-2.0 may use it: under each of the licences that hold together, one of those to choose from."""
        return all(any(one in PERMISSIVE | BY_FILE for one in part.split(" OR ")) for part in self.licence.strip("()").split(" AND "))


def packages() -> Iterator[Package]:
    """Every package of both lock files, in the order of their names."""
    running, developing = _locked("requirements.lock"), _locked("requirements-dev.lock")
    direct = {_plain(name) for name in _declared()}
    for name in sorted(running | developing):
        need = "development" if name not in running else "direct" if name in direct else "through others"
        yield Package(name, licence(name), need)


def licence(name: str) -> str:
    """What the metadata of an installed package say of its licence, as SPDX has it; PackageNotFoundError where it is not installed."""
    if name in TOLD:
        return TOLD[name]
    held = metadata.metadata(name)
    if expression := "".join(held.get_all("License-Expression") or ()):
        return expression
    words = "".join(held.get_all("License") or ()).strip().split("\n")[0].strip()
    named = [c.rsplit(" :: ", 1)[-1] for c in held.get_all("Classifier") or () if c.startswith("License ::")]
    if re.fullmatch(r"[A-Z0-9][\w.-]*(?: (?:OR|AND) [\w.-]+)*", words) and words != "BSD":
        return words
    return next((NAMED[one] for one in (words, *named) if one in NAMED), words or "unknown")


def _locked(name: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9._-]+)==", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))


def _declared() -> list[str]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[dependency-groups]")[0]
    return re.findall(r'"([A-Za-z0-9_-]+)[><=]', text)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def page() -> str:
    """The page."""
    found = list(packages())
    lines = [
        "# Licences of the dependencies",
        "",
        "Everything that `requirements.lock` installs to run the program with all its extras, and `requirements-dev.lock` to",
        "work on it, direct or through others, with the licence that its metadata name, in the words of SPDX. All may be used by",
        "a program under Apache-2.0: they are permissive, or, like the Mozilla Public License, ask only for the source of their own",
        "files, none of which is changed here. Nothing of them is part of tip-kg's own files; the data of others that are,",
        "[`NOTICE`](../NOTICE) names. Wheels of pypdfium2, numpy, matplotlib and pillow hold libraries of others, with their",
        "licences beside them.",
        "",
        "This page is written by `python -m tests.licences > docs/licences.md`; a test compares it with what is installed.",
        "[`supply-chain.md`](supply-chain.md) says how the versions are pinned and checked.",
    ]
    for title, needs in (("To run it", ("direct", "through others")), ("To work on it", ("development",))):
        lines += ["", f"## {title}", "", "| package | licence | needed |", "|---|---|---|"]
        lines += [f"| {one.name} | {one.licence} | {one.need} |" for one in found if one.need in needs]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page())
