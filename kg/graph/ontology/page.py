"""``python -m kg.graph.ontology.page > docs/ontology.html`` writes the ontology as a page to read; it needs no network."""

import sys
from collections.abc import Iterable
from html import escape
from typing import Final

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.term import Node

from kg.graph.ontology.diagram import diagram
from kg.graph.ontology.files import VERSION, files
from kg.graph.table import short
from kg.vocabulary.iris import BASE, TIP

STYLE: Final = """
:root{color-scheme:light dark;--line:#c8ccd2;--soft:#f3f5f7;--mark:#0b5394;--text:#1b1f24;--back:#fff;--faint:#5b6470}
@media (prefers-color-scheme:dark){:root{--line:#3a424c;--soft:#1d232a;--mark:#8ab8ea;--text:#e4e8ec;--back:#12161b;--faint:#9aa4b0}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--text);background:var(--back);max-width:75rem;margin:0 auto;padding:1rem}
a{color:var(--mark)}h2{margin-top:2.5rem;border-bottom:1px solid var(--line)}h3{margin:1.6rem 0 .2rem}
code,.iri{font:.875em ui-monospace,monospace;overflow-wrap:anywhere}.kind,.iri{color:var(--faint)}
dl{display:grid;grid-template-columns:minmax(6rem,10rem) 1fr;gap:.15rem .8rem;margin:.3rem 0}
dt{color:var(--faint)}dd{margin:0;min-width:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}
th{background:var(--soft)}.wide{overflow-x:auto}nav ul{columns:16rem;padding-left:1.2rem}
.diagram{width:100%;height:auto;min-width:48rem}.diagram rect{fill:var(--soft);stroke:var(--faint)}
.diagram text{font:13px ui-monospace,monospace;fill:var(--text)}.diagram .name{font-weight:700}.diagram a text{fill:var(--mark)}
.diagram .arrow{fill:none;stroke:var(--faint);stroke-width:1.3}.diagram marker path{fill:var(--faint)}
.diagram .label{font-size:12px;paint-order:stroke;stroke:var(--back);stroke-width:5px;stroke-linejoin:round}
"""

TITLE: Final = "Ontology of facts in Trafficking in Persons narratives"

SORTS: Final = {
    OWL.Class: "class",
    OWL.ObjectProperty: "property whose values are things",
    OWL.DatatypeProperty: "property whose values are literals",
    RDF.Property: "property whose values are of several sorts",
}

FIELDS: Final = (
    ("below", RDFS.subClassOf),
    ("below", RDFS.subPropertyOf),
    ("of", RDFS.domain),
    ("values", RDFS.range),
    ("the same as", OWL.equivalentClass),
    ("example", SKOS.example),
)
"""What is said of a term, and the property that says it."""

MATCHES: Final = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)


def page() -> str:
    """The whole page, with the same bytes for the same ontology."""
    parsed = {name: _parsed(content) for name, content in sorted(files().items())}
    ontology = Graph(bind_namespaces="none")
    for graph in parsed.values():
        ontology += graph
    modules = {name: graph for name, graph in parsed.items() if any(graph.subjects(RDF.type, sort) for sort in SORTS) and _terms(graph)}
    schemes = [graph for name, graph in parsed.items() if name.startswith("schemes/")]
    parts = [_head(), _contents(modules.values(), schemes), f'<h2 id="diagram">Diagram</h2><div class="wide">{diagram(ontology)}</div>']
    parts += [_module(graph, ontology) for graph in modules.values()]
    parts += [_scheme(graph) for graph in schemes]
    return "".join(f"{part}\n" for part in (*parts, "</body></html>"))


def _parsed(content: str) -> Graph:
    return Graph(bind_namespaces="none").parse(data=content, format="turtle")


def _head() -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{TITLE}</title><style>{STYLE}</style></head><body><h1>{TITLE}</h1>"
        f"<p>Version {VERSION}. Terms begin with <code>{TIP}</code>, here <code>tip:</code>. This page is made from the files of "
        f"<code>ontology/</code>, which are what counts.</p>"
    )


def _contents(modules: Iterable[Graph], schemes: Iterable[Graph]) -> str:
    subjects = "".join(f'<li><a href="#{_anchor(g)}">{escape(_title(g))}</a></li>' for g in modules)
    tables = "".join(f'<li><a href="#{_anchor(g)}">{escape(_scheme_title(g))}</a></li>' for g in schemes)
    return f'<nav><ul><li><a href="#diagram">Diagram</a></li>{subjects}</ul><p>Vocabularies</p><ul>{tables}</ul></nav>'


