"""PDFs are read in the order of their columns, without running heads, with their pages; what cannot be read is told in one line."""

import io
import random
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kg.errors import DataProblem
from kg.narrative import glyphs, pdf, pdf_process
from kg.narrative.model import Document, Issue
from kg.narrative.pdf import convert
from kg.narrative.reading import read
from tests.narrative.made import ASKED, CLAIM, HEADER, PREVENTION, PROFILE, PROSECUTION, PROTECTION, WORDS, words_of
from tests.narrative.papers import Style, report

PARTS = (HEADER, *PROFILE, CLAIM, ASKED, "Prosecution", PROSECUTION, "Protection", PROTECTION, "Prevention", PREVENTION)
NEIGHBOURS = {"LSO": "Lesotho", "MMR": "Burma", "MWI": "Malawi", "ECU": "Ecuador", "QAT": "Qatar", "TGO": "Togo"}
TITLE = "TRAFFICKING IN PERSONS REPORT 2012"
STYLES = {
    "two columns": Style(head=TITLE),
    "lines drawn across the columns": Style(head=TITLE, across=True),
    "paragraphs with an indent": Style(head=TITLE, indent=12, gap=0),
    "wide headings": Style(head=TITLE, spaced=True),
    "ragged lines": Style(head=TITLE, justified=False),
    "one column": Style(head=TITLE, columns=1),
    "three columns": Style(head=TITLE, columns=3, size=8),
    "later numbers": Style(head=TITLE, first_page=229),
}


def _of(country: str) -> list[str]:
    return [part.replace("Lesotho", country).replace("LESOTHO", country.upper()) for part in PARTS]


def _words(country: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, text.replace("Lesotho", country).replace("LESOTHO", country.upper())) for name, text in WORDS)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_a_whole_report_is_its_narratives_word_for_word_each_with_its_pages(tmp_path: Path, style: Style) -> None:
    made = report([_of(country) for country in NEIGHBOURS.values()], style)
    assert made.pages >= 2
    (tmp_path / "tip.pdf").write_bytes(made.data)
    found = [one for one in read([str(tmp_path / "tip.pdf")]) if isinstance(one, Document)]
    assert [(d.id, d.country, d.year, d.tier, d.media_type) for d in found] == [
        (f"tip/{code}-2012", code, 2012, "2WL", "application/pdf") for code in NEIGHBOURS
    ]
    assert [words_of(d) for d in found] == [_words(country) for country in NEIGHBOURS.values()]
    assert tuple(d.page(d.sections[0].start) for d in found) == made.begins
    assert [d.page(d.sections[-1].end - 1) for d in found[:-1]] <= [*made.begins[1:]]
    assert found[-1].page(len(found[-1].text)) == made.pages


def test_each_part_of_a_text_is_on_its_page() -> None:
    words = [f"word{n}" for n in range(2_500)]
    style = Style(justified=False)
    paper = convert(report([[HEADER, " ".join(words)]], style).data)
    for page, (start, end) in enumerate(zip(paper.pages, [*paper.pages[1:], len(paper.text)], strict=True), 1):
        alone = glyphs_of(report([[HEADER, " ".join(words)]], style).data, page)
        assert paper.text[start:end].split()[:5] == alone[:5]


def glyphs_of(data: bytes, page: int) -> list[str]:
    """The words of one page as the file has them, without its head and number."""
    sheet = list(glyphs.sheets(glyphs.opened(data)))[page - 1]
    return [word.text for word in sheet.words if 60 < word.base < 740]


def test_a_word_broken_at_the_end_of_a_line_is_whole_and_a_compound_keeps_its_hyphen() -> None:
    text = "Cross-border work is hard; the cross-border police of Lesotho trafficked nobody. " * 40
    found = convert(report([[HEADER, text.strip()]], Style(columns=3, size=8, head="")).data).text
    assert set(found.split()) == {*text.split(), *HEADER.split()}


def test_the_page_of_a_narrative_alone_is_counted_from_one(tmp_path: Path) -> None:
    (tmp_path / "LSO-2012.pdf").write_bytes(report([_of("Lesotho")]).data)
    (found,) = read([str(tmp_path / "LSO-2012.pdf")])
    assert isinstance(found, Document)
    assert (found.id, found.year, found.pages[0], words_of(found)) == ("LSO-2012", 2012, 0, WORDS)


def _encrypted(user: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(user, ownerPassword="owner"))
    canvas.drawString(72, 720, "LESOTHO (Tier 2) Lesotho is a source country for boys.")
    canvas.save()
    return out.getvalue()


