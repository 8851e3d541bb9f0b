"""The flow network as one HTML file that needs no network: a map to filter, to zoom and to click, with the sentence behind every arrow."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from typing import Any, Final

from kg.facts.model import CERTAINTIES
from kg.flows.filters import UNKNOWN, FlowFilter
from kg.flows.grouping import grouped, region_of
from kg.flows.legend import HOLLOW, LINES
from kg.flows.legs import legs
from kg.flows.network import Network, network
from kg.flows.outline import Ring, land
from kg.flows.palette import CORE, DASHES, DOUBLE, FORM_OF, FORMS, GROWTH, THINNEST, UP_TO
from kg.flows.projection import Page, View, view
from kg.flows.scene import points_and_ways, short_name
from kg.flows.selection import READABLE, WAYS
from kg.flows.spots import SIZES
from kg.flows.statements import FlowStatement
from kg.flows.words import GROUPED, Words
from kg.vocabulary.iris import FACT
from kg.vocabulary.relative import area_name, words_of
from kg.vocabulary.schemes import concepts

KEY_COLOURS: Final = ("key", "#5b6168", "#a9b0b7")
"""The class of samples whose colour means nothing, and its colour on a light and on a dark page."""


def page(graph: Network, statements: Sequence[FlowStatement], wanted: FlowFilter, words: Words, *, show: str = "map") -> bytes:
    """The page; ``wanted`` says which certainties and polarities are switched on when it opens."""
    map_view = view(*points_and_ways(graph, legs(graph)), Page())
    html = Template(_asset("page.html")).substitute(
        title=escape(words.title),
        subtitle="\n".join(f"<p>{escape(line)}</p>" for line in words.subtitle),
        source=escape(words.source),
        style=_style(),
        width=f"{map_view.width:g}",
        height=f"{map_view.height:.0f}",
        land="".join(_country(code, rings) for code, rings in land(map_view).items()),
        years=_options((str(year), str(year)) for year in graph.graph["years"]),
        exploitation=_options(_labelled("exploitation", {token for s in statements for token in s.exploitation})),
        places=_options(sorted(_named(graph), key=lambda option: option[1].casefold())),
        least=wanted.least,
        tabled=" selected" if show == "matrix" else "",
        grouped=" selected" if wanted.by == "region" else "",
        lines="".join(_box(line, label, on=_is_on(line, wanted)) for line, label in LINES.items()),
        limit=READABLE,
        data=_json(_data(graph, statements, map_view)),
        layout=_asset("layout.js"),
        script=_asset("page.js"),
    )
    return html.encode()


@cache
def _asset(name: str) -> str:
    return (files("kg.flows") / "assets" / name).read_text(encoding="utf-8")


def _style() -> str:
    colours = [(form.name, form.colour, form.dark) for form in FORMS] + [KEY_COLOURS]
    light = "\n".join(f".form-{name} {{ --c: {colour}; }}" for name, colour, _ in colours)
    dark = "\n".join(f"  .form-{name} {{ --c: {colour}; }}" for name, _, colour in colours)
    return f"{_asset('page.css')}{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}"


def _country(code: str, rings: Iterable[Ring]) -> str:
    way = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z" for ring in rings)
    return f'<path data-code="{code}" d="{way}"></path>'


def _options(options: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<option value="{escape(value)}">{escape(label)}</option>' for value, label in options)


def _named(graph: Network) -> set[tuple[str, str]]:
    """The places to choose from; a relative area also without the country that it is seen from."""
    shared = {(area, f"{area_name(area)} of any country") for node in graph if (area := words_of(node)) != node}
    return shared | {(node, data["label"]) for node, data in graph.nodes(data=True)}


def _labelled(scheme: str, tokens: set[str]) -> list[tuple[str, str]]:
    return [(concept.token, concept.label) for concept in concepts(scheme) if concept.token in tokens]


def _box(line: str, label: str, *, on: bool) -> str:
    checked = " checked" if on else ""
    return f'<label><input type="checkbox" name="line" value="{line}"{checked}> {escape(label)}</label>'


def _is_on(line: str, wanted: FlowFilter) -> bool:
    return "negated" in wanted.polarity if line == "denied" else line in wanted.certainty and "affirmed" in wanted.polarity


def _json(data: Mapping[str, Any]) -> str:
    """JSON that no text in it can end: a script element ends at ``</``, and ``<!--`` changes how it is read."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace("\u2028", "\\u2028")


def _data(graph: Network, statements: Sequence[FlowStatement], map_view: View) -> dict[str, Any]:
    return {
        "limit": READABLE,
        "ways": WAYS,
        "grouped": GROUPED,
        "width": map_view.width,
        "height": round(map_view.height),
        "certainties": CERTAINTIES,
        "places": {**_regions(statements, map_view), **{node: _place(node, data, map_view) for node, data in graph.nodes(data=True)}},
        "documents": {s.doc: s.heading for s in statements},
        "tokens": {c.token: c.label for scheme in ("exploitation", "victims", "sectors") for c in concepts(scheme)},
        "look": _look(),
        "statements": [_statement(s) for s in statements],
    }


def _regions(statements: Sequence[FlowStatement], map_view: View) -> dict[str, Any]:
    """The regions that the countries belong to."""
    return {node: _place(node, data, map_view) for node, data in network(grouped(statements, "region")).nodes(data=True)}


def _place(node: str, data: Mapping[str, Any], map_view: View) -> dict[str, Any]:
    x, y = map_view.place((data["longitude"], data["latitude"])) if "latitude" in data else (None, None)
    place = {"label": data["label"], "kind": data["kind"], "x": x and round(x, 1), "y": y and round(y, 1)}
    place |= {"short": short_name(node)} if data["kind"] == "country" or words_of(node) != node else {}
    return place | ({"region": region} if (region := region_of(node)) != node else {})


def _look() -> dict[str, Any]:
    return {
        "thinnest": THINNEST,
        "growth": GROWTH,
        "upTo": UP_TO,
        "core": CORE,
        "double": DOUBLE,
        "forms": [{"name": form.name, "label": form.label} for form in FORMS],
        "formOf": {token: form.name for token, form in FORM_OF.items()},
        "dashes": dict(DASHES),
        "hollow": {" ".join(sorted(map(str, within))).lower(): label for within, label in HOLLOW.items()},
        "lines": LINES,
        "sizes": [{"upTo": up_to, "mark": size.mark, "gap": size.gap, "text": size.text} for up_to, size in SIZES],
    }


def _statement(statement: FlowStatement) -> dict[str, Any]:
    return {
        "fact": "fact:" + statement.fact.removeprefix(FACT),
        "doc": statement.doc,
        "year": statement.year,
        "origin": statement.origin or UNKNOWN,
        "destination": statement.destination or UNKNOWN,
        "via": statement.via,
        "exploitation": statement.exploitation,
        "victims": statement.victims,
        "sectors": statement.sectors,
        "denied": statement.polarity == "negated",
        "certainty": statement.certainty,
        "quotes": statement.quotes,
    }
