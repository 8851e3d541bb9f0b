"""Tables for people."""

import json

import pytest

from kg.graph.table import short, table


def results(*rows: dict[str, str], names: tuple[str, ...] = ("a", "long_name")) -> bytes:
    bindings = [{name: {"type": "literal", "value": value} for name, value in row.items()} for row in rows]
    return json.dumps({"head": {"vars": names}, "results": {"bindings": bindings}}).encode()


def test_a_line_break_in_a_value_does_not_break_the_row() -> None:
    assert table(results({"a": "one\n two"})) == "a        long name\n-------  ---------\none two\n"


def test_no_rows_leave_the_head() -> None:
    assert table(results()) == "a  long name\n-  ---------\n"


def test_no_columns_give_no_words() -> None:
    assert table(results(names=())).strip() == ""


def test_the_widest_column_is_wrapped_first() -> None:
    lines = table(results({"a": "x" * 9, "long_name": "word " * 10}), width=32).splitlines()
    assert lines[2:5] == ["xxxxxxxxx  word word word word", "           word word word word", "           word word"]


def test_a_word_longer_than_its_column_is_broken() -> None:
    assert max(map(len, table(results({"a": "y" * 50}), width=20).splitlines())) <= 20


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        ("https://w3id.org/tip-kg/role/transit", "role:transit"),
        ("https://w3id.org/tip-kg/document/a%20b", "document:a b"),
        ("https://w3id.org/tip-kg/document/a/LAO-2011", "<https://w3id.org/tip-kg/document/a/LAO-2011>"),
        ("http://www.w3.org/ns/oa#exact", "oa:exact"),
        ("https://w3id.org/tip-kg/place/", "<https://w3id.org/tip-kg/place/>"),
    ],
)
def test_an_iri_is_shortened_where_the_rest_is_a_plain_name(iri: str, name: str) -> None:
    assert short(iri) == name
