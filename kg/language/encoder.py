"""The layers of the language model in which words look at their neighbours, worked out in as few steps as numpy can take.

Each layer joins a word's vector with those beside it, multiplies, takes the largest of three, brings the result to one measure, and
adds it to what was there (spaCy's MaxoutWindowEncoder). The results are those of thinc's layers but for the last bits.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from thinc.api import Model, NumpyOps

from kg.language.vectors import untrained

Forward = Callable[[Model[Any, Any], Any, bool], tuple[Any, Any]]

LAYER = ["expand_window", "maxout", "layernorm", "dropout"]
"""The steps of a layer that is known here; other models are left as they are."""

TINY = 1e-8
"""What keeps a variance from being nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class _Layer:
    """The weights of one layer, arranged so that the numbers of which the largest is taken lie in blocks side by side."""

    weights: Any
    bias: Any
    scale: Any
    shift: Any

    def of(self, vectors: Any, xp: Any) -> Any:
        """What the layer makes of the vectors of words."""
        number, width = vectors.shape
        wide = xp.empty((number, 3 * width), dtype=vectors.dtype)
        wide[0, :width] = 0
        wide[1:, :width] = vectors[:-1]
        wide[:, width : 2 * width] = vectors
        wide[:-1, 2 * width :] = vectors[1:]
        wide[-1, 2 * width :] = 0
        pieces = wide @ self.weights
        pieces += self.bias
        most = xp.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        xp.maximum(most, pieces[:, 2 * width :], out=most)
        most -= most.mean(axis=1, keepdims=True)
        most *= (xp.einsum("ij,ij->i", most, most) / width + TINY)[:, None] ** -0.5
        most *= self.scale
        most += self.shift
        most += vectors
        return most


def shorten(nlp: Language) -> None:
    """Make a pipeline's encoder take as few steps as it can, where it is made of layers that are known."""
    whole: Any = nlp.get_pipe("tok2vec").model if "tok2vec" in nlp.pipe_names else None  # type: ignore[attr-defined]
    array = whole.layers[1] if whole is not None and len(whole.layers) == 2 else None
    if array is not None and array.name.startswith("with_array") and all(map(_is_known, array.layers[0].layers)):
        array.layers[0] = Model("encoder", _forward(array.layers[0]), layers=[array.layers[0]])


def _is_known(residual: Model[Any, Any]) -> bool:
    steps = [step for step in residual.walk(order="dfs_pre") if not step.layers]
    return (
        residual.name.startswith("residual")
        and [step.name for step in steps] == LAYER
        and steps[0].attrs["window_size"] == 1
        and steps[1].get_dim("nP") == 3
        and type(residual.ops) is NumpyOps
    )


def _forward(encoder: Model[Any, Any]) -> Forward:
    layers: Sequence[_Layer] = [_layer(residual) for residual in encoder.layers]

    def forward(model: Model[Any, Any], vectors: Any, is_train: bool) -> tuple[Any, Any]:
        if is_train or not len(vectors):
            return encoder(vectors, is_train)
        for layer in layers:
            vectors = layer.of(vectors, model.ops.xp)
        return vectors, untrained

    return forward


def _layer(residual: Model[Any, Any]) -> _Layer:
    _, maxout, norm, _ = (step for step in residual.walk(order="dfs_pre") if not step.layers)
    weights: Any = maxout.get_param("W")
    bias: Any = maxout.get_param("b")
    arranged = weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T
    return _Layer(arranged, bias.T.reshape(-1).copy(), norm.get_param("G"), norm.get_param("b"))
