// What all pages do: filters take effect when they are changed, long lists open.
"use strict";

document.documentElement.classList.add("script");

// The page that a filter brings has the focus at the filter, so that the next one can be set from the keyboard.
{
  const [name, value] = JSON.parse(sessionStorage.getItem("filter") || "[]");
  sessionStorage.removeItem("filter");
  const fields = [...document.querySelectorAll("form[data-auto] [name]")].filter((field) => field.name === name);
  fields.find((field) => field.type !== "checkbox" || field.value === value)?.focus({ preventScroll: true });
}

for (const form of document.querySelectorAll("form[data-auto]")) {
  // A page that the browser kept comes back with what was chosen last, while the picture is that of the address.
  addEventListener("pageshow", (event) => event.persisted && form.reset());
  form.addEventListener("change", () => form.requestSubmit());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const fields = new URLSearchParams([...new FormData(form)].flatMap(([name, value]) =>
      (["year", "exploitation"].includes(name) ? value.split(",") : [value]).filter((one) => one !== "").map((one) => [name, one])));
    if (fields.getAll("certainty").join() === form.dataset.usual) fields.delete("certainty");
    for (const [name, usual] of [["show", "map"], ["by", "country"], ["least", "1"]]) if (fields.get(name) === usual) fields.delete(name);
    sessionStorage.setItem("filter", document.activeElement?.name ? JSON.stringify([document.activeElement.name, document.activeElement.value]) : "");
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
