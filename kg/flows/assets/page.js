// The page's behaviour: filters, zoom, what is chosen, and the words of the panel. Texts from documents are only ever set as text.
"use strict";

const data = JSON.parse(document.getElementById("data").textContent);
const svg = document.querySelector("#map svg");
const form = document.querySelector("form");
const panel = document.querySelector("aside");
const box = [data.width, data.height];  // of the map on the screen, in pixels
const canvas = document.createElement("canvas").getContext("2d");
const state = { scale: 1, x: 0, y: 0, moved: false, limited: false, chosen: [], flows: [] };

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
function draw(name, attributes, ...children) {
  const element = document.createElementNS(svg.namespaceURI, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
const lowered = (label) => (/^[A-Z][a-z]/.test(label) ? label[0].toLowerCase() + label.slice(1) : label);
const words = (tokens) => tokens.map((token) => lowered(data.tokens[token] || token)).join(", ");
const counted = (count, thing) => `${count} ${thing}${count === 1 ? "" : "s"}`;
const nameOf = (code) => data.places[code].label;
const titleOf = (flow) => [flow.origin, ...(flow.via.length ? [flow.via] : []), flow.destination]
  .map((part) => Array.isArray(part) ? part.map(nameOf).join(" / ") : nameOf(part)).join(" → ");
const within = (flow) => flow.origin === flow.destination && !flow.via.length;
const headingOf = (flow) => (flow.line === "denied" ? "Denied: " : "") + (within(flow) ? `Within ${nameOf(flow.origin)}` : titleOf(flow)).replace(/^[a-z]/, (letter) => letter.toUpperCase());

// Statements that the filters let through, gathered into flows.
function wanted() {
  const fields = new FormData(form);
  const lines = new Set(fields.getAll("line")), regions = fields.get("by") === "region";
  const touches = (s, place) => [s.origin, s.destination, ...s.via].some((code) => code === place || code.startsWith(`${place}:`) || (regions && regionOf(code) === place));
  const found = data.statements.filter((s) =>
    (!fields.get("year") || String(s.year) === fields.get("year")) &&
    (!fields.get("exploitation") || s.exploitation.includes(fields.get("exploitation"))) &&
    (!fields.get("place") || touches(s, fields.get("place"))) &&
    lines.has(s.denied ? "denied" : s.certainty));
  return regions ? found.filter((s) => !s.denied).map(ofRegions) : found;
}
// What kg/flows/grouping.py does: regions in the place of countries; what is denied of two countries does not hold of their regions.
const regionOf = (code) => data.places[code].region || code;
function ofRegions(statement) {
  const [origin, destination] = [statement.origin, statement.destination].map(regionOf);
  const via = [...new Set(statement.via.map(regionOf))].filter((region) => region !== origin && region !== destination).sort();
  return { ...statement, origin, destination, via };
}
function formOf(exploitation) {
  const forms = new Set(exploitation.map((token) => data.look.formOf[token] || "other"));
  return forms.size > 1 ? "several" : forms.size ? [...forms][0] : "unsaid";
}
function flowsOf(statements) {
  const found = new Map();
  for (const statement of statements) {
    const key = [statement.denied ? "not" : "", statement.origin, statement.via.join("+"), statement.destination].join(">");
    if (!found.has(key)) found.set(key, { key, origin: statement.origin, via: statement.via, destination: statement.destination, statements: [] });
    found.get(key).statements.push(statement);
  }
  for (const flow of found.values()) {
    flow.form = formOf([...new Set(flow.statements.flatMap((s) => s.exploitation))]);
    flow.line = flow.statements[0].denied ? "denied" : data.certainties.find((c) => flow.statements.some((s) => s.certainty === c));
    flow.documents = new Set(flow.statements.map((s) => s.doc)).size;
  }
  const least = Number(form.elements.least.value) || 1;
  return [...found.values()].filter((flow) => flow.statements.length >= least);
}

// The flows of what the map shows now, the most stated first; among equals those between the places named most. As kg/flows/selection.py
// does, one in so many is kept for flows through a third place.
function readable(flows, limit) {
  const visible = (code) => {
    const place = data.places[code];
    if (place.x === null) return false;
    const [x, y] = position(place);
    return x >= 0 && y >= 0 && x <= box[0] && y <= box[1];
  };
  const shown = flows.filter((flow) => [flow.origin, ...flow.via, flow.destination].some(visible));
  const named = {};
  for (const flow of flows) for (const code of new Set([flow.origin, ...flow.via, flow.destination])) named[code] = (named[code] || 0) + flow.statements.length;
  const rank = (flow) => [flow.statements.length, Math.min(named[flow.origin], named[flow.destination]), named[flow.origin] + named[flow.destination]];
  const compare = (a, b) => { const [p, q] = [rank(a), rank(b)], n = p.findIndex((v, i) => v !== q[i]); return n < 0 ? (a.key < b.key ? -1 : 1) : q[n] - p[n]; };
  const ranked = shown.sort(compare), ways = ranked.length > limit ? ranked.filter((flow) => flow.via.length).slice(0, Math.floor(limit / data.ways)) : [];
  const chosen = new Set([...ways, ...ranked.filter((flow) => !ways.includes(flow)).slice(0, limit - ways.length)]);
  return { kept: ranked.filter((flow) => chosen.has(flow)), of: shown.length, ways: ways.length, placeless: flows.filter((flow) => [flow.origin, ...flow.via, flow.destination].every((code) => data.places[code].x === null)).length };
}

const magnified = () => (state.scale * box[0]) / data.width;
const position = (place) => [place.x * magnified() + state.x, place.y * magnified() + state.y];
function measure(text, size, italic) {
  canvas.font = `${italic ? "italic " : ""}${size}px system-ui, "Segoe UI", "DejaVu Sans", sans-serif`;
  return canvas.measureText(text).width;
}

// After a change of the filters all is shown anew; after a move of the map only the map.
function refresh() {
  state.flows = flowsOf(wanted());
  if (!state.moved) aim();
  redraw();
  showList();
}
// Until the reader moves the map, it shows the part of the world in which the flows are that can be read.
function aim() {
  Object.assign(state, { scale: 1, x: 0, y: 0 });
  const kept = readable(state.flows, limit()).kept;
  const at = [...new Set(kept.flatMap((flow) => [flow.origin, ...flow.via, flow.destination]))].map((code) => data.places[code]).filter((place) => place.x !== null).map(position);
  if (!at.length) return;
  const [left, right] = [Math.min(...at.map((p) => p[0])), Math.max(...at.map((p) => p[0]))], [top, bottom] = [Math.min(...at.map((p) => p[1])), Math.max(...at.map((p) => p[1]))];
  const share = box[0] / data.width, room = [box[0] - 220 * share, box[1] - 140 * share];
  const scale = Math.min(6, Math.max(1, Math.min(room[0] / Math.max(1, right - left), room[1] / Math.max(1, bottom - top))));
  place(scale, box[0] / 2 - ((left + right) / 2) * scale, box[1] / 2 - ((top + bottom) / 2) * scale);
}
const limit = () => Math.max(1, Number(form.elements.limit.value) || 1);
function redraw() {
  const tabled = form.elements.view.value === "matrix";
  for (const id of ["map", "zoom"]) document.getElementById(id).hidden = tabled;
  document.getElementById("matrix").hidden = !tabled;
  if (tabled) drawMatrix(state.flows);
  const { kept, of, ways, placeless } = readable(state.flows, limit());
  const { spots, unnamed, codes } = drawMap(kept);
  drawKey(tabled ? state.flows : kept, spots, tabled ? 1 : 4);
  const matching = state.flows.reduce((sum, flow) => sum + flow.statements.length, 0), all = data.statements.length;
  const notes = [(matching === all ? counted(all, "statement") : `${matching} of ${counted(all, "statement")}`) + ", " + counted(state.flows.length, "flow") + (matching === all ? "." : "; the filters leave out the rest.")];
  if (form.elements.by.value === "region") notes.push(data.grouped);
  if (tabled) notes.push("Rows are origins, columns destinations, numbers count statements; ◇ marks ways through a transit place, ✕ what the text denies.");
  else if (kept.length < of) notes.push(`${kept.length} of the ${of} flows in this part of the map are drawn, those with most statements first${ways ? `, ${ways} at least through a third place` : ""}; the list holds all, and marks say what places are in all of them.`);
  if (unnamed && !tabled) notes.push(`${counted(unnamed, "name")} ${unnamed === 1 ? "finds" : "find"} no room and ${unnamed === 1 ? "is" : "are"} left out; the pointer or the focus on a mark shows its name.`);
  if (codes.length && !tabled) notes.push(codes.map((spot) => `${spot.short}: ${spot.label}`).sort().join("; ") + ".");
  if (placeless && !tabled) notes.push(`${counted(placeless, "flow")} between places that no map can show ${placeless === 1 ? "is" : "are"} in the list only.`);
  document.getElementById("count").textContent = notes.join(" ");
}

function drawMap(flows) {
  svg.querySelector(".land").setAttribute("transform", `translate(${state.x} ${state.y}) scale(${magnified()})`);
  const legs = legsOf(flows);
  const places = new Set(flows.flatMap((flow) => [flow.origin, ...flow.via, flow.destination]));
  const size = data.look.sizes.find((size) => places.size * (data.width / box[0]) <= size.upTo);
  const spots = spotsOf(flows, state.flows, legs, data.places, position, size, box);
  const laid = arrowsOf(legs, spots, data.places, size, data.look, box);
  svg.querySelector(".tethers").replaceChildren(...laid.spots.filter((s) => distance(s.at, s.home) > 5).map((s) => draw("path", { class: "tether", d: pathOf([s.home, s.at]) })));
  svg.querySelector(".around").replaceChildren(...laid.arrows.map(aroundElement));
  svg.querySelector(".flows").replaceChildren(...laid.arrows.map(arrowElement));
  const { labels, unnamed } = labelsOf(laid, size, box, measure), abbreviated = labels.filter((label) => label.text === label.spot.short).map((label) => label.spot);
  const quiet = new Set([...unnamed, ...abbreviated]);
  svg.querySelector(".marks").replaceChildren(...laid.spots.filter((s) => s.kind !== "placeless" || quiet.has(s)).map((s) => markElement(s, size, quiet.has(s))));
  svg.querySelector(".names").replaceChildren(...labels.flatMap((label) => nameElements(label, size)));
  for (const path of svg.querySelectorAll(".land path")) path.classList.toggle("named", places.has(path.dataset.code));
  markChosen();
  return { spots: laid.spots, unnamed: unnamed.length, codes: abbreviated.filter((spot) => spot.kind === "country") };
}

const labelOf = (arrow) => arrow.leg.flows.map(headingOf).join("; ") + ", " + counted(arrow.leg.statements, "statement");

// What can be hit beside an arrow, beneath all arrows, so that none is covered by what is beside another.
function aroundElement(arrow) {
  const element = draw("path", { class: "hit", d: pathOf(arrow.points), "stroke-width": Math.max(14, arrow.width) }, draw("title", {}, labelOf(arrow)));
  element.addEventListener("click", () => choose(arrow.leg.flows));
  return element;
}

function arrowElement(arrow) {
  const d = pathOf(arrow.points), dash = data.look.dashes[arrow.leg.line].join(" ");
  const label = labelOf(arrow);
  const through = isThrough(arrow.leg), width = arrow.width + (through ? data.look.double : 0);
  const element = draw("g", { class: `flow form-${arrow.leg.form}`, tabindex: 0, role: "button", "aria-label": label },
    draw("title", {}, label),
    draw("path", { class: "rim", d, "stroke-width": width + 1.8 }),
    draw("path", { class: "shaft", d, "stroke-width": width, ...(dash ? { "stroke-dasharray": dash } : {}) }),
    ...(through ? [draw("path", { class: "core", d, "stroke-width": data.look.core })] : []),
    ...arrow.heads.map((head) => draw("path", { class: "head", d: "M" + head.map((p) => p.map((v) => v.toFixed(1)).join(" ")).join("L") + "Z" })));
  element.flows = arrow.leg.flows;
  const open = () => choose(arrow.leg.flows);
  element.addEventListener("click", open);
  element.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(); } });
  return element;
}

