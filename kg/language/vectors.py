"""The vectors with which the language model begins, kept from one document to the next.

A word's first vector depends on its own form alone (its norm, first letter, ending and shape, and whether a blank follows it), not on its
neighbours, so that what was worked out for one document serves the next.
"""

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

MOST = 100_000
"""How many vectors are kept; then it begins anew, so that memory stays bounded."""

KEPT = "kept"
"""The name of the layer that keeps them."""

EMBEDDING = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
"""The layers of spaCy's MultiHashEmbed without static vectors, which work row by row; other models are left as they are."""


class _Kept:
    """The vectors of rows of features, in one growing array."""

    def __init__(self, embedding: Model[Any, Any]) -> None:
        self.columns: Any = embedding.layers[0].attrs["columns"]
        self.work = embedding.layers[2:4]
        self.places: dict[bytes, int] = {}
        self.vectors: Any = None

    def of(self, features: Any) -> Any:
        """The vectors of rows of features, in their order."""
        content, size = features.tobytes(), features.shape[1] * features.itemsize
        keys = [content[at : at + size] for at in range(0, len(content), size)]
        if len(self.places) > MOST:
            self.places.clear()
        places = self.places
        fresh = {key: row for row, key in enumerate(keys) if key not in places}
        if fresh:
            self._learn(features[list(fresh.values())], fresh)
        return self.vectors[[places[key] for key in keys]]

    def _learn(self, features: Any, keys: dict[bytes, int]) -> None:
        vectors = features
        for layer in self.work:
            vectors = layer.predict(vectors)
        begin = len(self.places)
        self.vectors = _grown(self.vectors, vectors, begin)
        self.places.update(zip(keys, range(begin, begin + len(keys)), strict=True))


def _grown(held: Any, more: Any, used: int) -> Any:
    """An array with more rows after those that are used; it doubles when it is full, and little is copied in all."""
    if held is None:
        return more
    if used + len(more) > len(held):
        room = held.__class__((max(2 * len(held), used + len(more)), held.shape[1]), dtype=held.dtype)
        room[:used] = held[:used]
        held = room
    held[used : used + len(more)] = more
    return held


def keep(nlp: Language) -> None:
    """Make a pipeline keep the first vectors of words, where it has the layers for it."""
    if "tok2vec" not in nlp.pipe_names:
        return
    whole: Model[Any, Any] = nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    embedding = whole.maybe_get_ref("embed")
    if embedding is not None and len(whole.layers) == 2 and _fits(embedding):
        whole.layers[0] = Model(KEPT, _forward(embedding), layers=[embedding])


def _fits(embedding: Model[Any, Any]) -> bool:
    names = [layer.name.partition("(")[0] for layer in embedding.layers]
    return tuple(names) == EMBEDDING and len(embedding.layers[0].attrs["columns"]) > 1


def _forward(embedding: Model[Any, Any]) -> Callable[[Model[Any, Any], list[Doc], bool], tuple[Any, Any]]:
    kept = _Kept(embedding)

    def forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[Any, Any]:
        if is_train:
            return embedding(docs, is_train)
        rows = [doc.to_array(kept.columns) for doc in docs]
        found = kept.of(model.ops.xp.concatenate(rows))
        return model.ops.unflatten(found, model.ops.asarray1i([len(doc) for doc in docs])), untrained

    return forward


def untrained(_: Any) -> Any:
    """The way back through a layer, which only training takes."""
    raise NotImplementedError("these layers are for reading, not for training")
