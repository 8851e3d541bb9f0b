// A document: marked words show their facts, a fact shows its words. Without this, the links alone do.
"use strict";

const marks = [...document.querySelectorAll("a.mark")];
const items = new Map([...document.querySelectorAll("[data-fact]")].map((item) => [item.dataset.fact, item]));
const factsOf = (mark) => mark.dataset.facts.split(" ");

function choose(facts) {
  const wanted = new Set(facts);
  for (const mark of marks) mark.classList.toggle("chosen", factsOf(mark).some((fact) => wanted.has(fact)));
  for (const [fact, item] of items) item.classList.toggle("chosen", wanted.has(fact));
}
function reveal(element, box) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (box && box.scrollHeight > box.clientHeight) box.scrollTo({ top: element.offsetTop - box.offsetTop - 60, behavior: calm ? "auto" : "smooth" });
  else element.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}
for (const mark of marks) {
  mark.addEventListener("click", (event) => {
    event.preventDefault();
    const facts = factsOf(mark);
    choose(facts);
    reveal(items.get(facts[0]), document.getElementById("facts"));
    history.replaceState(null, "", `#f-${facts[0]}`);
  });
}
for (const [fact, item] of items) {
  const link = item.querySelector("[data-show]");
  link.addEventListener("click", (event) => {
    const first = marks.find((mark) => factsOf(mark).includes(fact));
    if (!first) return;
    event.preventDefault();
    choose([fact]);
    reveal(first, null);
    first.focus({ preventScroll: true });
    history.replaceState(null, "", `#${first.id}`);
  });
}
const start = location.hash.slice(1);
if (start.startsWith("f-") && items.has(start.slice(2))) {
  choose([start.slice(2)]);
  reveal(items.get(start.slice(2)), document.getElementById("facts"));
} else {
  const mark = marks.find((mark) => mark.id === start);
  if (mark) { choose(factsOf(mark)); reveal(items.get(factsOf(mark)[0]), document.getElementById("facts")); reveal(mark, null); }
}
