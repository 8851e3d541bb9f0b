"""The rooms of the package: which may import which, where each library lives, and how long a piece of code may be."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

import kg

PACKAGE = Path(kg.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = (
    "vocabulary",
    "narrative",
    "language",
    "facts",
    "graph",
    "flows",
    "cluster",
    "processes",
    "grouping",
    "links",
    "build",
    "ready",
    "door",
    "web",
    "cli",
)
"""From the ground up: a room imports only rooms before it."""

BESIDE = {"evaluation": "facts"}
"""A room beside the layers, and the layer on which it stands; only the command line imports it."""

OFFERED = frozenset({"build", "door"})
"""What ``import kg`` offers; it is imported when it is first used, so that the command line does not wait for it."""

ANYBODY = frozenset({"errors", "files", "resources", "__init__", "__version__"})
"""What every room may import, and what imports no room."""

LIBRARIES = {
    "spacy": "language",
    "thinc": "language",
    "rdflib": "graph",
    "pyoxigraph": "graph",
    "pyshacl": "graph",
    "networkx": "flows",
    "matplotlib": "flows",
    "numpy": "flows",
    "lxml": "narrative",
    "pypdfium2": "narrative",
    "tqdm": "cli",
    "distributed": "cluster",
    "pandas": "door",
    "starlette": "web",
    "uvicorn": "web",
    "jinja2": "web",
    "markupsafe": "web",
}
"""The one room in which each third-party library may be imported."""

Function = ast.FunctionDef | ast.AsyncFunctionDef

LONGEST_MODULE = 400
LONGEST_FUNCTION = 60


class Import(NamedTuple):
    """A module that a file imports, wherever in the file."""

    path: Path
    line: int
    module: str

    def __str__(self) -> str:
        return f"{self.path.relative_to(PACKAGE.parent)}:{self.line} imports {self.module}"


def room(path: Path) -> str:
    """The room of a file: the folder or the module below ``kg``."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(path: Path) -> Iterator[Import]:
    """Every import of a file, those inside functions and those by name with importlib too."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.Import(names=names):
                yield from (Import(path, node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(module=module, level=0, names=names) if module == "kg":
                yield from (Import(path, node.lineno, f"kg.{alias.name}") for alias in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield Import(path, node.lineno, module)
            case ast.ImportFrom(level=level) if level:
                raise AssertionError(f"{path}:{node.lineno}: a relative import; name the package")
            case ast.Call(func=ast.Attribute(attr=called) | ast.Name(id=called), args=[ast.Constant(value=str(name)), *_]):
                yield from [Import(path, node.lineno, name)] if called in ("import_module", "__import__") else []


def may_import(importer: str, imported: str) -> bool:
    """Whether one room may import another."""
    if imported == importer or imported in ANYBODY or (importer == "__init__" and imported in OFFERED):
        return True
    if importer in BESIDE:
        return imported in LAYERS[: LAYERS.index(BESIDE[importer]) + 1]
    if imported in BESIDE:
        return importer == "cli"
    return importer in LAYERS and imported in LAYERS[: LAYERS.index(importer)]


ALL = [found for path in MODULES for found in imports(path)]


def test_imports_are_found_wherever_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(
        "import spacy.tokens as s\nfrom kg import graph\nfrom lxml.html import parse\n"
        "def f():\n    if 1:\n        from kg.cli import main\n    import_module('tqdm')\n    __import__('rdflib')\n",
        encoding="utf-8",
    )
    assert [found.module for found in imports(path)] == ["spacy.tokens", "kg.graph", "lxml.html", "kg.cli", "tqdm", "rdflib"]
    relative = tmp_path / "relative.py"
    relative.write_text("from . import graph\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="relative import"):
        list(imports(relative))


def test_every_module_is_read() -> None:
    assert len(MODULES) >= 80
    assert {room(path) for path in MODULES} == {*LAYERS, *BESIDE, *ANYBODY - {"__version__"}, "__main__"}
    assert len(ALL) >= 5 * len(LAYERS)


def test_rooms_import_only_what_lies_below_them() -> None:
    inside = [(found, found.module.split(".")[1]) for found in ALL if found.module.startswith("kg.")]
    assert len(inside) >= 100
    assert [str(found) for found, imported in inside if room(found.path) != "__main__" and not may_import(room(found.path), imported)] == []


@pytest.mark.parametrize(("lower", "upper"), list(pairwise(LAYERS)))
def test_the_direction_is_held_for_each_pair_of_layers(lower: str, upper: str) -> None:
    assert may_import(upper, lower)
    assert not may_import(lower, upper)


def test_each_library_is_imported_in_its_room_alone() -> None:
    outside = {found for found in ALL if found.module.split(".")[0] in LIBRARIES}
    assert {found.module.split(".")[0] for found in outside} >= {"spacy", "pyoxigraph", "pyshacl", "networkx", "matplotlib", "lxml", "tqdm"}
    assert [str(found) for found in outside if LIBRARIES[found.module.split(".")[0]] != room(found.path)] == []


def test_no_module_imports_a_library_without_a_room() -> None:
    strangers = {found.module.split(".")[0] for found in ALL} - sys.stdlib_module_names - LIBRARIES.keys() - {"kg"}
    assert strangers == set()


def test_modules_and_functions_are_short() -> None:
    functions = [(path, node) for path in MODULES for node in ast.walk(tree(path)) if isinstance(node, Function)]
    assert len(functions) >= 300
    assert [str(path) for path in MODULES if path.read_text(encoding="utf-8").count("\n") > LONGEST_MODULE] == []
    assert [f"{path}: {node.name}" for path, node in functions if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION] == []


def test_every_module_and_public_function_says_what_it_is() -> None:
    silent = [str(path) for path in MODULES if path.stat().st_size and not ast.get_docstring(tree(path))]
    for path in MODULES:
        public = (node for node in tree(path).body if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"))
        silent += [f"{path}: {node.name}" for node in public if not ast.get_docstring(node)]
    assert silent == []
