"""The network in the formats of network programs: the same network gives the same bytes, and networkx reads them back equal."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from kg.errors import UsageProblem
from kg.flows.changes import Change
from kg.flows.filters import end_name
from kg.flows.measures import MEASURES, measured
from kg.flows.network import Network

SEPARATOR: Final = "|"
"""Between the values of a set; no code, token, year or IRI of ours holds it."""

_NOT_XML = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, and the carriage return, which every reader turns into a newline."""

FLOW_COLUMNS: Final = (
    *("id", "origin", "origin_name", "via", "via_names", "destination", "destination_name", "exploitation", "victims", "sectors"),
    *("years", "polarity", "certainty", "statements", "stated", "reported", "possible", "documents", "docs", "facts", "quote"),
)

PLACE_COLUMNS: Final = ("id", "label", "kind", "roles", "latitude", "longitude", *(measure.name for measure in MEASURES))


def flat(graph: Network) -> Network:
    """The network as any format can hold it: with its measures, sets as one text, nothing that is empty.

    Edges get a label and, as network programs expect it, a weight, which is the number of statements.
    """
    copy = measured(graph)
    for origin, destination, data in copy.edges(data=True):
        names = [end_name(place) for place in (origin, *data["via"], destination)]
        data.update(label=" → ".join(names), weight=float(data["statements"]))
    for data in (copy.graph, *(d for _, d in copy.nodes(data=True)), *(d for *_, d in copy.edges(data=True))):
        held = {name: _plain(value) for name, value in data.items()}
        data.clear()
        data.update({name: value for name, value in held.items() if value != ""})
    return copy


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return SEPARATOR.join(map(str, value))
    return _NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value


def graphml(graph: Network) -> bytes:
    """GraphML as its schema wants it: ids are name tokens, and an edge has its key as its corridor."""
    held = flat(graph)
    copy: Any = nx.MultiDiGraph(**held.graph)
    copy.add_nodes_from((_token(node), data) for node, data in held.nodes(data=True))
    ends = ((_token(o), _token(d), _token(key), {"corridor": key, **data}) for o, d, key, data in held.edges(data=True, keys=True))
    copy.add_edges_from(ends)
    out = io.BytesIO()
    nx.write_graphml_xml(copy, out)
    return out.getvalue()


_SIGNS: Final = {">": "..", "+": "--", " ": "__"}


def _token(id: str) -> str:
    """An id as a name token (NMTOKEN of XML), which holds letters, digits and ``. - _ :`` only.

    >>> _token("region:west-africa"), _token("not TJK>KGZ+RUS>ARE"), _token("a&b")
    ('region:west-africa', 'not__TJK..KGZ--RUS..ARE', 'a_x26_b')
    """
    return re.sub(r"[^\w.:-]", lambda found: _SIGNS.get(found[0], f"_x{ord(found[0]):x}_"), id)


def gexf(graph: Network) -> bytes:
    """GEXF 1.2, as Gephi reads it, without the date on which it was written."""
    copy = flat(graph)
    for _, _, key, data in copy.edges(data=True, keys=True):
        data["id"] = key
    writer: Any = GEXFWriter()
    writer.xml.find("meta").attrib.pop("lastmodifieddate")
    writer.add_graph(copy)
    writer.xml.find("graph").attrib.pop("name")  # which the schema does not know
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def cytoscape(graph: Network) -> bytes:
    """Cytoscape JSON; a node's name is its label, an edge's id its key."""
    copy = flat(graph)
    for _, data in copy.nodes(data=True):
        data["name"] = data["label"]
    for _, _, key, data in copy.edges(data=True, keys=True):
        data["id"] = key
    return json.dumps(nx.cytoscape_data(copy), ensure_ascii=False, indent=1).encode() + b"\n"


def flows_csv(graph: Network) -> bytes:
    """One row a corridor; the ends and ways as codes and as names."""
    rows = []
    for origin, destination, key, data in flat(graph).edges(data=True, keys=True):
        via = data.get("via", "")
        names = {"origin_name": end_name(origin), "destination_name": end_name(destination), "via_names": _names(via)}
        rows.append({**data, **names, "id": key, "origin": origin, "destination": destination})
    return _csv(FLOW_COLUMNS, rows)


def places_csv(graph: Network) -> bytes:
    """One row a place, with its measures."""
    return _csv(PLACE_COLUMNS, [{"id": node, **data} for node, data in flat(graph).nodes(data=True)])


def changes_csv(changes: Sequence[Change]) -> bytes:
    """One row a country, pair of reports and corridor: whether the later report names it anew, still, or no longer."""
    rows = [
        {"country": c.country, "before": c.before, "after": c.after, "change": name, "id": key}
        for c in changes
        for name, keys in (("new", c.new), ("still", c.still), ("gone", c.gone))
        for key in keys
    ]
    return _csv(("country", "before", "after", "change", "id"), rows)


FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that spreadsheets run as a formula, or read past to one."""


def inert(value: Any) -> Any:
    """A text as a cell that no spreadsheet runs: with an apostrophe before what would be a formula; numbers stay.

    The customary way (OWASP, CSV Injection).

    >>> inert("=1+1"), inert("- two shelters"), inert(-1.5), inert("two")
    ("'=1+1", "'- two shelters", -1.5, 'two')
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _names(codes: str) -> str:
    return SEPARATOR.join(map(end_name, filter(None, codes.split(SEPARATOR))))


def _csv(columns: tuple[str, ...], rows: list[dict[str, Any]]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: inert(value) for name, value in row.items()} for row in rows)
    return out.getvalue().encode()


WRITERS: Final[Mapping[str, Callable[[Network], bytes]]] = {
    "graphml": graphml,
    "gexf": gexf,
    "cytoscape": cytoscape,
    "json": cytoscape,
    "csv": flows_csv,
}
"""Each format and what writes it."""


def write(graph: Network, format: str) -> bytes:
    """The network in a format; UsageProblem where it is not known."""
    if format not in WRITERS:
        raise UsageProblem(f"the format {format!r} is not known; formats of the flow network are {', '.join(WRITERS)}")
    return WRITERS[format](graph)
