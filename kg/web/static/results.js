// The result of a query as a table, a graph, a map, a chart or Turtle, and as files. Texts are only ever set as text.
"use strict";

const LONGEST = 1000;  // rows of a table on the page; files have all
const FILES = { results: [["CSV", "csv", "csv"], ["TSV", "tsv", "tsv"], ["JSON", "json", "json"], ["XML", "xml", "xml"]], answer: [["JSON", "json", "json"], ["XML", "xml", "xml"]], triples: [["Turtle", "turtle", "ttl"], ["N-Triples", "ntriples", "nt"], ["RDF/XML", "rdfxml", "rdf"], ["JSON-LD", "jsonld", "jsonld"]] };
const BASE = "https://w3id.org/tip-kg/";
const PAGES = [[`${BASE}fact/`, "/fact/"], [`${BASE}region/`, "/flows?place=region:"], [`${BASE}document/`, "/document/"], [`${BASE}entity/`, "/organization/"], [`${BASE}place/`, "/country/"]];

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
function shape(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// Shows the body of an answer; gives the number of its rows in words.
function showResult(query, type, body) {
  document.getElementById("result").hidden = false;
  if (!type.startsWith("application/sparql-results+json")) {
    files(query, FILES.triples);
    const text = () => element("pre", {}, body.length > 400000 ? `${body.slice(0, 400000)}\n…` : body);
    tabs([["Turtle", text], ["Graph", () => graphOfTriples(query)]]);
    return "triples";
  }
  const data = JSON.parse(body);
  files(query, "boolean" in data ? FILES.answer : FILES.results);
  if ("boolean" in data) {
    tabs([["Answer", () => element("p", {}, data.boolean ? "Yes" : "No")]]);
    return "an answer";
  }
  const names = data.head.vars, rows = data.results.bindings;
  const views = [["Table", () => table(names, rows)]];
  const ends = graphColumns(names, rows);
  if (ends) views.push(["Graph", () => graphOfRows(ends, rows)]);
  const flows = mapColumns(names, rows);
  if (flows) views.push(["Map", () => map(names, rows, flows)]);
  const columns = chartColumns(names, rows);
  if (columns) views.push(["Chart", () => chart(columns, rows)]);
  tabs(views);
  return `${rows.length.toLocaleString("en")} row${rows.length === 1 ? "" : "s"}`;
}

function tabs(views) {
  const bar = document.querySelector(".tabs"), shown = document.getElementById("shown");
  const buttons = views.map(([name, make], n) => {
    const button = element("button", { type: "button", role: "tab", "aria-selected": "false", tabindex: n ? -1 : 0 }, name);
    button.addEventListener("click", () => {
      for (const other of buttons) { other.setAttribute("aria-selected", String(other === button)); other.tabIndex = other === button ? 0 : -1; }
      shown.replaceChildren(make());
      for (const frame of shown.querySelectorAll(".frame")) magnified(frame);
    });
    return button;
  });
  bar.onkeydown = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
    next.focus();
    next.click();
  };
  bar.replaceChildren(...buttons);
  buttons[0].click();
}

