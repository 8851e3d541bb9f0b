"""What holds for any text whatsoever."""

import io
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KgError
from kg.narrative.characters import without_controls
from kg.narrative.html import convert
from kg.narrative.inspection import inspect
from kg.narrative.lines import lines
from kg.narrative.model import Document, Issue
from kg.narrative.reading import read
from kg.narrative.text import Known, document, documents
from tests.narrative.made import BODY, HEADER, NEW_STATE, PAGES

_LINES = [*BODY, HEADER, "BURMA (Tier 3)", *{line for page in (*PAGES.values(), NEW_STATE) for line in page.splitlines()}]
_PIECES = st.one_of(
    st.sampled_from(_LINES),
    st.text(max_size=60),
    st.text(alphabet="aA .:;(2)’“”•#>*\t\xa0\u200f\u0301-–|", max_size=60),
)
_TEXTS = st.lists(st.tuples(_PIECES, st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", " ", "\f", "\u2028", "\r"]))).map(
    lambda parts: "".join(piece + end for piece, end in parts)
)
_TAGS = st.sampled_from(
    ["p", "div", "ul", "li", "h1", "a", "b", "br", "pre", "script", "nav", "form", "header", "td", "article", "!--", "?x"]
)
_MARKUP = st.lists(
    st.one_of(
        _TAGS.map(lambda t: f"<{t}>"),
        _TAGS.map(lambda t: f"</{t}>"),
        _TAGS.map(lambda t: f'<{t} class="nav comments" id='),
        st.text(max_size=20),
    )
).map("".join)


@given(_TEXTS)
def test_sections_are_in_order_inside_the_text_and_do_not_overlap(text: str) -> None:
    try:
        found = document(text, id="x", country="LSO")
    except KgError:
        return
    bounds = [0, *(offset for s in found.sections for offset in (s.start, s.end)), len(found.text)]
    assert bounds == sorted(bounds)
    assert all(found.text[s.start : s.end].strip() for s in found.sections)
    assert inspect(found).furniture >= 0


@given(_TEXTS)
def test_the_text_is_stored_as_decoded_but_for_controls(text: str) -> None:
    try:
        found = document(text, id="x", country="LSO")
    except KgError:
        return
    assert found.text == without_controls(text.replace("\r\n", "\n"))


@given(_TEXTS)
def test_several_narratives_together_are_the_whole_text(text: str) -> None:
    try:
        found = list(documents(text, "x", Known()))
    except KgError:
        return
    assert "".join(d.text for d in found) == without_controls(text.replace("\r\n", "\n"))


@given(_TEXTS)
def test_lines_are_where_they_say(text: str) -> None:
    assert all(text[line.start : line.end] == line.text != "" for line in lines(text))


@given(_MARKUP)
def test_any_markup_is_read_or_refused(markup: str) -> None:
    try:
        page = convert(markup)
    except KgError:
        return
    assert page.text.strip()
    assert all(0 <= offset < len(page.text) for offset in page.titles)


@settings(max_examples=50)
@given(st.one_of(st.binary(), _TEXTS.map(lambda t: t.encode("utf-8", "replace")), _MARKUP.map(lambda t: t.encode("utf-8", "replace"))))
def test_reading_any_bytes_gives_documents_and_issues_alone(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        for name in ("a.txt", "b.html", "c.csv", "d.jsonl"):
            (Path(folder) / name).write_bytes(data)
        with patch("sys.stdin", io.TextIOWrapper(io.BytesIO(data))):
            found = [*read([folder, "-"]), *read([f"{folder}/c.csv"]), *read([f"{folder}/d.jsonl"])]
    assert all(isinstance(one, Document | Issue) for one in found)