function markShapes(roles, kind, size) {
  const [m, half] = [size.mark, size.mark * 0.5], shapes = [];
  if (kind === "unknown") return [draw("circle", { class: "shape", r: 6.5 }), draw("text", { class: "dot", "text-anchor": "middle", y: 3.7, "font-size": 10.5, "font-weight": 700 }, "?")];
  if (kind === "region") shapes.push(draw("circle", { class: "ring", r: m * 1.2 }));
  if (roles.has("transit")) shapes.push(draw("path", { class: "shape", d: `M0 ${-m}L${m} 0L0 ${m}L${-m} 0Z` }));
  if (roles.has("destination")) shapes.push(draw("rect", { class: "shape", x: -half, y: -half, width: 2 * half, height: 2 * half }));
  if (roles.has("source")) shapes.push(draw("circle", { class: "dot", r: m * (roles.size > 1 ? 0.27 : 0.38) }));
  else if (!roles.has("transit") && !roles.has("destination")) shapes.push(draw("circle", { class: "shape", r: m * 0.34 }));
  return shapes;
}
function markElement(spot, size, quiet) {
  const roles = [...spot.roles].join(", "), title = roles ? `${spot.label}: ${roles}` : spot.label;
  const element = draw("g", { class: "mark", transform: `translate(${spot.at.map((v) => v.toFixed(1)).join(" ")})`, ...(quiet ? { tabindex: 0, role: "button", "aria-label": title } : {}) },
    draw("title", {}, title), ...markShapes(spot.roles, spot.kind, size));
  const only = () => { form.elements.place.value = form.elements.place.value === spot.id ? "" : spot.id; refresh(); };
  if (data.places[spot.id]) element.addEventListener("click", only);
  if (quiet) nameInPassing(element, spot, size, only);
  return element;
}
// A name for which there is no room is shown, over what is there, while the pointer or the focus is on the mark.
function nameInPassing(element, spot, size, only) {
  const text = shortened(spot.label), half = measure(text, size.text, spot.kind !== "country") / 2 + 4, above = spot.radius + 5;
  const x = Math.min(Math.max(spot.at[0], half), box[0] - half), y = spot.at[1] - above < size.text ? spot.at[1] + above + size.text * 0.74 : spot.at[1] - above;
  const name = nameElements({ spot, text, at: [x, y], anchor: "middle", leader: null }, size)[0];
  name.classList.add("passing");
  for (const event of ["pointerenter", "focus"]) element.addEventListener(event, () => svg.querySelector(".names").append(name));
  for (const event of ["pointerleave", "blur"]) element.addEventListener(event, () => name.remove());
  element.addEventListener("keydown", (event) => { if (data.places[spot.id] && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); only(); } });
}
function nameElements(label, size) {
  const text = draw("text", { class: "name" + (label.spot.kind === "country" ? "" : " region"), x: label.at[0].toFixed(1), y: label.at[1].toFixed(1), "text-anchor": label.anchor, "font-size": size.text }, label.text);
  return label.leader ? [draw("path", { class: "tether", d: pathOf(label.leader) }), text] : [text];
}

