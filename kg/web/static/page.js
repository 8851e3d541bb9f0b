// What all pages do: filters take effect when they are changed, long lists open.
"use strict";

document.documentElement.classList.add("script");

for (const form of document.querySelectorAll("form[data-auto]")) {
  form.addEventListener("change", () => form.requestSubmit());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const fields = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
    if (fields.getAll("certainty").join() === "stated,reported") fields.delete("certainty");
    for (const [name, usual] of [["show", "map"], ["by", "country"], ["least", "1"]]) if (fields.get(name) === usual) fields.delete(name);
    location.assign(location.pathname + (fields.size ? `?${fields}` : "") + location.hash);
  });
}
for (const button of document.querySelectorAll("[data-more]")) {
  button.addEventListener("click", () => {
    const list = button.previousElementSibling, first = list.querySelector(".beyond a");
    list.classList.add("open");
    button.remove();
    if (first) first.focus();
  });
}
