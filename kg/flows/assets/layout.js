// From flows and the positions of places to arrows, marks and names on the map: what kg/flows/legs.py, spots.py, curving.py, arrows.py
// and labels.py do for still pictures, done again after every change of filter or zoom. Pure functions; lengths in pixels, y downwards.
"use strict";

const distance = (a, b) => Math.hypot(b[0] - a[0], b[1] - a[1]);
const away = (p, angle, length) => [p[0] + Math.cos(angle) * length, p[1] + Math.sin(angle) * length];
const angleTo = (a, b) => Math.atan2(b[1] - a[1], b[0] - a[0]);
const turnBetween = (a, b) => Math.abs(((((a - b + Math.PI) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI)) - Math.PI);
const towards = (a, b) => { const d = distance(a, b); return d ? [(b[0] - a[0]) / d, (b[1] - a[1]) / d] : [1, 0]; };
const between = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

// Quadratic Bézier curves: [start, control, end].
const pointAt = ([a, b, c], t) => [0, 1].map((n) => (1 - t) ** 2 * a[n] + 2 * t * (1 - t) * b[n] + t * t * c[n]);
const partOf = ([a, b, c], first, last) =>
  [pointAt([a, b, c], first), between(between(a, b, first), between(b, c, first), last), pointAt([a, b, c], last)];
const pointsOn = (curve, count) => Array.from({ length: count }, (_, n) => pointAt(curve, n / (count - 1)));

function outside(curve, centre, radius, no) {
  const holds = (t) => distance(pointAt(curve, t), centre) >= radius;
  let yes = 0.5;
  if (holds(no)) return no;
  for (let n = 0; n < 24; n++) {
    const middle = (no + yes) / 2;
    if (holds(middle)) yes = middle; else no = middle;
  }
  return yes;
}

function triangle(tip, base, half) {
  const [x, y] = towards(base, tip);
  return [tip, [base[0] - y * half, base[1] + x * half], [base[0] + y * half, base[1] - x * half]];
}

function strokeWidth(statements, most, look) {
  const shrink = most > look.upTo ? (Math.sqrt(look.upTo) - 1) / (Math.sqrt(most) - 1) : 1;
  return look.thinnest + look.growth * shrink * (Math.sqrt(statements) - 1);
}
const headLength = (width) => 6.5 + 1.7 * width;
const halfHead = (width) => 2.6 + 0.95 * width;

// Lines from place to place; ways through several places lead through each on its own, for their order is not known.
function legsOf(flows) {
  const gathered = new Map();
  for (const flow of flows) {
    const via = flow.via.filter((place) => place !== flow.origin && place !== flow.destination);
    const parts = via.length
      ? via.flatMap((place) => [[flow.origin, place, "into"], [place, flow.destination, "onward"]])
      : [[flow.origin, flow.destination, flow.origin === flow.destination ? "within" : "whole"]];
    for (const [start, end, part] of parts) {
      const key = [start, end, part, flow.form, flow.line].join(" ");
      if (!gathered.has(key)) gathered.set(key, { start, end, part, form: flow.form, line: flow.line, statements: 0, flows: [] });
      const leg = gathered.get(key);
      leg.statements += flow.statements.length;
      leg.flows.push(flow);
    }
  }
  return [...gathered.keys()].sort().map((key) => gathered.get(key));
}

// A way through a transit place is a double line, so that its parts do not look like flows of their own.
const isThrough = (leg) => leg.part === "into" || leg.part === "onward";

// Marks of the places of some flows, with their roles in all flows; moved apart where they are too close, each drawn back to its place.
function spotsOf(flows, all, legs, places, at, size, box) {
  const spots = new Map(), shown = new Set(flows.flatMap((flow) => [flow.origin, ...flow.via, flow.destination]));
  const add = (code, role, count) => {
    const place = places[code];
    if (!shown.has(code) || place.x === null) return;
    if (!spots.has(code)) {
      const home = at(place);
      spots.set(code, { id: code, kind: place.kind, label: place.label, short: place.short, roles: new Set(), home, at: [...home], weight: 0 });
    }
    const spot = spots.get(code);
    spot.weight += count;
    if (role) spot.roles.add(role);
  };
  for (const flow of all) {
    const affirmed = flow.line !== "denied", count = flow.statements.length;
    const internal = flow.origin === flow.destination && !flow.via.length;
    add(flow.origin, affirmed && (internal ? "internal" : "source"), count);
    if (!internal) add(flow.destination, affirmed && "destination", count);
    for (const place of flow.via) add(place, affirmed && "transit", count);
  }
  for (const spot of spots.values()) {
    const share = spot.kind === "region" ? 1.2 : spot.roles.has("transit") ? 1 : spot.roles.has("destination") ? 0.68 : 0.48;
    spot.radius = size.mark * share;
  }
  const joined = new Map();
  for (const leg of legs) { const pair = [leg.start, leg.end].sort().join(" "); joined.set(pair, (joined.get(pair) || 0) + 1); }
  moveApart([...spots.values()], joined, size, box);
  return spots;
}

// By how much the second of two marks moves, and the first against it: along the way on which their places lie until they are far enough
// apart, and across it until they lie about that way from each other.
const SLANT = 0.7;
function push(a, b, way, need) {
  const apart = [b[0] - a[0], b[1] - a[1]];
  const along = apart[0] * way[0] + apart[1] * way[1], across = apart[1] * way[0] - apart[0] * way[1];
  const lack = Math.hypot(...apart) < need ? Math.max(0, Math.sqrt(Math.max(0, need ** 2 - across ** 2)) - along) : 0;
  const side = -Math.sign(across) * (Math.abs(across) < need ? Math.max(0, Math.abs(across) - SLANT * Math.max(0, along + lack)) : 0);
  return [(way[0] * lack - way[1] * side) / 2, (way[1] * lack + way[0] * side) / 2];
}

function moveApart(marks, joined, size, box) {
  const pairs = [];
  marks.forEach((a, n) => marks.slice(n + 1).forEach((b) => {
    if (distance(a.home, b.home) > 160) return;
    const lines = joined.get([a.id, b.id].sort().join(" "));
    pairs.push([a, b, a.radius + b.radius + (lines ? size.gap * Math.min(1.9, 0.7 + 0.3 * lines) : 4)]);
  }));
  for (let round = 0; round < 80; round++) {
    for (const [a, b, need] of pairs) {
      const [x, y] = push(a.at, b.at, towards(a.home, b.home), need);
      a.at = [a.at[0] - x, a.at[1] - y];
      b.at = [b.at[0] + x, b.at[1] + y];
    }
    for (const mark of marks) {
      mark.at = between(mark.at, mark.home, 0.03);
      const inside = mark.home[0] > 0 && mark.home[0] < box[0] && mark.home[1] > 0 && mark.home[1] < box[1];
      if (inside) mark.at = [Math.min(Math.max(mark.at[0], 24), box[0] - 24), Math.min(Math.max(mark.at[1], 24), box[1] - 24)];
    }
  }
}

const BENDS = [0.2, 0.25, 0.15, 0.3, 0.1, 0.36, 0.42, 0.05, 0.55], BOTH_SIDES = BENDS.flatMap((bend) => [bend, -bend]);
const OTHER_SIDE = 0.15, CROWDED = 1.5, WHILE = 20, STRIDE = 4;

function bent(start, end, bend, offset, reach) {
  const [x, y] = towards(start, end), port = Math.max(-reach, Math.min(offset, reach));
  const out = Math.sign(bend) * Math.max(Math.abs(bend) * distance(start, end), 9) + offset * 1.6;
  const shifted = (p, by) => [p[0] + y * by, p[1] - x * by];
  return [shifted(start, port), shifted(between(start, end, 0.5), out), shifted(end, port)];
}

const stepsOf = (start, end) => Math.max(24, Math.round(distance(start, end) / STRIDE));  // no mark is smaller than a step
// Points along a curve without its ends, at which lines of one mark have to meet.
function innerOf(curve) {
  const points = pointsOn(curve, stepsOf(curve[0], curve[2]));
  return points.slice(Math.floor(points.length / 5), Math.floor((points.length * 4) / 5));
}

// Where lines are already, by cells of the page.
function takenCells() {
  const cells = new Set(), cell = (v) => Math.round(v / STRIDE);
  return {
    add: (points, width) => {
      const reach = width / 2 + STRIDE;
      for (const [x, y] of points) for (let c = cell(x - reach); c <= cell(x + reach); c++) for (let r = cell(y - reach); r <= cell(y + reach); r++) cells.add(c * 100003 + r);
    },
    share: (points) => Math.min(1, points.filter(([x, y]) => cells.has(cell(x) * 100003 + cell(y))).length / WHILE),
  };
}

function bestBend(start, end, others, box, taken, bends) {
  let best = [Infinity, 0];
  for (const bend of bends) {
    const curve = bent(start, end, bend, 0, 0), points = pointsOn(curve, stepsOf(start, end)).slice(2, -2);
    const hits = others.filter((spot) => points.some((point) => distance(point, spot.at) < spot.radius + 4)).length;
    const leaves = points.some(([x, y]) => x < 4 || y < 4 || x > box[0] - 4 || y > box[1] - 4) ? 1 : 0;
    const cost = hits + leaves + (bend < 0 ? OTHER_SIDE : 0) + CROWDED * taken.share(innerOf(curve));
    if (cost < best[0]) best = [cost, bend];
    if (!cost) break;
  }
  return best[1];
}

// Short ways, which have least room, are laid first; lines side by side lie about the middle where none leads back.
function curvesOf(legs, widths, spots, box) {
  const lanes = new Map(), curves = [], taken = takenCells();
  legs.forEach((leg, n) => {
    const key = leg.start + " " + leg.end;
    if (!lanes.has(key)) lanes.set(key, { start: spots.get(leg.start), end: spots.get(leg.end), back: leg.end + " " + leg.start, members: [] });
    lanes.get(key).members.push(n);
  });
  const long = ({ start, end }) => distance(start.at, end.at);
  for (const lane of [...lanes.values()].sort((a, b) => long(a) - long(b))) {
    const { start, end, members } = lane, others = [...spots.values()].filter((spot) => spot !== start && spot !== end), both = lanes.has(lane.back);
    const bend = bestBend(start.at, end.at, others, box, taken, both ? BENDS : BOTH_SIDES), reach = Math.min(start.radius, end.radius) * 0.9;
    const whole = members.reduce((sum, n) => sum + widths[n] + 3, -3);
    let edge = both ? -widths[members[0]] / 2 : -whole / 2;
    for (const n of members) {
      curves[n] = bent(start.at, end.at, bend, edge + widths[n] / 2, reach);
      taken.add(innerOf(curves[n]), widths[n]);
      edge += widths[n] + 3;
    }
  }
  return curves;
}

const pathOf = (points) => "M" + points[0].map((v) => v.toFixed(1)).join(" ") + (points.length === 3 ? "Q" : points.length === 4 ? "C" : "L") +
  points.slice(1).map((p) => p.map((v) => v.toFixed(1)).join(" ")).join(" ");

function arrowOn(leg, width, curve, start, end) {
  const first = outside(curve, start.at, start.radius + 1, 0);
  if (leg.part === "into") {
    const shaft = partOf(curve, first, outside(curve, end.at, end.radius - 1, 1));
    const length = Math.min(headLength(width) * 0.75, distance(shaft[0], shaft[2]) * 0.4);
    const angle = angleTo(pointAt(shaft, 0.48), pointAt(shaft, 0.52)), middle = pointAt(shaft, 0.5);
    return { leg, width, points: shaft, heads: [triangle(away(middle, angle, length / 2), away(middle, angle, -length / 2), halfHead(width) * 0.85)] };
  }
  const tip = outside(curve, end.at, end.radius + 1.5, 1);
  const length = Math.min(headLength(width), distance(curve[0], curve[2]) * 0.5);
  const base = Math.max(outside(partOf(curve, 0, tip), pointAt(curve, tip), length, 1) * tip, first);
  const shaft = partOf(curve, first, base);
  const heads = [triangle(pointAt(curve, tip), shaft[2], halfHead(width))];
  if (leg.line === "denied") for (const t of [0.46, 0.54]) heads.push(bar(shaft, t, width));
  return { leg, width, points: shaft, heads };
}

function bar(shaft, t, width) {
  const [x, y] = towards(pointAt(shaft, t - 0.02), pointAt(shaft, t + 0.02)), [mx, my] = pointAt(shaft, t), long = width + 5;
  return [[1, 1], [1, -1], [-1, -1], [-1, 1]].map(([a, b]) => [mx - y * long * a + x * 0.9 * b, my + x * long * a + y * 0.9 * b]);
}

const LOOP = 0.42;  // half the angle between the two feet of a loop

function loopOn(leg, width, spot, angle, size) {
  const foot = spot.radius + 1.5, reach = spot.radius + size.mark * 3.4, spread = LOOP + width * 0.03;
  const tip = away(spot.at, angle + spread, foot), back = away(spot.at, angle + spread * 1.5, reach);
  const base = away(tip, angleTo(back, tip), -headLength(width) * 0.8);
  const points = [away(spot.at, angle - spread, foot - 1), away(spot.at, angle - spread * 1.5, reach), back, base];
  return { leg, width, points, heads: [triangle(tip, base, halfHead(width) * 0.9)] };
}

const COMPASS = [0, 8, 1, 15, 7, 9, 2, 14, 6, 10, 3, 13, 5, 11, 4, 12].map((n) => (n * Math.PI) / 8);

// Which directions at a mark are still free for loops and stubs.
function freeDirections(spots, box) {
  const taken = new Map([...spots.keys()].map((id) => [id, []]));
  const marks = [...spots.values()].map((spot) => spot.at), points = [];
  const crowding = (spot, angle, reach) => {
    const end = away(spot.at, angle, reach);
    const near = taken.get(spot.id).reduce((sum, other) => sum + Math.max(0, 1.1 - turnBetween(angle, other)) * 3 + Math.max(0, 0.5 - turnBetween(angle, other)) * 12, 0);
    const close = points.reduce((sum, point) => sum + Math.max(0, 1 - distance(point, end) / 30), 0) +
      marks.reduce((sum, mark) => sum + Math.max(0, 3 - distance(mark, end) / 12), 0);
    return near + close + (end[0] > 12 && end[1] > 12 && end[0] < box[0] - 12 && end[1] < box[1] - 12 ? 0 : 50);
  };
  return {
    take: (id, point) => taken.get(id).push(angleTo(spots.get(id).at, point)),
    avoid: (curve) => points.push(...pointsOn(curve, 12).slice(2, -2)),
    beside: (spot, angle) => taken.get(spot.id).push(angle - LOOP, angle + LOOP),
    next: (spot, reach) => {
      const angle = COMPASS.reduce((best, candidate) => crowding(spot, candidate, reach) < crowding(spot, best, reach) ? candidate : best);
      taken.get(spot.id).push(angle);
      marks.push(away(spot.at, angle, reach));
      return angle;
    },
  };
}

const STUB = 40;

function arrowsOf(legs, spots, places, size, look, box) {
  const most = Math.max(1, ...legs.map((leg) => leg.statements));
  const widthOf = (leg) => strokeWidth(leg.statements, most, look);
  const ordinary = legs.filter((leg) => leg.part !== "within" && spots.has(leg.start) && spots.has(leg.end));
  const curves = curvesOf(ordinary, ordinary.map((leg) => widthOf(leg) + (isThrough(leg) ? look.double : 0)), spots, box);
  const free = freeDirections(spots, box);
  ordinary.forEach((leg, n) => {
    free.take(leg.start, pointAt(curves[n], 0.4));
    free.take(leg.end, pointAt(curves[n], 0.6));
    free.avoid(curves[n]);
  });
  const arrows = ordinary.map((leg, n) => arrowOn(leg, widthOf(leg), curves[n], spots.get(leg.start), spots.get(leg.end)));
  for (const leg of legs.filter((leg) => leg.part === "within" && spots.has(leg.start))) {
    const spot = spots.get(leg.start);
    const angle = free.next(spot, spot.radius + size.mark * 1.6);
    free.beside(spot, angle);
    arrows.push(loopOn(leg, widthOf(leg), spot, angle, size));
  }
  const ends = new Map();
  for (const leg of legs.filter((leg) => spots.has(leg.start) !== spots.has(leg.end))) {
    const known = spots.get(leg.start) || spots.get(leg.end), id = leg.start + ">" + leg.end;
    if (!ends.has(id)) {
      const place = places[spots.has(leg.start) ? leg.end : leg.start], at = away(known.at, free.next(known, known.radius + STUB), known.radius + STUB);
      const unknown = place.kind === "unknown";
      ends.set(id, { id, kind: unknown ? "unknown" : "placeless", label: place.label, short: place.short, roles: new Set(), home: at, at, radius: unknown ? 6.5 : 3, weight: leg.statements });
    }
    const [start, end] = spots.has(leg.start) ? [known, ends.get(id)] : [ends.get(id), known];
    arrows.push(arrowOn(leg, widthOf(leg), [start.at, between(start.at, end.at, 0.5), end.at], start, end));
  }
  const left = new Set(legs.filter((leg) => !spots.has(leg.start) && !spots.has(leg.end)).flatMap((leg) => leg.flows));
  return { arrows: arrows.sort((a, b) => b.width - a.width), spots: [...spots.values(), ...ends.values()], leftOut: left.size, most };
}

// Names beside their marks, over no mark, head or other name, and nearer to no other mark; one that finds no such room near by is left out.
const CELL = 3, ON_LINES = 0.9, ON_HEADS = 12, FULL = 1e5;
const DIRECTIONS = [0, 8, 12, 4, 15, 1, 7, 9, 14, 2, 10, 6, 13, 3, 11, 5].map((n) => (n * Math.PI) / 8);
const DISTANCES = [0, 5, 11, 18, 27, 38, 52, 70], CLEARER = 0.5, ABBREVIATED = 45;

function coverOf(box) {
  const columns = Math.ceil(box[0] / CELL) + 1, rows = Math.ceil(box[1] / CELL) + 1, cells = new Float32Array(columns * rows);
  const each = ([left, top, right, bottom], visit) => {
    const [c0, c1] = [Math.max(0, Math.floor(left / CELL)), Math.min(columns - 1, Math.floor(right / CELL))];
    const [r0, r1] = [Math.max(0, Math.floor(top / CELL)), Math.min(rows - 1, Math.floor(bottom / CELL))];
    for (let r = r0; r <= r1; r++) for (let c = c0; c <= c1; c++) visit(r * columns + c);
  };
  return {
    full: (area) => each(area, (n) => { cells[n] = FULL; }),
    heavy: (area) => each(area, (n) => { cells[n] = Math.max(cells[n], ON_HEADS); }),
    light: (points, half) => points.forEach(([x, y]) => each([x - half, y - half, x + half, y + half], (n) => { cells[n] = Math.max(cells[n], ON_LINES); })),
    cost: (area) => { let sum = 0; each(area, (n) => { sum += cells[n]; }); return sum; },
  };
}

function labelsOf({ arrows, spots }, size, box, measure) {
  const cover = coverOf(box);
  for (const { at: [x, y], radius: r } of spots) cover.full([x - r - 1, y - r - 1, x + r + 1, y + r + 1]);
  for (const arrow of arrows) {
    for (const head of arrow.heads) cover.heavy([Math.min(...head.map((p) => p[0])), Math.min(...head.map((p) => p[1])), Math.max(...head.map((p) => p[0])), Math.max(...head.map((p) => p[1]))]);
    cover.light(traceOf(arrow.points), arrow.width / 2 + 0.5);
  }
  const inView = ({ at: [x, y] }) => x > -5 && y > -5 && x < box[0] + 5 && y < box[1] + 5;
  const named = spots.filter((spot) => spot.kind !== "unknown" && inView(spot)).sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const labels = [], unnamed = [];
  for (const spot of named) {
    const best = bestLabel(spot, spots, size, cover, box, measure);
    if (best) {
      labels.push(best);
      cover.full(best.area);
      if (best.leader) cover.light(pointsOn([best.leader[0], between(...best.leader, 0.5), best.leader[1]], 20), 1.5);
    } else unnamed.push(spot);
  }
  return { labels, unnamed };
}

// An area without a place ("LAO>region:…") goes with the mark of its country.
function isNearest(spot, spots, [left, top, right, bottom]) {
  const far = ({ at: [x, y], radius }) => Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0)) - radius, own = far(spot);
  const known = spot.id.split(">");
  return spots.every((other) => other === spot || known.includes(other.id) || far(other) >= own + CLEARER);
}