def _scanned(*, text_on: int | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for page in range(3):
        if page == text_on:
            canvas.drawString(72, 720, "Lesotho is a source country for men, women and boys.")
        else:
            canvas.drawImage(ImageReader(Image.new("L", (100, 100))), 0, 0, 500, 700)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _raw(*objects: bytes) -> bytes:
    """A file of objects, of which the first is the catalogue."""
    out, offsets = b"%PDF-1.7\n", list[int]()
    for number, held in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    start = len(out)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, table, size, start)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"


def _page(stream: bytes) -> bytes:
    return _raw(
        CATALOG,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


def _bomb() -> bytes:
    """A page that is eight hundred megabytes of words when it is unpacked."""
    packer = zlib.compressobj(9)
    words = b"BT /F 9 Tf 1 0 0 1 50 50 Tm (men women) Tj ET\n" * 20_000
    return _page(b"".join([*(packer.compress(words) for _ in range(800)), packer.flush()]))


def _circle() -> bytes:
    """A page that shows a form which shows itself twice."""
    return _raw(
        CATALOG,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        b"<</Length 5>>stream\n/X Do\nendstream",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 11>>stream\n/X Do /X Do\nendstream",
    )


GOOD = report([_of("Lesotho")] * 4).data
BROKEN = "the PDF is damaged or cut off and cannot be opened; get it again, or save it as text"
EMPTY = "the PDF holds no text; if its pages show some, run it through text recognition (OCR) first"
GIVEN_UP = "the PDF is given up: it needs more than 1024 MB of memory or breaks the reader; split it, or save it as text"
HOSTILE = {
    "the mark alone": (b"%PDF-1.4", BROKEN),
    "half a file": (GOOD[: len(GOOD) // 2], BROKEN),
    "noise": (b"%PDF-1.4\n" + random.Random(1).randbytes(20_000), BROKEN),
    "a password": (_encrypted("secret"), "the PDF is encrypted; save a copy without a password and read that"),
    "scans": (_scanned(), "the PDF holds pictures of pages and no text, as scans do; run it through text recognition (OCR) first"),
    "no page": (_raw(CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"), BROKEN),
    "an empty page": (_page(zlib.compress(b" ")), EMPTY),
    "a thousand million pages": (_raw(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1000000000>>", b"<</Type/Page/Parent 2 0 R>>"), EMPTY),
    "pages in a circle": (
        _raw(CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 5>>"),
        "none of the PDF's pages can be read, it is damaged; get it again, or save it as text",
    ),
    "a bomb": (_bomb(), GIVEN_UP),
    "a picture that holds itself twice": (_circle(), GIVEN_UP),
}


@pytest.mark.parametrize(("data", "problem"), HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_read_is_told_and_the_next_is_read(data: bytes, problem: str) -> None:
    with pytest.raises(DataProblem) as raised:
        convert(data)
    assert str(raised.value) == problem
    assert len(convert(GOOD).text.split()) > 900


def test_what_may_be_read_but_not_changed_is_read() -> None:
    assert convert(_encrypted("")).text == "LESOTHO (Tier 2) Lesotho is a source country for boys.\n"


def test_a_damaged_end_and_pages_of_pictures_are_doubts() -> None:
    found = convert(_scanned(text_on=1).replace(b"%%EOF", b""))
    assert found.doubts == (
        "the PDF is cut off or damaged at its end; what can be found of it is read, get it again",
        "pages 1, 3 of the PDF hold a picture and no text; if it shows text, run it through text recognition (OCR)",
    )
    assert (found.text, found.pages) == ("Lesotho is a source country for men, women and boys.\n", (0, 0, 53))


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A reader with little time, and one with the usual time again afterwards."""
    pdf._reader.stop()
    monkeypatch.setattr(pdf_process, "MOST_SECONDS", 0.3)
    yield
    pdf._reader.stop()


@pytest.mark.usefixtures("hurried")
def test_a_pdf_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(DataProblem, match=r"the PDF is given up: it takes longer than 0\.3 seconds; split it, or save it as text"):
        convert(report([[HEADER, "Boys work on farms in Lesotho. " * 20_000]]).data)


def test_in_a_folder_the_rest_goes_on(tmp_path: Path) -> None:
    for name, data in {"a.pdf": GOOD[:99], "b.pdf": report([_of("Lesotho")]).data, "c": report([_of("Burma")]).data}.items():
        (tmp_path / name).write_bytes(data)
    first, *rest = read([str(tmp_path)])
    assert first == Issue("violation", f"{tmp_path.as_posix()}/a.pdf", BROKEN)
    assert [one.country for one in rest if isinstance(one, Document)] == ["LSO", "MMR"]
