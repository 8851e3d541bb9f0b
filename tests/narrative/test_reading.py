"""Everything a user names is read in path order; what cannot be read is an issue and the rest goes on."""

import gzip
import io
import json
import os
from pathlib import Path

import pytest

from kg.errors import UsageProblem
from kg.narrative import reading
from kg.narrative.fetching import Fetched
from kg.narrative.model import Document, Issue
from kg.narrative.reading import read
from tests.narrative.made import EXPECTED, HEADER, NARRATIVE, sections_of

HEAD = "file,country,year,title,source"


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _ids(found: list[Document | Issue]) -> list[str]:
    return [one.id if isinstance(one, Document) else str(one) for one in found]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_is_read_in_path_order_without_notes_and_hidden_files(here: Path) -> None:
    names = ("b/LSO-2012.txt", "a.txt", "b/c/LSO-2010.html", "README.txt", "notes.md", ".hidden.txt", ".git/x.txt", "manifest.csv")
    _write(here, {f"in/{name}": NARRATIVE for name in names} | {"in/manifest.csv": f"{HEAD}\na.txt,LSO,2011,,\nno.txt,XXX,1,,\n"})
    assert _ids(list(read(["in"], manifest=Path("in/manifest.csv")))) == ["a", "LSO-2012", "LSO-2010"]


def test_a_manifest_gives_country_year_title_source_and_id(here: Path) -> None:
    _write(here, {"in/x.txt": NARRATIVE, "m.csv": f"{HEAD},id\nin/x.txt,THA,2009,A title,A citation,one\n"})
    (found,) = read(["in/x.txt"], manifest=Path("m.csv"))
    assert isinstance(found, Document)
    assert (found.id, found.country, found.year, found.title, found.source) == ("one", "THA", 2009, "A title", "A citation")


def test_a_file_given_twice_is_read_once(here: Path) -> None:
    _write(here, {"in/LSO-2012.txt": NARRATIVE})
    assert _ids(list(read(["in", "in/LSO-2012.txt", "./in"]))) == ["LSO-2012"]


def test_of_two_inputs_with_one_id_the_second_in_path_order_is_kept_out(here: Path) -> None:
    _write(here, {"b/LSO-2012.txt": NARRATIVE, "a/LSO-2012.txt": NARRATIVE})
    message = "the id LSO-2012 is that of a/LSO-2012.txt already, so this one is kept out; give ids in a manifest or rename it"
    for inputs in (["a", "b"], ["b", "a"]):
        first, second = read(inputs)
        assert isinstance(first, Document)
        assert second == Issue("violation", "b/LSO-2012.txt", message)


def test_what_cannot_be_read_is_an_issue_and_the_rest_goes_on(here: Path) -> None:
    _write(
        here,
        {
            "in/LSO-2012.txt": NARRATIVE,
            "in/empty.txt": "",
            "in/who.txt": "Boys work.",
            "in/facts.jsonl": '{"kind": "flow"}\n',
            "in/x.rq": "ASK {}",
        },
    )
    (here / "in/binary.txt").write_bytes(b"\0\1\2")
    (here / "in/paper.pdf").write_bytes(b"%PDF-1.4")
    (here / "in/old.txt").write_bytes(NARRATIVE.replace("Maseru", "Labé").encode("cp1252"))
    assert _ids(list(read(["in"]))) == [
        "LSO-2012",
        "violation: in/binary.txt: it is no text: it holds NUL bytes; save it as UTF-8 text",
        "violation: in/empty.txt: empty: the document is empty; nothing to read",
        "info: in/facts.jsonl: it is no form of narrative that is read here, so it is left out",
        "warning: in/old.txt: its encoding is not UTF-8; it was read as cp1252, a guess: check accented letters",
        "old",
        "violation: in/paper.pdf: the PDF is damaged or cut off and cannot be opened; get it again, or save it as text",
        "violation: in/who.txt: who: the document does not say which country it is about; give --country and --year or a manifest",
        "info: in/x.rq: it is no form of narrative that is read here, so it is left out",
    ]


