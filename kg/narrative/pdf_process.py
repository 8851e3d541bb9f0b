"""The process in which PDFs are read, so that one that hangs, bursts or breaks the library takes nothing else with it.

A request is the length of a file in eight bytes and the file; an answer is the length of a JSON text in eight bytes and the text.
"""

import json
import signal
import sys
from contextlib import closing
from dataclasses import asdict
from typing import IO

from kg.errors import DataProblem

MOST_MEMORY = 1 << 30
MOST_SECONDS = 180
LENGTH = 8


def main() -> int:
    """Answer requests until there are no more."""
    _limit()
    while size := sys.stdin.buffer.read(LENGTH):
        if sys.platform != "win32":
            signal.alarm(MOST_SECONDS)
        data = sys.stdin.buffer.read(int.from_bytes(size))
        send(sys.stdout.buffer, json.dumps(_answer(data)).encode())
        if sys.platform != "win32":
            signal.alarm(0)
    return 0


def send(to: IO[bytes], data: bytes) -> None:
    """Write a message."""
    to.write(len(data).to_bytes(LENGTH))
    to.write(data)
    to.flush()


def _answer(data: bytes) -> dict[str, object]:
    try:
        return read(data)
    except DataProblem as problem:
        return {"problem": str(problem)}
    except MemoryError:
        return {"problem": "the PDF needs more memory than one may take; split it, or save it as text"}


def read(data: bytes) -> dict[str, object]:
    """The text of a PDF, what its title and running heads say, and which pages have pictures instead of text or are damaged."""
    from kg.narrative.columns import ordered  # noqa: PLC0415 - after the limits are set
    from kg.narrative.glyphs import opened, sheets, title  # noqa: PLC0415
    from kg.narrative.typesetting import typeset  # noqa: PLC0415

    with closing(opened(data)) as document:
        found = list(sheets(document))
        named = title(document)
    lines, heads = ordered([sheet.words for sheet in found])
    paper = typeset(lines, len(found))
    return {
        "paper": asdict(paper),
        "titles": [*filter(None, [named]), *heads],
        "pictured": [n for n, sheet in enumerate(found, 1) if sheet.pictured],
        "broken": [n for n, sheet in enumerate(found, 1) if sheet.broken],
    }


def _limit() -> None:
    """Hold this process to its memory, where the system can."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not everywhere

    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
