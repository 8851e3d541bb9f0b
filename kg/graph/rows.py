"""Counting the rows of an answer while the store's own writer writes it, so that one with too many is stopped there and then."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, Final, TypeVar

from kg.errors import UsageProblem

Item = TypeVar("Item")

_JSON: Final = re.compile(rb'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_CSV: Final = re.compile(rb'"(?:[^"]++|"")*+"')
_END: Final = 16
"""How many bytes of a piece wait for the next one: a sign for the end of a row may be cut in two."""


class Rows:
    """An output that lets so many rows pass; what is written beyond raises UsageProblem."""

    def __init__(self, output: BinaryIO, most: int, format: str) -> None:
        self._output = output
        self._most = most
        self._counted, self._beside = _WAYS.get(format, _WAYS["json"])
        self._number = 0
        self._rest = b""

    def write(self, data: bytes) -> int:
        """Pass bytes on, or raise."""
        number, self._rest = self._counted(self._rest + bytes(data))
        self._number += number
        if self._number > self._most + self._beside:
            raise too_many(self._most)
        self._output.write(data)
        return len(data)

    def flush(self) -> None:
        """Pass on what waits."""
        self._output.flush()


def no_more(items: Iterable[Item], most: int) -> Iterator[Item]:
    """The items; UsageProblem where there are more than so many."""
    for n, item in enumerate(items):
        if n == most:
            raise too_many(most)
        yield item


def too_many(most: int) -> UsageProblem:
    """What is said of an answer with more rows, or triples."""
    return UsageProblem(f"the answer has more than {most:,} rows; ask for less, for example with LIMIT")


def _lines(data: bytes) -> tuple[int, bytes]:
    return data.count(b"\n"), b""


def _elements(data: bytes) -> tuple[int, bytes]:
    """The rows of XML, in which no text has a bare "<"."""
    last = data.rfind(b"<")
    cut = last if last >= 0 and b">" not in data[last:] else len(data)
    return data[:cut].count(b"<result>"), data[cut:]


def _quoted_lines(data: bytes) -> tuple[int, bytes]:
    """The lines of CSV, of which those between quotes are none."""
    bare, rest = _bare(data, _CSV)
    return bare.count(b"\n"), rest


def _objects(data: bytes) -> tuple[int, bytes]:
    """The rows of JSON: an object of objects that ends, or an empty one."""
    bare, rest = _bare(data, _JSON)
    kept = bare[len(bare.rstrip(b"{}")) :]
    if len(kept) < _END:  # the next piece may go on with what ends here
        bare, rest = bare[: len(bare) - len(kept)], kept + rest
    return bare.count(b"}}") + bare.count(b"{}"), rest


def _bare(data: bytes, quoted: re.Pattern[bytes]) -> tuple[bytes, bytes]:
    """What stands between texts, and what begins with a text whose end has not come."""
    bare = quoted.sub(b"", data)
    open_ = bare.find(b'"')
    return (bare, b"") if open_ < 0 else (bare[:open_], bare[open_:])


_WAYS: Final[dict[str, tuple[Callable[[bytes], tuple[int, bytes]], int]]] = {
    "json": (_objects, 0),
    "xml": (_elements, 0),
    "csv": (_quoted_lines, 1),
    "tsv": (_lines, 1),
}
"""How the rows of a format are counted, and how many beside them: the head of a table."""