def test_an_empty_folder_is_told(here: Path) -> None:
    (here / "in").mkdir()
    message = "there is no narrative in it; text, HTML, PDF, CSV and JSON Lines files are read"
    assert list(read(["in"])) == [Issue("warning", "in", message)]


def test_a_file_that_may_not_be_opened_is_an_issue(here: Path) -> None:
    _write(here, {"in/a.txt": NARRATIVE})
    (here / "in/b.txt").symlink_to(here / "gone.txt")
    assert _ids(list(read(["in"]))) == ["a", "violation: in/b.txt: it cannot be opened (No such file or directory); check its permissions"]


@pytest.mark.parametrize("name", ["all.csv", "all.jsonl"])
def test_a_corpus_is_one_document_a_row(here: Path, name: str) -> None:
    table = [
        {"id": "one", "text": NARRATIVE, "country": "LSO", "year": "2012", "title": "A, title", "source": "A citation"},
        {"id": "", "text": NARRATIVE, "country": "Laos", "year": "", "title": "", "source": ""},
        {"id": "", "text": "", "country": "LSO", "year": "2012", "title": "", "source": ""},
        {"id": "", "text": NARRATIVE, "country": "Atlantis", "year": "2012", "title": "", "source": ""},
    ]
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row.values()) for row in table]
    lines = ["id,text,country,year,title,source", *quoted] if name == "all.csv" else [json.dumps(row) for row in table]
    _write(here, {name: "\n".join(lines) + "\n"})
    found = list(read([name]))
    assert _ids(found) == [
        "one",
        "all/2",
        f"violation: {name}, row 3: all/3: the document is empty; nothing to read",
        f"violation: {name}, row 4: unknown country 'Atlantis'; give its ISO 3166-1 alpha-3 code, such as LAO",
    ]
    first, second = (one for one in found if isinstance(one, Document))
    assert (first.country, first.year, first.title, first.source, first.text) == ("LSO", 2012, "A, title", "A citation", NARRATIVE)
    assert (second.country, second.year, sections_of(second)) == ("LAO", None, EXPECTED)


def test_a_line_that_is_no_json_is_an_issue(here: Path) -> None:
    _write(here, {"all.jsonl": json.dumps({"text": NARRATIVE}) + "\n{nonsense\n[1]\n"})
    found = _ids(list(read(["all.jsonl"])))
    assert found[0] == "all/1"
    assert found[1].startswith("violation: all.jsonl, row 2: it is no JSON (")
    assert found[2] == "violation: all.jsonl, row 3: it is no JSON object"


@pytest.mark.parametrize(
    ("start", "problem"),
    [
        (b"LAOS (Tier 2)", "it is larger than 2,000 bytes; part it into files, or make it a corpus with a narrative a row"),
        (b"%PDF-1.4", "it is larger than 3,000 bytes; split the PDF, or save it as text"),
    ],
)
def test_a_file_that_is_too_large_is_refused_and_the_rest_goes_on(
    here: Path, monkeypatch: pytest.MonkeyPatch, start: bytes, problem: str
) -> None:
    monkeypatch.setattr(reading, "MOST_TEXT", 2_000)
    monkeypatch.setattr(reading, "MOST_PDF", 3_000)
    (here / "large.txt").write_bytes(start.ljust(3_001))
    (here / "LAO-2011.txt").write_bytes(b"LAOS (Tier 2)".ljust(2_000))
    first, second = read(["LAO-2011.txt", "large.txt"])
    assert isinstance(first, Document)
    assert second == Issue("violation", "large.txt", problem)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(start.ljust(3_001))))
    assert list(read(["-"], country="LAO")) == [Issue("violation", "stdin", problem)]


