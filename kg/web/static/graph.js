// A result as a graph: the things of two columns, or of triples, as dots with lines between them. Texts are only ever set as text.
"use strict";

const NAMED = 12;
let DOTS, WIDE, HIGH;  // as many dots as can be read in the room that there is
function fitToRoom() {
  const room = document.getElementById("shown").clientWidth;
  [DOTS, WIDE, HIGH] = room > 760 ? [90, 900, 640] : room > 500 ? [60, 640, 620] : [30, 380, 460];
}
const NAMES = ["http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#prefLabel", "http://purl.org/dc/terms/title"];
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

// The columns that a graph joins: an origin and a destination, else the first two that hold things; of three, the middle one says how.
function graphColumns(names, rows) {
  const flows = flowEnds(names, rows);
  if (flows) return [...flows, null];
  const things = names.filter((name) => rows.some((row) => row[name]) && rows.every((row) => !row[name] || row[name].type !== "literal"));
  if (things.length < 2) return null;
  const says = things.length > 2 && /^(p|predicate|property|relation|how)$/.test(things[1]);
  return says ? [things[0], things[2], things[1]] : [things[0], things[1], null];
}
function graphOfRows([from, to, how], rows) {
  return soon(async () => {
    const names = await placeNames(), coded = (value) => (`${BASE}place/${value}` in names ? `${BASE}place/${value}` : value);
    const whole = rows.filter((row) => row[from] && row[to]), edges = whole.map((row) => [coded(row[from].value), coded(row[to].value), how && row[how] ? short(row[how].value) : ""]);
    const drawn = drawnGraph(edges, names, "row"), rest = rows.length - whole.length;
    if (rest) drawn.firstChild.append(` ${rest} of ${rows.length} rows ${rest === 1 ? "has" : "have"} no ${from} or no ${to}, so that no line stands for ${rest === 1 ? "it" : "them"}.`);
    return drawn;
  });
}
// N-Triples, which the server is asked for again: lines between things, with the names that the triples give them.
function graphOfTriples(query) {
  return soon(async () => {
    const answer = await ask(query, "*/*", undefined, "ntriples"), text = await answer.text();
    if (!answer.ok) return element("p", { class: "nothing" }, text);
    const edges = [], names = { ...await placeNames() };
    for (const line of text.split("\n")) {
      const found = line.match(/^(<[^>]*>|_:\S+) <([^>]*)> (?:(<[^>]*>|_:\S+)|"((?:[^"\\]|\\.)*)"\S*) \.$/);
      if (!found) continue;
      const [, subject, property, object, literal] = found, bare = (term) => term.replace(/^<|>$/g, "");
      if (object && property !== TYPE) edges.push([bare(subject), bare(object), short(property).replace(/^.*[#/]/, "")]);
      else if (literal !== undefined && NAMES.includes(property)) names[bare(subject)] = JSON.parse(`"${literal}"`);
    }
    return edges.length ? drawnGraph(edges, names, "triple") : element("p", { class: "nothing" }, "No triple joins two things.");
  });
}
// The names of places by IRI, which the terms for completion hold.
async function placeNames() {
  return Object.fromEntries((await load()).filter(([name]) => name.startsWith("place:")).map(([name, label]) => [`${BASE}place/${name.slice(6)}`, label]));
}
// What takes a while, in its place when it is there.
function soon(make) {
  const place = element("div", {}, "Drawing…");
  make().then((made) => {
    place.replaceChildren(made);
    for (const frame of place.querySelectorAll(".frame")) magnified(frame);
  }).catch((error) => place.replaceChildren(`The graph could not be drawn: ${error.message}`));
  return place;
}

function drawnGraph(rows, names, unit) {
  fitToRoom();
  const joined = new Map(), weight = {};
  for (const [from, to, how] of rows) {
    const key = JSON.stringify([from, to, how]);
    joined.set(key, (joined.get(key) || 0) + 1);
    for (const end of new Set([from, to])) weight[end] = (weight[end] || 0) + 1;
  }
  const every = Object.keys(weight).sort((a, b) => weight[b] - weight[a] || (a < b ? -1 : 1)), dots = every.slice(0, DOTS), known = new Set(dots);
  const edges = [...joined].map(([key, count]) => [...JSON.parse(key), count]).filter(([from, to]) => known.has(from) && known.has(to));
  const at = settled(dots, edges), label = (dot) => names[dot] || short(dot);
  const most = Math.max(1, ...edges.map((edge) => edge[3]));
  const movable = shape("g", { class: "movable" }, ...edges.map((edge) => edgeShape(edge, at, most)), ...dots.map((dot) => dotShape(dot, at[dot], label(dot))), ...namesOf(dots, at, label, edges.filter(([from, to]) => from !== to).map((edge) => headOf(edge, at, most).tip)));
  const box = `0 0 ${WIDE} ${HIGH}`;
  const svg = shape("svg", { class: "map graph", viewBox: box, role: "group", "aria-label": `Graph of ${dots.length} things` },
    shape("defs", {}, shape("clipPath", { id: "graph-window" }, shape("rect", { width: WIDE, height: HIGH }))), shape("g", { class: "window", "clip-path": "url(#graph-window)", "data-box": box }, movable));
  const rest = every.length > dots.length ? ` The ${dots.length} of ${every.length} things with most ${unit}s are drawn; the table and the files have all.` : "";
  const frame = element("div", { class: "frame", tabindex: 0, role: "region", "aria-label": "Graph; plus and minus magnify it, arrow keys move it" }, svg);
  return element("div", {}, element("p", { class: "quiet" }, `Lines lead from the first to the second${most > 1 ? `; wider ones stand for more ${unit}s, up to ${most}` : ""}.${rest}`), frame);
}

// Where the dots come to rest: each pushes the others away, lines pull; from the same start always the same.
function settled(dots, edges) {
  const place = Object.fromEntries(dots.map((dot, n) => { const r = Math.sqrt((n + 0.5) / dots.length) * 300, a = n * 2.39996; return [dot, [r * Math.cos(a), r * Math.sin(a)]]; }));
  const wish = Math.sqrt((WIDE * HIGH) / Math.max(1, dots.length)) * 0.75;
  for (let round = 0, heat = 60; round < 260; round++, heat *= 0.98) {
    const push = Object.fromEntries(dots.map((dot) => [dot, [0, 0]]));
    dots.forEach((a, n) => dots.slice(n + 1).forEach((b) => pull(place, push, a, b, (d) => (d < 3 * wish ? -(wish * wish) / d : 0))));
    for (const [a, b] of edges) if (a !== b) pull(place, push, a, b, (d) => (d * d) / wish);
    for (const dot of dots) {
      const [x, y] = push[dot], length = Math.hypot(x, y) || 1, step = Math.min(length, heat);
      place[dot] = [place[dot][0] * 0.985 + (x / length) * step, place[dot][1] * 0.985 + (y / length) * step];
    }
  }
  const xs = dots.map((dot) => place[dot][0]), ys = dots.map((dot) => place[dot][1]);
  const fit = (value, values, size, edge) => { const low = Math.min(...values), high = Math.max(...values); return high > low ? edge + ((value - low) / (high - low)) * (size - 2 * edge) : size / 2; };
  return Object.fromEntries(dots.map((dot) => [dot, [fit(place[dot][0], xs, WIDE, WIDE / 10), fit(place[dot][1], ys, HIGH, 30)].map((value) => Number(value.toFixed(1)))]));
}
function pull(place, push, a, b, force) {
  const dx = place[b][0] - place[a][0] || 0.01, dy = place[b][1] - place[a][1] || 0.01, d = Math.max(1, Math.hypot(dx, dy)), f = force(d) / d;
  push[a][0] += dx * f; push[a][1] += dy * f;
  push[b][0] -= dx * f; push[b][1] -= dy * f;
}

const far = (a, b) => Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
const near = (p, q, length) => [p[0] + ((q[0] - p[0]) / far(p, q)) * length, p[1] + ((q[1] - p[1]) / far(p, q)) * length];
const wideOf = (count, most) => 1 + 3 * Math.sqrt((count - 1) / most);
// Where the head of a line stands; all lines bend to the left of their way, so that opposite ones part.
function headOf([from, to, , count], at, most) {
  const [a, b] = [at[from], at[to]], d = far(a, b), [x, y] = [(b[0] - a[0]) / d, (b[1] - a[1]) / d];
  const control = [(a[0] + b[0]) / 2 + y * d * 0.1, (a[1] + b[1]) / 2 - x * d * 0.1];
  return { control, tip: near(b, control, 7), base: near(b, control, 14 + wideOf(count, most)) };
}
function edgeShape([from, to, how, count], at, most) {
  const width = wideOf(count, most), title = `${short(from)} → ${how ? `${how} → ` : ""}${short(to)}${count > 1 ? ` (${count})` : ""}`;
  const [a, b] = [at[from], at[to]], words = (points) => points.map((p) => p.map((v) => v.toFixed(1)).join(" ")).join(" ");
  if (from === to) {
    const [x, y] = a;
    return shape("g", {}, shape("title", {}, title), shape("path", { class: "edge", "stroke-width": width, "data-pins": words([a, a]), d: `M${words([[x - 4, y - 4]])}C${words([[x - 22, y - 26], [x + 22, y - 26], [x + 4, y - 4]])}` }));
  }
  const { control, tip, base } = headOf([from, to, how, count], at, most), [u, v] = [(tip[0] - base[0]) * 0.45, (tip[1] - base[1]) * 0.45];
  const head = shape("path", { class: "edge-head", d: `M${words([tip, [base[0] - v, base[1] + u], [base[0] + v, base[1] - u]])}Z` });
  return shape("g", {}, shape("title", {}, title),
    shape("path", { class: "edge", "stroke-width": width, "data-pins": words([a, b]), d: `M${words([near(a, control, 6)])}Q${words([control, base])}` }),
    shape("g", { class: "pin", "data-at": words([b]) }, head));
}
function dotShape(dot, at, name) {
  const page = PAGES.find(([iri]) => dot.startsWith(iri)), circle = shape("circle", { class: "dot", cx: at[0], cy: at[1], r: 5.5 });
  const pinned = shape("g", { class: "pin", "data-at": at.join(" ") }, circle);
  if (!page) return shape("g", {}, shape("title", {}, name), pinned);
  return shape("a", { href: page[1] + dot.slice(page[0].length), class: "thing", "aria-label": name }, shape("title", {}, name), pinned);
}
// Names beside their dots, over no head of a line where there is other room; those that find none are shown where the pointer rests.
function namesOf(dots, at, label, heads) {
  const around = ([x, y]) => [x - 6, y - 6, x + 6, y + 6], tips = heads.map(around), taken = dots.map((dot) => around(at[dot]));
  const touches = (box) => (o) => box[0] < o[2] && o[0] < box[2] && box[1] < o[3] && o[1] < box[3];
  const free = (box) => box[0] > 2 && box[2] < WIDE - 2 && box[1] > 2 && box[3] < HIGH - 2 && !taken.some(touches(box));
  return dots.flatMap((dot) => {
    const [x, y] = at[dot], whole = label(dot), text = whole.length > 28 ? `${whole.slice(0, 27)}…` : whole, wide = text.length * NAMED * 0.58;
    const spots = [["start", x + 9, y + 4, x + 8], ["end", x - 9, y + 4, x - 9 - wide], ["middle", x, y - 9, x - wide / 2], ["middle", x, y + 18, x - wide / 2]];
    spots.push(["start", x + 12, y - 8, x + 11], ["start", x + 12, y + 18, x + 11], ["end", x - 12, y - 8, x - 12 - wide], ["end", x - 12, y + 18, x - 12 - wide]);
    const fits = spots.map(([, , base, left]) => [left, base - 10, left + wide, base + 3]).map((box) => free(box) && (tips.some(touches(box)) ? "covers" : "free"));
    const found = spots[fits.indexOf("free")] || spots[fits.indexOf("covers")];
    if (!found) return [];
    const [anchor, tx, base, left] = found;
    taken.push([left, base - 10, left + wide, base + 3]);
    return [shape("g", { class: "pin", "data-at": `${x} ${y}` }, shape("text", { class: "fill-ink halo", x: tx, y: base, "text-anchor": anchor, "font-size": NAMED }, text))];
  });
}
