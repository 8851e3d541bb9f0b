"""The door for Python: a store as an object that answers questions, gives facts, graphs and networks, and draws itself in a notebook."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from kg.errors import CannotRun, UsageProblem
from kg.facts.model import Fact
from kg.flows.filters import FlowFilter, matching, place_code
from kg.flows.grouping import BY, By
from kg.flows.network import Network, network
from kg.flows.statements import FlowStatement, read_statements
from kg.graph import export, rdf
from kg.graph.explain import Explanation, explain
from kg.graph.query import run
from kg.graph.questions import question
from kg.graph.questions.binding import bound
from kg.graph.remote import open_to_read
from kg.graph.selection import Selection, documents
from kg.graph.store import Store
from kg.graph.stored import StoredDocument

if TYPE_CHECKING:
    import pandas

Cell = str | int | float | bool | None
One = str | int | Iterable[str | int] | None
"""One value, several, or none, which does not restrict."""

NUMBERS: Mapping[str, type[int] | type[float]] = {"integer": int, "decimal": float, "double": float, "float": float}


def open(store: Path | str) -> "KnowledgeGraph":  # noqa: A001 - called kg.open
    """Open a store for reading: a folder that ``kg.build`` made, or the address of a SPARQL server that holds it.

    UsageProblem where there is none, CannotRun where it cannot be read now.
    """
    return KnowledgeGraph(open_to_read(store))


class KnowledgeGraph:
    """An open store. It is closed when a ``with`` block is left, or by ``close``."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let the store go."""
        self.store.close()

    def __repr__(self) -> str:
        return f"kg.open({str(self.store.path)!r})"

    def _repr_html_(self) -> str:
        rows = [(d.id, d.country, d.year or "", d.tier or "", d.title or "") for d in self.documents()]
        return _html(("document", "country", "year", "tier", "title"), rows)

    def documents(self, *, country: One = None, year: One = None, doc: One = None) -> tuple[StoredDocument, ...]:
        """The documents about countries, by code or name, of reports' years and of ids, ordered by id."""
        return tuple(documents(self.store, _selection(country=country, year=year, doc=doc)))

    def facts(self, *, kind: One = None, country: One = None, year: One = None, doc: One = None) -> tuple[Fact, ...]:
        """The facts of kinds (``"flow"``) in documents about countries, document after document, in the order of the text."""
        selection = _selection(country=country, year=year, doc=doc, kind=kind)
        return tuple(fact for _, fact in export.facts(self.store, selection))

    def text(self, doc: str) -> str | None:
        """The text of a document, to which the offsets of evidence refer; None where it was left out of the store."""
        return self.store.document(doc).text

    def explain(self, fact: str) -> Explanation:
        """A fact by its IRI or the beginning of its hash, with its sentence and the words that stand for its fields."""
        return explain(self.store, fact)

    def query(self, query: str, *, timeout: float | None = 30, **parameters: One) -> list[dict[str, Cell]]:
        """The rows of a SELECT, or of a shipped question by its name with its parameters; what is unbound is None.

        UsageProblem for a broken query or an unknown question, CannotRun at the limit, which is in seconds.
        """
        answer = run(self.store, _sparql(query, parameters), format="json", timeout=timeout)
        found = json.loads(answer.body) if answer.sort == "solutions" else {}
        if "results" not in found:
            raise UsageProblem("the query is no SELECT, which alone has rows")
        return [{name: _cell(row.get(name)) for name in found["head"]["vars"]} for row in found["results"]["bindings"]]

    def frame(self, query: str, *, timeout: float | None = 30, **parameters: One) -> "pandas.DataFrame":
        """The rows of ``query`` as a pandas DataFrame; CannotRun where pandas is not installed."""
        try:
            import pandas  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise CannotRun("pandas is not installed; install it with: pip install tip-kg[pandas]") from error
        return pandas.DataFrame(self.query(query, timeout=timeout, **parameters))

    def graph(self, doc: str) -> rdf.Graph:
        """The graph of a document as rdflib has it."""
        return rdf.document_graph(self.store, doc)

    def dataset(self) -> rdf.Dataset:
        """All graphs as rdflib has them."""
        return rdf.dataset(self.store)

    def statements(self, **wanted: One) -> tuple[FlowStatement, ...]:
        """What the documents say of flows; ``wanted`` are the options of ``flows``."""
        return tuple(matching(read_statements(self.store), _filter(wanted)))

    def flows(self, **wanted: One) -> Network:
        """The flow network as a networkx MultiDiGraph.

        ``wanted`` narrows it: year, origin, destination, via, exploitation; certainty and polarity say which doubts count, ``least``
        how many statements a flow must have. With ``by="region"`` its places are regions.
        """
        return network(self.statements(**wanted))

    def picture(self, *, show: str = "map", theme: str = "light", **wanted: One) -> "Picture":
        """The picture of the flows, which shows itself in a notebook; ``wanted`` are the options of ``flows``.

        ``show`` is map, matrix (a table), sankey (bands) or years (a map for each), ``theme`` light or dark.
        """
        return Picture(tuple(read_statements(self.store)), _filter(wanted), show, theme)