@pytest.mark.parametrize("name", ["rows.csv", "rows.jsonl"])
def test_a_row_that_is_too_large_is_refused_and_the_other_rows_are_read(here: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(reading, "MOST_ROW", 100)
    texts = ["Men beg.", "Men beg. " * 20, "Women beg."]
    rows = [json.dumps({"text": text, "country": "FJI"}) for text in texts] if name.endswith("l") else ["text,country"]
    rows += [] if name.endswith("l") else [f"{text},FJI" for text in texts]
    (here / name).write_text("\n".join(rows) + "\n", encoding="utf-8")
    first, second, third = read([name])
    assert [one.id for one in (first, third) if isinstance(one, Document)] == ["rows/1", "rows/3"]
    assert second == Issue("violation", f"{name}, row 2", "its text is longer than 100 characters; part it into narratives, one a row")


@pytest.mark.parametrize("name", ["rows.csv", "rows.jsonl"])
def test_a_corpus_that_is_packed_is_refused_with_what_to_do(here: Path, name: str) -> None:
    (here / name).write_bytes(gzip.compress(b"text,country\nMen beg.,FJI\n"))
    assert list(read([name])) == [Issue("violation", name, "it is a compressed file: unpack it first")]


def test_a_corpus_without_texts_is_an_issue(here: Path) -> None:
    _write(here, {"all.csv": "name,words\nx,y\n"})
    message = "it has no column text but name, words; a corpus has the columns id,text,country,year,title,source"
    assert list(read(["all.csv"])) == [Issue("violation", "all.csv", message)]


def test_a_cell_longer_than_the_usual_limit_is_read(here: Path) -> None:
    long = NARRATIVE + "\n".join(f"The police closed case {n} in Lesotho." for n in range(8_000))
    _write(here, {"all.csv": f'id,text\none,"{long}"\n'})
    (found,) = read(["all.csv"])
    assert isinstance(found, Document)
    assert found.text == long


def test_a_spreadsheet_may_be_saved_with_semicolons_in_the_encoding_of_windows(here: Path) -> None:
    text = NARRATIVE.replace("Maseru", "Labé")
    (here / "all.csv").write_bytes(f'id;text\r\none;"{text}"\r\n'.encode("cp1252"))
    issue, found = read(["all.csv"])
    assert issue == Issue("warning", "all.csv", "its encoding is not UTF-8; it was read as cp1252, a guess: check accented letters")
    assert isinstance(found, Document)
    assert (found.id, found.text) == ("one", text)


def test_several_narratives_in_one_file_are_several_documents(here: Path) -> None:
    other = NARRATIVE.replace(HEADER, "BURMA (Tier 3)").replace("Lesotho", "Burma")
    _write(here, {"tip.txt": f"Trafficking in Persons Report 2012\n\n{NARRATIVE}\n{other}"})
    assert _ids(list(read(["tip.txt"]))) == ["tip/LSO-2012", "tip/MMR-2012"]
    assert _ids(list(read(["tip.txt"], country="MMR"))) == ["tip"]


@pytest.mark.parametrize("markup", ["<!DOCTYPE html><html><body>{}</body></html>", "{}"])
def test_standard_input_may_be_text_or_a_page(monkeypatch: pytest.MonkeyPatch, markup: str) -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in NARRATIVE.split("\n\n")) if "html" in markup else NARRATIVE
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(markup.format(paragraphs).encode())))
    (found,) = read(["-"], year=2012)
    assert isinstance(found, Document)
    assert (found.id, found.country, found.year, sections_of(found)) == ("stdin", "LSO", 2012, EXPECTED)
    assert found.media_type == ("text/html" if "html" in markup else "text/plain")


def test_an_address_is_read_and_is_its_own_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "fetch", lambda address: Fetched(NARRATIVE.encode(), "text/plain", None))
    (found,) = read(["https://example.org/tip/lesotho.txt"])
    assert isinstance(found, Document)
    assert (found.id, found.source) == ("lesotho.txt-7da4070b", "https://example.org/tip/lesotho.txt")


