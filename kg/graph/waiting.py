"""What was read and waits to be written to a store: a file of N-Quads in its folder, so that a build that is killed has not read in vain.

Before the quads of each document stands a comment with their number, their length in bytes and their checksum. By it is known what
was being written when the power went: that is left out, and read again.
"""

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import RawIOBase
from pathlib import Path

from kg.files import WAITING
from kg.graph.packing import Lines, joined

_HEAD = re.compile(rb"# (\d+) (\d+) (\d+)\n")

_LONGEST = 64
"""More bytes than a comment has: where the power went there may be a long row of nothing instead."""


class Waiting:
    """The file with how many quads are in it, and of which graphs; where a killed writer left one, it is taken up."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / WAITING
        self.number = sum(lines.number for lines in self._documents()) if self.path.exists() else 0
        self.graphs: set[str] = set()
        """The graphs of what was added; what a killed writer left has none here."""
        if not self.number:
            self.clear()

    def add(self, lines: Lines) -> int:
        """Let the quads of one document, or the links of one bucket, wait; from which byte of the file on they stand there."""
        with self.path.open("ab", buffering=0) as file:
            end = file.tell()
            try:
                _write(file, b"# %d %d %d\n" % (lines.number, len(lines.text), zlib.crc32(lines.text)))
                start = file.tell()
                _write(file, lines.text)
            except OSError:
                file.truncate(end)  # the disk is full; what comes later must not stand behind half a document
                raise
        self.number += lines.number
        self.graphs |= lines.graphs
        return start

    def parts(self, least: int) -> Iterator[Lines]:
        """All that waits, in parts of at least so many quads, the last of fewer; no document is in two of them."""
        held, number = list[Lines](), 0
        for lines in self._documents():
            held.append(lines)
            number += lines.number
            if number >= least:
                yield joined(*held)
                held, number = [], 0
        if held:
            yield joined(*held)

    def clear(self) -> None:
        """Forget all, because it is written."""
        with suppress(FileNotFoundError):
            self.path.unlink()
        self.number, self.graphs = 0, set()

    def _documents(self) -> Iterator[Lines]:
        """The quads of one document after another, up to what is not whole."""
        left = self.path.stat().st_size
        with self.path.open("rb") as file:
            while head := _HEAD.fullmatch(file.readline(_LONGEST)):
                number, length, check = map(int, head.groups())
                left -= len(head[0]) + length
                if left < 0 or zlib.crc32(text := file.read(length)) != check:
                    return
                yield Lines(text, number, frozenset())


def _write(file: RawIOBase, text: bytes) -> None:
    left = memoryview(text)
    while left:
        left = left[file.write(left) :]
