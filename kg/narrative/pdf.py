"""PDFs as text with the offsets of their pages, read in a process of their own within limits of time and memory."""

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import kg
from kg.errors import DataProblem
from kg.narrative import naming, pdf_process

MAGIC = b"%PDF-"
_HEAD = 1024
_EOF = b"%%EOF"
_TAIL = 2048
MOST_BYTES = 500_000_000
_FEW_WORDS = 5


@dataclass(frozen=True, slots=True)
class Converted:
    """A converted PDF: where each page begins in the text, its headings, what it calls itself, and what is doubtful."""

    text: str
    pages: tuple[int, ...]
    titles: tuple[int, ...]
    title: str | None
    doubts: tuple[str, ...]


def is_pdf(data: bytes) -> bool:
    """Whether a file is a PDF; some have a few bytes before its mark."""
    return MAGIC in data[:_HEAD] and not data[:_HEAD].lstrip().lower().startswith((b"<!doctype", b"<html"))


def convert(data: bytes) -> Converted:
    """Convert a PDF; DataProblem where it cannot be opened, has no text, or passes a limit."""
    if len(data) > MOST_BYTES:
        raise DataProblem(f"the PDF has {len(data):,} bytes, more than the {MOST_BYTES:,} that are read at once; split it")
    found = _reader.ask(data)
    if "problem" in found:
        raise DataProblem(found["problem"])
    cut = _EOF not in data[-_TAIL:]
    paper, pictured, broken = found["paper"], found["pictured"], found["broken"]
    if len(paper["text"].split()) < _FEW_WORDS:
        raise DataProblem(_without_text(len(paper["pages"]), pictured, broken))
    title = next((t for fits in (naming.header, naming.report_year) for t in found["titles"] if fits(t)), None)
    return Converted(paper["text"], tuple(paper["pages"]), tuple(paper["titles"]), title, tuple(_doubts(pictured, broken, cut=cut)))


def _without_text(pages: int, pictured: Sequence[int], broken: Sequence[int]) -> str:
    if pictured:
        return "the PDF holds pictures of pages and no text, as scans do; run it through text recognition (OCR) first"
    if len(broken) == pages:
        return "none of the PDF's pages can be read, it is damaged; get it again, or save it as text"
    return "the PDF holds no text; if its pages show some, run it through text recognition (OCR) first"


def _doubts(pictured: Sequence[int], broken: Sequence[int], *, cut: bool) -> list[str]:
    found = []
    if cut:
        found.append("the PDF is cut off or damaged at its end; what can be found of it is read, get it again")
    if broken:
        found.append(f"{_pages(broken)} cannot be read, the PDF is damaged there; what stands on the other pages is read")
    if pictured:
        found.append(f"{_pages(pictured)} of the PDF hold a picture and no text; if it shows text, run it through text recognition (OCR)")
    return found


def _pages(numbers: Sequence[int]) -> str:
    """Pages in words: the first ten by their numbers."""
    named = ", ".join(map(str, numbers[:10]))
    more = f" and {len(numbers) - 10:,} more" if len(numbers) > 10 else ""
    return f"page{'s' if len(numbers) > 1 else ''} {named}{more}"


class _Reader:
    """The process that reads PDFs: started with the first, used for all that follow, and started anew after one that broke it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def ask(self, data: bytes) -> Mapping[str, Any]:
        """What the process says of a PDF; DataProblem where it ends or takes too long."""
        with self._lock:
            process = self._process = self._running()
            late = threading.Event()
            timer = threading.Timer(pdf_process.MOST_SECONDS, _end, (process, late))
            timer.start()
            try:
                return _answered(process, data)
            except (OSError, ValueError):
                self.stop()
                took = f"it takes longer than {pdf_process.MOST_SECONDS} seconds"
                burst = f"it needs more than {pdf_process.MOST_MEMORY >> 20} MB of memory or breaks the reader"
                why = took if late.is_set() else burst
                raise DataProblem(f"the PDF is given up: {why}; split it, or save it as text") from None
            except BaseException:
                self.stop()
                raise
            finally:
                timer.cancel()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process and self._process.poll() is None:
            return self._process
        path = os.pathsep.join(filter(None, (str(Path(kg.__file__).parents[1]), os.environ.get("PYTHONPATH"))))
        return subprocess.Popen(
            [sys.executable, "-m", "kg.narrative.pdf_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )

    def stop(self) -> None:
        """End the process."""
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _answered(process: subprocess.Popen[bytes], data: bytes) -> Mapping[str, Any]:
    assert process.stdin
    assert process.stdout
    pdf_process.send(process.stdin, data)
    size = process.stdout.read(pdf_process.LENGTH)
    answer: Mapping[str, Any] = json.loads(process.stdout.read(int.from_bytes(size)))
    return answer


def _end(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


_reader = _Reader()
atexit.register(_reader.stop)