// A table of origins and destinations, for what is too dense for a map; a cell holds the flows of all ways between two places.
function drawMatrix(flows) {
  const cells = new Map(), rows = {}, columns = {};
  for (const flow of flows) {
    const key = `${flow.origin} ${flow.destination}`;
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(flow);
    rows[flow.origin] = (rows[flow.origin] || 0) + flow.statements.length;
    columns[flow.destination] = (columns[flow.destination] || 0) + flow.statements.length;
  }
  const ranked = (counts) => Object.keys(counts).sort((a, b) => counts[b] - counts[a] || (nameOf(a) < nameOf(b) ? -1 : 1));
  const across = ranked(columns);
  const cell = (origin, destination) => {
    const found = cells.get(`${origin} ${destination}`);
    return make("td", origin === destination ? { class: "same" } : {}, ...(found ? [cellButton(found)] : []));
  };
  document.getElementById("matrix").replaceChildren(make("table", {},
    make("thead", {}, make("tr", {}, make("td", {}, "from ↓ to →"), ...across.map((code) => make("th", { scope: "col" }, nameOf(code))))),
    make("tbody", {}, ...ranked(rows).map((origin) => make("tr", {}, make("th", { scope: "row" }, nameOf(origin)), ...across.map((destination) => cell(origin, destination)))))));
}
function cellButton(flows) {
  const affirmed = flows.filter((flow) => flow.line !== "denied"), said = affirmed.length ? affirmed : flows;
  const count = said.reduce((sum, flow) => sum + flow.statements.length, 0);
  const sign = !affirmed.length ? "✕ " : affirmed.some((flow) => flow.via.length) ? "◇ " : "";
  const exploitation = [...new Set(said.flatMap((flow) => flow.statements.flatMap((s) => s.exploitation)))];
  const label = `${flows.map(headingOf).join("; ")}, ${counted(count, "statement")}`;
  const button = make("button", { type: "button", class: `form-${formOf(exploitation)}`, "aria-label": label, title: label }, sign + count);
  button.flows = flows;
  button.addEventListener("click", () => choose(flows));
  return button;
}

