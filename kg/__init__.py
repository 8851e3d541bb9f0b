"""Read Trafficking in Persons narratives into a validated, queryable RDF graph.

>>> import kg
>>> sorted(name for name in dir(kg) if not name.startswith("_"))
['KnowledgeGraph', 'build', 'open']

``kg.build`` reads narratives into a store, ``kg.open`` opens one, be it a folder or an address. Both are loaded when they are used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.build import build as build
    from kg.door import KnowledgeGraph as KnowledgeGraph
    from kg.door import open as open  # noqa: A004 - called kg.open

__version__ = "0.1.0"
__all__ = ["KnowledgeGraph", "build", "open"]


if not TYPE_CHECKING:  # type checkers know what is offered from above

    def __getattr__(name: str) -> object:
        """What is offered, when it is first asked for; ``kg.build`` is the module of that name, which can be called."""
        if name == "build":
            return import_module("kg.build")
        if name in __all__:
            return getattr(import_module("kg.door"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """What is offered, loaded or not."""
    return [*__all__, "__version__"]
