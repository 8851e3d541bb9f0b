"""Encodings are told where they can be, guessed with a word about it, or refused."""

import codecs

import pytest

from kg.errors import DataProblem
from kg.narrative.decoding import Decoded, decode


@pytest.mark.parametrize(
    "data",
    [
        "Labé – “é”".encode(),
        codecs.BOM_UTF8 + "Labé – “é”".encode(),
        codecs.BOM_UTF16_LE + "Labé – “é”".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Labé – “é”".encode("utf-16-be"),
    ],
)
def test_unicode_is_read_without_its_mark(data: bytes) -> None:
    assert decode(data) == Decoded("Labé – “é”", False)


def test_what_is_not_utf8_is_read_as_windows_1252_and_told_to_be_a_guess() -> None:
    assert decode("Labé – “é”".encode("cp1252")) == Decoded("Labé – “é”", True)


def test_what_a_page_declares_is_no_guess() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head>Łódź</html>'
    assert decode(page.encode("iso-8859-2")) == Decoded(page, False)
    assert decode("Łódź".encode("iso-8859-2"), declared="iso-8859-2") == Decoded("Łódź", False)


def test_an_unknown_declaration_is_passed_over() -> None:
    page = '<meta charset="klingon">Labé'
    assert decode(page.encode("cp1252"), declared="base64") == Decoded(page, True)


@pytest.mark.parametrize("label", ["undefined", "punycode", "idna", "unicode_escape", "raw-unicode-escape", "UTF-7", "rot13"])
def test_what_only_python_calls_an_encoding_is_passed_over(label: str) -> None:
    page = f'<meta charset="{label}">Labé \\ud800'
    assert decode(page.encode("cp1252")) == Decoded(page, True)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"PK\x03\x04rest", "it is a Word, Excel or zip file, not text: save it as text"),
        (b"{\\rtf1 text}", "it is a rich text file (RTF): save it as plain text"),
        (b"a\0b", "it is no text: it holds NUL bytes; save it as UTF-8 text"),
        (b"\x89\x01\x02\x03\x04", "it is no text: it holds control characters as binary files do; save it as UTF-8 text"),
        (b"caf\xe9 \x81", "it cannot be decoded: byte 5 is neither UTF-8 nor cp1252; save it as UTF-8 text"),
        (codecs.BOM_UTF16_LE + b"a", "it cannot be decoded: byte 0 is neither UTF-8 nor utf-16-le; save it as UTF-8 text"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, problem: str) -> None:
    with pytest.raises(DataProblem) as raised:
        decode(data)
    assert str(raised.value) == problem


LETTERS = "Côte d’Ivoire – São Tomé’s “boys” and Łódź’s girls, paid €5 each…"


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_letters_that_were_garbled_before_are_put_right_and_that_is_told(times: int, wrong: str) -> None:
    garbled = LETTERS
    for _ in range(times):
        garbled = "".join(bytes([n]).decode(wrong, "ignore") or chr(n) for n in garbled.encode())
    assert decode(garbled.encode()) == Decoded(LETTERS, False, True)


def test_a_closing_quotation_mark_that_lost_its_last_byte_is_put_right() -> None:
    assert decode("â€œboysâ€� and â€œgirlsâ€ end".encode()) == Decoded("“boys” and “girls” end", False, True)


@pytest.mark.parametrize("text", ["“CAFÉ” and “SÃO” – Ä–Z", "Â bon, ’Ã la carte", "Łódź, Đà Nẵng, Ürümqi", "Ã© alone may be meant"])
def test_letters_that_may_stand_together_are_left(text: str) -> None:
    assert decode(text.encode()) == Decoded(text, False)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_told_by_its_zeros(encoding: str) -> None:
    text = "CÔTE D’IVOIRE (Tier 2)\n\nGirls work on farms near Bouaké – they are paid nothing."
    assert decode(text.encode(encoding)) == Decoded(text, False)
