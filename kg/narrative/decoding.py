"""From bytes to text: UTF-8, UTF-16 with its mark or by its zeros, what a page declares, else Windows-1252 as a guess that is reported."""

import codecs
import re
from dataclasses import dataclass

from kg.errors import DataProblem
from kg.narrative.characters import visible
from kg.narrative.garbled import mended

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FORMS = (
    (b"PK\x03\x04", "it is a Word, Excel or zip file, not text: save it as text"),
    (b"\xd0\xcf\x11\xe0", "it is an old Word or Excel file, not text: save it as text"),
    (b"{\\rtf", "it is a rich text file (RTF): save it as plain text"),
    (b"\x1f\x8b", "it is a compressed file: unpack it first"),
)
GUESS = "cp1252"
_SAMPLE = 4_000

_NO_PAGE = frozenset({"idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})
"""What Python calls encodings and no browser does; some take the square of a page's length, some make half characters."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, whether its encoding was a guess, and whether letters that had been garbled before were put right."""

    text: str
    guessed: bool
    mended: bool = False


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """Decode a file or page; ``declared`` is the encoding that came with it, as in an HTTP header.

    Raises DataProblem, without saying where, for what is no text and for what no encoding tried here fits.
    """
    must_be_text(data)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(_strict(data[len(mark) :], encoding))
    if wide := unmarked(data):
        return _decoded(_strict(data, wide))
    if b"\0" in data:
        raise DataProblem("it is no text: it holds NUL bytes; save it as UTF-8 text")
    for encoding in _likely(data, declared):
        try:
            return _decoded(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    return _decoded(_strict(data, GUESS), guessed=True)


def unmarked(data: bytes) -> str | None:
    """UTF-16 without its mark, told by the zeros that are every second byte of a text in Latin letters; None for anything else."""
    start = data[: 2 * _SAMPLE]
    even, odd = start[::2].count(0), start[1::2].count(0)
    few, many = sorted((even, odd))
    if len(data) % 2 or many < 0.8 * len(start) / 2 or few > 0.01 * many:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def must_be_text(start: bytes) -> None:
    """Refuse what begins as a file of a form that holds its text packed: DataProblem."""
    for magic, problem in _FORMS:
        if start.startswith(magic):
            raise DataProblem(problem)


def _likely(data: bytes, declared: str | None) -> list[str]:
    found = _DECLARED.search(data[:4096])
    labels = ["utf-8", declared, found.group(1).decode("ascii") if found else None]
    return [label for label in labels if label and _known(label)]


def _known(label: str) -> bool:
    try:
        found = codecs.lookup(label)
        return found._is_text_encoding and found.name.replace("_", "-") not in _NO_PAGE
    except LookupError:
        return False


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DataProblem(f"it cannot be decoded: byte {error.start} is neither UTF-8 nor {encoding}; save it as UTF-8 text") from None


def _decoded(text: str, *, guessed: bool = False) -> Decoded:
    """The text, unless it holds control characters as only binary files do."""
    controls = len(_CONTROL.findall(text))
    if "\0" in text or controls > (0 if guessed else len(text) // 100):
        raise DataProblem("it is no text: it holds control characters as binary files do; save it as UTF-8 text")
    right = mended(text)
    return Decoded(visible(right), guessed, right != text)
