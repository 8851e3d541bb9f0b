"""PDF reports made for the tests: two columns, running heads, page numbers, words broken at line ends, narratives that run on."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

PAGE = (612.0, 792.0)
TOP, BOTTOM, LEFT, RIGHT, GUTTER = 720.0, 72.0, 60.0, 552.0, 24.0


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is set."""

    columns: int = 2
    size: float = 9.5
    indent: float = 0.0
    gap: float = 6.0
    """The space between paragraphs."""
    head: str = "TRAFFICKING IN PERSONS REPORT"
    first_page: int = 1
    """The number printed on the first page."""
    justified: bool = True
    across: bool = False
    """Whether the lines of the columns are drawn in turn, from left to right, as some programs write them."""
    spaced: bool = False
    """Whether headings are set with wide letters."""


@dataclass(frozen=True, slots=True)
class Set:
    """A report as set: the file, and on which page each narrative begins, counted from 1."""

    data: bytes
    begins: tuple[int, ...]
    pages: int


@dataclass(slots=True)
class _Line:
    text: str
    x: float
    y: float
    font: str
    size: float
    width: float | None
    """To which width it is spread."""
    spaced: bool = False


@dataclass(slots=True)
class _Setting:
    """Where the next line goes."""

    style: Style
    pages: list[list[_Line]] = field(default_factory=lambda: [[]])
    column: int = 0
    y: float = TOP

    @property
    def width(self) -> float:
        return (RIGHT - LEFT - GUTTER * (self.style.columns - 1)) / self.style.columns

    def room(self, height: float) -> None:
        """Go to the next column or page where a height does not fit."""
        if self.y - height >= BOTTOM:
            return
        self.column, self.y = self.column + 1, TOP
        if self.column == self.style.columns:
            self.column = 0
            self.pages.append([])

    def line(self, text: str, font: str, size: float, *, indent: float = 0, full: bool = False, spaced: bool = False) -> None:
        """Set one line."""
        leading = size * 1.2
        self.room(leading)
        self.y -= leading
        x = LEFT + self.column * (self.width + GUTTER) + indent
        self.pages[-1].append(_Line(text, x, self.y, font, size, self.width - indent if full else None, spaced))

    def paragraph(self, text: str, font: str = "Times-Roman", *, indent: float | None = None) -> None:
        """Set a paragraph, its words broken at line ends where they do not fit."""
        first = self.style.indent if indent is None else indent
        for at, (line, last) in enumerate(_filled(text, font, self.style.size, self.width, first)):
            self.line(line, font, self.style.size, indent=0 if at else first, full=self.style.justified and not last)
        self.y -= self.style.gap


def _filled(text: str, font: str, size: float, width: float, first: float) -> Iterator[tuple[str, bool]]:
    """The lines of a paragraph, each with whether it is the last."""
    words = text.split()
    line: list[str] = []
    room = width - first
    while words:
        word = words.pop(0)
        if stringWidth(" ".join([*line, word]), font, size) <= room:
            line.append(word)
            continue
        cut = next((n for n in range(len(word) - 3, 2, -1) if _breaks(word, n) and _fits([*line, word[:n] + "-"], font, size, room)), 0)
        if cut:
            line.append(word[:cut] + "-")
            word = word[cut:]
        yield " ".join(line), False
        words.insert(0, word)
        line, room = [], width
    yield " ".join(line), True


def _breaks(word: str, at: int) -> bool:
    return word.isalpha() and len(word) > 6 and word[at - 1] in "aeiou" and word[at] not in "aeiou"


def _fits(words: Sequence[str], font: str, size: float, room: float) -> bool:
    return stringWidth(" ".join(words), font, size) <= room


def report(narratives: Sequence[Sequence[str]], style: Style = Style(), *, title: str | None = None) -> Set:
    """Set narratives one after the other; of each the first text is its heading, and short ones without a full stop are headings too."""
    setting = _Setting(style)
    begins: list[int] = []
    for heading, *paragraphs in narratives:
        setting.room(60)
        begins.append(len(setting.pages))
        for line, _ in _filled(heading, "Helvetica-Bold", 19 if style.spaced else 15, setting.width, 0):
            setting.line(line, "Helvetica-Bold", 15, spaced=style.spaced)
        setting.y -= 6
        for text in paragraphs:
            if len(text.split()) < 6 and text[-1] not in ".;":
                setting.room(40)
                setting.line(text, "Helvetica-Bold", style.size + 1)
                setting.y -= 2
            else:
                setting.paragraph(text)
        setting.y -= 14
    return Set(drawn(setting.pages, style, title), tuple(begins), len(setting.pages))


def drawn(pages: Sequence[Sequence[_Line]], style: Style, title: str | None = None, encrypt: object = None) -> bytes:
    """The file of pages, each with its head and number."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=PAGE, invariant=True, encrypt=encrypt)
    if title:
        canvas.setTitle(title)
    for number, lines in zip(count(style.first_page), pages, strict=False):
        if style.head:
            canvas.setFont("Helvetica", 8)
            canvas.drawString(LEFT, 750, style.head)
            canvas.drawRightString(RIGHT, 40, str(number))
        for line in sorted(lines, key=lambda one: (-one.y, one.x)) if style.across else lines:
            _draw(canvas, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, line: _Line) -> None:
    text = canvas.beginText(line.x, line.y)
    text.setFont(line.font, line.size)
    blanks = line.text.count(" ")
    text.setWordSpace((line.width - stringWidth(line.text, line.font, line.size)) / blanks if line.width and blanks else 0)
    text.setCharSpace(2 if line.spaced else 0)
    text.textOut(line.text)
    canvas.drawText(text)
