// The editor: colours behind a plain text field, completion of prefixes and terms, running, and errors at their line.
"use strict";

const form = document.getElementById("ask");
const field = document.getElementById("query");
const coloured = document.getElementById("coloured");
const list = document.getElementById("completions");
const errorBox = document.getElementById("error");
const stopButton = document.getElementById("stop");

const KEYWORDS = "ADD ALL AS ASC ASK AVG BASE BIND BOUND BY COALESCE CONCAT CONSTRUCT CONTAINS COUNT DATATYPE DESC DESCRIBE DISTINCT EXISTS FALSE FILTER FROM GRAPH GROUP GROUP_CONCAT HAVING IF IN ISIRI ISLITERAL LANG LCASE LIMIT MAX MIN MINUS NAMED NOT OFFSET OPTIONAL ORDER PREFIX REDUCED REGEX REPLACE SAMPLE SELECT SEPARATOR STR STRAFTER STRBEFORE STRENDS STRLEN STRSTARTS SUM TRUE UCASE UNDEF UNION VALUES WHERE YEAR".split(" ");
const KNOWN = new Set(KEYWORDS);
const TOKENS = /(?<comment>#[^\n]*)|(?<iri><[^<>"{}|^`\\\s]*>)|(?<string>"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)|(?<variable>[?$]\w+)|(?<prefixed>[\w.-]*:[\w.:%/\\-]*)|(?<number>\b\d+(?:\.\d+)?\b)|(?<word>[A-Za-z_]\w*)/g;

// Colours.
function colour(wrong = null) {
  const text = field.value, parts = [];
  let at = 0;
  for (const found of text.matchAll(TOKENS)) {
    const [kind] = Object.entries(found.groups).find(([, value]) => value !== undefined);
    const name = kind !== "word" ? kind : KNOWN.has(found[0].toUpperCase()) || found[0] === "a" ? "keyword" : "";
    parts.push([text.slice(at, found.index), ""], [found[0], name]);
    at = found.index + found[0].length;
  }
  parts.push([text.slice(at), ""]);
  coloured.replaceChildren(...withLine(parts, wrong).map(([words, name]) => {
    if (!name) return words;
    const span = document.createElement("span");
    span.className = name;
    span.textContent = words;
    return span;
  }), "\n");
  coloured.scrollTop = field.scrollTop;
}
// The parts, those on the wrong line cut out and marked.
function withLine(parts, wrong) {
  if (wrong === null) return parts;
  let line = 1;
  return parts.flatMap(([words, name]) => words.split(/(\n)/).filter(Boolean).map((piece) => {
    const here = line === wrong && piece !== "\n";
    if (piece === "\n") line += 1;
    return [piece, here ? `${name} wrong`.trim() : name];
  }));
}
document.querySelector(".code").classList.add("lit");
field.addEventListener("input", () => { errorBox.hidden = true; colour(); complete(false); link(); });
field.addEventListener("scroll", () => { coloured.scrollTop = field.scrollTop; });
new ResizeObserver(() => { coloured.scrollTop = field.scrollTop; }).observe(field);

// Completion.
let terms = null, offered = [], chosen = 0;
async function load() {
  if (terms === null) {
    terms = [];
    try { terms = await (await fetch("/query/terms.json")).json(); } catch { terms = []; }
  }
  return terms;
}
const begun = () => (field.value.slice(0, field.selectionStart).match(/[\w.:?-]+$/) || [""])[0];
async function complete(asked) {
  const word = begun();
  if (!asked && word.length < 2) return close();
  const all = await load();
  if (word !== begun()) return;
  const small = word.toLowerCase();
  const variables = [...new Set(field.value.match(/[?]\w+/g) || [])].filter((name) => name !== word).map((name) => [name, ""]);
  const keywords = word.includes(":") ? [] : KEYWORDS.map((name) => [name, ""]);
  const fits = ([name]) => name.toLowerCase().startsWith(small) && name !== word;
  const within = ([name, meaning]) => word.includes(":") ? false : name.toLowerCase().split(":").pop().startsWith(small) || (small.length > 3 && meaning.toLowerCase().startsWith(small));
  const candidates = word.startsWith("?") ? variables : [...all, ...keywords];
  offered = [...candidates.filter(fits), ...(word.startsWith("?") || small.length < 3 ? [] : all.filter((term) => !fits(term) && within(term)))].slice(0, 40);
  if (!offered.length) return close();
  chosen = 0;
  show();
}
function show() {
  list.replaceChildren(...offered.map(([name, meaning], n) => {
    const item = document.createElement("li"), note = document.createElement("span");
    item.id = `completion-${n}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", String(n === chosen));
    note.textContent = meaning;
    item.append(name, note);
    item.addEventListener("mousedown", (event) => { event.preventDefault(); chosen = n; take(); });
    return item;
  }));
  list.hidden = false;
  const { top, left } = caret();
  list.style.top = `${top}px`;
  list.style.left = `${Math.min(left, Math.max(0, field.clientWidth - list.offsetWidth - 8))}px`;
  field.setAttribute("aria-expanded", "true");
  field.setAttribute("aria-activedescendant", `completion-${chosen}`);
  list.children[chosen].scrollIntoView({ block: "nearest" });
}
// Where the word that is being written stands, measured in the coloured copy.
function caret() {
  const range = document.createRange(), at = field.selectionStart - begun().length;
  let passed = 0;
  const walker = document.createTreeWalker(coloured, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (passed + node.length >= at) { range.setStart(node, at - passed); break; }
    passed += node.length;
  }
  const box = coloured.getBoundingClientRect(), found = range.getClientRects()[0] || box;
  return { top: found.bottom - box.top + 3, left: found.left - box.left };
}
function close() {
  list.hidden = true;
  offered = [];
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}
function take() {
  const word = begun(), end = field.selectionStart;
  field.setRangeText(offered[chosen][0], end - word.length, end, "end");
  close();
  colour();
  link();
}
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); close(); form.requestSubmit(); return; }
  if (event.key === " " && event.ctrlKey) { event.preventDefault(); complete(true); return; }
  if (list.hidden) return;
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps) { event.preventDefault(); chosen = (chosen + steps[event.key] + offered.length) % offered.length; show(); }
  else if (event.key === "Enter" || event.key === "Tab") { event.preventDefault(); take(); }
  else if (event.key === "Escape") { event.preventDefault(); close(); }
});
field.addEventListener("blur", () => setTimeout(close, 150));

// The link that holds the query.
const address = () => `/query?${new URLSearchParams({ query: field.value })}`;
function link() { document.getElementById("link").href = address(); }

// Running.
let running = null;
async function run() {
  running?.abort();
  const mine = running = new AbortController();
  errorBox.hidden = true;
  stopButton.hidden = false;
  took("running…");
  const query = field.value, began = performance.now();
  history.replaceState(null, "", address().length < 8000 ? address() : "/query");
  try {
    const answer = await ask(query, "application/sparql-results+json, text/turtle;q=0.9", mine.signal);
    const body = await answer.text(), seconds = (performance.now() - began) / 1000;
    if (!answer.ok) return fail(body.trim(), "");
    const rows = showResult(query, answer.headers.get("content-type") || "", body);
    took(`${rows} in ${seconds < 0.95 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(1)} s`}`);
  } catch (error) {
    if (mine === running) fail(error.name === "AbortError" ? "The query was stopped." : `The server did not answer: ${error.message}`, "");
  } finally {
    if (mine === running) {
      if (document.activeElement === stopButton) document.querySelector("#ask .main").focus();  // else the keyboard would begin at the top again
      stopButton.hidden = true;
      running = null;
    }
  }
}
function ask(query, accept, signal, format = "") {
  const fields = new URLSearchParams(format ? { query, format } : { query });
  return fetch("/sparql", { method: "POST", body: fields, headers: { Accept: accept }, signal });
}
function took(words) { document.getElementById("took").textContent = words; }
function fail(words, note) {
  took(note);
  document.getElementById("result").hidden = true;
  errorBox.textContent = words[0].toUpperCase() + words.slice(1);
  errorBox.hidden = false;
  const place = words.match(/at line (\d+), column (\d+)/);
  if (!place) return;
  const lines = field.value.split("\n"), line = Number(place[1]);
  colour(line);
  const at = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + Number(place[2]) - 1;
  field.focus();
  field.setSelectionRange(at, at);
}
form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
stopButton.addEventListener("click", () => running?.abort());
for (const example of document.querySelectorAll(".examples a")) {
  example.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    field.value = example.dataset.sparql.trim();
    colour();
    link();
    run();
  });
}
addEventListener("DOMContentLoaded", () => {
  field.value = field.value.trimEnd();
  colour();
  link();
  if (form.hasAttribute("data-runs")) run();
});