def _anchor(graph: Graph) -> str:
    return str(next(graph.subjects(RDF.type, OWL.Ontology))).removeprefix(BASE).replace("/", "-")


def _title(graph: Graph) -> str:
    return str(graph.value(next(graph.subjects(RDF.type, OWL.Ontology)), DCTERMS.title))


def _scheme_title(graph: Graph) -> str:
    return str(graph.value(next(graph.subjects(RDF.type, SKOS.ConceptScheme)), DCTERMS.title))


def _terms(graph: Graph) -> list[URIRef]:
    """The terms of the ontology that a module defines, in the order of their sorts and names."""
    found = [(n, str(term)) for n, sort in enumerate(SORTS) for term in graph.subjects(RDF.type, sort) if str(term).startswith(TIP)]
    return [URIRef(term) for term in dict.fromkeys(name for _, name in sorted(found))]


def _module(graph: Graph, ontology: Graph) -> str:
    return f'<h2 id="{_anchor(graph)}">{escape(_title(graph))}</h2>{"".join(_term(graph, term, ontology) for term in _terms(graph))}'


def _term(graph: Graph, term: URIRef, ontology: Graph) -> str:
    sort = next(words for sort, words in SORTS.items() if (term, RDF.type, sort) in graph)
    rows = [(name, o) for name, said in FIELDS for o in sorted(graph.objects(term, said), key=str)]
    if sort == "class":
        rows += [("has below it", s) for s in sorted(ontology.subjects(RDFS.subClassOf, term), key=str)]
        rows += [("properties", s) for s in sorted(ontology.subjects(RDFS.domain, term), key=str)]
    return (
        f'<h3 id="{term.removeprefix(TIP)}">{escape(str(graph.value(term, RDFS.label)))}</h3>'
        f'<span class="iri">{escape(short(term))}</span> <span class="kind">{sort}</span>'
        f"<p>{escape(str(graph.value(term, SKOS.definition)))}</p><dl>{_described(rows)}</dl>"
    )


def _described(rows: list[tuple[str, Node]]) -> str:
    names = dict.fromkeys(name for name, _ in rows)
    values = {name: ", ".join(_shown(value) for other, value in rows if other == name) for name in names}
    return "".join(f"<dt>{name}</dt><dd>{words}</dd>" for name, words in values.items())


def _shown(value: Node) -> str:
    if not isinstance(value, URIRef):
        return escape(str(value))
    name = escape(short(value))
    return f'<a href="#{escape(value.removeprefix(TIP))}">{name}</a>' if value.startswith(TIP) else f"<code>{name}</code>"


def _scheme(graph: Graph) -> str:
    """A vocabulary as a table, folded up where it is long."""
    scheme = next(graph.subjects(RDF.type, SKOS.ConceptScheme))
    concepts = [c for c in graph.subjects(SKOS.inScheme, scheme) if isinstance(c, URIRef)]
    columns = "".join(f'<th scope="col">{name}</th>' for name in ("notation", "label", "definition", "matches"))
    rows = "".join(_row(graph, concept) for concept in sorted(concepts))
    table = f'<div class="wide"><table><tr>{columns}</tr>{rows}</table></div>'
    said = graph.value(scheme, SKOS.definition) or ""
    shown = table if len(concepts) < 60 else f"<details><summary>{len(concepts)} concepts</summary>{table}</details>"
    return (
        f'<h2 id="{_anchor(graph)}">{escape(_scheme_title(graph))}</h2><span class="iri">{escape(str(scheme))}</span>'
        f"<p>{escape(str(said))}</p>{shown}"
    )


def _row(graph: Graph, concept: URIRef) -> str:
    matches = [f"{short(p).removeprefix('skos:')} {_match(o)}" for p in MATCHES for o in sorted(graph.objects(concept, p), key=str)]
    said = [graph.value(concept, p) or "" for p in (SKOS.notation, SKOS.prefLabel, SKOS.definition)]
    cells = [*(escape(str(words)) for words in said), "<br>".join(escape(match) for match in matches)]
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _match(value: Node) -> str:
    return str(value).removeprefix(BASE) if str(value).startswith(BASE) else str(value)


if __name__ == "__main__":
    sys.stdout.write(page())
