"""The arithmetic of the language model: products of matrices by numpy's library, which takes a third of the time that thinc's own takes.

What is worked out word by word and kept stays with thinc's, whose results do not depend on how many rows are worked out at once.
Everything else is worked out one document at a time, so that its result depends on nothing but the document.
"""

from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from thinc.api import Model, NumpyOps

from kg.language.vectors import KEPT


def quicken(nlp: Language) -> None:
    """Let numpy multiply the matrices of a pipeline, where thinc does it on the processor without a library of the system's."""
    for name in nlp.pipe_names:
        model = getattr(nlp.get_pipe(name), "model", None)
        for layer in _layers(model) if isinstance(model, Model) else ():
            if type(layer.ops) is NumpyOps:
                layer.ops = NumpyOps(use_blis=False)


def _layers(model: Model[Any, Any]) -> Iterator[Model[Any, Any]]:
    """A model and all below it but for what is kept."""
    if model.name != KEPT:
        yield model
        for layer in model.layers:
            yield from _layers(layer)