function table(names, rows) {
  const head = element("tr", {}, ...names.map((name) => element("th", { scope: "col" }, name.replaceAll("_", " "))));
  const body = rows.slice(0, LONGEST).map((row) => element("tr", {}, ...names.map((name) => cell(row[name]))));
  const made = element("table", {}, element("thead", {}, head), element("tbody", {}, ...body));
  if (!rows.length) return element("p", { class: "nothing" }, "No rows: nothing in the store fits.");
  return rows.length > LONGEST ? element("div", {}, element("p", { class: "quiet" }, `The first ${LONGEST} rows; the files have all ${rows.length}.`), made) : made;
}
function cell(term) {
  if (!term) return element("td");
  const name = isNumber(term) ? "number" : term.value.length > 34 ? "long" : "";
  if (term.type !== "uri") return element("td", name ? { class: name } : {}, term.value);
  const page = PAGES.find(([iri]) => term.value.startsWith(iri));
  return element("td", short(term.value).length > 34 ? { class: "long" } : {}, page ? element("a", { href: page[1] + term.value.slice(page[0].length) }, short(term.value)) : short(term.value));
}
function short(iri) { return iri.startsWith(BASE) ? iri.slice(BASE.length).replace(/^ontology\//, "tip:").replace("/", ":") : iri; }
const isNumber = (term) => term && term.type === "literal" && /(integer|decimal|double|float)$/.test(term.datatype || "");

// The columns with the two ends of flows: origin and destination, or from and to where these hold things.
function flowEnds(names, rows) {
  const pairs = [["origin", "destination"], ["from", "to"]].filter((pair) => pair.every((name) => names.includes(name)));
  const things = (name) => rows.some((row) => row[name]) && rows.every((row) => !row[name] || row[name].type === "uri");
  return pairs.find(([from, to]) => from === "origin" || (things(from) && things(to))) || null;
}
// A map where there are an origin and a destination.
function mapColumns(names, rows) {
  return rows.length > 0 ? flowEnds(names, rows) : null;
}
function map(names, rows, [from, to]) {
  const via = names.find((name) => ["via", "through"].includes(name));
  const flows = rows.map((row) => ({ origin: row[from]?.value, destination: row[to]?.value, via: via && row[via]?.value, exploitation: row.exploitation?.value, statements: row.statements?.value }));
  const place = element("div", { class: "frame", tabindex: 0, role: "region", "aria-label": "Map; plus and minus magnify it, arrow keys move it" }, "Drawing…");
  const room = shown.clientWidth, sheet = room > 840 ? "wide" : room > 560 ? "medium" : "narrow";  // those of kg/web/sheets.py
  fetch(`/query/map?sheet=${sheet}`, { method: "POST", body: JSON.stringify(flows) }).then(async (answer) => {
    const text = await answer.text();
    if (!answer.ok) { place.replaceChildren(text); return; }
    const svg = new DOMParser().parseFromString(text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '), "image/svg+xml").documentElement;
    place.replaceChildren(document.importNode(svg, true));
    magnified(place);
  }).catch((error) => place.replaceChildren(`The map could not be drawn: ${error.message}`));
  return place;
}

// A chart where one column has numbers and another says what they are of.
function chartColumns(names, rows) {
  if (rows.length < 2) return null;
  const number = names.find((name) => rows.every((row) => !row[name] || isNumber(row[name])) && rows.some((row) => row[name]) && name !== "year");
  const labels = number && names.filter((name) => names.indexOf(name) < names.indexOf(number) && name !== number).slice(0, 3);
  return labels && labels.length ? { number, labels } : null;
}
function chart({ number, labels }, rows) {
  const shown = rows.filter((row) => row[number]).slice(0, 40), most = Math.max(...shown.map((row) => Number(row[number].value)), 1);
  const wide = Math.min(760, Math.max(340, document.getElementById("shown").clientWidth)), named = wide * 0.385, longest = wide - named - 60, letters = Math.floor((named - 10) / 6.7);
  const name = (row) => { const words = labels.map((label) => row[label] ? short(row[label].value) : "").filter(Boolean).join(labels.includes("destination") ? " → " : ", "); return words.length > letters ? `${words.slice(0, letters - 1)}…` : words; };
  const svg = shape("svg", { class: "barchart", viewBox: `0 0 ${wide} ${shown.length * 22 + 24}`, role: "img", "aria-label": `${number} by ${labels.join(" and ")}` });
  svg.append(shape("text", { x: 0, y: 14 }, `${number.replaceAll("_", " ")} by ${labels.join(" and ").replaceAll("_", " ")}${rows.length > shown.length ? `, the first ${shown.length}` : ""}`));
  shown.forEach((row, n) => {
    const value = Number(row[number].value), y = 24 + n * 22;
    svg.append(shape("text", { x: named, y: y + 14, "text-anchor": "end" }, name(row)), shape("rect", { x: named + 8, y: y + 3, width: Math.max(1, (value / most) * longest), height: 15, rx: 2 }), shape("text", { x: named + 14 + (value / most) * longest, y: y + 14 }, value.toLocaleString("en")));
  });
  return svg;
}

// Files are asked for again in their format, so that they hold all that the query gives.
function files(query, formats) {
  document.getElementById("files").replaceChildren(...formats.map(([label, format, ending]) => {
    const button = element("button", { type: "button" }, label);
    button.addEventListener("click", async () => {
      const answer = await ask(query, "*/*", undefined, format);
      if (!answer.ok) return fail((await answer.text()).trim(), "");
      const address = URL.createObjectURL(await answer.blob()), link = element("a", { href: address, download: `result.${ending}` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
    });
    return button;
  }));
}
