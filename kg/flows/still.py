"""A picture with the sentences behind it as one HTML file: no script, no network, in the light or dark colours of the reader."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files
from string import Template
from typing import Any, Final

from kg.flows.filters import end_name
from kg.flows.inline import inline
from kg.flows.legend import LINES
from kg.flows.looks import Show, drawn_as, titles_as
from kg.flows.network import corridor, network
from kg.flows.palette import FORMS
from kg.flows.statements import FlowStatement
from kg.flows.words import Words
from kg.vocabulary.iris import FACT

HEADING: Final = "{} ({} statement{})"


def still(statements: Sequence[FlowStatement], words: Words, show: Show) -> bytes:
    """The page; what stands for flows leads to the first of them below, where all statements of it stand."""
    behind: dict[str, list[FlowStatement]] = {}
    for statement in statements:
        behind.setdefault(corridor(statement), []).append(statement)
    ordered = sorted(behind, key=lambda key: (-len(behind[key]), key))
    anchors = {key: f"flow-{n}" for n, key in enumerate(ordered)}
    places = {code: anchors[key] for key in reversed(ordered) for code in _codes(behind[key][0])}

    def link(keys: Sequence[str]) -> str:
        return "#" + min((anchors[_plain(key, show)] for key in keys), key=lambda name: int(name.removeprefix("flow-")))

    picture = inline(drawn_as(show, statements, words), titles_as(show, statements), link, lambda code: f"#{places.get(code, 'flows')}")
    html = Template(_asset("still.html")).substitute(
        title=escape(words.title),
        subtitle="\n".join(f"<p>{escape(line)}</p>" for line in words.subtitle),
        style=_style(),
        picture=picture,
        flows="\n".join(_flow(anchors[key], key, behind[key]) for key in ordered),
        source=escape(words.source),
    )
    return html.encode()


def _plain(key: str, show: Show) -> str:
    """The key of a flow without the year of the map that it stands on."""
    return key.partition(" ")[2] if show == "years" else key


def _codes(statement: FlowStatement) -> Iterator[str]:
    yield from filter(None, (statement.origin, *statement.via, statement.destination))


def _asset(name: str) -> str:
    return (files("kg.flows") / "assets" / name).read_text(encoding="utf-8")


def _style() -> str:
    """The style of the page with the colours of forms, which are others on a dark page."""
    light = "".join(f"  --form-{form.name}: {form.colour};\n" for form in FORMS)
    dark = "".join(f"    --form-{form.name}: {form.dark};\n" for form in FORMS)
    uses = "".join(
        f".fill-form-{form.name} {{ fill: var(--form-{form.name}); }} .edge-form-{form.name} {{ stroke: var(--form-{form.name}); }}\n"
        for form in FORMS
    )
    return f":root {{\n{light}}}\n@media (prefers-color-scheme: dark) {{\n  :root {{\n{dark}  }}\n}}\n{uses}{_asset('still.css')}"


def _flow(anchor: str, key: str, statements: Sequence[FlowStatement]) -> str:
    """All statements of a flow under its name."""
    origin, destination, data = next(iter(network(statements).edges(data=True)))
    way = " → ".join(filter(None, (end_name(origin), " / ".join(map(end_name, data["via"])), end_name(destination))))
    if origin == destination and not data["via"]:
        way = f"within {end_name(origin)}"
    name = ("Denied: " if key.startswith("not ") else "") + way[0].upper() + way[1:]
    heading = HEADING.format(escape(name), len(statements), "" if len(statements) == 1 else "s")
    told = "".join(_statement(s) for s in sorted(statements, key=lambda s: (-(s.year or 0), s.fact)))
    return f'<section id="{anchor}"><h3>{heading}</h3>{told}</section>'


def _statement(statement: FlowStatement) -> str:
    values: Mapping[str, Any] = {"exploitation": statement.exploitation, "victims": statement.victims, "sectors": statement.sectors}
    details = "; ".join(f"{name}: {', '.join(held).replace('_', ' ')}" for name, held in values.items() if held)
    line = LINES["denied" if statement.polarity == "negated" else statement.certainty]
    year = f", report of {statement.year}" if statement.year else ""
    quotes = "".join(f"<blockquote>{escape(quote)}</blockquote>" for quote in statement.quotes)
    fact = statement.fact.removeprefix(FACT)
    return (
        f'<article><p><span class="badge">{line}</span> <strong>{escape(statement.heading)}</strong>{year}</p>{quotes}'
        f'<p class="quiet">{escape(details)}{"; " if details else ""}document {escape(statement.doc)}, fact:{escape(fact)}</p></article>'
    )