function traceOf(points) {
  if (points.length === 3) return pointsOn(points, 25);
  const [a, b, c, d] = points;
  return pointsOn([0, 0, 0], 25).map((_, n) => n / 24).map((t) =>
    [0, 1].map((n) => (1 - t) ** 3 * a[n] + 3 * t * (1 - t) ** 2 * b[n] + 3 * t * t * (1 - t) * c[n] + t ** 3 * d[n]));
}

const shortened = (label) => label.length > 34 ? label.slice(0, 33) + "…" : label;

function bestLabel(spot, spots, size, cover, box, measure) {
  const texts = [shortened(spot.label), ...(spot.short ? [spot.short] : [])], height = size.text * 0.74;
  let best = null;
  texts.forEach((text, rank) => DISTANCES.forEach((far) => {
    const least = far * 0.55 + rank * ABBREVIATED, width = measure(text, size.text, spot.kind !== "country");
    if (best && best.cost < least + 2) return;
    DIRECTIONS.forEach((angle, turn) => {
      let [x, y] = away(spot.at, angle, spot.radius + 3.5 + far);
      const anchor = Math.cos(angle) > 0.35 ? "start" : Math.cos(angle) < -0.35 ? "end" : "middle";
      if (anchor === "middle") x = Math.max(width / 2 + 6, Math.min(x, box[0] - width / 2 - 6));
      const left = x - { start: 0, end: width, middle: width / 2 }[anchor], top = y - height / 2 + (Math.sin(angle) * height) / 2;
      const area = [left - 2, top - 2.5, left + width + 2, top + height + 3.5];
      const holds = area[0] > 3 && area[1] > 3 && area[2] < box[0] - 3 && area[3] < box[1] - 3;
      let cost = cover.cost(area) + least + turn * 0.35, leader = null;
      if (!holds || cost >= (best ? best.cost : FULL) || !isNearest(spot, spots, area)) return;
      if (far >= 11) {
        const near = [Math.min(Math.max(spot.at[0], left), left + width), Math.min(Math.max(spot.at[1], top), top + height)];
        leader = [away(spot.at, angleTo(spot.at, near), spot.radius), near];
        cost += pointsOn([leader[0], between(...leader, 0.5), leader[1]], Math.max(4, Math.ceil(far / CELL))).slice(2).reduce((sum, p) => sum + Math.min(100, cover.cost([...p, ...p])), 0) * 0.5;
      }
      if (!best || cost < best.cost) best = { cost, spot, text, at: [x, top + height], anchor, area, leader };
    });
  }));
  return best;
}