@dataclass(frozen=True, slots=True, repr=False)
class Picture:
    """A picture of statements of flows, drawn when it is shown."""

    statements: tuple[FlowStatement, ...]
    wanted: FlowFilter
    show: str = "map"
    theme: str = "light"

    def save(self, path: Path | str) -> Path:
        """Write the map; the ending says what as: .svg, .png, or .html for a page to explore."""
        file = Path(path)
        file.write_bytes(self.drawn(file.suffix.removeprefix(".").lower()))
        return file

    def drawn(self, format: str) -> bytes:
        """The map as svg, png or html; UsageProblem for any other format."""
        from kg.flows.looks import looking  # noqa: PLC0415 - matplotlib takes longer to load than most questions to answer
        from kg.flows.picture import PICTURES  # noqa: PLC0415

        if format not in PICTURES:
            raise UsageProblem(f"a map cannot be drawn as {format!r}; use one of {', '.join(PICTURES)}")
        return PICTURES[format](self.statements, self.wanted, looking(self.show, self.theme))

    def _repr_svg_(self) -> str:
        return self.drawn("svg").decode()


def _selection(*, country: One = None, year: One = None, doc: One = None, kind: One = None) -> Selection:
    return Selection(
        countries=frozenset(place_code(str(name)) for name in _several(country)),
        years=frozenset(int(value) for value in _several(year)),
        ids=frozenset(map(str, _several(doc))),
        kinds=frozenset(map(str, _several(kind))),
    )


def _filter(wanted: Mapping[str, One]) -> FlowFilter:
    """The filter of options; UsageProblem for one that there is not."""
    options = ("year", "origin", "destination", "via", "exploitation", "certainty", "polarity", "least", "by")
    if unknown := sorted(wanted.keys() - set(options)):
        raise UsageProblem(f"flows have no option {unknown[0]!r}; options are {', '.join(options)}")
    places = {name: frozenset(place_code(str(v)) for v in _several(wanted.get(name))) for name in ("origin", "destination", "via")}
    words = {name: frozenset(map(str, _several(wanted.get(name)))) for name in ("exploitation", "certainty", "polarity")}
    usual = FlowFilter()
    return FlowFilter(
        years=frozenset(int(year) for year in _several(wanted.get("year"))),
        origins=places["origin"],
        destinations=places["destination"],
        via=places["via"],
        exploitation=words["exploitation"],
        certainty=words["certainty"] or usual.certainty,
        polarity=words["polarity"] or usual.polarity,
        least=max((int(value) for value in _several(wanted.get("least"))), default=usual.least),
        by=_by(wanted.get("by")),
    )


def _by(value: One) -> By:
    """What the ends of flows are; UsageProblem for what they cannot be."""
    if value not in (None, *BY):
        raise UsageProblem(f"flows are not gathered by {value!r}; use one of {', '.join(BY)}")
    return next((by for by in BY if by == value), "country")


def _several(value: One) -> Iterator[str | int]:
    if value is not None:
        yield from [value] if isinstance(value, str | int) else value


def _sparql(query: str, parameters: Mapping[str, One]) -> str:
    """The SPARQL of a question by name with its parameters, or the query itself, which has none."""
    if not query.replace("-", "").isalnum():
        if parameters:
            raise UsageProblem("a query as written has no parameters; name a question, as kg query --list does")
        return query
    values = {name.replace("_", "-"): [str(one) for one in _several(value)] for name, value in parameters.items() if value is not None}
    return bound(question(query), values)


def _cell(term: Mapping[str, Any] | None) -> Cell:
    """A value of a row: a number or truth value where its datatype says so."""
    if term is None:
        return None
    words: str = term["value"]
    name = term.get("datatype", "").rpartition("#")[2]
    if name == "boolean":
        return words in ("true", "1")
    return NUMBERS[name](words) if name in NUMBERS else words


def _html(names: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join("<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