@pytest.mark.parametrize(
    ("inputs", "options", "problem"),
    [
        ([], {}, "no input: give files, folders, addresses or - for standard input"),
        (["gone.txt"], {}, "gone.txt: there is no such file or folder; check the path"),
        (["file:///etc/hostname"], {}, "file:///etc/hostname: only http and https addresses can be read; save the page and give the file"),
        (["a.txt", "b.txt"], {"country": "LSO"}, "--country and --year serve a single narrative; give a manifest for several"),
        (["all.csv"], {"year": 2012}, "--country and --year serve a single narrative; give a manifest for several"),
        (["a.txt"], {"country": "LES"}, "--country: unknown country 'LES'; give its ISO 3166-1 alpha-3 code, such as LAO"),
        (["a.txt"], {"year": 12}, "--year: '12' is no year of a report; give four digits, such as 2011"),
        (
            ["a.txt"],
            {"manifest": Path("gone.csv")},
            f"gone.csv: there is no such manifest; give the path of a CSV file with the columns {HEAD}[,id]",
        ),
    ],
)
def test_wrong_usage_is_told_before_anything_is_read(here: Path, inputs: list[str], options: dict[str, object], problem: str) -> None:
    _write(here, {"a.txt": NARRATIVE, "b.txt": NARRATIVE, "all.csv": "text\nx\n"})
    with pytest.raises(UsageProblem) as raised:
        read(inputs, **options)  # type: ignore[arg-type]
    assert str(raised.value) == problem


def test_names_of_files_may_hold_anything(here: Path) -> None:
    name = 'LSO "quoted"\n2012.txt'
    if os.name == "nt":
        pytest.skip("such names are not allowed here")
    _write(here, {f"in/{name}": NARRATIVE})
    assert _ids(list(read(["in"]))) == ['LSO "quoted"\n2012']


@pytest.mark.skipif(os.name == "nt", reason="such names are not allowed here")
def test_a_name_that_is_not_utf8_is_an_issue_and_the_rest_goes_on(here: Path) -> None:
    _write(here, {"in/z.txt": NARRATIVE})
    Path(os.fsdecode(b"in/LSO-\xff.txt")).write_text(NARRATIVE, encoding="utf-8")
    first, second = _ids(list(read(["in"])))
    assert first.endswith(
        "its text or name holds half a character (\\udcff), which no file can hold; save the text, and name the file, as UTF-8"
    )
    assert second == "z"


@pytest.mark.parametrize(("escape", "problem"), [("\\ud800", "holds half a character (\\ud800)"), ("\\u0000", "it holds NUL")])
@pytest.mark.parametrize("column", ["text", "id", "title", "source"])
def test_what_no_file_can_hold_is_refused(here: Path, column: str, escape: str, problem: str) -> None:
    row = json.dumps({"id": "x", "text": NARRATIVE, "title": "A title", "source": "A source"} | {column: f"{NARRATIVE}?"})
    _write(here, {"all.jsonl": row.replace("?", escape)})
    (found,) = read(["all.jsonl"])
    assert isinstance(found, Issue)
    assert problem in found.message


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are made otherwise here")
def test_links_in_a_circle_and_pipes_do_not_stop_a_folder(here: Path) -> None:
    _write(here, {"in/a.txt": NARRATIVE})
    (here / "in/b.txt").symlink_to("b.txt")
    (here / "in/up").symlink_to("..")
    os.mkfifo(here / "in/c.txt")
    assert _ids(list(read(["in"]))) == [
        "a",
        "violation: in/b.txt: it cannot be opened (Too many levels of symbolic links); check its permissions",
        "info: in/c.txt: it is no form of narrative that is read here, so it is left out",
    ]


def test_a_manifest_of_other_files_is_told(here: Path) -> None:
    _write(here, {"in/LSO-2012.txt": NARRATIVE, "m.csv": f"{HEAD}\nLSO-2012.txt,LSO,2012,,\n"})
    assert _ids(list(read(["in"], manifest=Path("m.csv")))) == [
        "warning: m.csv: none of the 1 files that it names is read; their paths count from the manifest's folder",
        "LSO-2012",
    ]


