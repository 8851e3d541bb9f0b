"""Letters that were garbled because UTF-8 was once read as Windows-1252 or Latin-1 ("CÃ´te dâ€™Ivoire"), put right."""

import re

_TIMES = 2
_PLAIN = re.compile("[\x80-\u017f\u0192\u02c6\u02dc\u2010-\u203a\u20ac\u2122]")
"""What a text in English, or one that was garbled twice, has beside ASCII; other letters are more likely to stand together by chance."""
_QUOTE = re.compile("â€(?:\ufffd|\x9d|(?![\x80-\u2122]))")
"""What is left of a closing quotation mark, whose last byte is no character of Windows-1252."""


def _characters(first: int, last: int) -> str:
    """The characters that bytes are read as in Windows-1252 or Latin-1, as a class of a pattern."""
    found = {bytes([n]).decode("cp1252", "ignore") for n in range(first, last + 1)} | {chr(n) for n in range(first, last + 1)}
    return "[" + "".join(re.escape(character) for character in sorted(found) if character) + "]"


_LAST = _characters(0x80, 0xBF)
_GARBLED = re.compile(f"{_characters(0xC2, 0xC5)}{_LAST}|{_characters(0xCB, 0xCB)}{_LAST}|{_characters(0xE2, 0xE2)}{_LAST}{{2}}")


def mended(text: str) -> str:
    """The text with garbled letters put right; as it is where there is one at most, which may be chance.

    >>> mended("CÃ´te dâ€™Ivoire"), mended("“CAFÉ”")
    ('Côte d’Ivoire', '“CAFÉ”')
    """
    for _ in range(_TIMES):
        found = [right for match in _GARBLED.finditer(text) if (right := _right(match.group()))]
        if len(found) < 2 and not any("\u2010" <= right <= "\u2122" for right in found):
            break
        text = _GARBLED.sub(lambda match: _right(match.group()) or match.group(), _QUOTE.sub("”", text))
        text = re.sub("Â(?=[ \n])", "", text)
    return text


def _right(garbled: str) -> str | None:
    """The character that was garbled; None for what stands together by chance."""
    try:
        right = b"".join(_byte(character) for character in garbled).decode()
    except UnicodeError:
        return None
    return right if _PLAIN.fullmatch(right) else None


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
