"""What no text needs does not get into the graph, and messages and addresses show nothing that they must not."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageProblem, harmless
from kg.narrative.characters import without_controls, without_credentials
from kg.narrative.model import Document, Issue
from kg.narrative.reading import read
from tests.narrative.made import HEADER, NARRATIVE

HEAD = "file,country,year,title,source"
_LETTERS = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(_LETTERS)
def test_any_text_without_controls_has_its_length_and_may_stand_in_xml(text: str) -> None:
    plain = without_controls(text)
    assert len(plain) == len(text)
    element = ElementTree.Element("x")
    element.text = plain
    assert ElementTree.fromstring(ElementTree.tostring(element)).tag == "x"


@given(_LETTERS)
def test_any_words_are_one_line_of_a_message(text: str) -> None:
    assert len(harmless(text).splitlines()) <= 1


def test_controls_are_blanks_and_invisible_characters_are_gone(tmp_path: Path) -> None:
    spoiled = NARRATIVE.replace("boys", "bo\u200bys").replace("border", "bor\u00adder").replace(" farm ", " \x1bfarm\x0c")
    clean = NARRATIVE.replace(" farm ", "  farm\n")
    (tmp_path / "LSO-2012.txt").write_text(spoiled, encoding="utf-8")
    (tmp_path / "all.jsonl").write_text(json.dumps({"text": spoiled, "title": "A\x1btitle"}) + "\n", encoding="utf-8")
    (tmp_path / "page.html").write_text(f"<html><p>{HEADER}<p>Lesotho is a source coun&shy;try for bo&#8203;ys.</html>", encoding="utf-8")
    plain, row, page = (one for one in read([str(tmp_path)]) if isinstance(one, Document))
    assert (plain.text, row.text, row.title) == (clean, clean, "A title")
    assert page.text == f"{HEADER}\n\nLesotho is a source country for boys.\n"


def test_a_name_cannot_make_a_message_look_like_two() -> None:
    forged = Issue("violation", "a.txt\nkg: all is well\x1b[2K", "it is empty")
    assert str(forged) == "violation: a.txt\\nkg: all is well\\x1b[2K: it is empty"


@pytest.mark.parametrize("address", ["https://me:secret@example.org/x", "ftp://me:secret@example.org/x", "https://me@example.org"])
def test_the_password_of_an_address_is_never_told(address: str) -> None:
    with pytest.raises(UsageProblem) as raised:
        read([address])
    assert str(raised.value).startswith(without_credentials(address))
    assert not {"me", "secret"} & set(str(raised.value).replace("@", " ").replace(":", " ").split())


def test_a_manifest_that_names_a_file_twice_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NARRATIVE, encoding="utf-8")
    manifest = tmp_path / "m.csv"
    manifest.write_text(f"{HEAD}\na.txt,LSO,2012,,\n./a.txt,LSO,2011,,\n", encoding="utf-8")
    with pytest.raises(UsageProblem, match=r"m\.csv: lines 2 and 3 are about one file, \./a\.txt; leave one of them out"):
        read([str(tmp_path / "a.txt")], manifest=manifest)


def test_json_lines_with_a_broken_first_line_are_read_from_the_second(tmp_path: Path) -> None:
    (tmp_path / "all.jsonl").write_text("{broken\n" + json.dumps({"text": NARRATIVE}) + "\n", encoding="utf-8")
    problem, found = read([str(tmp_path)])
    assert isinstance(problem, Issue)
    assert (problem.where, problem.message[:14]) == (f"{tmp_path.as_posix()}/all.jsonl, row 1", "it is no JSON ")
    assert isinstance(found, Document)
    assert found.id == "all/2"
