"""Rows of one identity are joined before they are matched."""

from kg.evaluation.uniting import united


def test_rows_of_one_identity_are_joined_and_the_input_stays_as_it_was() -> None:
    first = {"doc": "a", "kind": "flow", "origin": "LAO", "destination": "THA", "victims": ["women"], "evidence": [{"start": 1}]}
    second = {**first, "victims": ["girls"], "period": "2010", "evidence": [{"start": 2}], "certainty": "possible"}
    assert united([first, second]) == [
        {
            **first,
            "victims": ["girls", "women"],
            "period": "2010",
            "evidence": [{"start": 1}, {"start": 2}],
            "certainty": "possible",
        }
    ]
    assert first["victims"] == ["women"]


def test_document_polarity_and_identifying_fields_keep_rows_apart() -> None:
    row = {"doc": "a", "kind": "country_role", "country": "LAO", "role": "source"}
    rows = [row, {**row, "doc": "b"}, {**row, "polarity": "negated"}, {**row, "role": "transit"}, {**row, "polarity": "affirmed"}]
    assert united(rows) == [{**row, "polarity": "affirmed"}, *rows[1:4]]


def test_figures_are_joined_if_number_and_period_fit_and_the_year_wins() -> None:
    row = {"doc": "a", "kind": "statistic", "measure": "convictions", "value": 33, "period": "reporting", "evidence": [{"start": 1}]}
    year = {**row, "period": "2010", "evidence": [{"start": 2}]}
    before = {**row, "period": "previous"}
    assert united([row, year, before]) == [{**row, "period": "2010", "evidence": [{"start": 1}, {"start": 2}, {"start": 1}]}]
    assert united([row, before]) == [row, before]


def test_figures_of_the_measure_other_are_left_out_and_other_kinds_are_kept_as_they_are() -> None:
    organization = {"doc": "a", "kind": "organization", "name": "IOM"}
    other = {"doc": "a", "kind": "statistic", "measure": "other", "value": 2}
    assert united([organization, other, organization]) == [organization, organization]
