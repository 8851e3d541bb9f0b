"""The words of a PDF's pages with their places, as PDFium finds them."""

import ctypes
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from kg.errors import DataProblem

MOST_PAGES = 5_000
MOST_GLYPHS = 200_000
"""The most characters of one page; a page of print has some five thousand."""
_BOLD = 600
_TURNED = 0.2
_RISE = 0.35
"""Within which part of the size two baselines are of one line, so that a raised footnote mark stays in it."""
_PROBLEMS = {
    raw.FPDF_ERR_PASSWORD: "the PDF is encrypted; save a copy without a password and read that",
    raw.FPDF_ERR_SECURITY: "the PDF is encrypted in a way that is not known here; save a copy without encryption and read that",
}
_BROKEN = "the PDF is damaged or cut off and cannot be opened; get it again, or save it as text"


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page, in points from the page's lower left corner; ``size`` is the height of its letters' boxes."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its words in the order in which the file has them, and whether it shows pictures."""

    words: tuple[Word, ...]
    pictured: bool
    broken: bool = False
    """Whether it could not be read."""


def title(document: "pdfium.PdfDocument") -> str | None:
    """The title that the file gives itself."""
    return " ".join(document.get_metadata_value("Title").split()) or None


def opened(data: bytes) -> "pdfium.PdfDocument":
    """Open a PDF; DataProblem where it is encrypted, damaged or has too many pages."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        reason = error.err_code if b"/Encrypt" in data else None  # the library may tell again what was wrong with the file before
        raise DataProblem(_PROBLEMS.get(reason, _BROKEN)) from None
    if not len(document):
        raise DataProblem(_BROKEN)
    if len(document) > MOST_PAGES:
        raise DataProblem(f"the PDF has {len(document):,} pages, more than the {MOST_PAGES:,} that are read at once; split it")
    return document


def sheets(document: "pdfium.PdfDocument") -> Iterator[Sheet]:
    """The pages in order; one that is damaged is ``broken`` and has no words."""
    for index in range(len(document)):
        try:
            with closing(document[index]) as page, closing(page.get_textpage()) as text:
                words = tuple(_words(text, index))
                yield Sheet(words, not words and any(o.type == raw.FPDF_PAGEOBJ_IMAGE for o in page.get_objects(max_depth=2)))
        except pdfium.PdfiumError:
            yield Sheet((), False, broken=True)


@dataclass(slots=True)
class _Growing:
    letters: list[str]
    left: float
    right: float
    base: float
    size: float
    bold: bool

    def word(self) -> Word:
        return Word("".join(self.letters), self.left, self.right, self.base, self.size, self.bold)


def _words(page: "pdfium.PdfTextPage", index: int) -> Iterator[Word]:
    """The upright words of a page; hyphens at line ends stand as they are printed."""
    number = page.count_chars()
    if number > MOST_GLYPHS:
        raise DataProblem(f"page {index + 1} has {number:,} letters, more than the {MOST_GLYPHS:,} of any page of print; is it damaged?")
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    handle = page.raw
    word: _Growing | None = None
    for at in range(number):
        letter = _letter(handle, at)
        if letter.isspace() or not raw.FPDFText_GetLooseCharBox(handle, at, box) or not raw.FPDFText_GetCharOrigin(handle, at, x, y):
            if word:
                yield word.word()
            word = None
            continue
        size = max(box.top - box.bottom, 0.1)
        if word and not _follows(word, box, y.value, size):
            yield word.word()
            word = None
        if word is None:
            if not _upright(handle, at):
                continue
            word = _Growing([], box.left, box.right, y.value, size, _bold(handle, at))
        word.letters.append(letter)
        word.right = max(word.right, box.right)
    if word:
        yield word.word()


def _follows(word: _Growing, box: "raw.FS_RECTF", base: float, size: float) -> bool:
    """Whether a letter is the next of a word: on its line and no gap before it."""
    near = -0.6 * size <= box.left - word.right <= 0.6 * size
    return near and abs(base - word.base) <= _RISE * max(size, word.size)


def _letter(handle: object, at: int) -> str:
    """The letter at an index as one code point; what no text may hold is a blank."""
    code = raw.FPDFText_GetUnicode(handle, at)
    if code in {0x02, 0xFFFE} or raw.FPDFText_IsHyphen(handle, at) == 1:
        return "-"
    if code < 0x20 or 0xD800 <= code < 0xE000 or code in {0x7F, 0xFFFF} or code > 0x10FFFF:
        return " "
    return chr(code)


def _bold(handle: object, at: int) -> bool:
    """Whether a letter is bold, by its font's weight or, where the file does not say it, by its font's name."""
    name = ctypes.create_string_buffer(100)
    raw.FPDFText_GetFontInfo(handle, at, name, 100, None)
    return bool(raw.FPDFText_GetFontWeight(handle, at) >= _BOLD) or b"bold" in name.value.lower()


def _upright(handle: object, at: int) -> bool:
    """Whether a letter stands upright, unlike the names on the thumb tabs at the edge of a page."""
    turn = float(raw.FPDFText_GetCharAngle(handle, at)) % 6.283185
    return min(turn, 6.283185 - turn) < _TURNED