def test_a_closed_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert _ids(list(read(["-"]))) == ["violation: stdin: standard input is closed; send the text there or name a file"]


def test_a_section_longer_than_the_parser_takes_is_told(here: Path) -> None:
    _write(here, {"LSO-2012.txt": f"{HEADER}\n\n{'Lesotho and ' * 90_000}"})
    (found,) = read(["LSO-2012.txt"])
    assert isinstance(found, Issue)
    assert "characters, more than the 1,000,000 that can be read at once" in found.message


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "ID,Text,Country,Year,Link\none,{},LSO,2012,https://example.org/1\n"),
        ("a.tsv", "doc_id\tFull Text\tcountry name\treport-year\turl\none\t{}\tLesotho\t2012\thttps://example.org/1\n"),
        (
            "a.jsonl",
            '{{"docId": "one", "body": "{}", "countryCode": "lso", "reportYear": 2012, "source": "https://example.org/1", "url": "no"}}\n',
        ),
        ("a.ndjson", '{{"document_id": "one", "narrative": "{}", "ISO3": "LSO", "Year": "2012", "link": "https://example.org/1"}}\n'),
    ],
)
def test_columns_are_known_in_any_case_and_by_other_names(here: Path, name: str, text: str) -> None:
    words = "Boys work on farms. The government convicted nobody."
    _write(here, {f"in/{name}": text.format(words)})
    (found,) = read(["in"])
    assert isinstance(found, Document)
    assert (found.id, found.text, found.country, found.year, found.source) == ("one", words, "LSO", 2012, "https://example.org/1")


def test_a_json_file_that_is_no_json_lines_is_told_what_to_do(here: Path) -> None:
    _write(here, {"in/a.json": json.dumps([{"text": NARRATIVE}])})
    message = "JSON is read as JSON Lines alone: write one object a line, with the columns of a corpus, and let the name end in .jsonl"
    assert list(read(["in"])) == list(read(["in/a.json"])) == [Issue("info", "in/a.json", message)]


def test_garbled_letters_are_put_right_and_told_in_files_and_rows(here: Path) -> None:
    text = "Lesotho’s boys – from Mont-aux-Sources – work for José."
    garbled = text.encode().decode("latin-1")
    _write(here, {"in/LSO-2012.txt": garbled, "in/z.csv": f'id,text,country\none,"{garbled}",LSO\n'})
    file_told, file, row_told, row = read(["in"])
    message = "letters in it were garbled (“Ã©” for “é”) and were put right: check accented letters"
    assert (file_told, row_told) == (Issue("warning", "in/LSO-2012.txt", message), Issue("warning", "in/z.csv, row 1", message))
    assert [one.text for one in (file, row) if isinstance(one, Document)] == [text, text]


@pytest.mark.parametrize("heading", ["TIER 2 WATCH LIST", "Tier 2 Watch List countries", "TIER 2 WATCH LIST COUNTRY NARRATIVES"])
def test_a_tier_above_several_narratives_is_that_of_each(here: Path, heading: str) -> None:
    one, two = (NARRATIVE.replace(HEADER, name).replace("Lesotho", country) for name, country in (("ANGOLA", "Angola"), ("CHAD", "Chad")))
    three = NARRATIVE.replace(HEADER, "KENYA").replace("Lesotho", "Kenya")
    _write(here, {"tip-2012.txt": f"{heading}\n\n{one}\n\n{two}\n\nTIER 3\n\n{three}"})
    found = [(read_.country, read_.year, read_.tier) for read_ in read(["tip-2012.txt"]) if isinstance(read_, Document)]
    assert found == [("AGO", 2012, "2WL"), ("TCD", 2012, "2WL"), ("KEN", 2012, "3")]