// The legend holds only what the map shows.
function sample(...shapes) { return draw("svg", { width: 44, height: 18, viewBox: "0 -9 44 18", "aria-hidden": "true" }, ...shapes); }
function sampleArrow(name, width, dash = []) {
  const head = triangle([42, 0], [42 - headLength(width), 0], halfHead(width));
  return sample(draw("g", { class: `flow form-${name}` }, draw("path", { class: "shaft", d: `M0 0L${42 - headLength(width)} 0`, "stroke-width": width, ...(dash.length ? { "stroke-dasharray": dash.join(" ") } : {}) }),
    draw("path", { class: "head", d: "M" + head.map((p) => p.join(" ")).join("L") + "Z" })));
}
function sampleMark(roles, kind = "country") { return sample(draw("g", { class: "mark", transform: "translate(22 0)" }, ...markShapes(new Set(roles), kind, { mark: 7.5 }))); }

function drawKey(flows, spots, parts) {
  const marks = { source: "source: people are taken from here", transit: "transit", destination: "destination" };
  const hollow = [...new Set(spots.filter((spot) => spot.kind in { country: 1, region: 1 } && !Object.keys(marks).some((role) => spot.roles.has(role))).map((spot) => spot.roles.has("internal")))].sort().join(" ");
  const legs = legsOf(flows), most = Math.max(1, ...legs.map((leg) => leg.statements));
  const has = (test) => legs.some(test), kinds = new Set(flows.flatMap((flow) => [flow.origin, ...flow.via, flow.destination]).map((code) => data.places[code].kind));
  const widths = [...new Set([1, Math.max(1, Math.round(most / 3)), most])].sort((a, b) => a - b);
  const lines = [...Object.keys(data.look.lines)].filter((line) => has((leg) => leg.line === line));
  const columns = [
    ["Colour: exploitation", data.look.forms.filter((f) => has((leg) => leg.form === f.name)).map((f) => [sampleArrow(f.name, 3), f.label])],
    ["Width: number of statements, not of victims", widths.map((n) => [sampleArrow("key", strokeWidth(n, most, data.look)), counted(n, "statement")])],
    ["Marks: what the place is (they combine)", [...Object.entries(marks).filter(([role]) => spots.some((spot) => spot.roles.has(role))).map(([role, text]) => [sampleMark([role]), text]),
      ...(hollow ? [[sampleMark(["internal"]), data.look.hollow[hollow]]] : []),
      ...(kinds.has("region") ? [[sampleMark(["source"], "region"), "a region, at its middle"]] : []), ...(kinds.has("unknown") ? [[sampleMark([], "unknown"), "place not named (abroad, foreign)"]] : [])]],
    ["Lines", [...(has((leg) => leg.part === "into") ? [[sampleThrough(), "one way through a transit place"]] : []), ...(has((leg) => leg.part === "within") ? [[sampleLoop(), has((leg) => leg.part === "within" && leg.start.startsWith("region:")) ? "within one region or place" : "exploited within the place"]] : []),
      ...(lines.length > 1 || lines[0] !== "stated" ? lines.map((line) => [sampleArrow("key", 2.2, data.look.dashes[line]), data.look.lines[line]]) : [])]],
  ];
  document.getElementById("key").replaceChildren(...columns.slice(0, parts).filter(([, rows]) => rows.length).map(([title, rows]) =>
    make("section", {}, make("h3", {}, title), make("ul", {}, ...rows.map(([picture, text]) => make("li", {}, picture, text))))));
}
function sampleThrough() {
  const { core, double } = data.look;
  return sample(draw("g", { class: "flow form-key" }, draw("path", { class: "shaft", d: "M0 0L33 0", "stroke-width": 2 + double }), draw("path", { class: "core", d: "M0 0L33 0", "stroke-width": core }),
    draw("path", { class: "head", d: "M11 0L3 4.2L3 -4.2ZM42 0L32 4.7L32 -4.7Z" })), draw("g", { class: "mark", transform: "translate(20 0)" }, ...markShapes(new Set(["transit"]), "country", { mark: 6 })));
}
function sampleLoop() {
  return sample(draw("g", { class: "flow form-key" }, draw("path", { class: "shaft", d: "M12 -3C40 -15 40 15 21 5", "stroke-width": 2 }), draw("path", { class: "head", d: "M13 2L19 8L22 1Z" })),
    draw("g", { class: "mark", transform: "translate(9 0)" }, ...markShapes(new Set(), "country", { mark: 7 })));
}

