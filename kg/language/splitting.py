"""Where sentences begin: at full stops, semicolons, bullets and paragraph breaks, before the parser sees the text."""

import re
from collections.abc import Iterator

ABBREVIATIONS = frozenset(
    (
        "mr mrs ms dr st no nos art arts sec para col gen lt sgt gov rep sen jr sr "
        "vs v inc ltd gs rs co corp dept approx est e.g i.e u.s u.k u.n p pp vol fig"
    ).split()
)
_STOP = re.compile(
    r"(?P<stop>[.!?]['\"”’)\]]*)(?=\s+['\"“‘(\[]?[A-Z0-9À-Þ•]|\s+\*\s+[A-Z]|\s*$)"
    r"|(?P<semi>;|\s\|)(?=\s)"
    r"|(?P<bullet>(?<=\s)(?=[•▪●◦‣·]\s)|(?<=[.:;]\s)(?=\*\s+[A-Z]))"
    r"|(?P<label>\b(?:current situation|tier rating):)(?=\s)"
    r"|(?P<newline>[ \t]*\n(?:[ \t]*\n)+|(?<=[.:;!?”\"])[ \t]*\n|[ \t]*\n(?=[ \t]*(?:[•▪●◦‣·*–—-]|\(?\d{1,2}[.)])[ \t]))"
)
_LAST_WORD = re.compile(r"([^\s(]+)$")

LONGEST = 1_200
"""Characters of the longest piece, some 200 words: no sentence of prose is as long, and reading takes the square of a sentence's length."""


def pieces(text: str) -> Iterator[tuple[int, int, bool]]:
    """Each piece's start and end in ``text`` without the white space around it, and whether it opens a new sentence.

    A piece after a semicolon goes on with the sentence before it. What has no end within ``LONGEST`` characters is cut, and each part
    stands alone.
    """
    for first, end, fresh in _sentences(text):
        start = first
        while end - start > LONGEST:
            cut = _cut(text, start)
            if piece := _trimmed(text, start, cut):
                yield *piece, fresh or start > first
            start = cut
        if piece := _trimmed(text, start, end):
            yield *piece, fresh or start > first


def _cut(text: str, start: int) -> int:
    """Where a part that is too long ends: after a comma in its second half, else at white space there, else in a word."""
    half, end = start + LONGEST // 2, start + LONGEST
    cut = max(text.rfind(", ", half, end), text.rfind(",\n", half, end)) + 1
    return cut or max((text.rfind(blank, half, end) for blank in " \n\t"), default=0) + 1 or end


def _sentences(text: str) -> Iterator[tuple[int, int, bool]]:
    start, fresh = 0, True
    for found in _STOP.finditer(text):
        if found.group("stop") and _abbreviated(text, found.start()):
            continue
        if piece := _trimmed(text, start, found.end()):
            yield *piece, fresh
            fresh = not found.group("semi") or text[found.start()] != ";"
        elif not found.group("semi"):
            fresh = True
        start = found.end()
    if piece := _trimmed(text, start, len(text)):
        yield *piece, fresh


def _abbreviated(text: str, stop: int) -> bool:
    if text[stop] != ".":
        return False
    word = _LAST_WORD.search(text, max(0, stop - 30), stop)
    if word is None:
        return False
    return word.group(1).lower() in ABBREVIATIONS or bool(re.fullmatch(r"(?:[A-Z]\.)*[A-Z]", word.group(1)) and len(word.group(1)) < 2)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (text[start].isspace() or text[start] in "•▪●◦‣·|*"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
