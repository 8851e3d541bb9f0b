// A map that can be magnified and moved: with the wheel, by dragging, with buttons and with keys. Nothing is asked of the server. Marks, names
// and arrow heads keep about their size, so that what stands close together comes apart.
"use strict";

const FARTHEST = 16, STEP = 1.5;
const numbers = (words) => words.split(" ").map(Number);
const around = ([x, y], [px, py], s) => [px + (x - px) * s, py + (y - py) * s];

function magnified(frame) {
  const svg = frame.querySelector("svg.map"), movable = svg?.querySelector(".movable");
  if (!movable || svg.dataset.magnified) return;
  svg.dataset.magnified = "yes";
  const [left, top, width, height] = numbers(svg.querySelector(".window").dataset.box);
  const state = { k: 1, x: 0, y: 0 };
  const pins = [...movable.querySelectorAll(".pin")].map((element) => [element, numbers(element.dataset.at)]);
  const strokes = [...movable.querySelectorAll("[stroke-width]")].filter((element) => !element.closest(".pin"))
    .map((element) => [element, Number(element.getAttribute("stroke-width")), element.getAttribute("stroke-dasharray")?.split(" ").map(Number)]);
  const ways = [...movable.querySelectorAll("[data-pins]")].map((element) => {
    const [, first, letter, rest] = element.getAttribute("d").match(/^M([-\d. ]+)([LQC])([-\d. ]+)$/), values = numbers(rest);
    const points = [numbers(first), ...values.flatMap((_, n) => (n % 2 ? [] : [[values[n], values[n + 1]]]))];
    const [x1, y1, x2, y2] = numbers(element.dataset.pins);
    return [element, letter, points, [x1, y1], [x2, y2]];
  });

  // A way keeps its distance from the marks at its ends, and its middle, where a triangle may stand; a loop, whose ends are one, keeps its size.
  function redraw() {
    const { k, x, y } = state, s = k ** -0.8;
    movable.setAttribute("transform", `translate(${x} ${y}) scale(${k})`);
    for (const [element, [px, py]] of pins) element.setAttribute("transform", `translate(${px} ${py}) scale(${s}) translate(${-px} ${-py})`);
    for (const [element, wide, dash] of strokes) {
      element.setAttribute("stroke-width", wide * s);
      if (dash) element.setAttribute("stroke-dasharray", dash.map((part) => part * s).join(" "));
    }
    for (const [element, letter, points, from, to] of ways) {
      const one = from[0] === to[0] && from[1] === to[1], last = points.length - 1;
      const moved = points.map((point, n) => (one || n === 0 ? around(point, from, s) : n === last ? around(point, to, s) : point));
      if (letter === "Q" && !one) moved[1] = points[1].map((value, n) => value - (moved[0][n] - points[0][n] + moved[2][n] - points[2][n]) / 2);
      const words = moved.map((point) => point.map((value) => value.toFixed(2)).join(" "));
      element.setAttribute("d", `M${words[0]}${letter}${words.slice(1).join(" ")}`);
    }
    svg.classList.toggle("near", k > 1);
    whole.disabled = out.disabled = k === 1;
    near.disabled = k === FARTHEST;
  }
  function moveTo(k, x, y) {
    state.k = Math.min(FARTHEST, Math.max(1, k));
    const bound = (value, start, size) => Math.min(start * (1 - state.k), Math.max((start + size) * (1 - state.k), value));
    state.x = bound(x, left, width);
    state.y = bound(y, top, height);
    redraw();
  }
  function zoom(factor, [x, y] = [left + width / 2, top + height / 2]) {
    const k = Math.min(FARTHEST, Math.max(1, state.k * factor)), share = k / state.k;
    moveTo(k, x - (x - state.x) * share, y - (y - state.y) * share);
  }
  const move = (dx, dy) => moveTo(state.k, state.x + dx * width, state.y + dy * height);
  const pointOf = (event) => { const p = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse()); return [p.x, p.y]; };
  const isOver = ([x, y]) => x >= left && x <= left + width && y >= top && y <= top + height;

  const button = (label, sign, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.title = label;
    made.setAttribute("aria-label", label);
    made.textContent = sign;
    made.addEventListener("click", act);
    return made;
  };
  const near = button("Zoom in", "+", () => zoom(STEP)), out = button("Zoom out", "−", () => zoom(1 / STEP)), whole = button("Whole map", "⌂", () => moveTo(1, 0, 0));
  const bar = document.createElement("div");
  bar.className = "zoom";
  bar.append(near, out, whole);
  frame.before(bar);

  let waiting = 0;
  const soon = (act) => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(act); };
  svg.addEventListener("wheel", (event) => {
    const point = pointOf(event);
    if (!isOver(point) || (!event.ctrlKey && state.k === 1 && event.deltaY > 0)) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * 0.0016), point);
  }, { passive: false });
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("pointerdown", (event) => {
    if (state.k === 1 || event.button || !isOver(pointOf(event))) return;
    const from = pointOf(event), start = [state.x, state.y];
    let moved = false;
    const drag = (later) => {
      const now = pointOf(later);
      moved = moved || Math.hypot(now[0] - from[0], now[1] - from[1]) > 4;
      if (moved) soon(() => moveTo(state.k, start[0] + now[0] - from[0], start[1] + now[1] - from[1]));
      svg.classList.toggle("dragged", moved);
    };
    const stop = () => {
      removeEventListener("pointermove", drag);
      removeEventListener("pointerup", stop);
      removeEventListener("pointercancel", stop);
      svg.classList.remove("dragged");
      if (!moved) return;
      const eat = (click) => { click.preventDefault(); click.stopPropagation(); };  // the end of a drag is no click
      svg.addEventListener("click", eat, true);
      setTimeout(() => svg.removeEventListener("click", eat, true), 60);
    };
    addEventListener("pointermove", drag);
    addEventListener("pointerup", stop);
    addEventListener("pointercancel", stop);
  });
  frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const acts = { "+": () => zoom(STEP), "=": () => zoom(STEP), "-": () => zoom(1 / STEP), 0: () => moveTo(1, 0, 0) };
    const moves = { ArrowLeft: [0.12, 0], ArrowRight: [-0.12, 0], ArrowUp: [0, 0.12], ArrowDown: [0, -0.12] };
    const act = acts[event.key] || (state.k > 1 && moves[event.key] && (() => move(...moves[event.key])));
    if (!act) return;
    event.preventDefault();
    act();
  });
  // What is reached from the keyboard comes into the window.
  svg.addEventListener("focusin", (event) => {
    if (state.k === 1 || !movable.contains(event.target)) return;
    const box = event.target.getBoundingClientRect(), [x, y] = pointOf({ clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 });
    if (!isOver([x, y])) moveTo(state.k, state.x + left + width / 2 - x, state.y + top + height / 2 - y);
  });
  redraw();
}
for (const frame of document.querySelectorAll(".frame")) magnified(frame);

// A picture for the width of the window, where that is another than the page came with, is asked for when it is first seen.
async function fillSheets() {
  for (const sheet of document.querySelectorAll("[data-sheet]")) {
    if (!sheet.getClientRects().length) continue;
    const name = sheet.dataset.sheet, address = new URL(location.href);
    delete sheet.dataset.sheet;
    address.searchParams.set("sheet", name);
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok) { sheet.textContent = "The picture could not be drawn; the lists below have all flows."; continue; }
    sheet.replaceChildren(...new DOMParser().parseFromString(await answer.text(), "text/html").body.children);
    magnified(sheet.querySelector(".frame"));
  }
}
addEventListener("resize", fillSheets);
fillSheets();