// The panel: the list of flows, or the statements of what is chosen.
function showList() {
  state.chosen = [];
  const flows = [...state.flows].sort((a, b) => b.statements.length - a.statements.length || (headingOf(a) < headingOf(b) ? -1 : 1));
  const entries = flows.map((flow) => {
    const button = make("button", { type: "button", class: `entry form-${flow.form}` }, make("span", { class: "swatch", "aria-hidden": "true" }), make("span", {}, headingOf(flow)), make("span", { class: "quiet", title: "statements" }, String(flow.statements.length)));
    button.addEventListener("click", () => choose([flow]));
    return make("li", {}, button);
  });
  panel.replaceChildren(make("h2", { tabindex: -1 }, "Flows"), make("p", { class: "quiet" }, "Choose an arrow or a flow to read the sentences behind it. The number counts statements."), make("ul", {}, ...entries));
  markChosen();
}
function choose(flows) {
  state.chosen = flows;
  const back = make("button", { type: "button", id: "back" }, "← All flows");
  back.addEventListener("click", unchoose);
  const parts = flows.flatMap((flow) => [make("h2", { tabindex: -1 }, headingOf(flow)), make("p", { class: "quiet" }, `${counted(flow.statements.length, "statement")} in ${counted(flow.documents, "document")}.`),
    ...[...flow.statements].sort((a, b) => (b.year || 0) - (a.year || 0)).map((s) => statementElement(s, flow))]);
  panel.replaceChildren(back, ...parts);
  panel.querySelector("h2").focus({ preventScroll: true });
  panel.scrollTop = 0;
  markChosen();
}
function unchoose() {
  showList();
  panel.querySelector("h2").focus({ preventScroll: true });
}
function statementElement(statement, flow) {
  const details = [["Exploitation", words(statement.exploitation)], ["Victims", words(statement.victims)], ["Sectors", words(statement.sectors)]].filter(([, text]) => text);
  const badge = statement.denied ? "denied" : statement.certainty;
  return make("article", { class: `statement form-${flow.form}` },
    make("p", {}, make("span", { class: "badge" }, badge), make("strong", {}, data.documents[statement.doc] || statement.doc), statement.year ? `, report of ${statement.year}` : ""),
    ...statement.quotes.map((quote) => make("blockquote", {}, quote)),
    ...details.map(([name, text]) => make("p", { class: "quiet" }, `${name}: ${text}`)),
    make("p", { class: "quiet" }, `Document ${statement.doc}, ${statement.fact}`));
}
function markChosen() {
  svg.classList.toggle("picking", state.chosen.length > 0);
  const keys = new Set(state.chosen.map((flow) => flow.key));
  for (const element of document.querySelectorAll(".flows .flow, #matrix button")) element.classList.toggle("chosen", element.flows.some((flow) => keys.has(flow.key)));
}

// Zoom and move.
function zoom(factor, centre = [box[0] / 2, box[1] / 2]) {
  const scale = Math.min(24, Math.max(1, state.scale * factor)), share = scale / state.scale;
  moveTo(scale, centre[0] - (centre[0] - state.x) * share, centre[1] - (centre[1] - state.y) * share);
}
function place(scale, x, y) {
  state.scale = scale;
  state.x = Math.min(0, Math.max(box[0] * (1 - scale), x));
  state.y = Math.min(0, Math.max(box[1] * (1 - scale), y));
}
function moveTo(scale, x, y) {
  state.moved = true;
  place(scale, x, y);
  redraw();
}
const pagePoint = (event) => { const r = svg.getBoundingClientRect(); return [((event.clientX - r.left) * box[0]) / r.width, ((event.clientY - r.top) * box[1]) / r.height]; };
let waiting = 0;
svg.addEventListener("wheel", (event) => {
  if (!event.ctrlKey && !event.metaKey && state.scale === 1 && event.deltaY > 0) return;
  event.preventDefault();
  const point = pagePoint(event), factor = Math.exp(-event.deltaY * 0.0016);
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => zoom(factor, point));
}, { passive: false });
svg.addEventListener("pointerdown", (event) => {
  if (state.scale === 1 || event.button) return;
  const from = pagePoint(event), start = [state.x, state.y];
  const move = (later) => { const now = pagePoint(later); svg.classList.add("dragged"); cancelAnimationFrame(waiting); waiting = requestAnimationFrame(() => moveTo(state.scale, start[0] + now[0] - from[0], start[1] + now[1] - from[1])); };
  const stop = () => { svg.classList.remove("dragged"); removeEventListener("pointermove", move); removeEventListener("pointerup", stop); };
  addEventListener("pointermove", move);
  addEventListener("pointerup", stop);
});
document.getElementById("in").addEventListener("click", () => zoom(1.6));
document.getElementById("out").addEventListener("click", () => zoom(1 / 1.6));
document.getElementById("whole").addEventListener("click", () => moveTo(1, 0, 0));
svg.addEventListener("keydown", (event) => {
  if (event.target !== svg || event.ctrlKey || event.metaKey || event.altKey) return;
  const move = (dx, dy) => () => moveTo(state.scale, state.x + dx * box[0], state.y + dy * box[1]);
  const act = { "+": () => zoom(1.6), "=": () => zoom(1.6), "-": () => zoom(1 / 1.6), 0: () => moveTo(1, 0, 0) }[event.key] ||
    (state.scale > 1 && { ArrowLeft: move(0.12, 0), ArrowRight: move(-0.12, 0), ArrowUp: move(0, 0.12), ArrowDown: move(0, -0.12) }[event.key]);
  if (!act) return;
  event.preventDefault();
  act();
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && state.chosen.length) unchoose(); });
form.addEventListener("input", (event) => {
  if (event.target === form.elements.limit) state.limited = true;
  refresh();
});
form.addEventListener("submit", (event) => event.preventDefault());

const roomForMap = () => Math.round(document.getElementById("under").clientWidth) || data.width;

// The map is laid out anew for every width, so that names keep their size on the screen; it draws as many flows as can be read on it, unless
// the reader has said how many.
function fit() {
  const width = roomForMap(), before = box[0];
  if (!state.limited) form.elements.limit.value = Math.round(Math.min(1, Math.max(0.15, (width / 850) ** 2)) * data.limit);
  box[0] = width;
  box[1] = Math.round((data.height * width) / data.width);
  svg.setAttribute("viewBox", `0 0 ${box.join(" ")}`);
  if (state.moved) place(state.scale, (state.x * width) / before, (state.y * width) / before); else aim();
  redraw();
}
addEventListener("resize", fit);
state.flows = flowsOf(wanted());
fit();
showList();
